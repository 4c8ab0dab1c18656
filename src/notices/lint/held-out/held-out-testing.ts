import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFaults, type Fault } from './faults.ts';

/** Where the notices are that the rules were not made with. */
export const HELD_OUT = 'src/notices/lint/held-out';

/** A sound notice; `faults` are those that are put into it, none for one that only must stay without alarms. */
export type HeldOut = { readonly reference: string; readonly text: string; readonly faults: readonly Fault[] };

export const heldOutNotices = (root: string): HeldOut[] =>
  readdirSync(join(root, HELD_OUT))
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => {
      const reference = name.slice(0, -'.txt'.length);
      const faults = join(root, HELD_OUT, `${reference}.faults.yaml`);
      return {
        reference,
        text: readFileSync(join(root, HELD_OUT, name), 'utf8'),
        faults: existsSync(faults) ? readFaults(readFileSync(faults, 'utf8')) : [],
      };
    });
