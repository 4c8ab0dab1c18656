import { VacancyLine } from '../../applications/vacancy-line.tsx';
import type { Language, Translated } from '../../platform/language.ts';
import { DataTable } from '../../site/data-table.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { LOCALES } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Facts, Notice, Tag } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { InLanguage } from '../plan/stage-name.tsx';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { SELECTION_TEXTS } from '../selection-texts.ts';
import type { PanelAgreement } from './panel-agreement.ts';

export type CandidateRow = {
  number: string;
  /** By name, where whoever assesses meets them; undefined where a test is read by number. */
  name: string | undefined;
  yours: 'open' | 'begun' | 'signed' | 'recused' | 'undeclared' | 'none';
  /** How many of how many have signed; not told to who is recused. */
  counts: { signed: number; expected: number } | undefined;
  agreed: boolean;
  /** A review opened the stage again for them alone. */
  again: boolean;
};

export type ScoresProps = {
  page: PageContext;
  reference: string;
  vacancyTitle: Translated;
  /** The stage's name in the page's language. */
  name: string;
  stage: PlannedStage;
  rows: CandidateRow[];
  /** For the chair alone. */
  agreement: (PanelAgreement & { low: boolean }) | undefined;
};

/** Everybody invited to a stage, and how far each is scored. */
export function ScoresPage(props: ScoresProps) {
  const { page, reference, name, stage, rows } = props;
  const { language } = page;
  const t = SELECTION_TEXTS[language];
  const here = `/${language}/staff/vacancies/${reference}/stages`;
  return (
    <StaffLayout page={page} title={`${t.scoresOf(name)} · ${reference}`} nav={page.actor?.links ?? []}>
      <BackLink href={here}>{t.plan}</BackLink>
      <VacancyLine reference={reference} title={props.vacancyTitle} />
      <h1>{t.scoresOf(name)}</h1>
      <p class="lede">{t.scoresLede}</p>
      <p class="links">
        <a href={`${here}/${stage.id}/languages`}>{t.languageLevels}</a>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t.nobodyHere}>
          <p>{t.nobodyHereNote}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t.scoresOf(name)}
          hiddenCaption
          columns={[
            { heading: t.candidate, rowHeader: true },
            { heading: t.yours },
            { heading: t.panelState },
            { heading: t.agreedState },
          ]}
          rows={rows.map((row) => ({
            key: row.number,
            cells: [
              <>
                {row.counts ? <a href={`${here}/${stage.id}/scores/${row.number}`}>{calledOf(row)}</a> : calledOf(row)}{' '}
                {row.again && <Tag tone="warning">{t.again}</Tag>}
              </>,
              t.yourStates[row.yours],
              row.counts ? t.signedOf(row.counts.signed, row.counts.expected) : t.none,
              row.agreed ? <Tag tone="success">{t.agreedState}</Tag> : t.none,
            ],
          }))}
        />
      )}
      <AgreementFacts {...props} />
    </StaffLayout>
  );
}

const calledOf = ({ name, number }: CandidateRow): string => (name === undefined ? number : `${name} · ${number}`);

function AgreementFacts({ page: { language }, agreement }: ScoresProps) {
  const t = SELECTION_TEXTS[language];
  if (!agreement) return null;
  const { alpha, outliers, low } = agreement;
  return (
    <>
      <h2>{t.agreement}</h2>
      <Facts
        facts={[
          { term: t.alpha, value: alpha === undefined ? t.alphaNone : alphaText(alpha, language), note: t.alphaNote },
        ]}
      />
      {low && <Notice tone="warning" title={t.alphaLow} />}
      {outliers.length > 0 && (
        <>
          <h3>{t.outliers}</h3>
          <ul>
            {outliers.map(({ key, candidate, name, item, points, middle }) => (
              <li key={key}>
                {candidate}. {name}
                {colon(language)}
                <InLanguage text={item} language={language} /> ({t.pointsBeside(points, middle)})
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const alphaText = (alpha: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(alpha);
