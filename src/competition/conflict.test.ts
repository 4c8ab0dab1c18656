import { describe, expect, test } from 'vitest';
import { NORTHERN_RIVERS } from '../regulations/regulations-testing.ts';
import { clearConflict, detectConflicts } from './conflict.ts';
import { barredByName, declare } from './declaration.ts';
import { isNamed, isSameEmployer, sharedFamilyName } from './same-name.ts';

describe('a family name', () => {
  test.each([
    ['Anna Lindström', 'Lindstrom', 'lindstrom'],
    ['José García Márquez', 'Márquez-Ruiz', 'marquez'],
    ['Piet van der Berg', 'Van Den Berg', 'berg'],
    ['Søren Ødegård', 'ODEGARD', 'odegard'],
    ['Prince', 'Prince', 'prince'],
  ])('of %s is shared by %s', (fullName, familyName, shared) => {
    expect(sharedFamilyName(fullName, familyName)).toBe(shared);
  });

  test.each([
    ['Anna Berg', 'Anna'],
    ['Piet van der Berg', 'van der Meer'],
    ['Marie de la Tour', 'de la Croix'],
    ['Anna Berg', 'Bergman'],
  ])('of %s is not shared by %s', (fullName, familyName) => {
    expect(sharedFamilyName(fullName, familyName)).toBeUndefined();
  });
});

test.each([
  ['Anna Lindström', true],
  ['lindstrom, anna', true],
  ['Anna Maria', true],
  ['Anna', false],
  ['Anna Maria Berg', false],
  ['', false],
])('“%s” names Anna Maria Lindström: %s', (typed, named) => {
  expect(isNamed(typed, { givenNames: 'Anna Maria', familyName: 'Lindström' })).toBe(named);
});

test('an employer is the same whatever its accents, its article and its legal form', () => {
  expect(isSameEmployer('The Société des Eaux S.A.', 'societe des eaux')).toBe(false);
  expect(isSameEmployer('Société des Eaux SA', 'The Societe Eaux')).toBe(true);
  expect(isSameEmployer('River Authority', 'River Agency')).toBe(false);
  expect(isSameEmployer('SA', 'Ltd')).toBe(false);
});

describe('what is looked for', () => {
  const judge = {
    accountId: 'judge',
    name: 'Anna Berg',
    employments: [{ employer: 'River Authority', from: '2012', to: '2015-03' }],
  };
  const candidate = (familyName: string, from: string, to: string | null) => ({
    applicationId: familyName,
    familyName,
    employments: [{ employer: 'The River Authority', from, to }],
  });

  test('is a family name, and an employer in a month in which both were there', () => {
    const candidates = [
      candidate('Berg', '2016-01', null),
      candidate('Holm', '2015-03', null),
      candidate('Dahl', '2015-04', null),
      candidate('Lund', '2010-01', '2012-01'),
    ];

    expect(detectConflicts([judge], candidates, NORTHERN_RIVERS.panel)).toEqual([
      { accountId: 'judge', applicationId: 'Berg', kind: 'relative', reason: 'Berg' },
      { accountId: 'judge', applicationId: 'Holm', kind: 'same-employer', reason: 'The River Authority' },
      { accountId: 'judge', applicationId: 'Lund', kind: 'same-employer', reason: 'The River Authority' },
    ]);
  });

  test('is nothing where the organisation looks for nothing', () => {
    const conflicts = NORTHERN_RIVERS.panel.conflicts.map((one) => ({ ...one, detected: null }));

    expect(detectConflicts([judge], [candidate('Berg', '2014-01', null)], { conflicts })).toEqual([]);
  });
});

test('a conflict is cleared by somebody else, once, with a reason', () => {
  const conflict = { accountId: 'judge', cleared: null };

  expect(clearConflict(conflict, { by: 'manager', reason: ' A common name. ' })).toEqual({
    ok: true,
    value: 'A common name.',
  });
  expect(clearConflict(conflict, { by: 'judge', reason: 'Fine.' })).toMatchObject({
    refusal: { kind: 'own-conflict' },
  });
  expect(clearConflict(conflict, { by: 'manager', reason: ' ' })).toMatchObject({
    refusal: { kind: 'reason-missing' },
  });
  const cleared = { at: new Date(0), byName: 'M', reason: 'x' };
  expect(clearConflict({ ...conflict, cleared }, { by: 'manager', reason: 'Fine.' })).toMatchObject({
    refusal: { kind: 'already-cleared' },
  });
});

describe('a declaration', () => {
  const candidates = [
    { applicationId: 'a', number: 'A-1' },
    { applicationId: 'b', number: 'A-2' },
  ];
  const given = (typed: Record<string, { kind: string; why: string }>, declares = true) =>
    declare({
      accountId: 'me',
      candidates,
      typed: (number) => typed[number] ?? { kind: '', why: '' },
      kinds: ['relative'],
      declares,
    });

  test('names whom one cannot judge, each with a kind and a sentence', () => {
    expect(given({ 'A-2': { kind: 'relative', why: ' My sister. ' } })).toEqual({
      ok: true,
      value: [{ accountId: 'me', applicationId: 'b', kind: 'relative', reason: 'My sister.' }],
    });
  });

  test('says all that is missing at once', () => {
    const typed = { 'A-1': { kind: 'invented', why: 'Text' }, 'A-2': { kind: 'relative', why: '' } };

    expect(given(typed, false)).toMatchObject({
      refusal: [
        { kind: 'kind-missing', candidate: 'A-1' },
        { kind: 'why-missing', candidate: 'A-2' },
        { kind: 'not-declared' },
      ],
    });
  });

  test('of who reads without names bars those named, and nobody by an empty line', () => {
    const people = [
      { applicationId: 'a', number: 'A-1', givenNames: 'Anna', familyName: 'Berg' },
      { applicationId: 'b', number: 'A-2', givenNames: 'Ole', familyName: 'Holm' },
    ];
    const named = barredByName({ accountId: 'me', people, names: 'Holm Ole\n\n   \nEva Lund', kind: 'friendship' });

    expect(named).toEqual([{ accountId: 'me', applicationId: 'b', kind: 'friendship', reason: '' }]);
  });
});
