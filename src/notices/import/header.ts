import type { Doubt, HeaderField, Lines } from '../notice.ts';
import type { HeaderLabel } from '../vocabulary-schema.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { afterPhrase, phrasesAt } from './phrases.ts';
import { joined } from './paragraphs.ts';
import type { Line } from './text-lines.ts';

/** A value as printed, and where. */
export type Printed = { readonly label: string; readonly text: string; readonly lines: Lines };

export type Header = {
  readonly fields: ReadonlyMap<HeaderLabel, Printed>;
  readonly others: readonly (HeaderField & { readonly lines: Lines })[];
  readonly doubts: readonly Doubt[];
  /** What stands after the last label: “Description” introduces the text. */
  readonly rest: Line | undefined;
};

type Entry = { code: HeaderLabel | undefined; label: string; parts: string[]; lines: Lines };

/** Reads the labelled lines of a header; a value may stand on the line after its label, and go on in the next. */
export function readHeader(lines: readonly Line[], vocabulary: Vocabulary): Header {
  const entries: Entry[] = [];
  for (const line of lines) {
    const [phrase] = phrasesAt(vocabulary.labels, line.words);
    const last = entries.at(-1);
    if (phrase) {
      const value = afterPhrase(line.text, line.words, phrase);
      const label = line.text.slice(0, line.words.at(phrase.keys.length - 1)?.end);
      entries.push(entry(line, { label, value }, phrase.code));
    } else if (last && continues(last, line)) {
      last.parts.push(line.text);
      last.lines = { from: last.lines.from, to: line.number };
    } else {
      entries.push(entry(line, splitLabel(line.text)));
    }
  }
  return collected(entries, lines.at(-1));
}

const entry = ({ number }: Line, { label, value }: HeaderField, code?: HeaderLabel): Entry => ({
  code,
  label,
  parts: value === '' ? [] : [value],
  lines: { from: number, to: number },
});

/** A value that has not come yet, or one broken at the end of its line; what has a colon of its own is no value of a label we don’t know. */
function continues({ code, parts }: Entry, line: Line): boolean {
  const value = parts.at(-1);
  if (value === undefined) return code === undefined ? !line.text.includes(':') : code !== 'description';
  return !line.text.includes(':') && (/[,(\-–/]$/.test(value) || /^[\p{Ll}(]/u.test(line.text));
}

/** An unknown label is what stands before the colon. */
const splitLabel = (text: string): HeaderField => {
  const colon = text.indexOf(':');
  if (colon <= 0) return { label: text, value: '' };
  return { label: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() };
};

function collected(entries: readonly Entry[], last: Line | undefined): Header {
  const fields = new Map<HeaderLabel, Printed>();
  const others: (HeaderField & { lines: Lines })[] = [];
  const doubts: Doubt[] = [];
  for (const { code, label, parts, lines } of entries) {
    const text = parts.reduce(joined, '');
    const known = code === undefined ? undefined : fields.get(code);
    if (code === undefined) {
      others.push({ label, value: text, lines });
      doubts.push({ kind: 'unknown-label', field: 'otherFields', lines, values: [label, text] });
    } else if (!known || known.text === '') fields.set(code, { label, text, lines });
    else if (known.text !== text)
      doubts.push({ kind: 'field-repeated', field: code, lines, values: [known.text, text] });
  }
  return { fields, others, doubts, rest: restOf(fields.get('description'), last) };
}

/** Text on the line of “Description” is the first of the notice, not a value. */
function restOf(description: Printed | undefined, last: Line | undefined): Line | undefined {
  if (!description || description.text === '' || !last) return undefined;
  return { ...last, text: description.text };
}
