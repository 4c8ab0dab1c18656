import { z } from 'zod';

/** Where programs ask about the chain of events. */
export const EVENT_LOG_API = '/api/v1/event-log';

const position = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What they may ask: each address with its parameters, which the description of the interface is made from too. */
export const EVENT_LOG_QUESTIONS = {
  head: z.object({}),
  heads: z.object({ after: position.default(0), every: z.enum(['day', 'state']).default('day') }),
} as const;
export type EventLogAddress = keyof typeof EVENT_LOG_QUESTIONS;
