import type { Localized } from '../../platform/language.ts';
import type { Audience } from '../vacancy.ts';

type Limited = Exclude<Audience, 'both'>;

const EN = {
  link: 'Open to everybody',
  hint: {
    internal: 'So far serving staff alone can read it and apply.',
    external: 'So far serving staff cannot apply.',
  } satisfies Record<Limited, string>,
  title: 'Open {reference} to everybody?',
  sentence: {
    internal: '“{title}” is then public, and everybody who is eligible can apply.',
    external: 'Serving staff can then apply for “{title}” as well.',
  } satisfies Record<Limited, string>,
  final: 'This cannot be undone: a vacancy that people may apply for is not closed to some of them.',
  deadline: 'Applications are received until {deadline}. If little time is left, extend the deadline as well.',
  note: { en: 'What the public is told, in English', fr: 'What the public is told, in French' },
  submit: 'Open to everybody',
};

const FR: typeof EN = {
  link: 'Ouvrir à tout le monde',
  hint: {
    internal: 'Jusqu’ici, seul le personnel en fonction peut le lire et postuler.',
    external: 'Jusqu’ici, le personnel en fonction ne peut pas postuler.',
  },
  title: 'Ouvrir {reference} à tout le monde ?',
  sentence: {
    internal: '« {title} » devient public, et toute personne admissible peut postuler.',
    external: 'Le personnel en fonction peut aussi postuler à « {title} ».',
  },
  final:
    'C’est sans retour : un poste auquel on peut postuler ne se ferme pas à certaines des personnes qui le pouvaient.',
  deadline: 'Date limite : {deadline}. S’il reste peu de temps, reportez-la aussi.',
  note: { en: 'Ce qui est dit au public, en anglais', fr: 'Ce qui est dit au public, en français' },
  submit: 'Ouvrir à tout le monde',
};

/** Every word of the page that opens a vacancy to everybody. */
export const OPENING_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

/** What the public is told, to be edited before it is. */
export const OPENING_NOTES: Record<Limited, Localized> = {
  internal: {
    en: 'This vacancy was for serving staff; it is now open to everybody who is eligible.',
    fr: 'Ce poste était réservé au personnel en fonction ; il est désormais ouvert à toute personne admissible.',
  },
  external: {
    en: 'This vacancy was for external candidates; serving staff may now apply as well.',
    fr: 'Ce poste s’adressait aux candidat(e)s externes ; le personnel en fonction peut désormais postuler aussi.',
  },
};
