import type { Localized } from '../../platform/language.ts';

type EducationTexts = {
  title: string;
  lede: string;
  which: string;
  whichIntro: string;
  usualNames: string;
  noNames: string;
  allNames: string;
  country: string;
  countryHint: string;
  anyCountry: string;
  show: string;
  kinds: string;
  kind: string;
  meaning: string;
  levels: string;
  called: string;
  usually: string;
  remarks: string;
  noFullDegree: string;
  unchecked: string;
  or: string;
  names: string;
  namesNote: string;
  judged: string;
  other: string;
  asksFor: string;
  newTab: string;
};

export const EDUCATION_TEXTS: Localized<EducationTexts> = {
  en: {
    title: 'Which kind of degree is mine?',
    lede: 'Degrees have many names, and the same name may be another degree in another country or at another time. Choose the nearest kind, and write the degree in its own words: these count.',
    which: 'Which is mine?',
    whichIntro:
      'Choose the nearest. If you choose wrongly, nothing is lost: a person judges your degree by its own words.',
    usualNames: 'What it is usually called',
    noNames: 'Nothing is written here about degrees of this country. Go by the kinds in plain words above.',
    allNames: 'What degrees are called in each country',
    country: 'Country of the degree',
    countryHint: 'Where it was awarded, whatever your nationality.',
    anyCountry: 'All countries',
    show: 'Show',
    kinds: 'The kinds, in plain words',
    kind: 'Kind',
    meaning: 'What is meant',
    levels: 'Level',
    called: 'Name of the degree',
    usually: 'Usually',
    remarks: 'To know',
    noFullDegree: 'no full degree',
    unchecked: 'Not yet checked against a public page:',
    or: 'or',
    names: 'Usual names, country by country',
    namesNote: 'Examples, neither complete nor binding. Where a name is missing, go by the years of study.',
    judged: 'Who judges a degree: {who}. The kind you choose excludes nobody.',
    other: 'None of these, or you cannot tell: choose “Other, or I don’t know”.',
    asksFor: 'What this notice says of degrees',
    newTab: '(opens a new tab)',
  },
  fr: {
    title: 'Quelle est la nature de mon diplôme ?',
    lede: 'Les diplômes portent bien des noms, et le même nom peut désigner un autre diplôme dans un autre pays ou à une autre époque. Choisissez la catégorie la plus proche et écrivez l’intitulé dans ses propres termes : c’est lui qui compte.',
    which: 'Lequel est le mien ?',
    whichIntro:
      'Choisissez la plus proche. Si vous vous trompez, rien n’est perdu : une personne apprécie votre diplôme d’après son intitulé.',
    usualNames: 'Son nom habituel',
    noNames: 'Rien n’est écrit ici sur les diplômes de ce pays. Fiez-vous aux catégories expliquées ci-dessus.',
    allNames: 'Le nom des diplômes dans chaque pays',
    country: 'Pays du diplôme',
    countryHint: 'Là où il a été délivré, quelle que soit votre nationalité.',
    anyCountry: 'Tous les pays',
    show: 'Afficher',
    kinds: 'Les catégories, en clair',
    kind: 'Catégorie',
    meaning: 'Ce qu’on entend par là',
    levels: 'Niveau',
    called: 'Intitulé du diplôme',
    usually: 'En général',
    remarks: 'À savoir',
    noFullDegree: 'pas un diplôme complet',
    unchecked: 'Pas encore vérifié sur une page publique :',
    or: 'ou',
    names: 'Les intitulés habituels, pays par pays',
    namesNote:
      'Ce sont des exemples, ni complets ni contraignants. Si un intitulé manque, fiez-vous à la durée des études.',
    judged: 'Qui apprécie un diplôme : {who}. La catégorie choisie n’exclut personne.',
    other: 'Aucune de celles-ci, ou vous ne savez pas : choisissez « Autre, ou je ne sais pas ».',
    asksFor: 'Ce que cet avis dit des diplômes',
    newTab: '(nouvel onglet)',
  },
};

/** What is of no kind, or whose owner cannot tell. */
export const OTHER_KIND_NAME: Localized = { en: 'Other, or I don’t know', fr: 'Autre, ou je ne sais pas' };
