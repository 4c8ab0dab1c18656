import type { CDPSession, Page } from 'playwright-core';

/** What a screen reader is given of one thing on the page. */
export type AccessibleNode = {
  role: string;
  name: string;
  description: string;
  value: string;
  /** `required`, `checked`, `level`, `expanded`, `live`, …, as Chromium tells them. */
  state: Record<string, unknown>;
  /** The language its words are read in, by the nearest `lang`. */
  lang: string;
  /** `aria-current`, which the browser’s tree leaves out. */
  current: string | undefined;
  focused: boolean;
  children: AccessibleNode[];
};

type Told = { value?: unknown };
type TreeNode = {
  nodeId: string;
  parentId?: string;
  childIds?: string[];
  backendDOMNodeId?: number;
  ignored: boolean;
  role?: Told;
  name?: Told;
  description?: Told;
  value?: Told;
  properties?: { name: string; value: Told }[];
};
type DomNode = {
  backendNodeId: number;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  contentDocument?: DomNode;
};
type Marks = { lang: string; current: string | undefined };

/** The page as the browser gives it to a screen reader. */
export async function accessibilityTree(page: Page): Promise<AccessibleNode> {
  const session = await page.context().newCDPSession(page);
  try {
    const marks = await marksOf(session);
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: TreeNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const root = nodes.find(({ parentId }) => parentId === undefined);
    const [tree] = root ? shown(root, byId, marks) : [];
    if (!tree) throw new Error('The browser has no accessibility tree of this page.');
    return tree;
  } finally {
    await session.detach();
  }
}

/** A node with what is in it; of one that is not announced itself, only what is in it. */
function shown(node: TreeNode, byId: Map<string, TreeNode>, marks: Map<number, Marks>): AccessibleNode[] {
  const children = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? shown(child, byId, marks) : [];
  });
  if (node.ignored) return children;
  const state = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
  const { lang = '', current } = marks.get(node.backendDOMNodeId ?? -1) ?? {};
  const words = { role: text(node.role), name: text(node.name), description: text(node.description) };
  return [{ ...words, value: text(node.value), state, lang, current, focused: state['focused'] === true, children }];
}

const text = (told: Told | undefined): string =>
  ['string', 'number'].includes(typeof told?.value) ? String(told?.value) : '';

/** The language and `aria-current` of every node of the document, by its number. */
async function marksOf(session: CDPSession): Promise<Map<number, Marks>> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
  const marks = new Map<number, Marks>();
  const walk = (node: DomNode, outer: string): void => {
    const { attributes = [] } = node;
    const attribute = (name: string): string | undefined => {
      const at = attributes.findIndex((word, index) => index % 2 === 0 && word === name);
      return at < 0 ? undefined : attributes[at + 1];
    };
    const lang = attribute('lang') ?? outer;
    marks.set(node.backendNodeId, { lang, current: attribute('aria-current') });
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) walk(child, lang);
  };
  walk(root, '');
  return marks;
}
