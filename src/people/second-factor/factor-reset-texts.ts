import type { Localized } from '../../platform/language.ts';

type Told = { organisation: string; link: string };

const EN = {
  title: 'Reset a second factor',
  lede: 'For somebody who has lost their app or passkey and their recovery codes. Be sure who asks: see them, or call them back at a number that the organisation has.',
  email: 'Address of the account',
  reason: 'Reason, and how you made sure who asks',
  reasonHint: 'Kept in the history of the account. Without personal details of anybody.',
  what: 'The app, the passkeys and the recovery codes of the account are deleted, and all its sessions end. The person signs in with the password, is told by mail, and sets up a new second factor.',
  button: 'Reset the second factor',
  done: 'The second factor is reset, and the person is told by mail.',
  unknown: 'No confirmed account has this address.',
  own: 'Your own second factor is reset by another administrator.',
  none: 'This account has no second factor.',
  reasonMissing: 'Give a reason, in at most 500 characters.',
  mail: ({ organisation, link }: Told) => ({
    subject: `Your second factor was reset: ${organisation}`,
    text: `An administrator of ${organisation} has reset the second factor of your account: the app, the passkeys and the recovery codes are void, and you are signed out everywhere.

Sign in with your password and set up a new second factor:
${link}

If you did not ask for this, set a new password at once, and tell the organisation.
`,
  }),
};

const FR: typeof EN = {
  title: 'Réinitialiser un second facteur',
  lede: 'Pour une personne qui a perdu son application ou sa clé d’accès, et ses codes de secours. Assurez-vous de qui demande : voyez la personne, ou rappelez-la à un numéro que l’organisation connaît.',
  email: 'Adresse du compte',
  reason: 'Raison, et comment vous vous êtes assuré(e) de qui demande',
  reasonHint: 'Conservée dans l’historique du compte. Sans détail personnel sur quiconque.',
  what: 'L’application, les clés d’accès et les codes de secours du compte sont supprimés, et toutes ses sessions prennent fin. La personne se connecte avec le mot de passe, est prévenue par courriel et configure un nouveau second facteur.',
  button: 'Réinitialiser le second facteur',
  done: 'Le second facteur est réinitialisé, et la personne est prévenue par courriel.',
  unknown: 'Aucun compte confirmé ne porte cette adresse.',
  own: 'Votre propre second facteur est réinitialisé par une autre personne qui administre.',
  none: 'Ce compte n’a pas de second facteur.',
  reasonMissing: 'Donnez une raison, en 500 caractères au plus.',
  mail: ({ organisation, link }) => ({
    subject: `Votre second facteur a été réinitialisé : ${organisation}`,
    text: `L’administration du site de recrutement – ${organisation} – a réinitialisé le second facteur de votre compte : l’application, les clés d’accès et les codes de secours ne valent plus, et vous êtes partout hors connexion.

Connectez-vous avec votre mot de passe et configurez un nouveau second facteur :
${link}

Si vous ne l’avez pas demandé, choisissez tout de suite un nouveau mot de passe et prévenez l’organisation.
`,
  }),
};

/** Every word about taking a second factor away from somebody who lost it. */
export const FACTOR_RESET_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };
