import { diffArrays } from 'diff';

/** Between two texts that stayed: the places of what was taken out, and of what was put in instead. */
type Gap = { removed: number[]; added: number[] };

/**
 * For each text of a list as it is now, its place before: where it stood, where it was moved from, or the place of the
 * text that it replaces. A text that was put in has none.
 */
export function earlierPlaces(before: readonly string[], now: readonly string[]): (number | undefined)[] {
  const { places, gaps } = staying(before, now);
  const free = new Set(gaps.flatMap(({ removed }) => removed));
  const take = (place: number, was: number | undefined) => {
    if (was !== undefined && free.delete(was)) places[place] = was;
  };
  for (const place of gaps.flatMap(({ added }) => added)) {
    const moved = [...free].find((was) => before[was] === now[place]);
    take(place, moved);
  }
  for (const { removed, added } of gaps) {
    const replaced = removed.filter((was) => free.has(was));
    const edited = added.filter((place) => places[place] === undefined);
    for (const [at, place] of edited.entries()) take(place, replaced[at]);
  }
  return places;
}

function staying(before: readonly string[], now: readonly string[]) {
  const places: (number | undefined)[] = now.map(() => undefined);
  let gap: Gap = { removed: [], added: [] };
  const gaps = [gap];
  let from = 0;
  let to = 0;
  for (const { value, added, removed } of diffArrays([...before], [...now])) {
    const steps = value.map((_, at) => at);
    if (added) gap.added.push(...steps.map((at) => to + at));
    else if (removed) gap.removed.push(...steps.map((at) => from + at));
    else {
      for (const at of steps) places[to + at] = from + at;
      gap = { removed: [], added: [] };
      gaps.push(gap);
    }
    if (!added) from += value.length;
    if (!removed) to += value.length;
  }
  return { places, gaps };
}
