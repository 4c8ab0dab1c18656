import { LANGUAGES, type Language, type Translated } from '../platform/language.ts';
import { isEmpty } from './empty-items.ts';
import { stands, type FieldPath, type NoticeRecord } from './notice.ts';

export type MissingTranslation = { readonly field: FieldPath; readonly stands: Language; readonly missing: Language };

/**
 * The texts that stand in one language and lack another, and the items of a list whose counterpart is empty; a
 * placeholder was never read, so it counts as nothing.
 */
export function missingTranslations(record: NoticeRecord): MissingTranslation[] {
  return Object.entries(textsOf(record)).flatMap(([field, text]) => {
    const present = LANGUAGES.find((language) => stands(text[language]));
    if (!present) return [];
    const inAll = LANGUAGES.every((language) => stands(text[language]));
    if (inAll) return emptyCounterparts(field, text);
    return LANGUAGES.filter((language) => !stands(text[language])).map((missing) => ({
      field,
      stands: present,
      missing,
    }));
  });
}

/** Items of two lists side by side of which one is the empty text, kept so that the others keep their counterparts. */
function emptyCounterparts(field: FieldPath, text: Translated<string | readonly unknown[]>): MissingTranslation[] {
  const lists = LANGUAGES.flatMap((language) => {
    const own = text[language];
    return own === undefined || typeof own === 'string' ? [] : [{ language, own }];
  });
  const longest = Math.max(0, ...lists.map(({ own }) => own.length));
  return Array.from({ length: longest }).flatMap((_, index) => {
    const standing = lists.find(({ own }) => own[index] !== undefined && !isEmpty(own[index]));
    if (!standing) return [];
    return lists
      .filter(({ own }) => own[index] !== undefined && isEmpty(own[index]))
      .map(({ language }) => ({ field: `${field}[${index}]`, stands: standing.language, missing: language }));
  });
}

/** Every text of the record that a reader of the notice would look for in their language, by field path. */
export function textsOf(record: NoticeRecord): Record<FieldPath, Translated<string | readonly unknown[]>> {
  const { title, summary, challenges, essential, desirable, accountabilities, interrelationships } = record;
  const { competencies, closingDuty, otherText } = record;
  const stages = record.provisionalSchedule.map((stage, index) => [`provisionalSchedule[${index}]`, stage]);
  return {
    title,
    summary,
    challenges,
    essential,
    desirable,
    accountabilities,
    closingDuty,
    interrelationships,
    competencies,
    'otherText.preamble': otherText.preamble,
    'otherText.contract': otherText.contract,
    'otherText.application': otherText.application,
    'otherText.additional': otherText.additional,
    ...(Object.fromEntries(stages) as Record<FieldPath, Translated>),
  };
}

/** The languages in which the notice says anything at all. */
export const languagesOf = (record: NoticeRecord): Language[] =>
  LANGUAGES.filter((language) => Object.values(textsOf(record)).some((text) => stands(text[language])));
