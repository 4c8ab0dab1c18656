import type { NoticeRecord } from '../../notices/notice.ts';
import type { Doer } from '../../people/actor.ts';
import type { Language } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { earlierPlaces } from './list-alignment.ts';
import { ALL_FIELDS, type BilingualField, type Item } from '../notice-fields.ts';
import {
  isEmptyItem,
  isToCheck,
  NO_ITEM,
  sameItem,
  targetsOf,
  translationUnits,
  wholeText,
  withoutEmptyEnd,
  type TranslationUnit,
} from './translation.ts';
import type { TranslatedText, Vacancy } from '../vacancy.ts';

/** Who deals with a translation, and when. */
export type Translator = { by: Doer; now: Date };

/** Only an account is known later; the command line and the system are nobody. */
const accountOf = (by: Doer): string | null => (by.kind === 'account' ? by.id : null);

/** What is known of the translations once the notice has changed: `null` where the text of an import replaced it. */
export function translationsAfter(
  before: Vacancy,
  notice: NoticeRecord,
  translator: Translator | null,
): Vacancy['translations'] {
  return Object.fromEntries(
    targetsOf(before).flatMap((language) => {
      const known = translationUnits(before, language);
      return translationUnits({ ...before, notice }, language).flatMap((unit): [string, TranslatedText][] => {
        const made = madeAfter(unit, known, { translator, at: before.updatedAt });
        return made ? [[unit.key, made]] : [];
      });
    }),
  );
}

type Change = { translator: Translator | null; at: Date };

/** A text that stood before keeps what was made of it, wherever it moved to; a new one is the translator's. */
function madeAfter(
  unit: TranslationUnit,
  known: readonly TranslationUnit[],
  { translator, at }: Change,
): TranslatedText | undefined {
  const { original, translation } = unit;
  if (isEmptyItem(translation)) return undefined;
  const twin = twinOf(unit, known);
  if (!twin) return translator ? translated(original, translator) : undefined;
  if (twin.made || sameItem(twin.original, original)) return twin.made;
  // Nobody has dealt with it here, and now its original is another: that it was is all that is known.
  return { state: 'translated', original: wholeText(twin.original), by: null, at: at.toISOString() };
}

const translated = (original: Item, { by, now }: Translator): TranslatedText => ({
  state: 'translated',
  original: wholeText(original),
  by: accountOf(by),
  at: now.toISOString(),
});

/** The same translation before the change: beside the same original where there is one, else in the same place. */
function twinOf({ field, index, original, translation }: TranslationUnit, known: readonly TranslationUnit[]) {
  const alike = known.filter((one) => one.field.path === field.path && sameItem(one.translation, translation));
  const beside = alike.filter((one) => sameItem(one.original, original));
  const here = (units: TranslationUnit[]) => units.find((one) => one.index === index);
  return here(beside) ?? beside[0] ?? here(alike) ?? alike[0];
}

/**
 * The notice with its translations moved along where items of the original were put in, taken out or moved: each item
 * keeps its counterpart. A list whose translation was edited as well, or had more items than the original, stays as typed.
 */
export function keepAligned(before: Vacancy, notice: NoticeRecord): NoticeRecord {
  const lists = ALL_FIELDS.filter(({ shape }) => shape !== 'text');
  const both = lists.flatMap((field) => targetsOf(before).map((language) => ({ field, language })));
  return both.reduce((after, { field, language }) => {
    const moved = movedAlong(before, after, { field, language });
    return moved ? field.write(after, language, moved) : after;
  }, notice);
}

function movedAlong(
  before: Vacancy,
  after: NoticeRecord,
  { field, language }: { field: BilingualField; language: Language },
): Item[] | undefined {
  const translations = field.read(before.notice, language);
  const originals = field.read(before.notice, before.originalLanguage);
  if (!sameItems(translations, field.read(after, language)) || translations.length > originals.length) return undefined;
  const places = earlierPlaces(originals.map(wholeText), field.read(after, before.originalLanguage).map(wholeText));
  const moved = withoutEmptyEnd(
    places.map((place) => (place === undefined ? undefined : translations[place]) ?? NO_ITEM),
  );
  return sameItems(moved, translations) ? undefined : moved;
}

const sameItems = (some: readonly Item[], others: readonly Item[]): boolean =>
  some.length === others.length && some.every((item, at) => sameItem(item, others[at] ?? NO_ITEM));

export type CheckRefusal = { kind: 'own-translation' } | { kind: 'nothing-to-check' };

/** Some texts of a translation, by their keys. */
type Texts = { language: Language; keys: ReadonlySet<string> };

/** Notes that translations are right as they stand although their originals have changed. */
export function confirmTranslations(vacancy: Vacancy, { language, keys }: Texts, translator: Translator): Vacancy {
  const units = translationUnits(vacancy, language).filter(
    (unit) => keys.has(unit.key) && unit.state === 'needs-translation' && !isEmptyItem(unit.translation),
  );
  return withMade(
    vacancy,
    units.map(({ key, original }) => [key, translated(original, translator)]),
  );
}

/** Notes that somebody else than their translator has read these translations; those of the checker stay as they are. */
export function checkTranslations(
  vacancy: Vacancy,
  { language, keys }: Texts,
  translator: Translator,
): Result<{ vacancy: Vacancy; checked: TranslationUnit[] }, CheckRefusal> {
  const waiting = translationUnits(vacancy, language).filter((unit) => isToCheck(unit) && keys.has(unit.key));
  const me = accountOf(translator.by);
  const checked = waiting.filter(({ made }) => me === null || made?.by !== me);
  if (waiting.length === 0) return refuse({ kind: 'nothing-to-check' });
  if (checked.length === 0) return refuse({ kind: 'own-translation' });
  const made = checked.map((unit): [string, TranslatedText] => [
    unit.key,
    { ...translated(unit.original, translator), state: 'checked' },
  ]);
  return ok({ vacancy: withMade(vacancy, made), checked });
}

const withMade = (vacancy: Vacancy, made: readonly (readonly [string, TranslatedText])[]): Vacancy => ({
  ...vacancy,
  translations: { ...vacancy.translations, ...Object.fromEntries(made) },
});
