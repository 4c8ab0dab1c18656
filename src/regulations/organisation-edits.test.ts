import { expect, test } from 'vitest';
import { eligibleNationality } from './eligibility.ts';
import { loadOrganisation } from './organisation.ts';
import { editedFolder } from './organisation-testing.ts';
import type { Edit } from './organisation-testing.ts';
import { RIVERS_COMMISSION } from './regulations-testing.ts';

/** The organisation as it is after somebody edited its files, and nothing else. */
const afterEditing = (...edits: Edit[]) => loadOrganisation(editedFolder(edits));

test('a nation joins by a line, from its day', () => {
  const joined = afterEditing({
    file: 'member-nations.yaml',
    from: 'nations:\n',
    to: "nations:\n  - { country: SI, from: '2026-07-01' }\n",
  });

  expect(eligibleNationality(joined, ['SI'], '2026-06-30').ok).toBe(false);
  expect(eligibleNationality(joined, ['SI'], '2026-07-01').ok).toBe(true);
  expect(eligibleNationality(RIVERS_COMMISSION, ['SI'], '2026-07-01').ok).toBe(false);
});

test('a nation leaves by its last day, and may join again by a line of its own', () => {
  const changed = afterEditing({
    file: 'member-nations.yaml',
    from: "  - { country: CY, from: '2004-05-01' }\n",
    to: "  - { country: CY, from: '2004-05-01', until: '2026-03-31' }\n  - { country: CY, from: '2027-01-01' }\n",
  });

  const eligible = ['2026-03-31', '2026-04-01', '2026-12-31', '2027-01-01'].map(
    (on) => eligibleNationality(changed, ['CY'], on).ok,
  );
  expect(eligible).toEqual([true, false, false, true]);
});
