import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { isLanguage } from '../../platform/language.ts';
import { beginVacancy, type Beginning, type BeginningRefusal } from './begin-vacancy.ts';
import { BeginPage } from './begin-pages.tsx';
import { explainBeginning } from './begin-texts.ts';
import { valueOf, type FormValues } from './section-form.ts';
import { lockReference, nextReference } from '../reference-queries.ts';
import { findVacancy, insertNewVacancy, inTransaction } from '../vacancy-queries.ts';
import { formOf } from '../vacancy-requests.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

export function beginRoutes(web: FastifyInstance, context: Context): void {
  web.get('/staff/vacancies/new', requires('vacancies:edit'), async (request, reply) => {
    const values = { reference: await nextReference(context.db) };
    return form({ request, reply, context }, values);
  });

  web.post('/staff/vacancies/new', requires('vacancies:edit'), (request, reply) => begin({ request, reply, context }));
}

async function begin(exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { db, clock, organisation, vocabulary } = context;
  const values = formOf(request.body);
  const reference = valueOf(values, 'reference');
  const original = valueOf(values, 'original');
  const originalLanguage = isLanguage(original) ? original : request.language;
  const beginning = await beginningOf(values, context);
  const now = clock();

  const begun = await inTransaction(db, async (transaction) => {
    await lockReference(transaction, reference);
    const taken = (await findVacancy(transaction, reference)) !== undefined;
    const asked = { reference, beginning, originalLanguage, taken, now };
    const vacancy = beginVacancy(asked, { organisation, vocabulary });
    if (!vacancy.ok) return vacancy;
    const change = { action: 'begin', by: doerOf(actorOf(request)), at: now };
    await insertNewVacancy(transaction, vacancy.value, change);
    const details = { from: valueOf(values, 'post') || valueOf(values, 'earlier') };
    await recordEvent(transaction, { ...change, subject: 'vacancy', subjectId: reference, details });
    return vacancy;
  });
  if (!begun.ok) return form(exchange, values, begun.refusal);
  return reply.redirect(`/${request.language}/staff/vacancies/${reference}`, 303);
}

async function beginningOf(values: FormValues, { db }: Context): Promise<Beginning | undefined> {
  const post = valueOf(values, 'post');
  if (post !== '') return { from: 'post', post };
  const earlier = await findVacancy(db, valueOf(values, 'earlier'));
  return earlier && { from: 'earlier', notice: earlier.notice };
}

async function form(
  { request, reply, context }: Exchange,
  values: FormValues,
  refusal?: BeginningRefusal,
): Promise<FastifyReply> {
  const field = refusal?.kind === 'no-beginning' ? 'post' : 'reference';
  const errors = refusal ? [{ field, message: explainBeginning(refusal)[request.language] }] : [];
  const { posts } = context.organisation;
  const next = await nextReference(context.db);
  const props = { page: pageContext(request, context), posts, next, values, errors };
  return page(reply, <BeginPage {...props} />, refusal ? 422 : 200);
}
