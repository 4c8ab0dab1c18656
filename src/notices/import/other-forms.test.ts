import { describe, expect, test } from 'vitest';
import { loadVocabulary } from '../vocabulary.ts';
import type { ReadNotice } from '../notice.ts';
import { readNotice } from './read-notice.ts';

const vocabulary = loadVocabulary('organisations/nato-is');

function read(text: string): ReadNotice {
  const result = readNotice(text, vocabulary);
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`);
  return result.value;
}

const notice = (header: string, title = 'Officer, River Ice (260970)') => `${title}

Primary Location: Belgium-Brussels
NATO Body: NATO International Staff (NATO IS)
Schedule: Full-time
${header}
Description

1. SUMMARY

The Ice Section watches the rivers in winter and tells the lock keepers when to close.
`;

const doubtsOf = ({ doubts }: ReadNotice, field: string) =>
  doubts.filter((doubt) => doubt.field === field).map(({ kind }) => kind);

describe('a notice of several posts', () => {
  test.each([
    [
      'Grade: 3 posts: two G17 and one G15/17',
      [
        [2, ['G17']],
        [1, ['G15', 'G17']],
      ],
    ],
    ['Grade: NATO Grade G22 (2 posts)', [[2, ['G22']]]],
    [
      'Grade: one G22, two G17, one A.2/G15',
      [
        [1, ['G22']],
        [2, ['G17']],
        [1, ['G15']],
      ],
    ],
    ['Grade: 2 x G12', [[2, ['G12']]]],
  ])('has its groups: “%s”', (header, groups) => {
    const { record, doubts } = read(notice(header));

    expect(record.posts?.map(({ count, grades }) => [count, grades])).toEqual(groups);
    expect(record.grades).toEqual(groups[0]?.[1]);
    expect(doubts.map(({ field }) => field)).not.toContain('grades');
  });

  test('may say so in its title alone, which stays as it is printed', () => {
    const { record } = read(notice('Grade: G15', 'Officer, River Ice, 3 posts (260970)'));

    expect(record).toMatchObject({
      title: { en: 'Officer, River Ice, 3 posts' },
      posts: [{ count: 3, grades: ['G15'] }],
    });
  });

  test('is for a person to look at where the groups do not add up', () => {
    const found = read(notice('Grade: 4 posts: two G17 and one G15'));

    expect(found.record.posts).toEqual([
      { count: 2, grades: ['G17'] },
      { count: 1, grades: ['G15'] },
    ]);
    expect(doubtsOf(found, 'grades')).toEqual(['field-unread']);
  });
});

test.each([
  ['G15/17', ['G15', 'G17']],
  ['A-2/G-15', ['G15']],
  ['NATO Grade G10-G12', ['G10', 'G12']],
  ['A.2/ NATO Grade G15', ['G15']],
])('a grade of one post is no group: “%s”', (printed, grades) => {
  const { record } = read(notice(`Grade: ${printed}`));

  expect(record.grades).toEqual(grades);
  expect(record.posts).toBeUndefined();
});

test.each(['Ongoing', 'Open until filled'])('a deadline without an end is open, and told: “%s”', (printed) => {
  const found = read(notice(`Application Deadline: ${printed}\nGrade: G15`));

  expect(found.record).toMatchObject({ deadline: null, openEnded: true });
  expect(doubtsOf(found, 'deadline')).toEqual(['deadline-open']);
});

test.each([
  ['18-Jun-2025, 9:59:00 PM', '2025-06-18', '21:59:00'],
  ['12-Jan-2026, 12:59:00 AM', '2026-01-12', '00:59:00'],
])('keeps the time of a deadline as it is printed: “%s”', (printed, date, time) => {
  expect(read(notice(`Application Deadline: ${printed}`)).record.deadline).toEqual({ date, time });
});

test('keeps fields of the header that it does not know, each with a doubt', () => {
  const found = read(notice('Other Locations: Luxembourg-Capellen\nGrade: G15\nDuty start: 1 March 2027'));

  expect(found.record.otherFields.en).toEqual([
    { label: 'Other Locations', value: 'Luxembourg-Capellen' },
    { label: 'Duty start', value: '1 March 2027' },
  ]);
  expect(doubtsOf(found, 'otherFields')).toEqual(['unknown-label', 'unknown-label']);
});

test('keeps a vacancy number that is no reference as it is printed, and invents none', () => {
  const found = read(notice('Vacancy number: Q75/31\nGrade: G15', 'Officer, River Ice'));

  expect(found.record.reference).toBeNull();
  expect(found.record.otherFields.en).toContainEqual({ label: 'Vacancy number', value: 'Q75/31' });
  expect(doubtsOf(found, 'reference')).toContain('field-unread');
});

test('reads a form with its title on a line of its own, and lettered duties', () => {
  const { record } = read(`STAFF VACANCY 260971

DIVISION: River Watch
TITLE: Staff Officer, Ice Reports
GRADE: A.2/G-15
LOCATION: Brussels, Belgium

1. POST CONTEXT

The Division reports on river ice. The Staff Officer keeps the reports together.

2. PRINCIPAL DUTIES

The duties are to:

a. collect the daily reports of the lock keepers;
b. write the weekly ice report;
c. brief the watch.
`);

  expect(record).toMatchObject({ reference: '260971', title: { en: 'Staff Officer, Ice Reports' }, grades: ['G15'] });
  expect(record.summary.en).toEqual([
    'The Division reports on river ice. The Staff Officer keeps the reports together.',
  ]);
  expect(JSON.stringify(record)).toContain('write the weekly ice report');
});

test('reads a form of labels and values alone without inventing what is not there', () => {
  const { record, doubts } = read(`Job number: 260972
Post number: QRS WXYZ 0010
Job title: Technician, Sluices
NATO Grade: G8
Basic monthly salary: EUR 4,250.10, 12 x per year
Closing date: 15 March 2027
`);

  expect(record).toMatchObject({
    reference: '260972',
    title: { en: 'Technician, Sluices' },
    grades: ['G8'],
    deadline: { date: '2027-03-15', time: null },
    salary: { amountMinor: 425_010, currency: 'EUR', period: 'monthly' },
    location: null,
    clearance: null,
  });
  expect(record.essential.en).toEqual([]);
  expect(doubts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['unknown-label', 'field-missing']));
});
