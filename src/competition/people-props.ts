import type { Translated } from '../platform/language.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import type { FieldError } from '../site/forms.tsx';
import type { PageContext } from '../site/page-context.ts';
import type { AuthorityStanding } from './authority.ts';
import type { Conflict } from './conflict.ts';
import type { Member } from './member.ts';
import type { Declared, Standing } from './panel.ts';

/** The form in which somebody is named, as it was typed. */
export type MemberForm = Record<
  'email' | 'role' | 'namingReason' | 'grade' | 'gradeReason' | 'unit' | 'gender' | 'nationality',
  string
>;

export type PeopleProps = {
  page: PageContext;
  reference: string;
  vacancyTitle: Translated;
  zone: string;
  organisation: Organisation;
  /** The grades of the post. */
  grades: readonly string[];
  members: Member[];
  declarations: Declared[];
  standings: Standing[];
  conflicts: Conflict[];
  /** Undefined for who learns of nobody's conflicts, and before there are candidates. */
  authority: AuthorityStanding | undefined;
  /** What the reader may do here. */
  may: Record<'readVacancy' | 'arrange' | 'clear' | 'declare' | 'invite' | 'readReferences', boolean>;
  /** Whether the reader has signed for every candidate there is. */
  signed: boolean;
  form: MemberForm;
  errors: FieldError[];
};
