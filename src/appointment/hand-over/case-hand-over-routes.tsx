import type { FastifyInstance } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import { permits } from '../../people/permissions.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/csv.ts';
import type { FieldError } from '../../site/forms.tsx';
import { lockCase } from '../conditions/appointment-queries.ts';
import { onCase, wantedOf, type CaseExchange } from '../conditions/case-guard.ts';
import { CaseHandOverPage, StopPage } from './case-hand-over-pages.tsx';
import { addressedNeighbours } from './endpoint-queries.ts';
import { factsOf } from './facts-queries.ts';
import { actionsFor, type HandOverRefusal } from './hand-over.ts';
import { handOverAddress, QUEUE_ADDRESS } from './hand-over-address.ts';
import { handOverTable, mapped, recordOf } from './hand-over-composing.ts';
import { handOversOf, recordDownload, recordSendAgain, recordStop, saidIn } from './hand-over-queries.ts';
import { explainHandOver, HAND_OVER_TEXTS } from './hand-over-texts.ts';
import { queueHandOvers } from './queueing-queries.ts';

const ADDRESS = handOverAddress({ reference: ':reference', number: ':number' });

/** What is handed over of one appointment: to read, to take as a file, to send again and to stop. */
export function caseHandOverRoutes(web: FastifyInstance, context: Context): void {
  const reads = onCase(context, 'hand-over:read');
  const sends = onCase(context, 'hand-over:send');
  web.get(
    ADDRESS,
    reads.guard,
    reads.to((exchange) => show(exchange)),
  );
  web.get(
    `${ADDRESS}/:neighbour.json`,
    reads.guard,
    reads.to((exchange) => download(exchange, 'json')),
  );
  web.get(
    `${ADDRESS}/:neighbour.csv`,
    reads.guard,
    reads.to((exchange) => download(exchange, 'csv')),
  );
  web.post(`${ADDRESS}/neighbours/:neighbour`, sends.guard, sends.to(queueAsItStands));
  web.post(`${ADDRESS}/messages/:message/sending`, sends.guard, sends.to(send));
  web.get(
    `${ADDRESS}/messages/:message/stopping`,
    sends.guard,
    sends.to((exchange) => askToStop(exchange)),
  );
  web.post(`${ADDRESS}/messages/:message/stopping`, sends.guard, sends.to(stop));
}

const DONE = ['sent', 'stopped', 'queued'] as const;

async function show({ request, reply, context, chosen }: CaseExchange, refusal?: HandOverRefusal) {
  const { db, organisation, accommodationKeys: keys } = context;
  const { appointment, zone } = chosen;
  if (!appointment) return reply.callNotFound();
  const done = DONE.find((known) => known === (request.query as { done?: string }).done);
  const shown = {
    page: formPageContext(request, context, {
      path: handOverAddress(chosen),
      notice: done && HAND_OVER_TEXTS[request.language].done[done],
    }),
    organisation,
    chosen,
    record: recordOf(await factsOf(db, organisation, { appointmentId: appointment.id, at: context.clock() })),
    messages: await handOversOf(db, appointment.id),
    said: await saidIn(db, keys, appointment.id),
    addressed: await addressedNeighbours(db),
    zone,
    maySend: permits(actorOf(request).roles, 'hand-over:send'),
    problem: refusal && explainHandOver(refusal)[request.language],
  };
  return page(reply, <CaseHandOverPage {...shown} />, refusal ? 422 : 200);
}

const neighbourOf = ({ request, context }: CaseExchange) => {
  const { neighbour: code } = request.params as { neighbour: string };
  return context.organisation.handOver.neighbours.find((one) => one.code === code);
};

/** What a neighbour gets as it stands now, as a file; who took it is an event. */
async function download(exchange: CaseExchange, format: 'json' | 'csv') {
  const { request, reply, context, chosen } = exchange;
  const neighbour = neighbourOf(exchange);
  if (!neighbour || !chosen.appointment) return reply.callNotFound();
  const { id: appointmentId } = chosen.appointment;
  const record = recordOf(await factsOf(context.db, context.organisation, { appointmentId, at: context.clock() }));
  const by = { actor: actorOf(request), at: context.clock() };
  await recordDownload(context.db, { appointmentId, neighbour: neighbour.code, format, ...by });
  const name = `hand-over-${chosen.number}-${neighbour.code}.${format}`;
  const { columns, cells } = handOverTable(record, neighbour);
  return reply
    .type(format === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(
      format === 'json'
        ? `${JSON.stringify(mapped(record, neighbour), null, 2)}\n`
        : BYTE_ORDER_MARK + csvLine(columns) + csvLine(cells),
    );
}

const to = ({ request, reply, chosen }: CaseExchange, done: (typeof DONE)[number]) =>
  reply.redirect(`/${request.language}${handOverAddress(chosen)}?done=${done}`, 303);

/** A new message of the appointment as it stands now, where a neighbour was to be told of it. */
async function queueAsItStands(exchange: CaseExchange) {
  const { request, reply, context } = exchange;
  const neighbour = neighbourOf(exchange);
  const at = context.clock();
  const queued = await context.db.transaction().execute(async (db) => {
    const { appointment } = (await lockCase(db, wantedOf(request))) ?? {};
    if (!neighbour || !appointment?.appointedAt) return 0;
    const event = appointment.endedAt ? 'appointment.ended' : 'appointment.made';
    const by = doerOf(actorOf(request));
    return queueHandOvers(db, context, { appointmentId: appointment.id, event, by, at, neighbour: neighbour.code });
  });
  return queued === 0 ? reply.callNotFound() : to(exchange, 'queued');
}

const stepOf = ({ request, context, chosen }: CaseExchange) => ({
  appointmentId: chosen.appointment?.id ?? '',
  id: (request.params as { message: string }).message,
  version: Number(valueOf(fieldsOf(request.body), 'version')),
  actor: actorOf(request),
  at: context.clock(),
});

async function send(exchange: CaseExchange) {
  const { request, reply, context, chosen } = exchange;
  if (!chosen.appointment) return reply.callNotFound();
  const refusal = await context.db.transaction().execute((db) => recordSendAgain(db, stepOf(exchange)));
  if (refusal?.kind === 'not-there') return reply.callNotFound();
  if (refusal) return show(exchange, refusal);
  return valueOf(fieldsOf(request.body), 'back') === 'queue'
    ? reply.redirect(`/${request.language}${QUEUE_ADDRESS}?done=sent`, 303)
    : to(exchange, 'sent');
}

type Refused = { reason: string; version: number; errors: FieldError[] };

async function askToStop(exchange: CaseExchange, refused?: Refused) {
  const { request, reply, context, chosen } = exchange;
  const { message: id } = request.params as { message: string };
  const messages = chosen.appointment ? await handOversOf(context.db, chosen.appointment.id) : [];
  const message = messages.find((one) => one.id === id);
  if (!message || !actionsFor(message).includes('stop')) return reply.callNotFound();
  const { reason = '', version = message.version, errors = [] } = refused ?? {};
  const { organisation } = context;
  const path = `${handOverAddress(chosen)}/messages/${id}/stopping`;
  const shown = { page: formPageContext(request, context, { path }), organisation, chosen, message };
  return page(reply, <StopPage {...shown} {...{ reason, version, errors }} />, refused ? 422 : 200);
}

async function stop(exchange: CaseExchange) {
  const { request, reply, context, chosen } = exchange;
  if (!chosen.appointment) return reply.callNotFound();
  const reason = valueOf(fieldsOf(request.body), 'reason').replaceAll(/\r\n?/g, '\n');
  const step = stepOf(exchange);
  const refusal = await context.db.transaction().execute((db) => recordStop(db, { ...step, reason }));
  if (!refusal) return to(exchange, 'stopped');
  if (refusal.kind === 'not-there') return reply.callNotFound();
  if (refusal.kind !== 'reason-missing' && refusal.kind !== 'reason-too-long') return show(exchange, refusal);
  const message = explainHandOver(refusal)[request.language];
  return askToStop(exchange, { reason, version: step.version, errors: [{ field: 'reason', message }] });
}
