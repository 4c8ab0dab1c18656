import type { Localized } from '../../platform/language.ts';
import { TABLE_FILES, type TableFile } from './record.ts';

/** What each table of a record holds, as its page and its README say. */
export const TABLE_TEXTS: Record<TableFile, Localized> = {
  'vacancy.csv': { en: 'the vacancy as it stands', fr: 'la vacance de poste en l’état' },
  'notice-versions.csv': {
    en: 'who saved which version of the notice, when',
    fr: 'qui a enregistré quelle version de l’avis, et quand',
  },
  'approvals.csv': { en: 'who approved the notice', fr: 'qui a approuvé l’avis' },
  'applications.csv': { en: 'the applications received', fr: 'les candidatures reçues' },
  'documents.csv': { en: 'the documents received', fr: 'les documents reçus' },
  'stages.csv': {
    en: 'each step of the selection, with who took it and the reason',
    fr: 'chaque étape de la sélection, avec la personne qui l’a décidée et le motif',
  },
  'screening.csv': {
    en: 'how the screening was begun: by how many, anonymous until when, by which requirements',
    fr: 'comment l’examen a commencé : par combien de personnes, anonyme jusqu’à quand, selon quels acquis',
  },
  'screening-due.csv': {
    en: 'the days that were set for the screening to be done, and why',
    fr: 'les échéances fixées pour l’examen, et pourquoi',
  },
  'screening-sheets.csv': {
    en: 'what each screener found and signed',
    fr: 'ce que chaque personne qui examine a constaté et signé',
  },
  'screening-results.csv': {
    en: 'the settled results, requirement by requirement',
    fr: 'les résultats arrêtés, acquis par acquis',
  },
  'uncovered-passages.csv': {
    en: 'which covered passages were shown to whom, and why',
    fr: 'quels passages couverts ont été montrés, à qui et pourquoi',
  },
  'transcribed-pages.csv': {
    en: 'pages without text that were written down by hand, and why',
    fr: 'les pages sans texte transcrites à la main, et pourquoi',
  },
  'likenesses.csv': {
    en: 'applications that look like one person’s, and what was decided',
    fr: 'les candidatures qui semblent d’une même personne, et ce qui a été décidé',
  },
  'integrity-cases.csv': {
    en: 'the cases on whose work an application is: evidence, answer and decision',
    fr: 'les cas sur l’authenticité d’une candidature : indices, réponse et décision',
  },
  'members.csv': {
    en: 'who screened, assessed, watched and decided, and who named them',
    fr: 'qui a examiné, évalué, observé et décidé, et qui les a désignés',
  },
  'declarations.csv': {
    en: 'the declarations of interests that were signed',
    fr: 'les déclarations d’intérêts signées',
  },
  'conflicts.csv': {
    en: 'conflicts of interest, and why some keep nobody from judging',
    fr: 'les conflits d’intérêts, et pourquoi certains n’empêchent pas de juger',
  },
  'plan.csv': {
    en: 'the stages as they were planned: what was scored, and how it counted',
    fr: 'les étapes prévues : ce qui était noté, et comment cela comptait',
  },
  'plan-changes.csv': {
    en: 'what was changed of a stage after it had opened, and why',
    fr: 'ce qui a été modifié d’une étape après son ouverture, et pourquoi',
  },
  'times.csv': { en: 'the times that were offered at each stage', fr: 'les horaires proposés à chaque étape' },
  'attendance.csv': {
    en: 'who chose which time, and who came',
    fr: 'qui a choisi quel horaire, et qui est venu',
  },
  'late-wishes.csv': {
    en: 'what was wished for too late: more minutes for a paper, another time',
    fr: 'ce qui a été souhaité trop tard : des minutes pour une copie, un autre horaire',
  },
  'references.csv': {
    en: 'the referees who were asked, and what they gave',
    fr: 'les référents interrogés, et ce qu’ils ont donné',
  },
  'written-tests.csv': {
    en: 'the tests written in the product: minutes, when they could be begun, the questions',
    fr: 'les épreuves écrites dans le produit : durée, période pour commencer, questions',
  },
  'written-papers.csv': {
    en: 'what each candidate wrote, from when until when',
    fr: 'ce que chaque candidat ou candidate a écrit, de quand à quand',
  },
  'scores.csv': { en: 'the scores that each member signed', fr: 'les notes que chaque membre a signées' },
  'agreed-scores.csv': { en: 'the scores that the panel agreed on', fr: 'les notes arrêtées par le jury' },
  'language-levels.csv': {
    en: 'the levels that language tests found, and corrections of them',
    fr: 'les niveaux constatés par les tests de langue, et leurs corrections',
  },
  'reports.csv': {
    en: 'the reports of the panel as they were signed, and the decisions on them',
    fr: 'les rapports du jury tels que signés, et les décisions à leur sujet',
  },
  'signatures.csv': { en: 'who signed which report', fr: 'qui a signé quel rapport' },
  'reviews.csv': {
    en: 'what was asked against a decision, by whom it was looked at, and how it ended',
    fr: 'ce qui a été demandé contre une décision, qui l’a réexaminée, et l’issue',
  },
  'equal-access.csv': {
    en: 'how far those got who agreed to be counted by their answers on equal access, as it was counted and may be shown',
    fr: 'jusqu’où sont allées les personnes qui ont accepté d’être comptées selon leurs réponses sur l’égalité d’accès, tel que compté et montrable',
  },
  'redone-stages.csv': {
    en: 'the stages that a review opened again for its candidate alone',
    fr: 'les étapes qu’un réexamen a rouvertes pour la seule candidature concernée',
  },
  'voided-results.csv': {
    en: 'what a review made void, as it was found, and as it counts no more',
    fr: 'ce qu’un réexamen a rendu sans effet, tel que constaté, et qui ne compte plus',
  },
  'similar-posts.csv': {
    en: 'the posts of other vacancies that candidates were offered, why, and what became of it',
    fr: 'les postes d’autres vacances proposés à des candidats et candidates, pourquoi, et la suite donnée',
  },
  'offered-to-others.csv': {
    en: 'to whom of other competitions this post was offered, and why',
    fr: 'à qui, dans d’autres concours, ce poste a été proposé, et pourquoi',
  },
  'appointments.csv': {
    en: 'the appointments of those who were chosen, for whatever post: begun, the first day, ended and why',
    fr: 'les nominations des personnes retenues, pour quelque poste que ce soit : début, premier jour, fin et motif',
  },
  'condition-steps.csv': {
    en: 'each step on a condition of an appointment; never on a medical one',
    fr: 'chaque démarche sur une condition d’une nomination ; jamais sur une condition médicale',
  },
  'verification-steps.csv': {
    en: 'what was asked and answered of each study and each post',
    fr: 'ce qui a été demandé et répondu sur chaque étude et chaque emploi',
  },
  'offers.csv': {
    en: 'the offers, with the SHA-256 of what was sent and of its documents',
    fr: 'les offres, avec le SHA-256 de ce qui a été envoyé et de ses documents',
  },
  'offer-steps.csv': {
    en: 'what was chosen for an offer, who approved, sent and answered it',
    fr: 'ce qui a été choisi pour une offre, qui l’a approuvée et envoyée, et la réponse',
  },
  'contract-steps.csv': {
    en: 'each step on a contract: probation, renewal, indefinite contract, advancement, end, and what was taken back, with the reasons',
    fr: 'chaque étape d’un contrat : stage, renouvellement, durée indéterminée, avancement, fin, et ce qui a été annulé, avec les motifs',
  },
  'hand-overs.csv': {
    en: 'each message to a neighbour and what became of it, why it was stopped; never what it said',
    fr: 'chaque message à un service destinataire et ce qu’il est devenu, pourquoi il a été arrêté ; jamais son contenu',
  },
  'messages.csv': {
    en: 'the messages to and from candidates',
    fr: 'les messages échangés avec les candidats et candidates',
  },
  'people.csv': { en: 'the names of those who did something', fr: 'les noms des personnes qui ont agi' },
  'events.csv': { en: 'every event, as a table', fr: 'tous les événements, sous forme de tableau' },
};

const EN = {
  title: (reference: string) => `Record of the competition: vacancy ${reference}`,
  intro:
    'One ZIP file with everything that shows how this competition was held, up to this moment. Whoever has it can verify it on any machine, without this server.',
  contents: 'What is in it',
  file: 'File',
  holds: 'What it holds',
  notices: 'each version of the notice, and the vacancy as it stands',
  reports:
    'of each report the very text that was signed, the PDF in each language, and the letters that told of the decision',
  applications: 'of each application its receipt with the proof of the log, and its documents',
  events: 'every event of this competition, as it was written',
  chain: 'the chain of events, from before the first of them to the last link',
  heads: 'the signed heads of that chain, as they were published',
  keys: 'the public keys of the organisation',
  manifest: 'the SHA-256 of every file, signed by the organisation',
  readme: 'how to read and verify it, in English and in French',
  never: 'What is never in it',
  neverList: [
    'drafts and what was discarded',
    'requests for an accommodation, and what was decided on them',
    'answers to the questions on equal access, and their counts; only what was counted by stage and may be shown to those who manage recruitment',
    'documents in quarantine: the manifest names them',
    'anything medical: neither a row nor an event of a step on a medical condition; the text of an offer, which names the conditions that were open, is there by its SHA-256 alone',
    'what somebody sent for a condition of their appointment',
    'what a message to a neighbour said of somebody appointed, and where it was sent',
  ],
  notYet: 'What is not in it yet',
  notYetNote:
    'While the competition is under way, the record leaves out what nobody is to read yet. A record made later holds it.',
  notYetList: [
    'what one screener found of an application, before all who screen it have signed',
    'scores, before the panel has agreed on those of the candidate, or the stage is closed',
    'what was written in a test, and the names of referees with what they gave, before the stage is closed',
    'a report of the panel that is still a draft',
  ],
  size: { one: '{n} application', other: '{n} applications' },
  personal:
    'It holds personal data of everybody who applied. Keep it where only those may read it who may read the applications, and no longer than the organisation keeps these. That you made it is recorded.',
  make: 'Make the record and save it',
  takesLong: 'With many documents this takes some minutes. Leave this page open until your browser has saved the file.',
  verify: 'How to verify it',
  verifyHow: 'On any machine that has Concours, without a database:',
  verifyKey: 'The keys of the organisation, and the heads of its chain of events, to compare with, are on this page:',
  receipts: 'Check a receipt',
  made: 'Made before',
  nobody: 'Nobody has made the record of this competition yet.',
  busy: 'Two records are being made at this moment, which is as many as can be. Try again in some minutes.',
  back: 'Back to the vacancy',
};

export type RecordTexts = typeof EN;

const FR: RecordTexts = {
  title: (reference) => `Dossier du concours : avis ${reference}`,
  intro:
    'Un seul fichier ZIP avec tout ce qui montre comment ce concours s’est déroulé jusqu’à présent. Qui le détient peut le vérifier sur n’importe quelle machine, sans ce serveur.',
  contents: 'Ce qu’il contient',
  file: 'Fichier',
  holds: 'Contenu',
  notices: 'chaque version de l’avis, et la vacance de poste en l’état',
  reports:
    'de chaque rapport, le texte même qui a été signé, le PDF dans chaque langue, et les lettres qui ont communiqué la décision',
  applications: 'de chaque candidature, l’accusé de réception avec la preuve du journal, et les documents',
  events: 'tous les événements de ce concours, tels qu’ils ont été écrits',
  chain: 'la chaîne des événements, d’avant le premier jusqu’au dernier maillon',
  heads: 'les têtes signées de cette chaîne, telles que publiées',
  keys: 'les clés publiques de l’organisation',
  manifest: 'le SHA-256 de chaque fichier, signé par l’organisation',
  readme: 'comment le lire et le vérifier, en anglais et en français',
  never: 'Ce qu’il ne contient jamais',
  neverList: [
    'les brouillons et ce qui a été mis de côté',
    'les demandes d’aménagement et les décisions à leur sujet',
    'les réponses aux questions sur l’égalité d’accès, et leurs totaux ; seul y figure ce qui a été compté par étape et peut être montré aux responsables du recrutement',
    'les documents en quarantaine : le manifeste les nomme',
    'ce qui est médical : ni ligne ni événement d’une démarche sur une condition médicale ; le texte d’une offre, qui nomme les conditions encore ouvertes, n’y est que par son SHA-256',
    'ce que quelqu’un a envoyé pour une condition de sa nomination',
    'ce qu’un message à un service destinataire disait d’une personne nommée, et l’adresse où il a été envoyé',
  ],
  notYet: 'Ce qu’il ne contient pas encore',
  notYetNote:
    'Tant que le concours est en cours, le dossier laisse de côté ce que personne ne doit encore lire. Un dossier établi plus tard le contient.',
  notYetList: [
    'ce qu’une personne qui examine une candidature a constaté, avant que toutes celles qui l’examinent aient signé',
    'les notes, avant que le jury se soit accordé sur celles de la personne candidate ou que l’étape soit close',
    'ce qui a été écrit lors d’une épreuve, et le nom des référent(e)s avec ce qu’ils ou elles ont donné, avant que l’étape soit close',
    'un rapport du jury encore à l’état de projet',
  ],
  size: { one: '{n} candidature', other: '{n} candidatures' },
  personal:
    'Il contient les données personnelles de toutes les personnes candidates. À conserver là où seules peuvent le lire les personnes qui peuvent lire les candidatures, et pas plus longtemps que l’organisation ne conserve celles-ci. Son établissement est consigné.',
  make: 'Établir le dossier et l’enregistrer',
  takesLong:
    'Avec de nombreux documents, cela prend quelques minutes. Laisser cette page ouverte jusqu’à ce que le navigateur ait enregistré le fichier.',
  verify: 'Comment le vérifier',
  verifyHow: 'Sur toute machine qui a Concours, sans base de données :',
  verifyKey:
    'Les clés de l’organisation et les têtes de sa chaîne des événements, pour comparaison, figurent sur cette page :',
  receipts: 'Vérifier un accusé de réception',
  made: 'Établi auparavant',
  nobody: 'Personne n’a encore établi le dossier de ce concours.',
  busy: 'Deux dossiers sont en cours d’établissement, le maximum. Réessayer dans quelques minutes.',
  back: 'Retour à l’avis',
};

export const RECORD_TEXTS: Localized<RecordTexts> = { en: EN, fr: FR };

const FR_README = [
  'Les tableaux sont des CSV (RFC 4180) en UTF-8 ; les instants sont en UTC. Un texte qu’un tableur prendrait pour une formule est précédé d’une apostrophe.',
  '',
  'Pour le vérifier : bin/concours verify-record FICHIER.zip --key CLÉS.txt --heads TÊTES.json',
];

const FR_BY_HAND = [
  'À la main : manifest.json donne le SHA-256 de chaque fichier. Le SHA-256 d’une ligne d’events.jsonl, sans sa fin de ligne, est le troisième mot',
  'de sa ligne dans chain.txt : POSITION ÉVÉNEMENT CONTENU own|other|gone [HACHAGE]. « other » désigne les événements d’autres affaires, dont seul',
  'le hachage figure ici. Le hachage d’un maillon est le SHA-256 de « concours/event-link/1 POSITION ÉVÉNEMENT CONTENU PRÉCÉDENT », où PRÉCÉDENT',
  'est le hachage du maillon précédent ; le premier suit « chain.from » du manifeste, le dernier est « chain.to ». « gone » est un événement qui',
  'n’est plus conservé : un événement « events-erased » nomme sa position. manifest.sig contient une signature Ed25519 de « concours/record/2 »,',
  'un saut de ligne, le SHA-256 de manifest.json et un saut de ligne. L’événement « record-sealed » qui porte le numéro « record » du manifeste a le',
  'SHA-256 de chaque fichier hors chaîne ; d’un dossier, celui de ses lignes « SHA256 NOM », par nom. Une tête d’event-heads.txt est signée jusqu’au',
  'saut de ligne qui précède sa ligne vide, compris. Ce que les membres du jury ont signé est reports/NUMÉRO/signed.json : son SHA-256 figure dans',
  'reports.csv, dans signatures.csv et dans les événements.',
];

/** Of the names of the files, with the space after them. */
const WIDTH = Math.max(...TABLE_FILES.map(({ length }) => length)) + 2;

/** `receipts` and `heads` are addresses: of the page with the keys, and of the heads that are published. */
type Readme = { organisation: Localized; reference: string; madeAt: string; receipts: string; heads: string };

/** The README of a record: English, then French. */
export function readmeText({ organisation, reference, madeAt, receipts, heads }: Readme): string {
  const tables = (language: 'en' | 'fr') =>
    Object.entries(TABLE_TEXTS).map(([file, says]) => `  ${file.padEnd(WIDTH)}${says[language]}`);
  return [
    `RECORD OF A COMPETITION – ${organisation.en}, vacancy ${reference}`,
    `Made ${madeAt}. The French text follows.`,
    '',
    ...tables('en'),
    `  ${'notice/'.padEnd(WIDTH)}${EN.notices}`,
    `  ${'reports/NUMBER/'.padEnd(WIDTH)}${EN.reports}`,
    `  ${'applications/NUMBER/'.padEnd(WIDTH)}${EN.applications}`,
    `  ${'events.jsonl'.padEnd(WIDTH)}${EN.events}`,
    `  ${'chain.txt'.padEnd(WIDTH)}${EN.chain}`,
    `  ${'event-heads.txt'.padEnd(WIDTH)}${EN.heads}`,
    `  ${'keys.txt'.padEnd(WIDTH)}${EN.keys}`,
    `  ${'manifest.json, .sig'.padEnd(WIDTH)}${EN.manifest}`,
    '',
    `${EN.never}:`,
    ...EN.neverList.map((one) => `  – ${one}`),
    '',
    'Tables are CSV (RFC 4180) in UTF-8; instants are UTC. A text that a spreadsheet would take for a formula has an apostrophe before it.',
    '',
    'To verify it: bin/concours verify-record FILE.zip --key KEYS.txt --heads HEADS.json',
    `KEYS.txt has the keys of the organisation, one a line, as ${receipts} shows them: compare them there, not in keys.txt.`,
    `HEADS.json is what ${heads} answers, kept by you or by somebody else: with it, a record that was written anew is found.`,
    '',
    'By hand: manifest.json has the SHA-256 of every file. The SHA-256 of a line of events.jsonl, without its end of line, is the third word of',
    'its line in chain.txt: POSITION EVENT CONTENT own|other|gone [HASH]. “other” are events of other matters, of which only the hash is here.',
    'The hash of a link is the SHA-256 of “concours/event-link/1 POSITION EVENT CONTENT PREVIOUS”, where PREVIOUS is the hash of the link before;',
    'the first follows “chain.from” of the manifest, the last is “chain.to”. “gone” is an event that is no longer kept: an event “events-erased”',
    'names its position. manifest.sig has an Ed25519 signature of “concours/record/2”, a line feed, the SHA-256 of manifest.json, and a line feed.',
    'The event “record-sealed” that bears the number “record” of the manifest has the SHA-256 of each file that is not of the chain; of a folder, that',
    'of its lines “SHA256 NAME”, by name. A head in event-heads.txt is signed up to and with the line feed before its empty line. What the members of',
    'the panel signed is reports/NUMBER/signed.json: its SHA-256 is in reports.csv, in signatures.csv and in the events.',
    '',
    '',
    `DOSSIER D’UN CONCOURS – ${organisation.fr}, avis ${reference}`,
    `Établi le ${madeAt}.`,
    '',
    ...tables('fr'),
    `  ${'notice/'.padEnd(WIDTH)}${FR.notices}`,
    `  ${'reports/NUMÉRO/'.padEnd(WIDTH)}${FR.reports}`,
    `  ${'applications/NUMÉRO/'.padEnd(WIDTH)}${FR.applications}`,
    `  ${'events.jsonl'.padEnd(WIDTH)}${FR.events}`,
    `  ${'chain.txt'.padEnd(WIDTH)}${FR.chain}`,
    `  ${'event-heads.txt'.padEnd(WIDTH)}${FR.heads}`,
    `  ${'keys.txt'.padEnd(WIDTH)}${FR.keys}`,
    `  ${'manifest.json, .sig'.padEnd(WIDTH)}${FR.manifest}`,
    '',
    `${FR.never} :`,
    ...FR.neverList.map((one) => `  – ${one}`),
    '',
    ...FR_README,
    `CLÉS.txt contient les clés de l’organisation, une par ligne, telles que les montre ${receipts} : c’est là qu’il faut les comparer, non dans keys.txt.`,
    `TÊTES.json est la réponse de ${heads}, conservée par vous ou par d’autres : elle révèle un dossier entièrement réécrit.`,
    '',
    ...FR_BY_HAND,
    '',
  ].join('\r\n');
}
