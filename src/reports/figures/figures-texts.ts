import type { Localized } from '../../platform/language.ts';
import type { AskedProblem } from './asked.ts';

type Texts = Record<
  | 'title'
  | 'intro'
  | 'back'
  | 'filters'
  | 'from'
  | 'until'
  | 'kind'
  | 'grade'
  | 'clause'
  | 'body'
  | 'any'
  | 'show'
  | 'anew'
  | 'everything'
  | 'howMade'
  | 'chartAbout'
  | 'download'
  | 'spreadsheet'
  | 'pdf'
  | 'notes'
  | 'own'
  | 'reference'
  | 'vacancyTitle'
  | 'untitled'
  | 'nothing'
  | 'lackingLetters',
  string
> & {
  period: string;
  zone: (zone: string) => string;
  asOf: (instant: string) => string;
  askedFor: (what: string) => string;
  of: (part: string, whole: string) => string;
  csv: (table: string) => string;
  firstOf: (shown: string, all: string) => string;
  fromMonth: (month: string) => string;
  untilMonth: (month: string) => string;
  problems: Record<AskedProblem['field'], Record<AskedProblem['kind'], string>>;
};

export const FIGURES_TEXTS: Localized<Texts> = {
  en: {
    title: 'Figures',
    intro:
      'Reports over all vacancies, each with a chart and the table that it is drawn from, to be taken away as files.',
    back: 'Figures',
    filters: 'What to count',
    from: 'From month',
    until: 'To month',
    kind: 'Kind of post',
    grade: 'Grade',
    clause: 'Contract',
    body: 'Body',
    any: 'All',
    show: 'Show',
    anew: 'Count everything',
    everything: 'all vacancies',
    howMade: 'How these figures are made',
    chartAbout: 'The table below has the same figures.',
    download: 'Take away',
    spreadsheet: 'Spreadsheet (xlsx)',
    pdf: 'PDF',
    notes: 'Notes',
    own: 'Vacancies for which you apply yourself are left out of what you see.',
    reference: 'Vacancy',
    vacancyTitle: 'Title',
    untitled: 'no title',
    nothing: '–',
    lackingLetters: 'A lozenge stands for a letter that there is no font for.',
    period:
      'A vacancy belongs to the month in which it was published or, as long as it is not, to that in which it was begun.',
    zone: (zone) => `Days and months are counted where the organisation is (${zone}).`,
    asOf: (instant) => `As of ${instant}.`,
    askedFor: (what) => `Counted: ${what}.`,
    of: (part, whole) => `${part} of ${whole}`,
    csv: (table) => `CSV: ${table}`,
    firstOf: (shown, all) => `The first ${shown} of ${all}; the files have all of them.`,
    fromMonth: (month) => `from ${month}`,
    untilMonth: (month) => `to ${month}`,
    problems: {
      from: {
        'no-month': 'Enter the first month as a number from 1 to 12, with its year in four figures.',
        'before-beginning': 'Enter a first month that is not after the last.',
      },
      until: {
        'no-month': 'Enter the last month as a number from 1 to 12, with its year in four figures.',
        'before-beginning': 'Enter a last month that is not before the first.',
      },
    },
  },
  fr: {
    title: 'Chiffres',
    intro:
      'Des états portant sur toutes les vacances de poste, chacun avec un graphique et le tableau dont il est tiré, à emporter sous forme de fichiers.',
    back: 'Chiffres',
    filters: 'Ce qu’il faut compter',
    from: 'À partir du mois',
    until: 'Jusqu’au mois',
    kind: 'Catégorie de poste',
    grade: 'Grade',
    clause: 'Contrat',
    body: 'Organisation',
    any: 'Tout',
    show: 'Afficher',
    anew: 'Tout compter',
    everything: 'toutes les vacances de poste',
    howMade: 'Comment ces chiffres sont établis',
    chartAbout: 'Le tableau ci-dessous contient les mêmes chiffres.',
    download: 'À emporter',
    spreadsheet: 'Feuille de calcul (xlsx)',
    pdf: 'PDF',
    notes: 'Notes',
    own: 'Les vacances de poste pour lesquelles vous postulez sont laissées en dehors de ce que vous voyez.',
    reference: 'Vacance de poste',
    vacancyTitle: 'Intitulé',
    untitled: 'sans intitulé',
    nothing: '–',
    lackingLetters: 'Un losange remplace une lettre qu’aucune police ne contient.',
    period:
      'Une vacance de poste appartient au mois de sa publication ou, tant qu’elle n’est pas publiée, à celui où elle a été commencée.',
    zone: (zone) => `Les jours et les mois sont comptés là où se trouve l’organisation (${zone}).`,
    asOf: (instant) => `État arrêté ${instant}.`,
    askedFor: (what) => `Comptées : ${what}.`,
    of: (part, whole) => `${part} sur ${whole}`,
    csv: (table) => `CSV : ${table}`,
    firstOf: (shown, all) => `Les ${shown} premières lignes sur ${all} ; les fichiers les contiennent toutes.`,
    fromMonth: (month) => `à partir de ${month}`,
    untilMonth: (month) => `jusqu’à ${month}`,
    problems: {
      from: {
        'no-month': 'Indiquez le premier mois par un nombre de 1 à 12, avec son année en quatre chiffres.',
        'before-beginning': 'Indiquez un premier mois qui ne suive pas le dernier.',
      },
      until: {
        'no-month': 'Indiquez le dernier mois par un nombre de 1 à 12, avec son année en quatre chiffres.',
        'before-beginning': 'Indiquez un dernier mois qui ne précède pas le premier.',
      },
    },
  },
};
