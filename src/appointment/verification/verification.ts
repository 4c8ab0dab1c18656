import { statedEntries } from '../../applications/career/career-gaps.ts';
import type { Answers } from '../../applications/answers.ts';
import type { Entry } from '../../people/profile/profile.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { isCivilDate } from '../../regulations/civil-dates.ts';

export const VERIFIED_PARTS = ['education', 'experience'] as const;
export type VerifiedPart = (typeof VERIFIED_PARTS)[number];

export const VERIFICATION_ACTIONS = ['ask', 'confirm', 'differ', 'set-aside'] as const;
export type VerificationAction = (typeof VERIFICATION_ACTIONS)[number];

/** How far one study or one post is; `differs` is an answer that is not what the application says. */
export type VerificationState = 'to-ask' | 'asked' | 'confirmed' | 'differs' | 'set-aside';

/** Every move there is. An answer can come without a letter, and again after another. */
const MOVES: Record<VerificationState, Partial<Record<VerificationAction, VerificationState>>> = {
  'to-ask': { ask: 'asked', confirm: 'confirmed', differ: 'differs', 'set-aside': 'set-aside' },
  asked: { ask: 'asked', confirm: 'confirmed', differ: 'differs', 'set-aside': 'set-aside' },
  differs: { ask: 'asked', confirm: 'confirmed', 'set-aside': 'set-aside' },
  confirmed: { ask: 'asked', differ: 'differs' },
  'set-aside': { ask: 'asked', confirm: 'confirmed', differ: 'differs' },
};

/** A step on one study or one post. */
export type VerificationStep = {
  action: VerificationAction;
  /** The civil day, `YYYY-MM-DD`, of the letter, of the answer, or of the decision. */
  on: string;
  /** Who answered; what differs; why it is set aside. */
  words: string;
};

/** One study or one post of an application, with what was asked and answered, oldest first. */
export type VerificationItem<Step extends VerificationStep = VerificationStep> = {
  part: VerifiedPart;
  entry: Entry;
  steps: readonly Step[];
};

const AFTER = {
  ask: 'asked',
  confirm: 'confirmed',
  differ: 'differs',
  'set-aside': 'set-aside',
} as const satisfies Record<VerificationAction, VerificationState>;

export function verificationState({ steps }: Pick<VerificationItem, 'steps'>): VerificationState {
  const last = steps.at(-1);
  return last ? AFTER[last.action] : 'to-ask';
}

export const verificationActions = (item: Pick<VerificationItem, 'steps'>): VerificationAction[] =>
  VERIFICATION_ACTIONS.filter((action) => MOVES[verificationState(item)][action] !== undefined);

/** What is neither confirmed nor set aside with a reason. */
export const isOpen = (item: Pick<VerificationItem, 'steps'>): boolean =>
  !['confirmed', 'set-aside'].includes(verificationState(item));

/** The studies and posts that somebody stated, in the order of the application. */
export const statedItems = (answers: Answers): Omit<VerificationItem, 'steps'>[] =>
  VERIFIED_PARTS.flatMap((part) => statedEntries(answers, part).map((entry) => ({ part, entry })));

export const MAX_WORDS = 1000;

export type VerificationRefusal =
  | { kind: 'illegal-move' | 'date-missing' | 'words-missing' | 'too-long' }
  | { kind: 'date-ahead'; today: string }
  | { kind: 'date-before'; last: string };

/** What has to be said in words. */
export const needsWords = (action: VerificationAction): boolean => action === 'differ' || action === 'set-aside';

/** The next step on a study or a post as it was typed, or why it cannot be taken; `today` is the civil day where the post is. */
export function verify(
  item: Pick<VerificationItem, 'steps'>,
  { action, on, words }: VerificationStep,
  today: string,
): Result<VerificationStep, VerificationRefusal> {
  if (!verificationActions(item).includes(action)) return refuse({ kind: 'illegal-move' });
  if (!isCivilDate(on)) return refuse({ kind: 'date-missing' });
  if (on > today) return refuse({ kind: 'date-ahead', today });
  const last = item.steps.at(-1)?.on;
  if (last !== undefined && on < last) return refuse({ kind: 'date-before', last });
  const said = words.trim();
  if (said === '' && needsWords(action)) return refuse({ kind: 'words-missing' });
  return said.length > MAX_WORDS ? refuse({ kind: 'too-long' }) : ok({ action, on, words: said });
}
