import { isDeepStrictEqual } from 'node:util';
import { LANGUAGES, type Language } from '../../platform/language.ts';
import { joinList, plural } from '../../site/numbers.ts';
import { languageItem, standardTexts, type StandardPlace } from '../compose/standard-texts.ts';
import { attachmentIn } from '../import/attachments.ts';
import { asksForLanguages } from '../import/language-levels.ts';
import { contains, phrasesWithin, type PhraseBook } from '../import/phrases.ts';
import { wordsOf } from '../import/words.ts';
import type { AttachmentRequest, NoticeRecord } from '../notice.ts';
import type { House } from './printed-notice.ts';
import { capitalised, formOf } from './printed-form.ts';
import { ATTACHMENT_SENTENCES, FORMAT_NAMES, PAGES } from './render-texts.ts';

/**
 * What stands before section 1. That the budget is pending and the competition a fast track is told in each language; a
 * document is asked for where no text of the record does.
 */
export function preambleTexts(record: NoticeRecord, house: House, language: Language): string[] {
  const { vocabulary } = house;
  const own = record.otherText.preamble[language];
  const texts = [...own, ...record.summary[language]];
  const unsaid = {
    budgetPending: record.budgetPending && !saysAny(texts, vocabulary.budgetPending),
    fastTrack: record.fastTrack && !saysAny(texts, vocabulary.fastTrack),
  };
  const requests = unaskedFor(record, house).map((request) => attachmentSentence(request, house, language));
  return [...standard({ ...record, ...unsaid, attachments: [] }, 'preamble', { house, language }), ...own, ...requests];
}

const saysAny = (texts: readonly string[], book: PhraseBook): boolean =>
  texts.some((text) => contains(book, wordsOf(text)));

type In = { readonly house: House; readonly language: Language };

/** What the organisation prints for the facts of a record. */
const standard = (record: NoticeRecord, at: StandardPlace, { house, language }: In): string[] =>
  standardTexts(record, house.organisation).flatMap(({ place, text }) => (place === at ? [text[language]] : []));

/** The documents that the record asks for and none of its texts does. */
function unaskedFor({ attachments, otherText, summary }: NoticeRecord, { vocabulary }: House): AttachmentRequest[] {
  const texts = LANGUAGES.flatMap((each) => [...otherText.preamble[each], ...summary[each]]);
  const asked = new Set(texts.map((text) => attachmentIn({ text, words: wordsOf(text) }, vocabulary)?.kind));
  return attachments.filter(({ kind }) => !asked.has(kind));
}

/** In the words of the organisation, where they say just what the record does; else in ours. */
function attachmentSentence(request: AttachmentRequest, house: House, language: Language): string {
  const says = house.organisation.notices.printed.attachments.find(({ code }) => code === request.kind)?.text[language];
  const text = says?.replaceAll('{pages}', String(request.maxPages));
  const read = text === undefined ? undefined : attachmentIn({ text, words: wordsOf(text) }, house.vocabulary);
  return text !== undefined && isDeepStrictEqual(read, request) ? text : plainRequest(request, language);
}

/** “Applicants are asked to attach a cover letter (at most 2 pages, A4, Word or PDF).” */
function plainRequest({ kind, maxPages, pageSize, formats }: AttachmentRequest, language: Language): string {
  const pages = maxPages === null ? [] : [plural(maxPages, PAGES[language], language)];
  const named = formats.map((format) => FORMAT_NAMES[format]);
  const limits = [...pages, ...(pageSize === null ? [] : [pageSize]), joinList(named, language, 'disjunction')];
  const shown = limits.filter((limit) => limit !== '').join(', ');
  return `${ATTACHMENT_SENTENCES[kind][language]}${shown === '' ? '' : ` (${shown})`}.`;
}

/** Section 6, with the clause and the note on twin grades where no text of the record tells them. */
export function contractTexts(record: NoticeRecord, house: House, language: Language): string[] {
  const { contract, otherText } = record;
  const { vocabulary, organisation } = house;
  const texts = LANGUAGES.flatMap((each) => otherText.contract[each]);
  const clauses = texts.flatMap((text) =>
    phrasesWithin(vocabulary.contractClauses, wordsOf(text)).map(({ phrase }) => phrase.code),
  );
  const note = contract.twinGradeNote && !saysAny(texts, vocabulary.twinGradeNote);
  const said = contract.clause === null || clauses.includes(contract.clause);
  const noteText = note ? organisation.notices.printed.twinGradeNote?.[language] : undefined;
  if (said) return [...otherText.contract[language], ...(noteText === undefined ? [] : [noteText])];
  const told = standard({ ...record, contract: { ...contract, twinGradeNote: note } }, 'contract', { house, language });
  if (told.some((text) => contains(vocabulary.contractClauses, wordsOf(text))))
    return [...told, ...otherText.contract[language]];
  const form = formOf(vocabulary.data.contractClauses[contract.clause ?? ''], language) ?? contract.clause ?? '';
  return [...told, ...otherText.contract[language], `${capitalised(form)}.`];
}

/** The essential requirements, with the languages where no requirement of the record names them. */
export function essentialItems(record: NoticeRecord, house: House, language: Language): readonly string[] {
  const { essential, desirable } = record;
  const items = LANGUAGES.flatMap((each) => [...essential[each], ...desirable[each]]);
  if (items.some((item) => asksForLanguages(item, house.vocabulary))) return essential[language];
  const told = languageItem(record, house.organisation)?.[language];
  return told === undefined ? essential[language] : [...essential[language], told];
}
