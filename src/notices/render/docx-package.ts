import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const RELATIONS = 'word/_rels/document.xml.rels';
const BODY = 'word/document.xml';
const CORE = 'docProps/core.xml';

/**
 * The same package for the same content: the library stamps the clock into the dates of the document and of each entry, and
 * draws the names of its links by lot. The day (‘YYYY-MM-DD’) takes the place of the one, a number that of the other.
 */
export function settledPackage(bytes: Uint8Array, madeOn: string): Uint8Array {
  const parts = unzipSync(bytes);
  const change = (name: string, edit: (text: string) => string) => {
    const part = parts[name];
    if (part) parts[name] = strToU8(edit(strFromU8(part)));
  };
  change(CORE, (text) => text.replaceAll(/(?<=>)\d{4}-\d\d-\d\dT[\d:.]+Z(?=<)/g, `${madeOn}T00:00:00Z`));
  const drawn = strFromU8(parts[RELATIONS] ?? new Uint8Array()).matchAll(/Id="(rId[^"]*[^"\d][^"]*)"/g);
  const names = new Map([...drawn].map(([, name = ''], index) => [name, `link${index + 1}`]));
  const rename = (text: string) =>
    text.replaceAll(/(?<=\b(?:r:id|Id)=")(rId[^"]+)(?=")/g, (name) => names.get(name) ?? name);
  change(RELATIONS, rename);
  change(BODY, rename);
  const inOrder = Object.fromEntries(Object.entries(parts).toSorted(([a], [b]) => (order(a) < order(b) ? -1 : 1)));
  return zipSync(inOrder, { level: 9, mtime: earliest(), os: 0 });
}

/** Zip knows no date before, and no zone: this is the same on every machine. */
const earliest = () => new Date(1980, 0, 1);

/** Readers that look at the start of a file find there what kind it is. */
const order = (name: string) => (name === '[Content_Types].xml' ? '0' : name.startsWith('_rels/') ? '1' : `2${name}`);
