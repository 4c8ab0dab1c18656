import { tellChainProblem } from '../../people/event-chain/event-chain-texts.ts';
import type { SignedEventHead } from '../../people/event-chain/event-head.ts';
import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { ZipRefusal } from '../../platform/zip/read-zip.ts';
import type { Manifest } from './format/manifest.ts';
import type { RecordProblem } from './verifying/problem.ts';
import type { WordsCount } from './rules/words.ts';
import type { RecordAudit } from './verifying/audit.ts';

type CommandTexts = {
  noRecord: string;
  missing: (file: string) => string;
  unreadable: (given: string) => string;
  noVacancy: (reference: string) => string;
  written: (file: string) => string;
  recordOf: (manifest: Manifest) => string;
  counted: (audit: RecordAudit) => string;
  words: (words: WordsCount) => string;
  head: (head: string) => string;
  signedBy: (key: string) => string;
  signedHead: (head: SignedEventHead) => string;
  keyOfItsOwn: string;
  good: string;
  bad: string;
};

export const RECORD_COMMAND_TEXTS: Localized<CommandTexts> = {
  en: {
    noRecord: 'This is not the record of a competition: it has no manifest that can be read.',
    missing: (file) => `${file}: there is no such file, or it cannot be read.`,
    unreadable: (given) =>
      `${given}: this is not what that option takes (keys as /en/receipts shows them, heads as they were published, or POSITION:HASH).`,
    noVacancy: (reference) => `There is no vacancy ${reference}.`,
    written: (file) =>
      `Written: ${file}. It holds personal data: keep it where only those may read it who may read the applications.`,
    recordOf: ({ organisation, vacancy, madeAt }) => `Record of vacancy ${vacancy}, ${organisation}, made ${madeAt}.`,
    counted: ({ files, receipts, events }) => `Files: ${files}. Receipts: ${receipts}. Events: ${events}.`,
    words: ({ held, unheld, withheld }) =>
      `Words held by a hash in an event: ${held}; not held by a hash, since they are older: ${unheld}; not told yet, since what they are about was under way: ${withheld}.`,
    head: (head) => `Head of the chain of events: ${head}`,
    signedBy: (key) => `Signed by ${key}`,
    signedHead: ({ position, at, keyId }) =>
      `Last signed head of the chain in it: position ${position}, ${at.toISOString()}, by key ${keyId}.`,
    keyOfItsOwn:
      'This key came with the record, and so did those by which the heads of the chain were checked. To know that the organisation signed it, compare the key with the page “Check a receipt” of the organisation, or give it as --key.',
    good: 'Everything holds: the record is as it was made.',
    bad: 'The record is not as it was made. Ask the organisation for another copy, and keep this one.',
  },
  fr: {
    noRecord: 'Ceci n’est pas le dossier d’un concours : il n’a pas de manifeste lisible.',
    missing: (file) => `${file} : ce fichier n’existe pas ou ne peut pas être lu.`,
    unreadable: (given) =>
      `${given} : ce n’est pas ce qu’attend cette option (clés telles qu’affichées sur /fr/receipts, têtes telles que publiées, ou POSITION:HACHAGE).`,
    noVacancy: (reference) => `Il n’y a pas de vacance de poste ${reference}.`,
    written: (file) =>
      `Écrit : ${file}. Il contient des données personnelles : à conserver là où seules peuvent le lire les personnes qui peuvent lire les candidatures.`,
    recordOf: ({ organisation, vacancy, madeAt }) =>
      `Dossier du concours ${vacancy}, ${organisation}, établi le ${madeAt}.`,
    counted: ({ files, receipts, events }) =>
      `Fichiers : ${files}. Accusés de réception : ${receipts}. Événements : ${events}.`,
    words: ({ held, unheld, withheld }) =>
      `Textes tenus par un hachage dans un événement : ${held} ; sans hachage, car plus anciens : ${unheld} ; pas encore communiqués, la procédure étant en cours : ${withheld}.`,
    head: (head) => `Tête de la chaîne des événements : ${head}`,
    signedBy: (key) => `Signé par ${key}`,
    signedHead: ({ position, at, keyId }) =>
      `Dernière tête signée de la chaîne qu’il contient : position ${position}, ${at.toISOString()}, par la clé ${keyId}.`,
    keyOfItsOwn:
      'Cette clé accompagnait le dossier, comme celles qui ont servi à vérifier les têtes de la chaîne. Pour savoir que l’organisation l’a signé, comparer la clé à la page « Vérifier un accusé de réception » de l’organisation, ou l’indiquer par --key.',
    good: 'Tout concorde : le dossier est tel qu’il a été établi.',
    bad: 'Le dossier n’est pas tel qu’il a été établi. En demander un autre exemplaire à l’organisation, et conserver celui-ci.',
  },
};

/** Why a file cannot be opened as a ZIP, in a sentence. */
export function explainZip(refusal: ZipRefusal, language: Language): string {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  switch (refusal.kind) {
    case 'no-zip':
      return say(
        'This is no ZIP file, or only a part of one: was it saved to its end?',
        'Ce n’est pas un fichier ZIP, ou seulement une partie : a-t-il été enregistré jusqu’au bout ?',
      );
    case 'too-many-files':
      return say('This ZIP file has too many files.', 'Ce fichier ZIP contient trop de fichiers.');
    case 'unfolds-too-far':
      return say(
        `“${refusal.name}” would unfold to far more than a file of a record does. Nothing was unpacked.`,
        `« ${refusal.name} » se déploierait bien au-delà d’un fichier de dossier. Rien n’a été extrait.`,
      );
    case 'name-twice':
      return say(
        `Two files have the name “${refusal.name}”: programs would show one or the other.`,
        `Deux fichiers portent le nom « ${refusal.name} » : les programmes montreraient l’un ou l’autre.`,
      );
    case 'unsafe-name':
      return say(
        `The name “${refusal.name}” leads out of the folder it would be unpacked into. Do not unpack this file.`,
        `Le nom « ${refusal.name} » mène hors du dossier d’extraction. Ne pas extraire ce fichier.`,
      );
    case 'encrypted':
      return say(`“${refusal.name}” is encrypted.`, `« ${refusal.name} » est chiffré.`);
    case 'overlaps':
      return say(
        `The bytes around “${refusal.name}” are not those of a record: something is hidden between the files, or they overlap.`,
        `Les octets autour de « ${refusal.name} » ne sont pas ceux d’un dossier : quelque chose est caché entre les fichiers, ou ils se chevauchent.`,
      );
    default:
      return assertNever(refusal);
  }
}

/** In what a row and an event differ; what has no word here is the name of a detail. */
const inFrench = (name: string): string => ({ time: 'instant', person: 'personne', words: 'texte' })[name] ?? name;

/** One thing that does not hold, in a sentence. */
export function tellRecordProblem(problem: RecordProblem, language: Language): string {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  switch (problem.kind) {
    case 'file-missing':
      return say(`${problem.name} is missing.`, `${problem.name} manque.`);
    case 'file-altered':
      return say(`${problem.name} was altered.`, `${problem.name} a été modifié.`);
    case 'file-unlisted':
      return say(
        `${problem.name} was added: the manifest does not name it.`,
        `${problem.name} a été ajouté : le manifeste ne le nomme pas.`,
      );
    case 'file-listed-twice':
      return say(`The manifest names ${problem.name} twice.`, `Le manifeste nomme ${problem.name} deux fois.`);
    case 'not-signed':
      return say('Nobody signed the manifest.', 'Personne n’a signé le manifeste.');
    case 'signature-wrong':
      return say(
        'The signature is not of this manifest: it was altered, or the signature was.',
        'La signature n’est pas celle de ce manifeste : l’un ou l’autre a été modifié.',
      );
    case 'signed-by-another':
      return say(
        'The key that signed the manifest is none of those you gave.',
        'La clé qui a signé le manifeste n’est aucune de celles indiquées.',
      );
    case 'receipt-wrong':
      return say(
        `${problem.name} is not a receipt that holds: \`concours verify-receipt\` says what of it does not.`,
        `${problem.name} n’est pas un accusé de réception valable : « concours verify-receipt » dit ce qui ne l’est pas.`,
      );
    case 'document-missing':
      return say(
        `The receipt of ${problem.application} names a document that is not here (SHA-256 ${problem.sha256}).`,
        `L’accusé de réception de ${problem.application} nomme un document absent (SHA-256 ${problem.sha256}).`,
      );
    case 'line-unreadable':
      return say(
        `${problem.name}, line ${problem.line}: not what a record has there.`,
        `${problem.name}, ligne ${problem.line} : pas ce qu’un dossier contient à cet endroit.`,
      );
    case 'heads-unreadable':
      return say(
        `${problem.name} has no signed heads that can be read.`,
        `${problem.name} ne contient pas de têtes signées lisibles.`,
      );
    case 'not-sealed':
      return say(
        'No event of the chain says what this record holds: its tables and files may be anybody’s.',
        'Aucun événement de la chaîne ne dit ce que ce dossier contient : ses tableaux et fichiers peuvent être de n’importe qui.',
      );
    case 'seal-broken':
      return say(
        `${problem.name} is not what event ${problem.event} (record-sealed) says that the record held.`,
        `${problem.name} n’est pas ce que le dossier contenait selon l’événement ${problem.event} (record-sealed).`,
      );
    case 'no-signed-head':
      return say(
        'No signed head of the chain covers the event that sealed this record: its end may have been written anew.',
        'Aucune tête signée de la chaîne ne couvre l’événement qui a scellé ce dossier : la fin peut avoir été réécrite.',
      );
    case 'row-without-event':
      return say(
        `${problem.table}, row ${problem.row}: there is no event “${problem.action}” of ${problem.of}.`,
        `${problem.table}, ligne ${problem.row} : il n’y a pas d’événement « ${problem.action} » de ${problem.of}.`,
      );
    case 'row-differs':
      return say(
        `${problem.table}, row ${problem.row}: event ${problem.event}, “${problem.action}” of ${problem.of}, says otherwise (${problem.in.join(', ')}).`,
        `${problem.table}, ligne ${problem.row} : l’événement ${problem.event}, « ${problem.action} » de ${problem.of}, dit autre chose (${problem.in.map(inFrench).join(', ')}).`,
      );
    case 'event-without-row':
      return say(
        `Event ${problem.event}, “${problem.action}” of ${problem.of}, has no row in ${problem.table}.`,
        `L’événement ${problem.event}, « ${problem.action} » de ${problem.of}, n’a pas de ligne dans ${problem.table}.`,
      );
    case 'application-gone':
      return say(
        `Application ${problem.of} was received and is gone, though no retention period ended.`,
        `La candidature ${problem.of} a été reçue et n’est plus là, sans qu’un délai de conservation soit échu.`,
      );
    case 'report-missing':
      return say(
        `${problem.name}, of which ${problem.table}, row ${problem.row}, tells, is missing.`,
        `${problem.name}, dont parle ${problem.table}, ligne ${problem.row}, manque.`,
      );
    case 'report-differs':
      return say(
        `${problem.name} is not what ${problem.table}, row ${problem.row}, says was signed (SHA-256).`,
        `${problem.name} n’est pas ce qui a été signé selon ${problem.table}, ligne ${problem.row} (SHA-256).`,
      );
    case 'report-unnamed':
      return say(
        `${problem.name}: reports.csv knows of no such report.`,
        `${problem.name} : reports.csv ne connaît pas ce rapport.`,
      );
    case 'letter-differs':
      return say(
        `${problem.name} is missing or is not the letter that messages.csv says was sent.`,
        `${problem.name} manque ou n’est pas la lettre envoyée selon messages.csv.`,
      );
    case 'chain':
      return tellChainProblem(problem.problem, language);
    default:
      return assertNever(problem);
  }
}
