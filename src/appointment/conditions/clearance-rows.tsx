import type { Language } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { formatDate } from '../../site/dates.ts';
import { Tag, type SummaryRow } from '../../site/parts.tsx';
import type { Chosen } from './appointment-queries.ts';
import { clearanceOf, levelName } from './clearance.ts';
import { CONDITIONS_TEXTS } from './conditions-texts.ts';
import { isSettled, type Track } from './track.ts';

type Shown = { language: Language; chosen: Chosen; track: Track; organisation: Organisation };

/** The level that the post asks for. */
export function neededLevel({ language, chosen, organisation }: Shown): SummaryRow {
  const t = CONDITIONS_TEXTS[language];
  const { needed } = clearanceOf(chosen, organisation);
  return { term: t.needed, value: needed === null ? t.notPrinted : levelName(needed, organisation)[language] };
}

/** What the person stated that they hold; while the condition is open, whether it has to be raised, or ends before the first day. */
export function statedLevel({ language, chosen, track, organisation }: Shown): SummaryRow {
  const t = CONDITIONS_TEXTS[language];
  const { held, isBelow, endsBefore } = clearanceOf(chosen, organisation);
  const until = held?.validUntil ? formatDate(held.validUntil, language) : t.untilUnknown;
  return {
    term: t.held,
    value: (
      <>
        {held ? t.heldLevel(levelName(held.level, organisation)[language], until) : t.heldNone}{' '}
        {isBelow && !isSettled(track) && <Tag tone="warning">{t.upgrade}</Tag>}
        {endsBefore !== null && !isSettled(track) && (
          <Tag tone="warning">{t.heldEnds(formatDate(endsBefore, language))}</Tag>
        )}
      </>
    ),
  };
}
