import type { DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;
type Parent = DefaultTreeAdapterTypes.ParentNode;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';
export const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

export const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((attr) => attr.name === name)?.value;

const words = (text: string) => new Set(text.split(' '));

/** Never part of what a page says. */
const SILENT = words(
  'script style template noscript head nav svg math iframe object embed canvas audio video button select input textarea dialog menu datalist',
);
/** Around what a page says, unless they stand within it. */
const FRAME = words('header footer aside');

export const BLOCKS = words(
  'address article aside blockquote body center details dd div dl dt fieldset figcaption figure footer form header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul',
);
export const isHeading = ({ tagName }: Element) => /^h[1-6]$/.test(tagName);

const HIDING =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])/i;
/** Text for screen readers that a page adds to what stands there, by the names that frameworks give it. */
const FOR_SCREEN_READERS = /(?:^|\s)(?:visually-hidden|sr-only|screen-reader-text|hidden)(?:\s|$)/;

/** Text that its author hid: it is told of. What is no text of the page is passed over in silence. */
export const isHidden = (element: Element): boolean =>
  attribute(element, 'hidden') !== undefined || HIDING.test(attribute(element, 'style') ?? '');

export const isSilent = (element: Element, inside: boolean): boolean =>
  SILENT.has(element.tagName) ||
  (!inside && FRAME.has(element.tagName)) ||
  attribute(element, 'aria-hidden') === 'true' ||
  /^(?:navigation|search|banner|contentinfo|menu|toolbar|dialog)$/.test(attribute(element, 'role') ?? '') ||
  FOR_SCREEN_READERS.test(attribute(element, 'class') ?? '') ||
  isNoteLink(element);

/** The number of a footnote in the text, and the arrow that leads back. */
const isNoteLink = (element: Element): boolean =>
  element.tagName === 'a' &&
  (attribute(element, 'href') ?? '').startsWith('#') &&
  /^(?:\[?\d{1,3}\]?|[↑↩^]\uFE0E?)$/u.test(textIn(element).trim());

/** All text of an element, as it stands in the source. */
export const textIn = (node: Node): string => (isText(node) ? node.value : childrenOf(node).map(textIn).join(''));

/** The first element, in the order of the page, that a test holds for. */
export function findElement(node: Parent | Node, test: (element: Element) => boolean): Element | undefined {
  for (const child of childrenOf(node)) {
    if (!isElement(child)) continue;
    if (test(child)) return child;
    const inside = findElement(child, test);
    if (inside) return inside;
  }
  return undefined;
}
