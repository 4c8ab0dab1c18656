import type { Language, Localized } from '../../platform/language.ts';
import { formatInstant } from '../../site/dates.ts';
import { formatNumber } from '../../site/numbers.ts';
import type { Check, FileRefusal } from './receipt-file.ts';

const EN = {
  proof: 'Proof that it stands in the log of receipts',
  entry: 'Entry {n} of {size}',
  beforeLog: 'This receipt was given before there was a log, and was entered in it afterwards.',
  waits: 'It is being entered in the log of receipts. Load this page again in a moment: the proof will be here.',
  what: 'Every receipt we give is entered in a log that is only ever added to and whose state is signed and published. With this proof, nobody can take your receipt back, change it or date it otherwise without being found out, and that includes us.',
  mailHow: 'Keep this mail, or better the receipt’s file from the address above. Anybody can check it at {address}.',
  treeHead: 'Signed state of the log',
  path: 'Path from your receipt to that state (SHA-256, from below)',
  emptyPath: '(none: yours is the only entry)',
  key: 'Key of the signature',
  download: 'Download the receipt with its proof (JSON)',
  checkIt: 'Check a receipt',
  steps:
    'Keep the file with its proof. The page “Check a receipt” says what holds and what does not; so does, without us or the network:',
  title: 'Check a receipt',
  intro:
    'Whoever has applied here holds the file of a receipt. This page says whether it is ours, whether anything in it was changed, and whether it stands in the log that we publish. Nothing you give it is kept.',
  file: 'The file of the receipt',
  fileHint: 'The one that the receipt’s page lets you download; its name ends in -receipt.json.',
  pasted: 'Or paste its text',
  text: 'Text of the receipt’s file',
  pastedHint: 'The whole text of the file, from the first { to the last }.',
  check: 'Check it',
  missing: 'Choose the file of a receipt, or paste its text.',
  tooLarge: 'This file is too large to be a receipt.',
  result: 'What was found',
  holds: 'Holds',
  broken: 'Does not hold',
  good: 'This receipt is genuine and complete.',
  goodWithoutLog: 'The content is what its fingerprint says. No proof came with it, so nothing more can be checked.',
  bad: 'This receipt does not hold.',
  badAdvice:
    'It was changed, or it is not ours. If you have it from us as it is, keep it and write to us: it is evidence.',
  receiptOf: 'Application {number}, received on {instant}',
  without:
    'You need not take our word: the same is done, without the network, by the command below, or by any program that knows RFC 9162 and Ed25519.',
  about: 'What is checked',
  aboutContent: 'The SHA-256 of everything we stored is computed again and compared with the one on the receipt.',
  aboutInclusion:
    'From that number and the path on the receipt, the root of the log is computed again (RFC 9162). It must be the root of the state that we signed.',
  aboutSignature: 'The signature of that state (Ed25519) is checked with the key that we publish below.',
  aboutTreeHead:
    'The state on the receipt must be a beginning of the log as it is today: if an entry had been changed or taken out since, it would not be.',
  now: 'The log today',
  empty: 'No receipt has been entered yet.',
  entries: { one: '{n} entry', other: '{n} entries' },
  keepHint:
    'Keep a copy from time to time, or let somebody else keep it: a log that were rewritten would no longer grow from it.',
  keys: 'Keys',
  keyId: 'Key',
  keyText: 'Text of the key',
  usedFrom: 'In use since',
  usedUntil: 'Until',
  inUse: 'in use',
  days: 'The last state of each day',
  day: 'Date and time',
  size: 'Entries',
  root: 'Root',
  events: 'The chain of events',
  eventsWhat:
    'Everything that is done here to a vacancy or an application is written as an event, and each event is hashed with the one before it. Where this chain ends is signed and published once an hour, and whenever the record of a competition is taken away. It tells how many events there are and nothing of what they are.',
  eventsKeep:
    'Whoever keeps these heads can show later that an event was removed or changed: the organisation compares them by the command below, and whoever has the record of a competition does so too.',
  eventsHead: 'The last head',
  eventsDays: 'The last head of each day',
  eventCount: 'Events',
  hash: 'Hash',
  noHead: 'No head has been published yet.',
  machines: 'For programs',
  machinesText: 'Keys, states and the proofs between any two of them are at these addresses:',
};

const FR: typeof EN = {
  proof: 'Preuve de son inscription au journal des accusés de réception',
  entry: 'Inscription {n} sur {size}',
  beforeLog: 'Cet accusé de réception a été donné avant l’existence du journal, et y a été inscrit par la suite.',
  waits: 'Son inscription au journal est en cours. Rechargez cette page dans un instant : la preuve y sera.',
  what: 'Chaque accusé de réception est inscrit dans un journal auquel on ne peut qu’ajouter et dont l’état est signé et publié. Avec cette preuve, personne ne peut retirer, modifier ou redater votre accusé de réception sans que cela se voie, et nous pas davantage.',
  mailHow:
    'Conservez ce courriel ou, mieux, le fichier de l’accusé de réception à l’adresse ci-dessus. Chacun peut le vérifier à l’adresse {address}.',
  treeHead: 'État signé du journal',
  path: 'Chemin de votre accusé de réception à cet état (SHA-256, à partir du bas)',
  emptyPath: '(aucun : le vôtre est la seule inscription)',
  key: 'Clé de la signature',
  download: 'Télécharger l’accusé de réception avec sa preuve (JSON)',
  checkIt: 'Vérifier un accusé de réception',
  steps:
    'Conservez le fichier avec sa preuve. La page « Vérifier un accusé de réception » dit ce qui tient et ce qui ne tient pas ; de même, sans nous et sans réseau :',
  title: 'Vérifier un accusé de réception',
  intro:
    'Qui a postulé ici détient le fichier d’un accusé de réception. Cette page dit s’il vient de nous, si quelque chose y a été modifié et s’il figure au journal que nous publions. Rien de ce que vous lui donnez n’est conservé.',
  file: 'Le fichier de l’accusé de réception',
  fileHint: 'Celui que la page de l’accusé de réception permet de télécharger ; son nom finit par -receipt.json.',
  pasted: 'Ou coller son texte',
  text: 'Texte du fichier de l’accusé de réception',
  pastedHint: 'Tout le texte du fichier, de la première { à la dernière }.',
  check: 'Vérifier',
  missing: 'Choisissez le fichier d’un accusé de réception ou collez son texte.',
  tooLarge: 'Ce fichier est trop volumineux pour être un accusé de réception.',
  result: 'Résultat',
  holds: 'Tient',
  broken: 'Ne tient pas',
  good: 'Cet accusé de réception est authentique et complet.',
  goodWithoutLog:
    'Le contenu est bien celui de son empreinte. Aucune preuve ne l’accompagne : rien de plus ne peut être vérifié.',
  bad: 'Cet accusé de réception ne tient pas.',
  badAdvice:
    'Il a été modifié, ou ne vient pas de nous. Si vous le tenez de nous tel quel, conservez-le et écrivez-nous : c’est une preuve.',
  receiptOf: 'Candidature {number}, reçue {instant}',
  without:
    'Vous n’avez pas à nous croire sur parole : la commande ci-dessous fait de même sans réseau, comme tout programme qui connaît la RFC 9162 et Ed25519.',
  about: 'Ce qui est vérifié',
  aboutContent:
    'L’empreinte SHA-256 de tout ce que nous avons enregistré est recalculée et comparée à celle de l’accusé de réception.',
  aboutInclusion:
    'À partir de ce nombre et du chemin que porte l’accusé de réception, la racine du journal est recalculée (RFC 9162). Ce doit être celle de l’état que nous avons signé.',
  aboutSignature: 'La signature de cet état (Ed25519) est vérifiée avec la clé que nous publions ci-dessous.',
  aboutTreeHead:
    'L’état que porte l’accusé de réception doit être un début du journal d’aujourd’hui : si une inscription avait été modifiée ou retirée depuis, il ne le serait pas.',
  now: 'Le journal aujourd’hui',
  empty: 'Aucun accusé de réception n’a encore été inscrit.',
  entries: { one: '{n} inscription', other: '{n} inscriptions' },
  keepHint:
    'Gardez-en une copie de temps à autre, ou confiez-la à quelqu’un : un journal réécrit n’en serait plus la suite.',
  keys: 'Clés',
  keyId: 'Clé',
  keyText: 'Texte de la clé',
  usedFrom: 'En service depuis',
  usedUntil: 'Jusqu’à',
  inUse: 'en service',
  days: 'Le dernier état de chaque jour',
  day: 'Date et heure',
  size: 'Inscriptions',
  root: 'Racine',
  events: 'La chaîne des événements',
  eventsWhat:
    'Tout ce qui est fait ici d’un avis ou d’une candidature est consigné comme événement, et chaque événement est haché avec le précédent. La fin de cette chaîne est signée et publiée une fois par heure, et chaque fois que le dossier d’un concours est emporté. Elle dit combien il y a d’événements, et rien de ce qu’ils sont.',
  eventsKeep:
    'Qui conserve ces têtes peut montrer plus tard qu’un événement a été supprimé ou modifié : l’organisation les compare par la commande ci-dessous, de même que quiconque détient le dossier d’un concours.',
  eventsHead: 'La dernière tête',
  eventsDays: 'La dernière tête de chaque jour',
  eventCount: 'Événements',
  hash: 'Empreinte',
  noHead: 'Aucune tête n’a encore été publiée.',
  machines: 'Pour les programmes',
  machinesText: 'Les clés, les états et les preuves de l’un à l’autre sont à ces adresses :',
};

type Texts = Omit<typeof EN, 'entry' | 'mailHow' | 'receiptOf'> & {
  entryOf: (n: number, size: number) => string;
  mailHow: (address: string) => string;
  receiptOf: (number: string, receivedAt: string) => string;
};

const textsIn = (language: Language, { entry, mailHow, receiptOf, ...t }: typeof EN): Texts => ({
  ...t,
  entryOf: (n, size) => entry.replace('{n}', formatNumber(n, language)).replace('{size}', formatNumber(size, language)),
  mailHow: (address) => mailHow.replace('{address}', address),
  receiptOf: (number, receivedAt) => {
    const at = new Date(receivedAt);
    const instant = Number.isNaN(at.getTime()) ? receivedAt : formatInstant(at, 'UTC', language);
    return receiptOf.replace('{number}', () => number).replace('{instant}', () => instant);
  },
});

export const RECEIPT_LOG_TEXTS: Localized<Texts> = { en: textsIn('en', EN), fr: textsIn('fr', FR) };

type Told = { holds: string; broken: string };

const CHECKED: Localized<Record<string, Told>> = {
  en: {
    content: {
      holds: 'The content is unchanged: its SHA-256 is the one on the receipt.',
      broken: 'The content was changed: its SHA-256 is not the one on the receipt.',
    },
    inclusion: {
      holds: 'It stands in the log: the path leads from it to the signed root.',
      broken: 'It is not shown to stand in the log: the path does not lead to the signed root.',
    },
    'known-key': {
      holds: 'The state of the log was signed by the key that is published.',
      broken: 'The signature is not that of the published key.',
    },
    'own-key': {
      holds:
        'The state of the log was signed by the key on the receipt. Compare that key with one you have from elsewhere (--key): who forges a receipt can bring a key along.',
      broken: 'The signature is not that of the key on the receipt.',
    },
    'unknown-key': { holds: '', broken: 'The state was signed by a key that is not among those known.' },
    same: { holds: 'The state on the receipt is the one that was given.', broken: '' },
    consistent: {
      holds: 'The log has only been added to since: its present state grew from that on the receipt.',
      broken: '',
    },
    rewritten: {
      holds: '',
      broken: 'The log was rewritten: the state on the receipt is no part of the one that was given.',
    },
    'no-path': {
      holds: '',
      broken:
        'The two states are of different sizes, and no proof leads from one to the other. Fetch it at /api/v1/receipt-log/consistency?from=…&to=…',
    },
    'not-signed': { holds: '', broken: 'The state that was given is not signed by a known key.' },
  },
  fr: {
    content: {
      holds: 'Le contenu est intact : son SHA-256 est celui de l’accusé de réception.',
      broken: 'Le contenu a été modifié : son SHA-256 n’est pas celui de l’accusé de réception.',
    },
    inclusion: {
      holds: 'Il figure au journal : le chemin mène de lui à la racine signée.',
      broken: 'Rien ne montre qu’il figure au journal : le chemin ne mène pas à la racine signée.',
    },
    'known-key': {
      holds: 'L’état du journal a été signé par la clé publiée.',
      broken: 'La signature n’est pas celle de la clé publiée.',
    },
    'own-key': {
      holds:
        'L’état du journal a été signé par la clé que porte l’accusé de réception. Comparez-la à une clé que vous tenez d’ailleurs (--key) : qui forge un accusé de réception peut y joindre une clé.',
      broken: 'La signature n’est pas celle de la clé que porte l’accusé de réception.',
    },
    'unknown-key': { holds: '', broken: 'L’état a été signé par une clé qui n’est pas de celles que l’on connaît.' },
    same: { holds: 'L’état que porte l’accusé de réception est celui qui a été donné.', broken: '' },
    consistent: {
      holds: 'Le journal n’a fait que croître depuis : son état actuel prolonge celui de l’accusé de réception.',
      broken: '',
    },
    rewritten: {
      holds: '',
      broken: 'Le journal a été réécrit : l’état de l’accusé de réception ne fait pas partie de celui qui a été donné.',
    },
    'no-path': {
      holds: '',
      broken:
        'Les deux états n’ont pas la même taille et aucune preuve ne mène de l’un à l’autre. Elle se trouve à l’adresse /api/v1/receipt-log/consistency?from=…&to=…',
    },
    'not-signed': { holds: '', broken: 'L’état qui a été donné n’est pas signé par une clé connue.' },
  },
};

/** What a check found, in one sentence. */
export function tellCheck(check: Check, language: Language): string {
  const name = check.part === 'signature' ? check.by : check.part === 'tree-head' ? check.outcome : check.part;
  return CHECKED[language][name]?.[check.holds ? 'holds' : 'broken'] ?? '';
}

/** Why a file could not be read as a receipt. */
export function explainFile(refusal: FileRefusal, language: Language): string {
  const texts: Localized<Record<FileRefusal['kind'], string>> = {
    en: {
      'not-a-receipt': 'This is no file of a receipt. Take the whole file, as it was downloaded.',
      'content-alone':
        'This is what we stored, without the receipt around it: it brings no proof along. Download the receipt with its proof from its page.',
      'broken-tree-head': 'The signed state of the log or its key cannot be read: that part of the file was changed.',
    },
    fr: {
      'not-a-receipt':
        'Ce n’est pas le fichier d’un accusé de réception. Prenez le fichier entier, tel que téléchargé.',
      'content-alone':
        'C’est ce que nous avons enregistré, sans l’accusé de réception : aucune preuve ne l’accompagne. Téléchargez l’accusé de réception avec sa preuve sur sa page.',
      'broken-tree-head': 'L’état signé du journal ou sa clé est illisible : cette partie du fichier a été modifiée.',
    },
  };
  return texts[language][refusal.kind];
}
