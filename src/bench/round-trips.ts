/**
 * `npm run round-trips [-- COUNT [SEED [FORMAT…]]]` makes so many generated notices (200) into a PDF, a Word file, a page and a text,
 * reads each again, and prints which came back as another notice, and in what. Exit status 1 where one did.
 */
import { openTypst } from '../platform/typst/typst.ts';
import { houseIn, READ_FORMATS, readHere } from '../notices/render/round-trip-testing.ts';
import { ROOT } from './bench-process.ts';
import { roundTrips } from './round-trip-run.ts';

const [count = '200', chosen = String(Date.now() % 1_000_000), ...named] = process.argv.slice(2);
const seed = Number(chosen);
process.stdout.write(`seed ${seed}\n`);
const formats = READ_FORMATS.filter((format) => named.length === 0 || named.includes(format));
const typst = openTypst();
const trip = { house: houseIn(ROOT, 'northern-rivers'), typst, read: readHere };
let failed = 0;
for (const format of formats) {
  const report = await roundTrips(format, { ...trip, seed, notices: Number(count) });
  failed += report.counterexamples.length;
  process.stdout.write(
    `${format}: ${report.notices} notices, ${report.counterexamples.length} came back as others, ${report.seconds} s\n`,
  );
  for (const { number, differences } of report.counterexamples)
    process.stdout.write(`  notice ${number}\n${differences.map((each) => `    ${each}\n`).join('')}`);
}
process.stdout.write(`${Number(count) * formats.length} round trips, ${failed} counterexamples, seed ${seed}\n`);
typst.close();
process.exitCode = failed > 0 ? 1 : 0;
