import { LANGUAGES, type Language } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Lines, ReadNotice } from '../notice.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { passagesOf, type Passage, type Passages } from './passages.ts';
import type { Spelling } from './spelling.ts';

/** What the linter knows beside the notice. */
export type LintTools = {
  readonly vocabulary: Vocabulary;
  readonly organisation: Organisation;
  readonly spelling: Spelling;
};

/** A line as it was printed, with the language of the half that it stands in. */
export type SourceLine = { readonly number: number; readonly text: string; readonly language: Language };

/** A notice as every rule sees it. */
export type Subject = ReadNotice &
  LintTools & {
    readonly passages: Passages;
    /** The lines of the text that was read; empty where the record was written here. */
    readonly source: readonly SourceLine[];
    /** The civil day of publication, where it is known. */
    readonly publishedOn: string | undefined;
    /** The civil day on which a notice that is not published yet would be, if it were now. */
    readonly today: string | undefined;
  };

export type LintQuestion = ReadNotice & {
  readonly text?: string;
  readonly publishedOn?: string;
  readonly today?: string;
};

export function subjectOf(question: LintQuestion, tools: LintTools): Subject {
  const { record, places, doubts, text, publishedOn, today } = question;
  const passages = passagesOf({ record, places });
  const source = text === undefined ? [] : sourceLines(text, places);
  return { record, places, doubts, ...tools, passages, source, publishedOn, today };
}

/** The half of a language starts where the first thing stands that was read in it. */
function sourceLines(text: string, places: ReadNotice['places']): SourceLine[] {
  const starts = LANGUAGES.flatMap((language) => {
    const own = Object.entries(places).flatMap(([field, lines]) =>
      field.includes(`.${language}`) && !field.startsWith('links') ? [lines.from] : [],
    );
    return own.length > 0 ? [{ language, from: Math.min(...own) }] : [];
  }).toSorted((a, b) => a.from - b.from);
  const [first] = starts;
  return text.split('\n').map((line, index) => {
    const number = index + 1;
    const language = starts.findLast(({ from }) => from <= number)?.language ?? first?.language ?? 'en';
    return { number, text: line, language };
  });
}

/** The line of a passage on which these words stand, as printed; all of its lines where they are not found on one. */
export function linesOf({ source }: Pick<Subject, 'source'>, passage: Pick<Passage, 'lines'>, words?: string) {
  const { lines } = passage;
  if (!lines || words === undefined || source.length === 0) return lines;
  const within = source.slice(lines.from - 1, lines.to);
  const found = within.find(({ text }) => text.includes(words)) ?? within.find(({ text }) => holdsStart(text, words));
  return found ? lineAt(found.number) : lines;
}

/** Words that a line break parts: the line with the first of them. */
const holdsStart = (text: string, words: string): boolean => {
  const [first = ''] = words.split(/\s/);
  return first.length > 3 && text.includes(first);
};

export const lineAt = (number: number): Lines => ({ from: number, to: number });

/** The lines of a field in each language, as far as they are known. */
export function placesOf({ places }: Pick<Subject, 'places'>, field: string): Partial<Record<Language, Lines>> {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const lines = places[`${field}.${language}`];
      return lines ? [[language, lines]] : [];
    }),
  );
}
