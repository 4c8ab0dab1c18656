import { canonicalJson, type Json } from '../../platform/canonical-json.ts';
import type { LanguageRequirement } from '../../regulations/eligibility/language-levels.ts';
import type { Translated } from '../../platform/language.ts';
import type { Member } from '../../competition/member.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { inHundredths } from '../merit/fraction.ts';
import type { MeritOrder, StageScore } from '../merit/merit-order.ts';
import type { LanguageStanding } from '../language-tests/language-standing.ts';
import type { Proposal } from './report.ts';

type Named = { number: string; givenNames: string; familyName: string };

export type ReportFacts = {
  reference: string;
  title: Translated;
  posts: number;
  panel: readonly Pick<Member, 'name' | 'role' | 'grade' | 'unit' | 'accountId'>[];
  /** Who is kept from judging whom, by the number of the application. */
  recusals: readonly { accountId: string; candidate: string; kind: string }[];
  stages: readonly PlannedStage[];
  order: MeritOrder;
  candidates: ReadonlyMap<string, Named>;
  proposals: readonly Proposal[];
  texts: Translated;
  /** What the notice asks for, and what was found of each candidate. */
  required?: LanguageRequirement | null;
  languages?: ReadonlyMap<string, LanguageStanding>;
  /** Where one candidate is decided on anew: the report that was signed of all, and what was re-done. */
  redone?: Redone | undefined;
};

export type Redone = { report: number; sha256: string; from: string; stages: readonly string[] };

/**
 * All that a panel signs, as one canonical text (RFC 8785): who assessed, by what, with which result, and what is proposed.
 * Shares are written as they are, over and under, beside the hundredths that people read.
 */
export function reportContent(facts: ReportFacts): string {
  const { reference, title, posts, panel, texts } = facts;
  return canonicalJson({
    kind: 'selection-report',
    version: 1,
    reference,
    title: { ...title },
    posts,
    panel: panel.map(({ name, role, grade, unit }): Json => ({ name, role, grade, unit })),
    recusals: recusalsOf(facts),
    stages: facts.stages.map(stageOf),
    ...orderOf(facts),
    languages: languagesOf(facts),
    proposals: facts.proposals.map(({ candidate, outcome, reason, why, belowLevel }): Json => ({
      candidate: nameIn(facts, candidate),
      outcome,
      reason,
      why,
      ...(belowLevel && { belowLevel }),
    })),
    texts: { ...texts },
    ...(facts.redone && { redone: { ...facts.redone, stages: [...facts.redone.stages] } }),
  });
}

function nameIn({ candidates }: ReportFacts, id: string): Json {
  const { number = id, givenNames = '', familyName = '' } = candidates.get(id) ?? {};
  return { number, name: `${givenNames} ${familyName}`.trim() };
}

/** Of those whom the report is on, in the order of the proposals. */
function languagesOf({
  required = null,
  languages = new Map<string, LanguageStanding>(),
  proposals,
  ...facts
}: ReportFacts): Json {
  const found = proposals.flatMap(({ candidate }): Json[] => {
    const standing = languages.get(candidate);
    if (!standing) return [];
    const { levels, outcome = null } = standing;
    return [
      {
        candidate: nameIn({ ...facts, proposals }, candidate),
        levels: levels.map((one): Json => ({ ...one })),
        outcome,
      },
    ];
  });
  return { required: required && { one: required.one, other: required.other }, found };
}

const recusalsOf = ({ recusals, panel }: ReportFacts): Json[] =>
  recusals.map(({ accountId, candidate, kind }) => {
    const name = panel.find((member) => member.accountId === accountId)?.name ?? '–';
    return { name, candidate, kind };
  });

const stageOf = ({ code, weight, passMark, items }: PlannedStage): Json => ({
  stage: code,
  weight,
  passMark,
  items: items.map(({ key, text, question, weight: own }): Json => ({
    key,
    weight: own,
    text: { ...text },
    question: { ...question },
  })),
});

function orderOf(facts: ReportFacts): { order: Json; belowPassMark: Json } {
  const codeOf = (id: string) => facts.stages.find((stage) => stage.id === id)?.code ?? id;
  const scoreOf = ({ stage, score, items, passed }: StageScore): Json => ({
    stage: codeOf(stage),
    score: inHundredths(score),
    share: `${score.over}/${score.under}`,
    passed,
    items: items.map((item): Json => ({ ...item })),
  });
  const { ranked, belowPassMark } = facts.order;
  return {
    order: ranked.map(({ candidate, rank, total, stages }) => ({
      candidate: nameIn(facts, candidate),
      rank,
      total: inHundredths(total),
      share: `${total.over}/${total.under}`,
      stages: stages.map(scoreOf),
    })),
    belowPassMark: belowPassMark.map(({ candidate, failed, stages }) => ({
      candidate: nameIn(facts, candidate),
      failed: codeOf(failed),
      stages: stages.map(scoreOf),
    })),
  };
}
