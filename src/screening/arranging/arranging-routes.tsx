import type { Transaction } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { fieldsOf, valueOf } from '../../applications/drafting/draft.ts';
import { requiresIn } from '../../competition/competition-guard.ts';
import { membersOf } from '../../competition/member-queries.ts';
import type { Context } from '../../people/context.ts';
import { page, pageContext } from '../../people/page.ts';
import type { FieldError } from '../../site/forms.tsx';
import { queueMails } from '../../platform/mail.ts';
import type { Schema } from '../../schema.ts';
import { plural } from '../../site/numbers.ts';
import { dueShown, setDueDay } from '../due/due-routes.tsx';
import type { TypedDue } from '../due/due-parts.tsx';
import { DUE_TEXTS } from '../due/due-texts.ts';
import { workloads } from '../list/screening-list-queries.ts';
import { doneIn, screeningAddress, withVacancy, type Place } from '../screening-place-routes.ts';
import { findScreening } from '../screening-queries.ts';
import { explainBeginning, SCREENING_TEXTS } from '../screening-texts.ts';
import { ArrangingPage } from './arranging-pages.tsx';
import {
  lockScreening,
  notTakenIn,
  recipientsOf,
  recordAssignments,
  recordBeginning,
  recordTakenBack,
  takeIn,
  toAssign,
} from './arranging-queries.ts';
import { assign, type Assignment } from './assignment.ts';
import { assignmentMail } from './assignment-mail.ts';
import { beginScreening } from './beginning.ts';

/** Beginning a screening, and sharing its applications out. */
export function arrangingRoutes(web: FastifyInstance, context: Context): void {
  const guard = requiresIn(context, 'competition:arrange');
  const address = '/staff/vacancies/:reference/screening/arrangement';
  web.get(
    address,
    guard,
    withVacancy(context, (place) => arrangingPage(place)),
  );
  web.post(address, guard, withVacancy(context, arrange));
}

type Back = {
  chosen?: { screeners: string; until: string };
  typedDue?: TypedDue;
  errors?: FieldError[];
  problem?: string;
};

async function screenersOf({ context, vacancy }: Place): Promise<Map<string, string>> {
  const members = await membersOf(context.db, vacancy.reference);
  return new Map(members.filter(({ role }) => role === 'screener').map(({ accountId, name }) => [accountId, name]));
}

async function arrangingPage(place: Place, back: Back = {}) {
  const { request, reply, context, vacancy } = place;
  const { db, organisation } = context;
  const { reference } = vacancy;
  const screening = await findScreening(db, reference);
  const { applications } = screening ? await toAssign(db, reference) : { applications: [] };
  const props = {
    page: { ...pageContext(request, context), notice: noticeOf(place) },
    vacancy,
    organisation,
    screening,
    screeners: await screenersOf(place),
    workloads: await workloads(db, reference),
    short: applications.filter(({ screeners }) => screeners.length < (screening?.screeners ?? 0)).length,
    waiting: screening ? await notTakenIn(db, reference) : 0,
    due: await dueShown(place),
  };
  return page(reply, <ArrangingPage {...props} {...back} />, back.errors || back.problem ? 422 : 200);
}

function noticeOf(place: Place): string | undefined {
  const { language } = place.request;
  const t = SCREENING_TEXTS[language];
  const { done, count } = doneIn(place);
  if (done === 'due-set') return DUE_TEXTS[language].setDone;
  const said = { 'shared-out': t.sharedOut, 'taken-back': t.takenBack, 'taken-in': t.takenIn }[done];
  return said && plural(count, said, language);
}

async function arrange(place: Place) {
  const fields = fieldsOf(place.request.body);
  const doing = valueOf(fields, 'do');
  if (doing === 'begin')
    return begin(place, { screeners: valueOf(fields, 'screeners'), until: valueOf(fields, 'until') });
  if (doing === 'set-due') return setDueDay(place, (back) => arrangingPage(place, back));
  if (doing === 'take-in') return takeMore(place);
  if (doing === 'take-back') return takeBack(place, valueOf(fields, 'screener'));
  return shareOut(place, [fields['among'] ?? []].flat());
}

const FIELDS: Record<string, string> = { 'screeners-open': 'screeners', 'anonymity-open': 'until' };

async function begin(place: Place, chosen: { screeners: string; until: string }) {
  const { request, context, actor, vacancy, reply } = place;
  const { db, organisation } = context;
  const at = context.clock();
  const begun = await db.transaction().execute(async (transaction) => {
    await lockScreening(transaction, vacancy.reference);
    const already = (await findScreening(transaction, vacancy.reference)) !== undefined;
    const { selection } = organisation;
    const manner = beginScreening({ vacancy, begun: already, selection, chosen, at });
    if (!manner.ok) return manner;
    await recordBeginning(transaction, { vacancy, manner: manner.value, actor, at });
    await takeIn(transaction, vacancy, organisation);
    return manner;
  });
  if (begun.ok) return reply.redirect(screeningAddress(place, '/arrangement'), 303);
  const message = explainBeginning(begun.refusal, vacancy.deadlineZone)[request.language];
  const field = FIELDS[begun.refusal.kind];
  return arrangingPage(place, { chosen, ...(field ? { errors: [{ field, message }] } : { problem: message }) });
}

async function takeMore(place: Place) {
  const { context, vacancy, reply } = place;
  const count = await context.db.transaction().execute(async (transaction) => {
    await lockScreening(transaction, vacancy.reference);
    const screening = await findScreening(transaction, vacancy.reference);
    return screening ? takeIn(transaction, vacancy, context.organisation) : 0;
  });
  return reply.redirect(screeningAddress(place, `/arrangement?done=taken-in&count=${count}`), 303);
}

async function shareOut(place: Place, among: string[]) {
  const { request, context, actor, vacancy, reply } = place;
  const screening = await findScreening(context.db, vacancy.reference);
  if (!screening) return reply.callNotFound();
  const known = await screenersOf(place);
  const screeners = among.filter((id) => known.has(id));
  if (screeners.length === 0) {
    const message = SCREENING_TEXTS[request.language].chooseScreeners;
    return arrangingPage(place, { errors: [{ field: 'among', message }] });
  }
  const at = context.clock();
  const count = await context.db.transaction().execute(async (transaction) => {
    await lockScreening(transaction, vacancy.reference);
    const found = await toAssign(transaction, vacancy.reference);
    const assignments = assign({ ...found, screeners, each: screening.screeners });
    if (assignments.length === 0) return 0;
    await recordAssignments(transaction, vacancy.reference, { assignments, actor, at });
    await tellScreeners(transaction, place, assignments);
    return assignments.length;
  });
  return reply.redirect(screeningAddress(place, `/arrangement?done=shared-out&count=${count}`), 303);
}

/** One mail for each who got something, however much; whoever shares out to themselves knows. */
async function tellScreeners(
  transaction: Transaction<Schema>,
  { context, actor, vacancy: { reference } }: Place,
  assignments: readonly Assignment[],
): Promise<void> {
  const given = Map.groupBy(
    assignments.filter(({ screenerId }) => screenerId !== actor.accountId),
    ({ screenerId }) => screenerId,
  );
  const recipients = await recipientsOf(transaction, [...given.keys()]);
  const publicUrl = context.config.PUBLIC_URL;
  const mails = [...recipients].map(([id, to]) =>
    assignmentMail(to, { reference, count: given.get(id)?.length ?? 0, publicUrl }),
  );
  await queueMails(transaction, mails, context.clock());
}

async function takeBack(place: Place, screenerId: string) {
  const { context, actor, vacancy, reply } = place;
  const loads = await workloads(context.db, vacancy.reference);
  if (!loads.some(({ accountId }) => accountId === screenerId)) return reply.callNotFound();
  const begunToo = !(await screenersOf(place)).has(screenerId);
  const count = await context.db
    .transaction()
    .execute((transaction) =>
      recordTakenBack(transaction, vacancy.reference, { screenerId, begunToo, actor, at: context.clock() }),
    );
  return reply.redirect(screeningAddress(place, `/arrangement?done=taken-back&count=${count}`), 303);
}
