import type { Localized } from '../platform/language.ts';

/** What has just been done here; part of the address after it, so a page can say it once. */
export type Done = 'profile' | 'password' | 'session' | 'sessions';

type MyAccountTexts = Record<
  | 'title'
  | 'profile'
  | 'email'
  | 'name'
  | 'nameMissing'
  | 'language'
  | 'languageHint'
  | 'languageMissing'
  | 'save'
  | 'changedMeanwhile'
  | 'password'
  | 'passwordText'
  | 'current'
  | 'currentMissing'
  | 'currentWrong'
  | 'newPassword'
  | 'change'
  | 'sessions'
  | 'sessionsText'
  | 'device'
  | 'unknownDevice'
  | 'thisOne'
  | 'since'
  | 'lastSeen'
  | 'action'
  | 'end'
  | 'endOthers'
  | 'more'
  | 'security'
  | 'data'
  | 'messages'
  | 'accommodation'
  | 'changeAddress',
  string
> & { done: Record<Done, string> };

export const MY_ACCOUNT_TEXTS: Localized<MyAccountTexts> = {
  en: {
    title: 'My account',
    profile: 'Name and language',
    email: 'E-mail address',
    name: 'Name',
    nameMissing: 'Enter your name, in at most 200 characters',
    language: 'Language of our mails',
    languageHint: 'The site opens in this language too',
    languageMissing: 'Choose the language of our mails',
    save: 'Save',
    changedMeanwhile:
      'Name or language were changed in another tab or on another device. What you typed stands below; save again to keep it',
    password: 'Password',
    passwordText: 'Changing it signs you out everywhere else.',
    current: 'Current password',
    currentMissing: 'Enter your current password',
    currentWrong: 'This is not your current password',
    newPassword: 'New password',
    change: 'Change the password',
    sessions: 'Where you are signed in',
    sessionsText: 'End any that you do not recognise, then change your password.',
    device: 'Browser',
    unknownDevice: 'A browser that does not say its name',
    thisOne: 'This is where you are now',
    since: 'Signed in',
    lastSeen: 'Last seen',
    action: 'To end it',
    end: 'Sign out there',
    endOthers: 'Sign out everywhere else',
    more: 'More of your account',
    security: 'Sign-in and security: second factor, passkeys, your last sign-ins',
    data: 'My data: download everything, or delete your account',
    messages: 'Messages about your applications',
    accommodation: 'Arrangements in tests and interviews',
    changeAddress: 'Change',
    done: {
      profile: 'Name and language are saved.',
      password: 'Your password is changed. You are signed out everywhere else.',
      session: 'That session has ended.',
      sessions: 'You are signed out everywhere else.',
    },
  },
  fr: {
    title: 'Mon compte',
    profile: 'Nom et langue',
    email: 'Adresse électronique',
    name: 'Nom',
    nameMissing: 'Saisissez votre nom, en 200 caractères au plus',
    language: 'Langue de nos messages',
    languageHint: 'Le site s’ouvre aussi dans cette langue',
    languageMissing: 'Choisissez la langue de nos messages',
    save: 'Enregistrer',
    changedMeanwhile:
      'Le nom ou la langue ont été modifiés dans un autre onglet ou sur un autre appareil. Ce que vous avez saisi figure ci-dessous ; enregistrez de nouveau pour le conserver',
    password: 'Mot de passe',
    passwordText: 'En changer vous déconnecte partout ailleurs.',
    current: 'Mot de passe actuel',
    currentMissing: 'Saisissez votre mot de passe actuel',
    currentWrong: 'Ce n’est pas votre mot de passe actuel',
    newPassword: 'Nouveau mot de passe',
    change: 'Changer de mot de passe',
    sessions: 'Où vous êtes connecté(e)',
    sessionsText: 'Fermez les sessions que vous ne reconnaissez pas, puis changez de mot de passe.',
    device: 'Navigateur',
    unknownDevice: 'Un navigateur qui ne dit pas son nom',
    thisOne: 'C’est ici que vous êtes',
    since: 'Connexion',
    lastSeen: 'Dernière activité',
    action: 'Pour la fermer',
    end: 'Y fermer la session',
    endOthers: 'Fermer toutes les autres sessions',
    more: 'Autour de votre compte',
    security: 'Connexion et sécurité : second facteur, clés d’accès, vos dernières connexions',
    data: 'Mes données : tout télécharger, ou supprimer votre compte',
    messages: 'Messages sur vos candidatures',
    accommodation: 'Aménagements des épreuves et des entretiens',
    changeAddress: 'Modifier',
    done: {
      profile: 'Le nom et la langue sont enregistrés.',
      password: 'Votre mot de passe est changé. Vous êtes déconnecté(e) partout ailleurs.',
      session: 'Cette session est fermée.',
      sessions: 'Vous êtes déconnecté(e) partout ailleurs.',
    },
  },
};
