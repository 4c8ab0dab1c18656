import type { Localized } from '../platform/language.ts';
import { assertNever } from '../platform/result.ts';
import type { AssessedBy, PlanRefusal, PlanStatus } from './plan/stage-plan.ts';
import type { ConsensusRefusal, Scorer, ScoreRefusal } from './scores/score-sheet.ts';

const EN = {
  plan: 'Plan of the selection',
  planOf: (reference: string) => `Plan of selection ${reference}`,
  planLede:
    'What is scored at each stage, by which question, how much it weighs and which mark is needed. It is fixed when the stage opens, before anybody is assessed.',
  noStages: 'No stage is planned yet',
  noStagesNote: 'Begin with the first one.',
  noStagesRead: 'Those who plan the selection begin with the first one.',
  add: 'Plan a stage',
  addButton: 'Plan it',
  allPlanned: 'Every stage of the organisation is planned.',
  stage: 'Stage',
  when: 'When',
  provisional: 'provisional',
  notDated: 'Not dated yet',
  assessedBy: 'Scored by',
  assessors: { panel: 'The panel', outside: 'Outside the panel', nobody: 'Nobody' } satisfies Record<
    AssessedBy,
    string
  >,
  assessorHints: {
    panel: 'Each member alone, then all together.',
    outside: 'An assessment centre, for instance: the result is entered.',
    nobody: 'The stage is only gone through.',
  } satisfies Record<AssessedBy, string>,
  weight: 'Weight',
  weightHint: 'In whole parts of the total, such as 40 beside 60. 0: only passed or not.',
  passMark: 'Pass mark',
  passMarkHint: 'In hundredths of the highest possible score. Empty: nobody ends here by their score.',
  ofHighest: (mark: number) => `${mark} of 100`,
  none: '–',
  status: 'State',
  statuses: { planned: 'Planned', open: 'Open', closed: 'Closed' } satisfies Record<PlanStatus, string>,
  actions: 'Actions',
  edit: 'Change',
  open: 'Open',
  close: 'Close',
  remove: 'Take out',
  scores: 'Scores',
  merit: 'Order of merit',
  report: 'Report of the panel',
  openNote: 'Once a stage is open, what counts is fixed.',
  backToPeople: 'People of the competition',
  from: 'First day',
  to: 'Last day',
  datesHint: 'In the time zone of the deadline. Leave it empty while it is not known.',
  datesFixed: 'The dates are fixed',
  datesFixedHint: 'Until then, candidates are told that they are provisional.',
  placeEn: 'Place, in English',
  placeFr: 'Place, in French',
  link: 'Link to take part at a distance',
  items: 'What is scored',
  itemsHint:
    'Give a weight to each requirement or competency that is scored, and the question that every candidate is asked. Without a weight it is not scored here.',
  itemWeight: 'Weight within the stage',
  questionEn: 'Question, in English',
  questionFr: 'Question, in French',
  reason: 'Why it changes',
  reasonHint: 'Stands in the record, and is told to those invited.',
  writtenTest: 'Written in the product',
  readPaper: 'Read the written test',
  fixedNote:
    'This stage is open. Dates, place and link may change with a reason; what counts only as long as nobody has signed scores.',
  closedNote: 'This stage is closed, and stays as it was.',
  changes: 'Changes since it opened',
  save: 'Save',
  scale: 'Scale',
  points: 'Points',
  shows: 'What somebody shows',
  done: {
    planned: 'The stage is planned. Say what is scored.',
    saved: 'Saved.',
    opened: 'The stage is open. What counts is fixed.',
    closed: 'The stage is closed.',
    removed: 'The stage is taken out of the plan.',
    signed: 'Your scores are signed.',
    kept: 'Kept. Nobody else sees it before you sign.',
    agreed: 'What the panel agreed on is written down.',
  },
  weightWrong: 'Enter a whole number from 0 to 1000',
  itemWeightWrong: 'Enter a whole number from 1 to 100, or leave it empty',
  passMarkWrong: 'Enter a whole number from 0 to 100, or leave it empty',
  dateWrong: 'Enter a day that exists, with day, month and year',
  changedMeanwhile: 'Somebody changed this stage meanwhile. This is how it stands now; what you typed is below.',
  scoresOf: (stage: string) => `Scores: ${stage}`,
  scoresLede: 'Each member scores alone. You see the others’ scores of a candidate once you have signed your own.',
  languageLevels: 'Language levels found',
  nobodyHere: 'Nobody is invited to this stage',
  nobodyHereNote: 'Candidates stand here once they are invited.',
  candidate: 'Candidate',
  yours: 'Yours',
  yourStates: {
    open: 'To score',
    begun: 'Begun',
    signed: 'Signed',
    recused: 'Recused',
    undeclared: 'Sign your declaration first',
    none: '–',
  },
  panelState: 'Panel',
  signedOf: (count: number, all: number) => `${count} of ${all} signed`,
  agreedState: 'Agreed',
  again: 'Assessed again',
  againNote:
    'A review opened this stage again for this candidate alone. What was scored before is void and is not shown; the rules are those of the first time.',
  agreement: 'How far the panel agrees',
  alpha: 'Krippendorff’s alpha',
  alphaNote: '1 is full agreement, 0 what chance gives. Only signed scores of candidates for whom all have signed.',
  alphaNone: 'Nothing to compare yet.',
  alphaLow: 'Lower than the organisation takes as enough: look at what each heard before you agree.',
  outliers: 'Scores far from the others’',
  outlier: (name: string, item: string, points: string) => `${name}, ${item}: ${points}`,
  pointsBeside: (points: number, middle: number) => `${points} beside ${middle}`,
  sheet: (number: string) => `Scores of ${number}`,
  question: 'Question',
  pointsOf: 'Points',
  note: 'What you heard that shows it',
  noteAgreed: 'Why the panel agreed on it',
  noteHint: 'Needed for each item, before you sign.',
  noteAgreedHint: 'Needed wherever not all gave the same.',
  keep: 'Keep, and go on later',
  sign: 'Sign these scores',
  signNote: 'Signed scores cannot be changed. Afterwards you see those of the others who have signed.',
  ownSigned: 'You have signed these scores.',
  others: 'What each gave',
  othersNot: 'The others’ scores are shown once you have signed your own.',
  watchNot: 'The scores are shown once every member who may judge this candidate has signed.',
  member: 'Member',
  consensus: 'What the panel agrees on',
  agree: 'Write down what is agreed',
  enter: 'Enter the result',
  agreedOn: (date: string) => `Agreed on ${date}`,
  notAgreed: 'The panel has not agreed yet.',
  meritOf: (reference: string) => `Order of merit ${reference}`,
  meritLede:
    'Computed from the points the panel agreed on and the weights that were fixed before. Who has the same score has the same rank. Nothing is decided by it: the panel proposes, the appointing authority decides, each with reasons.',
  rank: 'Rank',
  total: 'Total',
  tied: 'tied',
  how: 'How it comes about',
  noRanked: 'Nobody can be placed yet',
  noRankedNote: 'The order stands here once the panel has agreed on all scores of a candidate.',
  belowPassMark: 'Below a pass mark',
  incomplete: 'Not complete',
  missing: (items: string, stage: string) => `${stage}: ${items}`,
  times: (points: number, highest: number, weight: number) => `${points} of ${highest}, weight ${weight}`,
  stageScore: (score: string, weight: number) => `${score} of 100, weight ${weight}`,
  failedAt: (stage: string) => `Ended at: ${stage}`,
};

export type SelectionTexts = typeof EN;

const FR: SelectionTexts = {
  plan: 'Plan de la sélection',
  planOf: (reference) => `Plan de la sélection ${reference}`,
  planLede:
    'Ce qui est noté à chaque étape, par quelle question, avec quel coefficient et quelle note minimale. Tout est fixé à l’ouverture de l’étape, avant que quiconque soit évalué.',
  noStages: 'Aucune étape n’est encore prévue',
  noStagesNote: 'Commencez par la première.',
  noStagesRead: 'Les personnes qui organisent la sélection commencent par la première.',
  add: 'Prévoir une étape',
  addButton: 'La prévoir',
  allPlanned: 'Toutes les étapes de l’organisation sont prévues.',
  stage: 'Étape',
  when: 'Dates',
  provisional: 'provisoires',
  notDated: 'Pas encore de date',
  assessedBy: 'Notation',
  assessors: { panel: 'Par le jury', outside: 'Hors du jury', nobody: 'Aucune' },
  assessorHints: {
    panel: 'Chaque membre seul, puis tous ensemble.',
    outside: 'Par un centre d’évaluation, par exemple : le résultat est saisi.',
    nobody: 'L’étape est seulement franchie.',
  },
  weight: 'Coefficient',
  weightHint: 'En parts entières du total, par exemple 40 à côté de 60. 0 : l’étape est seulement réussie ou non.',
  passMark: 'Note minimale',
  passMarkHint: 'En centièmes de la note la plus haute. Vide : personne ne s’arrête ici en raison de sa note.',
  ofHighest: (mark) => `${mark} sur 100`,
  none: '–',
  status: 'État',
  statuses: { planned: 'Prévue', open: 'Ouverte', closed: 'Close' },
  actions: 'Actions',
  edit: 'Modifier',
  open: 'Ouvrir',
  close: 'Clore',
  remove: 'Retirer',
  scores: 'Notes',
  merit: 'Ordre de mérite',
  report: 'Rapport du jury',
  openNote: 'Une fois l’étape ouverte, ce qui compte est fixé.',
  backToPeople: 'Personnes du concours',
  from: 'Premier jour',
  to: 'Dernier jour',
  datesHint: 'Dans le fuseau horaire de la date limite. À laisser vide tant que la date n’est pas connue.',
  datesFixed: 'Les dates sont fixées',
  datesFixedHint: 'Jusque-là, les candidates et candidats lisent qu’elles sont provisoires.',
  placeEn: 'Lieu, en anglais',
  placeFr: 'Lieu, en français',
  link: 'Lien pour participer à distance',
  items: 'Ce qui est noté',
  itemsHint:
    'Donnez un coefficient à chaque acquis ou compétence qui est noté, et la question posée à toutes et à tous. Sans coefficient, il n’est pas noté ici.',
  itemWeight: 'Coefficient dans l’étape',
  questionEn: 'Question, en anglais',
  questionFr: 'Question, en français',
  reason: 'Motif de la modification',
  reasonHint: 'Figure au dossier, et est communiqué aux personnes invitées.',
  writtenTest: 'Épreuve écrite dans le produit',
  readPaper: 'Lire l’épreuve écrite',
  fixedNote:
    'Cette étape est ouverte. Dates, lieu et lien peuvent changer, avec un motif ; ce qui compte, seulement tant que personne n’a signé de notes.',
  closedNote: 'Cette étape est close, et reste telle quelle.',
  changes: 'Modifications depuis l’ouverture',
  save: 'Enregistrer',
  scale: 'Barème',
  points: 'Points',
  shows: 'Ce que la personne démontre',
  done: {
    planned: 'L’étape est prévue. Dites ce qui y est noté.',
    saved: 'Enregistré.',
    opened: 'L’étape est ouverte. Ce qui compte est fixé.',
    closed: 'L’étape est close.',
    removed: 'L’étape est retirée du plan.',
    signed: 'Vos notes sont signées.',
    kept: 'Conservé. Personne d’autre ne le voit avant votre signature.',
    agreed: 'L’accord du jury est consigné.',
  },
  weightWrong: 'Saisissez un nombre entier de 0 à 1000',
  itemWeightWrong: 'Saisissez un nombre entier de 1 à 100, ou laissez vide',
  passMarkWrong: 'Saisissez un nombre entier de 0 à 100, ou laissez vide',
  dateWrong: 'Saisissez un jour qui existe, avec jour, mois et année',
  changedMeanwhile:
    'Quelqu’un a modifié cette étape entre-temps. Voici son état actuel ; ce que vous avez saisi figure ci-dessous.',
  scoresOf: (stage) => `Notes : ${stage}`,
  scoresLede:
    'Chaque membre note seul. Vous voyez les notes des autres pour une candidature une fois les vôtres signées.',
  languageLevels: 'Niveaux de langue constatés',
  nobodyHere: 'Personne n’est invité à cette étape',
  nobodyHereNote: 'Les candidatures figurent ici une fois invitées.',
  candidate: 'Candidature',
  yours: 'Les vôtres',
  yourStates: {
    open: 'À noter',
    begun: 'Commencées',
    signed: 'Signées',
    recused: 'Récusation',
    undeclared: 'Signez d’abord votre déclaration',
    none: '–',
  },
  panelState: 'Jury',
  signedOf: (count, all) => `${count} signées sur ${all}`,
  agreedState: 'Accord du jury',
  again: 'À réévaluer',
  againNote:
    'Un réexamen a rouvert cette étape pour cette seule candidature. Les notes précédentes sont sans effet et ne sont pas montrées ; les règles sont celles de la première fois.',
  agreement: 'Concordance du jury',
  alpha: 'Alpha de Krippendorff',
  alphaNote:
    '1 : accord complet ; 0 : ce que donne le hasard. Seulement les notes signées des candidatures pour lesquelles tous ont signé.',
  alphaNone: 'Rien à comparer pour l’instant.',
  alphaLow: 'Inférieur à ce que l’organisation juge suffisant : revoyez ce que chacun a entendu avant l’accord.',
  outliers: 'Notes éloignées des autres',
  outlier: (name, item, points) => `${name}, ${item} : ${points}`,
  pointsBeside: (points, middle) => `${points} à côté de ${middle}`,
  sheet: (number) => `Notes de ${number}`,
  question: 'Question',
  pointsOf: 'Points',
  note: 'Ce que vous avez entendu qui le montre',
  noteAgreed: 'Pourquoi le jury s’est accordé ainsi',
  noteHint: 'Nécessaire pour chaque élément, avant de signer.',
  noteAgreedHint: 'Nécessaire partout où les notes différaient.',
  keep: 'Conserver, et poursuivre plus tard',
  sign: 'Signer ces notes',
  signNote:
    'Des notes signées ne peuvent plus être modifiées. Vous voyez ensuite celles des autres membres qui ont signé.',
  ownSigned: 'Vous avez signé ces notes.',
  others: 'Ce que chacun a donné',
  othersNot: 'Les notes des autres sont affichées une fois les vôtres signées.',
  watchNot: 'Les notes sont affichées une fois que chaque membre qui peut juger cette candidature a signé.',
  member: 'Membre',
  consensus: 'Accord du jury',
  agree: 'Consigner l’accord',
  enter: 'Saisir le résultat',
  agreedOn: (date) => `Accord du ${date}`,
  notAgreed: 'Le jury ne s’est pas encore accordé.',
  meritOf: (reference) => `Ordre de mérite ${reference}`,
  meritLede:
    'Calculé à partir des points arrêtés par le jury et des coefficients fixés auparavant. À note égale, rang égal. Rien n’est décidé par là : le jury propose, l’autorité de nomination décide, chacun en motivant.',
  rank: 'Rang',
  total: 'Total',
  tied: 'ex æquo',
  how: 'Détail du calcul',
  noRanked: 'Personne ne peut encore être classé',
  noRankedNote: 'L’ordre figure ici une fois que le jury s’est accordé sur toutes les notes d’une candidature.',
  belowPassMark: 'En dessous d’une note minimale',
  incomplete: 'Incomplet',
  missing: (items, stage) => `${stage} : ${items}`,
  times: (points, highest, weight) => `${points} sur ${highest}, coefficient ${weight}`,
  stageScore: (score, weight) => `${score} sur 100, coefficient ${weight}`,
  failedAt: (stage) => `Arrêt à l’étape : ${stage}`,
};

export const SELECTION_TEXTS: Localized<SelectionTexts> = { en: EN, fr: FR };

const localized = (say: (t: SelectionTexts) => string): Localized => ({ en: say(EN), fr: say(FR) });
const named = (text: { en?: string; fr?: string }, language: 'en' | 'fr'): string =>
  text[language] ?? text.en ?? text.fr ?? '';

/** Why a plan cannot be so, and what would clear the way; `nameOf` gives the name of a stage. */
export function explainPlan(refusal: PlanRefusal, nameOf: (code: string) => Localized): Localized {
  switch (refusal.kind) {
    case 'unknown-stage':
      return {
        en: 'Choose a stage of the organisation’s list',
        fr: 'Choisissez une étape de la liste de l’organisation',
      };
    case 'already-planned':
      return { en: 'This stage is planned already.', fr: 'Cette étape est déjà prévue.' };
    case 'reason-missing':
      return {
        en: 'Say why it changes: those invited are told',
        fr: 'Dites pourquoi elle change : les personnes invitées en sont informées',
      };
    case 'closed':
      return localized((t) => t.closedNote);
    case 'scored':
      return {
        en: 'Somebody has signed scores at this stage: what counts can no longer change.',
        fr: 'Des notes ont été signées à cette étape : ce qui compte ne peut plus changer.',
      };
    case 'dates-reversed':
      return { en: 'The last day lies before the first.', fr: 'Le dernier jour précède le premier.' };
    case 'dates-missing':
      return {
        en: 'Give the first day before the dates are fixed.',
        fr: 'Indiquez le premier jour avant de fixer les dates.',
      };
    case 'nothing-scored':
      return {
        en: 'Say what is scored at this stage, or that nobody scores it.',
        fr: 'Dites ce qui est noté à cette étape, ou qu’il n’y a pas de notation.',
      };
    case 'question-missing':
      return {
        en: `Write the question that everybody is asked on: ${named(refusal.item.text, 'en')}`,
        fr: `Rédigez la question posée à toutes et à tous sur : ${named(refusal.item.text, 'fr')}`,
      };
    case 'not-in-turn':
      return {
        en: `Stages open in turn: close “${nameOf(refusal.before).en}” first.`,
        fr: `Les étapes s’ouvrent l’une après l’autre : commencez par clore «  ${nameOf(refusal.before).fr} ».`,
      };
    case 'not-open':
      return { en: 'The stage does not stand where this could follow.', fr: 'L’étape n’est pas dans l’état voulu.' };
    case 'unfinished':
      return {
        en: `The panel has yet to agree on ${refusal.count} of those invited.`,
        fr: `Le jury ne s’est pas encore accordé pour ${refusal.count} des personnes invitées.`,
      };
    default:
      return assertNever(refusal);
  }
}

/** Why scores are not taken, in one sentence; which items it is about stands beside each of them. */
export function explainScores(refusal: ScoreRefusal | ConsensusRefusal): Localized {
  switch (refusal.kind) {
    case 'not-open':
      return { en: 'The stage is not open for scoring.', fr: 'L’étape n’est pas ouverte à la notation.' };
    case 'not-scored-here':
      return { en: 'These scores are not yours to give.', fr: 'Il ne vous revient pas de donner ces notes.' };
    case 'recused':
      return { en: 'You are recused from this candidate.', fr: 'Vous êtes récusé(e) pour cette candidature.' };
    case 'not-declared':
      return {
        en: 'Sign your declaration of interests for this candidate first.',
        fr: 'Signez d’abord votre déclaration d’intérêts pour cette candidature.',
      };
    case 'not-handed-in':
      return {
        en: 'The written test has not been handed in yet: it is scored afterwards.',
        fr: 'L’épreuve écrite n’est pas encore remise : elle est notée ensuite.',
      };
    case 'already-signed':
      return localized((t) => t.ownSigned);
    case 'consensus-reached':
      return { en: 'The panel has agreed on this candidate.', fr: 'Le jury s’est accordé sur cette candidature.' };
    case 'points-missing':
      return { en: 'Choose the points', fr: 'Choisissez les points' };
    case 'not-on-scale':
      return { en: 'Choose points of the scale', fr: 'Choisissez des points du barème' };
    case 'note-missing':
      return { en: 'Write the note', fr: 'Rédigez la note' };
    case 'below-quorum':
      return {
        en: 'The panel is below its quorum for this candidate: see who is missing under “People and panel”.',
        fr: 'Le jury n’atteint pas le quorum pour cette candidature : voyez qui manque sous «  Personnes et jury ».',
      };
    case 'unsigned':
      return {
        en: `Has yet to sign: ${refusal.names.join(', ')}.`,
        fr: `N’a pas encore signé : ${refusal.names.join(', ')}.`,
      };
    default:
      return assertNever(refusal);
  }
}

/** Why somebody of a panel scores a candidate not yet. */
export function explainBar({ standing }: Scorer): Localized | undefined {
  if (standing === 'undeclared') return explainScores({ kind: 'not-declared' });
  return standing === 'awaiting-paper' ? explainScores({ kind: 'not-handed-in' }) : undefined;
}
