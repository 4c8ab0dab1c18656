import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../people/context.ts';
import { requires } from '../people/guard.ts';
import { page, pageContext } from '../people/page.ts';
import { queryOf, readOffer, typedIn } from './contract-planner-form.ts';
import { PlannerPage } from './contract-planner-pages.tsx';
import { plannerProblemTold, PLANNER_TEXTS } from './contract-planner-texts.ts';
import { planOffer } from './contract-planner.ts';

/** Contracts planned by members of staff: computed, shown, and not kept. */
export function contractPlannerRoutes(web: FastifyInstance, context: Context): void {
  web.get('/staff/contract-planner', requires('contracts:plan'), async (request, reply) => {
    const fields = request.query as Record<string, unknown>;
    return answer({ request, reply, fields, asked: 'start-day' in fields }, context);
  });

  web.post('/staff/contract-planner', requires('contracts:plan'), async (request, reply) => {
    const fields = (request.body ?? {}) as Record<string, unknown>;
    return answer({ request, reply: reply.header('cache-control', 'no-store'), fields, asked: true }, context);
  });
}

type Asked = {
  request: FastifyRequest;
  reply: FastifyReply;
  fields: Record<string, unknown>;
  /** Whether the form was sent; an address may only fill it in. */
  asked: boolean;
};

function answer({ request, reply, fields, asked }: Asked, context: Context): FastifyReply {
  const { organisation } = context;
  const t = PLANNER_TEXTS[request.language];
  const today = request.receivedAt.toISOString().slice(0, 10);
  const typed = typedIn(fields);
  const offer = readOffer(typed, organisation, today);
  const problems = asked && !offer.ok ? offer.refusal : [];
  const errors = problems.map((problem) => ({ field: problem.field, message: plannerProblemTold(problem, t) }));
  const plan = asked && offer.ok ? planOffer(organisation, offer.value) : undefined;
  const on = offer.ok ? offer.value.on : today;
  // The other language opens the same plan; what is personal stays out of its address.
  const shown = { ...pageContext(request, context), query: asked ? queryOf(typed) : undefined };
  return page(
    reply,
    <PlannerPage page={shown} {...{ organisation, typed, errors, plan, on, today }} />,
    errors.length > 0 ? 422 : 200,
  );
}
