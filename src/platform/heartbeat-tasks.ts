import { randomUUID } from 'node:crypto';
import type { Db } from '../schema.ts';
import { HEARTBEAT_MS, SILENT_MS } from './availability.ts';
import { beat, noteRefused } from './availability-queries.ts';
import type { Task } from './tasks.ts';

type Outside = { db: Db; clock: () => Date; refused: Map<string, number> };

/** Says every ten seconds that this server is there, and what it had to refuse since. */
export function heartbeatTasks({ db, clock, refused }: Outside): Task[] {
  let run = { id: randomUUID(), beganAt: clock() };
  let last = run.beganAt;
  const heartbeat = async () => {
    const now = clock();
    // Held up for so long, nobody was served either.
    if (now.getTime() - last.getTime() > SILENT_MS) run = { id: randomUUID(), beganAt: now };
    await beat(db, run, now);
    last = now;
    const counts = new Map(refused);
    await noteRefused(db, counts, now);
    for (const [kind, count] of counts) refused.set(kind, (refused.get(kind) ?? 0) - count);
    for (const [kind, count] of refused) if (count === 0) refused.delete(kind);
  };
  return [{ name: 'heartbeat', everyMs: HEARTBEAT_MS, run: heartbeat }];
}
