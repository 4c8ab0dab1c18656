import type { Localized } from '../../platform/language.ts';
import type { LateBy } from './late-wish.ts';

const EN = {
  ownTitle: 'This came too late, and changed nothing',
  minutes: (minutes: string, when: string) => `${minutes} more minutes, arranged on ${when}.`,
  time: (when: string) => `Another time, asked for on ${when}.`,
  because: {
    'paper-over': 'The written test was over by then.',
    'slot-begun': 'The time had begun by then.',
    closed: 'The stage was over by then.',
  } satisfies Record<LateBy, string>,
  kept: 'It is kept with the competition, as you see it here. What you can do:',
  write: 'Write to those who run the selection',
  review:
    'Once you are told the decision, ask for a review and say what happened: a review can open a step again for you alone.',
  reviewLink: 'Decision and review',
  title: 'What came too late',
  note: 'It changed nothing by itself. Those concerned see it too.',
  writeTo: 'Write a message',
  toDo: 'What you can do:',
  toDoWhen: {
    'paper-over':
      'A paper that is over is never opened again here: its author could have asked others, and the panel may have read it. Say so in a message, and whether something went wrong on our side. Only a review of the decision opens the test again, for that candidate alone.',
    'slot-begun':
      'As long as nothing is recorded of who came, you can give another time under “People”. Otherwise, answer with a message.',
    closed:
      'The stage is over. Answer with a message; a review of the decision can open the stage again, for that candidate alone.',
  } satisfies Record<LateBy, string>,
  reviews: 'Reviews of this competition',
  notSent: 'What you wrote was not sent',
};

const FR: typeof EN = {
  ownTitle: 'Ceci est arrivé trop tard et n’a rien changé',
  minutes: (minutes, when) => `${minutes} minutes de plus, prévues le ${when}.`,
  time: (when) => `Un autre horaire, demandé le ${when}.`,
  because: {
    'paper-over': 'L’épreuve écrite était alors terminée.',
    'slot-begun': 'L’horaire avait alors commencé.',
    closed: 'L’étape était alors terminée.',
  },
  kept: 'C’est conservé avec le concours, tel que vous le voyez ici. Ce que vous pouvez faire :',
  write: 'Écrire aux personnes chargées de la sélection',
  review:
    'Une fois la décision communiquée, demandez un réexamen et dites ce qui s’est passé : un réexamen peut rouvrir une étape pour vous seul(e).',
  reviewLink: 'Décision et réexamen',
  title: 'Ce qui est arrivé trop tard',
  note: 'Cela n’a rien changé en soi. Les personnes concernées le voient aussi.',
  writeTo: 'Écrire un message',
  toDo: 'Ce que vous pouvez faire :',
  toDoWhen: {
    'paper-over':
      'Une copie terminée n’est jamais rouverte ici : son auteur(e) aurait pu consulter d’autres personnes, et le jury l’a peut-être lue. Dites-le par un message, et si quelque chose n’a pas fonctionné de notre côté. Seul un réexamen de la décision rouvre l’épreuve, pour cette seule candidature.',
    'slot-begun':
      'Tant que rien n’est consigné sur les présences, vous pouvez donner un autre horaire sous « Personnes ». Sinon, répondez par un message.',
    closed:
      'L’étape est terminée. Répondez par un message ; un réexamen de la décision peut rouvrir l’étape, pour cette seule candidature.',
  },
  reviews: 'Réexamens de ce concours',
  notSent: 'Ce que vous avez écrit n’a pas été envoyé',
};

export const LATE_WISH_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };
