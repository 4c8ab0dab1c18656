import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Context } from '../context.ts';
import { eventHeadsAfter, lastEventHead } from './event-head-queries.ts';
import { EVENT_LOG_API, EVENT_LOG_QUESTIONS } from './event-head-question.ts';
import { eventHeadNote, type SignedEventHead } from './event-head.ts';

/** Heads in one answer at most. */
const PAGE = 500;

/** The heads of the chain of events for whoever keeps them. They tell how many events there are, and of none what it is. */
export function eventHeadApiRoutes(web: FastifyInstance, { db }: Context): void {
  web.get(`${EVENT_LOG_API}/head`, async (_, reply) => {
    const head = await lastEventHead(db);
    if (!head) return refused(reply, 404, 'no-such-head');
    return open(reply).type('text/plain; charset=utf-8').send(eventHeadNote(head));
  });

  web.get(`${EVENT_LOG_API}/heads`, async (request, reply) => {
    const query = EVENT_LOG_QUESTIONS.heads.safeParse(request.query);
    if (!query.success) return refused(reply, 400, 'not-understood');
    const { after, every } = query.data;
    const heads = await eventHeadsAfter(db, after, { daily: every === 'day', limit: PAGE });
    const next = heads.length === PAGE ? heads.at(-1)?.position : undefined;
    return open(reply).send({ heads: heads.map(headJson), next: next ?? null });
  });
}

const headJson = (head: SignedEventHead) => ({
  position: head.position,
  hash: head.hash,
  at: head.at,
  keyId: head.keyId,
  head: eventHeadNote(head),
});

/** Anybody's page may read it, to compare it with what it kept. */
const open = (reply: FastifyReply): FastifyReply =>
  reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=10');

const refused = (reply: FastifyReply, status: number, kind: string): FastifyReply =>
  reply.code(status).header('access-control-allow-origin', '*').send({ kind });
