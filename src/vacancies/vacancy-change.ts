import type { Doer } from '../people/actor.ts';

/** What was done to a vacancy, by whom; `details` hold nothing personal. */
export type VacancyChange = { action: string; by: Doer; at: Date; details?: Record<string, unknown> };
