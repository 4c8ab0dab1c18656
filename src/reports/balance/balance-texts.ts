import type { Localized } from '../../platform/language.ts';

const EN = {
  title: (reference: string) => `Balance by nationality and equal access by stage: vacancy ${reference}`,
  back: 'Back to the applications',
  intro:
    'How many people of each nationality applied, and how far they got. It is a report on the procedure: nationality is in no sheet and counts for nobody’s selection.',
  notYet: 'There is nothing to show yet.',
  notYetNote:
    'Figures are shown once everybody has been decided on, so that nobody can be told by the difference between two looks.',
  undecided: { one: '{n} application waits for a decision.', other: '{n} applications wait for a decision.' },
  tooFew: 'Too few people applied to show anything without telling of somebody.',
  together: (smallest: number) =>
    `Nationalities are put together, and stages left out, until no number that can be computed from the tables is below ${smallest}. Who has several nationalities is counted once, under “several nationalities”.`,
  counts: 'How many got at least so far',
  ratios: 'Selection ratios',
  ratiosNote:
    'Of those at one stage, the share that went on to the next, and in brackets that share divided by everybody’s: 1 is alike. With few people a ratio says little: it is a reason to look, not a finding.',
  nationality: 'Nationality',
  received: 'Applied',
  suitable: 'Found suitable',
  everybody: 'Everybody',
  several: 'Several nationalities',
  none: 'None stated',
  others: (names: string) => `Others together (${names})`,
  onwards: (from: string, to: string) => `${from} → ${to}`,
  equalityLink: 'Equal access in figures',
};

export type BalanceTexts = typeof EN;

const FR: BalanceTexts = {
  title: (reference) => `Équilibre par nationalité et égalité d’accès par étape : avis ${reference}`,
  back: 'Retour aux candidatures',
  intro:
    'Combien de personnes de chaque nationalité ont postulé, et jusqu’où elles sont allées. C’est un rapport sur la procédure : la nationalité ne figure dans aucune fiche et ne compte dans la sélection de personne.',
  notYet: 'Il n’y a encore rien à montrer.',
  notYetNote:
    'Les chiffres sont montrés une fois toutes les décisions prises, afin que personne ne puisse être reconnu par la différence entre deux lectures.',
  undecided: { one: '{n} candidature attend une décision.', other: '{n} candidatures attendent une décision.' },
  tooFew: 'Trop peu de personnes ont postulé pour montrer quoi que ce soit sans parler de quelqu’un.',
  together: (smallest) =>
    `Les nationalités sont réunies et des étapes omises jusqu’à ce qu’aucun nombre calculable à partir des tableaux ne soit inférieur à ${smallest}. Qui a plusieurs nationalités est compté une fois, sous « plusieurs nationalités ».`,
  counts: 'Combien sont allés au moins jusque-là',
  ratios: 'Taux de sélection',
  ratiosNote:
    'Parmi les personnes à une étape, la part de celles qui sont passées à la suivante, et entre parenthèses cette part divisée par celle de l’ensemble : 1 signifie l’égalité. Avec peu de personnes, un taux dit peu de chose : c’est une raison de regarder, non un constat.',
  nationality: 'Nationalité',
  received: 'Ont postulé',
  suitable: 'Jugées aptes',
  everybody: 'Ensemble',
  several: 'Plusieurs nationalités',
  none: 'Non indiquée',
  others: (names) => `Autres, ensemble (${names})`,
  onwards: (from, to) => `${from} → ${to}`,
  equalityLink: 'L’égalité d’accès en chiffres',
};

export const BALANCE_TEXTS: Localized<BalanceTexts> = { en: EN, fr: FR };
