import { requirementsOf } from '../../../applications/answers.ts';
import { enterReceipts } from '../../../applications/receipt-log/receipt-log-tasks.ts';
import { insertClosedVacancy } from '../../../applications/stages/selection-testing.ts';
import { insertApplicant } from '../../../screening/screening-testing.ts';
import { hidden, nameMember, takeStep } from '../../../selection/panel-testing.ts';
import { planOf } from '../../../selection/plan/plan-queries.ts';
import { haveRedone } from '../../../selection/redo/redo-testing.ts';
import type { Client, Form, TestApp } from '../../../testing.ts';
import { findVacancy } from '../../../vacancies/vacancy-queries.ts';

/** A competition that is screened by two, turned one down, and has levels of language for the other. */
export type ScreenedCompetition = {
  reference: string;
  manager: Client;
  screeners: Client[];
  applicants: Client[];
  numbers: string[];
};

const RULES = ['nationality', 'languages', 'reception'];
export const SCREENED_STAGE = 'panel-interview';

export async function screenedCompetition(app: TestApp, reference: string): Promise<ScreenedCompetition> {
  await insertClosedVacancy(app.db, reference);
  const numbers: string[] = [];
  const applicants: Client[] = [];
  for (const familyName of ['Marin', 'Solberg']) {
    const applicant = await app.signedInAs('applicant', 'fr');
    const { accountId } = applicant;
    const letter = { text: `The letter of ${familyName}.`, fileName: 'letter.pdf' };
    numbers.push((await insertApplicant(app.context, reference, { accountId, familyName, letter })).number);
    applicants.push(applicant);
  }
  await enterReceipts(app.context);
  const manager = await app.signedInAs('recruitment-manager');
  const screeners = [await app.signedInAs('staff-member'), await app.signedInAs('staff-member')];
  for (const [at, person] of screeners.entries())
    await nameMember(app, { manager, person, name: `Screener ${at}`, role: 'screener', reference });
  const competition = { reference, manager, screeners, applicants, numbers };
  const base = baseOf(competition);
  const among = screeners.map(({ accountId = '' }) => accountId);
  await manager.post(`${base}/screening/arrangement`, { do: 'begin' });
  await manager.post(`${base}/screening/arrangement`, { do: 'assign', among });
  await screen(app, competition, ['not-met', 'met']);
  await testLanguages(app, competition);
  await takeStep(manager, reference, { position: 'received', numbers: numbers.slice(0, 1), action: 'review' });
  const turnDown = { numbers: numbers.slice(0, 1), action: 'not-retain', reason: 'comparison' };
  await takeStep(manager, reference, { position: 'under-review', ...turnDown });
  return competition;
}

const baseOf = ({ reference }: ScreenedCompetition) => `/en/staff/vacancies/${reference}`;

/** Both screeners find the same of these applications and sign, and the results are settled. */
export async function screen({ db }: TestApp, competition: ScreenedCompetition, findings: string[]): Promise<void> {
  const { reference, manager, screeners, numbers } = competition;
  const base = `${baseOf(competition)}/screening`;
  const notice = (await findVacancy(db, reference))?.notice;
  const all = notice ? requirementsOf(notice) : [];
  const essential = all.filter(({ kind }) => kind === 'essential').map(({ key }) => key);
  const desirable = all.filter(({ kind }) => kind === 'desirable').map(({ key }) => key);
  const [key = ''] = essential;
  for (const [at, finding] of findings.entries()) {
    const wished = finding === 'met' ? desirable.map((wish) => [`finding-${wish}`, 'full']) : [];
    const met = [...RULES, ...essential.slice(1)].map((other) => [`finding-${other}`, 'met']);
    const own = { [`finding-${key}`]: finding, [`reason-${key}`]: finding === 'met' ? '' : 'No degree is shown.' };
    for (const screener of screeners) {
      const here = `${base}/${numbers[at]}`;
      const version = hidden((await screener.get(here)).text, 'version');
      const form = { ...(Object.fromEntries([...met, ...wished]) as Form), ...own, version, do: 'sign' };
      const { location } = await screener.post(here, form);
      if (location?.includes('done=signed') !== true) throw new Error('Not signed');
    }
  }
  const mark = hidden((await manager.get(`${base}/settlement`)).text, 'mark');
  await manager.post(`${base}/settlement`, { mark });
}

async function testLanguages({ db }: TestApp, competition: ScreenedCompetition): Promise<void> {
  const { reference, manager, numbers } = competition;
  const base = baseOf(competition);
  await manager.post(`${base}/stages`, { code: SCREENED_STAGE });
  const [stage] = await planOf(db, reference);
  await db
    .updateTable('selectionStages')
    .set({ assessedBy: 'nobody' })
    .where('id', '=', stage?.id ?? '')
    .execute();
  await manager.post(`${base}/stages/${stage?.id}/opening`);
  const [, invited = ''] = numbers;
  await takeStep(manager, reference, { position: 'received', numbers: [invited], action: 'review' });
  const invite = { position: 'under-review', numbers: [invited], action: 'invite', stage: SCREENED_STAGE };
  await takeStep(manager, reference, invite);
  await manager.post(`${base}/stages/${stage?.id}/languages`, {
    [`level-${invited}-en`]: 'IV',
    [`level-${invited}-fr`]: 'II',
  });
}

/** Has the screening of the one who was turned down done again, who is then found to meet what is asked. */
export async function screenedAgain(app: TestApp, competition: ScreenedCompetition): Promise<void> {
  const { reference, manager, numbers, applicants } = competition;
  const [candidate = manager] = applicants;
  const [number = ''] = numbers;
  const reviewer = await app.signedInAs('staff-member');
  await haveRedone(app, { reference, number, candidate, manager, reviewer, from: 'screening', reach: 'step' });
  await screen(app, competition, ['met']);
}
