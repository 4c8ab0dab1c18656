import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { explainContractWarning, explainConversionRefusal } from '../../regulations/contracts/contract-texts.ts';
import { formatDate } from '../../site/dates.ts';
import { explainTerms } from '../offer/offer-texts.ts';
import type { ContractDayKind } from './contract-calendar.ts';
import type { StepRefusal } from './contract-decision.ts';
import type { ContractAction, Ground } from './contract-step.ts';
import type { Waiting } from './contract-days.ts';

const EN = {
  title: 'Contracts',
  lede: 'Everybody who is appointed, with the next date of their contract and who has to act on it.',
  none: 'Nobody is appointed yet',
  noneNote: 'Somebody stands here once they are appointed on an offer that they accepted.',
  nothingFound: 'No contract matches',
  nothingFoundNote: 'Choose a longer time, or look for another name or number.',
  search: 'Name, application or vacancy',
  within: 'Due within',
  whenever: 'Whenever',
  find: 'Show',
  count: { one: '{n} contract', other: '{n} contracts' },
  person: 'Person',
  post: 'Post',
  next: 'Next date',
  nothingNext: 'Nothing is due',
  nextOn: (day: string, what: string) => `${day}: ${what}`,
  acts: 'Who acts',
  lastDay: 'Last day',
  indefinite: 'None: indefinite contract',
  notEntered: 'Not entered yet',
  overdue: 'Overdue',
  yourCalendar: 'Follow these dates in your calendar',
  waiting: {
    length: 'The length of the contract is to be entered',
    request: 'A request for an indefinite contract waits for an answer',
  } satisfies Record<Waiting, string>,
  thePerson: 'The person',
  contractTitle: (number: string, reference: string) => `Contract ${number} · ${reference}`,
  back: 'Contracts',
  backToContract: 'Back to the contract',
  toAppointment: 'See the appointment',
  link: 'See the contract and its dates',
  grade: 'Grade',
  noGrade: 'None',
  clause: 'Contract clause',
  kind: 'Kind of person',
  firstDay: 'First day',
  dates: 'Dates',
  day: 'Day',
  what: 'What',
  state: 'State',
  states: {
    settled: 'Settled',
    open: 'Open',
    overdue: 'Overdue',
    told: 'For information',
    ifRenewed: 'Only if renewed',
  },
  byTheRules: 'What the rules give',
  download: 'Download these dates for a calendar (.ics)',
  steps: 'What was decided',
  noSteps: 'Nothing was decided yet.',
  byOn: (name: string, day: string) => `${name}, ${day}`,
  takenBack: 'Taken back',
  possible: 'Steps',
  nothingPossible: 'No step can be taken now.',
  days: {
    'first-day': 'First day in the post',
    'probation-ends': 'End of probation',
    'earliest-advancement': 'Earliest advancement to the higher grade, with the longest reduction',
    advancement: 'Advancement to the higher grade normally possible from',
    'propose-renewal': 'Last day to propose a renewal',
    'contract-ends': 'End of the contract',
    'request-from': 'First day to ask for an indefinite contract',
    'request-until': 'Last day to ask for an indefinite contract',
    'renewal-ends': 'End of the renewal',
    'secondment-ends': 'End of the secondment at the latest',
    'latest-end': 'Latest end of service in the post',
    'indefinite-from': 'Indefinite contract from',
    'service-ends': 'End of service',
  } satisfies Record<ContractDayKind, string>,
  actions: {
    'confirm-probation': 'Confirm after probation',
    'extend-probation': 'Extend the probation',
    'set-length': 'Enter the length of the contract',
    'propose-renewal': 'Propose a renewal',
    'agree-renewal': 'Record a renewal',
    'decline-renewal': 'Record that there is no renewal',
    request: 'Record a request for an indefinite contract',
    'grant-request': 'Grant the request',
    'refuse-request': 'Refuse the request',
    'agree-indefinite': 'Record an indefinite contract',
    advance: 'Record the advancement to the higher grade',
    end: 'End the contract',
    'take-back': 'Take the last step back',
  } satisfies Record<ContractAction, string>,
  done: {
    'confirm-probation': 'Confirmed after probation',
    'extend-probation': 'Probation extended',
    'set-length': 'Length of the contract entered',
    'propose-renewal': 'Renewal proposed',
    'agree-renewal': 'Renewal agreed',
    'decline-renewal': 'Not renewed',
    request: 'Indefinite contract asked for',
    'grant-request': 'Indefinite contract granted',
    'refuse-request': 'Indefinite contract refused',
    'agree-indefinite': 'Indefinite contract agreed',
    advance: 'Advanced to the higher grade',
    end: 'Contract ended',
    'take-back': 'Last step taken back',
  } satisfies Record<ContractAction, string>,
  notes: {
    'confirm-probation': 'The probation is over, and the contract goes on.',
    'extend-probation': 'By exception alone: say why, and until when.',
    'set-length': 'No clause gives serving staff a length. Enter what their regulations give, and on what it rests.',
    'propose-renewal': 'Says that the organisation means to renew. What is agreed is recorded later.',
    'agree-renewal': 'Records what was agreed, within the rules. All dates follow from it.',
    'decline-renewal': 'The contract ends on its day.',
    request: 'For a request that came on paper. What counts is the day on which it reached the organisation.',
    'grant-request': 'A request, not a right: the organisation decides, and says why.',
    'refuse-request': 'A request, not a right: the organisation decides, and says why.',
    'agree-indefinite': 'No request is needed where the clause lets an indefinite contract follow.',
    advance: 'It is not automatic. Before the normal day it needs a reason, and it is never before the earliest.',
    end: 'Says on which day service ends, and why.',
    'take-back': 'For what was entered by mistake. It stays in the list, and counts no more.',
  } satisfies Record<ContractAction, string>,
  grounds: {
    'end-of-term': 'End of its term',
    resignation: 'Resignation',
    probation: 'Not confirmed after probation',
    secondment: 'End of the secondment',
    other: 'Another reason',
  } satisfies Record<Ground, string>,
  ground: 'Why it ends',
  lastDayOfTerm: 'At the end of its term, the last day follows by itself.',
  newEnd: 'New end of probation',
  receivedOn: 'Day on which it reached the organisation',
  fromDay: 'First day of the indefinite contract',
  advancedFrom: 'First day at the higher grade',
  endDay: 'Last day',
  length: 'Has the contract an end?',
  lengths: { definite: 'Yes, on this day', indefinite: 'No, it is indefinite' },
  months: 'Months of the renewal',
  monthsOptional: 'Months meant',
  mostMonths: (most: string) => `Up to ${most} months.`,
  follows: (day: string) => `By the clause it begins on ${day}.`,
  authority: 'National authority that agreed',
  agreedOn: 'Day of its agreement',
  reason: 'Reason',
  basis: 'On what it rests',
  reasonHint:
    'The person reads it. It stands in the record under your name, and auditors read it: write nothing about anybody’s health.',
  reasonOptional: 'Reason, where the day is not the usual one',
  confirm: 'This is meant, and the person knows it',
  toConfirm: 'Read this before it is recorded',
  admissible: (day: string) => `The request reached us on ${day}, in its time.`,
  notAdmissible: 'By the rules this request cannot be granted.',
  save: 'Record',
  recorded: 'Recorded. The person is told.',
  changedMeanwhile: 'Another step was taken meanwhile. Here is how the contract stands now.',
  stepsMade: {
    months: (length: string) => `For ${length}`,
    day: (day: string) => `Day: ${day}`,
    noEnd: 'No end',
    agreed: (authority: string, day: string) => `${authority} agreed on ${day}`,
  },
  feed: {
    title: 'Contract dates in your calendar',
    note: 'An address of your own, at which your calendar program fetches the dates of all contracts that you may see. It tells numbers and no names. Whoever knows it reads them: give it to nobody.',
    none: 'You have no address yet.',
    madeOn: (day: string) => `Your address was made on ${day}. It was shown once and is not kept.`,
    make: 'Make an address',
    renew: 'Make a new address',
    renewNote: 'The address of before stops working at once.',
    remove: 'Remove the address',
    address: 'Your address',
    copy: 'Copy it into your calendar program now: it is shown this once.',
    removed: 'The address is removed.',
    calendar: (organisation: string) => `Contracts · ${organisation}`,
  },
  event: (what: string, reference: string, number: string) => `${what} (${reference}, ${number})`,
  ownCalendar: (organisation: string) => `Your contract · ${organisation}`,
  message: {
    subject: (what: string) => `Your contract: ${what.toLowerCase()}`,
    body: 'Something was recorded of your contract. Its page, under your application, shows what was decided and why, and the dates that follow.',
  },
  officeMail: {
    subject: 'A request for an indefinite contract waits',
    text: 'Somebody asks for an indefinite contract. The list of contracts shows who.',
  },
  reminderMail: {
    subject: 'Dates of contracts',
    one: '{n} contract has a date that is coming up and on which your office acts.',
    other: '{n} contracts have a date that is coming up and on which your office acts.',
  },
  ownMail: {
    subject: 'A date of your contract',
    text: 'A last day for something that you may ask for is coming up. The page of your contract says which.',
  },
  mine: {
    title: 'Your contract',
    back: 'Back to your application',
    link: 'See your contract and its dates',
    none: 'There is no contract here yet',
    noneNote: 'Once you are appointed, the dates of your contract stand here.',
    note: 'These dates follow from the offer that you accepted, from the rules, and from what was decided since.',
    ask: 'Ask for an indefinite contract',
    askNote:
      'You may ask; whether it is granted the organisation decides. What counts is when your request reaches us.',
    between: (from: string, to: string) => `You may ask from ${from} to ${to}, both included.`,
    words: 'Anything that the office should know',
    askButton: 'Send the request',
    asked: 'Your request has reached us. You will be told here what is decided.',
    waits: (day: string) => `Your request of ${day} waits for an answer.`,
    days: {
      'first-day': 'You begin',
      'probation-ends': 'Your probation ends',
      'earliest-advancement': 'You may advance to the higher grade at the earliest, by exception',
      advancement: 'You may normally advance to the higher grade from',
      'propose-renewal': 'Until then the organisation says whether it proposes a renewal',
      'contract-ends': 'Your contract ends',
      'request-from': 'You may ask for an indefinite contract from',
      'request-until': 'You may ask for an indefinite contract until',
      'renewal-ends': 'Your renewed contract ends',
      'secondment-ends': 'Your secondment ends at the latest',
      'latest-end': 'Your service in this post ends at the latest, without an indefinite contract',
      'indefinite-from': 'Your indefinite contract begins',
      'service-ends': 'Your last day',
    } satisfies Record<ContractDayKind, string>,
  },
};

type Texts = typeof EN;

const FR: Texts = {
  title: 'Contrats',
  lede: 'Toutes les personnes nommées, avec la prochaine échéance de leur contrat et qui doit agir.',
  none: 'Personne n’est encore nommé',
  noneNote: 'Une personne figure ici dès qu’elle est nommée sur la base d’une offre qu’elle a acceptée.',
  nothingFound: 'Aucun contrat ne correspond',
  nothingFoundNote: 'Choisissez une durée plus longue, ou cherchez un autre nom ou numéro.',
  search: 'Nom, candidature ou avis',
  within: 'Échéance d’ici',
  whenever: 'Sans limite',
  find: 'Afficher',
  count: { one: '{n} contrat', other: '{n} contrats' },
  person: 'Personne',
  post: 'Poste',
  next: 'Prochaine échéance',
  nothingNext: 'Aucune échéance',
  nextOn: (day, what) => `${day} : ${what}`,
  acts: 'Qui agit',
  lastDay: 'Dernier jour',
  indefinite: 'Aucun : contrat d’une durée indéterminée',
  notEntered: 'Pas encore saisi',
  overdue: 'En retard',
  yourCalendar: 'Suivre ces échéances dans votre agenda',
  waiting: {
    length: 'La durée du contrat est à saisir',
    request: 'Une demande de contrat d’une durée indéterminée attend une réponse',
  },
  thePerson: 'La personne',
  contractTitle: (number, reference) => `Contrat ${number} · ${reference}`,
  back: 'Contrats',
  backToContract: 'Retour au contrat',
  toAppointment: 'Voir la nomination',
  link: 'Voir le contrat et ses échéances',
  grade: 'Grade',
  noGrade: 'Aucun',
  clause: 'Clause contractuelle',
  kind: 'Situation de la personne',
  firstDay: 'Premier jour',
  dates: 'Échéances',
  day: 'Jour',
  what: 'Objet',
  state: 'État',
  states: {
    settled: 'Réglé',
    open: 'Ouvert',
    overdue: 'En retard',
    told: 'Pour information',
    ifRenewed: 'Seulement si renouvelé',
  },
  byTheRules: 'Ce que donnent les règles',
  download: 'Télécharger ces échéances pour un agenda (.ics)',
  steps: 'Ce qui a été décidé',
  noSteps: 'Rien n’a encore été décidé.',
  byOn: (name, day) => `${name}, ${day}`,
  takenBack: 'Annulé',
  possible: 'Étapes',
  nothingPossible: 'Aucune étape n’est possible actuellement.',
  days: {
    'first-day': 'Premier jour dans le poste',
    'probation-ends': 'Fin de la période probatoire',
    'earliest-advancement': 'Accès au grade supérieur au plus tôt, avec la réduction la plus longue',
    advancement: 'Accès au grade supérieur normalement possible à compter du',
    'propose-renewal': 'Dernier jour pour proposer un renouvellement',
    'contract-ends': 'Fin du contrat',
    'request-from': 'Premier jour pour demander un contrat d’une durée indéterminée',
    'request-until': 'Dernier jour pour demander un contrat d’une durée indéterminée',
    'renewal-ends': 'Fin du renouvellement',
    'secondment-ends': 'Fin du détachement au plus tard',
    'latest-end': 'Fin du service dans le poste au plus tard',
    'indefinite-from': 'Contrat d’une durée indéterminée à compter du',
    'service-ends': 'Fin du service',
  },
  actions: {
    'confirm-probation': 'Confirmer à l’issue de la période probatoire',
    'extend-probation': 'Prolonger la période probatoire',
    'set-length': 'Saisir la durée du contrat',
    'propose-renewal': 'Proposer un renouvellement',
    'agree-renewal': 'Consigner un renouvellement',
    'decline-renewal': 'Consigner l’absence de renouvellement',
    request: 'Consigner une demande de contrat d’une durée indéterminée',
    'grant-request': 'Accepter la demande',
    'refuse-request': 'Refuser la demande',
    'agree-indefinite': 'Consigner un contrat d’une durée indéterminée',
    advance: 'Consigner l’accès au grade supérieur',
    end: 'Mettre fin au contrat',
    'take-back': 'Annuler la dernière étape',
  },
  done: {
    'confirm-probation': 'Confirmation à l’issue de la période probatoire',
    'extend-probation': 'Période probatoire prolongée',
    'set-length': 'Durée du contrat saisie',
    'propose-renewal': 'Renouvellement proposé',
    'agree-renewal': 'Renouvellement convenu',
    'decline-renewal': 'Contrat non renouvelé',
    request: 'Contrat d’une durée indéterminée demandé',
    'grant-request': 'Contrat d’une durée indéterminée accordé',
    'refuse-request': 'Contrat d’une durée indéterminée refusé',
    'agree-indefinite': 'Contrat d’une durée indéterminée convenu',
    advance: 'Accès au grade supérieur',
    end: 'Fin du contrat',
    'take-back': 'Dernière étape annulée',
  },
  notes: {
    'confirm-probation': 'La période probatoire est terminée, et le contrat se poursuit.',
    'extend-probation': 'À titre exceptionnel seulement : dites pourquoi et jusqu’à quand.',
    'set-length':
      'Aucune clause ne donne de durée au personnel en fonction. Saisissez ce que prévoit son règlement, et sur quoi cela se fonde.',
    'propose-renewal':
      'Indique que l’organisation entend renouveler le contrat. Ce qui est convenu est consigné plus tard.',
    'agree-renewal': 'Consigne ce qui a été convenu, dans les limites des règles. Toutes les échéances en découlent.',
    'decline-renewal': 'Le contrat prend fin au jour prévu.',
    request: 'Pour une demande reçue sur papier. C’est le jour de sa réception par l’organisation qui compte.',
    'grant-request': 'Une demande, non un droit : l’organisation décide et dit pourquoi.',
    'refuse-request': 'Une demande, non un droit : l’organisation décide et dit pourquoi.',
    'agree-indefinite':
      'Aucune demande n’est nécessaire lorsque la clause permet qu’un contrat d’une durée indéterminée fasse suite.',
    advance:
      'Il n’est pas automatique. Avant le jour normal il faut un motif, et il n’intervient jamais avant le premier jour possible.',
    end: 'Indique quel jour le service prend fin, et pourquoi.',
    'take-back': 'Pour ce qui a été saisi par erreur. L’étape reste dans la liste et ne compte plus.',
  },
  grounds: {
    'end-of-term': 'Arrivée à terme',
    resignation: 'Démission',
    probation: 'Pas de confirmation à l’issue de la période probatoire',
    secondment: 'Fin du détachement',
    other: 'Autre motif',
  },
  ground: 'Pourquoi il prend fin',
  lastDayOfTerm: 'À l’arrivée à terme, le dernier jour en découle.',
  newEnd: 'Nouvelle fin de la période probatoire',
  receivedOn: 'Jour de sa réception par l’organisation',
  fromDay: 'Premier jour du contrat d’une durée indéterminée',
  advancedFrom: 'Premier jour au grade supérieur',
  endDay: 'Dernier jour',
  length: 'Le contrat a-t-il une fin ?',
  lengths: { definite: 'Oui, ce jour-là', indefinite: 'Non, sa durée est indéterminée' },
  months: 'Durée du renouvellement en mois',
  monthsOptional: 'Durée envisagée en mois',
  mostMonths: (most) => `${most} mois au plus.`,
  follows: (day) => `Selon la clause, il commence le ${day}.`,
  authority: 'Autorité nationale qui a donné son accord',
  agreedOn: 'Jour de son accord',
  reason: 'Motif',
  basis: 'Sur quoi cela se fonde',
  reasonHint:
    'La personne le lit. Il figure au dossier sous votre nom, et les auditeurs et auditrices le lisent : n’y écrire rien sur la santé de quiconque.',
  reasonOptional: 'Motif, si le jour n’est pas le jour habituel',
  confirm: 'C’est bien voulu, et la personne le sait',
  toConfirm: 'À lire avant de consigner',
  admissible: (day) => `La demande nous est parvenue le ${day}, dans les délais.`,
  notAdmissible: 'Selon les règles, cette demande ne peut pas être acceptée.',
  save: 'Consigner',
  recorded: 'Consigné. La personne en est informée.',
  changedMeanwhile: 'Une autre étape a été franchie entre-temps. Voici l’état actuel du contrat.',
  stepsMade: {
    months: (length) => `Durée : ${length}`,
    day: (day) => `Jour : ${day}`,
    noEnd: 'Sans fin',
    agreed: (authority, day) => `Accord donné le ${day} : ${authority}`,
  },
  feed: {
    title: 'Les échéances des contrats dans votre agenda',
    note: 'Une adresse qui vous est propre, à laquelle votre logiciel d’agenda relève les échéances de tous les contrats que vous pouvez voir. Elle donne des numéros et aucun nom. Quiconque la connaît les lit : ne la donnez à personne.',
    none: 'Vous n’avez pas encore d’adresse.',
    madeOn: (day) => `Votre adresse a été créée le ${day}. Elle a été affichée une seule fois et n’est pas conservée.`,
    make: 'Créer une adresse',
    renew: 'Créer une nouvelle adresse',
    renewNote: 'L’adresse précédente cesse aussitôt de fonctionner.',
    remove: 'Supprimer l’adresse',
    address: 'Votre adresse',
    copy: 'Copiez-la maintenant dans votre logiciel d’agenda : elle n’est affichée que cette fois.',
    removed: 'L’adresse est supprimée.',
    calendar: (organisation) => `Contrats · ${organisation}`,
  },
  event: (what, reference, number) => `${what} (${reference}, ${number})`,
  ownCalendar: (organisation) => `Votre contrat · ${organisation}`,
  message: {
    subject: (what) => `Votre contrat : ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    body: 'Un élément a été consigné au sujet de votre contrat. Sa page, sous votre candidature, indique ce qui a été décidé et pourquoi, ainsi que les échéances qui en découlent.',
  },
  officeMail: {
    subject: 'Une demande de contrat d’une durée indéterminée est en attente',
    text: 'Une personne demande un contrat d’une durée indéterminée. La liste des contrats indique de qui il s’agit.',
  },
  reminderMail: {
    subject: 'Échéances de contrats',
    one: '{n} contrat a une échéance proche pour laquelle votre service agit.',
    other: '{n} contrats ont une échéance proche pour laquelle votre service agit.',
  },
  ownMail: {
    subject: 'Une échéance de votre contrat',
    text: 'Le dernier jour pour une demande que vous pouvez faire approche. La page de votre contrat indique laquelle.',
  },
  mine: {
    title: 'Votre contrat',
    back: 'Retour à votre candidature',
    link: 'Voir votre contrat et ses échéances',
    none: 'Il n’y a pas encore de contrat ici',
    noneNote: 'Une fois que vous êtes nommé(e), les échéances de votre contrat figurent ici.',
    note: 'Ces échéances découlent de l’offre que vous avez acceptée, des règles et de ce qui a été décidé depuis.',
    ask: 'Demander un contrat d’une durée indéterminée',
    askNote:
      'Vous pouvez le demander ; l’organisation décide de l’accorder ou non. C’est le moment où votre demande nous parvient qui compte.',
    between: (from, to) => `Vous pouvez le demander du ${from} au ${to} inclus.`,
    words: 'Ce que le service devrait savoir',
    askButton: 'Envoyer la demande',
    asked: 'Votre demande nous est parvenue. Ce qui sera décidé vous sera communiqué ici.',
    waits: (day) => `Votre demande du ${day} attend une réponse.`,
    days: {
      'first-day': 'Vous prenez vos fonctions',
      'probation-ends': 'Votre période probatoire prend fin',
      'earliest-advancement': 'Vous pouvez accéder au grade supérieur au plus tôt, à titre exceptionnel',
      advancement: 'Vous pouvez normalement accéder au grade supérieur à compter du',
      'propose-renewal': 'D’ici là, l’organisation dit si elle propose un renouvellement',
      'contract-ends': 'Votre contrat prend fin',
      'request-from': 'Vous pouvez demander un contrat d’une durée indéterminée à compter du',
      'request-until': 'Vous pouvez demander un contrat d’une durée indéterminée jusqu’au',
      'renewal-ends': 'Votre contrat renouvelé prend fin',
      'secondment-ends': 'Votre détachement prend fin au plus tard',
      'latest-end': 'Votre service dans ce poste prend fin au plus tard, sans contrat d’une durée indéterminée',
      'indefinite-from': 'Votre contrat d’une durée indéterminée commence',
      'service-ends': 'Votre dernier jour',
    },
  },
};

export const CONTRACT_TEXTS: Localized<Texts> = { en: EN, fr: FR };

type Told = { field: string; message: string };

/** Why a step was refused, at the field where it can be mended. */
export function explainStep(refusal: StepRefusal, language: Language): Told {
  const say = (field: string, told: Localized): Told => ({ field, message: told[language] });
  switch (refusal.kind) {
    case 'not-possible':
      return say('', {
        en: 'This step cannot be taken on the contract as it stands.',
        fr: 'Cette étape n’est pas possible dans l’état actuel du contrat.',
      });
    case 'reason-missing':
      return say('reason', { en: 'Say why', fr: 'Dites pourquoi' });
    case 'reason-too-long':
      return say('reason', { en: 'Say it in fewer words', fr: 'Dites-le en moins de mots' });
    case 'months-missing':
      return say('months', {
        en: 'Give the length of the renewal in whole months',
        fr: 'Indiquez la durée du renouvellement en mois entiers',
      });
    case 'day-missing':
      return say('day', { en: 'Give a day that exists', fr: 'Indiquez un jour qui existe' });
    case 'day-too-early':
      return say('day', {
        en: `Give a day from ${formatDate(refusal.bound, 'en')} on`,
        fr: `Indiquez un jour à compter du ${formatDate(refusal.bound, 'fr')}`,
      });
    case 'day-too-late':
      return say('day', {
        en: `Give a day up to ${formatDate(refusal.bound, 'en')}`,
        fr: `Indiquez un jour jusqu’au ${formatDate(refusal.bound, 'fr')}`,
      });
    case 'ground-missing':
      return say('ground', { en: 'Choose why it ends', fr: 'Choisissez pourquoi il prend fin' });
    case 'length-missing':
      return say('length', {
        en: 'Choose whether the contract has an end',
        fr: 'Choisissez si le contrat a une fin',
      });
    case 'no-such-renewal':
      return say('months', explainTerms(refusal.refusal).told);
    case 'agreement-missing':
      return say('authority', {
        en: 'Say which national authority agreed, and on which day: without it nobody who is seconded is renewed',
        fr: 'Indiquez quelle autorité nationale a donné son accord, et quel jour : sans lui aucun détachement n’est renouvelé',
      });
    case 'agreement-to-come':
      return say('agreed', {
        en: 'Give a day that has come: an agreement is recorded once it is given',
        fr: 'Indiquez un jour passé : un accord est consigné une fois donné',
      });
    case 'to-confirm':
      return say('confirmed', {
        en: refusal.warnings.map((warning) => explainContractWarning(warning).en).join(' '),
        fr: refusal.warnings.map((warning) => explainContractWarning(warning).fr).join(' '),
      });
    case 'not-admissible':
      return say('', explainConversionRefusal(refusal.refusal));
    case 'not-renewed':
      return say('', {
        en: 'An indefinite contract is asked for during the renewal, and no renewal was agreed.',
        fr: 'Un contrat d’une durée indéterminée se demande pendant le renouvellement, et aucun renouvellement n’a été convenu.',
      });
    default:
      return assertNever(refusal);
  }
}
