import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ROOT, type Form, type TestApp } from '../../testing.ts';
import { approvesAll } from '../../vacancies/approval/approving-testing.ts';
import { formTo, opens, sends, typedDay, type Walker } from './walker.ts';

/** Real notices of an organisation: they stay outside the repository. */
const FOLDER = join(ROOT, '../shared/notices');
export const areThere = existsSync(FOLDER);

export type Announced = {
  /** Under which reference the notice was printed, and under which it is imported. */
  printed: string;
  reference: string;
  /** The last day for applications: those that are printed have passed. */
  deadline: string;
  /** What the recruiter types over what was read in the header: what is missing there, or was decided since. */
  header?: Form;
  /** What somebody looks at before anything is mended. */
  asImported?: (people: Announcing) => Promise<void>;
};

export type Announcing = { app: TestApp; recruiter: Walker; manager: Walker };

/** From the file of the notice to the vacancy on the portal: imported, mended, sent for review, approved and published. */
export async function announces(people: Announcing, announced: Announced): Promise<void> {
  const { app, recruiter, manager } = people;
  const here = `/staff/vacancies/${announced.reference}`;
  await isImported(recruiter, announced);
  await announced.asImported?.(people);
  await opens(recruiter, `${here}/edit/header`);
  const deadline = { ...typedDay('deadline', announced.deadline), 'deadline-time': '23:59' };
  await sends(recruiter, { form: /\/edit\/header$/, typed: { ...deadline, ...announced.header } });
  await settlesDoubts(recruiter, here);
  await letsFindingsStand(recruiter, here);
  if (formTo(recruiter, /\/submission$/)) await sends(recruiter, { form: /\/submission$/ });
  await approvesAll(app, announced.reference);
  await opens(manager, `${here}/publication`);
  const asksWhy = formTo(manager, /\/publication$/)?.fields.some(({ name }) => name === 'reason');
  await sends(manager, { form: /\/publication$/, ...(asksWhy && { typed: { reason: 'So it was printed.' } }) });
}

async function isImported(recruiter: Walker, { printed, reference }: Announced): Promise<void> {
  const text = readFileSync(join(FOLDER, `${printed}.txt`), 'utf8').replaceAll(printed, reference);
  await opens(recruiter, '/staff/vacancies/import');
  const file = { field: 'files', name: `${reference}.txt`, type: 'text/plain', content: Buffer.from(text) };
  await sends(recruiter, { form: /\/import$/, file });
  expect(recruiter.page.address).toContain(`/staff/vacancies/${reference}`);
}

/** What the reader was unsure of, and nobody has mended: looked at, and right. */
async function settlesDoubts(recruiter: Walker, here: string): Promise<void> {
  await opens(recruiter, here);
  while (formTo(recruiter, /\/settlement$/)) await sends(recruiter, { form: /\/settlement$/ });
}

/** What is wrong in a notice as it was printed stands, for a reason that is kept. */
async function letsFindingsStand(recruiter: Walker, here: string): Promise<void> {
  await opens(recruiter, here);
  for (;;) {
    const form = recruiter.page.forms.find(({ fields }) => fields.some(({ name }) => name.startsWith('reason-')));
    const reason = form?.fields.find(({ name }) => name.startsWith('reason-'))?.name;
    if (!form || reason === undefined) return;
    await sends(recruiter, { form, typed: { [reason]: 'So it was printed.' } });
  }
}
