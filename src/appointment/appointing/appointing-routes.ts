import type { FastifyInstance } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import type { Language } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { lockCase } from '../conditions/appointment-queries.ts';
import { caseAddress } from '../conditions/case-address.ts';
import { onCase, wantedOf, type CaseExchange } from '../conditions/case-guard.ts';
import { tellCandidate } from '../conditions/telling-queries.ts';
import { showCase } from '../conditions/case-routes.tsx';
import { appointingOf, fillOnceTaken, recordAppointing } from './appointing-queries.ts';
import { explainAppointing, APPOINTING_TEXTS } from './appointing-texts.ts';
import { appoint, type AppointingRefusal, type Filling } from './appointing.ts';

/** Somebody is appointed, once all before it is settled. */
export function appointingRoutes(web: FastifyInstance, context: Context): void {
  const { guard, to } = onCase(context, 'appointments:make');
  web.post(`${caseAddress({ reference: ':reference', number: ':number' })}/making`, guard, to(make));
}

async function make(exchange: CaseExchange) {
  const { request, reply, context, chosen } = exchange;
  const made = await makeIn(exchange, Number(valueOf(fieldsOf(request.body), 'version')));
  if (made.ok) return reply.redirect(`/${request.language}${caseAddress(chosen)}?done=${made.value}`, 303);
  const now = await context.db.transaction().execute((db) => lockCase(db, wantedOf(request)));
  const problem = explainAppointing(made.refusal)[request.language];
  return showCase({ ...exchange, chosen: now ?? chosen }, { problem });
}

/** Appoints while the case is held: what stands before it is asked anew, and all that follows is written with it or not at all. */
function makeIn({ request, context }: CaseExchange, version: number): Promise<Result<Filling, AppointingRefusal>> {
  const { organisation, config } = context;
  const actor = actorOf(request);
  return context.db.transaction().execute(async (db) => {
    const chosen = await lockCase(db, wantedOf(request));
    const asked = chosen && (await appointingOf(db, { chosen, organisation }));
    if (!chosen || !asked?.appointment) return refuse({ kind: 'not-standing' } as const);
    const possible = appoint(asked);
    if (!possible.ok) return possible;
    const at = context.clock();
    const { number, reference } = chosen;
    const appointed = { startsOn: possible.value, number, reference, outside: context, actor, at };
    if (!(await recordAppointing(db, { ...asked.appointment, version }, appointed)))
      return refuse({ kind: 'changed-meanwhile' } as const);
    const words = (language: Language) => APPOINTING_TEXTS[language].message;
    await tellCandidate(db, { chosen, config, now: at }, { words, replies: true, actor });
    return ok(await fillOnceTaken(db, { organisation, config }, { reference, actor, at }));
  });
}
