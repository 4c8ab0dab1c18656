import type { Localized } from '../platform/language.ts';

type Information = { title: string; paragraphs: string[] };
export const INFORMATION_PAGES = ['accessibility', 'data-protection'] as const;
export type InformationPage = (typeof INFORMATION_PAGES)[number];

/** What every installation can truthfully say of Concours; an organisation adds its own legal notice elsewhere. */
export const INFORMATION_TEXTS: Localized<Record<InformationPage, Information>> = {
  en: {
    accessibility: {
      title: 'Accessibility',
      paragraphs: [
        'Every page works with a keyboard, with a screen reader, without JavaScript, on a narrow screen and in print, in light and in dark.',
        'We check each page by machine against WCAG 2.2, levels A and AA, in every language. Machines see only part of what matters: no independent audit and no test with people who use assistive technology has been made yet.',
        'If you need an accommodation during the selection, tell the organisation in your own words. What you say of your health is kept apart from your application.',
      ],
    },
    'data-protection': {
      title: 'Data protection',
      paragraphs: [
        'We store what you type, the documents you attach, and when you did so. Nothing is bought, guessed or taken from elsewhere.',
        'Your application is read by the people who recruit for that vacancy. Each time one of them opens it, that is recorded. No machine scores, ranks or rejects you.',
        'We set three kinds of cookie: one that keeps you signed in, one that remembers your language, and, if you say your nationality to narrow the list of vacancies or to ask whether you may apply, one that remembers it until the browser is closed; an account that you create meanwhile begins with it. Nobody else receives anything from these pages.',
        'You can change your draft until you submit it, see all your sessions in your account and end them, and withdraw an application at any time.',
      ],
    },
  },
  fr: {
    accessibility: {
      title: 'Accessibilité',
      paragraphs: [
        'Toutes les pages fonctionnent au clavier, avec un lecteur d’écran, sans JavaScript, sur un écran étroit et à l’impression, en clair comme en sombre.',
        'Nous contrôlons chaque page par programme au regard des WCAG 2.2, niveaux A et AA, dans chaque langue. Un programme ne voit qu’une partie de ce qui compte : aucun audit indépendant ni essai avec des personnes utilisant une technologie d’assistance n’a encore eu lieu.',
        'S’il vous faut un aménagement pendant la sélection, dites-le à l’organisation avec vos propres mots. Ce que vous dites de votre santé est conservé à part de votre candidature.',
      ],
    },
    'data-protection': {
      title: 'Protection des données',
      paragraphs: [
        'Nous conservons ce que vous saisissez, les documents que vous joignez et le moment où vous l’avez fait. Rien n’est acheté, deviné ni pris ailleurs.',
        'Votre candidature est lue par les personnes chargées du recrutement pour ce poste. Chaque ouverture par l’une d’elles est consignée. Aucune machine ne vous note, ne vous classe ni ne vous écarte.',
        'Nous utilisons trois sortes de témoins de connexion : l’un vous garde connecté(e), un autre retient votre langue, le dernier retient, jusqu’à la fermeture du navigateur, la nationalité que vous indiquez pour affiner la liste des postes ou pour savoir si vous pouvez postuler ; un compte que vous créez entre-temps commence par elle. Personne d’autre ne reçoit quoi que ce soit de ces pages.',
        'Vous pouvez modifier votre brouillon jusqu’à son envoi, voir et fermer toutes vos sessions dans votre compte, et retirer une candidature à tout moment.',
      ],
    },
  },
};
