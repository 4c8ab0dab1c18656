import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openTypst } from '../../platform/typst/typst.ts';
import { noticeText } from '../documents/notice-text.ts';
import type { OrganisationFolder } from '../organisation-folder.ts';
import { anyReadNotice } from './any-notice-testing.ts';
import { houseIn, READ_FORMATS, recordOf, thereAndBack, type RoundTrip } from './round-trip-testing.ts';

const typst = openTypst();
afterAll(() => typst.close());

const HOUSES = new Map<string, OrganisationFolder>();
function tripTo(name: string): RoundTrip {
  const house = HOUSES.get(name) ?? houseIn('.', name);
  HOUSES.set(name, house);
  return { house, typst, read: noticeText };
}

/** `npm run round-trips` makes many more. */
describe.for(READ_FORMATS)('a notice made into %s and read again', (format) => {
  test('is the same record, whatever the notice', async () => {
    await fc.assert(
      fc.asyncProperty(anyReadNotice, async (record) => {
        expect(await thereAndBack(record, format, tripTo('northern-rivers'))).toEqual(record);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  test('is the same record for notices of the demonstrations', async () => {
    const files = globSync('organisations/*/demonstration/*.txt').toSorted();
    for (const file of files.filter((_, index) => index % 5 === 0)) {
      const trip = tripTo(basename(join(dirname(file), '..')));
      const record = recordOf(readFileSync(file, 'utf8'), trip.house);

      expect([file, await thereAndBack(record, format, trip)]).toEqual([file, record]);
    }
  });

  /** Beside the checkout where they are at hand; not ours to copy. */
  const real = '../shared/notices';
  test.skipIf(!existsSync(real))('is the same record for the real notices', async () => {
    const trip = tripTo('nato-is');
    for (const file of readdirSync(real).filter((name) => /^\d{6}\.txt$/.test(name))) {
      const record = recordOf(readFileSync(join(real, file), 'utf8'), trip.house);

      expect([file, await thereAndBack(record, format, trip)]).toEqual([file, record]);
    }
  });
});
