import type { Language } from '../platform/language.ts';
import type { Actor } from './actor.ts';
import { permits } from './permissions.ts';

/** Where somebody begins who didn't come from anywhere: at their work, or at their applications. */
export function landing(actor: Actor | undefined, language: Language): string {
  const roles = actor?.roles ?? [];
  if (permits(roles, 'vacancies:read')) return `/${language}/staff/vacancies`;
  return `/${language}/my/${roles.length > 0 ? 'account' : 'applications'}`;
}
