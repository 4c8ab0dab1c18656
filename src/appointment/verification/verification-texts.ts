import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { formatDate } from '../../site/dates.ts';
import type { VerificationAction, VerificationRefusal, VerificationState, VerifiedPart } from './verification.ts';

const EN = {
  caption: 'Studies and posts',
  none: 'The application states neither studies nor posts.',
  item: 'Study or post',
  state: 'State',
  told: 'What was said',
  steps: 'Letter and steps',
  letter: 'Letter (PDF)',
  states: {
    'to-ask': 'To be asked',
    asked: 'Asked',
    confirmed: 'Confirmed',
    differs: 'Differs',
    'set-aside': 'Set aside',
  } satisfies Record<VerificationState, string>,
  actions: {
    ask: 'Record a letter',
    confirm: 'Record a confirmation',
    differ: 'Record a different answer',
    'set-aside': 'Set aside',
  } satisfies Record<VerificationAction, string>,
  notes: {
    ask: 'The day on which the letter was sent.',
    confirm: 'What was answered agrees with the application.',
    differ: 'Nothing follows by itself: the person may explain it, and you decide whether it is set aside.',
    'set-aside':
      'For an employer that has closed, a school that does not answer, or a difference that is explained. The reason stands in the record under your name.',
  } satisfies Record<VerificationAction, string>,
  dayOf: {
    ask: 'Sent on',
    confirm: 'Answered on',
    differ: 'Answered on',
    'set-aside': 'Set aside on',
  } satisfies Record<VerificationAction, string>,
  words: {
    ask: 'To whom (if you want to keep it)',
    confirm: 'Who answered (if you want to keep it)',
    differ: 'What differs',
    'set-aside': 'Why',
  } satisfies Record<VerificationAction, string>,
  done: 'Recorded.',
  meanwhile: 'Somebody recorded a step meanwhile. See how far it is; what you typed is kept here.',
  letterTitle: {
    education: 'Confirmation of a qualification',
    experience: 'Confirmation of an employment',
  } satisfies Record<VerifiedPart, string>,
  letterBody: (part: VerifiedPart, person: string, organisation: string) => [
    'Dear Sir or Madam,',
    `${person} has been selected for a post at ${organisation}. The appointment depends on the verification of studies and work experience; ${person} was told of it when applying.`,
    part === 'education'
      ? 'The application states the following of your institution. Please confirm whether it is right, and tell us what is not.'
      : 'The application states the following of your organisation. Please confirm whether it is right, and tell us what is not.',
  ],
  letterEnd:
    'Please send your answer to the office from which this letter came, quoting the number below. We ask for nothing else about this person, and use your answer for this purpose alone.',
  letterReference: 'Number',
};

type Texts = typeof EN;

const FR: Texts = {
  caption: 'Études et emplois',
  none: 'La candidature n’indique ni études ni emplois.',
  item: 'Diplôme ou emploi',
  state: 'État',
  told: 'Ce qui a été dit',
  steps: 'Lettre et étapes',
  letter: 'Lettre (PDF)',
  states: {
    'to-ask': 'À demander',
    asked: 'Demandé',
    confirmed: 'Confirmé',
    differs: 'Différent',
    'set-aside': 'Écarté',
  },
  actions: {
    ask: 'Consigner une lettre',
    confirm: 'Consigner une confirmation',
    differ: 'Consigner une réponse différente',
    'set-aside': 'Écarter',
  },
  notes: {
    ask: 'Le jour où la lettre a été envoyée.',
    confirm: 'La réponse concorde avec la candidature.',
    differ:
      'Rien n’en découle automatiquement : la personne peut s’expliquer, et vous décidez si la différence est écartée.',
    'set-aside':
      'Pour un employeur qui n’existe plus, un établissement qui ne répond pas ou une différence expliquée. Le motif figure au dossier sous votre nom.',
  },
  dayOf: {
    ask: 'Envoyée le',
    confirm: 'Réponse du',
    differ: 'Réponse du',
    'set-aside': 'Écarté le',
  },
  words: {
    ask: 'À qui (si vous souhaitez le conserver)',
    confirm: 'Qui a répondu (si vous souhaitez le conserver)',
    differ: 'Ce qui diffère',
    'set-aside': 'Motif',
  },
  done: 'Consigné.',
  meanwhile: 'Une étape a été consignée entre-temps. Voyez où cela en est ; votre saisie est conservée ici.',
  letterTitle: {
    education: 'Confirmation d’un diplôme',
    experience: 'Confirmation d’un emploi',
  },
  letterBody: (part, person, organisation) => [
    'Madame, Monsieur,',
    `${person} a été retenue ou retenu pour un poste au sein de l’organisation suivante : ${organisation}. La nomination dépend de la vérification des études et de l’expérience professionnelle ; ${person} en a été informée ou informé au moment de postuler.`,
    part === 'education'
      ? 'La candidature indique ce qui suit au sujet de votre établissement. Nous vous prions de confirmer que ces indications sont exactes et de nous signaler celles qui ne le sont pas.'
      : 'La candidature indique ce qui suit au sujet de votre organisme. Nous vous prions de confirmer que ces indications sont exactes et de nous signaler celles qui ne le sont pas.',
  ],
  letterEnd:
    'Veuillez adresser votre réponse au service dont émane cette lettre, en rappelant le numéro ci-dessous. Nous ne demandons rien d’autre au sujet de cette personne et n’utilisons votre réponse qu’à cette fin.',
  letterReference: 'Numéro',
};

export const VERIFICATION_TEXTS: Localized<Texts> = { en: EN, fr: FR };

/** Why a step on a study or a post was refused, and what to do. */
export function explainVerification(refusal: VerificationRefusal): Localized {
  const day = (civil: string, language: Language) => formatDate(civil, language);
  switch (refusal.kind) {
    case 'illegal-move':
      return {
        en: 'This step cannot be taken from where it stands now. See how far it is, and choose again.',
        fr: 'Cette étape n’est pas possible dans l’état actuel. Voyez où cela en est et choisissez de nouveau.',
      };
    case 'date-missing':
      return { en: 'Enter a day that exists', fr: 'Indiquez un jour qui existe' };
    case 'date-ahead':
      return {
        en: `Enter a day that is not ahead: today is ${day(refusal.today, 'en')}`,
        fr: `Indiquez un jour qui n’est pas à venir : nous sommes le ${day(refusal.today, 'fr')}`,
      };
    case 'date-before':
      return {
        en: `Enter a day on or after ${day(refusal.last, 'en')}, that of the step before`,
        fr: `Indiquez le ${day(refusal.last, 'fr')}, jour de l’étape précédente, ou un jour ultérieur`,
      };
    case 'words-missing':
      return { en: 'Say it in words', fr: 'Dites-le en quelques mots' };
    case 'too-long':
      return { en: 'Shorten it to 1,000 characters', fr: 'Ramenez le texte à 1\u202f000 caractères' };
    default:
      return assertNever(refusal);
  }
}
