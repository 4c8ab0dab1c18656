import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleNotice } from '../../notices/notice-testing.ts';
import { noticeSchema } from '../../notices/notice-schema.ts';
import { LANGUAGES } from '../../platform/language.ts';
import {
  afterRequest,
  asRowRequest,
  isListed,
  itemRows,
  ROW_ACTIONS,
  rowRequest,
  sentRows,
  textName,
  typedRows,
  withSentRows,
  type ItemRow,
} from './item-form.ts';
import { FIELDS, fieldAt, PARTS } from '../notice-fields.ts';

const notice = exampleNotice();
const LISTS = PARTS.flatMap((part) => FIELDS[part].filter(isListed).map((field) => ({ part, field })));
const essential = fieldAt('essential');
if (!essential) throw new Error('A notice has essential requirements');
const rowOf = (en: string, fr: string): ItemRow => ({ en: { heading: '', text: en }, fr: { heading: '', text: fr } });
const sent = (...rows: ItemRow[]) => withSentRows('qualifications', typedRows(essential, rows), notice).essential;

test.for(LISTS)('the list $field.path sent back as it was shown changes nothing', ({ part, field }) => {
  const values = typedRows(field, itemRows(field, notice));

  expect(withSentRows(part, values, notice)).toEqual(notice);
});

test('an item that lacks a language leaves the others beside their counterparts', () => {
  const { en, fr } = sent(rowOf('one', 'un'), rowOf('two', ''), rowOf('three', 'trois'), rowOf('four', ''));

  expect(en).toEqual(['one', 'two', 'three', 'four']);
  expect(fr).toEqual(['un', '', 'trois']);
});

test('a row that is empty in every language is none', () => {
  expect(sent(rowOf('one', 'un'), rowOf(' ', ''), rowOf('two', 'deux'))).toEqual({
    en: ['one', 'two'],
    fr: ['un', 'deux'],
  });
});

test('a field that the form did not send stays as it is', () => {
  expect(withSentRows('qualifications', { 'essential.0.en': 'no rows are announced' }, notice)).toEqual(notice);
});

test('any text in any row leaves a notice of the right shape, with both sides in line', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 30 });
  fc.assert(
    fc.property(
      fc.constantFrom(...LISTS),
      fc.array(fc.tuple(words, words), { maxLength: 6 }),
      ({ part, field }, all) => {
        const values = typedRows(
          field,
          all.map(([en, fr]) => rowOf(en, fr)),
        );
        const written = withSentRows(part, values, notice);
        const kept = all.filter((pair) => pair.some((text) => text.trim() !== ''));

        expect(noticeSchema.safeParse(written).success).toBe(true);
        for (const language of LANGUAGES) expect(field.read(written, language).length).toBeLessThanOrEqual(kept.length);
      },
    ),
  );
});

test('hundreds of rows are read up to a bound, and a number that is none not at all', () => {
  expect(sentRows(essential, { 'essential.rows': '999' })).toHaveLength(200);
  expect(sentRows(essential, { 'essential.rows': '-1' })).toBeUndefined();
  expect(sentRows(essential, { 'essential.rows': '1e9' })).toBeUndefined();
});

describe('the buttons of a row', () => {
  const rows = [rowOf('a', 'A'), rowOf('b', 'B'), rowOf('c', 'C')];
  const after = (index: number, action: (typeof ROW_ACTIONS)[number]) =>
    afterRequest(rows, { path: 'essential', index, action }).map(({ en, fr }) => en.text + fr.text);

  test('move it past its neighbour with its counterpart, take it out, or add one', () => {
    expect(after(1, 'up')).toEqual(['bB', 'aA', 'cC']);
    expect(after(1, 'down')).toEqual(['aA', 'cC', 'bB']);
    expect(after(0, 'remove')).toEqual(['bB', 'cC']);
    expect(after(2, 'add')).toEqual(['aA', 'bB', 'cC', '']);
  });

  test('change nothing where there is nowhere to go', () => {
    expect(after(0, 'up')).toEqual(after(2, 'down'));
    expect(after(9, 'remove')).toHaveLength(3);
  });

  test('lose no row, in whatever order they are pressed', () => {
    const requests = fc.array(fc.tuple(fc.nat(4), fc.constantFrom('up' as const, 'down' as const)), { maxLength: 20 });
    fc.assert(
      fc.property(requests, (all) => {
        const moved = all.reduce<ItemRow[]>(
          (now, [index, action]) => afterRequest(now, { path: 'x', index, action }),
          rows,
        );

        expect(moved.map(({ en }) => en.text).toSorted()).toEqual(['a', 'b', 'c']);
      }),
    );
  });

  test('say what they ask for in their value, and anything else asks for nothing', () => {
    const request = { path: 'otherText.contract', index: 12, action: 'down' } as const;

    expect(asRowRequest(rowRequest(request))).toEqual(request);
    for (const text of ['', 'essential', 'essential/x/up', 'essential/1/drop', '../1/up'])
      expect(asRowRequest(text)).toBeUndefined();
  });

  test('each row has fields of its own', () => {
    expect(textName(essential, 3, 'fr')).toBe('essential.3.fr');
  });
});
