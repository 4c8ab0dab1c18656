import { assert as check, json, jsonValue, property, string, double, dictionary, integer } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from './canonical-json.ts';

describe('canonical JSON (RFC 8785)', () => {
  test('writes the standard’s own example as the standard does (3.2.2)', () => {
    const value: Json = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"\u002f',
      literals: [null, true, false],
    };

    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('orders names by their UTF-16 code units, as the standard’s example does (3.2.3)', () => {
    const names = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };

    const order = [...canonicalJson(names).matchAll(/:(\d)/g)].map(([, digit]) => Number(digit));

    expect(order).toEqual([2, 4, 6, 7, 1, 5, 3]);
  });

  test('says the same value as JSON', () => {
    check(
      property(jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('is the same text whatever the order the names were written in', () => {
    check(
      property(dictionary(string({ unit: 'binary', maxLength: 4 }), integer(), { minKeys: 1, maxKeys: 6 }), (given) => {
        const names = Object.keys(given);
        const reordered = Object.fromEntries(names.toReversed().map((name) => [name, given[name] ?? 0]));

        expect(canonicalJson(reordered)).toBe(canonicalJson(given as Json));
      }),
    );
  });

  test('changes nothing when it is read and written again', () => {
    check(
      property(json(), (text) => {
        const once = canonicalJson(JSON.parse(text) as Json);

        expect(canonicalJson(JSON.parse(once) as Json)).toBe(once);
      }),
    );
  });

  test('writes each number so that it is read back exactly', () => {
    check(
      property(double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(JSON.parse(canonicalJson(number))).toBe(number === 0 ? 0 : number);
      }),
    );
  });

  test('refuses what has no JSON text', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
    expect(() => canonicalJson(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => canonicalJson('\ud800')).toThrow(RangeError);
  });
});
