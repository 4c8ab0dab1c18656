import type { Localized } from '../../platform/language.ts';

type Texts = Record<
  'title' | 'lede' | 'none' | 'reference' | 'post' | 'grade' | 'audience' | 'deadline' | 'internal' | 'both',
  string
>;

export const INTERNAL_PORTAL_TEXTS: Localized<Texts> = {
  en: {
    title: 'Internal portal',
    lede: 'For serving staff: what is announced to you alone, and what is open to everybody. Apply here, not by the public portal.',
    none: 'No vacancy is open to serving staff at the moment.',
    reference: 'Reference',
    post: 'Post',
    grade: 'Grade',
    audience: 'Announced to',
    deadline: 'Apply until',
    internal: 'Serving staff only',
    both: 'Everybody',
  },
  fr: {
    title: 'Portail interne',
    lede: 'Pour le personnel en fonction : ce qui n’est annoncé qu’à vous, et ce qui est ouvert à tous et toutes. Postulez ici, et non par le portail public.',
    none: 'Aucun poste n’est ouvert au personnel en fonction pour le moment.',
    reference: 'Référence',
    post: 'Poste',
    grade: 'Grade',
    audience: 'Annoncé',
    deadline: 'Postuler avant le',
    internal: 'Au seul personnel en fonction',
    both: 'À tous et toutes',
  },
};
