import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvents } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import type { Db } from '../../schema.ts';
import type { FoundLevel } from './language-result.ts';

/** The levels found at a stage, the last recorded of each language and candidate. */
export async function levelsFoundAt(db: Db, stageId: string): Promise<FoundLevel[]> {
  return db
    .selectFrom('languageResults')
    .distinctOn(['applicationId', 'language'])
    .select(['applicationId as candidate', 'language', 'level'])
    .where('stageId', '=', stageId)
    .orderBy('applicationId')
    .orderBy('language')
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The levels found in a competition, the last recorded of each language and candidate, and whether another stood before. */
export async function levelsFoundIn(db: Db, reference: string): Promise<(FoundLevel & { corrected: boolean })[]> {
  const rows = await db
    .selectFrom('languageResults')
    .innerJoin('selectionStages', 'selectionStages.id', 'stageId')
    .distinctOn(['applicationId', 'language'])
    .select(['applicationId as candidate', 'language', 'level', 'reason'])
    .where('vacancyReference', '=', reference)
    .orderBy('applicationId')
    .orderBy('language')
    .orderBy('recordedAt', 'desc')
    .orderBy('languageResults.id', 'desc')
    .execute();
  return rows.map(({ reason, ...row }) => ({ ...row, corrected: reason !== '' }));
}

type Recorded = {
  stage: { id: string; code: string };
  changes: readonly FoundLevel[];
  /** Numbers of the applications by their ids. */
  numbers: ReadonlyMap<string, string>;
  reason: string;
  actor: Actor;
  at: Date;
};

/** Writes what was found, with an event for each candidate that names no level. */
export async function recordLanguageResults(db: Db, { stage, changes, numbers, reason, actor, at }: Recorded) {
  if (changes.length === 0) return;
  const written = changes.map((change) => {
    const { candidate, language, level } = change;
    const words = { application: numbers.get(candidate) ?? '', stage: stage.code, language, level, reason };
    return { ...change, held: heldWords('language-level', words) };
  });
  await db
    .insertInto('languageResults')
    .values(
      written.map(({ candidate, language, level, held }) => ({
        stageId: stage.id,
        applicationId: candidate,
        language,
        level,
        reason,
        recordedAt: at,
        recordedBy: actor.accountId,
        nonce: held.nonce,
      })),
    )
    .execute();
  const by = doerOf(actor);
  await recordEvents(
    db,
    [...Map.groupBy(written, ({ candidate }) => candidate)].map(([candidate, found]) => ({
      subject: 'application' as const,
      subjectId: numbers.get(candidate) ?? '',
      action: 'language-level-recorded',
      by,
      at,
      details: {
        stage: stage.code,
        languages: found.map(({ language }) => language),
        corrected: reason !== '',
        held: found.map(({ held }) => held.sha256),
      },
    })),
  );
}
