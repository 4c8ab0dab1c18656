import type { Language } from '../../platform/language.ts';
import { formatMonths, formatSpan } from '../../regulations/contracts/contract-texts.ts';
import type { Span } from '../../regulations/organisation/appointment-schema.ts';
import { formatNumber, joinList } from '../../site/numbers.ts';
import { joinedSources } from './joined-sources.ts';
import type { RuleEntry, RulebookQuestion } from './rule-entry.ts';
import { RULEBOOK_TEXTS } from './rulebook-texts.ts';

/** From the decision to the last day of a contract: conditions, what is sent for them, offers, reminders, and who waits on a list. */
export const appointmentEntries = (question: RulebookQuestion): RuleEntry[] => [
  conditions(question),
  conditionDocuments(question),
  conditionReminders(question),
  budget(question),
  offers(question),
  contractDates(question),
  reserveList(question),
];

function conditions({ organisation: { appointment }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].conditions;
  const { people } = RULEBOOK_TEXTS[language];
  return {
    rules: [],
    title: t.title,
    decides: [t.decides],
    table: {
      columns: t.columns,
      rows: appointment.conditions.map(({ rule, name, givenBy, office, usual, holds, waiver, source }) => ({
        cells: [
          name[language],
          givenBy?.[language] ?? t.notStated,
          people[office],
          usual ? formatSpan(usual, language) : t.notStated,
          holds ? formatSpan(holds, language) : t.noLimit,
          waiver ? people[waiver.by] : t.nobody,
        ],
        rules: [rule],
        source: joinedSources([source, usual?.source, holds?.source, waiver?.source], language),
      })),
    },
    source: t.source,
  };
}

/** What a candidate sends for each condition, how much of it is taken, and how long it is kept. */
function conditionDocuments({ organisation: { appointment }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].conditionDocuments;
  const { maxFiles, keptDays, source } = appointment.conditionDocuments;
  const asked = appointment.conditions.flatMap(({ name, fromCandidate }) =>
    fromCandidate.map((item) => ({ cells: [name[language], item.name[language]], source: item.source[language] })),
  );
  return {
    rules: [],
    title: t.title,
    decides: [
      asked.length === 0 ? t.nothing : t.files.replace('{files}', formatNumber(maxFiles, language)),
      keptDays === null ? t.keptOpen : t.kept.replace('{days}', inDays(keptDays, language)),
      t.medical,
    ],
    ...(asked.length > 0 && { table: { columns: t.columns, rows: asked } }),
    source: source[language],
  };
}

function conditionReminders({ organisation: { appointment }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].conditionReminders;
  const { source, daysBefore, everyDays, daysBeforeExpiry, candidateAfter } = appointment.conditionReminders;
  return {
    rules: [],
    title: t.title,
    decides: [
      onDays(daysBefore, [t.before, t.notBefore], language),
      everyDays === null ? t.notAgain : t.again.replace('{days}', inDays(everyDays, language)),
      onDays(daysBeforeExpiry, [t.expiry, t.noExpiry], language),
      onDays(candidateAfter, [t.candidate, t.noCandidate], language),
    ],
    source: source[language],
  };
}

function budget({ organisation: { appointment }, language }: RulebookQuestion): RuleEntry {
  const { rule, text, source } = appointment.budget;
  return { rules: [rule], title: RULEBOOK_TEXTS[language].budget, decides: [text[language]], source: source[language] };
}

function offers({ organisation: { appointment }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].offers;
  const { approval, answer, reminderDaysBefore, probation, source } = appointment.offer;
  return {
    rules: [],
    title: t.title,
    decides: [
      approval.length === 0 ? t.noApproval : t.approval,
      spanned(answer, [t.answer, t.noAnswer], language),
      onDays(reminderDaysBefore, [t.reminder, t.noReminder], language),
      spanned(probation, [t.probation, t.noProbation], language),
    ],
    ...(approval.length > 0 && {
      table: {
        columns: t.columns,
        rows: approval.map((step) => ({
          cells: [step.name[language], RULEBOOK_TEXTS[language].people[step.by]],
          source: step.source[language],
        })),
      },
    }),
    source: joinedSources([source, answer?.source, probation?.source], language),
  };
}

/** Who acts on what becomes due after the first day, and when. */
function contractDates({ organisation: { appointment }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].contractDates;
  const { by, renewalProposal, reminderDaysBefore, source } = appointment.calendar;
  return {
    rules: [],
    title: t.title,
    decides: [
      t.by.replace('{who}', RULEBOOK_TEXTS[language].people[by]),
      spanned(renewalProposal, [t.proposal, t.noProposal], language),
      onDays(reminderDaysBefore, [t.reminder, t.noReminder], language),
    ],
    source: joinedSources([source, renewalProposal?.source], language),
  };
}

function reserveList({ organisation: { appointment }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].reserveList;
  const { months, source } = appointment.reserveList;
  const lasts = months === null ? t.open : t.months.replace('{months}', formatMonths(months, language));
  return { rules: [], title: t.title, decides: [lasts], source: source[language] };
}

const inDays = (count: number, language: Language): string => formatSpan({ count, unit: 'days' }, language);

/** A sentence with its place for a time, and the one for where there is none. */
type Sentences = readonly [told: string, none: string];

const spanned = (span: Pick<Span, 'count' | 'unit'> | null, [told, none]: Sentences, language: Language): string =>
  span === null ? none : told.replace('{span}', formatSpan(span, language));

const onDays = (days: readonly number[], [told, none]: Sentences, language: Language): string =>
  days.length === 0
    ? none
    : told.replace(
        '{days}',
        joinList(
          days.map((count) => inDays(count, language)),
          language,
        ),
      );
