import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import type { AskedPage } from './transcription.ts';

/** The pages of an application that were asked for, with what was written down of them. */
export async function askedPages(db: Db, applicationId: string): Promise<AskedPage[]> {
  const rows = await db
    .selectFrom('screeningPages')
    .select(['kind', 'page', 'reason', 'askedAt', 'transcription'])
    .where('applicationId', '=', applicationId)
    .orderBy('kind')
    .orderBy('page')
    .execute();
  return rows.map(({ transcription, ...row }) => ({ ...row, transcription: transcription ?? undefined }));
}

/** A page that waits to be written down; `applicationId` of whose document it is. */
export type WaitingPage = Omit<AskedPage, 'transcription'> & { applicationId: string; number: string };

/** The pages of a vacancy that wait, the longest waiting first; those of one's own application and those one may not judge aside. */
export const waitingPages = (db: Db, reference: string, accountId: string): Promise<WaitingPage[]> =>
  db
    .selectFrom('screeningPages')
    .innerJoin('screenedApplications', 'screenedApplications.applicationId', 'screeningPages.applicationId')
    .innerJoin('applications', 'applications.id', 'screenedApplications.applicationId')
    .select(['screeningPages.applicationId', 'number', 'kind', 'page', 'screeningPages.reason', 'askedAt'])
    .where('screenedApplications.vacancyReference', '=', reference)
    .where('answeredAt', 'is', null)
    .where('status', '=', 'submitted')
    .where('applicantId', '!=', accountId)
    .where(
      sql<boolean>`not exists (select from conflicts_of_interest c where c.application_id = screening_pages.application_id
        and c.account_id = ${accountId} and c.cleared_at is null)`,
    )
    .orderBy('askedAt')
    .orderBy('number')
    .orderBy('kind')
    .orderBy('page')
    .execute();

type Asking = { applicationId: string; number: string; kind: string; page: number; reason: string };
type By = { actor: Actor; at: Date };

/** Asks for a page, once whoever asks; that it was asked for is an event. */
export async function recordAsked(db: Db, { number, ...asking }: Asking, { actor, at }: By): Promise<void> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('screeningPages')
    .values({ ...asking, askedBy: actor.accountId, askedAt: at })
    .onConflict((conflict) => conflict.columns(['applicationId', 'kind', 'page']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return;
  const details = { kind: asking.kind, page: asking.page };
  await recordEvent(db, { ...about(number, actor), action: 'page-asked-for', at, details });
}

/** Keeps what was written down of a page; false where somebody has done so meanwhile. */
export async function recordTranscription(
  db: Db,
  { applicationId, number, kind, page }: Pick<WaitingPage, 'applicationId' | 'number' | 'kind' | 'page'>,
  { transcription, actor, at }: By & { transcription: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('screeningPages')
    .set({ transcription, answeredBy: actor.accountId, answeredAt: at })
    .where('applicationId', '=', applicationId)
    .where('kind', '=', kind)
    .where('page', '=', page)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await recordEvent(db, { ...about(number, actor), action: 'page-transcribed', at, details: { kind, page } });
  return true;
}

const about = (number: string, actor: Actor) =>
  ({ subject: 'application', subjectId: number, by: doerOf(actor) }) as const;
