import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A field of a form as a browser without scripts has it; of radios and checkboxes, all of one name. */
export type Field = {
  name: string;
  kind: 'hidden' | 'text' | 'select' | 'radio' | 'checkbox' | 'file';
  values: string[];
  /** What may be chosen. */
  options: string[];
};
export type Button = { text: string; name: string; value: string; action: string | undefined };
export type PageForm = { action: string; multipart: boolean; fields: Field[]; buttons: Button[] };
export type ReadPage = { address: string; html: string; forms: PageForm[]; links: { href: string; text: string }[] };

/** A page as a browser reads it that runs no scripts: its forms, with what stands in them, and its links. */
export function readPage(address: string, html: string): ReadPage {
  const elements = within(parse(html));
  const forms = elements.filter(({ tagName }) => tagName === 'form');
  return {
    address,
    html,
    forms: forms.map((form) => formOf(form, elements, address)),
    links: elements
      .filter((one) => one.tagName === 'a')
      .map((one) => ({ href: attribute(one, 'href') ?? '', text: textOf(one) })),
  };
}

function formOf(form: Element, elements: Element[], address: string): PageForm {
  const inside = new Set(within(form));
  const id = attribute(form, 'id');
  const owned = elements.filter((one) =>
    attribute(one, 'form') === undefined ? inside.has(one) : attribute(one, 'form') === id,
  );
  const fields = new Map<string, Field>();
  for (const field of owned.flatMap(fieldOf)) {
    const before = fields.get(field.name);
    if (!before) fields.set(field.name, field);
    else {
      before.values.push(...field.values);
      before.options.push(...field.options);
    }
  }
  return {
    action: attribute(form, 'action') ?? address,
    multipart: attribute(form, 'enctype') === 'multipart/form-data',
    fields: [...fields.values()],
    buttons: owned.filter(({ tagName }) => tagName === 'button').map(buttonOf),
  };
}

function fieldOf(element: Element): Field[] {
  const name = attribute(element, 'name');
  if (name === undefined || name === '') return [];
  const field = (kind: Field['kind'], values: string[], options: string[] = []) => [{ name, kind, values, options }];
  if (element.tagName === 'textarea') return field('text', [textOf(element)]);
  if (element.tagName === 'select') {
    const options = within(element).filter(({ tagName }) => tagName === 'option');
    const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0];
    return field('select', chosen ? [valueOf(chosen)] : [], options.map(valueOf));
  }
  if (element.tagName !== 'input') return [];
  const type = attribute(element, 'type') ?? 'text';
  const value = attribute(element, 'value') ?? '';
  if (type === 'radio' || type === 'checkbox')
    return field(type, attribute(element, 'checked') === undefined ? [] : [value], [value]);
  if (type === 'hidden' || type === 'file') return field(type, type === 'file' ? [] : [value]);
  return field('text', [value]);
}

const buttonOf = (element: Element): Button => ({
  text: textOf(element),
  name: attribute(element, 'name') ?? '',
  value: attribute(element, 'value') ?? '',
  action: attribute(element, 'formaction'),
});

const valueOf = (option: Element): string => attribute(option, 'value') ?? textOf(option);

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** All elements in a node, in their order. */
function within(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) =>
    defaultTreeAdapter.isElementNode(child) ? [child, ...within(child)] : within(child),
  );
}

function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('').replaceAll(/\s+/g, ' ').trim() : '';
}
