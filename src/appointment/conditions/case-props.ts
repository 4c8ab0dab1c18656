import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { DateParts } from '../../site/date-field.tsx';
import type { FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import type { Chosen } from './appointment-queries.ts';
import type { TakenTrack } from './track-queries.ts';
import type { TrackAction } from './track.ts';
import type { AppointingObstacle } from '../appointing/appointing.ts';
import type { ConditionDocument, Sent } from '../candidate/condition-document.ts';
import type { TakenItem } from '../verification/verification-queries.ts';

export type CaseProps = {
  page: PageContext;
  chosen: Chosen;
  organisation: Organisation;
  /** Those that the reader may see, in the organisation's order. */
  tracks: readonly TakenTrack[];
  /** What the reader may do on each, by its code. */
  actions: ReadonlyMap<string, readonly TrackAction[]>;
  /** What stands before the appointment, of what the reader sees. */
  before: readonly AppointingObstacle[];
  /** Whether a condition that they do not see stands in the way. */
  otherObstacle: boolean;
  /** From which day they can be appointed; undefined while they cannot. */
  from: string | undefined;
  mayMake: boolean;
  today: string;
  /** The studies and posts that are verified. */
  items: readonly TakenItem[];
  /** For what the candidate has sent something. */
  sent: readonly Sent[];
  /** The files of the conditions whose office the reader is of. */
  documents: readonly ConditionDocument[];
  mayVerify: boolean;
  mayArrange: boolean;
  mayReadOffers: boolean;
  mayReadContracts: boolean;
  mayReadHandOver: boolean;
  mayReadApplication: boolean;
  typedDay?: DateParts | undefined;
  errors: FieldError[];
  problem?: string | undefined;
};
