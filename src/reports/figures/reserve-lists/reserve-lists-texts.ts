import type { Localized } from '../../../platform/language.ts';
import type { Term } from './reserve-lists.ts';

type Texts = Record<
  | 'title'
  | 'about'
  | 'howMade'
  | 'noLength'
  | 'termsCaption'
  | 'listsCaption'
  | 'chart'
  | 'chartNote'
  | 'none'
  | 'expires'
  | 'lists'
  | 'people'
  | 'first'
  | 'last',
  string
> & { length: { one: string; other: string }; terms: Record<Term, string> };

export const RESERVE_LISTS_TEXTS: Localized<Texts> = {
  en: {
    title: 'Reserve lists',
    about: 'How many people stand on reserve lists, and when the lists expire.',
    howMade: 'Those are counted who stand on a reserve list now and have not withdrawn. Nobody is named here.',
    noLength: 'The organisation’s data do not say for how long a reserve list is kept, so none of them expires.',
    length: { one: 'A place on a list is kept for {n} month.', other: 'A place on a list is kept for {n} months.' },
    termsCaption: 'By when they expire',
    listsCaption: 'The list of each vacancy',
    chart: 'People by when their place expires',
    chartNote: 'Each bar is as long as there are people.',
    none: 'Nobody stands on a reserve list, of the vacancies that you asked for.',
    expires: 'Expires',
    lists: 'Lists',
    people: 'People',
    first: 'First place expires after',
    last: 'Last place expires after',
    terms: {
      ended: 'expired',
      'within-3': 'within 3 months',
      'within-6': 'in 3 to 6 months',
      'within-12': 'in 6 to 12 months',
      later: 'later',
      'no-end': 'no end',
    },
  },
  fr: {
    title: 'Listes de réserve',
    about: 'Combien de personnes figurent sur les listes de réserve, et quand les listes expirent.',
    howMade:
      'Sont comptées les personnes qui figurent actuellement sur une liste de réserve et ne se sont pas retirées. Personne n’est nommé ici.',
    noLength:
      'Les données de l’organisation ne disent pas combien de temps une liste de réserve est conservée : aucune n’expire donc.',
    length: {
      one: 'Une inscription sur la liste est conservée {n} mois.',
      other: 'Une inscription sur la liste est conservée {n} mois.',
    },
    termsCaption: 'Selon leur expiration',
    listsCaption: 'La liste de chaque vacance de poste',
    chart: 'Personnes selon l’expiration de leur inscription',
    chartNote: 'La longueur de chaque barre suit le nombre de personnes.',
    none: 'Personne ne figure sur une liste de réserve, selon les critères choisis.',
    expires: 'Expiration',
    lists: 'Listes',
    people: 'Personnes',
    first: 'Première expiration après le',
    last: 'Dernière expiration après le',
    terms: {
      ended: 'expirée',
      'within-3': 'dans les 3 mois',
      'within-6': 'dans 3 à 6 mois',
      'within-12': 'dans 6 à 12 mois',
      later: 'plus tard',
      'no-end': 'sans fin',
    },
  },
};
