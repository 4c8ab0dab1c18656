import type { UnwantedFormat } from '../../platform/documents/upload-format.ts';
import type { WordPlace } from '../../platform/documents/word-findings.ts';
import type { Language, Localized } from '../../platform/language.ts';
import type { ActiveContent } from '../../platform/pdf/pdf-findings.ts';
import { assertNever } from '../../platform/result.ts';
import { formatBytes, formatNumber, joinList } from '../../site/numbers.ts';
import type { DocumentRefusal } from './document.ts';

/** What an unwanted file is, and how to make of it one that is taken; `{formats}` is what is taken. */
const UNWANTED: Record<UnwantedFormat, Localized> = {
  'word-97': {
    en: 'Your file is a Word file of the older kind (.doc). Open it in Word, choose “Save as”, and save it as {formats}.',
    fr: 'Votre fichier est un fichier Word de l’ancien format (.doc). Ouvrez-le dans Word, choisissez « Enregistrer sous » et enregistrez-le en {formats}.',
  },
  'locked-office': {
    en: 'Your file is locked by a password. In Word choose File, Info, Protect Document, Encrypt with Password, empty the field, and save it as {formats}.',
    fr: 'Votre fichier est protégé par un mot de passe. Dans Word, choisissez Fichier, Informations, Protéger le document, Chiffrer avec mot de passe, videz le champ et enregistrez-le en {formats}.',
  },
  rtf: {
    en: 'Your file is in RTF. Open it in your word processor, choose “Save as”, and save it as {formats}.',
    fr: 'Votre fichier est au format RTF. Ouvrez-le dans votre traitement de texte, choisissez « Enregistrer sous » et enregistrez-le en {formats}.',
  },
  'open-document': {
    en: 'Your file is an OpenDocument text (.odt). In LibreOffice choose File, Export As, PDF, or save it as {formats}.',
    fr: 'Votre fichier est un texte OpenDocument (.odt). Dans LibreOffice, choisissez Fichier, Exporter vers, PDF, ou enregistrez-le en {formats}.',
  },
  'apple-pages': {
    en: 'Your file is a Pages file. In Pages choose File, Export To, and export it as {formats}.',
    fr: 'Votre fichier est un fichier Pages. Dans Pages, choisissez Fichier, Exporter vers, et exportez-le en {formats}.',
  },
  'spreadsheet-or-slides': {
    en: 'Your file is a spreadsheet or a presentation. Write the document in a word processor, or export this one, as {formats}.',
    fr: 'Votre fichier est une feuille de calcul ou une présentation. Rédigez le document dans un traitement de texte, ou exportez celui-ci, en {formats}.',
  },
  image: {
    en: 'Your file is a picture. Put it on an A4 page in your word processor, or print it to a file, and send that as {formats}.',
    fr: 'Votre fichier est une image. Placez-la sur une page A4 dans votre traitement de texte, ou imprimez-la dans un fichier, et envoyez celui-ci en {formats}.',
  },
  program: {
    en: 'Your file is a program, whatever its name says. It was not opened. Choose the document itself, as {formats}.',
    fr: 'Votre fichier est un programme, quel que soit son nom. Il n’a pas été ouvert. Choisissez le document lui-même, en {formats}.',
  },
  archive: {
    en: 'Your file is an archive that holds other files. Unpack it and send the document itself, as {formats}.',
    fr: 'Votre fichier est une archive qui contient d’autres fichiers. Décompressez-la et envoyez le document lui-même, en {formats}.',
  },
  mail: {
    en: 'Your file is a mail. Save what is attached to it, and send that as {formats}.',
    fr: 'Votre fichier est un courriel. Enregistrez sa pièce jointe et envoyez celle-ci en {formats}.',
  },
  'web-page': {
    en: 'Your file is a web page, whatever its name says. Print it to a file from your browser, and send that as {formats}.',
    fr: 'Votre fichier est une page web, quel que soit son nom. Imprimez-la dans un fichier depuis votre navigateur et envoyez celui-ci en {formats}.',
  },
  'plain-text': {
    en: 'Your file is plain text, or of no kind that we know, whatever its name says. Open it in your word processor and save it as {formats}.',
    fr: 'Votre fichier est du texte brut, ou d’un format inconnu, quel que soit son nom. Ouvrez-le dans votre traitement de texte et enregistrez-le en {formats}.',
  },
  'two-in-one': {
    en: 'Your file is two files in one: different programs would see different things in it. Open it in the program it was written in, and export it again as {formats}.',
    fr: 'Votre fichier en contient deux en un : selon le programme, on y verrait des choses différentes. Ouvrez-le dans le programme où il a été écrit et exportez-le de nouveau en {formats}.',
  },
};

const FORMATS = {
  pdf: { en: 'PDF', fr: 'PDF' },
  both: { en: 'Word (.docx) or PDF', fr: 'Word (.docx) ou PDF' },
} satisfies Record<string, Localized>;

const PLACES: Record<WordPlace, Localized> = {
  text: { en: 'in the text', fr: 'dans le texte' },
  headers: { en: 'in a header or footer', fr: 'dans un en-tête ou un pied de page' },
  notes: { en: 'in a note', fr: 'dans une note' },
  comments: { en: 'in a comment', fr: 'dans un commentaire' },
  elsewhere: { en: 'behind the text', fr: 'derrière le texte' },
};

const CARRIED: Record<ActiveContent, Localized> = {
  script: { en: 'a script', fr: 'un script' },
  attachment: { en: 'an attached file', fr: 'une pièce jointe' },
  program: { en: 'a command that starts a program', fr: 'une commande qui lance un programme' },
  media: { en: 'a video, a sound or a 3D model', fr: 'une vidéo, un son ou un modèle 3D' },
  form: { en: 'a form that sends data', fr: 'un formulaire qui envoie des données' },
};

/** Why a file was not kept: what it is or carries, where, and what to do. */
export function explainDocument(refusal: DocumentRefusal): Localized {
  switch (refusal.kind) {
    case 'unwanted-format':
      return explainUnwanted(refusal);
    case 'word-not-asked':
    case 'word-not-possible':
    case 'no-rendition':
    case 'macros':
    case 'too-much-inside':
      return explainWord(refusal);
    case 'unsafe-xml':
    case 'embedded':
    case 'external':
    case 'live-field':
      return explainPlaced(refusal);
    case 'too-large':
    case 'too-many-pages':
    case 'not-a4':
      return explainSize(refusal);
    case 'encrypted':
    case 'damaged':
    case 'infected':
      return explainContent(refusal);
    case 'carries-more':
      return explainCarried(refusal);
    case 'no-file':
    case 'not-whole':
    case 'took-too-long':
    case 'busy':
    case 'not-checked':
      return explainSending(refusal);
    default:
      return assertNever(refusal);
  }
}

type Of<Kind extends DocumentRefusal['kind']> = Extract<DocumentRefusal, { kind: Kind }>;

function explainUnwanted({ format, wordTaken }: Of<'unwanted-format'>): Localized {
  const formats = wordTaken ? FORMATS.both : FORMATS.pdf;
  const filled = (language: Language) => UNWANTED[format][language].replace('{formats}', formats[language]);
  return { en: filled('en'), fr: filled('fr') };
}

type WordKind = 'word-not-asked' | 'word-not-possible' | 'no-rendition' | 'macros' | 'too-much-inside';
type PlacedKind = 'unsafe-xml' | 'embedded' | 'external' | 'live-field';

function explainWord(refusal: { kind: WordKind }): Localized {
  switch (refusal.kind) {
    case 'word-not-asked':
      return {
        en: 'Your file is a Word file, and this document is asked for as a PDF. In Word choose “Save as” or “Export”, then PDF.',
        fr: 'Votre fichier est un fichier Word, et ce document est demandé en PDF. Dans Word, choisissez « Enregistrer sous » ou « Exporter », puis PDF.',
      };
    case 'word-not-possible':
      return {
        en: 'Your file is a Word file, which this server cannot check. In Word choose “Save as” or “Export”, then PDF.',
        fr: 'Votre fichier est un fichier Word, que ce serveur ne peut pas vérifier. Dans Word, choisissez « Enregistrer sous » ou « Exporter », puis PDF.',
      };
    case 'no-rendition':
      return {
        en: 'Your Word file could not be laid out as pages here. In Word choose “Save as” or “Export”, then PDF, and send that.',
        fr: 'Votre fichier Word n’a pas pu être mis en pages ici. Dans Word, choisissez « Enregistrer sous » ou « Exporter », puis PDF, et envoyez celui-ci.',
      };
    case 'macros':
      return {
        en: 'Your Word file carries macros, small programs that run when it is opened. Save it as “Word document (.docx)”, which keeps none, or as PDF.',
        fr: 'Votre fichier Word contient des macros, de petits programmes qui s’exécutent à l’ouverture. Enregistrez-le en « Document Word (.docx) », qui n’en garde aucune, ou en PDF.',
      };
    case 'too-much-inside':
      return {
        en: 'Unpacked, your Word file is far larger than any letter, and it was not read further. Save it without its pictures, or as PDF.',
        fr: 'Une fois décompressé, votre fichier Word est bien plus volumineux qu’une lettre, et sa lecture a été arrêtée. Enregistrez-le sans ses images, ou en PDF.',
      };
    default:
      return assertNever(refusal.kind);
  }
}

const PLACED: Record<PlacedKind, Localized> = {
  'unsafe-xml': {
    en: 'Your Word file holds, {where}, instructions to whatever program reads it, which Word never writes. Open it in Word and save it again as .docx or PDF.',
    fr: 'Votre fichier Word contient, {where}, des instructions au programme qui le lit, que Word n’écrit jamais. Ouvrez-le dans Word et enregistrez-le de nouveau en .docx ou en PDF.',
  },
  embedded: {
    en: 'Your Word file holds, {where}, an object of another program: a table, a chart, a file or a control. Replace it by a picture of it (Paste Special, Picture), or save as PDF.',
    fr: 'Votre fichier Word contient, {where}, un objet d’un autre programme : tableau, graphique, fichier ou contrôle. Remplacez-le par son image (Collage spécial, Image), ou enregistrez en PDF.',
  },
  external: {
    en: 'Your Word file would fetch something from elsewhere when it is opened, {where}: a linked picture or a template. Put the picture itself in (File, Info, Edit Links to Files, Break Link), or save as PDF.',
    fr: 'À l’ouverture, votre fichier Word irait chercher quelque chose ailleurs, {where} : une image liée ou un modèle. Insérez l’image elle-même (Fichier, Informations, Modifier les liens d’accès aux fichiers, Rompre la liaison), ou enregistrez en PDF.',
  },
  'live-field': {
    en: 'Your Word file has, {where}, a field that starts or fetches something when it is opened (DDE, LINK, INCLUDE…). Select it and press Ctrl+Shift+F9 to keep only its text, or save as PDF.',
    fr: 'Votre fichier Word contient, {where}, un champ qui lance ou va chercher quelque chose à l’ouverture (DDE, LINK, INCLUDE…). Sélectionnez-le et appuyez sur Ctrl+Maj+F9 pour n’en garder que le texte, ou enregistrez en PDF.',
  },
};

function explainPlaced({ kind, places }: Of<PlacedKind>): Localized {
  const where = (language: Language) =>
    joinList(
      places.map((place) => PLACES[place][language]),
      language,
    );
  const filled = (language: Language) => PLACED[kind][language].replace('{where}', where(language));
  return { en: filled('en'), fr: filled('fr') };
}

function explainSize(refusal: Of<'too-large' | 'too-many-pages' | 'not-a4'>): Localized {
  if (refusal.kind === 'too-large')
    return {
      en: `Your file is larger than ${formatBytes(refusal.maxBytes, 'en')}, the most we take. Save it with smaller pictures, or without pictures.`,
      fr: `Votre fichier dépasse ${formatBytes(refusal.maxBytes, 'fr')}, la taille maximale. Enregistrez-le avec des images plus légères ou sans image.`,
    };
  if (refusal.kind === 'not-a4')
    return {
      en: `${listPages(refusal.pages).en} not A4. Set the page size to A4 (210 × 297 mm) and ${refusal.format === 'word' ? 'save' : 'export'} the file again.`,
      fr: `${listPages(refusal.pages).fr} pas au format A4. Choisissez le format A4 (210 × 297 mm) et ${refusal.format === 'word' ? 'enregistrez' : 'exportez'} de nouveau le fichier.`,
    };
  const [pages, most] = [countPages(refusal.pages), countPages(refusal.maxPages)];
  if (refusal.format === 'word')
    return {
      en: `Our rendering of your Word file has ${pages.en}; at most ${most.en} may be sent. Its pages may differ from those in Word: shorten it, or send it as a PDF with the pages that you see.`,
      fr: `Notre rendu de votre fichier Word compte ${pages.fr} ; le maximum est de ${most.fr}. Ses pages peuvent différer de celles de Word : raccourcissez-le, ou envoyez-le en PDF avec les pages que vous voyez.`,
    };
  return {
    en: `Your file has ${pages.en}; at most ${most.en} may be sent. Shorten it and send it again.`,
    fr: `Votre fichier compte ${pages.fr} ; le maximum est de ${most.fr}. Raccourcissez-le et envoyez-le de nouveau.`,
  };
}

function explainContent(refusal: Of<'encrypted' | 'damaged' | 'infected'>): Localized {
  switch (refusal.kind) {
    case 'encrypted':
      return {
        en: 'Your file is protected by a password, for reading or for changing it. Save it again without any password.',
        fr: 'Votre fichier est protégé par un mot de passe, pour le lire ou pour le modifier. Enregistrez-le de nouveau sans mot de passe.',
      };
    case 'damaged':
      return refusal.format === 'word'
        ? {
            en: 'Your Word file is damaged or was cut off: part of it cannot be read. Open it in Word, save it again, and send that.',
            fr: 'Votre fichier Word est endommagé ou tronqué : une partie en est illisible. Ouvrez-le dans Word, enregistrez-le de nouveau et envoyez celui-ci.',
          }
        : {
            en: 'Your file is damaged: part of it cannot be read. Export it again as a PDF and open it yourself before you send it.',
            fr: 'Votre fichier est endommagé : une partie en est illisible. Exportez-le de nouveau en PDF et ouvrez-le vous-même avant de l’envoyer.',
          };
    case 'infected':
      return {
        en: 'A virus was found in your file, and nothing of it was kept. Scan your device, write or export the document again on one that is clean, and send that.',
        fr: 'Un virus a été trouvé dans votre fichier, et rien n’en a été conservé. Analysez votre appareil, écrivez ou exportez de nouveau le document sur un appareil sain et envoyez celui-ci.',
      };
    default:
      return assertNever(refusal);
  }
}

function explainCarried({ carries }: Of<'carries-more'>): Localized {
  const listed = (language: Language) =>
    joinList(
      carries.map((one) => CARRIED[one][language]),
      language,
    );
  return {
    en: `Your file carries ${listed('en')} beside its pages. Print it to a plain PDF and send that.`,
    fr: `Votre fichier contient ${listed('fr')} en plus de ses pages. Imprimez-le en PDF simple et envoyez celui-ci.`,
  };
}

function explainSending({ kind }: Of<'no-file' | 'not-whole' | 'took-too-long' | 'busy' | 'not-checked'>): Localized {
  switch (kind) {
    case 'no-file':
      return {
        en: 'No file arrived, or an empty one. Choose a file, then send it.',
        fr: 'Aucun fichier n’est arrivé, ou un fichier vide. Choisissez un fichier, puis envoyez-le.',
      };
    case 'not-whole':
      return {
        en: 'The file did not arrive whole. Send it again.',
        fr: 'Le fichier n’est pas arrivé en entier. Envoyez-le de nouveau.',
      };
    case 'took-too-long':
      return {
        en: 'Reading your file took too long, so it was given up. Export it again as a plain PDF.',
        fr: 'La lecture de votre fichier a pris trop de temps et a été abandonnée. Exportez-le de nouveau en PDF simple.',
      };
    case 'busy':
      return {
        en: 'Too many files are being checked at this moment. Wait a minute, then send this one again; a PDF is checked sooner than a Word file.',
        fr: 'Trop de fichiers sont en cours de vérification. Patientez une minute, puis envoyez celui-ci de nouveau ; un PDF est vérifié plus vite qu’un fichier Word.',
      };
    case 'not-checked':
      return {
        en: 'This server cannot check files at the moment, so nothing was kept. It is not your file’s fault: try again later, or write to the recruitment office.',
        fr: 'Ce serveur ne peut pas vérifier de fichiers pour le moment ; rien n’a été conservé. Votre fichier n’y est pour rien : réessayez plus tard ou écrivez au service du recrutement.',
      };
    default:
      return assertNever(kind);
  }
}

export const countPages = (pages: number): Localized => ({
  en: `${formatNumber(pages, 'en')} ${pages === 1 ? 'page' : 'pages'}`,
  fr: `${formatNumber(pages, 'fr')} ${pages < 2 ? 'page' : 'pages'}`,
});

/** “Pages 2 and 4 are”; beyond ten, how many. */
function listPages(pages: number[]): Localized {
  const [first = 0] = pages;
  if (pages.length === 1) return { en: `Page ${first} is`, fr: `La page ${first} n’est` };
  if (pages.length > 10) return { en: `${pages.length} pages are`, fr: `${pages.length} pages ne sont` };
  const numbers = pages.map(String);
  return { en: `Pages ${joinList(numbers, 'en')} are`, fr: `Les pages ${joinList(numbers, 'fr')} ne sont` };
}
