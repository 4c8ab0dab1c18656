import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { organisationFolder, RIVERS_COMMISSION } from '../regulations/regulations-testing.ts';
import { readNotice } from './import/read-notice.ts';
import { loadVocabulary } from './vocabulary.ts';

const FOLDER = organisationFolder('rivers-commission');
const vocabulary = loadVocabulary(FOLDER);
const references = readdirSync(join(FOLDER, 'demonstration')).flatMap((file) => /^(\d{6})\.txt$/.exec(file)?.[1] ?? []);

function reading(reference: string) {
  const read = readNotice(readFileSync(join(FOLDER, 'demonstration', `${reference}.txt`), 'utf8'), vocabulary);
  if (!read.ok) throw new Error(`${reference}: ${read.refusal.kind}`);
  return read.value;
}

describe.each(references)('the notice %s of an organisation with other rules throughout', (reference) => {
  const { record, doubts } = reading(reference);

  test('reads without doubts', () => {
    expect(doubts.map(({ kind, field }) => `${kind}: ${field}`)).toEqual([]);
  });

  test('asks and offers only what the organisation knows', () => {
    const { grades, languages, contractClauses, bodies, dutyStations, clearances } = RIVERS_COMMISSION;

    expect(grades.order).toEqual(expect.arrayContaining([...record.grades]));
    expect(record.grades).toHaveLength(1);
    expect(languages.levels.map(({ code }) => code)).toContain(record.languages?.one);
    expect(languages.levels.map(({ code }) => code)).toContain(record.languages?.other);
    expect(contractClauses.map(({ code }) => code)).toContain(record.contract.clause);
    expect(bodies.map(({ code }) => code)).toContain(record.body);
    expect(dutyStations.map(({ city, country }) => [country, city.en])).toContainEqual([
      record.location?.country,
      record.location?.city,
    ]);
    expect(record.clearance).toBeNull();
    expect(clearances.levels).toEqual([]);
  });

  test('prints the salary of the scale: its country’s currency and period, at the step of appointments', () => {
    const { rows, appointmentStep } = RIVERS_COMMISSION.salaries;
    const row = rows.find(
      ({ grade, step, country, until }) =>
        grade === record.grades[0] && step === appointmentStep.step && country === record.location?.country && !until,
    );

    expect(record.salary).toEqual({
      amountMinor: Math.round(Number(row?.amount) * 100),
      currency: row?.currency,
      period: row?.period,
    });
  });

  test('says as much in French as in English', () => {
    for (const list of ['summary', 'challenges', 'essential', 'desirable', 'accountabilities', 'competencies'] as const)
      expect(record[list].fr).toHaveLength(record[list].en.length);
  });
});

test('they show each way in which the rules differ', () => {
  const records = references.map((reference) => reading(reference).record);

  expect(records.map(({ grades }) => grades[0])).toEqual(['AD7', 'AST3', 'AD12', 'AD9']);
  expect(new Set(records.map(({ contract }) => contract.clause))).toEqual(new Set(['temporary-agent', 'fixed-task']));
  expect(records.at(-1)?.attachments.map(({ kind }) => kind)).toEqual(['cover-letter', 'essay-on-challenges']);
  expect(new Set(records.map(({ salary }) => salary?.currency))).toEqual(new Set(['EUR', 'MAD']));
});
