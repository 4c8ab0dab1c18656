import { SaxesParser } from 'saxes';

/** An element of a document, with its children in order; texts are strings. */
export type TestElement = { name: string; attributes: Record<string, string>; children: (TestElement | string)[] };

/** A document as a tree, by the parser alone. */
export function xmlTree(xml: string): TestElement {
  const parser = new SaxesParser();
  const top: TestElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void open.at(-1)?.children.push(text));
  parser.write(xml).close();
  return top;
}

/** Text as a translator’s tool may write it: every character that could mean something by its number. */
export const asTool = (text: string): string =>
  Array.from(text)
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      if (/[\p{L}\p{N} ]/u.test(character)) return character;
      const valid = /[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(character);
      return valid ? `&#${point};` : `<cp hex="${point.toString(16).padStart(4, '0')}"/>`;
    })
    .join('');

/** An exported file with targets put in, by the id of their unit, as an outside translator’s tool does. */
export const filled = (xml: string, targets: Readonly<Record<string, string>>): string =>
  xml.replaceAll(/<unit id="([^"]+)"[\s\S]*?<\/unit>/g, (unit, id: string) => {
    const target = targets[id];
    if (target === undefined) return unit;
    const bare = unit.replace(/\s*<target>[\s\S]*?<\/target>/, '').replace(/state="\w+"/, 'state="translated"');
    return bare.replace('</source>', () => `</source><target>${asTool(target)}</target>`);
  });
