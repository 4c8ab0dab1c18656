import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import type { Context } from '../../people/context.ts';
import { page, pageContext } from '../../people/page.ts';
import type { FieldError } from '../../site/forms.tsx';
import { plural } from '../../site/numbers.ts';
import { doneIn, screeningAddress, withScreening, type Begun } from '../screening-place-routes.ts';
import { lockUnsettled, screeningResults } from '../screening-queries.ts';
import { explainSettlement, SCREENING_TEXTS } from '../screening-texts.ts';
import { findingField, readFindings, reasonField } from '../sheet/sheet-form.ts';
import { findScreened, lockSheets, namesOfAccounts, sheetsOf, type Screened } from '../sheet/sheet-queries.ts';
import { NO_FINDINGS, type Asked, type Findings, type Sheet } from '../sheet/sheet.ts';
import { numberIn } from '../sheet/sheet-routes.tsx';
import { placeTold } from './place-words.ts';
import { SettlementPage, type Differing } from './settlement-pages.tsx';
import { SettlingPage } from './settling-pages.tsx';
import { leftToSettle } from './difference-queries.ts';
import { readyToSettle, recordResults, type ToFreeze } from './settlement-queries.ts';
import { differencesOf, isComplete, settle, type Difference } from './settlement.ts';

const ALL = '/staff/vacancies/:reference/screening/settlement';
const ONE = '/staff/vacancies/:reference/screening/:number/settlement';

/** Freezing the results on which screeners agree, and settling those on which they differ. */
export function settlementRoutes(web: FastifyInstance, context: Context): void {
  const guard = requiresIn(context, 'screening:settle');
  web.get(
    ALL,
    guard,
    withScreening(context, (place) => settlementPage(place)),
  );
  web.post(ALL, guard, withScreening(context, freezeAgreed));
  web.get(ONE, guard, withScreening(context, showOne));
  web.post(ONE, guard, withScreening(context, settleOne));
}

/** As many as are frozen at once: more would keep others waiting, and nobody looks through them. */
const FROZEN_AT_ONCE = 500;
const DIFFERING_ON_A_PAGE = 50;

/** What is ready, parted into what can be frozen as it is and what differs. */
async function readyIn({ actor, vacancy, screening }: Begun, db: Begun['context']['db']) {
  const { screeners, requirements } = screening;
  const { accountId } = actor;
  const agreed: ToFreeze[] = [];
  const differing: Differing[] = [];
  for await (const one of readyToSettle(db, { reference: vacancy.reference, screeners, accountId })) {
    const { id, number, rules, sheets } = one;
    const asked = { rules, requirements };
    const differences = differencesOf(asked, sheets).length;
    const result = settle({ asked, sheets, screeners, settled: false, by: accountId, decided: NO_FINDINGS });
    const own = sheets.some(({ screenerId }) => screenerId === accountId);
    if (differences > 0) differing.push({ number, differences, own });
    else if (result.ok) agreed.push({ id, number, result: result.value, differed: 0 });
  }
  return { agreed: agreed.slice(0, FROZEN_AT_ONCE), agreedInAll: agreed.length, differing };
}

const markOf = (agreed: readonly ToFreeze[]): string =>
  createHash('sha256')
    .update(JSON.stringify(agreed.map(({ number, result }) => [number, result])))
    .digest('hex');

async function settlementPage(place: Begun, problem?: string) {
  const { request, reply, context, vacancy, may, blind } = place;
  const { agreed, agreedInAll, differing } = await readyIn(place, context.db);
  const pages = Math.max(1, Math.ceil(differing.length / DIFFERING_ON_A_PAGE));
  const current = Math.min(pages, Math.max(1, Math.trunc(Number((request.query as { page?: string }).page)) || 1));
  const { done, count } = doneIn(place);
  const { language } = request;
  const notice = done === 'settled' ? plural(count, SCREENING_TEXTS[language].settledNow, language) : undefined;
  const props = {
    page: { ...pageContext(request, context), notice },
    reference: vacancy.reference,
    organisation: context.organisation,
    agreed: agreed.map(({ number, result }) => ({ number, outcome: result.outcome })),
    mark: markOf(agreed),
    results: await screeningResults(context.db, vacancy.reference),
    // The step is taken on a page with names.
    mayDecide: may('selection:decide') && !blind,
    agreedInAll,
    differing: differing.slice((current - 1) * DIFFERING_ON_A_PAGE, current * DIFFERING_ON_A_PAGE),
    differingInAll: differing.length,
    current,
    pages,
    problem,
  };
  return page(reply, <SettlementPage {...props} />, problem ? 422 : 200);
}

async function freezeAgreed(place: Begun) {
  const { request, reply, context, actor, vacancy } = place;
  const at = context.clock();
  const mark = valueOf(fieldsOf(request.body), 'mark');
  const count = await context.db.transaction().execute(async (transaction) => {
    await lockUnsettled(transaction, vacancy.reference);
    const { agreed } = await readyIn(place, transaction);
    if (agreed.length === 0 || markOf(agreed) !== mark) return undefined;
    await recordResults(transaction, agreed, { actor, at });
    return agreed.length;
  });
  if (count === undefined) return settlementPage(place, SCREENING_TEXTS[request.language].settleChanged);
  return reply.redirect(screeningAddress(place, `/settlement?done=settled&count=${count}`), 303);
}

type Open = { screened: Screened; asked: Asked; sheets: Sheet[] };

/** An application whose sheets are all signed and that nobody has settled. */
async function findOpen({ context, actor, vacancy, screening, ...place }: Begun): Promise<Open | undefined> {
  const { accountId } = actor;
  const number = numberIn(place);
  const screened = await findScreened(context.db, { reference: vacancy.reference, number, accountId });
  if (!screened || screened.result || screened.withdrawn) return undefined;
  const sheets = await sheetsOf(context.db, screened.id);
  const asked = { rules: screened.rules, requirements: screening.requirements };
  return isComplete(sheets, screening.screeners) ? { screened, asked, sheets } : undefined;
}

async function showOne(place: Begun) {
  const open = await findOpen(place);
  return open ? settlingPage(place, open) : place.reply.callNotFound();
}

type Back = { typed?: Findings; errors?: FieldError[]; problem?: string };

async function settlingPage(place: Begun, { screened, asked, sheets }: Open, back: Back = {}) {
  const { request, reply, context, actor, vacancy, may, blind } = place;
  const names = await namesOfAccounts(
    context.db,
    sheets.map(({ screenerId }) => screenerId),
  );
  const linked = may('applications:read') && !blind;
  const { number } = screened;
  const left = await leftToSettle(context.db, { reference: vacancy.reference, accountId: actor.accountId, number });
  const { language } = request;
  const { done, count } = doneIn(place);
  const notice = done === 'settled' ? plural(count, SCREENING_TEXTS[language].settledNow, language) : undefined;
  const props = { reference: vacancy.reference, number, asked, sheets, names, linked, left };
  return page(
    reply,
    <SettlingPage page={{ ...pageContext(request, context), notice }} {...props} {...back} />,
    back.errors || back.problem ? 422 : 200,
  );
}

async function settleOne(place: Begun) {
  const { request, reply, context, actor, vacancy, screening } = place;
  const here = { reference: vacancy.reference, accountId: actor.accountId };
  const open = await findOpen(place);
  if (!open) return reply.callNotFound();
  const { screened, asked } = open;
  const fields = fieldsOf(request.body);
  const decided = readFindings(asked, fields);
  const settled = await context.db.transaction().execute(async (transaction) => {
    const { sheets, settled: already } = await lockSheets(transaction, screened.id);
    const differed = differencesOf(asked, sheets).length;
    const result = settle({
      asked,
      sheets,
      decided,
      screeners: screening.screeners,
      settled: already,
      by: actor.accountId,
    });
    if (!result.ok) return result;
    const frozen = { id: screened.id, number: screened.number, result: result.value, differed };
    await recordResults(transaction, [frozen], { actor, at: context.clock() });
    return result;
  });
  if (settled.ok) {
    const goesOn = valueOf(fields, 'do') === 'next';
    const next = goesOn && (await leftToSettle(context.db, { ...here, number: screened.number })).next;
    return reply.redirect(screeningAddress(place, `${next ? `/${next}` : ''}/settlement?done=settled&count=1`), 303);
  }
  const problem = explainSettlement(settled.refusal)[request.language];
  const errors =
    settled.refusal.kind === 'undecided' ? openErrors({ ...open, decided }, settled.refusal.places, place) : undefined;
  return settlingPage(place, open, { typed: decided, problem, ...(errors && { errors }) });
}

function openErrors(
  { asked, decided }: Open & { decided: Findings },
  places: readonly Difference[],
  { request }: Pick<Begun, 'request'>,
): FieldError[] {
  const { language } = request;
  const t = SCREENING_TEXTS[language];
  return places.map((place) => {
    const what = placeTold(asked, place, language);
    return decided[place.part][place.code]
      ? { field: reasonField(place.code), message: t.missingReason(what) }
      : { field: findingField(place.code), message: t.missingFinding(what) };
  });
}
