import { formatInstant, formatInstantToMinute } from './dates.ts';
import { useLanguage } from './language-context.tsx';
import { SITE_TEXTS } from './site-texts.ts';

type InstantProps = { at: Date; zone: string; toMinute?: boolean | undefined };

/** An instant in the zone it is announced in and, where there is JavaScript, on the reader's own clock beside it. */
export function Instant({ at, zone, toMinute }: InstantProps) {
  const language = useLanguage();
  return (
    <span class="instant">
      <time datetime={at.toISOString()}>{(toMinute ? formatInstantToMinute : formatInstant)(at, zone, language)}</time>{' '}
      <LocalTime zone={zone} />
    </span>
  );
}

/** Where the reader's own time is written: inside the element that holds the `<time>` it is about. */
export function LocalTime({ zone }: { zone: string }) {
  return <small data-local-time={SITE_TEXTS[useLanguage()].localTime} data-zone={zone} hidden />;
}
