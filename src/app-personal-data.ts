import { appointmentData } from './appointment/conditions/own-data-queries.ts';
import { CONTRACT_DATA, CONTRACT_FEED_DATA } from './appointment/calendar/own-data-queries.ts';
import { handOverData } from './appointment/hand-over/own-data-queries.ts';
import { OFFER_DATA } from './appointment/offer/own-data-queries.ts';
import { APPLICATION_DATA } from './applications/personal-data-queries.ts';
import { accommodationData, equalityData, SELECTION_DATA } from './applications/selection-data-queries.ts';
import { COMPETITION_DATA } from './competition/own-data-queries.ts';
import { INTEGRITY_DATA } from './integrity/own-data-queries.ts';
import type { PersonalData } from './people/personal-data.ts';
import { PEOPLE_DATA } from './people/personal-data-queries.ts';
import { PROFILE_DATA } from './people/profile/profile-data-queries.ts';
import type { Context } from './people/context.ts';
import { INVITATIONS_DATA } from './selection/invitations/own-data-queries.ts';
import { REFERENCES_DATA } from './selection/references/own-data-queries.ts';
import { SCORES_DATA } from './selection/own-data-queries.ts';
import { REVIEW_DATA } from './selection/review/own-data-queries.ts';
import { SIMILAR_POSTS_DATA } from './selection/similar-posts/own-data-queries.ts';
import { WRITTEN_TESTS_DATA } from './selection/written-test/own-data-queries.ts';
import { FOLLOW_DATA } from './portal/follow/follow-data-queries.ts';
import { SCREENING_DATA } from './screening/own-data-queries.ts';

/**
 * All that is kept of a person, each feature's part: what is handed out when they ask for their data, and deleted with
 * their account. A table that leads to an account and is named by no part fails `app-personal-data.test.ts`.
 */
export const personalDataWith = (keys: Pick<Context, 'accommodationKeys' | 'equalityKeys'>): PersonalData => [
  ...PEOPLE_DATA,
  ...PROFILE_DATA,
  APPLICATION_DATA,
  ...SELECTION_DATA,
  accommodationData(keys.accommodationKeys),
  equalityData(keys.equalityKeys),
  COMPETITION_DATA,
  SCORES_DATA,
  INTEGRITY_DATA,
  SCREENING_DATA,
  INVITATIONS_DATA,
  REFERENCES_DATA,
  WRITTEN_TESTS_DATA,
  REVIEW_DATA,
  SIMILAR_POSTS_DATA,
  appointmentData(keys.accommodationKeys),
  OFFER_DATA,
  CONTRACT_DATA,
  CONTRACT_FEED_DATA,
  handOverData(keys.accommodationKeys),
  ...FOLLOW_DATA,
];
