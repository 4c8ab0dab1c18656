/**
 * Counts down what `[data-time-left]` says is left, in milliseconds as the server sent the page, without the clock of this
 * device but for how long the page has been open. Shown to the minute; said to a screen reader at few moments alone. As time
 * goes on, and before it ends, the form is asked to save; where the answer says that the end is a later one, it is. What counts is the server's clock: this only shows it.
 */
const MINUTE_MS = 60_000;
const TICK_MS = 1000;
const SAVE_EVERY_MS = 15_000;
const LAST_SAVE_MS = 3000;

/** A countdown under way: when it ends by the clock of this device, and what was left when it was looked at last. */
type Count = { place: HTMLElement; ends: number; before: number; isOver: boolean };

function countDown(place: HTMLElement): void {
  const left = Number(place.dataset['timeLeft']);
  const count: Count = { place, ends: Date.now() + left, before: left, isOver: false };
  const moments = momentsOf(Number(place.dataset['wholeTime']));
  setInterval(() => !count.isOver && look(count, moments), TICK_MS);
  document.addEventListener('saved', (event) => learn(count, (event as CustomEvent<Answer>).detail));
}

function look(count: Count, moments: readonly number[]): void {
  const { place, before } = count;
  const left = count.ends - Date.now();
  const passed = moments.find((moment) => before > moment && left <= moment);
  show(place, inWords(Math.max(0, left), place.dataset));
  if (passed !== undefined && left > 0) say(place, sentence(left, place.dataset));
  // The last save is sent whatever was typed: its answer tells whether this is the end.
  if (before > LAST_SAVE_MS && left <= LAST_SAVE_MS) saveAll('save-now');
  else if (Math.floor(before / SAVE_EVERY_MS) !== Math.floor(left / SAVE_EVERY_MS)) saveAll('focusout');
  count.before = left;
  if (left > 0) return;
  count.isOver = true;
  show(place, place.dataset['over'] ?? '');
  say(place, place.dataset['over'] ?? '');
  setReadOnly(true);
}

type Answer = { timeLeftMs?: number; endsAt?: string; endsAtTold?: string };

/** What the server says of the end: a later one holds from then on. How long its answer was on the way changes nothing. */
function learn(count: Count, { timeLeftMs, endsAt = '', endsAtTold = '' }: Answer): void {
  const ends = Date.now() + (timeLeftMs ?? 0);
  if (timeLeftMs === undefined || ends - count.ends < MINUTE_MS / 2) return;
  const { place } = count;
  Object.assign(count, { ends, before: timeLeftMs, isOver: false });
  show(place, inWords(timeLeftMs, place.dataset));
  say(place, sentence(timeLeftMs, place.dataset));
  const time = place.querySelector<HTMLTimeElement>('[data-ends-at] time');
  if (time) {
    time.dateTime = endsAt;
    time.textContent = endsAtTold;
  }
  document.dispatchEvent(new Event('instant-changed'));
  setReadOnly(false);
}

function show(place: HTMLElement, words: string): void {
  const shown = place.querySelector('[data-time-shown]');
  if (shown && shown.textContent !== words) shown.textContent = words;
}

function say(place: HTMLElement, words: string): void {
  const said = place.querySelector('[data-time-said]');
  if (said) said.textContent = words;
}

/** Half of the time, ten, five minutes and one. */
const momentsOf = (whole: number): number[] =>
  [whole / 2, 10 * MINUTE_MS, 5 * MINUTE_MS, MINUTE_MS].filter((moment) => moment < whole);

/** Leaving a field saves: who writes without a pause is saved as well. */
function saveAll(event: 'focusout' | 'save-now'): void {
  for (const form of document.querySelectorAll('form[data-autosave]')) form.dispatchEvent(new Event(event));
}

/** What was typed stands, to be read and copied; nothing more can be typed into what no longer counts. */
function setReadOnly(readOnly: boolean): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement>('form[data-autosave] textarea'))
    field.readOnly = readOnly;
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
