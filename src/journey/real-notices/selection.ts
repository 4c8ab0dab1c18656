import { looksAt, opens, sends, type Walker } from './walker.ts';

type Selecting = { reference: string; number: string };

/** One application taken into review, invited before the panel and selected, each step looked at before it is taken. */
export async function selects(manager: Walker, { reference, number }: Selecting): Promise<void> {
  await takes(manager, { reference, number, from: 'received', typed: { action: 'review' } });
  await takes(manager, {
    reference,
    number,
    from: 'under-review',
    typed: { action: 'invite', stage: 'panel-interview' },
  });
  await takes(manager, { reference, number, from: 'invited', typed: { action: 'select' } });
}

async function takes(
  manager: Walker,
  { reference, number, from, typed }: Selecting & { from: string; typed: Record<string, string> },
): Promise<void> {
  await opens(manager, `/staff/vacancies/${reference}/selection?position=${from}`);
  await looksAt(manager, { form: /\/selection$/, button: 'preview', typed: { ...typed, numbers: number } });
  await sends(manager, { form: /\/selection$/, button: 'confirm' });
}
