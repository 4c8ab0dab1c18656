import { expect, test } from 'vitest';
import {
  editedFolder,
  INVENTED_SOURCE,
  lineOf,
  problemsIn,
  toldOf,
  type Slip,
  type Slips,
} from './organisation-testing.ts';
import type { FileName } from './organisation-files.ts';

/** Values that are wrong by themselves or beside others, each in the file where it is likeliest. */
const SLIPS: Record<string, Slip & { file: FileName }> = {
  'a date that does not exist': {
    file: 'member-nations.yaml',
    from: "country: MT, from: '1994-01-01'",
    to: "country: MT, from: '1994-02-30'",
    says: 'nations, entry 8, from: Expected a date as YYYY-MM-DD, and found “1994-02-30”',
  },
  'a date as people write it': {
    file: 'eligibility.yaml',
    from: "- from: '2023-01-01'",
    to: "- from: '1 January 2023'",
    says: 'age, entry 2, from: Expected a date as YYYY-MM-DD, and found “1 January 2023”',
  },
  'a closed day of another year': {
    file: 'working-days.yaml',
    from: "{ on: '2026-06-11', name",
    to: "{ on: '2027-06-11', name",
    says: 'calendar, years, entry 1, closed, entry 4, on: This is no day of 2026',
  },
  'closed days out of their order': {
    file: 'working-days.yaml',
    from: "{ on: '2026-06-11', name",
    to: "{ on: '2026-04-11', name",
    says: 'calendar, years, entry 1, closed, entry 4, on: The days stand in their order, each once',
  },
  'a year that stands twice': {
    file: 'working-days.yaml',
    from: '  years:\n',
    to: `  years:\n    - { year: 2026, source: ${INVENTED_SOURCE}, closed: [] }\n`,
    at: '- year: 2026',
    says: 'calendar, years, entry 2, year: Years stand in their order, each once',
  },
  'a week without a working day': {
    file: 'working-days.yaml',
    from: 'closed: [saturday, sunday]',
    to: 'closed: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]',
    says: 'calendar, weekdays, entry 1, closed: At least one weekday is worked',
  },
  'a country that is none': {
    file: 'member-nations.yaml',
    from: 'country: MT,',
    to: 'country: XX,',
    says: 'nations, entry 8, country: Expected an ISO 3166-1 alpha-2 country code, and found “XX”',
  },
  'a country without quotation marks where they are needed: NO is no answer': {
    file: 'organisation.yaml',
    from: 'country: TN',
    to: 'country: false',
    says: 'dutyStations, entry 4, country: Expected a text, and found “false”: put it in quotation marks',
  },
  'a zone that is none': {
    file: 'organisation.yaml',
    from: 'zone: Africa/Tunis',
    to: 'zone: Africa/Carthage',
    says: 'dutyStations, entry 4, zone: Expected an IANA time zone such as Europe/Brussels, and found “Africa/Carthage”',
  },
  'an hour that is none': {
    file: 'organisation.yaml',
    from: "time: '12:00:00'",
    to: "time: '24:00:00'",
    says: 'deadlines, entry 2, time: Expected a time as HH:MM:SS, and found “24:00:00”',
  },
  'a body at a duty station that is none': {
    file: 'organisation.yaml',
    from: 'dutyStation: zaragoza',
    to: 'dutyStation: sevilla',
    says: 'bodies, entry 2, dutyStation: No such duty station',
  },
  'a currency that is none': {
    file: 'salaries.yaml',
    from: 'currency: MAD',
    to: 'currency: DIR',
    says: 'rows, entry 77, currency: Expected an ISO 4217 currency code such as EUR, and found “DIR”',
  },
  'an amount with a decimal comma': {
    file: 'salaries.yaml',
    from: "'2310.40'",
    to: "'2310,40'",
    says: "rows, entry 1, amount: Expected an amount in quotation marks, such as '8754.21', and found “2310,40”",
  },
  'an amount with fewer decimals than its currency': {
    file: 'salaries.yaml',
    from: "'2310.40'",
    to: "'2310.4'",
    says: 'rows, entry 1, amount: Expected an amount with 2 decimals, as EUR has, and found “2310.4”',
  },
  'an amount with more decimals than its currency': {
    file: 'salaries.yaml',
    from: "'2310.40',   currency: EUR",
    to: "'2310.40',   currency: JPY",
    says: 'rows, entry 1, amount: Expected an amount with no decimals, as JPY has, and found “2310.40”',
  },
  'an amount without the decimals of its currency': {
    file: 'salaries.yaml',
    from: "'2310.40',   currency: EUR",
    to: "'2310.40',   currency: TND",
    says: 'rows, entry 1, amount: Expected an amount with 3 decimals, as TND has, and found “2310.40”',
  },
  'a row whose last day is before its first': {
    file: 'salaries.yaml',
    from: "until: '2025-12-31'",
    to: "until: '2024-12-31'",
    says: 'rows, entry 1, until: This is before its first day, 2025-01-01',
  },
  'two amounts for one day': {
    file: 'salaries.yaml',
    from: "grade: AST2, step: 2, country: PT, from: '2025-01-01'",
    to: "grade: AST1, step: 2, country: PT, from: '2025-12-31'",
    says: 'rows, entry 2, from: An earlier row has an amount for this grade, step and country on that day',
  },
  'a grade without a rank in a salary row': {
    file: 'salaries.yaml',
    from: 'grade: AD5,',
    to: 'grade: AD4,',
    says: 'rows, entry 10, grade: No such grade in grades.yaml',
  },
  'a grade without a rank in an age of service': {
    file: 'eligibility.yaml',
    from: 'grades: [AD13, AD14]',
    to: 'grades: [AD13, AD15]',
    says: 'age, entry 2, serviceEnds, entry 3, grades: No such grade in grades.yaml',
  },
  'a grade of no family': {
    file: 'grades.yaml',
    from: 'grades: [AD5, AD6,',
    to: 'grades: [AD6,',
    at: 'order: [',
    says: 'order, entry 10: A grade belongs to exactly one family: see “families”',
  },
  'a nation that is a member twice on one day': {
    file: 'member-nations.yaml',
    from: "country: CY, from: '2004-05-01'",
    to: "country: SM, from: '2019-06-30'",
    says: 'nations, entry 12, from: This nation is a member on that day by an earlier row',
  },
  'a nation that leaves before it joins': {
    file: 'member-nations.yaml',
    from: "until: '2019-06-30'",
    to: "until: '1991-06-30'",
    says: 'nations, entry 11, until: This is before its first day, 1996-07-01',
  },
  'a paragraph for a clause that is none': {
    file: 'standard-paragraphs.yaml',
    from: 'clause: fixed-task',
    to: 'clause: fixed-tasks',
    says: 'paragraphs, entry 3, clause: No such clause in contracts.yaml',
  },
  'a request without its days': {
    file: 'contracts.yaml',
    from: 'indefinite: { rule: SR-C3, way: after-renewal',
    to: 'indefinite: { rule: SR-C3, way: on-request',
    says: 'clauses, entry 1, terms, entry 1, non-seconded, indefinite, way: What may be asked for needs its days: the key “request”',
  },
  'a maximum below the first period': {
    file: 'contracts.yaml',
    from: 'maximum: { rule: SR-C8, months: 48 }',
    to: 'maximum: { rule: SR-C8, months: 18 }',
    says: 'clauses, entry 3, terms, entry 1, seconded, maximum, months: This is below the first period, 24 months',
  },
  'a maximum that leaves no month for the renewal': {
    file: 'contracts.yaml',
    from: 'maximum: { rule: SR-C8, months: 48 }',
    to: 'maximum: { rule: SR-C8, months: 24 }',
    at: 'renewal: { rule: SR-C8',
    says: 'clauses, entry 3, terms, entry 1, seconded, renewal, upToMonths: The first period has all months of the maximum: none is left for this',
  },
  'as many months before the end as the longest renewal has': {
    file: 'contracts.yaml',
    from: 'indefinite: { rule: SR-C3, way: after-renewal, agreedBy: [organisation, applicant] }',
    to: 'indefinite: { rule: SR-C3, way: on-request, agreedBy: [organisation, applicant] }\n          request: { rule: C3, tooEarly: C4, tooLate: C5, monthsBeforeEnd: 48 }',
    at: 'request: { rule: C3',
    says: 'clauses, entry 1, terms, entry 1, non-seconded, request, monthsBeforeEnd: One day or none is left to ask: the longest renewal has 48 months',
  },
  'a reduction of more months than there are': {
    file: 'grades.yaml',
    from: 'twinGrade: []',
    to: `twinGrade:\n  - { from: null, source: ${INVENTED_SOURCE}, appointment: { rule: C13 }, advancement: { rule: C14, months: 12 }, reduction: { rule: C15, upToMonths: 13 }, direct: null }`,
    at: `- { from: null, source: ${INVENTED_SOURCE}`,
    says: 'twinGrade, entry 1, reduction, upToMonths: This is more than there is to reduce, 12 months',
  },
  'a grade that stands twice in the order': {
    file: 'grades.yaml',
    from: 'order: [AST1, AST2,',
    to: 'order: [AST1, AST2, AST1,',
    says: 'order, entry 3: “AST1” stands here twice',
  },
  'a language that stands twice': {
    file: 'languages.yaml',
    from: 'official: [en, fr, es]',
    to: 'official: [en, fr, es, fr]',
    says: 'official, entry 4: “fr” stands here twice',
  },
  'a text that is empty': {
    file: 'retention.yaml',
    from: 'en: Data Protection Decision, article 9(1)',
    to: "en: ' '",
    says: 'periods, entry 1, source, en: Expected a text that is not empty, and found “”',
  },
  'a key without a value': {
    file: 'selection.yaml',
    from: 'rule: O3',
    to: 'rule:',
    says: 'rule: There is no value here. Expected a text',
  },
  'a reason for a screening that the file lacks': {
    file: 'selection.yaml',
    from: 'requirement: essential-requirement',
    to: 'requirement: nothing-shown',
    says: 'screening, reasons, requirement: No such reason in this file',
  },
  'a stage until which a screening is anonymous that the file lacks': {
    file: 'selection.yaml',
    from: 'until: not-anonymous',
    to: 'until: no-such-stage',
    says: 'screening, anonymous, until: No such stage with an invitation in this file',
  },
  'a list without an entry': {
    file: 'applications.yaml',
    from: 'formats: [pdf]',
    to: 'formats: []',
    says: 'documents, formats: Expected at least one entry, and found an empty list',
  },
  'a colon in a text without quotation marks': {
    file: 'clearances.yaml',
    from: 'en: Staff Regulations, article 25(4), which',
    to: 'en: Staff Regulations: article 25(4), which',
    says: 'A colon and a space begin a value: put a text that has them in quotation marks',
  },
};

test.each(Object.entries(SLIPS))('%s is told at its line', (_, { file, from, to, at = to, says }) => {
  const folder = editedFolder([{ file, from, to }]);

  expect(problemsIn(folder)).toContain(`${file}:${lineOf(folder, file, at)}: ${says}`);
});

const TWICE = (code: string) => `code: “${code}” stands here twice`;
/** The lists in which a code stands once; nations and salaries have none, and are held to their days. */
const CODE_TWICE: Partial<Slips> = {
  'organisation.yaml': { from: 'code: tunis', to: 'code: rabat #', says: `dutyStations, entry 4, ${TWICE('rabat')}` },
  'languages.yaml': { from: 'code: A2', to: 'code: A1 #', says: `levels, entry 2, ${TWICE('A1')}` },
  'grades.yaml': { from: 'code: AST', to: 'code: AD #', says: `families, entry 2, ${TWICE('AD')}` },
  'clearances.yaml': {
    from: 'levels: []',
    to: 'levels:\n  - { code: R, name: { en: R, fr: R } }\n  - { code: R, name: { en: R, fr: R } } #',
    at: '  - { code: R, name: { en: R, fr: R } } #',
    says: `levels, entry 2, ${TWICE('R')}`,
  },
  'eligibility.yaml': {
    from: 'code: field-work',
    to: 'code: travel #',
    says: `willingness, declarations, entry 2, ${TWICE('travel')}`,
  },
  'contracts.yaml': {
    from: 'code: fixed-task',
    to: 'code: temporary-agent #',
    says: `clauses, entry 2, ${TWICE('temporary-agent')}`,
  },
  'applications.yaml': {
    from: 'code: civil-rights',
    to: 'code: truth #',
    says: `declarations, entry 3, ${TWICE('truth')}`,
  },
  'selection.yaml': {
    from: 'code: case-study',
    to: 'code: questionnaire #',
    says: `stages, entry 3, ${TWICE('questionnaire')}`,
  },
  'appointment.yaml': {
    from: 'code: verification',
    to: 'code: references #',
    says: `conditions, entry 3, ${TWICE('references')}`,
  },
  'standard-paragraphs.yaml': {
    from: 'code: own-work',
    to: 'code: probation #',
    says: `paragraphs, entry 4, ${TWICE('probation')}`,
  },
  'retention.yaml': {
    from: 'code: accounts',
    to: 'code: applications #',
    says: `periods, entry 5, ${TWICE('applications')}`,
  },
};

const ORDER = 'from: Rows stand oldest first, each from a day of its own';
const TWIN_ROW = (from: string) =>
  `  - { from: '${from}', source: ${INVENTED_SOURCE}, appointment: { rule: C13 }, advancement: { rule: C14, months: 1 }, reduction: null, direct: null }`;
const TRACK_ROW = (from: string) =>
  `  - { from: '${from}', source: ${INVENTED_SOURCE}, rule: E3, lowerLevel: null, holders: { rule: E3b, exhaustive: true, text: { en: A, fr: A, es: A } } }`;
/** The rules that change by rows. */
const OUT_OF_ORDER: Partial<Slips> = {
  'organisation.yaml': { from: "from: '2022-01-01'", to: 'from: null #', says: `deadlines, entry 2, ${ORDER}` },
  'grades.yaml': {
    from: 'twinGrade: []',
    to: `twinGrade:\n${TWIN_ROW('2026-01-01')}\n${TWIN_ROW('2025-12-31')}`,
    at: TWIN_ROW('2025-12-31'),
    says: `twinGrade, entry 2, ${ORDER}`,
  },
  'clearances.yaml': {
    from: 'fastTrack: []',
    to: `fastTrack:\n${TRACK_ROW('2026-01-01')}\n${TRACK_ROW('2026-01-01')} #`,
    at: `${TRACK_ROW('2026-01-01')} #`,
    says: `fastTrack, entry 2, ${ORDER}`,
  },
  'eligibility.yaml': { from: "from: '2020-01-01'", to: 'from: null #', says: `experience, entry 2, ${ORDER}` },
  'contracts.yaml': {
    from: "from: '2024-01-01'",
    to: 'from: null #',
    says: `clauses, entry 1, terms, entry 2, ${ORDER}`,
  },
  'appointment.yaml': { from: "from: '2021-01-01'", to: 'from: null #', says: `similarPost, entry 2, ${ORDER}` },
};

test.each([
  ['a code that stands twice', CODE_TWICE],
  ['a row that is out of order', OUT_OF_ORDER],
])('%s is told in every file that has such', (_, slips) => {
  const { problems, expected } = toldOf(slips);
  expect(problems).toEqual(expected);
});

test('what is counted in working days is told where no calendar is kept', () => {
  const edit = { file: 'selection.yaml', from: 'unit: calendar-days', to: 'unit: working-days' } as const;
  const folder = editedFolder([edit], 'nato-is');

  expect(problemsIn(folder)).toEqual([
    `selection.yaml:${lineOf(folder, 'selection.yaml', edit.to)}: screening, unit: Working days are counted by a calendar, and working-days.yaml has none`,
  ]);
});

test('a time before an appointment that is counted in working days is told where no calendar is kept', () => {
  const edit = { file: 'appointment.yaml', from: 'unit: months', to: 'unit: working-days' } as const;
  const folder = editedFolder([edit], 'nato-is');

  expect(problemsIn(folder)).toEqual([
    `appointment.yaml:${lineOf(folder, 'appointment.yaml', edit.to)}: conditions, entry 1, usual, unit: Working days are counted by a calendar, and working-days.yaml has none`,
  ]);
});

test.each([
  ['a probation', 'probation:\n    count: 6\n    unit: ', 'offer, probation, unit'],
  [
    'the time before which a renewal is proposed',
    'renewalProposal:\n    count: 6\n    unit: ',
    'calendar, renewalProposal, unit',
  ],
])('%s is never counted in working days', (_, before, at) => {
  const edit = { file: 'appointment.yaml', from: `${before}months`, to: `${before}working-days` } as const;

  expect(problemsIn(editedFolder([edit], 'northern-rivers'))).toEqual([
    expect.stringContaining(`${at}: Expected one of days, months, and found “working-days”`),
  ]);
});
