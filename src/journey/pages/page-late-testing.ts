import { createHash } from 'node:crypto';
import { enterReceipts } from '../../applications/receipt-log/receipt-log-tasks.ts';
import { insertAccount } from '../../people/people-testing.ts';
import { canonicalJson } from '../../platform/canonical-json.ts';
import { insertInvited, insertStage } from '../../selection/invitations/invitations-testing.ts';
import { recordLateWish } from '../../selection/invitations/late-wish-queries.ts';
import type { ServedApp } from '../journey-app-testing.ts';

type Making = { app: ServedApp; found: Record<string, string> };
type People = { candidateId: string; officerId: string };

const REFERENCE = '260409';
const CODE = 'panel-interview';
const A_MINUTE_MS = 60_000;

/** What comes too late: wishes of 260408; in 260409 a signatory’s conflict, and levels below those of the notice. */
export async function makeLate({ app, found }: Making, people: People): Promise<void> {
  await wishTooLate({ app, found }, people);
  const stageId = await insertStage(app.db, { reference: REFERENCE, code: CODE });
  const { id: accountId } = await insertAccount(app.db, { name: 'Vera Voss', email: 'vera@people.example' });
  const { applicationId, number } = await insertInvited(app.context, { reference: REFERENCE, stage: CODE, accountId });
  await enterReceipts(app.context);
  found['belowLevel'] = number;
  const recorded = { stageId, applicationId, level: 'I', recordedAt: app.now, recordedBy: people.officerId };
  await app.db
    .insertInto('languageResults')
    .values(['en', 'fr'].map((language) => ({ ...recorded, language })))
    .execute();
  await makeSubmitted(app, { applicationId, number, officerId: people.officerId });
}

/** Minutes and another time, wished for once the test of 260408 was closed. */
async function wishTooLate({ app: { db, now }, found }: Making, { candidateId, officerId }: People): Promise<void> {
  const number = found['redoneFor'] ?? '';
  const { id: applicationId } = await db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const about = { stageId: found['redoneStage'] ?? '', stage: 'written-test', candidate: { applicationId, number } };
  const time = { kind: 'time', words: 'My train stood still for three hours.\nI can come on any other day.' } as const;
  const candidate = { kind: 'account', id: candidateId } as const;
  await recordLateWish(db, { wish: time, lateBy: 'closed' }, { ...about, by: candidate, at: now });
  const officer = { kind: 'account', id: officerId } as const;
  const minutes = { wish: { kind: 'minutes', minutes: 20 }, lateBy: 'paper-over', requestId: applicationId } as const;
  await recordLateWish(db, minutes, { ...about, by: officer, at: new Date(now.getTime() + A_MINUTE_MS) });
}

type Submitted = { applicationId: string; number: string; officerId: string };

/** A report that three signed and submitted, and two of them turn out to be recused afterwards. */
async function makeSubmitted({ db, now, context }: ServedApp, { applicationId, number, officerId }: Submitted) {
  const [una, ivo] = [
    await insertAccount(db, { name: 'Una Ek', email: 'una@people.example', roles: ['staff-member'] }),
    await insertAccount(db, { name: 'Ivo Rask', email: 'ivo@people.example', roles: ['staff-member'] }),
  ];
  const panel = [
    { accountId: officerId, name: 'Olga Ost', role: 'panel-chair' },
    { accountId: una.id, name: una.name, role: 'panel-member' },
    { accountId: ivo.id, name: ivo.name, role: 'panel-member' },
  ];
  const after = (minutes: number) => new Date(now.getTime() + minutes * A_MINUTE_MS);
  const textSha256 = createHash('sha256').update(JSON.stringify(context.organisation.panel.declaration.text)).digest();
  await db
    .insertInto('competitionMembers')
    .values(
      panel.map((one, index) => ({ ...one, vacancyReference: REFERENCE, addedAt: after(index), addedBy: officerId })),
    )
    .execute();
  await db
    .insertInto('competitionDeclarations')
    .values(
      panel.map(({ accountId }) => {
        return { vacancyReference: REFERENCE, accountId, candidates: [number], textSha256, signedAt: now };
      }),
    )
    .execute();
  const proposal = { candidate: applicationId, number, outcome: 'not-retained', reason: 'comparison', why: '' };
  const candidate = { number, name: 'Ada Marin' };
  const belowPassMark = [{ candidate, failed: CODE, stages: [] }];
  const content = canonicalJson({ stages: [], order: [], texts: {}, belowPassMark });
  const contentSha256 = createHash('sha256').update(content).digest();
  const frozen = { status: 'submitted', proposals: JSON.stringify([proposal]), content, contentSha256, createdAt: now };
  const { id: reportId } = await db
    .insertInto('selectionReports')
    .values({ vacancyReference: REFERENCE, number: 1, ...frozen })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('reportSignatures')
    .values(panel.map((one, index) => ({ ...one, reportId, contentSha256, signedAt: after(index), means: 'password' })))
    .execute();
  const foundAt = after(panel.length);
  const conflict = { vacancyReference: REFERENCE, applicationId, kind: 'relative', foundBy: 'declared', foundAt };
  await db
    .insertInto('conflictsOfInterest')
    .values([una, ivo].map(({ id }) => ({ ...conflict, accountId: id, reason: 'A cousin.' })))
    .execute();
}

/** Sets the day by which 260405 is to be screened, or takes it back. */
export const screenedBy =
  (day?: string) =>
  async ({ app: { db, now } }: Pick<Making, 'app'>): Promise<void> => {
    await db.deleteFrom('screeningDueDates').where('vacancyReference', '=', '260405').execute();
    if (day === undefined) return;
    const setBy = '00000000-0000-4000-8000-0000000000a2';
    const set = {
      vacancyReference: '260405',
      number: 1,
      dueOn: day,
      reason: 'Two screeners are ill.',
      setAt: now,
      setBy,
    };
    await db.insertInto('screeningDueDates').values(set).execute();
  };
