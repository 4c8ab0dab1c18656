import type { Localized } from '../../platform/language.ts';

type Texts = Record<
  | 'title'
  | 'intro'
  | 'download'
  | 'downloadText'
  | 'downloadButton'
  | 'tooMany'
  | 'correct'
  | 'correctText'
  | 'correctName'
  | 'correctAddress'
  | 'correctApplications'
  | 'correctAsk'
  | 'deletion'
  | 'now'
  | 'nowText'
  | 'kept'
  | 'keptNothing'
  | 'runningText'
  | 'undecided'
  | 'noPeriod'
  | 'ask'
  | 'confirmLegend'
  | 'confirm'
  | 'confirmMissing'
  | 'password'
  | 'askedTitle'
  | 'keepButton'
  | 'keepTitle'
  | 'keepText'
  | 'keptTitle'
  | 'signIn'
  | 'staff'
  | 'pdfTitle'
  | 'pdfNone'
  | 'yes'
  | 'no'
  | 'sourceIs',
  string
> & {
  callOff: (days: number) => string;
  due: (date: string) => string;
  until: (months: number) => string;
  whileAppointed: (months: number) => string;
  keptUntil: (date: string) => string;
  pdfIntro: (date: string, organisation: string) => string;
  mail: (values: { organisation: string; link: string; date: string }) => { subject: string; text: string };
  idleMail: (values: { organisation: string; months: number; link: string; date: string }) => {
    subject: string;
    text: string;
  };
};

export const MY_DATA_TEXTS: Localized<Texts> = {
  en: {
    title: 'My data',
    intro: 'Everything that is kept of you here: take it with you, correct it, or have it deleted.',
    download: 'Download everything',
    downloadText:
      'One ZIP file: a PDF to read, the same as JSON for machines, your receipts as they were given, and every document that you handed in.',
    downloadButton: 'Download my data',
    tooMany: 'You have downloaded your data several times within the hour. Try again later',
    correct: 'Correct something',
    correctText: 'Yourself, at any time:',
    correctName: 'name and language',
    correctAddress: 'e-mail address',
    correctApplications: 'applications that you have not submitted yet',
    correctAsk:
      'By asking: an application that is submitted stays as it was received, since others are compared with it. Write to the recruitment service; what you write is added to it. You may also withdraw it and, before the deadline, write to them for a way to apply anew.',
    deletion: 'Delete my account',
    now: 'Deleted at once when the time comes',
    nowText:
      'your account with name and address, how you signed in, your drafts with their documents, and all else that no rule keeps. Nobody can bring it back.',
    kept: 'Kept for a while',
    keptNothing: 'Nothing: you have not submitted an application.',
    runningText:
      'The competition still runs: the application is withdrawn with the deletion, as we could not reach you any more. It is kept as it was received, to show that the competition was fair.',
    undecided: 'until the vacancy is decided, and then',
    noPeriod: 'The organisation has not decided how long; it is kept until it has.',
    ask: 'Delete my account',
    confirmLegend: 'Please confirm',
    confirm: 'I want my account and everything above to be deleted',
    confirmMissing: 'Confirm that you want your account to be deleted',
    password: 'Current password',
    askedTitle: 'Your account is to be deleted',
    keepButton: 'Keep my account',
    keepTitle: 'Keep your account',
    keepText: 'The deletion is called off, and everything stays as it is.',
    keptTitle: 'Your account stays',
    signIn: 'Sign in',
    staff: 'Your account carries a task of the organisation. An administrator ends that first.',
    pdfTitle: 'My data',
    pdfNone: 'Nothing is kept.',
    yes: 'yes',
    no: 'no',
    sourceIs: 'Source',
    callOff: (days) =>
      `You have ${days} days to call it off: by the link in the mail that we send you, or by signing in.`,
    due: (date) => `It is deleted on ${date}. Until then everything works as before.`,
    until: (months) => `${months} months after the decision`,
    whileAppointed: (months) => `as long as the appointment goes on, and then ${months} months after it`,
    keptUntil: (date) => `until ${date}`,
    pdfIntro: (date, organisation) => `What ${organisation} keeps of you at its recruitment site, on ${date}.`,
    idleMail: ({ organisation, months, link, date }) => ({
      subject: `Your account will be deleted: ${organisation}`,
      text: `You have an account without an application at the recruitment site of ${organisation}. Nobody has used it for almost ${months} months. On ${date} it will be deleted, with everything in it.

To keep it, sign in before then:
${link}

If you need it no more, you need do nothing.
`,
    }),
    mail: ({ organisation, link, date }) => ({
      subject: `Your account is to be deleted: ${organisation}`,
      text: `You have asked to delete your account at the recruitment site of ${organisation}. It is deleted on ${date}.

To keep it, open this link before then:
${link}

If you did not ask for this, open the link too, then set a new password: somebody knows yours.
`,
    }),
  },
  fr: {
    title: 'Mes données',
    intro: 'Tout ce qui est conservé ici à votre sujet : emportez-le, corrigez-le ou faites-le supprimer.',
    download: 'Tout télécharger',
    downloadText:
      'Un seul fichier ZIP : un PDF à lire, la même chose en JSON pour les machines, vos accusés de réception tels qu’ils ont été délivrés et chaque document que vous avez remis.',
    downloadButton: 'Télécharger mes données',
    tooMany: 'Vous avez téléchargé vos données plusieurs fois dans l’heure. Réessayez plus tard',
    correct: 'Corriger quelque chose',
    correctText: 'Vous-même, à tout moment :',
    correctName: 'le nom et la langue',
    correctAddress: 'l’adresse électronique',
    correctApplications: 'les candidatures que vous n’avez pas encore déposées',
    correctAsk:
      'Sur demande : une candidature déposée reste telle qu’elle a été reçue, puisque d’autres lui sont comparées. Écrivez au service du recrutement ; ce que vous écrivez y est joint. Vous pouvez aussi la retirer et, avant la date limite, lui demander comment postuler de nouveau.',
    deletion: 'Supprimer mon compte',
    now: 'Supprimé d’un coup, le moment venu',
    nowText:
      'votre compte avec le nom et l’adresse, vos connexions, vos brouillons avec leurs documents, et tout ce qu’aucune règle ne fait conserver. Personne ne pourra le rétablir.',
    kept: 'Conservé quelque temps',
    keptNothing: 'Rien : vous n’avez déposé aucune candidature.',
    runningText:
      'La sélection est en cours : la candidature est retirée avec la suppression, puisque nous ne pourrions plus vous joindre. Elle est conservée telle qu’elle a été reçue, pour montrer que la sélection a été équitable.',
    undecided: 'jusqu’à la décision sur le poste, puis',
    noPeriod: 'L’organisation n’a pas décidé combien de temps ; elle est conservée jusque-là.',
    ask: 'Supprimer mon compte',
    confirmLegend: 'Veuillez confirmer',
    confirm: 'Je souhaite que mon compte et tout ce qui précède soient supprimés',
    confirmMissing: 'Confirmez que vous souhaitez la suppression de votre compte',
    password: 'Mot de passe actuel',
    askedTitle: 'Votre compte va être supprimé',
    keepButton: 'Garder mon compte',
    keepTitle: 'Garder votre compte',
    keepText: 'La suppression est annulée, et tout reste en l’état.',
    keptTitle: 'Votre compte reste',
    signIn: 'Se connecter',
    staff: 'Votre compte porte une tâche de l’organisation. Un(e) administrateur/trice y met d’abord fin.',
    pdfTitle: 'Mes données',
    pdfNone: 'Rien n’est conservé.',
    yes: 'oui',
    no: 'non',
    sourceIs: 'Source',
    callOff: (days) =>
      `Vous avez ${days} jours pour l’annuler : par le lien du message que nous vous envoyons, ou en vous connectant.`,
    due: (date) => `Il sera supprimé ${date}. D’ici là, tout fonctionne comme avant.`,
    until: (months) => `${months} mois après la décision`,
    whileAppointed: (months) => `aussi longtemps que dure l’engagement, puis ${months} mois après sa fin`,
    keptUntil: (date) => `jusqu’à cette date : ${date}`,
    pdfIntro: (date, organisation) =>
      `Ce que conserve à votre sujet le site de recrutement – ${organisation} –, le ${date}.`,
    idleMail: ({ organisation, months, link, date }) => ({
      subject: `Votre compte va être supprimé : ${organisation}`,
      text: `Vous avez un compte sans candidature sur le site de recrutement – ${organisation}. Personne ne l’a utilisé depuis presque ${months} mois. À cette date, il sera supprimé avec tout ce qu’il contient : ${date}.

Pour le conserver, connectez-vous d’ici là :
${link}

Si vous n’en avez plus besoin, vous n’avez rien à faire.
`,
    }),
    mail: ({ organisation, link, date }) => ({
      subject: `Votre compte va être supprimé : ${organisation}`,
      text: `Vous avez demandé la suppression de votre compte sur le site de recrutement – ${organisation}. Il sera supprimé ${date}.

Pour le garder, ouvrez ce lien avant cette date :
${link}

Si vous ne l’avez pas demandé, ouvrez aussi le lien, puis choisissez un nouveau mot de passe : quelqu’un connaît le vôtre.
`,
    }),
  },
};
