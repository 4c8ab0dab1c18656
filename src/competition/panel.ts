import type { Organisation } from '../regulations/organisation/organisation.ts';
import { areOrdered, lowerFirst } from '../regulations/pay/grade-order.ts';
import type { Bar } from './conflict.ts';
import { PANEL_ROLES, type Member } from './member.ts';

export type PanelRules = Pick<Organisation['panel'], 'members' | 'quorum' | 'chairNeeded' | 'grade'>;

/** One candidate as a panel speaks of them. */
export type Listed = { applicationId: string; number: string };

/** Who sits on a panel, or sat on it when they signed, as far as a quorum asks. */
export type Judging = Pick<Member, 'accountId' | 'name' | 'role'>;

/** What a person signed: for these candidates, by their numbers. */
export type Declared = { accountId: string; candidates: readonly string[] };

export type PanelFacts = {
  members: readonly Judging[];
  declarations: readonly Declared[];
  /** Conflicts that nobody cleared. */
  bars: readonly Bar[];
};

/** Whether a panel can judge one candidate, and who is missing for it. */
export type Standing = {
  candidate: Listed;
  /** Who may judge: signed for this candidate, and recused from nobody but others. */
  able: Judging[];
  recused: Judging[];
  /** Not recused, and not signed yet for this candidate. */
  unsigned: Judging[];
  /** So many must be able to; at least one, whatever the rule says. */
  needed: number;
  lacks: Lack[];
  reached: boolean;
};

/** Why a quorum is not reached. */
export type Lack =
  /** So many more members have to be named: those there are would not do if all signed. */
  | { kind: 'members'; count: number }
  /** Enough of them have yet to sign. */
  | { kind: 'signatures'; of: Judging[] }
  | { kind: 'no-chair' }
  | { kind: 'chair-recused'; chair: Judging }
  | { kind: 'chair-unsigned'; chair: Judging };

export const onPanel = <One extends Pick<Member, 'role'>>(members: readonly One[]): One[] =>
  members.filter(({ role }) => PANEL_ROLES.some((panel) => panel === role));

/** The quorum for one candidate, by who signed and who is recused; below it nothing can be decided. */
export function standingFor(candidate: Listed, facts: PanelFacts, rules: PanelRules): Standing {
  const panel = onPanel(facts.members);
  const isBarred = ({ accountId }: Judging) =>
    facts.bars.some((bar) => bar.accountId === accountId && bar.applicationId === candidate.applicationId);
  const hasSigned = ({ accountId }: Judging) =>
    facts.declarations.some((one) => one.accountId === accountId && one.candidates.includes(candidate.number));
  const recused = panel.filter(isBarred);
  const able = panel.filter((member) => !isBarred(member) && hasSigned(member));
  const unsigned = panel.filter((member) => !isBarred(member) && !hasSigned(member));
  const needed = Math.max(1, rules.quorum ?? Math.max(panel.length, rules.members ?? 0));
  const lacks = [
    ...lackOfMembers({ able, unsigned, needed }),
    ...lackOfChair({ able, recused, unsigned, needed }, { ...rules, members: facts.members }),
  ];
  return { candidate, able, recused, unsigned, needed, lacks, reached: lacks.length === 0 };
}

/** Whether somebody has signed for every candidate on the list; who never signed has not, even for an empty list. */
export function hasSignedForAll(
  accountId: string,
  { candidates, declarations }: Pick<PanelFacts, 'declarations'> & { candidates: readonly Pick<Listed, 'number'>[] },
): boolean {
  const own = declarations.filter((one) => one.accountId === accountId);
  const covered = new Set(own.flatMap((one) => one.candidates));
  return own.length > 0 && candidates.every(({ number }) => covered.has(number));
}

function lackOfMembers({ able, unsigned, needed }: Pick<Standing, 'able' | 'unsigned' | 'needed'>): Lack[] {
  if (able.length >= needed) return [];
  const count = needed - able.length - unsigned.length;
  return [
    ...(count > 0 ? [{ kind: 'members', count } as const] : []),
    ...(unsigned.length > 0 ? [{ kind: 'signatures', of: unsigned } as const] : []),
  ];
}

function lackOfChair(
  { able, recused, unsigned, needed }: Pick<Standing, 'able' | 'recused' | 'unsigned' | 'needed'>,
  { chairNeeded, members }: Pick<PanelRules, 'chairNeeded'> & Pick<PanelFacts, 'members'>,
): Lack[] {
  const acting = members.filter(({ role }) => role === 'acting-chair').map(({ accountId }) => accountId);
  const isChair = ({ role }: Judging) => role === 'panel-chair';
  const chairs = ({ accountId, role }: Judging) => role === 'panel-chair' || acting.includes(accountId);
  if (!chairNeeded || able.some(chairs)) return [];
  const gone = recused.find(isChair);
  const waiting = unsigned.find(isChair) ?? unsigned.find(chairs);
  if (gone && !waiting) return [{ kind: 'chair-recused', chair: gone }];
  if (!waiting) return [{ kind: 'no-chair' }];
  // Where signatures are missing anyway, theirs is told among them.
  return able.length >= needed ? [{ kind: 'chair-unsigned', chair: waiting }] : [];
}

export type GradeFinding = 'meets' | 'below' | 'not-said' | 'not-comparable' | 'not-asked';

/** A member's grade beside the post's, by the organisation's rule; what cannot be compared is for a person to judge. */
export function gradeFinding(
  member: Pick<Member, 'grade'>,
  postGrades: readonly string[],
  { panel, grades }: Pick<Organisation, 'panel' | 'grades'>,
): GradeFinding {
  const ordered = lowerFirst(grades, postGrades);
  const asked = panel.grade?.atLeast === 'post' ? ordered.at(-1) : ordered[0];
  if (!panel.grade || asked === undefined) return 'not-asked';
  if (member.grade === null) return 'not-said';
  if (!areOrdered(grades, [member.grade, asked])) return 'not-comparable';
  return grades.order.indexOf(member.grade) >= grades.order.indexOf(asked) ? 'meets' : 'below';
}

/** What a grade asks of who names somebody. */
export type GradeDemand =
  | 'nothing'
  /** Nobody below it is named. */
  | 'blocked'
  /** Who names them says why, as the organisation asks. */
  | 'reason'
  /** No source says what follows: who names them decides, and says why. */
  | 'decision';

/**
 * What follows from a member's grade, by the organisation's data. What cannot be compared blocks nobody: a person judges it, with a
 * reason; a grade that nobody said is shown as such, but where the rule blocks, it is no way around it.
 */
export function gradeDemand(finding: GradeFinding, { panel }: Pick<Organisation, 'panel'>): GradeDemand {
  const { below = 'shown' } = panel.grade ?? {};
  if (below === 'shown' || finding === 'meets' || finding === 'not-asked') return 'nothing';
  if (finding === 'not-said') return below === 'blocks' ? 'reason' : 'nothing';
  if (below === null) return 'decision';
  return below === 'blocks' && finding === 'below' ? 'blocked' : 'reason';
}

/** How a panel is composed: how many of each, and of how many nobody said. Shown, never a rule that excludes. */
export type Balance = {
  of: 'gender' | 'nationality' | 'unit';
  counts: [value: string, count: number][];
  notSaid: number;
};

export const balanceOf = (members: readonly Member[]): Balance[] =>
  (['gender', 'nationality', 'unit'] as const).map((of) => {
    const said = onPanel(members).flatMap((member) => (member[of] ? [member[of]] : []));
    const counts = [...Map.groupBy(said, (value) => value)].map(([value, all]): [string, number] => [
      value,
      all.length,
    ]);
    return { of, counts, notSaid: onPanel(members).length - said.length };
  });
