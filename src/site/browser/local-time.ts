/**
 * Shows each instant of the page in the reader's own zone, beside the announced one that the server printed.
 * The server writes `<time datetime="…">` followed by an empty `<small data-local-time="… {time} …" hidden>`.
 */
const locale = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;

function showAll(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-local-time]')) {
    const { localTime: words, zone } = place.dataset;
    const instant = place.parentElement?.querySelector('time')?.dateTime;
    const text = instant && zone && localText(new Date(instant), zone);
    if (!text || !words) continue;
    place.textContent = words.replace('{time}', text);
    place.hidden = false;
  }
}

/** The reader's clock, with the day where it is another; nothing where both clocks agree. */
function localText(instant: Date, zone: string): string | undefined {
  const day = (timeZone?: string) => instant.toLocaleDateString(locale, { dateStyle: 'long', timeZone });
  const clock = (timeZone?: string) =>
    spoken(instant.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }));
  const sameDay = day() === day(zone);
  if (sameDay && clock() === clock(zone)) return undefined;
  return sameDay ? clock() : `${day()}, ${clock()}`;
}

/** As the server writes it: `18:36`, `18 h 36`. */
function spoken(time: string): string {
  const [hour, minute] = time.split(':');
  return locale === 'fr' ? `${Number(hour)}\u00a0h\u00a0${minute}` : time;
}

showAll();
// Another script of the page wrote an instant anew.
document.addEventListener('instant-changed', showAll);
