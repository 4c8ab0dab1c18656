import { nationalitiesOf } from '../../applications/eligibility/nationality-queries.ts';
import type { Context } from '../../people/context.ts';
import { queueMail } from '../../platform/mail.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Db } from '../../schema.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { askedOf } from '../../vacancies/search/search-asked.ts';
import { forEntrance, type Entrance } from '../../vacancies/internal-dates/internal-dates.ts';
import { isStaff } from '../../vacancies/publication/audience.ts';
import { searchFor } from '../search/search-of.ts';
import { seekerFor } from '../search/seeker-queries.ts';
import { inLanguage } from '../vacancy-view.ts';
import {
  holdNextFollower,
  newFinds,
  recordLook,
  vacanciesToTell,
  type DueFollower,
  type NewVacancy,
} from './alert-queries.ts';
import { FOLLOW_MAIL_TEXTS } from './follow-texts.ts';
import { linkToken } from './follower.ts';
import { forgetUnconfirmed } from './follower-queries.ts';

type Outside = Pick<Context, 'db' | 'config' | 'organisation' | 'vocabulary' | 'secret'>;

const ALERTS_EVERY_MS = 60_000;
const FORGETTING_EVERY_MS = 3_600_000;

/** What Concours does for those who follow. */
export const alertTasks = (context: Outside & Pick<Context, 'clock'>): Task[] => [
  { name: 'alerts', everyMs: ALERTS_EVERY_MS, run: () => tellFollowers(context, context.clock()) },
  {
    name: 'unconfirmed addresses',
    everyMs: FORGETTING_EVERY_MS,
    run: () => forgetUnconfirmed(context.db, context.clock()),
  },
];

/**
 * Tells each follower of what their searches find anew, in one mail. A follower is one transaction that holds their row:
 * several servers share the followers, and none is told twice of a vacancy. One whose turn fails keeps no other waiting;
 * the first failure is thrown at the end. Answers how many mails were queued.
 */
export async function tellFollowers(outside: Outside, now: Date): Promise<number> {
  const done: string[] = [];
  const failures: unknown[] = [];
  let mails = 0;
  for (;;) {
    const before = done.length;
    const told = await outside.db
      .transaction()
      .execute(async (transaction) => {
        const follower = await holdNextFollower(transaction, now, done);
        if (follower) done.push(follower.id);
        return follower ? tell(transaction, follower, { outside, now }) : false;
      })
      .catch((error: unknown) => void failures.push(error));
    if (told) mails += 1;
    if (done.length === before) break;
  }
  if (failures.length > 0) throw failures[0];
  return mails;
}

async function tell(
  db: Db,
  follower: DueFollower,
  { outside, now }: { outside: Outside; now: Date },
): Promise<boolean> {
  const { accountId, language, roles } = follower;
  const said = accountId === null ? undefined : await nationalitiesOf(db, accountId);
  const seeker = seekerFor(roles.length > 0, said?.countries ?? [], outside.organisation);
  const found = new Set<string>();
  for (const { query, since } of follower.searches) {
    const search = searchFor(askedOf(query), { book: outside, seeker, now, language });
    for (const reference of await newFinds(db, search, { followerId: follower.id, since })) found.add(reference);
  }
  const references = [...found];
  await recordLook(db, follower, { references, now });
  if (references.length === 0) return false;
  await queueMail(db, alertMail(follower, await vacanciesToTell(db, references), outside), now);
  return true;
}

function alertMail(follower: DueFollower, vacancies: readonly NewVacancy[], outside: Outside) {
  const { id, accountId, language, name, email, roles } = follower;
  const entrance = isStaff({ roles }) ? 'internal' : 'public';
  const { PUBLIC_URL } = outside.config;
  const home = `${PUBLIC_URL}/${language}`;
  const unsubscribeUrl = `${home}/searches/unsubscribe/${id}/${linkToken('unsubscribe', id, outside.secret)}`;
  const list = vacancies
    .map((vacancy) => lineOf(forEntrance(vacancy, entrance), { language, home, entrance }))
    .join('\n\n');
  const organisation = outside.organisation.name[language];
  const link = accountId === null ? unsubscribeUrl : `${home}/my/searches`;
  const mail = FOLLOW_MAIL_TEXTS[language].alert({ count: vacancies.length, list, organisation, link });
  return { to: { name, address: email }, ...mail, language, unsubscribeUrl };
}

function lineOf(
  { reference, title, deadlineAt, deadlineZone }: NewVacancy,
  { language, home, entrance }: { language: DueFollower['language']; home: string; entrance: Entrance },
): string {
  const until = deadlineAt === null ? [] : [formatInstantToMinute(deadlineAt, deadlineZone, language)];
  return [
    inLanguage(title, language)?.text ?? reference,
    ...until,
    `${home}${entrance === 'internal' ? '/internal' : ''}/vacancies/${reference}`,
  ].join('\n');
}
