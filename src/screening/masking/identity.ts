import { countryName } from '../../regulations/organisation/countries.ts';
import { LANGUAGES } from '../../platform/language.ts';
import type { ReceiptContent } from '../../applications/submission/receipt.ts';
import { DEMONYMS } from './demonyms.ts';
import { fold, foldedWords } from './fold.ts';

/** Whose text it is: what of them must not be read in it. */
export type Identity = {
  givenNames: string;
  familyName: string;
  email: string;
  telephone: string;
  /** ISO 3166-1. */
  nationalities: readonly string[];
  residence: string;
  /** `YYYY-MM-DD`; empty where it was not given. */
  bornOn: string;
  /** Further names that lead to the person: of their account, and the names of their files. */
  others: readonly string[];
};

/** An application whose author is hidden or shown. */
export type Authored = { id: string; content: ReceiptContent; account: { name: string; email: string } };

/** Whose application it is, with everything by which it might be told. */
export const identityOf = ({ content, account }: Pick<Authored, 'content' | 'account'>): Identity => ({
  givenNames: content.identity.givenNames,
  familyName: content.identity.familyName,
  email: account.email,
  telephone: content.identity.telephone,
  nationalities: content.identity.nationalities,
  residence: content.identity.residence,
  bornOn: content.identity.bornOn ?? '',
  others: [account.name],
});

/** Words of names that are words of their languages too: hidden beside a name, not by themselves. */
const PARTICLES = new Set(
  'a af al ap at av ben bin da das de del della den der des di do dos du e el et i la las le les li lo los mac mc o of st san santa sir te ten ter the und v van vande vanden von vom y zu zum zur'.split(
    ' ',
  ),
);

/** What may stand between two letters of a name that is spaced out, or broken at the end of a line. */
const BETWEEN = '[\\s.\\u00b7\\u00ad_-]{0,3}';
/** Between two names: `de la Cruz`, `Jean-Luc`, `O’Neill`, `jean_luc`. */
const JOINT = "[\\s.,'’ʼ`´_\\u00ad\\u2010-\\u2015-]{0,3}";

/** A regular expression of everything by which the person is called, on folded text; undefined for nobody. */
export function namesOf(identity: Identity): RegExp | undefined {
  const given = foldedWords(identity.givenNames);
  const family = foldedWords(identity.familyName);
  const names = [identity.givenNames, identity.familyName, ...identity.others].flatMap(written);
  const own = [...new Set([...names, ...asOneWord(given), ...asOneWord(family)])].filter(
    (word) => !PARTICLES.has(word) && isTelling(word),
  );
  const alone = [...given, ...family].filter((word) => PARTICLES.has(word));
  if (own.length === 0 && alone.length === 0) return undefined;
  const words = own.toSorted((a, b) => b.length - a.length).map(spaced);
  const particles = [...PARTICLES, ...alone].map(escaped).join('|');
  const initial = [...new Set(names.map(([first = '']) => first))].filter(Boolean).map(escaped).join('|');
  const name = words.length > 0 ? `(?:${words.join('|')})` : '(?!)';
  // Particles and initials go with the name they stand by; names written as one word are found within others.
  const beside = `(?:(?<![\\p{L}\\p{N}])(?:${particles}|${initial})(?![\\p{L}\\p{N}])${JOINT}){0,4}`;
  const parts = [`${beside}(?<!\\p{L})${name}(?!\\p{L})(?:${JOINT}(?<!\\p{L})(?:${name}|${initial})(?!\\p{L}))*`];
  const joined = joinedNames(given, family);
  if (joined.length > 0) parts.push(`[\\p{L}\\p{N}]{0,30}(?:${joined.join('|')})[\\p{L}\\p{N}]{0,30}`);
  // A name that is nothing but particles is hidden wherever it stands.
  if (alone.length > 0 && words.length === 0) parts.push(`(?<!\\p{L})(?:${alone.map(spaced).join('|')})(?!\\p{L})`);
  return new RegExp(parts.join('|'), 'gu');
}

/** One letter is an initial; a figure alone names nobody. */
const isTelling = (word: string): boolean => word.length > 1 && /\p{L}/u.test(word);

/** Names as they may be spelt without their marks: Müller is `muller`, and `mueller` too. */
const written = (text: string): string[] =>
  [text, text.normalize('NFC').replaceAll(/[äöüåø]/giu, (mark) => WRITTEN_OUT[mark.toLowerCase()] ?? mark)].flatMap(
    foldedWords,
  );
const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** `adamarin`, `marinada`, where that is long enough to be nobody else. */
const joinedNames = (given: readonly string[], family: readonly string[]): string[] =>
  asOneWord(given)
    .flatMap((one) => asOneWord(family).flatMap((other) => [`${one}${other}`, `${other}${one}`]))
    .filter((name) => name.length >= 7)
    .map(escaped);

/** Words that follow each other, written as one: `jean`, `jeanluc`, `jeanlucmaria`, `luc` …; never particles alone. */
const asOneWord = (words: readonly string[]): string[] =>
  words
    .flatMap((_, from) => words.slice(from, from + 5).map((_word, more) => words.slice(from, from + more + 1)))
    .filter((some) => some.some((word) => !PARTICLES.has(word)))
    .map((some) => some.join(''));

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
const spaced = (word: string): string => (word.length < 3 ? escaped(word) : Array.from(word, escaped).join(BETWEEN));

/** The countries that the person belongs to, and the people of those countries, on folded text. */
export function countriesOf({ nationalities, residence }: Identity): RegExp | undefined {
  const codes = [...new Set([...nationalities, residence])].filter((code) => code !== '');
  const names = codes.flatMap((code) =>
    LANGUAGES.map((language) => escaped(fold(countryName(code, language)).text)).filter((name) => name !== ''),
  );
  const people = nationalities.flatMap((code) => (Object.hasOwn(DEMONYMS, code) ? [`(?:${DEMONYMS[code]})s?`] : []));
  const words = [...names, ...people];
  return words.length === 0 ? undefined : new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'gu');
}

/** The person's telephone number, however its figures are grouped, with or without what is dialled before them. */
export function telephoneOf({ telephone }: Identity): RegExp | undefined {
  const figures = telephone.replaceAll(/\D/g, '').replace(/^0+/, '');
  const last = figures.slice(-8);
  if (last.length < 6) return undefined;
  const tail = Array.from(last).join('[\\s().\\/-]{0,3}');
  return new RegExp(`[+\\d][\\d\\s().\\/-]{0,14}${tail}|${tail}`, 'gu');
}

/** The person's day of birth in figures, in whatever order, with the year in two figures or four; months in words go by their form. */
export function birthOf({ bornOn }: Identity): RegExp | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(bornOn) ?? [];
  if (year === '') return undefined;
  const between = '\\s{0,2}[./\\s_–-]?\\s{0,2}';
  const figures = (text: string) => text.replace(/^0/, '0?');
  const [y, m, d] = [`(?:${year}|${year.slice(2)})`, figures(month), figures(day)];
  const orders = [
    [d, m, y],
    [m, d, y],
    [y, m, d],
  ].map((parts) => parts.join(between));
  return new RegExp(`(?<!\\d)(?:${orders.join('|')})(?!\\d)`, 'gu');
}
