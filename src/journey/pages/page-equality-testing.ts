import { answersFrom } from '../../applications/equality/equality.ts';
import { countAnswers } from '../../applications/equality/equality-queries.ts';
import { stageFigures, type Applied } from '../../reports/balance/stage-figures.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import type { ServedApp } from '../journey-app-testing.ts';

type Making = { app: ServedApp; found: Record<string, string> };

const CLOSED_LONG_AGO = new Date('2026-10-30T22:59:59Z');

/** So many of one answer who left at the first level, and at the second. */
const people = (left: [number, number], gender?: string): Applied[] =>
  left.flatMap((count, level) =>
    Array.from({ length: count }, () => ({ level, answers: gender === undefined ? undefined : { gender } })),
  );

/** Somebody who agreed to be counted by stage, a competition in which that can be done, and one in which it was. */
export async function makeEquality({ app: { context, db, now }, found }: Making): Promise<void> {
  const { equality: rules, selection } = context.organisation;
  const { id: applicationId, vacancyReference: reference } = await db
    .selectFrom('applications')
    .select(['id', 'vacancyReference'])
    .where('number', '=', found['invited'] ?? '')
    .executeTakeFirstOrThrow();
  const finished = { applicationId, reference, rules, answers: answersFrom({ gender: 'woman' }, rules), byStage: true };
  await db.transaction().execute((one) => countAnswers(one, finished, context.equalityKeys));
  const times = { deadlineAt: CLOSED_LONG_AGO, closedAt: CLOSED_LONG_AGO };
  await insertVacancy(db, { reference: '260407', status: 'closed', ...times });

  const stages = selection.stages.filter(({ invitation }) => invitation).map(({ name }) => name);
  const counts = { woman: 52, man: 49, another: 0, 'prefer-not-to-say': 3 };
  const figures = stageFigures({
    levels: stages.length + 2,
    applied: [...people([24, 6], 'woman'), ...people([17, 14], 'man'), ...people([60, 16])],
    counters: [{ question: 'gender', answers: Object.entries(counts).map(([code, count]) => ({ code, count })) }],
    smallest: rules.smallestShown,
  });
  const counted = { ...figures, ...rules.byStage, smallest: rules.smallestShown, stages, asked: rules.questions };
  await db
    .insertInto('equalityFigures')
    .values({ vacancyReference: '260402', figures: JSON.stringify(counted), countedAt: now })
    .execute();
}
