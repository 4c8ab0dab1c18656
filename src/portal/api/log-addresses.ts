import type { z } from 'zod';
import { LOG_API, LOG_QUESTIONS, type LogAddress } from '../../applications/receipt-log/log-question.ts';
import type { OperationName, ParameterName } from './api-texts.ts';
import {
  EVENT_LOG_API,
  EVENT_LOG_QUESTIONS,
  type EventLogAddress,
} from '../../people/event-chain/event-head-question.ts';
import { EVENT_HEADS, LOG_CONSISTENCY, LOG_HEAD, LOG_HEADS, LOG_KEYS } from './log-schemas.ts';
import { API } from './operation.ts';

/** An address of the log of receipts or of the chain of events, which answers by itself: here it is only described. */
export type DescribedAddress = {
  name: OperationName;
  path: string;
  inPath: Record<string, never>;
  inQuery: Partial<Record<ParameterName, z.ZodType>>;
  /** Nothing where the answer is a text: the signed note. */
  answer: z.ZodType | undefined;
  refused: readonly (400 | 404)[];
};

const described = (
  address: LogAddress,
  given: Pick<DescribedAddress, 'name' | 'answer' | 'refused'>,
): DescribedAddress => ({
  ...given,
  path: `${LOG_API.slice(API.length)}/${address}`,
  inPath: {},
  inQuery: LOG_QUESTIONS[address].shape,
});

const describedOfEvents = (
  address: EventLogAddress,
  given: Pick<DescribedAddress, 'name' | 'answer' | 'refused'>,
): DescribedAddress => ({
  ...given,
  path: `${EVENT_LOG_API.slice(API.length)}/${address}`,
  inPath: {},
  inQuery: EVENT_LOG_QUESTIONS[address].shape,
});

export const LOG_ADDRESSES: readonly DescribedAddress[] = [
  described('keys', { name: 'receiptLogKeys', answer: LOG_KEYS, refused: [] }),
  described('tree-head', { name: 'receiptLogTreeHead', answer: LOG_HEAD, refused: [400, 404] }),
  described('checkpoint', { name: 'receiptLogCheckpoint', answer: undefined, refused: [404] }),
  described('tree-heads', { name: 'receiptLogTreeHeads', answer: LOG_HEADS, refused: [400] }),
  described('consistency', { name: 'receiptLogConsistency', answer: LOG_CONSISTENCY, refused: [400, 404] }),
  describedOfEvents('head', { name: 'eventLogHead', answer: undefined, refused: [404] }),
  describedOfEvents('heads', { name: 'eventLogHeads', answer: EVENT_HEADS, refused: [400] }),
];
