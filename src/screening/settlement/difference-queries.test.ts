import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertClosedVacancy, insertSubmitted } from '../../applications/stages/selection-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { findScreening } from '../screening-queries.ts';
import { insertApplicant, insertConflict, insertMember } from '../screening-testing.ts';
import { findScreened } from '../sheet/sheet-queries.ts';
import { FINDINGS, outcomeOf, requirementsOfKind, WEIGHTS, type Asked, type Findings } from '../sheet/sheet.ts';
import { leftToSettle, mayBeSettledBy } from './difference-queries.ts';
import { differencesOf } from './settlement.ts';

const REFERENCE = '260743';

let app: TestApp;
let manager: Client;
let screening: Client;
let number: string;
let id: string;
let ids: string[];
let asked: Asked;
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  // Who screens here is a manager as well, who settles elsewhere.
  screening = await app.signedInAs('recruitment-manager');
  const other = await app.signedInAs('staff-member');
  await insertClosedVacancy(app.db, REFERENCE);
  // A nationality that no rule accepts, so that one of the rules is for a person to find.
  ({ number } = await insertApplicant(app.context, REFERENCE, { nationalities: ['BR'] }));
  ids = [screening.accountId ?? '', other.accountId ?? ''];
  for (const accountId of ids) await insertMember(app.db, { reference: REFERENCE, accountId });
  const arrangement = `/en/staff/vacancies/${REFERENCE}/screening/arrangement`;
  await manager.post(arrangement, { do: 'begin' });
  await manager.post(arrangement, { do: 'assign', among: ids });
  const accountId = manager.accountId ?? '';
  const screened = await findScreened(app.db, { reference: REFERENCE, number, accountId });
  const begun = await findScreening(app.db, REFERENCE);
  if (!screened || !begun) throw new Error('Nothing is screened');
  ({ id } = screened);
  asked = { rules: screened.rules, requirements: begun.requirements };
});
afterAll(() => app.close());

const anyReason = fc.constantFrom('', 'Why.', 'It says “finding”: "finding": "met", and \\ too.');
/** Whatever a signed sheet can hold, and more: something or nothing at each place, with or without a reason, if it comes to an outcome. */
const anyFindings = (): fc.Arbitrary<Findings> => {
  const at = <Of>(codes: readonly string[], any: fc.Arbitrary<Of>) =>
    fc
      .tuple(...codes.map((code) => fc.option(any, { freq: 20 }).map((value) => [code, value] as const)))
      .map((entries) => Object.fromEntries(entries.filter(([, value]) => value !== null)) as Record<string, Of>);
  const judged = fc.record({ finding: fc.constantFrom(...FINDINGS), reason: anyReason });
  const weighed = fc.record({ weight: fc.constantFrom(...WEIGHTS), reason: anyReason });
  const keys = (kind: 'essential' | 'desirable') => requirementsOfKind(asked, kind).map(({ key }) => key);
  const any = fc.record({
    rules: at(
      asked.rules.map(({ code }) => code),
      judged,
    ),
    essential: at(keys('essential'), judged),
    desirable: at(keys('desirable'), weighed),
  });
  return any.filter(hasOutcome);
};

/** What was found of rules that are met by themselves left out: such a rule says so where nobody does. */
const withoutMet = (rules: Findings['rules']) =>
  Object.fromEntries(
    Object.entries(rules).filter(([code]) => asked.rules.find((rule) => rule.code === code)?.outcome !== 'met'),
  );
const hasOutcome = (findings: Findings) => outcomeOf(asked, findings) !== undefined;

async function sign(sheets: readonly Findings[]) {
  await sql`update screening_sheets set signed_at = null`.execute(app.db);
  for (const [index, findings] of sheets.entries()) {
    const outcome = outcomeOf(asked, findings) ?? null;
    await sql`update screening_sheets set findings = ${JSON.stringify(findings)}::jsonb, outcome = ${outcome},
      saved_at = now(), signed_at = now() where application_id = ${id} and screener_id = ${ids[index]}`.execute(app.db);
  }
}

test('what the database finds to differ is what the rule does, whatever two sheets say', async () => {
  // One place apart, or none, besides whatever two sheets may be: most differ somewhere.
  const pair = fc.oneof(
    fc.tuple(anyFindings(), anyFindings()),
    fc.tuple(anyFindings(), anyFindings()).map(([one, { desirable }]) => [one, { ...one, desirable }] as const),
    anyFindings().map((one) => [one, { ...one, rules: withoutMet(one.rules) }] as const),
  );
  await fc.assert(
    fc.asyncProperty(
      pair.filter((both) => both.every(hasOutcome)),
      async (sheets) => {
        await sign(sheets);
        const differ = differencesOf(
          asked,
          sheets.map((findings) => ({ findings })),
        );
        const left = await leftToSettle(app.db, {
          reference: REFERENCE,
          accountId: manager.accountId ?? '',
          number: '',
        });

        expect(left).toEqual(differ.length > 0 ? { count: 1, next: number } : { count: 0, next: undefined });
      },
    ),
    { numRuns: 60 },
  );
});

test('a difference is settled by managers who screened none of it, have no conflict there and do not apply', async () => {
  const met = { finding: 'met', reason: '' } as const;
  const rules = Object.fromEntries(asked.rules.map(({ code }) => [code, met]));
  const essential = Object.fromEntries(requirementsOfKind(asked, 'essential').map(({ key }) => [key, met]));
  const [requirement = ''] = Object.keys(essential);
  await sign([
    { rules, essential, desirable: {} },
    { rules, essential: { ...essential, [requirement]: { finding: 'not-met', reason: 'Why.' } }, desirable: {} },
  ]);
  const conflicted = await app.signedInAs('recruitment-manager');
  const applying = await app.signedInAs('recruitment-manager');
  await insertSubmitted(app.context, { reference: REFERENCE, accountId: applying.accountId });
  await insertConflict(app.db, { reference: REFERENCE, accountId: conflicted.accountId ?? '', number });

  expect([...(await mayBeSettledBy(app.db, REFERENCE))]).toEqual([[manager.accountId, 1]]);
  expect(await leftToSettle(app.db, { reference: REFERENCE, accountId: ids[0] ?? '', number: '' })).toEqual({
    count: 1,
    next: undefined,
  });
});
