import type { Localized } from './platform/language.ts';

type ErrorText = { title: string; message: string };
export type ErrorKind =
  'not-found' | 'fault' | 'too-large' | 'cross-site' | 'broken-text' | 'not-understood' | 'unsupported-form';

/** What a page says when there is no page: what happened, and what to do now. */
export const ERROR_TEXTS: Localized<Record<ErrorKind, ErrorText>> = {
  en: {
    'not-found': {
      title: 'There is nothing at this address',
      message:
        'Check the address, or start again from the list of vacancies. If you followed a link from us, please sign in first: some pages are shown only to the person they belong to.',
    },
    fault: {
      title: 'Something went wrong on our side',
      message:
        'What you had saved is safe. Go back and try again; if it happens again, quote the reference below to those who run this service.',
    },
    'too-large': {
      title: 'What you sent is too large',
      message:
        'A form may hold 1 MB of text and a file 5 MB. Go back, shorten the text or make the file smaller, and send it again: nothing you had saved was changed.',
    },
    'cross-site': {
      title: 'This form came from another site',
      message: 'To protect you, we accept forms only from our own pages. Open the page here and send it again.',
    },
    'broken-text': {
      title: 'Some characters arrived broken',
      message:
        'The text holds characters that are not valid UTF-8, so it cannot be kept as you wrote it. Go back and paste it again as plain text: nothing you had saved was changed.',
    },
    'not-understood': {
      title: 'We could not read this request',
      message: 'It does not have the form that this page sends. Go back, reload the page and try again.',
    },
    'unsupported-form': {
      title: 'We could not read this kind of form',
      message: 'It does not have the form that this page sends. Go back, reload the page and try again.',
    },
  },
  fr: {
    'not-found': {
      title: 'Il n’y a rien à cette adresse',
      message:
        'Vérifiez l’adresse ou repartez de la liste des postes à pourvoir. Si vous avez suivi un lien que nous vous avons envoyé, connectez-vous d’abord : certaines pages ne sont montrées qu’à la personne à qui elles appartiennent.',
    },
    fault: {
      title: 'Un problème est survenu de notre côté',
      message:
        'Ce que vous aviez enregistré est intact. Revenez en arrière et réessayez ; si le problème se répète, communiquez la référence ci-dessous aux responsables du service.',
    },
    'too-large': {
      title: 'Votre envoi est trop volumineux',
      message:
        'Un formulaire peut contenir 1 Mo de texte et un fichier 5 Mo. Revenez en arrière, raccourcissez le texte ou réduisez le fichier, puis renvoyez-le : rien de ce que vous aviez enregistré n’a changé.',
    },
    'cross-site': {
      title: 'Ce formulaire vient d’un autre site',
      message:
        'Pour votre protection, nous n’acceptons que les formulaires de nos propres pages. Ouvrez la page ici et envoyez-la de nouveau.',
    },
    'broken-text': {
      title: 'Certains caractères sont arrivés abîmés',
      message:
        'Le texte contient des caractères qui ne sont pas de l’UTF-8 valide : il ne peut pas être conservé tel que vous l’avez écrit. Revenez en arrière et collez-le de nouveau en texte brut : rien de ce que vous aviez enregistré n’a changé.',
    },
    'not-understood': {
      title: 'Nous n’avons pas pu lire cette demande',
      message: 'Elle n’a pas la forme que cette page envoie. Revenez en arrière, rechargez la page et réessayez.',
    },
    'unsupported-form': {
      title: 'Nous n’avons pas pu lire ce type de formulaire',
      message: 'Il n’a pas la forme que cette page envoie. Revenez en arrière, rechargez la page et réessayez.',
    },
  },
};

export const APP_TEXTS: Localized<Record<'vacancies' | 'reference', string>> = {
  en: { vacancies: 'All vacancies', reference: 'Reference' },
  fr: { vacancies: 'Tous les postes à pourvoir', reference: 'Référence' },
};

/** What a page says instead of itself while there is more to do than can be done. */
export const BUSY_TEXTS: Localized<{ title: string; wait: string; drafts: string; toDrafts: string }> = {
  en: {
    title: 'Very many people are here just now',
    wait: 'This page will load again by itself in {n} seconds. You need do nothing.',
    drafts:
      'Applications come first: drafts can be opened, saved and submitted as ever, and what counts is when your submission reaches us.',
    toDrafts: 'Go to my applications',
  },
  fr: {
    title: 'L’affluence est très forte en ce moment',
    wait: 'Cette page se rechargera d’elle-même dans {n} secondes. Vous n’avez rien à faire.',
    drafts:
      'Les candidatures passent d’abord : les brouillons s’ouvrent, s’enregistrent et se soumettent comme toujours, et c’est l’arrivée de votre envoi chez nous qui compte.',
    toDrafts: 'Aller à mes candidatures',
  },
};
