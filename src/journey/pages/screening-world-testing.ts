import { requirementsOf } from '../../applications/answers.ts';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { insertAccount } from '../../people/people-testing.ts';
import { insertApplicant, insertMember } from '../../screening/screening-testing.ts';
import type { Client, Form } from '../../testing.ts';
import { exampleVacancy } from '../../vacancies/vacancy-testing.ts';
import type { ServedApp } from '../journey-app-testing.ts';

const REFERENCE = '260405';
const HERE = `/en/staff/vacancies/${REFERENCE}/screening`;

type Making = { app: ServedApp; found: Record<string, string> };
type Helped = { manager: Client; signedIn: (app: ServedApp, email: string) => Promise<Client> };

const LETTER = 'Dear Madam,\nI have measured the Torne since the autumn of 2014.\nNils Aho, nils@people.example';

/** A screening under way: a sheet to fill in, one on which two differ, one settled; answers the account of a screener. */
export async function makeScreening({ app, found }: Making, { manager, signedIn }: Helped): Promise<string> {
  const { db, context } = app;
  await insertClosedVacancy(db, REFERENCE);
  const nils = { givenNames: 'Nils', familyName: 'Aho', statement: 'I, Nils Aho, led a gauging campaign.' };
  const letter = { text: LETTER, fileName: 'Nils Aho.pdf' };
  found['toScreen'] = (await insertApplicant(context, REFERENCE, { ...nils, letter })).number;
  const scan = { text: '', fileName: 'scan.pdf' };
  found['differing'] = (await insertApplicant(context, REFERENCE, { ...nils, letter: { ...scan, text: ' ' } })).number;
  const settled = (await insertApplicant(context, REFERENCE, { givenNames: 'Eva', familyName: 'Lund' })).number;
  const rui = { givenNames: 'Rui', familyName: 'Costa', nationalities: ['BR'], letter: scan };
  found['scanned'] = (await insertApplicant(context, REFERENCE, rui)).number;
  const sofia = await insertAccount(db, { name: 'Sofia Sand', email: 'sofia@people.example', roles: ['recruiter'] });
  const otto = await insertAccount(db, { name: 'Otto Olsen', email: 'otto@people.example', roles: ['staff-member'] });
  for (const [index, { id, name }] of [sofia, otto].entries())
    await insertMember(db, { reference: REFERENCE, accountId: id, name, addedAt: new Date(app.now.getTime() + index) });
  await manager.post(`${HERE}/arrangement`, { do: 'begin' });
  await manager.post(`${HERE}/arrangement`, { do: 'assign', among: [sofia.id, otto.id] });
  const [first, second] = [await signedIn(app, sofia.email), await signedIn(app, otto.email)];
  for (const by of [first, second]) await sign(by, settled, 'met');
  const { text } = await manager.get(`${HERE}/settlement`);
  await manager.post(`${HERE}/settlement`, { mark: /name="mark" value="([^"]*)"/.exec(text)?.[1] ?? '' });
  await sign(first, found['differing'], 'met');
  await sign(second, found['differing'], 'not-met');
  const asking = { page: '1', 'reason-1': 'The years of work stand on it.' };
  await first.post(`${HERE}/${found['differing']}/texts/cover-letter`, asking);
  const sheet = await first.get(`${HERE}/${found['toScreen']}`);
  found['passage'] = /href="\/en(\/[^"]*\/passages\/[^"]*)"/.exec(sheet.text)?.[1] ?? '';
  return sofia.id;
}

/** A sheet filled in alike for every essential requirement, and signed. */
async function sign(by: Client, number: string, finding: 'met' | 'not-met'): Promise<void> {
  const requirements = requirementsOf(exampleVacancy({ reference: REFERENCE }).notice);
  const filled = (kind: string, value: string): Form =>
    Object.fromEntries(
      requirements
        .filter((one) => one.kind === kind)
        .flatMap(({ key }) => [
          [`finding-${key}`, value],
          [`reason-${key}`, finding === 'not-met' ? 'No campaign of that length is shown.' : ''],
        ]),
    );
  const rules = { 'finding-nationality': 'met', 'finding-languages': 'met', 'finding-reception': 'met' };
  const essential = { ...rules, ...filled('essential', finding) };
  const desirable = finding === 'met' ? filled('desirable', 'partial') : {};
  for (const form of [
    { ...essential, do: 'save' },
    { ...essential, ...desirable, do: 'sign' },
  ]) {
    const { text } = await by.get(`${HERE}/${number}`);
    const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
    const { status } = await by.post(`${HERE}/${number}`, { ...form, version });
    if (status >= 400) throw new Error(`${status} while ${number} was screened`);
  }
}
