import { z } from 'zod';
import type { FieldName } from './api-texts.ts';

const told = <Schema extends z.ZodType>(field: FieldName, schema: Schema): Schema => schema.meta({ field });

const HEX = z.string().regex(/^[0-9a-f]*$/);
const INSTANT = told('instant', z.iso.datetime());
const SIZE = told('treeSize', z.int().nonnegative());
const NOTE = told('treeHead', z.string());
const PATH = told('path', z.array(HEX));

const HEAD = z.object({ treeSize: SIZE, rootHash: told('rootHash', HEX), at: INSTANT, keyId: HEX, treeHead: NOTE });

export const LOG_KEYS = z.object({
  keys: z.array(
    z.object({
      id: HEX,
      name: z.string(),
      key: z.string(),
      publicKey: HEX,
      madeAt: INSTANT,
      retiredAt: INSTANT.nullable(),
    }),
  ),
});
export const LOG_HEAD = HEAD.extend({});
export const LOG_HEADS = z.object({
  treeHeads: z.array(HEAD.extend({ consistency: z.object({ from: SIZE, path: PATH }).nullable() })),
  next: told('after', SIZE.nullable()),
});
export const LOG_CONSISTENCY = z.object({
  from: SIZE,
  to: SIZE,
  path: PATH,
  earlier: NOTE.nullable(),
  treeHead: NOTE.nullable(),
});
export const EVENT_HEADS = z.object({
  heads: z.array(
    z.object({
      position: told('position', z.int().positive()),
      hash: told('eventHash', HEX),
      at: INSTANT,
      keyId: HEX,
      head: told('eventHead', z.string()),
    }),
  ),
  next: told('after', z.int().positive().nullable()),
});
/** What the log answers where it cannot answer. */
export const LOG_REFUSAL = z.object({
  kind: z.enum(['not-understood', 'no-such-tree-head', 'no-such-tree', 'no-such-head']),
});
