import type { Language } from '../../platform/language.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { LinkList } from '../../site/link-list.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice, Why } from '../../site/parts.tsx';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import type { HardRule } from '../sheet/sheet.ts';
import type { Offer } from './bulk.ts';

type BulkProps = {
  page: PageContext;
  reference: string;
  offers: Offer[];
  runs: { run: string; rule: HardRule | undefined; count: number }[];
  problem?: string | undefined;
};

const ruleTold = (rule: HardRule, language: Language): string =>
  rule.question?.[language] ?? SCREENING_TEXTS[language].rules[rule.kind];

/** What rules say of several of one's open applications, to be taken over for all of them, and what was taken over. */
export function BulkPage({ page, reference, offers, runs, problem }: BulkProps) {
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  const here = `/${language}/staff/vacancies/${reference}/screening`;
  return (
    <StaffLayout page={page} title={`${t.hardRules} – ${reference}`} nav={page.actor?.links ?? []}>
      <BackLink href={here}>{t.screening}</BackLink>
      {problem && <Notice tone="warning" status title={problem} />}
      <p class="eyebrow">
        <b>{reference}</b>
      </p>
      <h1>{t.hardRules}</h1>
      <p>{t.hardRulesNote}</p>
      {offers.length === 0 && <EmptyState title={t.nothingToTake} />}
      {offers.map(({ rule, finding, numbers }) => (
        <form key={`${rule.code} ${finding}`} method="post" action={`${here}/hard-rules`}>
          <input type="hidden" name="rule" value={rule.code} />
          <input type="hidden" name="finding" value={finding} />
          <h2>{t.takeOverWhat(ruleTold(rule, language), t.findings[finding])}</h2>
          <p>{plural(numbers.length, t.notTaken, language)}</p>
          <Why about={ruleTold(rule, language)}>
            <p>
              {rule.rule} · {rule.source[language]}
            </p>
          </Why>
          <SubmitButton name="do" value="preview" tone="quiet">
            {t.preview}
            <span class="hidden"> ({ruleTold(rule, language)})</span>
          </SubmitButton>
        </form>
      ))}
      {runs.length > 0 && <h2>{t.runs}</h2>}
      {runs.map(({ run, rule, count }) => (
        <form key={run} method="post" action={`${here}/hard-rules`}>
          <input type="hidden" name="run" value={run} />
          <p>
            {rule && ruleTold(rule, language)} · {plural(count, t.notTaken, language)}
          </p>
          <SubmitButton name="do" value="undo" tone="quiet">
            {t.undo}
            {rule && <span class="hidden"> ({ruleTold(rule, language)})</span>}
          </SubmitButton>
        </form>
      ))}
    </StaffLayout>
  );
}

type PreviewProps = {
  page: PageContext;
  reference: string;
  offer: Offer;
  mark: string;
  reason?: string;
  errors?: FieldError[];
};

/** Which applications are meant, and what will stand on their sheets. */
export function BulkPreviewPage({ page, reference, offer, mark, reason = '', errors = [] }: PreviewProps) {
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  const { rule, finding, numbers } = offer;
  const here = `/${language}/staff/vacancies/${reference}/screening/hard-rules`;
  return (
    <StaffLayout
      page={page}
      title={`${t.previewTitle} – ${reference}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={here}>{t.hardRules}</BackLink>
      <ErrorSummary errors={errors} />
      <h1>{t.previewTitle}</h1>
      <p>{t.previewNote(ruleTold(rule, language), t.findings[finding])}</p>
      <p>{plural(numbers.length, t.notTaken, language)}</p>
      <LinkList
        links={numbers.map((number) => ({
          href: `/${language}/staff/vacancies/${reference}/screening/${number}`,
          text: number,
        }))}
      />
      <form method="post" action={here} novalidate>
        <input type="hidden" name="rule" value={rule.code} />
        <input type="hidden" name="finding" value={finding} />
        <input type="hidden" name="mark" value={mark} />
        <TextArea name="reason" label={t.reason} value={reason} rows={2} optional error={errorOf(errors, 'reason')} />
        <div class="actions">
          <SubmitButton name="do" value="confirm">
            {t.confirm}
          </SubmitButton>
        </div>
      </form>
    </StaffLayout>
  );
}
