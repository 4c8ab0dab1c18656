import type { Localized } from '../../platform/language.ts';

const EN = {
  title: 'Questions on equal access',
  titleOf: (number: string) => `Questions on equal access: application ${number}`,
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
  byStage: 'Counted by how far applications got',
  byStageWhy: (smallest: number): string[] => [
    'The counts say who applies. They cannot say whether people of one group are turned down more often than others. For that, answers would have to be counted by how far applications got: a choice of its own, on which nothing depends either.',
    'If you choose it, your answers are also kept on a sealed slip: encrypted, without name, account, number or time, under a mark that only a key kept outside the database can make of your application. The database alone, or a copy of it, leads from no slip to anybody. Whoever has both the database and that key could find your slip and read it. Those who select have neither.',
    `Once everybody has been decided on, the slips are counted together and deleted. The figures are kept and shown to those who manage recruitment, and no number below ${smallest} is in them or can be worked out from them. Until then you can take it back on this page.`,
  ],
  byStageChoice: 'Your choice',
  byStageAgree: 'Count my answers also by how far applications got',
  byStageUnticked: 'Left empty, all stays as it is said above: your answers are counted, and kept nowhere.',
  byStageState: {
    'not-agreed': 'Your answers are not counted by how far applications got, and no slip of them is kept.',
    agreed:
      'Your answers are also on a sealed slip, to be counted by how far applications got once everybody has been decided on. Then it is deleted.',
    counted: 'For this vacancy the slips of those who agreed have been counted and deleted. No slip of yours is kept.',
  },
  takeBack: 'Take this back and delete my slip',
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
  titleOf: (number) => `Questions sur l’égalité d’accès : candidature ${number}`,
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
  byStage: 'Compter selon l’étape atteinte',
  byStageWhy: (smallest) => [
    'Les nombres disent qui postule. Ils ne peuvent pas dire si les personnes d’un groupe sont écartées plus souvent que d’autres. Il faudrait pour cela compter les réponses selon l’étape atteinte : un choix à part, dont rien ne dépend non plus.',
    'Si vous le faites, vos réponses sont aussi conservées sur un bulletin scellé : chiffré, sans nom, compte, numéro ni heure, sous une marque que seule une clé conservée hors de la base de données peut tirer de votre candidature. La base de données seule, ou sa copie, ne mène d’aucun bulletin à personne. Qui détient à la fois la base de données et cette clé pourrait trouver votre bulletin et le lire. Les personnes qui sélectionnent n’ont ni l’une ni l’autre.',
    `Une fois toutes les décisions prises, les bulletins sont comptés ensemble et supprimés. Les chiffres sont conservés et montrés aux responsables du recrutement, et aucun nombre inférieur à ${smallest} n’y figure ni ne peut en être déduit. Jusque-là, vous pouvez revenir sur ce choix ici.`,
  ],
  byStageChoice: 'Votre choix',
  byStageAgree: 'Compter aussi mes réponses selon l’étape atteinte',
  byStageUnticked:
    'Sans cette case, tout reste comme dit plus haut : vos réponses sont comptées, et conservées nulle part.',
  byStageState: {
    'not-agreed': 'Vos réponses ne sont pas comptées selon l’étape atteinte, et aucun bulletin n’en est conservé.',
    agreed:
      'Vos réponses figurent aussi sur un bulletin scellé, à compter selon l’étape atteinte une fois toutes les décisions prises. Il est ensuite supprimé.',
    counted:
      'Pour ce poste, les bulletins des personnes qui l’ont accepté ont été comptés et supprimés. Aucun bulletin de vous n’est conservé.',
  },
  takeBack: 'Revenir sur ce choix et supprimer mon bulletin',
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
