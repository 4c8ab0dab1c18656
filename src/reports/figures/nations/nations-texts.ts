import type { Localized } from '../../../platform/language.ts';

type Forms = { one: string; other: string };
type Texts = Record<
  | 'title'
  | 'about'
  | 'howMade'
  | 'caption'
  | 'cellNote'
  | 'chart'
  | 'chartNote'
  | 'none'
  | 'nation'
  | 'received'
  | 'together',
  string
> & {
  suppressed: (smallest: number) => string;
  counted: Forms;
  underWay: Forms;
  tooSmall: Forms;
  whole: (stage: string) => string;
};

export const NATIONS_TEXTS: Localized<Texts> = {
  en: {
    title: 'Applications by nation',
    about: 'How many people of each nation applied, and how far they got, in competitions that are decided.',
    howMade:
      'These are sums of what the balance of each competition shows. Who has several nationalities is one group, so that each person counts once in a competition.',
    suppressed: (smallest) =>
      `No competition tells of fewer than ${smallest} people: there, small nations stand together with others. They are in “shown together with others”, so a nation may have had more applications than its row says.`,
    counted: { one: '{n} competition is counted.', other: '{n} competitions are counted.' },
    underWay: {
      one: '{n} is left out because somebody in it waits for a decision.',
      other: '{n} are left out because somebody in them waits for a decision.',
    },
    tooSmall: {
      one: '{n} is left out because too few applied.',
      other: '{n} are left out because too few applied.',
    },
    caption: 'Applications by nation and stage reached',
    cellNote: 'A cell says how many got so far, of those who applied in the competitions that show the stage.',
    chart: 'Applications received by nation',
    chartNote: 'Each bar is as long as applications of the nation are shown.',
    none: 'No competition that you asked for is decided and large enough to be shown.',
    nation: 'Nation',
    received: 'Received',
    together: 'Shown together with others',
    whole: (stage) => `${stage}: received where it is shown`,
  },
  fr: {
    title: 'Candidatures par pays',
    about:
      'Combien de personnes de chaque pays ont postulé, et jusqu’où elles sont allées, dans les concours où tout est décidé.',
    howMade:
      'Ce sont les sommes de ce que montre l’équilibre de chaque concours. Qui a plusieurs nationalités compte dans un groupe à part : chaque personne n’est ainsi comptée qu’une fois par concours.',
    suppressed: (smallest) =>
      `Aucun concours ne fait état de moins de ${smallest} personnes : les petits effectifs y sont réunis à d’autres. Ils figurent sous « réunis à d’autres » ; un pays peut donc avoir eu plus de candidatures que sa ligne n’en indique.`,
    counted: { one: '{n} concours est compté.', other: '{n} concours sont comptés.' },
    underWay: {
      one: '{n} est laissé de côté parce que quelqu’un y attend une décision.',
      other: '{n} sont laissés de côté parce que quelqu’un y attend une décision.',
    },
    tooSmall: {
      one: '{n} est laissé de côté parce que trop peu de personnes ont postulé.',
      other: '{n} sont laissés de côté parce que trop peu de personnes ont postulé.',
    },
    caption: 'Candidatures par pays et étape atteinte',
    cellNote:
      'Une case indique combien de personnes sont allées jusque-là, parmi celles qui ont postulé dans les concours qui montrent l’étape.',
    chart: 'Candidatures reçues par pays',
    chartNote: 'La longueur de chaque barre suit le nombre de candidatures montrées.',
    none: 'Aucun concours répondant aux critères choisis n’est décidé et assez grand pour être montré.',
    nation: 'Pays',
    received: 'Reçues',
    together: 'Réunis à d’autres',
    whole: (stage) => `${stage} : reçues là où elle est montrée`,
  },
};
