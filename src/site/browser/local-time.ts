/**
 * Shows each instant of the page in the reader's own zone, beside the announced one that the server printed.
 * The server writes `<time datetime="…">` followed by an empty `<small data-local-time hidden>`.
 */
for (const place of document.querySelectorAll<HTMLElement>('[data-local-time]')) {
  const instant = place.parentElement?.querySelector('time')?.dateTime;
  const label = place.dataset['localTime'];
  if (!instant || !label) continue;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone === place.dataset['zone']) continue;
  const text = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' });
  place.textContent = label.replace('{time}', text.format(new Date(instant)));
  place.hidden = false;
}
