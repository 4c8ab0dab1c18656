import { shownInstant } from '../invitations/schedule-form.ts';
import type { TestFor } from './written-test.ts';

/** Somebody who writes a test anew after a review, with the time in which they may begin. */
export type WritesAgain = { number: string; applicationId: string; test: TestFor; begun: boolean };

/** The form of one candidate's window as it is set. */
export const formOfWindow = ({ number, test }: WritesAgain, zone: string): Record<string, string> =>
  test.again?.isSet
    ? {
        ...shownInstant(`opens-${number}`, test.opensAt, zone),
        ...shownInstant(`closes-${number}`, test.closesAt, zone),
      }
    : {};
