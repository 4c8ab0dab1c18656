import type { FastifyInstance } from 'fastify';
import { fieldsOf, valueOf, type Fields } from '../../applications/drafting/draft.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Db } from '../../schema.ts';
import { datePartsIn, typedDate } from '../../site/date-field.tsx';
import { civilDayIn } from '../../site/dates.ts';
import type { FieldError } from '../../site/forms.tsx';
import { lockCase, type Chosen } from './appointment-queries.ts';
import { isUnderWay } from './appointment.ts';
import { recordStep, tracksOf, type TakenTrack } from './track-queries.ts';
import { caseAddress } from './case-address.ts';
import { onCase, seenBy, wantedOf, type CaseExchange } from './case-guard.ts';
import { clearanceOf, levelName } from './clearance.ts';
import { CONDITIONS_TEXTS, explainTrack } from './conditions-texts.ts';
import { itemsOf } from '../verification/verification-queries.ts';
import { isOpen } from '../verification/verification.ts';
import { typedToday } from './step-form.tsx';
import { StepPage } from './step-pages.tsx';
import {
  actionsFor,
  askedLevel,
  mayStep,
  stepTrack,
  TRACK_ACTIONS,
  type TrackAction,
  type TrackRefusal,
} from './track.ts';

const ADDRESS = `${caseAddress({ reference: ':reference', number: ':number' })}/conditions/:condition/:action`;

/** The steps on the tracks of one appointment, each by the office that sees its condition through. */
export function stepRoutes(web: FastifyInstance, context: Context): void {
  const { guard, to } = onCase(context, 'conditions:handle');
  web.get(ADDRESS, guard, to(ask));
  web.post(ADDRESS, guard, to(take));
}

type Place = { chosen: Chosen; track: TakenTrack; action: TrackAction };

/** The track and the step that an address names, where its reader may see the one and take the other. */
async function placeOf(db: Db, { request, context, chosen }: CaseExchange): Promise<Place | undefined> {
  const { condition: code, action: named } = request.params as { condition: string; action: string };
  const action = TRACK_ACTIONS.find((known) => known === named);
  const actor = actorOf(request);
  const condition = seenBy(context.organisation, actor).find((one) => one.code === code);
  const { appointment } = chosen;
  if (!action || !condition || !mayStep(condition, action, actor.roles).ok) return undefined;
  if (!appointment || !isUnderWay(appointment)) return undefined;
  const [track] = (await tracksOf(db, [appointment.id], [condition])).get(appointment.id) ?? [];
  return track && { chosen, track, action };
}

type Refused = { typed: Record<string, string>; errors?: FieldError[]; problem?: string };

async function ask(exchange: CaseExchange, refused?: Refused) {
  const { request, reply, context } = exchange;
  const place = await placeOf(context.db, exchange);
  if (!place) return reply.callNotFound();
  const { chosen, track, action } = place;
  // A form that cannot be sent any more says so; one that never could is not there.
  if (!refused && !actionsFor(track, actorOf(request).roles).includes(action)) return reply.callNotFound();
  const { errors = [], problem, typed = begunWith(exchange, place) } = refused ?? {};
  const path = `${caseAddress(chosen)}/conditions/${track.condition.code}/${action}`;
  const shown = {
    page: formPageContext(request, context, { path }),
    ...place,
    organisation: context.organisation,
    typed,
    seen: track.steps.length,
    errors,
    problem,
  };
  return page(reply, <StepPage {...shown} />, refused ? 422 : 200);
}

/** Today, and the level that is needed: both as a rule right, and there to be changed. */
function begunWith({ context }: CaseExchange, { chosen, track }: Place): Record<string, string> {
  const level = askedLevel(track) ?? clearanceOf(chosen, context.organisation).needed ?? '';
  return { ...typedToday(context.clock(), chosen), level };
}

const FIELDS: Partial<Record<TrackRefusal['kind'], string>> = {
  'date-missing': 'on',
  'date-ahead': 'on',
  'date-before': 'on',
  'valid-until-wrong': 'until',
  'valid-until-past': 'until',
  'reason-missing': 'reason',
  'too-long': 'reason',
  'level-missing': 'level',
  'level-below': 'level',
  'authority-missing': 'authority',
  'authority-too-long': 'authority',
};

async function take(exchange: CaseExchange) {
  const { request, reply, context } = exchange;
  const { language } = request;
  const fields = fieldsOf(request.body);
  const taken = await context.db.transaction().execute(async (db) => {
    const chosen = await lockCase(db, wantedOf(request));
    const place = chosen && (await placeOf(db, { ...exchange, chosen }));
    return place ? takeIn(db, exchange, place) : undefined;
  });
  if (!taken) return reply.callNotFound();
  if (taken.ok) return reply.redirect(`/${language}${caseAddress(exchange.chosen)}?done=stepped`, 303);
  const { refusal } = taken;
  const message =
    refusal.kind === 'stepped-meanwhile'
      ? CONDITIONS_TEXTS[language].steppedMeanwhile
      : explainTrack(refusal, (code) => levelName(code, context.organisation))[language];
  const field = refusal.kind === 'stepped-meanwhile' ? undefined : FIELDS[refusal.kind];
  const typed = typedIn(fields);
  return ask(exchange, field ? { typed, errors: [{ field, message }] } : { typed, problem: message });
}

type StepRefusal = TrackRefusal | { kind: 'stepped-meanwhile' };

async function takeIn(
  db: Parameters<typeof recordStep>[0],
  { request, context }: CaseExchange,
  { chosen, track, action }: Place,
): Promise<Result<true, StepRefusal>> {
  const fields = fieldsOf(request.body);
  const actor = actorOf(request);
  const { organisation } = context;
  const at = context.clock();
  if (!chosen.appointment) return refuse({ kind: 'stepped-meanwhile' });
  if (Number(valueOf(fields, 'seen')) !== track.steps.length) return refuse({ kind: 'stepped-meanwhile' });
  const items = await itemsOf(db, { id: chosen.appointment.id, answers: chosen.answers });
  const step = stepTrack(track, {
    action,
    on: typedDate(datePartsIn(typedIn(fields), 'on')),
    validUntil: typedDate(datePartsIn(typedIn(fields), 'until')),
    level: valueOf(fields, 'level'),
    authority: valueOf(fields, 'authority'),
    reason: valueOf(fields, 'reason').replaceAll(/\r\n?/g, '\n'),
    roles: actor.roles,
    today: civilDayIn(at, chosen.zone),
    demands: {
      clearance: clearanceOf(chosen, organisation).needed,
      levels: organisation.clearances.levels.map(({ code }) => code),
      unverified: items.filter(isOpen).length,
    },
  });
  if (!step.ok) return step;
  await recordStep(db, chosen.appointment, { track, step: step.value, actor, at });
  return ok(true);
}

const typedIn = (fields: Fields): Record<string, string> =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, valueOf(fields, name)]));
