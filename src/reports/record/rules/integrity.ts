import { jsonOf, told, type Cells, type Expected, type TakenBack } from './rule.ts';
import { wordsOfRow } from './words.ts';

/** A case on whose work an application is: why it was opened, what was answered, what was decided. */
export function caseEvents(cells: Cells): Expected[] {
  const { application, status, reason, evidence, openedAt, openedBy, answerUntil, nonce } = cells;
  const { answer, answeredAt, answerNonce, decisionReason, decidedAt, decidedBy, decisionNonce } = cells;
  const opening = { application, reason, evidence: jsonOf(evidence), answerUntil };
  const decision = { application, outcome: status, reason: decisionReason };
  return [
    ...told(application, 'case-opened', {
      at: openedAt,
      by: openedBy,
      words: wordsOfRow('integrity-case', opening, nonce),
    }),
    ...told(application, 'case-answered', {
      at: answeredAt,
      words: wordsOfRow('integrity-answer', { application, answer }, answerNonce),
    }),
    ...told(application, 'case-decided', {
      at: decidedAt,
      by: decidedBy,
      details: { outcome: status },
      words: wordsOfRow('integrity-decision', decision, decisionNonce),
    }),
  ];
}

/** An answer may be changed or taken back until its case is decided; another case has another. */
export const isAnsweredAnew: TakenBack = (event, { after }) =>
  ['case-answered', 'case-answer-taken-back'].includes(
    after(event).find(({ action }) => action.startsWith('case-'))?.action ?? '',
  );
