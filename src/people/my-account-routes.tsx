import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { announcingZone } from '../regulations/deadline.ts';
import { isLanguage } from '../platform/language.ts';
import type { FieldError } from '../site/forms.tsx';
import { findAccount, recordProfile } from './account-queries.ts';
import { readName, type Account } from './account.ts';
import type { Context } from './context.ts';
import { wrongPassword } from './current-password.ts';
import { recordEvent } from './event-queries.ts';
import { actorOf, signedIn } from './guard.ts';
import { MyAccountPage } from './my-account-pages.tsx';
import { MY_ACCOUNT_TEXTS, type Done } from './my-account-texts.ts';
import { page, pageContext } from './page.ts';
import { hashPassword } from './password-hash.ts';
import { changePassword } from './password-routes.tsx';
import { refusePassword } from './password-rules.ts';
import { explainPassword } from './password-texts.ts';
import { startSession, type Exchange } from './session-hooks.ts';
import { openSessions, revokeSessions } from './session-queries.ts';
import { fieldsOf, typed } from './typed.ts';

const PROFILE = z.object({ name: typed, language: typed, version: z.coerce.number().int().catch(0) });
const PASSWORDS = z.object({ currentPassword: typed, newPassword: typed });
const DONE = z.object({ done: z.enum(['profile', 'password', 'session', 'sessions']).optional().catch(undefined) });

export function myAccountRoutes(web: FastifyInstance, context: Context): void {
  web.get('/my/account', signedIn(), async (request, reply) => {
    const { done } = DONE.parse(request.query);
    return myAccount({ request, reply, context }, done ? { done } : {});
  });

  web.post('/my/account', signedIn(), (request, reply) => saveProfile({ request, reply, context }));

  web.post('/my/account/password', signedIn(), (request, reply) => replacePassword({ request, reply, context }));

  web.post<{ Params: { id: string } }>('/my/account/sessions/:id/revocation', signedIn(), async (request, reply) => {
    const id = z.uuid().safeParse(request.params.id);
    if (!id.success) return reply.callNotFound();
    await endSessions({ request, reply, context }, { sessionId: id.data });
    return back({ request, reply, context }, 'session');
  });

  web.post('/my/account/other-sessions/revocation', signedIn(), async (request, reply) => {
    await endSessions({ request, reply, context }, { except: actorOf(request).sessionId });
    return back({ request, reply, context }, 'sessions');
  });
}

type Shown = { done?: Done; errors?: FieldError[]; status?: number; typed?: { name: string; language: string } };

async function myAccount(exchange: Exchange, { done, errors = [], status = 200, typed: again }: Shown) {
  const { request, reply, context } = exchange;
  const { accountId, sessionId } = actorOf(request);
  const account = await ownAccount(exchange);
  const shown = {
    page: { ...pageContext(request, context), notice: done && MY_ACCOUNT_TEXTS[request.language].done[done] },
    email: account.email,
    name: again?.name ?? account.name,
    language: again?.language ?? account.language,
    version: account.version,
    sessions: await openSessions(context.db, accountId, context.clock()),
    currentSession: sessionId,
    zone: announcingZone(context.organisation, context.clock()),
    errors,
  };
  return page(reply, <MyAccountPage {...shown} />, status);
}

async function ownAccount({ request, context }: Exchange): Promise<Account> {
  const account = await findAccount(context.db, actorOf(request).accountId);
  if (!account) throw new Error('Somebody is signed in to an account that is not there.');
  return account;
}

async function saveProfile(exchange: Exchange) {
  const { request, context } = exchange;
  const t = MY_ACCOUNT_TEXTS[request.language];
  const form = PROFILE.parse(fieldsOf(request.body));
  const name = readName(form.name);
  const language = isLanguage(form.language) ? form.language : undefined;
  if (name === undefined || language === undefined) {
    const errors = [
      ...(name === undefined ? [{ field: 'name', message: t.nameMissing }] : []),
      ...(language === undefined ? [{ field: 'language', message: t.languageMissing }] : []),
    ];
    return myAccount(exchange, { errors, status: 422, typed: form });
  }
  const profile = { id: actorOf(request).accountId, name, language, version: form.version };
  const saved = await context.db
    .transaction()
    .execute((transaction) => recordProfile(transaction, profile, context.clock()));
  if (!saved.ok) {
    const errors = [{ field: 'name', message: t.changedMeanwhile }];
    return myAccount(exchange, { errors, status: 409, typed: form });
  }
  return back(exchange, 'profile', language);
}

async function replacePassword(exchange: Exchange) {
  const { request, context } = exchange;
  const account = await ownAccount(exchange);
  const form = PASSWORDS.parse(fieldsOf(request.body));
  const refused = await refuseChange(exchange, account, form);
  if (refused) return myAccount(exchange, refused);
  const passwordHash = await hashPassword(form.newPassword);
  await context.db.transaction().execute(async (transaction) => {
    const { method } = actorOf(request);
    await changePassword(exchange, { ...account, passwordHash }, transaction);
    await startSession(exchange, { accountId: account.id, method }, transaction);
  });
  return back(exchange, 'password');
}

type Passwords = z.infer<typeof PASSWORDS>;

async function refuseChange(exchange: Exchange, account: Account, form: Passwords): Promise<Shown | undefined> {
  const t = MY_ACCOUNT_TEXTS[exchange.request.language];
  const refusal = refusePassword(form.newPassword, account);
  const errors = [
    ...(form.currentPassword === '' ? [{ field: 'currentPassword', message: t.currentMissing }] : []),
    ...(refusal ? [{ field: 'newPassword', message: explainPassword(refusal)[exchange.request.language] }] : []),
  ];
  if (errors.length > 0) return { errors, status: 422 };
  return wrongPassword(exchange, account, form.currentPassword);
}

async function endSessions(
  { request, context }: Exchange,
  which: { sessionId?: string; except?: string },
): Promise<void> {
  const { accountId } = actorOf(request);
  const at = context.clock();
  await context.db.transaction().execute(async (transaction) => {
    const count = await revokeSessions(transaction, { accountId, ...which }, at);
    if (count === 0) return;
    const by = { kind: 'account', id: accountId } as const;
    const event = { subject: 'account', subjectId: accountId, action: 'session-revoked', by, at } as const;
    await recordEvent(transaction, { ...event, details: { count } });
  });
}

const back = ({ request, reply }: Exchange, done: Done, language = request.language) =>
  reply.redirect(`/${language}/my/account?done=${done}`, 303);
