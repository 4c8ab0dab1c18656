import type { FastifyInstance } from 'fastify';
import type { Transaction } from 'kysely';
import { requiresIn } from '../../competition/competition-guard.ts';
import type { Context } from '../../people/context.ts';
import { newsMail } from '../../applications/stages/news-mail.ts';
import { recordMessages } from '../../applications/messages/message-queries.ts';
import { doerOf } from '../../people/actor.ts';
import { actorOf } from '../../people/guard.ts';
import { queueMail } from '../../platform/mail.ts';
import type { Schema } from '../../schema.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { candidateOf } from '../review/review-queries.ts';
import { lockPlan } from '../plan/plan-queries.ts';
import { stageName } from '../plan/stage-name.tsx';
import { readWindowForm, windowIn } from './test-form.ts';
import { findTest, recordWindow } from './written-test-queries.ts';
import { atTest, placeOf, show, type Exchange } from './written-test-routes.tsx';
import { writtenAgain } from './test-window-queries.ts';
import { WRITTEN_TEST_TEXTS } from './written-test-texts.ts';

/** When one candidate may write a test anew: for those who plan. */
export function testWindowRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/stages/:stage/written-test/windows/:number';
  web.post(address, requiresIn(context, 'selection:plan'), atTest(context, setWindow));
}

/** Sets from when until when one candidate may begin a test anew, and tells them. Nobody else's time changes. */
async function setWindow(exchange: Exchange) {
  const { request, reply, context, vacancy, stage } = exchange;
  const t = WRITTEN_TEST_TEXTS[request.language];
  const { number } = request.params as { number: string };
  const form = readWindowForm(request.body, number);
  const read = windowIn(form, number, vacancy.deadlineZone);
  const shown = { window: { number, form } };
  if (!read.ok)
    return show(exchange, { ...shown, errors: read.refusal.map(({ field, kind }) => ({ field, message: t[kind] })) });
  if (read.value.opensAt >= read.value.closesAt || read.value.closesAt <= context.clock())
    return show(exchange, { ...shown, errors: [{ field: `closes-${number}`, message: t.windowReversed }] });
  const done = await context.db.transaction().execute(async (db) => {
    await lockPlan(db, vacancy.reference);
    const test = await findTest(db, stage.id);
    const found = test && (await writtenAgain(db, exchange, test)).find((one) => one.number === number);
    if (!found?.test.again) return 'gone' as const;
    const { reviewId } = found.test.again;
    const window = { ...read.value, reviewId, version: Number(form['version']) || 0 };
    const author = {
      key: { stageId: stage.id, applicationId: found.applicationId },
      number,
      stage: stage.code,
      by: doerOf(actorOf(request)),
      actor: actorOf(request),
      at: context.clock(),
    };
    if (!(await recordWindow(db, window, author))) return 'meanwhile' as const;
    await tell(db, exchange, { ...read.value, applicationId: found.applicationId });
    return undefined;
  });
  if (done === 'gone') return reply.callNotFound();
  if (done === 'meanwhile') return show(exchange, { problem: t.changedMeanwhile });
  return reply.redirect(`${placeOf(exchange)}?done=window`, 303);
}

type Told = { opensAt: Date; closesAt: Date; applicationId: string };

/** A message in the candidate's language with the time that is theirs; a mail says only that there is one. */
async function tell(
  db: Transaction<Schema>,
  { request, context, vacancy, stage }: Exchange,
  { applicationId, ...window }: Told,
) {
  const candidate = await candidateOf(db, applicationId);
  const { language } = candidate;
  const t = WRITTEN_TEST_TEXTS[language];
  const at = (instant: Date) => formatInstantToMinute(instant, vacancy.deadlineZone, language);
  const body = t.windowMessage(
    stageName(stage.code, context.organisation, language),
    at(window.opensAt),
    at(window.closesAt),
  );
  const text = { subject: { [language]: t.windowSubject }, body: { [language]: body }, replies: true };
  await recordMessages(db, { candidates: [candidate], text, actor: actorOf(request) }, context.clock());
  await queueMail(db, newsMail(candidate, 'message', context.config.PUBLIC_URL), context.clock());
}
