import { formatMonths } from '../../regulations/contracts/contract-texts.ts';
import { formatBytes, formatNumber, joinList } from '../../site/numbers.ts';
import { appointmentEntries } from './appointment-entries.ts';
import { handOverEntry } from './hand-over-entry.ts';
import type { RuleEntry, RulebookQuestion } from './rule-entry.ts';
import { RULEBOOK_TEXTS } from './rulebook-texts.ts';
import { screeningEntry, workingDaysEntries } from './working-days-entries.ts';

/** Documents and declarations, stages, conditions before appointment, and how long data are kept. */
export const procedureChapter = (question: RulebookQuestion): RuleEntry[] => [
  documents(question),
  missingDocuments(question),
  declarations(question),
  examination(question),
  screeningEntry(question),
  stages(question),
  ...appointmentEntries(question),
  ...workingDaysEntries(question),
  handOverEntry(question),
  retention(question),
];

function documents({ organisation: { documents: rules }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].documents;
  const formats = joinList(
    rules.formats.map((format) => format.toUpperCase()),
    language,
  );
  return {
    rules: [],
    title: t.title,
    decides: [
      t.decides
        .replace('{formats}', formats)
        .replace('{size}', formatBytes(rules.maxBytes, language))
        .replace('{page}', rules.pageSize),
    ],
    table: {
      columns: t.columns,
      rows: rules.kinds.map(({ name, description }) => ({ cells: [name[language], description[language]] })),
    },
    source: rules.source[language],
  };
}

function missingDocuments({ organisation, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].consequence;
  const { rule, source, missing, tooLong } = organisation.documents.consequence;
  return {
    rules: [rule],
    title: t.title,
    decides: [missing?.[language] ?? t.missing, tooLong?.[language] ?? t.tooLong],
    source: source[language],
  };
}

function declarations({ organisation, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].declarations;
  return {
    rules: [],
    title: t.title,
    decides: [t.decides],
    table: {
      columns: t.columns,
      rows: organisation.declarations.map(({ rule, text, source }) => ({
        cells: [text[language]],
        rules: rule.split(', '),
        source: source[language],
      })),
    },
    source: t.source,
  };
}

/** Whether applications are examined for whose work they are, how long one may answer, and who decides. */
function examination({ organisation: { integrity }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].examination;
  const { examined, text, answer, decision, source } = integrity;
  const { withinDays } = answer;
  const inNumber = withinDays === null ? t.answerOpen : t.answer.replace('{days}', formatNumber(withinDays, language));
  const who = decision.byAnother === null ? t.decisionOpen : decision.byAnother ? t.byAnother : t.bySame;
  return {
    rules: [],
    title: t.title,
    decides: examined ? [text[language], inNumber, who] : [text[language]],
    source: source[language],
  };
}

function stages({ organisation: { selection }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].stages;
  return {
    rules: [selection.rule],
    title: t.title,
    decides: [t.decides],
    table: {
      columns: t.columns,
      rows: selection.stages.map(({ name, channel, source }, index) => ({
        cells: [String(index + 1), name[language], channel === null ? '–' : t.channels[channel]],
        source: source[language],
      })),
    },
    source: t.source,
  };
}

function retention({ organisation, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].retention;
  return {
    rules: [],
    title: t.title,
    decides: [organisation.retention.length === 0 ? t.none : t.decides],
    ...(organisation.retention.length > 0 && {
      table: {
        columns: t.columns,
        rows: organisation.retention.map(({ name, months, counts, source }) => ({
          cells: [name[language], months === null ? t.open : formatMonths(months, language), t.counts[counts]],
          source: source[language],
        })),
      },
    }),
    source: t.source,
  };
}
