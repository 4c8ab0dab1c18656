import { assertNever } from '../platform/result.ts';
import type { Language, Localized } from '../platform/language.ts';
import type { BrokenRecord } from './documents/read-file.ts';
import type { NotANotice } from './import/read-notice.ts';
import type { Doubt, DoubtKind, FieldPath } from './notice.ts';

/** The fields of a notice, by field path without language and place in a list. */
export const FIELD_LABELS = {
  reference: { en: 'Reference', fr: 'Référence' },
  title: { en: 'Title', fr: 'Intitulé' },
  location: { en: 'Primary location', fr: 'Emplacement principal' },
  body: { en: 'Body', fr: 'Organisation' },
  schedule: { en: 'Schedule', fr: 'Horaire' },
  // Notices print « Date de retrait », which is the day of a withdrawal: we read it, and never say it.
  deadline: { en: 'Application deadline', fr: 'Date limite de candidature' },
  salary: { en: 'Salary (pay basis)', fr: 'Salaire (base de paie)' },
  grades: { en: 'Grade', fr: 'Grade' },
  clearance: { en: 'Clearance level', fr: 'Niveau de l’habilitation de sécurité' },
  budgetPending: { en: 'Pending budget approval', fr: 'Sous réserve d’approbation par les autorités budgétaires' },
  fastTrack: { en: 'Fast track', fr: 'Procédure accélérée' },
  attachments: { en: 'Documents asked for', fr: 'Documents demandés' },
  summary: { en: 'Summary', fr: 'Résumé' },
  challenges: { en: 'Key challenges', fr: 'Principaux défis' },
  qualifications: { en: 'Qualifications and experience', fr: 'Qualifications et expérience' },
  essential: { en: 'Essential requirements', fr: 'Acquis essentiels' },
  desirable: { en: 'Desirable requirements', fr: 'Acquis souhaitables' },
  languages: { en: 'Language levels', fr: 'Niveaux de langue' },
  accountabilities: { en: 'Main accountabilities', fr: 'Responsabilités principales' },
  closingDuty: { en: 'Other duties', fr: 'Autres tâches' },
  interrelationships: { en: 'Interrelationships', fr: 'Structure et liaisons' },
  directReports: { en: 'Direct reports', fr: 'Nombre de subordonné(e)s direct(e)s' },
  indirectReports: { en: 'Indirect reports', fr: 'Nombre de subordonné(e)s indirect(e)s' },
  competencies: { en: 'Competencies', fr: 'Compétences' },
  contract: { en: 'Contract', fr: 'Contrat' },
  'contract.clause': { en: 'Contract clause', fr: 'Clause contractuelle' },
  'contract.twinGradeNote': { en: 'Note on twin-graded posts', fr: 'Note sur les postes à grades jumelés' },
  application: { en: 'How to apply', fr: 'Procédure de candidature' },
  additional: { en: 'Additional information', fr: 'Informations complémentaires' },
  provisionalSchedule: { en: 'Provisional schedule', fr: 'Calendrier provisoire' },
  'introductions.essential': { en: 'Before the essential requirements', fr: 'Avant les acquis essentiels' },
  'introductions.desirable': { en: 'Before the desirable requirements', fr: 'Avant les acquis souhaitables' },
  'introductions.competencies': { en: 'Before the competencies', fr: 'Avant les compétences' },
  'otherText.preamble': { en: 'Before the summary', fr: 'Avant le résumé' },
  'otherText.requirements': { en: 'Other text of the requirements', fr: 'Autre texte des exigences' },
  'otherText.contract': { en: 'Contract', fr: 'Contrat' },
  'otherText.application': { en: 'How to apply', fr: 'Procédure de candidature' },
  'otherText.additional': { en: 'Additional information', fr: 'Informations complémentaires' },
  otherFields: { en: 'Other lines of the header', fr: 'Autres lignes de l’en-tête' },
  otherSections: { en: 'Other sections', fr: 'Autres sections' },
  links: { en: 'Links', fr: 'Liens' },
} as const satisfies Record<string, Localized>;

/** The label of a field: `essential.fr[3]` is “Essential requirements, 4”. */
export function fieldLabel(path: FieldPath, language: Language): string {
  const [, name = path, place] = /^(.*?)(?:\.(?:en|fr))?(?:\[(\d+)\])?$/.exec(path) ?? [];
  const label = Object.hasOwn(FIELD_LABELS, name) ? FIELD_LABELS[name as keyof typeof FIELD_LABELS][language] : name;
  return place === undefined ? label : `${label}, ${Number(place) + 1}`;
}

const LANGUAGE_NAMES: Record<Language, Localized> = {
  en: { en: 'English', fr: 'en anglais' },
  fr: { en: 'French', fr: 'en français' },
};

type Words = { field: Localized; language: Localized; quoted: Localized; values: readonly string[] };

/** What the reader was unsure of, as a sentence for the person who settles it. */
export function explainDoubt(doubt: Doubt): Localized {
  const language = doubt.language ? LANGUAGE_NAMES[doubt.language] : { en: 'this language', fr: 'dans cette langue' };
  const field = { en: fieldLabel(doubt.field, 'en'), fr: fieldLabel(doubt.field, 'fr') };
  const value = shortened(doubt.values.at(-1) ?? '');
  return sentence(doubt, { field, language, quoted: { en: `“${value}”`, fr: `« ${value} »` }, values: doubt.values });
}

/** Doubts on the facts of the notice and on the notice as a whole; the others are on its texts. */
const FACT_KINDS = [
  'language-missing',
  'cut-off',
  'field-missing',
  'field-unread',
  'field-repeated',
  'halves-differ',
  'deadline-open',
] as const satisfies DoubtKind[];
type FactKind = (typeof FACT_KINDS)[number];
type TextKind = Exclude<DoubtKind, FactKind>;
const isTextKind = (kind: DoubtKind): kind is TextKind => !(FACT_KINDS as readonly DoubtKind[]).includes(kind);

function sentence({ kind }: Doubt, words: Words): Localized {
  return isTextKind(kind) ? textSentence(kind, words) : factSentence(kind, words);
}

function factSentence(kind: FactKind, { field, language, quoted, values }: Words): Localized {
  const [first = '', second = ''] = values;
  switch (kind) {
    case 'language-missing':
      return { en: `Nothing stands here in ${language.en}.`, fr: `Rien ne figure ici ${language.fr}.` };
    case 'cut-off':
      return {
        en: `The ${language.en} text seems to end before the notice does. The last part read: ${field.en}.`,
        fr: `Le texte ${language.fr} semble s’arrêter avant la fin de l’avis. Dernière partie lue : ${field.fr}.`,
      };
    case 'field-missing':
      return { en: `Not in the notice: ${field.en}.`, fr: `Ne figure pas dans l’avis : ${field.fr}.` };
    case 'field-unread':
      return { en: `Please check ${field.en}: ${quoted.en}.`, fr: `À vérifier, ${field.fr} : ${quoted.fr}.` };
    case 'field-repeated':
      return {
        en: `Found more than once, differently: ${field.en}${second ? ` (“${first}”, “${second}”)` : ''}.`,
        fr: `Figure plusieurs fois, avec des différences : ${field.fr}${second ? ` (« ${first} », « ${second} »)` : ''}.`,
      };
    case 'halves-differ':
      return {
        en: `English and French differ on ${field.en}: “${first}” and “${second}”. The English was taken.`,
        fr: `L’anglais et le français diffèrent, ${field.fr} : « ${first} » et « ${second} ». L’anglais a été retenu.`,
      };
    case 'deadline-open':
      return { en: `No date to apply by: ${quoted.en}.`, fr: `Pas de date limite : ${quoted.fr}.` };
    default:
      return assertNever(kind);
  }
}

function textSentence(kind: TextKind, { field, language, quoted, values }: Words): Localized {
  const [first = '', second = ''] = values;
  switch (kind) {
    case 'unknown-label':
      return { en: `A header line with an unknown label: “${first}”.`, fr: `Ligne d’en-tête inconnue : « ${first} ».` };
    case 'unknown-section':
      return { en: `A section with an unknown heading: “${first}”.`, fr: `Section au titre inconnu : « ${first} ».` };
    case 'section-missing':
      return { en: `Missing in ${language.en}: ${field.en}.`, fr: `Manque ${language.fr} : ${field.fr}.` };
    case 'section-repeated':
      return { en: `This section stands twice: ${field.en}.`, fr: `Cette section figure deux fois : ${field.fr}.` };
    case 'placeholder':
      return {
        en: `The ${language.en} text only points to the other language: ${field.en}.`,
        fr: `Le texte ${language.fr} renvoie seulement à l’autre langue : ${field.fr}.`,
      };
    case 'untranslated':
      return {
        en: `In the ${language.en} part, this text is in the other language: ${field.en}.`,
        fr: `Dans la partie ${language.fr}, ce texte est dans l’autre langue : ${field.fr}.`,
      };
    case 'one-language-only':
      return { en: `Not there in ${language.en}: ${field.en}.`, fr: `Ne figure pas ${language.fr} : ${field.fr}.` };
    case 'items-differ':
      return {
        en: `${field.en}: ${first} in English, ${second} in French.`,
        fr: `${field.fr} : ${first} en anglais, ${second} en français.`,
      };
    case 'items-unmarked':
      return {
        en: `${field.en}: no list marks, so each paragraph was taken for an item.`,
        fr: `${field.fr} : pas de puces, chaque paragraphe a été lu comme un point.`,
      };
    case 'unknown-heading':
      return { en: `An unknown heading: “${first}”.`, fr: `Titre inconnu : « ${first} ».` };
    case 'unknown-competency':
      return { en: `An unknown competency: “${first}”.`, fr: `Compétence inconnue : « ${first} ».` };
    case 'languages-unusual':
      return {
        en: `A language requirement of an unusual form: ${quoted.en}.`,
        fr: `Exigence linguistique de forme inhabituelle : ${quoted.fr}.`,
      };
    case 'unplaced-text':
      return {
        en: `Text that belongs to no list we know: ${quoted.en}.`,
        fr: `Texte qui n’appartient à aucune liste connue : ${quoted.fr}.`,
      };
    default:
      return assertNever(kind);
  }
}

/** Characters of a printed value that a sentence quotes. */
const LONGEST_QUOTE = 120;
const shortened = (text: string) => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);

/** Why a text was not read as a notice. */
export function explainNotANotice({ kind }: NotANotice): Localized {
  switch (kind) {
    case 'empty':
      return { en: 'there is no text here', fr: 'il n’y a pas de texte ici' };
    case 'too-long':
      return { en: 'this is far longer than any notice', fr: 'ce texte est bien plus long que tout avis' };
    case 'not-text':
      return { en: 'this is not text (UTF-8)', fr: 'ceci n’est pas du texte (UTF-8)' };
    case 'no-header-or-sections':
      return {
        en: 'this is no vacancy notice: neither its header nor its sections are here',
        fr: 'ceci n’est pas un avis de vacance : ni l’en-tête ni les sections n’y figurent',
      };
    default:
      return assertNever(kind);
  }
}

/** Why a record in JSON is none. */
export const explainRecord = ({ path, problem }: BrokenRecord): Localized =>
  path === ''
    ? { en: `this is no record: ${problem}`, fr: `ceci n’est pas une fiche : ${problem}` }
    : { en: `this is no record: ${path}: ${problem}`, fr: `ceci n’est pas une fiche : ${path} : ${problem}` };

/** Why `concours read` passed over a file. */
export const READ_PROBLEMS = {
  missing: { en: 'no such file', fr: 'fichier introuvable' },
  folder: { en: 'this is a folder', fr: 'ceci est un dossier' },
  forbidden: { en: 'this file may not be read', fr: 'ce fichier ne peut pas être lu' },
  'no-reference': {
    en: 'without a reference there is no name to write it under',
    fr: 'sans référence, il n’y a pas de nom sous lequel l’écrire',
  },
} as const satisfies Record<string, Localized>;
