import { execFileSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertDraft } from '../../applications/application-testing.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { decidedCompetition } from '../record/testing/competition-testing.ts';
import { REPORTS } from './figures-reports.ts';

let app: TestApp;
let manager: Client;
let auditor: Client;
beforeAll(async () => {
  app = await testApp();
  [manager, auditor] = [await app.signedInAs('recruitment-manager'), await app.signedInAs('auditor')];
});
afterAll(() => app.close());

const address = (rest: string, language = 'en') => `/${language}/staff/figures/${rest}`;
const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const read = async (client: Client, rest: string, language = 'en') =>
  wordsOf((await client.get(address(rest, language))).text);

test.each(REPORTS)(
  'where there is nothing to count, $code says so in both languages, and its files open',
  async (report) => {
    for (const language of ['en', 'fr'] as const) {
      const page = await manager.get(address(report.code, language));
      const sheet = await manager.get(address(`${report.code}.xlsx`, language));
      const pdf = await manager.get(address(`${report.code}.pdf`, language));

      expect([page.status, sheet.status, pdf.status]).toEqual([200, 200, 200]);
      expect(page.text).toContain('class="empty-title"');
      expect(page.text).not.toContain('<table');
      expect(Object.keys(unzipSync(sheet.body))).toContain('xl/worksheets/sheet1.xml');
      expect(textOfPdf(pdf.body)).toContain(report.title[language]);
    }
  },
);

const textOfPdf = (pdf: Buffer) =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).replaceAll(/\s+/g, ' ');

test('a competition held by its forms has its times, its state and its list', async () => {
  await decidedCompetition(app, '260501');

  const times = await read(manager, 'times');
  expect(times).toContain('Panel interview');
  expect(times).toContain('Decision of the appointing authority');
  expect(times).toMatch(/260501 .*Until an offer is accepted/);
  expect(await read(manager, 'states')).toMatch(/Closed Vacancies 1/);
  expect(await read(manager, 'reserve-lists')).toMatch(/260501 .* 1 /);
  expect(await read(manager, 'nations')).toContain('1 is left out because too few applied.');
});

test('nobody is named in figures, on pages or in files', async () => {
  const everything = await Promise.all(
    REPORTS.flatMap(({ code }) => ['', '.csv', '.xlsx', '.pdf'].map((type) => manager.get(address(code + type)))),
  );
  const told = everything.map(({ text, body, headers }) => {
    const type = String(headers['content-type']);
    if (type.includes('sheet'))
      return Object.values(unzipSync(body))
        .map((file) => strFromU8(file))
        .join('\n');
    return type.includes('pdf') ? textOfPdf(body) : text.slice(text.indexOf('<main') + 1);
  });

  expect(told.length).toBe(REPORTS.length * 4);
  expect(told.filter((text) => /Marin|A-260501/.test(text))).toEqual([]);
});

test('who reads figures without those on nations is not offered them, and finds nothing there', async () => {
  const list = (await auditor.get('/en/staff/figures')).text;
  const [recruiter, translator] = [await app.signedInAs('recruiter'), await app.signedInAs('translator')];

  expect(list).toContain('/en/staff/figures/times"');
  expect(list).not.toContain('/nations');
  expect((await manager.get('/en/staff/figures')).text).toContain('/en/staff/figures/nations"');
  expect((await auditor.get(address('times'))).status).toBe(200);
  for (const rest of ['nations', 'nations.csv', 'nations.xlsx', 'nations.pdf'])
    expect((await auditor.get(address(rest))).status).toBe(404);
  for (const client of [recruiter, translator]) expect((await client.get(address('times'))).status).toBe(404);
  expect((await manager.get('/en/staff/vacancies')).text).toContain('href="/en/staff/figures"');
  expect((await recruiter.get('/en/staff/vacancies')).text).not.toContain('href="/en/staff/figures"');
});

test('what a reader applies for is in none of what they read', async () => {
  const applying = await app.signedInAs('recruitment-manager');
  await insertVacancy(app.db, { reference: '260502', status: 'published' });
  await insertDraft(app.db, { accountId: applying.accountId ?? '', reference: '260502' });

  expect(await read(manager, 'times')).toContain('260502');
  expect(await read(applying, 'times')).not.toContain('260502');
  expect(await read(manager, 'states')).toMatch(/Published Vacancies 1/);
  expect(await read(applying, 'states')).toMatch(/Published Vacancies 0/);
});

test('a period, a grade, a contract and a body limit what is counted, and every file is limited likewise', async () => {
  const notice = { grades: ['G12'], body: 'River Police' };
  const createdAt = new Date('2026-02-28T23:30:00Z');
  await insertVacancy(app.db, { reference: '260503', createdAt, notice });
  const count = async (query: string) =>
    /All Vacancies (\d+)/.exec(await read(manager, `states?${query}`))?.[1] ?? 'none';

  expect(await count('')).toBe('3');
  // In Brussels it is March by then.
  expect(await count('until-month=2&until-year=2026')).toBe('none');
  expect(await count('from-month=3&from-year=2026&until-month=3&until-year=2026')).toBe('1');
  expect(await count('grade=G12')).toBe('1');
  expect(await count('body=River+Police')).toBe('1');
  expect(await count('body=River+Police&grade=G15')).toBe('none');
  const csv = (await manager.get(address('states.csv?body=River+Police'))).text;
  expect(csv).toBe(
    '\uFEFFState,Vacancies\r\nDraft,1\r\nIn review,0\r\nScheduled,0\r\nPublished,0\r\nClosed,0\r\nFilled,0\r\nCancelled,0\r\nAll,1\r\n',
  );
});

test('a notice that announces several posts is found by the grade of each', async () => {
  const posts = [
    { count: 2, grades: ['G20'] },
    { count: 1, grades: ['G22', 'G23'] },
  ];
  await insertVacancy(app.db, { reference: '260505', notice: { grades: [], posts } });

  for (const grade of ['G20', 'G23']) expect(await read(manager, `times?grade=${grade}`)).toContain('260505');
  expect(await read(manager, 'times?grade=G21')).not.toContain('260505');
});

test('what is no period is said beside the field, with what was typed, and gives no file', async () => {
  const page = await manager.get(address('times?from-month=13&from-year=2026'));

  expect(page.status).toBe(422);
  expect(page.text).toContain('href="#f-from-month"'.replace('-month', ''));
  expect(page.text).toContain('value="13"');
  expect((await manager.get(address('times.csv?from-month=13&from-year=2026'))).status).toBe(404);
  expect((await manager.get(address('times.csv?table=elsewhere'))).status).toBe(404);
});

test('a title that a spreadsheet would take for a formula is a text in every file', async () => {
  const title = { en: '=HYPERLINK("http://elsewhere.example")', fr: 'x' };
  await insertVacancy(app.db, { reference: '260504', notice: { title } });
  const at = app.now;
  await recordEvent(app.db, { subject: 'vacancy', subjectId: '260504', action: 'begin', by: { kind: 'system' }, at });

  const sheets = unzipSync((await manager.get(address('times.xlsx'))).body);
  const csv = (await manager.get(address('times.csv?table=waiting'))).text;
  const xml = Object.values(sheets).map((file) => strFromU8(file));

  // Days are written for programs, and told in words on the page.
  expect(csv).toMatch(/\r\n260505,[^\n]*,2026-11-02,20\r\n/);
  expect(await read(manager, 'times')).toMatch(/260505 .* 2 November 2026 /);
  expect(csv).toContain(`"'=HYPERLINK(""http://elsewhere.example"")"`);
  expect(xml.some((file) => file.includes('=HYPERLINK'))).toBe(true);
  expect(xml.filter((file) => /<f[ >]/.test(file) && file.includes('<worksheet'))).toEqual([]);
});

test('numbers are numbers in a spreadsheet, and the notes say what was counted', async () => {
  const sheets = unzipSync((await manager.get(address('states.xlsx?grade=G12'))).body);
  const all = Object.entries(sheets).map(([name, file]) => [name, strFromU8(file)] as const);
  const first = all.find(([name]) => name.endsWith('sheet1.xml'))?.[1] ?? '';

  expect(first).toMatch(/<c r="B2"[^>]*><v>1<\/v>/);
  expect(all.some(([, text]) => text.includes('Counted: G12.'))).toBe(true);
});

test('a PDF is tagged, in the language of its reader, with its tables', async () => {
  const { body, headers } = await manager.get(address('times.pdf', 'fr'));

  const info = execFileSync('pdfinfo', ['-'], { input: body, encoding: 'utf8' });
  expect(headers['content-disposition']).toContain('times-2026-11-22.pdf');
  expect(info).toMatch(/Tagged: +yes/);
  expect(textOfPdf(body)).toContain('Où les vacances de poste attendent');
  expect(textOfPdf(body)).toContain('260501');
  // The chart is drawn, with the words that stand for it, beside the table that has the same figures.
  expect(textOfPdf(body)).toContain('Jours que prend chaque étape');
  const structure = execFileSync('pdfinfo', ['-struct', '-'], {
    input: body,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  expect(structure).toMatch(/Caption[\s\S]*Figure[\s\S]*Table/);
});

test('a chart is one picture with a name, and the table after it has its figures', async () => {
  const { text } = await manager.get(address('states'));

  expect(text).toContain('role="img" aria-label="Vacancies in each state. The table below has the same figures."');
  expect(text.match(/<svg class="chart-bar"[^>]*aria-hidden="true"/g)?.length).toBe(7);
});
