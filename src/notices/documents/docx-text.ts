import mammoth from 'mammoth';
import { hidingStyles, withoutHiddenRuns } from '../../platform/documents/docx-hidden.ts';
import { otherInZip, TYPES, unpack, type Package } from '../../platform/documents/docx-package.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { DocumentRefusal } from './document.ts';
import { readHtml, type HtmlReading } from './html-blocks.ts';

/** What a Word file says. Pictures, objects and links to elsewhere are never opened. */
export async function readDocx(bytes: Uint8Array): Promise<Result<HtmlReading, DocumentRefusal>> {
  const unpacked = await unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const refusal = refusalOf(unpacked.value);
  if (refusal) return refuse(refusal);
  const { parts, hiddenText } = shownParts(unpacked.value);
  try {
    const { value } = await mammoth.convertToHtml(packageOf(parts) as unknown as { buffer: Buffer }, OPTIONS);
    const reading = readHtml(`<main>${value}</main>`);
    return ok({ blocks: reading.blocks, hiddenText: hiddenText || reading.hiddenText });
  } catch {
    return refuse({ kind: 'damaged', format: 'docx' });
  }
}

const OPTIONS = {
  styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh", 'br[type="page"] => br'],
  convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
  includeEmbeddedStyleMap: false,
  externalFileAccess: false,
};

/** The parts as mammoth asks for them, from what was unpacked within limits: it opens no zip of its own. */
const packageOf = (parts: ReadonlyMap<string, string>) => ({
  file: {
    exists: (name: string) => parts.has(name),
    read: (name: string, encoding?: string) => {
      const text = parts.get(name) ?? '';
      return Promise.resolve(encoding === undefined || encoding === 'base64' ? new Uint8Array() : text);
    },
  },
});

function refusalOf({ names, parts }: Package): DocumentRefusal | undefined {
  const other = otherInZip({ names, parts });
  if (other) return { kind: 'other-format', format: other };
  const types = parts.get(TYPES) ?? '';
  if (/macroEnabled|vbaProject/i.test(types) || [...names].some((name) => /vbaProject\.bin$/i.test(name)))
    return { kind: 'macros' };
  if ([...parts.values()].some((xml) => /<!(?:DOCTYPE|ENTITY)/i.test(xml))) return { kind: 'unsafe-xml' };
  return parts.has('word/document.xml') || /wordprocessingml\.(?:document|template)\.main/.test(types)
    ? undefined
    : { kind: 'damaged', format: 'docx' };
}

function shownParts({ parts }: Package): { parts: ReadonlyMap<string, string>; hiddenText: boolean } {
  const styles = hidingStyles(parts.get('word/styles.xml') ?? '');
  let hiddenText = false;
  const shown = [...parts].map(([name, xml]): [string, string] => {
    if (!/^word\/[\w-]+\.xml$/.test(name) || name === 'word/styles.xml') return [name, xml];
    const without = withoutHiddenRuns(xml, styles);
    hiddenText ||= without.hiddenText;
    return [name, without.xml];
  });
  return { parts: new Map(shown), hiddenText };
}
