import type { BELOW_GRADE } from '../regulations/organisation/panel-schema.ts';
import type { Localized } from '../platform/language.ts';
import { assertNever } from '../platform/result.ts';
import type { ClearingRefusal } from './conflict.ts';
import type { CompetitionRole, Gender, MemberRefusal } from './member.ts';
import type { Balance, GradeFinding, Lack } from './panel.ts';

const EN = {
  link: 'People and panel',
  invitationsLink: 'Times of the stages, and who came',
  referencesLink: 'References',
  title: (reference: string) => `People of competition ${reference}`,
  lede: 'Who screens, assesses, watches and decides here. Each person sees what their task needs, in this competition alone.',
  roles: {
    screener: 'Screener',
    'panel-chair': 'Chair of the panel',
    'acting-chair': 'Acts for the chair',
    'panel-member': 'Member of the panel',
    'panel-secretary': 'Secretary of the panel',
    observer: 'Observer',
    'appointing-authority': 'Appointing authority',
  } satisfies Record<CompetitionRole, string>,
  roleHints: {
    screener: 'Compares applications with the essential requirements.',
    'panel-chair': 'Assesses, and leads the panel to its report.',
    'acting-chair':
      'A member of the panel who leads it, agrees and drafts where the chair is recused or away. Say why below.',
    'panel-member': 'Assesses, and signs the report.',
    'panel-secretary': 'Keeps the dates and the notes; assesses nobody.',
    observer: 'Sees that the rules are kept; assesses nobody.',
    'appointing-authority': 'Accepts the report, returns it, or departs from it with a reason.',
  } satisfies Record<CompetitionRole, string>,
  nobody: 'Nobody has a task here yet',
  nobodyNote: 'Name the first person below.',
  name: 'Name',
  role: 'Task',
  grade: 'Grade',
  unit: 'Unit',
  gender: 'Gender',
  genders: { woman: 'Woman', man: 'Man', other: 'Other' } satisfies Record<Gender, string>,
  nationality: 'Nationality',
  since: 'Since',
  signed: 'Signed',
  signedOn: (date: string) => `Signed on ${date}`,
  notSigned: 'Not signed yet',
  notAsked: '–',
  action: 'Action',
  gradeFindings: {
    meets: '',
    below: 'below what is asked',
    'not-said': 'not said',
    'not-comparable': 'for a person to compare',
    'not-asked': '',
  } satisfies Record<GradeFinding, string>,
  balance: 'Balance of the panel',
  balanceNote: 'Shown, and nothing follows from it by itself.',
  balanceOf: { gender: 'Gender', nationality: 'Nationality', unit: 'Unit' } satisfies Record<Balance['of'], string>,
  notSaid: { one: '{n} not said', other: '{n} not said' },
  notSaidAtAll: 'Nobody said',
  add: 'Name a person',
  email: 'E-mail address',
  emailHint: 'Of an account that belongs to somebody of the organisation.',
  gradeHint: 'Compared with the grade of the post, where the organisation asks for it.',
  namingReason: 'Why, if the person is to act for the chair',
  namingReasonHint: 'Stands in the record, and beside the person.',
  gradeReason: 'Why, if the grade is below what is asked or cannot be compared',
  belowRules: {
    blocks: 'Below it, nobody is named to assess; where it cannot be compared, say why you name them. Source:',
    reason: 'Below it, or where it cannot be compared, say why you name them. Source:',
    shown: 'Shown beside the person, and nothing follows from it. Source:',
    decides: 'No source says what follows below it: you decide, and say why. The grade itself:',
  } satisfies Record<(typeof BELOW_GRADE)[number] | 'decides', string>,
  unitHint: 'As it is to stand in the report.',
  genderHint: 'For the balance of the panel alone, if the person said so.',
  nationalityHint: 'Likewise.',
  addButton: 'Name',
  roleMissing: 'Choose the task',
  remove: 'End the task',
  removeTitle: (name: string) => `End the task of ${name}`,
  removeNote: 'What the person did here stays in the record. They see nothing of this competition from now on.',
  removeReason: 'Why',
  removeReasonHint: 'Stands in the record.',
  removeReasonMissing: 'Say why the task ends',
  removeButton: 'End the task',
  people: 'People of the competition',
  vacancy: 'The vacancy',
  quorum: 'Quorum',
  quorumNote: (needed: number) =>
    `${needed} members of the panel must be able to judge each candidate: signed for them, and not recused. Below that, nothing is decided.`,
  quorumAll: 'Every member of the panel must be able to judge each candidate. Below that, nothing is decided.',
  noCandidates: 'Nobody has been invited yet',
  noCandidatesNote: 'The candidates of the panel stand here once they are invited to a stage.',
  candidate: 'Candidate',
  able: 'Able to judge',
  state: 'Quorum',
  reached: 'Reached',
  below: 'Not reached',
  recused: 'Recused',
  deciding: {
    title: 'Who decides on the report',
    able: (name: string) => `${name} may decide.`,
    recused: (name: string, candidates: string) => `${name} is recused from ${candidates}, and decides on none of it.`,
    tookPart: (name: string) => `${name} screened, assessed or proposed here, and does not decide.`,
    nobodyNamed: 'Nobody is named as appointing authority',
    nobodyMay: 'Nobody who is named may decide on this report',
    nobodyNote:
      'Missing: an appointing authority who is recused from none of these candidates and had no part in assessing them. Whoever arranges the competition names one under “People and panel”; several may be named.',
  },
  conflicts: 'Conflicts of interest',
  noConflicts: 'None declared, and none found.',
  person: 'Person',
  kind: 'Kind',
  found: 'How it is known',
  foundBy: { declared: 'Declared', detected: 'Found' },
  stateOfConflict: 'State',
  counts: 'Recused',
  clearedBy: (name: string, date: string) => `May judge: decided by ${name} on ${date}`,
  clear: 'Decide',
  clearTitle: (name: string, candidate: string) => `May ${name} judge ${candidate}?`,
  clearNote:
    'Until you decide, the person is recused from this candidate. Say why what was found does not keep them from judging.',
  clearReason: 'Why the person may judge',
  clearButton: 'The person may judge',
  done: {
    named: 'The person has the task now.',
    removed: 'The task has ended.',
    cleared: 'Decided: the person may judge this candidate.',
    signed: 'You have signed.',
  },
  declaration: 'Declaration of interests',
  declarationLink: 'Sign your declaration',
  ownDeclaration: 'Your declaration',
  declarationLede:
    'Before you judge anybody, say whom you cannot judge. Whom you name, you will neither see assessed nor assess.',
  declarationDecides:
    'You decide on the report: if you name one of its candidates, another appointing authority decides on all of it.',
  planLink: 'Plan of the selection',
  panel: 'Panel',
  nothing: 'Nothing to name',
  why: 'What it is',
  whyHint: 'A sentence is enough. Read by those who arrange the competition.',
  newOnList: 'New on the list',
  sign: 'I declare this, and sign under my name',
  signButton: 'Sign',
  signMissing: 'Tick that you declare this',
  kindMissing: (candidate: string) => `Choose what keeps you from judging ${candidate}, or leave its text empty`,
  whyMissing: (candidate: string) => `Say in a sentence what it is, for ${candidate}`,
  nothingToSign: 'There is nobody on the list yet',
  nothingToSignNote: 'You sign once candidates are invited to a stage.',
  stillOpen: 'Applications are still coming in',
  stillOpenNote: 'You sign once the deadline has passed.',
  allSigned: 'You have signed for everybody on the list. Sign again if something has come to light.',
  blindLede:
    'You read applications without names. Write the names of those who may have applied here and whom you cannot judge: relatives, friends, people you work or worked with, opponents. Their applications, if there are any, are not given to you. You are not told whether there are.',
  blindNames: 'Names',
  blindNamesHint:
    'A person a line, with given name and family name. Nothing of them is kept but that you do not read their application.',
  blindKind: 'What keeps you from judging them',
  blindKindMissing: 'Choose what keeps you from judging those you name',
  tasks: 'My competitions',
  tasksLede: 'The competitions in which you have a task.',
  screenings: 'Screenings under way',
  reviews: 'Reviews that you are named for',
  noTasks: 'You have no task in a competition',
  noTasksNote: 'Once you are named for one, it stands here.',
  competition: 'Competition',
  open: 'Open',
  mail: {
    subject: (reference: string) => `Your task in competition ${reference}`,
    text: (reference: string, role: string) =>
      `You have been named for competition ${reference}, as: ${role}. What there is to do, you find here once you have signed in:`,
  },
};

export type CompetitionTexts = typeof EN;

const FR: CompetitionTexts = {
  link: 'Personnes et jury',
  invitationsLink: 'Horaires des étapes et présences',
  referencesLink: 'Références',
  title: (reference) => `Personnes du concours ${reference}`,
  lede: 'Qui examine, évalue, observe et décide ici. Chaque personne voit ce que sa tâche demande, dans ce concours seulement.',
  roles: {
    screener: 'Examen des candidatures',
    'panel-chair': 'Présidence du jury',
    'acting-chair': 'Suppléance de la présidence',
    'panel-member': 'Membre du jury',
    'panel-secretary': 'Secrétariat du jury',
    observer: 'Observation',
    'appointing-authority': 'Autorité de nomination',
  },
  roleHints: {
    screener: 'Compare les candidatures aux acquis essentiels.',
    'panel-chair': 'Évalue, et conduit le jury jusqu’à son rapport.',
    'acting-chair':
      'Membre du jury qui le conduit, arrête les notes et rédige quand la présidence est récusée ou absente. Dites pourquoi ci-dessous.',
    'panel-member': 'Évalue, et signe le rapport.',
    'panel-secretary': 'Tient les dates et les notes ; n’évalue personne.',
    observer: 'Veille au respect des règles ; n’évalue personne.',
    'appointing-authority': 'Accepte le rapport, le renvoie, ou s’en écarte en motivant sa décision.',
  },
  nobody: 'Personne n’a encore de tâche ici',
  nobodyNote: 'Désignez une première personne ci-dessous.',
  name: 'Nom',
  role: 'Tâche',
  grade: 'Grade',
  unit: 'Service',
  gender: 'Genre',
  genders: { woman: 'Femme', man: 'Homme', other: 'Autre' },
  nationality: 'Nationalité',
  since: 'Depuis',
  signed: 'Signature',
  signedOn: (date) => `Signé le ${date}`,
  notSigned: 'Pas encore signé',
  notAsked: '–',
  action: 'Action',
  gradeFindings: {
    meets: '',
    below: 'inférieur à ce qui est demandé',
    'not-said': 'non indiqué',
    'not-comparable': 'à comparer par une personne',
    'not-asked': '',
  },
  balance: 'Équilibre du jury',
  balanceNote: 'À titre d’information : rien n’en découle automatiquement.',
  balanceOf: { gender: 'Genre', nationality: 'Nationalité', unit: 'Service' },
  notSaid: { one: '{n} non indiqué', other: '{n} non indiqués' },
  notSaidAtAll: 'Personne ne l’a indiqué',
  add: 'Désigner une personne',
  email: 'Adresse électronique',
  emailHint: 'Celle du compte d’une personne de l’organisation.',
  gradeHint: 'Comparé au grade du poste, si l’organisation le demande.',
  namingReason: 'Pourquoi, si la personne doit suppléer la présidence',
  namingReasonHint: 'Figure au dossier, et à côté de la personne.',
  gradeReason: 'Pourquoi, si le grade est inférieur à ce qui est demandé ou ne peut être comparé',
  belowRules: {
    blocks:
      'En dessous, personne n’est désigné pour évaluer ; si la comparaison est impossible, dites pourquoi vous désignez la personne. Source :',
    reason: 'En dessous, ou si la comparaison est impossible, dites pourquoi vous désignez la personne. Source :',
    shown: 'Indiqué à côté de la personne, sans autre conséquence. Source :',
    decides: 'Aucune source ne dit ce qui en découle : vous en décidez, et dites pourquoi. Le grade lui-même :',
  },
  unitHint: 'Tel qu’il doit figurer dans le rapport.',
  genderHint: 'Pour l’équilibre du jury seulement, si la personne l’a indiqué.',
  nationalityHint: 'De même.',
  addButton: 'Désigner',
  roleMissing: 'Choisissez la tâche',
  remove: 'Mettre fin à la tâche',
  removeTitle: (name) => `Mettre fin à la tâche de ${name}`,
  removeNote: 'Ce que la personne a fait ici reste au dossier. Elle ne voit désormais plus rien de ce concours.',
  removeReason: 'Pourquoi',
  removeReasonHint: 'Figure au dossier.',
  removeReasonMissing: 'Dites pourquoi la tâche prend fin',
  removeButton: 'Mettre fin à la tâche',
  people: 'Personnes du concours',
  vacancy: 'La vacance de poste',
  quorum: 'Quorum',
  quorumNote: (needed) =>
    `${needed} membres du jury doivent pouvoir juger chaque personne candidate : avoir signé pour elle, et ne pas être récusés. En deçà, rien n’est décidé.`,
  quorumAll: 'Tous les membres du jury doivent pouvoir juger chaque personne candidate. En deçà, rien n’est décidé.',
  noCandidates: 'Personne n’a encore été invité',
  noCandidatesNote: 'Les personnes candidates figurent ici une fois invitées à une étape.',
  candidate: 'Candidature',
  able: 'Peuvent juger',
  state: 'Quorum',
  reached: 'Atteint',
  below: 'Non atteint',
  recused: 'Récusé(e)s',
  deciding: {
    title: 'Qui statue sur le rapport',
    able: (name) => `${name} peut statuer.`,
    recused: (name, candidates) =>
      `${name} fait l’objet d’une récusation pour ${candidates}, et ne statue sur rien dans ce rapport.`,
    tookPart: (name) => `${name} a examiné, évalué ou proposé ici, et ne statue pas.`,
    nobodyNamed: 'Personne n’est désigné comme autorité de nomination',
    nobodyMay: 'Aucune des personnes désignées ne peut statuer sur ce rapport',
    nobodyNote:
      'Il manque une autorité de nomination qui ne soit récusée pour aucune de ces candidatures et n’ait pas pris part à leur évaluation. Qui organise le concours la désigne sous « Personnes et jury » ; plusieurs peuvent l’être.',
  },
  conflicts: 'Conflits d’intérêts',
  noConflicts: 'Aucun n’est déclaré, aucun n’a été trouvé.',
  person: 'Personne',
  kind: 'Nature',
  found: 'Origine',
  foundBy: { declared: 'Déclaré', detected: 'Trouvé' },
  stateOfConflict: 'État',
  counts: 'Récusation',
  clearedBy: (name, date) => `Peut juger : décision de ${name} du ${date}`,
  clear: 'Décider',
  clearTitle: (name, candidate) => `${name} peut-il ou peut-elle juger ${candidate} ?`,
  clearNote:
    'Jusqu’à votre décision, la personne est récusée pour cette candidature. Dites pourquoi ce qui a été trouvé ne l’empêche pas de juger.',
  clearReason: 'Pourquoi la personne peut juger',
  clearButton: 'La personne peut juger',
  done: {
    named: 'La personne a désormais cette tâche.',
    removed: 'La tâche a pris fin.',
    cleared: 'C’est décidé : la personne peut juger cette candidature.',
    signed: 'Vous avez signé.',
  },
  declaration: 'Déclaration d’intérêts',
  declarationLink: 'Signer votre déclaration',
  ownDeclaration: 'Votre déclaration',
  declarationLede:
    'Avant de juger qui que ce soit, dites qui vous ne pouvez pas juger. Vous n’évaluerez pas les personnes que vous indiquez, ni ne verrez leur évaluation.',
  declarationDecides:
    'Vous statuez sur le rapport : si vous indiquez une des personnes qui y figurent, une autre autorité de nomination statue sur l’ensemble.',
  planLink: 'Plan de la sélection',
  panel: 'Jury',
  nothing: 'Rien à indiquer',
  why: 'De quoi il s’agit',
  whyHint: 'Une phrase suffit. Lue par les personnes qui organisent le concours.',
  newOnList: 'Nouveau sur la liste',
  sign: 'Je le déclare, et signe de mon nom',
  signButton: 'Signer',
  signMissing: 'Cochez que vous le déclarez',
  kindMissing: (candidate) => `Choisissez ce qui vous empêche de juger ${candidate}, ou laissez son texte vide`,
  whyMissing: (candidate) => `Dites en une phrase de quoi il s’agit, pour ${candidate}`,
  nothingToSign: 'La liste est encore vide',
  nothingToSignNote: 'Vous signerez une fois que des personnes seront invitées à une étape.',
  stillOpen: 'Des candidatures arrivent encore',
  stillOpenNote: 'Vous signerez une fois la date limite passée.',
  allSigned: 'Vous avez signé pour toutes les personnes de la liste. Signez à nouveau si un fait nouveau apparaît.',
  blindLede:
    'Vous lisez les candidatures sans les noms. Écrivez les noms des personnes qui ont pu postuler ici et que vous ne pouvez pas juger : proches, amis, collègues actuels ou anciens, adversaires. Leurs candidatures, s’il y en a, ne vous sont pas confiées. Il ne vous est pas dit s’il y en a.',
  blindNames: 'Noms',
  blindNamesHint:
    'Une personne par ligne, avec prénom et nom de famille. Rien n’en est conservé, sinon que vous ne lisez pas sa candidature.',
  blindKind: 'Ce qui vous empêche de les juger',
  blindKindMissing: 'Choisissez ce qui vous empêche de juger les personnes indiquées',
  tasks: 'Mes concours',
  tasksLede: 'Les concours dans lesquels vous avez une tâche.',
  screenings: 'Examens en cours',
  reviews: 'Les réexamens pour lesquels vous êtes désigné(e)',
  noTasks: 'Vous n’avez de tâche dans aucun concours',
  noTasksNote: 'Dès que vous serez désigné(e) pour l’un d’eux, il figurera ici.',
  competition: 'Concours',
  open: 'Ouvrir',
  mail: {
    subject: (reference) => `Votre tâche dans le concours ${reference}`,
    text: (reference, role) =>
      `Vous avez été désigné(e) pour le concours ${reference}, au titre suivant : ${role}. Ce qu’il y a à faire figure ici, une fois que vous vous êtes connecté(e) :`,
  },
};

export const COMPETITION_TEXTS: Localized<CompetitionTexts> = { en: EN, fr: FR };

/** Why somebody cannot have a task, and what would clear the way. */
export function explainMember(refusal: MemberRefusal): Localized {
  switch (refusal.kind) {
    case 'unknown':
      return {
        en: 'No verified account of the organisation has this address. An administrator can give the person a role.',
        fr: 'Aucun compte vérifié de l’organisation n’a cette adresse. L’administration peut donner un rôle à la personne.',
      };
    case 'applicant':
      return {
        en: 'This person cannot have a task in this competition.',
        fr: 'Cette personne ne peut pas avoir de tâche dans ce concours.',
      };
    case 'already':
      return { en: 'The person has this task already.', fr: 'La personne a déjà cette tâche.' };
    case 'apart':
      return {
        en: `“${EN.roles[refusal.role]}” does not go with “${EN.roles[refusal.other]}”, which the person is. End that task first.`,
        fr: `«   ${FR.roles[refusal.role]} » est incompatible avec «   ${FR.roles[refusal.other]} », tâche actuelle de la personne. Mettez-y d’abord fin.`,
      };
    case 'accommodation-officer':
      return {
        en: 'This person handles requests for arrangements, which nobody who assesses may learn of. Name somebody else, or have an administrator take that role from them first.',
        fr: 'Cette personne traite les demandes d’aménagement, dont personne qui évalue ne doit avoir connaissance. Désignez quelqu’un d’autre, ou demandez d’abord à l’administration de lui retirer ce rôle.',
      };
    case 'seen-requests':
      return {
        en: 'This person has opened requests for arrangements of this competition, which nobody who assesses may know. Name somebody else.',
        fr: 'Cette personne a ouvert des demandes d’aménagement de ce concours, que personne qui évalue ne doit connaître. Désignez quelqu’un d’autre.',
      };
    case 'chair-taken':
      return {
        en: `A panel has one chair: ${refusal.name}. End that task first.`,
        fr: `Un jury n’a qu’une présidence : ${refusal.name}. Mettez d’abord fin à cette tâche.`,
      };
    case 'not-on-panel':
      return {
        en: 'Who acts for the chair is a member of the panel: name the person as a member first.',
        fr: 'La suppléance de la présidence revient à un membre du jury : désignez d’abord la personne comme membre.',
      };
    case 'acting-reason-missing':
      return {
        en: 'Say why this person acts for the chair',
        fr: 'Dites pourquoi cette personne supplée la présidence',
      };
    case 'recused-too':
      return {
        en: `This person is recused as the chair is, from ${refusal.candidates.join(', ')}. Name a member who is not.`,
        fr: `Cette personne est récusée comme la présidence, pour ${refusal.candidates.join(', ')}. Désignez un membre qui ne l’est pas.`,
      };
    case 'grade-below':
      return {
        en: 'This grade is below what the organisation asks of those who assess for this post.',
        fr: 'Ce grade est inférieur à celui que l’organisation demande pour évaluer à ce poste.',
      };
    case 'grade-reason-missing':
      return refusal.decides
        ? {
            en: 'This grade is below what is asked, or cannot be compared, and no source says what follows: decide, and say why',
            fr: 'Ce grade est inférieur à ce qui est demandé, ou ne peut être comparé, et aucune source ne dit ce qui en découle : décidez, et dites pourquoi',
          }
        : {
            en: 'This grade is below what is asked, or cannot be compared: say why you name this person',
            fr: 'Ce grade est inférieur à ce qui est demandé, ou ne peut être comparé : dites pourquoi vous désignez cette personne',
          };
    default:
      return assertNever(refusal);
  }
}

export function explainClearing(refusal: ClearingRefusal): Localized {
  switch (refusal.kind) {
    case 'own-conflict':
      return {
        en: 'Nobody decides on their own conflict of interest.',
        fr: 'Nul ne décide de son propre conflit d’intérêts.',
      };
    case 'already-cleared':
      return { en: 'Somebody has decided already.', fr: 'Une décision a déjà été prise.' };
    case 'reason-missing':
      return { en: 'Say why the person may judge', fr: 'Dites pourquoi la personne peut juger' };
    default:
      return assertNever(refusal);
  }
}

/** Who is missing for a quorum. */
export function explainLack(lack: Lack): Localized {
  switch (lack.kind) {
    case 'members':
      return lack.count === 1
        ? { en: 'One more member has to be named.', fr: 'Un membre de plus est à désigner.' }
        : {
            en: `${lack.count} more members have to be named.`,
            fr: `${lack.count} membres de plus sont à désigner.`,
          };
    case 'signatures': {
      const names = lack.of.map(({ name }) => name).join(', ');
      return { en: `Has yet to sign: ${names}.`, fr: `N’a pas encore signé : ${names}.` };
    }
    case 'no-chair':
      return { en: 'The panel has no chair.', fr: 'Le jury n’a pas de présidence.' };
    case 'chair-recused':
      return {
        en: `The chair, ${lack.chair.name}, is recused: a member who is not has to be named to act for the chair.`,
        fr: `La présidence (${lack.chair.name}) est récusée : un membre qui ne l’est pas est à désigner pour la suppléer.`,
      };
    case 'chair-unsigned':
      return {
        en: `The chair, ${lack.chair.name}, has yet to sign.`,
        fr: `La présidence (${lack.chair.name}) n’a pas encore signé.`,
      };
    default:
      return assertNever(lack);
  }
}
