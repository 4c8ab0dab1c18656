import { otherLanguages, type Language } from '../../platform/language.ts';
import type { Doubt, DoubtKind, Lines } from '../notice.ts';
import { explainDoubt } from '../notice-texts.ts';
import type { Finding, RuleName, Severity } from './finding.ts';
import { linesOfGap } from './list-gap.ts';
import { LIST_NAMES, spanOf, type ListName } from './passages.ts';
import type { Subject } from './subject.ts';

type Ruled = { readonly rule: RuleName; readonly severity: Severity };

/** What the reader was unsure of, as findings; what only the import needs to know is none. */
const FROM_DOUBT: Readonly<Record<DoubtKind, Ruled | null>> = {
  'language-missing': { rule: 'parity/language-missing', severity: 'error' },
  'cut-off': { rule: 'parity/section-missing', severity: 'error' },
  'field-missing': { rule: 'completeness/facts', severity: 'info' },
  'field-unread': { rule: 'completeness/facts', severity: 'info' },
  'field-repeated': { rule: 'completeness/repeated', severity: 'warning' },
  'halves-differ': { rule: 'parity/facts', severity: 'error' },
  'deadline-open': null,
  'unknown-label': { rule: 'completeness/labels', severity: 'info' },
  'unknown-section': { rule: 'parity/headings', severity: 'info' },
  'section-missing': { rule: 'parity/section-missing', severity: 'error' },
  'section-repeated': { rule: 'completeness/repeated', severity: 'warning' },
  placeholder: { rule: 'parity/placeholder', severity: 'error' },
  untranslated: { rule: 'parity/untranslated', severity: 'error' },
  'one-language-only': { rule: 'parity/one-language-only', severity: 'error' },
  'items-differ': { rule: 'parity/list-length', severity: 'error' },
  'items-unmarked': null,
  'unknown-heading': { rule: 'parity/headings', severity: 'info' },
  'unknown-competency': { rule: 'parity/competencies', severity: 'info' },
  'languages-unusual': null,
  'unplaced-text': null,
};

/** Facts that a notice cannot do without; what else is missing may be as intended. */
const NEEDED: ReadonlySet<string> = new Set(['reference', 'deadline', 'grades', 'languages']);

/** The findings that follow from how the notice was read. */
export function readingFindings(subject: Subject): Finding[] {
  return subject.doubts
    .filter((doubt) => !isSaidElsewhere(doubt, subject))
    .flatMap((doubt) => {
      const ruled = FROM_DOUBT[doubt.kind];
      return ruled ? [findingOf(doubt, ruled, subject)] : [];
    });
}

function findingOf(doubt: Doubt, { rule, severity }: Ruled, subject: Subject): Finding {
  const needed = doubt.kind === 'field-missing' && NEEDED.has(doubt.field);
  const both = doubt.kind === 'section-missing' && lacksInBoth(doubt, subject);
  return {
    rule,
    severity: needed ? 'warning' : both ? 'info' : severity,
    lines: placed(doubt, subject),
    field: doubt.field,
    message: explainDoubt(doubt),
  };
}

/** The clearance has a rule of its own; an English heading in a French half that is left in English is said once. */
function isSaidElsewhere({ kind, field, lines, language }: Doubt, { doubts }: Subject): boolean {
  if (kind === 'field-missing') return field === 'clearance';
  if (kind !== 'unknown-heading' && kind !== 'unknown-competency') return false;
  return doubts.some(
    (other) =>
      other.kind === 'untranslated' &&
      other.language === language &&
      other.lines.from <= lines.from &&
      lines.to <= other.lines.to,
  );
}

const lacksInBoth = ({ field, kind }: Doubt, { doubts }: Subject) =>
  doubts.filter((doubt) => doubt.kind === kind && doubt.field === field).length > 1;

/** Kinds whose lines are those of the language that has the text, `language` being the one that lacks it. */
const TOLD_FROM_THE_OTHER: readonly DoubtKind[] = ['one-language-only', 'items-differ'];
const OF_BOTH: readonly DoubtKind[] = ['halves-differ', 'field-missing', 'field-unread', 'items-differ'];

function placed(doubt: Doubt, subject: Subject): Finding['lines'] {
  const { kind, field, lines, language } = doubt;
  const known = kind === 'items-differ' && isList(field) ? linesOfGap(field, subject) : inEachLanguage(field, subject);
  if (!language) return Object.keys(known).length > 0 && OF_BOTH.includes(kind) ? known : { en: lines };
  const [other = 'en'] = otherLanguages(language);
  if (TOLD_FROM_THE_OTHER.includes(kind)) {
    const own = kind === 'items-differ' ? known[language] : undefined;
    return { ...(own && { [language]: own }), [other]: known[other] ?? lines };
  }
  const counterpart = kind === 'placeholder' || kind === 'untranslated' ? known[other] : undefined;
  return { ...(counterpart && { [other]: counterpart }), [language]: lines };
}

const isList = (field: string): field is ListName => LIST_NAMES.some((list) => list === field);

/** Sections whose texts stand under another name in the record. */
const LISTS_OF: Readonly<Record<string, readonly ListName[]>> = {
  qualifications: ['essential', 'desirable'],
  contract: ['otherText.contract'],
  application: ['otherText.application'],
  additional: ['otherText.additional'],
};

function inEachLanguage(field: string, { places, passages }: Subject): Partial<Record<Language, Lines>> {
  const name = field.replace(/\.(?:en|fr)(?:\[\d+\])?$/, '');
  const lists = LISTS_OF[name] ?? LIST_NAMES.filter((list) => list === name);
  const found: Partial<Record<Language, Lines>> = {};
  for (const language of ['en', 'fr'] as const) {
    const span = spanOf(lists.flatMap((list) => passages.of(list, language)));
    const where = span ?? places[`${name}.${language}`];
    if (where) found[language] = where;
  }
  return found;
}
