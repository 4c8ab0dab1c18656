import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { doerOf } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, requires } from '../../people/guard.ts';
import { approve } from './approvals.ts';
import { BUDGET_APPROVED } from './approval-texts.ts';
import { correct } from '../editing/correction.ts';
import { isPublic } from '../vacancy-state.ts';
import type { Vacancy } from '../vacancy.ts';
import { recordAndTell } from './approval-queries.ts';
import { valueOf } from '../editing/section-form.ts';
import { lintedNow } from '../vacancy-lint.ts';
import { findVacancy, recordVacancy } from '../vacancy-queries.ts';
import { formOf, versionOf } from '../vacancy-requests.ts';
import { mayAmend, review } from '../vacancy-routes.tsx';
import { findingKey, unwaive, waive } from './waivers.ts';

type ByReference = { Params: { reference: string } };
type Exchange = { request: FastifyRequest<ByReference>; reply: FastifyReply; context: Context };

/** The longest reason, as for a move. */
const MOST_CHARACTERS = 2_000;

export function approvalRoutes(web: FastifyInstance, context: Context): void {
  web.post<ByReference>('/staff/vacancies/:reference/approvals', requires('vacancies:approve'), (request, reply) =>
    takeStep({ request, reply, context }),
  );
  web.post<ByReference>('/staff/vacancies/:reference/waivers', requires('vacancies:edit'), (request, reply) =>
    letStand({ request, reply, context }),
  );
}

async function takeStep(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { db, organisation, clock, config } = context;
  const { roles, accountId } = actorOf(request);
  const values = formOf(request.body);
  const vacancy = await findVacancy(db, request.params.reference);
  if (!vacancy) return reply.callNotFound();
  if ((versionOf(values) ?? vacancy.version) !== vacancy.version)
    return review(exchange, vacancy, { kind: 'changed-meanwhile' });

  const now = clock();
  const decision = valueOf(values, 'decision') === 'pending-budget' ? 'pending-budget' : 'approved';
  const step = valueOf(values, 'step');
  const approved = approve(vacancy, { step, decision, roles, by: accountId, at: now }, context);
  if (!approved.ok) return review(exchange, vacancy, approved.refusal);

  const action = decision === 'approved' ? 'approve' : 'budget-pending';
  const told = isPublic(vacancy.status) ? budgetTold(vacancy, approved.value, now) : approved.value;
  const files = isPublic(vacancy.status) ? { files: await context.files.hashes(told.notice) } : {};
  const change = { action, by: doerOf(actorOf(request)), at: now, details: { step, ...files } };
  const { steps } = organisation.notices.approval;
  const mailing = { change, before: vacancy, steps, publicUrl: config.PUBLIC_URL };
  const recorded = await recordAndTell(db, told, mailing);
  if (!recorded.ok) return review(exchange, (await findVacancy(db, vacancy.reference)) ?? vacancy, recorded.refusal);
  return reply.redirect(`/${request.language}/staff/vacancies/${vacancy.reference}#approvals`, 303);
}

/** The public, which has read that the budget was pending, is told that it is approved. */
function budgetTold(before: Vacancy, after: Vacancy, now: Date): Vacancy {
  const corrected = correct({ before, after }, { note: BUDGET_APPROVED, reason: '', fields: ['budgetPending'] }, now);
  if (!corrected.ok) throw new Error('A note in every language, and no other deadline, is a correction');
  return corrected.value.vacancy;
}

async function letStand(exchange: Exchange) {
  const { request, reply, context } = exchange;
  const { db, clock } = context;
  const values = formOf(request.body);
  const vacancy = await findVacancy(db, request.params.reference);
  if (!vacancy || !mayAmend(request, vacancy)) return reply.callNotFound();
  if ((versionOf(values) ?? vacancy.version) !== vacancy.version)
    return review(exchange, vacancy, { kind: 'changed-meanwhile' });

  const now = clock();
  const key = (values['finding'] ?? '').toString().replaceAll('\r\n', '\n');
  const place = /^lint-\d{1,4}$/.exec(valueOf(values, 'place'))?.[0] ?? 'findings';
  const reason = valueOf(values, `reason-${place}`).slice(0, MOST_CHARACTERS);
  const findings = await lintedNow(vacancy, context, now);
  const back = valueOf(values, 'back') !== '';
  const { accountId } = actorOf(request);
  const decided = back ? unwaive(vacancy, key) : waive(vacancy, { key, findings, reason, by: accountId, at: now });
  if (!decided.ok) return review(exchange, vacancy, decided.refusal);

  const found = findings.find((finding) => findingKey(finding) === key);
  const details = { rule: found?.rule ?? '', ...(back ? {} : { reason }) };
  const action = back ? 'count-finding' : 'let-finding-stand';
  const recorded = await recordVacancy(db, decided.value, { action, by: doerOf(actorOf(request)), at: now, details });
  if (!recorded.ok) return review(exchange, (await findVacancy(db, vacancy.reference)) ?? vacancy, recorded.refusal);
  return reply.redirect(`/${request.language}/staff/vacancies/${vacancy.reference}#${place}`, 303);
}
