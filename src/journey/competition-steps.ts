import { expect } from 'vitest';
import type { Browser } from 'playwright-core';
import { insertAccount } from '../people/people-testing.ts';
import type { Role } from '../people/permissions.ts';
import { openSession } from '../people/session-queries.ts';
import type { Language } from '../platform/language.ts';
import { SCREENING_TEXTS } from '../screening/screening-texts.ts';
import { hidden } from '../selection/panel-testing.ts';
import { SELECTION_TEXTS } from '../selection/selection-texts.ts';
import type { Client, Form } from '../testing.ts';
import { planOf } from '../selection/plan/plan-queries.ts';
import type { CountedBy, GeneratedCandidate } from './competition-candidates.ts';
import type { ServedApp } from './journey-app-testing.ts';
import { newPerson, opens, presses, type Person } from './person-testing.ts';

/** Somebody of the organisation at their own browser, and the same person sending the same forms without one. */
export type Colleague = {
  name: string;
  email: string;
  accountId: string;
  client: Client;
  person: Person;
  language: Language;
  /** Where they work on this competition. */
  base: string;
  /** Every page that they were shown, as it was sent. */
  seen: string[];
};

export type Place = { app: ServedApp; browser: Browser; reference: string };
type Arriving = { name: string; language: Language; role?: Role };

/** Comes with a name, an account, and a window of their own in which no script runs. */
export async function arrives(
  { app, browser, reference }: Place,
  { name, language, role = 'staff-member' }: Arriving,
): Promise<Colleague> {
  const client = await app.signedInAs(role, language);
  const accountId = client.accountId ?? '';
  const { email } = await app.db
    .updateTable('accounts')
    .set({ name })
    .where('id', '=', accountId)
    .returning('email')
    .executeTakeFirstOrThrow();
  const person = await windowOf({ app, browser }, { accountId, language });
  const base = `/${language}/staff/vacancies/${reference}`;
  return { name, email, accountId, client, person, language, base, seen: [] };
}

/** A window in which an account is signed in. */
export async function windowOf(
  { app, browser }: Pick<Place, 'app' | 'browser'>,
  { accountId, language }: { accountId: string; language: Language },
): Promise<Person> {
  const person = await newPerson(browser, app.origin, { language, javaScript: false });
  const value = await openSession(app.db, { accountId, device: 'test' }, app.now);
  await person.page.context().addCookies([{ name: 'session', value, url: app.origin }]);
  return person;
}

/** The account of somebody who applies. */
export const accountOf = ({ app }: Place, one: GeneratedCandidate, language: Language) =>
  insertAccount(app.db, { name: `${one.givenNames} ${one.familyName}`, email: one.email, language });

/** Gives the fields of the page these values, whatever kind of field each is. */
export async function fillsIn({ page }: Person, form: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(form)) {
    const choice = page.locator(`input[name="${name}"][value="${value}"]:is([type=radio],[type=checkbox])`);
    const list = page.locator(`select[name="${name}"]`);
    if ((await choice.count()) > 0) await choice.check();
    else if ((await list.count()) > 0) await list.selectOption(value);
    else await page.locator(`[name="${name}"]`).fill(value);
  }
}

/** Opens a page of the competition, and keeps what is read there. */
export async function reads(colleague: Colleague, path: string): Promise<string> {
  await opens(colleague.person, colleague.base + path);
  return keepsWhatIsShown(colleague);
}

/** Presses a button of the page, and keeps what is read then. */
export async function goesOn(colleague: Colleague, button: string): Promise<string> {
  await presses(colleague.person, button);
  return keepsWhatIsShown(colleague);
}

async function keepsWhatIsShown({ person, seen }: Colleague): Promise<string> {
  const html = await person.page.content();
  seen.push(html);
  return html;
}

/** Where the browser has come to. */
export const addressOf = ({ person }: Colleague): string => person.page.url();

/** Reads a page and sends its form, to the page itself or where it says, without a browser; what both answer is kept. */
export async function sends(
  { client, base, seen }: Colleague,
  path: string,
  { to = path, ...form }: Form & { to?: string },
): Promise<void> {
  const before = await client.get(base + path);
  const answer = await client.post(base + to, { ...form, version: hidden(before.text, 'version') });
  seen.push(before.text, answer.text);
  expect({ path, status: answer.status }).toEqual({ path, status: 303 });
}

export type Asked = { essential: string[]; desirable: string[] };
const NOT_SHOWN: Record<Language, string> = {
  en: 'Nothing that was written shows it.',
  fr: 'Rien de ce qui est écrit ne le montre.',
};
const OTHER_NATION: Record<Language, string> = {
  en: 'Of no member nation.',
  fr: 'D’aucun pays membre.',
};

/** What a screener finds of somebody: the second sees the lack on which the two of them differ. */
export function findingsOf(
  one: GeneratedCandidate,
  { essential, desirable }: Asked,
  { language, isSecond }: { language: Language; isSecond: boolean },
): { first: Record<string, string>; weighed: Record<string, string> } {
  const rules = { 'finding-languages': 'met', 'finding-reception': 'met' };
  if (one.fate === 'of-no-member-nation')
    return {
      first: { ...rules, 'finding-nationality': 'not-met', 'reason-nationality': OTHER_NATION[language] },
      weighed: {},
    };
  const lacks = one.fate === 'lacks-a-requirement' || isSecond ? one.lacks : undefined;
  const found = essential.flatMap((key, at): [string, string][] =>
    at === lacks
      ? [
          [`finding-${key}`, 'not-met'],
          [`reason-${key}`, NOT_SHOWN[language]],
        ]
      : [[`finding-${key}`, 'met']],
  );
  const wishes = desirable.map((key): [string, string] => [`finding-${key}`, 'partial']);
  return {
    first: { ...rules, 'finding-nationality': 'met', ...Object.fromEntries(found) },
    weighed: lacks === undefined ? Object.fromEntries(wishes) : {},
  };
}

type Findings = ReturnType<typeof findingsOf>;

/** Fills in a whole sheet by hand: what is essential, saved, and then what is desirable, signed. */
export async function screensByHand(screener: Colleague, number: string, { first, weighed }: Findings): Promise<void> {
  const t = SCREENING_TEXTS[screener.language];
  await reads(screener, `/screening/${number}`);
  await fillsIn(screener.person, first);
  if (Object.keys(weighed).length > 0) {
    await goesOn(screener, t.save);
    await fillsIn(screener.person, weighed);
  }
  await goesOn(screener, t.sign);
  expect(addressOf(screener)).toContain('done=signed');
}

/** The same sheet by the same form, without the browser. */
export const screens = (screener: Colleague, number: string, { first, weighed }: Findings): Promise<void> =>
  sends(screener, `/screening/${number}`, { ...first, ...weighed, do: 'sign' });

export type Stage = { id: string; keys: string[] };
type Noted = { note: string; prefix?: '' | 'agreed-' };

/** Points and notes by the names of their fields; with `agreed-` they are what the panel agrees on. */
export const scoresOf = ({ keys }: Stage, points: readonly number[], { note, prefix = '' }: Noted) =>
  Object.fromEntries(
    keys.flatMap((key, at) => [
      [`${prefix}points-${key}`, String(points[at])],
      [`${prefix}note-${key}`, note],
    ]),
  ) as Record<string, string>;

const sheetAt = ({ id }: Stage, number: string) => `/stages/${id}/scores/${number}`;
export const NOTES: Record<Language, string> = {
  en: 'Told of a flood, with what they did themselves.',
  fr: 'A raconté une crue, en disant ce qu’était sa part.',
};

/** Scores somebody by hand, alone, and signs; answers the page as it was before. */
export async function scoresByHand(
  member: Colleague,
  { stage, number, points }: { stage: Stage; number: string; points: readonly number[] },
): Promise<string> {
  const before = await reads(member, sheetAt(stage, number));
  await fillsIn(member.person, scoresOf(stage, points, { note: NOTES[member.language] }));
  await goesOn(member, SELECTION_TEXTS[member.language].sign);
  expect(addressOf(member)).toContain('done=signed');
  return before;
}

export const scores = (
  member: Colleague,
  { stage, number, points }: { stage: Stage; number: string; points: readonly number[] },
): Promise<void> =>
  sends(member, sheetAt(stage, number), { ...scoresOf(stage, points, { note: NOTES[member.language] }), do: 'sign' });

/** The chair writes down what the panel agrees on. */
export const agrees = (
  chair: Colleague,
  { stage, number, points }: { stage: Stage; number: string; points: readonly number[] },
): Promise<void> => {
  const here = sheetAt(stage, number);
  const form = scoresOf(stage, points, { note: 'Heard together.', prefix: 'agreed-' });
  return sends(chair, here, { ...form, to: `${here}/agreement` });
};

/** Plans a stage as it counts: of what can be scored, the last items are, each by its weight. */
export async function plansStage(manager: Colleague, { app, reference }: Place, counted: CountedBy): Promise<Stage> {
  const { client, base } = manager;
  const { code, weight, passMark, items, assessedBy } = counted;
  await client.post(`${base}/stages`, { code });
  const id = (await planOf(app.db, reference)).find((stage) => stage.code === code)?.id ?? '';
  const here = `/stages/${id}`;
  const { text } = await client.get(base + here);
  const keys = [...text.matchAll(/name="weight-(\w+)"/g)].map(([, key = '']) => key).slice(-items.length);
  const counts = { weight: String(weight), 'pass-mark': String(passMark), 'assessed-by': assessedBy };
  const each = keys.flatMap((key, at) => [
    [`weight-${key}`, String(items[at])],
    [`question-en-${key}`, 'When did you show this?'],
    [`question-fr-${key}`, 'Quand l’avez-vous montré ?'],
  ]);
  await sends(manager, here, { ...counts, 'place-en': 'Room 3', ...Object.fromEntries(each) });
  return { id, keys };
}

/** Opens a stage in its turn, or closes it. */
export const moves = (manager: Colleague, { id }: Stage, how: 'opening' | 'closing'): Promise<void> =>
  sends(manager, '/stages', { to: `/stages/${id}/${how}` });

/** Desirable requirements, each weighed alike for a reason. */
export const wishesOf = ({ desirable }: Asked, weight: string): Record<string, string> =>
  Object.fromEntries(
    desirable.flatMap((key) => [
      [`finding-${key}`, weight],
      [`reason-${key}`, 'It is said in passing.'],
    ]),
  );
