import type { Language } from '../../platform/language.ts';
import { countryName } from '../../regulations/organisation/countries.ts';
import { DataTable } from '../../site/data-table.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { numberFormat } from '../../site/intl.ts';
import { formatNumber, joinList, LOCALES, plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState } from '../../site/parts.tsx';
import { NONE, selectionRatio, SEVERAL, shareOnwards, type Balance, type Reached } from './balance.ts';
import { BALANCE_TEXTS } from './balance-texts.ts';
import { ByStageSection, type ByStageState } from './by-stage-section.tsx';

type BalancePageProps = {
  page: PageContext;
  reference: string;
  /** The stages that people are invited to, by name and in order. */
  stages: readonly string[];
  undecided: number;
  /** Undefined where nothing may be shown. */
  balance: Balance | undefined;
  smallest: number;
  /** Whether the organisation asks questions on equal access. */
  asks: boolean;
  byStage: ByStageState;
};

/** How far people of each nationality got; nothing that would tell of one. */
export function BalancePage(props: BalancePageProps) {
  const { page, reference, undecided, balance, asks, byStage } = props;
  const { language } = page;
  const t = BALANCE_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.title(reference)} nav={page.actor?.links ?? []}>
      <BackLink href={`/${language}/staff/vacancies/${reference}/applications`}>{t.back}</BackLink>
      <h1>{t.title(reference)}</h1>
      <p>{t.intro}</p>
      {undecided > 0 ? (
        <EmptyState title={t.notYet}>
          <p>{t.notYetNote}</p>
          <p>{plural(undecided, t.undecided, language)}</p>
        </EmptyState>
      ) : balance ? (
        <Tables {...props} balance={balance} />
      ) : (
        <EmptyState title={t.tooFew} />
      )}
      {(asks || byStage.kind === 'counted') && (
        <>
          <ByStageSection language={language} reference={reference} state={byStage} />
          <p>
            <a href={`/${language}/staff/vacancies/${reference}/equality`}>{t.equalityLink}</a>
          </p>
        </>
      )}
    </StaffLayout>
  );
}

type Row = { key: string; name: string; reached: Reached };

function Tables({ page: { language }, stages, balance, smallest }: BalancePageProps & { balance: Balance }) {
  const t = BALANCE_TEXTS[language];
  const names = [t.received, ...stages, t.suitable];
  const levels = balance.levels.map((level) => names[level] ?? '');
  const rows = rowsOf(balance, language);
  const { everybody } = balance;
  return (
    <>
      <p class="hint">{t.together(smallest)}</p>
      <DataTable
        caption={t.counts}
        columns={[
          { heading: t.nationality, rowHeader: true },
          ...levels.map((heading) => ({ heading, numeric: true })),
        ]}
        rows={rows.map(({ key, name, reached }) => ({
          key,
          cells: [name, ...reached.map((count) => formatNumber(count, language))],
        }))}
      />
      {levels.length > 1 && (
        <>
          <p class="hint">{t.ratiosNote}</p>
          <DataTable
            caption={t.ratios}
            columns={[
              { heading: t.nationality, rowHeader: true },
              ...levels.slice(1).map((to, index) => ({ heading: t.onwards(levels[index] ?? '', to), numeric: true })),
            ]}
            rows={rows.map(({ key, name, reached }) => ({
              key,
              cells: [name, ...levels.slice(1).map((_, level) => ratioText({ reached, everybody, level }, language))],
            }))}
          />
        </>
      )}
    </>
  );
}

function rowsOf({ groups, others, everybody }: Balance, language: Language): Row[] {
  const t = BALANCE_TEXTS[language];
  const nameOf = (code: string) =>
    code === SEVERAL ? t.several : code === NONE ? t.none : countryName(code, language);
  return [
    ...groups.map(({ code, reached }) => ({ key: code, name: nameOf(code), reached })),
    ...(others
      ? [{ key: 'others', name: t.others(joinList(others.codes.map(nameOf), language)), reached: others.reached }]
      : []),
    { key: 'everybody', name: t.everybody, reached: everybody },
  ];
}

type Step = { reached: Reached; everybody: Reached; level: number };

function ratioText({ reached, everybody, level }: Step, language: Language): string {
  const share = shareOnwards(reached, level);
  const ratio = selectionRatio(reached, everybody, level);
  if (share === undefined || ratio === undefined) return '–';
  const percent = numberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 }).format(share);
  const two = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return `${percent} (${numberFormat(LOCALES[language], two).format(ratio)})`;
}
