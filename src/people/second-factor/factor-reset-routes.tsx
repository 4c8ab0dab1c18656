import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { queueMail } from '../../platform/mail.ts';
import type { FieldError } from '../../site/forms.tsx';
import { findAccountByAddress } from '../account-queries.ts';
import type { Context } from '../context.ts';
import { readAddress } from '../email-address.ts';
import { actorOf, requires } from '../guard.ts';
import { page, pageContext } from '../page.ts';
import type { Exchange } from '../session-hooks.ts';
import { fieldsOf, typed } from '../typed.ts';
import { FactorResetPage } from './factor-reset-pages.tsx';
import { resetSecondFactors } from './factor-reset-queries.ts';
import { FACTOR_RESET_TEXTS } from './factor-reset-texts.ts';

const FORM = z.object({ email: typed, reason: typed });
const DONE = z.object({ done: z.literal('reset').optional().catch(undefined) });
const MAX_REASON = 500;

/** An administrator takes the second factor away from somebody who lost it; never their own. */
export function factorResetRoutes(web: FastifyInstance, context: Context): void {
  const resets = requires('second-factors:reset');
  web.get('/staff/second-factors', resets, (request, reply) => formPage({ request, reply, context }));
  web.post('/staff/second-factors', resets, (request, reply) => reset({ request, reply, context }));
}

function formPage({ request, reply, context }: Exchange, errors: FieldError[] = []): FastifyReply {
  const { done } = DONE.parse(request.query);
  const shown = { ...pageContext(request, context), notice: done && FACTOR_RESET_TEXTS[request.language].done };
  const form = FORM.parse(fieldsOf(request.body));
  return page(reply, <FactorResetPage page={shown} {...{ form, errors }} />, errors.length > 0 ? 422 : 200);
}

async function reset(exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { db, organisation, config } = context;
  const t = FACTOR_RESET_TEXTS[request.language];
  const actor = actorOf(request);
  const form = FORM.parse(fieldsOf(request.body));
  const reason = form.reason.trim();
  const account = await findAccountByAddress(db, readAddress(form.email) ?? '');
  const wrong = !account?.verifiedAt ? t.unknown : account.id === actor.accountId ? t.own : undefined;
  const errors = [
    ...(wrong === undefined ? [] : [{ field: 'email', message: wrong }]),
    ...(reason === '' || reason.length > MAX_REASON ? [{ field: 'reason', message: t.reasonMissing }] : []),
  ];
  if (!account || errors.length > 0) return formPage(exchange, errors);
  const now = context.clock();
  const done = await db.transaction().execute(async (transaction) => {
    if (!(await resetSecondFactors(transaction, { accountId: account.id, reason, actor }, now))) return false;
    const { language } = account;
    const link = `${config.PUBLIC_URL}/${language}/sign-in`;
    const mail = FACTOR_RESET_TEXTS[language].mail({ organisation: organisation.name[language], link });
    await queueMail(transaction, { to: { name: account.name, address: account.email }, language, ...mail }, now);
    return true;
  });
  if (!done) return formPage(exchange, [{ field: 'email', message: t.none }]);
  return reply.redirect(`/${request.language}/staff/second-factors?done=reset`, 303);
}
