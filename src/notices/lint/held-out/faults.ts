import { parse } from 'yaml';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../../platform/language.ts';
import type { Lines } from '../../notice.ts';
import { SEVERITIES } from '../finding.ts';

/** Families of rules, as the first half of a rule's name says them. */
const FAMILIES = ['parity', 'completeness', 'language'] as const;

/** A fault put into a sound notice: `find` or all from `from` to `to`, in one half, becomes `replace` or goes. */
const faultSchema = z.strictObject({
  id: z.string(),
  severity: z.enum(SEVERITIES),
  kind: z.string(),
  /** The family of rules that could tell it; `null` where only a reader could. */
  told: z.enum(FAMILIES).nullable(),
  half: z.enum(LANGUAGES),
  find: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  replace: z.string().default(''),
  /** What stands for it in the other half. */
  other: z.string().optional(),
});

export type Fault = z.infer<typeof faultSchema>;
/** Where a fault is, once all of them are in the text. */
export type Mark = { readonly fault: Fault; readonly lines: { readonly [In in Language]?: Lines } };

export const readFaults = (yaml: string): Fault[] => z.array(faultSchema).parse(parse(yaml));

type Span = { readonly from: number; readonly to: number };
type Edit = Span & { readonly fault: Fault; readonly other: Span | undefined };

/** The notice with its faults in it, and the lines on which they then stand. */
export function withFaults(text: string, faults: readonly Fault[]): { text: string; marks: Mark[] } {
  const edits = faults.map((fault) => editOf(text, fault)).toSorted((a, b) => a.from - b.from);
  let faulty = '';
  let done = 0;
  for (const { from, to, fault } of edits) {
    if (from < done) throw new Error(`${fault.id} overlaps the fault before it`);
    faulty += text.slice(done, from) + fault.replace;
    done = to;
  }
  faulty += text.slice(done);
  const moved = (offset: number) =>
    offset +
    edits
      .filter(({ to }) => to <= offset)
      .reduce((sum, { from, to, fault }) => sum + fault.replace.length - (to - from), 0);
  const linesOf = ({ from, to }: Span): Lines => ({ from: lineAt(faulty, from), to: lineAt(faulty, to) });
  return {
    text: faulty,
    marks: edits.map(({ from, fault, other, ...edit }) => ({
      fault,
      lines: {
        ...(isWholeLines(text, { from, ...edit }) && fault.replace === ''
          ? {}
          : { [fault.half]: linesOf({ from: moved(from), to: moved(from) + fault.replace.length }) }),
        ...(other ? { [otherThan(fault.half)]: linesOf({ from: moved(other.from), to: moved(other.to) }) } : {}),
      },
    })),
  };
}

const otherThan = (language: Language): Language => (language === 'en' ? 'fr' : 'en');
const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

function editOf(text: string, fault: Fault): Edit {
  const start = fault.find ?? fault.from ?? '';
  const first = placeOf(text, start, [fault.half]);
  const last = fault.to === undefined ? first : placeOf(text, fault.to, [fault.half, first.from]);
  const span = { from: first.from, to: last.to };
  const whole = fault.replace === '' && isWholeLines(text, span);
  return {
    ...(whole ? { from: text.lastIndexOf('\n', span.from) + 1, to: endOfLine(text, span.to) } : span),
    fault,
    other: fault.other === undefined ? undefined : placeOf(text, fault.other, [otherThan(fault.half)]),
  };
}

/** Past the line break, or the end of the text. */
const endOfLine = (text: string, from: number) => text.indexOf('\n', from) + 1 || text.length;

/** Whether nothing but spaces and the marks of a list stand beside it on its lines. */
function isWholeLines(text: string, { from, to }: Span): boolean {
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const after = text.slice(to, endOfLine(text, to));
  return text[to - 1] === '\n' || (before.trim() === '' && after.trim() === '');
}

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** Where words stand in a half, however its lines are broken; they must stand there once. */
function placeOf(text: string, words: string, [half, after = 0]: [Language, number?]): Span {
  const [from, to] = halfOf(text, half);
  const pattern = words
    .split('|')
    .map((form) => form.trim().split(/\s+/).map(escaped).join('[\\s]+'))
    .join('|');
  const found = [...text.matchAll(new RegExp(pattern, 'g'))].filter(
    ({ index }) => index >= Math.max(from, after) && index < to,
  );
  const [only] = found;
  if (!only || (after === 0 && found.length > 1)) throw new Error(`${found.length} times in ${half}: ${words}`);
  return { from: only.index, to: only.index + only[0].length };
}

/** The French half starts on the second line that carries the reference. */
function halfOf(text: string, half: Language): [number, number] {
  const reference = /\d{6}/.exec(text)?.[0] ?? '';
  const second = text.indexOf(reference, text.indexOf(reference) + 1);
  const border = text.lastIndexOf('\n', second) + 1;
  return half === 'en' ? [0, border] : [border, text.length];
}
