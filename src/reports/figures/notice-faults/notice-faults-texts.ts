import type { Localized } from '../../../platform/language.ts';
import type { Family, FaultLanguage } from './notice-faults.ts';

type Forms = { one: string; other: string };
type Texts = Record<
  | 'title'
  | 'about'
  | 'howMade'
  | 'kindsCaption'
  | 'languagesCaption'
  | 'rulesCaption'
  | 'chart'
  | 'chartNote'
  | 'none'
  | 'kind'
  | 'language'
  | 'rule'
  | 'found'
  | 'mended'
  | 'left'
  | 'all',
  string
> & {
  counted: Forms;
  unread: Forms;
  families: Record<Family, string>;
  languages: Record<FaultLanguage, string>;
  bar: (mended: string, found: string) => string;
};

export const NOTICE_FAULTS_TEXTS: Localized<Texts> = {
  en: {
    title: 'Faults of notices before publication',
    about: 'What the checks found in the language versions of notices, and what of it was mended before publication.',
    howMade:
      'Each saved version of a notice is checked, until it is published. A fault counts once per notice; it was mended if the version that was published no longer has it. What a person let stand with a reason counts as still there.',
    counted: { one: '{n} published notice is counted.', other: '{n} published notices are counted.' },
    unread: {
      one: '{n} more is still being checked; the figures are complete in a few minutes.',
      other: '{n} more are still being checked; the figures are complete in a few minutes.',
    },
    kindsCaption: 'Faults by kind',
    languagesCaption: 'Faults by language',
    rulesCaption: 'Faults by rule and language',
    chart: 'Faults found and mended, by kind',
    chartNote: 'The bar ends at those that were mended before publication, the line at all that were found.',
    none: 'No fault was found in the notices that you asked for.',
    kind: 'Kind',
    language: 'Language',
    rule: 'Rule',
    found: 'Found',
    mended: 'Mended before publication',
    left: 'Still there',
    all: 'All',
    families: {
      parity: 'The languages against each other',
      completeness: 'What a notice must say',
      language: 'How it is written',
    },
    languages: { en: 'English', fr: 'French', both: 'Both, or a fact' },
    bar: (mended, found) => `${mended} mended of ${found}`,
  },
  fr: {
    title: 'Défauts des avis avant publication',
    about:
      'Ce que les vérifications ont trouvé dans les versions linguistiques des avis, et ce qui en a été corrigé avant publication.',
    howMade:
      'Chaque version enregistrée d’un avis est vérifiée, jusqu’à sa publication. Un défaut compte une fois par avis ; il a été corrigé si la version publiée ne l’a plus. Ce qu’une personne a laissé avec un motif compte comme encore présent.',
    counted: { one: '{n} avis publié est compté.', other: '{n} avis publiés sont comptés.' },
    unread: {
      one: '{n} autre est encore en cours de vérification ; les chiffres seront complets dans quelques minutes.',
      other: '{n} autres sont encore en cours de vérification ; les chiffres seront complets dans quelques minutes.',
    },
    kindsCaption: 'Défauts par nature',
    languagesCaption: 'Défauts par langue',
    rulesCaption: 'Défauts par règle et par langue',
    chart: 'Défauts trouvés et corrigés, par nature',
    chartNote:
      'La barre s’arrête à ceux qui ont été corrigés avant publication, le trait à tous ceux qui ont été trouvés.',
    none: 'Aucun défaut n’a été trouvé dans les avis répondant aux critères choisis.',
    kind: 'Nature',
    language: 'Langue',
    rule: 'Règle',
    found: 'Trouvés',
    mended: 'Corrigés avant publication',
    left: 'Encore présents',
    all: 'Tous',
    families: {
      parity: 'Une langue face à l’autre',
      completeness: 'Ce qu’un avis doit dire',
      language: 'La rédaction',
    },
    languages: { en: 'anglais', fr: 'français', both: 'les deux, ou une donnée' },
    bar: (mended, found) => `${mended} corrigés sur ${found}`,
  },
};
