import { describe, expect, test } from 'vitest';
import { exampleNotice } from '../notice-testing.ts';
import type { NoticeRecord, ReadNotice } from '../notice.ts';
import { loadVocabulary } from '../vocabulary.ts';
import { joined } from './paragraphs.ts';
import { PLAIN, printNotice, type Style } from './printed-notice-testing.ts';
import { LONGEST_NOTICE, readNotice } from './read-notice.ts';

const vocabulary = loadVocabulary('organisations/northern-rivers');

/** Text taken out of a PDF: hard-wrapped, an empty line after every printed one. */
const FROM_PDF: Style = { ...PLAIN, width: 80, spread: true, bullet: '•    ', lineEnd: ' \n', numbering: '1.       ' };

function read(text: string): ReadNotice {
  const result = readNotice(text, vocabulary);
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`);
  return result.value;
}
const printed = (changes: Partial<NoticeRecord> = {}, style: Partial<Style> = {}) =>
  printNotice(exampleNotice(changes), { ...PLAIN, ...style });
const kinds = ({ doubts }: ReadNotice) => doubts.map(({ kind, field }) => `${kind} ${field}`);

/** The example notice with one piece of its text replaced, which must be there. */
function edited(from: string | RegExp, to: string, style: Partial<Style> = {}): ReadNotice {
  const text = printed({}, style);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error('nothing was replaced');
  return read(changed);
}

describe('the two halves', () => {
  test('part at the second title, not at the word “Description”', () => {
    const { record } = edited('The Forecasting Section', 'Description of the post: the Forecasting Section');

    expect(record.summary.en[0]).toContain('Description of the post');
    expect(record.title.fr).toBe(exampleNotice().title.fr);
  });

  test('a French title may have brackets before the reference in brackets', () => {
    const title = { en: 'Head', fr: 'Administratrice/Administrateur (architecture d’entreprise)' };

    expect(read(printed({ title })).record).toMatchObject({ title, reference: '260014' });
  });

  test('a reference may follow a dash, a title may have a comma', () => {
    const { record } = read(printed({ title: { en: 'Officer, Locks', fr: 'Chef' } }, { reference: 'dash' }));

    expect(record).toMatchObject({ reference: '260014', title: { en: 'Officer, Locks', fr: 'Chef' } });
  });

  test('French may come first', () => {
    expect(read(printed({}, { halves: ['fr', 'en'] })).record).toEqual(read(printed()).record);
  });

  test('a title repeated at the end of a page starts no half', () => {
    const line = 'The incumbent reports to';
    const { record } = edited(line, `Officer, Flood Forecasting (260014)\n\n${line}`);

    expect(record).toEqual(read(printed()).record);
  });

  test('a labelled reference is no title', () => {
    const { record, doubts } = edited('Schedule: Full-time', 'Requisition # 260014\nSchedule: Full-time');

    expect(record).toEqual(read(printed()).record);
    expect(doubts).toEqual([]);
  });

  test('a title may be broken over two lines', () => {
    const { record } = edited('Officer, Flood Forecasting (260014)', 'Officer, Flood\nForecasting (260014)');

    expect(record.title.en).toBe('Officer, Flood Forecasting');
  });

  test.each(['en', 'fr'] as const)('one may be missing: %s alone is read in full', (language) => {
    const { record, doubts } = read(printed({}, { halves: [language] }));

    expect(record.essential[language]).toEqual(exampleNotice().essential[language]);
    expect(record.deadline).toEqual(exampleNotice().deadline);
    expect(doubts.map(({ kind }) => kind)).toEqual(['language-missing']);
  });
});

describe('headings', () => {
  test('numbered challenges are no sections', () => {
    const summary = { en: ['The key challenges will be:'], fr: ['Les principaux défis seront les suivants :'] };
    const challenges = { en: ['Locks', 'Gates', 'Weirs'], fr: ['les écluses', 'les portes', 'les barrages'] };

    expect(read(printed({ summary, challenges }, FROM_PDF)).record).toMatchObject({ summary, challenges });
  });

  test('a page number is no section, and no item', () => {
    const { record } = edited('- have at least', '\n3 \n\n- have at least');

    expect(record.essential.en).toEqual(exampleNotice().essential.en);
  });

  test('ESSENTIAL and DESIRABLE may come right after the end of a page', () => {
    const text = printed({}, FROM_PDF).replaceAll(/\n(DESIRABLE|ESSENTIAL|ACQUIS)/g, '\n12 \n\n $1');

    expect(read(text).record).toEqual(read(printed({}, FROM_PDF)).record);
  });

  test('ESSENTIAL may stand on the line of its section', () => {
    const { record } = edited(
      /2\. QUALIFICATIONS AND EXPERIENCE\n\nESSENTIAL/,
      '2. QUALIFICATION AND EXPERIENCE ESSENTIAL',
    );

    expect(record.essential.en).toEqual(exampleNotice().essential.en);
  });

  test('one may be broken over two lines, or lack its number', () => {
    const broken = printed().replace('APPLICATION AND RECRUITMENT PROCESS', 'APPLICATION AND RECRUITMENT \n\nPROCESS ');

    expect(read(broken).record).toEqual(read(printed()).record);
    expect(read(printed({}, { numbering: '' })).record).toEqual(read(printed()).record);
  });

  test('English headings in the French half are read, and told', () => {
    const { accountabilities } = exampleNotice();
    const { record, doubts } = read(
      printed({ accountabilities: { ...accountabilities, fr: accountabilities.en } }, { width: 70 }),
    );

    expect(record.accountabilities.fr).toEqual(accountabilities.en);
    expect(doubts).toMatchObject([{ kind: 'untranslated', field: 'accountabilities.fr', language: 'fr' }]);
  });

  test('a placeholder is neither text nor heading', () => {
    const style = { ...PLAIN, halves: ['fr'] } as const;
    const text = printNotice(exampleNotice(), style).replace(
      /(RESPONSABILITÉS PRINCIPALES)[^]*?(?=4\. STRUCTURE)/,
      '$1\n\nVoir la version anglaise.\n\n',
    );
    const { record, doubts } = read(text);

    expect(record.accountabilities.fr).toEqual([]);
    expect(doubts.map(({ kind }) => kind)).toContain('placeholder');
  });

  test('a numbered heading we do not know is kept with its text', () => {
    const { record, doubts } = edited('8. ADDITIONAL', '8. WATER RIGHTS\n\nNone.\n\n9. ADDITIONAL');

    expect(record.otherSections.en).toEqual([{ heading: 'WATER RIGHTS', paragraphs: ['None.'] }]);
    expect(doubts).toMatchObject([{ kind: 'unknown-section', values: ['WATER RIGHTS'] }]);
  });

  test('an accountability heading we do not know is a heading all the same', () => {
    const { record, doubts } = edited('Expertise Development', 'Boats and Vehicles');

    expect(record.accountabilities.en[0]?.heading).toBe('Boats and Vehicles');
    expect(doubts).toMatchObject([{ kind: 'unknown-heading', field: 'accountabilities.en[0]' }]);
  });

  test('the heading DESIRABLE may be lost, where its introduction stands', () => {
    expect(edited('DESIRABLE\n\n', '').record).toEqual(read(printed()).record);
  });
});

test('an accountability heading we do not know may have a text in quotation marks after it', () => {
  const { record } = edited('Perform any', 'Boats and Vehicles\n\n“Keep” the two launches.\n\nPerform any');

  expect(record.accountabilities.en.at(-1)).toEqual({
    heading: 'Boats and Vehicles',
    text: '“Keep” the two launches.',
  });
});

test('labels that we don’t know may stand between the title and the first that we do, however many', () => {
  const fields = ['Team: north', 'Family status: any', 'Duration of the mission: a year', 'Flag: none', 'Desk: 3'];
  const { record } = edited(/(?<=\(260014\)\n+)/, `${fields.join('\n')}\n`);

  expect(record.title).toEqual(exampleNotice().title);
  expect(record.otherFields.en.map(({ label, value }) => `${label}: ${value}`)).toEqual(fields);
});

describe('lists', () => {
  test('an item may go on over the end of a page', () => {
    const { record } = edited('university degree in', 'university degree\n\n7 \n\n in', {});

    expect(record.essential.en).toEqual(exampleNotice().essential.en);
  });

  test('an item cut by the end of a page goes on before a capital too', () => {
    const { record } = edited('experience in river', 'experience in\n\nRiver');

    expect(record.essential.en[1]).toBe('have at least 3 years of experience in River forecasting');
  });

  test('a competency may lack its final mark, or run over two lines', () => {
    const style = { ...FROM_PDF, itemEnd: '' as const, width: 40 };

    expect(read(printed({}, style)).record.competencies).toEqual(exampleNotice().competencies);
  });

  test('a competency may have a comma in its indicator, and a dash for a colon', () => {
    const { record } = edited('Teamwork: Cooperates', 'Teamwork – Cooperates, always');

    expect(record.competencies.en[1]).toEqual({ name: 'Teamwork', indicator: 'Cooperates, always' });
  });

  test('items may end with full stops, and the last with a semicolon', () => {
    expect(read(printed({}, { itemEnd: '.' })).record).toEqual(read(printed()).record);
  });

  test('the mark may stand alone on its line', () => {
    expect(edited('- have at least', '-\nhave at least').record.essential).toEqual(exampleNotice().essential);
  });

  test('a hyphen at the end of a line stays, without a space', () => {
    expect(edited('flood model in', 'flood-\n\nmodel in').record.summary.en[1]).toContain(
      'the flood-model in good order',
    );
  });

  test('a hyphen that stands for the rest of a word keeps its space; a dash within a word gets none', () => {
    const { record } = edited('flood model in good', 'pre-\n\nand post-flood model in good');

    expect(record.summary.en[1]).toContain('the pre- and post-flood model in good order');
    expect(['2026–', '2030'].reduce(joined)).toBe('2026–2030');
    expect(['the years –', '2030'].reduce(joined)).toBe('the years – 2030');
  });

  test('levels of languages go on over a line that ends with a semicolon, before a capital too', () => {
    const { en, fr } = exampleNotice().essential;
    const before = read(printed({}, { spread: true }));

    const cut = edited(' in one; ', ' in one;\n\n', { spread: true });

    expect(cut.record.essential).toEqual({ en, fr });
    expect(cut.record).toEqual(before.record);
  });

  test('a list that ends with a semicolon leaves the sentence after it alone', () => {
    const { record } = edited('The Commission welcomes', '• before the deadline;\n\nThe Commission welcomes');

    expect(record.otherText.additional.en).toEqual([
      '• before the deadline;',
      'The Commission welcomes applications from all member nations.',
    ]);
  });

  test('without list marks each line is an item, and a person is told', () => {
    const { record, doubts } = read(printed({}, { bullet: '', halves: ['en'] }));

    expect(record.essential.en).toEqual(exampleNotice().essential.en);
    expect(doubts.map(({ kind }) => kind)).toContain('items-unmarked');
  });
});

describe('facts', () => {
  const deadline = (english: string) => edited('18-Dec-2026', english, { halves: ['en'] });

  test.each([
    ['09-Dec-2026, 12:59:00 AM', { date: '2026-12-09', time: '00:59:00' }],
    ['09-Dec-2026, 12:00:00 PM', { date: '2026-12-09', time: '12:00:00' }],
    ['09-Dec-2026, 11:59:00 PM', { date: '2026-12-09', time: '23:59:00' }],
    ['9 December 2026, 23:59', { date: '2026-12-09', time: '23:59:00' }],
    ['1er février 2026 à 23h59', { date: '2026-02-01', time: '23:59:00' }],
    ['December 9, 2026', { date: '2026-12-09', time: null }],
    ['2026-12-09', { date: '2026-12-09', time: null }],
  ])('a deadline of %s', (text, expected) => {
    expect(deadline(text).record.deadline).toEqual(expected);
  });

  test('a day that does not exist is no deadline', () => {
    const notice = deadline('31-Feb-2026');

    expect(notice.record.deadline).toBeNull();
    expect(kinds(notice)).toContain('field-unread deadline');
  });

  test('a deadline may be open', () => {
    const notice = deadline('Ongoing');

    expect(notice.record.deadline).toBeNull();
    expect(kinds(notice)).toContain('deadline-open deadline');
  });

  test.each([
    ['NATO Grade G10-G12', ['G10', 'G12']],
    ['A.2/ NATO Grade G15', ['G15']],
    ['A-2/G-15', ['G15']],
    ['A.4', ['G20']],
    ['24', ['G24']],
    ['Unclassified', ['Unclassified']],
  ])('a grade of %s', (text, expected) => {
    expect(edited('NATO Grade G17', text, { halves: ['en'] }).record.grades).toEqual(expected);
  });

  test.each([
    ['LU-Capellen', { country: 'LU', city: 'Capellen' }],
    ['Türkiye-Izmir', { country: 'TR', city: 'Izmir' }],
    ['Brussels, Belgium', { country: 'BE', city: 'Brussels' }],
    ['Pays-Bas-La Haye', { country: 'NL', city: 'The Hague' }],
    ['Norway-Bodø', { country: 'NO', city: 'Bodø' }],
  ])('a location of %s', (text, expected) => {
    expect(edited('Netherlands-Maastricht', text, { halves: ['en'] }).record.location).toEqual(expected);
  });

  test.each([
    ['13 (COPS :11; NALT: 2)', { count: 13, breakdown: [{ unit: 'COPS', count: 11 }, { unit: 'NALT', count: 2 }] }], // prettier-ignore
    ['two', { count: 2, breakdown: [] }],
    ['N/a.', { count: 0, breakdown: [] }],
  ])('direct reports of %s', (text, expected) => {
    expect(edited('Direct reports: 3', `Direct reports: ${text}`, { halves: ['en'] }).record.directReports).toEqual(
      expected,
    );
  });

  test('a salary may have no amount', () => {
    const notice = edited('7,845.15Euro', 'Euro', { halves: ['en'] });

    expect(notice.record.salary).toEqual({ amountMinor: null, currency: 'EUR', period: 'monthly' });
    expect(kinds(notice)).toContain('field-unread salary');
  });

  test('the two halves may differ, and then a person decides', () => {
    const notice = edited('18-Dec-2026', '19-Dec-2026');

    expect(notice.doubts).toMatchObject([
      { kind: 'halves-differ', field: 'deadline', values: ['2026-12-19', '2026-12-18'] },
    ]);
  });

  test.each([
    ['another city of the same country', 'Heerlen', ['halves-differ location']],
    ['the same one with a word beside it', 'Maastricht (siège)', []],
  ])('a place of %s', (_, city, expected) => {
    const notice = edited('Pays-Bas-Maastricht', `Pays-Bas-${city}`);

    expect(kinds(notice)).toEqual(expected);
  });

  test('a fact may be missing', () => {
    expect(kinds(read(printed({ clearance: null })))).toEqual(['field-missing clearance']);
  });

  test('a language requirement of another form is for a person to enter', () => {
    const form = /V \(“Advanced”\) in one; I \(“Beginner”\) in the other/;
    const notice = edited(form, 'VI (“Proficiency”) in French; III (“Intermediate”) in English', { halves: ['en'] });

    expect(notice.record.languages).toBeNull();
    expect(notice.doubts).toMatchObject([{ kind: 'languages-unusual' }, { kind: 'language-missing' }]);
  });

  test('a letter, a budget condition and a fast track stand before section 1', () => {
    const notes = [
      '“Pending Budget Approval”',
      'Candidates are requested to add a cover letter of at most 2 pages.',
      'This is a fast track competition.',
    ];
    const { otherText, summary } = exampleNotice();
    const { record } = read(printed({ otherText: { ...otherText, preamble: { en: notes, fr: [] } } }));

    expect(record).toMatchObject({ budgetPending: true, fastTrack: true, summary });
    expect(record.attachments).toEqual([{ kind: 'cover-letter', maxPages: 2, pageSize: null, formats: [] }]);
  });

  test('a schedule may stand between rules, with its colon on a line of its own', () => {
    const rule = '-'.repeat(80);
    const stages = `${rule}\nThe competition is provisionally scheduled as follows\n:\nTests in May.\n${rule}\n`;
    const { record } = edited('Applications are sent', `${stages}Applications are sent`);

    expect(record.provisionalSchedule).toEqual([{ en: 'Tests in May' }]);
  });
});

describe('the writing', () => {
  test.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['letters apart from their accents', (text: string) => text.normalize('NFD')],
    ['curly for straight quotes', (text: string) => text.replaceAll("'", '’')],
    ['tabs and wide spaces', (text: string) => text.replaceAll(' Full', '\t\u2003Full')],
    ['marks without width', (text: string) => text.replaceAll('Grade', 'Gr\u200Bade')],
  ])('may have %s', (_, change) => {
    expect(read(change(printed())).record).toEqual(read(printed()).record);
  });

  test('keeps the no-break spaces of French', () => {
    const { record } = read(printed({}, { halves: ['fr'] }).replace('doit :', 'doit\u00A0:'));

    expect(record.introductions.essential.fr).toBe('La personne titulaire du poste doit\u00A0:');
  });

  test('each field is found again in its lines', () => {
    const text = printed({}, FROM_PDF);
    const { record, places } = read(text);
    const at = (path: string) => text.split('\n').slice((places[path]?.from ?? 0) - 1, places[path]?.to).join(' ').replaceAll(/\s+/g, ' '); // prettier-ignore

    expect(at('title.fr')).toContain(record.title.fr);
    record.essential.en.forEach((item, index) => expect(at(`essential.en[${index}]`)).toContain(item));
    record.accountabilities.fr.forEach((one, index) => expect(at(`accountabilities.fr[${index}]`)).toContain(one.text));
    expect(at('deadline')).toContain('18-Dec-2026');
  });
});

describe('a text that is no notice', () => {
  test.each([
    ['nothing', '  \n\n ', 'empty'],
    ['a letter', 'Dear Sir,\n\nI apply for the post of Officer (260014).\n\nYours faithfully', 'no-header-or-sections'],
    ['bytes', 'PK\u0003\u0004\u0000\u0000', 'not-text'],
    ['a library', 'x'.repeat(LONGEST_NOTICE + 1), 'too-long'],
  ])('is refused: %s', (_, text, kind) => {
    expect(readNotice(text, vocabulary)).toMatchObject({ ok: false, refusal: { kind } });
  });

  test.each([
    ['lines of hyphens', '- '],
    ['brackets', '[('],
    ['asterisks', '*a'],
    ['numbers', '1.1'],
    ['labels', `Grade: ${'G17 '.repeat(24)}\n`],
    ['headings', `1. SUMMARY ${'Of this '.repeat(12)}\n`],
    ['headings without text', '1. SUMMARY\n'],
    ['titles', `${'Officer '.repeat(12)}(260014)\n`],
    ['items', `- ${'a; '.repeat(34)}\n`],
    ['empty lines', '\n'],
    ['spaces', ' '],
    ['one long line', 'word '],
    ['digits', '9'],
  ])('never takes long: two megabytes of %s', (_, part) => {
    const text = part.repeat(Math.floor(LONGEST_NOTICE / part.length));
    const started = process.cpuUsage();

    readNotice(text, vocabulary);

    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000_000).toBeLessThan(5);
  });
});
