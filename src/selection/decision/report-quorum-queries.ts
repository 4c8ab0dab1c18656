import type { PanelRules } from '../../competition/panel.ts';
import type { Db } from '../../schema.ts';
import { panelFactsOf } from '../panel-state-queries.ts';
import { signaturesOf, type Report } from './report-queries.ts';
import { signedStandings, type SignedStanding } from './report-quorum.ts';

type Rules = { reference: string; rules: PanelRules };

/** The quorum for each candidate of a report that waits for signatures or for its decision; of any other, none. */
export async function quorumOn(
  db: Db,
  report: Report | undefined,
  { reference, rules }: Rules,
): Promise<SignedStanding[]> {
  if (report?.status !== 'signing' && report?.status !== 'submitted') return [];
  const candidates = report.proposals.map(({ candidate, number }) => ({ applicationId: candidate, number }));
  const signed = { status: report.status, signatures: await signaturesOf(db, report.id) };
  return signedStandings(candidates, { report: signed, facts: await panelFactsOf(db, reference), rules });
}
