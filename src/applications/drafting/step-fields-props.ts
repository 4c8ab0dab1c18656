import type { PageContext } from '../../site/page-context.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { Answers } from '../answers.ts';
import type { Dossier } from '../application.ts';

/** What the fields of a step need. */
export type FieldsProps = {
  page: PageContext;
  dossier: Dossier;
  answers: Answers;
  errors: FieldError[];
  now: Date;
  newId: string;
};
