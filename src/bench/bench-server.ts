/**
 * What `npm run bench` measures, in a process of its own: the real application, beside it a bare server that answers the
 * same bytes, and the bare SQL of a submission. Told what to do by messages of its parent.
 */
import Fastify, { type FastifyInstance } from 'fastify';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { createApp } from '../app.tsx';
import { followChanges } from '../platform/public-changes.ts';
import { benchContext } from './bench-context.ts';
import { submitBySql, type PreparedSubmission } from './bare-submission.ts';

export type Order =
  | { kind: 'serve'; databaseUrl: string; staticPaths: string[] }
  | { kind: 'submit-by-sql'; databaseUrl: string; submissions: PreparedSubmission[]; connections: number };
export type Report =
  { kind: 'serving'; port: number; staticPort: number; bytes: number[] } | { kind: 'submitted'; perSecond: number };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function serve({ databaseUrl, staticPaths }: Extract<Order, { kind: 'serve' }>): Promise<Report> {
  const app = await createApp(benchContext(ROOT, databaseUrl, followChanges({ url: databaseUrl })));
  const bare = Fastify();
  const bytes: number[] = [];
  for (const [index, url] of staticPaths.entries()) {
    const { statusCode, body } = await app.inject({ url, headers: { accept: 'text/html' } });
    if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
    bytes.push(Buffer.byteLength(body));
    bare.get(`/${index}`, async (_, reply) => reply.type('text/html; charset=utf-8').send(body));
  }
  await app.listen({ port: 0, host: '127.0.0.1' });
  await bare.listen({ port: 0, host: '127.0.0.1' });
  return { kind: 'serving', port: portOf(app), staticPort: portOf(bare), bytes };
}

function portOf({ server }: FastifyInstance): number {
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

async function submitAll(order: Extract<Order, { kind: 'submit-by-sql' }>): Promise<Report> {
  const pool = new Pool({ connectionString: order.databaseUrl, max: 10 });
  await Promise.all(Array.from({ length: 10 }, () => pool.query('select 1')));
  const waiting = [...order.submissions];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: order.connections }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await submitBySql(pool, next);
    }),
  );
  const perSecond = order.submissions.length / ((performance.now() - started) / 1000);
  await pool.end();
  return { kind: 'submitted', perSecond };
}

process.on('message', (order: Order) => {
  void (order.kind === 'serve' ? serve(order) : submitAll(order)).then((report) => process.send?.(report));
});
