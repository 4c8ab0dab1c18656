import type { Localized } from '../platform/language.ts';
import { assertNever } from '../platform/result.ts';
import { formatBytes, formatNumber, joinList } from '../site/numbers.ts';
import { explainNotOpen } from './application-texts.ts';
import type { DocumentRefusal, NoChange, RequestedDocument } from './document.ts';

type DocumentTexts = {
  title: string;
  lead: string;
  nothingAsked: string;
  notAttached: string;
  asked: string;
  file: string;
  pages: string;
  size: string;
  pageSize: string;
  a4: string;
  attachedOn: string;
  found: string;
  open: string;
  replace: string;
  attach: string;
  chooseFile: string;
  chooseOther: string;
  remove: string;
  removeTitle: (name: string) => string;
  removeText: string;
  keep: string;
  stored: (name: string) => string;
  removed: (name: string) => string;
  previousKept: string;
  nothingKept: string;
  ifAbsent: string;
  ruleIfAbsent: (consequence: string) => string;
  checkedHow: string;
  checkedHowText: string;
  backToApplication: string;
  goOn: string;
  noLonger: string;
};

export const DOCUMENT_TEXTS: Localized<DocumentTexts> = {
  en: {
    title: 'Documents',
    lead: 'Each file is checked as it arrives, and you are told what was found. You can replace it until you submit.',
    nothingAsked: 'This notice asks for no document beside the form.',
    notAttached: 'Not attached yet',
    asked: 'What is asked',
    file: 'File',
    pages: 'Pages',
    size: 'Size',
    pageSize: 'Page size',
    a4: 'every page A4',
    attachedOn: 'Attached',
    found: 'What we received',
    open: 'Download',
    replace: 'Replace it',
    attach: 'Attach it',
    chooseFile: 'Choose a PDF',
    chooseOther: 'Choose another PDF in its place',
    remove: 'Remove',
    removeTitle: (name) => `Remove “${name}” from your application?`,
    removeText: 'The file is deleted here. The one on your own device stays.',
    keep: 'Keep it',
    stored: (name) => `Received, checked and kept: ${name}.`,
    removed: (name) => `Removed: ${name}.`,
    previousKept: 'The file that was attached before is still there.',
    nothingKept: 'Nothing was attached.',
    ifAbsent:
      'No rule of this notice says what follows from a missing document. You can submit without it; whoever reads your application will see that it is not there, and a person judges what that means.',
    ruleIfAbsent: (consequence) =>
      `${consequence} You can submit without it; whoever reads your application will see that it is not there.`,
    checkedHow: 'How files are checked',
    checkedHowText:
      'A program reads the number and the size of the pages, and whether the file is locked or damaged, or carries anything beside its pages. It does not judge what you wrote. A file that takes longer than 8 seconds to read is not kept.',
    backToApplication: 'Your application',
    goOn: 'Go on to the declarations',
    noLonger: 'Documents can no longer be changed',
  },
  fr: {
    title: 'Documents',
    lead: 'Chaque fichier est vérifié à son arrivée et le résultat vous est indiqué. Vous pouvez le remplacer jusqu’à la soumission.',
    nothingAsked: 'Cet avis ne demande aucun document en plus du formulaire.',
    notAttached: 'Pas encore joint',
    asked: 'Ce qui est demandé',
    file: 'Fichier',
    pages: 'Pages',
    size: 'Taille',
    pageSize: 'Format des pages',
    a4: 'toutes les pages en A4',
    attachedOn: 'Joint',
    found: 'Ce que nous avons reçu',
    open: 'Télécharger',
    replace: 'Le remplacer',
    attach: 'Le joindre',
    chooseFile: 'Choisissez un PDF',
    chooseOther: 'Choisissez un autre PDF à sa place',
    remove: 'Retirer',
    removeTitle: (name) => `Retirer « ${name} » de votre candidature ?`,
    removeText: 'Le fichier est supprimé ici. Celui de votre appareil n’est pas touché.',
    keep: 'Le garder',
    stored: (name) => `Reçu, vérifié et conservé : ${name}.`,
    removed: (name) => `Retiré : ${name}.`,
    previousKept: 'Le fichier joint auparavant est toujours là.',
    nothingKept: 'Rien n’a été joint.',
    ifAbsent:
      'Aucune règle de cet avis ne dit ce qu’entraîne l’absence d’un document. Vous pouvez soumettre votre candidature sans lui ; la personne qui la lira verra qu’il manque et jugera de ce que cela signifie.',
    ruleIfAbsent: (consequence) =>
      `${consequence} Vous pouvez soumettre votre candidature sans lui ; la personne qui la lira verra qu’il manque.`,
    checkedHow: 'Comment les fichiers sont vérifiés',
    checkedHowText:
      'Un programme relève le nombre et le format des pages, et si le fichier est verrouillé, endommagé ou s’il contient autre chose que ses pages. Il ne juge pas ce que vous avez écrit. Un fichier dont la lecture dure plus de 8 secondes n’est pas conservé.',
    backToApplication: 'Votre candidature',
    goOn: 'Passer aux déclarations',
    noLonger: 'Les documents ne peuvent plus être modifiés',
  },
};

/** What the notice asks of one document, in a sentence. */
export function describeRequest({ maxPages, pageSize, maxBytes, wordAllowed }: RequestedDocument): Localized {
  const size = { en: formatBytes(maxBytes, 'en'), fr: formatBytes(maxBytes, 'fr') };
  const en = [
    maxPages === null ? 'The notice sets no number of pages.' : `At most ${countPages(maxPages).en}.`,
    ...(pageSize === null ? [] : [`Page size ${pageSize}.`]),
    `A PDF of at most ${size.en}.`,
    ...(wordAllowed ? ['The notice also mentions Word files: save yours as a PDF first.'] : []),
  ];
  const fr = [
    maxPages === null ? 'L’avis ne fixe pas de nombre de pages.' : `${countPages(maxPages).fr} au plus.`,
    ...(pageSize === null ? [] : [`Pages au format ${pageSize}.`]),
    `Un PDF de ${size.fr} au plus.`,
    ...(wordAllowed ? ['L’avis cite aussi les fichiers Word : enregistrez d’abord le vôtre en PDF.'] : []),
  ];
  return { en: en.join(' '), fr: fr.join(' ') };
}

/** Why a file was not kept, with the figure, and what to do. */
export function explainDocument(refusal: DocumentRefusal): Localized {
  switch (refusal.kind) {
    case 'no-file':
      return {
        en: 'No file arrived, or an empty one. Choose a PDF, then send it.',
        fr: 'Aucun fichier n’est arrivé, ou un fichier vide. Choisissez un PDF, puis envoyez-le.',
      };
    case 'not-whole':
      return {
        en: 'The file did not arrive whole. Send it again.',
        fr: 'Le fichier n’est pas arrivé en entier. Envoyez-le de nouveau.',
      };
    case 'too-large':
      return {
        en: `Your file is larger than ${formatBytes(refusal.maxBytes, 'en')}, the most we take. Save it with smaller pictures, or without pictures.`,
        fr: `Votre fichier dépasse ${formatBytes(refusal.maxBytes, 'fr')}, la taille maximale. Enregistrez-le avec des images plus légères ou sans image.`,
      };
    case 'not-pdf':
      return {
        en: 'Your file is not a PDF, whatever its name says. In your word processor choose “Save as” or “Export”, then PDF.',
        fr: 'Votre fichier n’est pas un PDF, quel que soit son nom. Dans votre traitement de texte, choisissez « Enregistrer sous » ou « Exporter », puis PDF.',
      };
    case 'encrypted':
      return {
        en: 'Your file is protected by a password, for reading or for changing it. Save it again without any password.',
        fr: 'Votre fichier est protégé par un mot de passe, pour le lire ou pour le modifier. Enregistrez-le de nouveau sans mot de passe.',
      };
    case 'damaged':
      return {
        en: 'Your file is damaged: part of it cannot be read. Export it again as a PDF and open it yourself before you send it.',
        fr: 'Votre fichier est endommagé : une partie en est illisible. Exportez-le de nouveau en PDF et ouvrez-le vous-même avant de l’envoyer.',
      };
    case 'took-too-long':
      return {
        en: 'Reading your file took longer than 8 seconds, so it was given up. Export it again as a plain PDF.',
        fr: 'La lecture de votre fichier a dépassé 8 secondes et a été abandonnée. Exportez-le de nouveau en PDF simple.',
      };
    case 'too-many-pages':
      return {
        en: `Your file has ${countPages(refusal.pages).en}; at most ${countPages(refusal.maxPages).en} may be sent. Shorten it and send it again.`,
        fr: `Votre fichier compte ${countPages(refusal.pages).fr} ; le maximum est de ${countPages(refusal.maxPages).fr}. Raccourcissez-le et envoyez-le de nouveau.`,
      };
    case 'not-a4':
      return {
        en: `${listPages(refusal.pages).en} not A4. Set the page size to A4 (210 × 297 mm) and export the file again.`,
        fr: `${listPages(refusal.pages).fr} pas au format A4. Choisissez le format A4 (210 × 297 mm) et exportez de nouveau le fichier.`,
      };
    case 'carries-more':
      return {
        en: 'Your file carries a script, an attached file or a form beside its pages. Print it to a plain PDF and send that.',
        fr: 'Votre fichier contient un script, une pièce jointe ou un formulaire en plus de ses pages. Imprimez-le en PDF simple et envoyez celui-ci.',
      };
    case 'busy':
      return {
        en: 'Several of your files are being checked at this moment. Wait a minute, then send this one again.',
        fr: 'Plusieurs de vos fichiers sont en cours de vérification. Patientez une minute, puis envoyez celui-ci de nouveau.',
      };
    case 'not-checked':
      return {
        en: 'This server cannot check files at the moment, so nothing was kept. It is not your file’s fault: try again later, or write to the recruitment office.',
        fr: 'Ce serveur ne peut pas vérifier de fichiers pour le moment ; rien n’a été conservé. Votre fichier n’y est pour rien : réessayez plus tard ou écrivez au service du recrutement.',
      };
    default:
      return assertNever(refusal);
  }
}

/** Why nothing about the documents can be changed any more. */
export function explainNoChange(reason: NoChange): Localized<{ title: string; message: string }> {
  switch (reason.kind) {
    case 'submitted':
      return {
        en: {
          title: DOCUMENT_TEXTS.en.noLonger,
          message: 'You have submitted this application. The receipt lists the documents that went with it.',
        },
        fr: {
          title: DOCUMENT_TEXTS.fr.noLonger,
          message:
            'Vous avez soumis cette candidature. L’accusé de réception énumère les documents qui l’accompagnent.',
        },
      };
    case 'withdrawn':
      return {
        en: { title: DOCUMENT_TEXTS.en.noLonger, message: 'You withdrew this application.' },
        fr: { title: DOCUMENT_TEXTS.fr.noLonger, message: 'Vous avez retiré cette candidature.' },
      };
    case 'deadline-passed':
    case 'not-open':
      return explainNotOpen(reason);
    default:
      return assertNever(reason);
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
