/**
 * `npm run lint-recall` prints how much of what is wrong in notices the linter tells, on notices that its rules were not made
 * with: faults put in by hand, and one fault at a time put in by chance. Beside ours, the notices of the demonstration are
 * taken, and real ones where there are some in `../shared/notices`.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { heldOutNotices } from '../notices/lint/held-out/held-out-testing.ts';
import { mutationRecall } from '../notices/lint/held-out/mutation-recall.ts';
import { HARMLESS } from '../notices/lint/held-out/mutations.ts';
import { findingsIn, isFalseAlarm, scoreFaults } from '../notices/lint/held-out/recall.ts';
import { loadSpelling } from '../notices/lint/spelling.ts';
import { loadOrganisationFolder } from '../notices/organisation-folder.ts';
import { ROOT } from './bench-process.ts';
import { randomFrom } from './mutations.ts';

const TRIES = 3;

const spelling = await loadSpelling();
const toolsOf = (organisation: string) => ({
  ...loadOrganisationFolder(join(ROOT, 'organisations', organisation)),
  spelling,
});
const say = (line: string) => process.stdout.write(`${line}\n`);

const international = toolsOf('nato-is');
const notices = heldOutNotices(ROOT);
for (const { reference, text, faults } of notices) {
  const alarms = findingsIn(text, international).filter(isFalseAlarm);
  const { bySeverity, missed, falseAlarms } = scoreFaults(text, faults, international);
  const shares = Object.entries(bySeverity).map(([severity, { found, of }]) => `${severity}s ${found} of ${of}`);
  say(`${reference}: ${shares.join(', ')}; false alarms ${alarms.length} sound, ${falseAlarms.length} with its faults`);
  for (const { id, severity, kind } of missed) say(`  missed ${severity} ${id}: ${kind}`);
  for (const { severity, rule, message } of [...alarms, ...falseAlarms])
    say(`  false ${severity} ${rule}: ${message.en}`);
}

const textsIn = (pattern: string) => globSync(join(ROOT, pattern)).toSorted();
/** Incomplete on purpose. */
const INCOMPLETE = /26016[03]\.txt$/;
const northern = toolsOf('northern-rivers');
const real = existsSync(join(ROOT, '../shared/notices')) ? textsIn('../shared/notices/*.txt') : [];
const sound = [
  ...notices.map(({ text }) => ({ text, tools: international })),
  ...real.map((file) => ({ text: readFileSync(file, 'utf8'), tools: international })),
  ...textsIn('organisations/northern-rivers/demonstration/*.txt')
    .filter((file) => !INCOMPLETE.test(file))
    .map((file) => ({ text: readFileSync(file, 'utf8'), tools: northern })),
];
say(`\n| one fault, put in by chance into ${sound.length} notices | told | alarms elsewhere |\n| --- | --- | --- |`);
for (const { kind, told, elsewhere } of mutationRecall(sound, { tries: TRIES, randomFrom }))
  say(`| ${kind} | ${told.found} of ${told.of} | ${elsewhere} |`);
say('\n| a harmless change | told | alarms elsewhere |\n| --- | --- | --- |');
for (const { kind, told, elsewhere } of mutationRecall(sound, { tries: TRIES, randomFrom, kinds: HARMLESS }))
  say(`| ${kind} | ${told.found} of ${told.of} | ${elsewhere} |`);
