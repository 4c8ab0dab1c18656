import type { Language, Localized } from '../platform/language.ts';
import { assertNever } from '../platform/result.ts';
import type { MaskedKind } from './masking/masked-kind.ts';
import type { ScreeningState } from './list/screening-filters.ts';
import type { Finding, HardRule, SheetRefusal, Weight } from './sheet/sheet.ts';
import type { SettlementRefusal } from './settlement/settlement.ts';
import type { BeginningRefusal } from './arranging/beginning.ts';
import type { Likeness, Verdict } from './duplicates/duplicates.ts';
import { MAX_TRANSCRIPTION, type TranscriptionRefusal } from './transcribing/transcription.ts';
import { formatNumber } from '../site/numbers.ts';
import { formatInstantToMinute } from '../site/dates.ts';

const FINDINGS_EN: Record<Finding, string> = { met: 'Met', 'not-met': 'Not met', 'to-judge': 'To judge later' };
const FINDINGS_FR: Record<Finding, string> = {
  met: 'Satisfait',
  'not-met': 'Non satisfait',
  'to-judge': 'À apprécier plus tard',
};
const WEIGHTS_EN: Record<Weight, string> = { full: 'Fully', partial: 'In part', none: 'Not at all' };
const WEIGHTS_FR: Record<Weight, string> = { full: 'Pleinement', partial: 'En partie', none: 'Pas du tout' };
const OUTCOMES_EN: Record<Finding, string> = {
  met: 'Every essential requirement is met',
  'not-met': 'Something essential is not met',
  'to-judge': 'Something is to judge later',
};
const OUTCOMES_FR: Record<Finding, string> = {
  met: 'Tous les acquis essentiels sont satisfaits',
  'not-met': 'Un élément essentiel n’est pas satisfait',
  'to-judge': 'Un élément reste à apprécier',
};
const STATES_EN: Record<ScreeningState, string> = {
  unassigned: 'Without screener',
  'to-do': 'To do',
  begun: 'Begun',
  signed: 'Signed, waiting for the other',
  ready: 'To settle',
  settled: 'Settled',
};
const STATES_FR: Record<ScreeningState, string> = {
  unassigned: 'Sans examinateur ou examinatrice',
  'to-do': 'À faire',
  begun: 'Commencée',
  signed: 'Signée, en attente de l’autre fiche',
  ready: 'À arrêter',
  settled: 'Arrêtée',
};
const RULES_EN: Record<HardRule['kind'], string> = {
  nationality: 'Nationality of a member nation',
  'fast-track': 'Security clearance held already',
  languages: 'Language levels, as stated',
  reception: 'Received before the deadline',
  question: 'Answer to a question',
};
const RULES_FR: Record<HardRule['kind'], string> = {
  nationality: 'Nationalité d’un pays membre',
  'fast-track': 'Habilitation de sécurité déjà détenue',
  languages: 'Niveaux de langue, tels que déclarés',
  reception: 'Reçue avant la date limite',
  question: 'Réponse à une question',
};
const MASKED_EN: Record<MaskedKind, string> = {
  name: 'name',
  email: 'e-mail address',
  link: 'link or account',
  telephone: 'telephone number',
  birth: 'birth or age',
  sex: 'title or sex',
  nationality: 'country or nationality',
  address: 'address',
};
const MASKED_FR: Record<MaskedKind, string> = {
  name: 'nom',
  email: 'adresse électronique',
  link: 'lien ou compte',
  telephone: 'numéro de téléphone',
  birth: 'naissance ou âge',
  sex: 'civilité ou sexe',
  nationality: 'pays ou nationalité',
  address: 'adresse',
};
const LIKENESSES_EN: Record<Likeness, string> = {
  'name-and-birth': 'Same name, in whatever order and accents, and same date of birth',
  name: 'Same name, in whatever order and accents',
  email: 'Same mailbox',
  telephone: 'Same telephone number',
  document: 'Same document, to the byte',
};
const LIKENESSES_FR: Record<Likeness, string> = {
  'name-and-birth': 'Même nom, quels que soient l’ordre et les accents, et même date de naissance',
  name: 'Même nom, quels que soient l’ordre et les accents',
  email: 'Même boîte aux lettres électronique',
  telephone: 'Même numéro de téléphone',
  document: 'Même document, à l’octet près',
};
const VERDICTS_EN: Record<Verdict, string> = { 'same-person': 'Same person', 'other-person': 'Not the same person' };
const VERDICTS_FR: Record<Verdict, string> = {
  'same-person': 'Même personne',
  'other-person': 'Pas la même personne',
};

const EN = {
  screening: 'Screening',
  screeningOf: (reference: string) => `Screening ${reference}`,
  intro:
    'Each application is compared with the essential requirements of the notice, by named people. Nothing is scored or ranked, and no result moves an application by itself.',
  anonymousUntil: (stage: string) =>
    `You do not see whose the applications are until the stage “${stage}”, and until all results are settled.`,
  notBegun: 'The screening has not begun',
  notBegunNote: 'Whoever arranges it begins it once the deadline has passed, and shares the applications out.',
  arrange: 'Arrange the screening',
  settlement: 'Settle the results',
  duplicates: 'Applications that may be of one person',
  hardRules: 'Rules for several applications at once',
  number: 'Number',
  state: 'State',
  anyState: 'Any state',
  states: STATES_EN,
  screener: 'Screener',
  anyScreener: 'Any screener',
  requirement: 'Essential requirement',
  anyRequirement: 'Any requirement',
  finding: 'Finding',
  anyFinding: 'Any finding',
  findings: FINDINGS_EN,
  weights: WEIGHTS_EN,
  outcomes: OUTCOMES_EN,
  outcome: 'Outcome',
  noOutcome: 'Not yet',
  rule: 'Hard rule that is not met',
  anyRule: 'Any rule',
  rules: RULES_EN,
  per: 'On a page',
  filter: 'Filter the applications',
  show: 'Show',
  signedOf: (signed: number, assigned: number) => `${signed} of ${assigned} signed`,
  sheets: 'Sheets',
  speaks: 'Rules that speak against',
  noneSpeaks: 'none',
  noneMatch: 'No application fits these filters',
  none: 'There is nothing to screen',
  noneNote: 'Applications stand here once they are shared out among the screeners.',
  showAll: 'Show all',
  shown: { one: '{n} application', other: '{n} applications' },
  workload: 'Progress of each screener',
  assigned: 'Assigned',
  signed: 'Signed',
  ahead: 'Ahead',
  // The sheet
  application: 'Application',
  backToList: 'All applications',
  previous: 'Previous',
  next: 'Next',
  nextOpen: 'Next to do',
  goOn: { one: 'Go on: {n} application left', other: 'Go on: {n} applications left' },
  whereAmI: (place: string, assigned: string, done: string) =>
    `${place} of your ${assigned}; ${done} signed or settled.`,
  hiddenTitle: 'What you do not see',
  hiddenNote:
    'Names, nationality, age, sex, addresses, telephone numbers, files and their names are hidden, years of studies and posts as well. In what the applicant wrote, passages that tell them are covered; you may uncover one with a reason, and that is recorded.',
  hiddenLimits:
    'What cannot be recognised by its form is not covered: an unusual nickname, a description that fits one person alone, a French word that tells the sex of its author. If you recognise somebody, declare a conflict of interest.',
  rulesTitle: 'What the rules say',
  rulesNote:
    'Filled in by the regulations from what was submitted. Nothing is decided by it: what speaks against somebody needs your finding, and you may depart from a rule with a reason.',
  ruleSays: (finding: string) => `The rule says: ${finding}.`,
  essential: 'Essential requirements',
  desirable: 'Desirable requirements',
  desirableNote: 'Every essential requirement is met, so these are weighed. They exclude nobody.',
  desirableLater:
    'Desirable requirements are weighed only where every essential requirement is met, once that is saved.',
  statement: 'What the applicant says',
  noStatement: 'Nothing was written.',
  statementOther: 'Answered to an earlier wording of the requirement:',
  namedEntries: 'Named for it:',
  career: 'Studies and posts',
  studies: 'Studies',
  posts: 'Posts',
  nothingStated: 'Nothing stated',
  total: 'All posts together',
  totalByShare: (time: string) => `${time} at full-time equivalent, overlaps counted once`,
  totalInFull: (time: string) => `${time} where part-time work counts in full`,
  overlapsThere: 'Some posts overlap; the time is counted once.',
  notCounted: {
    one: '{n} post without months could not be counted.',
    other: '{n} posts without months could not be counted.',
  },
  shareUnknown: {
    one: '{n} part-time post is counted in full: its share is not known.',
    other: '{n} part-time posts are counted in full: their share is not known.',
  },
  duration: 'Duration',
  languages: 'Languages, as stated',
  noLevel: 'none',
  questions: 'Questions',
  documents: 'Documents',
  noDocuments: 'No document came with the application.',
  readText: 'Read the text',
  readPdf: 'Save the file',
  quarantined: 'In quarantine: nobody may open it yet.',
  toSelection: 'The application with its author',
  findingLabel: 'Finding',
  weightLabel: 'How far it is met',
  reason: 'Reason',
  reasonHint: 'Wherever it is not met, or where you depart from the rule. The applicant may be told it.',
  keys: 'With the keyboard: inside a requirement, 1, 2 and 3 choose the finding and go on to the next; N and P lead to the next and the previous application.',
  save: 'Save',
  saveNext: 'Save, next',
  sign: 'Save and sign',
  signNext: 'Save, sign, next',
  signNote:
    'A signed sheet does not change, unless you open it again with a reason before anybody has seen it beside another’s.',
  saved: 'Saved.',
  savedSigned: 'Signed.',
  reopened: 'The sheet is open again.',
  revealed: 'The passage is uncovered.',
  yourSheet: 'Your sheet',
  signedOn: (when: string) => `You signed this sheet on ${when}.`,
  reopen: 'Open it again',
  reopenReason: 'Why it does not stand',
  otherSheets: 'All sheets of this application',
  settledResult: 'The settled result',
  settledBy: (name: string, when: string) => `Settled by ${name} on ${when}.`,
  agreed: 'agreed',
  decidedApart: 'settled where the screeners differed',
  withdrawn: 'This application was withdrawn: there is nothing to find any more.',
  changed: 'This sheet was changed in another window. What you typed stands below; check it and save it again.',
  // Text renditions
  textOf: (document: string) => `Text of ${document}`,
  textNote: 'The words of the file alone: no picture, no layout, no properties of the file, not its name.',
  pageNumber: (page: number) => `Page ${page}`,
  emptyPage: 'No words on this page: it is a scan, a picture, or blank.',
  withoutText: { one: 'page without text:', other: 'pages without text:' },
  askForPage: 'Ask for this page to be written down',
  askForPageNote:
    'A picture cannot be hidden in parts. Somebody who may see whose it is writes down what stands on it; you then read it here, covered like every other text. Your reason is kept.',
  askReason: 'Why you need it',
  pageAsked: 'The page was asked for.',
  waitsSince: (when: string) => `Asked for on ${when}; nobody has written it down yet.`,
  byHand: 'Written down by hand from the picture of the page:',
  nothingThere: 'Somebody looked at this page and found nothing to read on it.',
  transcriptions: 'Pages to write down',
  transcriptionsNote:
    'Screeners who do not see whose an application is need these pages, on which a program reads nothing. Open the document and write down what stands on the page, word for word; leave out photographs and signatures. What tells who it is gets covered as everywhere.',
  noTranscriptions: 'No page waits.',
  pageOf: (page: number, name: string, number: string) => `${number}, ${name}, page ${page}`,
  askedOn: (when: string) => `Asked for on ${when}.`,
  askedWhy: 'Reason',
  openDocument: 'Open the document',
  whatStands: 'What stands on the page',
  nothingLegend: 'Or',
  nothingToRead: 'There is nothing to read on it',
  keepTranscription: 'Keep',
  transcribed: 'Kept. The screeners read it now.',
  transcribedMeanwhile:
    'This page does not wait any more: somebody has written it down, or the application was withdrawn.',
  busy: 'The server is busy reading other files. Try again in a moment.',
  unreadable: 'No text can be read from this file. Whoever arranges the screening can have it looked at.',
  uncover: 'uncover',
  masked: MASKED_EN,
  revealTitle: 'Uncover this passage',
  revealNote: 'You see it afterwards, nobody else does. That you uncovered it, and why, is recorded.',
  revealReason: 'Why you need to see it',
  reveal: 'Uncover',
  cancel: 'Leave it covered',
  backToSheet: 'Back to the sheet',
  // Arranging
  arranging: 'Arranging the screening',
  begin: 'Begin the screening',
  beginNote:
    'The requirements are taken as the published notice has them now, and every application that was submitted is taken in.',
  screenersEach: 'How many look at each application',
  one: 'One',
  two: 'Two, neither seeing the other’s findings before both have signed',
  anonymity: 'Until when screeners do not see whose an application is',
  untilStage: (stage: string) => `Until the stage “${stage}”`,
  notAnonymous: 'They see it from the beginning',
  openNote: 'No source of the organisation says: you decide it for this vacancy, and it stays.',
  begunOn: (when: string) => `Begun on ${when}.`,
  takeInTitle: 'Applications that came since',
  takeIn: { one: 'Take in {n} more application', other: 'Take in {n} more applications' },
  assignTitle: 'Share the applications out',
  assignNote:
    'Evenly, each to as many screeners as are asked for. With as many screeners as that, everybody gets all. Nobody gets whom they may not judge, or what they have already.',
  among: 'Among',
  assign: 'Share out',
  left: { one: '{n} application has too few screeners', other: '{n} applications have too few screeners' },
  noScreeners: 'Nobody is named as a screener of this vacancy yet.',
  nameScreeners: 'Name screeners first, on the page of those who work on this competition.',
  takeBack: 'Take back what is not begun',
  takeBackGone: 'Take back what is not signed',
  noScreenerNow: 'no screener any more',
  assignmentMail: {
    subject: (reference: string) => `Applications to screen: vacancy ${reference}`,
    text: (reference: string) => ({
      one: `{n} application for vacancy ${reference} was given to you to screen. This mail does not say whose. Sign in and open the list:`,
      other: `{n} applications for vacancy ${reference} were given to you to screen. This mail does not say whose. Sign in and open the list:`,
    }),
  },
  sharedOut: { one: '{n} sheet was shared out.', other: '{n} sheets were shared out.' },
  takenBack: { one: '{n} sheet was taken back.', other: '{n} sheets were taken back.' },
  takenIn: { one: '{n} application was taken in.', other: '{n} applications were taken in.' },
  chooseScreeners: 'Choose among whom the applications are shared out.',
  // Several at once
  hardRulesNote:
    'Where a rule says the same of several applications, you may take that over for all of them at once, and only what the rule says. It can be undone until you sign a sheet; each sheet is still signed by itself.',
  takeOverWhat: (rule: string, finding: string) => `${rule}: ${finding.toLowerCase()}`,
  notTaken: { one: '{n} application', other: '{n} applications' },
  nothingToTake: 'No rule says anything against your open applications that you have not found already.',
  preview: 'Look at what it does',
  previewTitle: 'Before it is taken over',
  previewNote: (rule: string, finding: string) =>
    `“${rule}” is found “${finding}” on your sheets of these applications.`,
  confirm: 'Take it over for all of them',
  runs: 'What you took over',
  undo: 'Undo',
  taken: { one: 'Taken over for {n} application.', other: 'Taken over for {n} applications.' },
  undone: { one: 'Undone for {n} application.', other: 'Undone for {n} applications.' },
  bulkChanged: 'Something changed meanwhile. Look at it again before you take it over.',
  // Settling
  settlementNote:
    'A result stands once a named person has settled it, and is never changed afterwards. Where screeners agree, their findings are frozen as they are; where they differ, you settle each difference with a reason.',
  nothingReady: 'Nothing is ready to be settled',
  nothingReadyNote: 'An application is ready once every screener of it has signed.',
  agree: { one: 'Screeners agree on {n} application', other: 'Screeners agree on {n} applications' },
  settleAgreed: { one: 'Freeze this result', other: 'Freeze these {n} results' },
  differ: { one: 'Screeners differ on {n} application', other: 'Screeners differ on {n} applications' },
  differences: { one: '{n} difference', other: '{n} differences' },
  settleOne: 'Settle',
  settledNow: { one: '{n} result is settled.', other: '{n} results are settled.' },
  settleChanged: 'Something changed meanwhile. Look at it again before you settle it.',
  settling: (number: string) => `Settling ${number}`,
  sideBySide: 'Side by side',
  what: 'What',
  yourFinding: 'What you hold',
  settle: 'Settle the result',
  settleNext: 'Settle and go to the next',
  laterThisOne: 'Leave this one for later: to the next',
  leftToSettle: {
    one: 'The last application on which the screeners differ.',
    other: '{n} applications on which the screeners differ, this one among them.',
  },
  anotherSettles: 'You screened it: another person settles it.',
  frozenInParts: (count: string) => `The first ${count} are frozen at once; the others follow on this page.`,
  results: 'Settled results',
  resultsNote:
    'No result moves an application: whoever may decide takes the step. Those under review can be ticked there for you, with the reason that may be told.',
  preselect: {
    eligibility: { one: 'Tick {n} whose eligibility is not met', other: 'Tick {n} whose eligibility is not met' },
    requirement: {
      one: 'Tick {n} with an essential requirement not met',
      other: 'Tick {n} with an essential requirement not met',
    },
  },
  // Duplicates
  duplicatesNote:
    'Found by what two applications have alike; it may be chance, relatives, or a shared address. Nothing is merged or hidden: a named person notes what they found, with a reason.',
  noDuplicates: 'No two applications have a name, an address, a telephone number or a document alike.',
  alike: 'Alike',
  bornApart: 'Both gave a date of birth, and the two are not the same.',
  likenesses: LIKENESSES_EN,
  verdict: 'What you found',
  verdicts: VERDICTS_EN,
  verdictBy: (name: string, when: string) => `${name}, ${when}`,
  note: 'Note it',
  noted: 'Noted.',
  pair: (one: string, other: string) => `${one} and ${other}`,
  // Anonymity elsewhere
  blindTitle: 'You are screening these applications without seeing whose they are',
  blindNote:
    'As long as that lasts, this page is closed to you, whatever else you are entrusted with: it shows who has applied. Your sheets are open to you, and colleagues who do not screen can take over what is to be done here.',
  toScreening: 'To your sheets',
  // What was wrong
  noReason: 'Give a reason.',
  missingFinding: (what: string) => `${what}: choose a finding.`,
  missingReason: (what: string) => `${what}: give a reason.`,
  chooseVerdict: 'Choose what you found.',
};

type Texts = typeof EN;
const FR: Texts = {
  screening: 'Examen des candidatures',
  screeningOf: (reference) => `Examen des candidatures ${reference}`,
  intro:
    'Chaque candidature est comparée aux acquis essentiels de l’avis, par des personnes nommément désignées. Rien n’est noté ni classé, et aucun résultat ne fait avancer une candidature à lui seul.',
  anonymousUntil: (stage) =>
    `Vous ne voyez pas de qui sont les candidatures jusqu’à l’étape « ${stage} », et tant que tous les résultats ne sont pas arrêtés.`,
  notBegun: 'L’examen n’a pas commencé',
  notBegunNote:
    'La personne qui l’organise le commence une fois la date limite passée, puis répartit les candidatures.',
  arrange: 'Organiser l’examen',
  settlement: 'Arrêter les résultats',
  duplicates: 'Candidatures qui pourraient être d’une même personne',
  hardRules: 'Règles pour plusieurs candidatures à la fois',
  number: 'Numéro',
  state: 'État',
  anyState: 'Tous les états',
  states: STATES_FR,
  screener: 'Examinateur ou examinatrice',
  anyScreener: 'Toutes les personnes',
  requirement: 'Acquis essentiel',
  anyRequirement: 'Tous les acquis',
  finding: 'Constat',
  anyFinding: 'Tous les constats',
  findings: FINDINGS_FR,
  weights: WEIGHTS_FR,
  outcomes: OUTCOMES_FR,
  outcome: 'Résultat',
  noOutcome: 'Pas encore',
  rule: 'Règle non satisfaite',
  anyRule: 'Toutes les règles',
  rules: RULES_FR,
  per: 'Par page',
  filter: 'Filtrer les candidatures',
  show: 'Afficher',
  signedOf: (signed, assigned) => `${signed} sur ${assigned} signées`,
  sheets: 'Fiches',
  speaks: 'Règles défavorables',
  noneSpeaks: 'aucune',
  noneMatch: 'Aucune candidature ne correspond à ces filtres',
  none: 'Il n’y a rien à examiner',
  noneNote: 'Les candidatures se trouvent ici une fois réparties entre les personnes qui les examinent.',
  showAll: 'Tout afficher',
  shown: { one: '{n} candidature', other: '{n} candidatures' },
  workload: 'Avancement de chaque personne',
  assigned: 'Attribuées',
  signed: 'Signées',
  ahead: 'Restantes',
  application: 'Candidature',
  backToList: 'Toutes les candidatures',
  previous: 'Précédente',
  next: 'Suivante',
  nextOpen: 'Prochaine à faire',
  goOn: { one: 'Continuer : encore {n} candidature', other: 'Continuer : encore {n} candidatures' },
  whereAmI: (place, assigned, done) => `${place} sur ${assigned} ; fiches signées ou résultats arrêtés : ${done}.`,
  hiddenTitle: 'Ce que vous ne voyez pas',
  hiddenNote:
    'Les noms, la nationalité, l’âge, le sexe, les adresses, les numéros de téléphone, les fichiers et leurs noms sont masqués, de même que les années des études et des postes. Dans ce que la personne a écrit, les passages qui les révèlent sont couverts ; vous pouvez en découvrir un en donnant une raison, et cela est consigné.',
  hiddenLimits:
    'Ce qui ne se reconnaît pas à sa forme n’est pas couvert : un surnom inhabituel, une description qui ne convient qu’à une seule personne, un mot accordé qui révèle le sexe. Si vous reconnaissez quelqu’un, déclarez un conflit d’intérêts.',
  rulesTitle: 'Ce que disent les règles',
  rulesNote:
    'Rempli par la réglementation d’après ce qui a été déposé. Cela ne décide de rien : ce qui est défavorable à quelqu’un demande votre constat, et vous pouvez vous écarter d’une règle en donnant une raison.',
  ruleSays: (finding) => `La règle dit : ${finding}.`,
  essential: 'Acquis essentiels',
  desirable: 'Acquis souhaitables',
  desirableNote: 'Tous les acquis essentiels sont satisfaits : ceux-ci sont donc appréciés. Ils n’excluent personne.',
  desirableLater:
    'Les acquis souhaitables ne sont appréciés que si tous les acquis essentiels sont satisfaits, une fois cela enregistré.',
  statement: 'Ce que dit la personne',
  noStatement: 'Rien n’a été écrit.',
  statementOther: 'Réponse à une version antérieure de cette exigence :',
  namedEntries: 'Indiqué à l’appui :',
  career: 'Études et postes',
  studies: 'Études',
  posts: 'Postes',
  nothingStated: 'Rien d’indiqué',
  total: 'Tous les postes ensemble',
  totalByShare: (time) => `${time} en équivalent temps plein, chevauchements comptés une fois`,
  totalInFull: (time) => `${time} si le temps partiel compte en entier`,
  overlapsThere: 'Des postes se chevauchent ; le temps n’est compté qu’une fois.',
  notCounted: {
    one: '{n} poste sans mois n’a pas pu être compté.',
    other: '{n} postes sans mois n’ont pas pu être comptés.',
  },
  shareUnknown: {
    one: '{n} poste à temps partiel est compté en entier : sa quotité n’est pas connue.',
    other: '{n} postes à temps partiel sont comptés en entier : leur quotité n’est pas connue.',
  },
  duration: 'Durée',
  languages: 'Langues, telles que déclarées',
  noLevel: 'aucun niveau',
  questions: 'Questions',
  documents: 'Documents',
  noDocuments: 'Aucun document n’accompagnait la candidature.',
  readText: 'Lire le texte',
  readPdf: 'Enregistrer le fichier',
  quarantined: 'En quarantaine : personne ne peut encore l’ouvrir.',
  toSelection: 'La candidature, avec son auteur ou autrice',
  findingLabel: 'Constat',
  weightLabel: 'Dans quelle mesure il est satisfait',
  reason: 'Raison',
  reasonHint:
    'Partout où ce n’est pas satisfait, ou si vous vous écartez de la règle. Elle pourra être communiquée à la personne.',
  keys: 'Au clavier : dans une exigence, 1, 2 et 3 choisissent le constat et passent à la suivante ; N et P mènent à la candidature suivante et à la précédente.',
  save: 'Enregistrer',
  saveNext: 'Enregistrer, suivante',
  sign: 'Enregistrer et signer',
  signNext: 'Enregistrer, signer, suivante',
  signNote:
    'Une fiche signée ne change plus, sauf si vous la rouvrez en donnant une raison avant que quiconque l’ait vue à côté d’une autre.',
  saved: 'Enregistré.',
  savedSigned: 'Signée.',
  reopened: 'La fiche est de nouveau ouverte.',
  revealed: 'Le passage est découvert.',
  yourSheet: 'Votre fiche',
  signedOn: (when) => `Vous avez signé cette fiche le ${when}.`,
  reopen: 'La rouvrir',
  reopenReason: 'Pourquoi elle ne tient pas',
  otherSheets: 'Toutes les fiches de cette candidature',
  settledResult: 'Le résultat arrêté',
  settledBy: (name, when) => `Arrêté par ${name} le ${when}.`,
  agreed: 'd’accord',
  decidedApart: 'tranché là où les fiches différaient',
  withdrawn: 'Cette candidature a été retirée : il n’y a plus rien à constater.',
  changed:
    'Cette fiche a été modifiée dans une autre fenêtre. Ce que vous avez saisi figure ci-dessous ; vérifiez-le et enregistrez de nouveau.',
  textOf: (document) => `Texte du document « ${document} »`,
  textNote: 'Les mots du fichier seulement : ni image, ni mise en page, ni propriétés du fichier, ni son nom.',
  pageNumber: (page) => `Page ${page}`,
  emptyPage: 'Aucun mot sur cette page : elle est numérisée, faite d’une image, ou vide.',
  withoutText: { one: 'page sans texte :', other: 'pages sans texte :' },
  askForPage: 'Demander la transcription de cette page',
  askForPageNote:
    'Une image ne se masque pas par endroits. Une personne qui peut savoir de qui vient la candidature transcrit ce qui s’y trouve ; vous le lirez ici, couvert comme tout autre texte. Votre raison est conservée.',
  askReason: 'Pourquoi il vous la faut',
  pageAsked: 'La page est demandée.',
  waitsSince: (when) => `Demandée le ${when} ; personne ne l’a encore transcrite.`,
  byHand: 'Transcrit à la main d’après l’image de la page :',
  nothingThere: 'Une personne a regardé cette page et n’y a rien trouvé à lire.',
  transcriptions: 'Pages à transcrire',
  transcriptionsNote:
    'Des personnes qui examinent sans voir de qui viennent les candidatures ont besoin de ces pages, où un programme ne lit rien. Ouvrez le document et transcrivez mot à mot ce qui se trouve sur la page, sans les photographies ni les signatures. Ce qui révèle une identité est couvert, comme partout.',
  noTranscriptions: 'Aucune page en attente.',
  pageOf: (page, name, number) => `${number}, ${name}, page ${page}`,
  askedOn: (when) => `Demandée le ${when}.`,
  askedWhy: 'Raison',
  openDocument: 'Ouvrir le document',
  whatStands: 'Ce qui se trouve sur la page',
  nothingLegend: 'Ou bien',
  nothingToRead: 'Il n’y a rien à y lire',
  keepTranscription: 'Conserver',
  transcribed: 'Conservé. Les personnes qui examinent peuvent maintenant le lire.',
  transcribedMeanwhile: 'Cette page n’est plus en attente : quelqu’un l’a transcrite, ou la candidature a été retirée.',
  busy: 'Le serveur lit d’autres fichiers. Réessayez dans un instant.',
  unreadable: 'Aucun texte ne peut être lu dans ce fichier. La personne qui organise l’examen peut le faire vérifier.',
  uncover: 'découvrir',
  masked: MASKED_FR,
  revealTitle: 'Découvrir ce passage',
  revealNote: 'Vous le verrez ensuite, et vous seul(e). Que vous l’avez découvert, et pourquoi, est consigné.',
  revealReason: 'Pourquoi vous devez le voir',
  reveal: 'Découvrir',
  cancel: 'Le laisser couvert',
  backToSheet: 'Retour à la fiche',
  arranging: 'Organisation de l’examen',
  begin: 'Commencer l’examen',
  beginNote:
    'Les acquis demandés sont repris de l’avis publié, tel qu’il est maintenant, avec toutes les candidatures déposées.',
  screenersEach: 'Combien de personnes examinent chaque candidature',
  one: 'Une',
  two: 'Deux, aucune ne voyant les constats de l’autre avant que les deux aient signé',
  anonymity: 'Jusqu’à quand les personnes qui examinent ne voient pas de qui est une candidature',
  untilStage: (stage) => `Jusqu’à l’étape « ${stage} »`,
  notAnonymous: 'Elles le voient dès le début',
  openNote: 'Aucune source de l’organisation ne le dit : vous en décidez pour ce poste, et cela reste acquis.',
  begunOn: (when) => `Commencé le ${when}.`,
  takeInTitle: 'Candidatures arrivées depuis',
  takeIn: { one: 'Reprendre {n} candidature de plus', other: 'Reprendre {n} candidatures de plus' },
  assignTitle: 'Répartir les candidatures',
  assignNote:
    'À parts égales, chacune à autant de personnes qu’il en est demandé. S’il y a juste ce nombre de personnes, chacune reçoit tout. Personne ne reçoit une candidature qu’il lui est interdit d’apprécier, ou qu’elle a déjà.',
  among: 'Entre',
  assign: 'Répartir',
  left: { one: '{n} candidature a trop peu de personnes', other: '{n} candidatures ont trop peu de personnes' },
  noScreeners: 'Personne n’est encore désigné pour examiner les candidatures à ce poste.',
  nameScreeners: 'Désignez d’abord ces personnes, sur la page de celles qui travaillent à ce concours.',
  takeBack: 'Reprendre ce qui n’est pas commencé',
  takeBackGone: 'Reprendre ce qui n’est pas signé',
  noScreenerNow: 'n’examine plus',
  assignmentMail: {
    subject: (reference) => `Candidatures à examiner : poste ${reference}`,
    text: (reference) => ({
      one: `{n} candidature au poste ${reference} vous a été confiée pour examen. Ce courriel ne dit pas de qui elle vient. Connectez-vous et ouvrez la liste :`,
      other: `{n} candidatures au poste ${reference} vous ont été confiées pour examen. Ce courriel ne dit pas de qui elles viennent. Connectez-vous et ouvrez la liste :`,
    }),
  },
  sharedOut: { one: '{n} fiche a été attribuée.', other: '{n} fiches ont été attribuées.' },
  takenBack: { one: '{n} fiche a été reprise.', other: '{n} fiches ont été reprises.' },
  takenIn: { one: '{n} candidature a été reprise.', other: '{n} candidatures ont été reprises.' },
  chooseScreeners: 'Choisissez entre qui les candidatures sont réparties.',
  hardRulesNote:
    'Là où une règle dit la même chose de plusieurs candidatures, vous pouvez le reprendre pour toutes à la fois, et seulement ce que dit la règle. Cela peut être annulé tant qu’une fiche n’est pas signée ; chaque fiche est toujours signée séparément.',
  takeOverWhat: (rule, finding) => `${rule} : ${finding.toLowerCase()}`,
  notTaken: { one: '{n} candidature', other: '{n} candidatures' },
  nothingToTake: 'Aucune règle n’est défavorable à vos candidatures ouvertes sans que vous l’ayez déjà constaté.',
  preview: 'Voir ce que cela fait',
  previewTitle: 'Avant de le reprendre',
  previewNote: (rule, finding) => `Sur vos fiches de ces candidatures, le constat de « ${rule} » sera « ${finding} ».`,
  confirm: 'Le reprendre pour toutes',
  runs: 'Ce que vous avez repris',
  undo: 'Annuler',
  taken: { one: 'Repris pour {n} candidature.', other: 'Repris pour {n} candidatures.' },
  undone: { one: 'Annulé pour {n} candidature.', other: 'Annulé pour {n} candidatures.' },
  bulkChanged: 'Quelque chose a changé entre-temps. Regardez de nouveau avant de le reprendre.',
  settlementNote:
    'Un résultat vaut une fois qu’une personne nommément désignée l’a arrêté, et ne change plus ensuite. Là où les fiches concordent, leurs constats sont figés tels quels ; là où elles diffèrent, vous tranchez chaque différence en donnant une raison.',
  nothingReady: 'Rien n’est prêt à être arrêté',
  nothingReadyNote: 'Une candidature est prête quand toutes les personnes qui l’examinent ont signé.',
  agree: { one: 'Les fiches concordent pour {n} candidature', other: 'Les fiches concordent pour {n} candidatures' },
  settleAgreed: { one: 'Figer ce résultat', other: 'Figer ces {n} résultats' },
  differ: { one: 'Les fiches diffèrent pour {n} candidature', other: 'Les fiches diffèrent pour {n} candidatures' },
  differences: { one: '{n} différence', other: '{n} différences' },
  settleOne: 'Trancher',
  settledNow: { one: '{n} résultat est arrêté.', other: '{n} résultats sont arrêtés.' },
  settleChanged: 'Quelque chose a changé entre-temps. Regardez de nouveau avant d’arrêter le résultat.',
  settling: (number) => `Arrêter le résultat ${number}`,
  sideBySide: 'Côte à côte',
  what: 'Quoi',
  yourFinding: 'Ce que vous retenez',
  settle: 'Arrêter le résultat',
  settleNext: 'Arrêter et passer à la suivante',
  laterThisOne: 'Laisser celle-ci pour plus tard : à la suivante',
  leftToSettle: {
    one: 'La dernière candidature pour laquelle les fiches diffèrent.',
    other: '{n} candidatures pour lesquelles les fiches diffèrent, dont celle-ci.',
  },
  anotherSettles: 'Vous l’avez examinée : une autre personne tranche.',
  frozenInParts: (count) => `Les ${count} premières sont figées en une fois ; les autres suivront sur cette page.`,
  results: 'Résultats arrêtés',
  resultsNote:
    'Aucun résultat ne fait avancer une candidature : la personne habilitée prend la décision. Celles qui sont en cours d’examen peuvent y être cochées pour vous, avec la raison qui peut être dite.',
  preselect: {
    eligibility: {
      one: 'Cocher {n} candidature dont une condition d’admission n’est pas remplie',
      other: 'Cocher {n} candidatures dont une condition d’admission n’est pas remplie',
    },
    requirement: {
      one: 'Cocher {n} candidature dont un acquis essentiel n’est pas satisfait',
      other: 'Cocher {n} candidatures dont un acquis essentiel n’est pas satisfait',
    },
  },
  duplicatesNote:
    'Trouvées d’après ce que deux candidatures ont en commun ; cela peut être le hasard, une famille ou une adresse partagée. Rien n’est fusionné ni caché : une personne nommément désignée note ce qu’elle a constaté, en donnant une raison.',
  noDuplicates:
    'Aucune candidature n’a de nom, d’adresse, de numéro de téléphone ou de document en commun avec une autre.',
  alike: 'En commun',
  bornApart: 'Les deux indiquent une date de naissance, et ce n’est pas la même.',
  likenesses: LIKENESSES_FR,
  verdict: 'Ce que vous avez constaté',
  verdicts: VERDICTS_FR,
  verdictBy: (name, when) => `${name}, ${when}`,
  note: 'Le noter',
  noted: 'Noté.',
  pair: (one, other) => `${one} et ${other}`,
  blindTitle: 'Vous examinez ces candidatures sans voir de qui elles sont',
  blindNote:
    'Tant que cela dure, cette page vous est fermée, quelles que soient vos autres tâches : elle montre qui a posé sa candidature. Vos fiches vous sont ouvertes, et des collègues qui n’examinent pas peuvent se charger de ce qui est à faire ici.',
  toScreening: 'Vers vos fiches',
  noReason: 'Donnez une raison.',
  missingFinding: (what) => `${what} : choisissez un constat.`,
  missingReason: (what) => `${what} : donnez une raison.`,
  chooseVerdict: 'Choisissez ce que vous avez constaté.',
};

export const SCREENING_TEXTS: Localized<Texts> = { en: EN, fr: FR };

/** Why a sheet cannot be saved, signed or opened again, with what would clear the way. */
export function explainSheet(refusal: SheetRefusal): Localized {
  switch (refusal.kind) {
    case 'settled':
      return {
        en: 'The result is settled and does not change any more.',
        fr: 'Le résultat est arrêté et ne change plus.',
      };
    case 'signed':
      return {
        en: 'You have signed this sheet: open it again first.',
        fr: 'Vous avez signé cette fiche : rouvrez-la d’abord.',
      };
    case 'not-signed':
      return { en: 'This sheet is open.', fr: 'Cette fiche est ouverte.' };
    case 'no-reason':
      return { en: EN.noReason, fr: FR.noReason };
    case 'changed-meanwhile':
      return { en: EN.changed, fr: FR.changed };
    case 'weighed-too-early':
      return { en: EN.desirableLater, fr: FR.desirableLater };
    case 'incomplete':
      return {
        en: 'Something is left to find before you can sign.',
        fr: 'Il reste quelque chose à constater avant de pouvoir signer.',
      };
    case 'seen':
      return {
        en: 'All sheets of this application are signed and shown side by side. A difference is now settled, not edited.',
        fr: 'Toutes les fiches de cette candidature sont signées et montrées côte à côte. Une différence se tranche désormais, elle ne se corrige plus.',
      };
    default:
      return assertNever(refusal);
  }
}

/** Why a result cannot be settled. */
export function explainSettlement(refusal: SettlementRefusal): Localized {
  switch (refusal.kind) {
    case 'not-ready':
      return { en: EN.nothingReadyNote, fr: FR.nothingReadyNote };
    case 'settled':
      return explainSheet({ kind: 'settled' });
    case 'own-sheet':
      return {
        en: 'You screened this application yourself: somebody else settles where the sheets differ.',
        fr: 'Vous avez vous-même examiné cette candidature : quelqu’un d’autre tranche là où les fiches diffèrent.',
      };
    case 'undecided':
      return {
        en: 'Settle each difference, with a reason.',
        fr: 'Tranchez chaque différence, en donnant une raison.',
      };
    default:
      return assertNever(refusal);
  }
}

/** Why a screening cannot begin. */
export function explainBeginning(refusal: BeginningRefusal, zone: string): Localized {
  switch (refusal.kind) {
    case 'begun':
      return { en: 'It has begun already.', fr: 'Il a déjà commencé.' };
    case 'screeners-open':
      return {
        en: 'Choose how many look at each application.',
        fr: 'Choisissez combien de personnes examinent chaque candidature.',
      };
    case 'anonymity-open':
      return { en: 'Choose until when it is anonymous.', fr: 'Choisissez jusqu’à quand l’examen est anonyme.' };
    case 'still-open': {
      const day = (language: Language) =>
        refusal.deadlineAt ? formatInstantToMinute(refusal.deadlineAt, zone, language) : '';
      return {
        en: `Applications come in until ${day('en')}: all are screened together, after that.`,
        fr: `Les candidatures sont reçues jusqu’au ${day('fr')} : toutes sont examinées ensemble, après cela.`,
      };
    }
    default:
      return assertNever(refusal);
  }
}

export function explainTranscription(refusal: TranscriptionRefusal): Localized {
  switch (refusal.kind) {
    case 'nothing-said':
      return {
        en: 'Write down what stands on the page, or say that there is nothing to read.',
        fr: 'Transcrivez ce qui se trouve sur la page, ou indiquez qu’il n’y a rien à lire.',
      };
    case 'both-said':
      return {
        en: 'Either there is something to read, or there is not: keep the text, or the tick.',
        fr: 'Ou bien il y a quelque chose à lire, ou bien il n’y a rien : gardez le texte, ou la coche.',
      };
    case 'too-long':
      return {
        en: `Shorten it: ${formatNumber(refusal.length, 'en')} characters, of ${formatNumber(MAX_TRANSCRIPTION, 'en')} at most.`,
        fr: `À raccourcir : ${formatNumber(refusal.length, 'fr')} caractères, pour ${formatNumber(MAX_TRANSCRIPTION, 'fr')} au plus.`,
      };
    default:
      return assertNever(refusal);
  }
}
