import type { Localized } from '../../platform/language.ts';
import type { HandOverField } from '../../regulations/organisation/hand-over-schema.ts';

type FieldTexts = { name: Localized; meaning: Localized };

/** What each field of the record is called, and what it means to whoever receives it. */
export const FIELD_TEXTS: Record<HandOverField, FieldTexts> = {
  applicationNumber: {
    name: { en: 'number of the application', fr: 'numéro de la candidature' },
    meaning: {
      en: 'Names the appointment, together with the vacancy, in all that is handed over about it.',
      fr: 'Désigne la nomination, avec la vacance, dans tout ce qui est transmis à son sujet.',
    },
  },
  vacancyReference: {
    name: { en: 'reference of the vacancy', fr: 'référence de la vacance' },
    meaning: {
      en: 'The vacancy whose post is filled: the one applied for, or a similar one that was accepted.',
      fr: 'La vacance dont le poste est pourvu : celle à laquelle la personne s’est portée candidate, ou une vacance analogue qu’elle a acceptée.',
    },
  },
  postTitle: {
    name: { en: 'title of the post', fr: 'intitulé du poste' },
    meaning: {
      en: 'By language (ISO 639-1), as far as the notice has it.',
      fr: 'Par langue (ISO 639-1), dans les langues de l’avis.',
    },
  },
  grade: {
    name: { en: 'grade', fr: 'grade' },
    meaning: {
      en: 'The grade of the appointment; null where the post is graded by no scale.',
      fr: 'Le grade de la nomination ; null si le poste ne relève d’aucune grille.',
    },
  },
  higherGrade: {
    name: { en: 'higher grade', fr: 'grade supérieur' },
    meaning: {
      en: 'The higher of two grades of the post, to which an advancement is possible; null without one.',
      fr: 'Le grade supérieur d’un poste à deux grades, auquel un avancement est possible ; null s’il n’y en a pas.',
    },
  },
  advancementFrom: {
    name: { en: 'advancement not before', fr: 'avancement au plus tôt' },
    meaning: {
      en: 'Before this day nobody normally advances to the higher grade; null without one.',
      fr: 'Avant ce jour, il n’y a en principe pas d’avancement au grade supérieur ; null s’il n’y en a pas.',
    },
  },
  step: {
    name: { en: 'step', fr: 'échelon' },
    meaning: {
      en: 'The step of the grade at which the appointment is made.',
      fr: 'L’échelon du grade auquel la nomination est faite.',
    },
  },
  salaryMinor: {
    name: { en: 'basic salary', fr: 'traitement de base' },
    meaning: {
      en: 'In minor units of the currency (cents), for the period; null where the scale gives none.',
      fr: 'En unités mineures de la monnaie (centimes), pour la période ; null si la grille n’en donne pas.',
    },
  },
  salaryCurrency: {
    name: { en: 'currency', fr: 'monnaie' },
    meaning: { en: 'Of the basic salary, ISO 4217.', fr: 'Celle du traitement de base, ISO 4217.' },
  },
  salaryPeriod: {
    name: { en: 'period of the salary', fr: 'période du traitement' },
    meaning: { en: 'What the basic salary is paid for.', fr: 'Ce que rémunère le traitement de base.' },
  },
  contractClause: {
    name: { en: 'contract clause', fr: 'clause contractuelle' },
    meaning: { en: 'Its code in the organisation’s rules.', fr: 'Son code dans les règles de l’organisation.' },
  },
  contractClauseName: {
    name: { en: 'name of the contract clause', fr: 'nom de la clause contractuelle' },
    meaning: { en: 'By language (ISO 639-1).', fr: 'Par langue (ISO 639-1).' },
  },
  personKind: {
    name: { en: 'under which rules', fr: 'règles applicables' },
    meaning: {
      en: 'Whether the person comes from outside, is seconded by a national authority, or serves already.',
      fr: 'Si la personne vient de l’extérieur, est détachée par une autorité nationale ou est déjà en fonction.',
    },
  },
  secondmentAuthority: {
    name: { en: 'seconding authority', fr: 'autorité de détachement' },
    meaning: {
      en: 'Who agreed to a secondment; null without one.',
      fr: 'Qui a donné son accord à un détachement ; null sans détachement.',
    },
  },
  secondmentAgreedOn: {
    name: { en: 'secondment agreed on', fr: 'accord de détachement du' },
    meaning: { en: 'The day of that agreement.', fr: 'Le jour de cet accord.' },
  },
  appointedOn: {
    name: { en: 'appointed on', fr: 'nomination du' },
    meaning: {
      en: 'The day on which the appointment was made, where the post is.',
      fr: 'Le jour où la nomination a été faite, au lieu du poste.',
    },
  },
  startsOn: {
    name: { en: 'first day', fr: 'premier jour' },
    meaning: { en: 'The first day in the post.', fr: 'Le premier jour dans le poste.' },
  },
  probationEndsOn: {
    name: { en: 'end of probation', fr: 'fin du stage' },
    meaning: { en: 'Its last day; null without a probation.', fr: 'Son dernier jour ; null s’il n’y a pas de stage.' },
  },
  contractEndsOn: {
    name: { en: 'end of the contract', fr: 'fin du contrat' },
    meaning: {
      en: 'The last day of the contract as it stands; null where the clause gives no length.',
      fr: 'Le dernier jour du contrat en cours ; null si la clause ne donne pas de durée.',
    },
  },
  latestEndOn: {
    name: { en: 'latest end', fr: 'fin au plus tard' },
    meaning: {
      en: 'The last day that the clause allows with a renewal; null where it sets none.',
      fr: 'Le dernier jour que la clause permet avec un renouvellement ; null si elle n’en fixe pas.',
    },
  },
  endedOn: {
    name: { en: 'ended on', fr: 'fin de la nomination' },
    meaning: {
      en: 'The day on which the appointment was ended; null while it stands.',
      fr: 'Le jour où il a été mis fin à la nomination ; null tant qu’elle vaut.',
    },
  },
  givenNames: {
    name: { en: 'given names', fr: 'prénoms' },
    meaning: { en: 'As in the application.', fr: 'Ceux de la candidature.' },
  },
  familyName: {
    name: { en: 'family name', fr: 'nom de famille' },
    meaning: { en: 'As in the application.', fr: 'Celui de la candidature.' },
  },
  bornOn: {
    name: { en: 'date of birth', fr: 'date de naissance' },
    meaning: {
      en: 'As the offer rests on it; null where nothing of the offer depends on an age.',
      fr: 'Celle sur laquelle repose l’offre ; null si rien dans l’offre ne dépend d’un âge.',
    },
  },
  nationalities: {
    name: { en: 'nationalities', fr: 'nationalités' },
    meaning: { en: 'ISO 3166-1 alpha-2, as in the application.', fr: 'ISO 3166-1 alpha-2, celles de la candidature.' },
  },
  email: {
    name: { en: 'e-mail address', fr: 'adresse électronique' },
    meaning: { en: 'Of the person’s account.', fr: 'Celle du compte de la personne.' },
  },
  dutyCountry: {
    name: { en: 'country of duty', fr: 'pays d’affectation' },
    meaning: { en: 'ISO 3166-1 alpha-2.', fr: 'ISO 3166-1 alpha-2.' },
  },
  dutyCity: {
    name: { en: 'place of duty', fr: 'lieu d’affectation' },
    meaning: { en: 'As the notice names it.', fr: 'Tel que l’avis le nomme.' },
  },
  clearanceLevel: {
    name: { en: 'level of the clearance', fr: 'niveau de l’habilitation' },
    meaning: {
      en: 'The outcome alone; null where none was asked for, or it was not met.',
      fr: 'Le résultat seul ; null si aucune n’a été demandée, ou si elle n’est pas remplie.',
    },
  },
  clearanceValidUntil: {
    name: { en: 'clearance valid until', fr: 'habilitation valable jusqu’au' },
    meaning: { en: 'Null where it was given without an end.', fr: 'Null si elle a été donnée sans date de fin.' },
  },
  offerSha256: {
    name: { en: 'fingerprint of the offer', fr: 'empreinte de l’offre' },
    meaning: {
      en: 'SHA-256 of what the person accepted, in hexadecimal.',
      fr: 'SHA-256 de ce que la personne a accepté, en hexadécimal.',
    },
  },
};
