import { lasting, told, type Cells, type Rule } from './rule.ts';
import { wordsOfRow } from './words.ts';

const reasonOf = ({ application, vacancy, reason, nonce }: Cells) =>
  wordsOfRow('similar-post', { vacancy, application, reason }, nonce);

/** An offer is told of the application, with what became of it, and of the vacancy whose post was offered. */
export const SIMILAR_POST_RULES: readonly Rule[] = [
  {
    file: 'similar-posts.csv',
    subject: 'application',
    actions: ['similar-post-accepted', 'similar-post-declined', 'similar-post-taken-back'],
    expects: (cells) => [
      ...told(cells['application'], 'similar-post-offered', {
        at: cells['offeredAt'],
        by: cells['offeredBy'],
        details: { vacancy: cells['vacancy'] },
        words: reasonOf(cells),
      }),
      ...told(cells['application'], `similar-post-${cells['status']}`, {
        at: cells['endedAt'],
        details: { vacancy: cells['vacancy'] },
      }),
    ],
    lasting: lasting('similar-post-offered'),
  },
  {
    file: 'offered-to-others.csv',
    subject: 'vacancy',
    // An offer goes with the application it was made to, whose time may end before that of this competition.
    actions: ['similar-post-offered'],
    expects: (cells, reference) =>
      told(reference, 'similar-post-offered', {
        at: cells['offeredAt'],
        by: cells['offeredBy'],
        details: { application: cells['application'] },
        words: reasonOf(cells),
      }),
  },
];
