import { actionsTo, STAGE_ACTIONS } from '../../../applications/stages/stage-state.ts';
import { APPOINTMENT_RULES } from './appointment.ts';
import { conflictEvents } from './conflict.ts';
import { CONTRACT_RULES } from './contract.ts';
import { caseEvents, isAnsweredAnew } from './integrity.ts';
import { ANY, jsonOf, lasting, told, until, type Cells, type Rule } from './rule.ts';
import { SELECTION_RULES } from './selection.ts';
import { sheetEvents } from './sheet.ts';
import { wordsOfRow, type WordsOfRow } from './words.ts';

/** How a vacancy ended, for good. */
const ENDINGS: Readonly<Record<string, string>> = { filled: 'fill', cancelled: 'cancel' };

/** A reason below a language level is no older than the hashes: without a number that hashes it, nobody wrote it. */
function stepWords({ application, step, dueOn, told: sentence, note, belowLevel, nonce }: Partial<Cells>): WordsOfRow {
  if (belowLevel && !nonce) return ['no nonce'];
  const words = {
    application,
    step: Number(step),
    dueOn,
    told: sentence ? jsonOf(sentence) : null,
    note: jsonOf(note),
    belowLevel: belowLevel || undefined,
  };
  return wordsOfRow('step', words, nonce);
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
    expects: ({
      application,
      step,
      position = '',
      enteredAt,
      actorId,
      stage,
      dueOn,
      reason,
      told: sentence,
      note,
      belowLevel,
      nonce,
    }) =>
      told(application, actionsTo(position), {
        at: enteredAt,
        by: actorId,
        details: { stage, reason },
        words: stepWords({ application, step, dueOn, told: sentence, note, belowLevel, nonce }),
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
    expects: ({ number, day, reason, setAt, setBy, nonce }, vacancy) =>
      told(vacancy, 'screening-due-set', {
        at: setAt,
        by: setBy,
        details: { number: Number(number), day },
        words: wordsOfRow('screening-due', { vacancy, number: Number(number), day, reason }, nonce),
      }),
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
    expects: ({ application, accountId: account, passage, revealedAt, kind, reason, nonce }) =>
      told(application, 'passage-revealed', {
        at: revealedAt,
        by: account,
        details: { what: kind },
        words: wordsOfRow('uncovered-passage', { application, account, passage, kind, reason }, nonce),
      }),
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
    expects: ({ application = '', other = '', decidedAt, decidedBy, verdict, reason, nonce }) => {
      const applications = [application, other].toSorted();
      const words = wordsOfRow('likeness', { applications, verdict, reason }, nonce);
      return [application, other].flatMap((one, place) =>
        told(one, 'likeness-judged', {
          at: decidedAt,
          by: decidedBy,
          details: { verdict, other: place === 0 ? other : application },
          words,
        }),
      );
    },
    // What two were found to be goes with either.
    lastingWords: {
      'likeness-judged': (event, others) =>
        until('likeness-judged', 'other')(event, others) || !others.isHere(String(event.details['other'])),
    },
  },
  {
    file: 'integrity-cases.csv',
    subject: 'integrity',
    actions: ['case-answered', 'case-answer-taken-back'],
    expects: caseEvents,
    lasting: lasting('case-opened', 'case-decided'),
    lastingWords: { 'case-answered': isAnsweredAnew },
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
    expects: conflictEvents,
    // One that was cleared may be declared anew.
    lastingWords: {
      'conflict-found': until('conflict-found', 'account', 'kind'),
      'conflict-cleared': until('conflict-found', 'account', 'kind'),
    },
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
  ...APPOINTMENT_RULES,
  ...CONTRACT_RULES,
];
