import { Select, SubmitButton } from '../../site/forms.tsx';
import { formatNumber } from '../../site/numbers.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import type { Screening } from '../screening-queries.ts';
import { requirementTold } from '../settlement/place-words.ts';
import { FINDINGS, requirementsOfKind, RULE_KINDS } from '../sheet/sheet.ts';
import { PAGE_SIZES, STATES } from './screening-filters.ts';
import type { ScreeningListProps } from './screening-list-props.ts';

export function Filters({
  page,
  vacancy,
  screening,
  filters,
  screeners,
  may,
}: ScreeningListProps & { screening: Screening }) {
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  const requirements = requirementsOfKind(screening, 'essential').map((one) => ({
    value: one.key,
    text: requirementTold(one, language).slice(0, 100),
  }));
  const rules = RULE_KINDS.filter((kind) => kind !== 'question').map((kind) => ({ value: kind, text: t.rules[kind] }));
  return (
    <search>
      <form
        class="filters"
        action={`/${language}/staff/vacancies/${vacancy.reference}/screening`}
        aria-label={t.filter}
      >
        <Select
          name="state"
          label={t.state}
          empty={t.anyState}
          options={STATES.map((value) => ({ value, text: t.states[value] }))}
          value={filters.state}
        />
        {may.arrange && (
          <Select
            name="screener"
            label={t.screener}
            empty={t.anyScreener}
            options={[...screeners].map(([value, text]) => ({ value, text }))}
            value={filters.screener}
          />
        )}
        <Select
          name="requirement"
          label={t.requirement}
          empty={t.anyRequirement}
          options={requirements}
          value={filters.requirement}
        />
        <Select
          name="finding"
          label={t.finding}
          empty={t.anyFinding}
          options={FINDINGS.map((value) => ({ value, text: t.findings[value] }))}
          value={filters.finding}
        />
        <Select name="rule" label={t.rule} empty={t.anyRule} options={rules} value={filters.rule} />
        <Select
          name="per"
          label={t.per}
          empty={String(PAGE_SIZES[0])}
          options={PAGE_SIZES.slice(1).map((size) => ({ value: String(size), text: formatNumber(size, language) }))}
          value={String(filters.per)}
        />
        <SubmitButton tone="quiet">{t.show}</SubmitButton>
      </form>
    </search>
  );
}
