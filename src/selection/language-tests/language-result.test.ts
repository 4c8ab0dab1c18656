import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NORTHERN_RIVERS } from '../../regulations/regulations-testing.ts';
import { foundOutcome, recordLevels, type FoundLevel } from './language-result.ts';

const scheme = NORTHERN_RIVERS.languages;
const found = (language: string, level: string, candidate = 'a'): FoundLevel => ({ candidate, language, level });

describe('recording levels', () => {
  test('takes what is new, leaves what is the same or was left open', () => {
    const before = [found('en', 'V')];
    const typed = [found('en', 'V'), found('fr', 'II'), found('en', '', 'b')];

    expect(recordLevels({ before, typed, reason: '', scheme })).toEqual({ ok: true, value: [found('fr', 'II')] });
  });

  test('asks why another level is recorded, and refuses one that the scale lacks', () => {
    const before = [found('en', 'V')];
    const typed = [found('en', 'IV'), found('fr', 'B2')];

    expect(recordLevels({ before, typed, reason: ' ', scheme })).toEqual({
      ok: false,
      refusal: [
        { kind: 'reason-missing', candidate: 'a', language: 'en' },
        { kind: 'unknown-level', candidate: 'a', language: 'fr' },
      ],
    });
    expect(recordLevels({ before, typed: [found('en', 'IV')], reason: 'Mistyped.', scheme })).toMatchObject({
      ok: true,
    });
  });

  test('recorded twice, is nothing the second time', () => {
    const anyLevel = fc.constantFrom('', 'none', ...scheme.levels.map(({ code }) => code));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b'), anyLevel, anyLevel), { maxLength: 2 }), (rows) => {
        const typed = [...new Map(rows.map((row) => [row[0], row])).values()].flatMap(([candidate, en, fr]) => [
          found('en', en, candidate),
          found('fr', fr, candidate),
        ]);
        const first = recordLevels({ before: [], typed, reason: '', scheme });
        const before = first.ok ? first.value : [];

        expect(recordLevels({ before, typed, reason: '', scheme })).toEqual({ ok: true, value: [] });
      }),
    );
  });
});

test('what was found is compared with the notice once every official language is tested, either way round', () => {
  const required = { one: 'V', other: 'II' };

  expect(foundOutcome(scheme, required, [found('en', 'V')])).toBeUndefined();
  expect(foundOutcome(scheme, required, [found('en', 'II'), found('fr', 'VI')])).toBe('met');
  expect(foundOutcome(scheme, required, [found('en', 'V'), found('fr', 'none')])).toBe('not-met');
  expect(foundOutcome(scheme, null, [found('en', 'V'), found('fr', 'V')])).toBeUndefined();
});
