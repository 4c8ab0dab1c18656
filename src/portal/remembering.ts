/** How many answers are kept at most. */
const MOST = 500;

/**
 * Keeps answers for a moment: `load` is asked again only once its last answer for the key is older than `freshMs`. Those who
 * ask at the same time share one answer, and a failure is not kept.
 */
export function remembering<Answer>(
  freshMs: number,
  clock: () => Date,
): (key: string, load: () => Promise<Answer>) => Promise<Answer> {
  const answers = new Map<string, { at: number; answer: Promise<Answer> }>();
  return (key, load) => {
    const now = clock().getTime();
    const known = answers.get(key);
    if (known && now >= known.at && now - known.at < freshMs) return known.answer;
    if (answers.size >= MOST) answers.clear();
    const answer = load();
    answers.set(key, { at: now, answer });
    answer.catch(() => answers.delete(key));
    return answer;
  };
}
