import type { Transaction } from 'kysely';
import { recordMessages } from '../../applications/messages/message-queries.ts';
import { newsMail } from '../../applications/stages/news-mail.ts';
import type { Actor } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import { queueMail, queueMails } from '../../platform/mail.ts';
import type { Schema } from '../../schema.ts';
import type { Chosen } from '../conditions/appointment-queries.ts';
import { peopleOf } from '../conditions/reminder-queries.ts';
import { CONTRACTS } from './contract-address.ts';
import type { ContractAction } from './contract-step.ts';
import { CONTRACT_TEXTS } from './contract-texts.ts';

type Telling = { chosen: Chosen; context: Pick<Context, 'config' | 'organisation'>; now: Date };

/** Tells the person what was recorded, in every language of the interface; the mail says only that there is something to read. */
export async function tellPerson(
  db: Transaction<Schema>,
  { chosen, context, now }: Telling,
  { action, actor }: { action: ContractAction; actor: Actor },
): Promise<void> {
  const { applicationId: id, number, name, email, language } = chosen;
  const inEach = (part: (one: Language) => string) =>
    Object.fromEntries(LANGUAGES.map((one) => [one, part(one)])) as Localized;
  const text = {
    subject: inEach((one) => CONTRACT_TEXTS[one].message.subject(CONTRACT_TEXTS[one].done[action])),
    body: inEach((one) => CONTRACT_TEXTS[one].message.body),
    replies: true,
  };
  await recordMessages(db, { candidates: [{ id, number }], text, actor }, now);
  await queueMail(db, newsMail({ name, email, language }, 'message', context.config.PUBLIC_URL), now);
}

/** Tells the office that a request waits; whose, the page alone says. */
export async function tellOffice(db: Transaction<Schema>, { chosen, context, now }: Telling): Promise<void> {
  const { config, organisation } = context;
  const people = await peopleOf(db, organisation.appointment.calendar.by);
  const mails = people
    .filter(({ hidden }) => !hidden.includes(chosen.appointment?.id ?? ''))
    .map(({ name, address, language }) => {
      const { subject, text } = CONTRACT_TEXTS[language].officeMail;
      const link = `${config.PUBLIC_URL}/${language}${CONTRACTS}`;
      return { to: { name, address }, subject, text: `${text}\n\n${link}\n`, language };
    });
  await queueMails(db, mails, now);
}
