import { array, assert as check, asyncProperty, integer } from 'fast-check';
import { expect, test } from 'vitest';
import { admission } from './admission.ts';

test('who waits is let in by rank, then in the order they came, and never more than so many at once', async () => {
  const ranks = array(integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 30 });

  await check(
    asyncProperty(ranks, integer({ min: 1, max: 4 }), async (asked, atOnce) => {
      const { enter, waiting } = admission(atOnce);
      const first = await Promise.all(Array.from({ length: atOnce }, () => enter(0)));
      const order: { rank: number; index: number }[] = [];
      let [running, most] = [0, 0];
      const all = asked.map(async (rank, index) => {
        const leave = await enter(rank);
        order.push({ rank, index });
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        leave();
        leave();
      });
      expect(waiting()).toBe(asked.length);
      for (const leave of first) leave();
      await Promise.all(all);

      expect(order).toEqual(order.toSorted((a, b) => a.rank - b.rank || a.index - b.index));
      expect(most).toBeLessThanOrEqual(atOnce);
    }),
    { numRuns: 50 },
  );
});
