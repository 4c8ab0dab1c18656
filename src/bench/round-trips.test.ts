import { afterAll, expect, test } from 'vitest';
import { openTypst } from '../platform/typst/typst.ts';
import { houseIn, readHere } from '../notices/render/round-trip-testing.ts';
import { plainText } from '../notices/documents/notice-text.ts';
import { roundTrips } from './round-trip-run.ts';

const typst = openTypst();
afterAll(() => typst.close());
const trip = { house: houseIn('.', 'northern-rivers'), typst, read: readHere };

test('generated notices made into a text are the same when they are read again', async () => {
  const report = await roundTrips('text', { ...trip, seed: 20_261_127, notices: 50 });

  expect(report).toMatchObject({ format: 'text', notices: 50, counterexamples: [] });
});

test('a notice that comes back as another is counted, and the same seed finds it again, with what differs', async () => {
  const forgetful = {
    ...trip,
    read: (bytes: Uint8Array) =>
      Promise.resolve(plainText(Buffer.from(Buffer.from(bytes).toString().replaceAll('Αθήνα', 'Athens')), 'text')),
  };

  const report = await roundTrips('text', { ...forgetful, seed: 5, notices: 1 });
  const again = await roundTrips('text', { ...forgetful, seed: 5, notices: 1 });

  expect(report.counterexamples.length).toBeGreaterThan(0);
  expect(report.counterexamples[0]?.differences.join()).toMatch(/Αθήνα.* came back as .*Athens/);
  expect(again.counterexamples).toEqual(report.counterexamples);
});
