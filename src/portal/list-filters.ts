/** What narrows a feed, by the names that the list of vacancies has for it: a text, a grade, a city by its English name. */
export type ListFilters = { q?: string | undefined; grade?: string | undefined; place?: string | undefined };

/** Only what is a text of some length narrows the list; anything else in the address is left alone. */
export function filtersOf(query: Record<string, unknown>): ListFilters {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && value.trim() !== '' && !value.includes('\0') ? value.slice(0, 200) : undefined;
  };
  return { q: text('q'), grade: text('grade'), place: text('place') };
}
