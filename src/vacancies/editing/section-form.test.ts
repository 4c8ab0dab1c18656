import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleNotice } from '../../notices/notice-testing.ts';
import { noticeSchema } from '../../notices/notice-schema.ts';
import { LANGUAGES } from '../../platform/language.ts';
import { typedFacts, withFacts } from './facts-form.ts';
import { differencesOf } from '../notice-differences.ts';
import { FIELDS, PARTS, fieldAt, type Item, type Part } from '../notice-fields.ts';
import { nameOf, typed, typedPart, untyped, withTypedPart, type FormValues } from './section-form.ts';

const notice = exampleNotice();
const words = fc
  .array(fc.stringMatching(/^[A-Za-zÀ-ÿ’(),;.“”«»/-]{1,12}$/), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(' '))
  .filter((text) => !/^[–-]$/.test(text));
const anyPart = fc.constantFrom(...PARTS);

const amount = (text: string) =>
  withFacts('header', { ...typedFacts('header', notice), 'salary-amount': text }, notice);

/** What a person would see and send back unchanged. */
const asShown = (part: Part): FormValues => ({ ...typedPart(part, notice), ...typedFacts(part, notice) });

test('a form sent back as it was shown changes nothing', () => {
  fc.assert(
    fc.property(anyPart, (part) => {
      const texts = withTypedPart(part, asShown(part), notice);
      const facts = withFacts(part, asShown(part), texts);

      expect(facts).toEqual({ ok: true, value: notice });
    }),
  );
});

test('what is typed in any field of any shape is what the field then holds', () => {
  const anyField = fc.constantFrom(...PARTS.flatMap((part) => FIELDS[part]));
  const items = fc.array(fc.record({ heading: words, text: words }), { maxLength: 5 });
  fc.assert(
    fc.property(anyField, items, fc.constantFrom(...LANGUAGES), (field, given, language) => {
      const headed = field.shape === 'blocks' || field.shape === 'pairs';
      const shaped = (field.shape === 'text' ? given.slice(0, 1) : given).map(({ heading, text }): Item => ({
        heading: headed ? heading : '',
        text,
      }));

      const back = untyped(field, typed(field, shaped));

      expect(back).toEqual(shaped);
      const written = field.write(notice, language, back);
      expect(field.read(written, language).filter(({ text }) => text !== '')).toEqual(shaped);
      expect(noticeSchema.safeParse(written).success).toBe(true);
    }),
  );
});

test('any text at all in any field leaves a notice of the right shape', () => {
  fc.assert(
    fc.property(anyPart, fc.string({ unit: 'grapheme' }), (part, text) => {
      const values = Object.fromEntries(FIELDS[part].map((field) => [nameOf(field, 'fr'), text]));

      expect(noticeSchema.safeParse(withTypedPart(part, values, notice)).success).toBe(true);
    }),
  );
});

test('a side that is edited leaves the other side and the other fields alone', () => {
  const edited = withTypedPart('qualifications', { 'essential.fr': 'être hydrologue\navoir de l’expérience' }, notice);

  expect(differencesOf(notice, edited)).toEqual([{ path: 'essential', language: 'fr' }]);
  expect(edited.essential.fr).toEqual(['être hydrologue', 'avoir de l’expérience']);
});

test('duties are a heading with its text below, parted by an empty line', () => {
  const field = fieldAt('accountabilities');
  const items = field && untyped(field, 'Expertise\nKeep the model.\nCheck it.\n\n–\nWithout heading.');

  expect(items).toEqual([
    { heading: 'Expertise', text: 'Keep the model.\nCheck it.' },
    { heading: '', text: 'Without heading.' },
  ]);
});

test('a competency is a name, a colon and its indicator, whatever space French puts before the colon', () => {
  const field = fieldAt('competencies');

  expect(field && untyped(field, 'Travail en équipe : coopère\nInitiative')).toEqual([
    { heading: 'Travail en équipe', text: 'coopère' },
    { heading: 'Initiative', text: '' },
  ]);
});

test('a deadline is read from its three fields and a time with or without seconds', () => {
  const values = {
    ...typedFacts('header', notice),
    'deadline-day': '5',
    'deadline-month': '1',
    'deadline-year': '2027',
  };

  const read = withFacts('header', { ...values, 'deadline-time': '9:30' }, notice);

  expect(read).toMatchObject({ ok: true, value: { deadline: { date: '2027-01-05', time: '09:30:00' } } });
});

test('an amount is read as people of either language write it', () => {
  for (const text of ['6212.40', '6,212.40', '6 212,40', '6 212,4', '6212,40'])
    expect(amount(text)).toMatchObject({ value: { salary: { amountMinor: 621_240 } } });
  expect(amount('much')).toEqual({ ok: false, refusal: [{ field: 'salary-amount', kind: 'amount' }] });
});

test('an amount has the decimals of its currency, and comes back as it was typed', () => {
  const readIn = (text: string, currency: string) =>
    withFacts(
      'header',
      { ...typedFacts('header', notice), 'salary-amount': text, 'salary-currency': currency },
      notice,
    );

  for (const [text, currency, minor, back] of [
    ['812,000', 'JPY', 812_000, '812000'],
    ['4,120.500', 'TND', 4_120_500, '4120.500'],
    ['4120.5', 'tnd', 4_120_500, '4120.500'],
    ['6 212,4', '', 621_240, '6212.40'],
  ] as const) {
    const read = readIn(text, currency);
    expect(read).toMatchObject({ value: { salary: { amountMinor: minor } } });
    expect(read.ok && typedFacts('header', read.value)['salary-amount']).toBe(back);
  }
  for (const [text, currency] of [
    ['812.50', 'JPY'],
    ['6212.4055', 'EUR'],
    ['1234567890', 'EUR'],
  ] as const)
    expect(readIn(text, currency)).toEqual({ ok: false, refusal: [{ field: 'salary-amount', kind: 'amount' }] });
});

test('each field that cannot be read is named, all at once', () => {
  const refused = withFacts(
    'header',
    { 'deadline-day': '31', 'deadline-month': '2', 'deadline-year': '2027', grades: 'A, B, C', country: 'Belgium' },
    notice,
  );

  expect(refused).toMatchObject({ ok: false });
  expect(refused.ok ? [] : refused.refusal.map(({ field }) => field).toSorted()).toEqual([
    'country',
    'deadline-day',
    'grades',
  ]);
});

test('documents asked for are kept with their limits, and an empty row adds none', () => {
  const values = {
    ...typedFacts('header', notice),
    'attachment-0-kind': 'cover-letter',
    'attachment-0-pages': '2',
    'attachment-0-a4': 'yes',
    'attachment-0-formats': ['pdf'],
    'attachment-1-kind': '',
  };

  expect(withFacts('header', values, notice)).toMatchObject({
    value: { attachments: [{ kind: 'cover-letter', maxPages: 2, pageSize: 'A4', formats: ['pdf'] }] },
  });
});

test('a language level without the other is not a requirement anyone could check', () => {
  expect(withFacts('qualifications', { 'languages-one': 'V', 'languages-other': '' }, notice)).toEqual({
    ok: false,
    refusal: [{ field: 'languages-other', kind: 'choice' }],
  });
});
