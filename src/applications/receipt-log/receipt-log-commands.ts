import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Context } from '../../people/context.ts';
import { terminalLanguage, type CommandContext } from '../../platform/command.ts';
import type { Language } from '../../platform/language.ts';
import { auditLog } from './log-audit-queries.ts';
import { COMMAND_TEXTS, tellProblem } from './receipt-log-command-texts.ts';
import { checkReceiptFile, readReceiptFile, type Check, type Known, type ReadFile } from './receipt-file.ts';
import { rotateKey } from '../../people/signing-key/signing-key-queries.ts';
import { explainFile, RECEIPT_LOG_TEXTS, tellCheck } from './receipt-log-texts.ts';
import { signerOf } from './receipt-log-tasks.ts';
import { keyText, readKeys } from '../../people/signing-key/public-key.ts';
import { readNote } from './tree-head.ts';

export const VERIFY_HELP = `usage: concours verify-receipt FILE [--key FILE] [--tree-head FILE]

Checks the file of a receipt without the network and without its organisation: the fingerprint of its content, the path
from it to the root of the log (RFC 9162), and the signature under that root (Ed25519). Tells it in the language of LANG.
  --key         keys of the log that you have from elsewhere, one a line, as /en/receipts shows them; without it the
                signature is checked with the key on the receipt
  --tree-head   a signed state of the log that you kept, or the answer of /api/v1/receipt-log/consistency, which leads
                from the state on the receipt to another
Exit status: 0 everything holds, 1 something does not, 2 wrong usage or no receipt.
`;

export const RECEIPT_LOG_HELP = `usage: concours receipt-log check
       concours receipt-log rotate-key

  check        computes the tree again from its leaves, and compares it with every state ever published, with their
               signatures, and with every receipt that is kept
  rotate-key   retires the key that signs, for good, and makes another; all that was signed stays good
Exit status: 0 done, and everything agrees; 1 something does not; 2 wrong usage.
`;

/** `concours verify-receipt`: what the page /en/receipts does, on the reader's own machine. */
export async function verifyReceipt(args: string[], { print, warn, environment }: CommandContext): Promise<0 | 1 | 2> {
  const asked = verifyOptions(args);
  if (!asked) {
    warn(VERIFY_HELP.trimEnd());
    return 2;
  }
  const language = terminalLanguage(environment);
  const read = readReceiptFile(await readFile(asked.file, 'utf8'));
  if (!read.ok) {
    warn(`${asked.file}: ${explainFile(read.refusal, language)}`);
    return 2;
  }
  const known = await knownFrom(asked);
  if (!known) {
    warn(COMMAND_TEXTS[language].unreadable);
    return 2;
  }
  const checks = checkReceiptFile(read.value, known);
  report(print, { file: read.value, checks }, language);
  return checks.every(({ holds }) => holds) ? 0 : 1;
}

type Asked = { file: string; key: string | undefined; treeHead: string | undefined };

function verifyOptions(args: string[]): Asked | undefined {
  try {
    const options = { key: { type: 'string' }, 'tree-head': { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, more] = positionals;
    return file === undefined || more !== undefined
      ? undefined
      : { file, key: values.key, treeHead: values['tree-head'] };
  } catch {
    return undefined;
  }
}

/** What the reader brought along; undefined where a file of it cannot be read. */
async function knownFrom({ key, treeHead }: Asked): Promise<Known | undefined> {
  const keys = key === undefined ? undefined : readKeys(await readFile(key, 'utf8'));
  const state = treeHead === undefined ? {} : readState(await readFile(treeHead, 'utf8'));
  return (key !== undefined && !keys) || !state ? undefined : { keys, ...state };
}

const HEX = z.string().regex(/^[0-9a-f]{64}$/);
const STATE = z.object({ treeHead: z.string() });
const GROWN = STATE.extend({ from: z.number(), to: z.number(), path: z.array(HEX) });

/** A signed note by itself, or in the JSON that the log answers. */
function readState(text: string): Omit<Known, 'keys'> | undefined {
  const note = readNote(text);
  if (note) return { head: note };
  const value = jsonOf(text);
  const grown = GROWN.safeParse(value);
  const state = STATE.safeParse(value);
  const head = state.success ? readNote(state.data.treeHead) : undefined;
  if (!head || !grown.success) return head && { head };
  const { from, to, path } = grown.data;
  return { head, consistency: { from, to, path: path.map((hash) => Buffer.from(hash, 'hex')) } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Found = { file: ReadFile; checks: Check[] };

function report(print: (text: string) => void, { file, checks }: Found, language: Language): void {
  const t = RECEIPT_LOG_TEXTS[language];
  print(t.receiptOf(file.number, file.receivedAt));
  print(`SHA-256 ${file.fingerprint}`);
  if (file.proof) {
    const { leafIndex, head, key, beforeLog } = file.proof;
    print(`${t.entryOf(leafIndex + 1, head.treeSize)}, ${head.name}, ${head.at.toISOString()}`);
    print(keyText(key));
    if (beforeLog) print(t.beforeLog);
  }
  for (const check of checks) print(`${check.holds ? '+' : '-'} ${tellCheck(check, language)}`);
  const holds = checks.every((check) => check.holds);
  print(!holds ? `${t.bad} ${t.badAdvice}` : file.proof ? t.good : t.goodWithoutLog);
}

/** `concours receipt-log`: for who audits the log, and who keeps its key. */
export async function receiptLog(
  args: string[],
  { print, warn, environment }: CommandContext,
  context: Context,
): Promise<0 | 1 | 2> {
  const [action, more] = args;
  const language = terminalLanguage(environment);
  const t = COMMAND_TEXTS[language];
  if (more === undefined && action === 'rotate-key') {
    print(t.newKey(await rotateKey(context.db, signerOf(context), context.clock())));
    return 0;
  }
  if (more !== undefined || action !== 'check') {
    warn(RECEIPT_LOG_HELP.trimEnd());
    return 2;
  }
  const audit = await auditLog(context.db);
  print(t.audited(audit));
  for (const problem of audit.problems) print(`- ${tellProblem(problem, language)}`);
  print(audit.problems.length === 0 ? t.agrees : t.differs);
  return audit.problems.length === 0 ? 0 : 1;
}
