import { TEST_PASSWORD } from '../../people/people-testing.ts';
import { pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import type { Form } from '../../testing.ts';
import { follows, formTo, looksAt, opens, sends, typedDay, type Walker } from './walker.ts';

/** Who sees an appointment through, each with an account of their own. */
export type Offices = Record<'recruiter' | 'manager' | 'security' | 'medical' | 'contract', Walker>;

/** Of a vacancy, the one application whose appointment it is; `of` is the address of the appointment, without the language. */
export type Case = { offices: Offices; of: string };

/** Begins the appointment of somebody who was selected, from the list of those. */
export async function begins({ offices: { manager }, of }: Case): Promise<void> {
  await opens(manager, '/staff/appointments');
  await follows(manager, new RegExp(`${of}$`));
  await sends(manager, { form: new RegExp(`${of}$`) });
}

/** What the candidate sends for a condition, as the page of their appointment asks: one paper for each thing that is missing. */
export async function sendsPapers(candidate: Walker, number: string): Promise<void> {
  await opens(candidate, `/my/applications/${number}/appointment`);
  const content = await pdfOfPages(1);
  for (const { action, fields } of candidate.page.forms.filter(({ multipart }) => multipart)) {
    const { name: field = '' } = fields.find(({ kind }) => kind === 'file') ?? {};
    const file = { field, name: 'paper.pdf', type: 'application/pdf', content };
    await sends(candidate, { form: new RegExp(`${action}$`), file });
  }
}

/** What an office does next on an appointment: what is open within a condition before the condition itself. */
const NEXT = [/\/verification\/.+\/(ask|confirm)$/, /\/conditions\/[\w-]+\/begin$/, /\/conditions\/[\w-]+\/meet$/];

/** Who was asked, and who answered. */
const ASKED = { authority: 'The national authority', words: 'The registrar' };

/** Each office takes every step once that its page of the appointment offers, until none is left. */
export async function meetsConditions({ offices, of }: Case): Promise<void> {
  for (const office of Object.values(offices)) {
    await opens(office, of);
    for (const taken = new Set<string>(); ;) {
      const links = office.page.links.filter(({ href }) => !taken.has(href));
      const step = NEXT.flatMap((kind) => links.filter(({ href }) => kind.test(href)))[0];
      if (!step) break;
      taken.add(step.href);
      const to = new RegExp(`${step.href}$`);
      await follows(office, to);
      const fields = formTo(office, to)?.fields.map(({ name }) => name) ?? [];
      const answers = Object.entries(ASKED).filter(([name]) => fields.includes(name));
      await sends(office, { form: to, typed: Object.fromEntries(answers) });
    }
  }
}

/** What is decided of an offer, over what its form takes from the notice. */
export type Decided = { startsOn: string; typed?: Form };

/** The form of an offer with what was decided typed into it, looked at: what follows from it. */
export const draft = ({ startsOn, typed = {} }: Decided) => ({
  form: /\/draft$/,
  button: 'look',
  typed: { ...typedDay('start', startsOn), ...typed },
});

/** An offer, looked at before it is kept, and submitted. */
export async function prepares({ offices: { recruiter }, of }: Case, decided: Decided): Promise<void> {
  await opens(recruiter, `${of}/offer/draft`);
  await looksAt(recruiter, draft(decided));
  await sends(recruiter, { form: /\/draft$/, button: 'keep' });
  await sends(recruiter, { form: /\/submission$/ });
}

/** Sends the offer; who is asked has until a day to answer. */
export async function sendsOffer({ offices: { manager }, of }: Case, answerBy: string): Promise<void> {
  await opens(manager, `${of}/offer`);
  await sends(manager, { form: /\/sending$/, typed: typedDay('answer', answerBy) });
}

/** The candidate reads the offer and accepts it, having shown once more who they are; what they read. */
export async function accepts(candidate: Walker, number: string): Promise<string> {
  const read = await opens(candidate, `/my/applications/${number}/offer`);
  await sends(candidate, { form: /\/acceptance$/, typed: { currentPassword: TEST_PASSWORD } });
  return read;
}

/** Says that somebody is appointed, by the button that is there once nothing stands before it. */
export async function appoints({ offices: { manager }, of }: Case): Promise<void> {
  await opens(manager, of);
  await sends(manager, { form: /\/making$/ });
}
