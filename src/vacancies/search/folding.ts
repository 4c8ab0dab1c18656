/** A change of what is folded, or of what of a notice is searched: documents of an older number are made again. */
export const SEARCH_RULES = 1;

/** Longer ones are no words; the database keeps none of more than 2 kB. */
const LONGEST_WORD = 60;

const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/** Without accents and in small letters, as both what is searched and what is asked for are compared. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[œæßøłđ]/g, (letter) => LIGATURES[letter] ?? letter);

/** What inclusive French adds to the masculine, the longest first: `candidat(e)`, `directeur/trice`, `candidat·e·s`. */
const SUFFIX = 'trices?|euses?|rices?|iennes?|ives?|eres?|nes?|les?|tes?|ves?|ses?|es|e|s';
const INCLUSIVE = `(\\p{L}{2,})[(·•‧./-](${SUFFIX})\\)?(?:[·•‧.-]?(s))?(?![\\p{L}\\p{N}])`;
const WORD = new RegExp(`${INCLUSIVE}|[\\p{L}\\p{N}]+`, 'gu');

/**
 * The words of a text, folded, each with all its forms: `candidat(e)s` is `candidat`, `candidate`, `candidats` and
 * `candidates`. Small words are left out.
 */
export function formsIn(text: string): string[][] {
  return [...fold(text).matchAll(WORD)]
    .map(([word, base, suffix, plural]) =>
      base !== undefined && suffix !== undefined ? inclusiveForms(base, suffix, plural !== undefined) : [word],
    )
    .map((forms) => forms.map((form) => form.slice(0, LONGEST_WORD)).filter((form) => !SMALL_WORDS.has(form)))
    .filter((forms) => forms.length > 0);
}

/** Every form of every word of a text, each once. */
export const wordsIn = (text: string): string[] => [...new Set(formsIn(text).flat())];

function inclusiveForms(base: string, suffix: string, plural: boolean): string[] {
  if (suffix === 's') return [base, `${base}s`];
  const many = plural || (suffix.length > 1 && suffix.endsWith('s'));
  const forms = [base, feminine(base, suffix.replace(/(?<=.)s$/, ''))];
  return many ? [...forms, ...forms.map((form) => `${form}s`)] : forms;
}

/** What each suffix takes away of the masculine before it is added: `directeur` + `trice`, `chercheur` + `euse`. */
const TAKES: readonly [suffix: string, ending: string][] = [
  ['trice', 'teur'],
  ['rice', 'eur'],
  ['euse', 'eur'],
  ['ienne', 'ien'],
  ['ive', 'if'],
  ['ere', 'er'],
  ['ve', 'f'],
  ['se', 'r'],
];

function feminine(base: string, suffix: string): string {
  const [, ending = ''] = TAKES.find(([added, taken]) => added === suffix && base.endsWith(taken)) ?? [];
  return base.slice(0, base.length - ending.length) + suffix;
}

/** A reference, or the beginning of one, however it is typed: `26 01-14` is `260114`. */
export const referenceKey = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Words that stand everywhere in either language and tell nothing. */
const SMALL_WORDS = new Set(
  (
    'a an and as at by for from in of on or the to with ' +
    'au aux ce d de des du en et l la le les ou par pour qu que qui s sur un une'
  ).split(' '),
);
