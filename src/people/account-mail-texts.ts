import type { Localized } from '../platform/language.ts';

type MailText = { subject: string; text: string };
type Links = { organisation: string; link: string };

/** No mail names the person: whoever typed the address may not be them, and could have us write anything as a name. */
type MailTexts = {
  confirmAddress: (values: Links) => MailText;
  addressKnown: (values: Links & { passwordLink: string }) => MailText;
  newPassword: (values: Links) => MailText;
  addressUnknown: (values: Links) => MailText;
  passwordChanged: (values: Links) => MailText;
};

export const ACCOUNT_MAIL_TEXTS: Localized<MailTexts> = {
  en: {
    confirmAddress: ({ organisation, link }) => ({
      subject: `Confirm your address: ${organisation}`,
      text: `Somebody, probably you, is creating an account with this address at the recruitment site of ${organisation}.

To confirm the address, open this link within 24 hours:
${link}

If it was not you, do nothing: without confirmation the account cannot be used.
`,
    }),
    addressKnown: ({ organisation, link, passwordLink }) => ({
      subject: `You already have an account: ${organisation}`,
      text: `Somebody, probably you, has just tried to create an account with this address at the recruitment site of ${organisation}. There is one already, and it has not been changed.

To sign in:
${link}

If you no longer know the password, set a new one:
${passwordLink}

If it was not you, do nothing.
`,
    }),
    newPassword: ({ organisation, link }) => ({
      subject: `Set a new password: ${organisation}`,
      text: `Somebody, probably you, has asked to set a new password for the account with this address at the recruitment site of ${organisation}.

To set it, open this link within one hour:
${link}

If it was not you, do nothing: the password stays as it is.
`,
    }),
    addressUnknown: ({ organisation, link }) => ({
      subject: `There is no account with this address: ${organisation}`,
      text: `Somebody, probably you, has asked to set a new password at the recruitment site of ${organisation}. There is no account with this address. Perhaps you used another one.

To create an account with this address:
${link}

If it was not you, do nothing.
`,
    }),
    passwordChanged: ({ organisation, link }) => ({
      subject: `Your password was changed: ${organisation}`,
      text: `The password of your account at the recruitment site of ${organisation} has just been changed, and every other session was ended.

If it was not you, set a new password at once:
${link}
`,
    }),
  },
  fr: {
    confirmAddress: ({ organisation, link }) => ({
      subject: `Confirmez votre adresse : ${organisation}`,
      text: `Quelqu’un, sans doute vous, crée un compte avec cette adresse sur le site de recrutement – ${organisation}.

Pour confirmer l’adresse, ouvrez ce lien dans les 24 heures :
${link}

Si ce n’était pas vous, ne faites rien : sans confirmation, le compte ne peut pas servir.
`,
    }),
    addressKnown: ({ organisation, link, passwordLink }) => ({
      subject: `Vous avez déjà un compte : ${organisation}`,
      text: `Quelqu’un, sans doute vous, vient d’essayer de créer un compte avec cette adresse sur le site de recrutement – ${organisation}. Il en existe déjà un, et il n’a pas été modifié.

Pour vous connecter :
${link}

Si vous ne connaissez plus le mot de passe, choisissez-en un nouveau :
${passwordLink}

Si ce n’était pas vous, ne faites rien.
`,
    }),
    newPassword: ({ organisation, link }) => ({
      subject: `Choisissez un nouveau mot de passe : ${organisation}`,
      text: `Quelqu’un, sans doute vous, a demandé à choisir un nouveau mot de passe pour le compte qui porte cette adresse sur le site de recrutement – ${organisation}.

Pour le choisir, ouvrez ce lien dans l’heure :
${link}

Si ce n’était pas vous, ne faites rien : le mot de passe reste le même.
`,
    }),
    addressUnknown: ({ organisation, link }) => ({
      subject: `Aucun compte ne porte cette adresse : ${organisation}`,
      text: `Quelqu’un, sans doute vous, a demandé à choisir un nouveau mot de passe sur le site de recrutement – ${organisation}. Aucun compte ne porte cette adresse. Peut-être en avez-vous utilisé une autre.

Pour créer un compte avec cette adresse :
${link}

Si ce n’était pas vous, ne faites rien.
`,
    }),
    passwordChanged: ({ organisation, link }) => ({
      subject: `Votre mot de passe a été modifié : ${organisation}`,
      text: `Le mot de passe de votre compte sur le site de recrutement – ${organisation} – vient d’être modifié, et toutes les autres sessions ont été fermées.

Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe :
${link}
`,
    }),
  },
};
