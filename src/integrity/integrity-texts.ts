import { explainStage } from '../applications/stages/stage-texts.ts';
import type { Localized } from '../platform/language.ts';
import { assertNever } from '../platform/result.ts';
import { formatDate, formatInstantToMinute } from '../site/dates.ts';
import { formatNumber } from '../site/numbers.ts';
import type { CaseRefusal, CaseStatus, Outcome } from './integrity-case.ts';
import type { ReadingRefusal } from './letter-reading.ts';

const EN = {
  title: 'Integrity',
  ofVacancy: (reference: string) => `Integrity: applications to ${reference}`,
  ofApplication: (number: string) => `Integrity of ${number}`,
  link: 'Integrity',
  backToVacancy: 'Integrity of this vacancy’s applications',
  backToList: 'All applications to this vacancy',
  seeApplication: 'Open the application',
  noScore:
    'No program judges here who wrote a text, and nothing here is a score. What you see are passages. They put no application before or behind another, exclude nobody, and are shown only to those who have read the letter themselves. What they mean is for a person to say.',
  off: 'Applications are not examined',
  offNote:
    'The rules of this organisation reserve no examination of applications for generated text. None is read for it, and nothing is computed.',
  why: 'Where this comes from',
  limits: 'What is seen, and what is not',
  limitsNote:
    'Shared passages are found word by word. A text that was written anew, or translated, shares none: that nothing is found proves nothing. A person’s own earlier letters, the notice and what every form says are left out.',
  settings: (shared: string, percent: string, common: string) =>
    `Passages are shown from ${shared} shared fingerprints on, if they make up ${percent} % of the shorter text; what stands in more than ${common} texts counts as common. These numbers come from artificial text and have not been tried on real letters: rely on what you read, not on them.`,
  readCount: (read: string, all: string) =>
    `${read} of ${all} applications have been read by the program so far; passages shared with the others cannot be found yet.`,
  allRead: {
    one: 'The program has read the one application that there is: no passage of this competition can be shared.',
    other: 'The program has read all {n} applications.',
  },
  noApplications: 'No applications',
  noApplicationsNote: 'Once applications have been submitted, they stand here by their numbers.',
  number: 'Application',
  yourReading: 'Your reading',
  readByYou: 'Read by you',
  notReadByYou: 'Not read by you yet',
  theCase: 'Case',
  noCase: 'None',
  statuses: {
    'awaiting-answer': 'The applicant may answer',
    answered: 'Answered',
    'no-action': 'No further action',
    noted: 'Noted',
    'not-considered': 'Not considered further',
  } satisfies Record<CaseStatus, string>,
  first: 'First read the application yourself',
  firstNote:
    'What the program finds is shown to you once you have read the application with its letters, so that your own impression comes first. Every look at it is recorded under your name; the applicant finds the times in the copy of their data.',
  toOpen: 'Open it here:',
  iHaveRead: 'I have read it',
  cannotYet: 'You cannot say yet that you have read it',
  recorded: 'Noted: you have read it.',
  readAgainDone: 'The texts have been read again.',
  declined: 'The applicant withdrew, or cannot be asked any more.',
  found: 'What there is to look at',
  nothingFound: 'Nothing was found',
  nothingFoundNote:
    'No passage of this application is shared with another, and none meets what is looked for. That says nothing of who wrote it.',
  toKnow: 'To know, no more',
  unread: 'Not read by the program',
  unreadNote: 'These documents were left out:',
  notYetRead: 'The program has not read this application yet.',
  readAgain: 'Read the texts again',
  here: 'This application',
  there: (number: string) => `Application ${number}`,
  passage: 'Passage',
  page: (number: number) => `page ${number}`,
  address: 'Address',
  masked: 'What tells who the author is, as far as it is found, is blacked out.',
  paperOfOthers:
    'This document answers a question. A diploma or a certificate says the same for many, and is not its holder’s text.',
  noText: 'Pages without text',
  noTextNote: 'A program reads nothing on them: a scan or a picture. Look at them in the document itself.',
  openCase: 'Ask the applicant',
  openCaseNote:
    'A case puts a question to the applicant, on the passages that you choose. They are kept as they are now. The applicant is shown each passage of their own text and what you write, never another’s name or text, and can answer.',
  chosen: 'On what',
  reason: 'Why you ask',
  reasonHint: (language: string) =>
    `The applicant reads it as you write it; they read ${language}. Ask, and judge nothing yet.`,
  day: 'The applicant can answer until the end of',
  dayHint: 'No rule says for how long. Give them time to see the message and to think.',
  dayByRule: (days: string, day: string) => `The applicant can answer for ${days} days, until the end of ${day}.`,
  open: 'Open the case and tell the applicant',
  opened: 'The case is open. The applicant has a message.',
  caseOf: (day: string) => `Case of ${day}`,
  openedBy: 'Opened by',
  answerUntil: 'Answer until',
  evidence: 'What it rests on, as it was then',
  fingerprint: 'Fingerprint (SHA-256)',
  answer: 'The applicant’s answer',
  noAnswer: 'No answer so far.',
  noAnswerCame: 'There was no answer.',
  answeredOn: 'Answered',
  decide: 'Decide',
  decideNote:
    'Against the applicant only once they can answer no more; in their favour at any time. It stands under your name and cannot be changed. The applicant reads your reason.',
  anotherDecides: 'The rules ask for another person to decide than the one who opened the case: not you.',
  noRuleOnAnother: 'No rule says whether another person decides than the one who opened the case.',
  outcome: 'Your decision',
  outcomes: {
    'no-action': 'No further action',
    noted: 'Noted: it is kept with the application, and nothing follows by itself',
    'not-considered': 'The application is not considered further',
  } satisfies Record<Outcome, string>,
  outcomeHints: {
    'no-action': 'The question is settled.',
    noted: 'Who selects may weigh it, and says so.',
    'not-considered':
      'At the organisation’s discretion, in your name: it takes the step “not retained” with the reason that the rules have for it.',
  } satisfies Record<Outcome, string>,
  decisionReason: 'Why',
  record: 'Record the decision',
  decided: 'The decision is recorded. The applicant has a message.',
  decidedBy: 'Decided by',
  gone: 'an account that is gone',
  mine: 'A question about your own work',
  mineLink: 'A question about your own work in this application',
  backToMine: 'Back to the application',
  none: 'There is no question',
  noneNote:
    'If somebody who reads your application has a question about whether it is your own work, it stands here. You would have a message.',
  asked: (day: string) => `Question of ${day}`,
  whatItIs:
    'A person has read your application and asks you about the passages below. Nothing has been decided. No program judges you: passages can be alike for many reasons, and you know them best.',
  whyAsked: 'Why you are asked',
  whatItRestsOn: 'What it rests on',
  another: 'These words stand, the same or nearly the same, in another application too.',
  youCan: (until: string) => `You can answer, and replace or take back your answer, until ${until}.`,
  timeOver: (until: string) => `You could answer until ${until}.`,
  yourAnswer: 'Your answer',
  yourAnswerHint: 'In your own words: how the passages came about. Those who decide read it.',
  send: 'Send the answer',
  replace: 'Replace the answer',
  sent: 'Your answer has been received.',
  youWrote: 'What you wrote, so that it is not lost',
  takeBack: 'Take the answer back',
  takenBack: 'Your answer is taken back. Until the day that you were told, you can give another.',
  sentOn: 'Received',
  outcomeTold: 'What was decided',
  told: {
    'no-action': 'The question is settled: nothing follows for your application.',
    noted:
      'It was noted with your application; nothing follows by itself. Those who select may weigh it, and must say so.',
    'not-considered': 'Your application is not considered further.',
  } satisfies Record<Outcome, string>,
  theirReason: 'The reason',
  decidedOn: 'Decided by a named person, not by a program',
  message: {
    asked: {
      subject: 'A question about your application',
      body: 'Somebody who has read your application has a question about whether it is your own work. Nothing has been decided. On the page of your application, under “A question about your own work”, you see what it rests on, word by word, and can answer there.',
    },
    decided: {
      subject: 'The question about your application',
      body: 'A named person has decided on the question about your application. What was decided, and why, stands on the page of your application, under “A question about your own work”.',
    },
  },
};

const FR: typeof EN = {
  title: 'Intégrité',
  ofVacancy: (reference: string) => `Intégrité : candidatures à ${reference}`,
  ofApplication: (number: string) => `Intégrité de ${number}`,
  link: 'Intégrité',
  backToVacancy: 'Intégrité des candidatures à ce poste',
  backToList: 'Toutes les candidatures à ce poste',
  seeApplication: 'Ouvrir la candidature',
  noScore:
    'Aucun programme ne juge ici de qui a écrit un texte, et rien ici n’est une note. Vous voyez des passages. Ils ne placent aucune candidature avant ou après une autre, n’excluent personne, et ne sont montrés qu’à qui a lu la lettre soi-même. C’est à une personne de dire ce qu’ils signifient.',
  off: 'Les candidatures ne sont pas examinées',
  offNote:
    'Les règles de cette organisation ne prévoient aucun examen des candidatures visant à y déceler des textes générés. Aucune n’est lue à cette fin, et rien n’est calculé.',
  why: 'D’où cela vient',
  limits: 'Ce qui se voit, et ce qui ne se voit pas',
  limitsNote:
    'Les passages communs sont trouvés mot à mot. Un texte entièrement réécrit, ou traduit, n’en partage aucun : ne rien trouver ne prouve rien. Les lettres antérieures de la même personne, l’avis et ce que dit tout formulaire sont laissés de côté.',
  settings: (shared: string, percent: string, common: string) =>
    `Des passages sont montrés à partir de ${shared} empreintes communes, s’ils représentent ${percent} % du texte le plus court ; ce qui figure dans plus de ${common} textes est tenu pour courant. Ces nombres viennent de textes artificiels et n’ont pas été éprouvés sur de vraies lettres : fiez-vous à ce que vous lisez, non à eux.`,
  readCount: (read: string, all: string) =>
    `${read} candidatures sur ${all} ont été lues par le programme jusqu’ici ; les passages communs avec les autres ne peuvent pas encore être trouvés.`,
  allRead: {
    one: 'Le programme a lu la seule candidature qu’il y a : aucun passage ne peut être commun avec une autre de ce concours.',
    other: 'Le programme a lu les {n} candidatures.',
  },
  noApplications: 'Aucune candidature',
  noApplicationsNote: 'Une fois déposées, les candidatures figurent ici par leur numéro.',
  number: 'Candidature',
  yourReading: 'Votre lecture',
  readByYou: 'Lue par vous',
  notReadByYou: 'Pas encore lue par vous',
  theCase: 'Dossier',
  noCase: 'Aucun',
  statuses: {
    'awaiting-answer': 'La personne peut répondre',
    answered: 'Réponse reçue',
    'no-action': 'Sans suite',
    noted: 'Consigné',
    'not-considered': 'Candidature non retenue pour la suite',
  },
  first: 'Lisez d’abord vous-même la candidature',
  firstNote:
    'Ce que le programme relève vous est montré une fois que vous avez lu la candidature et ses lettres, pour que votre propre impression vienne en premier. Chaque consultation est enregistrée sous votre nom ; la personne en trouve les heures dans la copie de ses données.',
  toOpen: 'À ouvrir ici :',
  iHaveRead: 'Je l’ai lue',
  cannotYet: 'Vous ne pouvez pas encore dire que vous l’avez lue',
  recorded: 'C’est noté : vous l’avez lue.',
  readAgainDone: 'Les textes ont été relus.',
  declined: 'La personne a retiré sa candidature, ou ne peut plus être interrogée.',
  found: 'Ce qu’il y a à regarder',
  nothingFound: 'Rien n’a été relevé',
  nothingFoundNote:
    'Aucun passage de cette candidature n’est commun avec une autre, et aucun ne répond à ce qui est cherché. Cela ne dit rien de qui l’a écrite.',
  toKnow: 'Pour information, sans plus',
  unread: 'Non lu par le programme',
  unreadNote: 'Ces documents ont été laissés de côté :',
  notYetRead: 'Le programme n’a pas encore lu cette candidature.',
  readAgain: 'Relire les textes',
  here: 'Cette candidature',
  there: (number: string) => `Candidature ${number}`,
  passage: 'Passage',
  page: (number: number) => `page ${number}`,
  address: 'Adresse',
  masked: 'Ce qui révèle qui est l’auteur ou l’autrice, pour autant qu’on le trouve, est masqué.',
  paperOfOthers:
    'Ce document répond à une question. Un diplôme ou une attestation dit la même chose pour beaucoup de gens et n’est pas un texte de leur titulaire.',
  noText: 'Pages sans texte',
  noTextNote: 'Un programme n’y lit rien : c’est une numérisation ou une image. À regarder dans le document lui-même.',
  openCase: 'Interroger la personne',
  openCaseNote:
    'Un dossier pose une question à la personne, sur les passages que vous choisissez. Ils sont conservés tels qu’ils sont maintenant. La personne voit chaque passage de son propre texte et ce que vous écrivez, jamais le nom ni le texte de quelqu’un d’autre, et peut répondre.',
  chosen: 'Sur quoi',
  reason: 'Pourquoi vous posez la question',
  reasonHint: (language: string) =>
    `La personne le lit tel que vous l’écrivez ; elle lit ${language}. Posez une question, et ne jugez encore de rien.`,
  day: 'La personne peut répondre jusqu’à la fin du',
  dayHint: 'Aucune règle ne dit pendant combien de temps. Laissez-lui le temps de voir le message et de réfléchir.',
  dayByRule: (days: string, day: string) =>
    `La personne peut répondre pendant ${days} jours, jusqu’à la fin du ${day}.`,
  open: 'Ouvrir le dossier et prévenir la personne',
  opened: 'Le dossier est ouvert. La personne a un message.',
  caseOf: (day: string) => `Dossier du ${day}`,
  openedBy: 'Ouvert par',
  answerUntil: 'Réponse jusqu’au',
  evidence: 'Sur quoi il repose, tel que c’était alors',
  fingerprint: 'Empreinte (SHA-256)',
  answer: 'La réponse de la personne',
  noAnswer: 'Pas de réponse jusqu’ici.',
  noAnswerCame: 'Il n’y a pas eu de réponse.',
  answeredOn: 'Reçue',
  decide: 'Décider',
  decideNote:
    'En défaveur de la personne, seulement une fois qu’elle ne peut plus répondre ; en sa faveur, à tout moment. La décision porte votre nom et ne peut pas être modifiée. La personne lit votre motif.',
  anotherDecides:
    'Les règles veulent qu’une autre personne décide que celle qui a ouvert le dossier : ce ne peut être vous.',
  noRuleOnAnother: 'Aucune règle ne dit si une autre personne décide que celle qui a ouvert le dossier.',
  outcome: 'Votre décision',
  outcomes: {
    'no-action': 'Sans suite',
    noted: 'Consigné : conservé avec la candidature, sans rien entraîner de soi-même',
    'not-considered': 'La candidature n’est plus prise en considération',
  },
  outcomeHints: {
    'no-action': 'La question est réglée.',
    noted: 'Qui sélectionne peut en tenir compte, et le dit.',
    'not-considered':
      'À la discrétion de l’organisation, en votre nom : l’étape « non retenue » est franchie, avec le motif que les règles prévoient.',
  },
  decisionReason: 'Pourquoi',
  record: 'Enregistrer la décision',
  decided: 'La décision est enregistrée. La personne a un message.',
  decidedBy: 'Décidé par',
  gone: 'un compte qui n’existe plus',
  mine: 'Une question sur votre propre travail',
  mineLink: 'Une question sur votre propre travail dans cette candidature',
  backToMine: 'Retour à la candidature',
  none: 'Il n’y a pas de question',
  noneNote:
    'Si quelqu’un qui lit votre candidature se demande si elle est votre propre travail, sa question figure ici. Vous auriez un message.',
  asked: (day: string) => `Question du ${day}`,
  whatItIs:
    'Une personne a lu votre candidature et vous interroge sur les passages ci-dessous. Rien n’est décidé. Aucun programme ne vous juge : des passages peuvent se ressembler pour bien des raisons, et c’est vous qui les connaissez le mieux.',
  whyAsked: 'Pourquoi on vous interroge',
  whatItRestsOn: 'Sur quoi cela repose',
  another: 'Ces mots figurent aussi, tels quels ou presque, dans une autre candidature.',
  youCan: (until: string) =>
    `Vous pouvez répondre, remplacer votre réponse ou la reprendre, jusqu’à la date suivante : ${until}.`,
  timeOver: (until: string) => `Vous pouviez répondre jusqu’à la date suivante : ${until}.`,
  yourAnswer: 'Votre réponse',
  yourAnswerHint: 'Avec vos propres mots : comment ces passages sont nés. Les personnes qui décident la lisent.',
  send: 'Envoyer la réponse',
  replace: 'Remplacer la réponse',
  sent: 'Votre réponse a été reçue.',
  youWrote: 'Ce que vous avez écrit, pour que rien ne se perde',
  takeBack: 'Reprendre la réponse',
  takenBack: 'Votre réponse est reprise. Jusqu’au jour qui vous a été indiqué, vous pouvez en donner une autre.',
  sentOn: 'Reçue',
  outcomeTold: 'Ce qui a été décidé',
  told: {
    'no-action': 'La question est réglée : rien n’en résulte pour votre candidature.',
    noted:
      'Cela a été consigné avec votre candidature, et n’entraîne rien de soi-même. Les personnes qui sélectionnent peuvent en tenir compte, et doivent alors le dire.',
    'not-considered': 'Votre candidature n’est plus prise en considération.',
  },
  theirReason: 'Le motif',
  decidedOn: 'Décidé par une personne nommément désignée, non par un programme',
  message: {
    asked: {
      subject: 'Une question sur votre candidature',
      body: 'Une personne qui a lu votre candidature se demande si elle est votre propre travail. Rien n’est décidé. Sur la page de votre candidature, sous « Une question sur votre propre travail », vous voyez mot à mot sur quoi cela repose, et vous pouvez y répondre.',
    },
    decided: {
      subject: 'La question sur votre candidature',
      body: 'Une personne nommément désignée s’est prononcée sur la question qui concernait votre candidature. Ce qui a été décidé, et pourquoi, figure sur la page de votre candidature, sous « Une question sur votre propre travail ».',
    },
  },
};

export const INTEGRITY_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

/** Why something about a case cannot be done, and what would clear the way. */
export function explainCase(refusal: CaseRefusal, zone: string): Localized {
  const until = (at: Date) => ({
    en: formatInstantToMinute(at, zone, 'en'),
    fr: formatInstantToMinute(at, zone, 'fr'),
  });
  switch (refusal.kind) {
    case 'nothing-chosen':
      return {
        en: 'Choose at least one passage to ask about.',
        fr: 'Choisissez au moins un passage sur lequel poser la question.',
      };
    case 'evidence-changed':
      return {
        en: 'What was found has changed since you opened the page. Look at it again and choose.',
        fr: 'Ce qui a été relevé a changé depuis que vous avez ouvert la page. Regardez-le de nouveau et choisissez.',
      };
    case 'case-under-way':
      return { en: 'There is an open case. Decide on it first.', fr: 'Un dossier est en cours. Décidez-en d’abord.' };
    case 'reason-missing':
      return { en: 'Say why: the applicant reads it.', fr: 'Dites pourquoi : la personne le lit.' };
    case 'reason-too-long':
    case 'answer-too-long':
      return {
        en: `Shorten it to ${formatNumber(refusal.max, 'en')} characters at most. Nothing you wrote is lost.`,
        fr: `Raccourcissez-le à ${formatNumber(refusal.max, 'fr')} caractères au plus. Rien de ce que vous avez écrit n’est perdu.`,
      };
    case 'outcome-missing':
      return { en: 'Choose a decision.', fr: 'Choisissez une décision.' };
    case 'day-missing':
      return {
        en: 'Enter a day that exists, such as 18 12 2026.',
        fr: 'Indiquez un jour qui existe, par exemple 18 12 2026.',
      };
    case 'day-too-early':
      return {
        en: `Choose ${formatDate(refusal.earliest, 'en')} or later.`,
        fr: `Choisissez le ${formatDate(refusal.earliest, 'fr')} ou un jour plus tardif.`,
      };
    case 'answer-missing':
      return { en: 'Write your answer first.', fr: 'Écrivez d’abord votre réponse.' };
    case 'answer-closed':
      return {
        en: `The time to answer ended on ${until(refusal.until).en}.`,
        fr: `Le délai de réponse a pris fin ${until(refusal.until).fr}.`,
      };
    case 'decided':
      return {
        en: 'This case has been decided; that is final.',
        fr: 'Ce dossier a fait l’objet d’une décision ; elle est définitive.',
      };
    case 'changed-meanwhile':
      return {
        en: 'Something was changed meanwhile. Look at it as it stands now, and send again.',
        fr: 'Quelque chose a changé entre-temps. Regardez ce qu’il en est maintenant, puis renvoyez.',
      };
    case 'may-still-answer':
      return {
        en: `Against the applicant nothing is decided before they can answer no more: ${until(refusal.until).en}.`,
        fr: `Rien n’est décidé en défaveur de la personne tant qu’elle peut répondre. Fin du délai : ${until(refusal.until).fr}.`,
      };
    case 'another-decides':
      return {
        en: 'Somebody else must decide: you opened the case.',
        fr: 'Une autre personne doit décider : vous avez ouvert le dossier.',
      };
    case 'not-offered':
      return {
        en: 'The organisation’s rules have no reason with which to end it like this.',
        fr: 'Les règles de l’organisation ne prévoient aucun motif pour une telle issue.',
      };
    case 'step':
      return explainStage(refusal.refusal, zone);
    default:
      return assertNever(refusal);
  }
}

/** Why somebody cannot say yet that they have read a letter; `names` are those of the documents. */
export function explainReading(refusal: ReadingRefusal, names: Localized): Localized {
  switch (refusal.kind) {
    case 'still-open':
      return {
        en: 'Applications can still come in. All are looked at together, after the closing date.',
        fr: 'Des candidatures peuvent encore arriver. Toutes sont regardées ensemble, après la date limite.',
      };
    case 'not-opened':
      return { en: 'Open the application and read it first.', fr: 'Ouvrez d’abord la candidature et lisez-la.' };
    case 'documents-not-opened':
      return { en: `Open and read first: ${names.en}.`, fr: `À ouvrir et à lire d’abord : ${names.fr}.` };
    default:
      return assertNever(refusal);
  }
}
