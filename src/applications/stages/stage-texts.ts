import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import type { Position, StageAction, StageRefusal } from './stage-state.ts';

const EN = {
  belowLevel: 'Below the language level that the notice asks for, by the tests of this competition',
  belowLevelWhy: (candidate: string) => `Why ${candidate} is found suitable below the level that the notice asks for`,
  belowLevelHint: 'Needed to select them or put them on the reserve list. A person decides; it stands in the record.',
  belowLevelAsked: 'Who is selected or put on the reserve list below it is asked for with a reason, one by one.',
  levelReasonMissing: (number: string) =>
    `${number} is below the level that the notice asks for: say why they are found suitable`,
  whereItStands: 'Where it stands',
  today: 'Today',
  on: 'on',
  closesOn: 'The vacancy closes',
  noClosing: 'The vacancy has no closing date: applications are looked at as they come.',
  filling: 'Filling in',
  submitted: 'Submitted',
  screening: 'Screening',
  decision: 'Decision',
  decided: {
    'reserve-listed': 'Decision: reserve list',
    selected: 'Decision: selected',
    'not-retained': 'Decision: not retained',
  },
  ended: 'End',
  by: (day: string) => `by ${day}`,
  daySet: 'This day was set for this competition.',
  screenedBy: (day: string) => `All applications are to be read by ${day}.`,
  since: (day: string) => `since ${day}`,
  dueOn: (day: string) => `Date: ${day}`,
  noDate: 'no date is set',
  noDateWhy: 'No source sets a date. You are told here when it is reached.',
  onInvitation: 'On invitation.',
  invitedNow: 'You are invited.',
  onReserveUntil: (day: string) => `You stay on the list until ${day}.`,
  onReserveOpen: 'For how long, no source says; we tell you before it ends.',
  why: 'Where this comes from',
  source: 'Source',
  whoDecided: 'A person decided this, not a machine; the record says who, and when.',
  provisional: 'Provisional schedule',
  provisionalNote: 'As the notice announces it; it may change, and you are told if it does.',
  reason: 'The reason',
  added: 'What was added for you',
  whatNow: 'What you may do now',
  review: (until: string) => `Until ${until}, midnight included, you may ask for a review.`,
  askAbout: 'What the decision stands on, and how to ask about it',
  appointment: 'Your appointment: how far it is, and what is needed from you',
  similarPosts: 'Say whether you want to be considered for similar posts',
  noReview: 'No rule of ours gives a right to have the decision looked at again. You may ask about it in a message.',
  similarPost: {
    'same-or-lower':
      'You may still be offered a similar post at the same or a lower grade, if you meet its requirements and have said that you want to be considered.',
    same: 'You may still be offered a similar post at the same grade, if you meet its requirements and have said that you want to be considered.',
  },
  otherVacancies: 'See the open vacancies',
  noTelephone: 'No need to telephone or write',
  noTelephoneNote: 'Everything we can say about your application stands on this page, as soon as it is so.',
  messages: 'Messages',
  unread: { one: '{n} unread', other: '{n} unread' },
  times: 'Times of the stages, and who came',
  invitations: 'Invitations: dates, times and what you answer',
  references: 'People whom we may ask about your work',
  number: 'Number',
  selection: 'Selection',
  selectionOf: (reference: string) => `Selection for vacancy ${reference}`,
  intro:
    'A person takes each step, and it stands under their name. Applicants see it at once, with its meaning; a mail only says that there is news.',
  positions: {
    received: 'Not looked at yet',
    'under-review': 'Under review',
    invited: 'Invited',
    'reserve-listed': 'Reserve list',
    selected: 'Selected',
    'not-retained': 'Not retained',
  } satisfies Record<Position, string>,
  actions: {
    review: 'Begin the review',
    invite: 'Invite to a stage',
    'not-retain': 'Do not retain',
    reserve: 'Put on the reserve list',
    select: 'Select for the post',
    reconsider: 'Take back into review',
  } satisfies Record<StageAction, string>,
  nobody: 'No application stands here.',
  nobodyNote: 'Choose another place in the procedure above.',
  applicant: 'Applicant',
  since1: 'Since',
  stage: 'Stage',
  whom: 'For whom',
  whomTicked: 'Those ticked',
  whomAll: (count: string) => `All who stand here (${count})`,
  tick: 'Applications',
  step: 'The step',
  stageHint: 'Only stages that lie ahead of the person.',
  dueOn1: 'Day of the stage, or last day for it',
  dueOnHint: 'Shown to the applicant. Leave it empty while it is not known.',
  reasonHint: 'The applicant reads the sentence below the name.',
  noteEn: 'More to tell the applicant, in English',
  noteFr: 'More to tell the applicant, in French',
  noteHint: 'Shown to each of them with the reason. What is in one language only is shown in it, marked as such.',
  preview: 'Preview',
  previewTitle: 'Check before it counts',
  previewCount: { one: 'This step is for {n} applicant:', other: 'This step is for {n} applicants:' },
  readsIn: 'Reads in',
  whatTheyRead: (language: string) => `What they read in ${language}`,
  confirm: 'Take this step',
  confirmNote: 'It stands under your name. Applicants see it at once.',
  back: 'Change it',
  done: { one: 'Done for {n} application.', other: 'Done for {n} applications.' },
  changed:
    'Something changed after the preview: somebody withdrew, or a step was taken elsewhere. This is how it stands now.',
  nobodyChosen: 'Tick at least one application, or choose all',
  noAction: 'Choose a step',
  dateWrong: 'Enter a day that exists, with day, month and year',
  choose: 'Choose',
  openApplication: 'Open the application',
};

export type StageTexts = typeof EN;

const FR: StageTexts = {
  belowLevel: 'En dessous du niveau de langue que demande l’avis, selon les épreuves de ce concours',
  belowLevelWhy: (candidate) => `Pourquoi ${candidate} est jugé(e) apte en dessous du niveau que demande l’avis`,
  belowLevelHint:
    'Nécessaire pour sélectionner cette personne ou l’inscrire sur la liste de réserve. Une personne en décide ; le motif figure au dossier.',
  belowLevelAsked:
    'Un motif vous est demandé pour chaque personne sélectionnée ou inscrite sur la liste de réserve en dessous de ce niveau.',
  levelReasonMissing: (number) =>
    `${number} est en dessous du niveau que demande l’avis : dites pourquoi cette personne est jugée apte`,
  whereItStands: 'Où elle en est',
  today: 'Aujourd’hui',
  on: 'le',
  closesOn: 'Clôture du dépôt des candidatures',
  noClosing: 'Cet avis n’a pas de date de clôture : les candidatures sont examinées au fur et à mesure.',
  filling: 'Rédaction',
  submitted: 'Soumission',
  screening: 'Examen des candidatures',
  decision: 'Décision',
  decided: {
    'reserve-listed': 'Décision : liste de réserve',
    selected: 'Décision : candidature choisie',
    'not-retained': 'Décision : non retenue',
  },
  ended: 'Fin',
  by: (day) => `d’ici au ${day}`,
  daySet: 'Cette date a été fixée pour ce concours.',
  screenedBy: (day) => `Toutes les candidatures doivent être lues d’ici au ${day}.`,
  since: (day) => `depuis le ${day}`,
  dueOn: (day) => `Date : ${day}`,
  noDate: 'aucune date n’est fixée',
  noDateWhy: 'Aucune source ne fixe de date. Vous êtes informé(e) ici dès que cette étape est atteinte.',
  onInvitation: 'Sur invitation.',
  invitedNow: 'Vous êtes invité(e).',
  onReserveUntil: (day) => `Vous restez sur la liste jusqu’au ${day}.`,
  onReserveOpen: 'Aucune source ne dit pour combien de temps ; nous vous prévenons avant la fin.',
  why: 'D’où cela vient',
  source: 'Source',
  whoDecided: 'C’est une personne qui l’a décidé, non une machine ; le relevé dit qui, et quand.',
  provisional: 'Calendrier provisoire',
  provisionalNote: 'Tel que l’avis l’annonce ; il peut changer, et vous en seriez informé(e).',
  reason: 'La raison',
  added: 'Ce qui a été ajouté pour vous',
  whatNow: 'Ce que vous pouvez faire maintenant',
  review: (until) => `Jusqu’au ${until} à minuit, vous pouvez demander un réexamen.`,
  askAbout: 'Ce sur quoi la décision repose, et comment poser une question',
  appointment: 'Votre nomination : où elle en est, et ce qui vous est demandé',
  similarPosts: 'Dire si des postes semblables vous intéressent',
  noReview:
    'Aucune de nos règles ne donne le droit de faire réexaminer la décision. Vous pouvez poser des questions dans un message.',
  similarPost: {
    'same-or-lower':
      'Un poste semblable, au même grade ou à un grade inférieur, peut encore vous être proposé si vous en remplissez les conditions et avez dit que cela vous intéresse.',
    same: 'Un poste semblable, au même grade, peut encore vous être proposé si vous en remplissez les conditions et avez dit que cela vous intéresse.',
  },
  otherVacancies: 'Voir les postes à pourvoir',
  noTelephone: 'Inutile de téléphoner ou d’écrire',
  noTelephoneNote: 'Tout ce que nous pouvons dire de votre candidature figure sur cette page, dès que c’est acquis.',
  messages: 'Messages',
  unread: { one: '{n} non lu', other: '{n} non lus' },
  times: 'Horaires des étapes et présences',
  invitations: 'Invitations : dates, horaires et vos réponses',
  references: 'Personnes que nous pouvons interroger sur votre travail',
  number: 'Numéro',
  selection: 'Sélection',
  selectionOf: (reference) => `Sélection pour le poste ${reference}`,
  intro:
    'Chaque étape est le fait d’une personne, et figure sous son nom. Les candidates et candidats la voient aussitôt, avec ce qu’elle signifie ; un courriel dit seulement qu’il y a du nouveau.',
  positions: {
    received: 'Pas encore examinées',
    'under-review': 'En cours d’examen',
    invited: 'Invitations',
    'reserve-listed': 'Liste de réserve',
    selected: 'Choisies',
    'not-retained': 'Non retenues',
  },
  actions: {
    review: 'Commencer l’examen',
    invite: 'Inviter à une étape',
    'not-retain': 'Ne pas retenir',
    reserve: 'Inscrire sur la liste de réserve',
    select: 'Choisir pour le poste',
    reconsider: 'Reprendre l’examen',
  },
  nobody: 'Aucune candidature n’en est là.',
  nobodyNote: 'Choisissez ci-dessus un autre moment de la procédure.',
  applicant: 'Candidate ou candidat',
  since1: 'Depuis',
  stage: 'Étape',
  whom: 'Pour qui',
  whomTicked: 'Les candidatures cochées',
  whomAll: (count) => `Toutes celles qui en sont là (${count})`,
  tick: 'Candidatures',
  step: 'La suite à donner',
  stageHint: 'Seulement les étapes qui restent à venir pour la personne.',
  dueOn1: 'Jour de l’étape, ou dernier jour pour y prendre part',
  dueOnHint: 'Visible de la personne. À laisser vide tant qu’il n’est pas connu.',
  reasonHint: 'La personne lit la phrase qui suit le nom.',
  noteEn: 'Autre chose à dire, en anglais',
  noteFr: 'Autre chose à dire, en français',
  noteHint:
    'Montré à chaque personne avec la raison. Ce qui n’existe que dans une langue est montré dans celle-ci, avec mention.',
  preview: 'Aperçu',
  previewTitle: 'À vérifier avant que cela compte',
  previewCount: { one: 'Cette étape concerne {n} personne :', other: 'Cette étape concerne {n} personnes :' },
  readsIn: 'Lit en',
  whatTheyRead: (language) => `Ce qu’on lit en ${language}`,
  confirm: 'Prendre cette décision',
  confirmNote: 'Elle figure sous votre nom. Les personnes concernées la voient aussitôt.',
  back: 'Modifier',
  done: { one: 'Fait pour {n} candidature.', other: 'Fait pour {n} candidatures.' },
  changed:
    'Quelque chose a changé depuis l’aperçu : un retrait, ou une étape franchie ailleurs. Voici où en sont les choses.',
  nobodyChosen: 'Cochez au moins une candidature, ou choisissez-les toutes',
  noAction: 'Choisissez la suite à donner',
  dateWrong: 'Indiquez un jour qui existe, avec jour, mois et année',
  choose: 'Choisir',
  openApplication: 'Ouvrir la candidature',
};

export const STAGE_TEXTS: Localized<StageTexts> = { en: EN, fr: FR };

/** Why a step cannot be taken, and what would clear the way. */
export function explainStage(refusal: StageRefusal, zone: string): Localized {
  switch (refusal.kind) {
    case 'not-submitted':
      return { en: 'The application was withdrawn.', fr: 'La candidature a été retirée.' };
    case 'still-open':
      return stillOpen(refusal.deadlineAt, zone);
    case 'illegal-step':
      return {
        en: `“${EN.actions[refusal.action]}” cannot follow “${EN.positions[refusal.from]}”.`,
        fr: `« ${FR.actions[refusal.action]} » ne peut pas suivre « ${FR.positions[refusal.from]} ».`,
      };
    case 'stage-missing':
      return { en: 'Choose the stage to invite to', fr: 'Choisissez l’étape de l’invitation' };
    case 'stage-past':
      return {
        en: 'This stage lies behind somebody chosen.',
        fr: 'Cette étape est déjà passée pour une personne choisie.',
      };
    case 'reason-missing':
      return { en: 'Choose the reason that is told', fr: 'Choisissez la raison qui sera donnée' };
    case 'level-reason-missing':
      return {
        en: `Below the language level that the notice asks for: ${refusal.numbers.join(', ')}. Say why they are found suitable.`,
        fr: `En dessous du niveau de langue que demande l’avis : ${refusal.numbers.join(', ')}. Dites pourquoi ces personnes sont jugées aptes.`,
      };
    case 'levels-missing':
      return {
        en: `A review made language levels void, and nobody has recorded them again: ${refusal.numbers.join(', ')}. Record them first, at the stage where they are found.`,
        fr: `Un réexamen a privé d’effet des niveaux de langue, et personne ne les a consignés à nouveau : ${refusal.numbers.join(', ')}. Consignez-les d’abord, à l’étape où ils sont constatés.`,
      };
    case 'own-application':
      return { en: 'Nobody decides on their own application.', fr: 'Nul ne décide de sa propre candidature.' };
    default:
      return assertNever(refusal);
  }
}

function stillOpen(deadlineAt: Date | null, zone: string): Localized {
  const told = (language: Language) => (deadlineAt ? formatInstantToMinute(deadlineAt, zone, language) : '');
  return {
    en: `The vacancy still takes applications, until ${told('en')}. All are looked at together, afterwards.`,
    fr: `Les candidatures sont encore reçues, date limite : ${told('fr')}. Toutes sont examinées ensemble, après.`,
  };
}
