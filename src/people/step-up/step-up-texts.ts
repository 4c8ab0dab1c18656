import type { Localized } from '../../platform/language.ts';

const EN = {
  title: 'Show once more that it is you',
  how: 'How do you show that it is you?',
  howHint: 'What works for your account. Nothing happens before you have shown it.',
  byPassword: 'By my password',
  byPasswordAndCode: 'By my password and the code of my app',
  byPasskey: 'By a passkey',
  passkeyHint: 'Needs JavaScript. You unlock your device on the next page; it signs what you confirm.',
  byProvider: (name: string) => `By signing in anew: ${name}`,
  providerHint: 'You are asked there who you are, and come back to this form.',
  noPassword: 'This account has no password of its own.',
  setPassword: 'Set one by mail',
  code: 'Code of your app',
  codeHint: 'Six digits, or a recovery code.',
  codeMissing: 'Enter the code of your app',
  codeWrong: 'This code was not accepted. Enter the one that your app shows now',
  choose: 'Choose how you show that it is you',
  gone: 'What you showed no longer holds: it was for another form, or too long ago. Show it again',
  askPasskey:
    'Press the button, then unlock your device as you always do. It signs what you are about to confirm, and nothing else.',
  withPasskey: 'Use my passkey',
  refused: 'This passkey was not accepted. Try again, or go back and choose another way',
  goBack: 'To choose another way, go back to the form.',
  shown: 'You have shown that it is you',
  notYet: 'Nothing is done yet: your form waits for you to send it.',
  goOn: 'Send the form',
};

const FR: typeof EN = {
  title: 'Confirmez que c’est bien vous',
  how: 'Comment confirmez-vous que c’est bien vous ?',
  howHint: 'Ce qui fonctionne pour votre compte. Rien ne se passe avant que vous l’ayez confirmé.',
  byPassword: 'Par mon mot de passe',
  byPasswordAndCode: 'Par mon mot de passe et le code de mon application',
  byPasskey: 'Par une clé d’accès',
  passkeyHint:
    'Demande JavaScript. Vous déverrouillez votre appareil à la page suivante ; il signe ce que vous confirmez.',
  byProvider: (name) => `En vous connectant à nouveau : ${name}`,
  providerHint: 'On vous y demande qui vous êtes, et vous revenez à ce formulaire.',
  noPassword: 'Ce compte n’a pas de mot de passe propre.',
  setPassword: 'En définir un par courriel',
  code: 'Code de votre application',
  codeHint: 'Six chiffres, ou un code de secours.',
  codeMissing: 'Saisissez le code de votre application',
  codeWrong: 'Ce code n’a pas été accepté. Saisissez celui que votre application affiche maintenant',
  choose: 'Choisissez comment vous confirmez que c’est bien vous',
  gone: 'Votre confirmation ne vaut plus : elle était pour un autre formulaire, ou trop ancienne. Confirmez à nouveau',
  askPasskey:
    'Appuyez sur le bouton, puis déverrouillez votre appareil comme d’habitude. Il signe ce que vous allez confirmer, et rien d’autre.',
  withPasskey: 'Utiliser ma clé d’accès',
  refused: 'Cette clé d’accès n’a pas été acceptée. Réessayez, ou revenez en arrière pour choisir un autre moyen',
  goBack: 'Pour choisir un autre moyen, revenez au formulaire.',
  shown: 'Vous avez confirmé que c’est bien vous',
  notYet: 'Rien n’est encore fait : votre formulaire attend que vous l’envoyiez.',
  goOn: 'Envoyer le formulaire',
};

export const STEP_UP_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };
