import type { Language } from '../../platform/language.ts';
import { joinList, plural } from '../../site/numbers.ts';
import { attachmentIn } from '../import/attachments.ts';
import { asksForLanguages } from '../import/language-levels.ts';
import { contains, phrasesWithin, type PhraseBook } from '../import/phrases.ts';
import { wordsOf } from '../import/words.ts';
import { languagesOf, type AttachmentRequest, type NoticeRecord } from '../notice.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { capitalised, formOf } from './printed-form.ts';
import { ATTACHMENT_SENTENCES, FORMAT_NAMES, PAGES, RENDER_TEXTS } from './render-texts.ts';

/**
 * What stands before section 1. That the budget is pending and the competition a fast track is told in each language; a
 * document is asked for where no text of the record does.
 */
export function preambleTexts(record: NoticeRecord, vocabulary: Vocabulary, language: Language): string[] {
  const { budgetPending, fastTrack, otherText, summary } = record;
  const { data } = vocabulary;
  const own = otherText.preamble[language];
  const says = (book: PhraseBook) => saysAny([...own, ...summary[language]], book);
  const unsaid = (told: boolean, form: string | undefined) => (told && form !== undefined ? [capitalised(form)] : []);
  const requests = unaskedFor(record, vocabulary).map((request) => attachmentSentence(request, language));
  return [
    ...unsaid(budgetPending && !says(vocabulary.budgetPending), formOf(data.budgetPending, language)),
    ...unsaid(fastTrack && !says(vocabulary.fastTrack), sentence(formOf(data.fastTrack, language))),
    ...own,
    ...requests,
  ];
}

const sentence = (form: string | undefined) => form && `${form}.`;

const saysAny = (texts: readonly string[], book: PhraseBook): boolean =>
  texts.some((text) => contains(book, wordsOf(text)));

/** The documents that the record asks for and none of its texts does. */
function unaskedFor({ attachments, otherText, summary }: NoticeRecord, vocabulary: Vocabulary): AttachmentRequest[] {
  const texts = (['en', 'fr'] as const).flatMap((each) => [...otherText.preamble[each], ...summary[each]]);
  const asked = new Set(texts.map((text) => attachmentIn({ text, words: wordsOf(text) }, vocabulary)?.kind));
  return attachments.filter(({ kind }) => !asked.has(kind));
}

/** “Applicants are asked to attach a cover letter (at most 2 pages, A4, Word or PDF).” */
function attachmentSentence({ kind, maxPages, pageSize, formats }: AttachmentRequest, language: Language): string {
  const pages = maxPages === null ? [] : [plural(maxPages, PAGES[language], language)];
  const named = formats.map((format) => FORMAT_NAMES[format]);
  const limits = [...pages, ...(pageSize === null ? [] : [pageSize]), joinList(named, language, 'disjunction')];
  const shown = limits.filter((limit) => limit !== '').join(', ');
  return `${ATTACHMENT_SENTENCES[kind][language]}${shown === '' ? '' : ` (${shown})`}.`;
}

/** Section 6, with the clause and the note on twin grades where no text of the record tells them. */
export function contractTexts(record: NoticeRecord, vocabulary: Vocabulary, language: Language): string[] {
  const { contract, otherText } = record;
  const { data } = vocabulary;
  const texts = [...otherText.contract.en, ...otherText.contract.fr];
  const clauses = texts.flatMap((text) =>
    phrasesWithin(vocabulary.contractClauses, wordsOf(text)).map(({ phrase }) => phrase.code),
  );
  const clause = contract.clause === null || clauses.includes(contract.clause) ? undefined : contract.clause;
  const note = contract.twinGradeNote && !saysAny(texts, vocabulary.twinGradeNote);
  const told = [
    clause === undefined ? undefined : (formOf(data.contractClauses[clause], language) ?? clause),
    note ? formOf(data.twinGradeNote, language) : undefined,
  ];
  return [
    ...otherText.contract[language],
    ...told.flatMap((form) => (form === undefined ? [] : capitalised(`${form}.`))),
  ];
}

/** The essential requirements, with the languages where no requirement of the record names them. */
export function essentialItems(record: NoticeRecord, vocabulary: Vocabulary, language: Language): readonly string[] {
  const { essential, desirable, languages } = record;
  const items = languagesOf(record).flatMap((each) => [...essential[each], ...desirable[each]]);
  if (languages === null || items.some((item) => asksForLanguages(item, vocabulary))) return essential[language];
  const { one, other } = languages;
  return [...essential[language], RENDER_TEXTS[language].languages.replace('{one}', one).replace('{other}', other)];
}
