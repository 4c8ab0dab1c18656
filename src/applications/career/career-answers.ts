import type { Entry } from '../../people/profile/profile.ts';
import type { CareerAnswers } from '../answers.ts';

export type CareerAction = { kind: 'add'; id: string } | { kind: 'leave-out' | 'put-back'; id: string };

/** Adds an empty entry, leaves one out of this application, or puts it back; nothing that was typed goes. */
export function changeCareer(career: CareerAnswers, { kind, id }: CareerAction): CareerAnswers {
  if (kind === 'add') return { ...career, none: false, entries: [...career.entries, { id, fields: {} }] };
  const [from, to]: ['entries' | 'leftOut', 'entries' | 'leftOut'] =
    kind === 'leave-out' ? ['entries', 'leftOut'] : ['leftOut', 'entries'];
  const moved = career[from].find((entry: Entry) => entry.id === id);
  if (!moved) return career;
  return { ...career, [from]: career[from].filter((entry) => entry !== moved), [to]: [...career[to], moved] };
}
