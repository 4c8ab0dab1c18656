import { clausesChapter } from './clauses-chapter.ts';
import { gradesChapter } from './grades-chapter.ts';
import { noticesChapter } from './notices-chapter.ts';
import { procedureChapter } from './procedure-chapter.ts';
import type { Chapter, RuleEntry, RulebookQuestion } from './rule-entry.ts';
import { RULEBOOK_TEXTS } from './rulebook-texts.ts';
import { whoMayApplyChapter } from './who-may-apply-chapter.ts';

/** Everything that an organisation has laid down, as it is in force on a day. */
export function rulebook(question: RulebookQuestion): Chapter[] {
  const { chapters } = RULEBOOK_TEXTS[question.language];
  const contents = {
    'who-may-apply': whoMayApplyChapter,
    'grades-and-pay': gradesChapter,
    contracts: clausesChapter,
    procedure: procedureChapter,
    notices: noticesChapter,
  } satisfies Record<Chapter['code'], (asked: RulebookQuestion) => RuleEntry[]>;
  return (Object.keys(contents) as Chapter['code'][]).map((code) => ({
    code,
    title: chapters[code],
    entries: contents[code](question),
  }));
}

/** Every rule that has a place on the page. */
export const rulesWithPlace = (chapters: readonly Chapter[]): string[] =>
  chapters.flatMap(({ entries }) =>
    entries.flatMap(({ rules, table }) => [...rules, ...(table?.rows ?? []).flatMap((row) => row.rules ?? [])]),
  );
