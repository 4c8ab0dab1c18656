import type { NoticeRecord } from './notice.ts';

/** A complete notice of our own in both languages; a test states only what it is about. */
export function exampleNotice(changes: Partial<NoticeRecord> = {}): NoticeRecord {
  return { ...facts, ...texts, ...changes };
}

const facts = {
  reference: '260014',
  location: { country: 'NL', city: 'Maastricht' },
  body: 'NRC',
  schedule: 'full-time',
  deadline: { date: '2026-12-18', time: null },
  salary: { amountMinor: 784515, currency: 'EUR', period: 'monthly' },
  grades: ['G17'],
  clearance: 'NS',
  budgetPending: false,
  fastTrack: false,
  attachments: [],
  languages: { one: 'V', other: 'I' },
  directReports: { count: 3, breakdown: [] },
  indirectReports: { count: 0 },
  contract: { clause: 'turnover', twinGradeNote: false },
  provisionalSchedule: [],
} as const satisfies Partial<NoticeRecord>;

const texts = {
  title: { en: 'Officer, Flood Forecasting', fr: 'Administratrice/Administrateur (prévision des crues)' },
  summary: {
    en: [
      'The Forecasting Section warns the river towns of floods.',
      'The incumbent keeps the flood model in good order.',
    ],
    fr: [
      'La Section Prévision avertit les villes riveraines du risque de crue.',
      'La personne titulaire du poste veille au bon état du modèle de crue.',
    ],
  },
  challenges: { en: [], fr: [] },
  essential: {
    en: [
      'hold a university degree in hydrology or an equivalent qualification',
      'have at least 3 years of experience in river forecasting',
      'possess the following minimum levels of the official languages (English/French): V (“Advanced”) in one; I (“Beginner”) in the other',
    ],
    fr: [
      'être titulaire d’un diplôme universitaire en hydrologie ou d’une qualification équivalente',
      'avoir au moins trois ans d’expérience de la prévision fluviale',
      'avoir au minimum le niveau de compétence V (« avancé ») dans l’une des deux langues officielles (anglais/français), et le niveau I (« débutant ») dans l’autre',
    ],
  },
  desirable: {
    en: ['knowledge of the gauges of the lower Meuse'],
    fr: ['la connaissance des échelles de la basse Meuse'],
  },
  accountabilities: {
    en: [
      {
        heading: 'Expertise Development',
        text: 'Keep the flood model fit for use. Compare each forecast with the gauge.',
      },
      { heading: 'Stakeholder Management', text: 'Answer the questions of the river towns.' },
    ],
    fr: [
      {
        heading: 'Développement de l’expertise',
        text: 'Veille au bon état du modèle de crue. Compare chaque prévision au relevé.',
      },
      { heading: 'Gestion des parties prenantes', text: 'Répond aux questions des villes riveraines.' },
    ],
  },
  interrelationships: {
    en: 'The incumbent reports to the Head of the Forecasting Section.',
    fr: 'La personne titulaire du poste relève de la/du chef de la Section Prévision.',
  },
  competencies: {
    en: [
      { name: 'Analytical Thinking', indicator: 'Sees multiple relationships' },
      { name: 'Teamwork', indicator: 'Cooperates' },
    ],
    fr: [
      { name: 'Réflexion analytique', indicator: 'discerne les relations multiples' },
      { name: 'Travail en équipe', indicator: 'coopère' },
    ],
  },
  closingDuty: {
    en: 'Perform any other related duty as assigned.',
    fr: 'S’acquitte de toute autre tâche en rapport avec ses fonctions qui pourrait lui être confiée.',
  },
  introductions: {
    essential: { en: 'The incumbent must:', fr: 'La personne titulaire du poste doit :' },
    desirable: {
      en: 'The following would be considered an advantage:',
      fr: 'Seraient considérées comme autant d’atouts :',
    },
    competencies: {
      en: 'The incumbent must demonstrate:',
      fr: 'La personne titulaire du poste doit faire preuve des compétences suivantes :',
    },
  },
  otherText: {
    preamble: { en: [], fr: [] },
    requirements: { en: [], fr: [] },
    contract: {
      en: [
        'Contract clause applicable:',
        'This is a post in which turnover is desirable. The maximum period of service foreseen in this post is 6 years.',
      ],
      fr: [
        'Clause contractuelle applicable :',
        'Il s’agit d’un poste auquel il est souhaitable d’assurer une rotation. La durée de service maximale prévue à ce poste est de six ans.',
      ],
    },
    application: {
      en: ['Applications are sent with this system, before the deadline.'],
      fr: ['Les candidatures sont envoyées par ce système, avant la date limite.'],
    },
    additional: {
      en: ['The Commission welcomes applications from all member nations.'],
      fr: ['La Commission accueille les candidatures de tous les pays membres.'],
    },
  },
  otherFields: { en: [], fr: [] },
  otherSections: { en: [], fr: [] },
  links: { en: [], fr: [] },
} as const satisfies Partial<NoticeRecord>;
