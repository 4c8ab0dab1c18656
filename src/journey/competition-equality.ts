import { answersFrom } from '../applications/equality/equality.ts';
import { countAnswers } from '../applications/equality/equality-queries.ts';
import { CLOSED_AT } from '../applications/stages/selection-testing.ts';
import { BY_STAGE_TEXTS } from '../reports/balance/by-stage-texts.ts';
import { isInvited, type Ending, type GeneratedCandidate } from './competition-candidates.ts';
import { arrives, goesOn, reads, type Place } from './competition-steps.ts';
import type { ServedApp } from './journey-app-testing.ts';
import { leave } from './person-testing.ts';

type Answering = GeneratedCandidate & { number: string; ending: Ending };

const DAYS_14_MS = 14 * 86_400_000;
/** Of each gender and each outcome of the screening, so many agree to be counted by stage; the others finish the page only. */
const AGREE = 5;

/** Rows of the published tables, as they were laid down: applied, and invited; then the share that was, with its ratios. */
export const EQUAL_ACCESS_LAID_DOWN = [
  ['A woman, Another description and I prefer not to say', '10', '5'],
  ['A man', '10', '5'],
  ['Not counted by stage', '20', '12'],
  ['Everybody', '40', '22'],
  ['A woman, Another description and I prefer not to say', '50% (1.00; 0.91)'],
  ['A man', '50% (1.00; 0.91)'],
  ['Not counted by stage', '60%'],
  ['Everybody', '55%'],
];

/** All forty finish the page on equal access; of those invited, whoever was not found suitable agrees to more. */
export async function finishEqualAccess(app: ServedApp, everybody: readonly Answering[]): Promise<void> {
  const invited = everybody.filter(isInvited).toSorted((a, b) => suitability(a) - suitability(b));
  const others = everybody.filter((one) => !isInvited(one));
  for (const group of [invited, others])
    for (const [at, { number }] of group.entries()) {
      const byStage = at < 2 * AGREE;
      // Fewer women than men among the others: of two answers given equally often, the counters would show neither.
      const gender = at % (byStage ? 2 : 3) === 0 ? 'woman' : 'man';
      await finish(app, { number, gender, byStage });
    }
}

const suitability = ({ ending }: Answering) => (ending.rank === null || ending.position === 'not-retained' ? 0 : 1);

async function finish({ context, db }: ServedApp, one: { number: string; gender: string; byStage: boolean }) {
  const { equality: rules } = context.organisation;
  const { id: applicationId, vacancyReference: reference } = await db
    .selectFrom('applications')
    .select(['id', 'vacancyReference'])
    .where('number', '=', one.number)
    .executeTakeFirstOrThrow();
  const answers = answersFrom({ gender: one.gender }, rules);
  const finished = { applicationId, reference, rules, answers, byStage: one.byStage };
  await db.transaction().execute((transaction) => countAnswers(transaction, finished, context.equalityKeys));
}

/** Another manager has the slips counted, two weeks after the closing date; answers the rows of what the page then shows. */
export async function countsEqualAccess(place: Place): Promise<string[][]> {
  place.app.now = new Date(CLOSED_AT.getTime() + DAYS_14_MS);
  const manager = await arrives(place, { name: 'Nora Vik', language: 'en', role: 'recruitment-manager' });
  await reads(manager, '/balance');
  await goesOn(manager, BY_STAGE_TEXTS.en.count);
  const tables = manager.person.page.locator('table').filter({ hasText: 'Which describes you?' });
  const rows = await tables.locator('tbody tr').all();
  const shown = await Promise.all(rows.map((row) => row.locator('.cell-value').allInnerTexts()));
  await leave(manager.person);
  return shown;
}
