import type { Transaction } from 'kysely';
import { permits, rolesWith, type Permission, type Role } from '../../people/permissions.ts';
import { queueMails, type Mail } from '../../platform/mail.ts';
import type { Schema } from '../../schema.ts';
import { peopleOf } from '../conditions/reminder-queries.ts';
import type { Telling } from '../conditions/telling-queries.ts';
import { offerAddress } from './offer-address.ts';
import { OFFER_TEXTS } from './offer-texts.ts';

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
