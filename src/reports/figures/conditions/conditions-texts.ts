import type { Localized } from '../../../platform/language.ts';
import type { AgeBand } from './conditions.ts';

type Texts = Record<
  | 'title'
  | 'about'
  | 'howMade'
  | 'notHere'
  | 'agesCaption'
  | 'conditionsCaption'
  | 'chart'
  | 'chartNote'
  | 'none'
  | 'age'
  | 'condition'
  | 'open'
  | 'oldest'
  | 'settled'
  | 'median'
  | 'ninety',
  string
> & { ages: Record<AgeBand, string> };

export const CONDITIONS_REPORT_TEXTS: Localized<Texts> = {
  en: {
    title: 'Conditions before appointment',
    about: 'How long clearances and the other conditions before an appointment have been open, and how long they took.',
    howMade:
      'Counted from the day on which a condition was asked for, or opened again, to today or to its outcome. Appointments that were ended are left out.',
    notHere: 'Medical conditions are in none of these figures.',
    agesCaption: 'Open conditions by age',
    conditionsCaption: 'Each condition',
    chart: 'Open conditions by age',
    chartNote: 'Each bar is as long as there are open conditions.',
    none: 'No condition was asked for, of the vacancies that you asked for.',
    age: 'Open for',
    condition: 'Condition',
    open: 'Open',
    oldest: 'Oldest, days',
    settled: 'Met',
    median: 'Median, days',
    ninety: '90th percentile, days',
    ages: {
      month: 'up to 30 days',
      quarter: '31 to 91 days',
      'half-year': '92 to 182 days',
      year: '183 to 365 days',
      longer: 'more than a year',
    },
  },
  fr: {
    title: 'Conditions préalables à la nomination',
    about:
      'Depuis combien de temps les habilitations et les autres conditions préalables à une nomination sont ouvertes, et combien de temps elles ont pris.',
    howMade:
      'Le décompte va du jour où une condition a été demandée, ou rouverte, jusqu’à aujourd’hui ou à son issue. Les nominations closes ne sont pas comptées.',
    notHere: 'Les conditions médicales ne figurent dans aucun de ces chiffres.',
    agesCaption: 'Conditions ouvertes selon leur ancienneté',
    conditionsCaption: 'Chaque condition',
    chart: 'Conditions ouvertes selon leur ancienneté',
    chartNote: 'La longueur de chaque barre suit le nombre de conditions ouvertes.',
    none: 'Aucune condition n’a été demandée, selon les critères choisis.',
    age: 'Ouverte depuis',
    condition: 'Condition',
    open: 'Ouvertes',
    oldest: 'La plus ancienne, en jours',
    settled: 'Remplies',
    median: 'Médiane, en jours',
    ninety: '90e centile, en jours',
    ages: {
      month: '30 jours au plus',
      quarter: '31 à 91 jours',
      'half-year': '92 à 182 jours',
      year: '183 à 365 jours',
      longer: 'plus d’un an',
    },
  },
};
