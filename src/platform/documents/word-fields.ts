/** Fields that fetch, start or take in something when a document is opened or printed. */
const RISKY = /^(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|EMBED|DATABASE|MACROBUTTON|RD)$/i;

type Open = { code: string; inCode: boolean };

const TOKENS =
  /<(?:\w+:)?fldChar\b[^>]*\bfldCharType\s*=\s*["'](begin|separate|end)["']|<(?:\w+:)?instrText\b[^>]*>([^<]*)<|<(?:\w+:)?fldSimple\b[^>]*\binstr\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The names of a part's fields that act when it is opened. A field whose name is itself made by a field, as only
 * somebody who hides it writes, is one of them.
 */
export function riskyFields(xml: string): string[] {
  const open: Open[] = [];
  const codes: string[] = [];
  for (const [, mark, text, double, single] of xml.matchAll(TOKENS)) {
    const top = open.at(-1);
    const simple = double ?? single;
    if (simple !== undefined) codes.push(simple);
    else if (text !== undefined && top?.inCode) top.code += text;
    else if (mark === 'begin') open.push({ code: '', inCode: true });
    else if (mark === 'separate' && top) top.inCode = false;
    else if (mark === 'end' && top) codes.push(closed(open));
  }
  return [...codes, ...open.map(({ code }) => code)].map(nameOf).filter((name) => RISKY.test(name) || name === MADE);
}

const MADE = '\u0001';

/** Takes the innermost field out; the one around it sees that there was one. */
function closed(open: Open[]): string {
  const { code = '' } = open.pop() ?? {};
  const around = open.at(-1);
  if (around?.inCode) around.code += MADE;
  return code;
}

function nameOf(code: string): string {
  const plain = code.replaceAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hexadecimal, decimal) =>
    characterOf(Number.parseInt(String(hexadecimal ?? decimal), hexadecimal === undefined ? 10 : 16)),
  );
  const [name = ''] = plain.trim().split(/[\s\\"]/);
  return name.includes(MADE) ? MADE : name;
}

const characterOf = (point: number): string => (point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '');
