import type { Localized } from '../platform/language.ts';

type SiteTexts = {
  skip: string;
  mainNavigation: string;
  staffNavigation: string;
  footerNavigation: string;
  languageSwitch: string;
  languageName: string;
  vacancies: string;
  signIn: string;
  signOut: string;
  signedInAs: string;
  myAccount: string;
  staff: string;
  regulations: string;
  receipts: string;
  accessibility: string;
  dataProtection: string;
  developers: string;
  development: string;
  errorPrefix: string;
  problem: string;
  optional: string;
  choose: string;
  day: string;
  month: string;
  year: string;
  charactersLeft: CountTexts;
  charactersOver: CountTexts;
  upTo: string;
  why: string;
  stepOf: string;
  stepDone: string;
  stepCurrent: string;
  stepToDo: string;
  pages: string;
  page: string;
  previous: string;
  next: string;
  nothingHere: string;
  findings: string;
  number: string;
  fingerprint: string;
  whatNext: string;
  whatStored: string;
  proof: string;
  localTime: string;
  saved: string;
  saving: string;
  putBack: string;
  showOthers: string;
  joined: string;
  unsaved: string;
  notSaved: string;
  signedOut: string;
  signInAgain: string;
  changedElsewhere: string;
  compare: string;
};

/** A count with its noun: `{n}` stands for the figure. */
type CountTexts = { one: string; other: string };

export const SITE_TEXTS: Localized<SiteTexts> = {
  en: {
    skip: 'Skip to the content',
    mainNavigation: 'Main',
    staffNavigation: 'Staff',
    footerNavigation: 'About this site',
    languageSwitch: 'Language',
    languageName: 'English',
    vacancies: 'Vacancies',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signedInAs: 'Signed in as',
    myAccount: 'my account',
    staff: 'staff',
    regulations: 'The regulations',
    receipts: 'Check a receipt',
    accessibility: 'Accessibility',
    dataProtection: 'Data protection',
    developers: 'For developers',
    development: 'Development installation: nothing here is real.',
    errorPrefix: 'Error:',
    problem: 'There is a problem',
    optional: '(optional)',
    choose: 'Choose',
    day: 'Day',
    month: 'Month',
    year: 'Year',
    charactersLeft: { one: '{n} character left', other: '{n} characters left' },
    charactersOver: { one: '{n} character too many', other: '{n} characters too many' },
    upTo: 'At most {n} characters',
    why: 'Why?',
    stepOf: 'Step {n} of {total}',
    stepDone: 'Done',
    stepCurrent: 'Now',
    stepToDo: 'To come',
    pages: 'Pages',
    page: 'Page',
    previous: 'Previous',
    next: 'Next',
    nothingHere: 'nothing stands here',
    findings: 'Findings',
    number: 'Number',
    fingerprint: 'SHA-256',
    whatNext: 'What happens next',
    whatStored: 'What we stored',
    proof: 'Proof',
    localTime: '{time} for you',
    saved: 'Saved {time}',
    saving: 'Saving…',
    putBack: 'What you typed at {time} had not reached us. It stands in the form again and is being saved.',
    showOthers: 'Show the page as saved',
    joined: 'Saved {time}, joined with what was changed in another tab or on another device.',
    unsaved:
      'Something you typed has not been saved yet, because the server could not be reached. If you sign out now, it is lost. Sign out all the same?',
    notSaved: 'Not saved yet: no answer from the server. What you typed stands here; we keep trying.',
    signedOut: 'Not saved: you have been signed out. Your text stays on this page.',
    signInAgain: 'Sign in (new tab)',
    changedElsewhere: 'Not saved: this was changed in another tab or on another device.',
    compare: 'Compare both',
  },
  fr: {
    skip: 'Aller au contenu',
    mainNavigation: 'Navigation principale',
    staffNavigation: 'Personnel',
    footerNavigation: 'À propos de ce site',
    languageSwitch: 'Langue',
    languageName: 'Français',
    vacancies: 'Postes à pourvoir',
    signIn: 'Se connecter',
    signOut: 'Se déconnecter',
    signedInAs: 'Connecté(e) en tant que',
    myAccount: 'mon compte',
    staff: 'personnel',
    regulations: 'Le règlement',
    receipts: 'Vérifier un accusé de réception',
    accessibility: 'Accessibilité',
    dataProtection: 'Protection des données',
    developers: 'Développeuses et développeurs',
    development: 'Installation de développement : rien ici n’est réel.',
    errorPrefix: 'Erreur :',
    problem: 'Il y a un problème',
    optional: '(facultatif)',
    choose: 'Choisir',
    day: 'Jour',
    month: 'Mois',
    year: 'Année',
    charactersLeft: { one: '{n} caractère restant', other: '{n} caractères restants' },
    charactersOver: { one: '{n} caractère de trop', other: '{n} caractères de trop' },
    upTo: '{n} caractères au plus',
    why: 'Pourquoi ?',
    stepOf: 'Étape {n} sur {total}',
    stepDone: 'Fait',
    stepCurrent: 'En cours',
    stepToDo: 'À venir',
    pages: 'Pages',
    page: 'Page',
    previous: 'Précédente',
    next: 'Suivante',
    nothingHere: 'rien ne figure ici',
    findings: 'Constats',
    number: 'Numéro',
    fingerprint: 'SHA-256',
    whatNext: 'La suite',
    whatStored: 'Ce que nous avons enregistré',
    proof: 'Preuve',
    localTime: '{time} chez vous',
    saved: 'Enregistré à {time}',
    saving: 'Enregistrement…',
    putBack:
      'Ce que vous avez saisi à {time} ne nous était pas parvenu. Le texte figure de nouveau dans le formulaire et est en cours d’enregistrement.',
    showOthers: 'Afficher la page telle qu’enregistrée',
    joined: 'Enregistré à {time}, avec ce qui a été modifié dans un autre onglet ou sur un autre appareil.',
    unsaved:
      'Une partie de votre saisie n’est pas encore enregistrée, car le serveur n’a pas pu être joint. Si vous vous déconnectez maintenant, elle sera perdue. Se déconnecter quand même ?',
    notSaved: 'Pas encore enregistré : le serveur ne répond pas. Ce que vous avez saisi reste ici ; nous réessayons.',
    signedOut: 'Non enregistré : vous avez été déconnecté(e). Votre texte reste sur cette page.',
    signInAgain: 'Se connecter (nouvel onglet)',
    changedElsewhere: 'Non enregistré : modifié dans un autre onglet ou sur un autre appareil.',
    compare: 'Comparer les deux',
  },
};
