import * as fc from 'fast-check';
import type { Localized } from '../../platform/language.ts';
import { exampleNotice } from '../notice-testing.ts';
import type { NoticeRecord } from '../notice.ts';
import { item, running, text, words } from './any-text-testing.ts';

const inBoth = <Item>(list: fc.Arbitrary<Item[]>): fc.Arbitrary<Localized<Item[]>> => fc.record({ en: list, fr: list });
const upTo = <Item>(longest: number, each: fc.Arbitrary<Item>, least = 0) =>
  inBoth(fc.array(each, { minLength: least, maxLength: longest }));
const often = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { freq: 5 });

const example = exampleNotice();
const languageItem = { en: example.essential.en.at(-1) ?? '', fr: example.essential.fr.at(-1) ?? '' };
const announced = { en: 'The post has these challenges:', fr: 'Le poste comporte les défis suivants :' };
const scheduled = {
  en: 'The tests are provisionally scheduled as follows:',
  fr: 'Les épreuves sont programmées comme suit, calendrier provisoire :',
};

const TITLES = {
  en: [
    'Officer, Flood Forecasting',
    'Head (Locks & Bridges), 24/7 Watch – North',
    'Senior Technician “Gauges”/Boats Coordinator, Directorate of the Rivers of the North and Their Flood Plains',
  ],
  fr: ['Administratrice/Administrateur (prévision des crues)', 'Chef·fe, Écluses – Nord', 'Responsable de l’eau'],
} as const;
const COMPETENCIES = {
  en: ['Analytical Thinking', 'Teamwork', 'Water Sense', 'Listening (to Boatmen)'],
  fr: ['Réflexion analytique', 'Travail en équipe', 'Sens de l’eau', 'Écoute'],
};

const LABELS = ['Duration of the mission', 'Family status', 'Durée', 'Nombre de jours', 'Team'] as const;
const HEADINGS = ['SAFETY AT WORK', 'ÉGALITÉ DES CHANCES', 'LIFE ON THE RIVER'] as const;
const ADDRESSES = [
  'https://www.example.org/apply',
  'https://example.org/tests?lang=fr',
  'http://rivers.example/a-b',
] as const;
const HEADED = {
  en: ['Expertise Development', 'Flood Watch', 'Stakeholder Management'],
  fr: ['Gestion de projet', 'Veille des crues'],
};

const grades = fc.constantFrom(
  ...[['G17'], ['G10', 'G12'], ['Unclassified'], []].map((one) => ({ grades: one })),
  { grades: ['G17'], posts: [{ count: 2, grades: ['G17'] }] },
  {
    grades: ['G17'],
    posts: [
      { count: 2, grades: ['G17'] },
      { count: 1, grades: ['G15', 'G17'] },
    ],
  },
);

const competency = (language: 'en' | 'fr') =>
  fc.array(
    fc.record({
      name: fc.constantFrom(...COMPETENCIES[language]),
      indicator: words(1, 12).map((all) => `sees ${all} river`),
    }),
    { minLength: 1, maxLength: 8 },
  );

const facts = fc.record({
  reference: fc.constantFrom('260014', '251918'),
  location: often(
    fc.constantFrom(
      { country: 'NL', city: 'The Hague' },
      { country: 'BE', city: 'Brussels' },
      { country: 'IT', city: 'La Spezia' },
      { country: 'LU', city: 'Luxembourg' },
      { country: 'RO', city: 'Galați' },
      { country: 'GB', city: 'Stow-on-the-Wold' },
      { country: 'US', city: 'Washington' },
    ),
  ),
  body: fc.constantFrom('NRC', 'NATO-IMS'),
  schedule: fc.constantFrom('full-time', 'part-time', null),
  deadline: often(
    fc.record({
      date: fc
        .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      time: fc.constantFrom(null, '23:59:00', '00:00:00', '12:00:00', '23:59:59'),
    }),
  ),
  salary: often(
    fc.record({
      amountMinor: often(fc.integer({ min: 100, max: 99_999_999 })),
      currency: fc.constantFrom('EUR', 'USD', 'HUF', 'CHF'),
      period: fc.constantFrom('monthly' as const, 'annual' as const, 'hourly' as const, null),
    }),
  ),
  clearance: fc.constantFrom('NR', 'NS', 'CTS', 'CTS-A', null),
});

const sections = fc.record({
  summary: inBoth(running(4).filter((all) => all.length > 0)),
  essential: upTo(12, item),
  desirable: upTo(3, item),
  requirements: upTo(1, text),
  duties: upTo(3, text, 1),
  interrelationships: fc.record({ en: text, fr: text }),
  title: fc.record({ en: fc.constantFrom(...TITLES.en), fr: fc.constantFrom(...TITLES.fr) }),
  competencies: fc.record({ en: competency('en'), fr: competency('fr') }),
  directReports: fc.constantFrom(
    { count: null, breakdown: [] },
    { count: 0, breakdown: [] },
    {
      count: 13,
      breakdown: [
        { unit: 'COPS', count: 11 },
        { unit: 'North team', count: 2 },
      ],
    },
  ),
  indirectReports: fc.constantFrom({ count: null }, { count: 0 }, { count: 25 }),
  otherSections: upTo(
    2,
    fc.record({ heading: fc.constantFrom(...HEADINGS), paragraphs: running(3).filter((all) => all.length > 0) }),
  ),
  otherFields: upTo(
    4,
    fc.record({
      label: fc.constantFrom(...LABELS),
      value: fc.oneof(
        words(0, 4).map((all) => `${all} river`.trim()),
        fc.constant(''),
      ),
    }),
  ),
  links: inBoth(fc.uniqueArray(fc.constantFrom(...ADDRESSES))),
  additional: inBoth(running(2)),
  application: inBoth(running(2)),
});

const marks = fc.record({
  openEnded: fc.boolean(),
  only: fc.constantFrom(null, null, null, null, 'en' as const, 'fr' as const),
  budget: fc.boolean(),
  fastTrack: fc.boolean(),
  letter: fc.boolean(),
  stages: fc.integer({ min: 0, max: 3 }),
  stagesMarked: fc.boolean(),
  challenges: fc.integer({ min: 0, max: 3 }),
});

/** Any notice as one may come from print: each of its facts is told by its texts, as those of a notice that was read. */
export const anyReadNotice: fc.Arbitrary<NoticeRecord> = fc
  .tuple(fc.tuple(facts, grades), sections, marks)
  .map(([[given, graded], { requirements, duties, application, additional, ...rest }, marked]) => {
    const in2 = <Value>(of: (language: 'en' | 'fr') => Value): Localized<Value> => ({ en: of('en'), fr: of('fr') });
    const stages = Array.from({ length: marked.stages }, (_, index) => ({
      en: `Stage ${index + 1}, in May`,
      fr: `Étape ${index + 1}, en mai`,
    }));
    const stageTexts = (language: 'en' | 'fr') =>
      marked.stages === 0
        ? []
        : [
            scheduled[language],
            ...stages.map((stage) => `${marked.stagesMarked ? '• ' : ''}${stage[language]}.`),
            'All of this may change.',
          ];
    const record = exampleNotice({
      ...given,
      ...graded,
      ...(marked.openEnded && { deadline: null, openEnded: true as const }),
      ...rest,
      essential: in2((language) => [...rest.essential[language], languageItem[language]]),
      summary: in2((language) => [...rest.summary[language], ...(marked.challenges > 0 ? [announced[language]] : [])]),
      challenges: in2((language) => rest.essential[language].slice(0, marked.challenges)),
      accountabilities: in2((language) =>
        duties[language].slice(0, 2).map((duty, index) => ({ heading: HEADED[language][index] ?? '', text: duty })),
      ),
      budgetPending: marked.budget,
      fastTrack: marked.fastTrack,
      attachments: marked.letter ? [{ kind: 'cover-letter', maxPages: 2, pageSize: 'A4', formats: ['pdf'] }] : [],
      provisionalSchedule: stages,
      otherText: {
        ...example.otherText,
        requirements,
        additional,
        preamble: in2((language) => preamble(marked, language)),
        application: in2((language) => [...stageTexts(language), ...application[language]]),
      },
    });
    return [record, marked.only] as const;
  })
  .map(([record, only]) => (only === null ? record : inOneLanguage(record, only)))
  // An announcement that introduces nothing is none.
  .filter(({ challenges, summary }) =>
    (['en', 'fr'] as const).every((each) => challenges[each].length > 0 || !summary[each].includes(announced[each])),
  );

/** A notice of which there is one half. */
const inOneLanguage = (record: NoticeRecord, only: 'en' | 'fr'): NoticeRecord =>
  JSON.parse(JSON.stringify(record), (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part) || !('en' in part || 'fr' in part))
      return part;
    const other = only === 'en' ? 'fr' : 'en';
    const kept: Record<string, unknown> = { ...part };
    if (Array.isArray(kept[other])) kept[other] = [];
    else delete kept[other];
    return kept;
  }) as NoticeRecord;

type Marked = { budget: boolean; fastTrack: boolean; letter: boolean };

const preamble = ({ budget, fastTrack, letter }: Marked, language: 'en' | 'fr') =>
  [
    budget && { en: 'Pending budget approval', fr: 'Sous réserve d’approbation budgétaire' },
    fastTrack && { en: 'This is a fast track competition.', fr: 'Le recrutement suit la procédure accélérée.' },
    letter && {
      en: 'Applicants are asked to attach a cover letter of at most two pages (A4, PDF).',
      fr: 'Il est demandé de joindre une lettre de motivation de deux pages au plus (A4, PDF).',
    },
  ].flatMap((each) => (each ? [each[language]] : []));
