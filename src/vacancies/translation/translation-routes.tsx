import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { permits } from '../../people/permissions.ts';
import { isLanguage, type Language } from '../../platform/language.ts';
import type { FieldError } from '../../site/forms.tsx';
import { plural } from '../../site/numbers.ts';
import type { Item } from '../notice-fields.ts';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { homeless, SHOWN, typedItems, type Shown } from './translation-form.ts';
import { TranslationsPage } from './translation-list-pages.tsx';
import { TranslationPage } from './translation-pages.tsx';
import type { TranslationProps } from './translation-props.ts';
import { namesOf, translationTasks } from './translation-queries.ts';
import { saveTranslation, type Saved } from './translation-save.ts';
import { explainTranslation, TRANSLATION_TEXTS, type TranslationRefusal } from './translation-texts.ts';
import { targetsOf, translationPermission, translationUnits } from './translation.ts';
import { findVacancy, recordVacancy } from '../vacancy-queries.ts';
import { formOf, versionOf } from '../vacancy-requests.ts';
import { mayAmend, review, statusOf } from '../vacancy-routes.tsx';
import { isFinal, isPublic, VACANCY_STATUSES } from '../vacancy-state.ts';
import type { Vacancy } from '../vacancy.ts';
import type { XliffMerge } from './xliff-import.ts';

type ByLanguage = { Params: { reference: string; language: string } };
type ByReference = { Params: { reference: string } };
type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };
export type Translating = { vacancy: Vacancy; target: Language };

const QUERY = z.object({
  show: z.enum(SHOWN).catch('left'),
  done: z.enum(['saved', 'unchanged']).optional().catch(undefined),
  checked: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
});

const LIST_QUERY = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export function translationRoutes(web: FastifyInstance, context: Context): void {
  const { db } = context;
  const address = '/staff/vacancies/:reference/translation/:language';

  web.get('/staff/translations', requires('vacancies:translate'), async (request, reply) => {
    const statuses = VACANCY_STATUSES.filter((status) => mayTranslate(request, { status }));
    const { page: current } = LIST_QUERY.parse(request.query ?? {});
    const tasks = await translationTasks(db, statuses);
    return page(reply, <TranslationsPage page={pageContext(request, context)} tasks={tasks} current={current} />);
  });

  web.get<ByLanguage>(address, requires('vacancies:translate'), async (request, reply) => {
    const translating = await translatingOf(request, context);
    if (!translating) return reply.callNotFound();
    return translationPage({ request, reply, context }, translating, {});
  });

  web.post<ByLanguage>(address, requires('vacancies:translate'), async (request, reply) => {
    const translating = await translatingOf(request, context);
    return translating ? save({ request, reply, context }, translating) : reply.callNotFound();
  });

  web.post<ByReference>(
    '/staff/vacancies/:reference/original-language',
    requires('vacancies:edit'),
    async (request, reply) => {
      const vacancy = await findVacancy(db, request.params.reference);
      const chosen = valueOf(formOf(request.body), 'language');
      if (!vacancy || !mayAmend(request, vacancy) || !isLanguage(chosen)) return reply.callNotFound();
      return setOriginal({ request, reply, context }, vacancy, chosen);
    },
  );
}

/**
 * Whether the reader may change a translation in this status. What the public has seen is corrected on its edit page,
 * where the public is told of it.
 */
export const mayTranslate = (request: FastifyRequest, { status }: Pick<Vacancy, 'status'>): boolean =>
  !isFinal(status) && !isPublic(status) && permits(actorOf(request).roles, translationPermission(status));

/** The vacancy of an address, and a language that it is translated into. */
export async function translatingOf(
  request: FastifyRequest<ByLanguage>,
  { db }: Context,
): Promise<Translating | undefined> {
  const { reference, language } = request.params;
  const vacancy = await findVacancy(db, reference);
  return vacancy && isLanguage(language) && targetsOf(vacancy).includes(language)
    ? { vacancy, target: language }
    : undefined;
}

async function save(exchange: Exchange, translating: Translating): Promise<FastifyReply> {
  const { request, context } = exchange;
  const { vacancy, target } = translating;
  const values = formOf(request.body);
  if (!mayTranslate(request, vacancy)) {
    const refusal = { kind: isFinal(vacancy.status) ? ('final' as const) : ('not-yours-now' as const) };
    return translationPage(exchange, translating, { values, refusal: { ...refusal, status: vacancy.status } });
  }
  const { organisation, clock, db } = context;
  const by = doerOf(actorOf(request));
  const saved = saveTranslation(vacancy, { target, values }, { organisation, now: clock(), by });
  if (!saved.ok) {
    const { refusal } = saved;
    const again = refusal.kind === 'overtaken' ? { conflict: refusal.typed } : { refusal };
    return translationPage(exchange, translating, { values, ...again });
  }
  if (saved.value.changes === 0) return back(exchange, translating, { values, saved: saved.value });

  const { action, details } = saved.value;
  const recorded = await recordVacancy(db, saved.value.vacancy, { action, by, at: clock(), details });
  if (recorded.ok) return back(exchange, translating, { values, saved: saved.value });
  const now = (await findVacancy(db, vacancy.reference)) ?? vacancy;
  const conflict = typedItems(values, translationUnits(now, target));
  return translationPage(exchange, { vacancy: now, target }, { values, conflict });
}

/** Back to the page, to the part that was saved, with what was done. */
function back(
  { request, reply }: Exchange,
  { vacancy, target }: Translating,
  done: { values: FormValues; saved: Saved },
) {
  const query = new URLSearchParams({ done: done.saved.changes === 0 ? 'unchanged' : 'saved' });
  const show = valueOf(done.values, 'show');
  const part = valueOf(done.values, 'part');
  if (isShownName(show) && show !== 'left') query.set('show', show);
  if (done.saved.checked > 0) query.set('checked', String(done.saved.checked));
  const hash = /^[a-z]{1,30}$/.test(part) ? `#part-${part}` : '';
  const address = `/${request.language}/staff/vacancies/${vacancy.reference}/translation/${target}`;
  return reply.redirect(`${address}?${query.toString()}${hash}`, 303);
}

const isShownName = (text: string): text is Shown => (SHOWN as readonly string[]).includes(text);

type Again = {
  values?: FormValues;
  conflict?: ReadonlyMap<string, Item>;
  refusal?: TranslationRefusal;
  errors?: FieldError[];
  /** What a translation file brought. */
  merge?: XliffMerge;
};

/** The translator's page; with what was typed, and why it was not saved. */
export async function translationPage(
  { request, reply, context }: Exchange,
  { vacancy, target }: Translating,
  { values = {}, conflict, refusal, errors = [], merge }: Again,
): Promise<FastifyReply> {
  const { language } = request;
  const { show, done, checked } = QUERY.parse(request.query ?? {});
  const sent = valueOf(values, 'show');
  const units = translationUnits(vacancy, target);
  const t = TRANSLATION_TEXTS[language];
  const said = checked
    ? plural(checked, t.checked, language)
    : done && { saved: t.saved, unchanged: t.unchanged }[done];
  const props: TranslationProps = {
    page: { ...pageContext(request, context), notice: said },
    vacancy,
    target,
    units,
    values,
    shown: isShownName(sent) ? sent : show,
    reader: actorOf(request).accountId,
    names: await namesOf(
      context.db,
      units.map(({ made }) => made?.by),
    ),
    editable: mayTranslate(request, vacancy) || refusal !== undefined,
    settingOriginal: permits(actorOf(request).roles, 'vacancies:edit') && mayAmend(request, vacancy),
    problem: refusal && explainTranslation(refusal)[language],
    conflict,
    errors,
    merge,
    homeless: conflict ? homeless(values, units) : [],
  };
  const refused = refusal ? statusOfTranslation(refusal) : errors.length > 0 ? 422 : 200;
  return page(reply, <TranslationPage {...props} />, conflict ? 409 : refused);
}

function statusOfTranslation(refusal: TranslationRefusal): 409 | 422 {
  if (refusal.kind === 'not-yours-now') return 409;
  if (refusal.kind === 'own-translation' || refusal.kind === 'nothing-to-check') return 422;
  return statusOf(refusal);
}

async function setOriginal(exchange: Exchange, vacancy: Vacancy, chosen: Language): Promise<FastifyReply> {
  const { request, reply, context } = exchange;
  const stale = (versionOf(formOf(request.body)) ?? vacancy.version) !== vacancy.version;
  if (stale) return review(exchange, vacancy, { kind: 'changed-meanwhile' });
  const recorded = await recordVacancy(
    context.db,
    { ...vacancy, originalLanguage: chosen },
    {
      action: 'original-language',
      by: doerOf(actorOf(request)),
      at: context.clock(),
      details: { language: chosen },
    },
  );
  if (!recorded.ok) return review(exchange, vacancy, recorded.refusal);
  const [target = chosen] = targetsOf(recorded.value);
  return reply.redirect(
    `/${request.language}/staff/vacancies/${vacancy.reference}/translation/${target}?done=saved`,
    303,
  );
}
