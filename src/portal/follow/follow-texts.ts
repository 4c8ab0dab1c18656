import type { Localized } from '../../platform/language.ts';

const EN = {
  saveTitle: 'Save this search',
  saveLede: 'You are told of vacancies that are published from now on and that this search finds; of each once.',
  search: 'Search',
  everything: 'All vacancies',
  criteria: {
    q: 'Words',
    body: 'Body',
    place: 'Place',
    grade: 'Grade',
    family: 'Family of grades',
    clause: 'Contract',
    level: 'Languages',
    closing: 'Closing within days',
    since: 'Published within days',
    mine: 'Open to me',
  },
  frequency: 'When to tell me',
  frequencies: {
    'at-once': 'By mail at once',
    daily: 'By mail, once a day at most',
    never: 'Never: only keep the search',
  },
  email: 'E-mail address',
  emailHint:
    'We write once to ask whether it is yours. Without an answer it is deleted after 7 days; it is deleted whenever you unsubscribe.',
  mineNotKept: 'Your nationality is not kept, so “open to me” is left out of what you are told.',
  orSignIn: 'With an account your searches and bookmarks are kept in one place:',
  signIn: 'sign in',
  save: 'Save',
  emailWrong: 'Enter an e-mail address, such as name@example.org.',
  frequencyWrong: 'Choose when to be told.',
  tooMany: 'There are too many saved searches. Remove one first.',
  tooOften: 'This was asked for too often. Try again in an hour.',
  sentTitle: 'Look at your mail',
  sentText:
    'We have written to this address. Open the link in the mail within 7 days and confirm; until then nothing is sent. Whoever asked for the same search within the last day, or left three of our mails unanswered, is sent no other: the earlier ones hold.',
  confirmTitle: 'Confirm that you want these mails',
  confirmText: 'Nothing is sent until you confirm.',
  confirm: 'Confirm',
  confirmedTitle: 'Confirmed',
  confirmedText: 'You will be told of new vacancies. Each mail has a link that ends them.',
  unsubscribeTitle: 'Mails about new vacancies',
  unsubscribeText: 'What you are told of. If you end everything, your address is deleted with it.',
  unsubscribeOwn:
    'What you are told of. If you end everything, your saved searches stay in your account and write no more.',
  unsubscribe: 'End all of these mails',
  unsubscribedTitle: 'These mails have ended',
  unsubscribedText: 'You are sent nothing more.',
  mySearches: 'My searches',
  mySearchesLede: 'Searches that you saved, and when you are told of what they find anew.',
  noSearches: 'You have saved no search yet.',
  noSearchesNext: 'Search the vacancies, then choose “Save this search”.',
  change: 'Change',
  remove: 'Remove',
  show: 'Show what it finds',
  myBookmarks: 'My bookmarks',
  myBookmarksLede: 'Vacancies that you marked to come back to.',
  noBookmarks: 'You have marked no vacancy yet.',
  noBookmarksNext: 'Open a vacancy and choose “Bookmark this vacancy”.',
  bookmark: 'Bookmark this vacancy',
  bookmarkNote: 'Kept in your account. Without one, put the deadline into your calendar, or save a search.',
  calendar: 'Deadline for your calendar (.ics)',
  calendarAll: 'All these deadlines for your calendar (.ics)',
  closed: 'closed',
  cancelled: 'cancelled',
  done: { saved: 'Saved.', removed: 'Removed.', changed: 'Changed.' },
  vacancies: 'Vacancies',
};

const FR: typeof EN = {
  saveTitle: 'Enregistrer cette recherche',
  saveLede:
    'Vous êtes averti(e), une seule fois pour chacun, des avis publiés à partir de maintenant que cette recherche trouve.',
  search: 'Recherche',
  everything: 'Tous les postes',
  criteria: {
    q: 'Mots',
    body: 'Organisme',
    place: 'Lieu',
    grade: 'Grade',
    family: 'Famille de grades',
    clause: 'Contrat',
    level: 'Langues',
    closing: 'Clôture (jours)',
    since: 'Publication (jours)',
    mine: 'Ouvert à ma candidature',
  },
  frequency: 'Quand m’avertir',
  frequencies: {
    'at-once': 'Par courriel, aussitôt',
    daily: 'Par courriel, une fois par jour au plus',
    never: 'Jamais : garder seulement la recherche',
  },
  email: 'Adresse électronique',
  emailHint:
    'Nous écrivons une fois pour demander si elle est bien la vôtre. Sans réponse, elle est effacée après 7 jours ; elle l’est aussi dès que vous vous désabonnez.',
  mineNotKept:
    'Votre nationalité n’est pas conservée : les courriels ne tiennent pas compte de « ouvert à ma candidature ».',
  orSignIn: 'Avec un compte, vos recherches et vos signets sont réunis :',
  signIn: 'se connecter',
  save: 'Enregistrer',
  emailWrong: 'Saisissez une adresse électronique, par exemple nom@exemple.org.',
  frequencyWrong: 'Choisissez quand être averti(e).',
  tooMany: 'Il y a trop de recherches enregistrées. Retirez-en une d’abord.',
  tooOften: 'Cette demande a été faite trop souvent. Réessayez dans une heure.',
  sentTitle: 'Consultez votre messagerie',
  sentText:
    'Nous avons écrit à cette adresse. Ouvrez le lien du courriel dans les 7 jours et confirmez ; d’ici là, rien n’est envoyé. Si la même recherche a été demandée depuis moins d’un jour, ou si trois de nos courriels sont restés sans réponse, aucun autre ne part : les précédents restent valables.',
  confirmTitle: 'Confirmez que vous voulez ces courriels',
  confirmText: 'Rien n’est envoyé avant votre confirmation.',
  confirm: 'Confirmer',
  confirmedTitle: 'C’est confirmé',
  confirmedText: 'Vous serez averti(e) des nouveaux avis. Chaque courriel contient un lien qui y met fin.',
  unsubscribeTitle: 'Courriels sur les nouveaux avis',
  unsubscribeText: 'Ce dont vous êtes averti(e). Si vous mettez fin à tout, votre adresse est effacée en même temps.',
  unsubscribeOwn:
    'Ce dont vous êtes averti(e). Si vous mettez fin à tout, vos recherches restent dans votre compte et n’écrivent plus.',
  unsubscribe: 'Mettre fin à tous ces courriels',
  unsubscribedTitle: 'Ces courriels ont pris fin',
  unsubscribedText: 'Vous ne recevrez plus rien.',
  mySearches: 'Mes recherches',
  mySearchesLede: 'Les recherches que vous avez enregistrées, et quand vous êtes averti(e) de ce qu’elles trouvent.',
  noSearches: 'Vous n’avez encore enregistré aucune recherche.',
  noSearchesNext: 'Cherchez parmi les postes, puis choisissez « Enregistrer cette recherche ».',
  change: 'Modifier',
  remove: 'Retirer',
  show: 'Afficher ce qu’elle trouve',
  myBookmarks: 'Mes signets',
  myBookmarksLede: 'Les postes auxquels vous voulez revenir.',
  noBookmarks: 'Vous n’avez encore marqué aucun poste.',
  noBookmarksNext: 'Ouvrez un avis et choisissez « Marquer ce poste ».',
  bookmark: 'Marquer ce poste',
  bookmarkNote:
    'Conservé dans votre compte. Sans compte, inscrivez l’échéance à votre agenda ou enregistrez une recherche.',
  calendar: 'L’échéance pour votre agenda (.ics)',
  calendarAll: 'Toutes ces échéances pour votre agenda (.ics)',
  closed: 'clos',
  cancelled: 'annulé',
  done: { saved: 'Enregistré.', removed: 'Retiré.', changed: 'Modifié.' },
  vacancies: 'Postes à pourvoir',
};

/** The words around bookmarks, saved searches and the mails they send. */
export const FOLLOW_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

type MailText = { subject: string; text: string };
type Alert = { count: number; list: string; organisation: string; link: string };

type MailTexts = {
  confirm: (values: { organisation: string; search: string; link: string }) => MailText;
  alert: (values: Alert) => MailText;
};

export const FOLLOW_MAIL_TEXTS: Localized<MailTexts> = {
  en: {
    confirm: ({ organisation, search, link }) => ({
      subject: `Confirm that you want to be told of new vacancies: ${organisation}`,
      text: `Somebody, probably you, has asked ${organisation} to write to this address when new vacancies are published.

Search: ${search}

To confirm, open this link within 7 days:
${link}

If it was not you, do nothing: without confirmation nothing is sent, and the address is deleted after 7 days.
`,
    }),
    alert: ({ count, list, organisation, link }) => ({
      subject: count === 1 ? `A new vacancy: ${organisation}` : `${count} new vacancies: ${organisation}`,
      text: `Published since you were last told, and found by a search that you saved:

${list}

You are told of each vacancy once. To change or end these mails:
${link}
`,
    }),
  },
  fr: {
    confirm: ({ organisation, search, link }) => ({
      subject: `Confirmez que vous voulez être averti(e) des nouveaux avis : ${organisation}`,
      text: `Quelqu’un, probablement vous, a demandé à ${organisation} d’écrire à cette adresse lorsque de nouveaux avis sont publiés.

Recherche : ${search}

Pour confirmer, ouvrez ce lien dans les 7 jours :
${link}

Si ce n’était pas vous, ne faites rien : sans confirmation, rien n’est envoyé, et l’adresse est effacée après 7 jours.
`,
    }),
    alert: ({ count, list, organisation, link }) => ({
      subject: count === 1 ? `Un nouvel avis : ${organisation}` : `${count} nouveaux avis : ${organisation}`,
      text: `Publiés depuis le dernier courriel, et trouvés par une recherche que vous avez enregistrée :

${list}

Chaque avis ne vous est signalé qu’une fois. Pour modifier ces courriels ou y mettre fin :
${link}
`,
    }),
  },
};
