import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { eventHeadsAfter, lastEventHead } from '../../people/event-chain/event-head-queries.ts';
import { page, pageContext } from '../../people/page.ts';
import { receivedFile } from '../../platform/files.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Db } from '../../schema.ts';
import { fieldsOf, valueOf } from '../drafting/draft.ts';
import { consistencyOf } from './log-node-queries.ts';
import { checkReceiptFile, readReceiptFile, type Known, type ReadFile } from './receipt-file.ts';
import { logKeys } from '../../people/signing-key/signing-key-queries.ts';
import { findHead, headsAfter } from './receipt-log-queries.ts';
import { explainFile, RECEIPT_LOG_TEXTS } from './receipt-log-texts.ts';
import { ReceiptsPage, type PublishedLog, type ReceiptsPageProps } from './receipts-page.tsx';

/** Days whose last state is shown on the page; programs get them all. */
const DAYS_SHOWN = 31;
const ALL = 100_000;

/** Where anybody checks a receipt. What they send is read, checked and forgotten. */
export function receiptsRoutes(web: FastifyInstance, context: Context): void {
  web.get('/receipts', async (request, reply) => show({ request, reply, context }, {}));

  web.post('/receipts', async (request, reply) => {
    const given = await givenText(request);
    const read = given.ok ? readReceiptFile(given.value.text) : given;
    if (given.ok && read.ok) {
      const file = read.value;
      return show(
        { request, reply, context },
        { found: { file, checks: checkReceiptFile(file, await known(context.db, file)) } },
      );
    }
    const t = RECEIPT_LOG_TEXTS[request.language];
    const message = read.ok
      ? ''
      : read.refusal.kind === 'missing'
        ? t.missing
        : read.refusal.kind === 'too-large'
          ? t.tooLarge
          : explainFile(read.refusal, request.language);
    const field = request.isMultipart() ? 'file' : 'text';
    const pasted = given.ok && field === 'text' ? given.value.text : undefined;
    return show({ request, reply, context }, { errors: [{ field, message }], pasted });
  });
}

type Given = Result<{ text: string }, { kind: 'missing' } | { kind: 'too-large' }>;

async function givenText(request: FastifyRequest): Promise<Given> {
  if (!request.isMultipart()) {
    const text = valueOf(fieldsOf(request.body), 'text').trim();
    return text === '' ? refuse({ kind: 'missing' }) : ok({ text });
  }
  const file = await receivedFile(request);
  if (file.ok) return ok({ text: file.value.content.toString('utf8') });
  return refuse({ kind: file.refusal.kind === 'too-large' ? 'too-large' : 'missing' });
}

/** Our keys, and the path from the state on the receipt to that of today. */
async function known(db: Db, { proof }: ReadFile): Promise<Known> {
  const keys = await logKeys(db);
  const head = await findHead(db);
  if (!proof || !head) return { keys };
  const [from, to] = [proof.head.treeSize, head.treeSize];
  const grown = from > 0 && from < to;
  return { keys, head, consistency: grown ? { from, to, path: await consistencyOf(db, from, to) } : undefined };
}

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

async function show({ request, reply, context }: Exchange, shown: Omit<ReceiptsPageProps, 'page' | 'log'>) {
  const log = await publishedLog(context.db);
  const status = shown.errors ? 422 : 200;
  return page(
    reply.header('cache-control', 'no-store'),
    <ReceiptsPage page={pageContext(request, context)} {...{ log, ...shown }} />,
    status,
  );
}

async function publishedLog(db: Db): Promise<PublishedLog> {
  const [keys, head, days, last, heads] = await Promise.all([
    logKeys(db),
    findHead(db),
    headsAfter(db, 0, { daily: true, limit: ALL }),
    lastEventHead(db),
    eventHeadsAfter(db, 0, { daily: true, limit: ALL }),
  ]);
  const events = { last, days: heads.slice(-DAYS_SHOWN).toReversed() };
  return { keys, head, days: days.slice(-DAYS_SHOWN).toReversed(), events };
}
