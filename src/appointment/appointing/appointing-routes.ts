import type { FastifyInstance } from 'fastify';
import type { Transaction } from 'kysely';
import { recordMessages } from '../../applications/messages/message-queries.ts';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { newsMail } from '../../applications/stages/news-mail.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { LANGUAGES, type Localized } from '../../platform/language.ts';
import { queueMail } from '../../platform/mail.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Schema } from '../../schema.ts';
import { lockCase, type By, type Chosen } from '../conditions/appointment-queries.ts';
import { caseAddress } from '../conditions/case-address.ts';
import { onCase, wantedOf, type CaseExchange } from '../conditions/case-guard.ts';
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
    const appointed = { startsOn: possible.value, number, reference, actor, at };
    if (!(await recordAppointing(db, { ...asked.appointment, version }, appointed)))
      return refuse({ kind: 'changed-meanwhile' } as const);
    await tell(db, { chosen, config }, { actor, at });
    return ok(await fillOnceTaken(db, { organisation, config }, { reference, actor, at }));
  });
}

/** A message in every language of the interface; the mail says only that there is one. */
async function tell(
  db: Transaction<Schema>,
  { chosen, config }: { chosen: Chosen } & Pick<Context, 'config'>,
  { actor, at }: By,
) {
  const { applicationId: id, number, name, email, language } = chosen;
  const inEach = (part: 'subject' | 'body') =>
    Object.fromEntries(LANGUAGES.map((one) => [one, APPOINTING_TEXTS[one].message[part]])) as Localized;
  const text = { subject: inEach('subject'), body: inEach('body'), replies: true };
  await recordMessages(db, { candidates: [{ id, number }], text, actor }, at);
  await queueMail(db, newsMail({ name, email, language }, 'message', config.PUBLIC_URL), at);
}
