import type { FastifyInstance } from 'fastify';
import type { Transaction } from 'kysely';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { formPageContext, page } from '../../people/page.ts';
import type { Language } from '../../platform/language.ts';
import type { Schema } from '../../schema.ts';
import type { FieldError } from '../../site/forms.tsx';
import { lockCase } from '../conditions/appointment-queries.ts';
import { wantedOf, type CaseExchange } from '../conditions/case-guard.ts';
import { plannerProblemTold, PLANNER_TEXTS } from '../contract-planner-texts.ts';
import { offerAddress } from './offer-address.ts';
import type { KeptChoice } from './offer-choice.ts';
import { DraftPage, type DraftProps } from './offer-draft-pages.tsx';
import { begunFrom, offerTypedIn, readOfferForm, typedOf, type OfferProblem, type OfferTyped } from './offer-form.ts';
import { onOffer } from './offer-guard.ts';
import { recordChange, recordPreparing } from './offer-record-queries.ts';
import { mayPrepare, showOffer } from './offer-routes.tsx';
import { isStanding, standingOf, type OfferStanding } from './offer-standing-queries.ts';
import { composeOffer } from './offer-terms.ts';
import { explainTerms, OFFER_TEXTS } from './offer-texts.ts';

const ADDRESS = `${offerAddress({ reference: ':reference', number: ':number' })}/draft`;

/** An offer prepared: looked at as often as wished, and kept once somebody says so. */
export function offerDraftRoutes(web: FastifyInstance, context: Context): void {
  const { guard, to } = onOffer(context, 'offers:prepare');
  web.get(ADDRESS, guard, to(ask));
  web.post(ADDRESS, guard, to(take));
}

const standingNow = ({ context, chosen }: CaseExchange) =>
  standingOf(context.db, { chosen, organisation: context.organisation, now: context.clock() });

/** What stands in the form before anybody types: the draft, or what the notice says. */
function begun({ offer, notice, appointment }: OfferStanding): { typed: OfferTyped; version: string } {
  return offer?.state === 'draft'
    ? { typed: typedOf(offer.choice), version: String(offer.version) }
    : { typed: begunFrom(notice, appointment.startsOn), version: '' };
}

async function ask(exchange: CaseExchange) {
  const standing = await standingNow(exchange);
  if (!standing || !isStanding(exchange.chosen) || !mayPrepare(standing.offer)) return exchange.reply.callNotFound();
  return showForm(exchange, { ...begun(standing), today: standing.today });
}

type Shown = Pick<DraftProps, 'typed' | 'version' | 'today'> & {
  outcome?: DraftProps['outcome'];
  errors?: FieldError[];
};

function showForm({ request, reply, context, chosen }: CaseExchange, { errors = [], outcome, ...form }: Shown) {
  const { organisation } = context;
  const shown = {
    page: formPageContext(request, context, { path: `${offerAddress(chosen)}/draft` }),
    chosen,
    organisation,
    ...form,
    outcome,
    errors,
  };
  return page(reply, <DraftPage {...shown} />, errors.length > 0 ? 422 : 200);
}

async function take(exchange: CaseExchange) {
  const { request, reply, context, chosen } = exchange;
  const { organisation } = context;
  const { language } = request;
  const fields = fieldsOf(request.body);
  const typed = offerTypedIn(fields);
  const version = valueOf(fields, 'version');
  const standing = await standingNow(exchange);
  if (!standing) return reply.callNotFound();
  const { today } = standing;
  const read = readOfferForm(typed, organisation, today);
  if (!read.ok)
    return showForm(exchange, { typed, version, today, errors: read.refusal.map((one) => told(one, language)) });
  const choice = { ...read.value, on: today };
  const terms = composeOffer(organisation, choice);
  if (!terms.ok) {
    const why = explainTerms(terms.refusal);
    return showForm(exchange, { typed, version, today, errors: [{ field: why.field, message: why.told[language] }] });
  }
  if (valueOf(fields, 'do') !== 'keep')
    return showForm(exchange, { typed, version, today, outcome: { choice, terms: terms.value } });
  const problem = await context.db.transaction().execute((db) => keep(db, exchange, { choice: read.value, version }));
  if (problem) return showOffer(exchange, { problem: OFFER_TEXTS[language][problem] });
  return reply.redirect(`/${language}${offerAddress(chosen)}?done=kept`, 303);
}

type Keeping = { choice: KeptChoice; version: string };

async function keep(
  db: Transaction<Schema>,
  { request, context }: CaseExchange,
  { choice, version }: Keeping,
): Promise<'changedMeanwhile' | 'unchosen' | 'goesOn' | undefined> {
  const { organisation } = context;
  const chosen = await lockCase(db, wantedOf(request));
  const at = context.clock();
  const standing = chosen && (await standingOf(db, { chosen, organisation, now: at }));
  if (!standing || !isStanding(chosen)) return 'unchosen';
  const { offer, appointment } = standing;
  if (!mayPrepare(offer)) return 'goesOn';
  const by = { choice, actor: actorOf(request), at };
  if (offer?.state === 'draft')
    return (await recordChange(db, { ...offer, version: Number(version) }, by)) ? undefined : 'changedMeanwhile';
  if (version !== '') return 'changedMeanwhile';
  await recordPreparing(db, appointment.id, { number: (offer?.number ?? 0) + 1, ...by });
  return undefined;
}

function told(problem: OfferProblem, language: Language): FieldError {
  const { field } = problem;
  if ('exception' in problem) return { field, message: OFFER_TEXTS[language].problems[problem.exception] };
  return { field, message: plannerProblemTold(problem, PLANNER_TEXTS[language]) };
}
