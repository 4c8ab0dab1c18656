import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { plural } from '../../site/numbers.ts';
import type { SaveRefusal, TestRefusal } from './written-test.ts';

const EN = {
  title: 'Written test',
  back: 'Your application',
  none: 'No written test awaits you',
  noneNote: 'If you are invited to one, you write it here; the invitation tells you.',
  others: 'Your written tests',
  yourTime: 'Your time',
  mayBegin: 'You may begin',
  underWay: 'Under way',
  from: 'From',
  until: 'Until',
  questions: 'Questions',
  questionCount: { one: '{n} question', other: '{n} questions' },
  length: 'Length of each answer',
  characters: { one: '{n} character at most', other: '{n} characters at most' },
  rules: 'How it goes',
  rulesList: [
    'There is one attempt. Once you have begun, your time runs until it ends, whether you write or not.',
    'The clock is the server’s. If your connection is lost, or you change devices, come back here: you go on with the time that is left.',
    'What you write is saved while you write. At the end it is handed in by itself; you may also hand it in before.',
    'What reaches us after the end does not count. What was saved by then does.',
    'Write in English or in French, as you wish.',
  ],
  readByNumber: 'The panel reads it by your number, without your name. Do not write your name in it.',
  readByName: 'The panel reads it with your name.',
  begin: 'Begin now',
  beginNote: 'Your time begins as soon as you press the button.',
  early: 'It cannot be begun yet',
  missed: 'It can no longer be begun',
  missedNote: 'The time in which it could be begun is over. If something kept you from it, write to us in a message.',
  notReady: 'It cannot be begun at present',
  notReadyNote: 'The stage is not open, or it does not go on for this application.',
  notToBegin: 'It cannot be begun now. Here is how it stands.',
  timeLeft: 'Time left',
  lessThanMinute: 'less than a minute',
  endsAt: 'It ends',
  asOf: 'As of the moment at which this page was sent. Saving shows it anew.',
  question: (number: number) => `Question ${number}`,
  answerTo: (number: number) => `Your answer to question ${number}`,
  limitHint: 'What is beyond the limit is kept, but the panel does not read it.',
  save: 'Save',
  finished: 'I have finished. I know that I cannot go on writing once it is handed in.',
  finishedMissing: 'To hand in before the end, say that you have finished',
  handIn: 'Hand in',
  handInTitle: 'Hand in before the end',
  done: { begun: 'Your time has begun.', saved: 'Saved.', 'handed-in': 'Handed in.' },
  handedIn: 'Handed in',
  handedInNote: 'What stands below is what the panel reads. You need do nothing more.',
  settling: 'Your time is over',
  settlingNote: 'What stands below was saved in time; it is handed in.',
  written: 'What you wrote',
  nothing: 'Nothing was written here.',
  late: 'What you sent arrived after the end',
  lateNote: 'It does not count. Nothing of it is lost: here is what you sent, to copy.',
  afterHandIn: 'What you sent arrived after you had handed in',
  sent: 'What you sent last',
  kept: 'What was kept',
  elsewhere: 'You also wrote elsewhere',
  elsewhereNote:
    'The answers named here were changed in another window or on another device. What you typed stands in the field, what was kept stands above it: make one of both, and save.',
  keptElsewhere: 'Kept from elsewhere',
  lateJson: 'Your time is over: this came after the end and does not count. What was saved before is handed in.',
  afterHandInJson: 'It was handed in already: this does not count.',
  elsewhereJson: 'You also wrote this answer elsewhere. Press “Save” to see both.',
  announceLeft: '{time} left.',
  announceOver: 'Your time is over. What was saved is handed in.',
  staffTitle: 'Written in the product',
  staffLede:
    'Candidates write their answers here to the questions of this stage, in the time that you set. Whoever has more time by an arrangement has it by itself.',
  staffQuestionsPlanned: 'The questions are those of the stage, as they are when it opens.',
  staffQuestionsOpen: 'The questions are fixed. Everybody gets these.',
  staffNoQuestions: 'The stage has no question yet',
  staffNoQuestionsNote: 'Say first what the panel scores and what everybody is asked.',
  backToStage: 'The stage',
  minutes: 'Minutes that everybody has',
  minutesHint: 'Between 5 and 1440. Arranged minutes are added for those who have them.',
  opensDay: 'First day on which it may be begun',
  opensTime: 'Time of that day',
  closesDay: 'Last day on which it may be begun',
  closesTime: 'Time of that day until which',
  timeHint: (zone: string) => `For example 9:30. In the zone of the deadline: ${zone}.`,
  maxCharacters: 'Characters of each answer at most',
  maxCharactersHint: 'Between 100 and 30,000. What is beyond is not read.',
  byNumber: 'Names',
  byNumberOption: 'The panel reads and scores by number, without names',
  byNumberHint: 'On the pages of this stage. What somebody writes may still tell who they are.',
  switchOn: 'Switch on',
  staffSave: 'Save',
  remove: 'Switch off',
  removeNote: 'Nobody has begun it. Its questions stay with the stage.',
  staffDone: {
    set: 'Saved: it is written in the product.',
    removed: 'Switched off.',
    window: 'The time is set, and the candidate is told.',
  },
  windows: 'Written anew after a review',
  windowsNote:
    'What was written before is void. Questions, minutes and arranged minutes are the same; only when it may be begun is set for each, and for nobody else.',
  windowSet: 'A time is set; it may be changed until they begin.',
  windowNotSet: 'No time is set yet: it cannot be begun.',
  windowBegun: (number: string, opens: string, closes: string) =>
    `${number}: begun. It could be begun from ${opens} until ${closes}.`,
  windowReversed: 'Give a last time that lies after the first, and ahead',
  setWindow: 'Set the time and tell the candidate',
  windowSubject: 'You may write a test anew',
  windowMessage: (stage: string, opens: string, closes: string) =>
    `${stage}: after the review you may write this test anew. You may begin from ${opens} until ${closes}. It is written under your application, as the first time.`,
  notSetYet: 'The time in which you may begin is not set yet. You are told by a message once it is.',
  changedMeanwhile: 'Somebody changed this meanwhile. Here is how it stands now.',
  begunNote: 'Somebody has begun: it stays as it is, and may only be begun for longer.',
  wrongMinutes: 'Give a whole number between 5 and 1440',
  wrongCharacters: 'Give a whole number between 100 and 30,000',
  wrongDate: 'Give a day that there is',
  wrongTime: 'Give a time such as 9:30',
  paperTitle: (number: string) => `Written test ${number}`,
  backToScores: 'Scores',
  notHandedIn: 'The written test has not been handed in yet',
  notBegun: 'The written test has not been begun',
  notHandedInNote: 'Nobody reads it before. It is handed in at the latest when its time is over.',
  lookNote: 'That you read this is recorded.',
  cut: { one: '{n} character beyond the limit is not shown.', other: '{n} characters beyond the limit are not shown.' },
  blankAnswer: 'No answer.',
  mails: {
    opens: {
      subject: 'A test can be begun',
      text: 'A test to which you are invited can be begun from now on. How long it takes and until when it can be begun stands here, once you have signed in:',
    },
    closes: {
      subject: 'A test waits for you to begin it',
      text: 'A test to which you are invited can be begun for a short while only, and you have not begun it. Until when stands here, once you have signed in:',
    },
  },
};

export type WrittenTestMail = keyof (typeof EN)['mails'];

const FR: typeof EN = {
  title: 'Épreuve écrite',
  back: 'Votre candidature',
  none: 'Aucune épreuve écrite ne vous attend',
  noneNote: 'Si vous êtes invité(e) à une épreuve, vous l’écrivez ici ; l’invitation vous le dit.',
  others: 'Vos épreuves écrites',
  yourTime: 'Votre temps',
  mayBegin: 'Vous pouvez commencer',
  underWay: 'En cours',
  from: 'À partir de',
  until: 'Jusqu’à',
  questions: 'Questions',
  questionCount: { one: '{n} question', other: '{n} questions' },
  length: 'Longueur de chaque réponse',
  characters: { one: '{n} caractère au plus', other: '{n} caractères au plus' },
  rules: 'Comment cela se passe',
  rulesList: [
    'Il n’y a qu’une tentative. Une fois l’épreuve commencée, votre temps court jusqu’à sa fin, que vous écriviez ou non.',
    'L’heure est celle du serveur. Si la connexion se coupe, ou si vous changez d’appareil, revenez ici : vous continuez avec le temps qui reste.',
    'Ce que vous écrivez est enregistré à mesure. À la fin, l’épreuve est remise d’elle-même ; vous pouvez aussi la remettre avant.',
    'Ce qui nous parvient après la fin ne compte pas. Ce qui était enregistré compte.',
    'Écrivez en français ou en anglais, comme vous voulez.',
  ],
  readByNumber: 'Le jury la lit sous votre numéro, sans votre nom. N’y écrivez pas votre nom.',
  readByName: 'Le jury la lit avec votre nom.',
  begin: 'Commencer maintenant',
  beginNote: 'Votre temps commence dès que vous appuyez sur le bouton.',
  early: 'Elle ne peut pas encore être commencée',
  missed: 'Elle ne peut plus être commencée',
  missedNote: 'La période pour commencer est passée. Si quelque chose vous en a empêché(e), écrivez-nous un message.',
  notReady: 'Elle ne peut pas être commencée pour le moment',
  notReadyNote: 'L’étape n’est pas ouverte, ou ne se poursuit pas pour cette candidature.',
  notToBegin: 'Elle ne peut pas être commencée maintenant. Voici où elle en est.',
  timeLeft: 'Temps restant',
  lessThanMinute: 'moins d’une minute',
  endsAt: 'Fin',
  asOf: 'Au moment où cette page a été envoyée. Enregistrer l’affiche de nouveau.',
  question: (number: number) => `Question ${number}`,
  answerTo: (number: number) => `Votre réponse à la question ${number}`,
  limitHint: 'Ce qui dépasse la limite est gardé, mais le jury ne le lit pas.',
  save: 'Enregistrer',
  finished: 'J’ai terminé. Je sais que je ne pourrai plus écrire une fois l’épreuve remise.',
  finishedMissing: 'Pour remettre avant la fin, dites que vous avez terminé',
  handIn: 'Remettre',
  handInTitle: 'Remettre avant la fin',
  done: { begun: 'Votre temps a commencé.', saved: 'Enregistré.', 'handed-in': 'Épreuve remise.' },
  handedIn: 'Remise',
  handedInNote: 'Ce qui figure ci-dessous est ce que le jury lit. Vous n’avez plus rien à faire.',
  settling: 'Votre temps est écoulé',
  settlingNote: 'Ce qui figure ci-dessous a été enregistré à temps ; c’est ce qui est remis.',
  written: 'Ce que vous avez écrit',
  nothing: 'Rien n’a été écrit ici.',
  late: 'Votre envoi est arrivé après la fin',
  lateNote: 'Il ne compte pas. Rien n’en est perdu : voici ce que vous avez envoyé, à copier.',
  afterHandIn: 'Votre envoi est arrivé après que vous aviez remis l’épreuve',
  sent: 'Votre dernier envoi',
  kept: 'Ce qui a été gardé',
  elsewhere: 'Vous avez aussi écrit ailleurs',
  elsewhereNote:
    'Les réponses nommées ici ont été modifiées dans une autre fenêtre ou sur un autre appareil. Ce que vous avez saisi est dans le champ, ce qui a été gardé est au-dessus : faites-en un seul texte, puis enregistrez.',
  keptElsewhere: 'Gardé d’ailleurs',
  lateJson:
    'Votre temps est écoulé : cet envoi est arrivé après la fin et ne compte pas. Ce qui était enregistré est remis.',
  afterHandInJson: 'L’épreuve était déjà remise : cet envoi ne compte pas.',
  elsewhereJson: 'Vous avez aussi écrit cette réponse ailleurs. Appuyez sur « Enregistrer » pour voir les deux.',
  announceLeft: 'Il reste {time}.',
  announceOver: 'Votre temps est écoulé. Ce qui était enregistré est remis.',
  staffTitle: 'Épreuve écrite dans le produit',
  staffLede:
    'Les candidates et candidats répondent ici par écrit aux questions de cette étape, dans le temps que vous fixez. Qui a plus de temps par un aménagement l’a de soi-même.',
  staffQuestionsPlanned: 'Les questions sont celles de l’étape, telles qu’elles sont à son ouverture.',
  staffQuestionsOpen: 'Les questions sont fixées. Tout le monde reçoit celles-ci.',
  staffNoQuestions: 'L’étape n’a pas encore de question',
  staffNoQuestionsNote: 'Dites d’abord ce que le jury note et ce qui est demandé à tout le monde.',
  backToStage: 'L’étape',
  minutes: 'Minutes dont tout le monde dispose',
  minutesHint: 'Entre 5 et 1440. Les minutes convenues s’ajoutent pour les personnes qui en ont.',
  opensDay: 'Premier jour où elle peut être commencée',
  opensTime: 'Heure de ce jour',
  closesDay: 'Dernier jour où elle peut être commencée',
  closesTime: 'Heure limite de ce jour',
  timeHint: (zone: string) => `Par exemple 9:30. Dans le fuseau de la date limite : ${zone}.`,
  maxCharacters: 'Caractères de chaque réponse, au plus',
  maxCharactersHint: 'Entre 100 et 30 000. Ce qui dépasse n’est pas lu.',
  byNumber: 'Noms',
  byNumberOption: 'Le jury lit et note par numéro, sans les noms',
  byNumberHint: 'Sur les pages de cette étape. Ce que quelqu’un écrit peut tout de même dire qui c’est.',
  switchOn: 'Activer',
  staffSave: 'Enregistrer',
  remove: 'Désactiver',
  removeNote: 'Personne ne l’a commencée. Les questions restent avec l’étape.',
  staffDone: {
    set: 'Enregistré : l’épreuve s’écrit dans le produit.',
    removed: 'Désactivée.',
    window: 'La période est fixée, et la personne en est informée.',
  },
  windows: 'À écrire à nouveau après un réexamen',
  windowsNote:
    'Ce qui avait été écrit est sans effet. Les questions, la durée et le temps aménagé sont les mêmes ; seule la période pour commencer est fixée pour chaque personne, et pour elle seule.',
  windowSet: 'Une période est fixée ; elle peut être changée tant que l’épreuve n’est pas commencée.',
  windowNotSet: 'Aucune période n’est encore fixée : l’épreuve ne peut pas être commencée.',
  windowBegun: (number, opens, closes) => `${number} : commencée. Elle pouvait l’être du ${opens} au ${closes}.`,
  windowReversed: 'Indiquez une fin postérieure au début, et à venir',
  setWindow: 'Fixer la période et informer la personne',
  windowSubject: 'Vous pouvez écrire à nouveau une épreuve',
  windowMessage: (stage, opens, closes) =>
    `${stage} : après le réexamen, vous pouvez écrire à nouveau cette épreuve. Vous pouvez commencer du ${opens} au ${closes}. Elle s’écrit sous votre candidature, comme la première fois.`,
  notSetYet: 'La période pour commencer n’est pas encore fixée. Un message vous le dira.',
  changedMeanwhile: 'Quelqu’un a modifié ceci entre-temps. Voici ce qui vaut maintenant.',
  begunNote: 'Quelqu’un a commencé : rien ne change plus, sauf la période pour commencer, qui peut être prolongée.',
  wrongMinutes: 'Donnez un nombre entier entre 5 et 1440',
  wrongCharacters: 'Donnez un nombre entier entre 100 et 30 000',
  wrongDate: 'Donnez un jour qui existe',
  wrongTime: 'Donnez une heure comme 9:30',
  paperTitle: (number: string) => `Épreuve écrite ${number}`,
  backToScores: 'Notes',
  notHandedIn: 'L’épreuve écrite n’est pas encore remise',
  notBegun: 'L’épreuve écrite n’est pas commencée',
  notHandedInNote: 'Personne ne la lit avant. Elle est remise au plus tard quand son temps est écoulé.',
  lookNote: 'Votre lecture est consignée.',
  cut: {
    one: '{n} caractère au-delà de la limite n’est pas montré.',
    other: '{n} caractères au-delà de la limite ne sont pas montrés.',
  },
  blankAnswer: 'Pas de réponse.',
  mails: {
    opens: {
      subject: 'Une épreuve peut être commencée',
      text: 'Une épreuve à laquelle vous êtes invité(e) peut être commencée dès maintenant. Sa durée et le dernier moment pour la commencer figurent ici, une fois que vous vous êtes connecté(e) :',
    },
    closes: {
      subject: 'Une épreuve vous attend',
      text: 'Une épreuve à laquelle vous êtes invité(e) ne peut plus être commencée que peu de temps, et vous ne l’avez pas commencée. Le dernier moment pour le faire figure ici, une fois que vous vous êtes connecté(e) :',
    },
  },
};

export const WRITTEN_TEST_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

/** So many minutes, in words. */
export const minutesTold = (minutes: number, language: Language): string =>
  plural(minutes, { one: '{n} minute', other: '{n} minutes' }, language);

/** How long is left, rounded down. */
export function leftTold(now: Date, endsAt: Date, language: Language): string {
  const minutes = Math.floor((endsAt.getTime() - now.getTime()) / 60_000);
  return minutes < 1 ? WRITTEN_TEST_TEXTS[language].lessThanMinute : minutesTold(minutes, language);
}

export function explainTest(refusal: TestRefusal): Localized {
  switch (refusal.kind) {
    case 'stage-closed':
      return {
        en: 'The stage is closed: nothing of it changes any more',
        fr: 'L’étape est close : rien n’y change plus',
      };
    case 'no-questions':
      return {
        en: 'Only a stage that the panel scores, with at least one question, is written in the product',
        fr: 'Seule une étape que le jury note, avec une question au moins, s’écrit dans le produit',
      };
    case 'reversed':
      return {
        en: 'The last instant to begin comes after the first',
        fr: 'Le dernier instant pour commencer vient après le premier',
      };
    case 'begun':
      return {
        en: 'Somebody has begun: it can only be begun for longer, and nothing else changes',
        fr: 'Quelqu’un a commencé : seule la période pour commencer peut être prolongée',
      };
    default:
      return assertNever(refusal);
  }
}

/** Why a save does not count, for the line under a form that saves itself. */
export function explainSave({ kind }: SaveRefusal, language: Language): string {
  const t = WRITTEN_TEST_TEXTS[language];
  if (kind === 'ended') return t.lateJson;
  return kind === 'handed-in' ? t.afterHandInJson : t.elsewhereJson;
}
