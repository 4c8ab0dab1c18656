import { insertClosedVacancy } from '../../../applications/stages/selection-testing.ts';
import { enterReceipts } from '../../../applications/receipt-log/receipt-log-tasks.ts';
import { TEST_PASSWORD } from '../../../people/people-testing.ts';
import { insertApplicant } from '../../../screening/screening-testing.ts';
import { invite, nameMember, signReport } from '../../../selection/panel-testing.ts';
import { planOf } from '../../../selection/plan/plan-queries.ts';
import { reportsOf } from '../../../selection/decision/report-queries.ts';
import type { Client, Form, TestApp } from '../../../testing.ts';

/** Who decides in a small competition, and who applied. */
export type SmallCompetition = {
  reference: string;
  manager: Client;
  chair: Client;
  member: Client;
  authority: Client;
  applicants: Client[];
  numbers: string[];
};

const POINTS = [5, 4, 1];
const OUTCOMES = ['selected', 'reserve-listed', 'not-retained'];

/** A competition from its panel to its letters, by the forms of those who take part. */
export async function decidedCompetition(app: TestApp, reference: string): Promise<SmallCompetition> {
  const competition = await scoredCompetition(app, reference);
  await decide(app, competition);
  return competition;
}

/** The same, whose report was returned by the authority, and decided when it was written again. */
export async function returnedCompetition(app: TestApp, reference: string): Promise<SmallCompetition> {
  const competition = await scoredCompetition(app, reference);
  await submit(app, competition);
  await answer(app, competition, {
    action: 'return',
    'decision-reason': 'The second paragraph contradicts the first.',
  });
  await decide(app, competition);
  return competition;
}

async function scoredCompetition(app: TestApp, reference: string): Promise<SmallCompetition> {
  await insertClosedVacancy(app.db, reference);
  const numbers: string[] = [];
  const applicants: Client[] = [];
  for (const [at] of POINTS.entries()) {
    const letter = { text: `The letter of candidate ${at}.`, fileName: 'letter.pdf' };
    const applicant = await app.signedInAs('applicant');
    const { accountId } = applicant;
    applicants.push(applicant);
    numbers.push(
      (await insertApplicant(app.context, reference, { accountId, familyName: `Marin ${at}`, letter })).number,
    );
  }
  await enterReceipts(app.context);
  const manager = await app.signedInAs('recruitment-manager');
  const [chair, member, authority] = [
    await app.signedInAs('staff-member'),
    await app.signedInAs('staff-member'),
    await app.signedInAs('staff-member'),
  ];
  const competition = { reference, manager, chair, member, authority, applicants, numbers };
  for (const [person, name, role] of [
    [chair, 'Ellen Dahl', 'panel-chair'],
    [member, 'Rolf Engen', 'panel-member'],
    [authority, 'Tove Gran', 'appointing-authority'],
  ] as const)
    await nameMember(app, { manager, person, name, role, reference });
  await score(app, competition);
  return competition;
}

const baseOf = ({ reference }: SmallCompetition) => `/en/staff/vacancies/${reference}`;

async function score({ db }: TestApp, competition: SmallCompetition): Promise<void> {
  const { reference, manager, chair, member, numbers } = competition;
  const base = baseOf(competition);
  await manager.post(`${base}/stages`, { code: 'panel-interview' });
  const [stage] = await planOf(db, reference);
  const here = `${base}/stages/${stage?.id}`;
  const key = /name="weight-(c\w+)"/.exec((await manager.get(here)).text)?.[1] ?? '';
  const question = { [`question-en-${key}`]: 'When?', [`question-fr-${key}`]: 'Quand ?' };
  const counts = { version: '1', weight: '100', 'pass-mark': '50', 'assessed-by': 'panel', [`weight-${key}`]: '1' };
  await manager.post(here, { ...counts, ...question });
  await manager.post(`${here}/opening`);
  await invite(manager, reference, { numbers, stage: 'panel-interview' });
  for (const person of [chair, member]) await person.post(`${base}/declaration`, { declares: 'yes' });
  for (const [at, given] of POINTS.entries()) {
    const sheet = `${here}/scores/${numbers[at]}`;
    const form = { [`points-${key}`]: String(given), [`note-${key}`]: 'Heard.', do: 'sign' };
    for (const person of [chair, member]) await person.post(sheet, form);
    await chair.post(`${sheet}/agreement`, { [`agreed-points-${key}`]: String(given), [`agreed-note-${key}`]: '' });
  }
  await manager.post(`${here}/closing`);
}

async function decide(app: TestApp, competition: SmallCompetition): Promise<void> {
  await submit(app, competition);
  await answer(app, competition, { action: 'accept' });
  await competition.manager.post(`${baseOf(competition)}/report/release`);
}

/** The report is written, frozen, signed by each and submitted. */
async function submit({ db }: TestApp, competition: SmallCompetition): Promise<void> {
  const { reference, chair, member, numbers } = competition;
  const here = `${baseOf(competition)}/report`;
  await chair.post(here);
  const [report] = await reportsOf(db, reference);
  const proposals: Form = Object.fromEntries(
    OUTCOMES.flatMap((outcome, at) => [
      [`outcome-${numbers[at]}`, outcome],
      [`reason-${numbers[at]}`, outcome === 'not-retained' ? 'comparison' : ''],
    ]),
  );
  const version = String(report?.version);
  await chair.post(`${here}/draft`, { ...proposals, version, 'text-en': 'A strong field.', do: 'freeze' });
  await signReport(chair, here);
  await signReport(member, here, { dissent: 'The second is as good.' });
  await chair.post(`${here}/submission`);
}

async function answer({ db }: TestApp, competition: SmallCompetition, form: Form): Promise<void> {
  const [report] = await reportsOf(db, competition.reference);
  const version = String(report?.version);
  const signed = { ...form, currentPassword: TEST_PASSWORD, version };
  const { location } = await competition.authority.post(`${baseOf(competition)}/report/decision`, signed);
  if (location?.includes('done=decided') !== true) throw new Error('Not decided');
}
