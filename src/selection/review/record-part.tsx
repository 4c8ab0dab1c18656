import type { Translated } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DataTable } from '../../site/data-table.tsx';
import { dateIn } from '../../site/dates.ts';
import type { PageContext } from '../../site/page-context.ts';
import { Facts } from '../../site/parts.tsx';
import type { StageEntry } from '../../applications/stages/stage-state.ts';
import { InLanguage, stageName } from '../plan/stage-name.tsx';
import type { OwnRecord } from './frozen-record.ts';
import { REVIEW_TEXTS } from './review-texts.ts';

/** What a decision on one candidate stands on, as it was then. */
export type DecisionRecord = {
  decision: StageEntry;
  zone: string;
  record: OwnRecord | undefined;
  sha256: string | null;
};

type RecordProps = DecisionRecord & { page: PageContext; organisation: Organisation };

/** The decision, its reason that may be told, and the candidate's own scores by item; nothing of anybody else. */
export function RecordPart(props: RecordProps) {
  const { page, decision, zone, record, sha256 } = props;
  const { language } = page;
  const t = REVIEW_TEXTS[language];
  return (
    <>
      <Facts
        facts={[
          { term: t.decision, value: t.outcomes[decision.position] },
          { term: t.decidedOn, value: dateIn(decision.enteredAt, zone, language) },
          ...(decision.told
            ? [{ term: t.reason, value: <InLanguage text={decision.told} language={language} /> }]
            : []),
          ...(sha256 ? [{ term: t.fingerprint, value: <code class="breakable">{sha256}</code> }] : []),
        ]}
      />
      {record ? <Scores {...props} record={record} /> : <p>{t.noScores}</p>}
    </>
  );
}

function Scores({ page: { language }, organisation, record }: RecordProps & { record: OwnRecord }) {
  const t = REVIEW_TEXTS[language];
  const nameOf = (code: string) => stageName(code, organisation, language);
  const row = (key: string, cells: [string, Translated | string, string]) => {
    const [stage, what, points] = cells;
    return {
      key,
      cells: [stage, typeof what === 'string' ? what : <InLanguage text={what} language={language} />, points],
    };
  };
  return (
    <>
      <DataTable
        caption={t.scores}
        columns={[{ heading: t.stage, rowHeader: true }, { heading: t.item }, { heading: t.points, numeric: true }]}
        rows={record.stages.flatMap(({ code, score, items }) => [
          ...items.map(({ text, points, highest }, at) =>
            row(`${code} ${at}`, [nameOf(code), text, t.outOf(points, highest)]),
          ),
          row(code, [nameOf(code), t.stageScore, score]),
        ])}
      />
      {record.total !== null && <Facts facts={[{ term: t.total, value: record.total }]} />}
      {record.failed !== null && <p>{t.failed(nameOf(record.failed))}</p>}
    </>
  );
}
