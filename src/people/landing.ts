import type { Language } from '../platform/language.ts';
import type { Actor } from './actor.ts';
import { permits } from './permissions.ts';

/** Where somebody begins who didn't come from anywhere: at the vacancies, at the appointments, at what they were entrusted with, or at their applications. */
export function landing(actor: Actor | undefined, language: Language): string {
  const roles = actor?.roles ?? [];
  if (permits(roles, 'vacancies:read')) return `/${language}/staff/vacancies`;
  if (permits(roles, 'appointments:find')) return `/${language}/staff/appointments`;
  return `/${language}/${roles.length > 0 ? 'staff/competitions' : 'my/applications'}`;
}
