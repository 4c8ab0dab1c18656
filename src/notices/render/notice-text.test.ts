import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNotice } from '../import/read-notice.ts';
import { exampleNotice } from '../notice-testing.ts';
import type { NoticeRecord } from '../notice.ts';
import { missingTranslations } from '../missing-translations.ts';
import { loadOrganisationFolder, type OrganisationFolder } from '../organisation-folder.ts';
import { anyReadNotice } from './any-notice-testing.ts';
import { noticeDocument } from './notice-document.ts';
import { noticeText } from './notice-text.ts';

const HOUSES = new Map<string, OrganisationFolder>();
function houseOf(name: string): OrganisationFolder {
  const house = HOUSES.get(name) ?? loadOrganisationFolder(join('organisations', name));
  HOUSES.set(name, house);
  return house;
}
const RIVERS = houseOf('northern-rivers');

const printed = (record: NoticeRecord, house: OrganisationFolder = RIVERS) => noticeText(noticeDocument(record, house));

function read(text: string, house: OrganisationFolder = RIVERS): NoticeRecord {
  const result = readNotice(text, house.vocabulary);
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`);
  return result.value.record;
}

describe('a notice printed as text', () => {
  test('is read back as the same record, whatever the notice', () => {
    fc.assert(
      fc.property(anyReadNotice, (record) => {
        expect(read(printed(record))).toEqual(record);
      }),
      { numRuns: 200 },
    );
  });

  test('is the same text when it is read and printed again', () => {
    fc.assert(
      fc.property(anyReadNotice, (record) => {
        const once = printed(record);

        expect(printed(read(once))).toBe(once);
      }),
      { numRuns: 25 },
    );
  });

  const demonstrations = globSync('organisations/*/demonstration/*.txt').toSorted();

  test.each(demonstrations)('is read back as the same record: %s', (file) => {
    const house = houseOf(basename(join(dirname(file), '..')));
    const record = read(readFileSync(file, 'utf8'), house);

    expect(read(printed(record, house), house)).toEqual(record);
  });
});

/** Real notices, beside the checkout where they are at hand; not ours to copy. */
const REAL = '../shared/notices';
const present = existsSync(REAL);

describe.skipIf(!present)('a real notice printed as text', () => {
  const files = present ? readdirSync(REAL).filter((name) => /^\d{6}\.txt$/.test(name)) : [];

  test.each(['nato-is', 'northern-rivers'])('is read back as the same record, by the words of %s', (name) => {
    const house = houseOf(name);
    for (const file of files) {
      const record = read(readFileSync(join(REAL, file), 'utf8'), house);

      expect(read(printed(record, house), house)).toEqual(record);
    }
  });
});

describe('facts that no text of the record tells', () => {
  const bare = exampleNotice({
    budgetPending: true,
    fastTrack: true,
    attachments: [{ kind: 'essay-on-challenges', maxPages: 1, pageSize: 'A4', formats: ['word', 'pdf'] }],
    challenges: { en: ['warn in time'], fr: ['avertir à temps'] },
    essential: { en: ['hold a degree'], fr: ['être titulaire d’un diplôme'] },
    contract: { clause: 'turnover', twinGradeNote: true },
    provisionalSchedule: [
      { en: 'Test in May', fr: 'Épreuve en mai' },
      { en: 'Interview in June', fr: 'Entretien en juin' },
    ],
    otherText: { ...exampleNotice().otherText, contract: { en: [], fr: [] }, application: { en: [], fr: [] } },
  });

  test('are printed in both languages, in words that the reader knows', () => {
    const again = read(printed(bare));

    const { budgetPending, fastTrack, attachments, challenges, languages, contract, provisionalSchedule } = bare;
    expect(again).toMatchObject({
      budgetPending,
      fastTrack,
      attachments,
      challenges,
      languages,
      contract,
      provisionalSchedule,
    });
    expect(missingTranslations(again)).toEqual([]);
    const { budgetPending: budget, fastTrack: fast } = RIVERS.organisation.notices.printed;
    expect(again.otherText.preamble).toEqual({
      en: [
        budget.en,
        fast?.en,
        'Applicants are asked to attach a paper on the key challenges (at most 1 page, A4, Word or PDF).',
      ],
      fr: [
        budget.fr,
        fast?.fr,
        'Il est demandé de joindre une note sur les principaux défis (1 page au plus, A4, Word ou PDF).',
      ],
    });
  });

  test('are printed as the organisation prints them, where its words say just that', () => {
    const request = { kind: 'cover-letter', maxPages: 2, pageSize: 'A4', formats: ['pdf'] } as const;

    const again = read(printed({ ...bare, attachments: [request] }));

    expect(again.attachments).toEqual([request]);
    expect(again.otherText.preamble.en.at(-1)).toMatch(
      /^Applicants are asked to attach a cover letter of at most 2 pages/,
    );
    expect(again.otherText.contract.en.join(' ')).toContain('This is a post in which turnover is desirable.');
    expect(again.essential.fr.at(-1)).toMatch(/langues officielles de la Commission \(anglais\/français\)\s: V/);
  });

  test('are printed once: what was added is there the next time', () => {
    const again = read(printed(bare));

    expect(read(printed(again))).toEqual(again);
  });

  test('that are told in one language are told in the other as well, where they bind whoever reads it', () => {
    const preamble = { en: ['Pending budget approval'], fr: [] };
    const record = exampleNotice({ budgetPending: true, otherText: { ...exampleNotice().otherText, preamble } });

    expect(printed(record).match(/Pending budget approval|Sous réserve d’approbation/g)).toHaveLength(2);
  });
});
