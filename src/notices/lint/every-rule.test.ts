import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readNotice } from '../import/read-notice.ts';
import { loadOrganisationFolder } from '../organisation-folder.ts';
import { RULES, type Finding, type RuleName, type Severity } from './finding.ts';
import { lintNotice } from './lint-notice.ts';
import { loadSpelling } from './spelling.ts';

const ORGANISATION = 'organisations/northern-rivers';
const tools = { ...loadOrganisationFolder(ORGANISATION), spelling: await loadSpelling() };
/** With ordinary spaces alone, so that an edit can be read. */
const NOTICE = readFileSync(`${ORGANISATION}/demonstration/260127.txt`, 'utf8').replaceAll(/[\u00A0\u202F]/g, ' ');
const TODAY = '2026-11-27';
const FRENCH = NOTICE.indexOf('Chef de la Section');

type Edit = readonly [from: string | RegExp, to: string];
type Fault = {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly edits: readonly Edit[];
  /** Words of a line that the finding must point at, in the edited text. */
  readonly at: string;
  readonly fix?: Finding['fix'];
};

/** What puts a fault of each rule into a notice that has none. */
const FAULTS: readonly Fault[] = [
  { rule: 'parity/language-missing', severity: 'error', edits: [[NOTICE.slice(FRENCH), '']], at: '' },
  {
    rule: 'parity/section-missing',
    severity: 'error',
    edits: [[/4\. STRUCTURE ET LIAISONS[\s\S]*?(?=5\. COMPÉTENCES)/, '']],
    at: '5. COMPÉTENCES',
  },
  {
    rule: 'parity/placeholder',
    severity: 'error',
    edits: [[/(3\. RESPONSABILITÉS PRINCIPALES\n)[\s\S]*?(?=4\. STRUCTURE)/, '$1\nVoir la version anglaise.\n\n']],
    at: 'Voir la version anglaise',
  },
  {
    rule: 'parity/untranslated',
    severity: 'error',
    edits: [
      [
        /^Arrêter les méthodes de la Section.*$/m,
        'Set the methods of the Section and have every forecast verified after the event.',
      ],
    ],
    at: 'Set the methods of the Section and have every forecast verified after the event.\n',
  },
  { rule: 'parity/facts', severity: 'error', edits: [['17-janv.-2027', '18-janv.-2027']], at: '18-janv.-2027' },
  {
    rule: 'parity/one-language-only',
    severity: 'error',
    edits: [['S’acquitter de toute autre tâche que le poste peut raisonnablement appeler.', '']],
    at: 'Perform any other duty',
  },
  {
    rule: 'parity/list-length',
    severity: 'error',
    edits: [['- des travaux publiés sur la vérification des prévisions ;\n', '']],
    at: 'published work',
  },
  {
    rule: 'parity/paragraph-missing',
    severity: 'warning',
    edits: [[/^L’état d’une candidature.*$/m, '']],
    at: 'enquiries by telephone',
  },
  {
    rule: 'parity/numbers',
    severity: 'error',
    edits: [['au moins 10 années', 'au moins 12 années']],
    at: 'au moins 12 années',
  },
  { rule: 'parity/competencies', severity: 'error', edits: [['Maîtrise de soi :', 'Empathie :']], at: 'Empathie' },
  {
    rule: 'parity/headings',
    severity: 'error',
    edits: [['Gestion financière', 'Gestion de projet']],
    at: 'Gestion de projet',
  },
  {
    rule: 'parity/unit',
    severity: 'error',
    edits: [
      ['saying how they see these challenges', 'saying how they see the challenges of the Dredging Works Section'],
      ['la/le candidat(e) voit ces défis', 'la/le candidat(e) voit les défis de la Section Prévision des crues'],
    ],
    at: 'Dredging Works Section',
  },
  {
    rule: 'parity/term',
    severity: 'warning',
    edits: [
      ['- hold a university degree in hydrology', '- hold a degree in forecasting (prévision)'],
      ['Head, Flood Forecasting Section', 'Head, Hydrology Section'],
      ['Chef de la Section Prévision des crues', 'Chef de la Section Hydrologie'],
      ['- published work on forecast verification;', '- published work on hydrology;'],
      [/^(Set the methods|Draft the common|Prepare the budget|Speak for|Lead the Section).*$/gm, '$& Know hydrology.'],
      [
        /^(Arrêter les méthodes|Rédiger les seuils|Préparer le budget|S’exprimer au nom|Diriger la Section).*$/gm,
        '$& Connaît l’hydrologie.',
      ],
    ],
    at: 'published work on hydrology',
  },
  {
    rule: 'completeness/facts',
    severity: 'warning',
    edits: [
      ['Application Deadline: 17-Jan-2027\n', ''],
      ['Date limite de candidature : 17-janv.-2027\n', ''],
    ],
    at: 'Head, Flood',
  },
  {
    rule: 'completeness/repeated',
    severity: 'warning',
    edits: [['Grade: G22', 'Grade: G22\nGrade: G20']],
    at: 'Grade: G20',
  },
  {
    rule: 'completeness/salary',
    severity: 'error',
    edits: [
      ['17-Jan-2027', '17-Nov-2026'],
      ['17-janv.-2027', '17-nov.-2026'],
      ['11,020.80', '11,020.90'],
      ['11 020,80', '11 020,90'],
    ],
    at: '11,020.90',
  },
  {
    rule: 'completeness/clearance',
    severity: 'warning',
    edits: [
      ['Clearance Level: NS\n', ''],
      ['Niveau de l’habilitation de sécurité : NS\n', ''],
    ],
    at: 'Grade: G22',
  },
  {
    rule: 'completeness/time-zone',
    severity: 'info',
    edits: [
      ['17-Jan-2027', '17-Jan-2027, 11:59:00 PM'],
      ['17-janv.-2027', '17-janv.-2027, 23:59:00'],
    ],
    at: '11:59:00 PM',
  },
  {
    rule: 'completeness/days-open',
    severity: 'error',
    edits: [
      ['17-Jan-2027', '16-Dec-2026'],
      ['17-janv.-2027', '16-déc.-2026'],
    ],
    at: '16-Dec-2026',
  },
  {
    rule: 'completeness/level-names',
    severity: 'error',
    edits: [['V (“Advanced”)', 'V (“Beginner”)']],
    at: 'Beginner',
  },
  {
    rule: 'completeness/contract',
    severity: 'error',
    edits: [['The first contract is for three years.', 'The first contract is for four years.']],
    at: 'four years',
  },
  {
    rule: 'completeness/closing-duty',
    severity: 'info',
    edits: [
      ['Perform any other duty that the post may reasonably call for.', ''],
      ['S’acquitter de toute autre tâche que le poste peut raisonnablement appeler.', ''],
    ],
    at: 'Speak for the Commission',
  },
  { rule: 'completeness/schedule-year', severity: 'info', edits: [], at: 'second week of February' },
  { rule: 'completeness/numbering', severity: 'warning', edits: [['1. SUMMARY', 'SUMMARY']], at: 'SUMMARY' },
  {
    rule: 'completeness/labels',
    severity: 'warning',
    edits: [['Date limite de candidature', 'Date de retrait']],
    at: 'Date de retrait',
    fix: { from: 'Date de retrait', to: 'Date limite de candidature' },
  },
  {
    rule: 'language/english-accent',
    severity: 'error',
    edits: [['under the Staff Rules', 'under the Staff Régulations']],
    at: 'Régulations',
    fix: { from: 'Régulations', to: 'Regulations' },
  },
  {
    rule: 'language/capital-accent',
    severity: 'warning',
    edits: [['Épreuve écrite', 'Epreuve écrite']],
    at: 'Epreuve',
    fix: { from: 'Epreuve', to: 'Épreuve' },
  },
  {
    rule: 'language/french-spacing',
    severity: 'info',
    edits: [['les défis suivants :', 'les défis suivants:']],
    at: 'suivants:',
  },
  {
    rule: 'language/english-spacing',
    severity: 'info',
    edits: [['challenges in particular:', 'challenges in particular :']],
    at: 'particular :',
  },
  {
    rule: 'language/apostrophes',
    severity: 'info',
    edits: [['candidate’s own work', "candidate's own work"]],
    at: "candidate's",
  },
  {
    rule: 'language/title-case',
    severity: 'warning',
    edits: [['Head, Flood Forecasting Section (', 'Head, The Flood Forecasting Section (']],
    at: 'Head, The Flood',
    fix: { from: ', The ', to: ', ' },
  },
  {
    rule: 'language/relative-clause',
    severity: 'warning',
    edits: [['durée déterminée de trois ans, renouvelable', 'durée déterminée de trois ans ; qui est renouvelable']],
    at: '; qui est',
  },
  {
    rule: 'language/list-punctuation',
    severity: 'info',
    edits: [
      [
        '- experience of ensemble forecasting in daily operation;',
        '- experience of ensemble forecasting in daily operation.',
      ],
      ['German, Hungarian or Romanian.', 'German, Hungarian or Romanian;'],
    ],
    at: 'Romanian;',
  },
  {
    rule: 'language/final-mark',
    severity: 'info',
    edits: [['explained on the [website](#) of the Commission.', 'explained on the website of the Commission']],
    at: 'website of the Commission',
  },
  {
    rule: 'language/acronym',
    severity: 'info',
    edits: [['The incumbent reports to the Director', 'The incumbent reports to the DBM, the Director']],
    at: 'DBM',
  },
  {
    rule: 'language/unused-acronym',
    severity: 'info',
    edits: [['ninety control rooms', 'ninety control rooms and the Lock Inspection Team (LIT)']],
    at: '(LIT)',
  },
  {
    rule: 'language/ise-ize',
    severity: 'info',
    edits: [
      ['Make sure that at any hour', 'Prioritize and organise so that at any hour'],
      ['Recruit, train and appraise the staff.', 'Recognise merit. Summarise often.'],
      ['Organization', 'Organisation'],
    ],
    at: 'Prioritize',
    fix: { from: 'Prioritize', to: 'Prioritise' },
  },
  {
    rule: 'language/variants',
    severity: 'info',
    edits: [
      ['decides on methods', 'decides on the programme, on methods'],
      ['published work', 'published program of work'],
    ],
    at: 'published program',
  },
  {
    rule: 'language/number-style',
    severity: 'info',
    edits: [['for 4 years or more', 'for four years or more']],
    at: 'four years',
  },
  {
    rule: 'language/inclusive',
    severity: 'info',
    edits: [['Conseiller la/le secrétaire général(e)', 'Conseiller le secrétaire général']],
    at: 'le secrétaire général',
  },
  {
    rule: 'language/redundant',
    severity: 'warning',
    edits: [['leads the forecasters', 'leads the the forecasters']],
    at: 'the the',
    fix: { from: 'the the', to: 'the' },
  },
  {
    rule: 'language/spelling',
    severity: 'info',
    edits: [['hydrological and meteorological services', 'hydrological and meteorologcal services']],
    at: 'meteorologcal',
  },
];

test.for(FAULTS)('$rule is found where it is', ({ rule, severity, edits, at, fix }) => {
  const text = edits.reduce((before, [from, to]) => before.replace(from, to), NOTICE);
  const read = readNotice(text, tools.vocabulary);
  if (!read.ok) throw new Error('The edited notice is not read');
  const lines = text.split('\n');

  const found = lintNotice({ ...read.value, text, today: TODAY }, tools).filter(
    (finding) => finding.rule === rule && finding.severity === severity,
  );
  const told = found.flatMap((finding) =>
    Object.values(finding.lines).flatMap((where) => (where ? lines.slice(where.from - 1, where.to) : [])),
  );

  expect(found.length).toBeGreaterThan(0);
  expect(told.some((line) => line.includes(at.trim()))).toBe(true);
  expect(found.map((finding) => JSON.stringify(finding.fix))).toContain(JSON.stringify(fix));
  for (const { message } of found) expect(message.en).not.toBe(message.fr);
});

test('every rule has its example', () => {
  expect(FAULTS.map(({ rule }) => rule)).toEqual([...RULES]);
});

test('before its edits, the notice has neither an error nor a warning', () => {
  const read = readNotice(NOTICE, tools.vocabulary);
  const findings = read.ok ? lintNotice({ ...read.value, text: NOTICE, today: TODAY }, tools) : [];

  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});
