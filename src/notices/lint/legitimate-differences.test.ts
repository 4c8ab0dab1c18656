import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readNotice } from '../import/read-notice.ts';
import { loadOrganisationFolder } from '../organisation-folder.ts';
import type { Finding, RuleName } from './finding.ts';
import { lintNotice } from './lint-notice.ts';
import { loadSpelling } from './spelling.ts';

const ORGANISATION = 'organisations/northern-rivers';
const tools = { ...loadOrganisationFolder(ORGANISATION), spelling: await loadSpelling() };
/** With ordinary spaces alone, so that an edit can be read. */
const NOTICE = readFileSync(`${ORGANISATION}/demonstration/260127.txt`, 'utf8').replaceAll(/[\u00A0\u202F]/g, ' ');

type Edit = readonly [from: string | RegExp, to: string];
type Difference = {
  /** Of the specification, (c3). */
  readonly id: string;
  readonly difference: string;
  /** What makes the notice differ so; it has the difference already where there are none. */
  readonly edits: readonly Edit[];
  /** Rules that would be the first to take it for a fault. */
  readonly silent?: readonly RuleName[];
};

/** Differences between the languages, or from other notices, that are as they should be. */
const LEGITIMATE: readonly Difference[] = [
  {
    id: 'L-01',
    difference: 'decimal and thousands marks',
    edits: [
      ['a yearly credit of 3.1 million euros', 'a yearly credit of 3,100,000 euros'],
      ['d’un crédit annuel de 3,1 millions d’euros', 'd’un crédit annuel de 3 100 000 euros'],
    ],
  },
  {
    id: 'L-02',
    difference: 'names of months',
    edits: [
      ['17-Jan-2027', '17-Dec-2026'],
      ['17-janv.-2027', '17-déc.-2026'],
    ],
  },
  {
    id: 'L-03',
    difference: 'clock of twelve and of twenty-four hours',
    edits: [
      ['17-Jan-2027', '17-Jan-2027, 11:59:00 PM'],
      ['17-janv.-2027', '17-janv.-2027, 23:59:00'],
    ],
    silent: ['parity/facts', 'parity/numbers'],
  },
  {
    id: 'L-04',
    difference: 'figures against words',
    edits: [
      ['at least 10 years’ experience', 'at least ten years’ experience'],
      ['for 4 years or more', 'for four years or more'],
      ['Over the next three to five years', 'Over the next 3-5 years'],
      ['three years; renewable once for up to three years', '3 years; renewable once for up to 3 years'],
    ],
    silent: ['parity/numbers', 'completeness/contract'],
  },
  {
    id: 'L-05',
    difference: 'imperative against third person in accountabilities',
    edits: [['Diriger la Section et ses équipes de quart.', 'Dirige la Section et ses équipes de quart.']],
  },
  {
    id: 'L-06',
    difference: 'you and we against the impersonal',
    edits: [
      ['Anyone who needs an adjustment during the selection', 'If you need an adjustment during the selection'],
      ['is asked to say so on being invited', 'we ask you to say so on being invited'],
    ],
  },
  {
    id: 'L-07',
    difference: 'inclusive writing in French',
    edits: [
      [/La\/Le titulaire du poste doit/g, 'La personne titulaire du poste doit'],
      ['et être présent(e) en salle', 'et être présente en salle'],
    ],
  },
  {
    id: 'L-08',
    difference: 'agreement of the introduction with a mixed list',
    edits: [['Seraient considérées comme', 'Seraient considérés comme']],
  },
  {
    id: 'L-09',
    difference: 'acronyms that differ by language',
    edits: [
      [
        'with the hydrological and meteorological services',
        'with the European Union (EU), the United Nations (UN), the services',
      ],
      [
        'avec les services hydrologiques et météorologiques',
        'avec l’Union européenne (UE), l’Organisation des Nations Unies (ONU), les services',
      ],
    ],
  },
  {
    id: 'L-10',
    difference: 'acronyms that both languages share',
    edits: [
      ['the outpost in Galați', 'the outpost in Galați, within the Hostile Waters Awareness Training (HWAT)'],
      [
        'que l’antenne de Galați',
        'que l’antenne de Galați, dans le cadre de la formation à la navigation dangereuse (HWAT)',
      ],
    ],
    silent: ['language/unused-acronym'],
  },
  {
    id: 'L-11',
    difference: 'order of the conditions before appointment',
    edits: [
      [
        'les autorités nationales délivrent l’**habilitation de sécurité**, la/le médecin-conseil de la Commission approuve le **dossier médical**, les études et l’expérience professionnelle sont vérifiées',
        'les études et l’expérience professionnelle sont vérifiées, les autorités nationales délivrent l’**habilitation de sécurité**, la/le médecin-conseil de la Commission approuve le **dossier médical**',
      ],
    ],
  },
  {
    id: 'L-12',
    difference: 'items that end with a semicolon in one language and a full stop in the other',
    edits: [
      [/(?<=^- (?:Promotion|Réflexion|Valorisation|Persuasion|Aptitude|Compréhension).*) ;$/gmu, '.'],
      [
        'The incumbent must demonstrate these competencies:',
        'The incumbent will demonstrate the following competencies:',
      ],
    ],
    silent: ['language/list-punctuation'],
  },
  {
    id: 'L-13',
    difference: 'two French forms of the language requirement',
    edits: [
      [
        'avoir au moins les niveaux suivants dans les langues officielles de la Commission (anglais/français) : V (« avancé ») dans l’une ; III (« intermédiaire ») dans l’autre',
        'avoir au minimum le niveau V (« avancé ») dans l’une des deux langues officielles de la Commission (anglais/français), et le niveau III (« intermédiaire ») dans l’autre',
      ],
    ],
    silent: ['parity/facts', 'parity/numbers'],
  },
  { id: 'L-14', difference: '“N/A” and « sans objet »', edits: [['Indirect reports: N/A', 'Indirect reports: N/a']] },
  {
    id: 'L-15',
    difference: 'links that differ by their language alone',
    edits: [
      ['[website](#)', 'website (https://www.rivers.example/pages/en/salaries.htm)'],
      ['[site web](#)', 'site web (https://www.rivers.example/pages/fr/salaries.htm)'],
    ],
  },
  {
    id: 'L-16',
    difference: 'shape of the title',
    edits: [
      ['Head, Flood Forecasting Section (260127)', 'Officer, Flood Forecasting (260127)'],
      [
        'Chef de la Section Prévision des crues (260127)',
        'Administratrice/Administrateur (prévision des crues) (260127)',
      ],
    ],
  },
  {
    id: 'L-17',
    difference: 'two wordings of the agreement of the national administration',
    edits: [
      ['with the agreement of that administration; six', 'subject also to the agreement of that administration; six'],
    ],
  },
  {
    id: 'L-18',
    difference: 'the last day to ask for conversion, told in two ways',
    edits: [['et au plus tard un an avant son terme', 'au plus tard un an avant l’expiration de la deuxième période']],
  },
  {
    id: 'L-19',
    difference: 'a list in one sentence against « après … et sous réserve de »',
    edits: [
      [
        /Avant toute nomination, les autorités.*$/mu,
        'La nomination se fera après vérification des études et de l’expérience professionnelle, et sous réserve de la délivrance de l’**habilitation de sécurité** par les autorités nationales, de l’approbation du **dossier médical** par la/le médecin-conseil et de l’achèvement de l’**accréditation**.',
      ],
    ],
  },
  {
    id: 'L-20',
    difference: 'a place that one language names and the other leaves out',
    edits: [
      [
        'Teleworking and flexible hours are possible',
        'In the building in Brussels, Belgium, teleworking and flexible hours are possible',
      ],
    ],
  },
  {
    id: 'L-21',
    difference: 'French that is longer, in more sentences',
    edits: [
      [
        'La/Le chef conduira ce changement.',
        'La/Le chef conduira ce changement. C’est là une tâche de longue haleine. Elle suppose de convaincre, de former et de publier, année après année, ce qui a été atteint et ce qui ne l’a pas été.',
      ],
    ],
  },
  {
    id: 'L-22',
    difference: 'paragraphs that a page break has cut or joined',
    edits: [
      ['have asked for warnings that come earlier and', 'have asked for warnings that come earlier\n\nand'],
      ['La durée de service n’y dépasse', '\n\nLa durée de service n’y dépasse'],
    ],
  },
  {
    id: 'L-23',
    difference: 'labels with a colon in one notice and without in another',
    edits: [
      ['Clearance Level: NS', 'Clearance Level NS'],
      ['Grade: G22', 'Grade G22'],
      ['Grade : G22', 'Grade G22'],
    ],
  },
  {
    id: 'L-24',
    difference: 'marks of Markdown in one language alone',
    edits: [
      ['**security clearance**', 'security clearance'],
      ['**medical file**', 'medical file'],
      ['*', '*'],
    ],
  },
  {
    id: 'L-25',
    difference: 'kinds of bullet, and “and” before the last item',
    edits: [
      [/^- (?=\p{Ll})/gmu, '• '],
      ['in daily operation;', 'in daily operation; and'],
    ],
  },
  {
    id: 'L-26',
    difference: 'kinds of quotation mark',
    edits: [
      ['(“Advanced”)', '(‘Advanced’)'],
      ['(“Intermediate”)', '("Intermediate")'],
    ],
  },
  {
    id: 'L-27',
    difference: 'the line on the budget in any case, in quotes or without',
    edits: [
      ['1. SUMMARY', '“Pending Budget Approval”\n\n1. SUMMARY'],
      ['1. RÉSUMÉ', 'SOUS RÉSERVE D’APPROBATION PAR LES AUTORITÉS BUDGÉTAIRES\n\n1. RÉSUMÉ'],
    ],
  },
  {
    id: 'L-28',
    difference: 'a paragraph that neither language has',
    edits: [
      [/^Anyone who needs an adjustment.*$/mu, ''],
      [/^Toute personne ayant besoin d’un aménagement.*$/mu, ''],
    ],
  },
  {
    id: 'L-29',
    difference: 'the salary of another year’s scale',
    edits: [
      ['17-Jan-2027', '17-Dec-2025'],
      ['17-janv.-2027', '17-déc.-2025'],
    ],
    silent: ['completeness/salary'],
  },
  {
    id: 'L-30',
    difference: 'the salary of the lower grade of a twin grade',
    edits: [
      ['Grade: G22', 'Grade: G22-G23'],
      ['Grade : G22', 'Grade : G22-G23'],
    ],
    silent: ['completeness/salary'],
  },
  {
    id: 'L-31',
    difference: 'English names and certificates in French',
    edits: [
      [
        'knowledge of German, Hungarian or Romanian.',
        'a certificate such as PRINCE2 or ITIL, and practice of cloud computing.',
      ],
      [
        'la connaissance de l’allemand, du hongrois ou du roumain.',
        'une certification telle que PRINCE2 ou ITIL, et la pratique du cloud computing.',
      ],
    ],
  },
  { id: 'L-32', difference: 'standard headings that are no literal translations', edits: [] },
  {
    id: 'L-33',
    difference: 'a free translation that is used throughout',
    edits: [
      [
        'with national services on shared procedures',
        'with national services and the commercial sector on shared procedures',
      ],
      ['avec des services nationaux, de procédures', 'avec des services nationaux et le secteur privé, de procédures'],
    ],
  },
  {
    id: 'L-34',
    difference: 'the post named by its title in one language and as its holder in the other',
    edits: [['La/Le chef dirige la Section, répond', 'La personne titulaire du poste dirige la Section, répond']],
  },
  { id: 'L-35', difference: 'a deadline on a Sunday', edits: [] },
];

function lint(edits: readonly Edit[]): Finding[] {
  const text = edits.reduce((before, [from, to]) => before.replace(from, to), NOTICE);
  const read = readNotice(text, tools.vocabulary);
  if (!read.ok) throw new Error('The edited notice is not read');
  return lintNotice({ ...read.value, text }, tools);
}

const graver = (findings: readonly Finding[]) =>
  findings.filter(({ severity }) => severity !== 'info').map(({ rule, message }) => `${rule}: ${message.en}`);

describe('the linter is silent on', () => {
  test.for(LEGITIMATE)('$id, $difference', ({ edits, silent = [] }) => {
    const before = edits.map(([from]) =>
      typeof from === 'string' ? NOTICE.includes(from) : new RegExp(from.source, from.flags).test(NOTICE),
    );

    const findings = lint(edits);

    expect(before).toEqual(edits.map(() => true));
    expect(graver(findings)).toEqual([]);
    expect(findings.map(({ rule }) => rule).filter((rule) => silent.includes(rule))).toEqual([]);
    expect(findings.filter(({ rule }) => rule.startsWith('parity/'))).toEqual([]);
  });

  test('every legitimate difference of the specification, each once', () => {
    expect(LEGITIMATE.map(({ id }) => id)).toEqual(
      Array.from({ length: 35 }, (_, index) => `L-${String(index + 1).padStart(2, '0')}`),
    );
  });
});

describe('and not on', () => {
  const FAULTS: readonly (readonly [fault: string, edits: readonly Edit[], rule: RuleName])[] = [
    ['another amount', [['11 020,80Euro', '11 200,80Euro']], 'parity/facts'],
    ['another month', [['17-janv.-2027', '17-févr.-2027']], 'parity/facts'],
    [
      'another hour',
      [
        ['17-Jan-2027', '17-Jan-2027, 11:59:00 PM'],
        ['17-janv.-2027', '17-janv.-2027, 11:59:00'],
      ],
      'parity/facts',
    ],
    ['another number of years', [['pendant 4 ans ou plus', 'pendant 5 ans ou plus']], 'parity/numbers'],
    ['another level', [['III (« intermédiaire »)', 'II (« élémentaire »)']], 'parity/facts'],
    ['a level by another’s name', [['III (« intermédiaire »)', 'III (« avancé »)']], 'completeness/level-names'],
    ['a paragraph of one language', [[/^Anyone who needs an adjustment.*$/mu, '']], 'parity/paragraph-missing'],
    [
      'a budget line of one language',
      [['1. SUMMARY', 'Pending Budget Approval\n\n1. SUMMARY']],
      'parity/one-language-only',
    ],
    [
      'an amount of no scale',
      [
        ['17-Jan-2027', '17-Nov-2026'],
        ['17-janv.-2027', '17-nov.-2026'],
        ['11,020.80Euro', '11,200.80Euro'],
        ['11 020,80Euro', '11 200,80Euro'],
      ],
      'completeness/salary',
    ],
    [
      'another term than the clause’s',
      [['The first contract is for three years.', 'The first contract is for five years.']],
      'completeness/contract',
    ],
    ['an item of one language', [['- published work on forecast verification;\n', '']], 'parity/list-length'],
    ['another competency', [['Maîtrise de soi : reste', 'Empathie : reste']], 'parity/competencies'],
    ['another heading', [['Gestion financière', 'Gestion de projet']], 'parity/headings'],
  ];

  test.for(FAULTS)('%s', ([, edits, rule]) => {
    const findings = lint(edits);

    expect(
      findings.filter(({ severity }) => severity === 'error' || severity === 'warning').map((finding) => finding.rule),
    ).toContain(rule);
  });
});
