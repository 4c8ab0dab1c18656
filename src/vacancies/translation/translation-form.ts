import { createHash } from 'node:crypto';
import type { Item } from '../notice-fields.ts';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { isEmptyItem, sameItem, type TranslationUnit } from './translation.ts';

/** The fields of a text in the translator's form: its key, and the same with its heading and with what was seen. */
export const headingName = (key: string): string => `${key}.heading`;
export const seenName = (key: string): string => `${key}.seen`;
/** The checkboxes that say “right as it stands”; the value is the key of the text. */
export const STILL_RIGHT = 'right';

export const hasHeading = ({ field }: TranslationUnit): boolean => field.shape === 'blocks' || field.shape === 'pairs';

/** A text as it is kept: one paragraph, except where a section has several. */
const paragraphs = (key: string, text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(key.startsWith('otherSections') ? '\n' : ' ');

/** A translation as it would be kept if it were typed. */
const asKept = (key: string, { heading, text }: Item): Item => ({
  heading: heading.replaceAll(/\s*\n\s*/g, ' ').trim(),
  text: paragraphs(key, text),
});

const digest = ({ heading, text }: Item): string =>
  createHash('sha256').update(`${heading}\n${text}`).digest('base64url').slice(0, 16);

/** What the translator had before them, original and translation; told from what stands when the form comes back. */
export const seenOf = ({ key, original, translation }: TranslationUnit): string =>
  `${digest(original)}.${digest(asKept(key, translation))}`;

/** What stands in the fields of a text: what was typed, else the translation as it is. */
export function typedItem(
  values: FormValues,
  { key, translation }: Pick<TranslationUnit, 'key' | 'translation'>,
): Item {
  const typed = (name: string, otherwise: string) => (values[name] === undefined ? otherwise : valueOf(values, name));
  return { heading: typed(headingName(key), translation.heading), text: typed(key, translation.text) };
}

/** Whether the reader has typed something else than stood in the fields of this text. */
function isTyped(values: FormValues, key: string, item: Item): boolean {
  if (values[key] === undefined && values[headingName(key)] === undefined) return false;
  const [, translation] = valueOf(values, seenName(key)).split('.');
  return translation !== digest(item);
}

/** The translations that were typed, by the key of each; what stands already is not among them. */
export function typedItems(values: FormValues, units: readonly TranslationUnit[]): Map<string, Item> {
  const typed = units
    .filter(({ locked }) => !locked)
    .map((unit) => [unit, asKept(unit.key, typedItem(values, unit))] as const)
    .filter(([{ key, translation }, item]) => isTyped(values, key, item) && !sameItem(item, asKept(key, translation)));
  return new Map(typed.map(([{ key }, item]) => [key, item]));
}

/** Of these texts, those whose original or translation is no longer what the reader had before them. */
export const overtaken = (values: FormValues, units: readonly TranslationUnit[]): TranslationUnit[] =>
  units.filter((unit) => valueOf(values, seenName(unit.key)) !== seenOf(unit));

/** What was typed for a text that is gone, because its list has become shorter. */
export function homeless(values: FormValues, units: readonly TranslationUnit[]): string[] {
  const known = new Set(units.map(({ key }) => key));
  const seen = Object.keys(values).flatMap((name) => (name.endsWith('.seen') ? [name.slice(0, -'.seen'.length)] : []));
  return seen
    .filter((key) => !known.has(key))
    .map((key) => [key, asKept(key, typedItem(values, { key, translation: { heading: '', text: '' } }))] as const)
    .filter(([key, item]) => !isEmptyItem(item) && isTyped(values, key, item))
    .map(([, { heading, text }]) => [heading, text].filter(Boolean).join('\n'));
}

/** The texts said to be right as they stand. */
export const stillRight = (values: FormValues): Set<string> => new Set([values[STILL_RIGHT] ?? []].flat());

export const SHOWN = ['left', 'check', 'all'] as const;
/** Which texts the translator's page shows. */
export type Shown = (typeof SHOWN)[number];

export function isShown({ state, locked, original }: TranslationUnit, shown: Shown): boolean {
  if (shown === 'all') return true;
  if (locked) return false;
  if (shown === 'left') return state === 'needs-translation';
  return !isEmptyItem(original) && (state === 'translated' || state === 'translation');
}
