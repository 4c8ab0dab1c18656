import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { keyText, readKeys } from '../../../people/signing-key/public-key.ts';
import { headText, readHead } from '../../../people/event-chain/event-chain.ts';
import { readEventHeads } from '../../../people/event-chain/event-head.ts';
import { terminalLanguage, type CommandContext } from '../../../platform/command.ts';
import type { Language } from '../../../platform/language.ts';
import { openZip } from '../../../platform/zip/read-zip.ts';
import { explainZip, RECORD_COMMAND_TEXTS, tellRecordProblem } from '../command-texts.ts';
import { verifyRecord, type KnownOfRecord, type RecordAudit } from './audit.ts';

export const VERIFY_RECORD_HELP = `usage: concours verify-record FILE [--key FILE] [--heads FILE] [--head POSITION:HASH]

Checks the record of a competition (ZIP) without the network and without the database that it came from: every file
against the manifest, the organisation's signature under it (Ed25519), every receipt with its proof and its documents, the
chain of events from its first link to its last with the heads that were published, each report against who signed it, and
the rows of every table against the events. Tells it in the language of LANG.
  --key    keys of the organisation that you have from elsewhere, one a line, as /en/receipts shows them; without it the
           signatures are checked with the keys in the record, which shows only that nothing was damaged since
  --heads  heads of the chain of events that somebody kept, as /api/v1/event-log/heads of the organisation gives them: finds
           a record that was written anew as a whole, whoever has the key
  --head   one head that you kept, and that lies within the record
Exit status: 0 everything holds, 1 something does not, 2 wrong usage or no record.
`;

/** `concours verify-record`: on any machine, for anybody who was given a record. */
export async function verifyRecordFile(args: string[], context: CommandContext): Promise<0 | 1 | 2> {
  const { print, warn, environment } = context;
  const language = terminalLanguage(environment);
  const asked = await askedOf(args, language);
  if (asked === undefined || typeof asked === 'string') {
    warn(asked ?? VERIFY_RECORD_HELP.trimEnd());
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

type Asked = { file: string } & KnownOfRecord;

/** What is asked for; a sentence where a file or a head cannot be read. */
async function askedOf(args: string[], language: Language): Promise<Asked | string | undefined> {
  const t = RECORD_COMMAND_TEXTS[language];
  const given = optionsOf(args);
  if (!given) return undefined;
  for (const file of [given.file, given.key, given.heads])
    if (file !== undefined && !(await isReadable(file))) return t.missing(file);
  const keys = given.key === undefined ? undefined : readKeys(await readFile(given.key, 'utf8'));
  const head = given.head === undefined ? undefined : readHead(given.head);
  const heads = given.heads === undefined ? undefined : readEventHeads(await readFile(given.heads, 'utf8'));
  const read = { key: keys, head, heads };
  const unread = (['key', 'head', 'heads'] as const).find((one) => given[one] !== undefined && read[one] === undefined);
  return unread ? t.unreadable(`--${unread} ${given[unread]}`) : { file: given.file, keys, head, heads };
}

const isReadable = async (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  );

type Options = { file: string } & Partial<Record<'key' | 'head' | 'heads', string | undefined>>;

function optionsOf(args: string[]): Options | undefined {
  try {
    const text = { type: 'string' } as const;
    const options = { key: text, head: text, heads: text };
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, more] = positionals;
    return file === undefined || more !== undefined ? undefined : { file, ...values };
  } catch {
    return undefined;
  }
}

function report(print: (text: string) => void, audit: RecordAudit, language: Language): 0 | 1 {
  const t = RECORD_COMMAND_TEXTS[language];
  const { manifest, signedBy, problems } = audit;
  print(t.recordOf(manifest));
  print(t.counted(audit));
  print(t.words(audit.words));
  print(t.head(headText(manifest.chain.to)));
  if (signedBy) {
    print(t.signedBy(keyText(signedBy.key)));
    if (!signedBy.known) print(t.keyOfItsOwn);
  }
  if (audit.head) print(t.signedHead(audit.head));
  for (const problem of problems) print(`- ${tellRecordProblem(problem, language)}`);
  print(problems.length === 0 ? t.good : t.bad);
  return problems.length === 0 ? 0 : 1;
}
