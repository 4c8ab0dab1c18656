import type { Localized } from '../platform/language.ts';
import type { HiddenHow } from '../platform/pdf/pdf-lines.ts';
import type { TextProblem } from './application-texts.ts';
import type { FindingKind } from './signals.ts';

type KindText = { title: string; meaning: string };
type Texts = {
  kinds: Record<FindingKind, KindText>;
  patterns: Record<string, string>;
  how: Record<HiddenHow, string>;
  problems: Record<TextProblem, string>;
  essential: (number: string) => string;
  desirable: (number: string) => string;
  question: (name: string) => string;
};

const EN: Texts = {
  kinds: {
    declaration: { title: 'What was declared', meaning: 'In the words the applicant read at submission.' },
    shared: {
      title: 'Passages shared with another application',
      meaning:
        'Both may have them from a third text, or one person helped the other. Which was first, and who wrote them, cannot be seen from them.',
    },
    'prompt-residue': {
      title: 'Words that a text generator leaves behind',
      meaning: 'Some people also write like this, or quote it. What it means here is for you to judge.',
    },
    placeholder: {
      title: 'Something that was not filled in',
      meaning: 'Templates of letters by people have such places too.',
    },
    'tool-link': {
      title: 'A link that carries the mark of a tool',
      meaning: 'It shows where the link was copied from, and nothing of who wrote the text around it.',
    },
    'hidden-text': {
      title: 'Words that no reader sees',
      meaning: 'White letters may be meant to stand on a dark ground: look at the document itself.',
    },
    instruction: {
      title: 'Words that speak to a program',
      meaning:
        'No program reads applications here: nothing follows from them. People who work on such programs may quote them.',
    },
    'from-notice': {
      title: 'Words taken from the notice',
      meaning: 'For information alone: to take up the words of a notice is usual, and often advised.',
    },
    'made-with': {
      title: 'Made with',
      meaning:
        'For information alone: what the file says of itself. It proves nothing, and many people share a computer.',
    },
  },
  patterns: {
    'speaks-as-a-program': 'speaks of itself as a program',
    'refuses-a-request': 'declines a request',
    'announces-its-answer': 'announces an answer',
    'offers-changes': 'offers changes',
    'asks-to-adapt-it': 'asks to adapt the text',
    'hopes-it-helps': 'hopes that the text is of use',
    'knowledge-ends': 'says when its knowledge ends',
    'speaks-of-what-it-was-given': 'speaks of what it was given',
    'the-prompt-itself': 'the request itself',
    'button-of-a-tool': 'words of a tool’s own page',
    'mark-of-a-citation': 'mark of a tool’s citation',
    'ignore-what-was-said': 'asks to ignore what was said before',
    'rate-this-one': 'asks to rate this application',
    'speaks-to-a-program': 'speaks to a program',
    'name-in-brackets': 'a place for a name or a date',
    'to-be-inserted': 'something to be inserted',
    filler: 'filler text',
  },
  how: {
    white: 'in white',
    tiny: 'in letters too small to read',
    beside: 'beside the page',
    invisible: 'drawn in no colour, with no scanned page under it',
  },
  problems: {
    'not-open': 'it has not been scanned for viruses, or a virus was found',
    encrypted: 'it is locked',
    damaged: 'the program that reads it gave up',
    'took-too-long': 'it took too long',
    busy: 'too much else was being read',
    'not-checked': 'the programs that read PDFs are not installed on this server',
    empty: 'it is empty',
    'too-large': 'it is too large',
    'not-a-pdf': 'it is no PDF',
    'two-in-one': 'it is two files in one',
  },
  essential: (number) => `Answer to essential requirement ${number}`,
  desirable: (number) => `Answer to desirable requirement ${number}`,
  question: (name) => `Answer to a question (${name})`,
};

const FR: Texts = {
  kinds: {
    declaration: {
      title: 'Ce qui a été déclaré',
      meaning: 'Dans les mots que la personne a lus au moment du dépôt.',
    },
    shared: {
      title: 'Passages communs avec une autre candidature',
      meaning:
        'Les deux peuvent les tenir d’un troisième texte, ou l’une des deux personnes a aidé l’autre. Rien n’y montre laquelle était la première, ni qui les a écrits.',
    },
    'prompt-residue': {
      title: 'Mots qu’un générateur de texte laisse derrière lui',
      meaning: 'Certaines personnes écrivent aussi ainsi, ou le citent. À vous de juger de ce que cela signifie ici.',
    },
    placeholder: {
      title: 'Un emplacement resté vide',
      meaning: 'Les modèles de lettres écrits par des personnes en contiennent aussi.',
    },
    'tool-link': {
      title: 'Un lien qui porte la marque d’un outil',
      meaning: 'Il montre d’où le lien a été copié, et rien de qui a écrit le texte autour.',
    },
    'hidden-text': {
      title: 'Mots que personne ne voit en lisant',
      meaning: 'Des lettres blanches peuvent être prévues pour un fond sombre : regardez le document lui-même.',
    },
    instruction: {
      title: 'Mots adressés à un programme',
      meaning:
        'Aucun programme ne lit les candidatures ici : ils restent sans effet. Qui travaille sur de tels programmes peut les citer.',
    },
    'from-notice': {
      title: 'Mots repris de l’avis',
      meaning: 'Pour information seulement : reprendre les mots d’un avis est courant, et souvent conseillé.',
    },
    'made-with': {
      title: 'Logiciel employé',
      meaning:
        'Pour information seulement : ce que le fichier dit de lui-même. Cela ne prouve rien, et bien des gens partagent un ordinateur.',
    },
  },
  patterns: {
    'speaks-as-a-program': 'parle de soi comme d’un programme',
    'refuses-a-request': 'décline une demande',
    'announces-its-answer': 'annonce une réponse',
    'offers-changes': 'propose des modifications',
    'asks-to-adapt-it': 'invite à adapter le texte',
    'hopes-it-helps': 'espère que le texte sera utile',
    'knowledge-ends': 'dit où s’arrêtent ses connaissances',
    'speaks-of-what-it-was-given': 'parle de ce qui lui a été fourni',
    'the-prompt-itself': 'la demande elle-même',
    'button-of-a-tool': 'mots de la page d’un outil',
    'mark-of-a-citation': 'marque de citation d’un outil',
    'ignore-what-was-said': 'demande d’ignorer ce qui précède',
    'rate-this-one': 'demande de noter cette candidature',
    'speaks-to-a-program': 's’adresse à un programme',
    'name-in-brackets': 'la place d’un nom ou d’une date',
    'to-be-inserted': 'quelque chose à insérer',
    filler: 'texte de remplissage',
  },
  how: {
    white: 'en blanc',
    tiny: 'en caractères trop petits pour être lus',
    beside: 'à côté de la page',
    invisible: 'sans couleur, et sans page numérisée dessous',
  },
  problems: {
    'not-open': 'la recherche de virus n’a pas eu lieu, ou un virus a été trouvé',
    encrypted: 'il est verrouillé',
    damaged: 'le programme qui le lit a renoncé',
    'took-too-long': 'la lecture a pris trop de temps',
    busy: 'trop d’autres documents étaient en cours de lecture',
    'not-checked': 'les programmes qui lisent les PDF ne sont pas installés sur ce serveur',
    empty: 'il est vide',
    'too-large': 'il est trop volumineux',
    'not-a-pdf': 'ce n’est pas un PDF',
    'two-in-one': 'ce sont deux fichiers en un',
  },
  essential: (number) => `Réponse à l’acquis essentiel ${number}`,
  desirable: (number) => `Réponse à l’acquis souhaitable ${number}`,
  question: (name) => `Réponse à une question (${name})`,
};

export const FINDING_TEXTS: Localized<Texts> = { en: EN, fr: FR };
