import type { Localized } from '../../platform/language.ts';

const EN = {
  title: 'Equal access by stage',
  notOffered:
    'What was answered to the questions on equal access is counted for those who applied, and kept without any link to an application. So nobody can say how far those got who gave an answer, and it is not computed here.',
  intro:
    'Those who finished the questions on equal access could agree to be counted by how far their application got as well. Their answers wait on sealed slips that nobody reads, and are counted once, when everybody has been decided on.',
  notYet: 'There is nothing to count yet.',
  answersOpen: 'Answers can still come.',
  answersUntil: (day: string) => `Answers can still come until ${day}.`,
  undecided: { one: '{n} application waits for a decision.', other: '{n} applications wait for a decision.' },
  toCount: 'The slips can be counted now.',
  once: 'They are counted once and deleted. The figures stay as they are then, whatever is decided later: figures that change could be compared, and would tell of somebody. What is too few to be shown is not kept.',
  count: 'Count the slips and delete them',
  countedAt: (day: string) =>
    `Counted on ${day}. The figures do not change any more, and each look at them is recorded.`,
  tooFew:
    'Too few agreed, or too few did not, to show anything without telling of somebody. Nothing was kept, and the slips are deleted.',
  agreed: {
    one: '{n} person agreed to be counted by how far applications got.',
    other: '{n} people agreed to be counted by how far applications got.',
  },
  together: (smallest: number) =>
    `No number below ${smallest} is shown or can be worked out from all that is shown, the counts of everybody’s answers and the balance by nationality among it. For that, answers stand together, stages are left out, and some questions are missing.`,
  noQuestion: 'No question has enough answers of each kind to be shown.',
  counts: (question: string) => `${question} How many got at least so far`,
  ratios: (question: string) => `${question} Selection ratios`,
  ratiosNote:
    'Of those at one stage, the share that went on to the next; in brackets that share divided by the highest of a group, then by that of everybody who applied: 1 is alike.',
  marked: {
    'highest-group': (limit: string) =>
      `“Look at it” stands where the share is below ${limit} of that of the highest group. It is a reason for a person to look, not a finding: with few people a ratio says little, and it says nothing of why.`,
    everybody: (limit: string) =>
      `“Look at it” stands where the share is below ${limit} of everybody’s. It is a reason for a person to look, not a finding: with few people a ratio says little, and it says nothing of why.`,
  },
  mark: 'Look at it',
  answer: 'Answer',
  stage: 'Stage',
  question: 'Question',
  number: 'Number',
  nextStage: 'Next stage',
  share: 'Share that went on',
  toHighest: 'Divided by the highest share of a group',
  toEverybody: 'Divided by everybody’s share',
  isMarked: 'To be looked at',
  yes: 'yes',
  notCounted: 'Not counted by stage',
  everybody: 'Everybody',
  why: 'Where this comes from',
  save: 'Save the figures (CSV)',
  file: (reference: string) => `equal-access-by-stage-${reference}.csv`,
};

export type ByStageTexts = typeof EN;

const FR: ByStageTexts = {
  title: 'L’égalité d’accès par étape',
  notOffered:
    'Les réponses aux questions sur l’égalité d’accès sont comptées pour les personnes qui ont postulé, et conservées sans aucun lien avec une candidature. Personne ne peut donc dire jusqu’où sont allées celles qui ont donné une réponse, et ce n’est pas calculé ici.',
  intro:
    'Les personnes qui ont terminé les questions sur l’égalité d’accès pouvaient accepter d’être comptées aussi selon l’étape atteinte. Leurs réponses attendent sur des bulletins scellés que personne ne lit, et sont comptées une seule fois, quand toutes les décisions sont prises.',
  notYet: 'Il n’y a encore rien à compter.',
  answersOpen: 'Des réponses peuvent encore arriver.',
  answersUntil: (day) => `Des réponses peuvent encore arriver jusqu’au ${day}.`,
  undecided: { one: '{n} candidature attend une décision.', other: '{n} candidatures attendent une décision.' },
  toCount: 'Les bulletins peuvent être comptés maintenant.',
  once: 'Ils sont comptés une seule fois, puis supprimés. Les chiffres restent alors tels quels, quoi qu’il soit décidé plus tard : des chiffres qui changent pourraient être comparés, et parleraient de quelqu’un. Ce qui est trop peu nombreux pour être montré n’est pas conservé.',
  count: 'Compter les bulletins et les supprimer',
  countedAt: (day) => `Comptés le ${day}. Les chiffres ne changent plus, et chaque consultation est consignée.`,
  tooFew:
    'Trop peu de personnes ont accepté, ou trop peu ne l’ont pas fait, pour montrer quoi que ce soit sans parler de quelqu’un. Rien n’a été conservé, et les bulletins sont supprimés.',
  agreed: {
    one: '{n} personne a accepté d’être comptée selon l’étape atteinte.',
    other: '{n} personnes ont accepté d’être comptées selon l’étape atteinte.',
  },
  together: (smallest) =>
    `Aucun nombre inférieur à ${smallest} n’est montré ni ne peut être déduit de tout ce qui est montré, y compris des nombres de toutes les réponses et de l’équilibre par nationalité. Pour cela, des réponses sont réunies, des étapes omises, et certaines questions manquent.`,
  noQuestion: 'Aucune question n’a assez de réponses de chaque sorte pour être montrée.',
  counts: (question) => `${question} Combien sont allées au moins jusque-là`,
  ratios: (question) => `${question} Taux de sélection`,
  ratiosNote:
    'Parmi les personnes à une étape, la part de celles qui sont passées à la suivante ; entre parenthèses, cette part divisée par la plus haute d’un groupe, puis par celle de l’ensemble des personnes qui ont postulé : 1 signifie l’égalité.',
  marked: {
    'highest-group': (limit) =>
      `« À regarder » figure là où la part est inférieure à ${limit} de celle du groupe le plus haut. C’est une raison de regarder pour une personne, non un constat : avec peu de personnes, un taux dit peu de chose, et il ne dit rien du pourquoi.`,
    everybody: (limit) =>
      `« À regarder » figure là où la part est inférieure à ${limit} de celle de l’ensemble. C’est une raison de regarder pour une personne, non un constat : avec peu de personnes, un taux dit peu de chose, et il ne dit rien du pourquoi.`,
  },
  mark: 'À regarder',
  answer: 'Réponse',
  stage: 'Étape',
  question: 'Question',
  number: 'Nombre',
  nextStage: 'Étape suivante',
  share: 'Part de celles qui sont passées',
  toHighest: 'Divisée par la part la plus haute d’un groupe',
  toEverybody: 'Divisée par la part de l’ensemble',
  isMarked: 'À regarder',
  yes: 'oui',
  notCounted: 'Non comptées par étape',
  everybody: 'Ensemble',
  why: 'D’où cela vient',
  save: 'Enregistrer les chiffres (CSV)',
  file: (reference) => `egalite-d-acces-par-etape-${reference}.csv`,
};

export const BY_STAGE_TEXTS: Localized<ByStageTexts> = { en: EN, fr: FR };
