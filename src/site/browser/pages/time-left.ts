/**
 * Counts down what `[data-time-left]` says is left, in milliseconds as the server sent the page, without the clock of this
 * device but for how long the page has been open. Shown to the minute; said to a screen reader at few moments alone. As time
 * goes on, and before it ends, the form is asked to save. What counts is the server's clock: this only shows it.
 */
const MINUTE_MS = 60_000;
const TICK_MS = 1000;
const SAVE_EVERY_MS = 15_000;
const LAST_SAVE_MS = 3000;

function countDown(place: HTMLElement): void {
  const opened = Date.now();
  const whole = Number(place.dataset['timeLeft']);
  const shown = place.querySelector('[data-time-shown]');
  const said = place.querySelector('[data-time-said]');
  const moments = momentsOf(Number(place.dataset['wholeTime']));
  let before = whole;
  const timer = setInterval(() => {
    const left = whole - (Date.now() - opened);
    if (shown) shown.textContent = inWords(Math.max(0, left), place.dataset);
    const passed = moments.find((moment) => before > moment && left <= moment);
    if (said && passed !== undefined && left > 0) said.textContent = sentence(left, place.dataset);
    if (isTimeToSave(before, left)) saveAll();
    before = left;
    if (left > 0) return;
    clearInterval(timer);
    if (said) said.textContent = place.dataset['over'] ?? '';
    if (shown) shown.textContent = place.dataset['over'] ?? '';
    close();
  }, TICK_MS);
}

/** Half of the time, ten, five minutes and one. */
const momentsOf = (whole: number): number[] =>
  [whole / 2, 10 * MINUTE_MS, 5 * MINUTE_MS, MINUTE_MS].filter((moment) => moment < whole);

const isTimeToSave = (before: number, left: number): boolean =>
  Math.floor(before / SAVE_EVERY_MS) !== Math.floor(left / SAVE_EVERY_MS) ||
  (before > LAST_SAVE_MS && left <= LAST_SAVE_MS);

/** Leaving a field saves: who writes without a pause is saved as well. */
function saveAll(): void {
  for (const form of document.querySelectorAll('form[data-autosave]')) form.dispatchEvent(new Event('focusout'));
}

/** What was typed stands, to be read and copied; nothing more can be typed into what no longer counts. */
function close(): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement>('form[data-autosave] textarea'))
    field.readOnly = true;
}

/** Rounded up to the minute where it is said at that very minute, a moment late. */
const sentence = (left: number, words: DOMStringMap): string =>
  (words['left'] ?? '{time}').replace('{time}', minutes(Math.max(1, Math.round(left / MINUTE_MS))));

const inWords = (left: number, words: DOMStringMap): string =>
  left < MINUTE_MS ? (words['less'] ?? '') : minutes(Math.floor(left / MINUTE_MS));

function minutes(count: number): string {
  const { lang } = document.documentElement;
  const locale = lang === 'en' ? 'en-GB' : lang;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(count);
}

for (const place of document.querySelectorAll<HTMLElement>('[data-time-left]')) countDown(place);
