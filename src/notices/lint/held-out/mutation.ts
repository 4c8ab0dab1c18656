import { LANGUAGES, otherLanguages, type Language } from '../../../platform/language.ts';
import { readNotice } from '../../import/read-notice.ts';
import type { FieldPath, Lines, NoticeRecord } from '../../notice.ts';
import type { Vocabulary } from '../../vocabulary.ts';

/** A sound notice, as it is to be changed. */
export type Source = {
  readonly lines: readonly string[];
  readonly record: NoticeRecord;
  readonly places: Readonly<Record<FieldPath, Lines>>;
  readonly vocabulary: Vocabulary;
};

/** A notice with one fault, and where it stands, or what stands for it in the other language. */
export type Mutated = { readonly text: string; readonly lines: { readonly [In in Language]?: Lines } };

/** One change of a kind, made where chance has it; nothing where the notice has no place for it. */
export type Mutation = (source: Source, random: () => number) => Mutated | undefined;

export function sourceOf(text: string, vocabulary: Vocabulary): Source {
  const read = readNotice(text, vocabulary);
  if (!read.ok) throw new Error(`refused: ${read.refusal.kind}`);
  return { lines: text.split('\n'), ...read.value, vocabulary };
}

export const oneOf = <Item>(items: readonly Item[], random: () => number): Item | undefined =>
  items[Math.floor(random() * items.length)];

export const eitherHalf = (random: () => number): Language => oneOf(LANGUAGES, random) ?? 'fr';

/** Where the fields of a name stand in one language, as `essential.fr[3]`, with where their counterparts do. */
export function pairedPlaces(source: Source, name: string, half: Language): { here: Lines; there: Lines }[] {
  const [other = half] = otherLanguages(half);
  const of = (language: Language) =>
    Object.entries(source.places).filter(([path]) => new RegExp(`^${name}\\.${language}(\\[\\d+\\])?$`).test(path));
  if (of(half).length !== of(other).length) return [];
  return of(half).flatMap(([path, here]) => {
    const there = source.places[path.replace(`.${half}`, `.${other}`)];
    return there ? [{ here, there }] : [];
  });
}

/** The text with other lines in place of some, and where the change and its counterpart then stand. */
export function changed(
  { lines }: Pick<Source, 'lines'>,
  { half, here, there, now }: { half: Language; here: Lines; there?: Lines; now: readonly string[] },
): Mutated {
  const [other = half] = otherLanguages(half);
  const grown = now.length - (here.to - here.from + 1);
  const shift = there && there.from > here.from ? grown : 0;
  return {
    text: [...lines.slice(0, here.from - 1), ...now, ...lines.slice(here.to)].join('\n'),
    lines: {
      ...(now.length > 0 ? { [half]: { from: here.from, to: here.to + grown } } : {}),
      ...(there ? { [other]: { from: there.from + shift, to: there.to + shift } } : {}),
    },
  };
}

export const linesAt = ({ lines }: Pick<Source, 'lines'>, { from, to }: Lines): string[] => lines.slice(from - 1, to);

/** A field of one of the names, cut out of one half. */
export const without =
  (...names: string[]): Mutation =>
  (source, random) => {
    const half = eitherHalf(random);
    const place = oneOf(
      names.flatMap((name) => pairedPlaces(source, name, half)),
      random,
    );
    return place && changed(source, { half, ...place, now: [] });
  };

/** A field of one of the names, in the words of the other half. */
export const untranslated =
  (...names: string[]): Mutation =>
  (source, random) => {
    const place = oneOf(
      names.flatMap((name) => pairedPlaces(source, name, 'fr')),
      random,
    );
    return place && changed(source, { half: 'fr', ...place, now: linesAt(source, place.there) });
  };

/** A stretch of a line that a pattern finds, in a field of one of the names, written otherwise. */
export const rewritten =
  (
    names: readonly string[],
    { half, pattern, as }: { half?: Language; pattern: RegExp; as: (found: string) => string },
  ): Mutation =>
  (source, random) => {
    const where = half ?? eitherHalf(random);
    const spots = names
      .flatMap((name) => pairedPlaces(source, name, where))
      .flatMap((place) =>
        linesAt(source, place.here).flatMap((line, index) =>
          [...line.matchAll(pattern)].map((match) => ({ place, line, index, match })),
        ),
      );
    const spot = oneOf(spots, random);
    if (!spot) return undefined;
    const { place, line, index, match } = spot;
    const now = linesAt(source, place.here);
    now[index] = line.slice(0, match.index) + as(match[0]) + line.slice(match.index + match[0].length);
    return changed(source, { half: where, ...place, now });
  };
