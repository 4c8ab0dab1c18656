import type { NoticeRecord } from '../../notices/notice.ts';
import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import { FIELDS, type BilingualField, type Item, type Part } from '../notice-fields.ts';
import { valueOf, type FormValues } from './section-form.ts';

/**
 * Lists are edited item by item, each beside its counterpart: `essential.0.en` is the text of the first, its heading
 * `essential.0.heading.en`, and `essential.rows` says how many rows the form has. An item that lacks a language is the
 * empty text there, so that those after it keep their counterparts.
 */
export type ItemRow = Localized<Item>;

const BLANK: Item = { heading: '', text: '' };
const BLANK_ROW: ItemRow = { en: BLANK, fr: BLANK };
/** Empty rows at the end of a list, ready to be written in. */
const SPARE_ROWS = 1;
/** Far more than any list has. */
const MOST_ROWS = 200;

export const isListed = ({ shape }: BilingualField): boolean => shape !== 'text';
export const hasHeadings = ({ shape }: BilingualField): boolean => shape === 'blocks' || shape === 'pairs';

export const textName = ({ path }: BilingualField, index: number, language: Language): string =>
  `${path}.${index}.${language}`;
export const headingName = ({ path }: BilingualField, index: number, language: Language): string =>
  `${path}.${index}.heading.${language}`;
export const rowsName = ({ path }: BilingualField): string => `${path}.rows`;

/** The items of a field, each with its counterpart. */
export function itemRows(field: BilingualField, notice: NoticeRecord): ItemRow[] {
  const sides = { en: field.read(notice, 'en'), fr: field.read(notice, 'fr') };
  const length = Math.max(sides.en.length, sides.fr.length);
  return Array.from({ length }, (_, index) => ({ en: sides.en[index] ?? BLANK, fr: sides.fr[index] ?? BLANK }));
}

/** Rows as the fields of a form, with empty ones at the end. */
export function typedRows(field: BilingualField, rows: readonly ItemRow[]): Record<string, string> {
  const all = [...rows, ...Array.from({ length: SPARE_ROWS }, () => BLANK_ROW)];
  const entries = all.flatMap((row, index) =>
    LANGUAGES.flatMap((language) => [
      [textName(field, index, language), row[language].text],
      ...(hasHeadings(field) ? [[headingName(field, index, language), row[language].heading]] : []),
    ]),
  );
  return { [rowsName(field)]: String(all.length), ...Object.fromEntries(entries) };
}

/** The rows that a form sent for a field; undefined where it sent none. */
export function sentRows(field: BilingualField, values: FormValues): ItemRow[] | undefined {
  const sent = valueOf(values, rowsName(field));
  if (!/^\d{1,3}$/.test(sent)) return undefined;
  const length = Math.min(Number(sent), MOST_ROWS);
  return Array.from({ length }, (_, index) => {
    const side = (language: Language): Item => ({
      heading: hasHeadings(field) ? oneLine(valueOf(values, headingName(field, index, language))) : '',
      text: textOf(field, valueOf(values, textName(field, index, language))),
    });
    return { en: side('en'), fr: side('fr') };
  });
}

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ');
/** Only a section of its own has paragraphs within an item. */
const textOf = ({ shape }: BilingualField, text: string): string => (shape === 'blocks' ? text : oneLine(text));

const isBlank = ({ heading, text }: Item): boolean => heading === '' && text === '';

/** The notice with the lists of a part as they were typed; rows that are empty in every language are none. */
export function withSentRows(part: Part, values: FormValues, notice: NoticeRecord): NoticeRecord {
  return FIELDS[part].filter(isListed).reduce((before, field) => {
    const rows = sentRows(field, values)?.filter((row) => LANGUAGES.some((language) => !isBlank(row[language])));
    if (!rows) return before;
    return LANGUAGES.reduce((written, language) => {
      const items = rows.map((row) => row[language]);
      const length = items.findLastIndex((item) => !isBlank(item)) + 1;
      return field.write(written, language, items.slice(0, length));
    }, before);
  }, notice);
}

/** The rows of a form without the empty ones at its end, which are there to be written in. */
function writtenRows(field: BilingualField, values: FormValues): ItemRow[] | undefined {
  const rows = sentRows(field, values);
  const last = rows?.findLastIndex((row) => LANGUAGES.some((language) => !isBlank(row[language]))) ?? -1;
  return rows?.slice(0, last + 1);
}

const listAt = (part: Part, path: string): BilingualField | undefined =>
  FIELDS[part].find((field) => isListed(field) && field.path === path);

function withRows(field: BilingualField, rows: readonly ItemRow[], values: FormValues): FormValues {
  const others = Object.entries(values).filter(([name]) => !name.startsWith(`${field.path}.`));
  return { ...Object.fromEntries(others), ...typedRows(field, rows) };
}

/** What a form shows after one of its buttons; one that asks for nothing we know shows what was typed. */
export function afterButton(part: Part, values: FormValues, request: RowRequest): FormValues {
  const field = listAt(part, request.path);
  const rows = field && writtenRows(field, values);
  return field && rows ? withRows(field, afterRequest(rows, request), values) : values;
}

/** What a form shows once an item has been added to one of its lists. */
export function withRow(part: Part, values: FormValues, { path, item }: { path: string; item: ItemRow }): FormValues {
  const field = listAt(part, path);
  const rows = field && writtenRows(field, values);
  return field && rows ? withRows(field, [...rows, item], values) : values;
}

export const ROW_ACTIONS = ['up', 'down', 'remove', 'add'] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];
/** What a button of the form asks for: `essential/2/up`. */
export type RowRequest = { readonly path: string; readonly index: number; readonly action: RowAction };

export const rowRequest = ({ path, index, action }: RowRequest): string => `${path}/${index}/${action}`;

export function asRowRequest(text: string): RowRequest | undefined {
  const [, path = '', index = '', name = ''] =
    /^([A-Za-z]+(?:\.[A-Za-z]+)?)\/(\d{1,3})\/([a-z]{1,8})$/.exec(text) ?? [];
  const action = ROW_ACTIONS.find((known) => known === name);
  return action && { path, index: Number(index), action };
}

/** The rows after a button: moved by one, taken out, or with an empty one more. What cannot be done changes nothing. */
export function afterRequest(rows: readonly ItemRow[], { index, action }: RowRequest): ItemRow[] {
  if (action === 'add') return [...rows, BLANK_ROW];
  if (rows[index] === undefined) return [...rows];
  if (action === 'remove') return rows.toSpliced(index, 1);
  const to = action === 'up' ? index - 1 : index + 1;
  const [row, other] = [rows[index], rows[to]];
  return other ? rows.with(index, other).with(to, row) : [...rows];
}
