import type { Db } from '../../schema.ts';
import { reopenedAt } from '../redo/redo-queries.ts';
import { candidatesAtStage } from '../scores/score-queries.ts';
import type { WritesAgain } from './test-window.ts';
import { findPaper, testFor } from './written-test-queries.ts';
import type { WrittenTest } from './written-test.ts';

type Place = { vacancy: { reference: string }; stage: { id: string; code: string } };

/** Those for whom a review opened a test again. */
export async function writtenAgain(db: Db, { vacancy, stage }: Place, test: WrittenTest): Promise<WritesAgain[]> {
  const reopened = await reopenedAt(db, stage.id);
  const candidates = await candidatesAtStage(db, vacancy.reference, stage.code);
  const again = candidates.filter(({ applicationId }) => reopened.has(applicationId));
  return Promise.all(
    again.map(async ({ number, applicationId }) => ({
      number,
      applicationId,
      test: await testFor(db, test, applicationId),
      begun: (await findPaper(db, { stageId: stage.id, applicationId })) !== undefined,
    })),
  );
}
