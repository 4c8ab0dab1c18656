import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { queueMail } from '../platform/mail.ts';
import type { Db } from '../schema.ts';
import type { FieldError } from '../site/forms.tsx';
import { ACCOUNT_MAIL_TEXTS } from './account-mail-texts.ts';
import { LookAtYourMailPage, SignUpPage } from './account-pages.tsx';
import { findAccountByAddress, recordSignUp } from './account-queries.ts';
import { ACCOUNT_TEXTS } from './account-texts.ts';
import { readName } from './account.ts';
import { networkOf } from './attempt-limits.ts';
import { countAttempt } from './attempt-queries.ts';
import type { Context } from './context.ts';
import { readAddress } from './email-address.ts';
import { readCarried } from './kept-form.ts';
import { landing } from './landing.ts';
import { localAddress } from './local-address.ts';
import { issueLink } from './one-time-link-queries.ts';
import { LINK_HOURS } from './one-time-link.ts';
import { page, pageContext } from './page.ts';
import { hashPassword } from './password-hash.ts';
import { refusePassword } from './password-rules.ts';
import { explainPassword } from './password-texts.ts';
import { beginProfile } from './profile/profile-queries.ts';
import { nationalitiesSaid } from './said-nationality.ts';
import { cookieAttributes, type Exchange } from './session-hooks.ts';
import { newSecret } from './session.ts';
import { withBack } from './sign-in-pages.tsx';
import { tooManyAttempts } from './sign-in-attempts.ts';
import { keepFormOfSignUp } from './sign-up-form-queries.ts';
import { signUpCookieName, signUpProof } from './sign-up-proof.ts';
import { fieldsOf, typed } from './typed.ts';
import { verificationRoutes } from './verification-routes.tsx';

const FORM = z.object({ givenNames: typed, familyName: typed, email: typed, password: typed });
type SignUpForm = z.infer<typeof FORM>;

export function accountRoutes(web: FastifyInstance, context: Context): void {
  web.get<{ Querystring: { back?: unknown } }>('/accounts/new', async (request, reply) => {
    const back = localAddress(request.query.back);
    if (request.actor) return reply.redirect(back ?? landing(request.actor, request.language), 303);
    return page(reply, <SignUpPage page={pageContext(request, context)} {...carriedOf(request)} back={back} />);
  });

  // From the sign-in page, with the form that somebody without an account was sending.
  web.post('/accounts/new/form', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { email } = FORM.parse(fieldsOf(request.body));
    return page(reply, <SignUpPage page={pageContext(request, context)} {...carriedOf(request)} email={email} />);
  });

  web.post('/accounts/new', (request, reply) => signUp({ request, reply, context }));

  web.get('/accounts/new/sent', async (request, reply) => {
    const { sentTitle: title, title: about, sentText: text, sentAgain: again } = ACCOUNT_TEXTS[request.language];
    return page(
      reply,
      <LookAtYourMailPage page={pageContext(request, context)} texts={{ title, about, text, again }} />,
    );
  });

  verificationRoutes(web, context);
}

/** The answer is the same whether or not the address is known, and takes as long: the hash is made in any case. */
async function signUp(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const form = FORM.parse(fieldsOf(request.body));
  const email = readAddress(form.email);
  const name = nameOf(form);
  const errors = whatIsWrong(form, exchange);
  if (errors.length > 0 || email === undefined || name === undefined) return formAgain(exchange, form, { errors });

  const now = context.clock();
  const attempts = [
    { kind: 'sign-up-by-address', subject: email },
    { kind: 'sign-up-by-network', subject: networkOf(request.ip) },
  ] as const;
  const counted = await countAttempt(context, attempts, now);
  if (!counted.ok)
    return formAgain(exchange, form, { errors: tooManyAttempts(exchange, counted.refusal.seconds), status: 429 });

  const account = { email, name, language: request.language, passwordHash: await hashPassword(form.password) };
  const token = await context.db.transaction().execute(async (transaction) => {
    const id = await recordSignUp(transaction, account, now);
    const { back, kept, nationalities } = carriedOf(request);
    if (id === undefined) return tellOwner(exchange, { email, back }, transaction);
    const said = { givenNames: oneLine(form.givenNames), familyName: oneLine(form.familyName), nationalities };
    await beginProfile(transaction, { accountId: id, said }, now);
    await keepFormOfSignUp(transaction, { accountId: id, kept }, now);
    return askToConfirm(exchange, { id, email, back: kept ? undefined : back }, transaction);
  });
  reply.setCookie(signUpCookieName(context.config.PUBLIC_URL), signUpProof(token, context.secret), {
    ...cookieAttributes(context.config),
    maxAge: LINK_HOURS['verify-address'] * 3600,
  });
  return reply.redirect(`/${request.language}/accounts/new/sent`, 303);
}

/** What comes along to the sign-up: where to go, the form that was being sent, and what was said of oneself before. */
const carriedOf = (request: FastifyRequest) => ({
  ...readCarried(request.body),
  nationalities: nationalitiesSaid(request.cookies),
});

const oneLine = (name: string): string => readName(name) ?? '';

/** The name that an account goes by: what was typed of the two, since some people have only one. */
const nameOf = ({ givenNames, familyName }: Pick<SignUpForm, 'givenNames' | 'familyName'>): string | undefined =>
  readName(`${givenNames} ${familyName}`);

type NewAccount = { id: string; email: string; back: string | undefined };

async function askToConfirm({ request, context }: Exchange, { id, email, back }: NewAccount, db: Db): Promise<string> {
  const { language } = request;
  const now = context.clock();
  const token = await issueLink(db, { accountId: id, purpose: 'verify-address' }, now);
  const link = context.config.PUBLIC_URL + withBack(`/${language}/accounts/verification/${token}`, back);
  const organisation = context.organisation.name[language];
  const mail = ACCOUNT_MAIL_TEXTS[language].confirmAddress({ organisation, link });
  await queueMail(db, { to: { name: '', address: email }, language, ...mail }, now);
  return token;
}

/** Somebody signed up with the address of a verified account: only its owner hears of it. Answers a token of nothing. */
async function tellOwner({ context }: Exchange, { email, back }: Omit<NewAccount, 'id'>, db: Db): Promise<string> {
  const account = await findAccountByAddress(db, email);
  if (!account) return newSecret();
  const { language } = account;
  const here = `${context.config.PUBLIC_URL}/${language}`;
  const mail = ACCOUNT_MAIL_TEXTS[language].addressKnown({
    organisation: context.organisation.name[language],
    link: withBack(`${here}/sign-in`, back),
    passwordLink: `${here}/password/forgotten`,
  });
  await queueMail(db, { to: { name: '', address: email }, language, ...mail }, context.clock());
  return newSecret();
}

function whatIsWrong(form: SignUpForm, { request }: Exchange): FieldError[] {
  const { email, password } = form;
  const name = nameOf(form);
  const t = ACCOUNT_TEXTS[request.language];
  const address = readAddress(email);
  const refusal = refusePassword(password, { email: address ?? email, name: name ?? '' });
  return [
    ...(name === undefined ? [{ field: 'givenNames', message: t.nameMissing }] : []),
    ...(address === undefined ? [{ field: 'email', message: t.emailInvalid }] : []),
    ...(refusal ? [{ field: 'password', message: explainPassword(refusal)[request.language] }] : []),
  ];
}

type Outcome = { errors: FieldError[]; status?: number };

function formAgain({ request, reply, context }: Exchange, form: SignUpForm, { errors, status = 422 }: Outcome) {
  const { givenNames, familyName, email } = form;
  const shown = { ...carriedOf(request), givenNames, familyName, email, errors };
  return page(reply, <SignUpPage page={pageContext(request, context)} {...shown} />, status);
}
