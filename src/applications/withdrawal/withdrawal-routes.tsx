import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import type { FieldError } from '../../site/forms.tsx';
import { wasSubmitted, type Dossier } from '../application.ts';
import { findDossier, lockDossier } from '../application-queries.ts';
import { fieldsOf, valueOf } from '../drafting/draft.ts';
import { situationOf } from '../stages/situation.ts';
import type { StageEntry } from '../stages/stage-state.ts';
import { entriesOf } from '../stages/stage-queries.ts';
import { takeBack, withdrawFrom } from './withdrawal.ts';
import { WithdrawalPage } from './withdrawal-pages.tsx';
import { findWithdrawal, recordTakenBack, recordWithdrawal } from './withdrawal-queries.ts';
import { WITHDRAWAL_TEXTS } from './withdrawal-texts.ts';

type OfApplication = { Params: { number: string } };
type Exchange = { request: FastifyRequest<OfApplication>; reply: FastifyReply; context: Context };

const WITHDRAWAL = '/my/applications/:number/withdrawal';

/** Out of a selection, and back in while it was a slip. */
export function withdrawalRoutes(web: FastifyInstance, context: Context): void {
  web.get<OfApplication>(WITHDRAWAL, signedIn(), (request, reply) => ask({ request, reply, context }));
  web.post<OfApplication>(WITHDRAWAL, signedIn(), (request, reply) => withdrawOwn({ request, reply, context }));
  web.post<OfApplication>(`${WITHDRAWAL}/undo`, signedIn(), (request, reply) => undo({ request, reply, context }));
}

const ownOf = (request: Exchange['request']) => ({
  accountId: actorOf(request).accountId,
  number: request.params.number,
});

const applicationAddress = (request: Exchange['request']) =>
  `/${request.language}/my/applications/${encodeURIComponent(request.params.number)}`;

async function ask(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const dossier = await findDossier(context.db, ownOf(request), context.organisation);
  if (!dossier || !wasSubmitted(dossier.application.status)) return reply.callNotFound();
  if (dossier.application.status === 'withdrawn') return reply.redirect(applicationAddress(request), 303);
  return withdrawalPage(exchange, { dossier, entries: await entriesOf(context.db, dossier.application.id) });
}

type Standing = { dossier: Dossier; entries: StageEntry[]; reason?: string; errors?: FieldError[] };

function withdrawalPage({ request, reply, context }: Exchange, { dossier, entries, ...typed }: Standing) {
  const { number } = dossier.application;
  const situation = situationOf({ status: 'submitted', entries, vacancy: dossier.vacancy }, request.receivedAt);
  const shown = { page: pageContext(request, context), number, situation, organisation: context.organisation };
  reply.header('cache-control', 'no-store');
  return page(reply, <WithdrawalPage {...shown} {...typed} />, typed.errors ? 422 : 200);
}

async function withdrawOwn(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const fields = fieldsOf(request.body);
  const reason = valueOf(fields, 'reason');
  const decided = await context.db.transaction().execute(async (transaction) => {
    const dossier = await lockDossier(transaction, ownOf(request), context.organisation);
    if (!dossier || !wasSubmitted(dossier.application.status)) return undefined;
    const entries = await entriesOf(transaction, dossier.application.id);
    const withdrawn = withdrawFrom(dossier.application, entries, valueOf(fields, 'confirm') === 'yes');
    const known = context.organisation.selection.withdrawalReasons.some(({ code }) => code === reason);
    const withdrawal = { withdrawnAt: context.clock(), reason: known ? reason : null };
    if (withdrawn.ok) await recordWithdrawal(transaction, withdrawn.value, withdrawal);
    return { dossier, entries, withdrawn };
  });
  if (!decided) return reply.callNotFound();
  const { withdrawn, ...standing } = decided;
  if (withdrawn.ok || withdrawn.refusal.kind !== 'not-confirmed')
    return reply.redirect(applicationAddress(request), 303);
  const errors = [{ field: 'confirm', message: WITHDRAWAL_TEXTS[request.language].missing }];
  return withdrawalPage(exchange, { ...standing, reason, errors });
}

async function undo({ request, reply, context }: Exchange) {
  const outcome = await context.db.transaction().execute(async (transaction) => {
    const dossier = await lockDossier(transaction, ownOf(request), context.organisation);
    if (!dossier || !wasSubmitted(dossier.application.status)) return undefined;
    const withdrawal = await findWithdrawal(transaction, dossier.application.id);
    const back = takeBack(dossier.application, withdrawal, request.receivedAt);
    if (back.ok) await recordTakenBack(transaction, back.value, context.clock());
    return back;
  });
  if (!outcome) return reply.callNotFound();
  const told = outcome.ok ? 'undone' : outcome.refusal.kind === 'too-late' ? 'too-late' : undefined;
  return reply.redirect(applicationAddress(request) + (told ? `?withdrawal=${told}` : ''), 303);
}
