import { expect, test } from 'vitest';
import { NORTHERN_RIVERS } from '../regulations-testing.ts';
import { APPOINTMENT_FILE } from './appointment-schema.ts';

/** What the schema says of the conditions of an organisation when one of them is written otherwise. */
function saidOf(code: string, written: object): string[] {
  const { appointment } = NORTHERN_RIVERS;
  const conditions = appointment.conditions.map((one) => (one.code === code ? { ...one, ...written } : one));
  const read = APPOINTMENT_FILE.safeParse({ ...appointment, conditions });
  return read.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

test('medical conditions, and they alone, are the medical office’s', () => {
  const says = 'Medical conditions, and they alone, are the medical office’s';

  expect(saidOf('medical-file', { office: 'contract-officer' })).toEqual([`conditions.1.office: ${says}`]);
  expect(saidOf('accreditation', { office: 'medical-officer' })).toEqual([`conditions.3.office: ${says}`]);
  expect(saidOf('medical-file', {})).toEqual([]);
});

test('no medical document is asked of a candidate here', () => {
  const name = { en: 'A letter of your physician', fr: 'Une lettre de votre médecin' };
  const source = { en: 'Staff Rules, article 13', fr: 'Statut du personnel, article 13' };

  const said = saidOf('medical-file', { fromCandidate: [{ code: 'letter', name, source }] });

  expect(said).toEqual([
    'conditions.1.fromCandidate: Medical documents go to the medical office, never through Concours',
  ]);
});

test('a duration is a whole number of days or months', () => {
  const usual = (written: object) => ({
    usual: { count: 3, unit: 'months', source: { en: 'a', fr: 'b' }, ...written },
  });

  expect(saidOf('accreditation', usual({}))).toEqual([]);
  expect(saidOf('accreditation', usual({ count: 0 }))).toHaveLength(1);
  expect(saidOf('accreditation', usual({ unit: 'weeks' }))).toHaveLength(1);
});

test('files of candidates are one or more, kept for a number of days or until that is decided', () => {
  const { appointment } = NORTHERN_RIVERS;
  const says = (written: object) =>
    APPOINTMENT_FILE.safeParse({
      ...appointment,
      conditionDocuments: { ...appointment.conditionDocuments, ...written },
    }).error?.issues.map(({ message }) => message) ?? [];

  expect([says({}), says({ keptDays: null })]).toEqual([[], []]);
  expect(says({ maxFiles: 0 })).toHaveLength(1);
  expect(says({ keptDays: 0 })).toHaveLength(1);
  expect(says({ keptDays: '90' })).toEqual(['Expected a whole number of days, one or more']);
});
