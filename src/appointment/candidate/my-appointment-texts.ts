import type { Localized } from '../../platform/language.ts';
import { explainEvidence } from '../../applications/accommodation/accommodation-texts.ts';
import type { ScanState } from '../../applications/documents/document.ts';
import type { TrackState } from '../conditions/track.ts';
import type { CandidateMailKind } from './candidate-mail.ts';
import type { SendingRefusal } from './condition-document.ts';

const EN = {
  title: 'Your appointment',
  back: 'Your application',
  offer: 'What you are offered',
  none: 'Nothing of your appointment has begun yet',
  noneNote:
    'If you are selected and we begin to see your appointment through, you find here each condition that has to be met before your first day: how far it is, how long it usually takes, and what is needed from you, to be sent from here.',
  firstDay: 'Planned first day',
  notPlanned: 'not planned yet',
  settled: 'Conditions settled',
  of: (some: string, all: string) => `${some} of ${all}`,
  ended: (day: string) => `This appointment was ended on ${day}`,
  endedNote: 'Nothing more is needed from you. If you have a question, write to us in a message:',
  gone: 'As things stand, this appointment does not go on',
  goneNote:
    'You have withdrawn, or the decision by which you were selected does not stand any more. The page of your application says which. Nothing is needed from you here.',
  needed: 'Needed from you now',
  nothingNeeded: 'Nothing is needed from you now',
  nothingNeededNote: 'A mail tells you when there is news.',
  messages: 'Messages',
  states: {
    'to-begin': 'Not begun yet',
    'under-way': 'Under way',
    met: 'Done',
    'not-met': 'Not met so far',
    waived: 'Not required of you',
  } satisfies Record<TrackState, string>,
  stateNotes: {
    'to-begin': 'It has not been asked for yet.',
    'under-way': 'It was asked for, and we wait for the answer.',
    met: 'This condition is met: there is nothing left for you to do.',
    'not-met':
      'The answer that came does not meet this condition. It can be taken up again if something changes; if you have a question, write to us in a message.',
    waived: 'This condition is not required of you: there is nothing left for you to do.',
  } satisfies Record<TrackState, string>,
  givenBy: 'Given by',
  office: 'Looked after by',
  usual: 'Usually takes',
  notKnown: 'no source says',
  usuallyBy: (day: string) => `usually there by ${day}`,
  noDayYet: 'no day can be given yet',
  late: 'It is taking longer than usual.',
  begunOn: 'Asked for on',
  settledOn: 'Settled on',
  answeredOn: 'Answered on',
  holds: 'Holds',
  until: (day: string) => `until ${day}`,
  open: 'without an end that is known',
  studies: 'Studies confirmed',
  posts: 'Posts confirmed',
  medical:
    'What is medical goes to the medical office, and never here: please send no medical paper from this page, with your application or in a message. Of this condition Concours keeps its state and its days alone; the medical office, the contract office and you see them.',
  fromYou: 'What is needed from you',
  nothing: 'Nothing is needed from you for this condition.',
  sentFor: (item: string) => `You have sent (${item}):`,
  sentOn: 'sent on',
  download: 'Download',
  takeBack: 'Take it back',
  send: 'Send',
  hint: (size: string, files: string) =>
    `A PDF, or a photograph (JPEG or PNG), of at most ${size}; up to ${files} files, one after the other.`,
  full: (files: string) => `You have sent ${files} files, as many as are kept. Take one back to send another.`,
  whoSees: 'Who sees what you send',
  whoSeesNote:
    'It is kept encrypted. The office that looks after the condition opens it, and nobody else who works on your appointment.',
  kept: {
    one: 'It is erased {n} day after the condition is settled or the appointment has ended.',
    other: 'It is erased {n} days after the condition is settled or the appointment has ended.',
  },
  keptOpen:
    'For how long it is kept, the organisation has not decided: until it does, for as long as your application.',
  done: { sent: 'The file is sent.', 'taken-back': 'The file is taken back, and deleted.' },
  scan: {
    clean: 'scanned for viruses, none found',
    unscanned: 'not scanned for viruses: this server scans no files',
    quarantined: 'not scanned for viruses yet: the office cannot open it before',
    infected: 'a virus was found',
  } satisfies Record<ScanState, string>,
  mails: {
    documents: {
      subject: 'Something is still needed for your appointment',
      text: 'Something that you were asked for has not come yet. For your privacy, this mail does not say what. Sign in: the page of your application leads to what is needed, and you can send it there:',
    },
    news: {
      subject: 'There is news on your appointment',
      text: 'Something has changed. For your privacy, this mail does not say what. Sign in: the page of your application leads to how far your appointment is:',
    },
  } satisfies Record<CandidateMailKind, { subject: string; text: string }>,
};

type Texts = typeof EN;

const FR: Texts = {
  title: 'Votre nomination',
  back: 'Votre candidature',
  offer: 'Ce qui vous est proposé',
  none: 'La procédure de nomination n’a pas encore commencé',
  noneNote:
    'Si votre candidature est retenue et que nous entamons la procédure de nomination, vous trouverez ici chaque condition à remplir avant votre premier jour : où elle en est, combien de temps elle demande d’ordinaire, et ce qui vous est demandé, à envoyer depuis cette page.',
  firstDay: 'Premier jour prévu',
  notPlanned: 'pas encore fixé',
  settled: 'Conditions réglées',
  of: (some, all) => `${some} sur ${all}`,
  ended: (day) => `Cette procédure de nomination a été close le ${day}`,
  endedNote: 'Plus rien ne vous est demandé. Si vous avez une question, écrivez-nous un message :',
  gone: 'En l’état, cette nomination ne se poursuit pas',
  goneNote:
    'Vous avez retiré votre candidature, ou la décision de la retenir ne vaut plus. La page de votre candidature dit ce qu’il en est. Rien ne vous est demandé ici.',
  needed: 'Ce qui vous est demandé maintenant',
  nothingNeeded: 'Rien ne vous est demandé pour le moment',
  nothingNeededNote: 'Un courriel vous avertit quand il y a du nouveau.',
  messages: 'Messages',
  states: {
    'to-begin': 'Pas encore entamée',
    'under-way': 'En cours',
    met: 'Réglée',
    'not-met': 'Non remplie à ce jour',
    waived: 'Pas exigée de vous',
  },
  stateNotes: {
    'to-begin': 'La demande n’a pas encore été faite.',
    'under-way': 'La demande a été faite, et nous attendons la réponse.',
    met: 'Cette condition est remplie : vous n’avez plus rien à faire.',
    'not-met':
      'La réponse reçue ne remplit pas cette condition. Elle peut être reprise si quelque chose change ; si vous avez une question, écrivez-nous un message.',
    waived: 'Cette condition n’est pas exigée de vous : vous n’avez plus rien à faire.',
  },
  givenBy: 'Délivrée par',
  office: 'Suivie par',
  usual: 'Durée habituelle',
  notKnown: 'aucune source ne la donne',
  usuallyBy: (day) => `d’ordinaire avant le ${day}`,
  noDayYet: 'aucun jour ne peut encore être donné',
  late: 'Elle prend plus de temps que d’ordinaire.',
  begunOn: 'Demandée le',
  settledOn: 'Réglée le',
  answeredOn: 'Réponse du',
  holds: 'Validité',
  until: (day) => `jusqu’au ${day}`,
  open: 'sans terme connu',
  studies: 'Études confirmées',
  posts: 'Emplois confirmés',
  medical:
    'Ce qui est médical va au service médical, jamais ici : n’envoyez aucun document médical depuis cette page, avec votre candidature ou dans un message. De cette condition, Concours ne conserve que l’état et les jours ; le service médical, le service des contrats et vous les voyez.',
  fromYou: 'Ce qui vous est demandé',
  nothing: 'Rien ne vous est demandé pour cette condition.',
  sentFor: (item) => `Vous avez envoyé (${item}) :`,
  sentOn: 'envoyé',
  download: 'Télécharger',
  takeBack: 'Reprendre',
  send: 'Envoyer',
  hint: (size, files) =>
    `Un PDF, ou une photographie (JPEG ou PNG), de ${size} au plus ; jusqu’à ${files} fichiers, l’un après l’autre.`,
  full: (files) =>
    `Vous avez envoyé ${files} fichiers, le plus que nous puissions garder. Reprenez-en un pour en envoyer un autre.`,
  whoSees: 'Qui voit ce que vous envoyez',
  whoSeesNote:
    'Vos fichiers sont conservés chiffrés. Le service qui suit la condition les ouvre, et personne d’autre parmi celles et ceux qui s’occupent de votre nomination.',
  kept: {
    one: 'Ils sont effacés {n} jour après que la condition est réglée ou la procédure close.',
    other: 'Ils sont effacés {n} jours après que la condition est réglée ou la procédure close.',
  },
  keptOpen:
    'L’organisation n’a pas décidé combien de temps les conserver : d’ici là, ils restent aussi longtemps que votre candidature.',
  done: { sent: 'Le fichier est envoyé.', 'taken-back': 'Le fichier est repris, et supprimé.' },
  scan: {
    clean: 'analysé, sans virus',
    unscanned: 'pas d’analyse antivirus : ce serveur n’analyse aucun fichier',
    quarantined: 'pas encore analysé : d’ici là, le service ne peut pas l’ouvrir',
    infected: 'un virus a été trouvé',
  },
  mails: {
    documents: {
      subject: 'Il manque encore quelque chose pour votre nomination',
      text: 'Quelque chose qui vous a été demandé n’est pas encore arrivé. Par discrétion, ce courriel ne dit pas quoi. Connectez-vous : la page de votre candidature mène à ce qui est demandé, et c’est là que vous pouvez l’envoyer :',
    },
    news: {
      subject: 'Il y a du nouveau au sujet de votre nomination',
      text: 'Quelque chose a changé. Par discrétion, ce courriel ne dit pas quoi. Connectez-vous : la page de votre candidature mène à l’état de votre nomination :',
    },
  },
};

export const MY_APPOINTMENT_TEXTS: Localized<Texts> = { en: EN, fr: FR };

/** Why a file is not taken, and what to do. */
export function explainSending(refusal: SendingRefusal): Localized {
  if (refusal.kind === 'closed')
    return {
      en: 'Nothing was changed, for nothing is awaited here any more. See how the condition stands now.',
      fr: 'Rien n’a été modifié, car plus rien n’est attendu ici. Voyez où en est la condition.',
    };
  return explainEvidence(refusal);
}
