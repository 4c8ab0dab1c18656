import { describe, expect, test } from 'vitest';
import { NATO_IS, NORTHERN_RIVERS, ORGANISATIONS } from '../regulations-testing.ts';
import { HAND_OVER_FIELDS, HAND_OVER_FILE } from './hand-over-schema.ts';

const WORDS = { en: 'Staff Rules', fr: 'Statut' };
type Mapped = { field: string; as: string };

const problemsOf = (fields: readonly Mapped[], events: readonly string[] = ['appointment.made']) => {
  const neighbour = { code: 'hr', name: WORDS, source: WORDS, events, fields };
  const { error } = HAND_OVER_FILE.safeParse({ source: WORDS, keptDays: 30, neighbours: [neighbour] });
  return (error?.issues ?? []).map(({ path, message }) => `${path.slice(2).join('.')}: ${message}`);
};

describe('what is handed over to a neighbour', () => {
  test('is what its mapping names', () => {
    expect(problemsOf([{ field: 'familyName', as: 'surname' }])).toEqual([]);
  });

  test('is nothing medical and nothing of an accommodation: no field is, and no name says that one were', () => {
    const ofHealth = /medical|health|accommodation|disab|condition/i;

    expect(HAND_OVER_FIELDS.filter((field) => ofHealth.test(field))).toEqual([]);
    for (const field of ['medicalFile', 'medical-file', 'accommodation', 'conditions'])
      expect(problemsOf([{ field, as: 'x' }]).join()).toContain('fields.0.field: Invalid option');
    for (const as of ['medical', 'healthState', 'accommodations', 'dossierMedical', 'handicap'])
      expect(problemsOf([{ field: 'grade', as }])).toEqual([
        'fields.0.as: Nothing of somebody’s health or accommodation is handed over',
      ]);
  });

  test('stands there once, under a name of its own that every program takes', () => {
    const twice = problemsOf([
      { field: 'grade', as: 'one' },
      { field: 'grade', as: 'one' },
    ]);

    expect(twice).toEqual(['fields.1.field: “grade” stands here twice', 'fields.1.as: “one” stands here twice']);
    for (const as of ['', '1st', 'a b', '__proto__', 'é']) expect(problemsOf([{ field: 'grade', as }])).toHaveLength(1);
    expect(problemsOf([], ['appointment.made'])).toHaveLength(1);
    expect(problemsOf([{ field: 'grade', as: 'g' }], ['appointment.made', 'appointment.made'])).toHaveLength(1);
    expect(problemsOf([{ field: 'grade', as: 'g' }], ['application.submitted'])).toHaveLength(1);
  });
});

test('no notice names a neighbour of NATO’s: nothing is handed over until the organisation decides', () => {
  expect(NATO_IS.handOver).toMatchObject({ neighbours: [], keptDays: null });
});

test('only the badge office of the Northern Rivers learns of a clearance, and it learns little else', () => {
  const told = NORTHERN_RIVERS.handOver.neighbours.filter(({ fields }) =>
    fields.some(({ field }) => field === 'clearanceLevel'),
  );

  expect(told.map(({ code }) => code)).toEqual(['badge-office']);
  for (const { handOver } of ORGANISATIONS)
    for (const { code, fields } of handOver.neighbours.filter((one) => one.code === 'badge-office'))
      expect({ code, fields: fields.map(({ field }) => field) }).not.toMatchObject({
        fields: expect.arrayContaining(['bornOn']),
      });
});
