import type { Language, Localized } from '../../platform/language.ts';
import { explainProblem, PART_TEXTS } from '../../people/profile/profile-texts.ts';
import type { EntryGap } from './career-gaps.ts';

export type CareerTexts = {
  intro: Record<'education' | 'experience', string>;
  optional: string;
  none: Record<'education' | 'experience', string>;
  noneLabel: string;
  leaveOut: string;
  leftOut: string;
  leftOutNote: string;
  putBack: string;
  missing: Record<'education' | 'experience' | 'willingness', string>;
  willingness: string;
  noAnswer: string;
  stated: Record<'education' | 'experience', string>;
  nothingStated: string;
  kindIsTheirs: string;
  total: string;
  evidence: string;
  evidenceLabel: string;
  evidenceNote: string;
  shownBy: string;
  changedSince: string;
  changedSinceNote: string;
  differs: string;
  differsNote: string;
  take: string;
  profile: string;
  keepNew: string;
  keepNewNote: string;
  keepToo: string;
  kept: string;
  taken: string;
  toProfile: string;
  earlier: string;
  earlierNote: string;
  earlierChoose: string;
  earlierButton: string;
  begunFrom: string;
};

export const CAREER_TEXTS: Localized<CareerTexts> = {
  en: {
    intro: {
      education:
        'This is this application’s own copy. What you change here stays here, unless you keep it in your profile too.',
      experience:
        'This is this application’s own copy. What you change here stays here, unless you keep it in your profile too.',
    },
    optional: 'Optional',
    none: { education: 'I have no degree or diploma to state', experience: 'I have no post to state' },
    noneLabel: 'Nothing to state',
    leaveOut: 'Leave this out of the application',
    leftOut: 'Left out of this application',
    leftOutNote: 'Kept for you, and not part of what you submit.',
    putBack: 'Put back',
    missing: {
      education: 'State your education, or tick that you have none to state.',
      experience: 'State your experience, or tick that you have none to state.',
      willingness: 'Answer yes or no.',
    },
    willingness: 'A “no” is read by a person; it decides nothing by itself.',
    noAnswer: '(no answer)',
    stated: { education: 'Education', experience: 'Experience' },
    nothingStated: 'Nothing to state',
    kindIsTheirs:
      'The kind of each degree is the applicant’s own choice. What counts is the name, and a person judges it.',
    total: 'In all',
    evidence: 'Which of your posts and degrees show it?',
    evidenceLabel: 'Shown by',
    evidenceNote: 'It helps the person who reads your answer; it is never required.',
    shownBy: 'Shown by:',
    changedSince: 'Your profile has changed since',
    changedSinceNote:
      'This application keeps its own copy. You may take what your profile says now; what only this application says is not lost.',
    differs: 'This step and your profile differ',
    differsNote: 'What you wrote here is in this application alone.',
    take: 'Take what my profile says now',
    profile: 'My profile',
    keepNew: 'Keep in my profile what it does not say yet',
    keepNewNote:
      'Your next application begins with it, so that you need not type it again. Only you see your profile; what it says already is not changed.',
    keepToo: 'Keep it in my profile too',
    kept: 'It is in your profile too.',
    taken: 'This step now says what your profile says.',
    toProfile: 'See my profile',
    earlier: 'Start from an earlier application',
    earlierNote:
      'Steps that you have not touched take its answers; answers to requirements where the wording is the same. Declarations are made anew.',
    earlierChoose: 'Earlier application',
    earlierButton: 'Copy its answers',
    begunFrom: 'The answers of the earlier application were copied. Read each step before you submit.',
  },
  fr: {
    intro: {
      education:
        'Ceci est la copie propre à cette candidature. Ce que vous changez ici reste ici, sauf si vous le conservez aussi dans votre profil.',
      experience:
        'Ceci est la copie propre à cette candidature. Ce que vous changez ici reste ici, sauf si vous le conservez aussi dans votre profil.',
    },
    optional: 'Facultatif',
    none: { education: 'Je n’ai aucun diplôme à indiquer', experience: 'Je n’ai aucun poste à indiquer' },
    noneLabel: 'Rien à indiquer',
    leaveOut: 'Écarter de cette candidature',
    leftOut: 'Écartés de cette candidature',
    leftOutNote: 'Conservés pour vous, hors de ce que vous soumettez.',
    putBack: 'Remettre',
    missing: {
      education: 'Indiquez votre formation, ou cochez que vous n’en avez pas à indiquer.',
      experience: 'Indiquez votre expérience, ou cochez que vous n’en avez pas à indiquer.',
      willingness: 'Répondez par oui ou par non.',
    },
    willingness: 'Un « non » est lu par une personne ; il ne décide de rien à lui seul.',
    noAnswer: '(sans réponse)',
    stated: { education: 'Formation', experience: 'Expérience' },
    nothingStated: 'Rien à indiquer',
    kindIsTheirs:
      'La nature de chaque diplôme est choisie par la personne qui postule. C’est l’intitulé qui compte, et une personne l’apprécie.',
    total: 'En tout',
    evidence: 'Lesquels de vos postes et diplômes le montrent ?',
    evidenceLabel: 'Montré par',
    evidenceNote: 'Cela aide la personne qui lit votre réponse ; ce n’est jamais exigé.',
    shownBy: 'Montré par :',
    changedSince: 'Votre profil a changé depuis',
    changedSinceNote:
      'Cette candidature garde sa propre copie. Vous pouvez reprendre ce que dit maintenant votre profil ; ce que seule cette candidature dit n’est pas perdu.',
    differs: 'Cette étape et votre profil diffèrent',
    differsNote: 'Ce que vous avez écrit ici ne figure que dans cette candidature.',
    take: 'Reprendre ce que dit mon profil',
    profile: 'Mon profil',
    keepNew: 'Conserver dans mon profil ce qu’il ne dit pas encore',
    keepNewNote:
      'Votre prochaine candidature commencera par là, sans que vous ayez à le saisir de nouveau. Vous seul(e) voyez votre profil ; ce qu’il dit déjà ne change pas.',
    keepToo: 'Le conserver aussi dans mon profil',
    kept: 'C’est aussi dans votre profil.',
    taken: 'Cette étape dit maintenant ce que dit votre profil.',
    toProfile: 'Voir mon profil',
    earlier: 'Partir d’une candidature antérieure',
    earlierNote:
      'Les étapes que vous n’avez pas encore touchées reprennent ses réponses ; celles aux acquis, là où la rédaction est la même. Les déclarations sont à refaire.',
    earlierChoose: 'Candidature antérieure',
    earlierButton: 'Copier ses réponses',
    begunFrom: 'Les réponses de la candidature antérieure ont été copiées. Relisez chaque étape avant de soumettre.',
  },
};

export const STEP_TITLES: Localized<Record<'education' | 'experience' | 'willingness', string>> = {
  en: { education: 'Your education', experience: 'Your experience', willingness: 'What you are willing to do' },
  fr: { education: 'Votre formation', experience: 'Votre expérience', willingness: 'Ce que vous acceptez' },
};

/** What one field of an entry lacks. */
export const explainEntry = (
  { step, name, found }: Pick<EntryGap, 'step' | 'name' | 'found'>,
  language: Language,
): string => explainProblem(found, PART_TEXTS[language][step].fields[name]?.label ?? name, language);
