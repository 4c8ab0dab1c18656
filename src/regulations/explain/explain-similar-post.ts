import { z } from 'zod';
import { ok } from '../../platform/result.ts';
import { inBoth, topic, worded } from './explain-topic.ts';
import { civilDay, gradesIn } from './explain-values.ts';
import { explainSimilarPost } from '../pay/similar-post-texts.ts';
import { compareSimilarPost } from '../pay/similar-post.ts';

/** Whether another post may be offered, as far as its grade goes (O1). */
export const SIMILAR_POST_TOPIC = topic({
  help: `usage: concours explain similar-post --notice GRADE --target GRADE --on DATE

Whether a post may be offered to somebody who applied for another and was not chosen, as far as its grade goes.
  --notice GRADE        of the post applied for: G17, or G10-G12 for a twin grade
  --target GRADE        of the post that might be offered
  --on DATE             the day of the offer, YYYY-MM-DD
`,
  options: { notice: z.string(), target: z.string(), on: civilDay },
  answer(asked, organisation) {
    const notice = gradesIn(asked.notice, organisation);
    const target = gradesIn(asked.target, organisation);
    if (!notice.ok) return notice;
    if (!target.ok) return target;
    const found = compareSimilarPost(organisation, { notice: notice.value, target: target.value, on: asked.on });
    const { reasons, ...answer } = found;
    const explained = explainSimilarPost(found);
    const outcome = inBoth((language) => explained[language].map(({ sentence }) => sentence));
    return ok({
      refused: found.outcome === 'higher' || found.outcome === 'lower',
      answer,
      outcome,
      reasons: worded(reasons, explained),
    });
  },
});
