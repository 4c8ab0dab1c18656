import type { Localized } from '../../platform/language.ts';

const EN = {
  title: 'Incidents before deadlines',
  intro:
    'Where no server answered for more than {minutes} minutes in the last {hours} hours before a deadline, or an applicant’s request was refused, it is told here with its figures. Whether the deadline is extended is for you to decide; it is then extended for everybody.',
  none: 'Nothing of the kind happened before any deadline of the last two weeks.',
  onVacancy: 'Something happened before this deadline',
  see: 'See what happened, and extend the deadline',
  down: { one: 'Out of reach for {n} minute', other: 'Out of reach for {n} minutes' },
  notDown: 'Never out of reach',
  refused: { one: '{n} request of an applicant refused', other: '{n} requests of applicants refused' },
  noneRefused: 'no applicant’s request refused',
  shed: { one: '{n} search or view put off', other: '{n} searches or views put off' },
  drafts: { one: '{n} open draft', other: '{n} open drafts' },
  submitted: { one: '{n} application submitted', other: '{n} applications submitted' },
  vacancy: 'Vacancy',
  deadline: 'Deadline',
  ofStaff: 'The last day of serving staff.',
  moveTheirs: 'Give them another',
  happened: 'What happened',
  people: 'Whom it concerns',
  fromTo: '{from} to {to}',
  extend: 'Extend for everybody',
  extendIntro:
    'Everybody who has begun to apply or has submitted is told of the new deadline by mail, in their language; a vacancy that has closed opens again.',
  which: 'For these vacancies',
  days: 'By how much',
  daysHint: 'At the same time of day, counted from the deadline or, where that has passed, from today.',
  dayChoice: { one: '{n} day', other: '{n} days' },
  reason: 'Reason, for the file',
  note: { en: 'What the public is told, in English', fr: 'What the public is told, in French' },
  submit: 'Extend and tell everybody',
  noVacancy: 'Choose at least one vacancy.',
  noDays: 'Choose by how much.',
  noReason: 'Give the reason.',
  noNote: 'Say what the public is told, in each language.',
  changed: 'Meanwhile somebody changed {references}. Look at what is left, and send it again.',
  done: { one: 'The deadline of {n} vacancy was extended.', other: 'The deadlines of {n} vacancies were extended.' },
};

const FR: typeof EN = {
  title: 'Incidents avant une date limite',
  intro:
    'Si aucun serveur n’a répondu pendant plus de {minutes} minutes dans les {hours} dernières heures avant une date limite, ou si la demande d’un candidat ou d’une candidate a été refusée, cela figure ici avec ses chiffres. À vous de décider si la date limite est reportée ; elle l’est alors pour tout le monde.',
  none: 'Rien de tel ne s’est produit avant une date limite des deux dernières semaines.',
  onVacancy: 'Il s’est passé quelque chose avant cette date limite',
  see: 'Voir ce qui s’est passé et reporter la date limite',
  down: { one: 'Hors d’atteinte pendant {n} minute', other: 'Hors d’atteinte pendant {n} minutes' },
  notDown: 'Jamais hors d’atteinte',
  refused: {
    one: '{n} demande d’un candidat ou d’une candidate refusée',
    other: '{n} demandes de candidats et de candidates refusées',
  },
  noneRefused: 'aucune demande de candidat ou de candidate refusée',
  shed: { one: '{n} recherche ou consultation différée', other: '{n} recherches ou consultations différées' },
  drafts: { one: '{n} brouillon ouvert', other: '{n} brouillons ouverts' },
  submitted: { one: '{n} candidature déposée', other: '{n} candidatures déposées' },
  vacancy: 'Vacance de poste',
  deadline: 'Date limite',
  ofStaff: 'Dernier jour du personnel en fonctions.',
  moveTheirs: 'En fixer un autre',
  happened: 'Ce qui s’est passé',
  people: 'Qui est concerné',
  fromTo: '{from} à {to}',
  extend: 'Reporter pour tout le monde',
  extendIntro:
    'Quiconque a commencé à postuler ou a déposé sa candidature est informé de la nouvelle date limite par courriel, dans sa langue ; une vacance close est rouverte.',
  which: 'Pour ces vacances de poste',
  days: 'De combien',
  daysHint: 'À la même heure, à compter de la date limite ou, si elle est passée, d’aujourd’hui.',
  dayChoice: { one: '{n} jour', other: '{n} jours' },
  reason: 'Motif, pour le dossier',
  note: { en: 'Ce qui est dit au public, en anglais', fr: 'Ce qui est dit au public, en français' },
  submit: 'Reporter et informer tout le monde',
  noVacancy: 'Choisissez au moins une vacance de poste.',
  noDays: 'Choisissez de combien.',
  noReason: 'Indiquez le motif.',
  noNote: 'Dites ce qui est annoncé au public, dans chaque langue.',
  changed: 'Entre-temps, quelqu’un a modifié {references}. Voyez ce qui reste, et renvoyez le formulaire.',
  done: {
    one: 'La date limite de {n} vacance de poste est reportée.',
    other: 'Les dates limites de {n} vacances de poste sont reportées.',
  },
};

export const INCIDENT_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

/** What the public is told, to be edited. */
export const INCIDENT_NOTES: Localized = {
  en: 'Our service could not be reached for a time shortly before the deadline. The deadline is therefore extended for everybody.',
  fr: 'Notre service est resté inaccessible pendant un certain temps peu avant la date limite. Celle-ci est donc reportée pour tout le monde.',
};
