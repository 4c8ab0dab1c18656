import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { formatDate } from '../../site/dates.ts';
import { formatNumber, plural } from '../../site/numbers.ts';
import type { Office } from '../../regulations/organisation/appointment-schema.ts';
import type { AppointmentRefusal } from './appointment.ts';
import type { TrackAction, TrackRefusal, TrackState } from './track.ts';

const EN = {
  title: 'Appointments',
  lede: 'Everybody who was chosen, from the decision to the first day. What has waited longest stands first.',
  none: 'Nobody waits to be appointed',
  noneNote: 'Those who are selected, or accept a similar post, stand here until they are appointed.',
  waiting: 'What waits',
  nothingWaits: 'Nothing waits',
  nothingWaitsNote: 'Every condition that you see is met or waived.',
  show: 'Show',
  all: 'Everything',
  mine: 'What is mine to see through',
  person: 'Person',
  post: 'Post',
  what: 'What',
  office: 'With',
  since: 'Since',
  usuallyBy: 'Usually by',
  state: 'State',
  late: 'late',
  noUsual: 'no source says',
  yearUnknown: (year: string) => `no day can be given: the closed days of ${year} are not entered yet`,
  toBegin: 'To be begun',
  noLongerChosen: 'No longer selected: to be ended',
  runsOut: (name: string, day: string) => `${name}: holds until ${day} only`,
  people: 'Everybody',
  firstDay: 'First day',
  notPlanned: 'not planned',
  met: 'Conditions settled',
  metOf: (met: string, all: string) => `${met} of ${all}`,
  caseTitle: (number: string, reference: string) => `Appointment of ${number} – ${reference}`,
  back: 'Appointments',
  begin: 'Begin',
  beginNote:
    'The person was told of the decision. From here on they see each condition on their page, and what is asked of them.',
  begunOn: (day: string, name: string) => `Begun on ${day} by ${name}`,
  obstacles: {
    open: (name: string) => `${name}: open`,
    'not-met': (name: string) => `${name}: not met`,
    'runs-out': (name: string, day: string) => `${name}: holds until ${day}, and not on the first day`,
    'year-unknown': (name: string, year: string) =>
      `${name}: whether it holds on the first day cannot be said before the closed days of ${year} are entered`,
  },
  ended: 'This appointment was ended',
  gone: 'The decision by which this person was selected does not stand any more: end the appointment, with the reason.',
  seeApplication: 'The application',
  planDay: 'Plan the first day',
  dayHint: 'For example, 1 9 2027. Where the post is.',
  planButton: 'Keep this day',
  end: 'End without an appointment',
  endNote:
    'For somebody who declines or cannot be appointed. Nothing is deleted; what was recorded stays, and nothing is asked of the person any more.',
  endReason: 'Why',
  endReasonHint:
    'It stands in the record under your name, and auditors read it: write nothing about anybody’s health. The person does not read it here.',
  endButton: 'End',
  givenBy: 'Given by',
  officeIs: 'Seen through by',
  usual: 'Usually',
  notStated: 'no source says',
  dueBy: (day: string) => `(by ${day})`,
  usualDone: (days: string) => `done on ${days}`,
  holds: 'Holds',
  until: (day: string) => `until ${day}`,
  open: 'without an end that is known',
  needed: 'Level of the post',
  notPrinted: 'the notice prints none',
  held: 'Stated in the application',
  heldNone: 'none',
  heldLevel: (level: string, until: string) => `${level}, until ${until}`,
  untilUnknown: 'a day that is not stated',
  upgrade: 'To be raised to the level of the post',
  heldEnds: (day: string) => `What was stated runs out on ${day}, before the first day`,
  fromCandidate: 'From the candidate',
  waitsForCandidate: 'waits for the candidate',
  nothingMissing: 'nothing is awaited',
  sentDocuments: (name: string) => `Sent by the candidate: ${name}`,
  file: 'File',
  sentFor: 'For',
  sentAt: 'Sent on',
  virusCheck: 'Virus check',
  history: (name: string) => `Steps: ${name}`,
  day: 'Day',
  step: 'Step',
  by: 'By',
  reason: 'Reason',
  noSteps: 'Nothing recorded yet.',
  states: {
    'to-begin': 'To be begun',
    'under-way': 'Under way',
    met: 'Met',
    'not-met': 'Not met',
    waived: 'Waived',
  } satisfies Record<TrackState, string>,
  actions: {
    begin: 'Record that it was asked for',
    meet: 'Record that it is met',
    fail: 'Record that it is not met',
    waive: 'Waive it',
    reopen: 'Open it again',
  } satisfies Record<TrackAction, string>,
  done: {
    begun: 'Begun. The person is told.',
    day: 'The first day is kept.',
    ended: 'The appointment is ended.',
    stepped: 'Recorded.',
  },
  stepped: {
    begin: 'Asked for',
    meet: 'Met',
    fail: 'Not met',
    waive: 'Waived',
    reopen: 'Opened again',
  } satisfies Record<TrackAction, string>,
  notes: {
    begin: 'When, and of whom. From this day on its duration is counted.',
    meet: 'The outcome and its day. What the authority wrote stays with the authority.',
    fail: 'Nobody is appointed while a condition is not met. It can be opened again.',
    waive: 'The organisation lets this condition be waived. The reason stands in the record under your name.',
    reopen: 'What was recorded stays; the condition is under way again from the day that you give.',
  } satisfies Record<TrackAction, string>,
  medicalNote: 'Of this condition only the outcome and its days are kept. No word about it is.',
  dayOf: {
    begin: 'Asked for on',
    meet: 'Met on',
    fail: 'Refused on',
    waive: 'Waived on',
    reopen: 'Open again from',
  } satisfies Record<TrackAction, string>,
  validUntil: 'Last day on which it holds (if one was given)',
  levelAsked: 'Level asked for',
  levelGiven: 'Level given',
  authority: 'National authority that was asked',
  authorityHint: 'The authority of the country of the person, as it is called there.',
  keep: 'Record',
  steppedMeanwhile: 'Somebody recorded a step meanwhile. See how far the condition is; what you typed is kept here.',
  offices: {
    'security-officer': 'security office',
    'medical-officer': 'medical office',
    'contract-officer': 'contract office',
    recruiter: 'recruitment',
  } satisfies Record<Office, string>,
  noticeMail: {
    subject: 'Your appointment: what is needed',
    body: 'We have begun to see your appointment through. On the page of your application you see each condition, how far it is and what is needed from you.',
  },
  endMail: {
    subject: 'Your appointment does not go on',
    body: (reference: string) =>
      `We see your appointment to the post of vacancy ${reference} through no further. Nothing more is asked of you for it. You may ask us why, and anything else, by answering this message: those who manage recruitment read it.`,
    kept: {
      one: 'What you sent for its conditions is erased within {n} day.',
      other: 'What you sent for its conditions is erased within {n} days.',
    },
    keptOpen: 'What you sent for its conditions is kept as long as your application, and goes with it.',
  },
  mail: {
    subject: 'Appointments: something of your office waits',
    one: '{n} condition that your office sees through needs your attention. This mail does not say whose. Sign in and open the list:',
    other:
      '{n} conditions that your office sees through need your attention. This mail does not say whose. Sign in and open the list:',
  },
};

type Texts = typeof EN;

const FR: Texts = {
  title: 'Nominations',
  lede: 'Toutes les personnes retenues, de la décision au premier jour. Ce qui attend depuis le plus longtemps figure en premier.',
  none: 'Personne n’attend d’être nommé',
  noneNote:
    'Les personnes retenues, ou qui acceptent un poste semblable, figurent ici jusqu’à ce qu’elles soient nommées.',
  waiting: 'En attente',
  nothingWaits: 'Rien n’est en attente',
  nothingWaitsNote: 'Toutes les conditions que vous voyez sont remplies ou levées.',
  show: 'Afficher',
  all: 'Tout',
  mine: 'Ce dont je m’occupe',
  person: 'Personne',
  post: 'Poste',
  what: 'Objet',
  office: 'Auprès de',
  since: 'Depuis',
  usuallyBy: 'D’ordinaire avant le',
  state: 'État',
  late: 'en retard',
  noUsual: 'aucune source ne le dit',
  yearUnknown: (year) => `aucun jour ne peut être donné : les jours de fermeture de ${year} ne sont pas encore saisis`,
  toBegin: 'À entamer',
  noLongerChosen: 'N’est plus retenue : à clore',
  runsOut: (name, day) => `${name} : ne vaut que jusqu’au ${day}`,
  people: 'Toutes les personnes',
  firstDay: 'Premier jour',
  notPlanned: 'non fixé',
  met: 'Conditions réglées',
  metOf: (met, all) => `${met} sur ${all}`,
  caseTitle: (number, reference) => `Nomination ${number} – ${reference}`,
  back: 'Nominations',
  begin: 'Entamer',
  beginNote:
    'La décision a été communiquée à la personne. Dès lors, elle voit sur sa page chaque condition et ce qui lui est demandé.',
  begunOn: (day, name) => `Entamée le ${day} par ${name}`,
  obstacles: {
    open: (name) => `${name} : ouverte`,
    'not-met': (name) => `${name} : non remplie`,
    'runs-out': (name, day) => `${name} : vaut jusqu’au ${day}, et plus le premier jour`,
    'year-unknown': (name, year) =>
      `${name} : on ne peut dire si elle vaut le premier jour tant que les jours de fermeture de ${year} ne sont pas saisis`,
  },
  ended: 'Cette nomination a été close',
  gone: 'La décision par laquelle cette personne a été retenue ne vaut plus : mettez fin à la nomination, avec le motif.',
  seeApplication: 'La candidature',
  planDay: 'Fixer le premier jour',
  dayHint: 'Par exemple, 1 9 2027. À l’heure du lieu d’affectation.',
  planButton: 'Enregistrer ce jour',
  end: 'Clore sans nomination',
  endNote:
    'Pour une personne qui renonce ou ne peut être nommée. Rien n’est effacé ; ce qui a été consigné demeure, et plus rien n’est demandé à la personne.',
  endReason: 'Motif',
  endReasonHint:
    'Il figure au dossier sous votre nom, et les auditeurs et auditrices le lisent : n’y écrire rien sur la santé de quiconque. La personne ne le lit pas ici.',
  endButton: 'Clore',
  givenBy: 'Délivrée par',
  officeIs: 'Suivie par',
  usual: 'D’ordinaire',
  notStated: 'aucune source ne le dit',
  dueBy: (day) => `(d’ici au ${day})`,
  usualDone: (days) => `réglée le ${days}`,
  holds: 'Validité',
  until: (day) => `jusqu’au ${day}`,
  open: 'sans terme connu',
  needed: 'Niveau du poste',
  notPrinted: 'l’avis n’en indique aucun',
  held: 'Indiquée dans la candidature',
  heldNone: 'aucune',
  heldLevel: (level, until) => `${level}, jusqu’au ${until}`,
  untilUnknown: 'une date non précisée',
  upgrade: 'À porter au niveau du poste',
  heldEnds: (day) => `Ce qui a été indiqué expire le ${day}, avant le premier jour`,
  fromCandidate: 'De la candidate ou du candidat',
  waitsForCandidate: 'attend la candidate ou le candidat',
  nothingMissing: 'rien n’est attendu',
  sentDocuments: (name) => `Envoyé par la candidate ou le candidat : ${name}`,
  file: 'Fichier',
  sentFor: 'Objet',
  sentAt: 'Envoyé le',
  virusCheck: 'Contrôle antivirus',
  history: (name) => `Étapes : ${name}`,
  day: 'Jour',
  step: 'Étape',
  by: 'Par',
  reason: 'Motif',
  noSteps: 'Rien n’est encore consigné.',
  states: {
    'to-begin': 'À entamer',
    'under-way': 'En cours',
    met: 'Remplie',
    'not-met': 'Non remplie',
    waived: 'Levée',
  },
  actions: {
    begin: 'Consigner la demande',
    meet: 'Consigner qu’elle est remplie',
    fail: 'Consigner qu’elle n’est pas remplie',
    waive: 'La lever',
    reopen: 'La rouvrir',
  },
  done: {
    begun: 'Entamée. La personne en est informée.',
    day: 'Le premier jour est enregistré.',
    ended: 'La nomination est close.',
    stepped: 'Consigné.',
  },
  stepped: {
    begin: 'Demandée',
    meet: 'Remplie',
    fail: 'Non remplie',
    waive: 'Levée',
    reopen: 'Rouverte',
  },
  notes: {
    begin: 'Quand, et à qui. La durée se compte à partir de ce jour.',
    meet: 'L’issue et son jour. Ce que l’autorité a écrit reste auprès d’elle.',
    fail: 'Personne n’est nommé tant qu’une condition n’est pas remplie. Elle peut être rouverte.',
    waive: 'L’organisation permet que cette condition soit levée. Le motif figure au dossier sous votre nom.',
    reopen: 'Ce qui a été consigné demeure ; la condition est de nouveau en cours à partir du jour indiqué.',
  },
  medicalNote: 'De cette condition ne sont conservés que l’issue et ses jours, sans un mot à son sujet.',
  dayOf: {
    begin: 'Demandée le',
    meet: 'Remplie le',
    fail: 'Refusée le',
    waive: 'Levée le',
    reopen: 'Rouverte à partir du',
  },
  validUntil: 'Dernier jour de validité (s’il a été indiqué)',
  levelAsked: 'Niveau demandé',
  levelGiven: 'Niveau accordé',
  authority: 'Autorité nationale saisie',
  authorityHint: 'L’autorité du pays de la personne, telle qu’elle y est nommée.',
  keep: 'Consigner',
  steppedMeanwhile:
    'Une étape a été consignée entre-temps. Voyez où en est la condition ; votre saisie est conservée ici.',
  offices: {
    'security-officer': 'service de sécurité',
    'medical-officer': 'service médical',
    'contract-officer': 'service des contrats',
    recruiter: 'recrutement',
  },
  noticeMail: {
    subject: 'Votre nomination : ce qui est nécessaire',
    body: 'Nous avons entamé la procédure de nomination. Sur la page de votre candidature, vous voyez chaque condition, où elle en est et ce qui vous est demandé.',
  },
  endMail: {
    subject: 'Votre procédure de nomination est close',
    body: (reference) =>
      `Nous ne poursuivons pas la procédure de nomination au poste de l’avis ${reference}. Plus rien ne vous est demandé à ce titre. Vous pouvez nous en demander la raison, ou poser toute autre question, en répondant à ce message : les responsables du recrutement le lisent.`,
    kept: {
      one: 'Ce que vous avez envoyé pour ses conditions est effacé dans un délai de {n} jour.',
      other: 'Ce que vous avez envoyé pour ses conditions est effacé dans un délai de {n} jours.',
    },
    keptOpen:
      'Ce que vous avez envoyé pour ses conditions est conservé aussi longtemps que votre candidature, et disparaît avec elle.',
  },
  mail: {
    subject: 'Nominations : une tâche de votre service est en attente',
    one: '{n} condition dont s’occupe votre service demande votre attention. Ce message ne dit pas de qui il s’agit. Connectez-vous et ouvrez la liste :',
    other:
      '{n} conditions dont s’occupe votre service demandent votre attention. Ce message ne dit pas de qui il s’agit. Connectez-vous et ouvrez la liste :',
  },
};

export const CONDITIONS_TEXTS: Localized<Texts> = { en: EN, fr: FR };

const inBoth = (write: (language: Language) => string): Localized => ({ en: write('en'), fr: write('fr') });

/** Why a step on a track was refused, and what to do. `level` names a code of the organisation’s levels. */
export function explainTrack(refusal: TrackRefusal, level: (code: string) => Localized): Localized {
  const day = (civil: string) => inBoth((language) => formatDate(civil, language));
  switch (refusal.kind) {
    case 'illegal-move':
      return {
        en: 'This step cannot be taken from where the condition stands now. See how far it is, and choose again.',
        fr: 'Cette étape n’est pas possible dans l’état actuel de la condition. Voyez où elle en est et choisissez de nouveau.',
      };
    case 'date-missing':
      return { en: 'Enter a day that exists', fr: 'Indiquez un jour qui existe' };
    case 'date-ahead':
      return {
        en: `Enter a day that is not ahead: today is ${day(refusal.today).en}`,
        fr: `Indiquez un jour qui n’est pas à venir : nous sommes le ${day(refusal.today).fr}`,
      };
    case 'date-before':
      return {
        en: `Enter a day on or after ${day(refusal.last).en}, that of the step before`,
        fr: `Indiquez le ${day(refusal.last).fr}, jour de l’étape précédente, ou un jour ultérieur`,
      };
    case 'valid-until-wrong':
      return {
        en: 'Enter a last day that exists, or leave it empty',
        fr: 'Indiquez un dernier jour qui existe, ou laissez ce champ vide',
      };
    case 'valid-until-past':
      return {
        en: `Enter a last day on or after ${day(refusal.on).en}, when it was given`,
        fr: `Indiquez le ${day(refusal.on).fr}, jour où elle a été donnée, ou un jour ultérieur`,
      };
    case 'reason-missing':
      return { en: 'Give the reason', fr: 'Indiquez le motif' };
    case 'too-long':
      return { en: 'Shorten the reason to 2,000 characters', fr: 'Ramenez le motif à 2\u202f000 caractères' };
    case 'no-words':
      return {
        en: 'Leave out the words: of this condition the outcome alone is kept',
        fr: 'N’ajoutez aucun texte : de cette condition, seule l’issue est conservée',
      };
    case 'level-missing':
      return { en: 'Choose a level', fr: 'Choisissez un niveau' };
    case 'level-below':
      return {
        en: `Choose ${level(refusal.needed).en} or above: that is what was asked for`,
        fr: `Choisissez ${level(refusal.needed).fr} ou un niveau supérieur : c’est ce qui est demandé`,
      };
    case 'authority-missing':
      return { en: 'Name the authority that was asked', fr: 'Nommez l’autorité saisie' };
    case 'authority-too-long':
      return { en: 'Shorten the name to 200 characters', fr: 'Ramenez le nom à 200 caractères' };
    case 'items-open':
      return inBoth((language) =>
        plural(
          refusal.open,
          {
            en: {
              one: '{n} study or post is not settled yet: record the answer, or set it aside, first.',
              other: '{n} studies and posts are not settled yet: record each answer, or set it aside, first.',
            },
            fr: {
              one: '{n} diplôme ou emploi reste à régler : consignez d’abord la réponse, ou écartez-le.',
              other: '{n} diplômes et emplois restent à régler : consignez d’abord chaque réponse, ou écartez-les.',
            },
          }[language],
          language,
        ),
      );
    case 'other-office':
      return {
        en: 'Another office sees this condition through',
        fr: 'Un autre service s’occupe de cette condition',
      };
    case 'no-waiver':
      return {
        en: 'The organisation lets nobody waive this condition, or not you',
        fr: 'L’organisation ne permet à personne de lever cette condition, ou pas à vous',
      };
    default:
      return assertNever(refusal);
  }
}

/** What somebody reads whose appointment was ended: whom they may ask, and how long what they sent is kept; the reason is for colleagues. */
export function endMessage(
  reference: string,
  keptDays: number | null,
  language: Language,
): { subject: string; body: string } {
  const { subject, body, kept, keptOpen } = CONDITIONS_TEXTS[language].endMail;
  return { subject, body: `${body(reference)}\n\n${keptDays === null ? keptOpen : plural(keptDays, kept, language)}` };
}

/** Why an appointment was not begun, planned or ended, and what to do. */
export function explainAppointment(refusal: AppointmentRefusal): Localized {
  switch (refusal.kind) {
    case 'not-chosen':
      return {
        en: 'This person is not selected for the post, so there is nothing to begin.',
        fr: 'Cette personne n’est pas retenue pour le poste : il n’y a rien à entamer.',
      };
    case 'begun-already':
      return {
        en: 'It was begun meanwhile. Here is how far it is.',
        fr: 'Elle a été entamée entre-temps. Voici où elle en est.',
      };
    case 'not-begun':
      return { en: 'Begin it first.', fr: 'Entamez-la d’abord.' };
    case 'ended':
      return { en: 'It was ended: nothing is changed any more.', fr: 'Elle a été close : plus rien n’est modifié.' };
    case 'appointed':
      return {
        en: 'This person is appointed: nothing of it is changed any more.',
        fr: 'Cette personne est nommée : plus rien n’est modifié.',
      };
    case 'day-missing':
      return { en: 'Enter a day that exists', fr: 'Indiquez un jour qui existe' };
    case 'day-before-decision':
      return {
        en: `Enter a day after ${formatDate(refusal.chosen, 'en')}, when the person was selected`,
        fr: `Indiquez un jour postérieur au ${formatDate(refusal.chosen, 'fr')}, jour où la personne a été retenue`,
      };
    case 'reason-missing':
      return { en: 'Give the reason', fr: 'Indiquez le motif' };
    case 'reason-too-long':
      return inBoth(
        (language) =>
          ({
            en: `Shorten the reason to ${formatNumber(refusal.max, 'en')} characters`,
            fr: `Ramenez le motif à ${formatNumber(refusal.max, 'fr')} caractères`,
          })[language],
      );
    case 'offer-goes-on':
      return {
        en: 'An offer is prepared, or waits for an answer. It has to be withdrawn before the appointment is ended.',
        fr: 'Une offre est en préparation, ou attend une réponse. Elle doit être retirée avant que la nomination soit close.',
      };
    case 'changed-meanwhile':
      return {
        en: 'This was changed meanwhile. Here is how it stands now.',
        fr: 'Ceci a été modifié entre-temps. Voici l’état actuel.',
      };
    default:
      return assertNever(refusal);
  }
}
