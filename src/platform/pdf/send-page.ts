import type { FastifyReply } from 'fastify';
import { drawPage } from './draw-page.ts';

/** Seconds; its address changes with the file. */
const KEPT_S = 24 * 60 * 60;

/** Answers a page of a PDF as a picture, which its reader's own browser keeps; where the server is busy, to try again. */
export async function sendPage(
  reply: FastifyReply,
  pdf: Buffer,
  { page, owner }: { page: number; owner: string },
): Promise<FastifyReply> {
  const drawn = await drawPage(pdf, { page, owner });
  if (drawn.kind === 'busy') return reply.code(503).header('retry-after', '10').send();
  if (drawn.kind !== 'drawn') return reply.callNotFound() as unknown as FastifyReply;
  return reply
    .headers({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': `private, max-age=${KEPT_S}`,
    })
    .send(drawn.png);
}
