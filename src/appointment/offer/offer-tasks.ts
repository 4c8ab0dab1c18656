import type { Kysely, Transaction } from 'kysely';
import type { Context } from '../../people/context.ts';
import { queueMail, queueMails, type Mail } from '../../platform/mail.ts';
import type { Task } from '../../platform/tasks.ts';
import { addDays } from '../../regulations/civil-dates.ts';
import type { Language } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Schema } from '../../schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import { plural } from '../../site/numbers.ts';
import { findCase, lockCase } from '../conditions/appointment-queries.ts';
import { peopleOf } from '../conditions/reminder-queries.ts';
import { offersOf, offersSent } from './offer-queries.ts';
import { recordMove } from './offer-record-queries.ts';
import { claimReminder } from './offer-reminder-queries.ts';
import { rolesOf } from './offer-telling-queries.ts';
import { OFFER_TEXTS } from './offer-texts.ts';
import { stepOffer } from './offer.ts';

type Outside = { db: Kysely<Schema> } & Pick<Context, 'config' | 'organisation'>;

const EVERY_MS = 600_000;
/** What reached us in time may still be being answered. */
const ANSWERING_MS = 600_000;

export const offerTasks = (context: Outside & Pick<Context, 'clock'>): Task[] => [
  { name: 'reminders of offers', everyMs: EVERY_MS, run: () => remindOfOffers(context, context.clock()) },
  { name: 'offers that lapse', everyMs: EVERY_MS, run: () => lapseOffers(context, context.clock()) },
];

/**
 * Reminds candidates of an offer on the days before the last for an answer that the organisation's data give, each once: of several
 * that are due, the last alone. Answers how many mails.
 */
export async function remindOfOffers({ db, config, organisation }: Outside, now: Date): Promise<number> {
  let sent = 0;
  for (const offer of await offersSent(db)) {
    const { id, answerBy, sentAt, zone, name, email } = offer;
    if (answerBy === null || sentAt === null) continue;
    const days = { answerBy, sentOn: civilDayIn(sentAt, zone), today: civilDayIn(now, zone) };
    const due = reminderDue(organisation.appointment.offer, days);
    if (due === undefined) continue;
    sent += await db.transaction().execute(async (transaction) => {
      if (!(await claimReminder(transaction, { offerId: id, daysBefore: due }, now))) return 0;
      const language = offer.language as Language;
      const { subject, text } = OFFER_TEXTS[language].reminderMail;
      const link = `${config.PUBLIC_URL}/${language}/my/applications`;
      await queueMail(
        transaction,
        { to: { name, address: email }, subject, text: `${text}\n\n${link}\n`, language },
        now,
      );
      return 1;
    });
  }
  return sent;
}

type Days = { answerBy: string; sentOn: string; today: string };

/** The reminder that is due, by how many days it comes before the last for an answer; none on the day on which it was sent. */
export function reminderDue(
  { reminderDaysBefore }: Pick<Organisation['appointment']['offer'], 'reminderDaysBefore'>,
  { answerBy, sentOn, today }: Days,
): number | undefined {
  if (today > answerBy) return undefined;
  const due = reminderDaysBefore.filter((days) => {
    const day = addDays(answerBy, -days);
    return day <= today && day > sentOn;
  });
  return due.length === 0 ? undefined : Math.min(...due);
}

/** Ends what nobody answered in its time, and tells who sends offers how many there are. Answers how many lapsed. */
export async function lapseOffers(outside: Outside, now: Date): Promise<number> {
  const { db } = outside;
  const until = new Date(now.getTime() - ANSWERING_MS);
  const late = (await offersSent(db)).filter(
    ({ answerBy, zone }) => answerBy !== null && civilDayIn(until, zone) > answerBy,
  );
  if (late.length === 0) return 0;
  return db.transaction().execute(async (transaction) => {
    const lapsed: string[] = [];
    for (const { id, reference, number, zone } of late) {
      const today = civilDayIn(until, zone);
      const appointment = await lapseOne(transaction, outside, { id, reference, number, today, now });
      if (appointment !== undefined) lapsed.push(appointment);
    }
    await queueMails(transaction, await mailsFor(transaction, outside, lapsed), now);
    return lapsed.length;
  });
}

type Late = { id: string; reference: string; number: string; today: string; now: Date };

/** Answers whose appointment it is; undefined where it was answered meanwhile. */
async function lapseOne(
  db: Transaction<Schema>,
  { organisation }: Outside,
  { id, reference, number, today, now }: Late,
): Promise<string | undefined> {
  await lockCase(db, { reference, number });
  const appointmentId = (await findCase(db, { reference, number }))?.appointment?.id ?? '';
  const offer = (await offersOf(db, [appointmentId].filter(Boolean))).get(appointmentId)?.find((one) => one.id === id);
  const rules = organisation.appointment.offer;
  const calendar = organisation.workingDays;
  const nobody = {
    rules,
    calendar,
    by: { id: '', roles: [] },
    reason: '',
    answerBy: '',
    obstacles: [],
    appointed: false,
  };
  const moved = offer && stepOffer(offer, { action: 'lapse', ...nobody, today });
  if (!offer || !moved?.ok) return undefined;
  const step = { action: 'lapse', to: moved.value, reason: '', actor: undefined, at: now } as const;
  return (await recordMove(db, offer, step)) ? appointmentId : undefined;
}

async function mailsFor(db: Transaction<Schema>, { config }: Outside, lapsed: readonly string[]): Promise<Mail[]> {
  const mails = new Map<string, Mail>();
  for (const role of rolesOf('offers:send'))
    for (const { name, address, language, hidden } of await peopleOf(db, role)) {
      const count = lapsed.filter((id) => !hidden.includes(id)).length;
      if (count === 0) continue;
      const told = OFFER_TEXTS[language].lapsedMail;
      const link = `${config.PUBLIC_URL}/${language}/staff/appointments`;
      const text = `${plural(count, told, language)}\n\n${link}\n`;
      mails.set(address, { to: { name, address }, subject: told.subject, text, language });
    }
  return [...mails.values()];
}
