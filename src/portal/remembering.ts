/**
 * A loader that asks again only once its last answer is older than `freshMs`; those who ask at the same time share one
 * answer, and a failure is not kept. Keeps at most `MOST` answers.
 */
export function remembering<Answer>(
  freshMs: number,
  clock: () => Date,
  load: (key: string) => Promise<Answer>,
): (key: string) => Promise<Answer> {
  const answers = new Map<string, { at: number; answer: Promise<Answer> }>();
  return (key) => {
    const now = clock().getTime();
    const known = answers.get(key);
    if (known && now >= known.at && now - known.at < freshMs) return known.answer;
    if (answers.size >= MOST) answers.clear();
    const answer = load(key);
    answers.set(key, { at: now, answer });
    answer.catch(() => answers.delete(key));
    return answer;
  };
}

const MOST = 500;
