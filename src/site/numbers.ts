import type { Language } from '../platform/language.ts';
import { collatorFor, listFormat, numberFormat, pluralRules } from './intl.ts';

/** The locale whose habits a language of the interface follows for numbers, dates and sorting. */
export const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' };

export const formatNumber = (value: number, language: Language): string =>
  numberFormat(LOCALES[language], {}).format(value);

/**
 * An amount in the minor unit of its currency (cents, or none), named by its ISO 4217 code as notices do, since a sign may
 * be that of several currencies: `EUR 6,212.40`, `6 212,40 EUR`, with spaces that don't break.
 */
export function formatMoney(minor: number, currency: string, language: Language): string {
  const format = numberFormat(LOCALES[language], { style: 'currency', currency, currencyDisplay: 'code' });
  return format.format(minor / 10 ** minorDigits(currency));
}

/** How many decimals an amount has in its currency: two in euro, none in yen, three in Tunisian dinar. */
export const minorDigits = (currency: string): number =>
  numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;

/** An amount as a form or another machine reads it: `6212.40`, or `621240` in yen. */
export function plainAmount(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

/** The same read, in the minor unit; nothing where it is no such amount or has more decimals than its currency. */
export function minorAmount(plain: string, currency: string): number | undefined {
  const [, whole = '', decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(plain) ?? [];
  const digits = minorDigits(currency);
  return whole === '' || decimals.length > digits ? undefined : Number(whole + decimals.padEnd(digits, '0'));
}

/** Whether an amount is written with all the decimals of its currency, and no more. */
export const hasAllDecimals = (plain: string, currency: string): boolean =>
  (plain.split('.')[1] ?? '').length === minorDigits(currency);

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in decimal units, to one figure after the point under ten: `148 kB`, `1,2 Mo`. */
export function formatBytes(bytes: number, language: Language): string {
  const power = Math.min(BYTE_UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const unit = BYTE_UNITS[power] ?? 'byte';
  const value = bytes / 1000 ** power;
  const maximumFractionDigits = value < 10 && power > 0 ? 1 : 0;
  const unitDisplay = power === 0 ? 'long' : 'short';
  return numberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(value);
}

/** Parts joined as the language joins them: `a, b and c`. */
export const joinList = (parts: string[], language: Language, type: 'conjunction' | 'disjunction' = 'conjunction') =>
  listFormat(LOCALES[language], { type }).format(parts);

/** The form of a noun for a count, with the figure in place of `{n}`. French counts 0 and 1 as one. */
export function plural(count: number, forms: { one: string; other: string }, language: Language): string {
  const form = pluralRules(LOCALES[language], {}).select(count) === 'one' ? forms.one : forms.other;
  return form.replace('{n}', formatNumber(count, language));
}

/** Orders texts as a reader of the language expects. */
export const collator = (language: Language): Intl.Collator =>
  collatorFor(LOCALES[language], { numeric: true, sensitivity: 'base' });
