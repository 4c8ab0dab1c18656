import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../people/context.ts';
import { BadRequest } from '../../platform/web.ts';
import { sendPublic } from '../../platform/send-public.ts';
import type { ProblemKind } from './api-texts.ts';
import { JSON_TYPE, openApi, PROBLEM_TYPE } from './open-api.ts';
import { leavingHeaders } from './leaving.ts';
import { API, type Operation } from './operation.ts';
import { ask, OPERATIONS } from './operations.ts';
import { misuseOf, problemOf, type Misuse } from './problem.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

const A_DAY_IN_SECONDS = 24 * 3600;

/** What machines may ask for: everything that everybody may read, and nothing else. */
export function apiRoutes(web: FastifyInstance, context: Context): void {
  web.register(
    async (api) => {
      api.addHook('onRequest', async (_, reply) => openToAll(reply));
      api.setErrorHandler<FastifyError>((error, request, reply) => answerError(error, { request, reply, context }));
      api.setNotFoundHandler((request, reply) => {
        const reading = request.method === 'GET' || request.method === 'HEAD';
        return sendProblem({ request, reply, context }, reading ? 'not-found' : 'read-only');
      });
      api.options('/*', async (_, reply) => reply.code(204).send());
      for (const operation of OPERATIONS)
        api.get(operation.path, (request, reply) => answer(operation, { request, reply, context }));
      api.get('/openapi.json', (request, reply) => describe({ request, reply, context }));
    },
    { prefix: API },
  );
}

/** Any page of any site may ask, as nobody: no cookie counts here. */
function openToAll(reply: FastifyReply): void {
  reply.headers({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': 'Accept-Language, If-None-Match',
    'access-control-expose-headers': 'Deprecation, ETag, Link, Sunset',
    'access-control-max-age': String(A_DAY_IN_SECONDS),
    'cross-origin-resource-policy': 'cross-origin',
  });
}

async function answer(operation: Operation, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { inQuery, leaving } = operation;
  const asked = ask(operation, { ...given(request.query), ...given(request.params) });
  if (!asked.success)
    return sendProblem(exchange, 'invalid-parameter', misuseOf(asked.error, Object.keys(inQuery), request.language));
  const kept = await context.memory(`${API}${operation.path} ${JSON.stringify(asked.data)}`, async (now) => {
    const found = await operation.find(context, asked.data, now);
    return found && { type: JSON_TYPE, body: jsonOf(operation.answer, found.value), until: found.until };
  });
  if (!kept) return sendProblem(exchange, 'not-found');
  reply.headers(leavingHeaders(leaving, context.config.PUBLIC_URL));
  return sendPublic({ request, reply }, kept);
}

const given = (fields: unknown): Record<string, unknown> => ({ ...(fields as Record<string, unknown>) });

/** What is sent has passed the schema that describes it; what that does not name stays here. */
const jsonOf = (schema: z.ZodType, value: unknown): string => `${JSON.stringify(schema.parse(value))}\n`;

async function describe(exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { language } = request;
  const misused = z.strictObject({}).safeParse(given(request.query));
  if (!misused.success) return sendProblem(exchange, 'invalid-parameter', misuseOf(misused.error, [], language));
  const kept = await context.memory(`${API}/openapi.json ${language}`, async () => {
    const about = { language, publicUrl: context.config.PUBLIC_URL, organisation: context.organisation.name[language] };
    return {
      type: JSON_TYPE,
      body: `${JSON.stringify(openApi(about), null, 2)}\n`,
      headers: { 'content-language': language },
    };
  });
  return kept ? sendPublic({ request, reply }, kept, ['Accept-Language', 'Cookie']) : sendProblem(exchange, 'fault');
}

/** A fault is logged once, by where it happened: its message may quote what somebody wrote. */
function answerError(error: FastifyError, exchange: Exchange): FastifyReply {
  const status = error instanceof BadRequest ? error.statusCode : (error.statusCode ?? 500);
  if (status >= 400 && status < 500) {
    const { method } = exchange.request;
    return sendProblem(exchange, method === 'GET' || method === 'HEAD' ? 'not-understood' : 'read-only');
  }
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  exchange.request.log.error({ err: { type: error.name, code: error.code, stack: stack.join('\n') } }, 'fault');
  return sendProblem(exchange, 'fault');
}

function sendProblem({ request, reply, context }: Exchange, kind: ProblemKind, errors?: Misuse): FastifyReply {
  const { language } = request;
  const [path = ''] = request.url.split('?');
  const problem = problemOf(kind, { language, publicUrl: context.config.PUBLIC_URL, path }, errors);
  if (kind === 'read-only') reply.header('allow', 'GET, HEAD, OPTIONS');
  return reply
    .code(problem.status)
    .headers({
      'content-type': PROBLEM_TYPE,
      'content-language': language,
      vary: 'Accept-Language, Cookie',
      'cache-control': 'no-store',
    })
    .send(JSON.stringify(problem));
}
