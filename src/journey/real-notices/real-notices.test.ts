import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../testing.ts';
import { accepts, appoints, draft, meetsConditions, prepares, sendsOffer } from './appointment.ts';
import { competes, type Appointee } from './competition.ts';
import { calendarOf, frozenOffer, offerDocument, payOf } from './dates.ts';
import { areThere, type Announcing } from './notice.ts';
import { statusOf, theWay, verified, wayOf } from './record.ts';
import { comesTo, formTo, isRefused, opens, sends, typedDay } from './walker.ts';

/*
 * Real notices, brought to a first day by the forms of the product alone. What is expected was counted by hand: a period of so
 * many months ends on the day before the same day of the month. The clock stands in 2025 and 2026, so that some first days are
 * in a year whose scale the organisation's data have, and others are not.
 */
let app: TestApp;
beforeAll(async () => {
  app = await testApp({ ORGANISATION: 'nato-is' });
});
afterAll(() => app.close());

/** What comes of a competition in the end. */
type End = {
  grade: string;
  /** By the scale in force on the first day; null where the data have no row. */
  pay: string | null;
  /** The dates of the contract, as the office that acts on them is told. */
  calendar: string[];
  /** What the page of the offer and its document both say, in the candidate's language. */
  says: string[];
  /** What the page of the appointment says at last. */
  appointed: string;
  way: string[];
  vacancy: string;
};

/** The offer accepted and somebody appointed on it: what comes of it, and what is said of all that is to be said. */
async function endOf(one: Appointee, { says, appointed }: Pick<End, 'says' | 'appointed'>): Promise<End> {
  const page = await accepts(one.candidate, one.number);
  const document = await offerDocument(one);
  await appoints(one);
  const last = await opens(one.candidate, `/my/applications/${one.number}/appointment`);
  const offer = await frozenOffer(one);
  return {
    grade: offer.terms.grade ?? '',
    pay: payOf(one, offer),
    calendar: calendarOf(one, offer),
    says: says.filter((sentence) => page.includes(sentence) && document.includes(sentence)),
    appointed: last.includes(appointed) ? appointed : last,
    way: await wayOf(one),
    vacancy: await statusOf(one),
  };
}

const MENDED = ['recruiter: vacancy edit', 'recruiter: vacancy let-finding-stand', 'recruiter: vacancy submit'];
const MENDED_AND_SETTLED = MENDED.toSpliced(1, 0, 'recruiter: vacancy settle-doubt');

/** Nobody publishes a notice on which appointment depends on a clearance and that prints none. */
async function asksForTheClearance({ recruiter, manager }: Announcing): Promise<void> {
  await opens(recruiter, '/staff/vacancies/250604');
  const findings = recruiter.page.forms.flatMap(({ fields }) => fields.filter(({ name }) => name === 'finding'));
  expect(findings.map(({ values }) => values[0]?.split('\n')[0])).toContain('completeness/clearance');
  await sends(recruiter, { form: /\/submission$/ });
  expect(await opens(manager, '/staff/vacancies/250604/publication')).toContain('1 erreur reste ouverte.');
  expect(formTo(manager, /\/publication$/)).toBeUndefined();
}

describe.skipIf(!areThere)('from a real notice to a first day', () => {
  test('on a turnover post, not seconded: three years, three more, and a request within them', async () => {
    const announced = {
      printed: '250604',
      reference: '250604',
      deadline: '2025-01-20',
      header: { clearance: 'NS' },
      asImported: asksForTheClearance,
    };
    const one = await competes(app, { announced, begins: '2025-01-06', candidateIn: 'en' });
    await meetsConditions(one);
    await prepares(one, { startsOn: '2025-03-01' });
    await sendsOffer(one, '2025-02-10');

    const end: End = {
      grade: 'G20',
      pay: '9253.21',
      calendar: [
        '2025-03-01 first-day',
        '2025-08-31 probation-ends',
        // 2028 has a 29 February.
        '2028-02-29 contract-ends',
        '2028-03-01 request-from if renewed',
        '2030-02-28 request-until if renewed',
        '2031-02-28 renewal-ends if renewed',
        '2031-02-28 latest-end if renewed',
      ],
      says: [
        'until the end of 10 February 2025',
        'EUR 9,253.21 a month',
        'First contract: 1 March 2025 to 29 February 2028',
        'Possible renewal: 1 March 2028 to 28 February 2031',
        'An indefinite contract may be asked for: 1 March 2028 to 28 February 2030',
        'No definite contract in this post ends after 28 February 2031.',
        '31 August 2025',
      ],
      appointed: 'You are appointed from 1 March 2025',
      way: theWay({
        announced: ['recruiter: vacancy submit', 'recruiter: vacancy edit', 'recruiter: vacancy let-finding-stand'],
      }),
      vacancy: 'filled',
    };
    expect(await endOf(one, end)).toEqual(end);
  });

  test('at the lower of two grades, where an indefinite contract may follow', async () => {
    const announced = { printed: '241600', reference: '241600', deadline: '2025-03-17' };
    const one = await competes(app, { announced, begins: '2025-03-03', candidateIn: 'fr' });
    await meetsConditions(one);
    await prepares(one, { startsOn: '2025-06-01' });
    await sendsOffer(one, '2025-03-31');

    const end: End = {
      grade: 'G10',
      pay: '4565.36',
      calendar: [
        '2025-06-01 first-day',
        '2025-11-30 probation-ends',
        '2026-06-01 earliest-advancement',
        '2028-05-31 contract-ends',
        '2028-06-01 advancement',
      ],
      says: [
        '4 565,36 EUR par mois',
        'Premier contrat : du 1er juin 2025 au 31 mai 2028',
        'Un contrat à durée indéterminée peut y faire suite : à partir du 1er juin 2028',
        'n’est pas automatique, et normalement pas avant le 1er juin 2028',
        'Aucun terme n’est indiqué.',
        '30 novembre 2025',
      ],
      appointed: 'Vous êtes nommé(e) à compter du 1er juin 2025',
      way: theWay({ announced: MENDED_AND_SETTLED }),
      vacancy: 'filled',
    };
    expect(await endOf(one, end)).toEqual(end);
  });

  test('at the lower of two grades, with the time before the higher one reduced by a decision', async () => {
    const announced = { printed: '241600', reference: '251600', deadline: '2025-06-17' };
    const one = await competes(app, { announced, begins: '2025-06-03', candidateIn: 'en' });
    await meetsConditions(one);
    const decided = {
      startsOn: '2025-12-01',
      typed: { reduction: '10', reductionReason: 'Ten years in such a post.' },
    };
    await opens(one.offices.recruiter, `${one.of}/offer/draft`);
    await isRefused(one.offices.recruiter, draft({ ...decided, typed: { ...decided.typed, reduction: '25' } }));
    await isRefused(one.offices.recruiter, draft({ ...decided, typed: { ...decided.typed, reductionReason: '' } }));
    await prepares(one, decided);
    await sendsOffer(one, '2025-07-31');

    const end: End = {
      grade: 'G10',
      pay: '4565.36',
      calendar: [
        '2025-12-01 first-day',
        '2026-05-31 probation-ends',
        '2026-12-01 earliest-advancement',
        // 26 months after the first day, in place of 36.
        '2028-02-01 advancement',
        '2028-11-30 contract-ends',
      ],
      says: [
        'First contract: 1 December 2025 to 30 November 2028',
        'An indefinite contract may follow: from 1 December 2028',
        'not automatic, and normally not before 1 February 2028',
        '31 May 2026',
      ],
      appointed: 'You are appointed from 1 December 2025',
      way: theWay({ announced: MENDED_AND_SETTLED }),
      vacancy: 'filled',
    };
    expect(await endOf(one, end)).toEqual(end);
  });

  test('seconded, once the national authority has agreed', async () => {
    const announced = { printed: '250604', reference: '260604', deadline: '2026-01-19', header: { clearance: 'NS' } };
    const one = await competes(app, { announced, begins: '2026-01-05', candidateIn: 'fr' });
    const { recruiter, manager } = one.offices;
    await meetsConditions(one);
    await prepares(one, { startsOn: '2026-04-01', typed: { person: 'seconded' } });
    await opens(manager, `${one.of}/offer`);
    const refused = await isRefused(manager, { form: /\/sending$/, typed: typedDay('answer', '2026-02-10') });
    await opens(recruiter, `${one.of}/offer`);
    const agreed = { authority: 'Ministry of the Rivers', ...typedDay('agreed', '2026-01-20') };
    await sends(recruiter, { form: /\/agreement$/, typed: agreed });
    await sendsOffer(one, '2026-02-10');

    expect(refused).toContain(
      'Not sent. Before it is sent, the agreement of the national authority has to be recorded',
    );
    const end: End = {
      grade: 'G20',
      pay: null,
      calendar: [
        '2026-04-01 first-day',
        '2026-09-30 probation-ends',
        '2029-03-31 contract-ends',
        '2032-03-31 renewal-ends if renewed',
        '2032-03-31 secondment-ends if renewed',
      ],
      says: [
        'Le montant de votre traitement à votre premier jour n’est pas connu de ce système',
        'Premier contrat : du 1er avril 2026 au 31 mars 2029',
        'Renouvellement possible : du 1er avril 2029 au 31 mars 2032',
        'si l’autorité nationale concernée y consent également',
        'Aucun contrat à durée déterminée dans ce poste ne prend fin après le 31 mars 2032.',
        '30 septembre 2026',
      ],
      appointed: 'Vous êtes nommé(e) à compter du 1er avril 2026',
      way: theWay({ announced: MENDED, beforeSending: ['recruiter: appointment national-agreement-recorded'] }),
      vacancy: 'filled',
    };
    expect(await endOf(one, end)).toEqual(end);
    expect(await offerDocument(one)).not.toContain('indéterminée');
    expect(await offerDocument(one)).toContain('Ministry of the Rivers a donné son accord');
  });

  test('as serving staff, directly to the higher of two grades, by a contract without a length', async () => {
    const announced = { printed: '241600', reference: '261600', deadline: '2026-03-17' };
    const one = await competes(app, { announced, begins: '2026-03-03', candidateIn: 'en', serving: true });
    await meetsConditions(one);
    const typed = { person: 'serving-staff', directly: 'yes', directlyReason: 'Four years of such work.' };
    await opens(one.offices.recruiter, `${one.of}/offer/draft`);
    const startsOn = '2026-07-01';
    await isRefused(one.offices.recruiter, draft({ startsOn, typed: { ...typed, person: 'non-seconded' } }));
    await isRefused(one.offices.recruiter, draft({ startsOn, typed: { ...typed, directlyReason: '' } }));
    await prepares(one, { startsOn, typed });
    await sendsOffer(one, '2026-04-30');

    const end: End = {
      grade: 'G12',
      pay: null,
      calendar: ['2026-07-01 first-day'],
      says: [
        '1 July 2026',
        'You are appointed at the higher grade.',
        'The notice states no length: the contract follows the NATO Civilian Personnel Regulations. Ask the contract office.',
        'The amount of your salary is not known to this system for your first day',
      ],
      appointed: 'You are appointed from 1 July 2026',
      way: theWay({ announced: MENDED_AND_SETTLED }),
      vacancy: 'filled',
    };
    expect(await endOf(one, end)).toEqual(end);
    expect((await frozenOffer(one)).choice.directly).toEqual({ reason: 'Four years of such work.' });
  });

  test('on a post whose budget was pending, once it is approved', async () => {
    const header = { clearance: 'NS', budgetPending: 'yes' };
    const announced = { printed: '250604', reference: '260605', deadline: '2026-08-19', header };
    const one = await competes(app, { announced, begins: '2026-08-03', candidateIn: 'fr' });
    const { manager } = one.offices;
    const pending = await opens(one.candidate, `/vacancies/${one.reference}`);
    await meetsConditions(one);
    await prepares(one, { startsOn: '2027-03-01' });
    await opens(manager, `${one.of}/offer`);
    const refused = await isRefused(manager, { form: /\/sending$/, typed: typedDay('answer', '2026-09-10') });
    await opens(manager, `/staff/vacancies/${one.reference}/edit/header`);
    await isRefused(manager, { form: /\/edit\/header$/, typed: { budgetPending: 'no' } });
    await sends(manager, { form: /\/edit\/header$/ });
    const approved = await opens(one.candidate, `/vacancies/${one.reference}`);
    await sendsOffer(one, '2026-09-10');

    expect(pending).toContain('Sous réserve d’approbation budgétaire');
    expect(refused).toContain('Not sent. Before it is sent, the budget of the post has to be approved');
    expect(approved).toContain('Le budget de ce poste a été approuvé.');
    expect(approved).not.toContain('Sous réserve d’approbation');
    const end: End = {
      grade: 'G20',
      pay: null,
      calendar: [
        '2027-03-01 first-day',
        '2027-08-31 probation-ends',
        '2030-02-28 contract-ends',
        '2030-03-01 request-from if renewed',
        // A year before 28 February 2033: 2032 has a 29 February, which is later.
        '2032-02-28 request-until if renewed',
        '2033-02-28 renewal-ends if renewed',
        '2033-02-28 latest-end if renewed',
      ],
      says: [
        'Premier contrat : du 1er mars 2027 au 28 février 2030',
        'Renouvellement possible : du 1er mars 2030 au 28 février 2033',
        'Demande d’un contrat à durée indéterminée : du 1er mars 2030 au 28 février 2032',
        'Aucun contrat à durée déterminée dans ce poste ne prend fin après le 28 février 2033.',
        '31 août 2027',
      ],
      appointed: 'Vous êtes nommé(e) à compter du 1er mars 2027',
      way: theWay({ announced: MENDED, beforeSending: ['manager: vacancy edit'] }),
      vacancy: 'filled',
    };
    expect(await endOf(one, end)).toEqual(end);
  });

  test('on a fast track, with a clearance that is raised to the level of the post', async () => {
    const announced = { printed: '251918', reference: '251918', deadline: '2026-09-21' };
    const clearance = {
      'clearance-level': 'NC',
      'clearance-issuer': 'national-security-authority',
      ...typedDay('clearance-until', '2030-12-31'),
    };
    const one = await competes(app, { announced, begins: '2026-09-07', candidateIn: 'en', clearance });
    const { security } = one.offices;
    const track = await opens(security, one.of);
    const own = await opens(one.candidate, `/my/applications/${one.number}/appointment`);
    await opens(security, `${one.of}/conditions/security-clearance/begin`);
    const lower = { level: 'NC', authority: 'The national authority' };
    const refused = await isRefused(security, { form: /\/security-clearance\/begin$/, typed: lower });
    await meetsConditions(one);
    const met = await opens(security, one.of);
    await prepares(one, { startsOn: '2026-12-01' });
    await sendsOffer(one, '2026-10-31');

    expect(track).toContain('Niveau du poste NATO SECRET Indiquée dans la candidature NATO CONFIDENTIAL');
    expect(track).toContain('À porter au niveau du poste');
    expect(own).toContain('Level of the post NATO SECRET Stated in the application NATO CONFIDENTIAL');
    expect(own).toContain('To be raised to the level of the post');
    expect(refused).toContain('NATO SECRET');
    expect(met).toContain('Remplie, NATO SECRET');
    expect(met).not.toContain('À porter au niveau du poste');
    const end: End = {
      grade: 'G22',
      pay: '11150.91',
      calendar: [
        '2026-12-01 first-day',
        '2027-05-31 probation-ends',
        '2029-11-30 contract-ends',
        '2029-12-01 request-from if renewed',
        '2031-11-30 request-until if renewed',
        '2032-11-30 renewal-ends if renewed',
        '2032-11-30 latest-end if renewed',
      ],
      says: [
        'EUR 11,150.91 a month',
        'First contract: 1 December 2026 to 30 November 2029',
        'Possible renewal: 1 December 2029 to 30 November 2032',
        'An indefinite contract may be asked for: 1 December 2029 to 30 November 2031',
        '31 May 2027',
      ],
      appointed: 'You are appointed from 1 December 2026',
      way: theWay({ announced: MENDED_AND_SETTLED, attached: ['candidate: application document-added'] }),
      vacancy: 'filled',
    };
    expect(await endOf(one, end)).toEqual(end);
  });

  test('leaves a record with which everything agrees, on the day after the last first day as well', async () => {
    await comesTo(app, '2027-03-02');

    expect(await verified(app)).toEqual({ problems: [], hasHeads: true, competitions: 7 });
  });
});
