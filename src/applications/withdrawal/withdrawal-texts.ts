import type { Localized } from '../../platform/language.ts';
import type { Situation } from '../stages/situation.ts';

const EN = {
  title: 'Withdraw your application',
  means: {
    'awaiting-closing': 'Nobody has looked at it yet. You cannot apply for this vacancy again.',
    received: 'Nobody has looked at it yet. You cannot apply for this vacancy again.',
    'under-review': 'It is being read, and the reading stops. You cannot apply for this vacancy again.',
    invited: 'The invitation lapses, and your place may go to somebody else.',
    'reserve-listed': 'You leave the reserve list, and this post or a similar one is no longer offered to you.',
    selected: 'You give the post up, and it is offered to somebody else.',
    appointed: 'You are appointed: to give the post up, write to the recruitment service as well.',
    'not-retained': 'It was decided already.',
    'vacancy-cancelled': 'The vacancy was cancelled; there is nothing left to decide on.',
    'vacancy-filled': 'The post is filled; nothing more would have come of it for you here.',
    withdrawn: 'It is withdrawn already.',
  } satisfies Record<Situation, string>,
  note: (minutes: number) =>
    `Your application will no longer be considered. You have ${minutes} minutes to take this back; afterwards it is final. The receipt stays with you.`,
  reason: 'Why, if you wish to say',
  reasonHint: 'It changes nothing for you; it tells us what to do better. Those who select do not see it.',
  noReason: 'I would rather not say',
  sentence: (number: string) => `I withdraw my application ${number}.`,
  missing: 'Tick the sentence to confirm that you withdraw.',
  button: 'Withdraw it',
  keep: 'Keep my application',
  back: 'Back to the application',
  undoTitle: 'You withdrew this application',
  undoUntil: 'Was it a slip? You can take it back until',
  undo: 'Take the withdrawal back',
  undone: 'Your application stands again as it was.',
  tooLate: 'The time to take the withdrawal back is over; it is final.',
};

type WithdrawalTexts = typeof EN;

const FR: WithdrawalTexts = {
  title: 'Retirer votre candidature',
  means: {
    'awaiting-closing': 'Personne ne l’a encore examinée. Vous ne pourrez plus postuler à ce poste.',
    received: 'Personne ne l’a encore examinée. Vous ne pourrez plus postuler à ce poste.',
    'under-review': 'Elle est en cours de lecture, et la lecture s’arrête. Vous ne pourrez plus postuler à ce poste.',
    invited: 'L’invitation tombe, et votre place peut revenir à une autre personne.',
    'reserve-listed':
      'Vous quittez la liste de réserve : ni ce poste ni un poste semblable ne vous seront plus proposés.',
    selected: 'Vous renoncez au poste, qui est proposé à une autre personne.',
    appointed: 'Vous êtes nommé(e) : pour renoncer au poste, écrivez aussi au service du recrutement.',
    'not-retained': 'La décision est déjà prise.',
    'vacancy-cancelled': 'L’avis a été annulé ; il n’y a plus rien à décider.',
    'vacancy-filled': 'Le poste est pourvu ; il n’y aurait plus eu de suite pour vous ici.',
    withdrawn: 'Elle est déjà retirée.',
  },
  note: (minutes) =>
    `Votre candidature ne sera plus prise en considération. Vous avez ${minutes} minutes pour revenir sur ce retrait ; ensuite, il est définitif. Vous gardez l’accusé de réception.`,
  reason: 'Pourquoi, si vous voulez le dire',
  reasonHint:
    'Cela ne change rien pour vous, et nous apprend à mieux faire. Les personnes qui sélectionnent ne le voient pas.',
  noReason: 'Je préfère ne pas le dire',
  sentence: (number) => `Je retire ma candidature ${number}.`,
  missing: 'Cochez la phrase pour confirmer le retrait.',
  button: 'Retirer la candidature',
  keep: 'Garder ma candidature',
  back: 'Retour à la candidature',
  undoTitle: 'Vous avez retiré cette candidature',
  undoUntil: 'Était-ce une erreur ? Vous pouvez revenir sur ce retrait jusqu’au moment suivant :',
  undo: 'Annuler le retrait',
  undone: 'Votre candidature est de nouveau en l’état.',
  tooLate: 'Le délai pour revenir sur le retrait est passé ; il est définitif.',
};

export const WITHDRAWAL_TEXTS: Localized<WithdrawalTexts> = { en: EN, fr: FR };
