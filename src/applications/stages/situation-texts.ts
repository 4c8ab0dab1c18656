import type { Localized } from '../../platform/language.ts';
import type { Situation } from './situation.ts';

type Words = { label: string; meaning: string; next: string };

const EN: Record<Situation, Words> = {
  'awaiting-closing': {
    label: 'Submitted',
    meaning: 'We have it, and you have a receipt for it.',
    next: 'It is looked at together with the others, once the vacancy has closed. You need do nothing.',
  },
  received: {
    label: 'Submitted',
    meaning: 'We have it, and you have a receipt for it. The vacancy has closed.',
    next: 'Screening. You need do nothing; we tell you here when it begins.',
  },
  'under-review': {
    label: 'Under review',
    meaning: 'People are reading it.',
    next: 'You are invited to the next stage, or told that it is not retained and why.',
  },
  invited: {
    label: 'Invited',
    meaning: 'You are invited to a stage of the selection.',
    next: 'Read the messages about it; they say when, where and how.',
  },
  'reserve-listed': {
    label: 'On the reserve list',
    meaning: 'You passed the selection, and may be offered this post or a similar one later.',
    next: 'We write to you when there is something to offer. You may go on applying elsewhere.',
  },
  selected: {
    label: 'Selected',
    meaning: 'You were chosen for the post.',
    next: 'The conditions before an appointment are looked into, and you are made an offer. Nothing is final before they are met. The page of your appointment says how far it is.',
  },
  appointed: {
    label: 'Appointed',
    meaning: 'You are appointed to the post.',
    next: 'The page of your appointment says from which day, and that of your contract its dates.',
  },
  'not-retained': {
    label: 'Not retained',
    meaning: 'Your application does not go on.',
    next: 'The page of this application says the reason, and what you may do now.',
  },
  'vacancy-cancelled': {
    label: 'Vacancy cancelled',
    meaning: 'The vacancy was cancelled. Your application was not turned down: there is no post to fill.',
    next: 'Nothing more happens. You may apply for other vacancies.',
  },
  'vacancy-filled': {
    label: 'Post filled',
    meaning: 'The post is filled.',
    next: 'We tell you here what was decided on your application.',
  },
  withdrawn: {
    label: 'Withdrawn',
    meaning: 'You withdrew it. It is no longer considered.',
    next: 'Nothing more happens.',
  },
};

const FR: Record<Situation, Words> = {
  'awaiting-closing': {
    label: 'Soumise',
    meaning: 'Nous l’avons, et vous en avez l’accusé de réception.',
    next: 'Elle est examinée avec les autres après la clôture. Vous n’avez rien à faire.',
  },
  received: {
    label: 'Soumise',
    meaning: 'Nous l’avons, et vous en avez l’accusé de réception. Le dépôt des candidatures est clos.',
    next: 'L’examen des candidatures. Vous n’avez rien à faire ; nous vous disons ici quand il commence.',
  },
  'under-review': {
    label: 'En cours d’examen',
    meaning: 'Des personnes la lisent.',
    next: 'Vous êtes invité(e) à l’étape suivante, ou informé(e) qu’elle n’est pas retenue et pourquoi.',
  },
  invited: {
    label: 'Invitation',
    meaning: 'Vous êtes invité(e) à une étape de la sélection.',
    next: 'Lisez les messages à ce sujet ; ils disent quand, où et comment.',
  },
  'reserve-listed': {
    label: 'Sur la liste de réserve',
    meaning: 'Vous avez réussi la sélection, et ce poste ou un poste semblable peut vous être proposé plus tard.',
    next: 'Nous vous écrivons dès qu’il y a une proposition. Vous pouvez continuer à postuler ailleurs.',
  },
  selected: {
    label: 'Candidature choisie',
    meaning: 'Vous avez été choisi(e) pour le poste.',
    next: 'Les conditions préalables à une nomination sont vérifiées, et une offre vous est faite. Rien n’est définitif avant qu’elles soient remplies. La page de votre nomination dit où elle en est.',
  },
  appointed: {
    label: 'Nomination',
    meaning: 'Vous êtes nommé(e) à ce poste.',
    next: 'La page de votre nomination dit à compter de quel jour, et celle de votre contrat ses échéances.',
  },
  'not-retained': {
    label: 'Non retenue',
    meaning: 'Votre candidature s’arrête là.',
    next: 'La page de cette candidature donne la raison et ce que vous pouvez faire maintenant.',
  },
  'vacancy-cancelled': {
    label: 'Poste annulé',
    meaning: 'L’avis a été annulé. Votre candidature n’a pas été écartée : il n’y a plus de poste à pourvoir.',
    next: 'Il n’y a pas de suite. Vous pouvez postuler à d’autres postes.',
  },
  'vacancy-filled': {
    label: 'Poste pourvu',
    meaning: 'Le poste est pourvu.',
    next: 'Nous vous disons ici ce qui a été décidé sur votre candidature.',
  },
  withdrawn: {
    label: 'Retirée',
    meaning: 'Vous l’avez retirée. Elle n’est plus prise en considération.',
    next: 'Il n’y a pas de suite.',
  },
};

/** Where a submitted application stands: a word for it, what it means, and what is next. */
export const SITUATION_TEXTS: Localized<Record<Situation, Words>> = { en: EN, fr: FR };
