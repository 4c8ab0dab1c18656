import type { Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { StepUpMeans } from '../../people/step-up/step-up.ts';
import { LANGUAGE_TEST_TEXTS } from '../language-tests/language-test-texts.ts';
import type { Outcome, ReportAction, ReportProblem, ReportRefusal, ReportStatus } from './report.ts';

const EN = {
  link: 'Report of the panel',
  title: (reference: string) => `Report of the panel ${reference}`,
  lede: 'The panel proposes, and each member signs. The appointing authority accepts, returns it with a reason, or decides otherwise with a reason. Candidates are told after release alone.',
  none: 'No report is begun yet',
  noneNote: 'It begins once candidates have been scored.',
  begin: 'Begin the report',
  begunAlready: 'The report was begun already. This is how it stands now.',
  statuses: {
    draft: 'Draft',
    signing: 'To be signed',
    submitted: 'With the appointing authority',
    accepted: 'Accepted',
    departed: 'Decided otherwise',
    returned: 'Returned',
  } satisfies Record<ReportStatus, string>,
  status: 'State',
  outcomes: { selected: 'Selected', 'reserve-listed': 'Reserve list', 'not-retained': 'Not retained' } satisfies Record<
    Outcome,
    string
  >,
  notChosen: 'Not chosen yet',
  proposals: 'Proposals',
  decisions: 'Decisions',
  rank: (rank: number) => `Rank ${rank}`,
  belowPassMark: 'Below a pass mark',
  outcome: 'Outcome',
  reason: 'Reason that is told',
  reasonHint: 'For who is not retained.',
  why: 'Why, if somebody comes out better who does not rank higher',
  textEn: 'Assessment of the panel, in English',
  textFr: 'Assessment of the panel, in French',
  textHint: 'What the figures do not say. It is signed with them.',
  save: 'Keep the draft',
  freeze: 'Close the draft for signature',
  freezeNote: 'From then on nothing of it changes; who finds a mistake asks for it to go back to the draft.',
  reopen: 'Back to the draft',
  reopenNote: 'Signatures are lost.',
  signatures: 'Signatures',
  noSignatures: 'Nobody has signed yet.',
  dissents: 'With a dissent',
  dissent: 'What you do not share, if anything',
  dissentHint: 'It stands in the report under your name.',
  password: 'Your password',
  passwordHint: 'You confirm that it is you who signs.',
  sign: 'Sign the report',
  submit: 'Submit to the appointing authority',
  signedOn: 'Signed on',
  shownBy: 'Shown by',
  means: {
    password: 'by password',
    'password-and-code': 'by password and code',
    passkey: 'by passkey',
    provider: 'by signing in anew',
  } satisfies Record<StepUpMeans, string>,
  posts: 'Posts to fill',
  pdf: 'The report as PDF',
  notShown: 'Not shown to you: you are recused',
  notShownNote:
    'What was judged of these candidates is left out here. What is signed is the whole report: its fingerprint is that of all of it.',
  notShownDecides:
    'So you do not decide on this report, but another appointing authority does. What was found stands until the recruitment manager decides, with a reason, that it keeps you from nothing.',
  notShownDraft: 'Somebody else who drafts the report proposes an outcome for them.',
  letterApplication: 'Application',
  letterVacancy: 'Vacancy',
  lackingLetters: 'Each ◊ stands for a letter that this file has no font for.',
  fingerprint: 'Fingerprint of what is signed (SHA-256)',
  sayFirst: 'Is there somebody in it whom you cannot judge? Say so first',
  drafting: {
    title: 'Who drafts it',
    but: (name: string, candidates: string) => `${name}, but of ${candidates}: recused`,
    missing: (candidates: string) => `Nobody who drafts may propose anything for ${candidates}`,
    missingNote:
      'All of them are recused. Whoever arranges the competition names a member of the panel who is not to act for the chair, with the reason, under “People and panel”: that member then agrees on the scores and drafts, and the others see nothing of it.',
  },
  quorum: {
    below: (candidates: string) => `The panel is below its quorum for ${candidates}: nothing can be decided`,
    uncountedTitle: 'A signature that does not count for a candidate',
    uncounted: (names: string) =>
      `Signed before a conflict of interest with this candidate was known, so that the signature does not count for them: ${names}.`,
    recused: (names: string) => `Recused: ${names}.`,
    able: (able: number, needed: number) => `May judge this candidate: ${able}, of ${needed} needed.`,
    inReport: (name: string, candidates: string) =>
      `${name}. Does not count for ${candidates}: a conflict of interest came to be known after the signature.`,
    toDo: 'What to do:',
    name: 'Whoever arranges the competition names one more member who may judge and, where the chair may not, somebody to act for the chair:',
    people: 'People and panel',
    declare: 'Who is newly named signs the declaration for the candidates.',
    reopen:
      'Whoever submits the report takes it back to the draft and closes it again, so that it names the panel and its recusals as they are. All sign it anew.',
    return:
      'The appointing authority returns the report with this as its reason. The panel makes another, which names its members and recusals as they are, and all sign that one.',
    cleared:
      'None of this is needed where the recruitment manager decides, with a reason, that what was found keeps nobody from judging: the signature then counts again.',
  },
  decide: 'Your decision',
  actions: { accept: 'Accept the report', depart: 'Decide otherwise', return: 'Return it to the panel' },
  actionHints: {
    accept: 'Everything as proposed.',
    depart: 'Change outcomes below. Your reason stands in the record.',
    return: 'The panel makes another report. Your reason tells it why.',
  },
  decisionReason: 'Your reason',
  decisionReasonHint: 'Needed unless you accept.',
  otherwise: 'Only if you decide otherwise: the outcomes',
  decideButton: 'Decide',
  decidedBy: (name: string, date: string) => `Decided by ${name} on ${date}`,
  release: 'Tell the candidates',
  releaseNote:
    'Each is written the letter of their outcome, in their language, and their status follows. This cannot be undone.',
  released: (date: string) => `Candidates were told on ${date}.`,
  reviews: 'Who asked for reasons or for a review',
  letters: 'The letters',
  earlier: 'Earlier reports',
  earlierOne: (number: number, name: string, reason: string) => `Report ${number}, returned by ${name}: ${reason}`,
  candidate: 'Candidate',
  merit: 'Order of merit',
  plan: 'Plan of the selection',
  changedMeanwhile: 'The report was changed meanwhile. This is how it stands now.',
  done: {
    begun: 'The report is begun.',
    kept: 'Kept.',
    frozen: 'The report can be signed.',
    reopened: 'The report is a draft again.',
    signed: 'You have signed.',
    submitted: 'The report is with the appointing authority.',
    decided: 'Decided.',
    released: 'The candidates are told.',
  },
  actionMissing: 'Choose what you decide',
  titleOfCase: (number: string) => `Report on what was re-done: ${number}`,
  ledeOfCase:
    'A review opened steps again for this candidate alone. The panel reports on them, signs, and the appointing authority decides anew. The earlier report and the decisions on everybody else stay as they are.',
  noneOfCaseNotes: {
    may: 'It begins once what was re-done is scored and agreed on.',
    'not-decided': 'The report on all is not decided yet: this candidate is in it.',
    over: 'Something was decided of this candidate since: there is nothing more to decide in this case.',
  },
  casesTitle: 'What was re-done after a review',
  caseLink: (number: string) => `Report on ${number}`,
  redone: 'Re-done after a review',
  redoneNote:
    'This report is on one candidate. The report on all that was signed before stays as it is, and so does everybody’s place in it.',
  redoneFrom: 'Re-done from',
  redoneStages: 'Assessed again',
  redoneReport: 'Report that was signed before',
  screening: 'The examination of the application',
};

export type ReportTexts = typeof EN;

const FR: ReportTexts = {
  link: 'Rapport du jury',
  title: (reference) => `Rapport du jury ${reference}`,
  lede: 'Le jury propose, et chaque membre signe. L’autorité de nomination accepte le rapport, le renvoie en disant pourquoi, ou décide autrement en motivant sa décision. Les candidates et candidats ne sont informés qu’après la notification.',
  none: 'Aucun rapport n’est encore commencé',
  noneNote: 'Il commence une fois les candidatures notées.',
  begin: 'Commencer le rapport',
  begunAlready: 'Le rapport était déjà commencé. Voici son état actuel.',
  statuses: {
    draft: 'Projet',
    signing: 'À signer',
    submitted: 'Devant l’autorité de nomination',
    accepted: 'Accepté',
    departed: 'Décision différente',
    returned: 'Renvoyé',
  },
  status: 'État',
  outcomes: { selected: 'Sélectionné(e)', 'reserve-listed': 'Liste de réserve', 'not-retained': 'Non retenu(e)' },
  notChosen: 'Pas encore choisi',
  proposals: 'Propositions',
  decisions: 'Décisions',
  rank: (rank) => `Rang ${rank}`,
  belowPassMark: 'En dessous d’une note minimale',
  outcome: 'Issue',
  reason: 'Raison communiquée',
  reasonHint: 'Pour une personne non retenue.',
  why: 'Pourquoi, si une personne qui n’a pas un meilleur rang obtient mieux',
  textEn: 'Appréciation du jury, en anglais',
  textFr: 'Appréciation du jury, en français',
  textHint: 'Ce que les chiffres ne disent pas. Elle est signée avec eux.',
  save: 'Conserver le projet',
  freeze: 'Arrêter le projet pour signature',
  freezeNote: 'Dès lors, rien n’en change ; qui y trouve une erreur demande le retour au projet.',
  reopen: 'Revenir au projet',
  reopenNote: 'Les signatures sont perdues.',
  signatures: 'Signatures',
  noSignatures: 'Personne n’a encore signé.',
  dissents: 'Avec une opinion dissidente',
  dissent: 'Ce que vous ne partagez pas, le cas échéant',
  dissentHint: 'Figure au rapport sous votre nom.',
  password: 'Votre mot de passe',
  passwordHint: 'Vous confirmez que c’est bien vous qui signez.',
  sign: 'Signer le rapport',
  submit: 'Soumettre à l’autorité de nomination',
  signedOn: 'Signé le',
  shownBy: 'Confirmé par',
  means: {
    password: 'par mot de passe',
    'password-and-code': 'par mot de passe et code',
    passkey: 'par clé d’accès',
    provider: 'par nouvelle connexion',
  },
  posts: 'Postes à pourvoir',
  pdf: 'Le rapport en PDF',
  notShown: 'Non montré : vous êtes récusé(e)',
  notShownNote:
    'Ce qui a été apprécié pour ces candidat(e)s n’est pas reproduit ici. C’est le rapport entier qui est signé : son empreinte est celle de l’ensemble.',
  notShownDecides:
    'Vous ne statuez donc pas sur ce rapport : une autre autorité de nomination le fait. Ce qui a été constaté vaut tant que la personne responsable du recrutement n’a pas décidé, en disant pourquoi, que cela ne vous empêche de rien.',
  notShownDraft: 'C’est une autre personne rédigeant le rapport qui propose une issue à leur sujet.',
  letterApplication: 'Candidature',
  letterVacancy: 'Avis de vacance',
  lackingLetters: 'Chaque ◊ remplace une lettre pour laquelle ce fichier n’a pas de police.',
  fingerprint: 'Empreinte de ce qui est signé (SHA-256)',
  sayFirst: 'Y figure-t-il une personne que vous ne pouvez pas juger ? Dites-le d’abord',
  drafting: {
    title: 'Qui rédige',
    but: (name, candidates) => `${name}, sauf pour ${candidates} : récusation`,
    missing: (candidates) => `Aucune des personnes qui rédigent ne peut proposer d’issue pour ${candidates}`,
    missingNote:
      'Toutes sont récusées. Qui organise le concours désigne, sous « Personnes et jury », un membre du jury qui ne l’est pas pour suppléer la présidence, en disant pourquoi : ce membre arrête alors les notes et rédige, et les autres n’en voient rien.',
  },
  quorum: {
    below: (candidates) => `Le jury n’atteint pas le quorum pour ${candidates} : rien ne peut être décidé`,
    uncountedTitle: 'Une signature qui ne compte pas pour une candidature',
    uncounted: (names) =>
      `Signature donnée avant qu’un conflit d’intérêts avec cette candidature soit connu, et qui ne compte donc pas pour elle : ${names}.`,
    recused: (names) => `Récusation : ${names}.`,
    able: (able, needed) => `Peuvent juger cette candidature : ${able}, sur ${needed} nécessaires.`,
    inReport: (name, candidates) =>
      `${name}. Ne compte pas pour ${candidates} : un conflit d’intérêts a été connu après la signature.`,
    toDo: 'Que faire :',
    name: 'Qui organise le concours désigne une personne de plus qui puisse juger, et une suppléance de la présidence si celle-ci ne le peut pas :',
    people: 'Personnes et jury',
    declare: 'Qui vient d’être désigné(e) signe la déclaration pour les candidatures.',
    reopen:
      'Qui soumet le rapport le ramène à l’état de projet et l’arrête à nouveau, pour qu’il indique le jury et ses récusations tels qu’ils sont. Tous les membres le signent à nouveau.',
    return:
      'L’autorité de nomination renvoie le rapport en donnant ce motif. Le jury en établit un autre, qui indique ses membres et ses récusations tels qu’ils sont, et tous le signent.',
    cleared:
      'Rien de cela n’est nécessaire si la personne responsable du recrutement décide, en disant pourquoi, que ce qui a été constaté n’empêche personne de juger : la signature compte alors de nouveau.',
  },
  decide: 'Votre décision',
  actions: { accept: 'Accepter le rapport', depart: 'Décider autrement', return: 'Le renvoyer au jury' },
  actionHints: {
    accept: 'Tout comme proposé.',
    depart: 'Modifiez les issues ci-dessous. Votre motif figure au dossier.',
    return: 'Le jury établit un autre rapport. Votre motif lui dit pourquoi.',
  },
  decisionReason: 'Votre motif',
  decisionReasonHint: 'Nécessaire, sauf si vous acceptez.',
  otherwise: 'Seulement si vous décidez autrement : les issues',
  decideButton: 'Décider',
  decidedBy: (name, date) => `Décision de ${name} du ${date}`,
  release: 'Informer les candidates et candidats',
  releaseNote:
    'Chaque personne reçoit la lettre qui correspond à son issue, dans sa langue, et son statut suit. C’est irréversible.',
  released: (date) => `Les candidates et candidats ont été informés le ${date}.`,
  reviews: 'Qui a demandé des motifs ou un réexamen',
  letters: 'Les lettres',
  earlier: 'Rapports antérieurs',
  earlierOne: (number, name, reason) => `Rapport ${number}, renvoyé par ${name} : ${reason}`,
  candidate: 'Candidature',
  merit: 'Ordre de mérite',
  plan: 'Plan de la sélection',
  changedMeanwhile: 'Le rapport a été modifié entre-temps. Voici son état actuel.',
  done: {
    begun: 'Le rapport est commencé.',
    kept: 'Conservé.',
    frozen: 'Le rapport peut être signé.',
    reopened: 'Le rapport est de nouveau un projet.',
    signed: 'Vous avez signé.',
    submitted: 'Le rapport est devant l’autorité de nomination.',
    decided: 'C’est décidé.',
    released: 'Les candidates et candidats sont informés.',
  },
  actionMissing: 'Choisissez ce que vous décidez',
  titleOfCase: (number) => `Rapport sur ce qui a été repris : ${number}`,
  ledeOfCase:
    'Un réexamen a rouvert des étapes pour cette seule candidature. Le jury en rend compte et signe, et l’autorité de nomination décide à nouveau. Le rapport précédent et les décisions concernant toutes les autres personnes restent tels quels.',
  noneOfCaseNotes: {
    may: 'Il commence une fois que ce qui a été repris est noté et arrêté.',
    'not-decided': 'Le rapport sur l’ensemble n’est pas encore tranché : cette candidature y figure.',
    over: 'Une décision a été prise depuis sur cette candidature : il ne reste rien à décider dans ce dossier.',
  },
  casesTitle: 'Ce qui a été repris après un réexamen',
  caseLink: (number) => `Rapport sur ${number}`,
  redone: 'Repris après un réexamen',
  redoneNote:
    'Ce rapport porte sur une seule candidature. Le rapport sur l’ensemble signé auparavant reste tel quel, de même que la place de chaque autre personne.',
  redoneFrom: 'Reprise depuis',
  redoneStages: 'Évalué à nouveau',
  redoneReport: 'Rapport signé auparavant',
  screening: 'L’examen de la candidature',
};

export const REPORT_TEXTS: Localized<ReportTexts> = { en: EN, fr: FR };

const ACTIONS: Localized<Record<ReportAction, string>> = {
  en: {
    freeze: 'closing the draft',
    reopen: 'going back to the draft',
    submit: 'submitting',
    accept: 'accepting',
    depart: 'deciding otherwise',
    return: 'returning',
  },
  fr: {
    freeze: 'arrêter le projet',
    reopen: 'revenir au projet',
    submit: 'soumettre',
    accept: 'accepter',
    depart: 'décider autrement',
    return: 'renvoyer',
  },
};

/** Why a report cannot go on, and what would clear the way; `nameOf` gives the name of a stage. */
export function explainReport(refusal: ReportRefusal, nameOf: (code: string) => Localized): Localized {
  switch (refusal.kind) {
    case 'illegal-move':
      return {
        en: `“${EN.statuses[refusal.from]}”: ${ACTIONS.en[refusal.action]} does not follow from there.`,
        fr: `«    ${FR.statuses[refusal.from]} » : impossible de ${ACTIONS.fr[refusal.action]} à partir de là.`,
      };
    case 'no-stages':
      return { en: 'No stage has been scored.', fr: 'Aucune étape n’a été notée.' };
    case 'stages-open': {
      const names = refusal.stages.map(nameOf);
      return {
        en: `Close first: ${names.map(({ en }) => en).join(', ')}.`,
        fr: `À clore d’abord : ${names.map(({ fr }) => fr).join(', ')}.`,
      };
    }
    case 'incomplete':
      return {
        en: `Scores are missing for ${refusal.count}: see the order of merit.`,
        fr: `Des notes manquent pour ${refusal.count} : voyez l’ordre de mérite.`,
      };
    case 'screening-open':
      return {
        en: `The examination is done again after a review, and not settled yet: ${refusal.numbers.join(', ')}.`,
        fr: `L’examen est repris après un réexamen et n’est pas encore arrêté : ${refusal.numbers.join(', ')}.`,
      };
    case 'levels-missing':
      return {
        en: `A review made language levels void, and nobody has recorded them again: ${refusal.numbers.join(', ')}.`,
        fr: `Un réexamen a privé d’effet des niveaux de langue, et personne ne les a consignés à nouveau : ${refusal.numbers.join(', ')}.`,
      };
    case 'below-quorum':
      return {
        en: `The panel is below its quorum for ${refusal.numbers.join(', ')}: see who is missing under “People and panel”.`,
        fr: `Le jury n’atteint pas le quorum pour ${refusal.numbers.join(', ')} : voyez qui manque sous «    Personnes et jury ».`,
      };
    case 'signed-below-quorum':
      return {
        en: `The panel is below its quorum for ${refusal.numbers.join(', ')}: what to do is said under the state of the report.`,
        fr: `Le jury n’atteint pas le quorum pour ${refusal.numbers.join(', ')} : ce qu’il faut faire est dit sous l’état du rapport.`,
      };
    case 'problems':
      return { en: 'Something is missing before it can be signed.', fr: 'Il manque quelque chose avant la signature.' };
    case 'unsigned':
      return {
        en: `Has yet to sign: ${refusal.names.join(', ')}.`,
        fr: `N’a pas encore signé : ${refusal.names.join(', ')}.`,
      };
    case 'already-signed':
      return { en: 'You have signed already.', fr: 'Vous avez déjà signé.' };
    case 'not-on-panel':
      return { en: 'Members of the panel sign.', fr: 'Ce sont les membres du jury qui signent.' };
    case 'took-part':
      return {
        en: 'Who screened, assessed or proposed does not decide on it.',
        fr: 'Qui a examiné, évalué ou proposé n’en décide pas.',
      };
    case 'recused':
      return {
        en: `You are recused from ${refusal.numbers.join(', ')}: another appointing authority decides on this report.`,
        fr: `Vous êtes récusé(e) pour ${refusal.numbers.join(', ')} : une autre autorité de nomination statue sur ce rapport.`,
      };
    case 'reason-missing':
      return { en: 'Give your reason', fr: 'Donnez votre motif' };
    case 'nothing-changed':
      return {
        en: 'Nothing is decided otherwise: change an outcome, or accept the report.',
        fr: 'Rien n’est décidé autrement : modifiez une issue, ou acceptez le rapport.',
      };
    case 'already-released':
      return { en: 'The candidates have been told already.', fr: 'Les candidates et candidats sont déjà informés.' };
    case 'stands-elsewhere':
      return {
        en: `${refusal.number} does not stand where its outcome could follow: look at it under the selection.`,
        fr: `${refusal.number} n’en est pas au point d’où son issue pourrait suivre : voyez la sélection.`,
      };
    default:
      return assertNever(refusal);
  }
}

/** What is wrong with a proposal, beside its candidate. */
export function explainProblem(problem: ReportProblem): Localized {
  switch (problem.kind) {
    case 'outcome-missing':
      return { en: `Choose an outcome for ${problem.number}`, fr: `Choisissez une issue pour ${problem.number}` };
    case 'reason-missing':
      return {
        en: `Choose the reason that is told to ${problem.number}`,
        fr: `Choisissez la raison communiquée à ${problem.number}`,
      };
    case 'below-pass-mark':
      return {
        en: `${problem.number} is below a pass mark: not retained`,
        fr: `${problem.number} est en dessous d’une note minimale : non retenu(e)`,
      };
    case 'too-many':
      return {
        en: `${problem.selected} are selected for ${problem.posts} post(s)`,
        fr: `${problem.selected} personnes sont sélectionnées pour ${problem.posts} poste(s)`,
      };
    case 'level-reason-missing':
      return {
        en: LANGUAGE_TEST_TEXTS.en.suitableMissing(problem.number),
        fr: LANGUAGE_TEST_TEXTS.fr.suitableMissing(problem.number),
      };
    case 'why-missing':
      return {
        en: `Say why somebody comes out better than ${problem.number} who does not rank higher`,
        fr: `Dites pourquoi une personne qui n’a pas un meilleur rang obtient mieux que ${problem.number}`,
      };
    default:
      return assertNever(problem);
  }
}

/** How long a reserve list stands: until a day, or until it is said otherwise where no source gives one. */
export const UNTIL: Localized<{ day: (day: string) => string; open: string }> = {
  en: { day: (day) => `until ${day}`, open: 'until further notice' },
  fr: { day: (day) => `jusqu’au ${day}`, open: 'jusqu’à nouvel avis' },
};
