import { FIELD_TEXTS } from '../../appointment/hand-over/hand-over-record-texts.ts';
import { formatSpan } from '../../regulations/contracts/contract-texts.ts';
import { joinList } from '../../site/numbers.ts';
import type { RuleEntry, RulebookQuestion } from './rule-entry.ts';
import { RULEBOOK_TEXTS } from './rulebook-texts.ts';

/** Who is told of an appointment, of what, and under which names. */
export function handOverEntry({ organisation: { handOver }, language }: RulebookQuestion): RuleEntry {
  const t = RULEBOOK_TEXTS[language].handOver;
  const { neighbours, keptDays, source } = handOver;
  if (neighbours.length === 0) return { rules: [], title: t.title, decides: [t.none], source: source[language] };
  const kept =
    keptDays === null ? t.keptOpen : t.kept.replace('{days}', formatSpan({ count: keptDays, unit: 'days' }, language));
  return {
    rules: [],
    title: t.title,
    decides: [t.decides, kept],
    table: {
      columns: t.columns,
      rows: neighbours.map(({ name, events, fields, source: of }) => ({
        cells: [
          name[language],
          joinList(
            events.map((event) => t.events[event]),
            language,
          ),
          fields
            .map(({ field, as }) => t.field.replace('{field}', FIELD_TEXTS[field].name[language]).replace('{as}', as))
            .join(', '),
        ],
        source: of[language],
      })),
    },
    source: source[language],
  };
}
