import { z } from 'zod';

/** Where programs ask about the log. */
export const LOG_API = '/api/v1/receipt-log';

const size = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What they may ask: each address with its parameters, which the description of the interface is made from too. */
export const LOG_QUESTIONS = {
  keys: z.object({}),
  'tree-head': z.object({ size: size.optional() }),
  checkpoint: z.object({}),
  'tree-heads': z.object({ after: size.default(0), every: z.enum(['day', 'state']).default('day') }),
  consistency: z.object({ from: size, to: size.optional() }),
} as const;
export type LogAddress = keyof typeof LOG_QUESTIONS;
