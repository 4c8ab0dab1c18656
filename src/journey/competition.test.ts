import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requirementsOf } from '../applications/answers.ts';
import { enterReceipts } from '../applications/receipt-log/receipt-log-tasks.ts';
import { insertClosedVacancy } from '../applications/stages/selection-testing.ts';
import { WITHDRAWAL_TEXTS } from '../applications/withdrawal/withdrawal-texts.ts';
import { COMPETITION_TEXTS } from '../competition/competition-texts.ts';
import { auditEvents } from '../people/event-chain/event-chain-queries.ts';
import { TEST_PASSWORD } from '../people/people-testing.ts';
import { archiveOf, filesOf, keyOf, writtenAnew, type Files } from '../reports/record/testing/files-testing.ts';
import { RECORD_TEXTS } from '../reports/record/record-texts.ts';
import { verifyRecord } from '../reports/record/verifying/audit.ts';
import { screeningResults } from '../screening/screening-queries.ts';
import { insertApplicant } from '../screening/screening-testing.ts';
import { SCREENING_TEXTS } from '../screening/screening-texts.ts';
import { REPORT_TEXTS } from '../selection/decision/report-texts.ts';
import { takeStep } from '../selection/panel-testing.ts';
import { planOf } from '../selection/plan/plan-queries.ts';
import { candidatesAtStage } from '../selection/scores/score-queries.ts';
import type { Language } from '../platform/language.ts';
import { plural } from '../site/numbers.ts';
import { ROOT } from '../testing.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { launchBrowser } from './browser-testing.ts';
import {
  endingsOf,
  generateCandidates,
  inHundredthsOfMost,
  INTERVIEW,
  isInterviewed,
  isInvited,
  isTested,
  TEST,
  type Ending,
  type Fate,
  type GeneratedCandidate,
} from './competition-candidates.ts';
import { countryIn, hashesReceived, lastSteps, merits, sha256Of } from './competition-endings.ts';
import { letterOf, wordsOf } from './competition-letters.ts';
import {
  accountOf,
  addressOf,
  agrees,
  arrives,
  fillsIn,
  findingsOf,
  goesOn,
  moves,
  NOTES,
  plansStage,
  reads,
  scores,
  scoresByHand,
  scoresOf,
  screens,
  screensByHand,
  windowOf,
  wishesOf,
  type Asked,
  type Colleague,
  type Stage,
} from './competition-steps.ts';
import { countsEqualAccess, EQUAL_ACCESS_LAID_DOWN, finishEqualAccess } from './competition-equality.ts';
import { eventsThatCanGo } from './competition-record.ts';
import { servedApp, type ServedApp } from './journey-app-testing.ts';
import { leave, opens, presses, reads as isTold } from './person-testing.ts';

/*
 * A whole competition: forty candidates whose ends were laid down by the arithmetic of `competition-candidates.ts`, six
 * people in their roles, three in English and three in French, and the recruitment manager who arranges. Each has a window
 * of a real browser without JavaScript; every page that they open there is looked at as in every journey.
 * By hand are all naming, declarations, settling, the reading of the order, the report and its signatures, the decision, the
 * release and the record; and of each kind of sheet at least two in each language. The other sheets, the plan of the stages,
 * the steps of the selection and what is agreed are sent by the same forms without the browser, as the same people.
 */
const SEED = 261_127;
const REFERENCE = '260991';
const BY_HAND = 2;
/** Of every kind there is one is removed; there must be as many kinds as this. */
const KINDS_OF_EVENTS = 20;

type Known = GeneratedCandidate & { number: string; accountId: string; language: Language; ending: Ending };

let app: ServedApp;
let browser: Browser;
let manager: Colleague;
let screeners: [Colleague, Colleague];
let chair: Colleague;
let member: Colleague;
let recused: Colleague;
let authority: Colleague;
let asked: Asked;
let written: Stage;
let stage: Stage;
const everybody: Known[] = [];
const withFate = (...fates: Fate[]) => everybody.filter(({ fate }) => fates.includes(fate));
const numbersOf = (some: readonly Known[]) => some.map(({ number }) => number);
const one = (some: readonly Known[]): Known => {
  const [first] = some;
  if (!first) throw new Error('Nobody there');
  return first;
};
/** From whom the third member is recused. */
const friend = () => one(withFate('passes'));

beforeAll(async () => {
  [app, browser] = await Promise.all([servedApp(), launchBrowser()]);
  await insertClosedVacancy(app.db, REFERENCE);
  const place = placeOf();
  const generated = generateCandidates(SEED);
  const endings = endingsOf(generated);
  for (const [at, candidate] of generated.entries()) {
    const ending = endings.get(candidate);
    if (!ending) throw new Error('Without an ending');
    const language = at % 2 === 0 ? 'en' : 'fr';
    const { id: accountId } = await accountOf(place, candidate, language);
    const { givenNames, familyName, nationality, email } = candidate;
    const statement = `I am ${givenNames} ${familyName}, from ${countryIn('en', nationality)}; ${email}. Flood ${at}.`;
    const letter = letterOf(candidate, at);
    const told = { accountId, givenNames, familyName, nationalities: [nationality], statement, letter };
    const { number } = await insertApplicant(app.context, REFERENCE, told);
    everybody.push({ ...candidate, ending, accountId, language, number });
  }
  await finishEqualAccess(app, everybody);
  manager = await arrives(place, { name: 'Greta Lund', language: 'en', role: 'recruitment-manager' });
  screeners = [
    await arrives(place, { name: 'Asta Berg', language: 'en' }),
    await arrives(place, { name: 'Odile Favre', language: 'fr' }),
  ];
  chair = await arrives(place, { name: 'Ellen Dahl', language: 'en' });
  member = await arrives(place, { name: 'Paul Renard', language: 'fr' });
  recused = await arrives(place, { name: 'Siri Foss', language: 'en' });
  authority = await arrives(place, { name: 'Claire Morel', language: 'fr' });
  const notice = (await findVacancy(app.db, REFERENCE))?.notice;
  const requirements = notice ? requirementsOf(notice) : [];
  const keysOf = (kind: string) => requirements.filter((each) => each.kind === kind).map(({ key }) => key);
  asked = { essential: keysOf('essential'), desirable: keysOf('desirable') };
});
afterAll(async () => {
  for (const { person } of [manager, ...screeners, chair, member, recused, authority]) await leave(person);
  await browser.close();
  await app.close();
});

const placeOf = () => ({ app, browser, reference: REFERENCE });
describe('before anybody judges', () => {
  test('the generated forty are of every fate, with a tie at the top and a list that is kept', () => {
    const endings = Map.groupBy(everybody, ({ ending }) => ending.position);

    expect(everybody).toHaveLength(40);
    expect(endings.get('selected')).toHaveLength(1);
    expect(endings.get('reserve-listed')?.length).toBeGreaterThanOrEqual(5);
    expect(withFate('tied-at-the-top').map(({ ending }) => ending.rank)).toEqual([1, 1]);
    expect(new Set(everybody.map(({ ending }) => ending.reason)).size).toBe(6);
  });

  test('six people are named by hand, and the screeners declare without being told who applied', async () => {
    const named = [
      [screeners[0], 'screener'],
      [screeners[1], 'screener'],
      [chair, 'panel-chair'],
      [member, 'panel-member'],
      [recused, 'panel-member'],
      [authority, 'appointing-authority'],
    ] as const;
    await reads(manager, '/people');
    for (const [{ email }, role] of named) {
      await fillsIn(manager.person, { email, role });
      await goesOn(manager, COMPETITION_TEXTS.en.addButton);
      expect(addressOf(manager)).toContain('done=named');
    }

    for (const screener of screeners) await declares(screener);
  });
});

async function declares(colleague: Colleague, conflicts: Record<string, string> = {}): Promise<void> {
  await reads(colleague, '/declaration');
  await fillsIn(colleague.person, { ...conflicts, declares: 'yes' });
  await goesOn(colleague, COMPETITION_TEXTS[colleague.language].signButton);
  expect(addressOf(colleague)).toContain('done=signed');
}

describe('the screening', () => {
  test('is begun, and both judge all forty by themselves', async () => {
    await reads(manager, '/screening/arrangement');
    await goesOn(manager, SCREENING_TEXTS.en.begin);
    await reads(manager, '/screening/arrangement');
    await goesOn(manager, SCREENING_TEXTS.en.assign);
    expect(addressOf(manager)).toContain('count=80');

    const byHand = [one(withFate('passes')), one(withFate('lacks-a-requirement')), one(withFate('differs-and-is-out'))];
    for (const [at, screener] of screeners.entries()) {
      await reads(screener, '/screening');
      for (const each of everybody) {
        const found = findingsOf(each, asked, { language: screener.language, isSecond: at === 1 });
        await (byHand.includes(each) ? screensByHand : screens)(screener, each.number, found);
      }
      await reads(screener, '/screening');
      await reads(screener, '/people');
    }
  }, 120_000);

  test('shows what each sent in as words, and neither its file nor what that was called', async () => {
    const sheet = (number: string) => `/screening/${number}`;
    for (const [at, { number }] of everybody.entries()) {
      const [screener] = at % 4 < 2 ? screeners : screeners.toReversed();
      if (!screener) throw new Error('Nobody screens');
      const { client, base, seen, language } = screener;
      const text = at < 2 ? undefined : await client.get(`${base}${sheet(number)}/texts/cover-letter`);
      const html = text?.text ?? (await reads(screener, `${sheet(number)}/texts/cover-letter`));
      expect(html).toContain(wordsOf(at));
      const file = await client.get(`${base}${sheet(number)}/files/cover-letter`);
      const sent = await client.get(`/${language}/staff/applications/${number}/documents/cover-letter`);
      expect([file.status, sent.status]).toEqual([404, 403]);
      seen.push(html, ...[file, sent].map(({ text: told, headers }) => told + JSON.stringify(headers)));
    }
  });

  test('showed neither of them a name, an address or a nationality', () => {
    const telling = everybody.flatMap(({ givenNames, familyName, email, nationality }) => [
      givenNames,
      familyName,
      email,
      countryIn('en', nationality),
      countryIn('fr', nationality),
    ]);

    for (const { seen } of screeners) {
      const pages = seen.join('\n').toLowerCase();
      expect(pages).toContain(one(everybody).number.toLowerCase());
      expect(telling.filter((words) => pages.includes(words.toLowerCase()))).toEqual([]);
    }
  });

  test('is settled by a third person where they differ, and comes to what was laid down', async () => {
    const t = SCREENING_TEXTS.en;
    const differing = withFate('differs-and-is-kept', 'differs-and-is-out');
    await reads(manager, '/screening/settlement');
    await goesOn(manager, plural(40 - differing.length, t.settleAgreed, 'en'));
    for (const each of differing) {
      const key = asked.essential[each.lacks ?? -1] ?? '';
      const isKept = each.fate === 'differs-and-is-kept';
      await reads(manager, `/screening/${each.number}/settlement`);
      await fillsIn(manager.person, {
        [`finding-${key}`]: isKept ? 'met' : 'not-met',
        [`reason-${key}`]: 'Read again, beside the notice.',
        ...(isKept && wishesOf(asked, 'partial')),
      });
      await goesOn(manager, t.settle);
      expect(addressOf(manager)).toContain('done=settled');
    }

    const results = await screeningResults(app.db, REFERENCE);
    expect(new Map(results.map(({ number, outcome }) => [number, outcome]))).toEqual(
      new Map(everybody.map((each) => [each.number, isInvited(each) ? 'met' : 'not-met'])),
    );
  });
});

const step = (form: Record<string, string | string[]>) => takeStep(manager.client, REFERENCE, form);

describe('the panel', () => {
  test('has stages with weights and a pass mark, fixed before anybody is scored', async () => {
    written = await plansStage(manager, placeOf(), TEST);
    stage = await plansStage(manager, placeOf(), INTERVIEW);
    await moves(manager, written, 'opening');

    const plan = await planOf(app.db, REFERENCE);
    expect(plan.map(({ code, status, weight, passMark }) => [code, status, weight, passMark])).toEqual([
      ['written-test', 'open', 40, 50],
      ['panel-interview', 'planned', 60, 60],
    ]);
  });

  test('has before it those who were invited; the others are told why not; one withdraws meanwhile', async () => {
    await step({ position: 'received', numbers: numbersOf(everybody), action: 'review' });
    for (const reason of ['not-eligible', 'essential-requirement']) {
      const numbers = numbersOf(everybody.filter(({ ending }) => ending.reason === reason));
      await step({ position: 'under-review', numbers, action: 'not-retain', reason });
    }
    const numbers = numbersOf(everybody.filter(isInvited));
    await step({ position: 'under-review', numbers, action: 'invite', stage: TEST.code });

    const { number, accountId } = one(withFate('withdraws'));
    const person = await windowOf({ app, browser }, { accountId, language: 'fr' });
    await opens(person, `/fr/my/applications/${number}/withdrawal`);
    await fillsIn(person, { confirm: 'yes' });
    await presses(person, WITHDRAWAL_TEXTS.fr.button);
    await leave(person);

    const before = await candidatesAtStage(app.db, REFERENCE, TEST.code);
    expect(before.map((each) => each.number)).toEqual(numbersOf(everybody.filter(isTested)));
  });

  test('interviews those who passed a test that others marked', async () => {
    for (const { number, tested } of everybody.filter(isTested))
      await agrees(manager, { stage: written, number, points: tested });
    await moves(manager, written, 'closing');
    await moves(manager, stage, 'opening');
    const numbers = numbersOf(everybody.filter(isInterviewed));
    await step({ position: 'invited', numbers, action: 'invite', stage: INTERVIEW.code });

    const before = await candidatesAtStage(app.db, REFERENCE, INTERVIEW.code);
    expect(before.map((each) => each.number)).toEqual(numbers);
    expect(numbers.length).toBeLessThan(everybody.filter(isTested).length);
  });

  test('agrees on nothing below its quorum, and one of it is recused from one candidate', async () => {
    const { number, agreed } = friend();
    await declares(chair);
    await declares(recused, { [`kind-${number}`]: 'friendship', [`why-${number}`]: 'We sail together.' });
    const here = `/stages/${stage.id}/scores/${number}`;
    await scores(chair, { stage, number, points: agreed });
    const early = await chair.client.post(
      `${chair.base}${here}/agreement`,
      scoresOf(stage, agreed, { note: NOTES.en, prefix: 'agreed-' }),
    );
    expect(early.text).toContain('below its quorum');
    await declares(member);

    expect((await recused.client.get(recused.base + here)).status).toBe(404);
    const form = { ...scoresOf(stage, agreed, { note: NOTES.en }), do: 'sign' };
    expect((await recused.client.post(recused.base + here, form)).status).toBe(404);
    expect(await reads(manager, '/people')).toContain(COMPETITION_TEXTS.en.reached);
  });

  test('scores alone, sees nothing of the others before, and then agrees', async () => {
    const invited = everybody.filter(isInterviewed);
    const before: string[] = [];
    for (const [at, colleague] of [chair, member, recused].entries()) {
      // The chair has scored this one already, and who is recused does not.
      const own = invited.filter((each) => each !== friend() || colleague === member);
      for (const [index, { number, alone }] of own.entries()) {
        const given = { stage, number, points: alone[at] ?? [] };
        if (index < BY_HAND) before.push(await scoresByHand(colleague, given));
        else await scores(colleague, given);
      }
    }
    expect(before).toHaveLength(3 * BY_HAND);
    expect(before.filter((html) => html.includes(NOTES.en) || html.includes(NOTES.fr))).toEqual([]);
    // What was looked for is there to be found: once one's own is signed, the others' can be read.
    expect(await reads(member, `/stages/${stage.id}/scores/${one(invited).number}`)).toContain(NOTES.en);
    for (const { number, agreed } of invited) await agrees(chair, { stage, number, points: agreed });
    await moves(manager, stage, 'closing');

    expect((await planOf(app.db, REFERENCE)).map(({ status }) => status)).toEqual(['closed', 'closed']);
    const list = `/stages/${stage.id}/scores`;
    expect((await recused.client.get(`${recused.base}${list}/${friend().number}`)).status).toBe(404);
    expect(await reads(recused, list)).not.toContain(`${list}/${friend().number}`);
    expect(await reads(recused, '/merit')).not.toContain(friend().number);
  }, 120_000);
});

describe('the decision', () => {
  test('rests on the order that was laid down, with its tie', async () => {
    const placed = everybody.filter(({ ending }) => ending.rank !== null);
    const expected = new Map(
      placed.map((each) => [each.number, { rank: each.ending.rank, total: inHundredthsOfMost(each) }]),
    );

    for (const colleague of [manager, member]) {
      await reads(colleague, '/merit');
      const rows = await colleague.person.page.locator('table').first().locator('tbody tr').allInnerTexts();
      const shown = rows.map(merits);
      const ranks = shown.map(([, { rank }]) => rank);
      expect(new Map(shown)).toEqual(expected);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
  });

  test('is proposed with a reason for how the tie is parted, and signed by all three', async () => {
    const t = REPORT_TEXTS.en;
    const second = one(withFate('tied-at-the-top').filter(({ ending }) => ending.position !== 'selected'));
    await reads(chair, '/report');
    await goesOn(chair, t.begin);
    const proposals = everybody
      .filter(isTested)
      .flatMap(({ number, ending: { position, reason } }) => [
        [`outcome-${number}`, position],
        ...(reason ? [[`reason-${number}`, reason]] : []),
      ]);
    await fillsIn(chair.person, { ...Object.fromEntries(proposals), 'text-en': 'A field of strong candidates.' });
    const refused = await goesOn(chair, t.freeze);
    expect(refused).toContain(`Say why somebody comes out better than ${second.number}`);
    await fillsIn(chair.person, { [`why-${second.number}`]: 'The first item weighs most for this post.' });
    await goesOn(chair, t.freeze);
    expect(addressOf(chair)).toContain('done=frozen');

    for (const colleague of [chair, member, recused]) {
      const isNarrowed = (await reads(colleague, '/report')).includes(REPORT_TEXTS.en.notShown);
      expect(isNarrowed).toBe(colleague === recused);
      await fillsIn(colleague.person, { currentPassword: TEST_PASSWORD });
      await goesOn(colleague, REPORT_TEXTS[colleague.language].sign);
      expect(addressOf(colleague)).toContain('done=signed');
    }
    await reads(chair, '/report');
    await goesOn(chair, t.submit);
    expect(addressOf(chair)).toContain('done=submitted');
  });

  test('is taken by the appointing authority, and told by the recruitment manager alone', async () => {
    await reads(authority, '/report');
    await fillsIn(authority.person, { action: 'accept', currentPassword: TEST_PASSWORD });
    await goesOn(authority, REPORT_TEXTS.fr.decideButton);
    expect(addressOf(authority)).toContain('done=decided');
    expect(await app.db.selectFrom('messages').select('id').execute()).toEqual([]);

    await reads(manager, '/report');
    await goesOn(manager, REPORT_TEXTS.en.release);
    expect(addressOf(manager)).toContain('done=released');
  });

  test('ended for each of the forty as it was laid down, with the reason that they are told', async () => {
    const expected = everybody.map(({ number, ending: { position, reason } }) => [number, { position, reason }]);
    expect(await lastSteps(app.db)).toEqual(new Map(expected as [string, Ending][]));

    const letters = await app.db
      .selectFrom('messages')
      .innerJoin('applications', 'applications.id', 'applicationId')
      .select(['applications.number', 'body'])
      .execute();
    expect(letters.map(({ number }) => number).toSorted()).toEqual(numbersOf(everybody.filter(isTested)).toSorted());
    const { reasons } = app.context.organisation.selection;
    const wrong = everybody.filter(isTested).filter(({ number, ending }) => {
      const body = letters.find((letter) => letter.number === number)?.body as { en: string; fr: string };
      const told = reasons.filter(({ told: { en, fr } }) => body.en.includes(en) && body.fr.includes(fr));
      return told.map(({ code }) => code).join() !== (ending.reason ?? '');
    });
    expect(wrong).toEqual([]);

    for (const reason of ['not-eligible', 'comparison']) {
      const each = one(everybody.filter(({ ending, language }) => ending.reason === reason && language === 'fr'));
      const person = await windowOf({ app, browser }, each);
      await opens(person, `/fr/my/applications/${each.number}`);
      await isTold(person, reasons.find(({ code }) => code === reason)?.told.fr ?? 'no reason');
      await leave(person);
    }
  });
});

describe('the record', () => {
  let files: Files;
  const known = async () => ({ keys: [await keyOf(app.context)] });
  const problemsOf = async (some: Files) => {
    const audit = await verifyRecord(archiveOf(some), await known());
    return audit.ok ? audit.value.problems : ['no record'];
  };

  test('is saved from its page, and holds without the database', async () => {
    await enterReceipts(app.context);
    await reads(manager, '/record');
    const { page } = manager.person;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: RECORD_TEXTS.en.make }).click();
    const saved = await (await download).path();
    files = filesOf(await readFile(saved));
    // The command in a process of its own, which is told of no database.
    const said = execFileSync(process.execPath, [`${ROOT}/dist/cli.js`, 'verify-record', saved], { env: {} });

    expect(said.toString()).toContain('Everything holds');
    expect(await problemsOf(files)).toEqual([]);
    expect(Object.keys(files).filter((name) => name.endsWith('/receipt.json'))).toHaveLength(40);
    const letters = await hashesReceived(app.db);
    expect(letters).toHaveLength(40);
    expect(Object.values(files).map(sha256Of)).toEqual(expect.arrayContaining(letters));
    expect(await auditEvents(app.db)).toMatchObject({ problems: [], unlisted: 0 });
  });

  test('shows that an event is gone, whichever kind it is of, though it were signed anew by the organisation', async () => {
    const { kinds, unnoticed } = await eventsThatCanGo(files, { key: await keyOf(app.context), problemsOf });

    expect(kinds).toBeGreaterThanOrEqual(KINDS_OF_EVENTS);
    expect(unnoticed).toEqual([]);
  });

  test.each([
    ['screening-results.csv', [/,met,/, ',not-met,'], ['outcome', 'words']],
    ['screening-sheets.csv', [/T\d\d:\d\d:\d\d.\d{3}Z,\[\]/, 'T00:00:00.000Z,[]'], ['time']],
  ] as const)(
    'names what was changed in %s, though the organisation wrote all anew',
    async (table, [from, to], differs) => {
      const changed = { ...files, [table]: Buffer.from((files[table]?.toString() ?? '').replace(from, to)) };
      const anew = writtenAnew(changed, await keyOf(app.context), () => true);

      expect(await problemsOf(anew)).toMatchObject([{ kind: 'row-differs', table, in: differs }]);
    },
  );
});

test('equal access by stage comes to what was laid down, once no answer can come any more', async () => {
  expect(await countsEqualAccess({ app, browser, reference: REFERENCE })).toEqual(EQUAL_ACCESS_LAID_DOWN);
});
