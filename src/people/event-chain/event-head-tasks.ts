import type { Task } from '../../platform/tasks.ts';
import type { Context } from '../context.ts';
import { logName } from '../signing-key/public-key.ts';
import { publishDueHead } from './event-head-queries.ts';

const EVERY_MS = 30_000;

/** Publishes the head of the chain of events once in each hour in which something was added. */
export const eventHeadTasks = ({
  db,
  config,
  secret,
  clock,
}: Pick<Context, 'db' | 'config' | 'secret' | 'clock'>): Task[] => [
  {
    name: 'event heads',
    everyMs: EVERY_MS,
    run: () => publishDueHead(db, { name: logName(config.PUBLIC_URL), secret }, clock()),
  },
];
