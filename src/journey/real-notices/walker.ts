import { expect } from 'vitest';
import { appTasks } from '../../app-tasks.ts';
import type { Role } from '../../people/permissions.ts';
import type { Language } from '../../platform/language.ts';
import { later } from '../../selection/panel-testing.ts';
import type { Answer, Client, Form, TestApp, UploadedFile } from '../../testing.ts';
import { readPage, type Button, type PageForm, type ReadPage } from '../form-testing.ts';

/** Somebody who reads pages in their language and sends the forms that stand there, and no other. */
export type Walker = { client: Client; language: Language; page: ReadPage };

/** Somebody with an account, signed in. */
export const arrives = async (app: TestApp, role: Role | 'applicant', language: Language): Promise<Walker> => ({
  client: await app.signedInAs(role, language),
  language,
  page: readPage('', ''),
});

/** Opens a page, its address without the language, and answers its text as somebody reads it. */
export async function opens(walker: Walker, path: string): Promise<string> {
  const address = `/${walker.language}${path}`;
  return arrivesAt(walker, address, await walker.client.get(address));
}

/** Follows the first link of the page that leads to such an address. */
export async function follows(walker: Walker, to: RegExp): Promise<string> {
  const { address, links } = walker.page;
  const link = links.find(({ href }) => to.test(href));
  if (!link) throw new Error(`${address} leads nowhere like ${to}, but to ${links.map(({ href }) => href).join(' ')}`);
  return arrivesAt(walker, link.href, await walker.client.get(link.href));
}

async function arrivesAt(walker: Walker, address: string, answer: Answer): Promise<string> {
  if (answer.location !== undefined) {
    const to = answer.location.replace(/#.*$/, '');
    return arrivesAt(walker, to, await walker.client.get(to));
  }
  const { status, text } = answer;
  if (status !== 200 && status !== 422) throw new Error(`${address} is answered ${status}`);
  walker.page = readPage(address, text);
  return wordsOf(text);
}

/** What a page says, without its marks. */
export const wordsOf = (html: string): string =>
  html
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

/** Which form of the page, by where it is sent to; which of its buttons; and what is typed over what stands in it. */
export type Sending = { form: RegExp | PageForm; button?: string; typed?: Form; file?: UploadedFile };

/** What stands in a form, as a browser would send it when this button is pressed. */
function standingIn(form: PageForm, button: Button | undefined): Form {
  const fields = form.fields.filter(({ kind, values }) => kind !== 'file' && values.length > 0);
  return {
    ...Object.fromEntries(fields.map(({ name, values }) => [name, values])),
    ...(button && button.name !== '' && { [button.name]: button.value }),
  };
}

/** The form of the page that is sent to such an address, by a button of this value where one is named. */
export const formTo = ({ page }: Walker, to: RegExp, value?: string): PageForm | undefined =>
  page.forms.find(
    ({ action, buttons }) => to.test(action) && (value === undefined || buttons.some((one) => one.value === value)),
  );

/** Sends a form of the page, and arrives where that leads. Nothing is typed or chosen that the form does not take. */
export async function sends(walker: Walker, sending: Sending): Promise<string> {
  const answer = await answered(walker, sending);
  if (answer.status === 303) return arrivesAt(walker, answer.address, answer);
  const text = await arrivesAt(walker, answer.address, answer);
  throw new Error(`${walker.page.address} says: ${problemsIn(walker.page.html) || text}`);
}

/** Sends a form that is refused; answers what the page says of it. */
export async function isRefused(walker: Walker, sending: Sending): Promise<string> {
  const answer = await answered(walker, sending);
  expect([answer.address, answer.status]).toEqual([answer.address, 422]);
  return arrivesAt(walker, answer.address, answer);
}

/** Sends a form that answers with a page: a look ahead. */
export async function looksAt(walker: Walker, sending: Sending): Promise<string> {
  const answer = await answered(walker, sending);
  expect([answer.address, answer.status, problemsIn(answer.text)]).toEqual([answer.address, 200, '']);
  return arrivesAt(walker, answer.address, answer);
}

async function answered(
  walker: Walker,
  { form: to, button: value, typed = {}, file }: Sending,
): Promise<Answer & { address: string }> {
  const { address: from, forms } = walker.page;
  const form = to instanceof RegExp ? formTo(walker, to, value) : to;
  if (!form) throw new Error(`${from} has no such form, but for ${forms.map(({ action }) => action).join(' ')}`);
  const missing = Object.entries(typed).filter(([name, entered]) => !takes(form, name, [entered].flat()));
  if (missing.length > 0) throw new Error(`The form for ${form.action} on ${from} does not take ${missing.join(', ')}`);
  const pressed = form.buttons.find((one) => value === undefined || one.value === value);
  const sent = { ...standingIn(form, pressed), ...typed };
  const answer = file
    ? await walker.client.upload(form.action, sent, file)
    : await walker.client.post(form.action, sent);
  return { ...answer, address: form.action };
}

/** Whether a form has a field for what is typed, and offers what is chosen. */
const takes = ({ fields }: PageForm, name: string, entered: readonly string[]): boolean =>
  fields.some(
    (field) =>
      field.name === name && (field.options.length === 0 || entered.every((one) => field.options.includes(one))),
  );

const problemsIn = (html: string): string => wordsOf(/<div[^>]*data-error-summary.*?<\/ul>/s.exec(html)?.[0] ?? '');

/** A civil day as the three fields of a form, as somebody types it. */
export function typedDay(name: string, day: string): Record<string, string> {
  const [year = '', month = '', inMonth = ''] = day.split('-');
  return { [`${name}-day`]: String(Number(inMonth)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year };
}

/** Noon of a civil day: everybody is still signed in, and what Concours does by itself has been done. */
export async function comesTo(app: TestApp, day: string): Promise<void> {
  await later(app, `${day}T11:00:00Z`);
  for (const { run } of appTasks(app.context)) await run();
}
