import { caseAddress } from '../conditions/case-address.ts';

/** What is handed over of one appointment, without the language. */
export const handOverAddress = (of: Parameters<typeof caseAddress>[0]): string => `${caseAddress(of)}/hand-over`;

/** All that waits and went out. */
export const QUEUE_ADDRESS = '/staff/hand-over';

/** Where messages to a neighbour go. */
export const endpointAddress = (neighbour: string): string => `${QUEUE_ADDRESS}/neighbours/${neighbour}`;
