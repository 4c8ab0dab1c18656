import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Candidate } from '../../competition/candidate-queries.ts';
import type { Context } from '../../people/context.ts';
import { actorOf } from '../../people/guard.ts';
import { page, pageContext } from '../../people/page.ts';
import type { Db } from '../../schema.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { panelFactsOf, scorerFor } from '../panel-state-queries.ts';
import { doneIn, mayIn } from '../plan/plan-routes.tsx';
import { stageName } from '../plan/stage-name.tsx';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { reopenedAt } from '../redo/redo-queries.ts';
import { findTest } from '../written-test/written-test-queries.ts';
import type { WrittenTest } from '../written-test/written-test.ts';
import { panelAgreement } from './panel-agreement.ts';
import { ScoresPage, type CandidateRow } from './score-list-pages.tsx';
import { candidatesAtStage, consensusAt, sheetsOf } from './score-queries.ts';

export type Exchange = {
  request: FastifyRequest;
  reply: FastifyReply;
  context: Context;
  vacancy: Vacancy;
  stage: PlannedStage;
};

type Test = Pick<WrittenTest, 'byNumber'> | undefined;

/** Their name, unless what they wrote is read by number. */
export const nameOf = ({ givenNames, familyName }: Candidate, test: Test) =>
  test?.byNumber ? undefined : `${givenNames} ${familyName}`.trim();

/** Those of a stage in their order or, without names, in that of their numbers. */
async function candidatesOf(db: Db, { vacancy, stage }: Exchange, test: Test): Promise<Candidate[]> {
  const candidates = await candidatesAtStage(db, vacancy.reference, stage.code);
  return test?.byNumber ? candidates.toSorted((a, b) => (a.number < b.number ? -1 : 1)) : candidates;
}

/** Everybody at a stage, and how far each is scored. */
export async function list(exchange: Exchange) {
  const { request, reply, context, vacancy, stage } = exchange;
  const { db, organisation } = context;
  const { accountId } = actorOf(request);
  const test = await findTest(db, stage.id);
  const candidates = await candidatesOf(db, exchange, test);
  const facts = await panelFactsOf(db, vacancy.reference);
  const sheets = await sheetsOf(db, stage.id);
  const agreed = new Set((await consensusAt(db, stage.id)).map(({ candidate }) => candidate));
  const complete = new Set<string>();
  const reopened = await reopenedAt(db, stage.id);
  const rows = candidates.map((candidate): CandidateRow => {
    const { scorer, standing } = scorerFor(accountId, candidate, { facts, rules: organisation.panel });
    const own = sheets.filter((sheet) => sheet.candidate === candidate.applicationId);
    const signed = own.filter((sheet) => sheet.signedAt !== null).map((sheet) => sheet.accountId);
    if (
      scorer.standing !== 'recused' &&
      standing.able.length > 0 &&
      standing.able.every((member) => signed.includes(member.accountId))
    )
      complete.add(candidate.applicationId);
    const mine = own.find((sheet) => sheet.accountId === accountId);
    return {
      number: candidate.number,
      name: nameOf(candidate, test),
      yours: scorer.standing === 'able' ? (mine?.signedAt ? 'signed' : mine ? 'begun' : 'open') : scorer.standing,
      counts: scorer.standing === 'recused' ? undefined : { signed: signed.length, expected: standing.able.length },
      agreed: scorer.standing !== 'recused' && agreed.has(candidate.applicationId),
      again: reopened.has(candidate.applicationId),
    };
  });
  const compared = panelAgreement({
    items: stage.items,
    sheets: sheets.filter(({ candidate, signedAt }) => signedAt !== null && complete.has(candidate)),
    numbers: new Map(candidates.map(({ applicationId, number }) => [applicationId, number])),
    names: new Map(facts.members.map((member) => [member.accountId, member.name])),
    outlierPoints: organisation.scoring.agreement.outlierPoints,
  });
  const { alpha } = compared;
  const low = alpha !== undefined && alpha * 1000 < organisation.scoring.agreement.alphaBelowThousandths;
  const shown = {
    page: { ...pageContext(request, context), ...doneIn(request) },
    reference: vacancy.reference,
    vacancyTitle: vacancy.notice.title,
    name: stageName(stage.code, organisation, request.language),
    stage,
    rows,
    agreement: (await mayIn(exchange, 'selection:agree')) ? { ...compared, low } : undefined,
  };
  return page(reply, <ScoresPage {...shown} />);
}
