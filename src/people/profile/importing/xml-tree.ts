import { SaxesParser } from 'saxes';
import { refuse, ok, type Result } from '../../../platform/result.ts';

/** An element by its local name, with what it holds; `own` are the instructions in it that are ours. */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  own: string[];
};

export type XmlRefusal = { kind: 'unsafe-xml' } | { kind: 'not-xml' };

/** The name of our processing instructions, which other readers pass over. */
export const OWN_INSTRUCTION = 'concours';
/** Deeper or larger is nobody's CV. */
const MOST = { depth: 60, elements: 50_000 };

/** Reads XML without anything that could lead elsewhere: a document type is refused, entities of its own are unknown. */
export function readXml(text: string): Result<XmlElement, XmlRefusal> {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '', own: [] };
  const open = [root];
  let refusal: XmlRefusal | undefined;
  let elements = 0;
  const parser = new SaxesParser({ xmlns: false });
  const stop = (found: XmlRefusal) => (refusal ??= found);
  parser.on('error', () => stop({ kind: 'not-xml' }));
  parser.on('doctype', () => stop({ kind: 'unsafe-xml' }));
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (open.length > MOST.depth || elements > MOST.elements) stop({ kind: 'unsafe-xml' });
    const element: XmlElement = {
      name: localName(name),
      attributes: { ...attributes },
      children: [],
      text: '',
      own: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const said = (words: string) => {
    const element = open.at(-1);
    if (element) element.text += words;
  };
  parser.on('text', said);
  parser.on('cdata', said);
  parser.on('processinginstruction', ({ target, body }) => {
    if (target === OWN_INSTRUCTION) open.at(-1)?.own.push(body);
  });
  for (const piece of piecesOf(text.replace(/^\uFEFF/, ''))) {
    parser.write(piece);
    if (refusal) return refuse(refusal);
  }
  parser.close();
  const [element] = root.children;
  return refusal || !element ? refuse(refusal ?? { kind: 'not-xml' }) : ok(element);
}

/** Piece by piece, so that what is refused at its beginning is not read to its end. */
const piecesOf = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / 16_384) }, (_, index) =>
    text.slice(index * 16_384, (index + 1) * 16_384),
  );

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The first element at a path of local names below another. */
export function below(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => at?.children.find((child) => child.name === name), element);
}

/** All elements with a name among the children. */
export const named = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];
