import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../platform/canonical-json.ts';
import { loadOrganisation } from '../../regulations/organisation/organisation.ts';
import { exampleDossier } from '../application-testing.ts';
import type { Answers } from '../answers.ts';
import { checkReceipt } from './receipt-check.ts';
import { contentOf, readReceipt, receiptFor, type ReceiptContent } from './receipt.ts';

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

test.for<[string, Partial<Answers>]>([
  ['education', { education: { ...answers.education, entries: [] } }],
  ['experience', { experience: { ...answers.experience, entries: [] } }],
  ['willingness', { willingness: {} }],
])('finds other %s, which receipts hold since their second shape', ([part, change]) => {
  expect(checkReceipt(receipt, { answers: { ...answers, ...change }, documents: [document] })).toEqual([part]);
});

/** As the first shape was written, byte for byte: without education, questions or willingness. */
const first = () => {
  const {
    schema: _,
    education: _e,
    degreeKinds: _d,
    experience: _x,
    willingness: _w,
    questions: _q,
    ...kept
  } = JSON.parse(receipt.text) as ReceiptContent;
  const text = canonicalJson({ ...kept, schema: 'concours/application/1' });
  return { ...receipt, text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') };
};

test('reads and checks a receipt of the first shape, which is not held to what it did not hold', () => {
  const changed = { ...answers, education: { ...answers.education, entries: [] } };

  expect(readReceipt(first())).toMatchObject({ schema: 'concours/application/1', identity: answers.identity });
  expect(checkReceipt(first(), { answers: changed, documents: [document] })).toEqual([]);
  expect(checkReceipt(first(), { answers: { ...answers, declarations: [] }, documents: [document] })).toEqual([
    'declarations',
  ]);
});

test('takes an empty reason, which a receipt leaves out, as no difference', () => {
  const identity = { ...answers.identity, exception: ' ' };

  expect(checkReceipt(receipt, { answers: { ...answers, identity }, documents: [document] })).toEqual([]);
});
