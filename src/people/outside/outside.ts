import type { Role } from '../permissions.ts';

/** What the provider said of a person; `email` only where it vouches for the address. */
export type Said = {
  email: string | undefined;
  name: string | undefined;
  givenNames: string;
  familyName: string;
  groups: readonly string[];
};

/** What we know of the identity and of its address. */
export type Known = {
  /** The account that the identity is tied to. */
  tiedTo: string | undefined;
  /** The account, signed in here and its password given a moment ago, that is to be tied to it. */
  linking: string | undefined;
  /** The account with the address that the provider vouches for; unverified, it is nobody's yet. */
  atAddress: { id: string; verified: boolean } | undefined;
};

export type Decision =
  | { kind: 'sign-in'; accountId: string }
  | { kind: 'link'; accountId: string }
  /** Tied to somebody else's account already. */
  | { kind: 'taken' }
  /** A person we don't know, or an address that somebody typed and never confirmed: a new account, with nothing of theirs. */
  | { kind: 'create'; email: string }
  /** There is an account with this address. An address alone opens none: its owner shows that it is theirs, then it is tied. */
  | { kind: 'prove' }
  | { kind: 'no-address' };

/** Whose account it is. An account is tied to an identity only on proof of both. */
export function decideOutside({ email }: Pick<Said, 'email'>, { tiedTo, linking, atAddress }: Known): Decision {
  if (linking !== undefined)
    return tiedTo === undefined || tiedTo === linking ? { kind: 'link', accountId: linking } : { kind: 'taken' };
  if (tiedTo !== undefined) return { kind: 'sign-in', accountId: tiedTo };
  if (email === undefined) return { kind: 'no-address' };
  return atAddress?.verified ? { kind: 'prove' } : { kind: 'create', email };
}

type ServingGroups = { groups: readonly string[]; days: number } | null;

/** For how many days the provider's word makes somebody serving staff; null where it does not. */
export const servingDays = (rule: ServingGroups, { groups }: Pick<Said, 'groups'>): number | null =>
  rule && rule.groups.some((group) => groups.includes(group)) ? rule.days : null;

type GroupRoles = readonly { group: string; role: Role }[];

/** What the groups entrust a person with, each role once. */
export const rolesByGroup = (rule: GroupRoles, { groups }: Pick<Said, 'groups'>): Role[] => [
  ...new Set(rule.flatMap(({ group, role }) => (groups.includes(group) ? [role] : []))),
];

/** What is kept of a provider's claims: an address only where it says that it checked it, groups as a list. */
export function saidBy(claims: Record<string, unknown>, groupsClaim: string): Said {
  const { email, name } = claims;
  const text = (claim: string): string => (typeof claims[claim] === 'string' ? claims[claim] : '');
  const groups = claims[groupsClaim];
  return {
    email: typeof email === 'string' && claims['email_verified'] === true ? email : undefined,
    name: typeof name === 'string' ? name : undefined,
    givenNames: text('given_name'),
    familyName: text('family_name'),
    groups: [groups].flat().filter((group) => typeof group === 'string'),
  };
}
