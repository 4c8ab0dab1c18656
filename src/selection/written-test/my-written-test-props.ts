import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { PageContext } from '../../site/page-context.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import type { Meeting, Moment, SaveRefusal, Texts } from './written-test.ts';

/** A test with the stage that it is of, the minutes this candidate has, and where they stand. */
export type Met = Meeting & { stage: PlannedStage; time: number; moment: Moment };

/** What a form brought that does not stand as its sender meant it; without a refusal it was kept, but not handed in. */
export type Unkept = { texts: Texts; refusal?: SaveRefusal };

export type MyWrittenTestProps = {
  page: PageContext;
  number: string;
  zone: string;
  organisation: Organisation;
  now: Date;
  met: Met | undefined;
  /** All of theirs, where there are several. */
  others: Met[];
  unkept: Unkept | undefined;
  problem: string | undefined;
};
export type MetProps = MyWrittenTestProps & { met: Met };
