import type { Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { GivingProblem, NamingProblem, RefereeStatus, ReferenceRefusal } from './reference.ts';

const EN = {
  // The candidate
  title: 'Your referees',
  back: 'The application',
  lede: 'People whom we may ask about your work, by the competencies of the notice. We write to nobody before you agree, for each of them, and the stage is open.',
  wanted: { one: 'We ask for {n} reference.', other: 'We ask for {n} references.' },
  notInvited: 'References are not asked for here now',
  notInvitedNote: 'If they are, you are invited to this stage, and a mail tells you that there is news.',
  notOpen: 'The stage is not open yet: you may name people, and agree once it is.',
  closed: 'The stage is closed: nobody is asked any more.',
  nobody: 'You have named nobody yet',
  nobodyNote: 'Name the first person below.',
  statuses: {
    named: 'Not asked',
    asked: 'Asked',
    given: 'Given',
    declined: 'Declined',
  } satisfies Record<RefereeStatus, string>,
  askedOn: (day: string) => `Asked on ${day}.`,
  answeredOn: (day: string) => `Answered on ${day}.`,
  unseen: 'What is given is read by the panel; you do not see it while the competition runs.',
  consent: (name: string) => `I agree that ${name} is asked about my work for this application.`,
  ask: (name: string) => `Ask ${name}`,
  takeBackNote: 'As long as nothing was given, you can take it back: the link that was sent then opens nothing.',
  takeBack: (name: string) => `Take back my consent for ${name}`,
  remove: (name: string) => `Take ${name} off the list`,
  add: 'Name a person',
  fromProfile: 'From your profile',
  use: (name: string) => `Use ${name}`,
  name: 'Name',
  email: 'E-mail address',
  emailHint: 'The link goes there; it is used for nothing else.',
  relation: 'How they know your work',
  relationHint: 'As: head of my unit, 2019 to 2023',
  language: 'The language we write to them in',
  languages: { en: 'English', fr: 'French' },
  addButton: 'Name this person',
  done: {
    named: 'Named. Nobody has been asked yet.',
    asked: 'Asked: the mail is on its way.',
    'taken-back': 'Your consent is taken back; the link opens nothing any more.',
    removed: 'Taken off the list.',
  },
  tooMany: (minutes: string) => `You have asked many people in a short time. Try again in ${minutes} min.`,
  // The mail to the referee
  mail: {
    subject: (organisation: string) => `A reference is asked of you: ${organisation}`,
    text: (candidate: string, organisation: string) =>
      `${candidate} applies for a post at ${organisation}, has named you as a referee, and agrees that we ask you.\n\nThe link below opens the form. You need no account; it is for you alone, so please do not hand it on. You can stop and go on later by the same link, or say that you would rather not. What you write is read by the panel; the candidate does not see it while the competition runs.`,
    reminder: 'We asked you for this some days ago. If you have not found the time, the link is still good.',
    ignore: 'If this is not for you, you need do nothing.',
  },
  // The page of the link
  formTitle: (candidate: string) => `A reference for ${candidate}`,
  formLede: (candidate: string, post: string) =>
    `${candidate} applies for this post: ${post}. Say what you have seen of their work. Leave empty what you cannot judge.`,
  whoReads:
    'Read by the members of the panel. The candidate does not see it while the competition runs; afterwards they may ask for it as part of the data we hold on them. Your name and address are kept with the application and go with it.',
  know: 'How you know each other’s work',
  period: 'When you worked together',
  from: 'From',
  to: 'Until',
  periodHint: 'As: March 2019',
  competencies: 'What you have seen',
  competencyHint: 'An example: what the situation was, what they did, what came of it.',
  other: 'Anything else',
  save: 'Save, and go on later',
  submit: 'Send the reference',
  submitNote: 'Once it is sent, it cannot be changed, and the link opens nothing any more.',
  saved: 'Saved. You can come back by the same link.',
  declineTitle: 'I would rather not',
  declineNote: 'The candidate sees that you declined, not your words. The panel sees both.',
  declineWord: 'A word about it',
  decline: 'Decline',
  thanksTitle: 'Thank you',
  thanks: 'We have what you sent. The link opens nothing any more; you need do nothing else.',
  voidTitle: 'This link opens nothing',
  voidText: 'It may have been used, or taken back, or the stage is closed. If you typed it, look at the mail again.',
  tryLater: 'Too many links that open nothing were tried from your network. Wait a little.',
  changedElsewhere: 'This was typed on in another window. Look at both before you go on.',
  // The panel
  staffLink: 'References',
  staffTitle: (reference: string) => `References of competition ${reference}`,
  staffLede: 'What referees gave, of the candidates whom you may judge. Who opens one is recorded.',
  noStage: 'No stage of this competition asks for references',
  noStageNote: 'References belong to a stage of their own in the plan of the selection.',
  noCandidates: 'Nobody is invited to this stage yet',
  recused: 'You are recused from this candidate.',
  noReferees: 'Has named nobody yet',
  read: 'Read',
  readOf: (referee: string, candidate: string) => `the reference of ${referee} for ${candidate}`,
  referenceOf: (referee: string, candidate: string) => `Reference of ${referee} for ${candidate}`,
  relationTold: 'As the candidate says',
  nothingSaid: 'Left empty',
  periodTold: (from: string, to: string) => `${from || '…'} – ${to || '…'}`,
};

export type ReferenceTexts = typeof EN;

const FR: ReferenceTexts = {
  title: 'Vos référent(e)s',
  back: 'La candidature',
  lede: 'Des personnes que nous pouvons interroger sur votre travail, d’après les compétences de l’avis. Nous n’écrivons à aucune avant que vous ayez donné votre accord, pour chacune, et que l’étape soit ouverte.',
  wanted: { one: 'Nous demandons {n} référence.', other: 'Nous demandons {n} références.' },
  notInvited: 'Aucune référence n’est demandée ici pour le moment',
  notInvitedNote: 'Si c’est le cas, vous êtes invité(e) à cette étape, et un courriel vous dit qu’il y a du nouveau.',
  notOpen:
    'L’étape n’est pas encore ouverte : vous pouvez indiquer des personnes, et donner votre accord une fois qu’elle l’est.',
  closed: 'L’étape est close : personne n’est plus interrogé.',
  nobody: 'Vous n’avez encore indiqué personne',
  nobodyNote: 'Indiquez la première personne ci-dessous.',
  statuses: { named: 'Non sollicitée', asked: 'Sollicitée', given: 'Référence donnée', declined: 'Refus' },
  askedOn: (day) => `Sollicitée le ${day}.`,
  answeredOn: (day) => `Réponse du ${day}.`,
  unseen: 'Ce qui est donné est lu par le jury ; vous ne le voyez pas tant que le concours est en cours.',
  consent: (name) => `J’accepte que ${name} soit interrogé(e) sur mon travail pour cette candidature.`,
  ask: (name) => `Solliciter ${name}`,
  takeBackNote:
    'Tant que rien n’a été donné, vous pouvez revenir sur votre accord : le lien envoyé n’ouvre alors plus rien.',
  takeBack: (name) => `Retirer mon accord pour ${name}`,
  remove: (name) => `Retirer ${name} de la liste`,
  add: 'Indiquer une personne',
  fromProfile: 'Depuis votre profil',
  use: (name) => `Reprendre ${name}`,
  name: 'Nom',
  email: 'Adresse électronique',
  emailHint: 'Le lien y est envoyé ; elle ne sert à rien d’autre.',
  relation: 'En quoi cette personne connaît votre travail',
  relationHint: 'Par exemple : responsable de mon unité, de 2019 à 2023',
  language: 'La langue dans laquelle nous lui écrivons',
  languages: { en: 'anglais', fr: 'français' },
  addButton: 'Indiquer cette personne',
  done: {
    named: 'C’est noté. Personne n’a encore été sollicité.',
    asked: 'La demande est faite : le courriel est en route.',
    'taken-back': 'Votre accord est retiré ; le lien n’ouvre plus rien.',
    removed: 'La personne n’est plus sur la liste.',
  },
  tooMany: (minutes) => `Vous avez sollicité beaucoup de personnes en peu de temps. Réessayez dans ${minutes} min.`,
  mail: {
    subject: (organisation) => `Une référence vous est demandée : ${organisation}`,
    text: (candidate, organisation) =>
      `${candidate} se porte candidat(e) à un poste à l’organisation suivante : ${organisation}. Cette personne vous a indiqué(e) comme référence, et accepte que nous vous interrogions.\n\nLe lien ci-dessous ouvre le formulaire. Il ne faut pas de compte ; le lien est pour vous seul(e), merci de ne pas le transmettre. Vous pouvez vous arrêter et reprendre plus tard par le même lien, ou dire que vous préférez vous abstenir. Ce que vous écrivez est lu par le jury ; la personne ne le voit pas tant que le concours est en cours.`,
    reminder: 'Nous vous l’avons demandé il y a quelques jours. Si le temps vous a manqué, le lien est toujours bon.',
    ignore: 'Si cela ne vous concerne pas, vous n’avez rien à faire.',
  },
  formTitle: (candidate) => `Une référence pour ${candidate}`,
  formLede: (candidate, post) =>
    `${candidate} se porte candidat(e) à ce poste : ${post}. Dites ce que vous avez vu de son travail. Laissez vide ce dont vous ne pouvez pas juger.`,
  whoReads:
    'Lu par les membres du jury. La personne ne le voit pas tant que le concours est en cours ; ensuite, elle peut le demander avec les données que nous détenons sur elle. Votre nom et votre adresse sont conservés avec la candidature, et supprimés avec elle.',
  know: 'Comment vous connaissez votre travail respectif',
  period: 'Quand vous avez travaillé ensemble',
  from: 'De',
  to: 'À',
  periodHint: 'Par exemple : mars 2019',
  competencies: 'Ce que vous avez vu',
  competencyHint: 'Un exemple : quelle était la situation, ce que la personne a fait, ce qui en est résulté.',
  other: 'Autre chose',
  save: 'Enregistrer, et reprendre plus tard',
  submit: 'Envoyer la référence',
  submitNote: 'Une fois envoyée, elle ne peut plus être modifiée, et le lien n’ouvre plus rien.',
  saved: 'C’est enregistré. Vous pouvez revenir par le même lien.',
  declineTitle: 'Je préfère m’abstenir',
  declineNote: 'La personne voit que vous vous abstenez, non ce que vous en dites. Le jury voit les deux.',
  declineWord: 'Un mot à ce sujet',
  decline: 'M’abstenir',
  thanksTitle: 'Merci',
  thanks: 'Votre envoi nous est parvenu. Le lien n’ouvre plus rien ; vous n’avez rien d’autre à faire.',
  voidTitle: 'Ce lien n’ouvre rien',
  voidText:
    'Il a peut-être déjà servi, ou l’accord a été retiré, ou l’étape est close. Si vous l’avez saisi, reprenez le courriel.',
  tryLater: 'Trop de liens qui n’ouvrent rien ont été essayés depuis votre réseau. Patientez un peu.',
  changedElsewhere: 'La saisie a continué dans une autre fenêtre. Regardez les deux avant de poursuivre.',
  staffLink: 'Références',
  staffTitle: (reference) => `Références du concours ${reference}`,
  staffLede:
    'Ce que les référent(e)s ont donné, pour les candidatures que vous pouvez juger. Chaque ouverture est enregistrée.',
  noStage: 'Aucune étape de ce concours ne demande de références',
  noStageNote: 'Les références ont une étape à elles dans le plan de la sélection.',
  noCandidates: 'Personne n’est encore invité à cette étape',
  recused: 'Vous êtes récusé(e) pour cette candidature.',
  noReferees: 'N’a encore indiqué personne',
  read: 'Lire',
  readOf: (referee, candidate) => `la référence de ${referee} pour ${candidate}`,
  referenceOf: (referee, candidate) => `Référence de ${referee} pour ${candidate}`,
  relationTold: 'Selon la candidate, le candidat',
  nothingSaid: 'Laissé vide',
  periodTold: (from, to) => `${from || '…'} – ${to || '…'}`,
};

export const REFERENCE_TEXTS: Localized<ReferenceTexts> = { en: EN, fr: FR };

export function explainNaming({ kind }: NamingProblem): Localized {
  switch (kind) {
    case 'name-missing':
      return { en: 'Give the name', fr: 'Indiquez le nom' };
    case 'address-invalid':
      return { en: 'Give an address as name@example.org', fr: 'Indiquez une adresse comme nom@example.org' };
    case 'own-address':
      return { en: 'This is your own address', fr: 'C’est votre propre adresse' };
    case 'already-named':
      return { en: 'You have named this address already', fr: 'Vous avez déjà indiqué cette adresse' };
    case 'relation-missing':
      return { en: 'Say how they know your work', fr: 'Dites en quoi cette personne connaît votre travail' };
    case 'language-missing':
      return { en: 'Choose the language we write in', fr: 'Choisissez la langue dans laquelle nous écrivons' };
    default:
      return assertNever(kind);
  }
}

export function explainReference({ kind }: ReferenceRefusal): Localized {
  switch (kind) {
    case 'too-many':
      return { en: 'Take somebody off the list first.', fr: 'Retirez d’abord quelqu’un de la liste.' };
    case 'not-open':
      return { en: 'Nobody is asked unless the stage is open.', fr: 'Personne n’est sollicité hors de l’étape.' };
    case 'consent-missing':
      return { en: 'Tick that you agree', fr: 'Cochez que vous êtes d’accord' };
    case 'not-named':
      return { en: 'This person has been asked already.', fr: 'Cette personne a déjà été sollicitée.' };
    case 'not-asked':
      return { en: 'There is nothing to take back.', fr: 'Il n’y a rien à retirer.' };
    default:
      return assertNever(kind);
  }
}

export function explainGiving({ kind }: GivingProblem): Localized {
  switch (kind) {
    case 'know-missing':
      return { en: 'Say how you know each other’s work', fr: 'Dites comment vous connaissez votre travail respectif' };
    case 'nothing-said':
      return {
        en: 'Say something of at least one competency, or decline below',
        fr: 'Dites quelque chose d’au moins une compétence, ou abstenez-vous ci-dessous',
      };
    default:
      return assertNever(kind);
  }
}
