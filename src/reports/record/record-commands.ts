import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { keyText, readKeys, type LogKey } from '../../people/signing-key/public-key.ts';
import { headText, readHead, type ChainHead } from '../../people/event-chain/event-chain.ts';
import { terminalLanguage, type CommandContext } from '../../platform/command.ts';
import type { Language } from '../../platform/language.ts';
import { openZip } from '../../platform/zip/read-zip.ts';
import { explainZip, RECORD_COMMAND_TEXTS, tellRecordProblem } from './record-command-texts.ts';
import { verifyRecord, type RecordAudit } from './verify-record.ts';

export const VERIFY_RECORD_HELP = `usage: concours verify-record FILE [--key FILE] [--head POSITION:HASH]

Checks the record of a competition (ZIP) without the network and without the database that it came from: every file
against the manifest, the organisation's signature under it (Ed25519), every receipt with its proof and its documents, and
the chain of events from its first link to its last. Tells it in the language of LANG.
  --key    keys of the organisation that you have from elsewhere, one a line, as /en/receipts shows them; without it the
           signature is checked with the key in the record, which shows only that nothing was damaged since
  --head   a head of the chain of events that you kept, and that lies within the record
Exit status: 0 everything holds, 1 something does not, 2 wrong usage or no record.
`;

/** `concours verify-record`: on any machine, for anybody who was given a record. */
export async function verifyRecordFile(args: string[], context: CommandContext): Promise<0 | 1 | 2> {
  const { print, warn, environment } = context;
  const language = terminalLanguage(environment);
  const asked = await askedOf(args);
  if (!asked) {
    warn(VERIFY_RECORD_HELP.trimEnd());
    return 2;
  }
  const zip = await openZip(asked.file);
  if (!zip.ok) {
    warn(`${asked.file}: ${explainZip(zip.refusal, language)}`);
    return 2;
  }
  try {
    const audit = await verifyRecord(zip.value, asked);
    if (audit.ok) return report(print, audit.value, language);
    warn(`${asked.file}: ${RECORD_COMMAND_TEXTS[language].noRecord}`);
    return 2;
  } finally {
    zip.value.close();
  }
}

type Asked = { file: string; keys: LogKey[] | undefined; head: ChainHead | undefined };

async function askedOf(args: string[]): Promise<Asked | undefined> {
  const given = optionsOf(args);
  if (!given) return undefined;
  const keys = given.key === undefined ? undefined : readKeys(await readFile(given.key, 'utf8'));
  const head = given.head === undefined ? undefined : readHead(given.head);
  const understood = (given.key === undefined || keys) && (given.head === undefined || head);
  return understood ? { file: given.file, keys, head } : undefined;
}

function optionsOf(args: string[]): { file: string; key: string | undefined; head: string | undefined } | undefined {
  try {
    const options = { key: { type: 'string' }, head: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, more] = positionals;
    return file === undefined || more !== undefined ? undefined : { file, key: values.key, head: values.head };
  } catch {
    return undefined;
  }
}

function report(print: (text: string) => void, audit: RecordAudit, language: Language): 0 | 1 {
  const t = RECORD_COMMAND_TEXTS[language];
  const { manifest, signedBy, problems } = audit;
  print(t.recordOf(manifest));
  print(t.counted(audit));
  print(t.head(headText(manifest.chain.to)));
  if (signedBy) {
    print(t.signedBy(keyText(signedBy.key)));
    if (!signedBy.known) print(t.keyOfItsOwn);
  }
  for (const problem of problems) print(`- ${tellRecordProblem(problem, language)}`);
  print(problems.length === 0 ? t.good : t.bad);
  return problems.length === 0 ? 0 : 1;
}
