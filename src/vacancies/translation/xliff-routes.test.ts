import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventsOf } from '../../people/event-queries.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { insertVacancy } from '../vacancy-testing.ts';
import { exchangeXliff } from './xliff-commands.ts';
import { filled } from './xliff-testing.ts';

let app: TestApp;
let translator: Client;
let second: Client;
let folder: string;
let printed: string[];
let warned: string[];
beforeAll(async () => {
  app = await testApp();
  translator = await app.signedInAs('translator');
  second = await app.signedInAs('translator', 'fr');
  folder = await mkdtemp(join(tmpdir(), 'concours-xliff-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await app.close();
});
beforeEach(() => {
  printed = [];
  warned = [];
});

let next = 260_850;
const reference = () => String((next += 1));
const address = (ref: string) => `/en/staff/vacancies/${ref}/translation/fr/file`;
const send = (ref: string, content: string | Buffer, client = translator) =>
  client.upload(
    address(ref),
    {},
    { field: 'file', name: 'back.xlf', type: 'application/xliff+xml', content: Buffer.from(content) },
  );
const run = (...args: string[]) =>
  exchangeXliff(
    args,
    { print: (text) => void printed.push(text), warn: (text) => void warned.push(text), environment: {} },
    app.context,
  );
const desirable = { en: ['one', 'two'], fr: [] };

test('a file goes out and comes back; what it brings is in the history, and anybody may check it', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, notice: { desirable } });
  const out = await translator.get(address(ref));

  const back = await send(ref, filled(out.text, { 'desirable.0': 'le « premier » & <seul>' }));
  const checked = await translator.post(`/en/staff/vacancies/${ref}/translation/fr`, { check: 'desirable.fr[0]' });

  expect(out.headers['content-disposition']).toBe(`attachment; filename="${ref}-en-fr.xlf"`);
  expect(out.headers['content-type']).toContain('application/xliff+xml');
  expect(back.status).toBe(200);
  expect(back.text).toContain('1 text taken');
  expect(back.text).toContain('1 text not translated in the file');
  expect(checked.status).toBe(303);
  const vacancy = await findVacancy(app.db, ref);
  expect(vacancy?.notice.desirable.fr).toEqual(['le « premier » & <seul>']);
  expect((await eventsOf(app.db, 'vacancy', ref))[0]).toMatchObject({
    action: 'import-translation',
    details: { fields: ['desirable'], language: 'fr' },
  });
});

test('a text changed here meanwhile is kept, and the file’s is shown to be copied', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });
  const out = await translator.get(address(ref));
  await translator.post(`/en/staff/vacancies/${ref}/translation/fr`, { 'title.fr': 'Changé ici' });

  const back = await send(ref, filled(out.text, { title: '<script>Du fichier' }));

  expect(back.text).toContain('changed here meanwhile');
  expect(back.text).toContain('&lt;script>Du fichier');
  expect((await findVacancy(app.db, ref))?.notice.title.fr).toBe('Changé ici');
});

test('what is no file of this translation is refused in words, and nothing changes', async () => {
  const [ref, other] = [reference(), reference()];
  await insertVacancy(app.db, { reference: ref });
  await insertVacancy(app.db, { reference: other });
  const out = await translator.get(address(ref));
  const german = out.text.replace('trgLang="fr"', 'trgLang="de"');

  const answers = [
    await send(other, out.text),
    await send(ref, german),
    await send(ref, 'Chère collègue,'),
    await send(ref, `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>`),
    await send(ref, ''),
    await translator.post(address(ref)),
  ];
  const french = await second.upload(
    `/fr/staff/vacancies/${other}/translation/fr/file`,
    {},
    { field: 'file', name: 'a.xlf', type: 'text/xml', content: Buffer.from(out.text) },
  );

  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 422]);
  expect(answers[0]?.text).toContain(`The file is of another notice: “${ref}”.`);
  expect(answers[1]?.text).toContain('The file translates in another direction: en → de.');
  expect(answers[3]?.text).toContain('DOCTYPE');
  expect(french.text).toContain('Le fichier est celui d’un autre avis');
  for (const one of [ref, other]) expect((await findVacancy(app.db, one))?.version).toBe(1);
});

test('once the public sees the notice, a translator’s file changes nothing', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'published' });
  const out = await translator.get(address(ref));

  expect((await send(ref, filled(out.text, { title: 'Agente' }))).status).toBe(409);
  expect((await findVacancy(app.db, ref))?.version).toBe(1);
});

test('the command line writes the file and takes it back', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, notice: { desirable } });
  const file = join(folder, 'out.xlf');

  const out = await run('export', ref, '--to', 'fr', '--out', file);
  await writeFile(file, filled(await readFile(file, 'utf8'), { 'desirable.1': 'deux' }));
  const back = await run('import', file);
  const shown = await run('export', ref);

  expect([out, back, shown]).toEqual([0, 0, 0]);
  expect(printed[0]).toBe(`${file}: ${ref}: 1 text taken`);
  expect(printed[1]).toContain('<target>deux</target>');
  expect((await findVacancy(app.db, ref))?.notice.desirable.fr).toEqual(['', 'deux']);
  expect((await eventsOf(app.db, 'vacancy', ref))[0]).toMatchObject({
    action: 'import-translation',
    actorKind: 'command-line',
  });
});

test('the command line says why not, and how it is used', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'published' });
  const file = join(folder, 'published.xlf');
  await run('export', ref, '--out', file);

  expect(await run('import', file)).toBe(1);
  expect(await run('import', join(folder, 'nothing.xlf'))).toBe(1);
  expect(await run('export', '269999')).toBe(1);
  expect(await run('export', ref, '--to', 'en')).toBe(1);
  expect(warned).toEqual([
    expect.stringContaining(`${ref}: The public has seen this notice`),
    expect.stringContaining('no such file'),
    '269999: There is no such vacancy.',
    expect.stringContaining('another direction'),
  ]);
  for (const args of [
    [],
    ['export'],
    ['export', ref, '--to', 'de'],
    ['import', file, file],
    ['import', file, '--out', 'x'],
  ])
    expect(await run(...args)).toBe(2);
});
