import { isDeepStrictEqual } from 'node:util';
import type { FieldPath, Lines, NoticeRecord } from '../notices/notice.ts';
import { LANGUAGES, type Language } from '../platform/language.ts';
import { ALL_FACTS, ALL_FIELDS, factOf } from './notice-fields.ts';

/** A field that differs between two notices, in one language or, for a fact, in all. */
export type Difference = { readonly path: FieldPath; readonly language?: Language };

/** Where two notices differ, in the order they are read. */
export function differencesOf(before: NoticeRecord, after: NoticeRecord): Difference[] {
  return [
    ...ALL_FACTS.filter((fact) => !same(factOf(before, fact), factOf(after, fact))).map((path) => ({ path })),
    ...ALL_FIELDS.flatMap(({ path, read }) =>
      LANGUAGES.filter((language) => !same(read(before, language), read(after, language))).map((language) => ({
        path,
        language,
      })),
    ),
  ];
}

/** Whatever the order of their keys: the database has its own. */
const same = (one: unknown, other: unknown) => isDeepStrictEqual(one, other);

/** Where an item stood in the text: its own lines, else those of its field. */
export function placeOf(
  places: Readonly<Record<FieldPath, Lines>>,
  path: FieldPath,
  { language, index }: { language: Language; index?: number },
): Lines | undefined {
  const item =
    index === undefined
      ? undefined
      : (places[`${path}.${language}[${index}]`] ?? places[`${path}[${index}].${language}`]);
  return item ?? places[`${path}.${language}`] ?? places[path];
}

/** The places that still hold after these fields have changed: an item's number may have moved. */
export function keepPlaces(
  places: Readonly<Record<FieldPath, Lines>>,
  changed: readonly Difference[],
): Record<FieldPath, Lines> {
  const moved = (path: string) =>
    changed.some(
      ({ path: root, language = '' }) => path.startsWith(`${root}.${language}[`) || path.startsWith(`${root}[`),
    );
  return Object.fromEntries(Object.entries(places).filter(([path]) => !moved(path)));
}
