import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import type { FieldError } from '../../site/forms.tsx';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { formOf, versionOf } from '../vacancy-requests.ts';
import { mayAmend, review } from '../vacancy-routes.tsx';
import type { Vacancy } from '../vacancy.ts';
import { hasInternalDates, setInternalDates, type InternalDatesRefusal } from './internal-dates.ts';
import { readDates, shownDates } from './internal-dates-form.ts';
import { InternalDatesPage } from './internal-dates-pages.tsx';
import { recordInternalDates } from './internal-dates-queries.ts';
import { fieldOfRefusal, INTERNAL_DATES_TEXTS } from './internal-dates-texts.ts';

type ByReference = { Params: { reference: string } };
type Exchange = { request: FastifyRequest<ByReference>; reply: FastifyReply; context: Context };

const MAX_REASON = 2_000;

/** The dates of serving staff: to those who may change the notice as it stands. */
export function internalDatesRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/internal-dates';

  web.get<ByReference>(address, requires('vacancies:edit'), async (request, reply) => {
    const vacancy = await datedVacancy(request, context);
    if (!vacancy) return reply.callNotFound();
    return form({ request, reply, context }, { vacancy, values: shownDates(vacancy), errors: [] });
  });

  web.post<ByReference>(address, requires('vacancies:edit'), async (request, reply) => {
    const vacancy = await datedVacancy(request, context);
    return vacancy ? save({ request, reply, context }, vacancy) : reply.callNotFound();
  });
}

async function datedVacancy(request: FastifyRequest<ByReference>, { db }: Context): Promise<Vacancy | undefined> {
  const vacancy = await findVacancy(db, request.params.reference);
  return vacancy && hasInternalDates(vacancy) && mayAmend(request, vacancy) ? vacancy : undefined;
}

async function save(exchange: Exchange, vacancy: Vacancy): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { db, clock } = context;
  const values = formOf(request.body);
  if ((versionOf(values) ?? vacancy.version) !== vacancy.version)
    return review(exchange, vacancy, { kind: 'changed-meanwhile' });
  const t = INTERNAL_DATES_TEXTS[request.language];
  const read = readDates(values, vacancy.deadlineZone);
  if (!read.ok) {
    const errors = read.refusal.map(({ field, kind }) => ({ field, message: t.problem[kind] }));
    return form(exchange, { vacancy, values, errors });
  }
  const at = clock();
  const reason = valueOf(values, 'reason').slice(0, MAX_REASON);
  const dated = setInternalDates(vacancy, { ...read.value, reason }, at);
  if (!dated.ok) return form(exchange, { vacancy, values, errors: [errorFor(dated.refusal, request)] });
  const { internalDeadlineAt, publicFrom } = dated.value.vacancy;
  const details = { internalDeadlineAt, publicFrom, ...(reason !== '' && { reason }) };
  const recorded = await recordInternalDates(db, dated.value, { by: doerOf(actorOf(request)), at, details });
  if (!recorded.ok) return review(exchange, (await findVacancy(db, vacancy.reference)) ?? vacancy, recorded.refusal);
  return reply.redirect(`/${request.language}/staff/vacancies/${vacancy.reference}?done=internal-dates`, 303);
}

const errorFor = (refusal: InternalDatesRefusal, { language }: FastifyRequest<ByReference>): FieldError => ({
  field: fieldOfRefusal(refusal) ?? 'deadline',
  message: INTERNAL_DATES_TEXTS[language].refused[refusal.kind],
});

type Shown = { vacancy: Vacancy; values: FormValues; errors: FieldError[] };

const form = ({ request, reply, context }: Exchange, shown: Shown): FastifyReply =>
  page(
    reply,
    <InternalDatesPage page={pageContext(request, context)} {...shown} />,
    shown.errors.length > 0 ? 422 : 200,
  );
