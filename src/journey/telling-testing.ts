import { lastMailTo, linkIn } from '../people/people-testing.ts';
import type { Language } from '../platform/language.ts';
import type { Client, TestApp } from '../testing.ts';
import { readPage, type Button, type Field, type PageForm, type ReadPage } from './form-testing.ts';

/** Somebody who fills in every empty field that asks for something they know, and notes what they are asked for twice. */
export type Teller = {
  app: TestApp;
  client: Client;
  language: Language;
  page: ReadPage;
  /** What they know of themselves, by the fact. */
  knows: Readonly<Record<string, string>>;
  /** The facts told so far, each with the address where it was told. */
  told: Map<string, string>;
  /** The fields that were empty although they ask for what was told before. */
  twice: string[];
};

export const teller = (app: TestApp, language: Language, knows: Teller['knows']): Teller => ({
  app,
  language,
  knows,
  client: app.visitor(language),
  page: readPage('', ''),
  told: new Map(),
  twice: [],
});

/** Opens an address, and looks at what its forms ask. */
export async function goes(person: Teller, path: string): Promise<void> {
  const answer = await person.client.get(path);
  if (answer.location !== undefined) return goes(person, answer.location);
  if (answer.status !== 200) throw new Error(`${path} is answered ${answer.status}`);
  looks(person, path, answer.text);
}

/** Follows the first link of the page that leads to such an address. */
export async function follows(person: Teller, to: RegExp): Promise<void> {
  const link = person.page.links.find(({ href }) => to.test(href));
  if (!link) throw new Error(`${person.page.address} leads nowhere like ${to}`);
  return goes(person, link.href.replace(/#.*$/, ''));
}

type Pressed = { form: RegExp; value?: string; text?: string; status?: number };

/** Fills in what is empty in a form, and presses a button of it: the first, unless another is named by its value or text. */
export async function tells(person: Teller, { form: action, value, text, status }: Pressed): Promise<void> {
  const { address, forms } = person.page;
  const named = (button: Button) =>
    value === undefined ? text === undefined || button.text === text : button.value === value;
  const form = forms.find((one) =>
    one.buttons.some((button) => named(button) && action.test(button.action ?? one.action)),
  );
  const button = form?.buttons.find((one) => named(one) && action.test(one.action ?? form.action));
  if (!form || !button) throw new Error(`${address} has no form for ${action}`);
  // A button that leads elsewhere than its form is pressed without filling that form in.
  const fields = button.action === undefined ? form.fields.map((field) => answered(person, form, field)) : form.fields;
  const sent = Object.fromEntries(
    fields.filter(({ values }) => values.length > 0).map((one) => [one.name, one.values]),
  );
  const where = button.action ?? form.action;
  const answer = await person.client.post(where, {
    ...sent,
    ...(button.name !== '' && { [button.name]: button.value }),
  });
  if (answer.location !== undefined) return goes(person, answer.location.replace(/#.*$/, ''));
  if (answer.status !== (status ?? 200)) throw new Error(`${where} is answered ${answer.status}: ${answer.text}`);
  return looks(person, where, answer.text);
}

/** Goes where the last mail to them leads. */
export const opensMail = async (person: Teller): Promise<void> =>
  goes(person, linkIn((await lastMailTo(person.app, person.knows['email'] ?? ''))?.text));

function looks(person: Teller, address: string, html: string): void {
  person.page = readPage(address, html);
  const empty = person.page.forms.flatMap((form) =>
    form.fields.filter((field) => isEmpty(field) && asked(form, field)),
  );
  // The list of vacancies is one page for all visitors, kept in memory: it cannot know, and an empty field of it is enough.
  if (/^\/\w\w\/vacancies\?q=/.test(address)) return;
  for (const field of empty) {
    const fact = factOf(field.name);
    if (fact !== undefined && person.told.has(fact)) person.twice.push(`${address}: ${field.name} (${fact})`);
  }
}

const isEmpty = ({ kind, values }: Field): boolean => kind !== 'hidden' && values.every((value) => value === '');

const ENTRY = /^(nationalities|education|experience|languages|clearances)-(\w+)-/;

/** One more entry, asked for by a press on “add”, asks for something else than the entries before it. */
function asked(form: PageForm, field: Field): boolean {
  const [, part, id] = ENTRY.exec(field.name) ?? [];
  if (part === undefined) return true;
  const filled = form.fields.filter((one) => ENTRY.exec(one.name)?.[1] === part && !isEmpty(one));
  return filled.every((one) => ENTRY.exec(one.name)?.[2] === id);
}

function answered(person: Teller, form: PageForm, field: Field): Field {
  const fact = factOf(field.name);
  if (!isEmpty(field) || fact === undefined) return field;
  const value = told(person, form, { field, fact });
  if (value === undefined) return field;
  person.told.set(fact, person.page.address);
  return { ...field, values: [value] };
}

/** What is told in a field: of the profile's languages, the next one and its level. */
function told(person: Teller, form: PageForm, { field, fact }: { field: Field; fact: string }): string | undefined {
  if (fact === 'languages') return nextLanguage(person);
  return fact === 'languages.level' ? levelBeside(person, form, field) : person.knows[fact];
}

/** The level of the language that stands beside it. */
function levelBeside(person: Teller, form: PageForm, field: Field): string | undefined {
  const id = ENTRY.exec(field.name)?.[2];
  const chosen = form.fields.find(({ name }) => name === `languages-${id}-language`)?.values[0];
  const code = chosen || [...person.told.keys()].findLast((one) => /^language\.\w\w$/.test(one))?.slice(-2);
  return person.knows[`language.${code}`];
}

/** In the profile languages are named one by one; what they are told for is the level of each. */
function nextLanguage(person: Teller): string | undefined {
  const next = Object.keys(person.knows).find((fact) => /^language\.\w\w$/.test(fact) && !person.told.has(fact));
  if (next) person.told.set(next, person.page.address);
  return next?.slice(-2);
}

const NAMES: [RegExp, string][] = [
  [/^(?:person-own-)?(givenNames|familyName|residence|telephone|email|password)$/, '$1'],
  [/^(?:nationality(?:-1)?|nationalities-\w+-country)$/, 'nationality'],
  [/^(education|experience)-(?!none)\w+?-(.+)$/, '$1.$2'],
  [/^level-(\w\w)$/, 'language.$1'],
  [/^languages-\w+-language$/, 'languages'],
  [/^languages-\w+-level$/, 'languages.level'],
  [/^clearances?-(?:\w+-)?(level|issuer|until-\w+)$/, 'clearance.$1'],
  [/^willingness-own-(.+)$/, 'willingness.$1'],
  [/^question-(.+)$/, 'question.$1'],
  [/^(requirement-\w+|q)$/, '$1'],
];

/** What a field asks for, by its meaning and wherever it stands; declarations are made anew for each vacancy. */
function factOf(name: string): string | undefined {
  const found = NAMES.find(([pattern]) => pattern.test(name));
  return found && name.replace(found[0], found[1]);
}
