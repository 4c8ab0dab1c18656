import type { Language, Localized } from '../../platform/language.ts';
import type { Scanner } from '../../platform/malware/scanner.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { documentKindOf, type Question } from '../../regulations/questions/question-schema.ts';
import { assertNever } from '../../platform/result.ts';
import { formatBytes, joinList } from '../../site/numbers.ts';
import { explainNotOpen } from '../application-texts.ts';
import { NOT_SAVED } from '../discarding/discard-texts.ts';
import { countPages } from './document-refusal-texts.ts';
import type { NoChange, Remark, RequestedDocument, ScanState } from './document.ts';

type DocumentTexts = {
  title: string;
  lead: string;
  nothingAsked: string;
  answersNeeded: string;
  answersOptional: string;
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
  scannedHow: Record<Scanner['kind'], string>;
  virusCheck: string;
  scan: Record<ScanState, string>;
  quarantine: string;
  quarantineText: string;
  remarks: string;
  remarksText: string;
  preview: string;
  previewText: string;
  previewWord: string;
  pageOf: (page: number, pages: number) => string;
  morePages: (shown: number) => string;
  openRendition: string;
  /** Before its fingerprint, on a receipt. */
  ourPdf: string;
  putBack: (fileName: string) => string;
  setAsideNote: string;
  restored: (name: string) => string;
  sending: string;
  backToApplication: string;
  goOn: string;
  noLonger: string;
};

export const DOCUMENT_TEXTS: Localized<DocumentTexts> = {
  en: {
    title: 'Documents',
    lead: 'Each file is checked as it arrives, and you are told what was found. You can replace it until you submit.',
    nothingAsked: 'This notice asks for no document beside the form.',
    answersNeeded: 'It answers one of the questions: the application cannot be submitted without it.',
    answersOptional: 'It answers one of the questions, and may be left out.',
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
    chooseFile: 'Choose a file',
    chooseOther: 'Choose another file in its place',
    remove: 'Remove',
    removeTitle: (name) => `Remove “${name}” from your application?`,
    removeText:
      'Until you submit, and for a day, you can put it back; then it is deleted here. The file on your own device stays.',
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
      'A program reads the number and the size of the pages, and whether the file is locked or damaged, or carries anything beside its pages. A Word file is laid out once by us as a PDF: that PDF is what assessors open. No program judges what you wrote. A file that takes too long to read is not kept.',
    scannedHow: {
      clamd: 'Each file is scanned for viruses. One that could not be scanned is kept in quarantine until it has been.',
      off: 'Files are not scanned for viruses on this server.',
      none: 'This server has no virus scanner yet: each file is kept in quarantine, where nobody on the staff can open it until it has been scanned.',
    },
    virusCheck: 'Virus check',
    scan: {
      clean: 'nothing found',
      unscanned: 'not scanned: this server scans no files',
      quarantined: 'not scanned yet',
      infected: 'a virus was found after submission; the file was deleted',
    },
    quarantine: 'In quarantine',
    quarantineText:
      'This file could not be scanned for viruses yet. It is kept and counts as attached, in time, but nobody on the staff can open it before it has been scanned. That happens by itself; you need do nothing and can submit.',
    remarks: 'Please look at this',
    remarksText:
      'The file was taken all the same. Whoever reads your application is told this too. If it is not meant, mend the file and replace it.',
    preview: 'How it looks',
    previewText: 'These are the pages as assessors see them.',
    previewWord:
      'These are the pages of the PDF that we made of your Word file: assessors open this PDF. Its layout may differ from that in Word.',
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
    morePages: (shown) => `The first ${shown} pages are shown.`,
    openRendition: 'Download our PDF',
    ourPdf: 'Our PDF of it, which assessors open:',
    putBack: (fileName) => `Put back “${fileName}”`,
    setAsideNote: 'You can undo the last change for a day, until you submit.',
    restored: (name) => `Put back: ${name}.`,
    sending: 'The file is being sent and checked…',
    backToApplication: 'Your application',
    goOn: 'Go on to the declarations',
    noLonger: 'Documents can no longer be changed',
  },
  fr: {
    title: 'Documents',
    lead: 'Chaque fichier est vérifié à son arrivée et le résultat vous est indiqué. Vous pouvez le remplacer jusqu’à la soumission.',
    nothingAsked: 'Cet avis ne demande aucun document en plus du formulaire.',
    answersNeeded: 'Il répond à l’une des questions : la candidature ne peut être déposée sans lui.',
    answersOptional: 'Il répond à l’une des questions, et peut être omis.',
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
    chooseFile: 'Choisissez un fichier',
    chooseOther: 'Choisissez un autre fichier à sa place',
    remove: 'Retirer',
    removeTitle: (name) => `Retirer « ${name} » de votre candidature ?`,
    removeText:
      'Jusqu’à la soumission, et pendant un jour, vous pouvez le remettre ; il est ensuite supprimé ici. Celui de votre appareil n’est pas touché.',
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
      'Un programme relève le nombre et le format des pages, et si le fichier est verrouillé, endommagé ou s’il contient autre chose que ses pages. Nous mettons une fois en pages chaque fichier Word, en PDF : c’est ce PDF qu’ouvrent les personnes qui évaluent. Aucun programme ne juge ce que vous avez écrit. Un fichier trop long à lire n’est pas conservé.',
    scannedHow: {
      clamd:
        'Un antivirus analyse chaque fichier. Celui qui n’a pas pu être analysé reste en quarantaine jusqu’à ce qu’il le soit.',
      off: 'Ce serveur n’analyse pas les fichiers avec un antivirus.',
      none: 'Ce serveur n’a pas encore d’antivirus : chaque fichier est placé en quarantaine, où aucun membre du personnel ne peut l’ouvrir avant son analyse.',
    },
    virusCheck: 'Antivirus',
    scan: {
      clean: 'rien trouvé',
      unscanned: 'pas d’analyse : ce serveur n’analyse aucun fichier',
      quarantined: 'pas encore analysé',
      infected: 'un virus a été trouvé après la soumission ; le fichier a été supprimé',
    },
    quarantine: 'En quarantaine',
    quarantineText:
      'L’antivirus n’a pas encore pu analyser ce fichier. Il est conservé et compte comme joint à temps, mais aucun membre du personnel ne peut l’ouvrir avant l’analyse. Elle se fera d’elle-même ; vous n’avez rien à faire et pouvez soumettre votre candidature.',
    remarks: 'À regarder, s’il vous plaît',
    remarksText:
      'Le fichier a été accepté malgré cela. La personne qui lira votre candidature en est également informée. Si ce n’est pas voulu, corrigez le fichier et remplacez-le.',
    preview: 'Ce que l’on voit',
    previewText: 'Voici les pages telles que les voient les personnes qui évaluent.',
    previewWord:
      'Voici les pages du PDF que nous avons fait de votre fichier Word : c’est ce PDF qu’ouvrent les personnes qui évaluent. Sa mise en pages peut différer de celle de Word.',
    pageOf: (page, pages) => `Page ${page} sur ${pages}`,
    morePages: (shown) => `Les ${shown} premières pages sont affichées.`,
    openRendition: 'Télécharger notre PDF',
    ourPdf: 'Notre PDF de ce fichier, qu’ouvrent les personnes qui évaluent :',
    putBack: (fileName) => `Remettre « ${fileName} »`,
    setAsideNote: 'Vous pouvez annuler le dernier changement pendant un jour, jusqu’à la soumission.',
    restored: (name) => `Remis : ${name}.`,
    sending: 'Le fichier est en cours d’envoi et de vérification…',
    backToApplication: 'Votre candidature',
    goOn: 'Passer aux déclarations',
    noLonger: 'Les documents ne peuvent plus être modifiés',
  },
};

/** What the notice asks of one document, in a sentence; `wordTaken` where Word files can be rendered here too. */
export function describeRequest(
  { maxPages, pageSize, maxBytes, wordAllowed }: RequestedDocument,
  wordTaken: boolean,
): Localized {
  const size = { en: formatBytes(maxBytes, 'en'), fr: formatBytes(maxBytes, 'fr') };
  const word = wordAllowed && wordTaken;
  const en = [
    maxPages === null ? 'The notice sets no number of pages.' : `At most ${countPages(maxPages).en}.`,
    ...(pageSize === null ? [] : [`Page size ${pageSize}.`]),
    `${word ? 'A Word file (.docx) or a PDF' : 'A PDF'} of at most ${size.en}.`,
    ...(wordAllowed && !word
      ? ['The notice also mentions Word files, which this server cannot check: save yours as a PDF first.']
      : []),
  ];
  const fr = [
    maxPages === null ? 'L’avis ne fixe pas de nombre de pages.' : `${countPages(maxPages).fr} au plus.`,
    ...(pageSize === null ? [] : [`Pages au format ${pageSize}.`]),
    `${word ? 'Un fichier Word (.docx) ou un PDF' : 'Un PDF'} de ${size.fr} au plus.`,
    ...(wordAllowed && !word
      ? [
          'L’avis cite aussi les fichiers Word, que ce serveur ne peut pas vérifier : enregistrez d’abord le vôtre en PDF.',
        ]
      : []),
  ];
  return { en: en.join(' '), fr: fr.join(' ') };
}

/** What somebody who reads a document should know of it, beside what it says. */
export function describeRemark({ kind, pages }: Remark): Localized {
  const where = onPages(pages);
  switch (kind) {
    case 'hidden-text':
      return {
        en: `There is text ${where.en} that no reader sees: white, too small, beside the page, or hidden.`,
        fr: `Il y a, ${where.fr}, du texte qu’aucun lecteur ni aucune lectrice ne voit : blanc, trop petit, hors de la page ou masqué.`,
      };
    case 'no-text':
      return {
        en: `No text was found ${where.en}: it is blank, or a picture, as a scanner makes it.`,
        fr: `Aucun texte n’a été trouvé ${where.fr} : page blanche, ou image comme en fait un scanneur.`,
      };
    default:
      return assertNever(kind);
  }
}

function onPages(pages: number[]): Localized {
  const [first = 0] = pages;
  if (pages.length === 0) return { en: 'in it', fr: 'dans ce document' };
  if (pages.length === 1) return { en: `on page ${first}`, fr: `à la page ${first}` };
  const numbers = pages.length > 10 ? [...pages.slice(0, 10).map(String), '…'] : pages.map(String);
  return { en: `on pages ${joinList(numbers, 'en')}`, fr: `aux pages ${joinList(numbers, 'fr')}` };
}

type Asking = { organisation: Pick<Organisation, 'documents' | 'questions'>; questions: readonly Question[] };

/** What a document is called: by the organisation, or by the question that it answers. */
export function documentName(kind: string, { organisation, questions }: Asking, language: Language): string {
  const known = organisation.documents.kinds.find(({ code }) => code === kind)?.name[language];
  const asked = [...organisation.questions, ...questions].find((question) => documentKindOf(question) === kind);
  return known ?? asked?.text[language] ?? (kind.startsWith('question-') ? ANSWERING[language] : kind);
}

const ANSWERING: Localized = { en: 'Document that answers a question', fr: 'Document qui répond à une question' };

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
    case 'discarded':
      return NOT_SAVED;
    case 'deadline-passed':
    case 'not-open':
      return explainNotOpen(reason);
    default:
      return assertNever(reason);
  }
}
