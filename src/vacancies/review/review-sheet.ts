import type { Finding as LintFinding } from '../../notices/lint/finding.ts';
import type { FieldPath, Lines } from '../../notices/notice.ts';
import { missingTranslations } from '../../notices/missing-translations.ts';
import { LANGUAGES, type Language, type Localized, type Translated } from '../../platform/language.ts';
import { isFactInUse, type FactRules } from '../facts-in-use.ts';
import { placeOf } from '../notice-differences.ts';
import {
  FACTS,
  FIELDS,
  PARTS,
  partOf,
  type BilingualField,
  type Fact,
  type Item,
  type Part,
} from '../notice-fields.ts';
import { fieldRoot, weightOf, type ReviewedDoubt, type Weight } from './review.ts';
import type { Vacancy, Waiver } from '../vacancy.ts';
import { waiverOf } from '../approval/waivers.ts';

/** Something for a person to look at, where it stands: a doubt of the reader, a missing translation, a finding of the linter. */
export type Finding = { id: string; weight: Weight; open: boolean } & (
  | { kind: 'doubt'; index: number; doubt: ReviewedDoubt }
  | { kind: 'missing'; path: FieldPath; missing: Language; stands: Language }
  | { kind: 'lint'; path: FieldPath; found: LintFinding; waiver: Waiver | undefined }
);

/** One row of the review page: an item in both languages, a fact, or what concerns a whole part. */
export type SheetRow = { key: string; part: Part; findings: Finding[] } & (
  | { kind: 'item'; path: FieldPath; index: number; sides: Localized<{ item?: Item; lines?: Lines }> }
  | { kind: 'fact'; fact: Fact; lines: Translated<Lines> }
  | { kind: 'whole' }
);
export type SheetPart = { part: Part; rows: SheetRow[] };

/**
 * The whole notice as it is reviewed: side by side, item by item, each finding in exactly one row. A fact that the
 * organisation doesn't know has no row unless something is to be said of it.
 */
export function reviewSheet(vacancy: Vacancy, rules: FactRules, linted: readonly LintFinding[] = []): SheetPart[] {
  const empty = PARTS.map((part) => ({ part, rows: rowsOf(part, vacancy) }));
  const places = new Map<string, Finding[]>();
  const keys = new Set(empty.flatMap(({ rows }) => rows.map(({ key }) => key)));
  for (const finding of [
    ...findingsOf(vacancy),
    ...linted.map((found, index) => asFinding(found, index, vacancy.waivers)),
  ]) {
    const key = rowFor(finding, keys);
    places.set(key, [...(places.get(key) ?? []), finding]);
  }
  return empty.map(({ part, rows }) => ({
    part,
    rows: rows
      .map((row) => ({ ...row, findings: places.get(row.key) ?? [] }))
      .filter((row) => row.findings.length > 0 || !isEmpty(row, vacancy, rules)),
  }));
}

/** The findings still open, in the order of the page. */
export const openFindings = (sheet: readonly SheetPart[]): Finding[] =>
  sheet.flatMap(({ rows }) => rows.flatMap(({ findings }) => findings.filter(({ open }) => open)));

const isEmpty = (row: SheetRow, { notice }: Vacancy, rules: FactRules): boolean =>
  row.kind === 'whole' ||
  (row.kind === 'fact' && !isFactInUse(row.fact, notice, rules)) ||
  (row.kind === 'item' && LANGUAGES.every((language) => row.sides[language].item === undefined));

function rowsOf(part: Part, vacancy: Vacancy): SheetRow[] {
  const { places } = vacancy;
  const facts = FACTS[part].map((fact): SheetRow => {
    const lines = factLines(places, fact);
    return { kind: 'fact', key: fact, part, fact, lines, findings: [] };
  });
  const [first, ...rest] = FIELDS[part].map((field) => itemRows(field, part, vacancy));
  const title = part === 'header' ? (first ?? []) : [];
  const others = part === 'header' ? rest.flat() : [...(first ?? []), ...rest.flat()];
  return [{ kind: 'whole', key: `whole ${part}`, part, findings: [] }, ...title, ...facts, ...others];
}

/** Where each language gives a fact; an older reading noted the first place alone. */
function factLines(places: Vacancy['places'], fact: Fact): Translated<Lines> {
  const own = LANGUAGES.flatMap((language) => {
    const lines = places[`${fact}.${language}`];
    return lines ? [[language, lines] as const] : [];
  });
  const [first] = LANGUAGES;
  const only = places[fact] ?? places[`${fact}[0]`];
  return own.length > 0 || !only ? Object.fromEntries(own) : { [first]: only };
}

/** As many rows as the longer side has items; one at least, for what may be said of the field. */
function itemRows(field: BilingualField, part: Part, { notice, places }: Vacancy): SheetRow[] {
  const { path } = field;
  const items = { en: field.read(notice, 'en'), fr: field.read(notice, 'fr') };
  const length = Math.max(1, items.en.length, items.fr.length);
  const side = (language: Language, index: number) => {
    const item = items[language][index];
    if (!item || item.heading + item.text === '') return {};
    const lines = placeOf(places, path, { language, index });
    return lines ? { item, lines } : { item };
  };
  return Array.from({ length }, (_, index) => ({
    kind: 'item',
    key: `${path}[${index}]`,
    part,
    path,
    index,
    sides: { en: side('en', index), fr: side('fr', index) },
    findings: [],
  }));
}

function findingsOf({ notice, doubts }: Vacancy): Finding[] {
  const known = new Set(
    doubts
      .filter((doubt) => doubt.state === 'open' && weightOf(doubt) === 'translation')
      .map(({ field, language }) => `${fieldRoot(field)} ${language ?? ''}`),
  );
  const missing = missingTranslations(notice).filter(
    ({ field, missing: language }) => !known.has(`${fieldRoot(field)} ${language}`),
  );
  return [
    ...doubts.map((doubt, index): Finding => {
      const open = doubt.state === 'open';
      return { kind: 'doubt', id: `doubt-${index}`, weight: weightOf(doubt), open, index, doubt };
    }),
    ...missing.map(({ field, missing: language, stands }): Finding => {
      const id = `missing-${field.replaceAll(/\W+/g, '-')}-${language}`;
      return { kind: 'missing', id, weight: 'translation', open: true, path: field, missing: language, stands };
    }),
  ];
}

const LINT_WEIGHTS = { error: 'error', warning: 'check', info: 'note' } as const;

/** What the linter finds is found anew each time, so it is open as long as it is there and nobody lets it stand. */
function asFinding(found: LintFinding, index: number, waivers: readonly Waiver[]): Finding {
  const waiver = waiverOf(waivers, found);
  const weight = LINT_WEIGHTS[found.severity];
  return {
    kind: 'lint',
    id: `lint-${index}`,
    weight,
    open: waiver === undefined,
    path: found.field ?? 'title',
    found,
    waiver,
  };
}

/** The row of the very item where there is one, else the first of its field, else the part as a whole. */
function rowFor(finding: Finding, keys: ReadonlySet<string>): string {
  const path = finding.kind === 'doubt' ? finding.doubt.field : finding.path;
  const root = fieldRoot(path);
  const index = /\[(\d+)\]/.exec(path)?.[1] ?? '0';
  const candidates = [`${root}[${index}]`, `${root}[0]`, root];
  return candidates.find((key) => keys.has(key)) ?? `whole ${partOf(path)}`;
}
