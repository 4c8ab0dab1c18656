import { sql } from 'kysely';
import { entrustedWith } from '../../people/holder-queries.ts';
import type { Role } from '../../people/permissions.ts';
import type { Translated } from '../../platform/language.ts';
import { queueMail } from '../../platform/mail.ts';
import type { Result } from '../../platform/result.ts';
import type { ApprovalStep } from '../../regulations/organisation/notices-schema.ts';
import type { Db } from '../../schema.ts';
import { mustAct, nextStep } from './approvals.ts';
import { APPROVAL_TEXTS } from './approval-texts.ts';
import { inTransaction, recordVacancy, type ChangedMeanwhile } from '../vacancy-queries.ts';
import type { VacancyChange } from '../vacancy-change.ts';
import { fillIn } from '../vacancy-texts.ts';
import type { Vacancy } from '../vacancy.ts';

/** A vacancy that cannot go on before somebody acts. */
export type Waiting = { reference: string; title: Translated };

/** The vacancies in review whose next step a person with these roles takes, the one that has waited longest first. */
export async function waitingFor(db: Db, roles: readonly Role[], steps: readonly ApprovalStep[]): Promise<Waiting[]> {
  if (!steps.some(({ role }) => roles.includes(role))) return [];
  const rows = await db
    .selectFrom('vacancies')
    .select('reference')
    .select([sql<Translated>`notice -> 'title'`.as('title'), sql<Vacancy['approvals']>`approvals`.as('approvals')])
    .where('status', '=', 'in-review')
    .orderBy('updatedAt')
    .orderBy('reference')
    .execute();
  return rows
    .filter(({ approvals }) => mustAct({ status: 'in-review', approvals }, steps, roles))
    .map(({ reference, title }) => ({ reference, title }));
}

/** Where the links of a mail lead, and the path of approval that it speaks of. */
export type Mailing = { steps: readonly ApprovalStep[]; publicUrl: string };

/**
 * Writes a change as `recordVacancy` does and, where it makes it somebody else's turn to approve, queues a mail to each
 * who may: in the same transaction.
 */
export function recordAndTell(
  db: Db,
  vacancy: Vacancy,
  { change, before, steps, publicUrl }: Mailing & { change: VacancyChange; before: Vacancy },
): Promise<Result<Vacancy, ChangedMeanwhile>> {
  return inTransaction(db, async (transaction) => {
    const recorded = await recordVacancy(transaction, vacancy, change);
    if (!recorded.ok) return recorded;
    const [was, is] = [turnIn(before, steps), turnIn(vacancy, steps)];
    if (is && is !== was) await tellApprovers(transaction, vacancy, { step: is, publicUrl, now: change.at });
    return recorded;
  });
}

const turnIn = (vacancy: Vacancy, steps: readonly ApprovalStep[]): ApprovalStep | undefined =>
  vacancy.status === 'in-review' ? nextStep(vacancy, steps) : undefined;

type Telling = { step: ApprovalStep; publicUrl: string; now: Date; reminder?: boolean };

/** Queues a mail to everybody whose step it is, in their language; answers to how many. */
export async function tellApprovers(
  db: Db,
  { reference, notice }: Vacancy,
  { step, publicUrl, now, reminder = false }: Telling,
): Promise<number> {
  const people = await entrustedWith(db, [step.role]);
  for (const { name, address, language } of people) {
    const t = APPROVAL_TEXTS[language];
    const title = notice.title[language] ?? Object.values(notice.title)[0] ?? reference;
    const values = {
      reference,
      title,
      step: step.name[language],
      link: `${publicUrl}/${language}/staff/vacancies/${reference}#approvals`,
    };
    const subject = fillIn(reminder ? t.reminderSubject : t.mailSubject, values);
    const mail = { to: { name, address }, subject, text: fillIn(t.mailText, values), language };
    await queueMail(db, mail, now);
  }
  return people.length;
}
