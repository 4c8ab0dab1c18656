import { createHash } from 'node:crypto';
import type { Db } from '../../schema.ts';
import { reportContent } from '../decision/report-content.ts';
import type { Proposal } from '../decision/report.ts';
import { meritOrder } from '../merit/merit-order.ts';
import { openStageOf, exampleItem } from '../selection-testing.ts';

type Scored = { id: string; number: string; points: number; outcome: Proposal['outcome'] };
type Released = { reference: string; at: Date; by: string; candidates: readonly Scored[] };

/** A closed stage at which these candidates were scored, and the released report that decided on them. */
export async function insertReleasedReport(db: Db, { reference, at, by, candidates }: Released): Promise<string> {
  const scale = openStageOf([]).scale ?? [];
  const items = [exampleItem('c1')];
  const { id: stage } = await db
    .insertInto('selectionStages')
    .values({
      vacancyReference: reference,
      number: 1,
      code: 'panel-interview',
      fromOn: null,
      toOn: null,
      assessedBy: 'panel',
      weight: 100,
      passMark: null,
      items: JSON.stringify(items),
      scale: JSON.stringify(scale),
      status: 'closed',
      openedAt: at,
      closedAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('consensusSheets')
    .values(
      candidates.map(({ id, points }) => ({
        stageId: stage,
        applicationId: id,
        scores: JSON.stringify({ c1: { points, note: '' } }),
        members: [by],
        recordedBy: by,
        recordedAt: at,
      })),
    )
    .execute();
  const counted = [{ id: stage, weight: 100, passMark: null, items, highest: 5 }];
  const agreed = candidates.map(({ id, points }) => ({ candidate: id, stage, points: { c1: points } }));
  const proposals = candidates.map(({ id, number, outcome }) => ({
    candidate: id,
    number,
    outcome,
    reason: '',
    why: '',
  }));
  const content = reportContent({
    reference,
    title: { en: 'Hydrologist' },
    posts: 1,
    panel: [],
    recusals: [],
    stages: [{ ...openStageOf(items), id: stage, status: 'closed', closedAt: at }],
    order: meritOrder(
      candidates.map(({ id }) => id),
      counted,
      agreed,
    ),
    candidates: new Map(
      candidates.map(({ id, number }) => [id, { number, givenNames: 'Secret', familyName: `Name of ${number}` }]),
    ),
    proposals,
    texts: { en: 'A strong field.' },
  });
  await db
    .insertInto('selectionReports')
    .values({
      vacancyReference: reference,
      number: 1,
      status: 'accepted',
      proposals: JSON.stringify(proposals),
      texts: JSON.stringify({ en: 'A strong field.' }),
      content,
      contentSha256: createHash('sha256').update(content).digest(),
      decidedAt: at,
      decidedBy: by,
      decidedByName: 'Tove Gran',
      decisions: JSON.stringify(proposals),
      releasedAt: at,
      releasedBy: by,
      createdAt: at,
    })
    .execute();
  return createHash('sha256').update(content).digest('hex');
}
