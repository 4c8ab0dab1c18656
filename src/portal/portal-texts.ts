import type { Language, Localized } from '../platform/language.ts';
import type { AttachmentFormat } from '../notices/notice.ts';

type Count = { one: string; other: string };

type PortalTexts = {
  vacancies: string;
  search: string;
  grade: string;
  place: string;
  show: string;
  showAll: string;
  open: Count;
  found: Count;
  noneOpen: string;
  noneOpenNext: string;
  noneFound: string;
  until: string;
  clearance: string;
  clearanceNote: string;
  reference: string;
  deadline: string;
  closed: string;
  closedNote: string;
  gradeAndPay: string;
  twinGrades: string;
  languages: string;
  /** Levels in two official languages: where there are two of them, and where there are more. */
  languagesOfTwo: { value: string; note: string };
  languagesOfMore: { value: string; note: string };
  periods: Record<'monthly' | 'annual' | 'hourly', string>;
  payNote: string;
  budgetPending: string;
  fastTrack: string;
  published: string;
  sections: Record<SectionName, string>;
  essential: string;
  desirable: string;
  challenges: string;
  directReports: string;
  indirectReports: string;
  reports: Count;
  none: string;
  twinGradeNote: string;
  clauseWhy: string;
  clauseSource: string;
  schedule: string;
  otherFields: string;
  links: string;
  preamble: string;
  elsewhere: Record<Language, string>;
  apply: string;
  applyNote: string;
  applyButton: string;
  documents: string;
  noDocuments: string;
  pages: Count;
  formats: Record<AttachmentFormat, string>;
  takeAway: string;
  otherLanguage: Record<Language, string>;
  print: string;
  asFile: string;
  allVacancies: string;
  body: string;
};

type SectionName =
  | 'summary'
  | 'qualifications'
  | 'accountabilities'
  | 'interrelationships'
  | 'competencies'
  | 'contract'
  | 'application'
  | 'additional';

export const PORTAL_TEXTS: Localized<PortalTexts> = {
  en: {
    vacancies: 'Vacancies',
    search: 'Words or reference',
    grade: 'Grade',
    place: 'Place',
    show: 'Search',
    showAll: 'Show all vacancies',
    open: { one: '{n} open vacancy', other: '{n} open vacancies' },
    found: { one: '{n} vacancy found', other: '{n} vacancies found' },
    noneOpen: 'No vacancy is open at the moment.',
    noneOpenNext: 'New vacancies appear here on the day they are published.',
    noneFound: 'No open vacancy matches this search.',
    until: 'Apply until',
    clearance: 'Security clearance',
    clearanceNote: 'obtained after selection',
    reference: 'Reference',
    deadline: 'Deadline',
    closed: 'Closed',
    closedNote: 'The deadline has passed: applications are no longer received.',
    gradeAndPay: 'Grade and pay',
    twinGrades: 'or {grade}, twin-graded post',
    languages: 'Languages',
    languagesOfTwo: { value: '{one} in one, {other} in the other', note: '{languages}, either way round' },
    languagesOfMore: { value: '{one} in one, {other} in another', note: '{languages}, as you choose' },
    periods: { monthly: 'a month', annual: 'a year', hourly: 'an hour' },
    payNote: '{amount} {period}, before allowances',
    budgetPending: 'Pending budget approval',
    fastTrack: 'Fast-track selection',
    published: 'Published on {date}',
    sections: {
      summary: 'Summary',
      qualifications: 'Qualifications and experience',
      accountabilities: 'Main accountabilities',
      interrelationships: 'Interrelationships',
      competencies: 'Competencies',
      contract: 'Contract',
      application: 'Application and recruitment process',
      additional: 'Additional information',
    },
    essential: 'Essential',
    desirable: 'Desirable',
    challenges: 'Key challenges of the post',
    directReports: 'Direct reports',
    indirectReports: 'Indirect reports',
    reports: { one: '{n} person', other: '{n} people' },
    none: 'none',
    twinGradeNote: 'The post is offered at one of two grades; the notice says how the grade is settled.',
    clauseWhy: 'What does this contract mean?',
    clauseSource: 'Source: {source}',
    schedule: 'Provisional schedule',
    otherFields: 'Also stated',
    links: 'Links in the notice',
    preamble: 'Before you read on',
    elsewhere: {
      en: 'This part of the notice exists in English only.',
      fr: 'This part of the notice exists in French only. It is shown in French.',
    },
    apply: 'Apply',
    applyNote: 'You are told whether you may apply before you write a line. The form saves itself.',
    applyButton: 'Check that I may apply',
    documents: 'Documents to attach',
    noDocuments: 'None: the application form is all.',
    pages: { one: 'at most {n} page', other: 'at most {n} pages' },
    formats: { pdf: 'PDF', word: 'Word' },
    takeAway: 'Take it with you',
    otherLanguage: { en: 'This notice in English', fr: 'This notice in French' },
    asFile: 'The whole notice, in both languages, as a file:',
    print: 'Printed, this page is the whole notice.',
    allVacancies: 'All vacancies',
    body: 'Body',
  },
  fr: {
    vacancies: 'Postes à pourvoir',
    search: 'Mots ou référence',
    grade: 'Grade',
    place: 'Lieu',
    show: 'Rechercher',
    showAll: 'Afficher tous les postes',
    open: { one: '{n} poste à pourvoir', other: '{n} postes à pourvoir' },
    found: { one: '{n} poste trouvé', other: '{n} postes trouvés' },
    noneOpen: 'Aucun poste n’est à pourvoir pour le moment.',
    noneOpenNext: 'Les nouveaux avis paraissent ici le jour de leur publication.',
    noneFound: 'Aucun poste à pourvoir ne correspond à cette recherche.',
    until: 'Date limite :',
    clearance: 'Habilitation de sécurité',
    clearanceNote: 'obtenue après la sélection',
    reference: 'Référence',
    deadline: 'Date limite',
    closed: 'Clos',
    closedNote: 'La date limite est passée : les candidatures ne sont plus reçues.',
    gradeAndPay: 'Grade et traitement',
    twinGrades: 'ou {grade}, poste à double grade',
    languages: 'Langues',
    languagesOfTwo: {
      value: '{one} dans l’une, {other} dans l’autre',
      note: '{languages}, dans un sens ou dans l’autre',
    },
    languagesOfMore: { value: '{one} dans l’une, {other} dans une autre', note: '{languages}, à votre choix' },
    periods: { monthly: 'par mois', annual: 'par an', hourly: 'de l’heure' },
    payNote: '{amount} {period}, hors indemnités',
    budgetPending: 'Sous réserve d’approbation budgétaire',
    fastTrack: 'Sélection accélérée',
    published: 'Avis publié le {date}',
    sections: {
      summary: 'Résumé',
      qualifications: 'Qualifications et expérience',
      accountabilities: 'Responsabilités principales',
      interrelationships: 'Structure et liaisons',
      competencies: 'Compétences',
      contract: 'Contrat',
      application: 'Procédure de candidature et de recrutement',
      additional: 'Informations complémentaires',
    },
    essential: 'Conditions essentielles',
    desirable: 'Atouts',
    challenges: 'Principaux défis du poste',
    directReports: 'Subordonné(e)s direct(e)s',
    indirectReports: 'Subordonné(e)s indirect(e)s',
    reports: { one: '{n} personne', other: '{n} personnes' },
    none: 'aucune personne',
    twinGradeNote: 'Le poste est proposé à l’un de deux grades ; l’avis dit comment le grade est fixé.',
    clauseWhy: 'Que signifie ce contrat ?',
    clauseSource: 'Source : {source}',
    schedule: 'Calendrier provisoire',
    otherFields: 'Autres indications',
    links: 'Liens cités dans l’avis',
    preamble: 'Avant de lire la suite',
    elsewhere: {
      en: 'Cette partie de l’avis n’existe qu’en anglais. Elle est donnée en anglais.',
      fr: 'Cette partie de l’avis n’existe qu’en français.',
    },
    apply: 'Se porter candidat(e)',
    applyNote:
      'Avant d’écrire la moindre ligne, vous saurez si vous pouvez poser votre candidature. Le formulaire s’enregistre de lui-même.',
    applyButton: 'Vérifier que je peux postuler',
    documents: 'Documents à joindre',
    noDocuments: 'Aucun : le formulaire de candidature suffit.',
    pages: { one: '{n} page au plus', other: '{n} pages au plus' },
    formats: { pdf: 'PDF', word: 'Word' },
    takeAway: 'À emporter',
    otherLanguage: { en: 'Cet avis en anglais', fr: 'Cet avis en français' },
    asFile: 'L’avis tout entier, dans les deux langues, en fichier :',
    print: 'Imprimée, cette page est l’avis tout entier.',
    allVacancies: 'Tous les postes à pourvoir',
    body: 'Organisme',
  },
};

/** Who may work here, as search engines ask it. */
export const ELIGIBILITY_TEXTS: Localized = {
  en: 'Nationality of a member nation of the organisation.',
  fr: 'Nationalité d’un pays membre de l’organisation.',
};
