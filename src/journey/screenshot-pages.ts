import type { Page } from 'playwright-core';
import type { Subject } from './screenshot-subject.ts';

/** Who looks: nobody we know, a candidate with applications, one without, a recruiter. */
export const VIEWERS = ['visitor', 'candidate', 'newcomer', 'recruiter'] as const;
export type Viewer = (typeof VIEWERS)[number];

/** A page to look at, and what is done on it before. */
export type Shot = { name: string; viewer: Viewer; path: string; prepare?: (page: Page) => Promise<void> };

/** The applications that stand in the demonstration for the candidate. */
export type Applications = { draft: string; submitted: string };

export const shotsOf = (subject: Subject, applications: Applications): Shot[] => [
  ...visitorShots(subject),
  ...candidateShots(applications),
  ...recruiterShots(subject, applications),
];

const eligibility = ({ vacancy }: Subject): string => `/vacancies/${vacancy}/eligibility`;

const visitorShots = (subject: Subject): Shot[] => [
  { name: 'list', viewer: 'visitor', path: '/vacancies' },
  { name: 'list-nothing-found', viewer: 'visitor', path: '/vacancies?q=zzz' },
  { name: 'vacancy', viewer: 'visitor', path: `/vacancies/${subject.vacancy}` },
  { name: 'eligibility', viewer: 'visitor', path: eligibility(subject) },
  {
    name: 'eligibility-yes',
    viewer: 'visitor',
    path: eligibility(subject),
    prepare: asksAs(subject.candidate.nationality),
  },
  { name: 'eligibility-no', viewer: 'visitor', path: eligibility(subject), prepare: asksAs(subject.stranger) },
  { name: 'sign-up', viewer: 'visitor', path: '/accounts/new' },
  { name: 'sign-up-errors', viewer: 'visitor', path: '/accounts/new', prepare: sendsForm },
  { name: 'sign-in', viewer: 'visitor', path: '/sign-in' },
  { name: 'forgotten', viewer: 'visitor', path: '/password/forgotten' },
  { name: 'regulations', viewer: 'visitor', path: '/regulations' },
  { name: 'regulations-another-day', viewer: 'visitor', path: '/regulations?on=2019-06-01' },
  { name: 'accessibility', viewer: 'visitor', path: '/accessibility' },
  { name: 'not-found', viewer: 'visitor', path: '/nothing' },
];

const candidateShots = ({ draft, submitted }: Applications): Shot[] => [
  { name: 'my-applications-empty', viewer: 'newcomer', path: '/my/applications' },
  { name: 'my-applications', viewer: 'candidate', path: '/my/applications' },
  { name: 'account', viewer: 'candidate', path: '/my/account' },
  { name: 'tasks', viewer: 'candidate', path: `/my/applications/${draft}` },
  { name: 'step-identity', viewer: 'candidate', path: `/my/applications/${draft}/identity` },
  { name: 'step-languages', viewer: 'candidate', path: `/my/applications/${draft}/languages` },
  { name: 'step-requirements', viewer: 'candidate', path: `/my/applications/${draft}/requirements` },
  { name: 'step-requirements-errors', viewer: 'candidate', path: `/my/applications/${draft}/requirements?check` },
  { name: 'step-documents', viewer: 'candidate', path: `/my/applications/${draft}/documents` },
  { name: 'step-declarations', viewer: 'candidate', path: `/my/applications/${draft}/declarations` },
  { name: 'review-and-submit', viewer: 'candidate', path: `/my/applications/${draft}/review` },
  { name: 'submitted', viewer: 'candidate', path: `/my/applications/${submitted}` },
  { name: 'receipt', viewer: 'candidate', path: `/my/applications/${submitted}/receipt` },
  { name: 'withdrawal', viewer: 'candidate', path: `/my/applications/${submitted}/withdrawal` },
];

const recruiterShots = ({ vacancy, empty, inDoubt }: Subject, { submitted }: Applications): Shot[] => [
  { name: 'staff-list', viewer: 'recruiter', path: '/staff/vacancies' },
  { name: 'staff-list-no-match', viewer: 'recruiter', path: '/staff/vacancies?text=zzz' },
  { name: 'contract-planner', viewer: 'recruiter', path: '/staff/contract-planner' },
  { name: 'contract-planned', viewer: 'recruiter', path: '/staff/contract-planner', prepare: plansContract },
  { name: 'import', viewer: 'recruiter', path: '/staff/vacancies/import' },
  { name: 'import-errors', viewer: 'recruiter', path: '/staff/vacancies/import', prepare: sendsForm },
  { name: 'review', viewer: 'recruiter', path: `/staff/vacancies/${inDoubt}` },
  { name: 'edit-header', viewer: 'recruiter', path: `/staff/vacancies/${inDoubt}/edit/header` },
  { name: 'edit-summary', viewer: 'recruiter', path: `/staff/vacancies/${inDoubt}/edit/summary` },
  { name: 'edit-items', viewer: 'recruiter', path: `/staff/vacancies/${inDoubt}/edit/qualifications` },
  { name: 'begin', viewer: 'recruiter', path: '/staff/vacancies/new' },
  { name: 'begin-errors', viewer: 'recruiter', path: '/staff/vacancies/new', prepare: sendsForm },
  { name: 'translations', viewer: 'recruiter', path: '/staff/translations' },
  { name: 'translation', viewer: 'recruiter', path: `/staff/vacancies/${inDoubt}/translation/fr?show=all` },
  { name: 'versions', viewer: 'recruiter', path: `/staff/vacancies/${inDoubt}/versions` },
  { name: 'check-rule', viewer: 'recruiter', path: '/staff/check-rules/parity/numbers' },
  { name: 'original', viewer: 'recruiter', path: `/staff/vacancies/${inDoubt}/original` },
  { name: 'applications', viewer: 'recruiter', path: `/staff/vacancies/${vacancy}/applications` },
  { name: 'applications-empty', viewer: 'recruiter', path: `/staff/vacancies/${empty}/applications` },
  { name: 'application', viewer: 'recruiter', path: `/staff/applications/${submitted}` },
];

/** The first clause, from the first of a month, with a short renewal to be warned of. */
async function plansContract(page: Page): Promise<void> {
  await page.locator('[name=clause]').first().check();
  for (const [part, value] of Object.entries({ day: '1', month: '3', year: '2027' }))
    await page.fill(`[name=start-${part}]`, value);
  await page.locator('.planner-form details summary').click();
  await page.fill('[name=renewal]', '6');
  await sendsForm(page);
}

async function sendsForm(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator('main form button[type=submit]').last().click()]);
}

function asksAs(country: string) {
  return async (page: Page): Promise<void> => {
    await page.selectOption('[name=nationality-1]', country);
    await sendsForm(page);
  };
}
