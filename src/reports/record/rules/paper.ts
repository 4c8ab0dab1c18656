import { ANY, told, type Expected } from './rule.ts';
import { wordsOfRow } from './words.ts';

type Paper = Record<'application' | 'stage' | 'handedInAt' | 'nonce', string | undefined> & { texts: unknown };

/** That a paper was handed in with these words. One that ran out of time is written as handed in when that is noticed. */
export const handedIn = ({ application, stage, handedInAt, texts, nonce }: Paper): Expected[] =>
  handedInAt
    ? told(application, 'written-test-handed-in', {
        at: ANY,
        details: { stage },
        words: wordsOfRow('written-paper', { application, stage, texts }, nonce),
      })
    : [];
