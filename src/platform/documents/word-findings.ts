import { hidingStyles, withoutHiddenRuns } from './docx-hidden.ts';
import { otherInZip, TYPES, type Package } from './docx-package.ts';
import { riskyFields } from './word-fields.ts';
import type { OtherFormat } from './file-format.ts';

/** A part of a Word file, as its author knows it. */
export type WordPlace = 'text' | 'headers' | 'notes' | 'comments' | 'elsewhere';

/** What a Word file was found to be; its pages are known only once it is laid out. */
export type WordFindings = {
  kind: 'read';
  /** Where it has text that Word shows to nobody. */
  hiddenText: WordPlace[];
};

/** Why a file is not taken for a Word file that may be opened. */
export type WordProblem =
  | { kind: 'encrypted' | 'damaged' | 'too-much-inside' | 'macros' | 'took-too-long' | 'busy' | 'not-checked' }
  | { kind: 'other-format'; format: OtherFormat }
  | { kind: 'unsafe-xml' | 'embedded' | 'external' | 'live-field'; places: WordPlace[] };

/** Reads an unpacked Word file for what a letter never needs; everything it says is taken for what a stranger wrote. */
export function readWordPackage(opened: Package): WordFindings | WordProblem {
  const { names, parts } = opened;
  const other = otherInZip(opened);
  if (other) return { kind: 'other-format', format: other };
  const types = parts.get(TYPES) ?? '';
  if (/macroEnabled|vbaProject/i.test(types) || [...names].some((name) => /vba(?:Project|Data)\.\w+$/i.test(name)))
    return { kind: 'macros' };
  if (!/wordprocessingml\.(?:document|template)\.main/.test(types)) return { kind: 'damaged' };
  const found = [
    { kind: 'unsafe-xml', places: placesOf(parts, (xml) => UNSAFE_XML.test(xml)) },
    { kind: 'embedded', places: embeddedIn(opened) },
    { kind: 'external', places: placesOf(parts, pointsElsewhere, RELATIONS) },
    { kind: 'live-field', places: placesOf(parts, (xml) => riskyFields(xml).length > 0) },
  ] as const;
  const problem = found.find(({ places }) => places.length > 0);
  if (problem) return problem;
  const styles = hidingStyles(parts.get('word/styles.xml') ?? '');
  return {
    kind: 'read',
    hiddenText: placesOf(parts, (xml) => withoutHiddenRuns(xml, styles).hiddenText, /^word\/(?!styles)[\w-]+\.xml$/),
  };
}

/** A document type can name entities; a charset of its own can say one thing to us and another to the next reader. */
const UNSAFE_XML = /<!(?:DOCTYPE|ENTITY)|^\uFEFF?\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-?(?:8|16)["']|us-ascii["'])/i;
const RELATIONS = /\.rels$/;
const XML = /\.(?:xml|rels)$/;

function placesOf(parts: Package['parts'], test: (xml: string) => boolean, of: RegExp = XML): WordPlace[] {
  const found = [...parts].filter(([name, xml]) => of.test(name) && test(xml));
  return [...new Set(found.map(([name]) => placeOf(name)))];
}

const PLACES: readonly (readonly [RegExp, WordPlace])[] = [
  [/\bdocument\d*\.xml/, 'text'],
  [/\b(?:header|footer)\d*\.xml/, 'headers'],
  [/\b(?:footnotes|endnotes)\d*\.xml/, 'notes'],
  [/\bcomments\w*\.xml/, 'comments'],
];

const placeOf = (name: string): WordPlace => PLACES.find(([part]) => part.test(name))?.[1] ?? 'elsewhere';

/** Objects of other programs, controls, and other documents that are to be taken in when it is opened. */
function embeddedIn({ names, parts }: Package): WordPlace[] {
  const places = placesOf(parts, (xml) => relationsIn(xml).some(({ type }) => EMBEDDED.test(type)), RELATIONS);
  const inside = [...names].some((name) => /(?:^|\/)(?:embeddings|activeX)\/|oleObject\d*\.bin$/i.test(name));
  return inside && places.length === 0 ? ['elsewhere'] : places;
}

const EMBEDDED = /\/(?:oleObject|package|control|activeXControlBinary|aFChunk|subDocument|frame)$/i;

/**
 * Whether opening it would fetch something: everything outside but a link to be clicked, and the template on the disk
 * of whoever wrote it, which Word names in many a letter.
 */
const pointsElsewhere = (xml: string): boolean =>
  relationsIn(xml).some(
    ({ type, target, external }) =>
      external &&
      !/\/hyperlink$/i.test(type) &&
      !(/\/attachedTemplate$/i.test(type) && /^file:\/\/\/[a-z]:/i.test(target)),
  );

type Relation = { type: string; target: string; external: boolean };

const relationsIn = (xml: string): Relation[] =>
  [...xml.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].map(([, attributes = '']) => ({
    type: attribute(attributes, 'Type'),
    target: attribute(attributes, 'Target'),
    external: /^external$/i.test(attribute(attributes, 'TargetMode')),
  }));

const attribute = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)?.slice(1).find(Boolean) ?? '';
