import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DataTable } from '../../site/data-table.tsx';
import { SubmitButton } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { formatNumber, plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Facts, Notice, Pagination } from '../../site/parts.tsx';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import type { ScreeningResult } from '../screening-queries.ts';
import { FINDINGS, type Finding } from '../sheet/sheet.ts';

/** An application on which the screeners differ; `own`: its reader screened it, so that another person settles it. */
export type Differing = { number: string; differences: number; own: boolean };

type SettlementProps = {
  page: PageContext;
  reference: string;
  organisation: Organisation;
  agreed: { number: string; outcome: Finding }[];
  /** How many there are in all: those that are frozen at once are the first of them. */
  agreedInAll: number;
  /** Those of this page. */
  differing: Differing[];
  differingInAll: number;
  current: number;
  pages: number;
  /** A fingerprint of what is shown as agreed. */
  mark: string;
  results: ScreeningResult[];
  mayDecide: boolean;
  problem?: string | undefined;
};

/** What is ready: results on which the screeners agree, those on which they differ, and what is settled. */
export function SettlementPage(props: SettlementProps) {
  const { page, reference, agreed, differing, problem } = props;
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  const here = `/${language}/staff/vacancies/${reference}/screening`;
  return (
    <StaffLayout page={page} title={`${t.settlement} – ${reference}`} nav={page.actor?.links ?? []}>
      <BackLink href={here}>{t.screening}</BackLink>
      {problem && <Notice tone="warning" status title={problem} />}
      <p class="eyebrow">
        <b>{reference}</b>
      </p>
      <h1>{t.settlement}</h1>
      <p>{t.settlementNote}</p>
      {agreed.length + differing.length === 0 && (
        <EmptyState title={t.nothingReady}>
          <p>{t.nothingReadyNote}</p>
        </EmptyState>
      )}
      {agreed.length > 0 && <Agreed {...props} here={here} />}
      {differing.length > 0 && <Differences {...props} here={here} />}
      <Results {...props} />
    </StaffLayout>
  );
}

function Differences({
  page: { language },
  differing,
  differingInAll,
  current,
  pages,
  here,
}: SettlementProps & { here: string }) {
  const t = SCREENING_TEXTS[language];
  return (
    <section>
      <DataTable
        caption={plural(differingInAll, t.differ, language)}
        columns={[{ heading: t.number, rowHeader: true }, { heading: t.what }, { heading: t.settleOne }]}
        rows={differing.map(({ number, differences, own }) => ({
          key: number,
          cells: [
            number,
            plural(differences, t.differences, language),
            own ? (
              t.anotherSettles
            ) : (
              <a href={`${here}/${number}/settlement`}>
                {t.settleOne}
                <span class="hidden"> {number}</span>
              </a>
            ),
          ],
        }))}
      />
      <Pagination current={current} total={pages} href={(to) => `${here}/settlement?page=${to}`} />
    </section>
  );
}

function Agreed({ page: { language }, agreed, agreedInAll, mark, here }: SettlementProps & { here: string }) {
  const t = SCREENING_TEXTS[language];
  return (
    <form method="post" action={`${here}/settlement`}>
      {agreedInAll > agreed.length && <p class="hint">{t.frozenInParts(formatNumber(agreed.length, language))}</p>}
      <DataTable
        caption={plural(agreedInAll, t.agree, language)}
        columns={[{ heading: t.number, rowHeader: true }, { heading: t.outcome }]}
        rows={agreed.map(({ number, outcome }) => ({ key: number, cells: [number, t.outcomes[outcome]] }))}
      />
      <input type="hidden" name="mark" value={mark} />
      <div class="actions">
        <SubmitButton>{plural(agreed.length, t.settleAgreed, language)}</SubmitButton>
      </div>
    </form>
  );
}

/** How many came to what, and a way to those that are not to be retained: the step itself is taken there, by a person. */
function Results({ page: { language }, reference, results, organisation, mayDecide }: SettlementProps) {
  const t = SCREENING_TEXTS[language];
  if (results.length === 0) return null;
  const { reasons } = organisation.selection.screening;
  const notMet = results.filter(({ outcome }) => outcome === 'not-met');
  const byRule = notMet.filter(({ findings }) =>
    Object.values(findings.rules).some(({ finding }) => finding === 'not-met'),
  );
  const groups = [
    { key: 'eligibility', of: byRule, reason: reasons.eligibility },
    { key: 'requirement', of: notMet.filter((one) => !byRule.includes(one)), reason: reasons.requirement },
  ] as const;
  return (
    <section>
      <h2>{t.results}</h2>
      <Facts
        facts={FINDINGS.map((finding) => ({
          term: t.outcomes[finding],
          value: results.filter(({ outcome }) => outcome === finding).length,
        }))}
      />
      <p>{t.resultsNote}</p>
      {mayDecide &&
        groups.map(
          ({ key, of, reason }) =>
            of.length > 0 && (
              <form key={key} method="post" action={`/${language}/staff/vacancies/${reference}/selection`}>
                <input type="hidden" name="position" value="under-review" />
                <input type="hidden" name="action" value="not-retain" />
                <input type="hidden" name="reason" value={reason} />
                <input type="hidden" name="whom" value="ticked" />
                {of.map(({ number }) => (
                  <input key={number} type="hidden" name="numbers" value={number} />
                ))}
                <SubmitButton name="do" value="change" tone="quiet">
                  {plural(of.length, t.preselect[key], language)}
                </SubmitButton>
              </form>
            ),
        )}
    </section>
  );
}
