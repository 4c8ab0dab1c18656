import { expect, test } from 'vitest';
import { duplicatesAmong, type Traits } from './duplicates.ts';

const person = (id: string, given: Partial<Traits> = {}): Traits => ({
  id,
  name: `Person ${id}`,
  email: `${id}@people.example`,
  telephone: '',
  bornOn: '',
  documents: [],
  ...given,
});
const alike = (...people: Traits[]) => duplicatesAmong(people).map((pair) => [...pair.ids, ...pair.alike].join(' '));

test('one person is found by a name in another order and other accents', () => {
  expect(alike(person('a', { name: 'Jean-Luc Müller' }), person('b', { name: 'MULLER Jean Luc' }))).toEqual([
    'a b name',
  ]);
});

test('by a name with the same date of birth, and a namesake is told apart by another, never silently', () => {
  const ada = (id: string, bornOn: string) => person(id, { name: 'Ada Marin', bornOn });

  expect(alike(person('a', { name: 'Adà MARIN', bornOn: '1980-02-01' }), ada('b', '1980-02-01'))).toEqual([
    'a b name-and-birth',
  ]);
  expect(duplicatesAmong([ada('a', '1980-02-01'), ada('b', '1981-02-01')])).toEqual([
    { ids: ['a', 'b'], alike: ['name'], bornApart: true },
  ]);
  expect(duplicatesAmong([ada('a', '1980-02-01'), ada('b', '')])).toMatchObject([{ bornApart: false }]);
  expect(alike(person('a', { bornOn: '1980-02-01' }), person('b', { bornOn: '1980-02-01' }))).toEqual([]);
});

test('by a mailbox, a telephone number or a document, each told once', () => {
  const one = person('b', { email: 'ada+1@x.org', telephone: '+32 475 12 34 56', documents: ['f1', 'f2'] });
  const other = person('a', { email: 'Ada@x.org', telephone: '0475/12.34.56', documents: ['f2', 'f1'] });

  expect(alike(one, other)).toEqual(['a b email telephone document']);
});

test('what is missing or too short is no likeness', () => {
  expect(alike(person('a', { telephone: '12', name: '' }), person('b', { telephone: '12', name: '' }))).toEqual([]);
});

test('many that are alike are each compared with the first', () => {
  const many = Array.from({ length: 12 }, (_, index) => person(`${10 + index}`, { documents: ['form'] }));

  expect(duplicatesAmong(many)).toHaveLength(11);
  expect(duplicatesAmong(many.slice(0, 4))).toHaveLength(6);
});
