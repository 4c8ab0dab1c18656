import type { Localized } from '../../platform/language.ts';

type Texts = Record<
  | 'title'
  | 'introApp'
  | 'introPasskey'
  | 'code'
  | 'codeHint'
  | 'recovery'
  | 'recoveryHint'
  | 'passkey'
  | 'submit'
  | 'missing'
  | 'wrong'
  | 'lost',
  string
>;

export const SECOND_STEP_TEXTS: Localized<Texts> = {
  en: {
    title: 'One more step',
    introApp: 'This account is protected by a second factor.',
    introPasskey: 'This account is protected by a passkey. A recovery code does as well.',
    code: 'Code',
    codeHint: 'The six figures that your app shows now, or one of your recovery codes',
    recovery: 'Recovery code',
    recoveryHint: 'One of those you kept when you set up the passkey; each is good once',
    passkey: 'Use a passkey',
    submit: 'Go on',
    missing: 'Enter a code',
    wrong:
      'This code is not right, or it has been used. Wait for the next one that your app shows, or check the time of your device',
    lost: 'Neither app nor passkey nor recovery codes at hand? Write to the recruitment service: somebody there will check who you are.',
  },
  fr: {
    title: 'Encore une étape',
    introApp: 'Ce compte est protégé par un second facteur.',
    introPasskey: 'Ce compte est protégé par une clé d’accès. Un code de secours convient aussi.',
    code: 'Code',
    codeHint: 'Les six chiffres que votre application affiche maintenant, ou l’un de vos codes de secours',
    recovery: 'Code de secours',
    recoveryHint: 'L’un de ceux que vous avez gardés lors de l’ajout de la clé d’accès ; chacun ne sert qu’une fois',
    passkey: 'Utiliser une clé d’accès',
    submit: 'Continuer',
    missing: 'Saisissez un code',
    wrong:
      'Ce code ne convient pas, ou il a déjà servi. Attendez le suivant dans votre application, ou vérifiez l’heure de votre appareil',
    lost: 'Ni application, ni clé d’accès, ni code de secours sous la main ? Écrivez au service du recrutement : quelqu’un y vérifiera votre identité.',
  },
};
