import type { Localized } from '../../platform/language.ts';

const EN = {
  title: 'Questions on equal access',
  link: 'Questions on equal access (optional)',
  optional: 'You may leave out any question, or all of them. Nothing depends on it.',
  noLink:
    'Your answers are added to counts, and kept nowhere else: not with your application, nor with your account, nor with the time. Afterwards nobody can tell what you answered, not even we.',
  once: 'It can be answered once, and not changed afterwards, since nothing is left to change. All that is kept is that you finished this page.',
  doesNotCount: 'It does not count in the selection, and those who select never see it.',
  emptyCounts: 'A question that you leave empty counts as “I prefer not to say”.',
  notSaid: 'I prefer not to say',
  finish: 'Finish',
  finished: 'You have finished this page. Your answers are counted, and no longer yours to see.',
  over: 'These questions are no longer asked for this vacancy.',
  why: 'Where this comes from',
  back: 'Back to the application',
  counts: (reference: string) => `Equal access in figures: vacancy ${reference}`,
  countsLink: 'Equal access in figures',
  notYet: 'There is nothing to show yet.',
  notYetNote:
    'Counts are shown once no more answers can come, so that nobody can be told by the difference between two looks.',
  notYetUntil: (day: string) => `That is after ${day}.`,
  nobody: 'Nobody answered.',
  total: { one: '{n} person finished the page.', other: '{n} people finished the page.' },
  answer: 'Answer',
  count: 'Number',
  withheld: 'not shown',
  withheldNote: (smallest: number) =>
    `Not shown: fewer than ${smallest}, or a number that would tell one. Those who applied and did not finish the page are not counted.`,
};

export type EqualityTexts = typeof EN;

const FR: EqualityTexts = {
  title: 'Questions sur l’égalité d’accès',
  link: 'Questions sur l’égalité d’accès (facultatif)',
  optional: 'Vous pouvez laisser de côté une question, ou toutes. Rien n’en dépend.',
  noLink:
    'Vos réponses s’ajoutent à des nombres, et ne sont conservées nulle part ailleurs : ni avec votre candidature, ni avec votre compte, ni avec l’heure. Ensuite, personne ne peut dire ce que vous avez répondu, pas même nous.',
  once: 'On n’y répond qu’une fois, sans rien pouvoir changer ensuite, puisqu’il ne reste rien à changer. Seul est conservé le fait que vous avez terminé cette page.',
  doesNotCount: 'Cela ne compte pas dans la sélection, et les personnes qui sélectionnent ne le voient jamais.',
  emptyCounts: 'Une question laissée vide compte comme « je préfère ne pas le dire ».',
  notSaid: 'Je préfère ne pas le dire',
  finish: 'Terminer',
  finished: 'Vous avez terminé cette page. Vos réponses sont comptées, et ne peuvent plus être consultées.',
  over: 'Ces questions ne sont plus posées pour ce poste.',
  why: 'D’où cela vient',
  back: 'Retour à la candidature',
  counts: (reference) => `L’égalité d’accès en chiffres : poste ${reference}`,
  countsLink: 'L’égalité d’accès en chiffres',
  notYet: 'Il n’y a encore rien à montrer.',
  notYetNote:
    'Les nombres sont montrés quand plus aucune réponse ne peut arriver, pour que personne ne soit reconnu par la différence entre deux consultations.',
  notYetUntil: (day) => `C’est-à-dire après le ${day}.`,
  nobody: 'Personne n’a répondu.',
  total: { one: '{n} personne a terminé la page.', other: '{n} personnes ont terminé la page.' },
  answer: 'Réponse',
  count: 'Nombre',
  withheld: 'non montré',
  withheldNote: (smallest) =>
    `Non montré : moins de ${smallest}, ou un nombre qui en révélerait un. Les personnes qui ont postulé sans terminer la page ne sont pas comptées.`,
};

export const EQUALITY_TEXTS: Localized<EqualityTexts> = { en: EN, fr: FR };
