import { valueOf, type Fields } from '../../applications/drafting/draft.ts';
import type { NoticeRecord } from '../../notices/notice.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { DateParts } from '../../site/date-field.tsx';
import { readOffer, typedIn, type PlannerProblem, type Typed } from '../contract-planner-form.ts';
import type { KeptChoice } from './offer-choice.ts';
import { MAX_OFFER_REASON } from './offer.ts';

/** What was typed of an offer, as it was typed: what the planner asks, and the exceptions of a twin-graded post. */
export type OfferTyped = Typed & {
  /** `yes` where they are appointed to the higher grade at once (C16). */
  directly: string;
  directlyReason: string;
  /** By so many months sooner may they advance (C15). */
  reduction: string;
  reductionReason: string;
};

export type OfferProblem =
  PlannerProblem | { field: 'reduction' | 'directlyReason' | 'reductionReason'; exception: 'no-months' | 'too-long' };

/** The fields as they came in a body. The day of the offer and that of a request are nobody's to type here. */
export const offerTypedIn = (fields: Fields): OfferTyped => ({
  ...typedIn({ ...fields, 'on-day': '', 'on-month': '', 'on-year': '' }),
  request: { day: '', month: '', year: '' },
  directly: valueOf(fields, 'directly'),
  directlyReason: lines(valueOf(fields, 'directlyReason')),
  reduction: valueOf(fields, 'reduction').trim(),
  reductionReason: lines(valueOf(fields, 'reductionReason')),
});

const lines = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim();

/** What was chosen, or all that has to be mended. */
export function readOfferForm(
  typed: OfferTyped,
  organisation: Organisation,
  today: string,
): Result<KeptChoice, OfferProblem[]> {
  const planned = readOffer(typed, organisation, today);
  const problems: OfferProblem[] = planned.ok ? [] : [...planned.refusal];
  if (typed.country === '' && organisation.dutyStations.length > 0)
    problems.push({ field: 'country', kind: 'missing' });
  if (typed.reduction !== '' && !/^[1-9]\d{0,2}$/.test(typed.reduction))
    problems.push({ field: 'reduction', exception: 'no-months' });
  if (typed.reduction === '' && typed.reductionReason !== '')
    problems.push({ field: 'reduction', exception: 'no-months' });
  for (const field of ['directlyReason', 'reductionReason'] as const)
    if (typed[field].length > MAX_OFFER_REASON) problems.push({ field, exception: 'too-long' });
  if (!planned.ok || problems.length > 0) return refuse(problems);
  const { clause, person, grades, startsOn, country = '', renewalMonths, earlierMonths, bornOn } = planned.value;
  return ok({
    clause,
    person,
    grades,
    startsOn,
    country,
    directly: typed.directly === 'yes' ? { reason: typed.directlyReason } : null,
    reduction: typed.reduction === '' ? null : { months: Number(typed.reduction), reason: typed.reductionReason },
    ...(renewalMonths !== undefined && { renewalMonths }),
    ...(earlierMonths !== undefined && { earlierMonths }),
    ...(bornOn !== undefined && { bornOn }),
  });
}

/** A form that nobody has filled in yet: what the notice says of the post, and the first day that was planned. */
export const begunFrom = (
  { contract, grades, location }: Pick<NoticeRecord, 'contract' | 'grades' | 'location'>,
  startsOn: string | null,
): OfferTyped =>
  typedOf({
    clause: contract.clause ?? '',
    grades,
    country: location?.country ?? '',
    ...(startsOn !== null && { startsOn }),
  });

/** What was chosen, as it would be typed. */
export function typedOf(choice: Partial<KeptChoice>): OfferTyped {
  const { clause = '', person = 'non-seconded', grades = [], country = '', startsOn, bornOn } = choice;
  const { directly, reduction, renewalMonths, earlierMonths } = choice;
  const [grade = '', higher = ''] = grades;
  return {
    clause,
    person,
    grade,
    higher,
    country,
    renewal: renewalMonths === undefined ? '' : String(renewalMonths),
    earlier: earlierMonths === undefined ? '' : String(earlierMonths),
    start: partsOf(startsOn),
    born: partsOf(bornOn),
    on: partsOf(),
    request: partsOf(),
    directly: directly ? 'yes' : '',
    directlyReason: directly?.reason ?? '',
    reduction: reduction ? String(reduction.months) : '',
    reductionReason: reduction?.reason ?? '',
  };
}

function partsOf(date = ''): DateParts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') };
}
