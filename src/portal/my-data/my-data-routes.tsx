import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { submittedApplications } from '../../applications/retention-queries.ts';
import { findAccount } from '../../people/account-queries.ts';
import type { Account } from '../../people/account.ts';
import { countAttempt } from '../../people/attempt-queries.ts';
import type { Context } from '../../people/context.ts';
import type { Problem } from '../../people/current-password.ts';
import { offeredTo, stepUp } from '../../people/step-up/step-up-hooks.ts';
import { askForDeletion, findDeletion, keepAccount } from '../../people/erasure-queries.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { findLink, issueLink, useLink } from '../../people/one-time-link-queries.ts';
import { page, pageContext } from '../../people/page.ts';
import type { Exchange } from '../../people/session-hooks.ts';
import { fieldsOf, typed } from '../../people/typed.ts';
import { queueMail } from '../../platform/mail.ts';
import { announcingZone } from '../../regulations/deadline.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { exportOf } from './export.ts';
import { KeepAccountPage, MyDataPage } from './my-data-pages.tsx';
import { MY_DATA_TEXTS } from './my-data-texts.ts';

type WithToken = { Params: { token: string } };
const FORM = z.object({ confirmed: typed });
const PURPOSE = 'keep-account';
/** The address of a link calls a deletion off, so it is kept out of the log of requests. */
const UNLOGGED = { logLevel: 'warn' } as const;

/** A person's own data: to take along, to correct, to have deleted. */
export function myDataRoutes(web: FastifyInstance, context: Context): void {
  web.get('/my/data', signedIn(), (request, reply) => myData({ request, reply, context }));
  web.post('/my/data/export', signedIn(), (request, reply) => download({ request, reply, context }));
  web.post('/my/data/deletion', signedIn(), (request, reply) => deletion({ request, reply, context }));

  web.post('/my/data/deletion/cancellation', signedIn(), async (request, reply) => {
    const { accountId } = actorOf(request);
    await context.db.transaction().execute((db) => keepAccount(db, accountId, context.clock()));
    return reply.redirect(`/${request.language}/my/data`, 303);
  });

  web.get<WithToken>('/accounts/keep-account/:token', UNLOGGED, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { token } = request.params;
    const accountId = await findLink(context.db, { token, purpose: PURPOSE }, context.clock());
    if (accountId === undefined) return reply.callNotFound();
    return page(reply, <KeepAccountPage page={pageContext(request, context)} done={false} />);
  });

  web.post<WithToken>('/accounts/keep-account/:token', UNLOGGED, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { token } = request.params;
    const now = context.clock();
    const kept = await context.db.transaction().execute(async (db) => {
      const accountId = await useLink(db, { token, purpose: PURPOSE }, now);
      if (accountId !== undefined) await keepAccount(db, accountId, now);
      return accountId !== undefined;
    });
    if (!kept) return reply.callNotFound();
    return page(reply, <KeepAccountPage page={pageContext(request, context)} done />);
  });
}

async function myData(
  exchange: Exchange,
  { errors, status }: Problem = { errors: [], status: 200 },
): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { accountId, roles } = actorOf(request);
  const shown = {
    page: pageContext(request, context),
    applications: await submittedApplications(context.db, accountId),
    retention: context.organisation.retention,
    dueAt: await findDeletion(context.db, accountId),
    offered: await offeredTo(exchange, await ownAccount(exchange)),
    entrusted: roles.some((role) => role !== 'staff-member'),
    zone: announcingZone(context.organisation, context.clock()),
    errors,
  };
  return page(reply, <MyDataPage {...shown} />, status);
}

async function download(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { accountId } = actorOf(request);
  const now = context.clock();
  const counted = await countAttempt(context, [{ kind: 'export-by-account', subject: accountId }], now);
  if (!counted.ok) {
    reply.header('retry-after', counted.refusal.seconds);
    const message = MY_DATA_TEXTS[request.language].tooMany;
    return myData(exchange, { errors: [{ field: 'export', message }], status: 429 });
  }
  const zip = await exportOf(context, { accountId, language: request.language, now });
  reply.header('content-disposition', 'attachment; filename="my-data.zip"');
  return reply.type('application/zip').send(Buffer.from(zip));
}

async function ownAccount({ request, context }: Exchange): Promise<Account> {
  const account = await findAccount(context.db, actorOf(request).accountId);
  if (!account) throw new Error('Somebody is signed in to an account that is not there.');
  return account;
}

async function deletion(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { roles } = actorOf(request);
  const t = MY_DATA_TEXTS[request.language];
  const form = FORM.parse(fieldsOf(request.body));
  const account = await ownAccount(exchange);
  const refuse = (message: string) => myData(exchange, { errors: [{ field: 'confirmed', message }], status: 422 });
  if (roles.some((role) => role !== 'staff-member')) return refuse(t.staff);
  if (form.confirmed !== 'yes') return refuse(t.confirmMissing);
  const shown = await stepUp(exchange, account);
  if (shown.kind === 'refused') return myData(exchange, shown.problem);
  if (shown.kind === 'elsewhere') return reply.redirect(shown.address, 303);
  await askAndTell(context, account);
  return reply.redirect(`/${request.language}/my/data`, 303);
}

/** One transaction: the deletion is noted, and the mail with the way back is queued. */
async function askAndTell({ db, clock, config, organisation }: Context, account: Account): Promise<void> {
  const { id: accountId, language, name, email } = account;
  const now = clock();
  await db.transaction().execute(async (transaction) => {
    const dueAt = await askForDeletion(transaction, accountId, now);
    const token = await issueLink(transaction, { accountId, purpose: PURPOSE }, now);
    const mail = MY_DATA_TEXTS[language].mail({
      organisation: organisation.name[language],
      link: `${config.PUBLIC_URL}/${language}/accounts/keep-account/${token}`,
      date: formatInstantToMinute(dueAt, announcingZone(organisation, now), language),
    });
    await queueMail(transaction, { to: { name, address: email }, language, ...mail }, now);
  });
}
