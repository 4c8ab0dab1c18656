import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openTypst } from '../../platform/typst/typst.ts';
import { noticeText } from '../documents/notice-text.ts';
import { readNotice } from '../import/read-notice.ts';
import type { NoticeRecord } from '../notice.ts';
import { loadOrganisationFolder, type OrganisationFolder } from '../organisation-folder.ts';
import { anyReadNotice } from './any-notice-testing.ts';
import { renderNotice, type RenderFormat } from './render-notice.ts';

const FORMATS = ['pdf', 'docx', 'html', 'text'] as const satisfies RenderFormat[];
const typst = openTypst();
afterAll(() => typst.close());

const HOUSES = new Map<string, OrganisationFolder>();
function houseOf(name: string): OrganisationFolder {
  const house = HOUSES.get(name) ?? loadOrganisationFolder(join('organisations', name));
  HOUSES.set(name, house);
  return house;
}

function read(text: string, { vocabulary }: OrganisationFolder): NoticeRecord {
  const result = readNotice(text, vocabulary);
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`);
  return result.value.record;
}

/** A record made into a file and read from it again. */
async function thereAndBack(record: NoticeRecord, format: RenderFormat, house: OrganisationFolder) {
  const { bytes } = await renderNotice(record, format, { ...house, typst });
  const text = await noticeText(bytes);
  if (!text.ok) throw new Error(`refused: ${text.refusal.kind}`);
  return read(text.value.text, house);
}

describe.for(FORMATS)('a notice made into %s and read again', (format) => {
  test('is the same record, whatever the notice', async () => {
    await fc.assert(
      fc.asyncProperty(anyReadNotice, async (record) => {
        expect(await thereAndBack(record, format, houseOf('northern-rivers'))).toEqual(record);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  test('is the same record for notices of the demonstrations', async () => {
    const files = globSync('organisations/*/demonstration/*.txt').toSorted();
    for (const file of files.filter((_, index) => index % 5 === 0)) {
      const house = houseOf(basename(join(dirname(file), '..')));
      const record = read(readFileSync(file, 'utf8'), house);

      expect([file, await thereAndBack(record, format, house)]).toEqual([file, record]);
    }
  });

  /** Beside the checkout where they are at hand; not ours to copy. */
  const real = '../shared/notices';
  test.skipIf(!existsSync(real))('is the same record for the real notices', async () => {
    const house = houseOf('nato-is');
    for (const file of readdirSync(real).filter((name) => /^\d{6}\.txt$/.test(name))) {
      const record = read(readFileSync(join(real, file), 'utf8'), house);

      expect([file, await thereAndBack(record, format, house)]).toEqual([file, record]);
    }
  });
});
