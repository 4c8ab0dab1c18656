import { z } from 'zod';

const person = z.object({ number: z.string(), name: z.string() });
const CONTENT = z.object({
  order: z.array(z.object({ candidate: person, rank: z.number() })),
  belowPassMark: z.array(z.object({ candidate: person })),
});

/** The ranks of a report as they were signed, by the number of the application, with how many others had the same. */
export function signedRanks(content: string): { number: string; rank: number; tiedWith: number }[] {
  const { order } = CONTENT.parse(JSON.parse(content));
  return order.map(({ candidate: { number }, rank }) => ({
    number,
    rank,
    tiedWith: order.filter((other) => other.rank === rank).length - 1,
  }));
}

/** Each candidate of a report as it was signed: the name, and the rank; null below a pass mark. */
export function signedPlaces(content: string): Map<string, { name: string; rank: number | null }> {
  const { order, belowPassMark } = CONTENT.parse(JSON.parse(content));
  return new Map<string, { name: string; rank: number | null }>([
    ...order.map(({ candidate: { number, name }, rank }) => [number, { name, rank }] as const),
    ...belowPassMark.map(({ candidate: { number, name } }) => [number, { name, rank: null }] as const),
  ]);
}
