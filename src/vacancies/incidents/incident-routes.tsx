import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import { permits } from '../../people/permissions.ts';
import { LANGUAGES, type Language } from '../../platform/language.ts';
import type { FieldError } from '../../site/forms.tsx';
import { plural } from '../../site/numbers.ts';
import { correct } from '../editing/correction.ts';
import { NOTE_FIELD, REASON_FIELD, toldOf } from '../editing/correction-form.ts';
import { recordEdit } from '../editing/correction-queries.ts';
import { withFiles } from '../editing/edit-correction.ts';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { formOf } from '../vacancy-requests.ts';
import { fillIn } from '../vacancy-texts.ts';
import {
  downMinutes,
  EXTENSION_DAYS,
  extendedDeadline,
  incidentRules,
  isEverybodys,
  refusedApplicants,
  watched,
  type Incident,
} from './incident.ts';
import { IncidentsPage } from './incident-pages.tsx';
import { incidents } from './incident-queries.ts';
import { INCIDENT_NOTES, INCIDENT_TEXTS } from './incident-texts.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** What happened in the last hours before deadlines, and the one step that extends them for everybody. */
export function incidentRoutes(web: FastifyInstance, context: Context): void {
  web.get('/staff/incidents', requires('vacancies:read'), async (request, reply) => {
    const found = await incidentsNow(context);
    const values = { [NOTE_FIELD.en]: INCIDENT_NOTES.en, [NOTE_FIELD.fr]: INCIDENT_NOTES.fr };
    return show(
      { request, reply, context },
      { found, values, chosen: found.filter(isEverybodys).map(({ vacancy }) => vacancy.reference) },
    );
  });

  web.post('/staff/incidents/extension', requires('vacancies:publish'), (request, reply) =>
    extend({ request, reply, context }),
  );

  // Where the language is switched on a page that the form came back with.
  web.get('/staff/incidents/extension', requires('vacancies:publish'), async (request, reply) =>
    reply.redirect(`/${request.language}/staff/incidents`, 303),
  );
}

const incidentsNow = (context: Context): Promise<Incident[]> =>
  incidents(context.db, { rules: incidentRules(context) }, context.clock());

type Shown = { found: Incident[]; values: FormValues; chosen: string[]; errors?: FieldError[] };

function show({ request, reply, context }: Exchange, { found, values, chosen, errors = [] }: Shown): FastifyReply {
  const { language } = request;
  const done = Number((request.query as { extended?: unknown }).extended);
  const notice = done > 0 ? plural(done, INCIDENT_TEXTS[language].done, language) : undefined;
  const mayExtend = permits(actorOf(request).roles, 'vacancies:publish');
  const shown = { ...pageContext(request, context), notice };
  const props = { page: shown, incidents: found, rules: incidentRules(context), mayExtend, values, chosen, errors };
  return page(reply, <IncidentsPage {...props} />, errors.length > 0 ? 422 : 200);
}

async function extend(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const values = formOf(request.body);
  const found = await incidentsNow(context);
  const asked = [(request.body as { vacancy?: string | string[] } | null)?.vacancy ?? []].flat();
  const chosen = found.filter((one) => isEverybodys(one) && asked.includes(one.vacancy.reference));
  const references = chosen.map(({ vacancy }) => vacancy.reference);
  const errors = whatIsMissing(values, references, request.language);
  if (errors.length > 0) return show(exchange, { found, values, chosen: references, errors });

  const changed: string[] = [];
  for (const incident of chosen)
    if (!(await extendOne(exchange, incident, values))) changed.push(incident.vacancy.reference);
  if (changed.length === 0)
    return reply.redirect(`/${request.language}/staff/incidents?extended=${chosen.length}`, 303);
  const message = fillIn(INCIDENT_TEXTS[request.language].changed, { references: changed.join(', ') });
  const left = await incidentsNow(context);
  return show(exchange, { found: left, values, chosen: changed, errors: [{ field: 'vacancy', message }] });
}

/** Extends one vacancy as any correction is made: with the event, and the extension that everybody is told of. */
async function extendOne({ request, context }: Exchange, incident: Incident, values: FormValues): Promise<boolean> {
  const at = context.clock();
  const before = await findVacancy(context.db, incident.vacancy.reference);
  if (!before || before.version !== incident.vacancy.version) return false;
  const deadlineAt = extendedDeadline(incident.vacancy, Number(valueOf(values, 'days')), at);
  // For everybody: a deadline of serving staff that fell into those hours gives way to the new one.
  const { from } = watched(incident.vacancy.deadlineAt, incidentRules(context), at);
  const internalDeadlineAt =
    before.internalDeadlineAt && before.internalDeadlineAt < from ? before.internalDeadlineAt : null;
  const after = { ...before, deadlineAt, internalDeadlineAt };
  const told = toldOf(values);
  const corrected = correct({ before, after }, { ...told, fields: ['deadline'] }, at);
  if (!corrected.ok) return false;
  const { vacancy, extension, correction } = corrected.value;
  const details = {
    fields: ['deadline'],
    correction: correction.number,
    note: correction.note,
    reason: told.reason.trim(),
    incident: { downMinutes: downMinutes(incident), refused: refusedApplicants(incident) },
  };
  const action = before.status === 'closed' ? 'extend-and-reopen' : 'extend-deadline';
  const saved = await withFiles({ vacancy, extension, action, details }, context);
  return (await recordEdit(context.db, saved, { by: doerOf(actorOf(request)), at })).ok;
}

function whatIsMissing(values: FormValues, references: string[], language: Language): FieldError[] {
  const t = INCIDENT_TEXTS[language];
  const told = toldOf(values);
  const days = Number(valueOf(values, 'days'));
  return [
    ...(references.length === 0 ? [{ field: 'vacancy', message: t.noVacancy }] : []),
    ...(EXTENSION_DAYS.some((offered) => offered === days) ? [] : [{ field: 'days', message: t.noDays }]),
    ...(told.reason.trim() === '' ? [{ field: REASON_FIELD, message: t.noReason }] : []),
    ...LANGUAGES.filter((side) => told.note[side] === '').map((side) => ({
      field: NOTE_FIELD[side],
      message: t.noNote,
    })),
  ];
}
