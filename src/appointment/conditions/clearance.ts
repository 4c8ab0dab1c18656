import { heldFrom } from '../../applications/eligibility/stated-clearance.ts';
import type { Localized } from '../../platform/language.ts';
import type { HeldClearance } from '../../regulations/eligibility/clearance.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Chosen } from './appointment-queries.ts';

type Rules = Pick<Organisation, 'clearances'>;

/** What is known of the clearance of somebody chosen before any authority answered. */
export type KnownClearance = {
  /** The level of the post, a code of the organisation's; null where the notice prints none that it knows. */
  needed: string | null;
  /** As stated in the application; null where none is held or nothing was asked. */
  held: HeldClearance | null;
  /** Held below the level of the post: the higher one is to be asked for. */
  isBelow: boolean;
  /** The last day of what is held, where that is before the first day in the post. */
  endsBefore: string | null;
};

export function clearanceOf(
  { clearance, answers, appointment }: Pick<Chosen, 'clearance' | 'answers' | 'appointment'>,
  { clearances: { levels } }: Rules,
): KnownClearance {
  const rank = (code: string) => levels.findIndex((level) => level.code === code);
  const needed = clearance !== null && rank(clearance) >= 0 ? clearance : null;
  const held = heldFrom(answers.identity.clearance) ?? null;
  const until = held?.validUntil ?? null;
  const startsOn = appointment?.startsOn ?? null;
  return {
    needed,
    held,
    isBelow: held !== null && needed !== null && rank(held.level) < rank(needed),
    endsBefore: until !== null && startsOn !== null && until < startsOn ? until : null,
  };
}

/** A level as it is called; where a language has no name for it, as another calls it. */
export function levelName(code: string, { clearances: { levels } }: Rules): Localized {
  const name = levels.find((level) => level.code === code)?.name;
  const any = name?.en ?? name?.fr ?? code;
  return { en: name?.en ?? any, fr: name?.fr ?? any };
}
