import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import type { Language } from '../../platform/language.ts';
import { NOTE_FIELD, toldOf } from '../editing/correction-form.ts';
import { recordEdit } from '../editing/correction-queries.ts';
import { explainCorrection } from '../editing/correction-texts.ts';
import type { FormValues } from '../editing/section-form.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { formOf, versionOf } from '../vacancy-requests.ts';
import { review } from '../vacancy-routes.tsx';
import type { Vacancy } from '../vacancy.ts';
import { canBeOpened, openToEverybody } from './opening.ts';
import { OpeningPage } from './opening-pages.tsx';
import { OPENING_NOTES } from './opening-texts.ts';

type ByReference = { Params: { reference: string } };
type Exchange = { request: FastifyRequest<ByReference>; reply: FastifyReply; context: Context };

/** Opens a published vacancy that is for some people alone to everybody. */
export function openingRoutes(web: FastifyInstance, context: Context): void {
  const address = '/staff/vacancies/:reference/opening';

  web.get<ByReference>(address, requires('vacancies:publish'), async (request, reply) => {
    const vacancy = await findVacancy(context.db, request.params.reference);
    if (!vacancy || vacancy.audience === 'both' || !canBeOpened(vacancy)) return reply.callNotFound();
    const drafted = OPENING_NOTES[vacancy.audience];
    const values = { [NOTE_FIELD.en]: drafted.en, [NOTE_FIELD.fr]: drafted.fr };
    return form({ request, reply, context }, { vacancy, values });
  });

  web.post<ByReference>(address, requires('vacancies:publish'), (request, reply) => open({ request, reply, context }));
}

async function open(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { db, clock, files } = context;
  const values = formOf(request.body);
  const vacancy = await findVacancy(db, request.params.reference);
  if (!vacancy) return reply.callNotFound();
  if ((versionOf(values) ?? vacancy.version) !== vacancy.version)
    return review(exchange, vacancy, { kind: 'changed-meanwhile' });

  const at = clock();
  const opened = openToEverybody(vacancy, toldOf(values).note, at);
  const here = `/${request.language}/staff/vacancies/${vacancy.reference}`;
  if (!opened.ok) {
    const { refusal } = opened;
    // Somebody has closed it, or opened it already: its page says so.
    if (refusal.kind === 'cannot-be-opened') return reply.redirect(here, 303);
    return form(exchange, { vacancy, values, untold: refusal.languages });
  }
  const { vacancy: after, extension, correction } = opened.value;
  const details = {
    audience: after.audience,
    correction: correction.number,
    note: correction.note,
    files: await files.hashes(after.notice),
  };
  const saved = { vacancy: after, extension, action: 'open-to-everybody', details };
  const recorded = await recordEdit(db, saved, { by: doerOf(actorOf(request)), at });
  if (!recorded.ok) return review(exchange, (await findVacancy(db, vacancy.reference)) ?? vacancy, recorded.refusal);
  return reply.redirect(here, 303);
}

type Shown = { vacancy: Vacancy; values: FormValues; untold?: Language[] };

/** The form with what was typed in it, and the languages in which the public would be told nothing. */
function form({ request, reply, context }: Exchange, { vacancy, values, untold = [] }: Shown): FastifyReply {
  const message = explainCorrection({ kind: 'no-note', languages: untold })[request.language];
  const errors = untold.map((language) => ({ field: NOTE_FIELD[language], message }));
  const props = { page: pageContext(request, context), vacancy, values, errors };
  return page(reply, <OpeningPage {...props} />, errors.length > 0 ? 422 : 200);
}
