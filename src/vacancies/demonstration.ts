import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createStaffAccount, findAccountByAddress } from '../people/account-queries.ts';
import type { Doer } from '../people/actor.ts';
import type { Context } from '../people/context.ts';
import { problemLine, readCheckedYaml } from '../regulations/organisation/checked-yaml.ts';
import { announcingZone } from '../regulations/deadline.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { approve } from './approval/approvals.ts';
import { DEMONSTRATION_FILE, type Demonstration, type DemonstrationStatus } from './demonstration-schema.ts';
import { importable, deadlineOf } from './importing/import-notice.ts';
import { recordImport } from './importing/import-queries.ts';
import { openErrors } from './review/review.ts';
import { checksOf } from './vacancy-lint.ts';
import { makeMove } from './vacancy-moves.ts';
import { findVacancy, recordVacancy, vacanciesForStaff } from './vacancy-queries.ts';
import type { VacancyAction } from './vacancy-state.ts';
import { confirmDoubt, rulesDay, type Vacancy } from './vacancy.ts';

export type SignIn = { name: string; email: string; password: string; roles: string[] };
type Outside = Pick<Context, 'db' | 'organisation' | 'vocabulary' | 'clock' | 'secret'>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long before now the demonstration's vacancies were published. */
const PUBLISHED_DAYS_AGO = 21;

/**
 * Fills an empty database with the demonstration of an organisation that has one, and answers who can sign in. A
 * database that holds a vacancy is left as it is. The way of each vacancy is the one it would take by hand: imported
 * and submitted by the recruiter, published by the manager, each step with its event.
 */
export async function loadDemonstration(
  outside: Outside,
  root: string,
  say: (line: string) => void = () => undefined,
): Promise<SignIn[]> {
  const folder = join(root, 'organisations', outside.organisation.id, 'demonstration');
  if (!existsSync(join(folder, 'demonstration.yaml'))) return [];
  const file = readCheckedYaml(join(folder, 'demonstration.yaml'), DEMONSTRATION_FILE);
  if (!file.ok) throw new Error(file.refusal.map(problemLine).join('\n'));
  const { total } = await vacanciesForStaff(outside.db, {});
  if (total > 0) return signInsThatExist(file.value, outside);

  const { people, notices } = file.value;
  say(`Demonstration: ${people.length} people and ${notices.length} vacancies are being made.`);
  const signIns = people.map((person) => signInOf(person, outside.secret));
  const accounts = await Promise.all(
    people.map((person, index) => accountOf(person, signIns[index]?.password ?? '', outside)),
  );
  const byRole = (role: string): Doer => {
    const at = people.findIndex(({ roles }) => (roles as string[]).includes(role));
    const id = accounts[at];
    return id === undefined ? { kind: 'system' } : { kind: 'account', id };
  };
  const doers = { recruiter: byRole('recruiter'), manager: byRole('recruitment-manager'), byRole };
  for (const notice of notices) await loadNotice({ ...notice, folder, doers }, outside);
  return signIns;
}

type Person = Demonstration['people'][number];

/** Passwords are this installation's own, and the same at each start, so that they can be printed again. */
function signInOf({ name, email, roles }: Person, secret: string): SignIn {
  const digest = createHmac('sha256', secret).update(`demonstration ${email}`).digest('hex');
  return { name, email, roles, password: `river-${digest.slice(0, 4)}-${digest.slice(4, 8)}-${digest.slice(8, 12)}` };
}

const accountOf = ({ name, email, language, roles }: Person, password: string, { db, clock }: Outside) =>
  createStaffAccount(db, { name, email, language, roles, password }, clock());

async function signInsThatExist({ people }: Demonstration, { db, secret }: Outside): Promise<SignIn[]> {
  const accounts = await Promise.all(people.map(({ email }) => findAccountByAddress(db, email)));
  return people.filter((_, index) => accounts[index] !== undefined).map((person) => signInOf(person, secret));
}

type Doers = { recruiter: Doer; manager: Doer; byRole: (role: string) => Doer };
type Wanted = Demonstration['notices'][number] & { folder: string; doers: Doers };

async function loadNotice({ folder, doers, ...wanted }: Wanted, outside: Outside) {
  const { reference, deadlineInDays } = wanted;
  const { db, organisation, vocabulary, clock } = outside;
  const fileName = `${reference}.txt`;
  const notice = importable({ fileName, bytes: await readFile(join(folder, fileName)) }, vocabulary);
  if (!notice.ok) throw new Error(`${join(folder, fileName)}: ${notice.refusal.kind}`);
  const now = clock();
  // The times of the steps lie before the deadline, even where that has passed already.
  const published = new Date(now.getTime() + Math.min(-PUBLISHED_DAYS_AGO, deadlineInDays - PUBLISHED_DAYS_AGO) * DAY);
  const imported = new Date(published.getTime() - 2 * DAY);

  await recordImport(db, notice.value, { organisation, by: doers.recruiter, at: imported });
  const draft = await findVacancy(db, reference);
  if (!draft) throw new Error(`${fileName} did not become a vacancy`);
  const dated = withDeadline(draft, { ...wanted, now }, organisation);
  await bringTo(wanted, { ...dated, audience: wanted.audience ?? 'both' }, { doers, imported, published, outside });
}

type Dated = Pick<Demonstration['notices'][number], 'deadlineInDays' | 'openEnded'> & { now: Date };

/** The record with its deadline so many days from now, or without one; the text keeps the date it was printed with. */
function withDeadline(draft: Vacancy, { deadlineInDays, openEnded, now }: Dated, organisation: Organisation): Vacancy {
  if (openEnded) return { ...draft, notice: { ...draft.notice, deadline: null, openEnded }, deadlineAt: null };
  const then = new Date(now.getTime() + deadlineInDays * DAY);
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: announcingZone(organisation, now) }).format(then);
  const notice = { ...draft.notice, deadline: { date, time: draft.notice.deadline?.time ?? null } };
  return { ...draft, notice, ...deadlineOf(notice, organisation, rulesDay(draft, now)) };
}

const WAYS: Record<DemonstrationStatus, VacancyAction[]> = {
  draft: [],
  'in-review': ['submit'],
  published: ['submit', 'publish'],
  closed: ['submit', 'publish', 'close'],
  cancelled: ['cancel'],
};

type Way = { doers: Doers; imported: Date; published: Date; outside: Outside };

/** Takes a draft the way to its status, each step as the person whose step it is. */
async function bringTo(
  { status, publishInDays }: Demonstration['notices'][number],
  draft: Vacancy,
  way: Way,
): Promise<void> {
  const { doers, imported, published, outside } = way;
  const day = (days: number) => new Date(published.getTime() + days * DAY);
  const edited = { action: 'edit', by: doers.recruiter, at: imported, details: { fields: ['deadline'] } };
  let vacancy = await recorded(draft, edited, outside);
  const times: Partial<Record<VacancyAction, Date>> = {
    submit: day(-1),
    publish: published,
    close: day(20),
    cancel: day(0),
  };
  if (WAYS[status].includes('publish') || publishInDays !== undefined)
    vacancy = await settled(vacancy, { by: doers.recruiter, at: imported }, outside);
  for (const action of WAYS[status]) {
    if (action === 'publish') vacancy = await approved(vacancy, way);
    const at = times[action] ?? published;
    const reason = action === 'cancel' ? 'The post was withdrawn from the budget.' : '';
    const moved = makeMove(vacancy, action, await checksOf(vacancy, outside, { now: at, reason }));
    if (!moved.ok) throw new Error(`${vacancy.reference}: ${action}: ${JSON.stringify(moved.refusal)}`);
    const by = action === 'submit' ? doers.recruiter : doers.manager;
    const details = reason === '' ? {} : { reason };
    vacancy = await recorded(moved.value, { action, by, at, details }, outside);
  }
  if (publishInDays !== undefined) await scheduled(vacancy, publishInDays, way);
}

/** Has a reviewed vacancy published so many days from now, as the manager would. */
async function scheduled(reviewed: Vacancy, days: number, way: Way): Promise<void> {
  const { doers, published, outside } = way;
  const now = outside.clock();
  const publishAt = new Date(Math.ceil((now.getTime() + days * DAY) / HOUR) * HOUR);
  const ready = await approved(reviewed, way);
  const moved = makeMove(ready, 'schedule', await checksOf(ready, outside, { now, reason: '', publishAt }));
  if (!moved.ok) throw new Error(`${reviewed.reference}: schedule: ${JSON.stringify(moved.refusal)}`);
  const details = { publishAt: publishAt.toISOString(), zone: reviewed.deadlineZone };
  await recorded(moved.value, { action: 'schedule', by: doers.manager, at: published, details }, outside);
}

/** Takes each step of the path of approval, as the person whose step it is; a budget that the notice calls pending stays so. */
async function approved(vacancy: Vacancy, { doers, published, outside }: Way): Promise<Vacancy> {
  const { organisation } = outside;
  let current = vacancy;
  for (const { code, role, mayPend } of organisation.notices.approval.steps) {
    const by = doers.byRole(role);
    const decision = mayPend && vacancy.notice.budgetPending ? 'pending-budget' : 'approved';
    const at = new Date(published.getTime() - DAY / 2);
    const request = { step: code, decision, roles: [role], by: by.kind === 'account' ? by.id : null, at } as const;
    const taken = approve(current, request, outside);
    if (!taken.ok) throw new Error(`${vacancy.reference}: ${code}: ${taken.refusal.kind}`);
    const action = decision === 'approved' ? 'approve' : 'budget-pending';
    current = await recorded(taken.value, { action, by, at, details: { step: code } }, outside);
  }
  return current;
}

type Change = Parameters<typeof recordVacancy>[2];

async function recorded(vacancy: Vacancy, change: Change, { db }: Outside): Promise<Vacancy> {
  const done = await recordVacancy(db, vacancy, change);
  if (!done.ok) throw new Error(`${vacancy.reference}: ${done.refusal.kind}`);
  return done.value;
}

/** Looks at each error of the reader, as a recruiter would before it is sent for review. */
async function settled(vacancy: Vacancy, change: { by: Doer; at: Date }, outside: Outside): Promise<Vacancy> {
  let current = vacancy;
  for (const doubt of openErrors(vacancy.doubts)) {
    const confirmed = confirmDoubt(current, vacancy.doubts.indexOf(doubt));
    if (!confirmed.ok) throw new Error(`${vacancy.reference}: ${confirmed.refusal.kind}`);
    const details = { doubt: doubt.kind, fields: [doubt.field] };
    current = await recorded(confirmed.value, { ...change, action: 'settle-doubt', details }, outside);
  }
  return current;
}
