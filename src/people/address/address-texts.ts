import type { Localized } from '../../platform/language.ts';

type MailText = { subject: string; text: string };
type Links = { organisation: string; link: string };

type Texts = Record<
  | 'title'
  | 'text'
  | 'now'
  | 'newAddress'
  | 'invalid'
  | 'same'
  | 'send'
  | 'sentTitle'
  | 'sentText'
  | 'sentAgain'
  | 'confirmTitle'
  | 'confirmText'
  | 'confirm'
  | 'changed'
  | 'keepTitle'
  | 'keepText'
  | 'keep'
  | 'kept'
  | 'keptText'
  | 'newPassword'
  | 'takenTitle'
  | 'taken'
  | 'account',
  string
> & {
  mails: {
    confirm: (values: Links) => MailText;
    asked: (values: Links) => MailText;
    changed: (values: Links) => MailText;
    known: (values: Links) => MailText;
  };
};

export const ADDRESS_TEXTS: Localized<Texts> = {
  en: {
    title: 'Change your e-mail address',
    text: 'We send a link to the new address, and a notice to the old one. Until you open the link, nothing changes. For a week, the notice lets you take it back.',
    now: 'Your address now',
    newAddress: 'New address',
    invalid: 'Enter an e-mail address, such as name@example.org',
    same: 'This is your address already',
    send: 'Send the link',
    sentTitle: 'Look at your mail',
    sentText:
      'We have sent a link to the new address. It is good for 24 hours; until then your old address stays in use.',
    sentAgain: 'No mail after some minutes? Look into the folder for spam, then try again.',
    confirmTitle: 'Confirm your new address',
    confirmText: 'From here on you sign in with this address, and our mails go there.',
    confirm: 'Use this address',
    changed: 'Your e-mail address is changed.',
    keepTitle: 'Keep your old address',
    keepText: 'The account goes back to the address that this link was sent to, and every session ends.',
    keep: 'Keep the old address',
    kept: 'The old address stays',
    keptText:
      'Every session has ended. If you did not ask for the change, somebody knows your password: set a new one now.',
    newPassword: 'Set a new password',
    takenTitle: 'This address is in use',
    taken:
      'Another account has this address by now, so nothing was changed. Write to the recruitment service if this looks wrong.',
    account: 'My account',
    mails: {
      confirm: ({ organisation, link }) => ({
        subject: `Confirm your new address: ${organisation}`,
        text: `Somebody, probably you, wants to use this address for an account at the recruitment site of ${organisation}.

To confirm it, open this link within 24 hours:
${link}

If it was not you, do nothing: the account keeps the address that it has.
`,
      }),
      asked: ({ organisation, link }) => ({
        subject: `Your address is to be changed: ${organisation}`,
        text: `Somebody, probably you, has asked to change the address of your account at the recruitment site of ${organisation}. It changes once the new address is confirmed.

If it was not you, keep this address by opening this link. It is good for a week, also after the change:
${link}
`,
      }),
      changed: ({ organisation, link }) => ({
        subject: `Your address was changed: ${organisation}`,
        text: `Your account at the recruitment site of ${organisation} now uses another address, which was confirmed a moment ago. Our mails go there from now on.

If it was not you, take it back by the link in our mail with the subject “Your address is to be changed”, then set a new password:
${link}
`,
      }),
      known: ({ organisation, link }) => ({
        subject: `You already have an account: ${organisation}`,
        text: `Somebody, probably you, wanted to use this address for another account at the recruitment site of ${organisation}. There is one with this address already, and nothing has been changed.

To sign in:
${link}

If it was not you, do nothing.
`,
      }),
    },
  },
  fr: {
    title: 'Modifier votre adresse électronique',
    text: 'Nous envoyons un lien à la nouvelle adresse et un avis à l’ancienne. Tant que vous n’avez pas ouvert le lien, rien ne change. Pendant une semaine, l’avis permet de revenir en arrière.',
    now: 'Votre adresse actuelle',
    newAddress: 'Nouvelle adresse',
    invalid: 'Saisissez une adresse électronique, comme nom@exemple.org',
    same: 'C’est déjà votre adresse',
    send: 'Envoyer le lien',
    sentTitle: 'Consultez votre messagerie',
    sentText:
      'Nous avons envoyé un lien à la nouvelle adresse. Il est valable 24 heures ; d’ici là, l’ancienne reste en usage.',
    sentAgain: 'Pas de message après quelques minutes ? Regardez dans le dossier des indésirables, puis réessayez.',
    confirmTitle: 'Confirmer votre nouvelle adresse',
    confirmText: 'Désormais, vous vous connecterez avec cette adresse, et nos messages y seront envoyés.',
    confirm: 'Utiliser cette adresse',
    changed: 'Votre adresse électronique est modifiée.',
    keepTitle: 'Garder votre ancienne adresse',
    keepText: 'Le compte revient à l’adresse à laquelle ce lien a été envoyé, et toutes les sessions sont fermées.',
    keep: 'Garder l’ancienne adresse',
    kept: 'L’ancienne adresse reste',
    keptText:
      'Toutes les sessions sont fermées. Si vous n’avez pas demandé ce changement, quelqu’un connaît votre mot de passe : choisissez-en tout de suite un nouveau.',
    newPassword: 'Choisir un nouveau mot de passe',
    takenTitle: 'Cette adresse est utilisée',
    taken:
      'Un autre compte porte désormais cette adresse : rien n’a été modifié. Écrivez au service du recrutement si cela vous semble erroné.',
    account: 'Mon compte',
    mails: {
      confirm: ({ organisation, link }) => ({
        subject: `Confirmez votre nouvelle adresse : ${organisation}`,
        text: `Quelqu’un, sans doute vous, souhaite utiliser cette adresse pour un compte du site de recrutement – ${organisation}.

Pour la confirmer, ouvrez ce lien dans les 24 heures :
${link}

Si ce n’était pas vous, ne faites rien : le compte garde l’adresse qu’il a.
`,
      }),
      asked: ({ organisation, link }) => ({
        subject: `Votre adresse va être modifiée : ${organisation}`,
        text: `Quelqu’un, sans doute vous, a demandé à modifier l’adresse de votre compte sur le site de recrutement – ${organisation}. Elle changera une fois la nouvelle adresse confirmée.

Si ce n’était pas vous, gardez cette adresse en ouvrant ce lien. Il est valable une semaine, même après la modification :
${link}
`,
      }),
      changed: ({ organisation, link }) => ({
        subject: `Votre adresse a été modifiée : ${organisation}`,
        text: `Votre compte sur le site de recrutement – ${organisation} – utilise désormais une autre adresse, qui vient d’être confirmée. Nos messages y seront envoyés.

Si ce n’était pas vous, revenez en arrière par le lien de notre message intitulé « Votre adresse va être modifiée », puis choisissez un nouveau mot de passe :
${link}
`,
      }),
      known: ({ organisation, link }) => ({
        subject: `Vous avez déjà un compte : ${organisation}`,
        text: `Quelqu’un, sans doute vous, a voulu utiliser cette adresse pour un autre compte du site de recrutement – ${organisation}. Un compte la porte déjà, et rien n’a été modifié.

Pour vous connecter :
${link}

Si ce n’était pas vous, ne faites rien.
`,
      }),
    },
  },
};
