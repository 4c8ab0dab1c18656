import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeptAnswer } from './answer-memory.ts';

type Coding = 'br' | 'gzip';
type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** Any cache may keep it, and asks each time whether it is still right: nobody is shown a vacancy that has closed. */
const ASK_EACH_TIME = 'public, max-age=0, must-revalidate';
/** Below this, a header costs more than compression saves. */
const SMALLEST = 1_000;
const COMPRESSIBLE = /^(text\/|image\/svg|application\/([\w.-]+\+)?(json|xml)\b)/;

/**
 * Sends an answer that is the same for everybody, or 304 to whoever has it. `vary`: the headers of the request, beside
 * Accept-Encoding, that another answer at this address depends on.
 */
export async function sendPublic(
  { request, reply }: Exchange,
  kept: KeptAnswer,
  vary: readonly string[] = [],
): Promise<FastifyReply> {
  const coding = isCompressible(kept) ? bestCoding(request.headers['accept-encoding'] ?? '') : undefined;
  // Other bytes, another name: a strong tag names what went over the wire.
  const tag = `"${kept.tag}${coding === undefined ? '' : `.${coding}`}"`;
  reply.headers({ 'cache-control': ASK_EACH_TIME, vary: ['Accept-Encoding', ...vary].join(', '), etag: tag });
  reply.headers(kept.headers);
  if (kept.status === 200 && names(request.headers['if-none-match'], tag)) return reply.code(304).send();
  if (coding) reply.header('content-encoding', coding);
  return reply
    .code(kept.status)
    .type(kept.type)
    .send(coding ? await compressed(kept, coding) : kept.body);
}

const isCompressible = ({ type, body }: KeptAnswer): boolean => body.length >= SMALLEST && COMPRESSIBLE.test(type);

/** Once for all who ask. It holds nothing secret beside what somebody else could choose, so its length tells nothing. */
function compressed(kept: KeptAnswer, coding: Coding): Promise<Buffer> {
  const known = kept.compressed.get(coding);
  if (known) return known;
  const made = COMPRESS[coding](kept.body);
  kept.compressed.set(coding, made);
  return made;
}

/** A little slower and smaller than their defaults for streams, far from their slowest: a page takes milliseconds, once. */
const COMPRESS: Record<Coding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => promisify(gzip)(body, { level: 6 }),
};

/** The best coding that an Accept-Encoding header takes (RFC 9110, 12.5.3); none is always taken. */
export function bestCoding(header: string): Coding | undefined {
  const taken = new Set(
    header
      .toLowerCase()
      .split(',')
      .filter((wish) => !/;\s*q=0(\.0*)?\s*$/.test(wish))
      .map((wish) => wish.split(';')[0]?.trim()),
  );
  return (['br', 'gzip'] as const).find((coding) => taken.has(coding));
}

/** Whether an If-None-Match header names the tag, by weak comparison (RFC 9110, 13.1.2). */
export function names(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || Array.from(header.matchAll(/"[^"]*"/g), ([each]) => each).includes(tag);
}
