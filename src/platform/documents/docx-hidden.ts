/** A part of a Word file without the text its author hid, and whether there was any. */
export type Shown = { readonly xml: string; readonly hiddenText: boolean };

type Open = { readonly name: string; readonly from: number; hides: boolean };

/** Text this small, in half points, is there for no reader. */
const UNREADABLE_HALF_POINTS = 4;

/**
 * Takes the runs out that Word does not show: hidden themselves (`w:vanish`), by their style, or unreadably small.
 * Mammoth reads them like any other.
 */
export function withoutHiddenRuns(xml: string, styles: ReadonlySet<string>): Shown {
  const open: Open[] = [];
  const cuts: { from: number; to: number }[] = [];
  for (const tag of xml.matchAll(/<(\/?)w:(r|rPr|vanish|sz|rStyle|t)(\s[^<>]*?)?(\/?)>/g)) {
    const [all, end, name = '', attributes = '', empty] = tag;
    const top = open.at(-1);
    if (end === '/') {
      if (top?.name === name) open.pop();
      if (name === 'r' && top?.hides) cuts.push({ from: top.from, to: tag.index + all.length });
    } else if (name === 'r' || name === 'rPr') {
      if (empty !== '/') open.push({ name, from: tag.index, hides: false });
    } else if (hides(name, attributes, styles)) {
      const run = top?.name === 'rPr' ? open.at(-2) : undefined;
      if (run?.name === 'r') run.hides = true;
    }
  }
  return { xml: without(xml, cuts), hiddenText: cuts.some(({ from, to }) => hasText(xml.slice(from, to))) };
}

function hides(name: string, attributes: string, styles: ReadonlySet<string>): boolean {
  const value = /\sw:val="([^"]*)"/.exec(attributes)?.[1];
  if (name === 'vanish') return value === undefined || !/^(?:0|false|off)$/.test(value);
  if (name === 'sz') return value !== undefined && Number(value) <= UNREADABLE_HALF_POINTS;
  return name === 'rStyle' && value !== undefined && styles.has(value);
}

const hasText = (run: string) => /<w:t[\s>][^<]*[^<\s]/.test(run);

/** Runs may stand in runs, as text boxes do: the outer cut covers the inner one. */
function without(xml: string, cuts: readonly { from: number; to: number }[]): string {
  let kept = '';
  let at = 0;
  for (const { from, to } of cuts.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue;
    kept += xml.slice(at, from);
    at = to;
  }
  return kept + xml.slice(at);
}

/** The character styles that hide their text, by id. */
export function hidingStyles(stylesXml: string): ReadonlySet<string> {
  const all = stylesXml.split(/<w:style\s/).slice(1);
  return new Set(
    all
      .filter((style) => /<w:vanish(?:\s*\/>|\sw:val="(?:1|true|on)")/.test(style.split('</w:style>')[0] ?? ''))
      .flatMap((style) => /w:styleId="([^"]+)"/.exec(style)?.[1] ?? []),
  );
}
