import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from '../people/context.ts';
import { readAddress } from '../people/email-address.ts';
import { actorOf, requires } from '../people/guard.ts';
import { page, pageContext } from '../people/page.ts';
import { permits } from '../people/permissions.ts';
import { fieldsOf, typed } from '../people/typed.ts';
import { refuse } from '../platform/result.ts';
import { queueMails } from '../platform/mail.ts';
import type { FieldError } from '../site/forms.tsx';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import { authorityFor } from './authority.ts';
import { candidatesOf } from './candidate-queries.ts';
import { requiresIn } from './competition-guard.ts';
import { COMPETITION_TEXTS, explainClearing } from './competition-texts.ts';
import { conflictsIn, recordClearing } from './conflict-queries.ts';
import { clearConflict, MAX_REASON } from './conflict.ts';
import { ClearingPage, EndingPage } from './decision-pages.tsx';
import { declarationsIn } from './declaration-queries.ts';
import { recordDetections, type FromScreening } from './detection-queries.ts';
import { findStaff, lockMembers, membersOf, recordMember, recordRemoval, rolesIn, tasksOf } from './member-queries.ts';
import { namingMail } from './naming-mail.ts';
import { COMPETITION_ROLES, nameMember } from './member.ts';
import { described, errorFor, gradeDemandOf, NOBODY_NAMED, readNaming, refuseGrade } from './member-form.ts';
import { OwnTasksPage } from './own-tasks-pages.tsx';
import { hasSignedForAll, standingFor } from './panel.ts';
import { PeoplePage } from './people-pages.tsx';
import type { MemberForm } from './people-props.ts';

type Exchange = { request: FastifyRequest; reply: FastifyReply; context: Context; vacancy: Vacancy };

const REASON = z.object({ reason: typed });
const DONE = z.object({ done: z.enum(['named', 'removed', 'cleared', 'signed']).optional().catch(undefined) });

/** Who works on a competition, and whom each of them may not judge. */
export function competitionRoutes(web: FastifyInstance, context: Context, screening: FromScreening): void {
  const people = '/staff/vacancies/:reference/people';
  const to =
    (then: (exchange: Exchange) => Promise<unknown>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const vacancy = await findVacancy(context.db, paramsOf(request).reference);
      return vacancy ? then({ request, reply, context, vacancy }) : reply.callNotFound();
    };
  const arranges = requiresIn(context, 'competition:arrange');
  const clears = requiresIn(context, 'competition:clear-conflict');
  web.get('/staff/competitions', requires('competitions:own'), async (request, reply) => {
    const tasks = await tasksOf(context.db, actorOf(request).accountId);
    return page(reply, <OwnTasksPage page={pageContext(request, context)} tasks={tasks} />);
  });
  web.get(
    people,
    requiresIn(context, 'competition:read'),
    to((exchange) => show(exchange, screening)),
  );
  web.post(
    people,
    arranges,
    to((exchange) => name(exchange, screening)),
  );
  web.get(`${people}/:member/ending`, arranges, to(ending));
  web.post(`${people}/:member/ending`, arranges, to(end));
  web.get(`${people}/conflicts/:conflict`, clears, to(clearing));
  web.post(`${people}/conflicts/:conflict`, clears, to(clear));
}

const paramsOf = ({ params }: FastifyRequest) => params as { reference: string; member: string; conflict: string };
async function show(
  exchange: Exchange,
  { isBlind }: FromScreening,
  { form = NOBODY_NAMED, errors = [] }: { form?: MemberForm; errors?: FieldError[] } = {},
) {
  const { request, reply, context, vacancy } = exchange;
  const { db, organisation } = context;
  const { reference, deadlineZone: zone } = vacancy;
  const actor = actorOf(request);
  const roles = [...actor.roles, ...((await rolesIn(db, reference, actor.accountId)) ?? [])];
  const members = await membersOf(db, reference);
  const declarations = await declarationsIn(db, reference);
  const conflicts = await conflictsIn(db, reference);
  const bars = conflicts.filter(({ cleared }) => !cleared);
  const candidates = await candidatesOf(db, reference);
  const { done } = DONE.parse(request.query);
  // Whoever reads without names learns of nobody’s conflict with whom.
  const seesConflicts =
    roles.some((role) => role !== 'screener' && permits([role], 'competition:read')) &&
    !(await isBlind(db, reference, actor.accountId));
  const shown = {
    page: {
      ...pageContext(request, context),
      ...(done && { notice: COMPETITION_TEXTS[request.language].done[done] }),
    },
    grades: vacancy.notice.grades,
    standings: candidates.map((one) => standingFor(one, { members, declarations, bars }, organisation.panel)),
    conflicts: seesConflicts ? conflicts : [],
    authority: seesConflicts && candidates.length > 0 ? authorityFor(candidates, { members, bars }) : undefined,
    may: {
      readVacancy: permits(actor.roles, 'vacancies:read'),
      arrange: permits(roles, 'competition:arrange'),
      clear: permits(roles, 'competition:clear-conflict'),
      declare: permits(roles, 'competition:declare'),
      invite: permits(roles, 'selection:invite'),
      readReferences: permits(roles, 'references:read'),
    },
    signed: hasSignedForAll(actor.accountId, { candidates, declarations }),
    reference,
    vacancyTitle: vacancy.notice.title,
    zone,
    organisation,
    // A reason may tell of a conflict.
    members: seesConflicts ? members : members.map((member) => ({ ...member, namingReason: '' })),
    declarations,
    form,
    errors,
  };
  return page(reply, <PeoplePage {...shown} />, errors.length > 0 ? 422 : 200);
}

async function name(exchange: Exchange, screening: FromScreening) {
  const { request, reply, context, vacancy } = exchange;
  const { reference } = vacancy;
  const actor = actorOf(request);
  const form = readNaming(request.body);
  const role = COMPETITION_ROLES.find((known) => known === form.role);
  const t = COMPETITION_TEXTS[request.language];
  if (!role) return show(exchange, screening, { form, errors: [{ field: 'role', message: t.roleMissing }] });
  const named = await context.db.transaction().execute(async (db) => {
    await lockMembers(db, reference);
    const staff = await findStaff(db, reference, readAddress(form.email) ?? '');
    const listed = new Set((await candidatesOf(db, reference)).map(({ number }) => number));
    const bars = (await conflictsIn(db, reference)).filter((one) => !one.cleared && listed.has(one.candidate));
    const reason = form.namingReason.trim().slice(0, MAX_REASON);
    const member = nameMember({ staff, role, members: await membersOf(db, reference), reason, bars });
    if (!member.ok) return member;
    const at = context.clock();
    const own = described(form, context.organisation);
    const demand = gradeDemandOf(own.grade, role, {
      organisation: context.organisation,
      grades: vacancy.notice.grades,
    });
    const refusal = refuseGrade(demand, form.gradeReason);
    if (refusal) return refuse(refusal);
    const gradeReason = demand === 'nothing' ? '' : form.gradeReason.trim().slice(0, MAX_REASON);
    const namingReason = role === 'acting-chair' ? reason : '';
    await recordMember(db, reference, { member: { ...member.value, ...own, gradeReason, namingReason }, actor, at });
    await recordDetections(db, { reference, panel: context.organisation.panel, earlier: screening.earlier, at });
    if (staff) await queueMails(db, [namingMail(staff, { reference, role, publicUrl: context.config.PUBLIC_URL })], at);
    return member;
  });
  if (!named.ok) return show(exchange, screening, { form, errors: [errorFor(named.refusal, request.language)] });
  return reply.redirect(`${placeOf(exchange)}?done=named`, 303);
}

const placeOf = ({ request, vacancy }: Exchange) => `/${request.language}/staff/vacancies/${vacancy.reference}/people`;

async function ending(exchange: Exchange, typedReason = '', errors: FieldError[] = []) {
  const { request, reply, context, vacancy } = exchange;
  const members = await membersOf(context.db, vacancy.reference);
  const member = members.find(({ id }) => id === paramsOf(request).member);
  if (!member) return reply.callNotFound();
  const shown = { page: pageContext(request, context), reference: vacancy.reference, reason: typedReason, errors };
  return page(reply, <EndingPage {...shown} name={member.name} />, errors.length > 0 ? 422 : 200);
}

async function end(exchange: Exchange) {
  const { request, reply, context, vacancy } = exchange;
  const { reason } = REASON.parse(fieldsOf(request.body));
  const given = reason.trim().slice(0, MAX_REASON);
  const message = COMPETITION_TEXTS[request.language].removeReasonMissing;
  if (given === '') return ending(exchange, reason, [{ field: 'reason', message }]);
  const id = z.uuid().safeParse(paramsOf(request).member);
  const by = { actor: actorOf(request), at: context.clock(), reason: given };
  const ended =
    id.success &&
    (await context.db.transaction().execute(async (db) => {
      // Held, so that nobody decides, or acts for a chair, by a task that ends in the same moment.
      await lockMembers(db, vacancy.reference);
      return recordRemoval(db, vacancy.reference, { id: id.data, ...by });
    }));
  return ended ? reply.redirect(`${placeOf(exchange)}?done=removed`, 303) : reply.callNotFound();
}

async function findConflict({ request, context, vacancy }: Exchange) {
  const conflict = (await conflictsIn(context.db, vacancy.reference)).find(
    ({ id }) => id === paramsOf(request).conflict,
  );
  const members = await membersOf(context.db, vacancy.reference);
  const person = members.find(({ accountId }) => accountId === conflict?.accountId);
  return conflict && { conflict, name: person?.name ?? '–' };
}

async function clearing(exchange: Exchange, typedReason = '', errors: FieldError[] = []) {
  const { request, reply, context, vacancy } = exchange;
  const found = await findConflict(exchange);
  if (!found) return reply.callNotFound();
  const shown = { page: pageContext(request, context), reference: vacancy.reference, reason: typedReason, errors };
  const { name: person, conflict } = found;
  const status = errors.length > 0 ? 422 : 200;
  return page(reply, <ClearingPage {...shown} name={person} candidate={conflict.candidate} />, status);
}

async function clear(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const actor = actorOf(request);
  const { reason } = REASON.parse(fieldsOf(request.body));
  const found = await findConflict(exchange);
  if (!found) return reply.callNotFound();
  const cleared = clearConflict(found.conflict, { by: actor.accountId, reason });
  if (!cleared.ok)
    return clearing(exchange, reason, [
      { field: 'reason', message: explainClearing(cleared.refusal)[request.language] },
    ]);
  const decision = { conflict: found.conflict, reason: cleared.value, actor, at: context.clock() };
  const done = await context.db.transaction().execute((db) => recordClearing(db, decision));
  const { [request.language]: message } = explainClearing({ kind: 'already-cleared' });
  if (!done) return clearing(exchange, reason, [{ field: 'reason', message }]);
  return reply.redirect(`${placeOf(exchange)}?done=cleared`, 303);
}
