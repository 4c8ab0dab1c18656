import { LANGUAGES } from '../../platform/language.ts';
import { deadlineRule } from '../../regulations/deadline.ts';
import { contains, phrasesWithin } from '../import/phrases.ts';
import { comparable, wordsOf } from '../import/words.ts';
import { SECTIONS } from '../vocabulary-schema.ts';
import { contractYears } from './contract-years-rule.ts';
import { daysOpen } from './days-open-rule.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import { mentionsOtherDuties } from './parity-rules.ts';
import { salaryFindings } from './salary-rules.ts';
import { linesOf, placesOf, type Subject } from './subject.ts';

/** What a notice must say, and whether it agrees with the regulations. */
export function completenessFindings(subject: Subject): Finding[] {
  return [
    ...clearance(subject),
    ...timeZone(subject),
    ...daysOpen(subject),
    ...salaryFindings(subject),
    ...levelNames(subject),
    ...contractYears(subject),
    ...closingDuty(subject),
    ...scheduleYear(subject),
    ...numbering(subject),
  ];
}

/** Appointment depends on a clearance of which no level is stated. */
function clearance(subject: Subject): Finding[] {
  const { record, passages, vocabulary, doubts, organisation } = subject;
  if (organisation.clearances.levels.length === 0) return [];
  if (record.clearance !== null || doubts.some(({ kind, field }) => kind === 'field-unread' && field === 'clearance'))
    return [];
  const asked = [...passages.of('otherText.application', 'en'), ...passages.of('otherText.application', 'fr')].some(
    ({ text }) => contains(vocabulary.clearanceWords, wordsOf(text)),
  );
  if (!asked) return [];
  const lines = placesOf(subject, 'grades');
  return [
    { rule: 'completeness/clearance', severity: 'warning', lines, field: 'clearance', message: SAYS.clearance() },
  ];
}

/** “11:59 PM”: in which zone? Notices print none, so the organisation’s is taken. */
function timeZone(subject: Subject): Finding[] {
  const { deadline } = subject.record;
  if (!deadline || deadline.time === null) return [];
  const { zone } = deadlineRule(subject.organisation, deadline.date);
  const lines = placesOf(subject, 'deadline');
  const printed = LANGUAGES.some((language) =>
    /\b(?:UTC|GMT|CES?T|[A-Z]{3,4}T)\b|[+-]\d{2}:?\d{2}$/.test(lineText(subject, lines[language]?.from)),
  );
  if (printed) return [];
  return [{ rule: 'completeness/time-zone', severity: 'info', lines, field: 'deadline', message: SAYS.timeZone(zone) }];
}

const lineText = ({ source }: Subject, number: number | undefined) => source[(number ?? 0) - 1]?.text.trim() ?? '';

/** “V (“Advanced”)”: another level's name; part of one names a level that has none of its own: « intermédiaire supérieur ». */
const NAMED =
  /(?<![\p{L}\d])(?<code>[A-C][12]|[IV]{1,3}|\d)\s?\(\s?[“"‘'«]?\s?(?<name>[\p{L}\s-]{4,30}?)\s?[”"’'»]?\s?\)/gu;

function levelNames(subject: Subject): Finding[] {
  const { passages, vocabulary } = subject;
  return LANGUAGES.flatMap((language) =>
    passages.of('essential', language).flatMap((passage) =>
      [...passage.text.matchAll(NAMED)].flatMap(({ groups }) => {
        const { code = '', name = '' } = groups ?? {};
        const [{ phrase } = { phrase: null }] = phrasesWithin(vocabulary.languageLevels, wordsOf(name));
        const level = vocabulary.data.languageLevels[code];
        if (!level || !phrase || phrase.code === code) return [];
        const [right] = level[language];
        if (right ? comparable(right) === comparable(name) : wordsOf(name).at(phrase.keys.length)) return [];
        return [
          {
            rule: 'completeness/level-names',
            severity: 'error',
            lines: { [language]: linesOf(subject, passage, name) },
            field: passage.field,
            message: SAYS.levelName(code, name, right ?? code),
          } satisfies Finding,
        ];
      }),
    ),
  );
}

/** “Perform any other related duty”, where neither language says it; in one alone it is a matter of parity. */
function closingDuty(subject: Subject): Finding[] {
  const { record, passages, places } = subject;
  if (record.closingDuty.en !== undefined || record.closingDuty.fr !== undefined) return [];
  const language = LANGUAGES.find((own) => passages.of('accountabilities', own).length > 0);
  if (!language || LANGUAGES.some((own) => mentionsOtherDuties(passages, own))) return [];
  const lines = {
    [language]:
      passages.of('accountabilities', language).at(-1)?.lines ?? places[`sections.accountabilities.${language}`],
  };
  return [
    {
      rule: 'completeness/closing-duty',
      severity: 'info',
      lines,
      field: 'closingDuty',
      message: SAYS.closingDutyMissing(),
    },
  ];
}

/** “Final selection end of January”: of which year? */
function scheduleYear(subject: Subject): Finding[] {
  return subject.record.provisionalSchedule.flatMap((stage, index) => {
    const printed = stage.en ?? stage.fr ?? '';
    if (printed === '' || LANGUAGES.some((language) => /\b20\d\d\b/.test(stage[language] ?? ''))) return [];
    const field = `provisionalSchedule[${index}]`;
    return [
      {
        rule: 'completeness/schedule-year',
        severity: 'info',
        lines: placesOf(subject, field),
        field,
        message: SAYS.scheduleYear(printed),
      } as const,
    ];
  });
}

/** A heading without its number where the other headings of its language have theirs. */
function numbering(subject: Subject): Finding[] {
  const headings = LANGUAGES.flatMap((language) =>
    SECTIONS.flatMap((section) => {
      const lines = subject.places[`sections.${section}.${language}`];
      const text = lineText(subject, lines?.from);
      return lines && text !== ''
        ? [{ language, lines, text, numbered: /^\W*(?:section\s)?(?:\d|[IVX]+\W)/i.test(text) }]
        : [];
    }),
  );
  return LANGUAGES.flatMap((language) => {
    const own = headings.filter((heading) => heading.language === language);
    const bare = own.filter(({ numbered }) => !numbered);
    if (bare.length * 2 >= own.length) return [];
    return bare.map(({ lines, text }) => ({
      rule: 'completeness/numbering' as const,
      severity: 'warning' as const,
      lines: { [language]: lines },
      message: SAYS.numbering(text),
    }));
  });
}
