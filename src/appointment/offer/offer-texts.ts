import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { StepUpMeans } from '../../people/step-up/step-up.ts';
import type { Approving } from '../../regulations/organisation/appointment-schema.ts';
import { explainContractRefusal, formatMonths } from '../../regulations/contracts/contract-texts.ts';
import { explainTwinGradeRefusal } from '../../regulations/contracts/twin-grade-texts.ts';
import { formatDate } from '../../site/dates.ts';
import { formatNumber, joinList } from '../../site/numbers.ts';
import type { RecordedAction } from './offer-events.ts';
import type { TermsRefusal } from './offer-terms.ts';
import {
  MAX_OFFER_REASON,
  type OfferRefusal,
  type OfferState,
  type SendingObstacle,
  type StaffOfferAction,
} from './offer.ts';

type Month = { one: string; other: string };

const EN = {
  title: 'Offer',
  pageTitle: (number: string, reference: string) => `Offer: appointment of ${number} – ${reference}`,
  backToCase: 'The appointment',
  link: 'The offer',
  none: 'No offer was prepared yet',
  noneNote:
    'It is composed by the rules from the clause, the grade and the first day; it can be looked at before anything is kept.',
  prepare: 'Prepare an offer',
  prepareAnother: 'Prepare another offer',
  change: 'Change the draft',
  number: (number: string) => `Offer ${number}`,
  states: {
    draft: 'Draft',
    'in-approval': 'In approval',
    approved: 'To be sent',
    sent: 'Sent',
    accepted: 'Accepted',
    declined: 'Declined',
    lapsed: 'Lapsed',
    withdrawn: 'Withdrawn',
  } satisfies Record<OfferState, string>,
  roles: {
    'hiring-manager': 'a hiring manager',
    'budget-officer': 'a budget officer',
    'contract-officer': 'the contract office',
    'recruitment-manager': 'a recruitment manager',
  } satisfies Record<Approving, string>,
  whoseStep: 'Whose step it is',
  draftStep: 'whoever prepares it: to be submitted',
  approvalStep: (step: string, by: string) => `${step} (${by})`,
  sendingStep: 'whoever sends offers: the contract office or a recruitment manager',
  candidateStep: (day: string) => `the candidate: to be answered by ${day}`,
  overStep: 'whoever prepares offers: another offer, or the end of the appointment',
  cannotBeSent: 'This offer cannot be sent as it stands',
  cannotNote: 'It can be prepared and approved all the same. Before it is sent:',
  obstacles: {
    'budget-pending':
      'the budget of the post has to be approved, on the page of the vacancy: by its step of approval or, where it has none, in the header of the notice;',
    'no-national-agreement': 'the agreement of the national authority has to be recorded here;',
    'not-chosen': 'the person has to be selected: the decision does not stand any more, or the appointment was ended;',
    'first-day-past': 'the first day has to be one that is yet to come;',
    'other-first-day': 'its first day has to be the one that is planned for the appointment;',
    'figures-changed': 'it has to be submitted again: by the rules of today it does not come to what was submitted;',
  } satisfies Record<SendingObstacle, string>,
  follows: 'What follows by the rules',
  sentAs: 'What was sent',
  caption: (day: string) => `By the rules in force on ${day}. Only the contract itself binds.`,
  notComposed: 'By the rules there is no such offer',
  clause: 'Contract clause',
  person: 'Offered to',
  firstDay: 'First day',
  grade: 'Grade',
  noGrade: 'none of the scale',
  step: 'Step',
  pay: 'Basic salary',
  payNotKnown: 'not known for that day',
  advancement: 'Advancement to the higher grade',
  notBefore: (day: string) => `normally not before ${day}`,
  appointedHigher: 'appointed to the higher grade at once',
  directlyBecause: 'Why at once to the higher grade',
  reductionBecause: (span: string) => `Why ${span} sooner`,
  probation: 'End of probation',
  noProbation: 'no source gives one',
  agreement: 'Agreement of the national authority',
  agreementOf: (authority: string, day: string) => `${authority}, ${day}`,
  notRecorded: 'not recorded',
  conditions: 'Conditions still open',
  noConditions: 'None of those that you see.',
  otherCondition: 'A condition that another office sees through is open.',
  conditionsNote: 'The offer names those that are open on the day on which it is sent.',
  answerBy: 'Answer by',
  answerSet: (span: string) => `${span} from the day it is sent`,
  answerOpen: 'no source says: whoever sends it sets the day',
  answerAfterFirstDay: 'The last day for an answer is after the first day of the offer.',
  seen: 'Opened by the candidate',
  notSeen: 'not yet',
  answered: 'Answered',
  means: 'Accepted by',
  meansNames: {
    password: 'password',
    'password-and-code': 'password and code of an app',
    passkey: 'passkey',
    provider: 'signing in anew at the organisation’s provider',
  } satisfies Record<StepUpMeans, string>,
  fingerprint: 'Fingerprint (SHA-256)',
  document: 'The offer as PDF',
  draftDocument: 'The draft as PDF',
  inLanguages: { en: 'in English', fr: 'in French' } satisfies Record<Language, string>,
  steps: 'What was done',
  stepColumn: 'Step',
  by: 'By',
  when: 'When',
  reason: 'Words',
  itself: 'Concours, by itself',
  taken: {
    prepare: 'Prepared',
    change: 'Changed',
    agreement: 'National agreement recorded',
    submit: 'Submitted',
    approve: 'Approved',
    return: 'Returned',
    send: 'Sent',
    withdraw: 'Withdrawn',
    accept: 'Accepted',
    decline: 'Declined',
    lapse: 'Lapsed',
  } satisfies Record<RecordedAction, string>,
  earlier: 'Earlier offers',
  afterwards: 'What may follow',
  afterwardsNote:
    'Nothing follows by itself: another offer can be prepared, or the appointment ended and somebody else selected.',
  next: (name: string, rank: string) => `Next on the order of merit, on the reserve list: ${name}, rank ${rank}`,
  sameRank: 'They share this rank: nothing here puts one of them first.',
  acceptedElsewhere: (reference: string) => `(accepted the similar post of vacancy ${reference})`,
  toMerit: 'The order of merit',
  toSimilar: 'Who of other competitions may be offered this post',
  actions: {
    submit: 'Submit',
    approve: 'Approve',
    return: 'Return to the draft',
    send: 'Send to the candidate',
    withdraw: 'Withdraw this offer',
  } satisfies Record<StaffOfferAction, string>,
  submitNote: 'It then goes along the approval path, if the organisation has one.',
  approveNote: (step: string) => `Your step: ${step}.`,
  sendNote:
    'What it says is frozen with its PDF in each language, and the candidate is told that there is news. It is not changed afterwards.',
  returnReason: 'Why it is returned',
  withdrawReason: 'Why it is withdrawn',
  reasonHint:
    'It stands in the record under your name, and auditors read it: write nothing about anybody’s health. The candidate does not read it here.',
  answerDay: 'Last day for an answer',
  answerDayHint: 'No source says how long a candidate has: set it. For example, 15 1 2027.',
  answerYearUnknown: (year: string) =>
    `The rule counts working days into ${year}, whose closed days are not entered yet: set the day. For example, 15 1 2027.`,
  agreementNote: 'Somebody who is seconded is offered nothing before the national authority agrees.',
  authority: 'National authority',
  authorityHint: 'As it is called there.',
  agreedOn: 'Agreed on',
  authorityMissing: 'Name the national authority',
  authorityTooLong: 'Shorten the name to 200 characters',
  agreedMissing: 'Enter a day that exists and is not ahead',
  record: 'Record',
  draftTitle: 'Prepare an offer',
  draftLede: 'All else follows by the rules. Look at it first: nothing is kept before you say so.',
  bornHint: 'Service ends at an age. The date is kept with the offer.',
  exceptions: 'Exceptions of a twin-graded post',
  exceptionsNote: 'Each is a decision of a person, with the reason on which it rests.',
  directly: 'Appoint to the higher grade at once',
  directlyYes: 'Serving staff only, under specific circumstances (C16)',
  directlyReason: 'On what this rests',
  reduction: 'Months by which advancement may come sooner',
  reductionHint: 'Somebody from outside only (C15). Empty for none.',
  reductionReason: 'On what this rests',
  look: 'Show what follows',
  keep: 'Keep this offer',
  keepNote: 'It is a draft until it is submitted.',
  problems: { 'no-months': 'Enter a whole number of months, such as 6', 'too-long': 'Shorten the reason' },
  changedMeanwhile: 'Somebody changed the offer meanwhile. Here is how it stands now.',
  unchosen: 'The decision does not stand any more, or the appointment was ended: no offer is prepared.',
  goesOn: 'There is an offer already. It has to be withdrawn before another is prepared.',
  done: {
    kept: 'The draft is kept.',
    submit: 'The offer is submitted.',
    approve: 'Approved.',
    return: 'The offer is a draft again.',
    send: 'The offer is sent. The candidate is told.',
    withdraw: 'The offer is withdrawn.',
    agreement: 'The agreement is recorded.',
  },
  candidate: {
    title: 'Your offer',
    back: 'Your application',
    none: 'There is no offer yet',
    noneNote: 'Once one is sent, you read it here and have a message.',
    lede: 'Read the document, then answer. Nothing is decided before you do.',
    until: (day: string) => `You can answer until the end of ${day}, where the post is.`,
    over: {
      accepted: (day: string) => `You accepted this offer on ${day}.`,
      declined: (day: string) => `You declined this offer on ${day}.`,
      lapsed: (day: string) => `This offer lapsed: it could be answered until ${day}.`,
      withdrawn: () => 'This offer was withdrawn. A message tells you so.',
    },
    late: (day: string) => `The day for an answer has passed: it was ${day}.`,
    gone: 'This offer does not stand any more. Write to the recruitment service.',
    download: 'Download the offer as PDF',
    accept: 'Accept',
    acceptNote:
      'You accept the document above, by its fingerprint. You show once more who you are, so that nobody can do it for you.',
    acceptButton: 'Accept this offer',
    decline: 'Decline',
    declineNote: 'The post is then free for somebody else. This cannot be taken back.',
    words: 'What you want to say about it',
    declineButton: 'Decline this offer',
    otherContent: 'What you were shown is not what stands here now. Read it again before you accept.',
    done: { accepted: 'You have accepted. The recruitment service is told.', declined: 'You have declined.' },
  },
  sentMessage: {
    subject: 'We make you an offer',
    body: 'We have sent you an offer for this post. Read it on the page “Your offer” of your application: it says what is offered, which conditions are open, and by when to answer.',
  },
  withdrawnMessage: {
    subject: 'The offer is withdrawn',
    body: 'The offer that we had sent you for this post is withdrawn. Please write to us here with any question.',
  },
  officeMail: {
    subject: 'Appointments: an offer waits',
    text: 'An offer of appointment needs your attention, or was answered. This mail does not say whose. Sign in and open it:',
  },
  lapsedMail: {
    subject: 'Appointments: an offer has lapsed',
    one: '{n} offer has lapsed without an answer. This mail does not say whose. Sign in and open the list:',
    other: '{n} offers have lapsed without an answer. This mail does not say whose. Sign in and open the list:',
  } satisfies Month & { subject: string },
  reminderMail: {
    subject: 'Something waits for your answer',
    text: 'Something about one of your applications waits for your answer, and can be answered for a few days only. For your privacy, this mail does not say what. Sign in and read it:',
  },
};

const FR: typeof EN = {
  title: 'Offre',
  pageTitle: (number, reference) => `Offre : nomination ${number} – ${reference}`,
  backToCase: 'La nomination',
  link: 'L’offre',
  none: 'Aucune offre n’a encore été préparée',
  noneNote:
    'Elle est composée selon les règles à partir de la clause, du grade et du premier jour ; on peut la voir avant que rien ne soit enregistré.',
  prepare: 'Préparer une offre',
  prepareAnother: 'Préparer une autre offre',
  change: 'Modifier le projet',
  number: (number) => `Offre ${number}`,
  states: {
    draft: 'Projet',
    'in-approval': 'En approbation',
    approved: 'À envoyer',
    sent: 'Envoyée',
    accepted: 'Acceptée',
    declined: 'Déclinée',
    lapsed: 'Caduque',
    withdrawn: 'Retirée',
  },
  roles: {
    'hiring-manager': 'une ou un responsable hiérarchique',
    'budget-officer': 'une ou un responsable du budget',
    'contract-officer': 'le bureau des contrats',
    'recruitment-manager': 'une ou un gestionnaire du recrutement',
  },
  whoseStep: 'Prochaine étape',
  draftStep: 'qui la prépare : à soumettre',
  approvalStep: (step, by) => `${step} (${by})`,
  sendingStep: 'qui envoie les offres : le bureau des contrats ou une ou un gestionnaire du recrutement',
  candidateStep: (day) => `la personne : réponse attendue d’ici au ${day}`,
  overStep: 'qui prépare les offres : une autre offre, ou la fin de la nomination',
  cannotBeSent: 'Cette offre ne peut pas être envoyée en l’état',
  cannotNote: 'Elle peut néanmoins être préparée et approuvée. Avant l’envoi :',
  obstacles: {
    'budget-pending':
      'le budget du poste doit être approuvé, sur la page de la vacance : à son étape d’approbation ou, s’il n’en existe pas, dans l’en-tête de l’avis ;',
    'no-national-agreement': 'l’accord de l’autorité nationale doit être consigné ici ;',
    'not-chosen': 'la personne doit être retenue : la décision ne vaut plus, ou la nomination a été close ;',
    'first-day-past': 'le premier jour doit être encore à venir ;',
    'other-first-day': 'son premier jour doit être celui qui est fixé pour la nomination ;',
    'figures-changed':
      'elle doit être soumise à nouveau : selon les règles de ce jour, elle n’aboutit plus à ce qui a été soumis ;',
  },
  follows: 'Ce qui s’ensuit selon les règles',
  sentAs: 'Ce qui a été envoyé',
  caption: (day) => `Selon les règles en vigueur le ${day}. Seul le contrat lui-même engage.`,
  notComposed: 'Selon les règles, une telle offre n’existe pas',
  clause: 'Clause contractuelle',
  person: 'À qui s’adresse l’offre',
  firstDay: 'Premier jour',
  grade: 'Grade',
  noGrade: 'aucun du barème',
  step: 'Échelon',
  pay: 'Traitement de base',
  payNotKnown: 'inconnu pour ce jour',
  advancement: 'Passage au grade supérieur',
  notBefore: (day) => `normalement pas avant le ${day}`,
  appointedHigher: 'nomination directe au grade supérieur',
  directlyBecause: 'Pourquoi directement au grade supérieur',
  reductionBecause: (span) => `Pourquoi ${span} plus tôt`,
  probation: 'Fin du stage',
  noProbation: 'aucune source n’en prévoit',
  agreement: 'Accord de l’autorité nationale',
  agreementOf: (authority, day) => `${authority}, ${day}`,
  notRecorded: 'non consigné',
  conditions: 'Conditions encore ouvertes',
  noConditions: 'Aucune de celles que vous voyez.',
  otherCondition: 'Une condition dont s’occupe un autre service est ouverte.',
  conditionsNote: 'L’offre nomme celles qui sont ouvertes le jour de son envoi.',
  answerBy: 'Réponse d’ici au',
  answerSet: (span) => `${span} à compter de l’envoi`,
  answerOpen: 'aucune source ne le dit : qui l’envoie fixe le jour',
  answerAfterFirstDay: 'Le dernier jour pour répondre est postérieur au premier jour de l’offre.',
  seen: 'Ouverte par la personne',
  notSeen: 'pas encore',
  answered: 'Réponse',
  means: 'Acceptée par',
  meansNames: {
    password: 'mot de passe',
    'password-and-code': 'mot de passe et code d’une application',
    passkey: 'clé d’accès',
    provider: 'nouvelle connexion chez le fournisseur d’identité de l’organisation',
  },
  fingerprint: 'Empreinte (SHA-256)',
  document: 'L’offre en PDF',
  draftDocument: 'Le projet en PDF',
  inLanguages: { en: 'en anglais', fr: 'en français' },
  steps: 'Ce qui a été fait',
  stepColumn: 'Étape',
  by: 'Par',
  when: 'Date',
  reason: 'Texte',
  itself: 'Concours, automatiquement',
  taken: {
    prepare: 'Préparée',
    change: 'Modifiée',
    agreement: 'Accord national consigné',
    submit: 'Soumise',
    approve: 'Approuvée',
    return: 'Renvoyée',
    send: 'Envoyée',
    withdraw: 'Retirée',
    accept: 'Acceptée',
    decline: 'Déclinée',
    lapse: 'Devenue caduque',
  },
  earlier: 'Offres antérieures',
  afterwards: 'Suites possibles',
  afterwardsNote:
    'Rien ne s’ensuit de soi-même : une autre offre peut être préparée, ou la nomination close et une autre personne retenue.',
  next: (name, rank) => `Personne suivante dans l’ordre de mérite, sur la liste de réserve : ${name}, rang ${rank}`,
  sameRank: 'Ces personnes ont le même rang : rien ici n’en place une en premier.',
  acceptedElsewhere: (reference) => `(a accepté le poste semblable de l’avis ${reference})`,
  toMerit: 'L’ordre de mérite',
  toSimilar: 'À qui, dans d’autres concours, ce poste peut être proposé',
  actions: {
    submit: 'Soumettre',
    approve: 'Approuver',
    return: 'Renvoyer au projet',
    send: 'Envoyer à la personne',
    withdraw: 'Retirer cette offre',
  },
  submitNote: 'Elle suit alors le circuit d’approbation, si l’organisation en a un.',
  approveNote: (step) => `Votre étape : ${step}.`,
  sendNote:
    'Ce qu’elle dit est figé avec son PDF dans chaque langue, et la personne apprend qu’il y a du nouveau. Elle n’est plus modifiée ensuite.',
  returnReason: 'Motif du renvoi',
  withdrawReason: 'Motif du retrait',
  reasonHint:
    'Il figure au dossier sous votre nom, et les auditeurs et auditrices le lisent : n’y écrire rien sur la santé de quiconque. La personne ne le lit pas ici.',
  answerDay: 'Dernier jour pour répondre',
  answerDayHint: 'Aucune source ne dit de combien de temps la personne dispose : fixez-le. Par exemple, 15 1 2027.',
  answerYearUnknown: (year) =>
    `La règle compte des jours ouvrés jusqu’en ${year}, dont les jours de fermeture ne sont pas encore saisis : fixez le jour. Par exemple, 15 1 2027.`,
  agreementNote: 'Une personne en détachement ne reçoit aucune offre avant l’accord de l’autorité nationale.',
  authority: 'Autorité nationale',
  authorityHint: 'Telle qu’elle se nomme.',
  agreedOn: 'Accord donné le',
  authorityMissing: 'Nommez l’autorité nationale',
  authorityTooLong: 'Ramenez le nom à 200 caractères',
  agreedMissing: 'Indiquez un jour qui existe et qui n’est pas à venir',
  record: 'Consigner',
  draftTitle: 'Préparer une offre',
  draftLede:
    'Tout le reste s’ensuit selon les règles. Regardez d’abord : rien n’est enregistré avant que vous le demandiez.',
  bornHint: 'Le service prend fin à un âge. Cette date est conservée avec l’offre.',
  exceptions: 'Exceptions d’un poste à deux grades',
  exceptionsNote: 'Chacune est la décision d’une personne, avec le motif sur lequel elle se fonde.',
  directly: 'Nommer directement au grade supérieur',
  directlyYes: 'Personnel en fonction seulement, dans des cas particuliers (C16)',
  directlyReason: 'Sur quoi cela se fonde',
  reduction: 'Mois dont le passage peut être avancé',
  reductionHint: 'Recrutement externe seulement (C15). À laisser vide s’il n’y en a pas.',
  reductionReason: 'Sur quoi cela se fonde',
  look: 'Voir ce qui s’ensuit',
  keep: 'Enregistrer cette offre',
  keepNote: 'Elle reste un projet jusqu’à ce qu’elle soit soumise.',
  problems: { 'no-months': 'Indiquez un nombre entier de mois, par exemple 6', 'too-long': 'Raccourcissez le motif' },
  changedMeanwhile: 'L’offre a été modifiée entre-temps. Voici l’état actuel.',
  unchosen: 'La décision ne vaut plus, ou la nomination a été close : aucune offre n’est préparée.',
  goesOn: 'Il y a déjà une offre. Elle doit être retirée avant qu’une autre soit préparée.',
  done: {
    kept: 'Le projet est enregistré.',
    submit: 'L’offre est soumise.',
    approve: 'Approuvée.',
    return: 'L’offre est de nouveau un projet.',
    send: 'L’offre est envoyée. La personne en est informée.',
    withdraw: 'L’offre est retirée.',
    agreement: 'L’accord est consigné.',
  },
  candidate: {
    title: 'Votre offre',
    back: 'Votre candidature',
    none: 'Il n’y a pas encore d’offre',
    noneNote: 'Quand une offre vous est envoyée, vous la lisez ici et recevez un message.',
    lede: 'Lisez le document, puis répondez. Rien n’est décidé avant votre réponse.',
    until: (day) => `Vous pouvez répondre jusqu’à la fin du ${day}, à l’heure du lieu d’affectation.`,
    over: {
      accepted: (day) => `Vous avez accepté cette offre le ${day}.`,
      declined: (day) => `Vous avez décliné cette offre le ${day}.`,
      lapsed: (day) => `Cette offre est devenue caduque : il était possible d’y répondre jusqu’au ${day}.`,
      withdrawn: () => 'Cette offre a été retirée. Un message vous en informe.',
    },
    late: (day) => `Le jour pour répondre est passé : c’était le ${day}.`,
    gone: 'Cette offre ne vaut plus. Écrivez au service du recrutement.',
    download: 'Télécharger l’offre en PDF',
    accept: 'Accepter',
    acceptNote:
      'Vous acceptez le document ci-dessus, selon son empreinte. Vous montrez une nouvelle fois qui vous êtes, afin que personne ne puisse le faire à votre place.',
    acceptButton: 'Accepter cette offre',
    decline: 'Décliner',
    declineNote: 'Le poste est alors libre pour quelqu’un d’autre. Vous ne pourrez pas revenir sur cette réponse.',
    words: 'Ce que vous souhaitez en dire',
    declineButton: 'Décliner cette offre',
    otherContent: 'Ce qui vous a été montré n’est pas ce qui figure ici maintenant. Relisez-le avant d’accepter.',
    done: {
      accepted: 'Vous avez accepté. Le service du recrutement en est informé.',
      declined: 'Vous avez décliné.',
    },
  },
  sentMessage: {
    subject: 'Nous vous faisons une offre',
    body: 'Nous vous avons envoyé une offre pour ce poste. Lisez-la sur la page « Votre offre » de votre candidature : elle dit ce qui vous est proposé, quelles conditions sont ouvertes et jusqu’à quand répondre.',
  },
  withdrawnMessage: {
    subject: 'L’offre est retirée',
    body: 'L’offre que nous vous avions envoyée pour ce poste est retirée. Écrivez-nous ici pour toute question.',
  },
  officeMail: {
    subject: 'Nominations : une offre attend',
    text: 'Une offre d’engagement requiert votre attention, ou a reçu une réponse. Ce courriel ne dit pas de qui il s’agit. Connectez-vous pour l’ouvrir :',
  },
  lapsedMail: {
    subject: 'Nominations : une offre est devenue caduque',
    one: '{n} offre est devenue caduque, faute de réponse. Ce courriel ne dit pas de qui il s’agit. Connectez-vous pour ouvrir la liste :',
    other:
      '{n} offres sont devenues caduques, faute de réponse. Ce courriel ne dit pas de qui il s’agit. Connectez-vous pour ouvrir la liste :',
  },
  reminderMail: {
    subject: 'Une réponse de votre part est attendue',
    text: 'L’une de vos candidatures attend une réponse de votre part, qui n’est possible que pendant quelques jours encore. Par discrétion, ce courriel ne dit pas de quoi il s’agit. Connectez-vous pour le lire :',
  },
};

export const OFFER_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

const inBoth = (told: (language: Language) => string): Localized => ({ en: told('en'), fr: told('fr') });

/** Why a step on an offer was not taken, and what would clear the way; `stepName` names a step of the approval path. */
export function explainOffer(refusal: OfferRefusal, stepName: (code: string) => Localized): Localized {
  switch (refusal.kind) {
    case 'illegal-step':
      return {
        en: `This offer is “${EN.states[refusal.from].toLowerCase()}”: that step is not its next.`,
        fr: `Cette offre est à l’état « ${FR.states[refusal.from].toLowerCase()} » : cette étape n’est pas la suivante.`,
      };
    case 'not-your-step':
      return {
        en: `The step that is due is “${stepName(refusal.step).en}”: it is for ${EN.roles[refusal.by]}.`,
        fr: `L’étape attendue est « ${stepName(refusal.step).fr} » : elle revient à ${FR.roles[refusal.by]}.`,
      };
    case 'own-work':
      return {
        en: 'You prepared or approved this offer: a second person looks at it.',
        fr: 'Vous avez préparé ou approuvé cette offre : il faut une seconde personne.',
      };
    case 'not-yours-to-return':
      return {
        en: 'It is approved: whoever would send it can return it.',
        fr: 'Elle est approuvée : seule la personne qui l’enverrait peut la renvoyer.',
      };
    case 'reason-missing':
      return { en: 'Give the reason', fr: 'Indiquez le motif' };
    case 'too-long':
      return inBoth(
        (language) =>
          ({
            en: `Shorten the text to ${formatNumber(MAX_OFFER_REASON, 'en')} characters`,
            fr: `Ramenez le texte à ${formatNumber(MAX_OFFER_REASON, 'fr')} caractères`,
          })[language],
      );
    case 'not-to-be-sent':
      return notToBeSent(refusal.obstacles);
    case 'answer-day-missing':
      return { en: 'Enter a day that exists', fr: 'Indiquez un jour qui existe' };
    case 'answer-day-past':
      return {
        en: `Enter ${formatDate(refusal.today, 'en')} or a later day`,
        fr: `Indiquez le ${formatDate(refusal.today, 'fr')} ou un jour ultérieur`,
      };
    case 'too-late':
      return {
        en: EN.candidate.late(formatDate(refusal.answerBy, 'en')),
        fr: FR.candidate.late(formatDate(refusal.answerBy, 'fr')),
      };
    case 'not-standing':
      return { en: EN.candidate.gone, fr: FR.candidate.gone };
    case 'appointed':
      return {
        en: 'This person is appointed on this offer. It is not withdrawn any more: end the appointment where they do not take up the post.',
        fr: 'Cette personne est nommée sur la base de cette offre. Elle ne se retire plus : mettez fin à la nomination si la personne ne prend pas ses fonctions.',
      };
    case 'not-yet':
      return {
        en: `It can still be answered until ${formatDate(refusal.answerBy, 'en')}.`,
        fr: `Il est encore possible d’y répondre jusqu’au ${formatDate(refusal.answerBy, 'fr')}.`,
      };
    default:
      return assertNever(refusal);
  }
}

const notToBeSent = (obstacles: readonly SendingObstacle[]): Localized =>
  inBoth((language) => {
    const t = OFFER_TEXTS[language];
    const before = obstacles.map((obstacle) => t.obstacles[obstacle].replace(/[\s\u00a0\u202f]*;$/, ''));
    return language === 'en'
      ? `Not sent. Before it is sent, ${joinList(before, 'en')}.`
      : `Offre non envoyée. Avant l’envoi, ${joinList(before, 'fr')}.`;
  });

export type TermsTold = { field: string; told: Localized };

/** Why the rules make no offer of what was chosen, at the field where it can be mended. */
export function explainTerms(refusal: TermsRefusal): TermsTold {
  switch (refusal.kind) {
    case 'contract': {
      const told = explainContractRefusal(refusal.refusal);
      return { field: 'clause', told: inBoth((language) => `${told[language].sentence} ${told[language].next}`) };
    }
    case 'twin-grade': {
      const told = explainTwinGradeRefusal(refusal.refusal);
      return { field: 'higher', told: inBoth((language) => `${told[language].sentence} ${told[language].next}`) };
    }
    case 'not-directly':
      return {
        field: 'directly',
        told: {
          en: 'The rules let nobody of this kind be appointed to the higher grade at once: take this back, or choose serving staff and two grades',
          fr: 'Les règles ne permettent à personne dans ce cas d’être nommé directement au grade supérieur : retirez cette exception, ou choisissez le personnel en fonction et deux grades',
        },
      };
    case 'no-reduction':
      return {
        field: 'reduction',
        told: {
          en: 'The rules know no such reduction here: leave it empty',
          fr: 'Les règles ne connaissent pas ici de telle réduction : laissez ce champ vide',
        },
      };
    case 'reduction-too-long':
      return {
        field: 'reduction',
        told: {
          en: `The rules allow ${formatMonths(refusal.upToMonths, 'en')} at most`,
          fr: `Les règles permettent ${formatMonths(refusal.upToMonths, 'fr')} au plus`,
        },
      };
    case 'reason-missing':
      return {
        field: refusal.of === 'directly' ? 'directlyReason' : 'reductionReason',
        told: { en: 'Say on what this rests', fr: 'Dites sur quoi cela se fonde' },
      };
    default:
      return assertNever(refusal);
  }
}
