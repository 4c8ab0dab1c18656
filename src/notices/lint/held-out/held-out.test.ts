import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../bench/mutations.ts';
import { loadOrganisationFolder } from '../../organisation-folder.ts';
import { loadSpelling } from '../spelling.ts';
import { heldOutNotices } from './held-out-testing.ts';
import { mutationRecall } from './mutation-recall.ts';
import { HARMLESS } from './mutations.ts';
import { findingsIn, isFalseAlarm, scoreFaults } from './recall.ts';

const tools = { ...loadOrganisationFolder('organisations/nato-is'), spelling: await loadSpelling() };
const NOTICES = heldOutNotices('.');
const LINTED = NOTICES.map(({ text }) => ({ text, tools }));

/** Faults that the rules don't tell; one that they come to tell leaves this list. */
const MISSED: Readonly<Record<string, readonly string[]>> = {
  '249203': ['05 name-missing', '06 standard-paragraph-missing', '14 link-of-other-language'],
  '259301': ['13 spelling-en'],
  '269302': ['04 paragraph-missing'],
};

describe.each(NOTICES)('held-out notice $reference', ({ reference, text, faults }) => {
  test('alarms nobody where it is sound', () => {
    expect(findingsIn(text, tools).filter(isFalseAlarm)).toEqual([]);
  });

  test('its faults are told, and nothing else', () => {
    const { missed, falseAlarms } = scoreFaults(text, faults, tools);
    const elsewhere = falseAlarms.map(({ rule, message }) => `${rule} ${message.en}`);

    expect(missed.map(({ id, kind }) => `${id} ${kind}`).toSorted()).toEqual(MISSED[reference] ?? []);
    expect(elsewhere).toEqual([]);
  });
});

/** Of a fault of each kind, put once into each of the notices by chance, at least so many in a hundred are told. */
const NOT_ALL: Readonly<Record<string, number>> = { 'essential item gone': 87, 'sentence gone': 16 };

test('a fault of each kind is told', () => {
  const scores = mutationRecall(LINTED, { tries: 1, randomFrom });
  const tooFew = scores
    .map(({ kind, told: { found, of } }) => ({ kind, percent: of === 0 ? 100 : Math.floor((100 * found) / of) }))
    .filter(({ kind, percent }) => percent < (NOT_ALL[kind] ?? 100));

  expect(tooFew).toEqual([]);
});

test('what translators and layouts do is no fault', () => {
  const scores = mutationRecall(LINTED, { tries: 2, randomFrom, kinds: HARMLESS });

  expect(scores.filter(({ elsewhere }) => elsewhere > 0)).toEqual([]);
});
