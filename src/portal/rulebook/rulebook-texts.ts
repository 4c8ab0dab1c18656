import type { Localized } from '../../platform/language.ts';
import type { Approving, Waiving } from '../../regulations/organisation/appointment-schema.ts';
import type { HandOverEvent } from '../../regulations/organisation/hand-over-schema.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { DayUnit } from '../../regulations/working-days.ts';

type Plural = { one: string; other: string };
type YesNoOpen = Record<'yes' | 'no' | 'open', string>;
type Columns = readonly string[];

export type RulebookTexts = {
  title: string;
  lede: string;
  inForceOn: string;
  anotherDay: string;
  anotherDayHint: string;
  show: string;
  today: string;
  noSuchDay: string;
  contents: string;
  source: string;
  sourceLabel: string;
  rule: string;
  showList: string;
  since: string;
  always: string;
  otherRows: string;
  fromDay: string;
  before: string;
  example: string;
  exampleNote: string;
  plan: string;
  notGiven: string;
  chapters: Record<'who-may-apply' | 'grades-and-pay' | 'contracts' | 'procedure' | 'notices', string>;
  nationality: { title: string; decides: Plural; columns: Columns };
  fastTrack: string;
  willingness: Columns;
  lowerLevel: Record<'upgrade' | 'refuse' | 'open', string>;
  partTime: Record<'pro-rata' | 'in-full' | 'open', string>;
  afterQualification: YesNoOpen;
  age: {
    title: string;
    columns: Columns;
    minimum: Plural;
    noMinimum: string;
    serviceEnds: string;
    noEnd: string;
    years: Plural;
  };
  languages: { title: string; official: string; levels: string; level: string };
  clearance: { title: string; none: string; order: string; columns: Columns };
  grades: { title: string; order: string; columns: Columns };
  comparable: YesNoOpen;
  salaries: {
    title: string;
    step: string;
    twinGrade: Record<'lower' | 'higher', string>;
    adjusted: Record<'yearly' | 'by-decision', string>;
    uniform: string;
    known: string;
    nothingKnown: string;
    columns: Columns;
  };
  twinGrade: {
    title: string;
    none: string;
    columns: Columns;
    appointment: string;
    advancement: string;
    reduction: string;
    direct: string;
  };
  similarPost: {
    title: string;
    grade: Record<'same-or-lower' | 'same', string>;
    twinGrade: Record<'lower' | 'higher' | 'open', string>;
    checkedAgain: string;
  };
  clauses: {
    title: string;
    notInForce: string;
    notOffered: string;
    contract: string;
    columns: Columns;
    parts: Record<'first' | 'renewal' | 'maximum' | 'indefinite' | 'request', string>;
    once: string;
    condition: string;
    none: string;
    noMaximum: string;
    window: string;
  };
  openPoints: { title: string; decides: string; columns: Columns; source: string };
  documents: { title: string; decides: string; columns: Columns };
  consequence: { title: string; missing: string; tooLong: string };
  declarations: { title: string; decides: string; columns: Columns; source: string };
  examination: Record<'title' | 'answer' | 'answerOpen' | 'byAnother' | 'bySame' | 'decisionOpen', string>;
  stages: {
    title: string;
    decides: string;
    columns: Columns;
    channels: Record<'online' | 'remote' | 'on-site', string>;
    source: string;
  };
  screening: { title: string; within: Record<DayUnit, string>; open: string };
  workingDays: { title: string; weekdays: string; weekday: string; decides: string; columns: Columns; unknown: string };
  conditions: {
    title: string;
    decides: string;
    columns: Columns;
    notStated: string;
    noLimit: string;
    nobody: string;
    source: string;
  };
  conditionDocuments: Record<'title' | 'files' | 'nothing' | 'kept' | 'keptOpen' | 'medical', string> & {
    columns: Columns;
  };
  conditionReminders: Record<
    'title' | 'before' | 'notBefore' | 'again' | 'notAgain' | 'expiry' | 'noExpiry' | 'candidate' | 'noCandidate',
    string
  >;
  contractDates: Record<'title' | 'by' | 'proposal' | 'noProposal' | 'reminder' | 'noReminder', string>;
  /** Whose work something is, within a sentence or a cell. */
  people: Record<Waiving | Approving, string>;
  budget: string;
  offers: {
    title: string;
    approval: string;
    noApproval: string;
    answer: string;
    noAnswer: string;
    reminder: string;
    noReminder: string;
    probation: string;
    noProbation: string;
    columns: Columns;
  };
  reserveList: { title: string; months: string; open: string };
  handOver: {
    title: string;
    decides: string;
    none: string;
    columns: Columns;
    events: Record<HandOverEvent, string>;
    field: string;
    kept: string;
    keptOpen: string;
  };
  retention: {
    title: string;
    decides: string;
    none: string;
    columns: Columns;
    open: string;
    counts: Record<Organisation['retention'][number]['counts'], string>;
    source: string;
  };
  paragraphs: { title: string; decides: string; columns: Columns; every: string; source: string };
  bodies: { title: string; columns: Columns; source: string };
  accountabilities: { title: string; decides: string; columns: Columns };
  competencies: { title: string; decides: string; columns: Columns };
};

export const RULEBOOK_TEXTS: Localized<RulebookTexts> = {
  en: {
    title: 'The regulations',
    lede: '{organisation}: every rule of recruitment, with its source and what it decides. Each answer on this site leads here.',
    inForceOn: 'As in force on {date}',
    anotherDay: 'As in force on another day',
    anotherDayHint: 'A vacancy is judged by the rules of the day it was published, an offer by those of its own date.',
    show: 'Show',
    today: 'Back to today',
    noSuchDay: 'Enter a day that exists, such as 1 3 2027.',
    contents: 'Contents',
    source: 'Source',
    sourceLabel: 'Source:',
    rule: 'Rule',
    showList: 'Show all {n}',
    since: 'In force since {date}.',
    always: 'In force since before the first change that we know.',
    otherRows: 'Other versions:',
    fromDay: 'from {date}',
    before: 'before the first change',
    example: 'If somebody starts on {date}',
    exampleNote: 'An example for somebody from outside who is not seconded. Only the contract itself binds.',
    plan: 'Plan other dates',
    notGiven: 'no source gives it',
    chapters: {
      'who-may-apply': 'Who may apply',
      'grades-and-pay': 'Grades and pay',
      contracts: 'Contracts',
      procedure: 'From the application to the first day',
      notices: 'What notices say',
    },
    nationality: {
      title: 'Nationality',
      decides: {
        one: 'Nationals of {n} member nation may apply; one nationality is enough.',
        other: 'Nationals of {n} member nations may apply; one nationality is enough.',
      },
      columns: ['Nation', 'Member from', 'Until'],
    },
    fastTrack: 'A notice may open a competition only to those who already hold a valid security clearance.',
    willingness: ['What a notice may ask to declare'],
    lowerLevel: {
      upgrade: 'A valid clearance below the level of the post will do: the higher one is asked for.',
      refuse: 'A valid clearance below the level of the post will not do.',
      open: 'Whether a valid clearance below the level of the post will do, no source says: a person decides.',
    },
    partTime: {
      'pro-rata': 'Part-time work counts by its share of full time.',
      'in-full': 'Part-time work counts in full.',
      open: 'How part-time work counts, no source says: a person decides where it matters.',
    },
    afterQualification: {
      yes: 'Only work after the qualification asked for counts.',
      no: 'Work before the qualification counts as well.',
      open: 'Whether work before the qualification counts, no source says: a person decides where it matters.',
    },
    age: {
      title: 'Age',
      columns: ['Grades', 'Service ends at the age of'],
      minimum: {
        one: 'On the first day in the post, {n} year of age at least.',
        other: 'On the first day in the post, {n} years of age at least.',
      },
      noMinimum: 'No minimum age is applied.',
      serviceEnds: 'Service ends with the month in which an age is reached, by grade.',
      noEnd: 'No age at which service ends is applied.',
      years: { one: '{n} year', other: '{n} years' },
    },
    languages: {
      title: 'Languages and their levels',
      official: 'The organisation works in {languages}.',
      levels:
        'A notice asks for levels of this scale, lowest first. They are declared, then tested; the system excludes nobody for them.',
      level: 'Level',
    },
    clearance: {
      title: 'Security clearances',
      none: 'No security clearance is asked for.',
      order: 'These are the levels, lowest first. A higher one includes those below it, never the reverse.',
      columns: ['Level', 'Name'],
    },
    grades: {
      title: 'Grades',
      order: 'Lowest first: {grades}.',
      columns: ['Family', 'Name', 'Grades (older name)'],
    },
    comparable: {
      yes: 'Grades of two families can be compared by this order.',
      no: 'Grades of two families are not compared.',
      open: 'Whether grades of two families can be compared, no source says: a person decides.',
    },
    salaries: {
      title: 'Basic salaries',
      step: 'An appointment is made at step {step}.',
      twinGrade: {
        lower: 'A notice for a twin-graded post prints the salary of the lower grade.',
        higher: 'A notice for a twin-graded post prints the salary of the higher grade.',
      },
      adjusted: {
        yearly: 'The scale is adjusted every year.',
        'by-decision': 'The scale is in force until another is decided.',
      },
      uniform:
        'All amounts of a country move by the same factor each time, so that an amount can be checked against another grade’s.',
      known: 'The amounts in force that are known. Of any other, nothing is said.',
      nothingKnown: 'No amount in force on that day is known.',
      columns: ['Grade', 'Country', 'Amount', 'From'],
    },
    twinGrade: {
      title: 'Twin grades',
      none: 'There are no posts with two grades.',
      columns: ['A post with two grades'],
      appointment: 'The appointment is at the lower grade, whatever the qualifications and experience.',
      advancement: 'Advancement is not automatic, and normally not possible in the first {months} in the post.',
      reduction:
        'For candidates from outside, that time might be reduced by up to {months}, in particular circumstances: a named person decides, and says on what it rests.',
      direct:
        'Serving staff may be appointed directly at the higher grade, in particular circumstances: a named person decides, and says on what it rests.',
    },
    similarPost: {
      title: 'Another post of a similar nature',
      grade: {
        'same-or-lower':
          'Those who were not chosen may be offered another post of a similar nature, at the same or a lower grade.',
        same: 'Those who were not chosen may be offered another post of a similar nature, at the same grade.',
      },
      twinGrade: {
        lower: 'Of a twin-graded post, the lower grade is compared.',
        higher: 'Of a twin-graded post, the higher grade is compared.',
        open: 'Which grade of a twin-graded post is compared, no source says: a person decides.',
      },
      checkedAgain: 'Whether the requirements of that post are met is checked again, by a person.',
    },
    clauses: {
      title: 'Clause “{clause}” ({code})',
      notInForce: 'This clause is not in force on that day.',
      notOffered: 'nothing is said: ask before applying',
      contract: 'Contract',
      columns: ['For whom', 'What', 'The rule', 'Who must agree, or is asked'],
      parts: {
        first: 'First contract',
        renewal: 'Renewal',
        maximum: 'The most in this post',
        indefinite: 'Indefinite contract',
        request: 'Request for it',
      },
      once: 'once, for up to {months}',
      condition: 'if {condition}',
      none: 'none is provided for',
      noMaximum: 'none is stated',
      window: 'from the first day of the renewal to {months} before it ends; before and after, it is not admissible',
    },
    openPoints: {
      title: 'What the texts leave open',
      decides:
        'The clauses do not answer these questions. Where the organisation has settled one, its answer stands here; otherwise a named person decides each time, and the decision is recorded.',
      columns: ['Question', 'Answer'],
      source: 'each row has its own',
    },
    documents: {
      title: 'Documents with an application',
      decides:
        'Where the notice names no format: {formats}; {size} at most; pages of {page}. The notice says how many pages.',
      columns: ['Document', 'What it is for'],
    },
    consequence: {
      title: 'A document that is missing or too long',
      missing:
        'What follows from a missing document, no source says: the applicant is told of it, and a person decides.',
      tooLong:
        'What follows from a document that is too long, no source says: it is refused when it is attached, so that a shorter one can take its place.',
    },
    declarations: {
      title: 'Declarations',
      decides: 'Whoever applies declares each of these before submitting.',
      columns: ['Declaration'],
      source: 'each row has its own',
    },
    examination: {
      title: 'Whose work an application is',
      answer: 'Who is asked may answer for {days} days.',
      answerOpen: 'For how long one may answer, no source says: a person sets the day.',
      byAnother: 'Another person decides than the one who asked.',
      bySame: 'Whoever asked may decide.',
      decisionOpen: 'Whether another person decides than the one who asked, no source says.',
    },
    stages: {
      title: 'The stages of a selection',
      decides: 'In this order, unless the notice says otherwise. Dates in a notice are provisional.',
      columns: ['No.', 'Stage', 'How'],
      channels: { online: 'online', remote: 'remote', 'on-site': 'on site' },
      source: 'each row has its own',
    },
    screening: {
      title: 'Until when applications are screened',
      within: {
        'calendar-days': 'Applications are screened within {days} calendar days of the closing date.',
        'working-days': 'Applications are screened within {days} working days of the closing date.',
      },
      open: 'Until when applications are screened, no source says.',
    },
    workingDays: {
      title: 'Working days',
      weekdays: 'Nobody works on {days}.',
      weekday: '{day}',
      decides: 'The days below are not working days either. What is counted in working days passes over all of them.',
      columns: ['Closed day', 'Why'],
      unknown: 'Closed days are not known beyond {year}: until they are, nothing is counted into a later year.',
    },
    conditions: {
      title: 'Conditions before an appointment',
      decides:
        'All of them. No order, time limit or consequence is stated. The offices keep the files; the system keeps a state and a date.',
      columns: ['Condition', 'Given by', 'Seen through by', 'Usually takes', 'Holds for', 'May be waived by'],
      notStated: 'not stated',
      noLimit: 'no limit stated',
      nobody: 'nobody',
      source: 'each row has its own',
    },
    conditionDocuments: {
      title: 'What a candidate sends for a condition',
      files: 'For each thing that is asked for, {files} files at most.',
      nothing: 'Nothing is asked of the candidate.',
      kept: 'What was sent is erased {days} after the condition is settled or the appointment ended.',
      keptOpen: 'How long what was sent is kept, no source says: as long as the application.',
      medical: 'Nothing medical: it goes to the medical office, never through this system.',
      columns: ['Condition', 'What is asked for'],
    },
    conditionReminders: {
      title: 'Reminders before an appointment',
      before: 'Whoever sees a condition through is reminded {days} before its usual duration has passed.',
      notBefore: 'Nobody is reminded before the usual duration of a condition has passed.',
      again: 'After it they are reminded again every {days}.',
      notAgain: 'After it they are reminded once.',
      expiry: 'They are reminded {days} before an outcome runs out.',
      noExpiry: 'Nobody is reminded before an outcome runs out.',
      candidate: 'A candidate is reminded of what has not come {days} after the appointment was begun.',
      noCandidate: 'A candidate is not reminded of what has not come.',
    },
    contractDates: {
      title: 'Dates of a contract',
      by: 'Whose work it is to act on them: {who}.',
      proposal: 'A renewal is proposed {span} before the contract ends at the latest.',
      noProposal: 'By when a renewal is proposed, no source says.',
      reminder: 'Reminders come {days} before each date.',
      noReminder: 'Nobody is reminded of them.',
    },
    people: {
      'recruitment-manager': 'a recruitment manager',
      'security-officer': 'the security office',
      'medical-officer': 'the medical office',
      'contract-officer': 'the contract office',
      'hiring-manager': 'a hiring manager',
      'budget-officer': 'a budget officer',
      recruiter: 'a recruiter',
    },
    budget: 'A budget that awaits approval',
    offers: {
      title: 'Offers',
      approval: 'Before an offer is sent it is approved in these steps, one after the other, each by another person.',
      noApproval: 'No source says who approves an offer before it is sent.',
      answer: 'A candidate has {span} for an answer.',
      noAnswer: 'No source says how long a candidate has for an answer: whoever sends the offer sets the day.',
      reminder: 'They are reminded {days} before the last day for an answer.',
      noReminder: 'They are not reminded before the last day for an answer.',
      probation: 'The first {span} are a period of probation.',
      noProbation: 'No source gives a period of probation.',
      columns: ['Step', 'Whose step it is'],
    },
    reserveList: {
      title: 'Reserve list',
      months: 'A reserve list is kept for {months}.',
      open: 'How long a reserve list is kept, no source says: the organisation decides each time.',
    },
    handOver: {
      title: 'Hand-over of appointments',
      decides:
        'Each of these is told of an appointment, and gets the facts named here and no others, none of them medical.',
      none: 'No source names anybody to whom an appointment is handed over: nothing is.',
      columns: ['Handed over to', 'When', 'Which facts, and under which name'],
      events: {
        'appointment.made': 'somebody is appointed',
        'appointment.ended': 'an appointment is ended',
        'contract.changed': 'a contract changes',
      },
      field: '{field} as {as}',
      kept: 'What was delivered can be looked at for {days} more.',
      keptOpen: 'How long what was delivered can be looked at is not decided yet: as long as the application is kept.',
    },
    retention: {
      title: 'How long data are kept',
      decides: 'Each period is counted from the event named.',
      none: 'No period has been decided yet: data are kept until one has.',
      columns: ['Data', 'Kept for', 'Counted from'],
      open: 'not decided yet: kept until it is',
      counts: {
        'closing-date': 'the closing date',
        decision: 'the decision',
        'end-of-appointment': 'the end of the appointment',
        'last-sign-in': 'the last sign-in',
        'accommodation-decision': 'the decision on the request',
        'end-of-selection': 'the end of the selection for the person',
        'end-of-competition': 'the end of the competition',
        event: 'the event',
      },
      source: 'each row has its own',
    },
    paragraphs: {
      title: 'Standard paragraphs',
      decides: 'What every notice says, in our own wording; some only for one contract clause.',
      columns: ['Text', 'Notices'],
      every: 'all',
      source: 'each row has its own',
    },
    bodies: {
      title: 'Bodies and where they are',
      columns: ['Body', 'Place', 'Time zone'],
      source: 'organisation.yaml, a setting of the organisation',
    },
    accountabilities: {
      title: 'Headings of accountabilities',
      decides: 'A notice takes them from this list. A name that no source gives is asked for, never invented.',
      columns: ['In English', 'In French'],
    },
    competencies: {
      title: 'Competencies',
      decides: 'Each with the indicators by which it is seen.',
      columns: ['Competency', 'Indicators'],
    },
  },
  fr: {
    title: 'Le règlement',
    lede: '{organisation} : toutes les règles de recrutement, avec leur source et ce qu’elles décident. Chaque réponse de ce site mène ici.',
    inForceOn: 'En vigueur le {date}',
    anotherDay: 'En vigueur un autre jour',
    anotherDayHint:
      'Un avis de vacance relève des règles du jour de sa publication, une offre de celles de sa propre date.',
    show: 'Afficher',
    today: 'Revenir à aujourd’hui',
    noSuchDay: 'Indiquez un jour qui existe, par exemple 1 3 2027.',
    contents: 'Sommaire',
    source: 'Source',
    sourceLabel: 'Source :',
    rule: 'Règle',
    showList: 'Afficher les {n} lignes',
    since: 'En vigueur depuis le {date}.',
    always: 'En vigueur depuis avant la première modification connue.',
    otherRows: 'Autres versions :',
    fromDay: 'à partir du {date}',
    before: 'avant la première modification',
    example: 'Pour une prise de fonctions le {date}',
    exampleNote: 'Exemple pour une personne recrutée à l’extérieur, sans détachement. Seul le contrat lui-même engage.',
    plan: 'Calculer d’autres dates',
    notGiven: 'aucune source ne le donne',
    chapters: {
      'who-may-apply': 'Qui peut postuler',
      'grades-and-pay': 'Grades et traitements',
      contracts: 'Contrats',
      procedure: 'De la candidature au premier jour',
      notices: 'Ce que disent les avis',
    },
    nationality: {
      title: 'Nationalité',
      decides: {
        one: 'Peuvent postuler les personnes ressortissantes de {n} pays membre ; une seule nationalité suffit.',
        other: 'Peuvent postuler les personnes ressortissantes de {n} pays membres ; une seule nationalité suffit.',
      },
      columns: ['Pays', 'Membre depuis le', 'Jusqu’au'],
    },
    fastTrack:
      'Un avis peut réserver un concours aux personnes qui détiennent déjà une habilitation de sécurité valable.',
    willingness: ['Ce qu’un avis peut demander de déclarer'],
    lowerLevel: {
      upgrade:
        'Une habilitation valable d’un niveau inférieur à celui du poste suffit : le niveau supérieur est demandé.',
      refuse: 'Une habilitation valable d’un niveau inférieur à celui du poste ne suffit pas.',
      open: 'Aucune source ne dit si une habilitation valable d’un niveau inférieur à celui du poste suffit : une personne décide.',
    },
    partTime: {
      'pro-rata': 'Le travail à temps partiel compte selon sa quotité.',
      'in-full': 'Le travail à temps partiel compte en entier.',
      open: 'Aucune source ne dit comment compte le travail à temps partiel : une personne décide lorsque cela importe.',
    },
    afterQualification: {
      yes: 'Seul compte le travail postérieur au diplôme demandé.',
      no: 'Le travail antérieur au diplôme compte aussi.',
      open: 'Aucune source ne dit si le travail antérieur au diplôme compte : une personne décide lorsque cela importe.',
    },
    age: {
      title: 'Âge',
      columns: ['Grades', 'Âge auquel le service prend fin'],
      minimum: {
        one: 'Au premier jour dans le poste, il faut avoir au moins {n} an.',
        other: 'Au premier jour dans le poste, il faut avoir au moins {n} ans.',
      },
      noMinimum: 'Aucun âge minimal n’est appliqué.',
      serviceEnds: 'Le service prend fin avec le mois au cours duquel un âge est atteint, selon le grade.',
      noEnd: 'Aucun âge de fin de service n’est appliqué.',
      years: { one: '{n} an', other: '{n} ans' },
    },
    languages: {
      title: 'Langues et niveaux',
      official: 'L’organisation travaille dans ces langues : {languages}.',
      levels:
        'Un avis demande des niveaux de cette échelle, du plus bas au plus élevé. Ils sont déclarés, puis évalués ; le système n’exclut personne à ce titre.',
      level: 'Niveau',
    },
    clearance: {
      title: 'Habilitations de sécurité',
      none: 'Aucune habilitation de sécurité n’est demandée.',
      order:
        'Voici les niveaux, du plus bas au plus élevé. Un niveau comprend ceux qui lui sont inférieurs, jamais l’inverse.',
      columns: ['Niveau', 'Nom'],
    },
    grades: {
      title: 'Grades',
      order: 'Du plus bas au plus élevé : {grades}.',
      columns: ['Famille', 'Nom', 'Grades (ancien nom)'],
    },
    comparable: {
      yes: 'Les grades de deux familles se comparent selon cet ordre.',
      no: 'Les grades de deux familles ne se comparent pas.',
      open: 'Aucune source ne dit si les grades de deux familles se comparent : une personne décide.',
    },
    salaries: {
      title: 'Traitements de base',
      step: 'La nomination se fait à l’échelon {step}.',
      twinGrade: {
        lower: 'L’avis d’un poste à deux grades indique le traitement du grade inférieur.',
        higher: 'L’avis d’un poste à deux grades indique le traitement du grade supérieur.',
      },
      adjusted: {
        yearly: 'Le barème est révisé chaque année.',
        'by-decision': 'Le barème est en vigueur jusqu’à ce qu’un autre soit décidé.',
      },
      uniform:
        'Tous les montants d’un pays évoluent chaque fois du même facteur : un montant peut donc être vérifié d’après celui d’un autre grade.',
      known: 'Voici les montants en vigueur qui sont connus. De tout autre, rien n’est dit.',
      nothingKnown: 'Aucun montant en vigueur ce jour-là n’est connu.',
      columns: ['Grade', 'Pays', 'Montant', 'À partir du'],
    },
    twinGrade: {
      title: 'Postes à deux grades',
      none: 'Il n’existe pas de poste à deux grades.',
      columns: ['Un poste à deux grades'],
      appointment: 'La nomination se fait au grade inférieur, quels que soient les qualifications et l’expérience.',
      advancement:
        'Le passage au grade supérieur n’est pas automatique, et n’est normalement pas possible avant {months} dans le poste.',
      reduction:
        'Pour les candidates et candidats externes, ce délai pourrait être réduit de {months} au plus, dans des cas particuliers : une personne désignée décide et indique sur quoi elle se fonde.',
      direct:
        'Le personnel en fonction peut être nommé directement au grade supérieur, dans des cas particuliers : une personne désignée décide et indique sur quoi elle se fonde.',
    },
    similarPost: {
      title: 'Un autre poste de nature similaire',
      grade: {
        'same-or-lower':
          'Les personnes non retenues peuvent se voir proposer un autre poste de nature similaire, du même grade ou d’un grade inférieur.',
        same: 'Les personnes non retenues peuvent se voir proposer un autre poste de nature similaire, du même grade.',
      },
      twinGrade: {
        lower: 'D’un poste à deux grades, c’est le grade inférieur qui est comparé.',
        higher: 'D’un poste à deux grades, c’est le grade supérieur qui est comparé.',
        open: 'Aucune source ne dit quel grade d’un poste à deux grades est comparé : une personne décide.',
      },
      checkedAgain: 'Les acquis exigés pour ce poste sont vérifiés de nouveau, par une personne.',
    },
    clauses: {
      title: 'Clause « {clause} » ({code})',
      notInForce: 'Cette clause n’est pas en vigueur ce jour-là.',
      contract: 'Contrat',
      notOffered: 'rien n’en est dit : se renseigner avant de postuler',
      columns: ['Pour qui', 'Quoi', 'La règle', 'Qui donne son accord, ou est consulté'],
      parts: {
        first: 'Premier contrat',
        renewal: 'Renouvellement',
        maximum: 'Durée maximale dans le poste',
        indefinite: 'Contrat à durée indéterminée',
        request: 'Demande d’un tel contrat',
      },
      once: 'une fois, pour {months} au plus',
      condition: 'si {condition}',
      none: 'aucun n’est prévu',
      noMaximum: 'aucune n’est indiquée',
      window:
        'du premier jour du renouvellement à {months} avant sa fin ; plus tôt ou plus tard, elle n’est pas recevable',
    },
    openPoints: {
      title: 'Ce que les textes laissent ouvert',
      decides:
        'Les clauses ne répondent pas à ces questions. Lorsque l’organisation en a tranché une, sa réponse figure ici ; sinon, une personne désignée décide à chaque fois, et sa décision est consignée.',
      columns: ['Question', 'Réponse'],
      source: 'chaque ligne a la sienne',
    },
    documents: {
      title: 'Documents joints à une candidature',
      decides:
        'Si l’avis ne cite aucun format : {formats} ; {size} au plus ; pages au format {page}. L’avis dit combien de pages.',
      columns: ['Document', 'À quoi il sert'],
    },
    consequence: {
      title: 'Un document manquant ou trop long',
      missing:
        'Aucune source ne dit ce qu’entraîne un document manquant : la candidate ou le candidat en est averti(e), et une personne décide.',
      tooLong:
        'Aucune source ne dit ce qu’entraîne un document trop long : il est refusé au moment où il est joint, pour qu’un plus court prenne sa place.',
    },
    declarations: {
      title: 'Déclarations',
      decides: 'Quiconque postule fait chacune de ces déclarations avant le dépôt.',
      columns: ['Déclaration'],
      source: 'chaque ligne a la sienne',
    },
    examination: {
      title: 'De qui une candidature est le travail',
      answer: 'La personne interrogée peut répondre pendant {days} jours.',
      answerOpen: 'Aucune source ne dit pendant combien de temps on peut répondre : une personne fixe le jour.',
      byAnother: 'Une autre personne décide que celle qui a interrogé.',
      bySame: 'La personne qui a interrogé peut décider.',
      decisionOpen: 'Aucune source ne dit si une autre personne décide que celle qui a interrogé.',
    },
    stages: {
      title: 'Les étapes d’une sélection',
      decides: 'Dans cet ordre, sauf mention contraire de l’avis. Les dates d’un avis sont provisoires.',
      columns: ['Nº', 'Étape', 'Comment'],
      channels: { online: 'en ligne', remote: 'à distance', 'on-site': 'sur place' },
      source: 'chaque ligne a la sienne',
    },
    screening: {
      title: 'Jusqu’à quand les candidatures sont examinées',
      within: {
        'calendar-days':
          'Les candidatures sont examinées dans les {days} jours calendaires qui suivent la date de clôture.',
        'working-days': 'Les candidatures sont examinées dans les {days} jours ouvrés qui suivent la date de clôture.',
      },
      open: 'Aucune source ne dit jusqu’à quand les candidatures sont examinées.',
    },
    workingDays: {
      title: 'Jours ouvrés',
      weekdays: 'Personne ne travaille {days}.',
      weekday: 'le {day}',
      decides: 'Les jours ci-dessous ne sont pas ouvrés non plus. Un délai en jours ouvrés ne compte aucun d’eux.',
      columns: ['Jour de fermeture', 'Motif'],
      unknown:
        'Les jours de fermeture ne sont pas connus au-delà de {year} : tant qu’ils ne le sont pas, rien n’est compté jusque dans une année ultérieure.',
    },
    conditions: {
      title: 'Conditions préalables à une nomination',
      decides:
        'Toutes sont nécessaires. Ni ordre, ni délai, ni conséquence ne sont indiqués. Les bureaux gardent les dossiers ; le système garde un état et une date.',
      columns: [
        'Condition',
        'Qui la constate',
        'Qui la suit',
        'Durée habituelle',
        'Valable pendant',
        'Qui peut en dispenser',
      ],
      notStated: 'non indiqué',
      noLimit: 'sans limite indiquée',
      nobody: 'personne',
      source: 'chaque ligne a la sienne',
    },
    conditionDocuments: {
      title: 'Ce que la personne envoie pour une condition',
      files: 'Pour chaque pièce demandée, {files} fichiers au plus.',
      nothing: 'Rien n’est demandé à la personne.',
      kept: 'Ce qui a été envoyé est effacé {days} après que la condition est réglée ou que la procédure de nomination a pris fin.',
      keptOpen:
        'Aucune source ne dit combien de temps ce qui a été envoyé est conservé : aussi longtemps que la candidature.',
      medical: 'Rien de médical : cela va au service médical, jamais par ce système.',
      columns: ['Condition', 'Ce qui est demandé'],
    },
    conditionReminders: {
      title: 'Rappels avant une nomination',
      before: 'Qui suit une condition reçoit un rappel {days} avant la fin de sa durée habituelle.',
      notBefore: 'Personne ne reçoit de rappel avant la fin de la durée habituelle d’une condition.',
      again: 'Ensuite, un rappel est renouvelé tous les {days}.',
      notAgain: 'Ensuite, un seul rappel est envoyé.',
      expiry: 'Un rappel est envoyé {days} avant qu’un résultat cesse d’être valable.',
      noExpiry: 'Personne ne reçoit de rappel avant qu’un résultat cesse d’être valable.',
      candidate:
        'La personne reçoit un rappel de ce qui n’est pas arrivé {days} après le début de la procédure de nomination.',
      noCandidate: 'La personne ne reçoit pas de rappel de ce qui n’est pas arrivé.',
    },
    contractDates: {
      title: 'Dates d’un contrat',
      by: 'Il revient d’y donner suite à : {who}.',
      proposal: 'Un renouvellement est proposé au plus tard {span} avant la fin du contrat.',
      noProposal: 'Aucune source ne dit jusqu’à quand un renouvellement est proposé.',
      reminder: 'Un rappel est envoyé {days} avant chaque date.',
      noReminder: 'Personne ne reçoit de rappel à leur sujet.',
    },
    people: {
      'recruitment-manager': 'une ou un gestionnaire du recrutement',
      'security-officer': 'le bureau de sécurité',
      'medical-officer': 'le service médical',
      'contract-officer': 'le bureau des contrats',
      'hiring-manager': 'une ou un responsable hiérarchique',
      'budget-officer': 'une ou un responsable du budget',
      recruiter: 'une recruteuse ou un recruteur',
    },
    budget: 'Un budget en attente d’approbation',
    offers: {
      title: 'Offres d’engagement',
      approval:
        'Avant son envoi, une offre est approuvée en ces étapes, l’une après l’autre, chacune par une autre personne.',
      noApproval: 'Aucune source ne dit qui approuve une offre avant son envoi.',
      answer: 'La personne dispose de {span} pour répondre.',
      noAnswer:
        'Aucune source ne dit de combien de temps la personne dispose pour répondre : qui envoie l’offre fixe le jour.',
      reminder: 'Elle reçoit un rappel {days} avant le dernier jour pour répondre.',
      noReminder: 'Elle ne reçoit pas de rappel avant le dernier jour pour répondre.',
      probation: 'Le stage dure {span} à compter du premier jour.',
      noProbation: 'Aucune source ne prévoit de stage.',
      columns: ['Étape', 'À qui elle revient'],
    },
    reserveList: {
      title: 'Liste de réserve',
      months: 'Une liste de réserve est conservée pendant {months}.',
      open: 'Aucune source ne dit combien de temps une liste de réserve est conservée : l’organisation décide à chaque fois.',
    },
    handOver: {
      title: 'Transmission des nominations',
      decides:
        'Chacun de ces services est informé d’une nomination et reçoit les données nommées ici, aucune autre et aucune de nature médicale.',
      none: 'Aucune source ne nomme de service à qui transmettre une nomination : rien n’est transmis.',
      columns: ['Transmis à', 'Quand', 'Quelles données, et sous quel nom'],
      events: {
        'appointment.made': 'une personne est nommée',
        'appointment.ended': 'il est mis fin à une nomination',
        'contract.changed': 'un contrat change',
      },
      field: '{field} comme {as}',
      kept: 'Ce qui a été remis peut encore être consulté pendant {days}.',
      keptOpen:
        'La durée pendant laquelle ce qui a été remis peut être consulté n’est pas encore décidée : aussi longtemps que la candidature est conservée.',
    },
    retention: {
      title: 'Durée de conservation des données',
      decides: 'Chaque durée se compte à partir de l’événement indiqué.',
      none: 'Aucune durée n’a encore été décidée : les données sont conservées jusque-là.',
      columns: ['Données', 'Durée', 'À compter de'],
      open: 'pas encore décidée : conservées jusque-là',
      counts: {
        'closing-date': 'la date de clôture',
        decision: 'la décision',
        'end-of-appointment': 'la fin de l’engagement',
        'last-sign-in': 'la dernière connexion',
        'accommodation-decision': 'la décision sur la demande',
        'end-of-selection': 'la fin de la sélection pour la personne',
        'end-of-competition': 'la fin du concours',
        event: 'l’événement',
      },
      source: 'chaque ligne a la sienne',
    },
    paragraphs: {
      title: 'Paragraphes types',
      decides: 'Ce que disent tous les avis, dans nos propres mots ; certains pour une seule clause contractuelle.',
      columns: ['Texte', 'Avis'],
      every: 'tous',
      source: 'chaque ligne a la sienne',
    },
    bodies: {
      title: 'Organismes et lieux d’affectation',
      columns: ['Organisme', 'Lieu', 'Fuseau horaire'],
      source: 'organisation.yaml, réglage de l’organisation',
    },
    accountabilities: {
      title: 'Intitulés des responsabilités',
      decides: 'Un avis les prend dans cette liste. Un nom qu’aucune source ne donne est demandé, jamais inventé.',
      columns: ['En anglais', 'En français'],
    },
    competencies: {
      title: 'Compétences',
      decides: 'Chacune avec les indicateurs auxquels elle se reconnaît.',
      columns: ['Compétence', 'Indicateurs'],
    },
  },
};
