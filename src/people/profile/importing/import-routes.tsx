import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { receivedFile, type ReceivedFile } from '../../../platform/files.ts';
import { plural } from '../../../site/numbers.ts';
import type { Context } from '../../context.ts';
import { actorOf, signedIn } from '../../guard.ts';
import { page, pageContext } from '../../page.ts';
import { fieldsOf } from '../../typed.ts';
import { partRules } from '../entry-words.ts';
import { readEntry, SINGLE_ID, type FormFields } from '../profile-form.ts';
import { withPart, type KeptProfile } from '../profile-change.ts';
import {
  deleteImport,
  findImport,
  findProfile,
  lockProfile,
  recordImportTaken,
  recordProfileParts,
  storeImport,
} from '../profile-queries.ts';
import { newEntryId } from '../entry-id.ts';
import { isSingle, type Entry } from '../profile.ts';
import { importFile } from './import-file.ts';
import { ImportPage, ImportReviewPage, proposedId } from './import-pages.tsx';
import { explainImport, IMPORT_TEXTS } from './import-texts.ts';
import { duplicateOf, type Proposal, type ProposedEntry } from './proposal.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** From a file to the profile: chosen, read, gone through field by field, and only then kept. */
export function importRoutesOfProfile(web: FastifyInstance, context: Context, keepAlso: KeepAlso): void {
  web.get('/my/profile/import', signedIn(), (request, reply) =>
    page(reply, <ImportPage page={pageContext(request, context)} errors={[]} />),
  );
  web.post('/my/profile/import', signedIn(), (request, reply) => readFile({ request, reply, context }, keepAlso));
  web.get('/my/profile/import/review', signedIn(), (request, reply) => review({ request, reply, context }));
  web.post('/my/profile/import/review', signedIn(), (request, reply) => takeChosen({ request, reply, context }));
  web.post('/my/profile/import/discard', signedIn(), async (request, reply) => {
    await deleteImport(context.db, actorOf(request).accountId);
    return reply.redirect(`/${request.language}/my/profile`, 303);
  });
}

/** Keeps the file itself, to be attached to applications: a later stage knows how. */
type KeepAlso = (context: Context, sent: { accountId: string; file: ReceivedFile }) => Promise<'kept' | 'not-kept'>;

async function readFile({ request, reply, context }: Exchange, keepAlso: KeepAlso) {
  const { accountId } = actorOf(request);
  const { language } = request;
  const again = (message: string, status = 422) =>
    page(reply, <ImportPage page={pageContext(request, context)} errors={[{ field: 'file', message }]} />, status);
  const file = await receivedFile(request);
  if (!file.ok) {
    const t = IMPORT_TEXTS[language];
    if (file.refusal.kind === 'too-large') return again(explainImport({ kind: 'too-large' })[language], 413);
    return again(file.refusal.kind === 'no-file' ? t.noFile : t.notWhole);
  }
  const read = await importFile(file.value.content, {
    levels: context.organisation.languages.levels,
    owner: accountId,
    taking: { birthDate: context.organisation.form.birthDate.asked !== 'no' },
  });
  if (!read.ok) return again(explainImport(read.refusal)[language]);
  const { format, proposal } = read.value;
  const fileName = file.value.fileName.replace(/\.pdf$/, '');
  await context.db
    .transaction()
    .execute((transaction) => storeImport(transaction, { accountId, fileName, format, proposal }, context.clock()));
  const wanted = file.value.fields['keep-file'] === 'yes';
  const done = wanted ? `?file=${await keepAlso(context, { accountId, file: file.value })}` : '';
  return reply.redirect(`/${language}/my/profile/import/review${done}`, 303);
}

async function review({ request, reply, context }: Exchange) {
  const { accountId } = actorOf(request);
  const pending = await findImport(context.db, accountId);
  if (!pending) return reply.redirect(`/${request.language}/my/profile/import`, 303);
  const { profile } = await findProfile(context.db, accountId);
  const t = IMPORT_TEXTS[request.language];
  const { taken, file } = request.query as { taken?: string; file?: string };
  const count = Number(taken);
  const notice =
    Number.isSafeInteger(count) && taken
      ? `${plural(count, t.taken, request.language)} ${t.remains}`
      : t.fileDone[file ?? ''];
  const shown = { ...pageContext(request, context), query: undefined, notice };
  return page(reply, <ImportReviewPage page={shown} {...{ pending, profile }} rules={context.organisation} />);
}

/** Takes what was chosen, as it stands in the form now; what was left out and left over stays until it is discarded. */
async function takeChosen({ request, reply, context }: Exchange) {
  const { accountId } = actorOf(request);
  const fields = fieldsOf(request.body) as FormFields;
  const now = context.clock();
  const taken = await context.db.transaction().execute(async (transaction) => {
    const kept = await lockProfile(transaction, accountId, now);
    const pending = await findImport(transaction, accountId);
    if (!pending) return 0;
    const { proposal, format } = pending;
    const chosen = proposal.entries.flatMap((entry, index) => {
      const rules = partRules(entry.part, context.organisation);
      const typed = readEntry(entry.part, proposedId(index), { rules, fields });
      return fields[`take-${index}`] === 'yes' ? [{ index, proposed: entry, entry: typed }] : [];
    });
    const filled = chosen.reduce<KeptProfile>((to, one) => withEntry(to, one), kept);
    await recordProfileParts(transaction, { accountId, kept: filled }, now);
    await recordImportTaken(transaction, { accountId, taken: chosen.length, format }, now);
    const rest = remaining(proposal, new Set(chosen.map(({ index }) => index)));
    if (rest)
      await storeImport(
        transaction,
        { accountId, fileName: pending.fileName, format, proposal: rest },
        pending.importedAt,
      );
    else await deleteImport(transaction, accountId);
    return chosen.length;
  });
  return reply.redirect(`/${request.language}/my/profile/import/review?taken=${taken}`, 303);
}

type Chosen = { proposed: ProposedEntry; entry: Entry };

/** Adds an entry; the one entry of a single part takes what was found and keeps the rest, a language or a nationality once. */
function withEntry(kept: KeptProfile, { proposed, entry }: Chosen): KeptProfile {
  const { part } = proposed;
  const entries = kept.profile.parts[part];
  const same = isSingle(part) ? entries[0] : duplicateOf(proposed, kept.profile);
  const filled = Object.fromEntries(Object.entries(entry.fields).filter(([, value]) => value !== ''));
  if (same && (isSingle(part) || part === 'languages' || part === 'nationalities')) {
    const merged = entries.map((one) => (one === same ? { ...one, fields: { ...one.fields, ...filled } } : one));
    return withPart(kept, { part, entries: merged, typing: false });
  }
  const id = isSingle(part) ? SINGLE_ID : newEntryId();
  return withPart(kept, { part, entries: [...entries, { id, fields: entry.fields }], typing: false });
}

/** What is still to be gone through; nothing where neither an entry nor a word is left. */
function remaining({ entries, leftOver }: Proposal, taken: ReadonlySet<number>): Proposal | undefined {
  const left = entries.filter((_, index) => !taken.has(index));
  const words = leftOver.some(({ lines }) => lines.length > 0);
  return left.length === 0 && !words ? undefined : { entries: left, leftOver };
}
