import { told, type Cells, type Expected } from './rule.ts';
import { wordsOfRow } from './words.ts';

/** Who may not judge whom, and why; and why it keeps them from it no longer. */
export function conflictEvents(cells: Cells): Expected[] {
  const { accountId: account, application, kind, foundBy, reason, nonce } = cells;
  const { clearedAt, clearedBy, clearingReason, clearingNonce } = cells;
  const clearing = { application, account, kind, reason: clearingReason };
  return [
    ...told(application, 'conflict-found', {
      at: cells['foundAt'],
      details: { account, kind },
      words: wordsOfRow('conflict', { application, account, kind, foundBy, reason }, nonce),
    }),
    ...told(application, 'conflict-cleared', {
      at: clearedAt,
      by: clearedBy,
      details: { account, kind },
      words: wordsOfRow('conflict-clearing', clearing, clearingNonce),
    }),
  ];
}
