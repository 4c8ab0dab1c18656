import { LANGUAGES, type Language } from '../../platform/language.ts';
import { phrasesAt } from '../import/phrases.ts';
import { wordsOf } from '../import/words.ts';
import { HEADER_LABELS } from '../vocabulary-schema.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import { lineAt, type SourceLine, type Subject } from './subject.ts';

/** Labels of the header and of the reports, as they were printed. */
export function labelFindings(subject: Subject): Finding[] {
  return LANGUAGES.flatMap((language) => [
    ...misleadingLabels(language, subject),
    ...reportLabels(language, subject),
    ...reportValues(language, subject),
  ]);
}

const FACT_OF_LABEL: Readonly<Record<string, string>> = { grade: 'grades' };

const printedAt = (field: string, language: Language, { places, source }: Subject): SourceLine | undefined =>
  source[(places[`${field}.${language}`]?.from ?? 0) - 1];

/** A label that is read, but says something else: « Date de retrait » is the day of a withdrawal. */
function misleadingLabels(language: Language, subject: Subject): Finding[] {
  const { misleadingLabels: misleading, labels } = subject.vocabulary.data;
  return HEADER_LABELS.flatMap((label) => {
    const line = printedAt(FACT_OF_LABEL[label] ?? label, language, subject);
    const usual = labels[label]?.[language][0];
    const printed = misleading[language].find((form) => line?.text.trim().startsWith(form));
    if (!line || usual === undefined || printed === undefined) return [];
    const message = SAYS.misleadingLabel(printed, usual);
    return [told(line, message, { severity: 'warning', fix: { from: printed, to: usual } })];
  });
}

type Told = Pick<Finding, 'severity' | 'fix'>;
const told = ({ number, language }: SourceLine, message: Finding['message'], { severity, fix }: Told): Finding => ({
  rule: 'completeness/labels',
  severity,
  lines: { [language]: lineAt(number) },
  message,
  ...(fix && { fix }),
});

const REPORTS = { direct: 'directReports', indirect: 'indirectReports' } as const;

/** “Indirect report:” beside “Indirect reports:”. */
function reportLabels(language: Language, subject: Subject): Finding[] {
  return (['direct', 'indirect'] as const).flatMap((kind) => {
    const line = printedAt(REPORTS[kind], language, subject);
    const usual = subject.vocabulary.data.reports[kind]?.[language][0];
    if (!line || usual === undefined) return [];
    const words = wordsOf(line.text);
    const [phrase] = phrasesAt(subject.vocabulary.reports, words);
    const [first, last] = [words.at(0), phrase && words.at(phrase.keys.length - 1)];
    if (!first || !last) return [];
    // a closing bracket belongs to the word before it: « direct(e)s »
    const printed = line.text.slice(first.start, last.end);
    if (printed === usual) return [];
    return [told(line, SAYS.label(printed, usual), { severity: 'info', fix: { from: printed, to: usual } })];
  });
}

/** “N/a” in one line and “N/a.” in the next. */
function reportValues(language: Language, subject: Subject): Finding[] {
  const lines = [REPORTS.direct, REPORTS.indirect].flatMap((field) => printedAt(field, language, subject) ?? []);
  const values = lines.map(({ text }) => /:\s*(\P{L}?\p{L}.*)$/u.exec(text.trim())?.[1] ?? '');
  const [first, second] = values;
  const [from, to] = lines;
  if (first === undefined || second === undefined || !from || !to || first === second) return [];
  if (plain(first) === '' || plain(first) !== plain(second)) return [];
  const where = { from: from.number, to: to.number };
  return [
    {
      rule: 'completeness/labels',
      severity: 'info',
      lines: { [language]: where },
      message: SAYS.valueForms([first, second]),
    },
  ];
}

const plain = (value: string) => value.toLowerCase().replace(/[^\p{L}]/gu, '');
