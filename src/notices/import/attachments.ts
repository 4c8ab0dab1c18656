import type { AttachmentFormat, AttachmentRequest } from '../notice.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Block } from './paragraphs.ts';
import { contains, phrasesWithin } from './phrases.ts';
import type { Words } from './words.ts';

/** The document a paragraph asks for, if it asks for one: its kind, its length and the formats it may have. */
export function attachmentIn(
  { text, words }: Pick<Block, 'text' | 'words'>,
  vocabulary: Vocabulary,
): AttachmentRequest | undefined {
  const requested = contains(vocabulary.attachmentRequests, words);
  const kinds = new Set(phrasesWithin(vocabulary.attachments, words).map(({ phrase }) => phrase.code));
  const letter = kinds.has('cover-letter');
  if (!requested && !letter) return undefined;
  const maxPages = pagesIn(words, vocabulary);
  const formats = formatsIn(text, words, vocabulary);
  const said = maxPages !== null || formats.length > 0;
  if (!(letter && (requested || said)) && !(requested && said)) return undefined;
  const kind = letter ? 'cover-letter' : kinds.has('essay-on-challenges') ? 'essay-on-challenges' : 'document';
  return { kind, maxPages, pageSize: /(?<!\p{L})A4(?!\d)/u.test(text) ? 'A4' : null, formats };
}

/** Words from the number to “pages”: “two A4 pages”, “maximum deux pages”. */
const NEAR = 3;

function pagesIn(words: Words, { numbers }: Vocabulary): number | null {
  const page = words.all().findIndex(({ key }) => key === 'page');
  const before =
    page < 0
      ? []
      : words
          .all()
          .slice(Math.max(0, page - NEAR), page)
          .toReversed();
  const number = before.find(({ key }) => numbers.has(key) || /^\d{1,2}$/.test(key));
  return number ? (numbers.get(number.key) ?? Number(number.key)) : null;
}

/** “Word” is a format where it is written with a capital; the word “words” is none. */
function formatsIn(text: string, words: Words, vocabulary: Vocabulary): AttachmentFormat[] {
  const found = phrasesWithin(vocabulary.attachmentFormats, words).filter(({ phrase, at }) => {
    const printed = text.slice(words.at(at)?.start, words.at(at)?.end);
    return phrase.code !== 'word' || !printed.startsWith('w');
  });
  return [...new Set(found.map(({ phrase }) => phrase.code))];
}
