import { LANGUAGES, type Language } from '../../platform/language.ts';
import type { FieldPath, Lines, NoticeRecord, ReadNotice } from '../notice.ts';

/** A piece of a notice's text in one language: a paragraph, an item, a heading; with where it was read. */
export type Passage = {
  readonly field: FieldPath;
  readonly list: ListName;
  readonly language: Language;
  /** Its place in its list, from 0. */
  readonly place: number;
  readonly text: string;
  /** Absent where the record was written here, and not read from a text. */
  readonly lines: Lines | undefined;
};

type TextsOf = (record: NoticeRecord, language: Language) => readonly string[];
const one = (text: string | undefined): string[] => (text === undefined ? [] : [text]);

/** Every text of a record that people read, in the order of a notice. */
const LISTS = {
  title: (record, language) => one(record.title[language]),
  'otherText.preamble': (record, language) => record.otherText.preamble[language],
  summary: (record, language) => record.summary[language],
  challenges: (record, language) => record.challenges[language],
  'introductions.essential': (record, language) => one(record.introductions.essential[language]),
  essential: (record, language) => record.essential[language],
  'introductions.desirable': (record, language) => one(record.introductions.desirable[language]),
  desirable: (record, language) => record.desirable[language],
  'otherText.requirements': (record, language) => record.otherText.requirements[language],
  accountabilities: (record, language) =>
    record.accountabilities[language].map(({ heading, text }) => (heading === '' ? text : `${heading}\n${text}`)),
  closingDuty: (record, language) => one(record.closingDuty[language]),
  interrelationships: (record, language) => one(record.interrelationships[language]),
  'introductions.competencies': (record, language) => one(record.introductions.competencies[language]),
  competencies: (record, language) =>
    record.competencies[language].map(({ name, indicator }) => `${name}\n${indicator}`),
  'otherText.contract': (record, language) => record.otherText.contract[language],
  'otherText.application': (record, language) => record.otherText.application[language],
  provisionalSchedule: (record, language) => record.provisionalSchedule.flatMap((stage) => one(stage[language])),
  'otherText.additional': (record, language) => record.otherText.additional[language],
} as const satisfies Record<string, TextsOf>;
export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as ListName[];

/** Single texts: their field has no place in a list. */
const SINGLE: ReadonlySet<ListName> = new Set([
  'title',
  'introductions.essential',
  'introductions.desirable',
  'introductions.competencies',
  'closingDuty',
  'interrelationships',
]);

/** The texts of a notice by list and language. */
export type Passages = {
  readonly all: readonly Passage[];
  readonly of: (list: ListName, language: Language) => readonly Passage[];
};

export function passagesOf({ record, places }: Pick<ReadNotice, 'record' | 'places'>): Passages {
  const lists = new Map<string, Passage[]>();
  for (const list of LIST_NAMES)
    for (const language of LANGUAGES) {
      const texts = LISTS[list](record, language);
      lists.set(
        `${list}.${language}`,
        texts.map((text, place): Passage => {
          const field = fieldOf(list, language, place);
          return { field, list, language, place, text, lines: places[field] };
        }),
      );
    }
  return {
    all: [...lists.values()].flat(),
    of: (list, language) => lists.get(`${list}.${language}`) ?? [],
  };
}

function fieldOf(list: ListName, language: Language, place: number): FieldPath {
  if (list === 'provisionalSchedule') return `${list}[${place}].${language}`;
  return SINGLE.has(list) ? `${list}.${language}` : `${list}.${language}[${place}]`;
}

/** From the first line of some passages to their last. */
export function spanOf(passages: readonly Pick<Passage, 'lines'>[]): Lines | undefined {
  const lines = passages.flatMap(({ lines: where }) => where ?? []);
  if (lines.length === 0) return undefined;
  return { from: Math.min(...lines.map(({ from }) => from)), to: Math.max(...lines.map(({ to }) => to)) };
}
