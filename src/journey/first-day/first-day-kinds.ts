import type { StatedClearance } from '../../applications/eligibility/stated-clearance.ts';
import type { NoticeRecord } from '../../notices/notice.ts';
import type { Person } from '../../regulations/organisation/contracts-schema.ts';

/** Somebody's way from the decision to the first day: what the post is, what is chosen for them, and what must follow. */
export type AppointmentKind = {
  /** The vacancy's reference ends with these two digits. */
  digits: string;
  name: string;
  notice: Partial<NoticeRecord>;
  /** As the candidate stated it, where the form asks. */
  clearance?: StatedClearance;
  clause: string;
  person: Person;
  /** `YYYY-MM-DD` where the post is. */
  startsOn: string;
  /** What is filled in beside clause, person, first day, grades and country. */
  exceptions?: Record<string, string>;
  /** The grade that is offered. */
  grade: string;
  /**
   * The days that the pages must show, counted by hand in the calendar from the rules C1 to C16 (end = start + n months – 1
   * day): the code of the product is not asked.
   */
  days: string[];
  /** Days that would follow if the rules were another person's. */
  notDays: string[];
};

const PLACE = { country: 'BE', city: 'Brussels' };
const of = (more: Partial<NoticeRecord>): Partial<NoticeRecord> => ({ location: PLACE, grades: ['G17'], ...more });
const TWIN = { grades: ['G10', 'G12'], contract: { clause: 'indefinite-possible', twinGradeNote: true } } as const;

/** Each kind of appointment that the notices know. */
export const KINDS: AppointmentKind[] = [
  {
    digits: '01',
    name: 'turnover, non-seconded',
    notice: of({}),
    clause: 'turnover',
    person: 'non-seconded',
    startsOn: '2027-03-01',
    grade: 'G17',
    // Three years; three more at most; an indefinite contract may be asked for from their first day to a year before their end.
    days: ['2030-02-28', '2030-03-01', '2033-02-28', '2032-02-28'],
    notDays: [],
  },
  {
    digits: '02',
    name: 'indefinite possible, twin grade, sooner by a year',
    notice: of(TWIN),
    clause: 'indefinite-possible',
    person: 'non-seconded',
    startsOn: '2027-09-01',
    exceptions: { reduction: '12', reductionReason: 'Ten years in the same work.' },
    grade: 'G10',
    days: ['2030-08-31', '2029-09-01'],
    notDays: ['2033-08-31'],
  },
  {
    digits: '03',
    name: 'seconded',
    notice: of({}),
    clause: 'turnover',
    person: 'seconded',
    startsOn: '2027-06-16',
    grade: 'G17',
    days: ['2030-06-15', '2033-06-15'],
    // Nobody seconded may ask for an indefinite contract (C11).
    notDays: ['2032-06-15'],
  },
  {
    digits: '04',
    name: 'serving staff, directly to the higher grade',
    notice: of(TWIN),
    clause: 'indefinite-possible',
    person: 'serving-staff',
    startsOn: '2027-04-01',
    exceptions: { directly: 'yes', directlyReason: 'Has done the work of the higher grade since 2024.' },
    grade: 'G12',
    // The clause gives them no length (C12): nothing ends on a day that nobody decided.
    days: ['2027-04-01'],
    notDays: ['2030-03-31', '2030-04-01'],
  },
  {
    digits: '05',
    name: 'budget pending, then approved',
    notice: of({ budgetPending: true }),
    clause: 'turnover',
    person: 'non-seconded',
    startsOn: '2027-07-01',
    grade: 'G17',
    days: ['2030-06-30', '2033-06-30', '2032-06-30'],
    notDays: [],
  },
  {
    digits: '06',
    name: 'fast track, with an upgrade',
    notice: of({ fastTrack: true, clearance: 'NS' }),
    clearance: { level: 'NC', issuer: 'national-security-authority', day: '31', month: '12', year: '2028' },
    clause: 'turnover',
    person: 'non-seconded',
    startsOn: '2027-05-31',
    grade: 'G17',
    // Months of other lengths: from 31 May, the last day is a 30th.
    days: ['2030-05-30', '2033-05-30', '2032-05-30'],
    notDays: ['2030-06-01'],
  },
];
