import { stillTaking } from '../../applications/stages/stage-state.ts';
import type { AppliedVacancy } from '../../applications/application.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { NOT_ANONYMOUS } from '../../regulations/organisation/procedure-schema.ts';

export { NOT_ANONYMOUS };

/** How a vacancy's applications are screened. */
export type Manner = {
  /** How many look at each application, neither seeing the other's findings before both have signed. */
  screeners: 1 | 2;
  /** The stage until which they do not see whose it is; null where they do. */
  anonymousUntil: string | null;
};

export type BeginningRefusal =
  | { kind: 'still-open'; deadlineAt: Date | null }
  | { kind: 'begun' }
  /** The organisation leaves it open, and nobody has chosen. */
  | { kind: 'screeners-open' | 'anonymity-open' };

type Beginning = {
  vacancy: Pick<AppliedVacancy, 'status' | 'publishedAt' | 'deadlineAt' | 'deadlineZone' | 'closedAt'>;
  begun: boolean;
  selection: Organisation['selection'];
  /** What was chosen where the organisation leaves it open; as it stood in the form. */
  chosen: { screeners: string; until: string };
  at: Date;
};

/** Begins once the last application can have come in, by the organisation's rules or, where they are silent, a person's choice. */
export function beginScreening({ vacancy, begun, selection, chosen, at }: Beginning): Result<Manner, BeginningRefusal> {
  const { screeners, anonymous } = selection.screening;
  if (begun) return refuse({ kind: 'begun' });
  if (stillTaking(vacancy, at)) return refuse({ kind: 'still-open', deadlineAt: vacancy.deadlineAt });
  const count = screeners.count ?? ([1, 2] as const).find((one) => String(one) === chosen.screeners);
  if (count === undefined) return refuse({ kind: 'screeners-open' });
  const until = anonymous.until ?? untilChoices(selection).find((code) => code === chosen.until);
  if (until === undefined) return refuse({ kind: 'anonymity-open' });
  return ok({ screeners: count, anonymousUntil: until === NOT_ANONYMOUS ? null : until });
}

/** What anonymity may last until. */
export const untilChoices = ({ stages }: Organisation['selection']): string[] => [
  ...stages.filter(({ invitation }) => invitation).map(({ code }) => code),
  NOT_ANONYMOUS,
];

type Reached = { stages: readonly string[]; unsettled: number };

/**
 * Whether screeners still do not see whose the applications are: until somebody was invited to the stage or a later one,
 * and nothing is left to settle.
 */
export function isAnonymous(
  { anonymousUntil }: Pick<Manner, 'anonymousUntil'>,
  { stages, unsettled }: Reached,
  selection: Organisation['selection'],
): boolean {
  if (anonymousUntil === null) return false;
  const codes = selection.stages.map(({ code }) => code);
  const from = codes.indexOf(anonymousUntil);
  return unsettled > 0 || !stages.some((stage) => codes.indexOf(stage) >= from);
}
