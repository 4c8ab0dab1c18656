import type { Language } from '../../platform/language.ts';
import type { Tone } from '../../site/parts.tsx';
import { standingOf, wasSubmitted, type ApplicationStatus, type OpenUntil, type Standing } from '../application.ts';
import { STANDING_TEXTS } from '../application-texts.ts';
import { situationOf, type Situation } from '../stages/situation.ts';
import { SITUATION_TEXTS } from '../stages/situation-texts.ts';
import type { StageEntry } from '../stages/stage-state.ts';

const SITUATION_TONES: Record<Situation, Tone> = {
  'awaiting-closing': 'success',
  received: 'success',
  'under-review': 'info',
  invited: 'info',
  'reserve-listed': 'success',
  selected: 'success',
  appointed: 'success',
  'not-retained': 'plain',
  'vacancy-cancelled': 'warning',
  'vacancy-filled': 'plain',
  withdrawn: 'plain',
};

export const STANDING_TONES: Record<Standing, Tone> = {
  draft: 'info',
  submitted: 'success',
  withdrawn: 'plain',
  discarded: 'plain',
  'deadline-missed': 'warning',
  'vacancy-gone': 'warning',
};

type Stood = { entries: readonly StageEntry[]; now: Date; language: Language };

/** The words for where an application stands: of the draft, or of its place in the selection. */
export function wordsFor(
  application: { status: ApplicationStatus; vacancy: OpenUntil },
  { entries, now, language }: Stood,
) {
  const { status, vacancy } = application;
  if (!wasSubmitted(status)) {
    const standing = standingOf(application, vacancy, now);
    return { words: STANDING_TEXTS[language][standing], tone: STANDING_TONES[standing] };
  }
  const situation = situationOf({ status, entries, vacancy }, now);
  return { words: SITUATION_TEXTS[language][situation], tone: SITUATION_TONES[situation] };
}
