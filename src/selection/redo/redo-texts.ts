import type { Localized } from '../../platform/language.ts';

type RedoMail = { subject: (reference: string) => string; scores: string; screening: string };

/** What those who assess again are told by mail: the vacancy and what to do; whom it is about, they see once signed in. */
export const REDO_MAILS: Localized<RedoMail> = {
  en: {
    subject: (reference) => `Vacancy ${reference}: something is assessed again`,
    scores:
      'After a review, a step of this competition is opened again for one candidate. What was scored there no longer counts: you score it anew, alone first. Sign in to see for whom:',
    screening:
      'After a review, one application to this vacancy is examined again. What was found before no longer counts: you examine it anew, on your own. Sign in to see which:',
  },
  fr: {
    subject: (reference) => `Poste ${reference} : une évaluation est à reprendre`,
    scores:
      'À la suite d’un réexamen, une étape de ce concours est ouverte à nouveau pour un(e) candidat(e). Ce qui y avait été noté ne compte plus : vous notez à nouveau, d’abord individuellement. Connectez-vous pour voir de qui il s’agit :',
    screening:
      'À la suite d’un réexamen, une candidature à ce poste est examinée à nouveau. Ce qui avait été constaté ne compte plus : vous l’examinez à nouveau, de votre côté. Connectez-vous pour voir laquelle :',
  },
};
