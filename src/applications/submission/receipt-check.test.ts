import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadOrganisation } from '../../regulations/organisation/organisation.ts';
import { exampleDossier } from '../application-testing.ts';
import type { Answers } from '../answers.ts';
import { checkReceipt } from './receipt-check.ts';
import { contentOf, receiptFor } from './receipt.ts';

const rules = loadOrganisation('organisations/northern-rivers');
const document = { kind: 'cover-letter', fileName: 'a.pdf', sizeBytes: 9, pages: 1, sha256: 'aa'.repeat(32) };
const dossier = exampleDossier(rules, { documents: [document] });
const receipt = receiptFor(contentOf(dossier, 'en'), new Date('2026-11-21T16:30:00Z'));
const { answers } = dossier.application;

test('finds nothing where all is as it was submitted', () => {
  expect(checkReceipt(receipt, { answers, documents: [document] })).toEqual([]);
});

test('finds a receipt whose own text was changed', () => {
  const changed = { ...receipt, text: receipt.text.replace('Marin', 'Morin') };

  expect(checkReceipt(changed, { answers, documents: [document] })).toEqual(['fingerprint', 'identity']);
});

test('finds a document that is gone, other or more than there was', () => {
  const other = { ...document, sha256: 'bb'.repeat(32) };
  const more = { ...document, kind: 'essay-on-challenges' };

  for (const documents of [[], [other], [document, more]])
    expect(checkReceipt(receipt, { answers, documents })).toEqual(['documents']);
});

test('finds any answer that is no longer what was submitted', () => {
  const keys = Object.keys(answers.requirements);
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.string(), (key, text) => {
      const before = answers.requirements[key];
      const requirements = { ...answers.requirements, [key]: { wording: before?.wording ?? '', text } };
      const found = checkReceipt(receipt, { answers: { ...answers, requirements }, documents: [document] });
      expect(found).toEqual(text === before?.text ? [] : ['requirements']);
    }),
  );
});

test.for<[string, Partial<Answers>]>([
  ['identity', { identity: { ...answers.identity, nationalities: ['NO'] } }],
  ['languages', { languages: { ...answers.languages, fr: 'VI' } }],
  ['declarations', { declarations: [] }],
])('finds other %s', ([part, change]) => {
  expect(checkReceipt(receipt, { answers: { ...answers, ...change }, documents: [document] })).toEqual([part]);
});
