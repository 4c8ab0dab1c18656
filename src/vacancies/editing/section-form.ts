import type { NoticeRecord } from '../../notices/notice.ts';
import { LANGUAGES, type Language } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { FIELDS, type BilingualField, type Item, type Part } from '../notice-fields.ts';

/** The fields of a form as they were sent; a name that came more than once is a list. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** One value of a form, without the spaces around it and with the line ends of Unix; empty when it was not sent. */
export function valueOf(values: FormValues, name: string): string {
  const value = values[name];
  const first = typeof value === 'string' ? value : (value?.[0] ?? '');
  return first.replaceAll(/\r\n?/g, '\n').trim();
}

export const nameOf = ({ path }: BilingualField, language: Language): string => `${path}.${language}`;

/** A heading that the notice lacks, or an item that a language lacks before another, is typed and shown as a dash. */
const NO_HEADING = '–';
const heading = (item: Item): string => (item.heading === '' ? NO_HEADING : item.heading);

/** A field's items as the text a person edits. */
export function typed({ shape }: BilingualField, items: readonly Item[]): string {
  switch (shape) {
    case 'blocks':
      return items.map((item) => [heading(item), ...(item.text === '' ? [] : [item.text])].join('\n')).join('\n\n');
    case 'pairs':
      return items.map((item) => `${heading(item)}: ${item.text}`).join('\n');
    case 'list':
      // An empty line between long items shows where each ends; it is not needed when reading them back.
      return items
        .slice(0, items.findLastIndex((item) => item.text !== '') + 1)
        .map((item) => item.text || NO_HEADING)
        .join('\n\n');
    case 'text':
      return items.map((item) => item.text).join('\n');
    default:
      return assertNever(shape);
  }
}

/** The items of the text a person typed; nothing typed is refused, for each shape reads any text. */
export function untyped({ shape }: BilingualField, text: string): Item[] {
  const lines = linesOf(text);
  switch (shape) {
    case 'blocks':
      return text
        .split(/\n[^\S\n]*\n/)
        .map(linesOf)
        .flatMap(([first, ...rest]) =>
          first === undefined ? [] : [{ heading: headingOf(first), text: rest.join('\n') }],
        );
    case 'pairs':
      return lines.map(pairOf);
    case 'list':
      return lines.map((line) => ({ heading: '', text: headingOf(line) }));
    case 'text':
      return lines.length === 0 ? [] : [{ heading: '', text: lines.join(' ') }];
    default:
      return assertNever(shape);
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const headingOf = (line: string): string => (line === NO_HEADING || line === '-' ? '' : line);

/** The name is what stands before the first colon; a line without one is all name. */
function pairOf(line: string): Item {
  const colon = line.indexOf(':');
  if (colon < 0) return { heading: headingOf(line), text: '' };
  return { heading: headingOf(line.slice(0, colon).trim()), text: line.slice(colon + 1).trim() };
}

/** The texts of a part as its form shows them. */
export const typedPart = (part: Part, notice: NoticeRecord): Record<string, string> =>
  Object.fromEntries(
    FIELDS[part].flatMap((field) =>
      LANGUAGES.map((language) => [nameOf(field, language), typed(field, field.read(notice, language))]),
    ),
  );

/** The notice with the texts of a part as they were typed. A field that the form did not send stays as it is. */
export function withTypedPart(part: Part, values: FormValues, notice: NoticeRecord): NoticeRecord {
  const sent = FIELDS[part].flatMap((field) => LANGUAGES.map((language) => ({ field, language })));
  return sent.reduce((before, { field, language }) => {
    const name = nameOf(field, language);
    if (values[name] === undefined) return before;
    const text = valueOf(values, name);
    const unchanged = text === typed(field, field.read(before, language)).trim();
    return unchanged ? before : field.write(before, language, untyped(field, text));
  }, notice);
}
