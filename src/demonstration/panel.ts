import { screeningResults } from '../screening/screening-queries.ts';
import { itemsOf } from '../selection/plan/notice-items.ts';
import { planOf } from '../selection/plan/plan-queries.ts';
import type { DemonstrationCompetition } from './competition-schema.ts';
import { baseOf, hoursAfter, withRole, type Applied, type Underway } from './underway.ts';
import { hiddenIn, type Colleague } from './colleague.ts';

type Stage = NonNullable<DemonstrationCompetition['stage']>;
type Planned = { id: string; keys: string[] };

/** The panel before a stage: it is planned, those who meet everything are invited, scored and agreed on, and a report begun. */
export async function assess(underway: Underway, stage: Stage): Promise<void> {
  const { workplace, closingAt, competition, manager, applied, context } = underway;
  const planned = await plan(underway, stage);
  await takeStep(underway, { position: 'received', numbers: applied.map(({ number }) => number), action: 'review' });
  const results = await screeningResults(context.db, competition.reference);
  const suitable = results.filter(({ outcome }) => outcome === 'met').map(({ number }) => number);
  const others = applied.map(({ number }) => number).filter((number) => !suitable.includes(number));
  const { requirement } = context.organisation.selection.screening.reasons;
  await takeStep(underway, { position: 'under-review', numbers: others, action: 'not-retain', reason: requirement });
  await takeStep(underway, { position: 'under-review', numbers: suitable, action: 'invite', stage: stage.code });
  const members = withRole(underway, 'panel-chair', 'panel-member');
  for (const member of members) await member.sends(`${baseOf(member, underway)}/declaration`, { declares: 'yes' });

  workplace.at(hoursAfter(closingAt, competition.hoursAfterClosing.scored));
  const invited = applied.filter(({ number }) => suitable.includes(number));
  for (const [at, member] of members.entries())
    for (const one of invited) await score(underway, { stage, planned, member, one, points: one.alone?.[at] });
  for (const chair of withRole(underway, 'panel-chair')) {
    for (const one of invited)
      await score(underway, { stage, planned, member: chair, one, points: one.agreed, agreed: true });
    const base = baseOf(manager, underway);
    await manager.sends(`${base}/stages`, { to: `${base}/stages/${planned.id}/closing` });
    await chair.sends(`${baseOf(chair, underway)}/report`, {});
  }
}

async function plan(underway: Underway, stage: Stage): Promise<Planned> {
  const { manager, competition, context, vacancy } = underway;
  const base = `${baseOf(manager, underway)}/stages`;
  await manager.sends(base, { code: stage.code });
  const [{ id } = { id: '' }] = await planOf(context.db, competition.reference);
  const scorable = itemsOf(vacancy.notice);
  const keys = stage.items.map(({ competency }) => {
    const found = scorable.find(({ kind, text }) => kind === 'competency' && text.en?.startsWith(competency));
    if (!found) throw new Error(`Demonstration: ${competition.reference} has no competency ${competency}`);
    return found.key;
  });
  const items = stage.items.flatMap(({ weight, question }, at) => [
    [`weight-${keys[at]}`, String(weight)],
    [`question-en-${keys[at]}`, question.en],
    [`question-fr-${keys[at]}`, question.fr],
  ]);
  await manager.sends(`${base}/${id}`, {
    weight: '100',
    'pass-mark': String(stage.passMark),
    'assessed-by': 'panel',
    'place-en': stage.place.en,
    'place-fr': stage.place.fr,
    ...(Object.fromEntries(items) as Record<string, string>),
  });
  await manager.sends(`${base}/${id}`, { to: `${base}/${id}/opening` });
  return { id, keys };
}

type Step = Record<string, string | string[]> & { numbers: string[] };

/** A step of the selection is seen before it is taken. */
export async function takeStep(underway: Underway, step: Step): Promise<void> {
  if (step.numbers.length === 0) return;
  const { manager } = underway;
  const address = `${baseOf(manager, underway)}/selection`;
  const preview = await manager.previews(address, { whom: 'ticked', ...step, do: 'preview' });
  await manager.sends(address, { whom: 'ticked', ...step, do: 'confirm', mark: hiddenIn(preview, 'mark') });
}

type Scored = {
  stage: Stage;
  planned: Planned;
  member: Colleague;
  one: Applied;
  points: readonly number[] | undefined;
  agreed?: true;
};

async function score(underway: Underway, { stage, planned, member, one, points, agreed }: Scored): Promise<void> {
  if (!points) throw new Error(`Demonstration: ${one.number} was invited and has no points`);
  const prefix = agreed ? 'agreed-' : '';
  const notes = stage.notes[member.language];
  const given = planned.keys.flatMap((key, at) => [
    [`${prefix}points-${key}`, String(points[at])],
    [`${prefix}note-${key}`, notes[String(points[at])] ?? ''],
  ]);
  const here = `${baseOf(member, underway)}/stages/${planned.id}/scores/${one.number}`;
  const form = Object.fromEntries(given) as Record<string, string>;
  await member.sends(here, agreed ? { ...form, to: `${here}/agreement` } : { ...form, do: 'sign' });
}
