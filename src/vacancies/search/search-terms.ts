import { LANGUAGES, type Language } from '../../platform/language.ts';
import { fold, formsIn, referenceKey } from './folding.ts';

/** What the stemmers make of a word, by word. */
export type Stems = ReadonlyMap<string, readonly string[]>;

/** One word that was asked for: its forms, and the places and bodies that are called so. */
export type Term = { forms: readonly string[]; marks: readonly string[] };

/** What was typed: the words of which each must be found, or a reference that begins so. */
export type Terms = { words: readonly Term[]; reference: string | undefined };

/** What something that a vacancy is marked with is called, in each language. */
export type Named = { mark: string; names: readonly string[] };

/** From so many letters a word may be the beginning of one. */
const SHORTEST_BEGINNING = 3;
const REFERENCE_LABEL = /^\s*(?:ref(?:erence)?|vacancy|vacance|poste?|no|n°|nr)\b[\s.:°#-]*(?=\S*\d)/;

/** Reads what was typed: `réf. 26 01-14` is the beginning of a reference, `candidat·e·s` a word of four forms. */
export function termsOf(text: string, named: readonly Named[]): Terms {
  const words = formsIn(text).map((forms) => ({
    forms,
    marks: named.filter(({ names }) => forms.some((form) => isCalled(names, form))).map(({ mark }) => mark),
  }));
  const key = referenceKey(fold(text).replace(REFERENCE_LABEL, ''));
  return { words, reference: /\d/.test(key) && key.length >= SHORTEST_BEGINNING ? key : undefined };
}

const isCalled = (names: readonly string[], form: string): boolean =>
  names.some((name) => formsIn(name).some((forms) => forms.some((word) => found(word, form))));

const found = (word: string, form: string): boolean => (mayBegin(form) ? word.startsWith(form) : word === form);

const mayBegin = (form: string): boolean => form.length >= SHORTEST_BEGINNING;

/** Every form that is asked for, to be stemmed. */
export const formsOf = ({ words }: Terms): string[] => [...new Set(words.flatMap(({ forms }) => forms))];

/** One word as PostgreSQL's text search asks for it: as it begins, or as a stemmer cuts it, or by what it names. */
export function termQuery({ forms, marks }: Term, stems: Stems): string {
  const lexemes = [
    ...forms.map((form) => `${quoted(form)}${mayBegin(form) ? ':*' : ''}`),
    ...forms.flatMap((form) => stems.get(form) ?? []).map(quoted),
    ...marks.map(quoted),
  ];
  return `(${[...new Set(lexemes)].join(' | ')})`;
}

/** All words together; the beginning of a reference instead, where it may be one. Empty where there is nothing to look for. */
export function textQuery({ words, reference }: Terms, stems: Stems): string {
  const all = words.map((term) => termQuery(term, stems)).join(' & ');
  const begins = reference === undefined ? '' : `${quoted(reference)}:*`;
  return [all && `(${all})`, begins].filter(Boolean).join(' | ');
}

/** Any of the words: what a title is ranked by. */
export const anyQuery = ({ words }: Terms, stems: Stems): string =>
  words.map((term) => termQuery(term, stems)).join(' | ');

const quoted = (lexeme: string): string => `'${lexeme.replaceAll(/['\\]/g, '')}'`;

/** What is called by names in any language, as search looks for it. */
export const namedIn = (mark: string, names: Partial<Record<Language, string | null | undefined>>): Named => ({
  mark,
  names: LANGUAGES.flatMap((language) => names[language] ?? []),
});
