import type { Localized } from '../platform/language.ts';
import { assertNever } from '../platform/result.ts';
import { MAX_PASSWORD, MIN_PASSWORD, type PasswordRefusal } from './password-rules.ts';

type PasswordTexts = Record<
  | 'hint'
  | 'forgottenTitle'
  | 'forgottenText'
  | 'email'
  | 'emailInvalid'
  | 'send'
  | 'sentTitle'
  | 'sentText'
  | 'sentAgain'
  | 'newTitle'
  | 'newText'
  | 'newPassword'
  | 'set'
  | 'voidTitle'
  | 'voidText'
  | 'voidPassword'
  | 'voidAccount',
  string
>;

export const PASSWORD_TEXTS: Localized<PasswordTexts> = {
  en: {
    hint: `At least ${MIN_PASSWORD} characters, of any kind: several words are good. Not your name or address, nor one that everybody uses.`,
    forgottenTitle: 'Set a new password',
    forgottenText: 'We send you a mail with a link to set a new password. The old one stays valid until then.',
    email: 'E-mail address',
    emailInvalid: 'Enter one e-mail address, such as name@example.org',
    send: 'Send me the link',
    sentTitle: 'Look at your mail',
    sentText:
      'We have sent a mail to the address you entered. The link in it is good for one hour; only the latest one counts.',
    sentAgain: 'Nothing there after a few minutes? Look among unwanted mail, then ask again.',
    newTitle: 'Your new password',
    newText: 'This signs you out wherever you are signed in, and signs you in here.',
    newPassword: 'New password',
    set: 'Set the password',
    voidTitle: 'This link is no longer good',
    voidText: 'It has been used, it has expired, or a newer one was sent after it.',
    voidPassword: 'Ask for a link to set a password',
    voidAccount: 'Create an account',
  },
  fr: {
    hint: `Au moins ${MIN_PASSWORD} caractères, quels qu’ils soient : plusieurs mots conviennent bien. Ni votre nom, ni votre adresse, ni un mot de passe que tout le monde emploie.`,
    forgottenTitle: 'Choisir un nouveau mot de passe',
    forgottenText:
      'Nous vous envoyons un message avec un lien pour choisir un nouveau mot de passe. L’ancien reste valable jusque-là.',
    email: 'Adresse électronique',
    emailInvalid: 'Saisissez une seule adresse électronique, par exemple nom@example.org',
    send: 'M’envoyer le lien',
    sentTitle: 'Consultez votre messagerie',
    sentText:
      'Nous avons envoyé un message à l’adresse que vous avez saisie. Le lien qu’il contient est valable une heure ; seul le dernier compte.',
    sentAgain: 'Rien après quelques minutes ? Regardez parmi les messages indésirables, puis recommencez.',
    newTitle: 'Votre nouveau mot de passe',
    newText: 'Vous serez déconnecté(e) partout où vous êtes connecté(e), et connecté(e) ici.',
    newPassword: 'Nouveau mot de passe',
    set: 'Enregistrer le mot de passe',
    voidTitle: 'Ce lien n’est plus valable',
    voidText: 'Il a déjà servi, il a expiré, ou un lien plus récent a été envoyé après lui.',
    voidPassword: 'Demander un lien pour choisir un mot de passe',
    voidAccount: 'Créer un compte',
  },
};

export function explainPassword(refusal: PasswordRefusal): Localized {
  switch (refusal) {
    case 'too-short':
      return {
        en: `Enter a password of at least ${MIN_PASSWORD} characters`,
        fr: `Saisissez un mot de passe d’au moins ${MIN_PASSWORD} caractères`,
      };
    case 'too-long':
      return {
        en: `Enter a password of at most ${MAX_PASSWORD} characters`,
        fr: `Saisissez un mot de passe d’au plus ${MAX_PASSWORD} caractères`,
      };
    case 'is-own-name':
      return {
        en: 'Enter a password that is not your name or address',
        fr: 'Saisissez un mot de passe qui ne soit ni votre nom ni votre adresse',
      };
    case 'too-common':
      return {
        en: 'Enter another password: this one is among the first that are tried',
        fr: 'Saisissez un autre mot de passe : celui-ci est parmi les premiers qu’on essaie',
      };
    default:
      return assertNever(refusal);
  }
}
