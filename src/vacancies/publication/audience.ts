import type { Role } from '../../people/permissions.ts';
import { isPublic } from '../vacancy-state.ts';
import type { Vacancy } from '../vacancy.ts';

/** Who asks: nobody known, an applicant, or a member of staff. */
type Reader = { readonly roles: readonly Role[] } | undefined;

/** Serving staff, as far as Concours knows: whoever was entrusted with a role, be it that of a member of staff alone. */
export const isStaff = (reader: Reader): boolean => reader !== undefined && reader.roles.length > 0;

type Announced = Pick<Vacancy, 'audience' | 'status'>;

/** Whether a vacancy that was published is there for a reader: an internal one for staff, any other for everybody. */
export const isShownTo = ({ audience }: Pick<Vacancy, 'audience'>, reader: Reader): boolean =>
  audience !== 'internal' || isStaff(reader);

/** Whether a reader can look at what the public is told of a vacancy. */
export const isThereFor = (vacancy: Announced, reader: Reader): boolean =>
  isPublic(vacancy.status) && isShownTo(vacancy, reader);

export type AudienceRefusal = { kind: 'for-staff-only' } | { kind: 'not-for-staff' };

/** Why somebody is not of those a vacancy is announced to; a visitor is whoever they will sign in as. */
export function audienceRefusal({ audience }: Pick<Vacancy, 'audience'>, reader: Reader): AudienceRefusal | undefined {
  if (audience === 'internal' && !isStaff(reader)) return { kind: 'for-staff-only' };
  return audience === 'external' && isStaff(reader) ? { kind: 'not-for-staff' } : undefined;
}
