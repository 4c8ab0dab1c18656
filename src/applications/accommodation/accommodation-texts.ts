import type { Localized } from '../../platform/language.ts';
import { formatNumber } from '../../site/numbers.ts';
import { explainDocument } from '../documents/document-refusal-texts.ts';
import type { ScanState } from '../documents/document.ts';
import type { AccommodationStatus, AskedProblem, DecisionRefusal } from './accommodation.ts';
import type { EvidenceRefusal } from './evidence.ts';

const EN = {
  title: 'Ask for an arrangement',
  forApplication: (number: string) => `Ask for an arrangement: ${number}`,
  mine: 'Arrangements',
  mineNote:
    'For each application you can ask for what you need in its tests and interviews, before or during the selection.',
  noApplications: 'You have no application yet. Once you have begun one, you can ask here for what you need.',
  application: 'Application',
  state: 'State',
  notAsked: 'Nothing asked',
  ask: 'Ask',
  open: 'Open',
  link: 'Ask for an arrangement in tests and interviews',
  why: 'Where this comes from',
  whoSees: 'Who sees this',
  whoSeesNote:
    'Only you and the officers named for such requests. Never those who select, the panel or the hiring manager; it is not part of your application or its receipt. What you write and hand in is kept encrypted. Every time an officer opens it, you see here who and when.',
  kinds: 'What would help',
  kindsHint: 'As many as you need.',
  words: 'In your own words',
  wordsHint:
    'What is difficult for you in a test or an interview, and what has helped before. You need not name an illness.',
  until: 'Needed until',
  untilHint: 'If it is for a time only.',
  send: 'Send the request',
  change: 'Send the change',
  changeNote: 'Once you change it, an officer decides on it again.',
  saved: 'Your request has been sent to the officers named for it.',
  evidence: 'Medical evidence',
  evidenceHint: (size: string) => `A PDF, or a photograph (JPEG or PNG) of at most ${size}.`,
  file: 'File',
  add: 'Hand it in',
  added: 'The file is handed in, encrypted.',
  remove: 'Remove',
  removed: 'The file is removed.',
  download: 'Download',
  decision: 'The decision',
  reason: 'Reasons',
  arrangement: 'What is to be arranged',
  arrangementNote: 'Those who hold a test or an interview are told this and nothing else.',
  looks: 'Who has read it',
  noLooks: 'Nobody but you has opened it yet.',
  look: { request: 'the request', evidence: 'a file' },
  readBy: (part: string, who: string) => `Read (${part}) by ${who}`,
  somebody: 'an officer',
  kept: 'How long it is kept',
  keptFor: (evidence: string, request: string) =>
    `Evidence: ${evidence} after the decision on it. The request: ${request} after the end of the selection for you.`,
  keptOpen:
    'The organisation has set no limit yet. You can take the request back at any time; then nothing of it is left.',
  takeBack: 'Take the request back',
  takeBackNote: 'The request, the files and the decision are deleted at once, for good. What was arranged falls away.',
  takeBackSentence: 'I take my request back; everything about it is deleted.',
  takeBackMissing: 'Tick the sentence to confirm that you take the request back',
  takenBack: 'Your request is deleted.',
  back: 'Back to the application',
  statuses: {
    requested: 'Asked, not decided yet',
    granted: 'Granted',
    partly: 'Granted in part',
    refused: 'Refused',
  } satisfies Record<AccommodationStatus, string>,
  officersTitle: 'Requests for an arrangement',
  officersRequest: 'Request for an arrangement',
  officersNote: 'Health data. Opening a request or a file is recorded, and shown to the person with your name.',
  none: 'There are no requests.',
  noneNote: 'A mail tells you when there is one.',
  keptFromYou: {
    one: '{n} request is kept from you: you assess in its competition',
    other: '{n} requests are kept from you: you assess in their competitions',
  },
  keptFromYouNote:
    'Whoever assesses candidates learns of no request for an arrangement. Another officer handles them; where there is none, ask an administrator to name one, or have your task in the competition ended.',
  number: 'Number',
  vacancy: 'Vacancy',
  askedOn: 'Asked on',
  person: 'Applicant',
  decide: 'Decide',
  decisionLabel: 'Decision',
  reasonHint: 'The person reads this; nobody else does.',
  arrangementHint:
    'In neutral words, without a reason: “a third more time”, “the tests on paper in 18-point type”. Those who hold the stage read this and nothing else.',
  record: 'Record the decision',
  decided: 'The decision is recorded, and the person is told that there is news.',
  changed: 'The request was changed after you opened it. Read it again before you decide.',
  notSaid: 'not said',
  scan: {
    clean: 'scanned for viruses, none found',
    unscanned: 'not scanned for viruses: this server scans no files',
    quarantined: 'not scanned for viruses yet: no officer can open it before',
    infected: 'a virus was found',
  } satisfies Record<ScanState, string>,
  mailInfected: {
    subject: 'A virus in a file that you handed in',
    text: 'A virus was found in a file that you handed in. It has been deleted, and nobody has opened it. Scan your device, make the file again, and hand it in again. This mail does not say which file; sign in and look:',
  },
  mailOfficer: {
    subject: 'A request is waiting for you',
    text: 'A request for an arrangement is waiting for you. This mail does not say whose or what. Sign in and open it:',
  },
};

export type AccommodationTexts = typeof EN;

const FR: AccommodationTexts = {
  title: 'Demander un aménagement',
  forApplication: (number) => `Demander un aménagement : ${number}`,
  mine: 'Aménagements',
  mineNote:
    'Pour chaque candidature, vous pouvez demander ce dont vous avez besoin lors des épreuves et entretiens, avant ou pendant la sélection.',
  noApplications:
    'Vous n’avez pas encore de candidature. Dès que vous en aurez commencé une, vous pourrez demander ici ce dont vous avez besoin.',
  application: 'Candidature',
  state: 'État',
  notAsked: 'Rien de demandé',
  ask: 'Demander',
  open: 'Ouvrir',
  link: 'Demander un aménagement des épreuves et entretiens',
  why: 'D’où cela vient',
  whoSees: 'Qui le voit',
  whoSeesNote:
    'Vous seul(e) et les personnes désignées pour ces demandes. Jamais celles qui sélectionnent, ni le jury, ni la ou le responsable du poste ; cela ne fait partie ni de votre candidature ni de son accusé de réception. Ce que vous écrivez et remettez est conservé chiffré. Chaque fois qu’une de ces personnes l’ouvre, vous voyez ici qui et quand.',
  kinds: 'Ce qui vous aiderait',
  kindsHint: 'Autant de réponses que nécessaire.',
  words: 'Avec vos propres mots',
  wordsHint:
    'Ce qui vous est difficile dans une épreuve ou un entretien, et ce qui vous a déjà aidé(e). Vous n’avez pas à nommer une maladie.',
  until: 'Nécessaire jusqu’au',
  untilHint: 'Si ce n’est que pour un temps.',
  send: 'Envoyer la demande',
  change: 'Envoyer la modification',
  changeNote: 'Si vous la modifiez, une nouvelle décision est prise.',
  saved: 'Votre demande a été transmise aux personnes désignées.',
  evidence: 'Pièces médicales',
  evidenceHint: (size) => `Un PDF, ou une photographie (JPEG ou PNG), de ${size} au plus.`,
  file: 'Fichier',
  add: 'Remettre',
  added: 'Le fichier est remis, et chiffré.',
  remove: 'Supprimer',
  removed: 'Le fichier est supprimé.',
  download: 'Télécharger',
  decision: 'La décision',
  reason: 'Motifs',
  arrangement: 'Ce qui est à aménager',
  arrangementNote: 'Les personnes qui organisent une épreuve ou un entretien en sont informées, et de rien d’autre.',
  looks: 'Qui l’a lue',
  noLooks: 'Personne d’autre que vous ne l’a encore ouverte.',
  look: { request: 'la demande', evidence: 'un fichier' },
  readBy: (part, who) => `Lecture (${part}) par ${who}`,
  somebody: 'une personne désignée',
  kept: 'Combien de temps cela est conservé',
  keptFor: (evidence, request) =>
    `Les pièces : ${evidence} après la décision. La demande : ${request} après la fin de la sélection pour vous.`,
  keptOpen:
    'L’organisation n’a pas encore fixé de durée. Vous pouvez retirer la demande à tout moment ; il n’en reste alors rien.',
  takeBack: 'Retirer la demande',
  takeBackNote:
    'La demande, les fichiers et la décision sont supprimés aussitôt, définitivement. Ce qui était aménagé ne l’est plus.',
  takeBackSentence: 'Je retire ma demande ; tout ce qui s’y rapporte est supprimé.',
  takeBackMissing: 'Cochez la phrase pour confirmer le retrait de la demande',
  takenBack: 'Votre demande est supprimée.',
  back: 'Retour à la candidature',
  statuses: {
    requested: 'Demandé, sans décision pour l’instant',
    granted: 'Accordé',
    partly: 'Accordé en partie',
    refused: 'Refusé',
  },
  officersTitle: 'Demandes d’aménagement',
  officersRequest: 'Demande d’aménagement',
  officersNote:
    'Données de santé. L’ouverture d’une demande ou d’un fichier est consignée, et montrée à la personne avec votre nom.',
  none: 'Il n’y a pas de demande.',
  noneNote: 'Un courriel vous prévient quand il y en a une.',
  keptFromYou: {
    one: '{n} demande ne vous est pas montrée : vous évaluez dans son concours',
    other: '{n} demandes ne vous sont pas montrées : vous évaluez dans leurs concours',
  },
  keptFromYouNote:
    'Qui évalue des candidatures n’a connaissance d’aucune demande d’aménagement. Une autre personne désignée les traite ; s’il n’y en a pas, demandez à l’administration d’en désigner une, ou qu’il soit mis fin à votre tâche dans le concours.',
  number: 'Numéro',
  vacancy: 'Poste',
  askedOn: 'Demandé le',
  person: 'Candidate ou candidat',
  decide: 'Décider',
  decisionLabel: 'Décision',
  reasonHint: 'La personne le lit ; nul autre.',
  arrangementHint:
    'En termes neutres, sans motif : « un tiers de temps en plus », « les épreuves sur papier, en corps 18 ». Les personnes qui organisent l’étape lisent cela, et rien d’autre.',
  record: 'Consigner la décision',
  decided: 'La décision est consignée, et la personne est informée qu’il y a du nouveau.',
  changed: 'La demande a été modifiée après que vous l’avez ouverte. Relisez-la avant de décider.',
  notSaid: 'non précisé',
  scan: {
    clean: 'analysé, sans virus',
    unscanned: 'pas d’analyse antivirus : ce serveur n’analyse aucun fichier',
    quarantined: 'pas encore analysé : d’ici là, aucune personne désignée ne peut l’ouvrir',
    infected: 'un virus a été trouvé',
  },
  mailInfected: {
    subject: 'Un virus dans un fichier que vous avez remis',
    text: 'Un virus a été trouvé dans un fichier que vous avez remis. Ce fichier a été supprimé, et personne ne l’a ouvert. Analysez votre appareil, refaites le fichier et remettez-le de nouveau. Ce courriel ne dit pas de quel fichier il s’agit ; connectez-vous pour le voir :',
  },
  mailOfficer: {
    subject: 'Une demande vous attend',
    text: 'Une demande d’aménagement vous attend. Ce courriel ne dit ni de qui ni de quoi il s’agit. Connectez-vous pour l’ouvrir :',
  },
};

export const ACCOMMODATION_TEXTS: Localized<AccommodationTexts> = { en: EN, fr: FR };

/** What is wrong with a request, at its field. */
export function explainAsked({ kind }: AskedProblem): Localized {
  if (kind === 'missing')
    return {
      en: 'Choose what would help, or say it in your own words',
      fr: 'Choisissez ce qui vous aiderait, ou dites-le avec vos propres mots',
    };
  if (kind === 'too-long')
    return { en: 'Say it in at most 3,000 characters', fr: 'Dites-le en 3 000 caractères au plus' };
  return {
    en: 'Enter a day that exists, with day, month and year',
    fr: 'Indiquez un jour qui existe, avec jour, mois et année',
  };
}

/** What a decision lacks. */
export const DECISION_GAPS: Record<DecisionRefusal['kind'], Localized & { field: string }> = {
  'decision-missing': { field: 'status', en: 'Choose a decision', fr: 'Choisissez une décision' },
  'reason-missing': { field: 'reason', en: 'Give the reasons', fr: 'Donnez les motifs' },
  'arrangement-missing': { field: 'arrangement', en: 'Say what is to be arranged', fr: 'Dites ce qui est à aménager' },
};

/** Why a file of evidence is not taken. */
export function explainEvidence(refusal: EvidenceRefusal): Localized {
  if (refusal.kind === 'too-many')
    return {
      en: `At most ${formatNumber(refusal.maxFiles, 'en')} files; remove one first.`,
      fr: `Au plus ${formatNumber(refusal.maxFiles, 'fr')} fichiers ; supprimez-en un d’abord.`,
    };
  if (refusal.kind === 'not-pdf')
    return {
      en: 'This is neither a PDF nor a whole JPEG or PNG photograph.',
      fr: 'Ce n’est ni un PDF, ni une photographie JPEG ou PNG entière.',
    };
  return explainDocument(refusal);
}
