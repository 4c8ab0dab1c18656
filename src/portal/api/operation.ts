import type { z } from 'zod';
import type { Context } from '../../people/context.ts';
import type { OperationName, ParameterName } from './api-texts.ts';

export const API = '/api/v1';

/** When a part of the interface was said to go, and when it does: in its headers, and in the description. */
export type Leaving = { announcedOn: Date; goesOn: Date };

type Parameters = Partial<Record<ParameterName, z.ZodType>>;
type Found<Value = unknown> = { value: Value; until?: Date | undefined };

/** Something a machine can ask for: what checks the question, what checks the answer, and what finds it. */
export type Operation = {
  name: OperationName;
  path: string;
  inPath: Parameters;
  inQuery: Parameters;
  /** Parameters that are right by themselves and cannot be used together with the others. */
  misused?: (asked: Record<string, unknown>) => ParameterName[];
  answer: z.ZodType;
  find: (context: Context, asked: Record<string, unknown>, now: Date) => Promise<Found | undefined>;
  leaving?: Leaving;
};

/** Ties what is found to the schemas of the question and of the answer. */
export function operation<Path extends z.ZodRawShape, Query extends z.ZodRawShape, Answer extends z.ZodType>(
  given: Omit<Operation, 'inPath' | 'inQuery' | 'misused' | 'answer' | 'find'> & {
    inPath: Path;
    inQuery: Query;
    misused?: (asked: z.output<z.ZodObject<Path & Query>>) => ParameterName[];
    answer: Answer;
    find: (
      context: Context,
      asked: z.output<z.ZodObject<Path & Query>>,
      now: Date,
    ) => Promise<Found<z.input<Answer>> | undefined>;
  },
): Operation {
  // What is asked has passed these very schemas before it comes here.
  return given as unknown as Operation;
}
