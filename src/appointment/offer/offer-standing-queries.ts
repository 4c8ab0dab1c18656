import type { Result } from '../../platform/result.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Db } from '../../schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import { awaitsBudget } from '../../vacancies/approval/approvals.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import type { Appointment, Chosen } from '../conditions/appointment-queries.ts';
import { tracksOf } from '../conditions/track-queries.ts';
import { isSettled } from '../conditions/track.ts';
import { figuresOf, type OfferPlace, type OpenCondition } from './offer-content.ts';
import { obstaclesOf } from './offer-obstacles.ts';
import { offersOf, type KeptOffer } from './offer-queries.ts';
import { composeOffer, type OfferTerms, type TermsRefusal } from './offer-terms.ts';
import type { SendingObstacle } from './offer.ts';

/** The offers of one appointment as they stand at an instant. */
export type OfferStanding = {
  appointment: Appointment;
  place: OfferPlace;
  /** The last first. */
  offers: readonly KeptOffer[];
  offer: KeptOffer | undefined;
  /** What the rules of the day make of the last one; undefined where there is none. */
  terms: Result<OfferTerms, TermsRefusal> | undefined;
  obstacles: readonly SendingObstacle[];
  /** The conditions that are neither met nor waived. */
  open: readonly OpenCondition[];
  notice: NonNullable<Awaited<ReturnType<typeof findVacancy>>>['notice'];
  /** The civil day where the post is. */
  today: string;
};

type Asked = { chosen: Chosen; organisation: Organisation; now: Date };

/** Undefined where the appointment was not begun. */
export async function standingOf(db: Db, { chosen, organisation, now }: Asked): Promise<OfferStanding | undefined> {
  const { appointment, zone } = chosen;
  const vacancy = await findVacancy(db, chosen.reference);
  if (!appointment || !vacancy) return undefined;
  const offers = (await offersOf(db, [appointment.id])).get(appointment.id) ?? [];
  const [offer] = offers;
  const today = civilDayIn(now, zone);
  const terms = offer && composeOffer(organisation, { ...offer.choice, on: today });
  const tracks = (await tracksOf(db, [appointment.id], organisation.appointment.conditions)).get(appointment.id) ?? [];
  return {
    appointment,
    place: placeOf(chosen),
    offers,
    offer,
    terms,
    obstacles: offer
      ? obstaclesOf({
          isChosen: isStanding(chosen),
          budgetPending: awaitsBudget(vacancy),
          planned: appointment.startsOn,
          choice: offer.choice,
          agreement: offer.agreement,
          submitted: offer.figures,
          figures: terms?.ok ? figuresOf(terms.value) : undefined,
          today,
        })
      : [],
    open: tracks
      .filter((track) => !isSettled(track))
      .map(({ condition: { code, name, kind } }) => ({ code, name, medical: kind === 'medical' })),
    notice: vacancy.notice,
    today,
  };
}

/** Whether the decision by which they were chosen stands, and the appointment goes on. */
export const isStanding = ({ chosenAt, appointment }: Pick<Chosen, 'chosenAt' | 'appointment'>): boolean =>
  chosenAt !== undefined && appointment !== undefined && appointment.endedAt === null;

const placeOf = ({ number, reference, title, name, zone }: Chosen): OfferPlace => ({
  application: number,
  vacancy: reference,
  title,
  name,
  zone,
});
