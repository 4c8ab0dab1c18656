import { recusedOn } from '../../competition/conflict-queries.ts';
import { PANEL_ROLES, type CompetitionRole, type Member } from '../../competition/member.ts';
import { membersOf } from '../../competition/member-queries.ts';
import type { Context } from '../../people/context.ts';
import { queueMails, type Mail } from '../../platform/mail.ts';
import type { Db } from '../../schema.ts';
import { recipientsOf } from '../../screening/arranging/arranging-queries.ts';
import type { Recipient } from '../../people/holder-queries.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { REDO_MAILS } from './redo-texts.ts';

/** What a review opened again: the stages, and those who examine the application again, where its screening is re-done. */
export type Opened = {
  reference: string;
  applicationId: string;
  stages: readonly Pick<PlannedStage, 'id' | 'assessedBy'>[];
  screeners: readonly string[];
};

type Outside = { config: Pick<Context['config'], 'PUBLIC_URL'>; at: Date };

/**
 * Queues a mail for each who assesses anew: the screeners and, where a stage is scored, the panel, but for who has a conflict of
 * interest with the candidate. It names nobody.
 */
export async function tellAssessors(db: Db, opened: Opened, { config, at }: Outside): Promise<void> {
  const { reference, stages } = opened;
  const members = await membersOf(db, reference);
  const scored = stages.find(({ assessedBy }) => assessedBy === 'panel');
  const panel = scored ? await ableOf(db, opened, withRole(members, PANEL_ROLES)) : [];
  const screeners = withRole(members, ['screener']).filter((id) => opened.screeners.includes(id));
  const recipients = await recipientsOf(db, [...panel, ...screeners]);
  const mails = (ids: readonly string[], what: Told, page: string): Mail[] =>
    ids.flatMap((id) => {
      const to = recipients.get(id);
      return to ? [redoMail(to, { what, reference, page, publicUrl: config.PUBLIC_URL })] : [];
    });
  const toPanel = mails(panel, 'scores', `stages/${scored?.id ?? ''}/scores`);
  await queueMails(db, [...toPanel, ...mails(screeners, 'screening', 'screening')], at);
}

type Told = 'scores' | 'screening';

const withRole = (members: readonly Member[], roles: readonly CompetitionRole[]): string[] =>
  members.flatMap(({ accountId, role }) => (roles.includes(role) ? [accountId] : []));

/** Those among them who may assess this candidate. */
async function ableOf(db: Db, { reference, applicationId }: Opened, ids: readonly string[]): Promise<string[]> {
  const recused = await recusedOn(db, reference, applicationId);
  return ids.filter((id) => !recused.has(id));
}

type About = { what: Told; reference: string; page: string; publicUrl: string };

function redoMail({ name, address, language }: Recipient, { what, reference, page, publicUrl }: About): Mail {
  const t = REDO_MAILS[language];
  const link = `${publicUrl}/${language}/staff/vacancies/${reference}/${page}`;
  return { to: { name, address }, subject: t.subject(reference), text: `${t[what]}\n\n${link}\n`, language };
}
