import type { Localized } from '../../../platform/language.ts';
import type { ImportFormat } from '../profile-queries.ts';
import type { ImportRefusal } from './import-file.ts';

export type ImportTexts = {
  title: string;
  intro: string;
  accepted: string[];
  file: string;
  fileHint: string;
  read: string;
  nothingKept: string;
  reviewTitle: string;
  reviewIntro: (file: string) => string;
  formats: Record<ImportFormat, string>;
  found: { one: string; other: string };
  nothingFound: string;
  take: string;
  takeIt: string;
  leaveOut: string;
  duplicate: (entry: string) => string;
  sameAsProfile: string;
  inFile: (words: string) => string;
  notInFile: string;
  keepFile: string;
  keepFileToo: string;
  keepFileNote: string;
  /** What became of the file, by the address that says so. */
  fileDone: Record<string, string | undefined>;
  leftOver: string;
  leftOverNote: string;
  nothingLeft: string;
  withoutHeading: string;
  allPlaced: string;
  keep: string;
  discard: string;
  discardNote: string;
  pendingTitle: string;
  pendingNote: (file: string) => string;
  pendingLink: string;
  taken: { one: string; other: string };
  remains: string;
  noFile: string;
  notWhole: string;
};

export const IMPORT_TEXTS: Localized<ImportTexts> = {
  en: {
    title: 'Fill my profile from a file',
    intro:
      'The file is read here, by fixed rules, and shown to you beside what was understood. Nothing goes into your profile before you say so.',
    accepted: [
      'A CV in PDF or Word (.docx), in English or French',
      'A Europass CV: the PDF, or the XML',
      'JSON Resume (.json), which other services write',
    ],
    file: 'File',
    fileHint: 'PDF, Word, XML, JSON or plain text; 5 MB at most.',
    read: 'Read the file',
    nothingKept: 'What was read of it waits until you have gone through it, and for 30 days at most.',
    reviewTitle: 'What was read of your file',
    reviewIntro: (file) =>
      `This was read of ${file}. Beside each field stand the words of the file. Correct what is wrong, empty what you do not want, and leave out what does not belong; only then is anything kept.`,
    formats: { 'json-resume': 'JSON Resume', europass: 'Europass', cv: 'CV' },
    found: { one: '{n} entry found', other: '{n} entries found' },
    nothingFound: 'No entry was recognised. The words of the file stand below, so that you can copy them.',
    take: 'What to do with it',
    takeIt: 'Keep it in my profile',
    leaveOut: 'Leave it out',
    duplicate: (entry) => `You have this already: ${entry}. It is left out unless you choose otherwise.`,
    sameAsProfile: 'Your profile says this already; kept, the fields below take its place.',
    inFile: (words) => `In the file: “${words}”`,
    notInFile: 'not said in the file',
    keepFile: 'The file itself',
    keepFileToo: 'Keep it with my documents, if it is a PDF',
    keepFileNote: 'Where a notice asks for a CV, you can then attach it without choosing it again.',
    fileDone: {
      kept: 'The file is kept with your documents, to be attached to applications.',
      'not-kept':
        'The file itself was not kept with your documents: that takes a PDF that passes our checks, and room for it.',
    },
    leftOver: 'Left over',
    leftOverNote: 'These words of the file found no field. Nothing of the file is missing: what is not above is here.',
    nothingLeft: 'Nothing is left over.',
    withoutHeading: '(before the first heading)',
    allPlaced: 'Everything here found a field.',
    keep: 'Keep what I chose',
    discard: 'I am done with this file',
    discardNote: 'What was read of it and not kept is deleted.',
    pendingTitle: 'A file waits for you',
    pendingNote: (file) => `${file} was read, and you have not gone through all of it.`,
    pendingLink: 'Go through it',
    taken: { one: '{n} entry is now in your profile.', other: '{n} entries are now in your profile.' },
    remains: 'What you left out and what found no field stays below until you are done with it.',
    noFile: 'Choose a file.',
    notWhole: 'The file did not arrive whole. Send it again.',
  },
  fr: {
    title: 'Remplir mon profil à partir d’un fichier',
    intro:
      'Le fichier est lu ici, selon des règles fixes, et vous est montré à côté de ce qui a été compris. Rien n’entre dans votre profil sans votre accord.',
    accepted: [
      'Un CV en PDF ou Word (.docx), en français ou en anglais',
      'Un CV Europass : le PDF, ou le XML',
      'Un fichier JSON Resume (.json), que d’autres services produisent',
    ],
    file: 'Fichier',
    fileHint: 'PDF, Word, XML, JSON ou texte ; 5 Mo au plus.',
    read: 'Lire le fichier',
    nothingKept: 'Ce qui y a été lu attend que vous l’ayez parcouru, 30 jours au plus.',
    reviewTitle: 'Ce qui a été lu dans votre fichier',
    reviewIntro: (file) =>
      `Voici ce qui a été lu dans ${file}. À côté de chaque champ figurent les mots du fichier. Corrigez ce qui est faux, videz ce que vous ne voulez pas, écartez ce qui n’a pas sa place ; rien n’est conservé avant cela.`,
    formats: { 'json-resume': 'JSON Resume', europass: 'Europass', cv: 'CV' },
    found: { one: '{n} élément trouvé', other: '{n} éléments trouvés' },
    nothingFound:
      'Aucun élément n’a été reconnu. Les mots du fichier figurent ci-dessous, pour que vous puissiez les copier.',
    take: 'Qu’en faire',
    takeIt: 'Le conserver dans mon profil',
    leaveOut: 'L’écarter',
    duplicate: (entry) => `Vous l’avez déjà : ${entry}. Il est écarté, sauf si vous en décidez autrement.`,
    sameAsProfile: 'Votre profil le dit déjà ; si vous les conservez, les champs ci-dessous en prennent la place.',
    inFile: (words) => `Dans le fichier : « ${words} »`,
    notInFile: 'absent du fichier',
    keepFile: 'Le fichier lui-même',
    keepFileToo: 'Le conserver parmi mes documents, si c’est un PDF',
    keepFileNote: 'Là où un avis demande un CV, vous pourrez ainsi le joindre sans le choisir de nouveau.',
    fileDone: {
      kept: 'Le fichier est conservé parmi vos documents, pour être joint à des candidatures.',
      'not-kept':
        'Le fichier lui-même n’a pas été conservé parmi vos documents : il y faut un PDF qui passe nos vérifications, et de la place.',
    },
    leftOver: 'Ce qui reste',
    leftOverNote:
      'Ces mots du fichier n’ont trouvé aucun champ. Rien du fichier ne manque : ce qui n’est pas plus haut est ici.',
    nothingLeft: 'Il ne reste rien.',
    withoutHeading: '(avant le premier titre)',
    allPlaced: 'Tout y a trouvé un champ.',
    keep: 'Conserver ce que j’ai choisi',
    discard: 'J’en ai fini avec ce fichier',
    discardNote: 'Ce qui y a été lu sans être conservé est supprimé.',
    pendingTitle: 'Un fichier vous attend',
    pendingNote: (file) => `${file} a été lu, et vous ne l’avez pas parcouru en entier.`,
    pendingLink: 'Le parcourir',
    taken: {
      one: '{n} élément est maintenant dans votre profil.',
      other: '{n} éléments sont maintenant dans votre profil.',
    },
    remains:
      'Ce que vous avez écarté et ce qui n’a trouvé aucun champ reste ci-dessous jusqu’à ce que vous en ayez fini.',
    noFile: 'Choisissez un fichier.',
    notWhole: 'Le fichier n’est pas arrivé entier. Envoyez-le de nouveau.',
  },
};

/** Why nothing was read of a file, and what would help. */
export function explainImport({ kind }: Pick<ImportRefusal, 'kind'>): Localized {
  return REFUSALS[kind];
}

const DAMAGED = {
  en: 'The file is damaged. Save it again with your word processor, or send another format.',
  fr: 'Le fichier est endommagé. Enregistrez-le de nouveau avec votre traitement de texte, ou envoyez un autre format.',
};
const TOO_MUCH = {
  en: 'The file holds far more than a CV does, and was not read. Send the CV alone.',
  fr: 'Le fichier contient bien plus qu’un CV et n’a pas été lu. Envoyez le CV seul.',
};
const OTHER_FORMAT = {
  en: 'This kind of file is not read. Send PDF, Word (.docx), Europass XML or JSON Resume.',
  fr: 'Ce type de fichier n’est pas lu. Envoyez un PDF, un Word (.docx), un XML Europass ou un JSON Resume.',
};

const REFUSALS: Record<ImportRefusal['kind'], Localized> = {
  empty: { en: 'The file is empty. Choose another.', fr: 'Le fichier est vide. Choisissez-en un autre.' },
  'too-large': {
    en: 'The file is larger than 5 MB. Send a smaller one.',
    fr: 'Le fichier dépasse 5 Mo. Envoyez-en un plus petit.',
  },
  'broken-text': DAMAGED,
  damaged: DAMAGED,
  'other-format': OTHER_FORMAT,
  'unknown-format': OTHER_FORMAT,
  encrypted: {
    en: 'The file is protected by a password. Save it without one.',
    fr: 'Le fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe.',
  },
  'no-text': {
    en: 'The file has no text, only pictures of it. Send the document it was made from.',
    fr: 'Le fichier ne contient pas de texte, seulement des images. Envoyez le document d’origine.',
  },
  'too-many-pages': TOO_MUCH,
  macros: {
    en: 'The file carries macros. Save it without them.',
    fr: 'Le fichier contient des macros. Enregistrez-le sans elles.',
  },
  'too-much-inside': TOO_MUCH,
  'unsafe-xml': {
    en: 'The file holds a document type or a nesting that a CV does not need, and was not read.',
    fr: 'Le fichier contient un type de document ou une imbrication dont un CV n’a pas besoin, et n’a pas été lu.',
  },
  'took-too-long': {
    en: 'The file took too long to read. Try again, or send a simpler one.',
    fr: 'Le fichier était trop long à lire. Réessayez, ou envoyez-en un plus simple.',
  },
  'not-limited': {
    en: 'Files of this kind are not read on this installation. Send Europass XML or JSON Resume.',
    fr: 'Les fichiers de ce type ne sont pas lus sur cette installation. Envoyez un XML Europass ou un JSON Resume.',
  },
  'not-xml': {
    en: 'The XML of the file is broken. Export it again.',
    fr: 'Le XML du fichier est défectueux. Exportez-le de nouveau.',
  },
  'not-europass': {
    en: 'The XML is not that of a Europass CV.',
    fr: 'Le XML n’est pas celui d’un CV Europass.',
  },
  'not-json': {
    en: 'The JSON of the file is broken. Export it again.',
    fr: 'Le JSON du fichier est défectueux. Exportez-le de nouveau.',
  },
  'not-json-resume': {
    en: 'The file is JSON, but not JSON Resume: it has none of its parts.',
    fr: 'Le fichier est du JSON, mais pas un JSON Resume : il n’en a aucune partie.',
  },
};
