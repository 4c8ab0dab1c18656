import type { Grades } from '../organisation/organisation.ts';

/** A grade as notices print it: letters, perhaps a mark, and a number. */
const PRINTED = /(?<![\p{L}\d])([A-Z]{1,3})\s?[-.]?\s?(\d{1,2})(?!\d)/giu;

/**
 * The grade that a text names, by its own name or by one that it had before: `G 15`, `A.2/ NATO Grade G15`, `A-2`,
 * `ad7`; undefined where it names none, or several that are not the same.
 */
export function gradeNamed(grades: Pick<Grades, 'order' | 'olderNames'>, text: string): string | undefined {
  const found = printedGrades(grades, text).flatMap(({ grade }) => grade ?? []);
  const [first, ...others] = [...new Set(found)];
  return others.length === 0 ? first : undefined;
}

/** The grades of a text in their order; what looks like one and is none has no `grade`. */
export function printedGrades(
  grades: Pick<Grades, 'order' | 'olderNames'>,
  text: string,
): { printed: string; grade: string | undefined }[] {
  return [...text.matchAll(PRINTED)].map(([printed, given = '', digits = '']) => {
    const [letters, number] = [given.toUpperCase(), Number(digits)];
    const own = `${letters}${number}`;
    return { printed, grade: grades.order.includes(own) ? own : grades.olderNames[`${letters}.${number}`] };
  });
}

/** What is left of a text without its grades and the words around them: nothing, where it names grades alone. */
export const besideGrades = (text: string): string =>
  text
    .replaceAll(PRINTED, ' ')
    .replaceAll(/\b(?:nato|grades?)\b|[-–/,.]/giu, ' ')
    .trim();
