/**
 * Shows each instant of the page in the reader's own zone, beside the announced one that the server printed.
 * The server writes `<time datetime="…">` followed by an empty `<small data-local-time="… {time} …" hidden>`.
 */
const locale = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;

for (const place of document.querySelectorAll<HTMLElement>('[data-local-time]')) {
  const { localTime: words, zone } = place.dataset;
  const instant = place.parentElement?.querySelector('time')?.dateTime;
  if (!instant || !words || !zone) continue;
  const text = localText(new Date(instant), zone);
  if (!text) continue;
  place.textContent = words.replace('{time}', text);
  place.hidden = false;
}

/** The reader's clock, with the day where it is another; nothing where both clocks agree. */
function localText(instant: Date, zone: string): string | undefined {
  const day = (timeZone?: string) => instant.toLocaleDateString(locale, { dateStyle: 'long', timeZone });
  const clock = (timeZone?: string) => instant.toLocaleTimeString(locale, { timeStyle: 'short', timeZone });
  const sameDay = day() === day(zone);
  if (sameDay && clock() === clock(zone)) return undefined;
  return sameDay ? clock() : `${day()}, ${clock()}`;
}
