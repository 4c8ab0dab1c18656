import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { FieldError } from '../site/forms.tsx';
import { ConfirmAddressPage } from './account-pages.tsx';
import { findAccount, recordVerification } from './account-queries.ts';
import { ACCOUNT_TEXTS } from './account-texts.ts';
import { countAttempt } from './attempt-queries.ts';
import type { Context } from './context.ts';
import { UNLOGGED } from './guard.ts';
import { goOn } from './let-in.tsx';
import { localAddress } from './local-address.ts';
import { findLink, useLink } from './one-time-link-queries.ts';
import { page, pageContext } from './page.ts';
import { verifyPassword } from './password-hash.ts';
import { VoidLinkPage } from './password-pages.tsx';
import { NATIONALITY_COOKIE } from './said-nationality.ts';
import { cookieAttributes, startSession, type Exchange } from './session-hooks.ts';
import { signInAttempts, tooManyAttempts } from './sign-in-attempts.ts';
import { takeFormOfSignUp } from './sign-up-form-queries.ts';
import { provesSignUp, signUpCookieName } from './sign-up-proof.ts';
import { fieldsOf, typed } from './typed.ts';

type WithToken = { Params: { token: string }; Querystring: { back?: unknown } };
const FORM = z.object({ password: typed, back: typed });
const PURPOSE = 'verify-address';

export function verificationRoutes(web: FastifyInstance, context: Context): void {
  web.get<WithToken>('/accounts/verification/:token', UNLOGGED, async (request, reply) => {
    const { token } = request.params;
    reply.header('cache-control', 'no-store');
    const accountId = await findLink(context.db, { token, purpose: PURPOSE }, context.clock());
    if (accountId === undefined) return page(reply, <VoidLinkPage page={pageContext(request, context)} />, 410);
    return confirmPage({ request, reply, context }, token);
  });

  web.post<WithToken>('/accounts/verification/:token', UNLOGGED, (request, reply) =>
    confirm({ request, reply, context }, request.params.token),
  );
}

async function confirm(exchange: Exchange, token: string) {
  const { request, reply, context } = exchange;
  const now = context.clock();
  reply.header('cache-control', 'no-store');
  const linked = await findLink(context.db, { token, purpose: PURPOSE }, now);
  if (linked === undefined) return page(reply, <VoidLinkPage page={pageContext(request, context)} />, 410);
  const problem = await whyNotTheirs(exchange, { token, accountId: linked });
  if (problem) return confirmPage(exchange, token, problem);

  const confirmed = await context.db.transaction().execute(async (transaction) => {
    const id = await useLink(transaction, { token, purpose: PURPOSE }, now);
    if (id === undefined) return undefined;
    await recordVerification(transaction, id, now);
    await startSession(exchange, { accountId: id, method: 'link' }, transaction);
    return { kept: await takeFormOfSignUp(transaction, id, now) };
  });
  if (!confirmed) return page(reply, <VoidLinkPage page={pageContext(request, context)} />, 410);
  reply.clearCookie(signUpCookieName(context.config.PUBLIC_URL), cookieAttributes(context.config));
  reply.clearCookie(NATIONALITY_COOKIE, { path: '/' });
  return goOn(exchange, { back: backOf(exchange), kept: confirmed.kept });
}

type Problem = { errors: FieldError[]; status: number };

/** Nothing in the browser that signed up; elsewhere the password of that sign-up must be given too. */
async function whyNotTheirs(
  exchange: Exchange,
  { token, accountId }: { token: string; accountId: string },
): Promise<Problem | undefined> {
  const { request, context } = exchange;
  if (signedUpHere(exchange, token)) return undefined;
  const account = await findAccount(context.db, accountId);
  const counted = await countAttempt(context, signInAttempts(account?.email ?? '', request.ip), context.clock());
  if (!counted.ok) return { errors: tooManyAttempts(exchange, counted.refusal.seconds, 'password'), status: 429 };
  const { password } = FORM.parse(fieldsOf(request.body));
  if (await verifyPassword(password, account?.passwordHash)) return undefined;
  const message = ACCOUNT_TEXTS[request.language].confirmPasswordWrong;
  return { errors: [{ field: 'password', message }], status: 422 };
}

function confirmPage(exchange: Exchange, token: string, { errors, status }: Problem = { errors: [], status: 200 }) {
  const { request, reply, context } = exchange;
  const asksPassword = !signedUpHere(exchange, token);
  const shown = { page: pageContext(request, context), back: backOf(exchange), asksPassword, errors };
  return page(reply, <ConfirmAddressPage {...shown} />, status);
}

const signedUpHere = ({ request, context }: Exchange, token: string): boolean =>
  provesSignUp(request.cookies[signUpCookieName(context.config.PUBLIC_URL)], token, context.secret);

/** The form says it; before there is one, the link from the mail does. */
const backOf = ({ request }: Exchange): string | undefined =>
  localAddress(FORM.parse(fieldsOf(request.body)).back) ??
  localAddress(z.object({ back: typed }).parse(request.query).back);
