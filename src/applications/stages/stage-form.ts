import { LANGUAGES, type Translated } from '../../platform/language.ts';
import { isCivilDate } from '../../regulations/civil-dates.ts';
import { typedDate, type DateParts } from '../../site/date-field.tsx';
import { valueOf, type Fields } from '../drafting/draft.ts';
import { POSITIONS, STAGE_ACTIONS, type Position, type StageAction, type StageStep } from './stage-state.ts';

/** A step as it stands in the form. */
export type TypedStep = Omit<StageStep, 'action' | 'dueOn'> & {
  action: StageAction | '';
  day: DateParts;
  position: Position;
  /** Of the applications that are ticked. */
  numbers: string[];
  whom: 'ticked' | 'all';
  /** Why somebody below a language level is found suitable, by number. */
  levels: Readonly<Record<string, string>>;
};

/** Which of the positions an address or a form names; the first where it names none. */
export const readPosition = (text: string): Position => POSITIONS.find((position) => position === text) ?? 'received';

export function readTypedStep(fields: Fields): TypedStep {
  const action = valueOf(fields, 'action');
  const part = (name: string) => valueOf(fields, `due-${name}`).trim();
  return {
    position: readPosition(valueOf(fields, 'position')),
    action: STAGE_ACTIONS.find((known) => known === action) ?? '',
    stage: valueOf(fields, 'stage'),
    reason: valueOf(fields, 'reason'),
    day: { day: part('day'), month: part('month'), year: part('year') },
    note: readNote(fields),
    numbers: [fields['numbers'] ?? []].flat(),
    whom: valueOf(fields, 'whom') === 'all' ? 'all' : 'ticked',
    levels: readLevels(fields),
  };
}

/** Longest reason for somebody below a language level. */
export const MAX_LEVEL_REASON = 2000;
export const levelField = (number: string): string => `${LEVEL}${number}`;
const LEVEL = 'level-';

function readLevels(fields: Fields): TypedStep['levels'] {
  const names = Object.keys(fields).filter((name) => name.startsWith(LEVEL));
  return Object.fromEntries(
    names.flatMap((name) => {
      const why = valueOf(fields, name).replaceAll(/\r\n?/g, '\n').trim().slice(0, MAX_LEVEL_REASON);
      return why === '' ? [] : [[name.slice(LEVEL.length), why]];
    }),
  );
}

function readNote(fields: Fields): Translated {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const text = valueOf(fields, `note-${language}`).replaceAll(/\r\n?/g, '\n').trim().slice(0, MAX_NOTE);
      return text === '' ? [] : [[language, text]];
    }),
  );
}

const MAX_NOTE = 5000;

/** The step that is meant, with only what belongs to its action; undefined where none is chosen or the day is none. */
export function stepOf({ action, stage, reason, day, note }: TypedStep): StageStep | undefined {
  const dueOn = typedDate(day);
  if (action === '' || (action === 'invite' && dueOn !== '' && !isCivilDate(dueOn))) return undefined;
  return {
    action,
    stage: action === 'invite' ? stage : '',
    reason: action === 'not-retain' ? reason : '',
    dueOn: action === 'invite' && dueOn !== '' ? dueOn : null,
    note,
  };
}
