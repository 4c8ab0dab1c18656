import { requirementsOf } from '../applications/answers.ts';
import { findingField, reasonField } from '../screening/sheet/sheet-form.ts';
import { baseOf, withRole, type Applied, type Underway } from './underway.ts';

/** People are named, and who screens declares and gets every application. */
export async function begin(underway: Underway): Promise<void> {
  const { manager, competition } = underway;
  const base = baseOf(manager, underway);
  for (const person of competition.people) await manager.sends(`${base}/people`, person);
  for (const screener of withRole(underway, 'screener'))
    await screener.sends(`${baseOf(screener, underway)}/declaration`, { declares: 'yes' });
  await manager.sends(`${base}/screening/arrangement`, { do: 'begin' });
  const among = withRole(underway, 'screener').map(({ accountId }) => accountId);
  await manager.sends(`${base}/screening/arrangement`, { do: 'assign', among });
}

/** What nobody finds fault with in the demonstration: the hard rules hold for all who apply there. */
const RULES = ['nationality', 'languages', 'reception'];

/** Each screener by their order in the file judges those of whom it says what they find. */
export async function screen(underway: Underway): Promise<void> {
  for (const [at, screener] of withRole(underway, 'screener').entries())
    for (const { number, found } of underway.applied) {
      const finding = found[at];
      if (!finding) continue;
      const form = sheetOf(underway, finding);
      await screener.sends(`${baseOf(screener, underway)}/screening/${number}`, { ...form, do: 'sign' });
    }
}

type Found = NonNullable<Applied['found'][number]>;

function sheetOf({ vacancy }: Underway, finding: Found): Record<string, string> {
  const requirements = requirementsOf(vacancy.notice);
  const essential = requirements.filter(({ kind }) => kind === 'essential').map(({ key }) => key);
  const desirable = requirements.filter(({ kind }) => kind === 'desirable').map(({ key }) => key);
  const met = Object.fromEntries([...RULES, ...essential].map((key) => [findingField(key), 'met']));
  if (finding === true)
    return { ...met, ...Object.fromEntries(desirable.map((key) => [findingField(key), 'partial'])) };
  const lacks = essential[finding.lacks - 1] ?? '';
  return { ...met, [findingField(lacks)]: 'not-met', [reasonField(lacks)]: finding.reason };
}

/** A third person settles what the screeners differ on, and freezes the rest. */
export async function settle(underway: Underway): Promise<void> {
  const { manager, applied, vacancy } = underway;
  const base = `${baseOf(manager, underway)}/screening`;
  const requirements = requirementsOf(vacancy.notice);
  const essential = requirements.filter(({ kind }) => kind === 'essential');
  const desirable = requirements.filter(({ kind }) => kind === 'desirable');
  await manager.sends(`${base}/settlement`, {});
  for (const { number, found, settled } of applied) {
    const differing = found.find((one) => one !== true && one !== null);
    if (!settled || !differing) continue;
    const key = essential[differing.lacks - 1]?.key ?? '';
    const wishes = desirable.flatMap((wish): [string, string][] => [
      [findingField(wish.key), 'partial'],
      [reasonField(wish.key), settled.reason],
    ]);
    const form = { [findingField(key)]: settled.met ? 'met' : 'not-met', [reasonField(key)]: settled.reason };
    await manager.sends(`${base}/${number}/settlement`, { ...form, ...(settled.met && Object.fromEntries(wishes)) });
  }
}
