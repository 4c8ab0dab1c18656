import type { Kysely } from 'kysely';
import type { Context } from '../../people/context.ts';
import { queueMails, type Mail } from '../../platform/mail.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Db, Schema } from '../../schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import { plural } from '../../site/numbers.ts';
import { everyAppointedCase } from '../conditions/appointment-queries.ts';
import { peopleOf } from '../conditions/reminder-queries.ts';
import { CONTRACTS } from './contract-address.ts';
import { contractReminders } from './contract-calendar.ts';
import { actsOn, daysOf, openDays } from './contract-days.ts';
import { contractsOf, type KeptContract } from './contract-queries.ts';
import { claimContractReminders, contractRemindersSent, type ContractReminder } from './contract-reminder-queries.ts';
import { CONTRACT_TEXTS } from './contract-texts.ts';

type Outside = { db: Kysely<Schema> } & Pick<Context, 'config' | 'organisation'>;

const EVERY_MS = 600_000;

export const contractTasks = (context: Outside & Pick<Context, 'clock'>): Task[] => [
  { name: 'reminders of contracts', everyMs: EVERY_MS, run: () => remindOfContracts(context, context.clock()) },
];

/**
 * Reminds of the dates of contracts on the days that the organisation's data give, each once: the office, by one mail a person with
 * how many and not whose; and whoever may ask for an indefinite contract, of the last day of their own right. Answers how many mails.
 */
export async function remindOfContracts(outside: Outside, now: Date): Promise<number> {
  const { db } = outside;
  const contracts = await contractsOf(db, await everyAppointedCase(db));
  const due = await dueNow(db, { outside, contracts, now });
  if (due.length === 0) return 0;
  return db.transaction().execute(async (transaction) => {
    const claimed = await claimContractReminders(transaction, due, now);
    const mails = [...(await officeMails(transaction, outside, claimed)), ...ownMails(outside, contracts, claimed)];
    await queueMails(transaction, mails, now);
    return mails.length;
  });
}

type Due = { outside: Outside; contracts: readonly KeptContract[]; now: Date };

async function dueNow(db: Db, { outside, contracts, now }: Due): Promise<ContractReminder[]> {
  const rules = outside.organisation.appointment.calendar;
  const ids = contracts.map(({ appointmentId }) => appointmentId);
  const sent = Map.groupBy(await contractRemindersSent(db, ids), ({ appointmentId }) => appointmentId);
  return contracts.flatMap(({ appointmentId, chosen, contract }) => {
    const asked = { rules, today: civilDayIn(now, chosen.zone), sent: sent.get(appointmentId) ?? [] };
    return contractReminders(openDays(daysOf(contract, rules)), asked).map((one) => ({ ...one, appointmentId }));
  });
}

async function officeMails(
  db: Db,
  { config, organisation }: Outside,
  claimed: readonly ContractReminder[],
): Promise<Mail[]> {
  const ids = new Set(claimed.filter(({ kind }) => actsOn(kind) === 'office').map((one) => one.appointmentId));
  if (ids.size === 0) return [];
  const people = await peopleOf(db, organisation.appointment.calendar.by);
  return people.flatMap(({ name, address, language, hidden }) => {
    const count = [...ids].filter((id) => !hidden.includes(id)).length;
    if (count === 0) return [];
    const { reminderMail } = CONTRACT_TEXTS[language];
    const link = `${config.PUBLIC_URL}/${language}${CONTRACTS}`;
    const text = `${plural(count, reminderMail, language)}\n\n${link}\n`;
    return [{ to: { name, address }, subject: reminderMail.subject, text, language }];
  });
}

function ownMails(
  { config }: Outside,
  contracts: readonly KeptContract[],
  claimed: readonly ContractReminder[],
): Mail[] {
  const own = claimed.filter(({ kind }) => actsOn(kind) === 'person');
  return own.flatMap(({ appointmentId }) => {
    const { chosen } = contracts.find((one) => one.appointmentId === appointmentId) ?? {};
    if (!chosen) return [];
    const { name, email, language } = chosen;
    const { subject, text } = CONTRACT_TEXTS[language].ownMail;
    const link = `${config.PUBLIC_URL}/${language}/my/applications`;
    return [{ to: { name, address: email }, subject, text: `${text}\n\n${link}\n`, language }];
  });
}
