import { sql } from 'kysely';
import { PANEL_ROLES, type CompetitionRole, type Member } from '../../competition/member.ts';
import { membersOf } from '../../competition/member-queries.ts';
import type { Context } from '../../people/context.ts';
import type { Recipient } from '../../people/holder-queries.ts';
import { rolesWith, type Permission } from '../../people/permissions.ts';
import { queueMails, type Mail } from '../../platform/mail.ts';
import type { Db } from '../../schema.ts';
import { recipientsOf } from '../../screening/arranging/arranging-queries.ts';
import { findScreening } from '../../screening/screening-queries.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { REDO_MAILS, type RedoTold } from './redo-texts.ts';

/** What a review opened again: the stages and, where its screening is re-done, those who examine the application again. */
export type Opened = {
  reference: string;
  applicationId: string;
  stages: readonly Pick<PlannedStage, 'id' | 'assessedBy'>[];
  screeners: readonly string[] | undefined;
};

type Outside = { config: Pick<Context['config'], 'PUBLIC_URL'>; at: Date };

/** What is to be done next, by whom and on which page; by whoever of the house may, where nobody of the competition can. */
type Next = { what: RedoTold; page: string; ids: readonly string[]; otherwise?: Permission };

/**
 * Queues a mail for each whose next step it is, but for who has a conflict of interest with the candidate, or applies there. It
 * names nobody.
 */
export async function tellAssessors(db: Db, opened: Opened, { config, at }: Outside): Promise<void> {
  const { reference } = opened;
  const members = await membersOf(db, reference);
  const mails: Mail[] = [];
  for (const { otherwise, ids, ...next } of [...scoring(opened, members), ...(await screening(db, opened, members))]) {
    const able = await ableOf(db, opened, ids);
    const told = able.length > 0 || !otherwise ? able : await ableOf(db, opened, await holdersOf(db, otherwise));
    const recipients = await recipientsOf(db, told);
    mails.push(
      ...[...recipients.values()].map((to) => redoMail(to, { ...next, reference, publicUrl: config.PUBLIC_URL })),
    );
  }
  await queueMails(db, mails, at);
}

/** The panel where it scores; where others do, who enters what they found, and who leads the panel that then reports on it. */
function scoring({ stages }: Opened, members: readonly Member[]): Next[] {
  const scored = stages.find(({ assessedBy }) => assessedBy === 'panel');
  const outside = stages.find(({ assessedBy }) => assessedBy === 'outside');
  const unscored = stages.find(({ assessedBy }) => assessedBy === 'nobody');
  const entered = outside ?? unscored;
  const ids = withRole(members, ['panel-secretary']);
  const page = entered && `stages/${entered.id}/${outside ? 'scores' : 'languages'}`;
  return [
    ...(scored ? [next('scores', `stages/${scored.id}/scores`, withRole(members, PANEL_ROLES))] : []),
    ...(page ? [{ ...next('entering', page, ids), otherwise: 'selection:enter-scores' as const }] : []),
    ...(outside && !scored ? [next('reporting', 'report', withRole(members, ['panel-chair', 'acting-chair']))] : []),
  ];
}

/** Those who examine the application again and, where they are too few, who shares out. */
async function screening(db: Db, { reference, screeners }: Opened, members: readonly Member[]): Promise<Next[]> {
  if (!screeners) return [];
  const ids = withRole(members, ['screener']).filter((id) => screeners.includes(id));
  const { screeners: needed = 0 } = (await findScreening(db, reference)) ?? {};
  const sharing = { ...next('sharing', 'screening/arrangement', []), otherwise: 'competition:arrange' as const };
  return [next('screening', 'screening', ids), ...(ids.length < needed ? [sharing] : [])];
}

const next = (what: RedoTold, page: string, ids: readonly string[]): Next => ({ what, page, ids });

const withRole = (members: readonly Member[], roles: readonly CompetitionRole[]): string[] =>
  members.flatMap(({ accountId, role }) => (roles.includes(role) ? [accountId] : []));

async function holdersOf(db: Db, permission: Permission): Promise<string[]> {
  const held = db
    .selectFrom('accountRoles')
    .select('accountId')
    .distinct()
    .where('role', 'in', [...rolesWith(permission)]);
  return (await held.orderBy('accountId').execute()).map(({ accountId }) => accountId);
}

/** Those among them who may assess this candidate, and do not apply there themselves. */
async function ableOf(db: Db, { reference, applicationId }: Opened, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select account_id as id from conflicts_of_interest
      where vacancy_reference = ${reference} and application_id = ${applicationId}::uuid and cleared_at is null
    union select applicant_id from applications
      where vacancy_reference = ${reference} and status in ('draft', 'submitted') and applicant_id is not null`.execute(
    db,
  );
  return ids.filter((own) => !rows.some(({ id }) => id === own));
}

type About = Pick<Next, 'what' | 'page'> & { reference: string; publicUrl: string };

function redoMail({ name, address, language }: Recipient, { what, reference, page, publicUrl }: About): Mail {
  const t = REDO_MAILS[language];
  const link = `${publicUrl}/${language}/staff/vacancies/${reference}/${page}`;
  return { to: { name, address }, subject: t.subject(reference), text: `${t[what]}\n\n${link}\n`, language };
}
