import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { formatDate } from '../../site/dates.ts';
import { plural } from '../../site/numbers.ts';
import { CONDITIONS_TEXTS } from '../conditions/conditions-texts.ts';
import type { AppointingObstacle, AppointingRefusal, Filling } from './appointing.ts';

const EN = {
  title: 'Appoint',
  note: 'Appoints this person from the first day of the offer that they accepted. They are told. Once all posts of the vacancy have somebody, it is marked as filled, and those who wait are told too.',
  button: 'Appoint this person',
  possible: 'This person can be appointed',
  possibleFrom: (day: string) => `This person can be appointed from ${day}`,
  from: (day: string) => `From ${day}`,
  impossible: 'This person cannot be appointed yet',
  impossibleNote: 'Each of these stands before the appointment:',
  another: 'A condition that another office sees through is open.',
  made: 'Appointed',
  madeOn: (day: string, name: string) => `On ${day} by ${name}`,
  notTakenUp: 'The person does not take up the post',
  obstacles: {
    'no-accepted-offer': 'No offer was accepted.',
    'budget-pending': 'The budget of the post is not approved.',
    'other-first-day': (offered: string, planned: string) =>
      `The offer that was accepted begins on ${offered}, and the first day is planned for ${planned}. Plan the day of the offer, or withdraw the offer and send another.`,
    'posts-taken': {
      one: 'The post has somebody already. End that appointment first where they do not take it up.',
      other: 'All {n} posts have somebody already. End an appointment first where they do not take it up.',
    },
  },
  done: {
    filled: 'Appointed, and the person is told. The vacancy is filled; those who wait are told.',
    'posts-left': 'Appointed, and the person is told. The vacancy has other posts to fill.',
    'still-open':
      'Appointed, and the person is told. The vacancy still receives applications: it is marked as filled by a person once it is closed.',
    'over-already': 'Appointed, and the person is told.',
  } satisfies Record<Filling, string>,
  message: {
    subject: 'You are appointed',
    body: 'All conditions before your appointment are met, and you are appointed to the post that you accepted. The page of your application shows from which day, and the dates of your contract.',
  },
  candidate: {
    made: (day: string) => `You are appointed from ${day}`,
    madeNote: 'All conditions are met. Nothing more is needed from you here.',
  },
  othersSubject: (reference: string) => `The post of vacancy ${reference} is filled`,
  reserveBody: (reference: string, until: string) =>
    `The post of vacancy ${reference} is filled. You stay on the reserve list ${until}, and we will write to you here if a similar post can be offered to you.`,
  othersBody: (reference: string) =>
    `The post of vacancy ${reference} is filled, and no further step is taken with the applications for it. Thank you for the time that you gave yours. You see it with all its messages in your account.`,
};

type Texts = typeof EN;

const FR: Texts = {
  title: 'Nommer',
  note: 'Nomme cette personne à compter du premier jour de l’offre qu’elle a acceptée. Elle en est informée. Dès que tous les postes de l’avis sont occupés, celui-ci est marqué comme pourvu, et les personnes en attente en sont informées aussi.',
  button: 'Nommer cette personne',
  possible: 'Cette personne peut être nommée',
  possibleFrom: (day) => `Cette personne peut être nommée à compter du ${day}`,
  from: (day) => `À compter du ${day}`,
  impossible: 'Cette personne ne peut pas encore être nommée',
  impossibleNote: 'Ceci fait obstacle à la nomination :',
  another: 'Une condition dont s’occupe un autre service est ouverte.',
  made: 'Nomination prononcée',
  madeOn: (day, name) => `Le ${day} par ${name}`,
  notTakenUp: 'La personne ne prend pas ses fonctions',
  obstacles: {
    'no-accepted-offer': 'Aucune offre n’a été acceptée.',
    'budget-pending': 'Le budget du poste n’est pas approuvé.',
    'other-first-day': (offered, planned) =>
      `L’offre acceptée commence le ${offered}, et le premier jour est fixé au ${planned}. Fixez le jour de l’offre, ou retirez l’offre et envoyez-en une autre.`,
    'posts-taken': {
      one: 'Le poste est déjà occupé. Mettez d’abord fin à cette nomination si la personne ne prend pas ses fonctions.',
      other:
        'Les {n} postes sont déjà occupés. Mettez d’abord fin à une nomination si la personne ne prend pas ses fonctions.',
    },
  },
  done: {
    filled:
      'Nomination prononcée, la personne en est informée. Le poste est pourvu ; les personnes en attente en sont informées.',
    'posts-left': 'Nomination prononcée, la personne en est informée. L’avis compte d’autres postes à pourvoir.',
    'still-open':
      'Nomination prononcée, la personne en est informée. L’avis reçoit encore des candidatures : une fois clos, il sera marqué comme pourvu par une personne.',
    'over-already': 'Nomination prononcée, la personne en est informée.',
  },
  message: {
    subject: 'Vous êtes nommé(e)',
    body: 'Toutes les conditions préalables à votre nomination sont remplies, et vous êtes nommé(e) au poste que vous avez accepté. La page de votre candidature indique à compter de quel jour, ainsi que les dates de votre contrat.',
  },
  candidate: {
    made: (day) => `Vous êtes nommé(e) à compter du ${day}`,
    madeNote: 'Toutes les conditions sont remplies. Plus rien ne vous est demandé ici.',
  },
  othersSubject: (reference) => `Le poste de l’avis ${reference} est pourvu`,
  reserveBody: (reference, until) =>
    `Le poste de l’avis ${reference} est pourvu. Vous restez sur la liste de réserve ${until}, et nous vous écrirons ici si un poste semblable peut vous être proposé.`,
  othersBody: (reference) =>
    `Le poste de l’avis ${reference} est pourvu, et aucune suite n’est plus donnée aux candidatures le concernant. Merci du temps que vous avez consacré à la vôtre. Vous la retrouvez dans votre compte avec tous ses messages.`,
};

export const APPOINTING_TEXTS: Localized<Texts> = { en: EN, fr: FR };

/** One obstacle as a sentence. What stands in the way of a condition is told as its page tells it. */
export function obstacleText(obstacle: AppointingObstacle, language: Language): string {
  const t = APPOINTING_TEXTS[language].obstacles;
  switch (obstacle.kind) {
    case 'condition': {
      const { obstacle: of } = obstacle;
      const name = of.condition.name[language];
      const told = CONDITIONS_TEXTS[language].obstacles;
      if (of.kind === 'runs-out') return told['runs-out'](name, formatDate(of.until, language));
      return of.kind === 'year-unknown' ? told['year-unknown'](name, String(of.year)) : told[of.kind](name);
    }
    case 'other-first-day':
      return t['other-first-day'](formatDate(obstacle.offered, language), formatDate(obstacle.planned, language));
    case 'posts-taken':
      return plural(obstacle.posts, t['posts-taken'], language);
    case 'no-accepted-offer':
    case 'budget-pending':
      return t[obstacle.kind];
    default:
      return assertNever(obstacle);
  }
}

/** Why nobody was appointed; the obstacles themselves stand on the page. */
export function explainAppointing(refusal: AppointingRefusal): Localized {
  switch (refusal.kind) {
    case 'not-standing':
      return {
        en: 'The decision by which this person was chosen does not stand, or the appointment was ended.',
        fr: 'La décision par laquelle cette personne a été retenue ne vaut plus, ou la nomination a été close.',
      };
    case 'appointed-already':
      return { en: 'This person was appointed meanwhile.', fr: 'Cette personne a été nommée entre-temps.' };
    case 'obstacles':
      return {
        en: 'This person cannot be appointed yet. What stands before it is told here.',
        fr: 'Cette personne ne peut pas encore être nommée. Ce qui y fait obstacle est indiqué ici.',
      };
    case 'changed-meanwhile':
      return {
        en: 'This was changed meanwhile. Here is how it stands now.',
        fr: 'Ceci a été modifié entre-temps. Voici l’état actuel.',
      };
    default:
      return assertNever(refusal);
  }
}
