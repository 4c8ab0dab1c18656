import type { Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import type { InvitationRefusal } from './invitation.ts';

const EN = {
  title: 'Your invitations',
  link: 'Your invitations',
  back: 'The application',
  lede: 'The stages you are invited to, when and where they are held, and what you have answered.',
  none: 'You are not invited to a stage yet',
  noneNote: 'Once you are, its dates stand here, and a mail tells you that there is news.',
  dates: 'Dates',
  fixed: 'Fixed',
  provisional: 'Provisional: they may change, and you are told if they do.',
  noDates: 'No dates are set yet. You are told once they are.',
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  place: 'Place',
  link1: 'Link',
  follow: 'The address of the meeting',
  changes: 'What has changed',
  changed: (day: string, reason: string) => `${day}: ${reason}`,
  noTimes: 'The times are still being prepared. You are told by mail once there is one for you to choose or confirm.',
  referees: 'Name people whom we may ask',
  yourTime: 'Your time',
  yourClock: (time: string) => `For you: ${time}`,
  writtenHere: 'You write this test here: your time, the rules, and when it can be begun',
  lasts: { one: '{n} minute', other: '{n} minutes' },
  lastsLonger: { one: '{n} minute more, as arranged', other: '{n} minutes more, as arranged' },
  calendar: 'Add it to your calendar',
  calendarEn: 'Calendar file in English',
  calendarFr: 'Calendar file in French',
  waiting: 'You have no time yet',
  declined: 'You said that you do not come',
  declinedNote: 'Your application stands as it is. If you mean to end it, withdraw it on its page.',
  attended: 'You took part',
  absent: 'Recorded as absent',
  absentNote: 'If that is not right, write to us by a message on this application.',
  chooseBy: (at: string) => `Choose until ${at}.`,
  confirmBy: (at: string) => `Confirm until ${at}.`,
  changeBy: (at: string) => `You can change it until ${at}; after that you can ask.`,
  askNote: 'This time can no longer be changed here by yourself. Say why you need another, and somebody answers.',
  askLateNote: 'The last moment to choose has passed. Say why you still ask for a time, and somebody answers.',
  slots: 'The times there are',
  choose: 'Choose this time',
  confirm: 'Confirm this time',
  change: 'Take another time',
  changeButton: 'Change to this time',
  noSlots: 'No time is free at the moment. Ask for one below.',
  reason: 'Why you need another time',
  ask: 'Ask for another time',
  asked: 'You asked for another time. Somebody answers here; until then your time stays.',
  answer: 'Our answer',
  cannot: 'I cannot come',
  cannotNote: 'Your place becomes free for others at once. Your application is not withdrawn by it.',
  decline: 'Say that I do not come',
  zone: 'Also show the times as in',
  zoneHint: 'Each time is shown in the zone of the stage. Choose yours to see both.',
  zoneNone: 'The zone of the stage alone',
  showZone: 'Show',
  arrangement: 'An arrangement for you',
  arrangementAsk: 'If anything in the way this is held stands against you, ask for an arrangement.',
  done: {
    chosen: 'Your time is set. A mail with an entry for your calendar is on its way.',
    declined: 'We know that you do not come.',
    asked: 'Your request is with us.',
  },
  calendarName: (organisation: string) => `${organisation}: your selection`,
  summary: (stage: string, reference: string) => `${stage} (vacancy ${reference})`,
  mails: {
    confirmed: {
      subject: 'Your time is set',
      text: 'The time of a stage to which you are invited is set. It is in the attached entry for your calendar; everything else stands here, once you have signed in:',
    },
    cancelled: {
      subject: 'A time no longer holds',
      text: 'A time that you had for a stage no longer holds; the attached entry takes it out of your calendar. What to do now stands here, once you have signed in:',
    },
    slot: {
      subject: 'A time of yours is near',
      text: 'The time of a stage to which you are invited is near. When and where stands here, once you have signed in:',
    },
    choice: {
      subject: 'A time waits for you to choose it',
      text: 'You are invited to a stage and have not chosen a time yet; soon it will be too late to. Sign in and choose:',
    },
    answered: {
      subject: 'There is an answer for you',
      text: 'You asked for something about a stage to which you are invited, and there is an answer. Sign in and read it:',
    },
  },
};

export type InvitationTexts = typeof EN;
export type InvitationMail = keyof InvitationTexts['mails'];

const FR: InvitationTexts = {
  title: 'Vos invitations',
  link: 'Vos invitations',
  back: 'La candidature',
  lede: 'Les étapes auxquelles vous êtes invité(e), où et quand elles ont lieu, et ce que vous avez répondu.',
  none: 'Vous n’êtes encore invité(e) à aucune étape',
  noneNote: 'Dès que vous le serez, les dates figureront ici, et un courriel vous dira qu’il y a du nouveau.',
  dates: 'Dates',
  fixed: 'Fixées',
  provisional: 'Provisoires : elles peuvent changer ; si c’est le cas, vous en êtes informé(e).',
  noDates: 'Aucune date n’est encore fixée. Vous en serez informé(e).',
  fromTo: (from, to) => `du ${from} au ${to}`,
  place: 'Lieu',
  link1: 'Lien',
  follow: 'L’adresse de la réunion',
  changes: 'Ce qui a changé',
  changed: (day, reason) => `${day} : ${reason}`,
  noTimes:
    'Les horaires sont encore en préparation. Un courriel vous dira quand il y en aura un à choisir ou à confirmer.',
  referees: 'Indiquer des personnes que nous pouvons interroger',
  yourTime: 'Votre horaire',
  yourClock: (time) => `Pour vous : ${time}`,
  writtenHere: 'Vous écrivez cette épreuve ici : votre temps, les règles, et quand elle peut être commencée',
  lasts: { one: '{n} minute', other: '{n} minutes' },
  lastsLonger: { one: '{n} minute de plus, comme convenu', other: '{n} minutes de plus, comme convenu' },
  calendar: 'L’ajouter à votre agenda',
  calendarEn: 'Fichier d’agenda en anglais',
  calendarFr: 'Fichier d’agenda en français',
  waiting: 'Vous n’avez pas encore d’horaire',
  declined: 'Vous avez dit que vous ne viendrez pas',
  declinedNote: 'Votre candidature reste ce qu’elle est. Si vous voulez y mettre fin, retirez-la sur sa page.',
  attended: 'Vous avez participé',
  absent: 'Absence enregistrée',
  absentNote: 'Si cela n’est pas exact, écrivez-nous par un message sur cette candidature.',
  chooseBy: (at) => `À choisir au plus tard ${at}.`,
  confirmBy: (at) => `À confirmer au plus tard ${at}.`,
  changeBy: (at) => `Modifiable jusqu’au terme suivant : ${at} ; ensuite, vous pouvez le demander.`,
  askNote:
    'Vous ne pouvez plus changer cet horaire ici de vous-même. Dites pourquoi il vous en faut un autre ; une personne vous répondra.',
  askLateNote:
    'Le dernier moment pour choisir est passé. Dites pourquoi vous demandez encore un horaire ; une personne vous répondra.',
  slots: 'Les horaires proposés',
  choose: 'Choisir cet horaire',
  confirm: 'Confirmer cet horaire',
  change: 'Prendre un autre horaire',
  changeButton: 'Passer à cet horaire',
  noSlots: 'Aucun horaire n’est libre pour le moment. Demandez-en un ci-dessous.',
  reason: 'Pourquoi il vous faut un autre horaire',
  ask: 'Demander un autre horaire',
  asked: 'Vous avez demandé un autre horaire. La réponse figurera ici ; d’ici là, votre horaire est maintenu.',
  answer: 'Notre réponse',
  cannot: 'Je ne peux pas venir',
  cannotNote: 'Votre place se libère aussitôt pour d’autres. Votre candidature n’est pas retirée pour autant.',
  decline: 'Dire que je ne viendrai pas',
  zone: 'Afficher aussi les horaires comme à',
  zoneHint: 'Chaque horaire est donné dans le fuseau de l’étape. Choisissez le vôtre pour voir les deux.',
  zoneNone: 'Seulement le fuseau de l’étape',
  showZone: 'Afficher',
  arrangement: 'Un aménagement pour vous',
  arrangementAsk: 'Si la manière dont l’étape se déroule vous désavantage, demandez un aménagement.',
  done: {
    chosen: 'Votre horaire est retenu. Un courriel avec une entrée pour votre agenda est en route.',
    declined: 'Nous savons que vous ne viendrez pas.',
    asked: 'Votre demande nous est parvenue.',
  },
  calendarName: (organisation) => `${organisation} : votre sélection`,
  summary: (stage, reference) => `${stage} (avis ${reference})`,
  mails: {
    confirmed: {
      subject: 'Votre horaire est fixé',
      text: 'L’horaire d’une étape à laquelle vous êtes invité(e) est fixé. Il figure dans l’entrée d’agenda jointe ; tout le reste est ici, une fois que vous vous êtes connecté(e) :',
    },
    cancelled: {
      subject: 'Un horaire ne tient plus',
      text: 'Un horaire que vous aviez pour une étape ne tient plus ; l’entrée jointe le retire de votre agenda. Ce qu’il y a à faire figure ici, une fois que vous vous êtes connecté(e) :',
    },
    slot: {
      subject: 'Un horaire approche',
      text: 'L’horaire d’une étape à laquelle vous êtes invité(e) approche. Où et quand figure ici, une fois que vous vous êtes connecté(e) :',
    },
    choice: {
      subject: 'Un horaire est à choisir',
      text: 'Vous êtes invité(e) à une étape et n’avez pas encore choisi d’horaire ; bientôt, il sera trop tard. Connectez-vous pour choisir :',
    },
    answered: {
      subject: 'Une réponse vous attend',
      text: 'Vous avez fait une demande au sujet d’une étape à laquelle vous êtes invité(e), et la réponse est là. Connectez-vous pour la lire :',
    },
  },
};

export const INVITATION_TEXTS: Localized<InvitationTexts> = { en: EN, fr: FR };

/** Why something cannot be done with an invitation, and what would clear the way; instants as the zone of the stage has them. */
export function explainInvitation(refusal: InvitationRefusal, zone: string): Localized {
  switch (refusal.kind) {
    case 'not-offered':
      return { en: 'The times are still being prepared.', fr: 'Les horaires sont encore en préparation.' };
    case 'closed':
      return { en: 'This stage is over.', fr: 'Cette étape est terminée.' };
    case 'slot-gone':
      return {
        en: 'This time is no longer offered: choose another.',
        fr: 'Cet horaire n’est plus proposé : choisissez-en un autre.',
      };
    case 'slot-full':
      return {
        en: 'Somebody took the last place a moment ago: choose another time.',
        fr: 'La dernière place vient d’être prise : choisissez un autre horaire.',
      };
    case 'slot-begun':
      return { en: 'This time has begun already.', fr: 'Cet horaire a déjà commencé.' };
    case 'slot-missing':
      return { en: 'Choose a time', fr: 'Choisissez un horaire' };
    case 'too-late-to-choose':
    case 'too-late-to-change':
      return {
        en: `That was possible until ${formatInstantToMinute(refusal.at, zone, 'en')}. You can still ask for another time.`,
        fr: `C’était possible jusqu’au terme suivant : ${formatInstantToMinute(refusal.at, zone, 'fr')}. Vous pouvez encore demander un autre horaire.`,
      };
    case 'one-time':
      return {
        en: 'There is one time for everybody: ask for another, with a reason.',
        fr: 'Il y a un seul horaire pour tout le monde : demandez-en un autre, avec un motif.',
      };
    case 'no-slot':
      return { en: 'The person has no time.', fr: 'La personne n’a pas d’horaire.' };
    case 'already-asked':
      return {
        en: 'You have asked already; the answer is to come.',
        fr: 'Vous l’avez déjà demandé ; la réponse viendra.',
      };
    case 'nothing-asked':
      return { en: 'This request has been answered already.', fr: 'Cette demande a déjà reçu une réponse.' };
    case 'reason-missing':
      return { en: 'Give the reason', fr: 'Indiquez le motif' };
    case 'declined':
      return { en: 'You said that you do not come.', fr: 'Vous avez dit que vous ne viendrez pas.' };
    case 'not-begun':
      return {
        en: 'Who came is recorded once the time has begun.',
        fr: 'Les présences s’enregistrent une fois que l’horaire a commencé.',
      };
    case 'recorded':
      return { en: 'It is recorded already who came.', fr: 'La présence est déjà enregistrée.' };
    case 'changed-meanwhile':
      return {
        en: 'It was changed from elsewhere meanwhile: look again.',
        fr: 'Cela a changé entre-temps : regardez à nouveau.',
      };
    default:
      return assertNever(refusal);
  }
}
