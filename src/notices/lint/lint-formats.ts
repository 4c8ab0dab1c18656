import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { Lines } from '../notice.ts';
import { RULES, SEVERITIES, type Finding, type RuleName, type Severity } from './finding.ts';
import { COUNTED, RULE_NAMES, SEVERITY_NAMES } from './finding-texts.ts';

/** The findings of one file. */
export type Linted = { readonly file: string; readonly findings: readonly Finding[] };

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

const PAGES: Localized = { en: 'docs/lint', fr: 'docs/lint/fr' };

/** What a rule looks for and how its fault is mended; a path within our documentation. */
export const pageOf = (rule: RuleName, language: Language): string => `${PAGES[language]}/${rule}.md`;

/** The findings of some files as one text in a format, without a final line break. */
export function printed(linted: readonly Linted[], format: Format, language: Language): string {
  switch (format) {
    case 'text':
      return asText(linted, language);
    case 'json':
      return JSON.stringify(
        linted.map(({ file, findings }) => ({ file, findings: findings.map((finding) => asJson(finding, language)) })),
        null,
        2,
      );
    case 'sarif':
      return JSON.stringify(asSarif(linted, language), null, 2);
    case 'github':
      return linted.flatMap(({ file, findings }) => findings.map((one) => asCommand(file, one, language))).join('\n');
    default:
      return assertNever(format);
  }
}

/** A finding for programs: lines from 1, first and last, `null` where the language has none; the message in every language. */
export function asJson({ rule, severity, lines, field, message, fix }: Finding, language: Language): object {
  return {
    rule,
    severity,
    lines: { en: asPair(lines.en), fr: asPair(lines.fr) },
    message: message[language],
    messages: message,
    page: pageOf(rule, language),
    ...(field !== undefined && { field }),
    ...(fix && { fix }),
  };
}

const asPair = (lines: Lines | undefined) => (lines ? [lines.from, lines.to] : null);

/** `FILE:LINE: severity: sentence (rule)`, as compilers print theirs, and the totals last. */
function asText(linted: readonly Linted[], language: Language): string {
  const all = linted.flatMap(({ file, findings }) => findings.map((finding) => ({ file, finding })));
  const lines = all.map(({ file, finding: { rule, severity, lines: where, message } }) => {
    const [first, ...others] = placesIn(where);
    const also = others.map(({ language: other, lines: at }) => `, ${other} ${shown(at)}`).join('');
    const start = first ? `${file}:${shown(first.lines)}` : `${file}:1`;
    return `${start}${also}: ${SEVERITY_NAMES[severity][language]}: ${message[language]} (${rule})`;
  });
  return [...lines, COUNTED(countsOf(all.map(({ finding }) => finding)))[language]].join('\n');
}

const shown = ({ from, to }: Lines) => (from === to ? String(from) : `${from}-${to}`);

const countsOf = (findings: readonly Finding[]) =>
  Object.fromEntries(
    SEVERITIES.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length]),
  ) as Record<Severity, number>;

const placesIn = (lines: Finding['lines']): { language: Language; lines: Lines }[] =>
  LANGUAGES.flatMap((language) => {
    const where = lines[language];
    return where ? [{ language, lines: where }] : [];
  });

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** A workflow command of GitHub: https://docs.github.com/actions/reference/workflow-commands-for-github-actions. */
function asCommand(file: string, { rule, severity, lines, message }: Finding, language: Language): string {
  const [first = { lines: { from: 1, to: 1 } }] = placesIn(lines);
  const properties = { file, line: first.lines.from, endLine: first.lines.to, title: rule };
  const told = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${told.join(',')}::${escaped(message[language])}`;
}

const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string) => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS): the first language’s lines are the place, the other’s are related to it. */
function asSarif(linted: readonly Linted[], language: Language): object {
  const rules = RULES.map((rule) => ({
    id: rule,
    shortDescription: { text: RULE_NAMES[rule][language] },
    help: { text: pageOf(rule, language) },
  }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'concours', rules } },
        results: linted.flatMap(({ file, findings }) => findings.map((one) => asResult(file, one, language))),
      },
    ],
  };
}

function asResult(file: string, { rule, severity, lines, message }: Finding, language: Language): object {
  const [first, ...others] = placesIn(lines).map(({ lines: where }) => ({
    physicalLocation: {
      artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
      region: { startLine: where.from, endLine: where.to },
    },
  }));
  return {
    ruleId: rule,
    ruleIndex: RULES.indexOf(rule),
    level: LEVELS[severity],
    message: { text: message[language] },
    ...(first && { locations: [first] }),
    ...(others.length > 0 && { relatedLocations: others }),
  };
}
