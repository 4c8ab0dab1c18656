import type { Prepared, PreparedDraft } from './bench-data.ts';
import { median } from './bench-pages.ts';
import { startBenchServer, type BenchServer } from './bench-process.ts';
import { post, sendLoad } from './load.ts';

const CONNECTIONS = 16;

export type SubmissionFigures = { web: number; sql: number; p50Ms: number; p99Ms: number };

/** Submissions a second through the whole web and as bare SQL, in turn, the median of the rounds after one warm-up. */
export async function measureSubmissions(databaseUrl: string, { rounds }: Prepared): Promise<SubmissionFigures> {
  const server = await startBenchServer({ databaseUrl });
  const report = await server.ask({ kind: 'serve', databaseUrl, staticPaths: [] });
  if (report.kind !== 'serving') throw new Error('The server does not serve.');
  const web = [];
  const sql = [];
  for (const { byWeb, bySql } of rounds) {
    web.push(await submitByWeb(report.port, byWeb));
    sql.push(await submitBySql(server, databaseUrl, bySql));
  }
  server.stop();
  const counted = web.slice(1);
  return {
    web: median(counted.map(({ perSecond }) => perSecond)),
    sql: median(sql.slice(1)),
    p50Ms: median(counted.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(counted.map(({ p99Ms }) => p99Ms)),
  };
}

async function submitByWeb(port: number, drafts: PreparedDraft[]) {
  const requests = drafts.map(({ number, reviewed, cookie }) =>
    post(`/en/my/applications/${number}/submission`, { reviewed }, { cookie }),
  );
  const result = await sendLoad(port, { connections: CONNECTIONS, seconds: 60, request: (turn) => requests[turn] });
  if (result.statuses.get(303) !== drafts.length) {
    throw new Error(`Of ${drafts.length} submissions: ${JSON.stringify([...result.statuses])}`);
  }
  return result;
}

async function submitBySql(server: BenchServer, databaseUrl: string, drafts: PreparedDraft[]): Promise<number> {
  const report = await server.ask({
    kind: 'submit-by-sql',
    databaseUrl,
    submissions: drafts.map(({ prepared }) => prepared),
    connections: CONNECTIONS,
  });
  if (report.kind !== 'submitted') throw new Error('Nothing was submitted.');
  return report.perSecond;
}
