import type { Language, Localized } from '../../platform/language.ts';
import { formatMoney } from '../../site/numbers.ts';
import type { RuleName, Severity } from './finding.ts';

export const SEVERITY_NAMES: Record<Severity, Localized> = {
  error: { en: 'error', fr: 'erreur' },
  warning: { en: 'warning', fr: 'avertissement' },
  info: { en: 'note', fr: 'remarque' },
};

/** What each rule looks for, in a few words. */
export const RULE_NAMES: Record<RuleName, Localized> = {
  'parity/language-missing': { en: 'A language is missing', fr: 'Une langue manque' },
  'parity/section-missing': { en: 'A section is missing', fr: 'Une section manque' },
  'parity/placeholder': { en: 'A pointer in place of text', fr: 'Un renvoi à la place du texte' },
  'parity/untranslated': { en: 'Text that is not translated', fr: 'Texte non traduit' },
  'parity/facts': { en: 'Facts that differ', fr: 'Des données qui diffèrent' },
  'parity/one-language-only': { en: 'Said in one language only', fr: 'Figure dans une seule langue' },
  'parity/list-length': { en: 'Lists of different length', fr: 'Des listes de longueur différente' },
  'parity/paragraph-missing': { en: 'A paragraph without a counterpart', fr: 'Un paragraphe sans équivalent' },
  'parity/numbers': { en: 'Numbers that differ', fr: 'Des nombres qui diffèrent' },
  'parity/competencies': { en: 'Competencies against the catalogue', fr: 'Les compétences et le catalogue' },
  'parity/headings': { en: 'Headings against the catalogue', fr: 'Les intertitres et le catalogue' },
  'parity/unit': { en: 'Another unit is named', fr: 'Une autre unité est nommée' },
  'parity/term': { en: 'A term without its counterpart', fr: 'Un terme sans son équivalent' },
  'completeness/facts': { en: 'A fact is missing', fr: 'Une donnée manque' },
  'completeness/repeated': { en: 'Said more than once', fr: 'Dit plusieurs fois' },
  'completeness/salary': { en: 'Salary against the scale', fr: 'Le salaire et le barème' },
  'completeness/clearance': { en: 'Clearance is not stated', fr: 'Habilitation non précisée' },
  'completeness/time-zone': { en: 'A time without a zone', fr: 'Une heure sans fuseau' },
  'completeness/days-open': { en: 'Open for too few days', fr: 'Délai de candidature trop court' },
  'completeness/level-names': { en: 'Names of language levels', fr: 'Noms des niveaux de langue' },
  'completeness/contract': { en: 'Contract against the regulations', fr: 'Le contrat et les règlements' },
  'completeness/closing-duty': { en: 'No closing duty', fr: 'Pas de clause de clôture des tâches' },
  'completeness/schedule-year': { en: 'A date without a year', fr: 'Une date sans année' },
  'completeness/numbering': { en: 'A heading without its number', fr: 'Un titre sans son numéro' },
  'completeness/labels': { en: 'Labels', fr: 'Libellés' },
  'language/english-accent': { en: 'A French accent in an English word', fr: 'Un accent français dans un mot anglais' },
  'language/capital-accent': { en: 'A capital without its accent', fr: 'Une majuscule sans accent' },
  'language/french-spacing': { en: 'French spaces and quotes', fr: 'Espaces et guillemets français' },
  'language/english-spacing': { en: 'Spaces in English', fr: 'Espaces en anglais' },
  'language/apostrophes': { en: 'Two kinds of apostrophe', fr: 'Deux sortes d’apostrophes' },
  'language/title-case': { en: 'A stray capital in the title', fr: 'Une majuscule de trop dans l’intitulé' },
  'language/relative-clause': { en: 'A semicolon before a relative clause', fr: 'Un point-virgule avant une relative' },
  'language/list-punctuation': { en: 'Marks at the end of items', fr: 'Ponctuation des listes' },
  'language/final-mark': { en: 'No full stop', fr: 'Pas de point final' },
  'language/acronym': { en: 'An acronym is not expanded', fr: 'Un sigle n’est pas développé' },
  'language/unused-acronym': { en: 'An acronym is never used', fr: 'Un sigle ne sert pas' },
  'language/ise-ize': { en: '-ise and -ize in one notice', fr: '-ise et -ize dans un même avis' },
  'language/variants': { en: 'Two spellings of one word', fr: 'Deux graphies d’un même mot' },
  'language/number-style': { en: 'Numbers in figures and in words', fr: 'Nombres en chiffres et en lettres' },
  'language/inclusive': { en: 'Inclusive writing', fr: 'Écriture inclusive' },
  'language/redundant': { en: 'A word said twice', fr: 'Un mot répété' },
  'language/spelling': { en: 'Spelling', fr: 'Orthographe' },
};

/** The totals of a run. */
export const COUNTED = ({ error, warning, info }: Record<Severity, number>): Localized => ({
  en: `${error} ${error === 1 ? 'error' : 'errors'}, ${warning} ${warning === 1 ? 'warning' : 'warnings'}, ${info} ${info === 1 ? 'note' : 'notes'}`,
  fr: `${error} ${error < 2 ? 'erreur' : 'erreurs'}, ${warning} ${warning < 2 ? 'avertissement' : 'avertissements'}, ${info} ${info < 2 ? 'remarque' : 'remarques'}`,
});

const quotedEn = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');
const quotedFr = (words: readonly string[]) => words.map((word) => `« ${word} »`).join(', ');

type SalaryDiffers = { readonly amount: number; readonly expected: readonly number[]; readonly currency: string };

/** The sentences of the findings. */
export const SAYS = {
  listLength: (en: number, fr: number): Localized => ({
    en: `${en} in English, ${fr} in French.`,
    fr: `${en} en anglais, ${fr} en français.`,
  }),
  paragraphMissing: (start: string, missing: Localized): Localized => ({
    en: `This paragraph has no counterpart in ${missing.en}: “${start}”.`,
    fr: `Ce paragraphe n’a pas d’équivalent ${missing.fr} : « ${start} ».`,
  }),
  numbers: (en: readonly string[], fr: readonly string[]): Localized => ({
    en: `The numbers differ: ${en.length > 0 ? en.join(', ') : 'none'} in English, ${fr.length > 0 ? fr.join(', ') : 'none'} in French.`,
    fr: `Les nombres diffèrent : ${en.length > 0 ? en.join(', ') : 'aucun'} en anglais, ${fr.length > 0 ? fr.join(', ') : 'aucun'} en français.`,
  }),
  competencyDiffers: (en: string, fr: string): Localized => ({
    en: `“${en}” and “${fr}” are two different competencies.`,
    fr: `« ${en} » et « ${fr} » sont deux compétences différentes.`,
  }),
  indicatorDiffers: (en: string, fr: string): Localized => ({
    en: `The catalogue renders the indicator “${en}” as “${fr}”.`,
    fr: `Le catalogue rend l’indicateur « ${en} » par « ${fr} ».`,
  }),
  headingDiffers: (en: string, fr: string): Localized => ({
    en: `“${en}” stands beside “${fr}”, which is another heading of the catalogue.`,
    fr: `« ${en} » figure en regard de « ${fr} », qui est un autre intertitre du catalogue.`,
  }),
  unit: (named: string, own: string): Localized => ({
    en: `“${named}” is named only here; in the same place the other language names “${own}”.`,
    fr: `« ${named} » n’apparaît qu’ici ; au même endroit, l’autre langue nomme « ${own} ».`,
  }),
  term: (term: string, counterpart: string, missing: Localized): Localized => ({
    en: `“${term}” goes with “${counterpart}” in this notice; here the counterpart is missing in ${missing.en}.`,
    fr: `« ${term} » va avec « ${counterpart} » dans cet avis ; ici, l’équivalent manque ${missing.fr}.`,
  }),
  termBase: (term: string, counterpart: string): Localized => ({
    en: `The term base renders “${term}” as “${counterpart}”.`,
    fr: `La base terminologique rend « ${term} » par « ${counterpart} ».`,
  }),
  closingDutyMissing: (): Localized => ({
    en: 'No sentence says that other related duties may be assigned.',
    fr: 'Aucune phrase ne dit que d’autres tâches peuvent être confiées.',
  }),
  /** Amounts in the minor unit of the currency; of two, the least and the most. */
  salaryDiffers: ({ amount, expected, currency }: SalaryDiffers, grade: string): Localized => {
    const money = (minor: number, language: Language) => formatMoney(minor, currency, language);
    const scale = (language: Language) => expected.map((minor) => money(minor, language)).join(' – ');
    return {
      en: `${money(amount, 'en')} is not what ${grade} pays by the scale: ${scale('en')}.`,
      fr: `${money(amount, 'fr')} ne correspond pas au barème pour ${grade} : ${scale('fr')}.`,
    };
  },
  gradeUnknown: (grade: string): Localized => ({
    en: `The organisation has no grade ${grade}.`,
    fr: `L’organisation n’a pas de grade ${grade}.`,
  }),
  clearance: (): Localized => ({
    en: 'Appointment depends on a security clearance, but no level is stated.',
    fr: 'La nomination dépend d’une habilitation de sécurité, mais aucun niveau n’est indiqué.',
  }),
  timeZone: (zone: string): Localized => ({
    en: `The deadline has a time but no zone; it will be read as ${zone}.`,
    fr: `La date limite a une heure, mais pas de fuseau ; elle sera lue dans celui de ${zone}.`,
  }),
  daysOpen: (days: number, least: number, source: Localized): Localized => ({
    en: `Applications are received on ${days} ${days === 1 ? 'day' : 'days'}; at least ${least} are to be given (${source.en}).`,
    fr: `Les candidatures sont reçues pendant ${days} ${days < 2 ? 'jour' : 'jours'} ; il en faut au moins ${least} (${source.fr}).`,
  }),
  levelName: (code: string, printed: string, name: string): Localized => ({
    en: `Level ${code} is called “${name}”, not “${printed}”.`,
    fr: `Le niveau ${code} s’appelle « ${name} », non « ${printed} ».`,
  }),
  contractYears: (years: string, known: readonly string[]): Localized => ({
    en: `“${years}” is no period of this contract clause; in months, the regulations have ${known.join(', ')}.`,
    fr: `« ${years} » n’est pas une durée de cette clause ; en mois, les règlements ont ${known.join(', ')}.`,
  }),
  scheduleYear: (stage: string): Localized => ({
    en: `No year is stated: “${stage}”.`,
    fr: `L’année n’est pas indiquée : « ${stage} ».`,
  }),
  numbering: (heading: string): Localized => ({
    en: `“${heading}” has no number, while the other sections have theirs.`,
    fr: `« ${heading} » n’a pas de numéro, alors que les autres sections ont le leur.`,
  }),
  label: (printed: string, usual: string): Localized => ({
    en: `“${printed}” is usually printed as “${usual}”.`,
    fr: `« ${printed} » s’imprime d’ordinaire « ${usual} ».`,
  }),
  misleadingLabel: (printed: string, usual: string): Localized => ({
    en: `“${printed}” says something else: print “${usual}”.`,
    fr: `« ${printed} » dit autre chose : imprimez « ${usual} ».`,
  }),
  valueForms: (values: readonly string[]): Localized => ({
    en: `The same value is printed in two ways: ${quotedEn(values)}.`,
    fr: `La même valeur est imprimée de deux façons : ${quotedFr(values)}.`,
  }),
  headingTerm: (used: string, heading: string): Localized => ({
    en: `“${used}” stands under the heading “${heading}”: use one word.`,
    fr: `« ${used} » figure sous le titre « ${heading} » : employez un seul mot.`,
  }),
  englishAccent: (word: string, plain: string): Localized => ({
    en: `“${word}” has a French accent: “${plain}”.`,
    fr: `« ${word} » porte un accent français : « ${plain} ».`,
  }),
  capitalAccent: (word: string, accented: string): Localized => ({
    en: `In French, capitals have their accents: “${accented}”, not “${word}”.`,
    fr: `En français, les majuscules sont accentuées : « ${accented} », non « ${word} ».`,
  }),
  spaceBefore: (mark: string): Localized => ({
    en: `French has a no-break space before “${mark}”.`,
    fr: `Le français met une espace insécable avant « ${mark} ».`,
  }),
  spaceAfter: (mark: string): Localized => ({
    en: `A space is missing after “${mark}”.`,
    fr: `Il manque une espace après « ${mark} ».`,
  }),
  orphanMark: (mark: string): Localized => ({
    en: `“${mark}” stands at the start of a line: the space before it must be a no-break space.`,
    fr: `« ${mark} » figure en début de ligne : l’espace qui le précède doit être insécable.`,
  }),
  englishQuotes: (): Localized => ({
    en: 'French text has English quotation marks: use « and ».',
    fr: 'Le texte français a des guillemets anglais : employez « et ».',
  }),
  noSpaceBefore: (mark: string): Localized => ({
    en: `No space stands before “${mark}” in English.`,
    fr: `En anglais, pas d’espace avant « ${mark} ».`,
  }),
  apostrophes: (straight: number, curly: number): Localized => ({
    en: `Straight and curly apostrophes are mixed: ${straight} and ${curly}.`,
    fr: `Apostrophes droites et courbes sont mêlées : ${straight} et ${curly}.`,
  }),
  titleCase: (word: string): Localized => ({
    en: `The title goes on with “${word}” after its comma or dash: leave it out.`,
    fr: `L’intitulé anglais reprend par « ${word} » après la virgule ou le tiret : à supprimer.`,
  }),
  relativeClause: (word: string): Localized => ({
    en: `A comma, not a semicolon, stands before “${word}”.`,
    fr: `Une virgule, et non un point-virgule, précède « ${word} ».`,
  }),
  itemMark: (found: string, usual: string): Localized => ({
    en:
      found === ''
        ? `This item has no final mark; the others end with “${usual}”.`
        : `This item ends with “${found}”; the others end with “${usual}”.`,
    fr:
      found === ''
        ? `Ce point n’a pas de signe final ; les autres se terminent par « ${usual} ».`
        : `Ce point se termine par « ${found} » ; les autres par « ${usual} ».`,
  }),
  lastItemMark: (found: string): Localized => ({
    en: `The last item ends with “${found}”, not with a full stop.`,
    fr: `Le dernier point se termine par « ${found} », et non par un point.`,
  }),
  finalMark: (end: string): Localized => ({
    en: `The paragraph ends without a full stop: “${end}”.`,
    fr: `Le paragraphe se termine sans point : « ${end} ».`,
  }),
  acronym: (acronyms: readonly string[]): Localized => ({
    en: `Never expanded in this language: ${acronyms.join(', ')}.`,
    fr: `Jamais développé dans cette langue : ${acronyms.join(', ')}.`,
  }),
  acronymElsewhere: (acronyms: readonly string[]): Localized => ({
    en: `Expanded in the other language only: ${acronyms.join(', ')}.`,
    fr: `Développé dans l’autre langue seulement : ${acronyms.join(', ')}.`,
  }),
  unusedAcronym: (acronyms: readonly string[]): Localized => ({
    en: `Introduced and never used again: ${acronyms.join(', ')}.`,
    fr: `Introduit et jamais repris : ${acronyms.join(', ')}.`,
  }),
  iseIze: (word: string, other: string): Localized => ({
    en: `“${word}” beside words such as “${other}”: choose -ise or -ize.`,
    fr: `« ${word} » à côté de mots comme « ${other} » : choisissez -ise ou -ize.`,
  }),
  variants: (word: string, other: string): Localized => ({
    en: `“${word}” is also written “${other}” in this notice.`,
    fr: `« ${word} » s’écrit aussi « ${other} » dans cet avis.`,
  }),
  numberStyle: (figure: string, word: string): Localized => ({
    en: `“${figure}” and “${word}” in one list: write both in figures or both in words.`,
    fr: `« ${figure} » et « ${word} » dans une même liste : tout en chiffres, ou tout en lettres.`,
  }),
  doublet: (found: string, before: string): Localized => ({
    en: `“${found}” is written otherwise than “${before}” before it.`,
    fr: `« ${found} » s’écrit autrement que « ${before} » plus haut.`,
  }),
  masculineOnly: (words: string): Localized => ({
    en: `“${words}” is masculine alone: name both, as elsewhere in French.`,
    fr: `« ${words} » est au masculin seul : employez le doublet.`,
  }),
  pronounPair: (words: string): Localized => ({
    en: `“${words}”: “they” and “their” include everybody.`,
    fr: `« ${words} » : « they » et « their » incluent tout le monde.`,
  }),
  redundant: (word: string): Localized => ({
    en: `“${word}” stands twice in one phrase.`,
    fr: `« ${word} » figure deux fois dans le même membre de phrase.`,
  }),
  spelling: (word: string, suggestions: readonly string[]): Localized => ({
    en: `“${word}” is in no dictionary; near it: ${quotedEn(suggestions)}.`,
    fr: `« ${word} » n’est dans aucun dictionnaire ; proche : ${quotedFr(suggestions)}.`,
  }),
} as const;

export const IN_LANGUAGE: Record<'en' | 'fr', Localized> = {
  en: { en: 'English', fr: 'en anglais' },
  fr: { en: 'French', fr: 'en français' },
};
