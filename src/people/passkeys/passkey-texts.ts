import type { Localized } from '../../platform/language.ts';

type Texts = Record<
  | 'addTitle'
  | 'addText'
  | 'name'
  | 'nameHint'
  | 'nameMissing'
  | 'add'
  | 'askTitle'
  | 'askText'
  | 'answer'
  | 'needsScript'
  | 'failed'
  | 'refused'
  | 'otherWay',
  string
>;

export const PASSKEY_TEXTS: Localized<Texts> = {
  en: {
    addTitle: 'Add a passkey',
    addText:
      'Your device makes a key for this site alone and keeps it behind its own lock: a fingerprint, your face or a PIN. We get only the half that checks it.',
    name: 'Name of the passkey',
    nameHint: 'So that you know it again: “My telephone”, “Blue key”',
    nameMissing: 'Enter a name, in at most 100 characters',
    add: 'Make the passkey',
    askTitle: 'Sign in with a passkey',
    askText: 'Press the button, then unlock your device as you always do.',
    answer: 'Use my passkey',
    needsScript:
      'A passkey needs JavaScript, and a browser that knows passkeys: there is no other way to reach the key in your device. Everything else here works without.',
    failed: 'Nothing has happened: the device did not answer, or you stopped it. You may try again.',
    refused: 'This passkey was not accepted. Try again, or sign in another way',
    otherWay: 'Sign in with a password instead',
  },
  fr: {
    addTitle: 'Ajouter une clé d’accès',
    addText:
      'Votre appareil fabrique une clé pour ce seul site et la garde derrière son propre verrou : une empreinte, votre visage ou un code. Nous n’en recevons que la moitié qui sert à vérifier.',
    name: 'Nom de la clé d’accès',
    nameHint: 'Pour la reconnaître : « Mon téléphone », « Clé bleue »',
    nameMissing: 'Saisissez un nom, en 100 caractères au plus',
    add: 'Créer la clé d’accès',
    askTitle: 'Se connecter avec une clé d’accès',
    askText: 'Appuyez sur le bouton, puis déverrouillez votre appareil comme d’habitude.',
    answer: 'Utiliser ma clé d’accès',
    needsScript:
      'Une clé d’accès demande JavaScript et un navigateur qui connaît ces clés : il n’existe pas d’autre chemin vers la clé de votre appareil. Tout le reste fonctionne sans.',
    failed: 'Rien ne s’est passé : l’appareil n’a pas répondu, ou vous l’avez interrompu. Vous pouvez réessayer.',
    refused: 'Cette clé d’accès n’a pas été acceptée. Réessayez, ou connectez-vous autrement',
    otherWay: 'Se connecter plutôt avec un mot de passe',
  },
};
