import type { Localized } from '../../platform/language.ts';

type Texts = Record<
  | 'title'
  | 'lede'
  | 'verify'
  | 'email'
  | 'emailHint'
  | 'unknown'
  | 'until'
  | 'untilHint'
  | 'untilInvalid'
  | 'reason'
  | 'reasonHint'
  | 'reasonMissing'
  | 'button'
  | 'list'
  | 'none'
  | 'name'
  | 'foundBy'
  | 'person'
  | 'provider'
  | 'validUntil'
  | 'action'
  | 'end'
  | 'verified'
  | 'ended',
  string
>;

export const SERVING_STAFF_TEXTS: Localized<Texts> = {
  en: {
    title: 'Serving staff',
    lede: 'Who is serving staff sees internal vacancies and applies by the internal portal. Whoever signs in by the organisation’s own provider is verified by their group; anybody else by you.',
    verify: 'Verify somebody',
    email: 'E-mail address of their account',
    emailHint: 'The person creates the account first, and confirms the address',
    unknown: 'There is no confirmed account with this address. Ask the person to create one',
    until: 'Serving until',
    untilHint:
      'The last day, such as 31/12/2027: the end of the contract, or when you want to look again; at most three years ahead',
    untilInvalid: 'Enter a day to come, at most three years ahead, such as 31/12/2027',
    reason: 'How you verified it',
    reasonHint:
      'Such as “personnel file seen”. Other members of staff with this task read it, and the person in their own data',
    reasonMissing: 'Enter how you verified it, in at most 500 characters',
    button: 'Verify as serving staff',
    list: 'Verified now',
    none: 'Nobody yet.',
    name: 'Name',
    foundBy: 'Verified by',
    person: 'A person',
    provider: 'The organisation’s provider',
    validUntil: 'Until',
    action: 'To end it',
    end: 'End',
    verified: 'The person is verified as serving staff.',
    ended: 'The person is no longer serving staff here.',
  },
  fr: {
    title: 'Personnel en fonction',
    lede: 'Qui fait partie du personnel en fonction voit les postes internes et postule par le portail interne. Qui se connecte par le service de l’organisation est vérifié par son groupe ; les autres, par vous.',
    verify: 'Vérifier une personne',
    email: 'Adresse électronique de son compte',
    emailHint: 'La personne crée d’abord son compte et confirme l’adresse',
    unknown: 'Aucun compte confirmé ne porte cette adresse. Demandez à la personne d’en créer un',
    until: 'En fonction jusqu’au',
    untilHint:
      'Le dernier jour, comme 31/12/2027 : la fin du contrat, ou le jour où vous voulez vérifier de nouveau ; trois ans au plus',
    untilInvalid: 'Saisissez un jour à venir, dans trois ans au plus, comme 31/12/2027',
    reason: 'Comment vous l’avez vérifié',
    reasonHint:
      'Comme « dossier du personnel consulté ». Les autres membres du personnel chargés de cette tâche le lisent, et la personne dans ses propres données',
    reasonMissing: 'Saisissez comment vous l’avez vérifié, en 500 caractères au plus',
    button: 'Vérifier comme personnel en fonction',
    list: 'Vérifiés en ce moment',
    none: 'Personne pour l’instant.',
    name: 'Nom',
    foundBy: 'Vérifié par',
    person: 'Une personne',
    provider: 'Le service de l’organisation',
    validUntil: 'Jusqu’au',
    action: 'Pour y mettre fin',
    end: 'Mettre fin',
    verified: 'La personne est vérifiée comme personnel en fonction.',
    ended: 'La personne ne fait plus partie du personnel en fonction ici.',
  },
};
