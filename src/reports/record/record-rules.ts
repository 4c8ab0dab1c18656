import { actionsTo, STAGE_ACTIONS } from '../../applications/stages/stage-state.ts';
import { ANY, jsonOf, lasting, told, type Cells, type Rule } from './record-rule.ts';
import { SELECTION_RULES } from './record-selection-rules.ts';
import { sheetEvents } from './record-sheet-rule.ts';
import { wordsOfRow } from './record-words.ts';

/** How a vacancy ended, for good. */
const ENDINGS: Readonly<Record<string, string>> = { filled: 'fill', cancelled: 'cancel' };

/** Most steps have no such reason; one without a nonce was never written, since none is older than the hashes. */
function reasonBelowLevel({ application, step, position, belowLevel = '', nonce = '' }: Partial<Cells>) {
  if (belowLevel === '' && nonce === '') return { words: [] };
  const words = { application, step: Number(step), position, belowLevel };
  return { words: nonce === '' ? ['no nonce'] : wordsOfRow('reason-below-level', words, nonce) };
}

/** Which rows of which tables are told by which events: one more kind of event is a line here. */
export const RECORD_RULES: readonly Rule[] = [
  {
    file: 'vacancy.csv',
    subject: 'vacancy',
    expects: ({ status = '' }, reference) => told(reference, ENDINGS[status] ?? [], { at: ENDINGS[status] ? ANY : '' }),
    lasting: lasting(...Object.values(ENDINGS)),
  },
  {
    file: 'applications.csv',
    subject: 'application',
    // An author's erasure takes the withdrawal along, and leaves its event.
    actions: ['withdraw'],
    expects: ({ number, receivedAt, withdrawnAt }) => [
      ...told(number, 'submit', { at: receivedAt }),
      ...told(number, 'withdraw', { at: withdrawnAt }),
    ],
    lasting: lasting('submit'),
  },
  {
    file: 'stages.csv',
    subject: 'application',
    expects: ({ application, position = '', enteredAt, actorId, stage, reason, ...row }) =>
      told(application, actionsTo(position), {
        at: enteredAt,
        by: actorId,
        details: { stage, reason },
        ...reasonBelowLevel({ application, position, ...row }),
      }),
    lasting: lasting(...STAGE_ACTIONS),
  },
  {
    file: 'screening.csv',
    subject: 'vacancy',
    expects: ({ begunAt, begunBy, screeners, anonymousUntil }, reference) =>
      told(reference, 'screening-begun', {
        at: begunAt,
        by: begunBy,
        details: { screeners: Number(screeners), anonymousUntil },
      }),
    lasting: lasting('screening-begun'),
  },
  {
    file: 'screening-due.csv',
    subject: 'vacancy',
    expects: ({ number, day, setAt, setBy }, reference) =>
      told(reference, 'screening-due-set', { at: setAt, by: setBy, details: { number: Number(number), day } }),
    lasting: lasting('screening-due-set'),
  },
  {
    file: 'screening-sheets.csv',
    subject: 'application',
    actions: ['sheet-signed', 'sheet-reopened'],
    expects: ({ application, screenerId, signedAt, reopenings, findings, outcome, nonce }) =>
      sheetEvents({ application, screenerId, signedAt, reopenings, findings: jsonOf(findings), outcome, nonce }),
  },
  {
    file: 'screening-results.csv',
    subject: 'application',
    expects: ({ application, settledAt, settledBy, outcome, findings, rules, nonce }) =>
      told(application, 'screening-settled', {
        at: settledAt,
        by: settledBy,
        details: { outcome },
        words: wordsOfRow(
          'screening-result',
          { application, outcome, findings: jsonOf(findings), rules: jsonOf(rules) },
          nonce,
        ),
      }),
    lasting: lasting('screening-settled'),
  },
  {
    file: 'uncovered-passages.csv',
    subject: 'application',
    expects: ({ application, accountId, revealedAt, kind }) =>
      told(application, 'passage-revealed', { at: revealedAt, by: accountId, details: { what: kind } }),
    lasting: lasting('passage-revealed'),
  },
  {
    file: 'transcribed-pages.csv',
    subject: 'application',
    expects: ({ application, kind, page, askedAt, askedBy, answeredAt, answeredBy }) => [
      ...told(application, 'page-asked-for', { at: askedAt, by: askedBy, details: { kind, page: Number(page) } }),
      ...told(application, 'page-transcribed', {
        at: answeredAt,
        by: answeredBy,
        details: { kind, page: Number(page) },
      }),
    ],
    lasting: lasting('page-asked-for', 'page-transcribed'),
  },
  {
    file: 'likenesses.csv',
    subject: 'application',
    actions: ['likeness-judged'],
    expects: ({ application, other, decidedAt, decidedBy, verdict }) => [
      ...told(application, 'likeness-judged', { at: decidedAt, by: decidedBy, details: { verdict, other } }),
      ...told(other, 'likeness-judged', { at: decidedAt, by: decidedBy, details: { verdict, other: application } }),
    ],
  },
  {
    file: 'integrity-cases.csv',
    subject: 'integrity',
    actions: ['case-answered', 'case-answer-taken-back'],
    expects: ({ application, status, openedAt, openedBy, answeredAt, decidedAt, decidedBy }) => [
      ...told(application, 'case-opened', { at: openedAt, by: openedBy }),
      ...told(application, ['case-answered', 'case-answer-taken-back'], { at: answeredAt }),
      ...told(application, 'case-decided', { at: decidedAt, by: decidedBy, details: { outcome: status } }),
    ],
    lasting: lasting('case-opened', 'case-decided'),
  },
  {
    file: 'members.csv',
    subject: 'vacancy',
    expects: ({ accountId, role, addedAt, addedBy, removedAt, removedBy }, reference) => [
      ...told(reference, 'member-named', { at: addedAt, by: addedBy, details: { account: accountId, role } }),
      ...told(reference, 'member-removed', { at: removedAt, by: removedBy, details: { account: accountId, role } }),
    ],
    lasting: lasting('member-named', 'member-removed'),
  },
  {
    file: 'declarations.csv',
    subject: 'vacancy',
    expects: ({ accountId, signedAt, textSha256 }, reference) =>
      told(reference, 'declaration-signed', { at: signedAt, by: accountId, details: { text: textSha256 } }),
    lasting: lasting('declaration-signed'),
  },
  {
    file: 'conflicts.csv',
    subject: 'application',
    actions: ['conflict-found', 'conflict-cleared'],
    expects: ({ accountId, application, kind, foundAt, clearedAt, clearedBy }) => [
      ...told(application, 'conflict-found', { at: foundAt, details: { account: accountId, kind } }),
      ...told(application, 'conflict-cleared', { at: clearedAt, by: clearedBy, details: { account: accountId, kind } }),
    ],
  },
  {
    file: 'messages.csv',
    subject: 'application',
    expects: ({ application, sentAt, sender, authorId, subject, body, nonce }) =>
      told(application, sender === 'staff' ? 'message-sent' : 'message-answered', {
        at: sentAt,
        by: authorId,
        words: wordsOfRow('message', { application, sender, subject: jsonOf(subject), body: jsonOf(body) }, nonce),
      }),
    lasting: lasting('message-sent', 'message-answered'),
  },
  ...SELECTION_RULES,
];
