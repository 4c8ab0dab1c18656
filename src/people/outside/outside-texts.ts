import type { Localized } from '../../platform/language.ts';

export type OutsideProblem = 'failed' | 'taken' | 'no-address';

type Texts = Record<'title' | 'tryAgain' | 'linkTitle' | 'linkText' | 'linkGo', string> & {
  problems: Record<OutsideProblem, string>;
};

export const OUTSIDE_TEXTS: Localized<Texts> = {
  en: {
    title: 'You are not signed in',
    tryAgain: 'Back to the sign-in page',
    linkTitle: 'Tie your account',
    linkText: 'Your password was right. Now show the other side who you are:',
    linkGo: 'Go on to',
    problems: {
      failed:
        'The sign-in of your organisation did not answer as it should, or too much time has passed. Nothing has changed.',
      taken:
        'That account is tied to another one here already. Nothing has changed; write to the recruitment service if this looks wrong.',
      'no-address':
        'The sign-in of your organisation did not tell us a confirmed e-mail address, so we cannot write to you. Create an account here, then tie the two on the page “Sign-in and security”.',
    },
  },
  fr: {
    title: 'Vous n’êtes pas connecté(e)',
    tryAgain: 'Revenir à la page de connexion',
    linkTitle: 'Rattacher votre compte',
    linkText: 'Votre mot de passe convient. Montrez maintenant à l’autre côté qui vous êtes :',
    linkGo: 'Continuer vers',
    problems: {
      failed:
        'La connexion de votre organisation n’a pas répondu comme il faut, ou trop de temps a passé. Rien n’a changé.',
      taken:
        'Ce compte est déjà rattaché à un autre ici. Rien n’a changé ; écrivez au service du recrutement si cela vous semble erroné.',
      'no-address':
        'La connexion de votre organisation ne nous a pas donné d’adresse électronique confirmée : nous ne pouvons pas vous écrire. Créez un compte ici, puis rattachez les deux sur la page « Connexion et sécurité ».',
    },
  },
};
