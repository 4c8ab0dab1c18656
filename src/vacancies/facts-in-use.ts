import type { NoticeRecord } from '../notices/notice.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { factOf, type Fact } from './notice-fields.ts';

export type FactRules = Pick<Organisation, 'clearances' | 'grades'>;

/** What an organisation must have for a notice to say something of it; every other fact is of every organisation. */
const NEEDS: Partial<Record<Fact, (rules: FactRules) => readonly unknown[]>> = {
  /** One post is the rule, and needs no word. */
  posts: () => [],
  clearance: ({ clearances }) => clearances.levels,
  fastTrack: ({ clearances }) => clearances.fastTrack,
  'contract.twinGradeNote': ({ grades }) => grades.twinGrade,
};

/** Whether a fact is shown and asked for: where the organisation has such a thing, or the notice says it all the same. */
export const isFactInUse = (fact: Fact, notice: NoticeRecord, rules: FactRules): boolean =>
  NEEDS[fact]?.(rules).length !== 0 || Boolean(factOf(notice, fact));
