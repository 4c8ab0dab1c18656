import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { NoticeRecord } from '../notice.ts';

/** The places of a notice where standard paragraphs stand, before any of its own. */
export const STANDARD_PLACES = ['preamble', 'contract', 'application', 'additional'] as const;
export type StandardPlace = (typeof STANDARD_PLACES)[number];

/** A paragraph that the organisation prints in every notice of this kind, or that a fact of this one calls for. */
export type StandardText = { readonly place: StandardPlace; readonly text: Localized };

export type PrintingRules = Pick<Organisation, 'notices' | 'standardParagraphs' | 'contractClauses' | 'languages'>;

/** What the facts of a notice call for: clause, budget, fast track, twin grade, documents, and what is always said. */
export function standardTexts(notice: NoticeRecord, rules: PrintingRules): StandardText[] {
  const { printed } = rules.notices;
  const inPlace = (place: StandardPlace, texts: readonly (Localized | null | false)[]) =>
    texts.flatMap((text) => (text ? [{ place, text: { en: text.en, fr: text.fr } }] : []));
  const always = (place: StandardPlace) =>
    rules.standardParagraphs
      .filter(({ section, clause }) => section === place && (clause === null || clause === notice.contract.clause))
      .map(({ text }) => text);
  return [
    ...inPlace('preamble', [
      notice.budgetPending && printed.budgetPending,
      notice.fastTrack && printed.fastTrack,
      ...attachmentTexts(notice, rules),
    ]),
    ...inPlace('contract', [
      ...clauseTexts(notice, rules),
      notice.contract.twinGradeNote && printed.twinGradeNote,
      ...always('contract'),
    ]),
    ...inPlace('application', always('application')),
    ...inPlace('additional', always('additional')),
  ];
}

/** A document of which no number of pages is given is asked for by whoever writes the notice. */
const attachmentTexts = ({ attachments }: NoticeRecord, { notices }: PrintingRules): Localized[] =>
  attachments.flatMap(({ kind, maxPages }) => {
    const asked = notices.printed.attachments.find(({ code }) => code === kind);
    return asked && maxPages !== null ? [filled(asked.text, { pages: String(maxPages) })] : [];
  });

/** The clause as notices print it; one that has no printed form, in the words told to applicants. */
function clauseTexts({ contract }: NoticeRecord, { notices, contractClauses }: PrintingRules): Localized[] {
  const { clauses, clauseHeading } = notices.printed;
  const printed = clauses.find(({ code }) => code === contract.clause);
  if (printed) return [printed.offered, clauseHeading, ...printed.paragraphs];
  const clause = contractClauses.find(({ code }) => code === contract.clause);
  return clause ? [clause.headline, clauseHeading, clause.nonSeconded, clause.seconded, clause.servingStaff] : [];
}

/** The item that asks for the languages of a notice, where it states levels. */
export function languageItem({ languages }: NoticeRecord, rules: PrintingRules): Localized | undefined {
  if (!languages) return undefined;
  const nameOf = (level: string, language: Language) =>
    rules.languages.levels.find(({ code }) => code === level)?.name[language] ?? level;
  const text = rules.notices.printed.languageRequirement;
  const sides = LANGUAGES.map((language) => {
    const { one, other } = languages;
    const values = { one, other, oneName: nameOf(one, language), otherName: nameOf(other, language) };
    return [language, filledText(text[language], values)];
  });
  return Object.fromEntries(sides) as Localized;
}

const filled = (text: Localized, values: Readonly<Record<string, string>>): Localized => ({
  en: filledText(text.en, values),
  fr: filledText(text.fr, values),
});

const filledText = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
