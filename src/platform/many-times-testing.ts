import { assert as assertAsUsual } from '../../node_modules/fast-check/lib/fast-check.js';
import type { IAsyncPropertyWithHooks, IPropertyWithHooks, Parameters } from 'fast-check';

export * from '../../node_modules/fast-check/lib/fast-check.js';

const TIMES = Number(process.env['TIMES'] ?? 20);

/** How often fast-check tries a property that does not say it. */
const USUAL_RUNS = 100;

/** `assert` of fast-check with many times the runs, for `npm run properties`; where a seed is set, as it stands: more would repeat it. */
export function assert<Values>(
  property: IPropertyWithHooks<Values> & IAsyncPropertyWithHooks<Values>,
  parameters: Parameters<Values> = {},
): Promise<void> & void {
  if (parameters.seed !== undefined) return assertAsUsual(property, parameters) as Promise<void> & void;
  const numRuns = (parameters.numRuns ?? USUAL_RUNS) * TIMES;
  return assertAsUsual(property, { ...parameters, numRuns }) as Promise<void> & void;
}
