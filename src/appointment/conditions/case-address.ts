import type { Chosen } from './appointment-queries.ts';

/** Where one appointment is seen through, without the language. */
export const caseAddress = ({ reference, number }: Pick<Chosen, 'reference' | 'number'>): string =>
  `/staff/vacancies/${reference}/appointments/${number}`;
