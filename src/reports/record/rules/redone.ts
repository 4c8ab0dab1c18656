import { z } from 'zod';
import { ANY, jsonOf, told, type Cells, type Expected, type Rule } from './rule.ts';
import { pointsOf, sheetDetails } from './scores.ts';
import { sheetEvents } from './sheet.ts';
import { handedIn } from './paper.ts';
import { wordsOfRow } from './words.ts';

/** What a review opened again, and what it made void: that was found then as it would have been found otherwise. */
export const REDO_RULES: readonly Rule[] = [
  {
    file: 'redone-stages.csv',
    subject: 'application',
    actions: ['written-test-window-set'],
    expects: ({ application, stage, decidedAt, opensAt = '', closesAt, windowSetBy }) => [
      ...redone(application, decidedAt),
      ...(opensAt === ''
        ? []
        : told(application, 'written-test-window-set', {
            at: ANY,
            by: windowSetBy,
            details: { stage, opensAt, closesAt },
          })),
    ],
  },
  {
    file: 'voided-results.csv',
    subject: 'application',
    expects: (cells) => [
      ...redone(cells['application'], cells['voidedAt']),
      ...(FOUND_THEN[cells['kind'] ?? '']?.(cells, contentOf(cells)) ?? []),
    ],
  },
];

const redone = (application: string | undefined, at: string | undefined): Expected[] =>
  told(application, 'review-decided', { at, details: { outcome: 'redone' }, witness: true });

/** A row as it stood when it was made void, under the names of its columns. */
type Content = { text: (column: string) => string; value: (column: string) => unknown };

const CONTENT = z.record(z.string(), z.unknown());

function contentOf({ content }: Cells): Content {
  const read = CONTENT.safeParse(jsonOf(content));
  const value = (column: string) => (read.success ? read.data[column] : undefined);
  return {
    value,
    text: (column) => {
      const one = value(column);
      return typeof one === 'string' ? one : '';
    },
  };
}

/** The events of what was found before it was void, by its kind. */
const FOUND_THEN: Readonly<Record<string, (cells: Cells, content: Content) => Expected[]>> = {
  scores: (cells, { text, value }) => {
    const sheet = { ...cells, scores: JSON.stringify(value('scores')), nonce: text('nonce') };
    return told(cells['application'], 'scores-signed', {
      at: text('signed_at'),
      by: cells['accountId'],
      details: { stage: cells['stage'], ...sheetDetails(sheet) },
    });
  },
  'agreed-scores': ({ application, stage }, { text, value }) => {
    const members = value('members');
    return told(application, 'scores-agreed', {
      at: text('recorded_at'),
      by: text('recorded_by'),
      details: { stage, points: pointsOf(value('scores')), members: Array.isArray(members) ? members.length : 0 },
      words: wordsOfRow('agreed-scores', { application, stage, scores: value('scores'), members }, text('nonce')),
    });
  },
  'written-paper': ({ application, stage }, { text, value }) => [
    ...told(application, 'written-test-begun', { at: text('begun_at'), details: { stage } }),
    ...handedIn({
      application,
      stage,
      handedInAt: text('handed_in_at'),
      texts: value('texts'),
      nonce: text('nonce'),
    }),
  ],
  'language-level': ({ application, stage }, { text }) =>
    told(application, 'language-level-recorded', {
      at: text('recorded_at'),
      by: text('recorded_by'),
      details: { stage },
      shared: true,
      words: wordsOfRow(
        'language-level',
        { application, stage, language: text('language'), level: text('level'), reason: text('reason') },
        text('nonce'),
      ),
    }),
  attendance: ({ application, stage }, { text }) =>
    text('outcome_by') === ''
      ? []
      : told(application, 'attendance-recorded', {
          at: text('outcome_at'),
          by: text('outcome_by'),
          details: { stage, outcome: text('outcome') },
        }),
  screening: ({ application }, { text, value }) =>
    told(application, 'screening-settled', {
      at: text('settled_at'),
      by: text('settled_by'),
      details: { outcome: text('outcome') },
      words: wordsOfRow(
        'screening-result',
        { application, outcome: text('outcome'), findings: value('findings'), rules: value('rules') },
        text('nonce'),
      ),
    }),
  'screening-sheet': ({ application, accountId }, { text, value }) =>
    sheetEvents({
      application,
      screenerId: accountId,
      signedAt: text('signed_at'),
      reopenings: JSON.stringify(value('reopenings') ?? []),
      findings: value('findings'),
      outcome: text('outcome'),
      nonce: text('nonce'),
    }),
};
