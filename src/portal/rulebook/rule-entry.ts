import type { Language } from '../../platform/language.ts';
import type { Vocabulary } from '../../notices/vocabulary.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';

/** What the regulations are read from: the organisation, the words of its notices, the day that counts, the reader's language. */
export interface RulebookQuestion {
  organisation: Organisation;
  vocabulary: Pick<Vocabulary, 'data'>;
  /** The civil day whose rows are in force, `YYYY-MM-DD`. */
  on: string;
  language: Language;
}

export interface Chapter {
  /** Where it stands on the page. */
  code: 'who-may-apply' | 'grades-and-pay' | 'contracts' | 'procedure' | 'notices';
  title: string;
  entries: RuleEntry[];
}

/** A rule as people read it, in one language. */
export interface RuleEntry {
  /** The rules it answers for, by the names that answers quote; none for a list that decides nothing. */
  rules: readonly string[];
  title: string;
  /** What it decides on that day, a sentence each. */
  decides: readonly string[];
  table?: RuleTable;
  source: string;
  /** The row in force and the days from which others are; nothing for a value that has no rows. */
  rows?: RowsInForce;
  /** The clause whose dates an example shows. */
  clause?: string;
}

/** A list that belongs to a rule; a row may be a rule of its own. */
export interface RuleTable {
  columns: readonly string[];
  /** The language of each column's cells, where a list shows several; the reader's, where it is not said. */
  languages?: readonly Language[];
  rows: readonly { cells: readonly string[]; rules?: readonly string[]; source?: string }[];
}

export interface RowsInForce {
  /** The first day of the row in force; null where it was in force before anything known. */
  from: string | null;
  /** First days of the other rows, before and after. */
  others: readonly (string | null)[];
}
