import type { Language } from '../../platform/language.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import type { FormValues } from '../editing/section-form.ts';
import type { Item } from '../notice-fields.ts';
import type { Vacancy } from '../vacancy.ts';
import type { Shown } from './translation-form.ts';
import type { TranslationUnit } from './translation.ts';
import type { XliffMerge } from './xliff-import.ts';

export type TranslationProps = {
  page: PageContext;
  vacancy: Vacancy;
  /** The language it is translated into. */
  target: Language;
  units: readonly TranslationUnit[];
  /** What stands in the fields where it isn't what the notice says. */
  values: FormValues;
  shown: Shown;
  /** The account of the reader: nobody checks their own work. */
  reader: string;
  /** The names of those who translated and checked, by account. */
  names: ReadonlyMap<string, string>;
  /** Whether the reader may change the translation in the vacancy's present status. */
  editable: boolean;
  /** Whether the reader may say which language is the original. */
  settingOriginal: boolean;
  problem?: string | undefined;
  /** What was typed where somebody else has changed the vacancy meanwhile, by unit. */
  conflict?: ReadonlyMap<string, Item> | undefined;
  errors: FieldError[];
  /** What a translation file brought. */
  merge?: XliffMerge | undefined;
  /** What was typed for texts that are gone meanwhile. */
  homeless: readonly string[];
};
