import { insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import type { Db } from '../../schema.ts';
import { TEST_PASSWORD } from '../../people/people-testing.ts';
import { insertMember } from '../../screening/screening-testing.ts';
import type { Client, TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import {
  AT,
  done,
  makeCandidates,
  makeCorrespondence,
  makeScreened,
  makeTasks,
  otherStaff,
  wordFor,
  type Candidates,
  type Making,
  type Staffing,
} from './role-competition-testing.ts';
import { makePeople, type People, type Someone } from './role-people-testing.ts';
import {
  makeMeetings,
  makeReferences,
  makeReport,
  makeReview,
  makeScores,
  makeStages,
} from './role-selection-testing.ts';

/** A competition in which each kind of thing is there once, and where it is found: by the parameter of the routes. */
export type Competition = {
  reference: string;
  letter: string;
  candidates: Candidates;
  found: Record<string, string[]>;
};
export type RoleWorld = { app: TestApp; people: People; own: Competition; other: Competition };

const OPEN_REFERENCE = '260790';

/** Two competitions alike: in the one the people have their tasks, in the other they have none. */
export async function makeRoleWorld(app: TestApp): Promise<RoleWorld> {
  const people = await makePeople(app);
  await insertVacancy(app.db, {
    reference: OPEN_REFERENCE,
    status: 'published',
    deadlineAt: new Date('2026-12-18T22:59:59Z'),
  });
  const own = await makeCompetition(app, { reference: '260791', letter: 'a', seed: 7, staff: people, people });
  const staff = await otherStaff(app, people);
  const other = await makeCompetition(app, { reference: '260792', letter: 'b', seed: 8, staff, people });
  people.applicant = asApplicant(people.applicant, own);
  people['applicant-elsewhere'] = asApplicant(people['applicant-elsewhere'], other);
  await alsoApplies(app, people['recruiter-who-applies'], own.reference);
  await alsoScreens(app, people['recruiter-who-screens'], own.reference);
  await hasEnded(app.db, people['former-member'], own.reference);
  return { app, people, own, other };
}

type Wanted = { reference: string; letter: string; seed: number; staff: Staffing; people: People };

async function makeCompetition(app: TestApp, wanted: Wanted): Promise<Competition> {
  const { reference, letter, staff, people } = wanted;
  const candidates = await makeCandidates(app, wanted);
  const making: Making = { app, reference, letter, staff, candidates };
  const clientOf = (who: 'first-screener' | 'second-screener') =>
    staff === people ? Promise.resolve(people[who].client) : signedIn(app, staff[who].email);
  await makeTasks(making);
  const [first, second] = [await clientOf('first-screener'), await clientOf('second-screener')];
  await makeScreened(making, { manager: people.manager.client, first, second });
  const stages = await makeStages(making);
  await makeScores(making, stages);
  const slot = await makeMeetings(making, stages);
  const { referee, token } = await makeReferences(making, stages);
  await makeReport(making);
  const { review, redone, offer } = await makeReview(making, { other: OPEN_REFERENCE });
  await makeCorrespondence(making);
  const rest = await foundIn(making, first);
  const found = { ...rest, stage: Object.values(stages), slot: [slot], referee, token: [token] };
  return { reference, letter, candidates, found: { ...found, case: [review], redone: [redone], offer: [offer] } };
}

async function signedIn(app: TestApp, email: string): Promise<Client> {
  const client = app.visitor();
  await done(client.post('/en/sign-in', { email, password: TEST_PASSWORD }));
  return client;
}

/** What has an id of its own, by where it stands in an address. */
async function foundIn({ app, reference, candidates, ...making }: Making, screener: Client) {
  const { db } = app;
  const { number, client } = candidates.agreed;
  const evidence = { field: 'file', name: `${wordFor('evidence', making, 'agreed')}.pdf`, type: 'application/pdf' };
  await done(
    client.upload(
      `/en/my/applications/${number}/accommodation/evidence`,
      {},
      { ...evidence, content: await pdfOfPages(1) },
    ),
  );
  const request = await db
    .selectFrom('accommodationRequests')
    .innerJoin('accommodationEvidence', 'requestId', 'accommodationRequests.id')
    .select(['accommodationRequests.id', 'accommodationEvidence.id as evidence'])
    .where('applicationId', '=', candidates.agreed.applicationId)
    .executeTakeFirstOrThrow();
  const member = db.selectFrom('competitionMembers').select('id').where('vacancyReference', '=', reference);
  const conflict = db.selectFrom('conflictsOfInterest').select('id').where('vacancyReference', '=', reference);
  const sheet = await screener.get(`/en/staff/vacancies/${reference}/screening/${candidates['half-screened'].number}`);
  const [, passage = ''] = /\/passages\/([^"?]*)/.exec(sheet.text) ?? [];
  return {
    member: [(await member.where('role', '=', 'observer').executeTakeFirstOrThrow()).id],
    conflict: [(await conflict.executeTakeFirstOrThrow()).id],
    accommodation: [request.id],
    evidence: [request.evidence],
    passage: [passage],
  };
}

const asApplicant = (someone: Someone, { candidates: { agreed } }: Competition): Someone => ({
  ...someone,
  client: agreed.client,
  accountId: agreed.accountId,
});

/** Applies for the very vacancy whose applications they would read by their role. */
async function alsoApplies({ db, context }: TestApp, { accountId }: Someone, reference: string) {
  await insertSubmitted({ db, organisation: context.organisation }, { accountId, reference });
}

const alsoScreens = ({ db }: TestApp, { accountId, name }: Someone, reference: string) =>
  insertMember(db, { reference, accountId, role: 'screener', name, addedAt: AT });

/** Was of the panel until a moment ago. */
async function hasEnded(db: Db, { accountId, name }: Someone, reference: string) {
  await insertMember(db, { reference, accountId, role: 'panel-member', name, addedAt: AT });
  await db
    .updateTable('competitionMembers')
    .set({ removedAt: AT, removedBy: accountId, removalReason: 'Left.' })
    .where('accountId', '=', accountId)
    .execute();
}
