import { constants } from 'node:fs';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFairQueue } from '../pdf/fair-queue.ts';
import type { Limits } from '../pdf/limited-process.ts';
import { giveToJail, runJailed } from './jail.ts';

export type WordRendition =
  | { kind: 'rendered'; pdf: Buffer }
  /** `no-rendition`: LibreOffice made no PDF of it; `not-possible`: there is none here that could be locked in. */
  | { kind: 'no-rendition' | 'took-too-long' | 'busy' | 'not-possible' };

/** An honest letter takes about a second of processor time and 215 MB. */
const LIMITS: Limits = {
  timeoutMs: 30_000,
  maxMemoryBytes: 1024 * 1024 * 1024,
  memory: 'data',
  maxOutputBytes: 100_000,
  maxFileBytes: 20_000_000,
};

/** One at a time: two side by side are no faster. Whoever would wait for more than a minute is told so. */
const inTurn = createFairQueue({ places: 1, waitingEach: 2, waitingInAll: 40 });

let found: Promise<boolean> | undefined;

/** Looks once whether Word files can be rendered here: LibreOffice is there, and the jail closes. */
export const canRenderWord = (): Promise<boolean> => (found ??= lookForOffice());

async function lookForOffice(): Promise<boolean> {
  const end = await inFolder((folder) =>
    runJailed(folder, ['sh', '-c', `test -x ${OFFICE} && test ! -e /root`], { ...LIMITS, timeoutMs: 10_000 }),
  );
  return end.kind === 'ended' && end.status === 0;
}

/** What to install before Word files can be taken, for whoever starts the server; nothing if all is there. */
export const missingWordTools = (possible: boolean): string | undefined =>
  possible
    ? undefined
    : 'Word files cannot be rendered, so applicants are asked for PDF: install libreoffice-writer-nogui, fonts-crosextra-carlito, fonts-crosextra-caladea and fonts-liberation, and allow user name spaces.';

/**
 * Lays out a Word file that was inspected before, once, as PDF. LibreOffice is treated as the file's own: it runs in a
 * jail with a fresh profile, and everything of it is gone afterwards.
 */
export async function renderWord(docx: Uint8Array, { owner = '' }: { owner?: string } = {}): Promise<WordRendition> {
  if (!(await canRenderWord())) return { kind: 'not-possible' };
  return (await inTurn(owner, () => inFolder((folder) => render(folder, docx)))) ?? { kind: 'busy' };
}

async function render(folder: string, docx: Uint8Array): Promise<WordRendition> {
  await writeFile(join(folder, 'document.docx'), docx, { mode: 0o644, flag: 'wx' });
  await prepareProfile(folder);
  const until = performance.now() + LIMITS.timeoutMs;
  let end = await runJailed(folder, CONVERT, LIMITS);
  // A profile that it had to complete first: it asks to be started again.
  if (end.kind === 'ended' && end.status === START_AGAIN)
    end = await runJailed(folder, CONVERT, { ...LIMITS, timeoutMs: Math.max(until - performance.now(), 1) });
  if (end.kind === 'took-too-long') return end;
  const pdf = await writtenFile(join(folder, 'document.pdf'));
  return pdf && pdf.length > 0 ? { kind: 'rendered', pdf } : { kind: 'no-rendition' };
}

/** What the jailed program wrote, if it is a file: a link that it left would lead out of the jail. */
async function writtenFile(path: string): Promise<Buffer | undefined> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    () => undefined,
  );
  if (!file) return undefined;
  try {
    return (await file.stat()).isFile() ? await file.readFile() : undefined;
  } finally {
    await file.close();
  }
}

const START_AGAIN = 81;
/** Debian's place for it; the script in front of it wants a shell and more of the system. */
const OFFICE = '/usr/lib/libreoffice/program/soffice.bin';
const CONVERT = [
  OFFICE,
  '--headless',
  '--norestore',
  '--nologo',
  '-env:UserInstallation=file:///job/profile',
  '--convert-to',
  'pdf:writer_pdf_Export',
  '--outdir',
  '/job',
  '/job/document.docx',
];

/**
 * Macros never run, nothing linked is fetched; and it is told that this version ran before, or it would try its
 * drawing on each new profile, which takes four times as long as a letter.
 */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

async function prepareProfile(folder: string): Promise<void> {
  const profile = join(folder, 'profile');
  const user = join(profile, 'user');
  await mkdir(user, { recursive: true });
  const settings = join(user, 'registrymodifications.xcu');
  await writeFile(settings, PROFILE);
  for (const path of [profile, user, settings]) await giveToJail(path);
}

async function inFolder<Answer>(work: (folder: string) => Promise<Answer>): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'concours-word-'));
  try {
    await giveToJail(folder);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
