import type { Localized } from '../../platform/language.ts';

type NewsText = { subject: string; text: string };

const EN: Record<'step' | 'message', NewsText> = {
  step: {
    subject: 'There is news about your application',
    text: 'Something has changed in the procedure for one of your applications. For your privacy, this mail does not say what. Sign in and read it:',
  },
  message: {
    subject: 'There is a message for you',
    text: 'You have a message about one of your applications. For your privacy, this mail does not say what it is about. Sign in and read it; you can answer there too:',
  },
};

const FR: typeof EN = {
  step: {
    subject: 'Il y a du nouveau au sujet de votre candidature',
    text: 'La procédure a avancé pour l’une de vos candidatures. Par discrétion, ce courriel ne dit pas en quoi. Connectez-vous pour le lire :',
  },
  message: {
    subject: 'Un message vous attend',
    text: 'Vous avez un message au sujet de l’une de vos candidatures. Par discrétion, ce courriel ne dit pas de quoi il s’agit. Connectez-vous pour le lire ; c’est aussi là que vous pouvez répondre :',
  },
};

export const NEWS_TEXTS: Localized<Record<'step' | 'message', NewsText>> = { en: EN, fr: FR };
