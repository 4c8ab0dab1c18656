import type { Localized } from '../../platform/language.ts';

export type RedoTold = 'scores' | 'entering' | 'reporting' | 'screening' | 'sharing';
type RedoMail = { subject: (reference: string) => string } & Record<RedoTold, string>;

/** What those who assess again are told by mail: the vacancy and what to do; whom it is about, they see once signed in. */
export const REDO_MAILS: Localized<RedoMail> = {
  en: {
    subject: (reference) => `Vacancy ${reference}: something is assessed again`,
    scores:
      'After a review, a step of this competition is opened again for one candidate. What was scored there no longer counts: you score it anew, alone first. Sign in to see for whom:',
    entering:
      'After a review, a step of this competition is opened again for one candidate. What others found there no longer counts: once it is found anew, you enter it. Sign in to see for whom:',
    reporting:
      'After a review, a step of this competition that others score is opened again for one candidate. Once its result is entered, the panel reports on that candidate, and you lead it there. Sign in to see for whom:',
    sharing:
      'After a review, one application to this vacancy is examined again, and it has too few screeners: who examined it before can no longer do so. Sign in to share it out:',
    screening:
      'After a review, one application to this vacancy is examined again. What was found before no longer counts: you examine it anew, on your own. Sign in to see which:',
  },
  fr: {
    subject: (reference) => `Poste ${reference} : une évaluation est à reprendre`,
    scores:
      'À la suite d’un réexamen, une étape de ce concours est ouverte à nouveau pour un(e) candidat(e). Ce qui y avait été noté ne compte plus : vous notez à nouveau, d’abord individuellement. Connectez-vous pour voir de qui il s’agit :',
    entering:
      'À la suite d’un réexamen, une étape de ce concours est ouverte à nouveau pour un(e) candidat(e). Ce que d’autres y avaient constaté ne compte plus : une fois le nouveau résultat connu, c’est vous qui le saisissez. Connectez-vous pour voir de qui il s’agit :',
    reporting:
      'À la suite d’un réexamen, une étape de ce concours notée hors du jury est ouverte à nouveau pour un(e) candidat(e). Une fois le résultat saisi, le jury établit un rapport à son sujet, sous votre conduite. Connectez-vous pour voir de qui il s’agit :',
    sharing:
      'À la suite d’un réexamen, une candidature à ce poste est examinée à nouveau, et trop peu de personnes en sont chargées : qui l’avait examinée ne peut plus le faire. Connectez-vous pour la répartir :',
    screening:
      'À la suite d’un réexamen, une candidature à ce poste est examinée à nouveau. Ce qui avait été constaté ne compte plus : vous l’examinez à nouveau, de votre côté. Connectez-vous pour voir laquelle :',
  },
};
