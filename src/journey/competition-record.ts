import { EVENTS } from '../reports/record/format/manifest.ts';
import { remade, type Files } from '../reports/record/testing/files-testing.ts';

type Key = Parameters<typeof remade>[1];
type Check = { key: Key; problemsOf: (files: Files) => Promise<unknown> };

/**
 * Removes one event of every kind from a record and has the organisation sign it anew: how many kinds there are, and those
 * of which nobody would notice.
 */
export async function eventsThatCanGo(files: Files, { key, problemsOf }: Check) {
  const lines = (files[EVENTS]?.toString() ?? '').trimEnd().split('\n');
  const kindOf = (line: string) => {
    const [, , , , , subject, , action] = JSON.parse(line) as string[];
    return `${subject} ${action}`;
  };
  const kinds = Map.groupBy(lines, kindOf);

  const unnoticed: string[] = [];
  for (const [kind, [first = '']] of kinds) {
    const left = lines.filter((line) => line !== first).map((line) => `${line}\n`);
    const problems = await problemsOf(remade({ ...files, [EVENTS]: Buffer.from(left.join('')) }, key));
    if (!JSON.stringify(problems).includes('events-removed')) unnoticed.push(kind);
  }
  return { kinds: kinds.size, unnoticed };
}
