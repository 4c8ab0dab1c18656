import type { Localized } from '../platform/language.ts';
import { assertNever } from '../platform/result.ts';
import { explainDocument } from '../notices/documents/document-texts.ts';
import { explainRecord } from '../notices/notice-texts.ts';
import { plural } from '../site/numbers.ts';
import { INTERNAL_DATES_EVENT } from './internal-dates/internal-dates-texts.ts';
import { CORRECTION_TEXTS } from './editing/correction-texts.ts';
import type { FactProblemKind } from './facts-schema.ts';
import type { ImportRefusal, ImportState } from './importing/import-notice.ts';
import type { ApprovalRefusal } from './approval/approvals.ts';
import { explainApproval } from './approval/approval-texts.ts';
import type { WaiverRefusal } from './approval/waivers.ts';
import { NAMES } from './field-texts.ts';
import { PUBLICATION_TEXTS } from './publication/publication-texts.ts';
import { NOTICE_EVENTS } from './notice-event-texts.ts';
import type { ChangedMeanwhile } from './vacancy-queries.ts';
import type { VacancyAction, VacancyStatus } from './vacancy-state.ts';
import type { AmendmentRefusal } from './vacancy.ts';
import type { MoveRefusal } from './publication/publish.ts';

export type VacancyRefusal =
  | MoveRefusal
  | AmendmentRefusal
  | ImportRefusal
  | ApprovalRefusal
  | WaiverRefusal
  | ChangedMeanwhile
  | { kind: 'already-decided' };

const { en: EN_PUBLICATION, fr: FR_PUBLICATION } = PUBLICATION_TEXTS;

const EN = {
  vacancies: 'Vacancies',
  importNotices: 'Import notices',
  list: {
    search: 'Reference or title',
    status: 'Status',
    all: 'All',
    show: 'Show',
    clear: 'Show all vacancies',
    shown: { one: '{n} vacancy', other: '{n} vacancies' },
    reference: 'Reference',
    title: 'Title',
    grade: 'Grade',
    deadline: 'Deadline',
    toSettle: 'To settle',
    changed: 'Last changed',
    none: 'No vacancy yet',
    noneHint: 'Vacancies begin with a notice: import its text, and a draft is made for you to review.',
    noMatch: 'No vacancy matches',
    noMatchHint: 'Try another word of the title, or fewer figures of the reference.',
    untitled: 'Without title',
    noDeadline: 'none',
    nothing: 'nothing',
  },
  status: {
    draft: 'Draft',
    'in-review': 'In review',
    scheduled: 'Scheduled',
    published: 'Published',
    closed: 'Closed',
    filled: 'Filled',
    cancelled: 'Cancelled',
  } satisfies Record<VacancyStatus, string>,
  import: {
    title: 'Import notices',
    intro:
      'Give one or more files, or the text of one notice. Text is made of a document first, and that text is what you review it against. Each reference that is new becomes a draft; one that is known is offered as a new version, and nothing is replaced until a person takes it.',
    paste: 'Text of a notice',
    pasteHint: 'Both languages in one text, as exported or as copied from the document.',
    files: 'Files',
    filesHint:
      'PDF, Word (.docx), web page (.html), text (.txt, UTF-8) or record (.json): at most 10 MB each, text 1 MB, and 20 at a time.',
    submit: 'Import',
    nothing: 'Paste a text or choose a file.',
    tooMany: 'At most 20 files at a time. Those from the twenty-first on were not read.',
    pasted: 'pasted text',
    result: 'What came of it',
    file: 'Source',
    outcome: 'Outcome',
    draft: { one: 'Draft made, {n} doubt', other: 'Draft made, {n} doubts' },
    offer: 'Offered as version {n}',
    identical: 'Nothing new: the same text as version {n}',
    review: 'Review {reference}',
    refused: 'Not imported',
  },
  review: {
    pageTitle: 'Review',
    version: 'version {n}',
    from: 'from {file}',
    saved: 'saved {time}',
    original: 'Original text',
    asPdf: 'PDF',
    asWord: 'Word',
    caption: 'The notice in both languages, with what was found',
    errors: { one: '{n} error', other: '{n} errors' },
    translations: { one: '{n} missing translation', other: '{n} missing translations' },
    checks: { one: '{n} finding of the check', other: '{n} findings of the check' },
    becomes: 'becomes',
    notes: { one: '{n} note', other: '{n} notes' },
    nothingOpen: 'Nothing left to settle',
    barHint: 'Errors stand in the way of publication until they are mended or looked at.',
    toList: 'All findings',
    wayOn: 'What to do next',
    edit: 'Edit',
    line: 'line {from}',
    lines: 'lines {from}–{to}',
    confirm: 'I have looked: it is right',
    confirmed: 'Looked at and right',
    mended: 'Mended by an edit',
    nextFinding: 'Next',
    aboutRule: 'About this rule',
    missing: 'Missing in {language}',
    missingReason: 'It stands in {other} only.',
    whole: 'Whole notice',
    wholePart: 'Whole section',
    deadlinePassed: 'This deadline has passed.',
    offered: { one: 'A new version is offered', other: '{n} new versions are offered' },
    offeredHint: 'The notice below stays as it is until a person takes the new one.',
    compare: 'Compare version {n}',
    moves: 'Next step',
    noMoves: 'This is its last status: nothing can be changed any more.',
    readOnly: 'You can read this vacancy. Changing it takes another role.',
    publicWarning: 'The public sees this notice: a change is seen at once, by people who may be applying.',
    history: 'History',
    public: 'Public page',
    applications: 'Applications',
    people: 'People and panel',
    record: 'Record of the competition',
    equality: 'Equal access in figures',
    plan: 'Plan a contract',
  },
  action: {
    submit: 'Send for review',
    return: 'Return to draft',
    publish: 'Publish',
    schedule: 'Set the day of publication',
    unschedule: 'Take back into review',
    close: 'Close now',
    reopen: 'Reopen',
    fill: 'Mark as filled',
    cancel: 'Cancel the vacancy',
  } satisfies Record<VacancyAction, string>,
  actionHint: {
    submit: 'A second person then reads it and publishes it.',
    return: 'It goes back to whoever edits it.',
    publish: 'Now or on a day to come, for everybody or for some: you choose on the next page.',
    schedule: 'Concours publishes it by itself then.',
    unschedule: 'It is not published on the day set.',
    close: 'Nobody can apply any more, from now on.',
    reopen: 'Applications are received again until the deadline.',
    fill: 'This is final.',
    cancel: 'This is final. You are asked for the reason first.',
  } satisfies Record<VacancyAction, string>,
  confirm: {
    publish: 'Publish {reference}?',
    publishSentence: 'Once published, “{title}” can be read and applied for.',
    publishUntil: 'The deadline is {deadline}',
    publishButton: 'Yes, publish it',
    cancel: 'Cancel {reference}?',
    cancelSentence:
      '“{title}” ends for good: nobody can apply, and it can never be opened again. What was submitted so far is kept.',
    cancelButton: 'Yes, cancel it for good',
    cancelReason: 'Why is it cancelled?',
    waiver: 'Why is it published without the missing translation?',
    reasonHint: 'Kept in the history with your name. Write nothing personal about anyone.',
    lacking: 'These texts stand in one language only. The public page says so in the other.',
    back: 'Back to the review',
  },
  edit: {
    title: 'Edit: {part}',
    save: 'Save',
    cancel: 'Leave without saving',
    text: 'One paragraph.',
    list: 'One item a line; empty lines between them don’t count.',
    blocks: 'The heading on a line of its own, its text on the next; an empty line before the next heading.',
    pairs: 'One a line: name, colon, indicator.',
    otherFields: 'One a line: label, colon, value.',
    saved: 'Saved. What you changed is settled where it was in doubt.',
    nothingChanged: 'Nothing was changed.',
    conflictTitle: 'Somebody else has changed this meanwhile',
    conflict:
      'Nothing was lost and nothing was overwritten. What you typed stands in the fields; what stands now is shown beside each that differs. Save again to put yours in its place.',
    standsNow: 'Stands now',
    facts: 'Facts',
    texts: 'Texts',
    grades: 'Grade',
    gradesHint: 'Two grades for a twin-graded post, the lower first, with a comma between: {lower}, {higher}.',
    city: 'City, by its English name',
    country: 'Country',
    deadlineTime: 'Time',
    deadlineTimeHint:
      'As {short} or {time}; leave it empty where the notice prints none: the organisation’s then counts, {counts}.',
    amount: 'Salary',
    currency: 'Currency, as three letters: EUR',
    period: 'Paid',
    none: 'Not given',
    yes: 'Yes',
    no: 'No',
    document: 'Document {n}',
    maxPages: 'Pages at most',
    formats: 'Formats',
    pageSize: 'Page size',
    one: 'Level in one official language',
    other: 'Level in another',
  },
  original: {
    title: 'Original text',
    intro: 'Word for word as it was received ({file}, version {n}). The numbers are those of its lines.',
    none: 'This vacancy was not made from a text.',
    line: 'Line',
  },
  version: {
    title: 'Version {n} of {reference}',
    intro: 'Received {time}: {file}.',
    state: { offered: 'Offered', taken: 'Taken', declined: 'Declined' } satisfies Record<ImportState, string>,
    caption: 'What would change',
    field: 'Field',
    now: 'Stands now',
    offered: 'New version',
    same: 'It reads the same as what stands now: taking it changes no field.',
    take: 'Take this version',
    takeHint: 'It replaces the whole notice; what was edited by hand since is kept only in the history of versions.',
    decline: 'Leave the notice as it is',
    decided: 'This version was {state}.',
    empty: 'nothing',
    needsPublish: 'The public has seen this vacancy: only somebody who may publish can take a new version.',
  },
  events: {
    ...NOTICE_EVENTS.en,
    import: 'imported the notice',
    begin: 'began it from {from}',
    'offer-version': 'offered version {import}',
    'take-version': 'took version {import}',
    'decline-version': 'declined version {import}',
    edit: 'edited {fields}',
    ...CORRECTION_TEXTS.en.events,
    'internal-dates': INTERNAL_DATES_EVENT.en,
    'settle-doubt': 'looked at “{doubt}” in {fields}: it is right',
    'record-exported': 'made the record of the competition and took it away',
    'equality-figures-counted': 'had the answers on equal access counted by stage',
    'equality-figures-opened': 'looked at the figures of equal access by stage',
    'equality-slips-expired': 'answers on equal access that nobody counted by stage were deleted',
    'record-sealed': 'took the whole record away; what it holds is written down here',
    submit: 'sent it for review',
    return: 'returned it to draft',
    publish: 'published it',
    schedule: EN_PUBLICATION.scheduledFor,
    unschedule: 'took it back into review',
    'refuse-publication': EN_PUBLICATION.refusedEvent,
    close: 'closed it',
    reopen: 'reopened it',
    fill: 'marked it as filled',
    cancel: 'cancelled it',
    approve: 'approved it',
    'budget-pending': 'said that its budget is still pending',
    'remind-approvers': 'reminded those whose turn it is',
    'let-finding-stand': 'let a finding stand ({rule})',
    'count-finding': 'had a finding count again ({rule})',
  } as Record<string, string>,
  reason: 'Reason: {reason}',
  withoutTranslation: 'Without translation, because: {reason}',
  doer: { 'command-line': 'The command line', system: 'Concours' } as Record<string, string>,
  formerly: 'A former colleague',
  problem: {
    code: 'Write a code of letters, figures and hyphens.',
    grades: 'Write one grade, or two with a comma between.',
    posts: 'Write one group a line: the number of posts, ×, and one grade or two with a comma between.',
    'open-ended': 'A last day is given above as well. Empty it, or take the tick away here.',
    city: 'Write at most 100 characters.',
    country: 'Write the two letters of the country, as BE.',
    date: 'Write a date that exists, as 18 1 2027.',
    time: 'Write a time, as 23:59.',
    amount: 'Write an amount, as 6212.40.',
    currency: 'Write the three letters of the currency, as EUR.',
    number: 'Write a whole number.',
    choice: 'Choose one of the list.',
  } satisfies Record<FactProblemKind, string>,
};

type Texts = typeof EN;

const FR: Texts = {
  vacancies: 'Postes à pourvoir',
  importNotices: 'Importer des avis',
  list: {
    search: 'Référence ou titre',
    status: 'Statut',
    all: 'Tous',
    show: 'Afficher',
    clear: 'Afficher tous les postes',
    shown: { one: '{n} poste', other: '{n} postes' },
    reference: 'Référence',
    title: 'Titre',
    grade: 'Grade',
    deadline: 'Date limite',
    toSettle: 'À régler',
    changed: 'Dernière modification',
    none: 'Aucun poste pour l’instant',
    noneHint: 'Un poste commence par un avis : importez-en le texte, et un projet est créé pour relecture.',
    noMatch: 'Aucun poste ne correspond',
    noMatchHint: 'Essayez un autre mot du titre ou moins de chiffres de la référence.',
    untitled: 'Sans titre',
    noDeadline: 'aucune',
    nothing: 'rien',
  },
  status: {
    draft: 'Projet',
    'in-review': 'En relecture',
    scheduled: 'Programmé',
    published: 'Publié',
    closed: 'Clos',
    filled: 'Pourvu',
    cancelled: 'Annulé',
  },
  import: {
    title: 'Importer des avis',
    intro:
      'Donnez un ou plusieurs fichiers, ou le texte d’un avis. Un document est d’abord converti en texte, et c’est ce texte qui sert à la relecture. Chaque référence nouvelle devient un projet ; une référence connue est proposée comme nouvelle version, et rien n’est remplacé avant qu’une personne ne l’accepte.',
    paste: 'Texte d’un avis',
    pasteHint: 'Les deux langues dans un même texte, tel qu’exporté ou copié du document.',
    files: 'Fichiers',
    filesHint:
      'PDF, Word (.docx), page web (.html), texte (.txt, UTF-8) ou fiche (.json) : 10 Mo au plus chacun, 1 Mo pour un texte, et 20 à la fois.',
    submit: 'Importer',
    nothing: 'Collez un texte ou choisissez un fichier.',
    tooMany: 'Vingt fichiers à la fois au plus. Les suivants n’ont pas été lus.',
    pasted: 'texte collé',
    result: 'Ce qu’il en est',
    file: 'Source',
    outcome: 'Résultat',
    draft: { one: 'Projet créé, {n} doute', other: 'Projet créé, {n} doutes' },
    offer: 'Proposé comme version {n}',
    identical: 'Rien de nouveau : le même texte que la version {n}',
    review: 'Relire {reference}',
    refused: 'Non importé',
  },
  review: {
    pageTitle: 'Relecture',
    version: 'version {n}',
    from: 'depuis {file}',
    saved: 'enregistré {time}',
    original: 'Texte d’origine',
    asPdf: 'PDF',
    asWord: 'Word',
    caption: 'L’avis dans les deux langues, avec les constats',
    errors: { one: '{n} erreur', other: '{n} erreurs' },
    translations: { one: '{n} traduction manquante', other: '{n} traductions manquantes' },
    checks: { one: '{n} constat de la vérification', other: '{n} constats de la vérification' },
    becomes: 'devient',
    notes: { one: '{n} remarque', other: '{n} remarques' },
    nothingOpen: 'Plus rien à régler',
    barHint: 'Les erreurs empêchent la publication tant qu’elles ne sont pas corrigées ou vérifiées.',
    toList: 'Tous les constats',
    wayOn: 'Que faire ensuite',
    edit: 'Modifier',
    line: 'ligne {from}',
    lines: 'lignes {from} à {to}',
    confirm: 'J’ai vérifié : c’est exact',
    confirmed: 'Vérifié et exact',
    mended: 'Corrigé par une modification',
    nextFinding: 'Suivant',
    aboutRule: 'À propos de cette règle',
    missing: 'Manque en {language}',
    missingReason: 'Cela ne figure qu’en {other}.',
    whole: 'Avis entier',
    wholePart: 'Section entière',
    deadlinePassed: 'Cette date limite est passée.',
    offered: { one: 'Une nouvelle version est proposée', other: '{n} nouvelles versions sont proposées' },
    offeredHint: 'L’avis ci-dessous reste tel quel tant qu’une personne n’accepte pas la nouvelle version.',
    compare: 'Comparer la version {n}',
    moves: 'Étape suivante',
    noMoves: 'C’est son dernier statut : plus rien ne peut être modifié.',
    readOnly: 'Vous pouvez lire ce poste. Le modifier demande un autre rôle.',
    publicWarning:
      'Le public voit cet avis : une modification est visible aussitôt, y compris par des personnes en train de postuler.',
    history: 'Historique',
    public: 'Page publique',
    applications: 'Candidatures',
    people: 'Personnes et jury',
    record: 'Dossier du concours',
    equality: 'L’égalité d’accès en chiffres',
    plan: 'Calculer un contrat',
  },
  action: {
    submit: 'Soumettre à relecture',
    return: 'Renvoyer à l’état de projet',
    publish: 'Publier',
    schedule: 'Fixer le jour de publication',
    unschedule: 'Reprendre en relecture',
    close: 'Clore maintenant',
    reopen: 'Rouvrir',
    fill: 'Marquer comme pourvu',
    cancel: 'Annuler le poste',
  },
  actionHint: {
    submit: 'Une seconde personne le relit ensuite et le publie.',
    return: 'Il revient à la personne qui le rédige.',
    publish:
      'Maintenant ou un jour à venir, pour tout le monde ou pour certain(e)s : vous choisissez à la page suivante.',
    schedule: 'Concours le publie alors de lui-même.',
    unschedule: 'Il n’est pas publié au jour fixé.',
    close: 'Plus personne ne pourra postuler, dès maintenant.',
    reopen: 'Les candidatures sont de nouveau reçues jusqu’à la date limite.',
    fill: 'C’est définitif.',
    cancel: 'C’est définitif. Le motif vous est d’abord demandé.',
  },
  confirm: {
    publish: 'Publier {reference} ?',
    publishSentence: 'Une fois publié, « {title} » peut être lu et reçoit des candidatures.',
    publishUntil: 'La date limite est fixée : {deadline}',
    publishButton: 'Oui, publier',
    cancel: 'Annuler {reference} ?',
    cancelSentence:
      '« {title} » prend fin définitivement : plus personne ne peut postuler et il ne pourra jamais être rouvert. Les candidatures déjà reçues sont conservées.',
    cancelButton: 'Oui, annuler définitivement',
    cancelReason: 'Pourquoi ce poste est-il annulé ?',
    waiver: 'Pourquoi publier sans la traduction qui manque ?',
    reasonHint: 'Conservé dans l’historique avec votre nom. N’écrivez rien de personnel sur qui que ce soit.',
    lacking: 'Ces textes ne figurent que dans une langue. La page publique le dit dans l’autre.',
    back: 'Retour à la relecture',
  },
  edit: {
    title: 'Modifier : {part}',
    save: 'Enregistrer',
    cancel: 'Quitter sans enregistrer',
    text: 'Un seul paragraphe.',
    list: 'Un élément par ligne ; les lignes vides ne comptent pas.',
    blocks: 'L’intitulé sur une ligne, son texte sur la suivante ; une ligne vide avant l’intitulé suivant.',
    pairs: 'Une par ligne : nom, deux-points, indicateur.',
    otherFields: 'Une par ligne : libellé, deux-points, valeur.',
    saved: 'Enregistré. Ce que vous avez modifié n’est plus en doute.',
    nothingChanged: 'Rien n’a été modifié.',
    conflictTitle: 'Une autre personne a modifié ceci entre-temps',
    conflict:
      'Rien n’est perdu et rien n’a été écrasé. Ce que vous avez saisi est dans les champs ; ce qui figure maintenant est montré à côté de chaque différence. Enregistrez de nouveau pour mettre votre texte à la place.',
    standsNow: 'Figure maintenant',
    facts: 'Données',
    texts: 'Textes',
    grades: 'Grade',
    gradesHint:
      'Deux grades pour un poste à double grade, le plus bas d’abord, séparés par une virgule : {lower}, {higher}.',
    city: 'Ville, par son nom anglais',
    country: 'Pays',
    deadlineTime: 'Heure',
    deadlineTimeHint:
      'Sous la forme {short} ou {time} ; laissez vide si l’avis n’en imprime aucune : celle de l’organisation compte alors, {counts}.',
    amount: 'Salaire',
    currency: 'Monnaie, en trois lettres : EUR',
    period: 'Versé',
    none: 'Non indiqué',
    yes: 'Oui',
    no: 'Non',
    document: 'Document {n}',
    maxPages: 'Pages au plus',
    formats: 'Formats',
    pageSize: 'Format de page',
    one: 'Niveau dans une langue officielle',
    other: 'Niveau dans une autre',
  },
  original: {
    title: 'Texte d’origine',
    intro: 'Mot pour mot tel que reçu ({file}, version {n}). Les numéros sont ceux de ses lignes.',
    none: 'Ce poste n’a pas été créé à partir d’un texte.',
    line: 'Ligne',
  },
  version: {
    title: 'Version {n} de {reference}',
    intro: 'Reçue {time} : {file}.',
    state: { offered: 'Proposée', taken: 'Acceptée', declined: 'Écartée' },
    caption: 'Ce qui changerait',
    field: 'Champ',
    now: 'Figure maintenant',
    offered: 'Nouvelle version',
    same: 'Elle se lit comme ce qui figure maintenant : l’accepter ne change aucun champ.',
    take: 'Accepter cette version',
    takeHint:
      'Elle remplace l’avis entier ; ce qui a été modifié à la main depuis n’est conservé que dans l’historique des versions.',
    decline: 'Laisser l’avis tel quel',
    decided: 'Cette version a été {state}.',
    empty: 'rien',
    needsPublish:
      'Le public a vu ce poste : seule une personne habilitée à publier peut accepter une nouvelle version.',
  },
  events: {
    ...NOTICE_EVENTS.fr,
    import: 'a importé l’avis',
    begin: 'l’a commencé à partir de {from}',
    'offer-version': 'a proposé la version {import}',
    'take-version': 'a accepté la version {import}',
    'decline-version': 'a écarté la version {import}',
    edit: 'a modifié {fields}',
    ...CORRECTION_TEXTS.fr.events,
    'internal-dates': INTERNAL_DATES_EVENT.fr,
    'settle-doubt': 'a vérifié « {doubt} » dans {fields} : c’est exact',
    'record-exported': 'a établi et emporté le dossier du concours',
    'equality-figures-counted': 'a fait compter par étape les réponses sur l’égalité d’accès',
    'equality-figures-opened': 'a consulté les chiffres de l’égalité d’accès par étape',
    'equality-slips-expired': 'réponses sur l’égalité d’accès, non comptées par étape, supprimées',
    'record-sealed': 'a emporté le dossier en entier ; ce qu’il contient est consigné ici',
    submit: 'a soumis à relecture',
    return: 'a renvoyé à l’état de projet',
    publish: 'a publié',
    schedule: FR_PUBLICATION.scheduledFor,
    unschedule: 'a repris en relecture',
    'refuse-publication': FR_PUBLICATION.refusedEvent,
    close: 'a clos',
    reopen: 'a rouvert',
    fill: 'a marqué comme pourvu',
    cancel: 'a annulé',
    approve: 'a approuvé',
    'budget-pending': 'a indiqué que le budget est encore en attente',
    'remind-approvers': 'a envoyé un rappel à qui doit approuver',
    'let-finding-stand': 'a maintenu un texte malgré un constat ({rule})',
    'count-finding': 'a fait compter de nouveau un constat ({rule})',
  },
  reason: 'Motif : {reason}',
  withoutTranslation: 'Sans traduction, car : {reason}',
  doer: { 'command-line': 'La ligne de commande', system: 'Concours' },
  formerly: 'Un(e) ancien(ne) collègue',
  problem: {
    code: 'Écrivez un code fait de lettres, de chiffres et de traits d’union.',
    grades: 'Écrivez un grade, ou deux séparés par une virgule.',
    posts: 'Écrivez un groupe par ligne : le nombre de postes, ×, puis un grade, ou deux séparés par une virgule.',
    'open-ended': 'Une date limite est aussi donnée ci-dessus. Effacez-la, ou décochez cette case.',
    city: 'Écrivez 100 caractères au plus.',
    country: 'Écrivez les deux lettres du pays, comme BE.',
    date: 'Écrivez une date qui existe, comme 18 1 2027.',
    time: 'Écrivez une heure, comme 23:59.',
    amount: 'Écrivez un montant, comme 6212,40.',
    currency: 'Écrivez les trois lettres de la monnaie, comme EUR.',
    number: 'Écrivez un nombre entier.',
    choice: 'Choisissez dans la liste.',
  },
};

/** Every word of these pages. */
export const VACANCY_TEXTS: Localized<Texts> = { en: EN, fr: FR };

/** Puts values in the places of a text: `fill('version {n}', { n: 2 })`. */
export const fillIn = (text: string, values: Record<string, string | number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** Why something was refused, and what would clear the way. */
export function explain(refusal: VacancyRefusal): Localized {
  switch (refusal.kind) {
    case 'illegal-move':
      return {
        en: `“${EN.action[refusal.action]}” is not possible while the vacancy is “${EN.status[refusal.from]}”. Look at its present status and choose from there.`,
        fr: `« ${FR.action[refusal.action]} » n’est pas possible tant que le poste est « ${FR.status[refusal.from]} ». Regardez son statut actuel et choisissez à partir de là.`,
      };
    case 'missing-fields':
      return {
        en: `The public cannot do without these fields: ${refusal.fields.map((field) => NAMES.en[field]).join(', ')}. Fill them in first.`,
        fr: `Le public ne peut pas se passer de ces champs : ${refusal.fields.map((field) => NAMES.fr[field]).join(', ')}. Remplissez-les d’abord.`,
      };
    case 'no-deadline':
      return {
        en: 'There is no deadline. Set one in the header first, or say there that the vacancy is open until filled.',
        fr: 'Il n’y a pas de date limite. Fixez-la d’abord dans l’en-tête, ou indiquez-y que le poste reste ouvert jusqu’à ce qu’il soit pourvu.',
      };
    case 'deadline-passed':
      return {
        en: 'The deadline has passed. Set a later one in the header first.',
        fr: 'La date limite est passée. Fixez-en d’abord une autre dans l’en-tête.',
      };
    case 'publication-not-to-come':
      return {
        en: 'This day and time have passed. Set one to come, or choose “Now”.',
        fr: 'Ce jour et cette heure sont passés. Fixez-en d’autres, ou choisissez « Maintenant ».',
      };
    case 'publication-after-deadline':
      return {
        en: 'Nobody could apply: the deadline is before this day and time. Publish it earlier, or set a later deadline in the header first.',
        fr: 'Personne ne pourrait postuler : la date limite précède ce jour et cette heure. Publiez-le plus tôt, ou fixez d’abord une date limite plus tardive dans l’en-tête.',
      };
    case 'deadline-before-publication':
      return {
        en: 'This deadline is before the day of publication. Set a later one.',
        fr: 'Cette date limite précède la publication. Fixez-en une plus tardive.',
      };
    case 'has-doubts':
      return {
        en: plural(
          refusal.count,
          {
            one: '{n} error is open. Mend it, or look at it and say that it is right.',
            other: '{n} errors are open. Mend them, or look at each and say that it is right.',
          },
          'en',
        ),
        fr: plural(
          refusal.count,
          {
            one: '{n} erreur reste ouverte. Corrigez-la, ou vérifiez-la et dites qu’elle est exacte.',
            other: '{n} erreurs restent ouvertes. Corrigez-les, ou vérifiez chacune et dites que c’est exact.',
          },
          'fr',
        ),
      };
    case 'has-findings':
      return {
        en: plural(
          refusal.count,
          {
            one: 'The check finds {n} error. Mend it, or let it stand with a reason.',
            other: 'The check finds {n} errors. Mend them, or let each stand with a reason.',
          },
          'en',
        ),
        fr: plural(
          refusal.count,
          {
            one: 'La vérification trouve {n} erreur. Corrigez-la, ou maintenez le texte en donnant un motif.',
            other: 'La vérification trouve {n} erreurs. Corrigez-les, ou maintenez chaque texte en donnant un motif.',
          },
          'fr',
        ),
      };
    case 'not-approved':
      return {
        en: `This step comes first: “${refusal.step.name.en}”. It is taken on the review page.`,
        fr: `Cette étape vient d’abord : « ${refusal.step.name.fr} ». Elle se franchit sur la page de relecture.`,
      };
    case 'lacks-translation':
      return {
        en: plural(
          refusal.count,
          {
            one: '{n} translation is missing. Put it in, or say why the vacancy is published without it.',
            other: '{n} translations are missing. Put them in, or say why the vacancy is published without them.',
          },
          'en',
        ),
        fr: plural(
          refusal.count,
          {
            one: '{n} traduction manque. Ajoutez-la, ou dites pourquoi publier sans elle.',
            other: '{n} traductions manquent. Ajoutez-les, ou dites pourquoi publier sans elles.',
          },
          'fr',
        ),
      };
    case 'no-reason':
      return { en: 'Write why the vacancy is cancelled.', fr: 'Écrivez pourquoi le poste est annulé.' };
    case 'final':
      return {
        en: `The vacancy is “${EN.status[refusal.status]}”: nothing in it can be changed any more.`,
        fr: `Le poste est « ${FR.status[refusal.status]} » : plus rien n’y peut être modifié.`,
      };
    case 'changed-meanwhile':
      return {
        en: 'Somebody else has changed this vacancy since you opened the page. Nothing was done; look at what it is now, and try again.',
        fr: 'Une autre personne a modifié ce poste depuis que vous avez ouvert la page. Rien n’a été fait ; regardez où il en est, puis réessayez.',
      };
    case 'already-decided':
      return { en: 'Somebody has already decided on this version.', fr: 'Quelqu’un a déjà décidé de cette version.' };
    case 'empty':
    case 'too-large':
    case 'broken-text':
    case 'other-format':
    case 'unknown-format':
    case 'encrypted':
    case 'no-text':
    case 'too-many-pages':
    case 'macros':
    case 'too-much-inside':
    case 'unsafe-xml':
    case 'damaged':
    case 'took-too-long':
    case 'not-limited':
      return explainDocument(refusal);
    case 'broken-record':
      return explainRecord(refusal);
    case 'not-a-notice':
      return {
        en: 'This does not read as a vacancy notice: neither its header nor its sections were found.',
        fr: 'Ceci ne se lit pas comme un avis de vacance : ni l’en-tête ni les sections n’ont été trouvés.',
      };
    case 'no-reference':
      return {
        en: 'The notice has no reference of six figures, so it cannot be told from others. Add it to the title, as (260114).',
        fr: 'L’avis n’a pas de référence à six chiffres : rien ne le distingue des autres. Ajoutez-la au titre, comme (260114).',
      };
    case 'not-in-review':
    case 'no-such-step':
    case 'not-your-turn':
    case 'not-your-step':
    case 'cannot-pend':
    case 'no-waiver-reason':
    case 'finding-gone':
      return explainApproval(refusal);
    default:
      return assertNever(refusal);
  }
}
