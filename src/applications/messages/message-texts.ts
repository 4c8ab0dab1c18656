import type { Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { plural } from '../../site/numbers.ts';
import type { TextProblem } from './message.ts';

const EN = {
  myMessages: 'My messages',
  messages: 'Messages',
  about: (number: string) => `Messages about ${number}`,
  none: 'There are no messages.',
  noneNote: 'What those who select have to tell you stands here. A mail tells you when there is something.',
  message: 'Message',
  application: 'Application',
  when: 'When',
  state: 'State',
  unread: 'Unread',
  read: 'Read',
  sentByYou: 'Sent by you',
  backToApplication: 'Back to the application',
  backToMessages: 'My messages',
  from: 'From',
  you: 'You',
  readOn: 'Read on',
  notRead: 'Not read yet',
  answer: 'Your answer',
  answerHint: 'Those who select read it here. Nothing goes by mail.',
  send: 'Send',
  sent: 'Sent.',
  noReply: 'These messages cannot be answered.',
  onlyIn: 'Written in the language of those who sent it.',
  re: (subject: string) => `Re: ${subject}`,
  messagesFor: (reference: string) => `Messages for vacancy ${reference}`,
  backToList: 'All applications to this vacancy',
  backToVacancy: 'Messages of this vacancy',
  compose: 'Write',
  whom: 'To whom',
  everybody: 'All who are in the selection',
  one: (number: string) => `The applicant of ${number}`,
  template: 'Begin from a text of the organisation',
  noTemplate: 'Write it anew',
  putTemplateIn: 'Put the text in',
  subjectIn: { en: 'Subject, in English', fr: 'Subject, in French' },
  bodyIn: { en: 'Text, in English', fr: 'Text, in French' },
  languagesHint: 'Each reads it in their own language. What is in one language only is shown in it, marked as such.',
  replies: 'Answers',
  mayAnswer: 'The applicant may answer',
  preview: 'Preview',
  previewTitle: 'Check before it goes out',
  goesTo: { one: 'It goes to {n} person:', other: 'It goes to {n} people:' },
  readers: { one: '{n} person reads it in {language}', other: '{n} people read it in {language}' },
  foreign: (read: string, own: string) => `In ${read}, since there is no text in ${own}, which they read.`,
  confirm: 'Send it',
  confirmNote: 'It stands under your name, and cannot be taken back. A mail tells each person that there is a message.',
  change: 'Change it',
  changed: 'Who it goes to has changed since the preview. Look at it again.',
  nobody: 'Nobody stands there now.',
  done: { one: 'Sent to {n} person.', other: 'Sent to {n} people.' },
  conversations: 'Sent and answered',
  applicant: 'Applicant',
  sentCount: 'Sent',
  readCount: 'Read',
  answers: 'Answers',
  newAnswers: { one: '{n} new', other: '{n} new' },
  number: 'Number',
  writeTo: 'Write to this applicant',
};

export type MessageTexts = typeof EN;

const FR: MessageTexts = {
  myMessages: 'Mes messages',
  messages: 'Messages',
  about: (number) => `Messages sur ${number}`,
  none: 'Il n’y a pas de message.',
  noneNote:
    'Ce que les personnes chargées de la sélection ont à vous dire figure ici. Un courriel vous prévient quand il y a quelque chose.',
  message: 'Message',
  application: 'Candidature',
  when: 'Quand',
  state: 'État',
  unread: 'Non lu',
  read: 'Lu',
  sentByYou: 'Envoyé par vous',
  backToApplication: 'Retour à la candidature',
  backToMessages: 'Mes messages',
  from: 'De',
  you: 'Vous',
  readOn: 'Lu le',
  notRead: 'Pas encore lu',
  answer: 'Votre réponse',
  answerHint: 'Les personnes chargées de la sélection la lisent ici. Rien ne part par courriel.',
  send: 'Envoyer',
  sent: 'Envoyé.',
  noReply: 'Il n’est pas possible de répondre à ces messages.',
  onlyIn: 'Rédigé dans la langue de la personne qui l’a envoyé.',
  re: (subject) => `Re : ${subject}`,
  messagesFor: (reference) => `Messages pour le poste ${reference}`,
  backToList: 'Toutes les candidatures à ce poste',
  backToVacancy: 'Messages de ce poste',
  compose: 'Écrire',
  whom: 'À qui',
  everybody: 'À toutes les personnes en cours de sélection',
  one: (number) => `À l’auteur(e) de ${number}`,
  template: 'Partir d’un texte de l’organisation',
  noTemplate: 'L’écrire entièrement',
  putTemplateIn: 'Reprendre ce texte',
  subjectIn: { en: 'Objet, en anglais', fr: 'Objet, en français' },
  bodyIn: { en: 'Texte, en anglais', fr: 'Texte, en français' },
  languagesHint:
    'Chaque personne le lit dans sa langue. Ce qui n’existe que dans une langue est montré dans celle-ci, avec mention.',
  replies: 'Réponses',
  mayAnswer: 'La personne peut répondre',
  preview: 'Aperçu',
  previewTitle: 'À vérifier avant l’envoi',
  goesTo: { one: 'Le message va à {n} personne :', other: 'Le message va à {n} personnes :' },
  readers: { one: '{n} personne le lit en {language}', other: '{n} personnes le lisent en {language}' },
  foreign: (read, own) => `En ${read}, faute de texte en ${own}, langue de ces personnes.`,
  confirm: 'Envoyer',
  confirmNote:
    'Le message figure sous votre nom et ne peut pas être repris. Un courriel annonce à chaque personne qu’il y a un message.',
  change: 'Modifier',
  changed: 'Les destinataires ont changé depuis l’aperçu. Regardez-le de nouveau.',
  nobody: 'Personne n’en est là en ce moment.',
  done: { one: 'Envoyé à {n} personne.', other: 'Envoyé à {n} personnes.' },
  conversations: 'Envois et réponses',
  applicant: 'Candidate ou candidat',
  sentCount: 'Envoyés',
  readCount: 'Lus',
  answers: 'Réponses',
  newAnswers: { one: '{n} nouvelle', other: '{n} nouvelles' },
  number: 'Numéro',
  writeTo: 'Écrire à cette personne',
};

export const MESSAGE_TEXTS: Localized<MessageTexts> = { en: EN, fr: FR };

/** What is wrong with a text, at its field. */
export function explainText(problem: TextProblem): Localized {
  switch (problem.kind) {
    case 'nothing-written':
      return { en: 'Write the message in at least one language', fr: 'Écrivez le message dans une langue au moins' };
    case 'subject-missing':
      return { en: 'Write a subject in this language too', fr: 'Écrivez aussi un objet dans cette langue' };
    case 'body-missing':
      return { en: 'Write the text', fr: 'Écrivez le texte' };
    case 'too-long':
      return {
        en: plural(problem.max, { one: 'At most {n} character', other: 'At most {n} characters' }, 'en'),
        fr: plural(problem.max, { one: 'Au plus {n} caractère', other: 'Au plus {n} caractères' }, 'fr'),
      };
    default:
      return assertNever(problem);
  }
}
