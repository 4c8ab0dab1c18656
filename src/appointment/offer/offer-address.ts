import { caseAddress } from '../conditions/case-address.ts';

type Place = Parameters<typeof caseAddress>[0];

/** Where the offers of one appointment are prepared and sent, without the language. */
export const offerAddress = (place: Place): string => `${caseAddress(place)}/offer`;

/** Where a candidate reads what they are offered, without the language. */
export const myOfferAddress = (number: string): string => `/my/applications/${number}/offer`;
