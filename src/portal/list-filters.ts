import type { OpenFilters } from '../vacancies/vacancy-queries.ts';

/** Only what is a text of some length narrows the list; anything else in the address is left alone. */
export function filtersOf(query: Record<string, unknown>): OpenFilters {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && value.trim() !== '' && !value.includes('\0') ? value.slice(0, 200) : undefined;
  };
  return { text: text('text'), grade: text('grade'), city: text('city') };
}
