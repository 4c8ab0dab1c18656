import { expect, test } from 'vitest';
import { loadOrganisation } from '../../regulations/organisation/organisation.ts';
import { monthAfter, queryOf, readAsked, typedIn } from './asked.ts';

const organisation = loadOrganisation('organisations/northern-rivers');
const known = { ...organisation, bodies: ['Secretariat'] };
const [family] = organisation.grades.families;
const read = (query: Record<string, unknown>) => readAsked(typedIn(query), known);

test('a period is told by months, and either end may be open', () => {
  const asked = read({ 'from-month': '3', 'from-year': '2026' });

  expect(asked).toMatchObject({ ok: true, value: { from: '2026-03', until: undefined } });
});

test.each([
  [{ 'from-month': '13', 'from-year': '2026' }, [{ field: 'from', kind: 'no-month' }]],
  [{ 'until-month': '', 'until-year': '2026' }, [{ field: 'until', kind: 'no-month' }]],
  [{ 'from-month': '3', 'from-year': '26' }, [{ field: 'from', kind: 'no-month' }]],
  [
    { 'from-month': '3', 'from-year': '2026', 'until-month': '2', 'until-year': '2026' },
    [{ field: 'until', kind: 'before-beginning' }],
  ],
])('%j is no period', (query, problems) => {
  expect(read(query)).toEqual({ ok: false, refusal: problems });
});

test('a kind of post is its grades; a grade of another kind is found nowhere', () => {
  const other = organisation.grades.order.find((grade) => !family?.grades.includes(grade));

  expect(read({ kind: family?.code })).toMatchObject({ value: { grades: family?.grades } });
  expect(read({ kind: family?.code, grade: family?.grades[0] })).toMatchObject({
    value: { grades: [family?.grades[0]] },
  });
  expect(read({ kind: family?.code, grade: other })).toMatchObject({ value: { grades: [] } });
});

test('a choice that is not offered limits nothing', () => {
  expect(read({ kind: 'Z', grade: 'Z9', clause: 'for-ever', body: 'Nowhere' })).toEqual({
    ok: true,
    value: { from: undefined, until: undefined, grades: undefined, clause: undefined, body: undefined },
  });
});

test('what was typed is an address again, and is read as the same', () => {
  const typed = typedIn({ 'from-month': '3', 'from-year': '2026', body: 'Secretariat', name: 'Ada Marin' });

  expect(queryOf(typed)).toBe('from-month=3&from-year=2026&body=Secretariat');
  expect(typedIn(Object.fromEntries(new URLSearchParams(queryOf(typed))))).toEqual(typed);
});

test('the month after December is January', () => {
  expect([monthAfter('2026-12'), monthAfter('2026-09')]).toEqual(['2027-01', '2026-10']);
});
