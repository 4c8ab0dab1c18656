import type { Transaction } from 'kysely';
import { recordMessages } from '../../applications/messages/message-queries.ts';
import { newsMail } from '../../applications/stages/news-mail.ts';
import type { Actor } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { permits, rolesWith, type Permission, type Role } from '../../people/permissions.ts';
import { LANGUAGES, type Localized } from '../../platform/language.ts';
import { queueMail, queueMails, type Mail } from '../../platform/mail.ts';
import type { Schema } from '../../schema.ts';
import type { Chosen } from '../conditions/appointment-queries.ts';
import { peopleOf } from '../conditions/reminder-queries.ts';
import { offerAddress } from './offer-address.ts';
import { OFFER_TEXTS } from './offer-texts.ts';

type Telling = { chosen: Chosen; config: Context['config']; now: Date };

/** A message in every language of the interface; the mail says only that there is one. */
export async function tellCandidate(
  db: Transaction<Schema>,
  { chosen, config, now }: Telling,
  { which, actor }: { which: 'sentMessage' | 'withdrawnMessage'; actor: Actor },
): Promise<void> {
  const { applicationId: id, number, name, email, language } = chosen;
  const inEach = (part: 'subject' | 'body') =>
    Object.fromEntries(LANGUAGES.map((one) => [one, OFFER_TEXTS[one][which][part]])) as Localized;
  const text = { subject: inEach('subject'), body: inEach('body'), replies: true };
  await recordMessages(db, { candidates: [{ id, number }], text, actor }, now);
  await queueMail(db, newsMail({ name, email, language }, 'message', config.PUBLIC_URL), now);
}

export const rolesOf = (permission: Permission): Role[] => [...rolesWith(permission)] as Role[];

/** Tells those of some roles that an offer waits for them, or was answered; whose, the page alone says. Not whoever did it. */
export async function tellOffices(
  db: Transaction<Schema>,
  { chosen, config, now }: Telling,
  { roles, but }: { roles: readonly Role[]; but: string | undefined },
): Promise<void> {
  const mails = new Map<string, Mail>();
  for (const role of roles)
    for (const { name, address, language, hidden } of await peopleOf(db, role)) {
      if (address === but || mails.has(address) || hidden.includes(chosen.appointment?.id ?? '')) continue;
      // Who has no list of appointments is led to the one that they approve.
      const path = permits([role], 'appointments:read') ? '/staff/appointments' : offerAddress(chosen);
      const { subject, text } = OFFER_TEXTS[language].officeMail;
      const link = `${config.PUBLIC_URL}/${language}${path}`;
      mails.set(address, { to: { name, address }, subject, text: `${text}\n\n${link}\n`, language });
    }
  await queueMails(db, [...mails.values()], now);
}
