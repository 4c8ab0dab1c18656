import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { loadOrganisation } from '../regulations/organisation/organisation.ts';
import { readNotice } from './import/read-notice.ts';
import type { DoubtKind, ReadNotice } from './notice.ts';
import { loadVocabulary } from './vocabulary.ts';

const ORGANISATION = fileURLToPath(new URL('../../organisations/northern-rivers', import.meta.url));
const FOLDER = `${ORGANISATION}/demonstration`;
const organisation = loadOrganisation(ORGANISATION);
const vocabulary = loadVocabulary(ORGANISATION);
const references = readdirSync(FOLDER).flatMap((file) => /^(\d{6})\.txt$/.exec(file)?.[1] ?? []);

/** What is wrong on purpose, so that the demonstration has something to review. */
const PLANTED: Record<string, DoubtKind[]> = {
  '260118': ['field-missing'], // no clearance
  '260142': ['field-missing'],
  '260154': ['field-missing'],
  '260160': ['placeholder'],
  '260163': ['language-missing'],
};

const isWhole = (reference: string) => (PLANTED[reference]?.[0] ?? 'field-missing') === 'field-missing';

function reading(reference: string): ReadNotice {
  const read = readNotice(readFileSync(`${FOLDER}/${reference}.txt`, 'utf8'), vocabulary);
  if (!read.ok) throw new Error(`${reference}: ${read.refusal.kind}`);
  return read.value;
}

describe.each(references)('the demonstration notice %s', (reference) => {
  const { record, doubts } = reading(reference);

  test('reads without doubts but those planted', () => {
    expect(doubts.map(({ kind }) => kind)).toEqual(PLANTED[reference] ?? []);
  });

  test('asks and offers only what the organisation knows', () => {
    const cities = organisation.dutyStations.map(({ city }) => city.en);
    const clearances = [...organisation.clearances.levels.map(({ code }) => code), null];
    const clauses = organisation.contractClauses.map(({ code }) => code);

    expect(record.reference).toBe(reference);
    expect(record.body).toBe(organisation.bodies[0]?.code);
    expect(cities).toContain(record.location?.city);
    expect(clearances).toContain(record.clearance);
    expect(clauses).toContain(record.contract.clause);
    expect(record.grades.filter((grade) => !organisation.grades.order.includes(grade))).toEqual([]);
    expect(record.languages).not.toBeNull();
  });
});

test.each(references.filter(isWhole))('%s says as much in French as in English', (reference) => {
  const { record } = reading(reference);

  for (const list of ['essential', 'desirable', 'accountabilities', 'competencies', 'summary', 'challenges'] as const)
    expect(record[list].fr).toHaveLength(record[list].en.length);
  expect(record.essential.en.length).toBeGreaterThanOrEqual(4);
  expect(record.accountabilities.en.length).toBeGreaterThanOrEqual(3);
  expect(record.closingDuty.fr).toBeDefined();
});

test('the demonstration lists each of its notices, and some in every status', () => {
  const listed = (parse(readFileSync(`${FOLDER}/demonstration.yaml`, 'utf8')) as Listed).notices;

  expect(listed.map(({ reference }) => reference).toSorted()).toEqual(references.toSorted());
  expect(listed.filter(({ status }) => status === 'published').length).toBeGreaterThanOrEqual(12);
  expect(new Set(listed.map(({ status }) => status))).toEqual(
    new Set(['published', 'in-review', 'draft', 'closed', 'cancelled']),
  );
  const overdue = listed.filter(({ status, deadlineInDays }) => status === 'published' && deadlineInDays < 1);
  expect(overdue).toEqual([]);
});

type Listed = { notices: { reference: string; status: string; deadlineInDays: number }[] };

test('no demonstration notice repeats a sentence of a summary or a requirement of another', () => {
  const texts = references.flatMap((reference) => {
    const { record } = reading(reference);
    return [
      ...record.summary.en,
      ...record.summary.fr,
      ...record.desirable.en,
      ...record.accountabilities.en.map(({ text }) => text),
    ];
  });
  const seen = texts.filter((text, index) => texts.indexOf(text) < index);

  expect(seen.filter((text) => text.length > 60)).toEqual([]);
});
