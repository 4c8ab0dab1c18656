import { createHash, randomUUID } from 'node:crypto';
import { canonicalJson, type Json } from '../platform/canonical-json.ts';

/** Rows whose words are held by the event that wrote them. */
export type HeldKind =
  | 'message'
  | 'screening-sheet'
  | 'screening-result'
  | 'agreed-scores'
  | 'signature'
  | 'reference'
  | 'written-paper'
  | 'language-level'
  | 'similar-post'
  | 'decision'
  | 'condition-step'
  | 'verification-step'
  | 'appointment-end'
  | 'offer-step'
  | 'contract-step'
  | 'hand-over-stop'
  | 'conflict'
  | 'conflict-clearing'
  | 'uncovered-passage'
  | 'likeness'
  | 'screening-due'
  | 'integrity-case'
  | 'integrity-answer'
  | 'integrity-decision'
  | 'step'
  | 'plan-change'
  | 'review-request'
  | 'review-outcome'
  | 'late-wish';

/** Words with what they stand at, so that they cannot be moved to another row. */
export type Words = Readonly<Record<string, unknown>>;

/**
 * The SHA-256 that an event tells of words. The nonce is random and stays with the row: the events outlive what is erased, and
 * a hash of a level or of a finding alone could be guessed.
 */
export const wordsHash = (kind: HeldKind, words: Words, nonce: string): string =>
  createHash('sha256')
    .update(canonicalJson({ kind: `concours/held-words/1 ${kind}`, words: asKept(words), nonce }))
    .digest('hex');

/** As the database gives it back. */
function asKept(value: unknown): Json {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(asKept);
  if (typeof value === 'string') return value.toWellFormed();
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, asKept(one)]])),
    );
  return (value ?? null) as Json;
}

export type Held = { nonce: string; sha256: string };

/** A new nonce for a row, and the hash that its event tells in `held`. */
export function heldWords(kind: HeldKind, words: Words): Held {
  const nonce = randomUUID();
  return { nonce, sha256: wordsHash(kind, words, nonce) };
}
