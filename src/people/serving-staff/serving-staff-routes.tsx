import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { announcingZone } from '../../regulations/deadline.ts';
import type { FieldError } from '../../site/forms.tsx';
import { findAccountByAddress } from '../account-queries.ts';
import type { Context } from '../context.ts';
import { readAddress } from '../email-address.ts';
import { actorOf, requires } from '../guard.ts';
import { page, pageContext } from '../page.ts';
import type { Exchange } from '../session-hooks.ts';
import { fieldsOf, typed } from '../typed.ts';
import { ServingStaffPage } from './serving-staff-pages.tsx';
import { endServing, servingStaff, verifyServing } from './serving-staff-queries.ts';
import { SERVING_STAFF_TEXTS } from './serving-staff-texts.ts';
import { readLastDay } from './serving-until.ts';

const FORM = z.object({ email: typed, until: typed, reason: typed });
const DONE = z.object({ done: z.enum(['verified', 'ended']).optional().catch(undefined) });
const MAX_REASON = 500;

/** The recruitment service verifies who is serving staff, until a day and with a reason, and ends it. */
export function servingStaffRoutes(web: FastifyInstance, context: Context): void {
  const verifies = requires('serving-staff:verify');

  web.get('/staff/serving-staff', verifies, (request, reply) => listPage({ request, reply, context }));
  web.post('/staff/serving-staff', verifies, (request, reply) => verify({ request, reply, context }));

  web.post<{ Params: { id: string } }>('/staff/serving-staff/:id/ending', verifies, async (request, reply) => {
    const id = z.uuid().safeParse(request.params.id);
    const by = { actor: actorOf(request), now: context.clock() };
    const ended = id.success && (await context.db.transaction().execute((db) => endServing(db, id.data, by)));
    if (!ended) return reply.callNotFound();
    return reply.redirect(`/${request.language}/staff/serving-staff?done=ended`, 303);
  });
}

async function listPage({ request, reply, context }: Exchange, errors: FieldError[] = []): Promise<FastifyReply> {
  const now = context.clock();
  const { done } = DONE.parse(request.query);
  const shown = {
    page: { ...pageContext(request, context), notice: done && SERVING_STAFF_TEXTS[request.language][done] },
    people: await servingStaff(context.db, now),
    zone: announcingZone(context.organisation, now),
    form: FORM.parse(fieldsOf(request.body)),
    errors,
  };
  return page(reply, <ServingStaffPage {...shown} />, errors.length > 0 ? 422 : 200);
}

async function verify(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const t = SERVING_STAFF_TEXTS[request.language];
  const form = FORM.parse(fieldsOf(request.body));
  const now = context.clock();
  const account = await findAccountByAddress(context.db, readAddress(form.email) ?? '');
  const validUntil = readLastDay(form.until, now);
  const reason = form.reason.trim();
  const reasonMissing = reason === '' || reason.length > MAX_REASON;
  if (!account?.verifiedAt || !validUntil || reasonMissing) {
    return listPage(exchange, [
      ...(account?.verifiedAt ? [] : [{ field: 'email', message: t.unknown }]),
      ...(validUntil ? [] : [{ field: 'until', message: t.untilInvalid }]),
      ...(reasonMissing ? [{ field: 'reason', message: t.reasonMissing }] : []),
    ]);
  }
  const by = { actor: actorOf(request), now };
  await context.db.transaction().execute((db) => verifyServing(db, { accountId: account.id, reason, validUntil }, by));
  return reply.redirect(`/${request.language}/staff/serving-staff?done=verified`, 303);
}
