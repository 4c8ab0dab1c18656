import type { KeptChoice } from './offer-choice.ts';
import type { Agreement } from './offer-content.ts';
import type { SendingObstacle } from './offer.ts';

export type Standing = {
  /** Whether the decision by which they were chosen stands, and nobody ended the appointment. */
  isChosen: boolean;
  budgetPending: boolean;
  /** The first day that was planned for the appointment; null where none was. */
  planned: string | null;
  choice: Pick<KeptChoice, 'person' | 'startsOn'>;
  agreement: Agreement | null;
  /** As they were submitted, and as the rules of today make them; undefined where the rules make no offer of it any more. */
  submitted: string | null;
  figures: string | undefined;
  /** The civil day where the post is. */
  today: string;
};

/** Why an offer cannot be sent as it stands (O2, C9, C10): it can be prepared and approved all the same. */
export function obstaclesOf(standing: Standing): SendingObstacle[] {
  const { isChosen, budgetPending, planned, choice, agreement, submitted, figures, today } = standing;
  const { person, startsOn } = choice;
  const stands: Record<SendingObstacle, boolean> = {
    'not-chosen': !isChosen,
    'budget-pending': budgetPending,
    'no-national-agreement': person === 'seconded' && agreement === null,
    'first-day-past': startsOn <= today,
    'other-first-day': planned !== null && planned !== startsOn,
    'figures-changed': figures === undefined || (submitted !== null && submitted !== figures),
  };
  return (Object.keys(stands) as SendingObstacle[]).filter((obstacle) => stands[obstacle]);
}
