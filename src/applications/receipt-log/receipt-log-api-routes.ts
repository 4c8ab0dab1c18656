import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Context } from '../../people/context.ts';
import type { Db } from '../../schema.ts';
import { consistencyOf, treeSize } from './log-node-queries.ts';
import { logKeys } from '../../people/signing-key/signing-key-queries.ts';
import { LOG_API, LOG_QUESTIONS } from './log-question.ts';
import { findHead, headsAfter } from './receipt-log-queries.ts';
import { keyText } from '../../people/signing-key/public-key.ts';
import { noteOf, type SignedHead } from './tree-head.ts';

/** States in one answer at most. */
const PAGE = 500;

/** The log of receipts for programs: keys, signed states, and the proof that one grew into another. Open to all. */
export function receiptLogApiRoutes(web: FastifyInstance, { db }: Context): void {
  web.get(`${LOG_API}/keys`, async (_, reply) => {
    const keys = await logKeys(db);
    return open(reply).send({
      keys: keys.map((key) => ({
        id: key.id,
        name: key.name,
        key: keyText(key),
        publicKey: key.publicKey.toString('hex'),
        madeAt: key.madeAt,
        retiredAt: key.retiredAt,
      })),
    });
  });

  web.get(`${LOG_API}/tree-head`, async (request, reply) => {
    const query = LOG_QUESTIONS['tree-head'].safeParse(request.query);
    if (!query.success) return refused(reply, 400, 'not-understood');
    const head = await findHead(db, query.data.size);
    return head ? open(reply).send(headJson(head)) : refused(reply, 404, 'no-such-tree-head');
  });

  stateRoutes(web, db);
}

function stateRoutes(web: FastifyInstance, db: Db): void {
  web.get(`${LOG_API}/checkpoint`, async (_, reply) => {
    const head = await findHead(db);
    if (!head) return refused(reply, 404, 'no-such-tree-head');
    return open(reply).type('text/plain; charset=utf-8').send(noteOf(head));
  });

  web.get(`${LOG_API}/tree-heads`, async (request, reply) => {
    const query = LOG_QUESTIONS['tree-heads'].safeParse(request.query);
    if (!query.success) return refused(reply, 400, 'not-understood');
    const { after, every } = query.data;
    const heads = await headsAfter(db, after, { daily: every === 'day', limit: PAGE });
    const next = heads.length === PAGE ? heads.at(-1)?.treeSize : undefined;
    return open(reply).send({ treeHeads: await grown(db, after, heads), next: next ?? null });
  });

  web.get(`${LOG_API}/consistency`, async (request, reply) => {
    const query = LOG_QUESTIONS.consistency.safeParse(request.query);
    if (!query.success) return refused(reply, 400, 'not-understood');
    const last = await treeSize(db);
    const { from, to = last } = query.data;
    if (from < 1 || from > to || to > last) return refused(reply, 404, 'no-such-tree');
    const [earlier, later, path] = await Promise.all([
      findHead(db, from),
      findHead(db, to),
      consistencyOf(db, from, to),
    ]);
    return open(reply).send({
      from,
      to,
      path: hex(path),
      earlier: earlier ? noteOf(earlier) : null,
      treeHead: later ? noteOf(later) : null,
    });
  });
}

/** Each state with the proof that it grew from the one before it in the list. */
async function grown(db: Db, after: number, heads: SignedHead[]) {
  const sizes = [after, ...heads.map((head) => head.treeSize)];
  return Promise.all(
    heads.map(async (head, index) => {
      const from = sizes[index] ?? 0;
      const consistency = from === 0 ? null : { from, path: hex(await consistencyOf(db, from, head.treeSize)) };
      return { ...headJson(head), consistency };
    }),
  );
}

const headJson = (head: SignedHead) => ({
  treeSize: head.treeSize,
  rootHash: head.rootHash.toString('hex'),
  at: head.at,
  keyId: head.keyId,
  treeHead: noteOf(head),
});

const hex = (hashes: Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));

/** Anybody's page may read it, to compare it with what it kept. */
const open = (reply: FastifyReply): FastifyReply =>
  reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=10');

const refused = (reply: FastifyReply, status: number, kind: string): FastifyReply =>
  reply.code(status).header('access-control-allow-origin', '*').send({ kind });
