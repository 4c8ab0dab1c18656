import type { Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { InternalDatesRefusal } from './internal-dates.ts';

const EN = {
  link: 'Dates of serving staff',
  title: 'Dates of serving staff: {reference}',
  lede: 'What is set here is shown to serving staff alone, in the internal portal. Nothing of it is public.',
  publicDeadline: 'Deadline for everybody',
  deadline: 'Last day to apply by the internal portal',
  deadlineHint: 'Leave it empty where serving staff have the same deadline as everybody. It cannot be a later one.',
  deadlineTime: 'Time',
  timeHint: 'As 23:59, {zone}.',
  opening: 'Open to everybody from',
  openingHint:
    'Until then serving staff alone can read it and apply. At that instant Concours opens it, and the public is told: “{note}”',
  openingTime: 'Time of the opening',
  reason: 'Reason',
  reasonHint:
    'For the history, where the last day of serving staff moves. Those who have begun an application by the internal portal are told the new date by mail.',
  save: 'Save the dates',
  saved: 'The dates of serving staff are saved.',
  problem: { date: 'Write a day that exists, as 18 1 2027.', time: 'Write a time, as 23:59.' },
  refused: {
    'no-internal-dates': 'This vacancy has no dates of serving staff: it is not for them, or no longer open.',
    'after-public-deadline': 'Set a day before the deadline for everybody, or extend that first',
    'internal-deadline-passed': 'Set a day to come',
    'internal-deadline-before-publication': 'Set a day after the publication',
    'public-from-passed': 'Set a day to come, after the publication',
    'public-from-after-deadline': 'Set a day before the deadline',
    'public-from-not-internal': 'Only a vacancy for serving staff alone can open to everybody later',
    'no-reason-for-move': 'Say why the last day of serving staff moves',
  } satisfies Record<InternalDatesRefusal['kind'], string>,
  /** To serving staff, in the internal portal. */
  yours: 'By the internal portal, you can apply until {deadline}. The deadline for others is another one.',
  opens: 'Until {opening} this vacancy is for serving staff alone; from then on it is open to everybody.',
};

const FR: typeof EN = {
  link: 'Dates du personnel en fonction',
  title: 'Dates du personnel en fonction : {reference}',
  lede: 'Ce qui est fixé ici n’est montré qu’au personnel en fonction, sur le portail interne. Rien n’en est public.',
  publicDeadline: 'Date limite pour tout le monde',
  deadline: 'Dernier jour pour postuler par le portail interne',
  deadlineHint:
    'À laisser vide si le personnel en fonction a la même date limite que tout le monde. Elle ne peut être plus tardive.',
  deadlineTime: 'Heure',
  timeHint: 'Par exemple 23:59, {zone}.',
  opening: 'Ouvert à tout le monde à partir du',
  openingHint:
    'D’ici là, seul le personnel en fonction peut le lire et postuler. À cet instant, Concours l’ouvre, et le public apprend : « {note} »',
  openingTime: 'Heure de l’ouverture',
  reason: 'Raison',
  reasonHint:
    'Pour l’historique, si le dernier jour du personnel en fonction change. Les personnes qui ont commencé une candidature par le portail interne apprennent la nouvelle date par courriel.',
  save: 'Enregistrer les dates',
  saved: 'Les dates du personnel en fonction sont enregistrées.',
  problem: { date: 'Écrivez un jour qui existe, comme 18 1 2027.', time: 'Écrivez une heure, comme 23:59.' },
  refused: {
    'no-internal-dates':
      'Ce poste n’a pas de dates du personnel en fonction : il ne s’adresse pas à lui, ou n’est plus ouvert.',
    'after-public-deadline': 'Fixez un jour avant la date limite pour tout le monde, ou reportez d’abord celle-ci',
    'internal-deadline-passed': 'Fixez un jour à venir',
    'internal-deadline-before-publication': 'Fixez un jour après la publication',
    'public-from-passed': 'Fixez un jour à venir, après la publication',
    'public-from-after-deadline': 'Fixez un jour avant la date limite',
    'public-from-not-internal':
      'Seul un poste réservé au personnel en fonction peut s’ouvrir plus tard à tout le monde',
    'no-reason-for-move': 'Dites pourquoi le dernier jour du personnel en fonction change',
  },
  yours:
    'Par le portail interne, vous pouvez postuler jusqu’à cette date : {deadline}. Celle des autres personnes est différente.',
  opens:
    'Jusqu’à cette date, ce poste est réservé au personnel en fonction : {opening}. Il s’ouvre ensuite à tout le monde.',
};

/** Every word about the dates of serving staff. */
export const INTERNAL_DATES_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

/** What the history says, after the name of whoever did it. */
export const INTERNAL_DATES_EVENT: Localized = {
  en: 'set the dates of serving staff',
  fr: 'a fixé les dates du personnel en fonction',
};

/** The field that a refusal is about; none where nothing can be set at all. */
export function fieldOfRefusal({ kind }: InternalDatesRefusal): string | undefined {
  switch (kind) {
    case 'no-internal-dates':
      return undefined;
    case 'no-reason-for-move':
      return 'reason';
    case 'public-from-passed':
    case 'public-from-after-deadline':
    case 'public-from-not-internal':
      return 'opening';
    case 'after-public-deadline':
    case 'internal-deadline-passed':
    case 'internal-deadline-before-publication':
      return 'deadline';
    default:
      return assertNever(kind);
  }
}
