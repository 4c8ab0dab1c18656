import type { Page } from 'playwright-core';

/** Who looks: nobody we know, a candidate with applications, one without, a recruiter. */
export const VIEWERS = ['visitor', 'candidate', 'newcomer', 'recruiter'] as const;
export type Viewer = (typeof VIEWERS)[number];

/** A page to look at, and what is done on it before. */
export type Shot = { name: string; viewer: Viewer; path: string; prepare?: (page: Page) => Promise<void> };

/** The applications that stand in the demonstration for the candidate. */
export type Applications = { draft: string; submitted: string };

const VACANCY = '/vacancies/260114';
/** Its French section 3 is missing, so it has findings to look at. */
const IN_DOUBT = '/staff/vacancies/260160';

export const shotsOf = (applications: Applications): Shot[] => [
  ...visitorShots(),
  ...candidateShots(applications),
  ...recruiterShots(applications),
];

const visitorShots = (): Shot[] => [
  { name: 'list', viewer: 'visitor', path: '/vacancies' },
  { name: 'list-nothing-found', viewer: 'visitor', path: '/vacancies?text=zzz' },
  { name: 'vacancy', viewer: 'visitor', path: VACANCY },
  { name: 'eligibility', viewer: 'visitor', path: `${VACANCY}/eligibility` },
  { name: 'eligibility-yes', viewer: 'visitor', path: `${VACANCY}/eligibility`, prepare: asksAs('SE') },
  { name: 'eligibility-no', viewer: 'visitor', path: `${VACANCY}/eligibility`, prepare: asksAs('JP') },
  { name: 'sign-up', viewer: 'visitor', path: '/accounts/new' },
  { name: 'sign-up-errors', viewer: 'visitor', path: '/accounts/new', prepare: sendsForm },
  { name: 'sign-in', viewer: 'visitor', path: '/sign-in' },
  { name: 'forgotten', viewer: 'visitor', path: '/password/forgotten' },
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

const recruiterShots = ({ submitted }: Applications): Shot[] => [
  { name: 'staff-list', viewer: 'recruiter', path: '/staff/vacancies' },
  { name: 'staff-list-no-match', viewer: 'recruiter', path: '/staff/vacancies?text=zzz' },
  { name: 'import', viewer: 'recruiter', path: '/staff/vacancies/import' },
  { name: 'import-errors', viewer: 'recruiter', path: '/staff/vacancies/import', prepare: sendsForm },
  { name: 'review', viewer: 'recruiter', path: IN_DOUBT },
  { name: 'edit-header', viewer: 'recruiter', path: `${IN_DOUBT}/edit/header` },
  { name: 'edit-summary', viewer: 'recruiter', path: `${IN_DOUBT}/edit/summary` },
  { name: 'original', viewer: 'recruiter', path: `${IN_DOUBT}/original` },
  { name: 'applications', viewer: 'recruiter', path: `/staff${VACANCY}/applications` },
  { name: 'applications-empty', viewer: 'recruiter', path: '/staff/vacancies/260121/applications' },
  { name: 'application', viewer: 'recruiter', path: `/staff/applications/${submitted}` },
];

async function sendsForm(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator('main form button[type=submit]').last().click()]);
}

function asksAs(country: string) {
  return async (page: Page): Promise<void> => {
    await page.selectOption('[name=nationality-1]', country);
    await sendsForm(page);
  };
}
