import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { queueMail } from '../../platform/mail.ts';
import type { Db } from '../../schema.ts';
import { LookAtYourMailPage } from '../account-pages.tsx';
import { findAccount, findAccountByAddress } from '../account-queries.ts';
import type { Account } from '../account.ts';
import { countAttempt } from '../attempt-queries.ts';
import type { Context } from '../context.ts';
import type { Problem } from '../current-password.ts';
import { offeredTo, stepUp } from '../step-up/step-up-hooks.ts';
import { readAddress } from '../email-address.ts';
import { actorOf, signedIn, UNLOGGED } from '../guard.ts';
import { findLink, issueLink, useLink } from '../one-time-link-queries.ts';
import { page, pageContext } from '../page.ts';
import { VoidLinkPage } from '../password-pages.tsx';
import type { Exchange } from '../session-hooks.ts';
import { tooManyAttempts } from '../sign-in-attempts.ts';
import { fieldsOf, typed } from '../typed.ts';
import { askForAddress, changeAddress, findAddressChange, keepAddress } from './address-change-queries.ts';
import { AddressPage, ConfirmByButtonPage, ToldPage } from './address-pages.tsx';
import { ADDRESS_TEXTS } from './address-texts.ts';

type WithToken = { Params: { token: string } };
const FORM = z.object({ email: typed });

/** Another e-mail address: confirmed from the new one, and to be taken back from the old one. */
export function addressRoutes(web: FastifyInstance, context: Context): void {
  web.get('/my/account/address', signedIn(), (request, reply) => addressPage({ request, reply, context }));
  web.post('/my/account/address', signedIn(), (request, reply) => askFor({ request, reply, context }));

  web.get('/my/account/address/sent', signedIn(), async (request, reply) => {
    const { sentTitle: title, title: about, sentText: text, sentAgain: again } = ADDRESS_TEXTS[request.language];
    return page(
      reply,
      <LookAtYourMailPage page={pageContext(request, context)} texts={{ title, about, text, again }} />,
    );
  });

  for (const purpose of ['new-address', 'keep-address'] as const) {
    const path = `/accounts/${purpose}/:token`;
    web.get<WithToken>(path, UNLOGGED, (request, reply) =>
      button({ request, reply, context }, purpose, request.params.token),
    );
    web.post<WithToken>(path, UNLOGGED, (request, reply) =>
      carryOut({ request, reply, context }, purpose, request.params.token),
    );
  }
}

type Purpose = 'new-address' | 'keep-address';

async function addressPage(
  exchange: Exchange,
  { errors, status }: Problem = { errors: [], status: 200 },
): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const again = FORM.parse(fieldsOf(request.body)).email;
  const account = await ownAccount(exchange);
  const offered = await offeredTo(exchange, account);
  const shown = { page: pageContext(request, context), email: account.email, typed: again, offered, errors };
  return page(reply, <AddressPage {...shown} />, status);
}

async function ownAccount({ request, context }: Exchange): Promise<Account> {
  const account = await findAccount(context.db, actorOf(request).accountId);
  if (!account) throw new Error('Somebody is signed in to an account that is not there.');
  return account;
}

/** The answer is the same whether or not the address is known here; only the mail to it differs. */
async function askFor(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const t = ADDRESS_TEXTS[request.language];
  const form = FORM.parse(fieldsOf(request.body));
  const account = await ownAccount(exchange);
  const newAddress = readAddress(form.email);
  if (newAddress === undefined || newAddress === account.email) {
    const message = newAddress === undefined ? t.invalid : t.same;
    return addressPage(exchange, { errors: [{ field: 'email', message }], status: 422 });
  }
  const shown = await stepUp(exchange, account);
  if (shown.kind === 'refused') return addressPage(exchange, shown.problem);
  if (shown.kind === 'elsewhere') return reply.redirect(shown.address, 303);
  const attempt = { kind: 'new-address-by-account', subject: account.id } as const;
  const counted = await countAttempt(context, [attempt], context.clock());
  if (!counted.ok)
    return addressPage(exchange, { errors: tooManyAttempts(exchange, counted.refusal.seconds), status: 429 });
  await context.db.transaction().execute((db) => writeToBoth(exchange, { account, newAddress }, db));
  return reply.redirect(`/${request.language}/my/account/address/sent`, 303);
}

type Wish = { account: Account; newAddress: string };

async function writeToBoth({ context }: Exchange, { account, newAddress }: Wish, db: Db): Promise<void> {
  const now = context.clock();
  const { id: accountId, email: oldAddress, language, name } = account;
  const here = `${context.config.PUBLIC_URL}/${language}`;
  const organisation = context.organisation.name[language];
  const { mails } = ADDRESS_TEXTS[language];
  await askForAddress(db, { accountId, oldAddress, newAddress }, now);
  const keep = await issueLink(db, { accountId, purpose: 'keep-address' }, now);
  const asked = mails.asked({ organisation, link: `${here}/accounts/keep-address/${keep}` });
  await queueMail(db, { to: { name, address: oldAddress }, language, ...asked }, now);
  const holder = await findAccountByAddress(db, newAddress);
  const token = await issueLink(db, { accountId, purpose: 'new-address' }, now);
  const mail = holder?.verifiedAt
    ? mails.known({ organisation, link: `${here}/sign-in` })
    : mails.confirm({ organisation, link: `${here}/accounts/new-address/${token}` });
  await queueMail(db, { to: { name: '', address: newAddress }, language, ...mail }, now);
}

async function button({ request, reply, context }: Exchange, purpose: Purpose, token: string) {
  reply.header('cache-control', 'no-store');
  const accountId = await findLink(context.db, { token, purpose }, context.clock());
  const shown = pageContext(request, context);
  if (accountId === undefined) return page(reply, <VoidLinkPage page={shown} />, 410);
  const t = ADDRESS_TEXTS[request.language];
  const texts =
    purpose === 'new-address'
      ? { title: t.confirmTitle, text: t.confirmText, button: t.confirm }
      : { title: t.keepTitle, text: t.keepText, button: t.keep };
  return page(reply, <ConfirmByButtonPage page={shown} texts={texts} />);
}

async function carryOut({ request, reply, context }: Exchange, purpose: Purpose, token: string) {
  const now = context.clock();
  reply.header('cache-control', 'no-store');
  const t = ADDRESS_TEXTS[request.language];
  const account = { path: '/my/account', text: t.account };
  const outcome = await context.db.transaction().execute(async (db) => {
    const accountId = await useLink(db, { token, purpose }, now);
    if (accountId === undefined) return undefined;
    const done = await (purpose === 'new-address' ? changeAddress : keepAddress)(db, accountId, now);
    if (done.ok && purpose === 'new-address') await tellOldAddress(context, accountId, db);
    return done;
  });
  const shown = pageContext(request, context);
  if (!outcome || (!outcome.ok && outcome.refusal.kind === 'nothing-to-change'))
    return page(reply, <VoidLinkPage page={shown} />, 410);
  if (!outcome.ok)
    return page(reply, <ToldPage page={shown} told={{ title: t.takenTitle, text: t.taken, link: account }} />, 409);
  const told =
    purpose === 'new-address'
      ? { title: t.changed, text: t.confirmText, link: account }
      : { title: t.kept, text: t.keptText, link: { path: '/password/forgotten', text: t.newPassword } };
  return page(reply, <ToldPage page={shown} told={told} />);
}

async function tellOldAddress({ config, organisation, clock }: Context, accountId: string, db: Db): Promise<void> {
  const change = await findAddressChange(db, accountId);
  const account = await findAccount(db, accountId);
  if (!change || !account) return;
  const { language } = account;
  const link = `${config.PUBLIC_URL}/${language}/password/forgotten`;
  const mail = ADDRESS_TEXTS[language].mails.changed({ organisation: organisation.name[language], link });
  await queueMail(db, { to: { name: '', address: change.oldAddress }, language, ...mail }, clock());
}
