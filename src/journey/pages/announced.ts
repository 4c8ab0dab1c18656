import type { AccessibleNode } from './accessible-node.ts';

/** Read as part of the sentence they stand in. */
const INLINE = new Set([
  'StaticText',
  'LineBreak',
  'link',
  'code',
  'time',
  'strong',
  'emphasis',
  'mark',
  'Abbr',
  'superscript',
  'subscript',
]);
/** Said by what holds them, or only there for the eye. */
const SILENT = new Set(['InlineTextBox', 'MenuListPopup', 'Legend', 'caption', 'none']);
/** Nothing is said of these: what is in them is read where it stands. */
const TRANSPARENT = new Set([
  'generic',
  'rowgroup',
  'definition',
  'LabelText',
  'ListMarker',
  'Figcaption',
  'sectionheader',
]);
const SPOKEN: Partial<Record<string, string>> = {
  paragraph: 'text',
  banner: 'banner landmark',
  main: 'main landmark',
  navigation: 'navigation landmark',
  complementary: 'complementary landmark',
  contentinfo: 'content information landmark',
  search: 'search landmark',
  region: 'region landmark',
  DescriptionList: 'description list',
  DisclosureTriangle: 'disclosure',
  textbox: 'edit',
  searchbox: 'search edit',
  combobox: 'combo box',
  checkbox: 'check box',
  radio: 'radio button',
  image: 'graphic',
};
/** Whose words are their name: what is in them is not said a second time. */
const NAMED_BY_CONTENT = new Set(['heading', 'link', 'button', 'term', 'DisclosureTriangle', 'image', 'option']);

/** What would be different at the next run: addresses of this installation, hashes, keys, tokens. */
const UNSTABLE: [RegExp, string][] = [
  [/(https?:\/\/)?localhost:\d+/g, '<this site>'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<id>'],
  [/\b([0-9a-f]{8}|[0-9a-f]{16,})\b/g, '<hash>'],
  [/(?:\b[A-Z2-7]{4} ){4,}[A-Z2-7]{4}\b/g, '<key>'],
  [/[\w+/=-]{40,}/g, '<code>'],
];

export type PagePart = 'main' | 'around';

/** What is said of a page: its title, where the focus is once it has come, and then its main part, or all that stands around it. */
export function pageScript(tree: AccessibleNode, { language, part }: { language: string; part: PagePart }): string {
  const main = (node: AccessibleNode): boolean => node.role === 'main';
  const read = part === 'main' ? nodesIn(tree).filter(main) : tree.children.filter((node) => !main(node));
  const [focused] = nodesIn(tree).filter((node) => node.focused && node !== tree);
  // A box without a role of its own is announced by what is in it.
  const told = focused?.role === 'generic' ? focused.children[0] : focused;
  return stable([
    `title “${tree.name}”, in ${language}`,
    ...(told ? [`focus on ${[spoken(told), ...wordsOf(told)].join(', ')}`] : []),
    '',
    ...announced(read, language),
    '',
  ]);
}

/** What a screen reader says of parts of a page, from the first word to the last: a line for each thing, set in by what holds it. */
export const announced = (parts: readonly AccessibleNode[], pageLanguage: string): string[] =>
  linesOf(parts, { pageLanguage, labels: new Set(parts.flatMap(fieldNames)) });

const stable = (lines: readonly string[]): string =>
  UNSTABLE.reduce((text, [pattern, instead]) => text.replaceAll(pattern, instead), lines.join('\n'));

const nodesIn = (node: AccessibleNode): AccessibleNode[] => [node, ...node.children.flatMap(nodesIn)];

type Reading = { pageLanguage: string; labels: ReadonlySet<string> };

function linesOf(nodes: readonly AccessibleNode[], reading: Reading): string[] {
  const lines: string[] = [];
  let sentence: AccessibleNode[] = [];
  const endSentence = (): void => {
    const words = sentenceOf(sentence, reading);
    sentence = [];
    if (words !== '') lines.push(words);
  };
  for (const node of nodes) {
    if (SILENT.has(node.role) || isOwnLabel(node, reading)) continue;
    if (INLINE.has(node.role)) sentence.push(node);
    else {
      endSentence();
      lines.push(...blockOf(node, reading));
    }
  }
  endSentence();
  return lines;
}

function blockOf(node: AccessibleNode, reading: Reading): string[] {
  if (node.role === 'table') return tableOf(node, reading);
  const inside = NAMED_BY_CONTENT.has(node.role)
    ? linksIn(node, reading)
    : isField(node)
      ? []
      : linesOf(node.children, reading);
  if (TRANSPARENT.has(node.role)) return inside;
  const [only] = inside;
  if (node.role === 'paragraph') return inside;
  if (node.role === 'listitem') {
    const point = [
      '•',
      ...statesOf(node)
        .filter(Boolean)
        .map((state) => `(${state})`),
    ].join(' ');
    return inside.map((line, index) => `${index === 0 ? point : ' '} ${line}`);
  }
  // A group or a form without a name is no more than what is in it.
  if (['group', 'form', 'article'].includes(node.role) && node.name === '' && !isLive(node)) return inside;
  const first = `${markOf(node, reading)}${[spoken(node), ...wordsOf(node)].join(', ')}`;
  if (node.role === 'term' && only === undefined) return [first];
  return [first, ...inside.map((line) => `  ${line}`)];
}

const isField = ({ role }: AccessibleNode): boolean =>
  ['textbox', 'searchbox', 'combobox', 'spinbutton'].includes(role);

/** A heading's or a term's links are said with it. */
const linksIn = (node: AccessibleNode, reading: Reading): string[] =>
  node.children.flatMap((child) => (child.role === 'link' ? [sentenceOf([child], reading)] : linksIn(child, reading)));

function spoken({ role, state, children }: AccessibleNode): string {
  if (role === 'heading') return `heading level ${String(state['level'])}`;
  if (role === 'list') return `list of ${children.length}`;
  return SPOKEN[role] ?? role;
}

/** Name, value, states and description, in the order in which they are said. */
function wordsOf(node: AccessibleNode): string[] {
  const { name, value, description, state, role } = node;
  const told = [
    name.trim() === '' && (isField(node) || NAMED_BY_CONTENT.has(role)) ? 'WITHOUT A NAME' : `“${name.trim()}”`,
    role === 'combobox'
      ? `${value === '' ? 'nothing chosen' : `“${value}”`} of ${optionsIn(node)}`
      : value && `“${value}”`,
    ...statesOf(node),
    isLive(node) ? (state['live'] === 'assertive' ? 'said at once' : 'said when it changes') : '',
    description && description !== name ? `described “${description}”` : '',
  ];
  return told.filter((words) => words !== '' && words !== '“”');
}

function statesOf({ role, state, current }: AccessibleNode): string[] {
  const checkable = role === 'checkbox' || role === 'radio';
  return [
    checkable ? (state['checked'] === 'true' ? 'checked' : 'not checked') : '',
    role === 'DisclosureTriangle' ? (state['expanded'] === true ? 'expanded' : 'collapsed') : '',
    state['required'] === true ? 'required' : '',
    state['invalid'] === 'true' ? 'invalid entry' : '',
    state['disabled'] === true ? 'unavailable' : '',
    current === undefined ? '' : `current ${current === 'true' ? '' : current}`.trim(),
  ];
}

const optionsIn = (node: AccessibleNode): number =>
  node.role === 'option' ? 1 : node.children.reduce((sum, child) => sum + optionsIn(child), 0);

const isLive = ({ state }: AccessibleNode): boolean => state['live'] !== undefined;

/** Words and links in one line, as they are read; a language is named where it changes. */
function sentenceOf(nodes: readonly AccessibleNode[], reading: Reading): string {
  let last = '';
  const said = nodes.map((node) => {
    const mark = markOf(node, reading);
    if (node.role !== 'StaticText' && node.role !== 'link') return sentenceOf(node.children, reading) || node.name;
    const words = node.role === 'link' ? ` ${mark}[${['link', ...wordsOf(node)].join(', ')}] ` : node.name;
    const marked = node.role === 'link' || mark === last ? words : `${mark}${words}`;
    last = mark;
    return marked;
  });
  return spaced(said)
    .replaceAll(/[ \n]+/g, ' ')
    .replaceAll(/\] ([.,;:)])/g, ']$1')
    .trim();
}

/** A pause where two texts meet without one: each is read by itself. */
const spaced = (said: readonly string[]): string =>
  said.reduce(
    (text, next) => text + (/[\p{L}\p{N}:.]$/u.test(text) && /^[\p{L}\p{N}(“]/u.test(next) ? ' ' : '') + next,
    '',
  );

/** The language that the words change to. */
const markOf = ({ lang, name }: AccessibleNode, { pageLanguage }: Reading): string =>
  lang === '' || lang === pageLanguage || name === '' ? '' : `(${lang}) `;

/** A label is said with its field; one that names no field is read where it stands. */
const isOwnLabel = (node: AccessibleNode, { labels }: Reading): boolean =>
  node.role === 'LabelText' && labels.has(plain(wordsIn(node)));

const wordsIn = (node: AccessibleNode): string =>
  node.role === 'StaticText' ? node.name : node.children.map(wordsIn).join('');

const plain = (words: string): string => words.replaceAll(/\s+/g, '');

const fieldNames = (part: AccessibleNode): string[] =>
  nodesIn(part)
    .filter((node) => isField(node) || ['checkbox', 'radio', 'button'].includes(node.role))
    .map(({ name }) => plain(name));

/** A table with its caption; each row with the words of its cells, so that a missing head is seen. */
function tableOf(table: AccessibleNode, reading: Reading): string[] {
  const rows = rowsIn(table);
  const cellOf = (cell: AccessibleNode) => {
    const words = linesOf(cell.children, reading).join(' / ');
    return cell.role === 'cell' ? words : `${words} (head)`;
  };
  const size = `${rows.length} rows, ${rows[0]?.children.length ?? 0} columns`;
  const name = table.name === '' ? 'WITHOUT A NAME' : `“${table.name}”`;
  return [
    `${markOf(table, reading)}table, ${name}, ${size}`,
    ...rows.map(({ children }) => `  row: ${children.map(cellOf).join(' | ')}`),
  ];
}

const rowsIn = (node: AccessibleNode): AccessibleNode[] =>
  node.role === 'row' ? [node] : node.children.flatMap(rowsIn);
