import type { FastifyRequest } from 'fastify';
import type { Pressure } from './platform/overload.ts';

export type RequestKind = 'submission' | 'draft' | 'own' | 'public' | 'search';

type Priority = { kind: RequestKind; is: (method: string, path: string) => boolean; givesWayAt: Pressure | undefined };

/** Past these, pages answer in seconds instead of tenths. */
const PRESSED: Pressure = { loopDelayMs: 150, waiting: 20, inFlight: 200 };
/** Past these, nearly everything that can be spared is. */
const HARD_PRESSED: Pressure = { loopDelayMs: 600, waiting: 80, inFlight: 800 };

const OF_A_LANGUAGE = '^/[a-z]{2}';
const SUBMISSION = new RegExp(`${OF_A_LANGUAGE}/my/applications/[^/]+/submission$`);
const OWN = new RegExp(
  `${OF_A_LANGUAGE}/(my|sign-in|sign-out|accounts|password|receipts)(/|$)|^/(assets|healthz|metrics)`,
);
const PUBLIC = new RegExp(`^/$|${OF_A_LANGUAGE}(/vacancies(/[^/.]+)?|/accessibility|/data-protection)?$`);

/**
 * What gives way to what when there is more than can be done: the one table, the first row that fits. Who has a draft is
 * never sent away, and what somebody sends never thrown away; what can be looked at a minute later goes first.
 */
const PRIORITIES: readonly Priority[] = [
  { kind: 'submission', is: (method, path) => method === 'POST' && SUBMISSION.test(path), givesWayAt: undefined },
  { kind: 'draft', is: (method) => method !== 'GET' && method !== 'HEAD', givesWayAt: undefined },
  { kind: 'own', is: (_, path) => OWN.test(path.split('?')[0] ?? ''), givesWayAt: undefined },
  { kind: 'public', is: (_, path) => PUBLIC.test(path), givesWayAt: HARD_PRESSED },
  // Searches, previews, files made of notices, lists for staff and programs.
  { kind: 'search', is: () => true, givesWayAt: PRESSED },
];

export function kindOf({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): RequestKind {
  return PRIORITIES.find(({ is }) => is(method, url))?.kind ?? 'search';
}

export const limitOf = (kind: RequestKind): Pressure | undefined =>
  PRIORITIES.find((priority) => priority.kind === kind)?.givesWayAt;

/** Who is let in before whom: the order of the table. */
export const rankOf = (kind: RequestKind): number => PRIORITIES.findIndex((priority) => priority.kind === kind);
