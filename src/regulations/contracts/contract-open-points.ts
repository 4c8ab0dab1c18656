import type { Localized } from '../../platform/language.ts';
import { lacksDay } from '../civil-dates.ts';
import type { ContractCase } from './contract-case.ts';
import type { Organisation } from '../organisation/organisation.ts';

type OpenPoints = Organisation['openPoints'];

/** What a text leaves open for the case: the organisation's answer, or null where a named person decides (b4). */
export type OpenPoint =
  | { code: 'earlier-service'; settled: boolean; answer: boolean | null; source: Localized }
  | { code: Exclude<OpenPointCode, 'earlier-service'>; settled: boolean; answer: Localized | null; source: Localized };

export type OpenPointCode =
  | 'earlier-service'
  | 'renewal-decided-by'
  | 'indefinite-decided-by'
  | 'late-agreement'
  | 'after-secondment'
  | 'missing-day'
  | 'request-from';

/** The open points that concern a case, whether settled or not. */
export function openPointsOf(
  points: OpenPoints,
  { terms, question, countedMonths, renewalMonths, fullTerm }: ContractCase,
): OpenPoint[] {
  const { answer, source } = points.earlierServiceCounts;
  const found: OpenPoint[] = terms.maximum
    ? [{ code: 'earlier-service', settled: answer !== null, answer, source }]
    : [];
  const add = (
    code: Exclude<OpenPointCode, 'earlier-service'>,
    point: OpenPoints['lateAgreement'],
    concerns: boolean,
  ) => concerns && found.push({ code, settled: point.answer !== null, ...point });

  const { first, maximum, request } = terms;
  const months = [first.months, first.months + renewalMonths, ...(maximum ? [maximum.months - countedMonths] : [])];
  add('renewal-decided-by', points.renewalDecidedBy, terms.renewal !== null);
  add('indefinite-decided-by', points.indefiniteDecidedBy, terms.indefinite.way !== 'never');
  add(
    'missing-day',
    points.missingDay,
    months.some((count) => lacksDay(question.startsOn, count)) ||
      (request !== null && fullTerm.renewalEnds !== null && lacksDay(fullTerm.renewalEnds, -request.monthsBeforeEnd)),
  );
  add('late-agreement', points.lateAgreement, terms.renewal?.agreedBy.includes('national-authority') ?? false);
  add('after-secondment', points.afterSecondment, question.person === 'seconded');
  add('request-from', points.requestFrom, terms.request !== null);
  return found;
}

/** Every point that texts leave open, whether settled or not. */
export const everyOpenPoint = (points: OpenPoints): OpenPoint[] => [
  { code: 'earlier-service', settled: points.earlierServiceCounts.answer !== null, ...points.earlierServiceCounts },
  ...POINTS.map(([code, key]) => ({ code, settled: points[key].answer !== null, ...points[key] })),
];

const POINTS = [
  ['renewal-decided-by', 'renewalDecidedBy'],
  ['indefinite-decided-by', 'indefiniteDecidedBy'],
  ['late-agreement', 'lateAgreement'],
  ['after-secondment', 'afterSecondment'],
  ['missing-day', 'missingDay'],
  ['request-from', 'requestFrom'],
] as const satisfies readonly [OpenPointCode, keyof OpenPoints][];
