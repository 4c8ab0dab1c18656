import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import type { Chosen } from '../conditions/appointment-queries.ts';
import type { TakenTrack } from '../conditions/track-queries.ts';
import type { TakenItem } from '../verification/verification-queries.ts';
import type { ConditionDocument } from './condition-document.ts';

/** One appointment as its candidate sees it: every track, the medical one too. */
export type OwnCase = {
  chosen: Chosen;
  tracks: readonly TakenTrack[];
  documents: readonly ConditionDocument[];
  /** The studies and posts that are verified. */
  items: readonly TakenItem[];
  /** The civil day where the post is. */
  today: string;
};

export type MyAppointmentProps = {
  page: PageContext;
  /** Of the application. */
  number: string;
  organisation: Organisation;
  cases: readonly OwnCase[];
  errors: FieldError[];
  problem?: string | undefined;
};

export type MyTrackProps = MyAppointmentProps & { one: OwnCase; track: TakenTrack };
