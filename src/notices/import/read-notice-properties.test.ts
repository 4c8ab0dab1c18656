import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../platform/language.ts';
import { exampleNotice } from '../notice-testing.ts';
import { noticeSchema } from '../notice-schema.ts';
import type { NoticeRecord } from '../notice.ts';
import { loadVocabulary } from '../vocabulary.ts';
import { PLAIN, printNotice, type Style } from './printed-notice-testing.ts';
import { readNotice } from './read-notice.ts';

const vocabulary = loadVocabulary('organisations/northern-rivers');

const WORDS = 'river gauge flood model level bridge lock basin data gate watch Meuse Rhine Commission'.split(' ');
const anyWords = (from: number, to: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: from, maxLength: to }).map((words) => words.join(' '));
const anyItem = anyWords(2, 30).map((text) => `hold ${text}`);
const anySentence = anyWords(6, 40).map((text) => `The ${text}.`);
const anyText = fc.array(anySentence, { minLength: 2, maxLength: 5 }).map((sentences) => sentences.join(' '));
const inBoth = <Item>(item: fc.Arbitrary<Item>, length: number) =>
  fc.record({
    en: fc.array(item, { minLength: length, maxLength: length }),
    fr: fc.array(item, { minLength: length, maxLength: length }),
  });
const { accountabilities: headed, essential: requirements } = exampleNotice();
const languageItems = { en: requirements.en.at(-1) ?? '', fr: requirements.fr.at(-1) ?? '' };

const anyNotice: fc.Arbitrary<NoticeRecord> = fc
  .record({
    summary: inBoth(anyText, 3),
    essential: inBoth(anyItem, 4),
    desirable: inBoth(anyItem, 2),
    duties: inBoth(anyText, 2),
    interrelationships: fc.record({ en: anyText, fr: anyText }),
    time: fc.constantFrom(null, '23:59:00', '00:59:00', '12:00:00'),
    date: fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    amountMinor: fc.integer({ min: 10_000, max: 9_999_999 }),
    grades: fc.constantFrom(['G17'], ['G10', 'G12'], ['G24']),
    direct: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ duties, essential, date, time, amountMinor, direct, ...rest }) => {
    const texts = (language: Language) =>
      headed[language].map(({ heading }, index) => ({ heading, text: duties[language][index] ?? '' }));
    return exampleNotice({
      ...rest,
      essential: { en: [...essential.en, languageItems.en], fr: [...essential.fr, languageItems.fr] },
      accountabilities: { en: texts('en'), fr: texts('fr') },
      deadline: { date: date.toISOString().slice(0, 10), time },
      salary: { amountMinor, currency: 'EUR', period: 'monthly' },
      directReports: { count: direct, breakdown: [] },
    });
  });

const anyStyle: fc.Arbitrary<Style> = fc.record({
  halves: fc.constantFrom<Language[]>(['en', 'fr'], ['fr', 'en']),
  width: fc.option(fc.integer({ min: 60, max: 120 })),
  spread: fc.boolean(),
  bullet: fc.constantFrom('- ', '• ', '•', '•         ', '* ', '▪ ', '– '),
  numbering: fc.constantFrom('1. ', '1.', '1.       ', '1) ', 'I. ', ''),
  colons: fc.boolean(),
  valueBelow: fc.boolean(),
  reference: fc.constantFrom('brackets', 'dash', 'dashes'),
  pageLines: fc.option(fc.integer({ min: 30, max: 80 })),
  pageEnd: fc.constantFrom('number', 'links', 'form-feed'),
  markdown: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n', ' \n'),
  itemEnd: fc.constantFrom(';', '.', ''),
  titleCase: fc.boolean(),
});

/** A record as it can be told from print: where paragraphs of running text part is for no reader to know. */
function asPrinted(record: NoticeRecord) {
  const joined = (texts: NoticeRecord['summary']) => ({ en: texts.en.join(' '), fr: texts.fr.join(' ') });
  const { summary, otherText, links: _, ...rest } = record;
  const { preamble, contract, application, additional } = otherText;
  return {
    ...rest,
    running: [summary, preamble, contract, application, additional].map(joined),
    requirements: otherText.requirements,
  };
}

function read(text: string) {
  const result = readNotice(text, vocabulary);
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`);
  return result.value;
}

describe('whatever the notice', () => {
  test('printed in any layout, it is read back as the same notice', () => {
    fc.assert(
      fc.property(anyNotice, anyStyle, (notice, style) => {
        expect(asPrinted(read(printNotice(notice, style)).record)).toEqual(asPrinted(notice));
      }),
      { numRuns: 150 },
    );
  });

  test('cut after any line, what stood before is still read', () => {
    fc.assert(
      fc.property(anyNotice, fc.double({ min: 0, max: 1, noNaN: true }), (notice, share) => {
        const lines = printNotice(notice, PLAIN).split('\n');
        const kept = lines.slice(0, Math.ceil(lines.length * share));
        const result = readNotice(kept.join('\n'), vocabulary);
        if (!result.ok) return;
        const { record } = result.value;
        for (const list of ['essential', 'desirable', 'competencies', 'summary'] as const)
          expect(notice[list].en.slice(0, record[list].en.length)).toEqual(record[list].en);
        const printed = kept.filter((line) => line.startsWith('- hold ')).length;
        expect(record.essential.en.length + record.essential.fr.length + 10).toBeGreaterThanOrEqual(printed);
      }),
      { numRuns: 150 },
    );
  });

  test('its record is always one that the database accepts, and every place lies within the text', () => {
    fc.assert(
      fc.property(anyNotice, anyStyle, fc.nat(), (notice, style, cut) => {
        const text = printNotice(notice, style);
        const kept = text.slice(0, cut % (text.length + 1));
        const result = readNotice(kept, vocabulary);
        if (!result.ok) return;
        const { record, places, doubts } = result.value;
        const last = kept.split(/\r\n|\r|\n/).length;

        expect(noticeSchema.safeParse(record).error?.issues ?? []).toEqual([]);
        const everywhere = [...Object.values(places), ...doubts.map(({ lines }) => lines)];
        expect(everywhere.filter(({ from, to }) => from < 1 || to < from || to > last)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('whatever the text', () => {
  test('it is read or refused, never a fault', () => {
    const fragments = fc.constantFrom(
      '1. SUMMARY\n',
      'Grade',
      'Description\n',
      '(241600)\n',
      '- ',
      '• ',
      'ESSENTIAL\n',
      'Primary Location: ',
      'Application Deadline: 99-Xxx-9999, 77:99 PM\n',
      'Salary (Pay Basis): ,,.., Euro\n',
      'RÉSUMÉ\n',
      'COMPETENCIES\n',
      'Direct reports: 9999999999999999999999 (a: 1; b: x)\n',
      '\u0000',
      '\uD800',
      '\n\n',
    );
    const anyTextAtAll = fc.array(fc.oneof(fragments, fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 60 });
    fc.assert(
      fc.property(anyTextAtAll, (parts) => {
        const result = readNotice(parts.join(''), vocabulary);

        const answer = result.ok ? noticeSchema.safeParse(result.value.record).success : result.refusal.line >= 1;
        expect(answer).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
