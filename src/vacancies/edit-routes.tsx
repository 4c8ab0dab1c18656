import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doerOf } from '../people/actor.ts';
import type { Context } from '../people/context.ts';
import { actorOf, requires } from '../people/guard.ts';
import { page, pageContext } from '../people/page.ts';
import type { NoticeRecord } from '../notices/notice.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { EditPage } from './edit-pages.tsx';
import type { EditProps } from './edit-props.ts';
import { typedFacts, withFacts, type FactProblem } from './facts-form.ts';
import { deadlineOf, type RulesAt } from './import-notice.ts';
import { differencesOf, keepPlaces, type Difference } from './notice-differences.ts';
import { isPart, type Part } from './notice-fields.ts';
import { mendDoubts } from './review.ts';
import { typedPart, withTypedPart, type FormValues } from './section-form.ts';
import { keepAligned, translationsAfter, type Translator } from './translation-edit.ts';
import { findVacancy, recordVacancy } from './vacancy-queries.ts';
import { formOf, versionOf } from './vacancy-requests.ts';
import { mayAmend, statusOf } from './vacancy-routes.tsx';
import { explain, VACANCY_TEXTS } from './vacancy-texts.ts';
import { amend, rulesDay, type AmendmentRefusal, type Vacancy } from './vacancy.ts';

type ByPart = { Params: { reference: string; part: string } };
type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };
type Editing = { vacancy: Vacancy; part: Part };

export function editRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/edit/:part';

  web.get<ByPart>(address, requires('vacancies:edit'), async (request, reply) => {
    const editing = await editingOf(request, context);
    if (!editing) return reply.callNotFound();
    const { notice } = editing.vacancy;
    const values = { ...typedPart(editing.part, notice), ...typedFacts(editing.part, notice) };
    return form({ request, reply, context }, { ...editing, values });
  });

  web.post<ByPart>(address, requires('vacancies:edit'), async (request, reply) => {
    const editing = await editingOf(request, context);
    return editing ? save({ request, reply, context }, editing) : reply.callNotFound();
  });
}

/** The vacancy and the part of an address, where both exist and the reader may change them. */
async function editingOf(request: FastifyRequest<ByPart>, { db }: Context): Promise<Editing | undefined> {
  const { reference, part } = request.params;
  const vacancy = await findVacancy(db, reference);
  return vacancy && isPart(part) && mayAmend(request, vacancy) ? { vacancy, part } : undefined;
}

async function save(exchange: Exchange, { vacancy, part }: Editing): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const { db, organisation, clock } = context;
  const values = formOf(request.body);
  const here = `/${request.language}/staff/vacancies/${vacancy.reference}`;

  const typed = withFacts(part, values, withTypedPart(part, values, vacancy.notice));
  if (!typed.ok) return form(exchange, { vacancy, part, values, problems: typed.refusal });
  if ((versionOf(values) ?? vacancy.version) !== vacancy.version)
    return form(exchange, { vacancy, part, values, conflict: typed.value });
  const by = doerOf(actorOf(request));
  const edited = edit(vacancy, keepAligned(vacancy, typed.value), { organisation, now: clock(), by });
  if (!edited.ok) return form(exchange, { vacancy, part, values, refusal: edited.refusal });
  if (edited.value.changed.length === 0) return reply.redirect(`${here}?done=unchanged#part-${part}`, 303);

  const recorded = await recordVacancy(db, edited.value.vacancy, {
    action: 'edit',
    by,
    at: clock(),
    details: { fields: [...new Set(edited.value.changed.map(({ path }) => path))] },
  });
  if (!recorded.ok) {
    const now = (await findVacancy(db, vacancy.reference)) ?? vacancy;
    return form(exchange, { vacancy: now, part, values, conflict: typed.value });
  }
  return reply.redirect(`${here}?done=saved#part-${part}`, 303);
}

export type Edited = { vacancy: Vacancy; changed: Difference[] };

/** A vacancy with its notice changed by hand: the doubts it mends, the places it moves, what is translated by it. */
export function edit(
  vacancy: Vacancy,
  notice: NoticeRecord,
  { organisation, now, by }: RulesAt & Translator,
): Result<Edited, AmendmentRefusal> {
  const changed = differencesOf(vacancy.notice, notice);
  const sameDeadline = changed.every(({ path }) => path !== 'deadline');
  const { deadlineAt, deadlineZone } = sameDeadline
    ? vacancy
    : deadlineOf(notice, organisation, rulesDay(vacancy, now));
  const doubts = mendDoubts(vacancy.doubts, changed, notice);
  const places = keepPlaces(vacancy.places, changed);
  const translations = translationsAfter(vacancy, notice, { by, now });
  const amended = amend(vacancy, { notice, doubts, places, deadlineAt, deadlineZone, translations });
  return amended.ok ? ok({ vacancy: amended.value, changed }) : refuse(amended.refusal);
}

type FormAgain = Editing & {
  values: FormValues;
  problems?: FactProblem[];
  refusal?: AmendmentRefusal;
  conflict?: NoticeRecord;
};

/** The form with what was typed in it, and why it was not saved. */
function form(
  { request, reply, context }: Exchange,
  { vacancy, part, values, problems = [], refusal, conflict }: FormAgain,
): FastifyReply {
  const { language } = request;
  const errors = problems.map(({ field, kind }) => ({
    field: field === 'deadline-day' ? 'deadline' : field,
    message: VACANCY_TEXTS[language].problem[kind],
  }));
  const props: EditProps = {
    page: pageContext(request, context),
    vacancy,
    part,
    values,
    book: context,
    errors,
    problem: refusal && explain(refusal)[language],
    conflict,
  };
  const status = conflict ? 409 : refusal ? statusOf(refusal) : errors.length > 0 ? 422 : 200;
  return page(reply, <EditPage {...props} />, status);
}
