import type { Grades } from '../organisation/organisation.ts';

/** The grades of a post with the lower first, in whatever order they were given; one that is not known comes before. */
export function lowerFirst({ order }: Pick<Grades, 'order'>, grades: readonly string[]): string[] {
  const rank = (grade: string) => order.indexOf(grade);
  return grades.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Whether the organisation puts grades in order: those of one family, and of several where a source says so. */
export function areOrdered({ families, comparableAcrossFamilies }: Grades, grades: readonly string[]): boolean {
  if (comparableAcrossFamilies === true || grades.length < 2) return true;
  const family = (grade: string) => families.find((entry) => entry.grades.includes(grade))?.code;
  return new Set(grades.map(family)).size <= 1;
}
