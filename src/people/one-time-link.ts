/** What a link in a mail is good for, once. */
export type LinkPurpose = 'verify-address' | 'new-password' | 'new-address' | 'keep-address' | 'keep-account';

/**
 * Hours until a link is void. A new password opens the account, so its link has an hour; a confirmation waits for the
 * next day, and what undoes something waits for somebody to come back from a week away.
 */
export const LINK_HOURS: Record<LinkPurpose, number> = {
  'verify-address': 24,
  'new-password': 1,
  'new-address': 24,
  'keep-address': 168,
  'keep-account': 168,
};

export const linkEnd = (purpose: LinkPurpose, now: Date): Date =>
  new Date(now.getTime() + LINK_HOURS[purpose] * 3_600_000);
