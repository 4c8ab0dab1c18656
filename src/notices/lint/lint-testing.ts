import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readNotice } from '../import/read-notice.ts';
import { PLAIN, printNotice, type Style } from '../import/printed-notice-testing.ts';
import { exampleNotice } from '../notice-testing.ts';
import type { NoticeRecord } from '../notice.ts';
import { loadOrganisationFolder } from '../organisation-folder.ts';
import type { Finding, RuleName } from './finding.ts';
import { lintNotice } from './lint-notice.ts';
import { loadSpelling } from './spelling.ts';
import type { LintTools } from './subject.ts';

const spelling = await loadSpelling();
const folderOf = (organisation: string) =>
  fileURLToPath(new URL(`../../../organisations/${organisation}`, import.meta.url));
const toolsOf = (organisation: string): LintTools => ({ ...loadOrganisationFolder(folderOf(organisation)), spelling });

/** What the linter knows for each organisation of the demonstration. */
export const TOOLS = {
  'northern-rivers': toolsOf('northern-rivers'),
  'rivers-commission': toolsOf('rivers-commission'),
};
export type DemonstrationOrganisation = keyof typeof TOOLS;

/** Lints a text as `concours lint` does. */
export function lintText(text: string, organisation: DemonstrationOrganisation = 'northern-rivers'): Finding[] {
  const tools = TOOLS[organisation];
  const read = readNotice(text, tools.vocabulary);
  if (!read.ok) throw new Error(`refused: ${read.refusal.kind}`);
  return lintNotice({ ...read.value, text }, tools);
}

/** The example notice with some of its fields changed, as a text in which, as it stands, nothing is to be found. */
export function printed(changes: Partial<NoticeRecord> = {}, style: Partial<Style> = {}): string {
  const salary = { amountMinor: 784515, currency: 'EUR', period: 'monthly' } as const;
  const text = printNotice(exampleNotice({ salary, ...changes }), { ...PLAIN, itemEnd: '', ...style });
  return text.replace('Date de retrait', 'Date limite de candidature');
}

/** A text with one of its pieces in other words; what is to be changed must be there. */
export function edited(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`not in the text: ${from}`);
  return text.replace(from, () => to);
}

/** The findings of one rule. */
export const findingsOf = (rule: RuleName, text: string): Finding[] =>
  lintText(text).filter((finding) => finding.rule === rule);

/** What one rule says of the example notice with some of its fields changed. */
export const told = (rule: RuleName, changes: Partial<NoticeRecord> = {}, style: Partial<Style> = {}): Finding[] =>
  findingsOf(rule, printed(changes, style));

/** The printed lines that a finding points at, by language, without the lines that are empty. */
export function linesIn(text: string, { lines }: Finding): { en?: string; fr?: string } {
  const all = text.split('\n');
  const shown = (where: { from: number; to: number }) =>
    all
      .slice(where.from - 1, where.to)
      .filter(Boolean)
      .join('\n');
  return { ...(lines.en && { en: shown(lines.en) }), ...(lines.fr && { fr: shown(lines.fr) }) };
}

/** The same texts in both languages, for a field of the record. */
export const inBoth = (en: readonly string[], fr: readonly string[]) => ({ en, fr });

/** The example's other text with some of it changed. */
export const otherText = (changes: Partial<NoticeRecord['otherText']>): Pick<NoticeRecord, 'otherText'> => ({
  otherText: { ...exampleNotice().otherText, ...changes },
});

/** A demonstration notice as a text. */
export type Demonstration = {
  readonly organisation: DemonstrationOrganisation;
  readonly reference: string;
  readonly text: string;
};

export const DEMONSTRATIONS: readonly Demonstration[] = (['northern-rivers', 'rivers-commission'] as const).flatMap(
  (organisation) => {
    const folder = `${folderOf(organisation)}/demonstration`;
    return readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => ({
        organisation,
        reference: file.slice(0, 6),
        text: readFileSync(`${folder}/${file}`, 'utf8'),
      }));
  },
);
