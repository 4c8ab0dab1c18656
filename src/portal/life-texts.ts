import type { Localized } from '../platform/language.ts';

const EN = {
  internal: 'Internal vacancy',
  internalNote: 'Internal vacancy: only serving staff can read it and apply.',
  externalNote: 'For external candidates: serving staff cannot apply.',
  byInternal: 'You are serving staff: please apply by the internal portal.',
  byInternalLink: 'This vacancy in the internal portal',
  closedByHand: 'This vacancy is closed: applications are no longer received.',
};

const FR: typeof EN = {
  internal: 'Poste interne',
  internalNote: 'Poste interne : seul le personnel en fonction peut lire cet avis et postuler.',
  externalNote: 'Pour les candidat(e)s externes : le personnel en fonction ne peut pas postuler.',
  byInternal: 'Vous faites partie du personnel en fonction : veuillez postuler par le portail interne.',
  byInternalLink: 'Ce poste sur le portail interne',
  closedByHand: 'Ce poste est clos : les candidatures ne sont plus reçues.',
};

/** What a public page says of whom a vacancy is for, and of its end. */
export const LIFE_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };
