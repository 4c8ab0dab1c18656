import type { BenchServer } from './bench-process.ts';
import { get, sendLoad } from './load.ts';

const ROUNDS = 4;
const SECONDS = 2;
const CONNECTIONS = 32;

export type PageFigure = { name: string; bytes: number; ours: number; bare: number };

/** Pages a second by the real application and by a bare server, in turn, the median of the rounds after one warm-up. */
export async function measurePages(server: BenchServer, references: string[]): Promise<PageFigure[]> {
  const pages = [
    { name: 'list of vacancies', path: '/en/vacancies' },
    { name: 'vacancy page', path: `/en/vacancies/${references[0]}` },
  ];
  const report = await server.ask({
    kind: 'serve',
    databaseUrl: server.databaseUrl,
    staticPaths: pages.map(({ path }) => path),
  });
  if (report.kind !== 'serving') throw new Error('The server does not serve.');
  const figures: PageFigure[] = [];
  for (const [index, { name, path }] of pages.entries()) {
    const ours: number[] = [];
    const bare: number[] = [];
    for (let turn = 0; turn <= ROUNDS; turn += 1) {
      ours.push(await rate(report.port, path));
      bare.push(await rate(report.staticPort, `/${index}`));
    }
    figures.push({ name, bytes: report.bytes[index] ?? 0, ours: median(ours.slice(1)), bare: median(bare.slice(1)) });
  }
  return figures;
}

async function rate(port: number, path: string): Promise<number> {
  const request = get(path);
  const { perSecond, statuses } = await sendLoad(port, {
    connections: CONNECTIONS,
    seconds: SECONDS,
    request: () => request,
  });
  if (statuses.size !== 1 || !statuses.has(200)) throw new Error(`${path} answered ${[...statuses.keys()].join(', ')}`);
  return perSecond;
}

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
