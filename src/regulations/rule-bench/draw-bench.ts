import { dayAfter } from '../civil-dates.ts';

/** Takes one of a list, by a sequence that is the same in each run: so each run asks the same varied questions. */
export type Draw = <Item>(items: readonly Item[]) => Item;

/** A sequence from its beginning: a linear congruential generator of 32 bits, of which the upper ones choose. */
export function newDraw(): Draw {
  let state = 1;
  return <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new Error('Nothing can be drawn from an empty list');
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The index lies within the list.
    return items[Math.floor((state / 2 ** 32) * items.length)] as Item;
  };
}

/** Every day from one to another, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days = [];
  for (let day = first; day <= last; day = dayAfter(day)) days.push(day);
  return days;
}
