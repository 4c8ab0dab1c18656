import type { Localized } from '../../platform/language.ts';
import type { Position } from '../../applications/stages/stage-state.ts';
import { assertNever } from '../../platform/result.ts';
import type { RedoReach } from '../redo/redo.ts';
import type { Ending, ReviewAction, ReviewKind, ReviewRefusal, ReviewStatus } from './review.ts';

const EN = {
  title: 'Reasons and review',
  lede: 'Here you can ask why it was decided so, or ask for the decision to be looked at again.',
  back: 'Your application',
  stands: 'What the decision stands on',
  standsNote:
    'It is kept as it was on the day of the decision. You read what is about you; of other candidates nothing.',
  letter: 'The letter of the decision as PDF',
  decision: 'Decision',
  decidedOn: 'Told on',
  outcomes: { 'not-retained': 'Not retained', 'reserve-listed': 'Reserve list' } as Partial<Record<Position, string>>,
  reason: 'The reason',
  noScores: 'No panel scored this application.',
  scores: 'Your scores',
  item: 'What was scored',
  stage: 'Stage',
  points: 'Points',
  outOf: (points: number, highest: number) => `${points} of ${highest}`,
  stageScore: 'Score of the stage',
  total: 'Total, of 100',
  failed: (stage: string) => `Below the pass mark: ${stage}`,
  fingerprint: 'Fingerprint of the signed report (SHA-256)',
  noRight: 'No source of this organisation gives a right to reasons or to a review',
  noRightNote:
    'You may ask about the decision in a message on this application. Who may help you otherwise, no source of ours says.',
  nothingYet: 'Nothing has been decided yet that you could ask about',
  nothingYetNote: 'Once you are told of a decision, this page says what you may ask, and until when.',
  until: (day: string) => `You may ask until ${day}, midnight included.`,
  late: (day: string) =>
    `The last day to ask was ${day}. You may still ask; a person decides whether your reason for asking now is good enough.`,
  answered: 'Answered by',
  answerDays: (days: number) => `Within ${days} days of your asking.`,
  noAnswerDays: 'No source says within how many days it is answered.',
  ask: 'Ask',
  kind: 'What do you ask for?',
  kinds: { reasons: 'The reasons of the decision', review: 'A review of the decision' } satisfies Record<
    ReviewKind,
    string
  >,
  kindHints: {
    reasons: 'You are told why, by somebody who had no part in it. The decision stays as it is.',
    review:
      'Somebody who had no part in it looks at it again: it stands, or it is re-done from a stage, for you alone.',
  } satisfies Record<ReviewKind, string>,
  words: 'In your own words',
  wordsHint: 'What do you want to know, or what was overlooked?',
  lateReason: 'Why do you ask only now?',
  send: 'Send',
  yours: 'What you have asked for',
  none: 'You have asked for nothing yet.',
  askedOn: 'Asked on',
  answerBy: 'To be answered by',
  noDay: 'no day is set',
  status: 'State',
  statuses: {
    requested: 'Received',
    assigned: 'Being looked at',
    answered: 'Reasons given',
    upheld: 'The decision stands',
    dismissed: 'Not receivable',
    redone: 'Re-done',
    'taken-back': 'Taken back',
  } satisfies Record<ReviewStatus, string>,
  answer: 'The answer',
  takeBack: 'Take it back',
  done: {
    asked: 'Your request is received. You are told by a message when it is answered.',
    taken: 'Your request is taken back.',
    named: 'The person is named, and told by mail.',
    decided: 'Decided. The candidate is told.',
  },
  changed: 'This was changed meanwhile. Here is how it stands now.',
  listTitle: (reference: string) => `Reasons and reviews ${reference}`,
  listLede:
    'Who asked, until when it is to be answered, and who looks at it. What they wrote and the record are for that person alone.',
  listNone: 'Nobody has asked for reasons or for a review',
  listNoneNote: 'Requests appear here once candidates have been told.',
  candidate: 'Application',
  asks: 'Asks for',
  reviewer: 'Looked at by',
  nobody: 'Nobody yet',
  overdue: 'Overdue',
  isLate: 'Asked late',
  name: 'Name who looks at it',
  nameHint: 'The e-mail address of somebody of the organisation who had no part in this competition.',
  forWhich: (number: string) => `For ${number}`,
  address: 'E-mail address',
  nameButton: 'Name',
  ownTitle: 'Reviews that are yours',
  ownNone: 'No review waits for you',
  ownNoneNote: 'You are told by mail when you are named for one.',
  open: 'Open',
  caseTitle: (number: string) => `Review ${number}`,
  caseLede: 'You had no part in this decision. You read the record as it was, and decide with a reason.',
  theirWords: 'What the candidate wrote',
  theirLateReason: 'Why they ask after the last day',
  recordOf: 'The frozen record',
  order: 'The order as it was signed',
  rank: 'Rank',
  panelWrote: 'What the panel wrote',
  received: 'The application as it was received',
  decide: 'Your decision',
  endings: {
    answer: 'Give the reasons',
    uphold: 'The decision stands',
    redo: 'It is re-done from a stage',
    dismiss: 'Not receivable',
  } satisfies Record<Ending, string>,
  endingHints: {
    answer: 'The decision stays as it is.',
    uphold: 'Nothing changes.',
    redo: 'That step is opened again for this candidate alone; what was found there is void, and stays in the record. Nobody else is affected.',
    dismiss: 'Asked too late, or not by the person concerned.',
  } satisfies Record<Ending, string>,
  from: 'Only if it is re-done: from which stage',
  screening: 'The examination of the application',
  outcomeReason: (language: string) => `Your reason, in the candidate’s language (${language})`,
  languages: { en: 'English', fr: 'French' } satisfies Localized,
  outcomeReasonHint: 'They read it word for word. Tell nothing of other candidates.',
  decideButton: 'Decide and tell the candidate',
  redoFrom: 'Re-done from',
  reachOf: 'Only if it is re-done: how much',
  reach: 'How much is re-done',
  reaches: { step: 'That step alone', onward: 'That step and all after it' } satisfies Record<RedoReach, string>,
  reachHints: {
    step: 'What was found at later steps stands. A later step they never came to is open to them.',
    onward: 'What was found at later steps is void as well.',
  } satisfies Record<RedoReach, string>,
  voided: 'Scores that are void',
  mail: {
    subject: (reference: string) => `You are named for a review ${reference}`,
    text: 'You are asked to look at a decision in which you had no part. What it is about stands behind this link:',
    arrangeSubject: (reference: string) => `A request about a decision ${reference}`,
    arrangeText: 'Somebody asks about a decision. Please name who looks at it:',
  },
};

export type ReviewTexts = typeof EN;

const FR: ReviewTexts = {
  title: 'Motifs et réexamen',
  lede: 'Vous pouvez demander ici pourquoi il en a été décidé ainsi, ou demander que la décision soit réexaminée.',
  back: 'Votre candidature',
  stands: 'Ce sur quoi la décision repose',
  standsNote:
    'C’est conservé tel que c’était le jour de la décision. Vous lisez ce qui vous concerne ; des autres candidatures, rien.',
  letter: 'La lettre de décision en PDF',
  decision: 'Décision',
  decidedOn: 'Communiquée le',
  outcomes: { 'not-retained': 'Non retenu(e)', 'reserve-listed': 'Liste de réserve' },
  reason: 'La raison',
  noScores: 'Aucun jury n’a noté cette candidature.',
  scores: 'Vos notes',
  item: 'Ce qui a été noté',
  stage: 'Étape',
  points: 'Points',
  outOf: (points, highest) => `${points} sur ${highest}`,
  stageScore: 'Note de l’étape',
  total: 'Total, sur 100',
  failed: (stage) => `En dessous de la note minimale : ${stage}`,
  fingerprint: 'Empreinte du rapport signé (SHA-256)',
  noRight: 'Aucune source de cette organisation ne donne droit à des motifs ni à un réexamen',
  noRightNote:
    'Vous pouvez poser une question sur la décision par un message sur cette candidature. Qui pourrait vous aider autrement, aucune de nos sources ne le dit.',
  nothingYet: 'Rien n’a encore été décidé sur quoi vous pourriez demander quelque chose',
  nothingYetNote:
    'Une fois que vous serez informé(e) d’une décision, cette page dira ce que vous pouvez demander, et jusqu’à quand.',
  until: (day) => `Vous pouvez le demander jusqu’au ${day} à minuit.`,
  late: (day) =>
    `Le dernier jour pour le demander était le ${day}. Vous pouvez encore le faire ; une personne décide si la raison de ce retard est recevable.`,
  answered: 'Réponse donnée par',
  answerDays: (days) => `Dans les ${days} jours de votre demande.`,
  noAnswerDays: 'Aucune source ne dit dans combien de jours il y est répondu.',
  ask: 'Demander',
  kind: 'Que demandez-vous ?',
  kinds: { reasons: 'Les motifs de la décision', review: 'Un réexamen de la décision' },
  kindHints: {
    reasons: 'Une personne qui n’y a pas pris part vous dit pourquoi. La décision reste telle quelle.',
    review:
      'Une personne qui n’y a pas pris part la réexamine : elle est maintenue, ou reprise depuis une étape, pour vous seul(e).',
  },
  words: 'Avec vos propres mots',
  wordsHint: 'Que voulez-vous savoir, ou qu’a-t-on négligé ?',
  lateReason: 'Pourquoi ne le demandez-vous que maintenant ?',
  send: 'Envoyer',
  yours: 'Ce que vous avez demandé',
  none: 'Vous n’avez encore rien demandé.',
  askedOn: 'Demandé le',
  answerBy: 'Réponse attendue pour le',
  noDay: 'aucun jour n’est fixé',
  status: 'État',
  statuses: {
    requested: 'Reçue',
    assigned: 'À l’examen',
    answered: 'Motifs donnés',
    upheld: 'La décision est maintenue',
    dismissed: 'Non recevable',
    redone: 'Reprise',
    'taken-back': 'Retirée',
  },
  answer: 'La réponse',
  takeBack: 'La retirer',
  done: {
    asked: 'Votre demande est reçue. Un message vous dira quand il y sera répondu.',
    taken: 'Votre demande est retirée.',
    named: 'La personne est désignée, et informée par courriel.',
    decided: 'C’est décidé. La candidate ou le candidat en est informé(e).',
  },
  changed: 'Cela a été modifié entre-temps. Voici l’état actuel.',
  listTitle: (reference) => `Motifs et réexamens ${reference}`,
  listLede:
    'Qui a demandé, pour quand la réponse est attendue, et qui s’en charge. Ce qui est écrit et le dossier sont pour cette seule personne.',
  listNone: 'Personne n’a demandé de motifs ni de réexamen',
  listNoneNote: 'Les demandes apparaissent ici une fois les candidates et candidats informés.',
  candidate: 'Candidature',
  asks: 'Demande',
  reviewer: 'Examinée par',
  nobody: 'Personne encore',
  overdue: 'En retard',
  isLate: 'Demande tardive',
  name: 'Désigner qui l’examine',
  nameHint: 'L’adresse électronique d’une personne de l’organisation qui n’a pas pris part à ce concours.',
  forWhich: (number) => `Pour ${number}`,
  address: 'Adresse électronique',
  nameButton: 'Désigner',
  ownTitle: 'Vos réexamens',
  ownNone: 'Aucun réexamen ne vous attend',
  ownNoneNote: 'Un courriel vous prévient quand vous êtes désigné(e).',
  open: 'Ouvrir',
  caseTitle: (number) => `Réexamen ${number}`,
  caseLede:
    'Vous n’avez pas pris part à cette décision. Vous lisez le dossier tel qu’il était, et décidez en motivant.',
  theirWords: 'Ce qu’a écrit la candidate ou le candidat',
  theirLateReason: 'Pourquoi la demande est faite après le dernier jour',
  recordOf: 'Le dossier figé',
  order: 'L’ordre tel qu’il a été signé',
  rank: 'Rang',
  panelWrote: 'Ce qu’a écrit le jury',
  received: 'La candidature telle qu’elle a été reçue',
  decide: 'Votre décision',
  endings: {
    answer: 'Donner les motifs',
    uphold: 'La décision est maintenue',
    redo: 'Elle est reprise depuis une étape',
    dismiss: 'Non recevable',
  },
  endingHints: {
    answer: 'La décision reste telle quelle.',
    uphold: 'Rien ne change.',
    redo: 'Cette étape est rouverte pour cette seule candidature ; ce qui y a été constaté est sans effet, et reste au dossier. Personne d’autre n’est concerné.',
    dismiss: 'Demandé trop tard, ou pas par la personne concernée.',
  },
  from: 'Seulement si elle est reprise : depuis quelle étape',
  screening: 'L’examen de la candidature',
  outcomeReason: (language) => `Votre motif, dans la langue de la candidate ou du candidat (${language})`,
  languages: { en: 'anglais', fr: 'français' },
  outcomeReasonHint: 'La personne le lit mot pour mot. N’y dites rien d’autres candidatures.',
  decideButton: 'Décider et informer la personne',
  redoFrom: 'Reprise depuis',
  reachOf: 'Seulement en cas de reprise : dans quelle mesure',
  reach: 'Mesure de la reprise',
  reaches: { step: 'Cette étape seule', onward: 'Cette étape et toutes les suivantes' },
  reachHints: {
    step: 'Ce qui a été constaté aux étapes suivantes demeure. Une étape ultérieure à laquelle la personne n’est jamais arrivée lui est ouverte.',
    onward: 'Ce qui a été constaté aux étapes suivantes est aussi sans effet.',
  },
  voided: 'Notes sans effet',
  mail: {
    subject: (reference) => `Vous êtes désigné(e) pour un réexamen ${reference}`,
    text: 'On vous demande d’examiner une décision à laquelle vous n’avez pas pris part. De quoi il s’agit se trouve derrière ce lien :',
    arrangeSubject: (reference) => `Une demande au sujet d’une décision ${reference}`,
    arrangeText: 'Une personne demande quelque chose au sujet d’une décision. Merci de désigner qui l’examine :',
  },
};

export const REVIEW_TEXTS: Localized<ReviewTexts> = { en: EN, fr: FR };

/** The letter of each ending, before the reason that a person wrote; `[stage]` is filled in. */
export const REVIEW_LETTERS: Record<Ending, { subject: Localized; body: Localized }> = {
  answer: {
    subject: { en: 'The reasons of the decision', fr: 'Les motifs de la décision' },
    body: {
      en: 'You asked for the reasons of the decision on your application. Here they are, from somebody who had no part in it.',
      fr: 'Vous avez demandé les motifs de la décision sur votre candidature. Les voici, d’une personne qui n’y a pas pris part.',
    },
  },
  uphold: {
    subject: { en: 'The review of the decision', fr: 'Le réexamen de la décision' },
    body: {
      en: 'You asked for a review of the decision on your application. It was looked at by somebody who had no part in it: it stands, for this reason.',
      fr: 'Vous avez demandé le réexamen de la décision sur votre candidature. Une personne qui n’y a pas pris part l’a examinée : elle est maintenue, pour le motif suivant.',
    },
  },
  redo: {
    subject: { en: 'The review of the decision', fr: 'Le réexamen de la décision' },
    body: {
      en: 'You asked for a review of the decision on your application. It is re-done for you, from: [stage]. You hear from us about what follows. The reason:',
      fr: 'Vous avez demandé le réexamen de la décision sur votre candidature. Elle est reprise pour vous, depuis : [stage]. Nous vous informerons de la suite. Le motif :',
    },
  },
  dismiss: {
    subject: { en: 'Your request about the decision', fr: 'Votre demande au sujet de la décision' },
    body: {
      en: 'Your request about the decision on your application cannot be received, for this reason.',
      fr: 'Votre demande au sujet de la décision sur votre candidature n’est pas recevable, pour le motif suivant.',
    },
  },
};

const ACTIONS: Localized<Record<ReviewAction, string>> = {
  en: {
    assign: 'naming somebody',
    'take-back': 'taking it back',
    answer: 'giving reasons',
    uphold: 'upholding',
    dismiss: 'dismissing',
    redo: 're-doing',
  },
  fr: {
    assign: 'désigner une personne',
    'take-back': 'la retirer',
    answer: 'donner les motifs',
    uphold: 'maintenir',
    dismiss: 'déclarer non recevable',
    redo: 'reprendre',
  },
};

/** Why something cannot be done with a request, and what would clear the way. */
export function explainReview(refusal: ReviewRefusal): Localized {
  switch (refusal.kind) {
    case 'illegal-move':
      return {
        en: `“${EN.statuses[refusal.from]}”: ${ACTIONS.en[refusal.action]} does not follow from there.`,
        fr: `« ${FR.statuses[refusal.from]} » : impossible de ${ACTIONS.fr[refusal.action]} à partir de là.`,
      };
    case 'not-offered':
      return { en: 'Choose what you ask for', fr: 'Choisissez ce que vous demandez' };
    case 'not-decided':
      return {
        en: 'Nothing was decided that can be asked about.',
        fr: 'Rien n’a été décidé sur quoi demander quelque chose.',
      };
    case 'already-asked':
      return { en: 'You have asked for this already', fr: 'Vous l’avez déjà demandé' };
    case 'words-missing':
      return {
        en: 'Say what you want to know, or what was overlooked',
        fr: 'Dites ce que vous voulez savoir, ou ce qu’on a négligé',
      };
    case 'too-long':
      return { en: 'Keep to 4,000 characters', fr: 'Tenez-vous-en à 4 000 caractères' };
    case 'late-reason-missing':
      return { en: 'Say why you ask only now', fr: 'Dites pourquoi vous ne le demandez que maintenant' };
    case 'unknown-person':
      return { en: 'Nobody of the organisation has this address', fr: 'Personne de l’organisation n’a cette adresse' };
    case 'took-part':
      return {
        en: `${refusal.name || 'This person'} had a part in this competition: name somebody who had none`,
        fr: `${refusal.name || 'Cette personne'} a pris part à ce concours : désignez une personne qui n’y a pas pris part`,
      };
    case 'ending-missing':
      return { en: 'Choose what you decide', fr: 'Choisissez ce que vous décidez' };
    case 'reason-missing':
      return { en: 'Give your reason', fr: 'Donnez votre motif' };
    case 'reach-missing':
      return {
        en: 'Say whether what came after that step is done again as well',
        fr: 'Dites si ce qui a suivi cette étape est également repris',
      };
    case 'report-under-way':
      return {
        en: 'A report on this candidate is being signed or decided: wait until it is',
        fr: 'Un rapport sur cette candidature est en cours de signature ou de décision : attendez qu’il soit tranché',
      };
    case 'stage-missing':
      return { en: 'Choose from which stage it is re-done', fr: 'Choisissez depuis quelle étape elle est reprise' };
    case 'stage-not-planned':
      return {
        en: 'The plan of this competition does not have this stage: choose one that it has, or the examination of the application',
        fr: 'Le plan de ce concours ne comporte pas cette étape : choisissez-en une qui y figure, ou l’examen de la candidature',
      };
    default:
      return assertNever(refusal);
  }
}
