import type { XmlElement } from './xml-tree.ts';

/** What one of our own exports says in an element that the format cannot. */
export const ownOf = (element: XmlElement | undefined): Record<string, string> =>
  Object.assign({}, ...(element?.own ?? []).map(ownRecord)) as Record<string, string>;

/** What an instruction of ours holds; one that somebody else wrote under our name holds nothing. */
export function ownRecord(body: string): Record<string, string> {
  try {
    const read = JSON.parse(body) as unknown;
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(
      Object.entries(read).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
  } catch {
    return {};
  }
}

/** `2019`, `2019-03` or `2019-03-01` as a month. */
export const asMonth = (text: string): string | undefined => /^\d{4}(?:-\d{2})?/.exec(text)?.[0];
