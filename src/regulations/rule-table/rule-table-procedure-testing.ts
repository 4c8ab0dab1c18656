import { expect } from 'vitest';
import type { Organisation } from '../organisation/organisation.ts';
import type { Row, Rows } from './rule-table-testing.ts';

const inWords = (en: RegExp, fr: RegExp) => ({ en: expect.stringMatching(en), fr: expect.stringMatching(fr) });

/** The paragraph that tells a rule in every notice, or in those with one contract clause. */
const paragraph = (rule: string) => (organisation: Organisation) =>
  organisation.standardParagraphs.filter((each) => each.rule === rule);

const told = (rule: string, section: string, text: object): Row => ({
  asked: 'which paragraph says it, and where',
  answer: paragraph(rule),
  expected: [{ section, clause: null, text }],
});

const documentKind =
  (code: string) =>
  ({ documents: { kinds, pageSize, formats } }: Organisation) => ({
    kind: kinds.find((kind) => kind.code === code),
    pageSize,
    formats,
  });

const declaration = (rule: string) => (organisation: Organisation) =>
  organisation.declarations.filter((each) => each.rule.split(', ').includes(rule));

const condition = (rule: string) => (organisation: Organisation) =>
  organisation.appointment.conditions.filter((each) => each.rule === rule);

export const APPLICATION_ROWS: Rows = {
  A1: [
    {
      asked: 'whether a cover letter is known as a document, of which pages',
      answer: documentKind('cover-letter'),
      expected: { kind: { name: inWords(/letter/i, /lettre de motivation/i) }, pageSize: 'A4' },
    },
    told('A1', 'application', inWords(/letter.*number of pages/, /lettre de motivation.*nombre de pages/)),
  ],
  A2: [
    {
      asked: 'whether a paper on the challenges is a document of its own',
      answer: documentKind('essay-on-challenges'),
      expected: { kind: { name: inWords(/key challenges/, /principaux défis/) }, pageSize: 'A4' },
    },
    told('A2', 'application', inWords(/beside the application form/, /distinct du formulaire/)),
  ],
  A3: [
    {
      asked: 'what follows from a document that is missing or too long',
      answer: ({ documents }) => documents.consequence,
      expected: { rule: 'A3', source: { en: expect.stringMatching(/./), fr: expect.stringMatching(/./) } },
      inNato: {
        rule: 'A3',
        source: { en: 'no notice says that it excludes', fr: 'aucun avis ne dit que cela entraîne l’exclusion' },
        missing: null,
        tooLong: null,
      },
    },
  ],
  A4: [
    {
      asked: 'what the applicant declares of generated text',
      answer: declaration('A4'),
      expected: [{ code: 'no-generated-text', text: inWords(/I wrote this application myself/, /moi-même/) }],
    },
    told('A4', 'application', inWords(/own work/, /intelligence artificielle générative/)),
  ],
  A5: [
    {
      asked: 'who rejects an application for generated text',
      answer: declaration('A5'),
      expected: [{ text: inWords(/a person may decide to reject/, /une personne peut décider/) }],
    },
    told('A5', 'application', inWords(/a person decides, and gives the reasons/, /par une personne, qui la motive/)),
  ],
  A6: [
    told('A6', 'additional', inWords(/telephone or e-mail.*the portal shows/, /téléphone ou par courriel.*portail/)),
  ],
  A7: [
    told('A7', 'additional', inWords(/No fee/, /Aucuns frais/)),
    {
      asked: 'what stands at the foot of every page',
      answer: ({ footerNote }) => footerNote,
      expected: inWords(/No fee is ever asked/, /Aucuns frais ne sont jamais demandés/),
    },
  ],
  A8: [told('A8', 'application', inWords(/how to prepare/, /se préparer/))],
  A9: [
    {
      ...told('A9', 'additional', inWords(/needs an adjustment.*evidence/, /besoin d’un aménagement.*justificatifs/)),
      inNato: [
        {
          text: inWords(
            /tells the organisation during the selection.*documented medical evidence is required/,
            /en informe l’organisation pendant la sélection.*justificatifs médicaux sont exigés/,
          ),
        },
      ],
    },
  ],
};

export const APPOINTMENT_ROWS: Rows = {
  P1: [
    {
      asked: 'which condition it is, and who gives it',
      answer: condition('P1'),
      expected: [{ code: 'security-clearance', givenBy: inWords(/national authorities/, /autorités nationales/) }],
      inNato: [{ givenBy: inWords(/^the national authorities of the selected candidate$/, /personne retenue$/) }],
    },
  ],
  P2: [
    {
      asked: 'which condition it is, and who gives it',
      answer: condition('P2'),
      expected: [{ code: 'medical-file', givenBy: inWords(/medical/i, /médecin/) }],
      inNato: [{ givenBy: { en: 'the NATO Medical Adviser', fr: 'le médecin-conseil de l’OTAN' } }],
    },
  ],
  P3: [
    {
      asked: 'which condition it is, and who gives it',
      answer: condition('P3'),
      expected: [{ code: 'verification', name: inWords(/studies and work experience/, /études et de l’expérience/) }],
      // Not stated.
      inNato: [{ givenBy: null }],
    },
    {
      asked: 'what the applicant knows of it at submission',
      answer: declaration('P3'),
      expected: [{ code: 'truth', text: inWords(/will be verified before any appointment/, /seront vérifiées avant/) }],
    },
  ],
  P4: [
    {
      asked: 'which condition it is, and who gives it',
      answer: condition('P4'),
      expected: [{ code: 'accreditation', givenBy: inWords(/relevant authorities/, /autorités compétentes/) }],
    },
  ],
};

export const OTHER_ROWS: Rows = {
  O2: [
    {
      asked: 'whether anybody is appointed before the budget is approved',
      answer: ({ appointment }) => appointment.budget,
      expected: { rule: 'O2', text: inWords(/nobody is appointed before/, /personne n’est nommé avant/) },
    },
  ],
  O3: [
    {
      asked: 'which stages there are, in their order',
      answer: ({ selection }) => ({ rule: selection.rule, stages: selection.stages.map(({ code }) => code) }),
      expected: { rule: 'O3', stages: expect.arrayContaining([expect.any(String)]) },
      inNato: { stages: ['application-form', 'video-interview', 'written-test', 'panel-interview'] },
    },
  ],
  O4: [
    told(
      'O4',
      'additional',
      inWords(
        /^Gender, age, nationality, ethnic origin, religion or belief, culture, sexual orientation and disability play no part/,
        /genre.*âge.*nationalité.*origine ethnique.*religion.*culture.*orientation sexuelle.*handicap n’interviennent pas/,
      ),
    ),
  ],
  O5: [told('O5', 'additional', inWords(/Integrity is expected/, /intégrité est attendue/))],
  O6: [told('O6', 'additional', inWords(/travel and work outside office hours/, /voyages.*en dehors des heures/))],
  O7: [told('O7', 'additional', inWords(/Teleworking.*salary scale/, /télétravail.*barème/))],
  O8: [
    {
      asked: 'which clause it is printed for, and what that clause limits',
      answer: (organisation) => ({
        paragraphs: paragraph('O8')(organisation),
        limited: organisation.contractClauses.find(({ code }) => code === 'turnover')?.terms[0]?.['non-seconded'],
      }),
      expected: {
        paragraphs: [
          { clause: 'turnover', text: inWords(/keep the staff internationally diverse/, /diversité internationale/) },
        ],
        limited: { maximum: { months: 72 } },
      },
    },
  ],
};
