import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../platform/language.ts';
import { languageName } from '../../site/language-name.ts';
import { languagePartAsked } from './language-requirement-texts.ts';
import { readLanguageParts } from './language-requirement-words.ts';
import type { LanguagePart } from './language-requirement.ts';

const OFFICIAL = ['en', 'fr'];
const read = (text: string) => readLanguageParts(text, OFFICIAL);
const either = (one: string, other: string): LanguagePart => ({ kind: 'either', one, other });

describe('a requirement on languages in words', () => {
  test.each<[string, LanguagePart[]]>([
    ['V in one; II in the other', [either('V', 'II')]],
    ['II in the other; V in one', [either('V', 'II')]],
    ['V in one and II in the other', [either('V', 'II')]],
    ['V dans l’une et I dans l’autre', [either('V', 'I')]],
    ["I dans l'autre, V dans l'une", [either('V', 'I')]],
    // The forms of the notices (L-13).
    ['V (« avancé ») dans l’une et I (« débutant ») dans l’autre ;', [either('V', 'I')]],
    [
      "V (« avancé ») dans l'une des deux langues officielles de l'OTAN (anglais/français), et le niveau III (« intermédiaire ») dans l'autre.",
      [either('V', 'III')],
    ],
    ['V ("Advanced") in one; III ("Intermediate") in the other.', [either('V', 'III')]],
    ['+ IV in Russian', [{ kind: 'extra', language: 'ru', level: 'IV' }]],
    ['IV in ru', [{ kind: 'extra', language: 'ru', level: 'IV' }]],
    [
      'III en et et V en en',
      [
        { kind: 'fixed', language: 'en', level: 'V' },
        { kind: 'extra', language: 'et', level: 'III' },
      ],
    ],
    ['V in Hebrew', [{ kind: 'extra', language: 'he', level: 'V' }]],
    ['V in iw', [{ kind: 'extra', language: 'he', level: 'V' }]],
  ])('“%s”', (text, parts) => {
    expect(read(text)).toEqual({ ok: true, value: parts });
  });

  test.each([
    '',
    ' ; ',
    'V',
    'V in',
    'V in one',
    'II in the other',
    'V in one; IV in one',
    'IV in zz',
    'V in Klingish',
  ])('does not understand “%s”', (text) => {
    expect(read(text).ok).toBe(false);
  });

  const level = fc.constantFrom('I', 'II', 'III', 'IV', 'V', 'VI', 'A1', 'C2');
  const anyLanguage = fc.constantFrom('de', 'et', 'es', 'he', 'id', 'lu', 'no', 'ru', 'tl');
  const anyParts = fc
    .record({
      either: fc.option(fc.record({ kind: fc.constant('either' as const), one: level, other: level })),
      both: fc.option(fc.record({ kind: fc.constant('both' as const), level })),
      fixed: fc.option(
        fc.record({ kind: fc.constant('fixed' as const), language: fc.constantFrom(...OFFICIAL), level }),
      ),
      extra: fc.option(fc.record({ kind: fc.constant('extra' as const), language: anyLanguage, level })),
    })
    .map((parts): LanguagePart[] => Object.values(parts).filter((part) => part !== null))
    .filter((parts) => parts.length > 0);

  test('reads to the same in every order, however joined, in both languages', () => {
    const joiners = { en: ['; ', ', ', ' + ', ' and '], fr: ['\u202f; ', ', ', ' + ', ' et '] };
    const anyCase = fc.record({
      parts: anyParts,
      language: fc.constantFrom(...LANGUAGES),
      byCode: fc.boolean(),
      joiner: fc.nat(3),
      order: fc.infiniteStream(fc.nat()),
    });
    fc.assert(
      fc.property(anyCase, ({ parts, language, byCode, joiner, order }) => {
        const t = WRITTEN[language];
        const named = (code: string) => (byCode ? code : languageName(code, language));
        const pieces = parts.flatMap((part) => {
          if (part.kind === 'either') return [`${part.one} ${t.one}`, `${part.other} ${t.other}`];
          return [`${part.level} ${part.kind === 'both' ? t.both : `${t.in} ${named(part.language)}`}`];
        });
        const shuffled = pieces
          .map((piece) => ({ piece, at: Number(order.next().value) }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ piece }) => piece);
        expect(read(shuffled.join(joiners[language][joiner]))).toEqual({ ok: true, value: parts });
      }),
    );
  });

  test('reads back what it prints', () => {
    fc.assert(
      fc.property(anyParts, fc.constantFrom(...LANGUAGES), (parts, language) => {
        const printed = parts.map((part) => languagePartAsked(part, language)).join(' ');
        expect(read(printed)).toEqual({ ok: true, value: parts });
      }),
    );
  });
});

const WRITTEN = {
  en: { one: 'in one', other: 'in the other', both: 'in both', in: 'in' },
  fr: { one: 'dans l’une', other: 'dans l’autre', both: 'dans les deux', in: 'en' },
};
