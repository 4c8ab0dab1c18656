/**
 * `npm run bench` prints one table of figures of this machine, as ratios within one run, since machines differ and are noisy:
 * pages against a bare server's static reply of the same bytes, submissions through the whole web against the bare SQL of
 * their transaction, notices read and linted a second, and decisions a second of each rule by the organisation that takes the longest.
 * `npm run bench -- rules` measures the rules alone, without a database, in a minute of processor time; `-- render` the
 * files made of notices; `-- submissions` submits with the chain of events and without; `-- search` searches among 1,000 and 100,000 open vacancies, in several minutes; `-- integrity` one
 * letter against 10,000 others; `-- screening` the pages of a screening of 1,000 and of 10,000 applications; `-- selection` those of
 * a panel that has 100 and 1,000 candidates of 10,000 before it, and its report; `-- record [SHARE]` makes and verifies the record of
 * 10,000 applications with documents, or of that share of it, in ten minutes; `-- figures` the reports over 100 and over 1,000 vacancies;
 * `-- appointments` what offices look at with 200 and with 2,000 contracts.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { sql as statement } from 'kysely';
import { loadSpelling } from '../notices/lint/spelling.ts';
import { benchDocument, benchLint, benchNotices, benchRender } from '../notices/notice-bench.ts';
import type { House } from '../notices/render/printed-notice.ts';
import type { Context } from '../people/context.ts';
import { loadOrganisationFolder } from '../notices/organisation-folder.ts';
import { migrate } from '../platform/migrations.ts';
import { startCluster } from '../platform/postgres/cluster.ts';
import { openTypst } from '../platform/typst/typst.ts';
import { ROOT, startBenchServer } from './bench-process.ts';
import { demonstrationTexts, prepare, type Prepared } from './bench-data.ts';
import { benchContext } from './bench-context.ts';
import { sayAppointments } from './bench-appointments.ts';
import { sayFigures } from './bench-figures.ts';
import { sayIntegrity } from './bench-integrity.ts';
import { measurePages } from './bench-pages.ts';
import { measureRules } from './bench-rules.ts';
import { sayRecord } from './bench-record.ts';
import { sayScreening } from './bench-screening.ts';
import { saySelection } from './bench-selection.ts';
import { saySearch } from './bench-search.ts';
import { measureSubmissions } from './bench-submissions.ts';

const say = (line = '') => void process.stdout.write(`${line}\n`);
const round = (value: number) => Math.round(value).toLocaleString('en-GB');
const percent = (share: number) => `${Math.round(share * 100)} %`;

const [part, shareOf] = process.argv.slice(2);
if (part === undefined) await sayEverything();
else if (part === 'rules') {
  sayMachine();
  sayHead();
  sayRules();
} else if (part === 'render') {
  sayMachine();
  sayHead();
  await sayRenders(demonstrationTexts(ROOT), loadOrganisationFolder(join(ROOT, 'organisations/northern-rivers')));
} else if (part === 'submissions') {
  sayMachine();
  sayHead();
  await sayChain();
} else if (part === 'search') {
  sayMachine();
  await onNewDatabase((few) => onNewDatabase((many) => saySearch([few, many], say)));
} else if (part === 'figures') {
  sayMachine();
  await onNewDatabase((few) => onNewDatabase((many) => sayFigures([few, many], say)));
} else if (part === 'appointments') {
  sayMachine();
  await onNewDatabase((few) => onNewDatabase((many) => sayAppointments([few, many], say)));
} else if (part === 'selection') {
  sayMachine();
  await onNewDatabase((context) => saySelection(context, say));
} else if (part === 'record') {
  sayMachine();
  const share = Number(shareOf ?? 1);
  await onNewDatabase((context, url) => sayRecord(context, { url, share }, say));
} else if (part === 'screening') {
  sayMachine();
  await onNewDatabase((context) => sayScreening(context, say));
} else if (part === 'integrity') {
  sayMachine();
  await onNewDatabase((context) => sayIntegrity(context, demonstrationTexts(ROOT), say));
} else {
  process.stderr.write(
    'usage: npm run bench [-- rules|render|submissions|search|screening|selection|record|integrity|figures|appointments]\n',
  );
  process.exitCode = 2;
}

/** Works on an empty migrated database of its own, which is gone afterwards. */
async function onNewDatabase(work: (context: Context, url: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'concours-bench-'));
  // PostgreSQL never runs as root, and its account must be able to pass.
  chmodSync(dataDir, 0o711);
  const cluster = await startCluster({ dataDir, log: () => undefined });
  try {
    const context = benchContext(ROOT, cluster.url);
    await migrate(context.db, join(ROOT, 'migrations'));
    await work(context, cluster.url);
    await context.db.destroy();
  } finally {
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function sayEverything(): Promise<void> {
  return onNewDatabase(async (context, url) => {
    const prepared = await prepare(context, ROOT);
    sayMachine();
    say(`embedded PostgreSQL with fsync on; ${prepared.vacancies.length} open vacancies`);
    sayHead();
    await sayPages(url, prepared);
    const submissions = await saySubmissions('submission, 16 at once', { url, prepared });
    const reading = benchNotices(prepared.texts, context.vocabulary, { collect: globalThis.gc ?? (() => undefined) });
    say(`| notices read, one core, warm | ${round(reading.perSecond)} | | | 500 |`);
    const linting = benchLint(prepared.texts, { ...context, spelling: await loadSpelling() });
    say(`| notices linted, one core, warm | ${round(linting)} | | | 50 |`);
    await sayRenders(prepared.texts, context);
    await sayDocuments();
    sayRules();
    say();
    say(`submission p50 ${submissions.p50Ms.toFixed(1)} ms, p99 ${submissions.p99Ms.toFixed(1)} ms`);
    say(
      `reader's heap after ${round(reading.reads)} notices: ${reading.heapGrowthMiB.toFixed(1)} MiB more than after the first tenth`,
    );
  });
}

async function saySubmissions(what: string, { url, prepared }: { url: string; prepared: Prepared }) {
  const figures = await measureSubmissions(url, prepared);
  const { web, sql } = figures;
  say(`| ${what} | ${round(web)} | ${round(sql)} (SQL) | ${percent(web / sql)} | 60 % |`);
  return figures;
}

/** What it costs that events are chained: the same submissions on a database without the trigger, in turn. */
async function sayChain(): Promise<void> {
  for (const chained of [true, false, true, false])
    await onNewDatabase(async (context, url) => {
      if (!chained) await statement`alter table events disable trigger events_are_chained`.execute(context.db);
      const prepared = await prepare(context, ROOT);
      await saySubmissions(`submission, 16 at once, events ${chained ? '' : 'not '}chained`, { url, prepared });
    });
}

async function sayDocuments(): Promise<void> {
  for (const name of ['chromium-tagged.pdf', 'chromium-untagged.pdf', 'notice.docx', 'notice.html']) {
    const bytes = readFileSync(join(ROOT, 'src', 'notices', 'golden', 'export', name));
    say(`| ${name} made into text, one core, warm | ${round(await benchDocument(bytes))} | | | |`);
  }
}

function sayMachine(): void {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  say(`${cpu?.model.trim()}, ${cpus().length} processors, ${memory}; Node ${process.version}`);
}

function sayHead(): void {
  say();
  say('| what | a second | bare | share of bare | aim |');
  say('|---|---|---|---|---|');
}

async function sayPages(databaseUrl: string, { vacancies }: Prepared): Promise<void> {
  const server = await startBenchServer({ databaseUrl, core: 0 });
  for (const { name, bytes, ours, bare } of await measurePages(server, vacancies)) {
    say(
      `| ${name}, ${round(bytes / 1000)} kB, one core | ${round(ours)} | ${round(bare)} (static) | ${percent(ours / bare)} | 25 % |`,
    );
  }
  server.stop();
}

async function sayRenders(texts: string[], context: House): Promise<void> {
  const typst = openTypst();
  for (const { format, perSecond } of await benchRender(texts, { ...context, typst }))
    say(`| notices made into ${format}, warm | ${round(perSecond)} | | | |`);
  typst.close();
}

function sayRules(): void {
  for (const { name, perSecond, slowest, aim } of measureRules(ROOT))
    say(`| ${name}, one core, warm (${slowest}) | ${round(perSecond)} | | | ${aim === null ? '' : round(aim)} |`);
}
