import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { eventsOf } from '../../people/event-queries.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { attachmentHeaders } from '../../platform/files.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { recordName } from './record.ts';
import { makeRecord } from './making/zip-tasks.ts';
import { countReceived } from './making/export-queries.ts';
import { RecordPage } from './record-pages.tsx';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context; vacancy: Vacancy };

/** Each holds a connection to the database until it is saved. */
const MADE_AT_ONCE = 2;

/** The record of a competition, to be taken away whole. */
export function recordRoutes(web: FastifyInstance, context: Context): void {
  const guard = requires('record:export');
  let making = 0;
  const withVacancy =
    (then: (exchange: Exchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const vacancy = await findVacancy(context.db, (request.params as { reference: string }).reference);
      return vacancy ? then({ request, reply, context, vacancy }) : reply.callNotFound();
    };
  web.get('/staff/vacancies/:reference/record', guard, withVacancy(show));
  web.post(
    '/staff/vacancies/:reference/record',
    guard,
    withVacancy(async (exchange) => {
      if (making >= MADE_AT_ONCE) return show(exchange, { busy: true });
      making += 1;
      try {
        const zip = await make(exchange);
        zip.once('close', () => (making -= 1));
        return exchange.reply;
      } catch (fault) {
        making -= 1;
        throw fault;
      }
    }),
  );
}

async function show({ request, reply, context, vacancy }: Exchange, { busy = false } = {}) {
  const { reference, deadlineZone: zone } = vacancy;
  const events = await eventsOf(context.db, 'vacancy', reference);
  const shown = {
    page: pageContext(request, context),
    reference,
    zone,
    file: recordName(reference, context.clock()),
    applications: await countReceived(context.db, reference),
    made: events.filter(({ action }) => action === 'record-exported'),
    busy,
  };
  return page(reply, <RecordPage {...shown} />, busy ? 503 : 200);
}

/** Sent while it is made, so that nothing waits for the whole and nothing of it is kept here. */
async function make({ request, reply, context, vacancy }: Exchange): Promise<Readable> {
  const { reference } = vacancy;
  const { language } = request;
  const by = doerOf(actorOf(request));
  const zip = await makeRecord(context, { reference, zone: vacancy.deadlineZone, language, by });
  const headers = { ...attachmentHeaders(recordName(reference, context.clock())), 'cache-control': 'no-store' };
  void reply.headers(headers).type('application/zip').send(zip);
  return zip;
}
