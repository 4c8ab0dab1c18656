import type { Localized } from '../platform/language.ts';

type SignInTexts = Record<
  | 'title'
  | 'email'
  | 'password'
  | 'submit'
  | 'emailMissing'
  | 'passwordMissing'
  | 'wrong'
  | 'wrongHint'
  | 'forgotten'
  | 'create'
  | 'noAccount'
  | 'newTab'
  | 'endedTitle'
  | 'endedForm'
  | 'endedFile'
  | 'signedOut'
  | 'againTitle'
  | 'againText'
  | 'againButton'
  | 'againShow'
  | 'passkey'
  | 'linkTitle'
  | 'linkText',
  string
> & { tooMany: (minutes: number) => string };

export const SIGN_IN_TEXTS: Localized<SignInTexts> = {
  en: {
    title: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    emailMissing: 'Enter your e-mail address',
    passwordMissing: 'Enter your password',
    wrong: 'The address or the password is not right, or the address has not been confirmed yet',
    wrongHint: 'Check both. If you no longer know the password, or never confirmed the address, set a new password:',
    forgotten: 'Set a new password',
    create: 'Create an account',
    noAccount: 'No account yet?',
    newTab: '(opens a new tab)',
    endedTitle: 'You have been signed out',
    endedForm: 'Sign in to go on. What you wrote is kept in this page and comes back once you are signed in.',
    endedFile: 'Sign in to go on. A file cannot be kept while you do so: please choose it again afterwards.',
    signedOut: 'You are signed out.',
    againTitle: 'You are signed in; what you wrote is here',
    againText: 'What you wrote has been kept. It is not sent yet: the button sends it where it was going.',
    againButton: 'Send what I wrote',
    againShow: 'Show what I wrote',
    passkey: 'Sign in with a passkey',
    linkTitle: 'There is an account with your address',
    linkText:
      'Sign in to it once more in the way you did before. The two are then tied, and from the next time on your organisation’s sign-in is enough.',
    tooMany: (minutes) =>
      minutes === 1 ? 'Too many attempts. Try again in 1 minute' : `Too many attempts. Try again in ${minutes} minutes`,
  },
  fr: {
    title: 'Se connecter',
    email: 'Adresse électronique',
    password: 'Mot de passe',
    submit: 'Se connecter',
    emailMissing: 'Saisissez votre adresse électronique',
    passwordMissing: 'Saisissez votre mot de passe',
    wrong: 'L’adresse ou le mot de passe ne convient pas, ou l’adresse n’a pas encore été confirmée',
    wrongHint:
      'Vérifiez les deux. Si vous ne connaissez plus le mot de passe, ou n’avez jamais confirmé l’adresse, choisissez un nouveau mot de passe :',
    forgotten: 'Choisir un nouveau mot de passe',
    create: 'Créer un compte',
    noAccount: 'Pas encore de compte ?',
    newTab: '(nouvel onglet)',
    endedTitle: 'Vous avez été déconnecté(e)',
    endedForm:
      'Connectez-vous pour continuer. Ce que vous avez écrit est gardé dans cette page et reviendra une fois que vous serez connecté(e).',
    endedFile:
      'Connectez-vous pour continuer. Un fichier ne peut pas être gardé pendant ce temps : veuillez le choisir de nouveau ensuite.',
    signedOut: 'Vous êtes déconnecté(e).',
    againTitle: 'Vous êtes connecté(e) ; ce que vous avez écrit est ici',
    againText: 'Ce que vous avez écrit a été gardé. Ce n’est pas encore envoyé : le bouton l’envoie à sa destination.',
    againButton: 'Envoyer ce que j’ai écrit',
    againShow: 'Afficher ce que j’ai écrit',
    passkey: 'Se connecter avec une clé d’accès',
    linkTitle: 'Un compte porte votre adresse',
    linkText:
      'Connectez-vous-y encore une fois comme vous le faisiez jusqu’ici. Les deux seront alors rattachés et, dès la prochaine fois, la connexion de votre organisation suffira.',
    tooMany: (minutes) =>
      minutes === 1
        ? 'Trop de tentatives. Réessayez dans 1 minute'
        : `Trop de tentatives. Réessayez dans ${minutes} minutes`,
  },
};
