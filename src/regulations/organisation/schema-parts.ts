import { z } from 'zod';
import { LANGUAGES } from '../../platform/language.ts';
import { isCountryCode } from './countries.ts';

export const text = z.string().trim().min(1);
export const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected lower-case words joined by hyphens');
/** The name of a rule, as the answer quotes it: `C3`, `E1`, or the organisation's own. */
export const rule = z.string().regex(/^[A-Za-z][\w.-]*$/, 'Expected the name of a rule, such as C3');
export const civilDate = z.iso.date('Expected a date as YYYY-MM-DD');
export const country = z.string().refine(isCountryCode, 'Expected an ISO 3166-1 alpha-2 country code');
export const zone = z.string().refine(isTimeZone, 'Expected an IANA time zone such as Europe/Brussels');
export const language = z.string().regex(/^[a-z]{2}$/, 'Expected an ISO 639-1 language code');
export const months = z.int('Expected a whole number of months, one or more').positive();

/** A text in every language of the interface; the loader asks for the organisation's other languages as well. */
export const localized = z.object({ en: text, fr: text }).catchall(text);

/** A web address and not a word beside it: it reads the same in every language. */
export const isBareAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^\s*https?:\/\/\S+\s*$/.test(value) && URL.canParse(value);

/**
 * Where a value comes from: a regulation and its article, a section of the notice, a published page. People read it, so
 * it is a text in each language; a bare address may stand alone, for all of them.
 */
export const source = z.preprocess(
  (written) => (isBareAddress(written) ? Object.fromEntries(LANGUAGES.map((each) => [each, written])) : written),
  z
    .object(
      { en: text, fr: text },
      'Expected a text in each language, such as { en: …, fr: … }, or a web address alone',
    )
    .catchall(text),
);
/** A name that no source gives stays null, and is asked for where it is needed. */
export const nullableName = z.object({ en: text.nullable(), fr: text.nullable() }).catchall(text.nullable());

/**
 * The rows of a rule that changes, oldest first: each is in force from its day until the next begins. `from: null` is
 * a row that was in force before anything we know.
 */
export const dated = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.strictObject({ from: civilDate.nullable(), source, ...shape })).check(({ value, issues }) => {
    const starts = (value as { from: string | null }[]).map(({ from }) => from ?? '');
    starts.forEach((from, index) => {
      if (index > 0 && from <= (starts[index - 1] ?? ''))
        issues.push({
          code: 'custom',
          input: from,
          path: [index, 'from'],
          message: 'Rows stand oldest first, each from a day of its own',
        });
    });
  });

/** A list that is not empty, in the order of the text, in which each code stands once. */
export const list = <Item extends z.ZodType<{ code: string }>>(item: Item) => codes(z.array(item).min(1));
/** The same, where an organisation may have none. */
export const listOrNone = <Item extends z.ZodType<{ code: string }>>(item: Item) => codes(z.array(item));

const codes = <Items extends z.ZodArray<z.ZodType<{ code: string }>>>(items: Items) =>
  items.check(({ value, issues }) => {
    const all = (value as { code: string }[]).map((entry) => entry.code);
    all.forEach((entry, index) => {
      if (all.indexOf(entry) < index)
        issues.push({ code: 'custom', input: entry, path: [index, 'code'], message: `“${entry}” stands here twice` });
    });
  });

/** A list that is not empty, of names of which each stands once. */
export const distinct = <Item extends z.ZodType<string>>(item: Item) =>
  z
    .array(item)
    .min(1)
    .check(({ value, issues }) => {
      value.forEach((input, index) => {
        if (value.indexOf(input) < index)
          issues.push({ code: 'custom', input, path: [index], message: `“${input}” stands here twice` });
      });
    });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
