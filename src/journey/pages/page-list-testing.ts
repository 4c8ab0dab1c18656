import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import type { PagePart } from './announced.ts';
import { paperIs } from './page-competition-testing.ts';
import { screenedBy } from './page-late-testing.ts';
import { passkeyHasAnswered } from './page-step-up-testing.ts';
import type { PageWorld, Viewer } from './page-world-testing.ts';

/** A page that somebody can come to: who looks, where it is, and what is done on it before. */
export type WalkedPage = {
  name: string;
  viewer: Viewer;
  /** Without the language. */
  path: (found: PageWorld['found']) => string;
  status?: number;
  /** What of it is in its script; what stands around every page has one of its own. */
  part?: PagePart;
  prepare?: (page: Page) => Promise<void>;
  /** Puts back what the last look at the page changed. */
  before?: (world: PageWorld) => Promise<unknown>;
};

type More = Omit<WalkedPage, 'name' | 'viewer' | 'path'>;
type Listed = [name: string, path: string | WalkedPage['path'], more?: More];

const seenBy = (viewer: Viewer, pages: Listed[]): WalkedPage[] =>
  pages.map(([name, path, more = {}]) => ({
    name,
    viewer,
    path: typeof path === 'string' ? () => path : (found) => path(found).replace(/^\/en(?=\/)/, ''),
    ...more,
  }));

const application =
  (which: string, rest = '') =>
  (found: PageWorld['found']) =>
    `/my/applications/${found[which]}${rest}`;
const examined = (which: string) => (found: PageWorld['found']) => `/staff/applications/${found[which]}/integrity`;
const sheetOf =
  (which: string, rest = '') =>
  (found: PageWorld['found']) =>
    `/staff/vacancies/260405/screening/${found[which]}${rest}`;
const mailed = (which: string) => (found: PageWorld['found']) => found[which] ?? '';

/** Sends the last form of the page as it stands, or the one that is named; its answer is what is looked at. */
const sends = (form = 'main form') => ({
  prepare: async (page: Page) => {
    const button = page.locator(form).last().locator('button:not([name=remove])').first();
    await Promise.all([page.waitForEvent('load'), button.click()]);
  },
});

/** Asks to put everybody shown on the reserve list, and gives no reason for who is below a language level. */
const reservesBelowLevel = {
  prepare: async (page: Page) => {
    await page.check('[name=numbers]');
    await page.check('[name=action][value=reserve]');
    await sends('form:has([name=numbers])').prepare(page);
  },
};

const noDaySet = { before: screenedBy() };

/** Puts a sheet back as it was before a look at it saved what stood there, and the day by which to screen with it. */
const sheetUntouched = async ({ app, found }: PageWorld) => {
  await screenedBy()({ app });
  await sql`update screening_sheets set findings = '{}', outcome = null, saved_at = null, version = 1
      where signed_at is null and application_id = (select id from applications where number = ${found['toScreen']})`.execute(
    app.db,
  );
};

/** Hands in a written test without saying that it is finished. */
const handsIn = {
  prepare: async (page: Page) => {
    await Promise.all([page.waitForEvent('load'), page.click('[name=do][value=hand-in]')]);
  },
};
const writtenAt = (which: string) => (found: PageWorld['found']) =>
  `/staff/vacancies/260401/stages/${found[which]}/written-test`;
const withoutMinutes = {
  prepare: async (page: Page) => {
    await page.fill('[name=minutes]', '');
    await Promise.all([page.waitForEvent('load'), page.click('form[action$="/written-test"] button')]);
  },
};
const testAgain = (found: PageWorld['found']) => `/staff/vacancies/260408/stages/${found['redoneStage']}/written-test`;
const paperOf = (which: string) => (found: PageWorld['found']) =>
  `/staff/vacancies/260401/stages/${found['stage']}/tests/${found[which]}`;

/** Sends the form of a passkey without what the passkey would have answered, as no browser of ours would. */
const answersNothing = {
  prepare: async (page: Page) => {
    await Promise.all([page.waitForEvent('load'), page.evaluate("document.querySelector('main form').submit()")]);
  },
};

/** Names somebody whose grade is below that of the post, and says no reason. */
const namesBelowGrade = {
  prepare: async (page: Page) => {
    await page.fill('[name=email]', 'recruiter@people.example');
    await page.check('[name=role][value=panel-member]');
    await page.selectOption('[name=grade]', 'G8');
    await sends().prepare(page);
  },
};

/** Saves a question that is asked in one language alone. */
const withoutFrench = {
  prepare: async (page: Page) => {
    await page.fill('[name="text.fr"]', '');
    await sends().prepare(page);
  },
};

/** Signs a sheet on which nothing is found yet. */
const signsUnfinished = async (page: Page) => {
  await Promise.all([page.waitForEvent('load'), page.click('[name=do][value=sign]')]);
};

const asksAs = (country: string) => ({
  prepare: async (page: Page) => {
    await page.selectOption('[name=nationality-1]', country);
    await sends().prepare(page);
  },
});

const sendsWrongReceipt = {
  prepare: async (page: Page) => {
    const file = { name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
    await page.locator('main input[type=file]').setInputFiles(file);
    await sends('form[enctype]').prepare(page);
  },
};

/** Takes the given names out of the draft, or puts them back. */
const givenNames =
  (names: string) =>
  ({ app, found }: PageWorld) =>
    sql`update applications set answers = jsonb_set(answers, '{identity,givenNames}', to_jsonb(${names}::text))
        where number = ${found['draft']}`.execute(app.db);

const appointmentOf =
  (which: string, rest = '', reference = '260411') =>
  (found: PageWorld['found']) =>
    `/staff/vacancies/${reference}/appointments/${found[which]}${rest}`;

const contractOf =
  (which: string, rest = '') =>
  (found: PageWorld['found']) =>
    `/staff/vacancies/${found[which]?.slice(2, 8)}/appointments/${found[which]}/contract${rest}`;

const stoppingOf = (found: PageWorld['found']) =>
  appointmentOf('handed', `/hand-over/messages/${found['givenUp']}/stopping`)(found);

/** Each look sends a wrong code, and after some of them nobody could. */
const attemptsForgotten = ({ app }: PageWorld) => app.db.deleteFrom('attempts').execute();
const unreadAgain = ({ app }: PageWorld) => app.db.updateTable('messages').set({ readAt: null }).execute();

const TIMES = '/staff/vacancies/260406/invitations/panel-interview';

/** Every page, in the order of a candidate's way; then those of staff that are walked nowhere else. */
export const WALKED_PAGES: WalkedPage[] = [
  ...seenBy('visitor', [
    ['around-visitor', '/accessibility', { part: 'around' }],
    ['search', '/vacancies'],
    ['search-found', '/vacancies?q=flood&grade=G17'],
    ['search-nothing', '/vacancies?q=zzz'],
    ['vacancy', '/vacancies/260601'],
    ['vacancy-closed', '/vacancies/260401'],
    ['eligibility', '/vacancies/260601/eligibility'],
    ['eligibility-yes', '/vacancies/260601/eligibility', asksAs('SE')],
    ['eligibility-no', '/vacancies/260601/eligibility', asksAs('BR')],
    ['save-search', '/searches/new?q=hydrologist'],
    ['save-search-errors', '/searches/new?q=hydrologist', sends()],
    ['save-search-sent', '/searches/sent'],
    ['save-search-confirm', mailed('confirmSearch')],
    ['unsubscribe', mailed('unsubscribe')],
    ['sign-up', '/accounts/new'],
    ['sign-up-errors', '/accounts/new', sends()],
    ['sign-up-sent', '/accounts/new/sent'],
    ['sign-up-confirm', mailed('verification')],
    ['sign-in', '/sign-in'],
    ['sign-in-errors', '/sign-in', sends('form[action$="/sign-in"]')],
    ['sign-in-passkey', '/sign-in/passkey'],
    ['second-step', '/sign-in/second-step'],
    ['password-forgotten', '/password/forgotten'],
    ['password-sent', '/password/forgotten/sent'],
    ['password-new', mailed('newPassword')],
    ['address-confirm', mailed('newAddress')],
    ['address-keep', mailed('keepAddress')],
    ['account-keep', mailed('keepAccount')],
    ['reference', mailed('reference')],
    ['reference-errors', mailed('reference'), sends('form[data-autosave]')],
    ['reference-thanks', '/references/thanks'],
    ['reference-void', '/references/nothing', { status: 410 }],
    ['receipts', '/receipts'],
    ['receipts-errors', '/receipts', sendsWrongReceipt],
    ['regulations', '/regulations'],
    ['help-education', '/help/education?country=IT'],
    ['developers', '/developers'],
    ['accessibility', '/accessibility'],
    ['data-protection', '/data-protection'],
    ['not-found', '/nothing', { status: 404 }],
  ]),
  ...seenBy('newcomer', [
    ['my-applications-none', '/my/applications'],
    ['profile-empty', '/my/profile'],
    ['profile-import', '/my/profile/import'],
    ['profile-import-errors', '/my/profile/import', sends('form[action$="/import"]')],
    ['bookmarks-none', '/my/bookmarks'],
    ['searches-none', '/my/searches'],
    ['messages-none', '/my/messages'],
    ['accommodation-none', '/my/accommodation'],
    ['kept-documents-none', '/my/profile/documents'],
    ['security-password-only', '/my/account/security'],
    ['authenticator', '/my/account/authenticator'],
    ['authenticator-errors', '/my/account/authenticator', { ...sends(), before: attemptsForgotten }],
    ['passkeys', '/my/account/passkeys'],
  ]),
  ...seenBy('candidate', [
    ['around-candidate', '/accessibility', { part: 'around', before: unreadAgain }],
    ['my-applications', '/my/applications', { before: unreadAgain }],
    ['draft', application('draft')],
    ['draft-identity', application('draft', '/identity')],
    ['draft-identity-errors', application('draft', '/identity?check'), { before: givenNames('') }],
    ['draft-education', application('draft', '/education'), { before: givenNames('Ylva') }],
    ['draft-experience', application('draft', '/experience')],
    ['draft-languages', application('draft', '/languages')],
    ['draft-requirements', application('draft', '/requirements')],
    ['draft-requirements-errors', application('draft', '/requirements?check')],
    ['draft-questions', application('draft', '/questions')],
    ['draft-questions-errors', application('draft', '/questions?check')],
    ['draft-willingness', application('draft', '/willingness')],
    ['draft-documents', application('draft', '/documents')],
    ['draft-documents-errors', application('draft', '/documents'), sends('form[action$="/essay-on-challenges"]')],
    ['draft-document-removal', application('draft', '/documents/cover-letter/removal')],
    ['draft-kept-documents', application('draft', '/kept-documents')],
    ['draft-declarations', application('draft', '/declarations')],
    ['draft-review', application('draft', '/review')],
    ['draft-discard', application('draft', '/discard')],
    ['discarded', application('discarded')],
    ['submitted', application('submitted')],
    ['submitted-equality', application('submitted', '/equality')],
    ['equality-agreed', application('invited', '/equality')],
    ['receipt', application('submitted', '/receipt')],
    ['withdrawal', application('submitted', '/withdrawal')],
    ['withdrawn', application('withdrawn')],
    ['invited', application('invited'), { before: unreadAgain }],
    ['invitations', application('timed', '/invitations')],
    ['invitations-errors', application('timed', '/invitations'), sends('form[action$="/time"]')],
    ['invitations-late', application('redoneFor', '/invitations')],
    ['references', application('timed', '/references')],
    ['references-errors', application('timed', '/references'), sends()],
    ['not-retained', application('refused')],
    ['decision-review', application('refused', '/decision-review')],
    ['decision-review-errors', application('refused', '/decision-review'), sends('form[action$="/decision-review"]')],
    ['decision-review-redone', application('redoneFor', '/decision-review')],
    ['similar-posts', application('refused', '/similar-posts')],
    ['appointment-none', application('submitted', '/appointment')],
    ['appointment', application('refused', '/appointment')],
    ['appointment-errors', application('refused', '/appointment'), sends('form[enctype]')],
    ['written-test-none', application('submitted', '/written-test')],
    ['written-test', application('invited', '/written-test'), { before: paperIs('none') }],
    ['written-test-writing', application('invited', '/written-test'), { before: paperIs('under-way') }],
    ['written-test-errors', application('invited', '/written-test'), { before: paperIs('under-way'), ...handsIn }],
    ['written-test-handed-in', application('invited', '/written-test'), { before: paperIs('handed-in') }],
    ['messages', '/my/messages', { before: unreadAgain }],
    ['message', application('invited', '/messages'), { before: unreadAgain }],
    ['message-errors', application('invited', '/messages'), sends()],
    ['integrity-none', application('submitted', '/integrity')],
    ['integrity-asked', application('invited', '/integrity')],
    ['integrity-asked-errors', application('invited', '/integrity'), sends()],
    ['accommodation', '/my/accommodation'],
    ['accommodation-request', application('draft', '/accommodation')],
    ['profile', '/my/profile'],
    ['profile-person', '/my/profile/person'],
    ['profile-nationalities', '/my/profile/nationalities'],
    ['profile-education', '/my/profile/education'],
    ['profile-experience', '/my/profile/experience'],
    ['profile-experience-check', '/my/profile/experience?check'],
    ['profile-languages', '/my/profile/languages'],
    ['profile-clearances', '/my/profile/clearances'],
    ['profile-willingness', '/my/profile/willingness'],
    ['profile-memberships', '/my/profile/memberships'],
    ['profile-references', '/my/profile/references'],
    ['profile-import-review', '/my/profile/import/review'],
    ['bookmarks', '/my/bookmarks'],
    ['searches', '/my/searches'],
    ['account', '/my/account'],
    ['security', '/my/account/security'],
    ['address', '/my/account/address'],
    ['address-errors', '/my/account/address', sends()],
    ['address-sent', '/my/account/address/sent'],
    ['step-up', '/my/account/step-up', { before: passkeyHasAnswered(false) }],
    ['step-up-errors', '/my/account/step-up', { before: passkeyHasAnswered(false), ...answersNothing }],
    ['step-up-shown', '/my/account/step-up', { before: passkeyHasAnswered(true) }],
    ['my-data', '/my/data'],
    ['my-data-errors', '/my/data', sends('form[action$="/deletion"]')],
  ]),
  ...seenBy('leaver', [['my-data-leaving', '/my/data']]),
  ...seenBy('colleague', [
    ['internal-list', '/internal/vacancies'],
    ['internal-vacancy', '/internal/vacancies/260603'],
    ['internal-eligibility', '/internal/vacancies/260603/eligibility'],
  ]),
  ...seenBy('officer', [
    ['around-officer', '/staff/incidents', { part: 'around' }],
    ['incidents', '/staff/incidents'],
    ['incidents-errors', '/staff/incidents', sends('form[action$="/extension"]')],
    ['second-factors', '/staff/second-factors'],
    ['second-factors-errors', '/staff/second-factors', sends()],
    ['serving-staff', '/staff/serving-staff'],
    ['hand-over', '/staff/hand-over'],
    ['hand-over-none-found', '/staff/hand-over?neighbour=payroll&state=stopped'],
    ['hand-over-neighbour', '/staff/hand-over/neighbours/badge-office'],
    ['hand-over-neighbour-unset', '/staff/hand-over/neighbours/payroll'],
    ['hand-over-neighbour-errors', '/staff/hand-over/neighbours/payroll', sends()],
    ['appointment-hand-over', appointmentOf('handed', '/hand-over')],
    ['hand-over-stopping', stoppingOf],
    ['hand-over-stopping-errors', stoppingOf, sends()],
    ['contract-planner', '/staff/contract-planner'],
    ['vacancy-new', '/staff/vacancies/new'],
    ['questions', '/staff/vacancies/260601/questions'],
    ['questions-asked', '/staff/vacancies/260604/questions'],
    ['question', '/staff/vacancies/260604/questions/q1'],
    ['question-errors', '/staff/vacancies/260604/questions/q1', withoutFrench],
    ['version-offered', '/staff/vacancies/260604/imports/2'],
    ['versions', '/staff/vacancies/260601/versions'],
    ['translations', '/staff/translations'],
    ['applications-staff', '/staff/vacancies/260401/applications'],
    ['selection', '/staff/vacancies/260401/selection'],
    ['selection-below-level', '/staff/vacancies/260409/selection?position=invited'],
    ['selection-below-level-errors', '/staff/vacancies/260409/selection?position=invited', reservesBelowLevel],
    ['messages-staff', '/staff/vacancies/260401/messages'],
    ['message-staff', (found) => `/staff/applications/${found['invited']}/messages`],
    ['equality-staff', '/staff/vacancies/260401/equality'],
    ['internal-dates', '/staff/vacancies/260603/internal-dates'],
    ['competitions', '/staff/competitions'],
    ['screenings', '/staff/screenings', noDaySet],
    ['screenings-late', '/staff/screenings', { before: screenedBy('2026-11-20') }],
    ['people', '/staff/vacancies/260401/people'],
    ['people-nobody', '/staff/vacancies/260402/people'],
    ['people-errors', '/staff/vacancies/260402/people', sends()],
    ['people-errors-grade', '/staff/vacancies/260402/people', namesBelowGrade],
    ['task-ending', (found) => `/staff/vacancies/260401/people/${found['member']}/ending`],
    ['conflict', (found) => `/staff/vacancies/260401/people/conflicts/${found['conflict']}`],
    ['conflict-errors', (found) => `/staff/vacancies/260401/people/conflicts/${found['conflict']}`, sends()],
    ['reviews', '/staff/vacancies/260402/reviews'],
    ['reviews-none', '/staff/vacancies/260401/reviews'],
    ['reviews-errors', '/staff/vacancies/260402/reviews', sends('form[action$="/reviewer"]')],
    ['reviews-own', '/staff/reviews'],
    ['review-case', (found) => `/staff/vacancies/260402/reviews/${found['review']}`],
    ['review-case-errors', (found) => `/staff/vacancies/260402/reviews/${found['review']}`, sends()],
    ['similar-posts-staff', '/staff/vacancies/260601/similar-posts'],
    ['similar-posts-staff-errors', '/staff/vacancies/260601/similar-posts', sends()],
    ['declaration', '/staff/vacancies/260401/declaration'],
    ['declaration-errors', '/staff/vacancies/260401/declaration', sends()],
    ['plan', '/staff/vacancies/260401/stages'],
    ['plan-nothing', '/staff/vacancies/260402/stages'],
    ['stage', (found) => `/staff/vacancies/260401/stages/${found['planned']}`],
    ['stage-open-errors', (found) => `/staff/vacancies/260401/stages/${found['stage']}`, sends()],
    ['scores', (found) => `/staff/vacancies/260401/stages/${found['stage']}/scores`],
    [
      'score-sheet',
      (found) => `/staff/vacancies/260401/stages/${found['stage']}/scores/${found['invited']}`,
      { before: paperIs('handed-in') },
    ],
    ['written-test-staff', writtenAt('stage')],
    ['written-test-staff-errors', writtenAt('stage'), withoutMinutes],
    ['written-test-staff-none', writtenAt('planned')],
    ['written-test-window', testAgain],
    ['written-test-window-errors', testAgain, sends('form[action*="/windows/"]')],
    ['paper', paperOf('invited'), { before: paperIs('handed-in') }],
    ['paper-none', paperOf('invited'), { before: paperIs('none') }],
    ['language-levels', (found) => `/staff/vacancies/260401/stages/${found['stage']}/languages`],
    ['merit', '/staff/vacancies/260401/merit'],
    ['report', '/staff/vacancies/260401/report'],
    ['report-errors', '/staff/vacancies/260401/report', sends()],
    ['report-nothing', '/staff/vacancies/260402/report'],
    ['report-decided', '/staff/vacancies/260408/report'],
    ['report-below-quorum', '/staff/vacancies/260409/report'],
    ['report-case', (found) => `/staff/vacancies/260408/report/cases/${found['redone']}`],
    ['record', '/staff/vacancies/260603/record'],
    ['figures', '/staff/figures'],
    ['figures-times', '/staff/figures/times'],
    ['figures-errors', '/staff/figures/times?from-month=13&from-year=2026', { status: 422 }],
    ['figures-states', '/staff/figures/states'],
    ['figures-nations', '/staff/figures/nations'],
    ['figures-nations-none', '/staff/figures/nations?grade=G1'],
    ['figures-reserve-lists', '/staff/figures/reserve-lists'],
    ['figures-contracts', '/staff/figures/contracts'],
    ['figures-conditions', '/staff/figures/conditions'],
    ['figures-notice-faults', '/staff/figures/notice-faults'],
    ['balance', '/staff/vacancies/260401/balance'],
    ['balance-to-count', '/staff/vacancies/260407/balance'],
    ['balance-counted', '/staff/vacancies/260402/balance'],
    ['integrity-list', '/staff/vacancies/260401/integrity'],
    ['integrity-first', examined('withdrawn')],
    ['integrity-evidence', examined('refused')],
    ['integrity-evidence-errors', examined('refused'), sends()],
    ['integrity-case', examined('invited')],
    ['integrity-case-errors', examined('invited'), sends()],
  ]),
  ...seenBy('screener', [
    ['screening', '/staff/vacancies/260405/screening', { before: sheetUntouched }],
    ['screening-late', '/staff/vacancies/260405/screening', { before: screenedBy('2026-11-20') }],
    ['screening-soon', '/staff/vacancies/260405/screening', { before: screenedBy('2026-11-24') }],
    ['sheet-late', sheetOf('toScreen'), { before: screenedBy('2026-11-20') }],
    ['sheet', sheetOf('toScreen'), { before: sheetUntouched }],
    ['sheet-errors', sheetOf('toScreen'), { before: sheetUntouched, prepare: signsUnfinished }],
    ['sheet-compared', sheetOf('differing'), noDaySet],
    ['sheet-text', sheetOf('toScreen', '/texts/cover-letter')],
    ['sheet-text-scan', sheetOf('scanned', '/texts/cover-letter')],
    ['sheet-text-scan-errors', sheetOf('scanned', '/texts/cover-letter'), sends()],
    ['sheet-text-waiting', sheetOf('differing', '/texts/cover-letter')],
    ['sheet-reveal', mailed('passage')],
    ['hard-rules', '/staff/vacancies/260405/screening/hard-rules'],
    ['hard-rules-preview', '/staff/vacancies/260405/screening/hard-rules', sends()],
    ['anonymous-closed', '/staff/vacancies/260405/applications', { status: 403 }],
  ]),
  ...seenBy('arranger', [
    ['arrangements', '/staff/accommodation'],
    ['arrangement', (found) => `/staff/accommodation/${found['arrangement']}`],
    ['arrangement-errors', (found) => `/staff/accommodation/${found['arrangement']}`, sends()],
  ]),
  ...seenBy('offices', [
    ['appointments', '/staff/appointments'],
    ['appointment-staff', appointmentOf('appointed')],
    ['appointment-staff-errors', appointmentOf('appointed'), sends('form[action$="/first-day"]')],
    ['appointment-staff-to-begin', appointmentOf('toAppoint')],
    ['appointment-staff-ending', appointmentOf('appointed', '/ending')],
    ['appointment-staff-ending-errors', appointmentOf('appointed', '/ending'), sends()],
    ['appointment-staff-ready', appointmentOf('ready', '', '260416')],
    ['appointment-staff-made', appointmentOf('made', '', '260417')],
    ['condition-met', appointmentOf('appointed', '/conditions/security-clearance/meet')],
    ['condition-errors', appointmentOf('appointed', '/conditions/security-clearance/fail'), sends()],
    ['condition-medical', appointmentOf('appointed', '/conditions/medical-file/meet')],
    ['verification-step', appointmentOf('appointed', '/verification/education/degree/confirm')],
    ['verification-step-errors', appointmentOf('appointed', '/verification/experience/post/set-aside'), sends()],
    ['offer-none', appointmentOf('appointed', '/offer')],
    ['offer-draft', appointmentOf('appointed', '/offer/draft')],
    ['offer-draft-errors', appointmentOf('appointed', '/offer/draft'), sends()],
    ['offer-looked-at', appointmentOf('seconded', '/offer/draft'), sends()],
    ['offer-seconded', appointmentOf('seconded', '/offer')],
    ['offer-agreement-errors', appointmentOf('seconded', '/offer'), sends('form[action$="/agreement"]')],
    ['offer-sent', appointmentOf('offered', '/offer')],
    ['offer-withdrawal-errors', appointmentOf('offered', '/offer'), sends('form[action$="/withdrawal"]')],
    ['contracts', '/staff/contracts'],
    ['contracts-nothing', '/staff/contracts?q=zzz'],
    ['contracts-calendar', '/staff/contracts/calendar'],
    ['contract', contractOf('secondedContract')],
    ['contract-renewal', contractOf('secondedContract', '/steps/agree-renewal')],
    ['contract-renewal-errors', contractOf('secondedContract', '/steps/agree-renewal'), sends()],
    ['contract-request', contractOf('requested', '/steps/refuse-request')],
    ['contract-end-errors', contractOf('requested', '/steps/end'), sends()],
  ]),
  ...seenBy('chosen', [
    ['appointment-made', application('made', '/appointment')],
    ['my-offer', application('offered', '/offer')],
    ['my-offer-errors', application('offered', '/offer'), sends('form[action$="/acceptance"]')],
    ['my-contract-none', application('offered', '/contract')],
    ['my-contract', application('contracted', '/contract')],
  ]),
  ...seenBy('officer', [
    ['screening-begin', '/staff/vacancies/260401/screening/arrangement'],
    ['screening-arranged', '/staff/vacancies/260405/screening/arrangement', noDaySet],
    ['screening-arranged-late', '/staff/vacancies/260405/screening/arrangement', { before: screenedBy('2026-11-20') }],
    [
      'screening-due-errors',
      '/staff/vacancies/260405/screening/arrangement',
      { ...noDaySet, ...sends('form:has([name=seen])') },
    ],
    ['settlement', '/staff/vacancies/260405/screening/settlement'],
    ['settling', sheetOf('differing', '/settlement')],
    ['settling-errors', sheetOf('differing', '/settlement'), sends()],
    ['likenesses', '/staff/vacancies/260405/screening/likenesses'],
    ['transcriptions', '/staff/vacancies/260405/screening/transcriptions'],
    ['transcriptions-errors', '/staff/vacancies/260405/screening/transcriptions', sends()],
    ['stage-invitations', '/staff/vacancies/260406/invitations'],
    ['stage-times', TIMES],
    ['stage-times-errors', TIMES, sends('form[action$="/people"]')],
    ['time-cancellation', (found) => `${TIMES}/times/${found['slot']}/cancellation`],
    ['time-answer', (found) => `${TIMES}/people/${found['asker']}/answer`],
    ['stage-times-late', '/staff/vacancies/260408/invitations/written-test'],
    ['panel-references', '/staff/vacancies/260406/references'],
    ['panel-reference', (found) => `/staff/vacancies/260406/references/${found['given']}`],
  ]),
];
