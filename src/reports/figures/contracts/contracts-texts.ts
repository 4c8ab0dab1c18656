import type { Localized } from '../../../platform/language.ts';
import type { ContractTerm } from './contracts.ts';

type Texts = Record<
  | 'title'
  | 'about'
  | 'howMade'
  | 'notRenewed'
  | 'termsCaption'
  | 'vacanciesCaption'
  | 'chart'
  | 'chartNote'
  | 'none'
  | 'ends'
  | 'contracts'
  | 'seconded'
  | 'next'
  | 'indefinite',
  string
> & { terms: Record<ContractTerm, string> };

export const CONTRACTS_TEXTS: Localized<Texts> = {
  en: {
    title: 'Contracts',
    about: 'How many contracts end in the next months, and on the posts of which vacancies.',
    howMade:
      'Those are counted who are appointed and whose service has not ended, by the last day of their contract as it stands. Nobody is named here.',
    notRenewed: 'A renewal counts once it is agreed, an indefinite contract once it is granted.',
    termsCaption: 'By when they end',
    vacanciesCaption: 'On the posts of each vacancy',
    chart: 'Contracts by when they end',
    chartNote: 'Each bar is as long as there are contracts.',
    none: 'There is no contract on the posts of the vacancies that you asked for.',
    ends: 'Ends',
    contracts: 'Contracts',
    seconded: 'Of these seconded',
    next: 'Next end',
    indefinite: 'Of these indefinite',
    terms: {
      past: 'last day past, no end recorded',
      'within-3': 'within 3 months',
      'within-6': 'in 3 to 6 months',
      'within-12': 'in 6 to 12 months',
      'within-24': 'in 12 to 24 months',
      later: 'later',
      indefinite: 'indefinite',
      'not-entered': 'length not entered',
    },
  },
  fr: {
    title: 'Contrats',
    about: 'Combien de contrats prennent fin dans les prochains mois, et sur les postes de quelles vacances.',
    howMade:
      'Sont comptées les personnes nommées dont le service n’a pas pris fin, selon le dernier jour de leur contrat dans son état actuel. Personne n’est nommé ici.',
    notRenewed:
      'Un renouvellement compte dès qu’il est convenu, un contrat d’une durée indéterminée dès qu’il est accordé.',
    termsCaption: 'Selon leur fin',
    vacanciesCaption: 'Sur les postes de chaque vacance de poste',
    chart: 'Contrats selon leur fin',
    chartNote: 'La longueur de chaque barre suit le nombre de contrats.',
    none: 'Il n’y a pas de contrat sur les postes répondant aux critères choisis.',
    ends: 'Fin',
    contracts: 'Contrats',
    seconded: 'Dont détachements',
    next: 'Prochaine fin',
    indefinite: 'Dont durée indéterminée',
    terms: {
      past: 'dernier jour passé, fin non consignée',
      'within-3': 'dans les 3 mois',
      'within-6': 'dans 3 à 6 mois',
      'within-12': 'dans 6 à 12 mois',
      'within-24': 'dans 12 à 24 mois',
      later: 'plus tard',
      indefinite: 'durée indéterminée',
      'not-entered': 'durée non saisie',
    },
  },
};
