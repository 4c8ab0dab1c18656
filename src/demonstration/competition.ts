import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findAccountByAddress } from '../people/account-queries.ts';
import type { Context } from '../people/context.ts';
import { problemLine, readCheckedYaml } from '../regulations/organisation/checked-yaml.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { apply } from './applicants.ts';
import { openWorkplace, type Colleague, type Workplace } from './colleague.ts';
import { COMPETITIONS_FILE, type DemonstrationCompetition } from './competition-schema.ts';
import { appointAll, type Hands } from './appointments.ts';
import type { SignIn } from '../vacancies/demonstration.ts';
import { assess } from './panel.ts';
import { begin, screen, settle } from './screening.ts';
import { hoursAfter, type Applied } from './underway.ts';

type Loading = { say?: (line: string) => void; signIns: readonly SignIn[] };

/**
 * Takes the closed vacancies of a demonstration as far as its `competitions.yaml` says: people apply before the closing,
 * colleagues are named, screen, assess and agree after it. All after the applications goes through the product's own forms
 * as the person whose step it is, at the hour that the file gives. What somebody works on is left alone: a vacancy that has an
 * application, that is not closed any more, or that is not there.
 */
export async function loadCompetitions(
  context: Context,
  root: string,
  { say = () => undefined, signIns }: Loading,
): Promise<void> {
  const file = join(root, 'organisations', context.organisation.id, 'demonstration', 'competitions.yaml');
  if (!existsSync(file)) return;
  const read = readCheckedYaml(file, COMPETITIONS_FILE);
  if (!read.ok) throw new Error(read.refusal.map(problemLine).join('\n'));
  const workplace = await openWorkplace(context);
  try {
    for (const competition of read.value.competitions)
      await loadCompetition(competition, { context, workplace, say, signIns });
  } finally {
    await workplace.close();
  }
}

type Place = { context: Context; workplace: Workplace } & Required<Loading>;

async function loadCompetition(competition: DemonstrationCompetition, { say, ...place }: Place): Promise<void> {
  const { context, workplace } = place;
  const { reference, applicants, hoursAfterClosing } = competition;
  const vacancy = await findVacancy(context.db, reference);
  if (!vacancy?.closedAt) return;
  const closingAt = vacancy.closedAt;
  const taken = await context.db
    .selectFrom('applications')
    .select('number')
    .where('vacancyReference', '=', reference)
    .limit(1)
    .execute();
  if (taken.length > 0) return;
  say(
    `Demonstration: the competition ${reference} is being taken as far as its ${applicants.length} applicants have come.`,
  );

  const applied: Applied[] = [];
  for (const applicant of applicants.toSorted((one, other) => other.hoursBeforeClosing - one.hoursBeforeClosing))
    applied.push({ ...applicant, number: await apply(context, reference, { ...applicant, closingAt }) });
  const manager = await colleagueWith(place, await holderOf(context, 'recruitment-manager'));
  const people = await Promise.all(
    competition.people.map(async ({ email, role }) => ({
      role,
      colleague: await colleagueWith(place, email),
    })),
  );
  const underway = { context, workplace, competition, vacancy, closingAt, manager, people, applied };
  if (competition.appointments) return appointAll(underway, competition.appointments, handsOf(place));
  workplace.at(hoursAfter(closingAt, hoursAfterClosing.named));
  await begin(underway);
  workplace.at(hoursAfter(closingAt, hoursAfterClosing.screened));
  await screen(underway);
  if (!competition.stage) return;
  workplace.at(hoursAfter(closingAt, hoursAfterClosing.settled));
  await settle(underway);
  await assess(underway, competition.stage);
}

function handsOf(place: Omit<Place, 'say'>): Hands {
  const { context, signIns } = place;
  return {
    withRole: async (role) => colleagueWith(place, await holderOf(context, role)),
    applicant: (email) => colleagueWith(place, email),
    passwordOf: (email) => signIns.find((one) => one.email === email)?.password,
    now: context.clock(),
  };
}

async function holderOf({ db }: Context, role: string): Promise<string> {
  const { email } = await db
    .selectFrom('accounts')
    .innerJoin('accountRoles', 'accountId', 'id')
    .select('email')
    .where('role', '=', role)
    .executeTakeFirstOrThrow();
  return email;
}

async function colleagueWith(
  { context: { db }, workplace }: Pick<Place, 'context' | 'workplace'>,
  email: string,
): Promise<Colleague> {
  const account = await findAccountByAddress(db, email);
  if (!account) throw new Error(`Demonstration: no account of ${email} in demonstration.yaml`);
  return workplace.colleague({ accountId: account.id, language: account.language });
}
