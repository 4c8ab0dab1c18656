import { REDO_RULES } from './redone.ts';
import { handedIn } from './paper.ts';
import { ANY, jsonOf, lasting, told, until, type Cells, type Expected, type OtherEvents, type Rule } from './rule.ts';
import { pointsOf, sheetDetails } from './scores.ts';
import { SIMILAR_POST_RULES } from './similar-posts.ts';
import type { ToldEvent } from '../format/told-events.ts';
import { heldIn, WITHHELD, wordsOfRow } from './words.ts';

const DECISIONS: Readonly<Record<string, string>> = {
  accepted: 'report-accepted',
  departed: 'report-departed-from',
  returned: 'report-returned',
};

/** Which events tell of the plan, the scores and the decision. */
export const SELECTION_RULES: readonly Rule[] = [
  {
    file: 'plan.csv',
    subject: 'vacancy',
    expects: ({ stage, openedAt, closedAt }, reference) => [
      ...told(reference, 'stage-opened', { at: openedAt, details: { stage } }),
      ...told(reference, 'stage-closed', { at: closedAt, details: { stage } }),
    ],
    lasting: {
      'stage-opened': until('stage-opened', 'stage'),
      'stage-closed': until('stage-opened', 'stage'),
    },
  },
  {
    file: 'plan-changes.csv',
    subject: 'vacancy',
    expects: ({ stage, at, actorId, reason, before, after, nonce }, reference) =>
      told(reference, 'stage-changed', {
        at,
        by: actorId,
        details: { stage },
        words: wordsOfRow('plan-change', { stage, reason, before: jsonOf(before), after: jsonOf(after) }, nonce),
      }),
    // Before it opens a stage is changed without a reason, and without a row.
    lastingWords: lasting('stage-changed'),
  },
  {
    file: 'attendance.csv',
    subject: 'application',
    actions: ['attendance-recorded'],
    expects: ({ stage, application, outcome, outcomeAt, outcomeBy }) =>
      outcomeBy
        ? told(application, 'attendance-recorded', { at: outcomeAt, by: outcomeBy, details: { stage, outcome } })
        : [],
  },
  {
    file: 'late-wishes.csv',
    subject: 'application',
    // The event of minutes stands with the request for an accommodation, which is in no record.
    expects: ({ kind, stage, application, words, lateBy, madeAt, madeBy, nonce }) =>
      kind === 'minutes'
        ? []
        : told(application, 'another-time-asked-late', {
            at: madeAt,
            by: madeBy,
            details: { stage, lateBy },
            words: wordsOfRow('late-wish', { application, stage, words }, nonce),
          }),
    lasting: lasting('another-time-asked-late'),
  },
  {
    file: 'references.csv',
    subject: 'application',
    actions: ['referee-asked', 'referee-erased'],
    expects: ({ stage, application, status, askedAt, answeredAt, name, given, declineWord, nonce }) => [
      ...told(application, 'referee-asked', { at: askedAt, details: { stage } }),
      ...told(application, status === 'given' ? 'reference-given' : 'reference-declined', {
        at: answeredAt,
        details: { stage },
        words: wordsOfRow(
          'reference',
          { application, stage, name, given: given ? jsonOf(given) : null, declineWord },
          nonce,
        ),
      }),
    ],
    lasting: lasting('reference-given'),
    // A reference that was declined goes with the account of who named it, which says so.
    lastingWords: { 'reference-declined': isErased },
  },
  {
    file: 'written-papers.csv',
    subject: 'application',
    expects: ({ stage, application, begunAt, handedInAt, texts, nonce }) => [
      ...told(application, 'written-test-begun', { at: begunAt, details: { stage } }),
      ...handedIn({ stage, application, handedInAt, nonce, texts: jsonOf(texts) }),
    ],
    lasting: lasting('written-test-begun', 'written-test-handed-in'),
  },
  {
    file: 'scores.csv',
    subject: 'application',
    expects: (cells) =>
      told(cells['application'], 'scores-signed', {
        at: cells['signedAt'],
        by: cells['accountId'],
        details: { stage: cells['stage'], ...sheetDetails(cells) },
        ...(cells['nonce'] === WITHHELD && { words: WITHHELD }),
      }),
    lasting: lasting('scores-signed'),
  },
  {
    file: 'agreed-scores.csv',
    subject: 'application',
    expects: ({ stage, application, recordedBy, recordedAt, scores: text, members: names = '', nonce }) => {
      const [scores, members] = [jsonOf(text), names.split(' ').filter(Boolean)];
      return told(application, 'scores-agreed', {
        at: recordedAt,
        by: recordedBy,
        details: { stage, points: pointsOf(scores), members: members.length },
        words: wordsOfRow('agreed-scores', { application, stage, scores, members }, nonce),
      });
    },
    lasting: { 'scores-agreed': until('scores-agreed', 'stage') },
  },
  {
    file: 'language-levels.csv',
    subject: 'application',
    expects: ({ stage, application, recordedAt, recordedBy, language, level, reason, nonce }) =>
      told(application, 'language-level-recorded', {
        at: recordedAt,
        by: recordedBy,
        details: { stage },
        shared: true,
        words: wordsOfRow('language-level', { application, stage, language, level, reason }, nonce),
      }),
    lasting: lasting('language-level-recorded'),
  },
  {
    file: 'reports.csv',
    subject: 'vacancy',
    expects: reportEvents,
    lasting: {
      'report-frozen': until('report-reopened', 'report'),
      ...lasting('report-submitted', 'decision-released', ...Object.values(DECISIONS)),
    },
  },
  {
    file: 'signatures.csv',
    subject: 'vacancy',
    actions: ['report-reopened'],
    expects: ({ report, accountId, contentSha256, role, dissent, signedAt, nonce }, reference) =>
      told(reference, 'report-signed', {
        at: signedAt,
        by: accountId,
        details: { report: Number(report), sha256: contentSha256, dissents: dissent !== '' },
        words: wordsOfRow(
          'signature',
          { vacancy: reference, report: Number(report), account: accountId, role, dissent },
          nonce,
        ),
      }),
    lasting: { 'report-signed': until('report-reopened', 'report') },
  },
  {
    file: 'reviews.csv',
    subject: 'application',
    actions: ['reviewer-named'],
    expects: reviewEvents,
    lasting: lasting('review-requested', 'review-decided'),
  },
  ...REDO_RULES,
  ...SIMILAR_POST_RULES,
];

function reviewEvents(cells: Cells): Expected[] {
  const { application, kind, words, lateReason, answerBy, nonce, status: outcome } = cells;
  const { outcomeReason: reason, redoFrom, redoReach, outcomeNonce } = cells;
  const asked = { application, kind, words, isLate: cells['isLate'] === 'true', lateReason, answerBy };
  const decided = { application, kind, outcome, reason, redoFrom, redoReach };
  return [
    ...told(application, 'review-requested', {
      at: cells['askedAt'],
      details: { kind },
      words: wordsOfRow('review-request', asked, nonce),
    }),
    ...told(application, 'reviewer-named', { at: cells['assignedAt'], by: cells['assignedBy'], details: { kind } }),
    ...told(application, 'review-decided', {
      at: cells['decidedAt'],
      details: { kind, outcome },
      words: wordsOfRow('review-outcome', decided, outcomeNonce),
    }),
  ];
}

function isErased(event: ToldEvent, { after }: OtherEvents): boolean {
  const erased = after(event).flatMap(({ action, details }) =>
    action === 'referee-erased' && Array.isArray(details['erased']) ? (details['erased'] as unknown[]) : [],
  );
  return heldIn(event).every((one) => erased.includes(one));
}

function reportEvents(cells: Cells, reference: string): Expected[] {
  const { number, status = '', contentSha256: sha256, decidedAt, decidedBy, releasedAt, releasedBy } = cells;
  const report = Number(number);
  const decided = DECISIONS[status];
  const isSubmitted = status === 'submitted' || decided !== undefined;
  const outcomes = decided && outcomesOf(cells['decisions']);
  return [
    ...told(reference, 'report-frozen', { at: ANY, details: { report, sha256 } }),
    ...(isSubmitted ? told(reference, 'report-submitted', { at: ANY, details: { report, sha256 } }) : []),
    ...(decided
      ? told(reference, decided, {
          at: decidedAt,
          by: decidedBy,
          details: { report, sha256, outcomes },
          words: decisionOf(cells, reference),
        })
      : []),
    ...told(reference, 'decision-released', { at: releasedAt, by: releasedBy, details: { report } }),
  ];
}

const decisionOf = ({ number, decisionReason: reason, decisions, nonce }: Cells, vacancy: string) =>
  wordsOfRow(
    'decision',
    { vacancy, report: Number(number), reason, decisions: decisions ? jsonOf(decisions) : null },
    nonce,
  );

function outcomesOf(text: string | undefined): object {
  const read = jsonOf(text || '[]');
  return Object.fromEntries(
    (Array.isArray(read) ? (read as { number?: string; outcome?: unknown }[]) : []).map((one) => [
      one.number ?? '',
      one.outcome,
    ]),
  );
}
