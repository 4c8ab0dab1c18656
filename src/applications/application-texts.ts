import type { Localized, Language } from '../platform/language.ts';
import { assertNever } from '../platform/result.ts';
import { explainAudience } from './eligibility/audience-texts.ts';
import { explainClearance } from '../regulations/eligibility/clearance-texts.ts';
import { explainNationality } from '../regulations/regulations-texts.ts';
import { formatInstant } from '../site/dates.ts';
import { languageName } from '../site/language-name.ts';
import { formatNumber, plural } from '../site/numbers.ts';
import type { ApplicationStatus, NotOpen, Standing } from './application.ts';
import type { StepName } from './answers.ts';
import { explainAnswer } from './questions/question-texts.ts';
import { CAREER_TEXTS, explainEntry, STEP_TITLES } from './career/career-texts.ts';
import { NOT_SAVED } from './discarding/discard-texts.ts';
import { explainClearanceGap } from './eligibility/clearance-texts.ts';
import type { GapProblem, Step } from './drafting/steps.ts';
import type { SubmissionRefusal } from './submission/submission.ts';

type Field = { label: string; hint?: string };

export type ApplicationTexts = {
  myApplications: string;
  none: string;
  howToBegin: string;
  toVacancies: string;
  number: string;
  vacancy: string;
  status: string;
  next: string;
  deadline: string;
  localTime: string;
  applicationFor: string;
  untitled: string;
  tasks: string;
  tasksHint: string;
  whereItStands: string;
  review: string;
  seeReceipt: string;
  withdraw: string;
  stepStates: Record<Step['state'], string>;
  steps: Record<StepName, string>;
  tracks: { draft: string; submitted: string; screening: string; tests: string; decision: string };
  trackNotes: { screening: string; tests: string; decision: string };
  backToList: string;
  saveAndContinue: string;
  saveAndReturn: string;
  savedOn: string;
  savedAsIs: string;
  savedAsIsNote: string;
  goOn: string;
  changedTitle: string;
  changedNote: string;
  changedCaption: string;
  changedField: string;
  changedSaved: string;
  changedTyped: string;
  nothing: string;
  keepBelow: string;
  takeSaved: string;
  tooLateNote: string;
  noDraftTitle: string;
  noDraftNote: string;
  fields: Record<'givenNames' | 'familyName' | 'residence' | 'telephone', Field>;
  birthDate: { label: string; hint: string };
  nationality: (number: number) => string;
  nationalities: string;
  nationalitiesHint: string;
  rule: string;
  levels: string;
  levelsHint: string;
  levelsScale: { cefr: string; own: string };
  noLevel: string;
  levelIn: (language: string) => string;
  levelsAsked: string;
  requirementsHint: string;
  essential: string;
  essentialNote: string;
  desirable: string;
  desirableNote: string;
  requirement: (number: number) => string;
  desirableNumber: (number: number) => string;
  stray: string;
  strayNote: string;
  declarations: string;
  declarationsHint: string;
  rulesAndSources: string;
};

export const APPLICATION_TEXTS: Localized<ApplicationTexts> = {
  en: {
    myApplications: 'My applications',
    none: 'You have not begun an application yet.',
    howToBegin: 'Choose a vacancy: its page says who may apply and until when, and lets you begin.',
    toVacancies: 'See the open vacancies',
    number: 'Number',
    vacancy: 'Vacancy',
    status: 'Status',
    next: 'What is next',
    deadline: 'Deadline',
    localTime: '{time} for you',
    applicationFor: 'Application for',
    untitled: 'a post without a title',
    tasks: 'What to fill in',
    tasksHint: 'In any order. Everything you type is kept; you can leave and come back.',
    whereItStands: 'Where it stands',
    review: 'Review and submit',
    seeReceipt: 'See the receipt',
    withdraw: 'Withdraw this application',
    stepStates: { 'to-do': 'To do', optional: 'Optional', incomplete: 'Incomplete', done: 'Done' },
    steps: {
      ...STEP_TITLES.en,
      identity: 'Your name and nationality',
      languages: 'Your languages',
      requirements: 'How you meet the requirements',
      questions: 'Questions',
      documents: 'Documents',
      declarations: 'Declarations',
    },
    tracks: {
      draft: 'Filling in',
      submitted: 'Submitted',
      screening: 'Screening',
      tests: 'Tests and interview',
      decision: 'Decision',
    },
    trackNotes: {
      screening: 'People compare each application with the essential requirements of the notice.',
      tests: 'Those who are invited hear of it here and by e-mail.',
      decision: 'You hear of it here and by e-mail, whatever it is.',
    },
    backToList: 'Back to the application',
    saveAndContinue: 'Save and continue',
    saveAndReturn: 'Save and return to the list',
    savedOn: 'Saved {time}',
    savedAsIs: 'Saved as you typed it',
    savedAsIsNote: 'Nothing is lost. Before you can submit, the points below have to be put right.',
    goOn: 'Go on, and come back to this later',
    changedTitle: 'This step was also changed elsewhere',
    changedNote:
      'In another tab or on another device, something else was saved after you opened this page. Nothing is lost: both texts are here. The fields below hold what you just typed; change them as you wish, then keep them, or take what was saved.',
    changedCaption: 'The two texts, side by side',
    changedField: 'Field',
    changedSaved: 'Saved meanwhile',
    changedTyped: 'Just typed here',
    nothing: '(nothing)',
    keepBelow: 'Keep what stands in the fields',
    takeSaved: 'Take what was saved meanwhile',
    tooLateNote: 'The deadline has passed. Your text is kept, but it can no longer be submitted.',
    noDraftTitle: 'This application has been submitted already',
    noDraftNote: 'What you just typed is not part of it. It stands below, so that you can copy it.',
    fields: {
      givenNames: { label: 'Given names', hint: 'As in your passport or identity card.' },
      familyName: { label: 'Family name' },
      residence: { label: 'Country of residence' },
      telephone: { label: 'Telephone', hint: 'With the country code, for example +32 2 555 01 23.' },
    },
    birthDate: {
      label: 'Date of birth',
      hint: 'For example 31 12 1990. It tells you from somebody of the same name, and is hidden from those who assess you.',
    },
    nationality: (number) => (number === 1 ? 'Nationality' : `Nationality ${number}`),
    nationalities: 'Nationalities',
    nationalitiesHint: 'Every one you hold counts; one of a member nation is enough.',
    rule: 'Rule',
    levels: 'Your level in each official language',
    levelsHint: 'Your own estimate; it is tested later.',
    levelsScale: {
      cefr: 'The scale is the Common European Framework of Reference (CEFR).',
      own: 'The scale is the notice’s, not the European framework (CEFR).',
    },
    noLevel: 'None',
    levelIn: (language) => `Level in ${language}`,
    levelsAsked: 'What the notice asks for',
    requirementsHint:
      'Say in your own words how you meet each requirement: what you did, where, when and for how long. A person reads every word.',
    essential: 'Essential requirements',
    essentialNote: 'Each needs an answer.',
    desirable: 'Desirable requirements',
    desirableNote: 'An advantage; leaving one empty never excludes you.',
    requirement: (number) => `Essential requirement ${number}`,
    desirableNumber: (number) => `Desirable requirement ${number}`,
    stray: 'Answers to an earlier wording of the notice',
    strayNote:
      'The notice was corrected after you wrote these. They are kept here for you to copy, and are not part of what you submit.',
    declarations: 'What you declare',
    declarationsHint: 'Tick each one. Your receipt repeats the exact wording.',
    rulesAndSources: 'Where these come from',
  },
  fr: {
    myApplications: 'Mes candidatures',
    none: 'Vous n’avez encore commencé aucune candidature.',
    howToBegin: 'Choisissez un poste : sa page dit qui peut postuler et jusqu’à quand, et permet de commencer.',
    toVacancies: 'Voir les postes à pourvoir',
    number: 'Numéro',
    vacancy: 'Poste',
    status: 'État',
    next: 'La suite',
    deadline: 'Date limite',
    localTime: '{time} chez vous',
    applicationFor: 'Candidature au poste',
    untitled: 'un poste sans intitulé',
    tasks: 'Ce qu’il faut remplir',
    tasksHint: 'Dans n’importe quel ordre. Tout ce que vous saisissez est conservé ; vous pouvez partir et revenir.',
    whereItStands: 'Où elle en est',
    review: 'Relire et soumettre',
    seeReceipt: 'Voir l’accusé de réception',
    withdraw: 'Retirer cette candidature',
    stepStates: { 'to-do': 'À faire', optional: 'Facultatif', incomplete: 'Incomplet', done: 'Fait' },
    steps: {
      ...STEP_TITLES.fr,
      identity: 'Votre nom et votre nationalité',
      languages: 'Vos langues',
      requirements: 'Comment vous répondez aux exigences',
      questions: 'Questions',
      documents: 'Documents',
      declarations: 'Déclarations',
    },
    tracks: {
      draft: 'Rédaction',
      submitted: 'Soumission',
      screening: 'Examen des candidatures',
      tests: 'Épreuves et entretien',
      decision: 'Décision',
    },
    trackNotes: {
      screening: 'Des personnes comparent chaque candidature aux exigences essentielles de l’avis.',
      tests: 'Les personnes invitées en sont informées ici et par courriel.',
      decision: 'Vous en êtes informé(e) ici et par courriel, quelle qu’elle soit.',
    },
    backToList: 'Retour à la candidature',
    saveAndContinue: 'Enregistrer et continuer',
    saveAndReturn: 'Enregistrer et revenir à la liste',
    savedOn: 'Enregistré {time}',
    savedAsIs: 'Enregistré tel que vous l’avez saisi',
    savedAsIsNote: 'Rien n’est perdu. Les points ci-dessous sont à corriger avant de pouvoir soumettre.',
    goOn: 'Poursuivre, et y revenir plus tard',
    changedTitle: 'Cette étape a aussi été modifiée ailleurs',
    changedNote:
      'Dans un autre onglet ou sur un autre appareil, autre chose a été enregistré après l’ouverture de cette page. Rien n’est perdu : les deux textes sont ici. Les champs ci-dessous contiennent ce que vous venez de saisir ; modifiez-les à votre gré, puis conservez-les, ou reprenez ce qui a été enregistré.',
    changedCaption: 'Les deux textes, côte à côte',
    changedField: 'Champ',
    changedSaved: 'Enregistré entre-temps',
    changedTyped: 'Saisi ici à l’instant',
    nothing: '(rien)',
    keepBelow: 'Conserver ce qui figure dans les champs',
    takeSaved: 'Reprendre ce qui a été enregistré',
    tooLateNote: 'La date limite est passée. Votre texte est conservé, mais ne peut plus être soumis.',
    noDraftTitle: 'Cette candidature a déjà été soumise',
    noDraftNote:
      'Ce que vous venez de saisir n’en fait pas partie. Vous le trouverez ci-dessous, afin de pouvoir le copier.',
    fields: {
      givenNames: { label: 'Prénoms', hint: 'Comme sur votre passeport ou votre carte d’identité.' },
      familyName: { label: 'Nom de famille' },
      residence: { label: 'Pays de résidence' },
      telephone: { label: 'Téléphone', hint: 'Avec l’indicatif du pays, par exemple +32 2 555 01 23.' },
    },
    birthDate: {
      label: 'Date de naissance',
      hint: 'Par exemple 31 12 1990. Elle vous distingue d’une personne du même nom ; celles qui vous évaluent ne la voient pas.',
    },
    nationality: (number) => (number === 1 ? 'Nationalité' : `Nationalité ${number}`),
    nationalities: 'Nationalités',
    nationalitiesHint: 'Toutes comptent ; celle d’un seul pays membre suffit.',
    rule: 'Règle',
    levels: 'Votre niveau dans chaque langue officielle',
    levelsHint: 'Votre propre estimation ; elle sera vérifiée plus tard.',
    levelsScale: {
      cefr: 'L’échelle est le Cadre européen commun de référence (CECR).',
      own: 'L’échelle est celle de l’avis, non le cadre européen (CECR).',
    },
    noLevel: 'Aucun',
    levelIn: (language) => `Niveau : ${language}`,
    levelsAsked: 'Ce que demande l’avis',
    requirementsHint:
      'Dites avec vos propres mots comment vous répondez à chaque exigence : ce que vous avez fait, où, quand et pendant combien de temps. Une personne lit chaque mot.',
    essential: 'Acquis essentiels',
    essentialNote: 'Chacun demande une réponse.',
    desirable: 'Acquis souhaitables',
    desirableNote: 'Un atout ; en laisser un sans réponse ne vous exclut jamais.',
    requirement: (number) => `Acquis essentiel ${number}`,
    desirableNumber: (number) => `Acquis souhaitable ${number}`,
    stray: 'Réponses à une rédaction antérieure de l’avis',
    strayNote:
      'L’avis a été corrigé après que vous les avez écrites. Elles sont conservées ici pour que vous puissiez les copier, et ne font pas partie de ce que vous soumettez.',
    declarations: 'Ce que vous déclarez',
    declarationsHint: 'Cochez chacune d’elles. Votre accusé de réception en reprend les termes exacts.',
    rulesAndSources: 'D’où elles viennent',
  },
};

/** Where an application stands: a word for it, what it means, and what is next. */
export const STANDING_TEXTS: Localized<Record<Standing, { label: string; meaning: string; next: string }>> = {
  en: {
    draft: {
      label: 'Draft',
      meaning: 'Only you can see it. Nothing has been sent.',
      next: 'Complete it and submit it before the deadline.',
    },
    submitted: {
      label: 'Submitted',
      meaning: 'We have it, and you have a receipt for it.',
      next: 'Screening. You need do nothing; we write to you here and by e-mail when it moves.',
    },
    withdrawn: {
      label: 'Withdrawn',
      meaning: 'You withdrew it. It is no longer considered.',
      next: 'Nothing more happens.',
    },
    discarded: {
      label: 'Thrown away',
      meaning: 'You threw this draft away. Nobody else has seen it.',
      next: 'You can put it back for some days; then it is deleted.',
    },
    'deadline-missed': {
      label: 'Deadline missed',
      meaning: 'The deadline passed before it was submitted. Your text is kept.',
      next: 'It can no longer be submitted. You can copy your text for another application.',
    },
    'vacancy-gone': {
      label: 'No longer open',
      meaning: 'The vacancy no longer takes applications. Your text is kept.',
      next: 'It can no longer be submitted. You can copy your text for another application.',
    },
  },
  fr: {
    draft: {
      label: 'Brouillon',
      meaning: 'Vous seul(e) pouvez la voir. Rien n’a été envoyé.',
      next: 'Complétez-la et soumettez-la avant la date limite.',
    },
    submitted: {
      label: 'Soumise',
      meaning: 'Nous l’avons, et vous en avez l’accusé de réception.',
      next: 'L’examen des candidatures. Vous n’avez rien à faire ; nous vous écrivons ici et par courriel dès qu’il y a du nouveau.',
    },
    withdrawn: {
      label: 'Retirée',
      meaning: 'Vous l’avez retirée. Elle n’est plus prise en considération.',
      next: 'Il n’y a pas de suite.',
    },
    discarded: {
      label: 'Jetée',
      meaning: 'Vous avez jeté ce brouillon. Personne d’autre ne l’a vu.',
      next: 'Vous pouvez le reprendre pendant quelques jours. Ensuite, il est supprimé.',
    },
    'deadline-missed': {
      label: 'Date limite dépassée',
      meaning: 'La date limite est passée avant la soumission. Votre texte est conservé.',
      next: 'Elle ne peut plus être soumise. Vous pouvez copier votre texte pour une autre candidature.',
    },
    'vacancy-gone': {
      label: 'Poste fermé',
      meaning: 'Ce poste ne reçoit plus de candidatures. Votre texte est conservé.',
      next: 'Elle ne peut plus être soumise. Vous pouvez copier votre texte pour une autre candidature.',
    },
  },
};

export const STATUS_TEXTS: Localized<Record<ApplicationStatus, string>> = {
  en: { draft: 'Draft', submitted: 'Submitted', withdrawn: 'Withdrawn', discarded: 'Thrown away' },
  fr: { draft: 'Brouillon', submitted: 'Soumise', withdrawn: 'Retirée', discarded: 'Jetée' },
};

/** What one gap is, and what fills it. */
export function explainGap(gap: GapProblem & { field: string }, language: Language): string {
  const number = (value: number) => formatNumber(value, language);
  const fr = language === 'fr';
  switch (gap.problem) {
    case 'missing':
      return missing(gap.field, language);
    case 'too-long':
    case 'requirement-too-long': {
      const over = plural(gap.length - gap.limit, OVER[language], language);
      const where =
        'number' in gap ? `${APPLICATION_TEXTS[language].requirement(gap.number)}${fr ? '\u00a0: ' : ': '}` : '';
      return fr
        ? `${where}${number(gap.length)} caractères pour ${number(gap.limit)} au plus. Il y en a ${over}.`
        : `${where}${number(gap.length)} characters, of ${number(gap.limit)} at most. That is ${over}.`;
    }
    case 'unknown-country':
      return fr ? 'Choisissez un pays de la liste.' : 'Choose a country from the list.';
    case 'unknown-level':
      return fr ? 'Choisissez un niveau de la liste.' : 'Choose a level from the list.';
    case 'entry':
      return explainEntry(gap, language);
    case 'clearance':
      return explainClearanceGap(gap.gap, language);
    case 'no-birth-date':
      return fr
        ? 'Saisissez le jour, le mois et l’année de votre naissance, par exemple 31 12 1990.'
        : 'Enter the day, month and year of your birth, for example 31 12 1990.';
    case 'unreadable-telephone':
      return fr
        ? 'Saisissez un numéro de téléphone, ou laissez le champ vide.'
        : 'Enter a telephone number, or leave the field empty.';
    case 'requirement-missing':
      return fr
        ? `Dites comment vous répondez à l’acquis essentiel ${gap.number}.`
        : `Say how you meet essential requirement ${gap.number}.`;
    case 'question':
      return explainAnswer(gap.wrong, gap.number, language);
    case 'document-missing':
      return fr
        ? 'Un document demandé dans l’avis n’est pas joint.'
        : 'A document that the notice asks for is not attached.';
    default:
      return assertNever(gap);
  }
}

/** No machine rejects: who thinks that a rule does not apply to them says why, and a person decides. */
const SAY_WHY: Localized = {
  en: 'If you think that you should be considered all the same, say why beside your nationality, and submit again.',
  fr: 'Si vous estimez que votre candidature devrait tout de même être examinée, dites pourquoi à côté de votre nationalité, puis déposez-la de nouveau.',
};

const OVER: Localized<{ one: string; other: string }> = {
  en: { one: '{n} too many', other: '{n} too many' },
  fr: { one: '{n} de trop', other: '{n} de trop' },
};

function missing(field: string, language: Language): string {
  const [, code] = /^level-(\w+)$/.exec(field) ?? [];
  const [, apart] = /^(education|experience)-none$|^willingness-own-/.exec(field) ?? [];
  if (apart === 'education' || apart === 'experience') return CAREER_TEXTS[language].missing[apart];
  if (field.startsWith('willingness-own-')) return CAREER_TEXTS[language].missing.willingness;
  if (code === undefined) return MISSING[language][field] ?? MISSING[language]['other'] ?? '';
  const name = languageName(code, language);
  if (language === 'en') return `Choose your level in ${name}.`;
  return `Choisissez votre niveau ${/^[aeiouyàâéèêîôû]/i.test(name) ? 'd’' : 'de '}${name}.`;
}

const MISSING: Localized<Record<string, string>> = {
  en: {
    givenNames: 'Enter your given names.',
    familyName: 'Enter your family name.',
    'nationality-1': 'Choose your nationality.',
    residence: 'Choose the country you live in.',
    declarations: 'Read each declaration and tick it.',
    other: 'Fill in this field.',
  },
  fr: {
    givenNames: 'Saisissez vos prénoms.',
    familyName: 'Saisissez votre nom de famille.',
    'nationality-1': 'Choisissez votre nationalité.',
    residence: 'Choisissez le pays où vous résidez.',
    declarations: 'Lisez chaque déclaration et cochez-la.',
    other: 'Remplissez ce champ.',
  },
};

/** Why a submission was not taken, and what would clear the way. */
export function explain(refusal: SubmissionRefusal): Localized<{ title: string; message: string }> {
  switch (refusal.kind) {
    case 'already-submitted':
      return {
        en: { title: 'Submitted already', message: 'Your application has been submitted; its receipt stands.' },
        fr: { title: 'Déjà soumise', message: 'Votre candidature a été soumise ; son accusé de réception fait foi.' },
      };
    case 'withdrawn':
      return {
        en: { title: 'Withdrawn', message: 'You withdrew this application; it cannot be submitted again.' },
        fr: { title: 'Retirée', message: 'Vous avez retiré cette candidature ; elle ne peut plus être soumise.' },
      };
    case 'discarded':
      return NOT_SAVED;
    case 'deadline-passed':
    case 'not-open':
      return explainNotOpen(refusal);
    case 'incomplete':
      return {
        en: { title: 'Not submitted: something is missing', message: 'Nothing is lost. Complete the points below.' },
        fr: {
          title: 'Non soumise : il manque quelque chose',
          message: 'Rien n’est perdu. Complétez les points ci-dessous.',
        },
      };
    case 'not-eligible': {
      const { en, fr } = explainNationality(refusal.reason);
      return {
        en: { title: 'Not submitted: nationality', message: `${en.sentence} ${en.ifWrong} ${SAY_WHY.en}` },
        fr: { title: 'Non soumise : nationalité', message: `${fr.sentence} ${fr.ifWrong} ${SAY_WHY.fr}` },
      };
    }
    case 'clearance-needed': {
      const { en, fr } = explainClearance(refusal.answer);
      const told = (explained: typeof en) =>
        [...explained.map(({ sentence }) => sentence), explained[0]?.ifWrong].join(' ');
      return {
        en: { title: 'Not submitted: security clearance', message: `${told(en)} ${SAY_WHY.en}` },
        fr: { title: 'Non soumise : habilitation de sécurité', message: `${told(fr)} ${SAY_WHY.fr}` },
      };
    }
    case 'changed-meanwhile':
      return {
        en: {
          title: 'Not submitted yet: it has changed since you reviewed it',
          message: 'This page now shows it as it is. Read it again, then submit it.',
        },
        fr: {
          title: 'Pas encore soumise : elle a changé depuis votre relecture',
          message: 'Cette page la montre maintenant telle qu’elle est. Relisez-la, puis soumettez-la.',
        },
      };
    case 'for-staff-only':
    case 'not-for-staff':
      return explainAudience(refusal);
    default:
      return assertNever(refusal);
  }
}

/** Why a vacancy takes no application, with both instants where it is a matter of time. */
export function explainNotOpen(refusal: NotOpen): Localized<{ title: string; message: string }> {
  if (refusal.kind === 'not-open')
    return {
      en: { title: 'This vacancy takes no applications', message: 'It is not open. Nothing you wrote is lost.' },
      fr: {
        title: 'Ce poste ne reçoit pas de candidatures',
        message: 'Il n’est pas ouvert. Rien de ce que vous avez écrit n’est perdu.',
      },
    };
  const { deadlineAt, receivedAt, deadlineZone } = refusal;
  const told = (instant: Date, language: Language) => formatInstant(instant, deadlineZone, language);
  return {
    en: {
      title: 'Deadline missed',
      message: `The deadline was ${told(deadlineAt, 'en')}; your request reached us on ${told(receivedAt, 'en')}. What counts is reception, by the server’s clock. Your text is kept.`,
    },
    fr: {
      title: 'Date limite dépassée',
      message: `La date limite était fixée : ${told(deadlineAt, 'fr')} ; votre demande nous est parvenue ${told(receivedAt, 'fr')}. C’est la réception qui compte, à l’horloge du serveur. Votre texte est conservé.`,
    },
  };
}
