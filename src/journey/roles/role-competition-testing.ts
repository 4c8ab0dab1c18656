import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { requirementsOf } from '../../applications/answers.ts';
import { insertExamined } from '../../integrity/integrity-testing.ts';
import { insertAccount, TEST_PASSWORD } from '../../people/people-testing.ts';
import { insertApplicant, insertMember } from '../../screening/screening-testing.ts';
import type { Client, Form, TestApp } from '../../testing.ts';
import { exampleVacancy } from '../../vacancies/vacancy-testing.ts';
import { generateCandidates } from '../competition-candidates.ts';
import { insertColleague, type People, type Someone } from './role-people-testing.ts';

/** What each candidate of these competitions is there for. */
export const PARTS = ['agreed', 'half-scored', 'barred', 'differing', 'reviewed', 'half-screened'] as const;
export type Part = (typeof PARTS)[number];
export type Known = {
  part: Part;
  number: string;
  accountId: string;
  applicationId: string;
  client: Client;
  /** By any of these anybody would know them. */
  telling: string[];
};
export type Candidates = Record<Part, Known>;

/** Who does what in one competition. */
export type Staffing = Record<
  | 'manager'
  | 'recruiter'
  | 'chair'
  | 'member'
  | 'recused'
  | 'acting'
  | 'secretary'
  | 'observer'
  | 'authority'
  | 'reviewer'
  | 'first-screener'
  | 'second-screener',
  Pick<Someone, 'accountId' | 'name' | 'email'>
>;

export type Making = { app: TestApp; reference: string; letter: string; staff: Staffing; candidates: Candidates };

/** A word that stands nowhere but where it was written: of one kind, in one competition, about one candidate. */
export const wordFor = (kind: string, { letter }: Pick<Making, 'letter'>, part: Part | 'all' = 'all'): string =>
  `zq${kind}${letter}${PARTS.indexOf(part as Part) + 1}z`;

export const AT = new Date('2026-11-22T09:00:00Z');
const TASKS = {
  'first-screener': 'screener',
  'second-screener': 'screener',
  chair: 'panel-chair',
  member: 'panel-member',
  recused: 'panel-member',
  acting: 'panel-member',
  secretary: 'panel-secretary',
  observer: 'observer',
  authority: 'appointing-authority',
} as const;

/** People who work on a competition in which nobody who is walked has a task; the house's own roles are the same. */
export async function otherStaff(app: TestApp, { manager, recruiter }: People): Promise<Staffing> {
  const others = [...Object.keys(TASKS), 'reviewer'].map(async (who) => {
    const { id: accountId, email, name } = await insertColleague(app, `Zqother ${who}`);
    return [who, { accountId, email, name }];
  });
  return {
    manager,
    recruiter,
    ...(Object.fromEntries(await Promise.all(others)) as Omit<Staffing, 'manager' | 'recruiter'>),
  };
}

/** Names all who have a task, and has them say whom they cannot judge: one of the panel, of one candidate. */
export async function makeTasks({ app: { db }, reference, staff, candidates, ...making }: Making): Promise<void> {
  for (const [who, role] of Object.entries(TASKS)) {
    const { accountId, name } = staff[who as keyof typeof TASKS];
    await insertMember(db, { reference, accountId, role, name, addedAt: AT });
  }
  const acting = { vacancyReference: reference, accountId: staff.acting.accountId, name: staff.acting.name };
  await db
    .insertInto('competitionMembers')
    .values({
      ...acting,
      role: 'acting-chair',
      namingReason: 'The chair travels.',
      addedAt: AT,
      addedBy: staff.manager.accountId,
    })
    .execute();
  const numbers = [candidates.agreed.number, candidates['half-scored'].number, candidates.barred.number];
  const signed = (['chair', 'member', 'recused', 'acting', 'secretary', 'observer'] as const).map((who) => ({
    vacancyReference: reference,
    accountId: staff[who].accountId,
    candidates: numbers,
    textSha256: Buffer.alloc(32),
    signedAt: AT,
  }));
  await db.insertInto('competitionDeclarations').values(signed).execute();
  await db
    .insertInto('conflictsOfInterest')
    .values({
      vacancyReference: reference,
      accountId: staff.recused.accountId,
      applicationId: candidates.barred.applicationId,
      kind: 'friendship',
      foundBy: 'declared',
      reason: wordFor('conflict', making, 'barred'),
      foundAt: AT,
    })
    .execute();
}

/** The vacancy and those who applied, each telling who they are wherever there is room for words. */
export async function makeCandidates(
  app: TestApp,
  { reference, letter, seed }: { reference: string; letter: string; seed: number },
): Promise<Candidates> {
  await insertClosedVacancy(app.db, reference);
  const generated = generateCandidates(seed);
  const made: [Part, Known][] = [];
  for (const [at, part] of PARTS.entries()) {
    const one = generated[at];
    if (!one) throw new Error('Too few were generated');
    const { givenNames, familyName, email } = one;
    const telephone = `+32 4${at}7 ${seed % 90} 4${at} ${at}8`;
    const { id } = await insertAccount(app.db, { name: `${givenNames} ${familyName}`, email });
    const statement = `I, ${givenNames} ${familyName} (${email}, ${telephone}), led it: ${wordFor('statement', { letter }, part)}.`;
    const text = `${familyName}\n${email}\nDear Madam, ${wordFor('letter', { letter }, part)}`;
    const told = { accountId: id, givenNames, familyName, telephone, nationalities: ['SE'], statement };
    const { number } = await insertApplicant(app.context, reference, {
      ...told,
      letter: { text, fileName: `${familyName}.pdf` },
    });
    const { id: applicationId } = await app.db
      .selectFrom('applications')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    const client = app.visitor();
    await client.post('/en/sign-in', { email, password: TEST_PASSWORD });
    const telling = [givenNames, familyName, email, telephone];
    made.push([part, { part, number, accountId: id, applicationId, client, telling }]);
  }
  return Object.fromEntries(made) as Candidates;
}

/** Both screen all but one, differ on one, and the rest is settled; the last has been screened by the first alone. */
export async function makeScreened(making: Making, clients: Record<'manager' | 'first' | 'second', Client>) {
  const { reference, staff, candidates } = making;
  const here = `/en/staff/vacancies/${reference}/screening`;
  const { manager, first, second } = clients;
  const among = [staff['first-screener'].accountId, staff['second-screener'].accountId];
  await done(manager.post(`${here}/arrangement`, { do: 'begin' }));
  await done(manager.post(`${here}/arrangement`, { do: 'assign', among }));
  for (const part of PARTS) {
    const { number } = candidates[part];
    await sign(first, `${here}/${number}`, part === 'half-screened' ? wordFor('firstfinding', making, part) : '');
    if (part === 'half-screened') continue;
    await sign(second, `${here}/${number}`, part === 'differing' ? wordFor('secondfinding', making, part) : '');
  }
}

/** A sheet on which all is met, or nothing of what the notice asks, for this reason. */
async function sign(by: Client, path: string, reason: string): Promise<void> {
  const requirements = requirementsOf(exampleVacancy({ reference: '260000' }).notice);
  const filled = (kind: string, value: string): Form =>
    Object.fromEntries(
      requirements
        .filter((one) => one.kind === kind)
        .flatMap(({ key }) => [
          [`finding-${key}`, value],
          [`reason-${key}`, reason],
        ]),
    );
  const rules = { 'finding-nationality': 'met', 'finding-languages': 'met', 'finding-reception': 'met' };
  const essential = { ...rules, ...filled('essential', reason === '' ? 'met' : 'not-met') };
  const desirable = reason === '' ? filled('desirable', 'partial') : {};
  for (const form of [
    { ...essential, do: 'save' },
    { ...essential, ...desirable, do: 'sign' },
  ]) {
    const { text } = await by.get(path);
    const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
    await done(by.post(path, { ...form, version }));
  }
}

/** Nothing of which these competitions are made may be refused. */
export async function done(answer: ReturnType<Client['post']>): Promise<void> {
  const { status, text } = await answer;
  if (status >= 400) throw new Error(`${status} while the competition was made: ${text.slice(0, 3000)}`);
}

/** What candidates wrote to the organisation and were asked by it, beside the selection. */
export async function makeCorrespondence(making: Making): Promise<void> {
  const { app, staff, candidates } = making;
  const { number, client, applicationId } = candidates.agreed;
  const here = `/en/my/applications/${number}`;
  const message = (kind: string) => ({ subject: '{}', body: JSON.stringify({ en: wordFor(kind, making, 'agreed') }) });
  const sent = { applicationId, sentAt: AT, replies: true };
  await app.db
    .insertInto('messages')
    .values([
      { ...sent, sender: 'staff', authorId: staff.recruiter.accountId, ...message('staffmessage') },
      { ...sent, sender: 'applicant', authorId: candidates.agreed.accountId, ...message('ownmessage') },
    ])
    .execute();
  const words = wordFor('accommodation', making, 'agreed');
  await done(client.post(`${here}/accommodation`, { words, kinds: 'more-time' }));
  const [reader, askedBy] = [staff.recruiter.accountId, staff.manager.accountId];
  await insertExamined(app.context, { number, reader, askedBy }, AT);
  await done(
    client.post(`${here}/integrity/answer`, { answer: wordFor('integrityanswer', making, 'agreed'), version: '1' }),
  );
}
