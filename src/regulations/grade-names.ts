import type { Grades } from './organisation.ts';

/** A grade as notices print it: letters, perhaps a mark, and a number. */
const PRINTED = /(?<![\p{L}\d])([A-Z]{1,3})\s?[-.]?\s?(\d{1,2})(?!\d)/gu;

/**
 * The grade that a text names, by its own name or by one that it had before: `G 15`, `A.2/ NATO Grade G15`, `A-2`,
 * `ad7`; undefined where it names none, or several that are not the same.
 */
export function gradeNamed(grades: Pick<Grades, 'order' | 'olderNames'>, text: string): string | undefined {
  const found = [...text.toUpperCase().matchAll(PRINTED)].flatMap(([, letters = '', digits = '']) => {
    const number = Number(digits);
    const own = `${letters}${number}`;
    return grades.order.includes(own) ? own : (grades.olderNames[`${letters}.${number}`] ?? []);
  });
  const [first, ...others] = [...new Set(found)];
  return others.length === 0 ? first : undefined;
}
