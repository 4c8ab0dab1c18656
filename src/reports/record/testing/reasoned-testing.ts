import { enterReceipts } from '../../../applications/receipt-log/receipt-log-tasks.ts';
import { recordClearing, recordConflicts, conflictsIn } from '../../../competition/conflict-queries.ts';
import { readClosed } from '../../../integrity/integrity-tasks.ts';
import type { Actor } from '../../../people/actor.ts';
import { recordDue } from '../../../screening/due/due-queries.ts';
import { recordVerdict, type FoundPair } from '../../../screening/duplicates/duplicate-queries.ts';
import { insertApplicant } from '../../../screening/screening-testing.ts';
import { recordReveal } from '../../../screening/sheet/sheet-queries.ts';
import { hidden, takeStep } from '../../../selection/panel-testing.ts';
import { recordLateWish } from '../../../selection/invitations/late-wish-queries.ts';
import { planOf, recordStage } from '../../../selection/plan/plan-queries.ts';
import { haveRedone } from '../../../selection/redo/redo-testing.ts';
import { recordAnswered, recordAsked, recordNamed } from '../../../selection/references/reference-queries.ts';
import type { Client, TestApp } from '../../../testing.ts';
import { screenedCompetition, SCREENED_STAGE, type ScreenedCompetition } from './screened-testing.ts';

/** A competition in which everybody who must say why has said so, one candidate more asked about their letter. */
export type ReasonedCompetition = ScreenedCompetition & { asked: { client: Client; number: string } };

export async function reasonedCompetition(app: TestApp, reference: string): Promise<ReasonedCompetition> {
  const competition = await screenedCompetition(app, reference);
  await bar(app, competition);
  await screenOn(app, competition);
  await changePlan(app, competition);
  await ask(app, competition);
  const asked = await examine(app, competition);
  await review(app, competition);
  return { ...competition, asked };
}

/** As the guard would have it. */
const actorOf = ({ accountId = '' }: Client) => ({ accountId, roles: ['recruitment-manager'] }) as unknown as Actor;
const idsOf = async ({ db }: TestApp, { reference }: ScreenedCompetition): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom('applications')
    .select(['id', 'number'])
    .where('vacancyReference', '=', reference)
    .execute();
  return new Map(rows.map(({ id, number }) => [number, id]));
};

/** Two conflicts are cleared; one of them is then declared anew, otherwise. */
async function bar(app: TestApp, competition: ScreenedCompetition): Promise<void> {
  const { reference, manager, screeners, numbers } = competition;
  const { db, now: at } = app;
  const [accountId = '', other = ''] = screeners.map((one) => one.accountId);
  const [first = '', second = ''] = [...(await idsOf(app, competition))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, id]) => id);
  const cousin = { accountId, applicationId: first, kind: 'relative', foundBy: 'declared' } as const;
  const colleague = { accountId: other, applicationId: second, kind: 'same-employer', foundBy: 'detected' } as const;
  const by = { kind: 'account', id: accountId } as const;
  const found = [
    { ...cousin, reason: '=My cousin.' },
    { ...colleague, reason: 'River Works, 2019' },
  ];
  await db.transaction().execute((one) => recordConflicts(one, { reference, found, by, at }));
  for (const conflict of await conflictsIn(db, reference))
    await recordClearing(db, { conflict, reason: `'=Not in fact, ${numbers.length}.`, actor: actorOf(manager), at });
  const anew = [{ ...cousin, reason: '+In fact, my cousin.' }];
  await recordConflicts(db, { reference, found: anew, by, at: new Date(at.getTime() + 60_000) });
}

/** A passage is uncovered, two applications are found to be alike, and then not; the screening is given more time twice. */
async function screenOn(app: TestApp, competition: ScreenedCompetition): Promise<void> {
  const { reference, manager, screeners } = competition;
  const { db, now: at } = app;
  const [screener = manager] = screeners;
  const ids = await idsOf(app, competition);
  const [number = ''] = ids.keys();
  const applicationId = ids.get(number) ?? '';
  const reveal = { applicationId, passage: '0123456789abcdef', kind: 'name', reason: '=The sentence ends in it.' };
  await recordReveal(db, { reveal, number, actor: actorOf(screener), at });
  const pair: FoundPair = {
    ids: [...ids.values()].toSorted().slice(0, 2) as [string, string],
    numbers: [...ids.keys()].toSorted().slice(0, 2) as [string, string],
    alike: [],
    bornApart: false,
    verdict: undefined,
  };
  for (const [verdict, reason] of [
    ['same-person', 'Both were born there.'],
    ['other-person', '-Two sisters.'],
  ] as const)
    await recordVerdict(db, { pair, verdict, reason, actor: actorOf(manager), at });
  for (const [index, reason] of ['Two are ill.', '@All are back.'].entries()) {
    const due = { number: index + 1, day: `2027-01-0${index + 1}`, reason };
    await recordDue(db, reference, { due, actor: actorOf(manager), at });
  }
}

/** The open stage is moved to another room, and moved back. */
async function changePlan({ db, now: at }: TestApp, { reference, manager }: ScreenedCompetition): Promise<void> {
  for (const [room, reason] of Object.entries({ 'Room 5': 'Room 3 is flooded.', 'Room 3': '=It is dry.' })) {
    const [before] = await planOf(db, reference);
    if (!before) throw new Error('nothing planned');
    const after = { ...before, place: { en: room }, version: before.version + 1 };
    await recordStage(db, { before, after, reason }, { reference, actor: actorOf(manager), at });
  }
}

/** Two referees of the second candidate decline, one of them without a word, and the stage is closed: then another time is asked for. */
async function ask(app: TestApp, competition: ScreenedCompetition): Promise<void> {
  const { reference, manager, applicants, numbers } = competition;
  const { db, now: at } = app;
  const [stage] = await planOf(db, reference);
  const [, number = ''] = numbers;
  const [, candidate] = applicants;
  const applicationId = (await idsOf(app, competition)).get(number) ?? '';
  const by = { kind: 'account', id: candidate?.accountId ?? '' } as const;
  const about = { number, stage: SCREENED_STAGE, at, by };
  const of = { relation: 'Head', language: 'en', stageId: stage?.id ?? '', applicationId } as const;
  for (const name of ['Ida Moe', 'Per Dahl'])
    await recordNamed(db, { name, email: `${name.slice(0, 3)}@river.example`, ...of }, about);
  const rows = await db.selectFrom('referees').selectAll().orderBy('name').execute();
  for (const [place, row] of rows.entries()) {
    const referee = { ...row, version: row.version + 1 } as unknown as Parameters<typeof recordAsked>[1];
    await recordAsked(db, referee, { ...about, secret: 'a secret of the installation' });
    const declineWord = place === 0 ? '=I hardly know him.' : '';
    await recordAnswered(db, row, { number, stage: SCREENED_STAGE, at, declineWord });
  }
  const closed = await manager.post(`/en/staff/vacancies/${reference}/stages/${stage?.id}/closing`);
  if (closed.status !== 303) throw new Error(`Not closed: ${closed.status}`);
  const wish = { kind: 'time', words: '=My train was late.' } as const;
  const whose = { candidate: { applicationId, number }, stageId: stage?.id ?? '', stage: SCREENED_STAGE, by, at };
  await recordLateWish(db, { wish, lateBy: 'closed' }, whose);
}

/** Somebody is asked about a place that stayed empty, answers twice, and it is let pass. */
async function examine(app: TestApp, { reference }: ScreenedCompetition) {
  const client = await app.signedInAs('applicant', 'fr');
  const { accountId } = client;
  const letter = { text: 'I led the gauging.\n[Your Name]', fileName: 'letter.pdf' };
  const { number } = await insertApplicant(app.context, reference, { accountId, familyName: 'Blom', letter });
  await enterReceipts(app.context);
  await readClosed(app.context);
  const page = `/en/staff/applications/${number}/integrity`;
  const [opener, decider] = [await app.signedInAs('recruiter'), await app.signedInAs('recruitment-manager')];
  for (const person of [opener, decider]) {
    await person.get(`/en/staff/applications/${number}`);
    await person.get(`/en/staff/applications/${number}/documents/cover-letter`);
    await person.post(`${page}/reading`);
  }
  const { text } = await opener.get(page);
  const evidence = [...text.matchAll(/name="evidence" value="([\da-f]{64})"/g)].map(([, hash = '']) => hash);
  await opener.post(`${page}/cases`, { evidence, reason: '=How did this come about?' });
  const mine = `/fr/my/applications/${number}/integrity`;
  for (const answer of ['Je ne sais pas.', '=Une amie l’a relue.']) {
    await client.post(`${mine}/answer`, { answer, version: hidden((await client.get(mine)).text, 'version') });
    app.now = new Date(app.now.getTime() + 60_000);
  }
  const version = hidden((await decider.get(page)).text, 'version');
  const decided = await decider.post(`${page}/decision`, { outcome: 'no-action', decision: '=A slip.', version });
  if (decided.location !== `${page}?done=decided`) throw new Error(`Not decided: ${decided.status}`);
  return { client, number };
}

/** The one who was turned down is told why in a note, asks for a review, and is screened again. */
async function review(app: TestApp, { reference, manager, applicants, numbers }: ScreenedCompetition): Promise<void> {
  const [, second = ''] = numbers;
  const note = { 'note-en': 'The test was at level II.', 'note-fr': 'L’épreuve était au niveau II.' };
  const turnDown = { position: 'invited', numbers: [second], action: 'not-retain', reason: 'comparison', ...note };
  await takeStep(manager, reference, turnDown);
  const [candidate = manager] = applicants;
  const [number = ''] = numbers;
  const reviewer = await app.signedInAs('staff-member');
  await haveRedone(app, { reference, number, candidate, manager, reviewer, from: 'screening', reach: 'step' });
}
