/** What a link in a mail is good for, once. */
export type LinkPurpose = 'verify-address' | 'new-password';

/** Hours until a link is void. A new password opens the account, so its link has an hour; the other waits for the next day. */
export const LINK_HOURS: Record<LinkPurpose, number> = { 'verify-address': 24, 'new-password': 1 };

export const linkEnd = (purpose: LinkPurpose, now: Date): Date =>
  new Date(now.getTime() + LINK_HOURS[purpose] * 3_600_000);
