import { EVENT_LOG_API } from '../../people/event-chain/event-head-question.ts';
import { eventHeadNote, type SignedEventHead } from '../../people/event-chain/event-head.ts';
import type { Language } from '../../platform/language.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatInstantToMinute } from '../../site/dates.ts';
import { formatNumber } from '../../site/numbers.ts';
import { RECEIPT_LOG_TEXTS } from './receipt-log-texts.ts';
import { SignedText } from './receipt-proof.tsx';

/** The last head of the chain of events, and the last of each day. */
export type PublishedHeads = { last: SignedEventHead | undefined; days: SignedEventHead[] };

/** Where the heads of the chain of events are published, for whoever keeps them. */
export function EventHeads({ language, heads: { last, days } }: { language: Language; heads: PublishedHeads }) {
  const t = RECEIPT_LOG_TEXTS[language];
  return (
    <section>
      <h2>{t.events}</h2>
      <p>{t.eventsWhat}</p>
      {last ? (
        <>
          <h3>{t.eventsHead}</h3>
          <SignedText text={eventHeadNote(last)} />
          <p>
            {t.eventsKeep} <code>bin/concours events --verify --heads FILE</code>
          </p>
        </>
      ) : (
        <p>{t.noHead}</p>
      )}
      {days.length > 0 && (
        <DataTable
          caption={t.eventsDays}
          columns={[{ heading: t.day, rowHeader: true }, { heading: t.eventCount, numeric: true }, { heading: t.hash }]}
          rows={days.map(({ at, position, hash }) => ({
            key: position,
            cells: [
              formatInstantToMinute(at, 'UTC', language),
              formatNumber(position, language),
              <code key="hash">{hash}</code>,
            ],
          }))}
        />
      )}
      <ul>
        {[`${EVENT_LOG_API}/head`, `${EVENT_LOG_API}/heads?every=day`, `${EVENT_LOG_API}/heads?every=state`].map(
          (address) => (
            <li key={address}>
              <a href={address}>
                <code>{address}</code>
              </a>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
