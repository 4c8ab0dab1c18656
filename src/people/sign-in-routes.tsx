import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { FieldError } from '../site/forms.tsx';
import { fieldsOf, typed } from './typed.ts';
import { findAccountByAddress } from './account-queries.ts';
import { countAttempt, uncountAttempts } from './attempt-queries.ts';
import type { Context } from './context.ts';
import { readAddress } from './email-address.ts';
import { recordEvent } from './event-queries.ts';
import { readCarried, type KeptForm } from './kept-form.ts';
import { landing } from './landing.ts';
import { goOn, letIn } from './let-in.tsx';
import { localAddress } from './local-address.ts';
import { page, pageContext } from './page.ts';
import { verifyPassword } from './password-hash.ts';
import { linkKnownIdentity } from './outside/identity-queries.ts';
import { hasSecondFactor } from './second-factor/second-factor-queries.ts';
import { askSecondStep } from './second-factor/second-step-routes.tsx';
import { endSession, noteRefusal, type Exchange } from './session-hooks.ts';
import { ofNetwork, signInAttempts, tooManyAttempts } from './sign-in-attempts.ts';
import { SignInPage } from './sign-in-pages.tsx';
import { SIGN_IN_TEXTS } from './sign-in-texts.ts';

const FORM = z.object({ email: typed, password: typed });
const QUERY = z.object({ back: typed, ended: typed });

export function signInRoutes(web: FastifyInstance, context: Context): void {
  web.get('/sign-in', async (request, reply) => {
    const query = QUERY.parse(request.query);
    const back = localAddress(query.back);
    if (request.actor) return reply.redirect(back ?? landing(request.actor, request.language), 303);
    const t = SIGN_IN_TEXTS[request.language];
    const notice = query.ended === '1' ? t.signedOut : undefined;
    const linking = query.ended === 'link';
    reply.header('cache-control', 'no-store');
    return page(reply, <SignInPage page={{ ...pageContext(request, context), notice }} {...{ back, linking }} />);
  });

  web.post('/sign-in', (request, reply) => signIn({ request, reply, context }));

  web.post('/sign-out', async (request, reply) => {
    await endSession({ request, reply, context });
    return reply.redirect(`/${request.language}/sign-in?ended=1`, 303);
  });
}

type Typed = { email: string; back: string | undefined; kept: KeptForm | undefined };

async function signIn(exchange: Exchange) {
  const { request, context } = exchange;
  const form = FORM.parse(fieldsOf(request.body));
  const email = readAddress(form.email) ?? form.email.toLowerCase();
  const answer = { email: form.email, ...readCarried(request.body) };
  const missing = whatIsMissing(form, exchange);
  if (missing.length > 0) return formAgain(exchange, answer, { errors: missing });

  const countedAt = context.clock();
  const counted = await countAttempt(context, signInAttempts(email, request.ip), countedAt);
  if (!counted.ok)
    return formAgain(exchange, answer, { errors: tooManyAttempts(exchange, counted.refusal.seconds), status: 429 });
  const account = await findAccountByAddress(context.db, email);
  const matches = await verifyPassword(form.password, account?.passwordHash);
  if (!account?.verifiedAt || !matches) {
    await recordRefusal(context, account?.id);
    if (account) await noteRefusal(exchange, { accountId: account.id, method: 'password' });
    return formAgain(exchange, answer, { errors: wrong(exchange), refused: true });
  }

  if (await hasSecondFactor(context.db, account.id)) return askSecondStep(exchange, account, answer);
  await context.db.transaction().execute(async (transaction) => {
    await letIn(exchange, { accountId: account.id, email, method: 'password' }, transaction);
    await linkKnownIdentity(exchange, account.id, transaction);
    await uncountAttempts({ db: transaction, secret: context.secret }, ofNetwork(request.ip), countedAt);
  });
  return goOn(exchange, answer);
}

function whatIsMissing(form: z.infer<typeof FORM>, { request }: Exchange): FieldError[] {
  const t = SIGN_IN_TEXTS[request.language];
  return [
    ...(form.email.trim() === '' ? [{ field: 'email', message: t.emailMissing }] : []),
    ...(form.password === '' ? [{ field: 'password', message: t.passwordMissing }] : []),
  ];
}

const wrong = ({ request }: Exchange): FieldError[] => [
  { field: 'email', message: SIGN_IN_TEXTS[request.language].wrong },
];

/** Written for unknown addresses too, so that both take as long; the event says neither the address nor the person. */
const recordRefusal = ({ db, clock }: Context, accountId: string | undefined): Promise<void> =>
  recordEvent(db, {
    subject: 'account',
    subjectId: accountId ?? 'unknown',
    action: 'sign-in-refused',
    by: { kind: 'system' },
    at: clock(),
  });

type Outcome = { errors: FieldError[]; refused?: boolean; status?: number };

function formAgain({ request, reply, context }: Exchange, answer: Typed, { status = 422, ...outcome }: Outcome) {
  reply.header('cache-control', 'no-store');
  return page(reply, <SignInPage page={pageContext(request, context)} {...answer} {...outcome} />, status);
}
