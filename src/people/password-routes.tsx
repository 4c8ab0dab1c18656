import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { queueMail } from '../platform/mail.ts';
import type { FieldError } from '../site/forms.tsx';
import { ACCOUNT_MAIL_TEXTS } from './account-mail-texts.ts';
import { LookAtYourMailPage } from './account-pages.tsx';
import { findAccount, findAccountByAddress, recordPassword, recordVerification } from './account-queries.ts';
import type { Account } from './account.ts';
import { networkOf } from './attempt-limits.ts';
import { countAttempt, forgetAttempts } from './attempt-queries.ts';
import type { Context } from './context.ts';
import { UNLOGGED } from './guard.ts';
import { readAddress } from './email-address.ts';
import { landing } from './landing.ts';
import { findLink, issueLink, useLink, voidLinks } from './one-time-link-queries.ts';
import { page, pageContext } from './page.ts';
import { hashPassword } from './password-hash.ts';
import { ForgottenPage, NewPasswordPage, VoidLinkPage } from './password-pages.tsx';
import { refusePassword } from './password-rules.ts';
import { explainPassword, PASSWORD_TEXTS } from './password-texts.ts';
import { hasSecondFactor } from './second-factor/second-factor-queries.ts';
import { askSecondStep } from './second-factor/second-step-routes.tsx';
import { startSession, type Exchange } from './session-hooks.ts';
import { revokeSessions } from './session-queries.ts';
import { ownGuesses, tooManyAttempts } from './sign-in-attempts.ts';
import { fieldsOf, typed } from './typed.ts';
import type { Db } from '../schema.ts';

type WithToken = { Params: { token: string } };
const PURPOSE = 'new-password';

export function passwordRoutes(web: FastifyInstance, context: Context): void {
  web.get('/password/forgotten', async (request, reply) =>
    page(reply, <ForgottenPage page={pageContext(request, context)} />),
  );

  web.post('/password/forgotten', (request, reply) => sendLink({ request, reply, context }));

  web.get('/password/forgotten/sent', async (request, reply) => {
    const {
      sentTitle: title,
      forgottenTitle: about,
      sentText: text,
      sentAgain: again,
    } = PASSWORD_TEXTS[request.language];
    return page(
      reply,
      <LookAtYourMailPage page={pageContext(request, context)} texts={{ title, about, text, again }} />,
    );
  });

  web.get<WithToken>('/password/new/:token', UNLOGGED, async (request, reply) => {
    const { token } = request.params;
    reply.header('cache-control', 'no-store');
    const accountId = await findLink(context.db, { token, purpose: PURPOSE }, context.clock());
    if (accountId === undefined) return voidLink({ request, reply, context });
    return page(reply, <NewPasswordPage page={pageContext(request, context)} />);
  });

  web.post<WithToken>('/password/new/:token', UNLOGGED, (request, reply) =>
    setPassword({ request, reply, context }, request.params.token),
  );
}

/** A mail goes out whether or not there is an account, and says which; the page does not. */
async function sendLink(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const form = z.object({ email: typed }).parse(fieldsOf(request.body));
  const again = (errors: FieldError[], status: number) =>
    page(reply, <ForgottenPage page={pageContext(request, context)} email={form.email} errors={errors} />, status);
  const email = readAddress(form.email);
  if (email === undefined)
    return again([{ field: 'email', message: PASSWORD_TEXTS[request.language].emailInvalid }], 422);

  const now = context.clock();
  const attempts = [
    { kind: 'new-password-by-address', subject: email },
    { kind: 'new-password-by-network', subject: networkOf(request.ip) },
  ] as const;
  const counted = await countAttempt(context, attempts, now);
  if (!counted.ok) return again(tooManyAttempts(exchange, counted.refusal.seconds), 429);

  await context.db.transaction().execute(async (transaction) => {
    const account = await findAccountByAddress(transaction, email);
    const language = account?.language ?? request.language;
    const mail = await linkMail(exchange, { account, language }, transaction);
    await queueMail(transaction, { to: { name: '', address: email }, language, ...mail }, now);
  });
  return reply.redirect(`/${request.language}/password/forgotten/sent`, 303);
}

type Recipient = { account: Account | undefined; language: Account['language'] };

async function linkMail({ context }: Exchange, { account, language }: Recipient, db: Db) {
  const here = `${context.config.PUBLIC_URL}/${language}`;
  const organisation = context.organisation.name[language];
  const texts = ACCOUNT_MAIL_TEXTS[language];
  if (!account) return texts.addressUnknown({ organisation, link: `${here}/accounts/new` });
  const token = await issueLink(db, { accountId: account.id, purpose: PURPOSE }, context.clock());
  return texts.newPassword({ organisation, link: `${here}/password/new/${token}` });
}

/** Sets it, ends every session there was, and signs in here. The mail proved the address, so it is verified too. */
async function setPassword(exchange: Exchange, token: string) {
  const { request, reply, context } = exchange;
  const now = context.clock();
  reply.header('cache-control', 'no-store');
  const linked = await findLink(context.db, { token, purpose: PURPOSE }, now);
  const account = linked === undefined ? undefined : await findAccount(context.db, linked);
  if (!account) return voidLink(exchange);
  const { password } = z.object({ password: typed }).parse(fieldsOf(request.body));
  const refusal = refusePassword(password, account);
  if (refusal) {
    const errors = [{ field: 'password', message: explainPassword(refusal)[request.language] }];
    return page(reply, <NewPasswordPage page={pageContext(request, context)} errors={errors} />, 422);
  }

  const passwordHash = await hashPassword(password);
  const done = await context.db.transaction().execute(async (transaction) => {
    if ((await useLink(transaction, { token, purpose: PURPOSE }, now)) === undefined) return false;
    await recordVerification(transaction, account.id, now);
    await voidLinks(transaction, { accountId: account.id, purpose: 'verify-address' });
    await changePassword(exchange, { ...account, passwordHash }, transaction);
    return true;
  });
  if (!done) return voidLink(exchange);
  // A mailbox that is read by somebody else is no second factor.
  if (await hasSecondFactor(context.db, account.id))
    return askSecondStep(exchange, account, { back: undefined, kept: undefined });
  await startSession(exchange, { accountId: account.id, method: 'link' }, context.db);
  return reply.redirect(landing(request.actor, request.language), 303);
}

/** A new password in force: all sessions end, guesses are forgotten, and the owner gets a mail. */
export async function changePassword(exchange: Exchange, account: Account, db: Db): Promise<void> {
  const { context } = exchange;
  const { language } = account;
  const now = context.clock();
  await recordPassword(db, account, now);
  await revokeSessions(db, { accountId: account.id }, now);
  await forgetAttempts({ db, secret: context.secret }, [
    ...ownGuesses(account.email),
    { kind: 'current-password-by-account', subject: account.id },
  ]);
  const mail = ACCOUNT_MAIL_TEXTS[language].passwordChanged({
    organisation: context.organisation.name[language],
    link: `${context.config.PUBLIC_URL}/${language}/password/forgotten`,
  });
  await queueMail(db, { to: { name: account.name, address: account.email }, language, ...mail }, now);
}

const voidLink = ({ request, reply, context }: Exchange) =>
  page(reply, <VoidLinkPage page={pageContext(request, context)} />, 410);
