import type { Localized } from '../../platform/language.ts';
import type { RestorationRefusal } from './notice-version.ts';
import { explain } from '../vacancy-texts.ts';

/** What a listener is told at each mark of a comparison. */
export const WORD_DIFFERENCE_TEXTS = {
  en: { added: 'put in:', removed: 'taken out:', end: 'end' },
  fr: { added: 'ajouté :', removed: 'retiré :', end: 'fin' },
} as const satisfies Localized<object>;

const EN = {
  link: 'Versions',
  title: 'Versions of {reference}',
  back: 'Back to the review',
  intro:
    'The notice as it stood after each change. Nothing here is ever deleted: to restore a version makes a new one.',
  shown: { one: '{n} version, the last first', other: '{n} versions, the last first' },
  number: 'Version',
  saved: 'Saved',
  by: 'By',
  action: 'What was done',
  fields: 'What changed',
  ways: 'See',
  first: 'the whole notice',
  compare: 'Compare with the one before',
  compareAbout: ': version {n}',
  restoreWay: 'Restore',
  restoreAbout: ' version {n}: see first what would change',
  current: 'stands now',
  none: 'No version is kept',
  noneHint: 'The first is kept as soon as the notice is saved.',
  changed: 'Changed',
  actions: {
    import: 'Imported',
    'take-version': 'New import taken',
    edit: 'Edited',
    translate: 'Translated',
    'import-translation': 'Translation file brought in',
    'restore-version': 'Earlier version restored',
  } as Record<string, string>,
  comparison: {
    title: 'Version {from} and version {to} of {reference}',
    back: 'All versions',
    choose: 'Compare two versions',
    from: 'From version',
    to: 'To version',
    option: '{n}: {time}, {name}',
    show: 'Compare',
    caption: { one: '{n} field differs', other: '{n} fields differ' },
    field: 'Field',
    version: 'Version {n}',
    same: 'These two versions say the same.',
    empty: 'nothing',
  },
  restore: {
    title: 'Restore version {n}',
    sentence:
      'The notice becomes what version {n} says, as shown above. What stands now stays in the list as version {last}, so that this can be undone.',
    button: 'Yes, restore version {n}',
    done: 'Version {n} is restored.',
  },
};

type Texts = typeof EN;

const FR: Texts = {
  link: 'Versions',
  title: 'Versions de {reference}',
  back: 'Retour à la relecture',
  intro:
    'L’avis tel qu’il figurait après chaque modification. Rien n’est jamais supprimé ici : rétablir une version en crée une nouvelle.',
  shown: { one: '{n} version, la dernière en premier', other: '{n} versions, la dernière en premier' },
  number: 'Version',
  saved: 'Enregistrée',
  by: 'Par',
  action: 'Ce qui a été fait',
  fields: 'Ce qui a changé',
  ways: 'Voir',
  first: 'l’avis entier',
  compare: 'Comparer à la précédente',
  compareAbout: ' : version {n}',
  restoreWay: 'Rétablir',
  restoreAbout: ' la version {n} : voir d’abord ce qui changerait',
  current: 'en vigueur',
  none: 'Aucune version n’est conservée',
  noneHint: 'La première l’est dès que l’avis est enregistré.',
  changed: 'Modification',
  actions: {
    import: 'Importation',
    'take-version': 'Nouvelle importation acceptée',
    edit: 'Modification',
    translate: 'Traduction',
    'import-translation': 'Fichier de traduction versé',
    'restore-version': 'Version antérieure rétablie',
  },
  comparison: {
    title: 'Version {from} et version {to} de {reference}',
    back: 'Toutes les versions',
    choose: 'Comparer deux versions',
    from: 'De la version',
    to: 'À la version',
    option: '{n} : {time}, {name}',
    show: 'Comparer',
    caption: { one: '{n} champ diffère', other: '{n} champs diffèrent' },
    field: 'Champ',
    version: 'Version {n}',
    same: 'Ces deux versions disent la même chose.',
    empty: 'rien',
  },
  restore: {
    title: 'Rétablir la version {n}',
    sentence:
      'L’avis redevient ce que dit la version {n}, comme indiqué ci-dessus. Ce qui figure actuellement reste dans la liste comme version {last} : ceci peut donc être annulé.',
    button: 'Oui, rétablir la version {n}',
    done: 'La version {n} est rétablie.',
  },
};

export const NOTICE_VERSION_TEXTS: Localized<Texts> = { en: EN, fr: FR };

/** What would clear the way. */
export function explainRestoration(refusal: RestorationRefusal): Localized {
  if (refusal.kind === 'is-public')
    return {
      en: 'The public has seen this notice, so no earlier version is put back in one go. Edit what is wrong in it instead.',
      fr: 'Le public a vu cet avis : une version antérieure ne peut pas y être remise d’un bloc. Modifiez plutôt ce qui est inexact.',
    };
  return explain(refusal);
}
