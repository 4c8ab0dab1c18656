import type { Localized } from '../../platform/language.ts';

export type EligibilityTexts = {
  title: string;
  intro: string;
  ask: string;
  privacy: string;
  check: string;
  mayApply: string;
  mayNotApply: string;
  probablyNotNext: string;
  why: string;
  whySaid: string;
  whyHint: string;
  whyMissing: string;
  goOn: string;
  memberNations: string;
  memberNationsOn: string;
  alsoCounts: string;
  alsoCountsNote: string;
  judged: string;
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
    intro: 'Before you write anything: what the rules decide, what a person will judge, and what you will declare.',
    ask: 'Your nationality',
    privacy:
      'Until you start an application, your nationality is remembered in this browser alone, and only until it is closed. Then what you say here stands in the application, and in your profile where that says nothing yet.',
    check: 'Check',
    mayApply: 'You may apply',
    mayNotApply: 'By these answers you are probably not eligible',
    probablyNotNext:
      'No machine decides this. If you think that you should be considered all the same, say why: a person reads it and decides.',
    whySaid: 'You have said why you should be considered all the same. A person reads it and decides.',
    why: 'Why you apply all the same',
    whyHint: 'For instance, what the answers above cannot say, or why the rule does not apply to you.',
    whyMissing: 'Say why you apply all the same, or change your answers and check again.',
    goOn: 'Start all the same',
    memberNations: 'The member nations',
    memberNationsOn: 'As of {date}, by whose rules this vacancy is judged.',
    alsoCounts: 'What else counts',
    alsoCountsNote:
      'Nothing of this is decided on this page. Each line says who decides, or what you declare, and by which rule.',
    judged: 'The rules of {date} count, the day this vacancy was published.',
    begin: 'Start the application',
    beginHint: 'If you are not signed in, you are asked to sign in or to create an account first.',
    another: 'If you hold another nationality as well, add it and check again.',
    backToVacancy: 'Back to the vacancy',
    chooseOne: 'Choose your nationality.',
    unknown: 'Choose a country from the list.',
  },
  fr: {
    title: 'Puis-je postuler ?',
    intro:
      'Avant d’écrire quoi que ce soit : ce que les règles décident, ce qu’une personne appréciera et ce que vous déclarerez.',
    ask: 'Votre nationalité',
    privacy:
      'Tant que vous ne commencez pas de candidature, seul votre navigateur retient votre nationalité, jusqu’à sa fermeture. Ensuite, ce que vous indiquez ici figure dans la candidature, et dans votre profil là où il ne dit encore rien.',
    check: 'Vérifier',
    mayApply: 'Vous pouvez postuler',
    mayNotApply: 'D’après ces réponses, votre candidature n’est probablement pas recevable',
    probablyNotNext:
      'Aucune machine n’en décide. Si vous estimez que votre candidature devrait tout de même être examinée, dites pourquoi : une personne vous lira et décidera.',
    whySaid:
      'Vous avez dit pourquoi votre candidature devrait tout de même être examinée. Une personne vous lira et décidera.',
    why: 'Pourquoi vous postulez malgré tout',
    whyHint:
      'Par exemple ce que les réponses ci-dessus ne peuvent dire, ou pourquoi la règle ne s’applique pas à vous.',
    whyMissing: 'Dites pourquoi vous postulez malgré tout, ou changez vos réponses et vérifiez de nouveau.',
    goOn: 'Commencer malgré tout',
    memberNations: 'Les pays membres',
    memberNationsOn: 'Au {date}, jour dont les règles s’appliquent à cette vacance de poste.',
    alsoCounts: 'Ce qui compte aussi',
    alsoCountsNote:
      'Rien de cela ne se décide sur cette page. Chaque ligne dit qui décide, ou ce que vous déclarez, et selon quelle règle.',
    judged: 'Les règles du {date} s’appliquent, jour de la publication de cet avis.',
    begin: 'Commencer la candidature',
    beginHint: 'Si vous n’êtes pas connecté(e), il vous sera d’abord demandé de vous connecter ou de créer un compte.',
    another: 'Si vous avez aussi une autre nationalité, ajoutez-la et vérifiez de nouveau.',
    backToVacancy: 'Retour au poste',
    chooseOne: 'Choisissez votre nationalité.',
    unknown: 'Choisissez un pays de la liste.',
  },
};
