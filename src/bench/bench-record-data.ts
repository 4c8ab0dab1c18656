import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { findOwnApplication } from '../applications/application-queries.ts';
import { insertDraft, submitApplication } from '../applications/application-testing.ts';
import { COVER_LETTER } from '../applications/documents/document-testing.ts';
import { storeDocument } from '../applications/documents/document-queries.ts';
import { recordMessages } from '../applications/messages/message-queries.ts';
import { enterWaiting } from '../applications/receipt-log/receipt-log-queries.ts';
import { recordSteps, type Candidate } from '../applications/stages/stage-queries.ts';
import type { StageEntry } from '../applications/stages/stage-state.ts';
import type { Actor } from '../people/actor.ts';
import type { Context } from '../people/context.ts';
import { logName } from '../people/signing-key/public-key.ts';
import { insertAccount } from '../people/people-testing.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { copy } from './bench-screening.ts';

const A_DAY_MS = 24 * 3_600_000;
const MESSAGE = 'We thank you for your application, which was read with care. '.repeat(50);

export const MANY_VACANCIES = 300;
const APPLICATIONS_OF_EACH = 20;

export type Size = { reference: string; applications: number; documentBytes: number; events: number };

/** A closed competition, as many events of other matters before it, its own until there are so many. */
export async function fillLargest(context: Context, size: Size, others: number): Promise<void> {
  await otherEvents(context, others);
  await fill(context, size);
  await sql`analyze`.execute(context.db);
}

/** Some hundred competitions of the usual size. */
export async function fillMany(context: Context): Promise<void> {
  for (let index = 0; index < MANY_VACANCIES; index += 1) {
    const reference = String(263_000 + index);
    await fill(context, { reference, applications: APPLICATIONS_OF_EACH, documentBytes: 1_000, events: 0 });
  }
  await sql`analyze`.execute(context.db);
}

async function fill(context: Context, { reference, applications, documentBytes, events }: Size): Promise<void> {
  const { db, organisation, clock } = context;
  const closed = new Date(clock().getTime() - A_DAY_MS);
  const before = new Date(closed.getTime() - A_DAY_MS);
  const asked = { reference, deadlineAt: closed, closedAt: closed, notice: { attachments: [COVER_LETTER] } } as const;
  await insertVacancy(db, { ...asked, status: 'closed' });
  const manager = await insertAccount(db, { roles: ['recruitment-manager'] });
  const { id: accountId } = await insertAccount(db);
  const number = await insertDraft(db, { accountId, reference });
  const application = await findOwnApplication(db, { accountId, number });
  if (!application) throw new Error('no draft');
  const content = randomBytes(documentBytes);
  const file = { fileName: 'letter.pdf', content, format: 'pdf', pages: 1, remarks: [], scan: 'clean' } as const;
  await db.transaction().execute((one) => storeDocument(one, { application, kind: 'cover-letter', file }, before));
  await submitApplication(db, { accountId, number, rules: organisation }, before);
  await copy(context, { number, count: applications - 1 });
  await completeCopies(context, reference, number);
  await enterReceipts(context);
  const candidates = await candidatesOf(context, reference);
  const actor = { accountId: manager.id, roles: ['recruitment-manager'] } as unknown as Actor;
  await tell(context, { candidates, actor });
  await moreEvents(context, { reference, candidates, actor, events });
}

/** Documents, events and the place in the log of applications that were copied. */
async function completeCopies({ db }: Context, reference: string, number: string): Promise<void> {
  const copies = sql`(select * from applications where vacancy_reference = ${reference} and number <> ${number})`;
  await sql`insert into application_documents
      (application_id, kind, file_name, media_type, size_bytes, pages, sha256, content, uploaded_at, scan,
        scanned_at)
    select c.id, d.kind, d.file_name, d.media_type, d.size_bytes, d.pages, d.sha256, d.content, d.uploaded_at, d.scan,
      d.scanned_at
    from ${copies} c, applications a join application_documents d on d.application_id = a.id
    where a.number = ${number}`.execute(db);
  await sql`insert into events (at, actor_kind, actor_id, subject, subject_id, action, details)
    select r.received_at, 'account', c.applicant_id, 'application', c.number, 'submit', e.details
    from ${copies} c join receipts r on r.application_id = c.id, events e
    where e.subject_id = ${number} and e.action = 'submit'`.execute(db);
  await sql`insert into receipts_to_enter (application_id, before_log)
    select id, true from ${copies} c`.execute(db);
}

async function enterReceipts({ db, config, secret, clock }: Context): Promise<void> {
  const signer = { name: logName(config.PUBLIC_URL), secret };
  while ((await enterWaiting(db, { signer, tell: () => Promise.resolve() }, clock())) > 0);
}

async function candidatesOf({ db }: Context, reference: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('applications')
    .select(['id', 'number', 'applicantId'])
    .where('vacancyReference', '=', reference)
    .orderBy('number')
    .execute();
  const nobody = { name: 'Ada Marin', email: 'ada@people.example', language: 'en', status: 'submitted' } as const;
  return rows.map((row) => ({ ...row, ...nobody, entries: [] }));
}

type Telling = { candidates: readonly Candidate[]; actor: Actor };

/** A message of 3 kB to each, and the two steps by which most competitions end for most people. */
async function tell({ db, clock }: Context, { candidates, actor }: Telling): Promise<void> {
  const at = clock();
  const text = { subject: { en: 'Thank you' }, body: { en: MESSAGE }, replies: false };
  const taken = { stage: null, dueOn: null, enteredAt: at, actorId: actor.accountId, note: {} };
  const review: StageEntry = { ...taken, number: 1, position: 'under-review', reason: null, told: null };
  const told = { en: 'Others met more of what was asked.', fr: 'D’autres répondaient mieux à ce qui était demandé.' };
  const end: StageEntry = { ...taken, number: 2, position: 'not-retained', reason: 'comparison', told };
  await db.transaction().execute(async (transaction) => {
    await recordMessages(transaction, { candidates, text, actor }, at);
    for (const [action, entry] of [
      ['review', review],
      ['not-retain', end],
    ] as const)
      await recordSteps(
        transaction,
        actor,
        candidates.map((candidate) => ({ candidate, action, entry })),
      );
  });
}

/** Looks at applications, until a competition has so many events. */
async function moreEvents(
  { db, clock }: Context,
  { reference, candidates, actor, events }: Telling & Pick<Size, 'reference' | 'events'>,
): Promise<void> {
  const looks = Math.ceil(events / candidates.length) - 4;
  for (let turn = 0; turn < looks; turn += 1)
    await sql`insert into events (at, actor_kind, actor_id, subject, subject_id, action, details)
      select ${clock()}, 'account', ${actor.accountId}::uuid, 'application', number, 'opened', '{"part": "answers"}'
      from applications where vacancy_reference = ${reference} order by number`.execute(db);
}

const AT_ONCE = 20_000;

async function otherEvents({ db, clock }: Context, count: number): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE)
    await sql`insert into events (at, actor_kind, subject, subject_id, action, details)
      select ${clock()}, 'system', 'account', gen_random_uuid()::text, 'signed-in', '{"by": "password"}'
      from generate_series(1, ${Math.min(AT_ONCE, count - from)}::int)`.execute(db);
}
