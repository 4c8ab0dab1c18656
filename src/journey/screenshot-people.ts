import type { APIResponse, Browser, BrowserContext } from 'playwright-core';
import { PageSizes, PDFDocument } from 'pdf-lib';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Applications, Viewer } from './screenshot-pages.ts';
import type { Subject } from './screenshot-subject.ts';
import type { ServerProcess } from './server-process-testing.ts';

type SignIn = { email: string; password: string };
export type Windows = Record<Viewer, BrowserContext>;

/** The sign-ins that a demonstration server prints when it starts. */
async function signInsOf(
  server: ServerProcess,
  { people }: Subject,
): Promise<Record<Exclude<Viewer, 'visitor'>, SignIn>> {
  const find = (): (SignIn & { about: string })[] =>
    [...server.output().matchAll(/Sign in as +(\S+) \/ (\S+) +\((.*)\)/g)].map(
      ([, email = '', password = '', about = '']) => ({ email, password, about }),
    );
  for (let waited = 0; find().length < people && waited < 100; waited += 1) await sleep(20);
  const [candidate, newcomer] = find().filter(({ about }) => about.endsWith('applicant'));
  const recruiter = find().find(({ about }) => about.endsWith('recruiter'));
  if (!candidate || !newcomer || !recruiter) throw new Error(`No demonstration sign-ins in:\n${server.output()}`);
  return { candidate, newcomer, recruiter };
}

/** A window for each who looks, signed in. */
export async function openWindows(browser: Browser, server: ServerProcess, subject: Subject): Promise<Windows> {
  const people = await signInsOf(server, subject);
  const open = async (person?: SignIn): Promise<BrowserContext> => {
    const window = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Lisbon' });
    if (person) await send(window, `${server.origin}/en/sign-in`, person);
    return window;
  };
  return {
    visitor: await open(),
    candidate: await open(people.candidate),
    newcomer: await open(people.newcomer),
    recruiter: await open(people.recruiter),
  };
}

type Form = Record<string, string>;

/** Sends a form as a page of ours does, and follows where it leads. */
async function send(window: BrowserContext, address: string, form: Form): Promise<APIResponse> {
  const answer = await window.request.post(address, { form, headers: { 'sec-fetch-site': 'same-origin' } });
  if (!answer.ok()) throw new Error(`${answer.status()} from ${address}`);
  return answer;
}

/** One application begun and half filled in, and one submitted with its letter. */
export async function makeApplications(
  window: BrowserContext,
  origin: string,
  subject: Subject,
): Promise<Applications> {
  const { nationality, levels } = subject.candidate;
  const begin = async (vacancy: string): Promise<string> => {
    const form = { vacancy, 'nationality-1': nationality };
    const application = (await send(window, `${origin}/en/my/applications`, form)).url();
    await send(window, `${application}/identity`, { base: '{}', ...identityOf(subject) });
    await attachLetter(window, application);
    return application;
  };
  const draft = await begin(subject.draft);
  const submitted = await begin(subject.vacancy);
  const fields = Object.entries(levels).map(([language, level]) => [`level-${language}`, level]);
  await send(window, `${submitted}/languages`, { base: '{}', ...Object.fromEntries(fields) });
  await send(window, `${submitted}/requirements`, { base: '{}', ...(await answersTo(window, submitted)) });
  await answerQuestions(window, submitted);
  await declareEverything(window, submitted);
  const review = await (await window.request.get(`${submitted}/review`)).text();
  await send(window, `${submitted}/submission`, {
    reviewed: /name="reviewed" value="([^"]+)"/.exec(review)?.[1] ?? '',
  });
  return { draft: lastOf(draft), submitted: lastOf(submitted) };
}

function identityOf({ candidate: { name, nationality } }: Subject): Form {
  const [givenNames = '', ...familyName] = name.split(' ');
  return {
    givenNames,
    familyName: familyName.join(' '),
    'nationality-1': nationality,
    residence: nationality,
    telephone: '+46 8 555 01 23',
  };
}

const lastOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1);

const ANSWER =
  'From 2015 to 2023 I ran the gauges of the upper Torne: forty stations, two campaigns a year, and a record that two ' +
  'countries publish under one name.\n\nI wrote the rules by which a value is set aside, and the note beside it that says why.';

async function answersTo(window: BrowserContext, application: string): Promise<Form> {
  const page = await (await window.request.get(`${application}/requirements`)).text();
  return Object.fromEntries([...page.matchAll(/name="(requirement-\w+)"/g)].map(([, name = '']) => [name, ANSWER]));
}

/** Answers no to whatever can be answered so. */
async function answerQuestions(window: BrowserContext, application: string): Promise<void> {
  const page = await (await window.request.get(`${application}/questions`)).text();
  const names = [...page.matchAll(/name="(question-[\w-]+)" value="no"/g)].map(([, name = '']) => [name, 'no']);
  await send(window, `${application}/questions`, { base: '{}', ...Object.fromEntries(names) });
}

async function declareEverything(window: BrowserContext, application: string): Promise<void> {
  const page = await window.newPage();
  await page.goto(`${application}/declarations`);
  for (const box of await page.locator('[name=declarations]').all()) await box.check();
  await Promise.all([page.waitForURL(/review$/), page.locator('main form button[type=submit]').first().click()]);
  await page.close();
}

/** Attaches the first document that is asked for, if any. */
async function attachLetter(window: BrowserContext, application: string): Promise<void> {
  const pdf = await PDFDocument.create();
  pdf.addPage(PageSizes.A4).drawText('To the Commission');
  const file = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await pdf.save()) };
  const page = await window.newPage();
  await page.goto(`${application}/documents`);
  const section = page.locator('main section').first();
  if ((await section.count()) > 0) {
    await section.locator('input[type=file]').setInputFiles(file);
    await Promise.all([page.waitForEvent('load'), section.locator('button[type=submit]').click()]);
  }
  await page.close();
}
