import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Context } from '../people/context.ts';
import { HTML, page } from '../people/page.ts';
import { sendPublic } from '../platform/send-public.ts';
import { renderPage } from '../site/render.ts';

/** A page, and the last instant at which it is right if nobody changes anything. */
export type Shown = { content: VNode; until: Date };

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** All visitors who are not signed in read the same page, from memory; those who are have their name on theirs. */
export async function sendPublicPage(
  { request, reply, context }: Exchange,
  show: (now: Date) => Promise<Shown | undefined>,
): Promise<FastifyReply | void> {
  if (request.actor) {
    const own = await show(context.clock());
    return own ? page(reply, own.content) : reply.callNotFound();
  }
  const kept = await context.memory(request.url, async (now) => {
    const shown = await show(now);
    return shown && { type: HTML, body: renderPage(shown.content), until: shown.until };
  });
  return kept ? sendPublic({ request, reply }, kept, ['Cookie']) : reply.callNotFound();
}
