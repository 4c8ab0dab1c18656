import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { fieldsOf, valueOf, type Fields } from '../../applications/drafting/draft.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import type { Context } from '../../people/context.ts';
import { page, pageContext } from '../../people/page.ts';
import { plural } from '../../site/numbers.ts';
import { doneIn, screeningAddress, withScreening, type Begun } from '../screening-place-routes.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import { readReason } from '../sheet/sheet-form.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { lockOpenSheets, openSheets, recordTogether, type OpenSheet } from './bulk-queries.ts';
import { BulkPage, BulkPreviewPage } from './bulk-pages.tsx';
import { offersAmong, runsIn, takeOver, undo, type Offer } from './bulk.ts';

/** What a rule says of many, taken over at once: looked at first, confirmed, and undone until a sheet is signed. */
export function bulkRoutes(web: FastifyInstance, context: Context): void {
  const guard = requiresIn(context, 'screening:screen');
  const address = '/staff/vacancies/:reference/screening/hard-rules';
  web.get(
    address,
    guard,
    withScreening(context, (place) => bulkPage(place)),
  );
  web.post(address, guard, withScreening(context, change));
}

const ownIn = ({ vacancy, actor }: Begun) => ({ reference: vacancy.reference, accountId: actor.accountId });

async function bulkPage(place: Begun, problem?: string) {
  const { request, reply, context, vacancy } = place;
  const open = await openSheets(context.db, ownIn(place));
  const rules = open.flatMap((one) => one.rules);
  const runs = runsIn(open.map(({ sheet }) => sheet)).map(({ run, rule, count }) => ({
    run,
    count,
    rule: rules.find(({ code }) => code === rule),
  }));
  const { done, count } = doneIn(place);
  const t = SCREENING_TEXTS[request.language];
  const said = { taken: t.taken, undone: t.undone }[done];
  const notice = said && plural(count, said, request.language);
  const props = { offers: offersAmong(open), runs, reference: vacancy.reference, problem };
  return page(reply, <BulkPage page={{ ...pageContext(request, context), notice }} {...props} />, problem ? 422 : 200);
}

async function change(place: Begun) {
  const fields = fieldsOf(place.request.body);
  const doing = valueOf(fields, 'do');
  if (doing === 'undo') return takeBack(place, valueOf(fields, 'run'));
  if (doing === 'confirm') return confirm(place, fields);
  const offer = offerIn(await openSheets(place.context.db, ownIn(place)), fields);
  return offer ? previewPage(place, offer) : bulkPage(place, SCREENING_TEXTS[place.request.language].bulkChanged);
}

const offerIn = (open: readonly OpenSheet[], fields: Fields): Offer | undefined =>
  offersAmong(open).find(
    ({ rule, finding }) => rule.code === valueOf(fields, 'rule') && finding === valueOf(fields, 'finding'),
  );

/** A fingerprint of which applications were shown. */
const markOf = ({ rule, finding, numbers }: Offer): string =>
  createHash('sha256')
    .update(JSON.stringify([rule.code, finding, numbers]))
    .digest('hex');

function previewPage({ request, reply, context, vacancy }: Begun, offer: Offer) {
  const props = { reference: vacancy.reference, offer, mark: markOf(offer) };
  return page(reply, <BulkPreviewPage page={pageContext(request, context)} {...props} />);
}

async function confirm(place: Begun, fields: Fields) {
  const { request, reply, context, actor, screening } = place;
  const at = context.clock();
  const reason = readReason(fields, 'reason');
  const run = randomUUID();
  const count = await context.db.transaction().execute(async (transaction) => {
    const open = await lockOpenSheets(transaction, ownIn(place));
    const offer = offerIn(open, fields);
    if (!offer || markOf(offer) !== valueOf(fields, 'mark')) return undefined;
    const { finding } = offer;
    const rule = offer.rule.code;
    const changed = changedBy(open, screening.requirements, (state) =>
      takeOver(state, { rule, finding, reason, run }, at),
    ).filter(({ number }) => offer.numbers.includes(number));
    const details = { rule, finding, run };
    await recordTogether(transaction, changed, { actor, at, action: 'rule-found-for-several', details });
    return changed.length;
  });
  if (count === undefined) return bulkPage(place, SCREENING_TEXTS[request.language].bulkChanged);
  return reply.redirect(screeningAddress(place, `/hard-rules?done=taken&count=${count}`), 303);
}

type Change = (state: Parameters<typeof undo>[0]) => ReturnType<typeof undo>;

/** The sheets that a change can be made on, changed. */
function changedBy(open: readonly OpenSheet[], requirements: Begun['screening']['requirements'], by: Change) {
  return open.flatMap(({ number, rules, sheet }): { number: string; sheet: Sheet }[] => {
    const changed = by({ sheet, settled: false, asked: { rules, requirements } });
    return changed.ok && changed.value !== sheet ? [{ number, sheet: changed.value }] : [];
  });
}

async function takeBack(place: Begun, run: string) {
  const { reply, context, actor, screening } = place;
  const at = context.clock();
  const count = await context.db.transaction().execute(async (transaction) => {
    const open = await lockOpenSheets(transaction, ownIn(place));
    const changed = changedBy(open, screening.requirements, (state) => undo(state, run, at));
    await recordTogether(transaction, changed, { actor, at, action: 'rule-taken-back', details: { run } });
    return changed.length;
  });
  return reply.redirect(screeningAddress(place, `/hard-rules?done=undone&count=${count}`), 303);
}
