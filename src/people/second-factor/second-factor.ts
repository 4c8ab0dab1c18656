/** What the organisation asks of its staff; null where it asks for no second factor. */
export type StaffRule = { graceDays: number } | null;

/** What is known of a session and of its account. */
export type Proof = {
  /** The session was opened with two factors. */
  twoFactors: boolean;
  /** The account has a second factor. */
  enrolled: boolean;
  /** When the account was first entrusted with a task; null for one that has none. */
  entrustedAt: Date | null;
};

export type SecondFactorDue =
  /** Nothing, or nothing more. */
  | { kind: 'nothing' }
  /** To be set up, by `until`; staff pages are open until then. */
  | { kind: 'soon'; until: Date }
  /** Staff pages wait until one is set up. */
  | { kind: 'enrol' }
  /** There is one, and this session has not shown it. */
  | { kind: 'prove' };

/** What is still asked of somebody before they may do what their role allows. */
export function secondFactorDue(
  rule: StaffRule,
  { twoFactors, enrolled, entrustedAt }: Proof,
  now: Date,
): SecondFactorDue {
  if (rule === null || entrustedAt === null || twoFactors) return { kind: 'nothing' };
  if (enrolled) return { kind: 'prove' };
  const until = new Date(entrustedAt.getTime() + rule.graceDays * 24 * 3_600_000);
  return now < until ? { kind: 'soon', until } : { kind: 'enrol' };
}
