import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { otherLanguages, type Language } from '../../platform/language.ts';
import { readNotice } from '../import/read-notice.ts';
import type { Lines } from '../notice.ts';
import type { Finding } from './finding.ts';
import { DEMONSTRATIONS, lintText, TOOLS, type Demonstration } from './lint-testing.ts';
import { lintNotice } from './lint-notice.ts';
import { passagesOf, type ListName, type Passage } from './passages.ts';

/** Notices that both languages have the whole of. */
const WHOLE = DEMONSTRATIONS.filter(({ reference }) => !['260160', '260163'].includes(reference));

/** A passage with lines of its own, beside the one of the other language. */
type Place = { readonly notice: Demonstration; readonly own: Located; readonly other: Located };
type Located = Passage & { readonly lines: Lines };
const isLocated = (passage: Passage | undefined): passage is Located => passage?.lines !== undefined;

function placesIn(notice: Demonstration, lists: readonly ListName[]): Place[] {
  const read = readNotice(notice.text, TOOLS[notice.organisation].vocabulary);
  if (!read.ok) throw new Error(`refused: ${notice.reference}`);
  const passages = passagesOf(read.value);
  return passages.all
    .filter((own) => lists.includes(own.list))
    .flatMap((own) => {
      const [language = 'en'] = otherLanguages(own.language);
      const other = passages.of(own.list, language)[own.place];
      return isLocated(own) && isLocated(other) ? [{ notice, own, other }] : [];
    });
}

const anyPlaceIn = (lists: readonly ListName[], accept: (place: Place) => boolean = () => true) => {
  const places = WHOLE.flatMap((notice) => placesIn(notice, lists)).filter(accept);
  return fc.constantFrom(...places);
};

const linesOf = (text: string) => text.split('\n');
const overlap = (a: Lines | undefined, b: Lines) => a !== undefined && a.from <= b.to && b.from <= a.to;
const pointsAt = (findings: readonly Finding[], rule: string, at: { language: Language; lines: Lines }) =>
  findings.some((finding) => finding.rule.startsWith(rule) && overlap(finding.lines[at.language], at.lines));

/** The text with some lines in place of others, and where the new ones stand. */
function withLines(text: string, { from, to }: Lines, lines: readonly string[]) {
  const all = linesOf(text).toSpliced(from - 1, to - from + 1, ...lines);
  return { text: all.join('\n'), lines: { from, to: from + lines.length - 1 }, shift: lines.length - (to - from + 1) };
}

const TRANSLATED = [
  'summary',
  'challenges',
  'essential',
  'desirable',
  'accountabilities',
  'interrelationships',
  'otherText.additional',
] as const satisfies ListName[];
const ENOUGH_WORDS = 6;
/** A number of its own: that of a level (“C2”) is a fact, compared as such. */
const NUMBER = /(?<![\p{L}\d])\d+/u;

describe('wherever in a notice', () => {
  test('a text that is left in the other language is found where it stands', () => {
    const anyText = anyPlaceIn(TRANSLATED, ({ own, other }) =>
      [own, other].every(({ text }) => text.split(/\s+/).length >= ENOUGH_WORDS),
    );

    fc.assert(
      fc.property(anyText, ({ notice, own, other }) => {
        const original = linesOf(notice.text).slice(other.lines.from - 1, other.lines.to);
        const left = withLines(notice.text, own.lines, original);

        const findings = lintText(left.text, notice.organisation);

        expect(pointsAt(findings, 'parity/', { language: own.language, lines: left.lines })).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('a number of a requirement that is changed in one language is found where it stands', () => {
    const anyNumber = anyPlaceIn(['essential', 'desirable'], ({ own }) => NUMBER.test(own.text));

    fc.assert(
      fc.property(anyNumber, fc.integer({ min: 2, max: 9 }), ({ notice, own }, more) => {
        const printed = linesOf(notice.text).slice(own.lines.from - 1, own.lines.to);
        const changed = printed.join('\n').replace(NUMBER, (number) => String(Number(number) + more));
        const { text, lines } = withLines(notice.text, own.lines, changed.split('\n'));

        const findings = lintText(text, notice.organisation);

        expect(pointsAt(findings, 'parity/numbers', { language: own.language, lines })).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('a paragraph on the application that one language loses is missed beside its counterpart', () => {
    const anyParagraph = anyPlaceIn(
      ['otherText.application', 'otherText.additional'],
      ({ own, other }) => own.text.length >= 80 && other.text.length >= 80,
    );

    fc.assert(
      fc.property(anyParagraph, ({ notice, own, other }) => {
        const { text, shift } = withLines(notice.text, own.lines, []);
        const moved = other.lines.from > own.lines.to ? shift : 0;
        const lines = { from: other.lines.from + moved, to: other.lines.to + moved };

        const findings = lintText(text, notice.organisation);

        expect(pointsAt(findings, 'parity/paragraph-missing', { language: other.language, lines })).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('whatever the text', () => {
  const anyNotice = fc.constantFrom(...DEMONSTRATIONS);

  const lintedTwice = (text: string, { organisation }: Demonstration): (readonly Finding[])[] => {
    const tools = TOOLS[organisation];
    const read = readNotice(text, tools.vocabulary);
    return read.ok ? [1, 2].map(() => lintNotice({ ...read.value, text }, tools)) : [[], []];
  };
  const outside = (findings: readonly Finding[] | undefined, text: string) =>
    (findings ?? [])
      .flatMap(({ lines }) => [lines.en, lines.fr].filter((where) => where !== undefined))
      .filter(({ from, to }) => from < 1 || to < from || to > linesOf(text).length);

  test('cut anywhere, its findings stand within it, and are the same again', () => {
    fc.assert(
      fc.property(anyNotice, fc.double({ min: 0, max: 1, noNaN: true }), (notice, share) => {
        const text = notice.text.slice(0, Math.ceil(notice.text.length * share));

        const [first, again] = lintedTwice(text, notice);

        expect(outside(first, text)).toEqual([]);
        expect(again).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  test('with its lines in any order, its findings stand within it, and are the same again', () => {
    const anyShuffled = anyNotice.chain((notice) =>
      fc.tuple(
        fc.constant(notice),
        fc.shuffledSubarray(linesOf(notice.text)).map((lines) => lines.join('\n')),
      ),
    );

    fc.assert(
      fc.property(anyShuffled, ([notice, text]) => {
        const [first, again] = lintedTwice(text, notice);

        expect(outside(first, text)).toEqual([]);
        expect(again).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the demonstration', () => {
  /** What is wrong on purpose. */
  const PLANTED: Readonly<Record<string, readonly string[]>> = {
    '260160': ['error parity/placeholder'],
    '260163': ['error parity/language-missing'],
  };

  test.each(DEMONSTRATIONS)(
    '$reference has no error or warning but those planted',
    ({ organisation, reference, text }) => {
      const serious = lintText(text, organisation).filter(({ severity }) => severity !== 'info');

      expect(serious.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(PLANTED[reference] ?? []);
    },
  );
});
