import type { ComponentChildren } from 'preact';
import type { CatalogueEntry } from './catalogue.ts';
import type { NoticeRecord } from '../../notices/notice.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import type { ToTell } from './edit-correction.ts';
import type { CodeBook } from '../fact-values.ts';
import type { Part } from '../notice-fields.ts';
import type { FormValues } from './section-form.ts';
import type { Vacancy } from '../vacancy.ts';

/** What the form of one part of a notice needs. */
export type EditProps = {
  page: PageContext;
  vacancy: Vacancy;
  part: Part;
  /** What stands in the fields: what was typed, or what the notice says. */
  values: FormValues;
  book: CodeBook;
  /** What was found in an item, shown beside it. */
  findingsOf?: ((path: string, index: number) => ComponentChildren) | undefined;
  /** What the catalogue offers for the lists of this part. */
  catalogue?: CatalogueEntry[] | undefined;
  errors?: FieldError[] | undefined;
  problem?: string | undefined;
  /** What the notice would be as typed, where somebody else has changed it meanwhile. */
  conflict?: NoticeRecord | undefined;
  /** What the public is to be told before it is saved. */
  toTell?: ToTell | undefined;
};
