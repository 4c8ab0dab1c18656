import { LANGUAGES, otherLanguages, type Language } from '../../platform/language.ts';
import { isCrossed } from './alignment.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import { sayableNumbers, statedNumbers } from './numbers-of-text.ts';
import { RUNNING, type Both } from './pairs.ts';
import { spanOf, type Passage } from './passages.ts';
import type { Subject } from './subject.ts';

/** Numbers that one language states and the other doesn't have where it should, in figures or in words. */
export function numberFindings(pairs: readonly Both[], subject: Subject): Finding[] {
  const numbersOf = remembering(subject);
  return pairs.flatMap((pair) => {
    const [en = [], fr = []] = LANGUAGES.map((language) => onlyIn(language, { pair, pairs, subject, numbersOf }));
    if (en.length === 0 && fr.length === 0) return [];
    const lines = { en: spanOf([pair.en]), fr: spanOf([pair.fr]) };
    const message = SAYS.numbers(en, fr);
    return [{ rule: 'parity/numbers', severity: 'error', lines, field: pair.en.field, message } satisfies Finding];
  });
}

type NumbersOf = (passage: Passage) => ReadonlySet<string>;

/** Several items look at the same passages of the other language. */
function remembering({ vocabulary }: Subject): NumbersOf {
  const known = new Map<Passage, ReadonlySet<string>>();
  return (passage) => {
    const numbers = known.get(passage) ?? sayableNumbers(passage.text, vocabulary);
    known.set(passage, numbers);
    return numbers;
  };
}

type Question = {
  readonly pair: Both;
  readonly pairs: readonly Both[];
  readonly subject: Subject;
  readonly numbersOf: NumbersOf;
};

function onlyIn(language: Language, { pair, pairs, subject, numbersOf }: Question): string[] {
  const [other = 'en'] = otherLanguages(language);
  const stated = statedNumbers(pair[language].text, subject.vocabulary);
  if (stated.length === 0) return [];
  const there = near(pair[other], subject).map(numbersOf);
  return stated.filter(
    (number) =>
      !there.some((numbers) => numbers.has(number)) && !isInAnotherOrder(number, { pair, pairs, other, numbersOf }),
  );
}

/**
 * Where a number may stand in the other language. Items answer each other one by one; running text may be parted
 * otherwise; in lists of different length, which item answers which is a guess.
 */
function near({ list, language, place }: Passage, { passages }: Subject): readonly Passage[] {
  const own = passages.of(list, language);
  if (passages.of(list, 'en').length !== passages.of(list, 'fr').length) return own;
  const reach = (RUNNING as readonly string[]).includes(list) ? 1 : 0;
  return own.slice(Math.max(0, place - reach), place + reach + 1);
}

type Order = Pick<Question, 'pair' | 'pairs' | 'numbersOf'> & { readonly other: Language };

/** The two languages list the same items in another order. */
function isInAnotherOrder(number: string, { pair, pairs, other, numbersOf }: Order): boolean {
  return pairs.some(
    (candidate) =>
      candidate !== pair &&
      candidate.en.list === pair.en.list &&
      numbersOf(candidate[other]).has(number) &&
      isCrossed(pair, candidate),
  );
}
