import { sql } from 'kysely';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import type { Db } from '../../schema.ts';
import { duplicatesAmong, type Pair, type Traits, type Verdict } from './duplicates.ts';

export type FoundPair = Pair & {
  numbers: [string, string];
  verdict: { verdict: Verdict; reason: string; by: string; at: Date } | undefined;
};

/** Applications of a vacancy that may be of one person, by number, each with what was found of it. */
export async function duplicatesOf(db: Db, reference: string): Promise<FoundPair[]> {
  const people = await traitsOf(db, reference);
  const numbers = new Map(people.map(({ id, number }) => [id, number]));
  const verdicts = await verdictsOf(db, reference);
  return duplicatesAmong(people)
    .map(({ ids, ...found }) => ({
      ids,
      ...found,
      numbers: [numbers.get(ids[0]) ?? '', numbers.get(ids[1]) ?? ''].toSorted() as [string, string],
      verdict: verdicts.get(ids.join(' ')),
    }))
    .toSorted((a, b) => (a.numbers.join(' ') < b.numbers.join(' ') ? -1 : 1));
}

async function traitsOf(db: Db, reference: string): Promise<(Traits & { number: string })[]> {
  const rows = await db
    .selectFrom('screenedApplications')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .innerJoin('accounts', 'accounts.id', 'applicantId')
    .select(['applications.id', 'number', 'email'])
    .select([
      sql<string>`concat_ws(' ', answers #>> '{identity,givenNames}', answers #>> '{identity,familyName}')`.as('name'),
      sql<string>`coalesce(answers #>> '{identity,telephone}', '')`.as('telephone'),
      sql<string>`coalesce(answers #>> '{identity,bornOn}', '')`.as('bornOn'),
      sql<
        string[]
      >`array(select encode(sha256, 'hex') from application_documents d where d.application_id = applications.id)`.as(
        'documents',
      ),
    ])
    .where('screenedApplications.vacancyReference', '=', reference)
    .where('status', '=', 'submitted')
    .orderBy('number')
    .execute();
  return rows;
}

async function verdictsOf(db: Db, reference: string): Promise<Map<string, FoundPair['verdict']>> {
  const rows = await db
    .selectFrom('screeningDuplicates')
    .innerJoin('screenedApplications', 'screenedApplications.applicationId', 'screeningDuplicates.applicationId')
    .leftJoin('accounts', 'accounts.id', 'decidedBy')
    .select(['screeningDuplicates.applicationId', 'otherId', 'verdict', 'reason', 'decidedAt', 'accounts.name'])
    .where('vacancyReference', '=', reference)
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.applicationId} ${row.otherId}`,
      { verdict: row.verdict as Verdict, reason: row.reason, by: row.name ?? '', at: row.decidedAt },
    ]),
  );
}

type Decided = { pair: FoundPair; verdict: Verdict; reason: string; actor: Actor; at: Date };

/** Notes what a named person found of two applications; said again, the later word stands, and both are events. */
export async function recordVerdict(db: Db, { pair, verdict, reason, actor, at }: Decided): Promise<void> {
  const [applicationId, otherId] = pair.ids;
  const { nonce, sha256 } = heldWords('likeness', { applications: pair.numbers, verdict, reason });
  const said = { verdict, reason, decidedAt: at, decidedBy: actor.accountId, nonce };
  await db
    .insertInto('screeningDuplicates')
    .values({ applicationId, otherId, ...said })
    .onConflict((conflict) => conflict.columns(['applicationId', 'otherId']).doUpdateSet(said))
    .execute();
  for (const [index, number] of pair.numbers.entries()) {
    const details = { verdict, other: pair.numbers[1 - index], held: [sha256] };
    const event = { subject: 'application', subjectId: number, action: 'likeness-judged' } as const;
    await recordEvent(db, { ...event, by: doerOf(actor), at, details });
  }
}
