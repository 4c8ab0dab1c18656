import type { Language } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { civilDayIn, formatDate } from '../../site/dates.ts';
import type { KeptOffer } from './offer-queries.ts';
import { OFFER_TEXTS } from './offer-texts.ts';
import { approvalDue } from './offer.ts';

type Rules = Organisation['appointment']['offer'];

/** Whose step it is on an offer, in words; undefined where it is nobody's. */
export function whoseStep(
  offer: Pick<KeptOffer, 'state' | 'approved' | 'answerBy'>,
  rules: Rules,
  language: Language,
): string | undefined {
  const t = OFFER_TEXTS[language];
  const due = approvalDue(rules, offer);
  switch (offer.state) {
    case 'draft':
      return t.draftStep;
    case 'in-approval':
      return due && t.approvalStep(due.name[language], t.roles[due.by]);
    case 'approved':
      return t.sendingStep;
    case 'sent':
      return t.candidateStep(formatDate(offer.answerBy ?? '', language));
    case 'declined':
    case 'lapsed':
      return t.overStep;
    case 'accepted':
    case 'withdrawn':
      return undefined;
    default:
      return assertNever(offer.state);
  }
}

/** Since when an offer waits: the civil day of its last step, `YYYY-MM-DD` where the post is. */
export const waitsSince = ({ steps }: Pick<KeptOffer, 'steps'>, zone: string): string | undefined => {
  const last = steps.at(-1);
  return last && civilDayIn(last.takenAt, zone);
};
