import { sql, type Transaction } from 'kysely';
import { answersSchema, type Answers } from '../../applications/answers.ts';
import type { ApplicationStatus } from '../../applications/application.ts';
import { entriesOfAll, type Candidate } from '../../applications/stages/stage-queries.ts';
import { positionOf, type StageEntry } from '../../applications/stages/stage-state.ts';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import { permits } from '../../people/permissions.ts';
import type { Language, Translated } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Db, Schema } from '../../schema.ts';
import { blindIn } from '../../screening/screening-queries.ts';
import { listOf, LISTS, type List, type OfferStatus } from './similar-post.ts';

/** Somebody of an earlier competition who agreed to be considered for similar posts. */
export type Listed = Candidate & {
  /** Of the competition that they applied in. */
  reference: string;
  title: Translated;
  grades: string[];
  zone: string;
  list: List;
  /** The decision by which they stand on the list. */
  entry: StageEntry;
  answers: Answers;
  /** What became of an offer of the post that is looked at. */
  offer: OfferStatus | undefined;
};

type LookedAt = { reference: string; selection: Organisation['selection'] };

/**
 * Who may be offered the post of a vacancy: those on the lists of others who agreed and have not applied for it themselves, by list,
 * then by number, which ranks nobody. Nothing for who may not read them, and nobody of a competition in which the reader applies,
 * or screens without seeing whose the applications are.
 */
export async function listedFor(
  db: Db,
  actor: Actor,
  { reference, selection }: LookedAt,
): Promise<Listed[] | undefined> {
  if (!permits(actor.roles, 'similar-posts:read')) return undefined;
  const hidden = await blindIn(db, actor.accountId, selection);
  const rows = (await agreedRows(db, actor, reference)).filter((row) => !hidden.includes(row.reference));
  const entries = await entriesOfAll(
    db,
    rows.map(({ id }) => id),
  );
  const listed = rows.flatMap((row) => listedOf(row, entries.get(row.id) ?? []));
  return listed.toSorted((a, b) => LISTS.indexOf(a.list) - LISTS.indexOf(b.list));
}

type Row = Awaited<ReturnType<typeof agreedRows>>[number];

function listedOf(row: Row, entries: StageEntry[]): Listed[] {
  const entry = entries.at(-1);
  const list = listOf(positionOf(entries));
  if (!list || !entry) return [];
  const { status, language, offer, answers } = row;
  return [
    {
      ...row,
      status: status as ApplicationStatus,
      language: language as Language,
      offer: offer === null ? undefined : (offer as OfferStatus),
      answers: answersSchema.parse(answers),
      entries,
      entry,
      list,
    },
  ];
}

/** Those who agreed, of other vacancies than this one, and have not applied for it. */
function agreedRows(db: Db, actor: Actor, reference: string) {
  return db
    .selectFrom('similarPostConsents')
    .innerJoin('applications', 'applications.id', 'similarPostConsents.applicationId')
    .innerJoin('vacancies', 'vacancies.reference', 'applications.vacancyReference')
    .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
    .leftJoin('similarPostOffers', (join) =>
      join
        .onRef('similarPostOffers.applicationId', '=', 'applications.id')
        .on('similarPostOffers.vacancyReference', '=', reference),
    )
    .select(['applications.id', 'applications.number', 'applications.status', 'applicantId', 'answers'])
    .select(['accounts.name', 'accounts.email', 'accounts.language', 'vacancies.reference', 'deadlineZone as zone'])
    .select(['similarPostOffers.status as offer', sql<Translated>`notice -> 'title'`.as('title')])
    .select(sql<string[]>`coalesce(notice -> 'grades', '[]')`.as('grades'))
    .where('applications.vacancyReference', '<>', reference)
    .where('applications.status', '=', 'submitted')
    .where('applications.vacancyReference', 'not in', (query) =>
      query
        .selectFrom('applications as own')
        .select('own.vacancyReference')
        .where('own.applicantId', '=', actor.accountId)
        .where('own.status', 'in', ['draft', 'submitted']),
    )
    .where('applicantId', 'not in', (query) =>
      query
        .selectFrom('applications as here')
        .select('here.applicantId')
        .where('here.vacancyReference', '=', reference)
        .where('here.status', '=', 'submitted'),
    )
    .orderBy('applications.number')
    .execute();
}

/** Held until the transaction ends, so that nobody withdraws or is offered the same meanwhile. */
export const lockApplications = (db: Transaction<Schema>, numbers: readonly string[]) =>
  db
    .selectFrom('applications')
    .select('id')
    .where('number', 'in', [...numbers])
    .orderBy('id')
    .forUpdate()
    .execute();

export async function hasAgreed(db: Db, applicationId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('similarPostConsents')
    .select('agreedAt')
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();
  return row?.agreedAt;
}

type About = { applicationId: string; number: string; actor: Actor; at: Date };
const about = ({ number, actor, at }: About) =>
  ({ subject: 'application', subjectId: number, by: doerOf(actor), at }) as const;

/** Writes that somebody agrees, or no longer does; what is so already is no event. */
export async function recordAgreement(db: Db, agrees: boolean, of: About): Promise<void> {
  const { applicationId, at } = of;
  const changed = agrees
    ? await db
        .insertInto('similarPostConsents')
        .values({ applicationId, agreedAt: at })
        .onConflict((conflict) => conflict.column('applicationId').doNothing())
        .returning('applicationId')
        .execute()
    : await db
        .deleteFrom('similarPostConsents')
        .where('applicationId', '=', applicationId)
        .returning('applicationId')
        .execute();
  if (changed.length === 0) return;
  await recordEvent(db, { ...about(of), action: agrees ? 'similar-posts-agreed' : 'similar-posts-refused' });
}

/** An offer as its candidate reads it. */
export type Offer = {
  id: string;
  reference: string;
  title: Translated;
  grades: string[];
  status: OfferStatus;
  offeredAt: Date;
  version: number;
};

/** What somebody was offered for one of their applications, the first offered first. */
export async function offersOf(db: Db, applicationId: string): Promise<Offer[]> {
  const rows = await db
    .selectFrom('similarPostOffers')
    .innerJoin('vacancies', 'vacancies.reference', 'similarPostOffers.vacancyReference')
    .select(['similarPostOffers.id', 'reference', 'similarPostOffers.status', 'offeredAt', 'similarPostOffers.version'])
    .select(sql<Translated>`notice -> 'title'`.as('title'))
    .select(sql<string[]>`coalesce(notice -> 'grades', '[]')`.as('grades'))
    .where('applicationId', '=', applicationId)
    .orderBy('offeredAt')
    .orderBy('similarPostOffers.id')
    .execute();
  return rows.map((row) => ({ ...row, status: row.status as OfferStatus }));
}

/** Writes an offer with its reason, which is for the record; the events name the post and the application alone. */
export async function recordOffer(
  db: Db,
  { reference, reason, ...of }: About & { reference: string; reason: string },
): Promise<void> {
  const { applicationId, number, actor, at } = of;
  const { nonce, sha256 } = heldWords('similar-post', { vacancy: reference, application: number, reason });
  await db
    .insertInto('similarPostOffers')
    .values({
      vacancyReference: reference,
      applicationId,
      reason,
      offeredAt: at,
      offeredBy: actor.accountId,
      offeredByName: actor.name,
      endedAt: null,
      nonce,
    })
    .execute();
  const held = [sha256];
  await recordEvent(db, { ...about(of), action: 'similar-post-offered', details: { vacancy: reference, held } });
  const details = { application: of.number, held };
  await recordEvent(db, {
    ...about(of),
    subject: 'vacancy',
    subjectId: reference,
    action: 'similar-post-offered',
    details,
  });
}

type Ended = Pick<Offer, 'id' | 'version' | 'reference'> & { from: OfferStatus; to: OfferStatus };

/** Writes what became of an offer; false where something else did meanwhile. */
export async function recordAnswer(db: Db, { id, version, from, to, reference }: Ended, of: About): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('similarPostOffers')
    .set({ status: to, endedAt: of.at, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', from)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await recordEvent(db, { ...about(of), action: `similar-post-${to}`, details: { vacancy: reference } });
  return true;
}
