import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  type PDFObject,
} from 'pdf-lib';

/** An element of the structure tree: its type, its language or that it stands in, and its children in their order. */
export type Tag = {
  readonly type: string;
  readonly language: string | undefined;
  readonly alt: string | undefined;
  readonly scope: string | undefined;
  readonly children: readonly Tag[];
};

/** A PDF as assistive technology meets it. */
export type TaggedPdf = {
  readonly document: PDFDocument;
  readonly catalog: PDFDict;
  readonly tags: readonly Tag[];
  readonly xmp: string;
};

export async function taggedPdf(bytes: Uint8Array): Promise<TaggedPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog } = document;
  const root = dictOf(document, catalog.get(PDFName.of('StructTreeRoot')));
  const tags = kids(document, root).flatMap((kid) => tagOf(document, kid, undefined));
  return { document, catalog, tags, xmp: streamText(document, catalog.get(PDFName.of('Metadata'))) };
}

const dictOf = (document: PDFDocument, object: PDFObject | undefined): PDFDict | undefined => {
  const found = object && document.context.lookup(object);
  return found instanceof PDFDict ? found : undefined;
};

export function streamText(document: PDFDocument, object: PDFObject | undefined): string {
  const stream = object && document.context.lookup(object);
  if (!(stream instanceof PDFRawStream)) return '';
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

function kids(document: PDFDocument, dict: PDFDict | undefined): PDFDict[] {
  const found = document.context.lookup(dict?.get(PDFName.of('K')) ?? PDFName.of('none'));
  const list = found instanceof PDFArray ? found.asArray() : found ? [found] : [];
  return list.flatMap((kid) => dictOf(document, kid) ?? []);
}

function tagOf(document: PDFDocument, dict: PDFDict, inherited: string | undefined): Tag[] {
  const type = nameOf(dict.get(PDFName.of('S')));
  if (type === undefined) return [];
  const language = textOf(document, dict.get(PDFName.of('Lang'))) ?? inherited;
  return [
    {
      type,
      language,
      alt: textOf(document, dict.get(PDFName.of('Alt'))),
      scope: scopeOf(document, dict.get(PDFName.of('A'))),
      children: kids(document, dict).flatMap((kid) => tagOf(document, kid, language)),
    },
  ];
}

function scopeOf(document: PDFDocument, attributes: PDFObject | undefined): string | undefined {
  const found = attributes && document.context.lookup(attributes);
  const list = found instanceof PDFArray ? found.asArray() : [found];
  return list
    .map((each) => nameOf(dictOf(document, each)?.get(PDFName.of('Scope'))))
    .find((scope) => scope !== undefined);
}

export const nameOf = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFName ? object.decodeText() : undefined;

export function textOf(document: PDFDocument, object: PDFObject | undefined): string | undefined {
  const found = object && document.context.lookup(object);
  return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : undefined;
}

export const everyTag = (tags: readonly Tag[]): Tag[] => tags.flatMap((tag) => [tag, ...everyTag(tag.children)]);

/** Operators of a page that draw text or a path, and stand in no marked content. */
export function unmarkedContent(content: string): string[] {
  let depth = 0;
  const operators = content
    .replaceAll(/\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>/g, ' ')
    .match(/(?<![\w/])(?:BDC|BMC|EMC|Tj|TJ|[fFSsBb]\*?|Do)(?![\w*])/g);
  return (operators ?? []).filter((operator) => {
    if (operator === 'BDC' || operator === 'BMC') depth += 1;
    else if (operator === 'EMC') depth -= 1;
    else return depth === 0;
    return false;
  });
}

/** The dictionaries of every font of the file. */
export function fontsOf({ document }: TaggedPdf): { type0: PDFDict[]; descriptors: PDFDict[] } {
  const dicts = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? object : []));
  const ofType = (key: string, value: string) => dicts.filter((dict) => nameOf(dict.get(PDFName.of(key))) === value);
  return { type0: ofType('Subtype', 'Type0'), descriptors: ofType('Type', 'FontDescriptor') };
}

/** Each page with what its dictionary says and what its streams draw. */
export const pagesOf = ({ document }: TaggedPdf) =>
  document.getPages().map(({ node }) => {
    const annotations = document.context.lookup(node.get(PDFName.of('Annots')) ?? PDFName.of('none'));
    const list = annotations instanceof PDFArray ? annotations.asArray() : [];
    return {
      tabs: nameOf(node.get(PDFName.of('Tabs'))),
      annotations: list.flatMap((each) => dictOf(document, each) ?? []),
      content: streamText(document, node.get(PDFName.of('Contents'))),
    };
  });
