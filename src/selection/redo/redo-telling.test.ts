import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { insertConflict, insertMember } from '../../screening/screening-testing.ts';
import { insertAccount } from '../../people/people-testing.ts';
import type { CompetitionRole, Role } from '../../people/permissions.ts';
import { testApp } from '../../testing.ts';
import { insertInvited } from '../invitations/invitations-testing.ts';
import { screenAgain } from './redo-queries.ts';
import { insertRedoneCase } from './redo-testing.ts';
import { tellAssessors } from './redo-telling-queries.ts';

const app = await testApp();
afterAll(() => app.close());

let reference = '260800';
let candidate: Awaited<ReturnType<typeof insertInvited>>;
beforeEach(async () => {
  reference = String(Number(reference) + 1);
  await insertClosedVacancy(app.db, reference);
  candidate = await insertInvited(app.context, { reference, stage: 'panel-interview' });
});

const somebody = async (name: string, role: Role = 'staff-member') =>
  (await insertAccount(app.db, { email: `${name}-${reference}@people.example`, name, roles: [role] })).id;
const named = async (name: string, role: CompetitionRole) => {
  const accountId = await somebody(name);
  await insertMember(app.db, { reference, accountId, role, name });
  return accountId;
};
const recused = (accountId: string) => insertConflict(app.db, { reference, accountId, number: candidate.number });

type Opening = { by?: 'panel' | 'outside' | 'nobody'; screeners?: string[] };

/** Who is told what, by the beginning of their address, once a stage is opened again or an application is screened again. */
async function told({ by, screeners }: Opening): Promise<Record<string, string>> {
  const before = (await app.mails()).length;
  const stages = by ? [{ id: 'the-stage', assessedBy: by }] : [];
  const { applicationId } = candidate;
  await tellAssessors(
    app.db,
    { reference, applicationId, stages, screeners },
    { config: app.context.config, at: app.now },
  );
  const mails = (await app.mails())
    .slice(before)
    .filter(({ to }) => to.address.endsWith(`-${reference}@people.example`));
  return Object.fromEntries(
    mails.map(({ to, text }) => [to.name, /\/staff\/vacancies\/\d+\/(.*)$/m.exec(text)?.[1] ?? text]),
  );
}

describe('of a stage that is opened again', () => {
  test('and scored by others, who enters what they found is told, and who leads the panel that reports on it', async () => {
    for (const [name, role] of [
      ['chair', 'panel-chair'],
      ['member', 'panel-member'],
      ['secretary', 'panel-secretary'],
      ['observer', 'observer'],
    ] as const)
      await named(name, role);

    expect(await told({ by: 'outside' })).toEqual({ secretary: 'stages/the-stage/scores', chair: 'report' });
    expect(await told({ by: 'nobody' })).toEqual({ secretary: 'stages/the-stage/languages' });
    expect(await told({ by: 'panel' })).toEqual({
      chair: 'stages/the-stage/scores',
      member: 'stages/the-stage/scores',
    });
  });

  test('nobody is told who has a conflict with the candidate; without a secretary, who recruits, unless they apply there', async () => {
    await recused(await named('chair', 'panel-chair'));
    await recused(await named('secretary', 'panel-secretary'));
    await somebody('recruiter', 'recruiter');
    const applying = await somebody('applying', 'recruiter');
    await insertInvited(app.context, { reference, stage: 'panel-interview', accountId: applying });

    expect(await told({ by: 'outside' })).toEqual({ recruiter: 'stages/the-stage/scores' });
  });
});

describe('an application that is examined again', () => {
  test('is for those who screened it and still may; where they are too few, who shares out is told', async () => {
    const { applicationId } = candidate;
    const stays = await named('stays', 'screener');
    const other = await named('other', 'screener');
    const [ended, conflicted] = [await named('ended', 'screener'), await named('conflicted', 'screener')];
    await somebody('recruiter', 'recruiter');
    await recused(conflicted);
    const ending = { removedAt: app.now, removedBy: stays, removalReason: 'On leave.' };
    await app.db.updateTable('competitionMembers').set(ending).where('accountId', '=', ended).execute();
    const begun = { requirements: '[]', begunAt: app.now, begunBy: stays };
    await app.db
      .insertInto('screenings')
      .values({ ...begun, vacancyReference: reference, screeners: 2, anonymousUntil: null })
      .execute();
    await app.db
      .insertInto('screenedApplications')
      .values({ applicationId, vacancyReference: reference, rules: '[]' })
      .execute();
    const sheets = [stays, ended, conflicted].map((screenerId) => ({ applicationId, screenerId }));
    const assigned = { assignedAt: app.now, assignedBy: stays, outcome: null, savedAt: null, signedAt: null };
    await app.db
      .insertInto('screeningSheets')
      .values(sheets.map((sheet) => ({ ...sheet, ...assigned })))
      .execute();
    const reviewId = await insertRedoneCase(app.db, { applicationId, by: other, decidedAt: app.now });

    const screeners = await screenAgain(app.db, { reviewId, applicationId, at: app.now, by: other });

    expect(screeners).toEqual([stays]);
    const kept = app.db.selectFrom('screeningSheets').select('screenerId').where('applicationId', '=', applicationId);
    expect(await kept.execute()).toEqual([{ screenerId: stays }]);
    const aside = app.db.selectFrom('voidedResults').select('accountId').where('kind', '=', 'screening-sheet');
    expect(await aside.where('applicationId', '=', applicationId).execute()).toHaveLength(3);
    expect(await told({ screeners })).toEqual({ stays: 'screening', recruiter: 'screening/arrangement' });
    expect(await told({ screeners: [stays, other] })).toEqual({ stays: 'screening', other: 'screening' });
  });
});
