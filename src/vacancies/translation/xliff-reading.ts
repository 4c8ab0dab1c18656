import { SaxesParser } from 'saxes';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { MAX_TEXT_BYTES } from '../../notices/documents/document.ts';
import { SEGMENT_STATES, versionOfFile, XLIFF_NAMESPACE, type SegmentState } from './xliff.ts';

/** A text of a file: its source and, where there is one, its target, with how far it is said to have come. */
export type XliffUnit = { id: string; source: string; target: string | undefined; state: SegmentState };
/** A `<file>`: the units of one notice, and the version of it that it was made of, where its id still says so. */
export type XliffFile = { original: string; version: number | undefined; units: XliffUnit[] };
export type XliffDocument = { source: string; target: string; files: XliffFile[] };

export type XliffRefusal =
  | { kind: 'too-large' }
  | { kind: 'not-text' }
  | { kind: 'not-xml'; line: number }
  | { kind: 'has-doctype' }
  | { kind: 'old-xliff' }
  | { kind: 'not-xliff' };

/** An XLIFF document nests eight deep; a group in a group does it more. Beyond this it is an attack, or no translation. */
const MAX_DEPTH = 60;

type Element = { name: string; uri: string; attributes: Map<string, string>; children: (Element | string)[] };

/**
 * Reads an XLIFF 2 document of at most 1 MB, in UTF-8 or UTF-16 with its mark. A document type is refused before anything
 * in it counts, so there are no entities but XML’s own five; nothing outside the file is ever opened.
 */
export function readXliff(bytes: Uint8Array): Result<XliffDocument, XliffRefusal> {
  if (bytes.length > MAX_TEXT_BYTES) return refuse({ kind: 'too-large' });
  const text = textOf(bytes);
  if (text === undefined) return refuse({ kind: 'not-text' });
  const root = parse(text);
  return root.ok ? documentOf(root.value) : root;
}

function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Stops the parser where reading on would be pointless or dangerous. */
class Stopped extends Error {
  readonly refusal: XliffRefusal;

  constructor(refusal: XliffRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

function parse(text: string): Result<Element, XliffRefusal> {
  const parser = new SaxesParser({ xmlns: true });
  const top: Element = { name: '', uri: '', attributes: new Map(), children: [] };
  const open = [top];
  const put = (child: Element | string) => open.at(-1)?.children.push(child);
  parser.on('doctype', () => {
    throw new Stopped({ kind: 'has-doctype' });
  });
  parser.on('error', () => {
    throw new Stopped({ kind: 'not-xml', line: parser.line });
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length > MAX_DEPTH) throw new Stopped({ kind: 'not-xliff' });
    const own = Object.values(attributes).map(({ name, value }): [string, string] => [name, value]);
    const element: Element = { name: local, uri, attributes: new Map(own), children: [] };
    put(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', put);
  parser.on('cdata', put);
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Stopped) return refuse(error.refusal);
    throw error;
  }
  const root = top.children.find((child) => typeof child !== 'string');
  return root ? ok(root) : refuse({ kind: 'not-xml', line: 1 });
}

function documentOf(root: Element): Result<XliffDocument, XliffRefusal> {
  if (root.name !== 'xliff') return refuse({ kind: 'not-xliff' });
  const version = root.attributes.get('version') ?? '';
  if (version.startsWith('1.')) return refuse({ kind: 'old-xliff' });
  const source = root.attributes.get('srcLang');
  const target = root.attributes.get('trgLang');
  if (root.uri !== XLIFF_NAMESPACE || !/^2\.[01]$/.test(version) || !source || !target)
    return refuse({ kind: 'not-xliff' });
  const files = childrenOf(root, 'file').map((file) => ({
    original: file.attributes.get('original') ?? '',
    version: versionOfFile(file.attributes.get('id') ?? ''),
    units: unitsIn(file),
  }));
  return files.length > 0 ? ok({ source, target, files }) : refuse({ kind: 'not-xliff' });
}

const childrenOf = ({ children }: Element, ...names: string[]): Element[] =>
  children
    .filter((child) => typeof child !== 'string')
    .filter(({ name, uri }) => uri === XLIFF_NAMESPACE && names.includes(name));

const unitsIn = (parent: Element): XliffUnit[] =>
  childrenOf(parent, 'unit', 'group').flatMap((child) => (child.name === 'unit' ? [unitOf(child)] : unitsIn(child)));

/** A unit as one text, however a tool has cut it: what stands between segments is kept where it has no target. */
function unitOf(unit: Element): XliffUnit {
  const segments = childrenOf(unit, 'segment', 'ignorable').map((segment) => ({
    segment,
    source: inner(childrenOf(segment, 'source')[0]),
    target: childrenOf(segment, 'target').map(inner)[0],
  }));
  const translated = segments.some(({ segment, target }) => segment.name === 'segment' && target);
  const target = segments.map((one) => one.target ?? (one.segment.name === 'ignorable' ? one.source : '')).join('');
  return {
    id: unit.attributes.get('id') ?? '',
    source: segments.map(({ source }) => source).join(''),
    target: translated ? target : undefined,
    state: stateOf(segments.map(({ segment }) => segment)),
  };
}

/** As far as the least of its segments has come. */
function stateOf(segments: Element[]): SegmentState {
  const reached = segments
    .filter(({ name }) => name === 'segment')
    .map(({ attributes }) => SEGMENT_STATES.findIndex((state) => state === attributes.get('state')));
  return SEGMENT_STATES[Math.max(0, Math.min(...reached))] ?? 'initial';
}

/** The text of a source or target: marks and codes that a tool put in count for what is in them. */
function inner(element: Element | undefined): string {
  if (!element) return '';
  if (element.name === 'cp') {
    const point = Number.parseInt(element.attributes.get('hex') ?? '', 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  }
  return element.children.map((child) => (typeof child === 'string' ? child : inner(child))).join('');
}
