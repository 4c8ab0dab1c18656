import type { FastifyInstance } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import { refuse, type Result } from '../../platform/result.ts';
import type { Db } from '../../schema.ts';
import { datePartsIn, typedDate } from '../../site/date-field.tsx';
import { civilDayIn } from '../../site/dates.ts';
import type { FieldError } from '../../site/forms.tsx';
import { lockCase, type Chosen } from '../conditions/appointment-queries.ts';
import { isUnderWay } from '../conditions/appointment.ts';
import { caseAddress } from '../conditions/case-address.ts';
import { onCase, wantedOf, type CaseExchange } from '../conditions/case-guard.ts';
import { typedToday } from '../conditions/step-form.tsx';
import { verificationAddress } from './verification-address.ts';
import { verificationLetter } from './verification-letter.ts';
import { VerifyingPage } from './verification-pages.tsx';
import { itemsOf, recordVerification, type TakenItem } from './verification-queries.ts';
import { explainVerification, VERIFICATION_TEXTS } from './verification-texts.ts';
import {
  VERIFICATION_ACTIONS,
  verificationActions,
  verify,
  type VerificationAction,
  type VerificationRefusal,
  type VerificationStep,
} from './verification.ts';

const ADDRESS = verificationAddress(
  { reference: ':reference', number: ':number' },
  { part: ':part', entry: { id: ':entry' } },
);

/** What is asked of schools and employers, and what they answer: by the office of that condition, one study or post at a time. */
export function verificationRoutes(web: FastifyInstance, context: Context): void {
  const { guard, to } = onCase(context, 'conditions:handle');
  web.get(`${ADDRESS}/letter.pdf`, guard, to(letter));
  web.get(`${ADDRESS}/:action`, guard, to(ask));
  web.post(`${ADDRESS}/:action`, guard, to(take));
}

type Place = { chosen: Chosen; item: TakenItem };

async function placeOf(db: Db, { request, context, chosen }: CaseExchange): Promise<Place | undefined> {
  const { part, entry } = request.params as { part: string; entry: string };
  const { appointment, answers } = chosen;
  const { conditions } = context.organisation.appointment;
  const condition = conditions.find(({ kind }) => kind === 'verification');
  if (!condition || !actorOf(request).roles.includes(condition.office)) return undefined;
  if (!appointment || !isUnderWay(appointment)) return undefined;
  const items = await itemsOf(db, { id: appointment.id, answers });
  const item = items.find((one) => one.part === part && one.entry.id === entry);
  return item && { chosen, item };
}

const actionOf = ({ request }: CaseExchange): VerificationAction | undefined =>
  VERIFICATION_ACTIONS.find((known) => known === (request.params as { action: string }).action);

async function letter(exchange: CaseExchange) {
  const { request, reply, context } = exchange;
  const place = await placeOf(context.db, exchange);
  if (!place) return reply.callNotFound();
  const content = await verificationLetter(context, { ...place, language: request.language });
  return reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="verification-${place.item.part}.pdf"`)
    .send(content);
}

type Refused = { typed: Record<string, string>; errors?: FieldError[]; problem?: string };

async function ask(exchange: CaseExchange, refused?: Refused) {
  const { request, reply, context } = exchange;
  const place = await placeOf(context.db, exchange);
  const action = actionOf(exchange);
  if (!place || !action) return reply.callNotFound();
  if (!refused && !verificationActions(place.item).includes(action)) return reply.callNotFound();
  const shown = {
    page: formPageContext(request, context, { path: `${verificationAddress(place.chosen, place.item)}/${action}` }),
    ...place,
    organisation: context.organisation,
    action,
    typed: refused?.typed ?? typedToday(context.clock(), place.chosen),
    seen: place.item.steps.length,
    errors: refused?.errors ?? [],
    problem: refused?.problem,
  };
  return page(reply, <VerifyingPage {...shown} />, refused ? 422 : 200);
}

type Typed = Record<string, string>;
type StepRefusal = VerificationRefusal | { kind: 'meanwhile' };

async function take(exchange: CaseExchange) {
  const { request, reply, context, chosen: shown } = exchange;
  const { language } = request;
  const action = actionOf(exchange);
  if (!action) return reply.callNotFound();
  const fields = fieldsOf(request.body);
  const typed: Typed = Object.fromEntries(Object.keys(fields).map((name) => [name, valueOf(fields, name)]));
  const taken = await context.db.transaction().execute(async (db) => {
    const chosen = await lockCase(db, wantedOf(request));
    const place = chosen && (await placeOf(db, { ...exchange, chosen }));
    return place ? takeIn(db, exchange, { place, action, typed }) : undefined;
  });
  if (!taken) return reply.callNotFound();
  if (taken.ok) return reply.redirect(`/${language}${caseAddress(shown)}?done=stepped`, 303);
  const { refusal } = taken;
  if (refusal.kind === 'meanwhile') return ask(exchange, { typed, problem: VERIFICATION_TEXTS[language].meanwhile });
  const message = explainVerification(refusal)[language];
  if (refusal.kind === 'illegal-move') return ask(exchange, { typed, problem: message });
  const field = refusal.kind === 'words-missing' || refusal.kind === 'too-long' ? 'words' : 'on';
  return ask(exchange, { typed, errors: [{ field, message }] });
}

type Taking = { place: Place; action: VerificationAction; typed: Typed };

async function takeIn(
  db: Db,
  { request, context }: CaseExchange,
  { place: { chosen, item }, action, typed }: Taking,
): Promise<Result<VerificationStep, StepRefusal>> {
  if (!chosen.appointment || Number(typed['seen']) !== item.steps.length) return refuse({ kind: 'meanwhile' });
  const at = context.clock();
  const words = (typed['words'] ?? '').replaceAll(/\r\n?/g, '\n');
  const wanted = { action, on: typedDate(datePartsIn(typed, 'on')), words };
  const step = verify(item, wanted, civilDayIn(at, chosen.zone));
  if (step.ok)
    await recordVerification(db, chosen.appointment, { item, step: step.value, actor: actorOf(request), at });
  return step;
}
