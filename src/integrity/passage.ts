/** Where something stands in a text: from its first character to the one after its last. */
export type Span = { start: number; end: number };

export const textOf = (text: string, { start, end }: Span): string => text.slice(start, end);

/** Spans in their order, those that touch or overlap made one. */
export function joined(spans: readonly Span[]): Span[] {
  const together: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = together.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else together.push({ ...span });
  }
  return together;
}

const CONTEXT = 80;

/** A place with some words on either side, so that whoever reads it sees what it is part of. */
export function withContext(text: string, { start, end }: Span): Span {
  const before = text.lastIndexOf(' ', Math.max(start - CONTEXT, 0));
  const after = text.indexOf(' ', Math.min(end + CONTEXT, text.length));
  return {
    start: start <= CONTEXT || before === -1 ? Math.max(start - CONTEXT, 0) : before + 1,
    end: after === -1 ? Math.min(end + CONTEXT, text.length) : Math.min(after, end + 2 * CONTEXT),
  };
}

export type Mask = (text: string) => string;
