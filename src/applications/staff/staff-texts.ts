import { countPages } from '../documents/document-refusal-texts.ts';
import type { Localized } from '../../platform/language.ts';
import { formatBytes } from '../../site/numbers.ts';
import type { ReceiptDifference } from '../submission/receipt-check.ts';
import type { Entrance } from '../../vacancies/internal-dates/internal-dates.ts';
import type { Sort } from './staff-filters.ts';

type StaffTexts = {
  applications: string;
  applicationsTo: (reference: string) => string;
  received: string;
  withdrawn: string;
  drafts: string;
  draftsNote: string;
  shown: { one: string; other: string };
  none: string;
  noneNote: string;
  noneMatch: string;
  showAll: string;
  filter: string;
  search: string;
  anyStatus: string;
  entrance: string;
  entrances: Record<Entrance, string>;
  anyEntrance: string;
  from: string;
  to: string;
  anyNationality: string;
  levelIn: (language: string) => string;
  anyLevel: string;
  levelOrHigher: (level: string) => string;
  sort: string;
  sorts: Record<Sort, string>;
  show: string;
  number: string;
  name: string;
  nationalities: string;
  levels: string;
  receivedOn: string;
  status: string;
  documents: string;
  backToList: string;
  selection: string;
  screening: string;
  reviews: string;
  similarPosts: string;
  messages: string;
  balance: string;
  integrity: string;
  person: string;
  career: string;
  residence: string;
  telephone: string;
  notGiven: string;
  languages: string;
  stated: string;
  asked: string;
  askedLevels: (one: string, other: string) => string;
  notAsked: string;
  noLevel: string;
  essential: string;
  desirable: string;
  requirement: string;
  answer: string;
  noAnswer: string;
  requirementsNote: string;
  forAPerson: string;
  document: string;
  file: string;
  found: string;
  download: string;
  open: string;
  original: string;
  quarantined: string;
  quarantinedText: string;
  unscanned: string;
  infected: string;
  notAttached: string;
  noDocuments: string;
  declarations: string;
  receipt: string;
  fingerprint: string;
  check: string;
  matches: string;
  differs: (parts: string) => string;
  parts: Record<ReceiptDifference, string>;
  history: string;
  historyNote: string;
  when: string;
  who: string;
  what: string;
  system: string;
  commandLine: string;
};

export const STAFF_TEXTS: Localized<StaffTexts> = {
  en: {
    applications: 'Applications',
    applicationsTo: (reference) => `Applications to vacancy ${reference}`,
    received: 'Received',
    withdrawn: 'Withdrawn',
    drafts: 'Begun',
    draftsNote: 'not submitted: nobody but their author sees them',
    shown: { one: '{n} application shown', other: '{n} applications shown' },
    none: 'No application has been received yet.',
    noneNote: 'Applications appear here as soon as they are submitted.',
    noneMatch: 'No application matches these filters.',
    showAll: 'Show all',
    filter: 'Filter the applications',
    search: 'Name or number',
    anyStatus: 'Any',
    entrance: 'Entrance',
    entrances: { public: 'Public portal', internal: 'Staff portal' },
    anyEntrance: 'Any',
    from: 'Received from',
    to: 'Received until',
    anyNationality: 'Any',
    levelIn: (language) => `${language}, at least`,
    anyLevel: 'Any level',
    levelOrHigher: (level) => level,
    sort: 'Order',
    sorts: { received: 'First received first', latest: 'Last received first', number: 'By number' },
    show: 'Show',
    number: 'Number',
    name: 'Name',
    nationalities: 'Nationalities',
    levels: 'Languages, as stated',
    receivedOn: 'Received',
    status: 'Status',
    documents: 'Documents',
    backToList: 'All applications to this vacancy',
    selection: 'Steps of the selection',
    screening: 'Screening',
    reviews: 'Requests for reasons or for a review',
    similarPosts: 'People of earlier lists for this post',
    messages: 'Messages',
    balance: 'Balance by nationality and equal access by stage',
    integrity: 'Integrity',
    person: 'Applicant',
    career: 'Education and experience',
    residence: 'Lives in',
    telephone: 'Telephone',
    notGiven: 'not given',
    languages: 'Languages',
    stated: 'The applicant states',
    asked: 'The notice asks for',
    askedLevels: (one, other) => `${one} in one official language, ${other} in another`,
    notAsked: 'no levels',
    noLevel: 'none',
    essential: 'Essential requirements',
    desirable: 'Desirable requirements',
    requirement: 'Requirement',
    answer: 'Answer',
    noAnswer: 'no answer',
    forAPerson: 'By the rules this person is probably not eligible; a named person decides',
    requirementsNote: 'Each in the wording it had when it was answered. Nothing here is scored or ranked; you judge.',
    document: 'Document',
    file: 'File',
    found: 'Found at upload',
    download: 'Download',
    open: 'Open the PDF',
    original: 'Word original',
    quarantined: 'In quarantine',
    quarantinedText: 'Not scanned for viruses yet; it can be opened once it has been.',
    unscanned: 'Not scanned for viruses',
    infected: 'A virus was found after submission; the file was deleted',
    notAttached: 'Not attached',
    noDocuments: 'The notice asks for none, and none came.',
    declarations: 'Declarations',
    receipt: 'Receipt',
    fingerprint: 'SHA-256',
    check: 'Checked now',
    matches: 'What is stored is what the receipt says, byte for byte.',
    differs: (parts) =>
      `What is stored is not what the receipt says: ${parts}. Tell the administrator before you go on.`,
    parts: {
      fingerprint: 'the receipt itself',
      identity: 'the identity',
      education: 'the education',
      experience: 'the experience',
      questions: 'the answers to the questions',
      willingness: 'the declarations of willingness',
      languages: 'the languages',
      requirements: 'the answers to the requirements',
      documents: 'the documents',
      declarations: 'the declarations',
    },
    history: 'History',
    historyNote: 'Every opening of this page by staff stands here, this one too.',
    when: 'When',
    who: 'Who',
    what: 'What',
    system: 'Concours',
    commandLine: 'command line',
  },
  fr: {
    applications: 'Candidatures',
    applicationsTo: (reference) => `Candidatures au poste ${reference}`,
    received: 'Reçues',
    withdrawn: 'Retirées',
    drafts: 'Commencées',
    draftsNote: 'non soumises : visibles de leur seul(e) auteur(e)',
    shown: { one: '{n} candidature affichée', other: '{n} candidatures affichées' },
    none: 'Aucune candidature n’a encore été reçue.',
    noneNote: 'Les candidatures apparaissent ici dès leur soumission.',
    noneMatch: 'Aucune candidature ne correspond à ces filtres.',
    showAll: 'Tout afficher',
    filter: 'Filtrer les candidatures',
    search: 'Nom ou numéro',
    anyStatus: 'Tous',
    entrance: 'Entrée',
    entrances: { public: 'Portail public', internal: 'Portail du personnel' },
    anyEntrance: 'Toutes',
    from: 'Reçue à partir du',
    to: 'Reçue jusqu’au',
    anyNationality: 'Toutes',
    levelIn: (language) => `${language}, au moins`,
    anyLevel: 'Tout niveau',
    levelOrHigher: (level) => level,
    sort: 'Ordre',
    sorts: {
      received: 'De la première à la dernière reçue',
      latest: 'De la dernière à la première reçue',
      number: 'Par numéro',
    },
    show: 'Afficher',
    number: 'Numéro',
    name: 'Nom',
    nationalities: 'Nationalités',
    levels: 'Langues, selon la déclaration',
    receivedOn: 'Reçue',
    status: 'État',
    documents: 'Documents',
    backToList: 'Toutes les candidatures à ce poste',
    selection: 'Étapes de la sélection',
    screening: 'Examen des candidatures',
    reviews: 'Demandes de motifs ou de réexamen',
    similarPosts: 'Personnes de listes antérieures pour ce poste',
    messages: 'Messages',
    balance: 'Équilibre par nationalité et égalité d’accès par étape',
    integrity: 'Intégrité',
    person: 'Candidate ou candidat',
    career: 'Formation et expérience',
    residence: 'Pays de résidence',
    telephone: 'Téléphone',
    notGiven: 'non indiqué',
    languages: 'Langues',
    stated: 'La candidature indique',
    asked: 'L’avis demande',
    askedLevels: (one, other) => `${one} dans une langue officielle, ${other} dans une autre`,
    notAsked: 'aucun niveau',
    noLevel: 'aucun',
    essential: 'Qualifications essentielles',
    desirable: 'Qualifications souhaitables',
    requirement: 'Qualification demandée',
    answer: 'Réponse',
    noAnswer: 'sans réponse',
    forAPerson: 'D’après les règles, cette candidature n’est probablement pas recevable ; une personne désignée décide',
    requirementsNote:
      'Chacune dans les termes où elle se lisait au moment de la réponse. Rien n’est noté ni classé ici ; c’est à vous de juger.',
    document: 'Document',
    file: 'Fichier',
    found: 'Constaté à la réception',
    download: 'Télécharger',
    open: 'Ouvrir le PDF',
    original: 'Original Word',
    quarantined: 'En quarantaine',
    quarantinedText: 'Pas encore analysé par l’antivirus ; il pourra être ouvert ensuite.',
    unscanned: 'Non analysé par un antivirus',
    infected: 'Un virus a été trouvé après la soumission ; le fichier a été supprimé',
    notAttached: 'Non joint',
    noDocuments: 'L’avis n’en demande pas, et aucun n’a été joint.',
    declarations: 'Déclarations',
    receipt: 'Accusé de réception',
    fingerprint: 'SHA-256',
    check: 'Vérifié à l’instant',
    matches: 'Ce qui est enregistré est, octet pour octet, ce que dit l’accusé de réception.',
    differs: (parts) =>
      `Ce qui est enregistré n’est pas ce que dit l’accusé de réception : ${parts}. Prévenez l’administration du système avant de poursuivre.`,
    parts: {
      fingerprint: 'l’accusé de réception lui-même',
      identity: 'l’identité',
      education: 'la formation',
      experience: 'l’expérience',
      questions: 'les réponses aux questions',
      willingness: 'les engagements',
      languages: 'les langues',
      requirements: 'les réponses aux qualifications demandées',
      documents: 'les documents',
      declarations: 'les déclarations',
    },
    history: 'Historique',
    historyNote: 'Chaque ouverture de cette page par le personnel y figure, celle-ci comprise.',
    when: 'Quand',
    who: 'Qui',
    what: 'Quoi',
    system: 'Concours',
    commandLine: 'ligne de commande',
  },
};

const ACTIONS: Record<string, Localized> = {
  begin: { en: 'Begun', fr: 'Commencée' },
  submit: { en: 'Submitted', fr: 'Soumise' },
  withdraw: { en: 'Withdrawn', fr: 'Retirée' },
  'document-added': { en: 'Document attached', fr: 'Document joint' },
  'document-restored': { en: 'Earlier document put back', fr: 'Document antérieur remis' },
  'document-refused': { en: 'File with malware refused', fr: 'Fichier infecté refusé' },
  'document-scanned': { en: 'Document scanned, nothing found', fr: 'Document analysé, rien trouvé' },
  'document-infected': { en: 'Malware found in a document, deleted', fr: 'Virus trouvé dans un document, supprimé' },
  'document-removed': { en: 'Document removed', fr: 'Document retiré' },
  'application-opened': { en: 'Opened by staff', fr: 'Ouverte par le personnel' },
  discard: { en: 'Draft thrown away', fr: 'Brouillon jeté' },
  'put-back': { en: 'Draft put back', fr: 'Brouillon repris' },
  'withdrawal-undone': { en: 'Withdrawal taken back', fr: 'Retrait annulé' },
  review: { en: 'Review begun', fr: 'Examen commencé' },
  invite: { en: 'Invited to a stage', fr: 'Invitation à une étape' },
  'not-retain': { en: 'Not retained', fr: 'Non retenue' },
  reserve: { en: 'Put on the reserve list', fr: 'Inscrite sur la liste de réserve' },
  select: { en: 'Selected for the post', fr: 'Choisie pour le poste' },
  reconsider: { en: 'Taken back into review', fr: 'Examen repris' },
  'message-sent': { en: 'Message sent', fr: 'Message envoyé' },
  'message-answered': { en: 'Message answered by the applicant', fr: 'Réponse de la personne à un message' },
  'message-read': { en: 'Message read', fr: 'Message lu' },
  'sheet-opened': { en: 'Opened by number for screening', fr: 'Ouverte par son numéro pour examen' },
  'text-opened': { en: 'Text of a document opened for screening', fr: 'Texte d’un document ouvert pour examen' },
  'passage-revealed': {
    en: 'A covered passage uncovered for one screener',
    fr: 'Passage couvert découvert pour une personne qui examine',
  },
  'page-asked-for': { en: 'A page without text asked for', fr: 'Page sans texte demandée' },
  'page-transcribed': { en: 'A page without text written down', fr: 'Page sans texte transcrite' },
  'rule-departed-from': { en: 'A hard rule departed from, with a reason', fr: 'Règle écartée, avec une raison' },
  'rule-found-for-several': { en: 'What a rule says taken over', fr: 'Ce que dit une règle repris' },
  'rule-taken-back': { en: 'What a rule says given back', fr: 'Ce que dit une règle abandonné' },
  'sheet-signed': { en: 'Screening sheet signed', fr: 'Fiche d’examen signée' },
  'sheet-reopened': { en: 'Screening sheet opened again', fr: 'Fiche d’examen rouverte' },
  'screening-settled': { en: 'Result of the screening settled', fr: 'Résultat de l’examen arrêté' },
  'likeness-judged': { en: 'Compared with another application', fr: 'Comparée avec une autre candidature' },
  'review-requested': { en: 'Reasons or a review asked for', fr: 'Motifs ou réexamen demandés' },
  'review-taken-back': { en: 'Request about the decision taken back', fr: 'Demande au sujet de la décision retirée' },
  'reviewer-named': { en: 'Reviewer named', fr: 'Personne désignée pour le réexamen' },
  'review-decided': { en: 'Review decided', fr: 'Réexamen décidé' },
  'written-test-begun': { en: 'Written test begun', fr: 'Épreuve écrite commencée' },
  'written-test-handed-in': { en: 'Written test handed in', fr: 'Épreuve écrite remise' },
  'written-test-read': { en: 'Written test read by the panel', fr: 'Épreuve écrite lue par le jury' },
  'similar-posts-agreed': { en: 'Agreed to similar posts', fr: 'Accord pour des postes semblables' },
  'similar-posts-refused': {
    en: 'Agreement to similar posts taken back',
    fr: 'Accord pour des postes semblables retiré',
  },
  'similar-post-offered': { en: 'Similar post offered', fr: 'Poste semblable proposé' },
  'similar-post-accepted': { en: 'Wants to be considered for the post', fr: 'Souhaite être considérée pour le poste' },
  'similar-post-declined': { en: 'Similar post declined', fr: 'Poste semblable décliné' },
  'similar-post-taken-back': {
    en: 'Offer of a similar post taken back',
    fr: 'Proposition d’un poste semblable retirée',
  },
  'document-opened': { en: 'Document downloaded by staff', fr: 'Document téléchargé par le personnel' },
};

/** What happened, in words; an action of a later version of Concours by its own name. */
export const describeAction = (action: string): Localized => ACTIONS[action] ?? { en: action, fr: action };

/** What an event says of a document: `2 pages, 148 kB`. */
export function describeDocumentEvent({ pages, sizeBytes }: Record<string, unknown>): Localized | undefined {
  if (typeof pages !== 'number' || typeof sizeBytes !== 'number') return undefined;
  const told = countPages(pages);
  return { en: `${told.en}, ${formatBytes(sizeBytes, 'en')}`, fr: `${told.fr}, ${formatBytes(sizeBytes, 'fr')}` };
}
