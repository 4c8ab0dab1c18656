import type { FastifyInstance } from 'fastify';
import type { Context } from '../../people/context.ts';
import { HAND_OVER_SCHEMA_PATH, handOverJsonSchema } from './hand-over-record.ts';

/** The schema of what is handed over, for the programs of those who receive it; it says nothing of anybody. */
export function handOverSchemaRoute(web: FastifyInstance, { config }: Context): void {
  const schema = `${JSON.stringify(handOverJsonSchema(config.PUBLIC_URL), null, 2)}\n`;
  web.get(HAND_OVER_SCHEMA_PATH, async (_, reply) =>
    reply.type('application/schema+json; charset=utf-8').header('cache-control', 'public, max-age=3600').send(schema),
  );
}
