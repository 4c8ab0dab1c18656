import type { FastifyInstance } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import type { Context } from '../../people/context.ts';
import { page, pageContext } from '../../people/page.ts';
import type { FieldError } from '../../site/forms.tsx';
import { doneIn, screeningAddress, withScreening, type Begun } from '../screening-place-routes.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import { readReason } from '../sheet/sheet-form.ts';
import { DuplicatesPage, pairField } from './duplicate-pages.tsx';
import { duplicatesOf, recordVerdict } from './duplicate-queries.ts';
import { VERDICTS } from './duplicates.ts';

/** Applications that may be of one person, for who arranges and may see whose they are. */
export function duplicateRoutes(web: FastifyInstance, context: Context): void {
  const guard = requiresIn(context, 'competition:arrange');
  const address = '/staff/vacancies/:reference/screening/likenesses';
  web.get(
    address,
    guard,
    withScreening(context, (place) => duplicatesPage(place)),
  );
  web.post(address, guard, withScreening(context, judge));
}

type Back = { typed?: { numbers: string; verdict: string; reason: string }; errors?: FieldError[] };

async function duplicatesPage(place: Begun, back: Back = {}) {
  const { request, reply, context, vacancy, may, blind } = place;
  // What two applications have alike tells a screener whose they are.
  if (blind) return reply.callNotFound();
  const pairs = await duplicatesOf(context.db, vacancy.reference);
  const notice = doneIn(place).done === 'noted' ? SCREENING_TEXTS[request.language].noted : undefined;
  const props = { vacancy, pairs, linked: may('applications:read') };
  return page(
    reply,
    <DuplicatesPage page={{ ...pageContext(request, context), notice }} {...props} {...back} />,
    back.errors ? 422 : 200,
  );
}

async function judge(place: Begun) {
  const { request, reply, context, actor, vacancy, blind } = place;
  const fields = fieldsOf(request.body);
  const numbers = valueOf(fields, 'numbers');
  const pairs = blind ? [] : await duplicatesOf(context.db, vacancy.reference);
  const pair = pairs.find((one) => one.numbers.join(' ') === numbers);
  if (!pair) return reply.callNotFound();
  const typed = { numbers, verdict: valueOf(fields, pairField(pair, 'verdict')) };
  const verdict = VERDICTS.find((one) => one === typed.verdict);
  const reason = readReason(fields, pairField(pair, 'reason'));
  const t = SCREENING_TEXTS[request.language];
  const errors = [
    ...(verdict ? [] : [{ field: pairField(pair, 'verdict'), message: t.chooseVerdict }]),
    ...(reason === '' ? [{ field: pairField(pair, 'reason'), message: t.noReason }] : []),
  ];
  if (!verdict || reason === '') return duplicatesPage(place, { typed: { ...typed, reason }, errors });
  await context.db
    .transaction()
    .execute((transaction) => recordVerdict(transaction, { pair, verdict, reason, actor, at: context.clock() }));
  return reply.redirect(screeningAddress(place, '/likenesses?done=noted'), 303);
}
