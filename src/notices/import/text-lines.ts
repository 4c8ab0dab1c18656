import { phrasesAt, type PhraseBook } from './phrases.ts';
import { wordsOf, type Words } from './words.ts';

/** A printed line that says something, cleaned of what layout and export left in it. */
export type Line = {
  /** From 1, in the text as it was given. */
  readonly number: number;
  readonly text: string;
  readonly words: Words;
  /** Empty lines between this line and the one before. */
  readonly gap: number;
  /** A page ended before this line: a page number, a list of links or a form feed stood between. */
  readonly afterPage: boolean;
  /** A rule of hyphens stood between this line and the one before. */
  readonly afterRule: boolean;
};

/** A link target that stood alone on a line. */
export type Link = { readonly number: number; readonly address: string };

export type TextLines = { readonly lines: readonly Line[]; readonly links: readonly Link[]; readonly count: number };

/** The lines of a text that say something; page numbers, rules, link targets and the banner are taken out. */
export function readLines(text: string, banner: PhraseBook): TextLines {
  const printed = cleaned(text).split('\n');
  const parts = printed.flatMap((line, index) => partsOf(line).map((raw) => ({ raw, number: index + 1 })));
  const lines: Line[] = [];
  const links: Link[] = [];
  let before = nothingBefore;
  for (const { raw, number } of parts) {
    const content = withoutMarkdown(withoutFormFeed(raw));
    const kind = kindOf(content, banner);
    if (kind === 'text') {
      const words = wordsOf(content);
      const { gap, afterPage, afterRule } = before;
      lines.push({ number, text: content, words, gap, afterRule, afterPage: afterPage || raw.startsWith('\f') });
      before = nothingBefore;
      continue;
    }
    if (kind === 'link') links.push({ number, address: content.replace(/^<|>$/g, '') });
    before = {
      gap: before.gap + 1,
      afterPage: before.afterPage || kind === 'link' || kind === 'page-number' || raw.startsWith('\f'),
      afterRule: before.afterRule || kind === 'rule',
    };
  }
  return { lines, links, count: printed.length };
}

const nothingBefore = { gap: 0, afterPage: false, afterRule: false };

/** One way of writing what many programs write in many: line ends, composed letters, spaces, ligatures. */
function cleaned(text: string): string {
  const composed = text.normalize('NFC');
  if (!UNCLEAN.test(composed)) return composed;
  return (
    composed
      .replace(/\r\n?/g, '\n')
      .replace(/[\u0085\u2028\u2029]/g, '\v')
      .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
      // soft hyphens at a line end were put there by the layout; marks without width and control characters by nobody
      .replace(/\u00AD\n/g, JOIN_MARK + '\n')
      .replace(NOISE, '')
  );
}

// oxlint-disable-next-line no-control-regex -- these are the characters to take out
const NOISE = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
/** Cheap: most texts have none of the characters that are to be replaced. */
const UNCLEAN = new RegExp(`\\r|\\u0085|[\\u2028\\u2029\\uFB00-\\uFB06]|${NOISE.source}`);

/** Stands at the end of a line whose last word goes on in the next without a hyphen. */
export const JOIN_MARK = '\u2027';

/** Form feeds and the rarer breaks part a line, but an editor does not count them as lines. */
const partsOf = (line: string) => (/[\f\v]/.test(line) ? line.split(/(?=\f)|\v/) : [line]);

const withoutFormFeed = (raw: string) => (raw.startsWith('\f') ? raw.slice(1) : raw);

const MARKED = /[[*<\\#>\u00A0\u202F]/;

/** Removes the marks of Markdown and makes spaces single; a no-break space stays one. */
function withoutMarkdown(raw: string): string {
  const single = /[\t\u2000-\u200A\u3000]| {2}/.test(raw) ? raw.replace(/[\t \u2000-\u200A\u3000]+/g, ' ') : raw;
  const spaced = single.trim();
  if (!MARKED.test(spaced)) return spaced;
  const plain = spaced
    .replace(/^#{1,6} +/, '')
    .replace(/^> /, '')
    .replace(/\[([^[\]]{1,300})\]\([^()\s]{0,500}\)/g, '$1')
    .replace(/<(https?:[^<>\s]{1,500})>/g, '$1')
    .replace(/(\*{1,3})([^*\s][^*]{0,400})\1/g, '$2')
    .replace(/\\([.\-*_()[\]#+!])/g, '$1');
  return plain.replace(/ ?([\u00A0\u202F]) ?/g, '$1').trim();
}

/** Cheap, and most lines: they start with a word that is no address and no page. */
const RUNNING_TEXT = /^(?:[A-GI-OQ-Za-gi-oq-z][a-zà-ÿ]|[A-GI-OQ-Za-gi-oq-z] [a-z])/;

type LineKind = 'text' | 'empty' | 'rule' | 'page-number' | 'link' | 'banner';

function kindOf(text: string, banner: PhraseBook): LineKind {
  if (text === '') return 'empty';
  if (RUNNING_TEXT.test(text)) return 'text';
  if (/^[-–—_=*~·.\s]{3,}$/.test(text)) return 'rule';
  if (PAGE_NUMBER.test(text)) return 'page-number';
  if (/^<?https?:\/\/\S+$/.test(text) && !/[.,;)]$/.test(text)) return 'link';
  return isBanner(text, banner) ? 'banner' : 'text';
}

const PAGE_NUMBER =
  /^(?:page|p\.)?\s{0,3}[-–—]?\s{0,3}\d{1,3}\s{0,3}(?:(?:of|de|sur|\/)\s{0,3}\d{1,3})?\s{0,3}[-–—]?$/i;

/** A banner is in capitals and made of nothing but the phrases of a banner, in both languages at once or in one. */
function isBanner(text: string, banner: PhraseBook): boolean {
  if (text.length > 200 || /\p{Ll}|[.;,:]$/u.test(text)) return false;
  const words = wordsOf(text);
  // one word alone may be the end of a sentence: “OTAN”
  if (words.all().length < 2) return false;
  let at = 0;
  while (at < words.all().length) {
    const [phrase] = phrasesAt(banner, words, at);
    if (!phrase) return false;
    at += phrase.keys.length;
  }
  return true;
}
