import type { Localized } from '../platform/language.ts';

export type EligibilityTexts = {
  title: string;
  intro: string;
  ask: string;
  privacy: string;
  check: string;
  answer: string;
  mayApply: string;
  mayNotApply: string;
  rule: string;
  ifWrong: string;
  memberNations: string;
  servingStaff: string;
  servingStaffNote: string;
  begin: string;
  beginHint: string;
  another: string;
  backToVacancy: string;
  chooseOne: string;
  unknown: string;
};

export const ELIGIBILITY_TEXTS: Localized<EligibilityTexts> = {
  en: {
    title: 'May I apply?',
    intro: 'Before you write anything: applications are open to nationals of the member nations.',
    ask: 'Your nationality',
    privacy: 'Nothing is stored until you start an application.',
    check: 'Check',
    answer: 'Answer',
    mayApply: 'You may apply',
    mayNotApply: 'With this nationality you cannot apply',
    rule: 'Rule',
    ifWrong: 'If this looks wrong',
    memberNations: 'The member nations today',
    servingStaff: 'Do you work for the organisation already?',
    servingStaffNote:
      'Serving staff are asked to apply through the internal portal, which is for them alone. Everybody else applies here.',
    begin: 'Start the application',
    beginHint: 'If you are not signed in, you are asked to sign in or to create an account first.',
    another: 'If you hold another nationality as well, add it and check again.',
    backToVacancy: 'Back to the vacancy',
    chooseOne: 'Choose your nationality.',
    unknown: 'Choose a country from the list.',
  },
  fr: {
    title: 'Puis-je postuler ?',
    intro: 'Avant d’écrire quoi que ce soit : peuvent postuler les personnes ressortissantes des pays membres.',
    ask: 'Votre nationalité',
    privacy: 'Rien n’est enregistré avant que vous ne commenciez une candidature.',
    check: 'Vérifier',
    answer: 'Réponse',
    mayApply: 'Vous pouvez postuler',
    mayNotApply: 'Avec cette nationalité, vous ne pouvez pas postuler',
    rule: 'Règle',
    ifWrong: 'Si cette réponse vous paraît erronée',
    memberNations: 'Les pays membres aujourd’hui',
    servingStaff: 'Travaillez-vous déjà pour l’organisation ?',
    servingStaffNote:
      'Les membres du personnel en activité sont invités à postuler par le portail interne, qui leur est réservé. Toutes les autres personnes postulent ici.',
    begin: 'Commencer la candidature',
    beginHint: 'Si vous n’êtes pas connecté(e), il vous sera d’abord demandé de vous connecter ou de créer un compte.',
    another: 'Si vous avez aussi une autre nationalité, ajoutez-la et vérifiez de nouveau.',
    backToVacancy: 'Retour au poste',
    chooseOne: 'Choisissez votre nationalité.',
    unknown: 'Choisissez un pays de la liste.',
  },
};
