/**
 * Saves a form with `data-autosave` while it is filled in: posts it, without its files, to its own action, asking for
 * JSON. The server joins it with what was saved elsewhere and answers 200 `{ base, text }`, 401 signed out, 409
 * `{ compare }` the same field changed elsewhere, 422 `{ text }`. What happened is said in the form's `[data-save-state]`,
 * in words that came with the form; what was typed is never touched.
 *
 * Until the server has it, what was typed is kept in this browser, and put back into the form when it is opened again.
 */
const PAUSE_MS = 800;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

/** Kept no longer than this, should nobody ever come back to it. */
const KEPT_MS = 14 * 24 * 3600 * 1000;

type Answer = { base?: string; text?: string; compare?: string; link?: string };
/** What was typed and is not saved: the fields, what the form had started from, and when. */
type Kept = { fields: string; base: string; at: number };

/** A form being kept saved: what the server has, and what is under way. */
type Draft = {
  form: HTMLFormElement;
  state: HTMLElement;
  saved: string;
  running: Promise<void> | undefined;
  timer: number | undefined;
  retryMs: number;
  stopped: boolean;
};

function keepSaved(form: HTMLFormElement, state: HTMLElement): void {
  const restored = putBack(form);
  const start = { saved: content(form), running: undefined, timer: undefined, retryMs: FIRST_RETRY_MS, stopped: false };
  const draft: Draft = { form, state, ...start };
  form.addEventListener('input', () => saveLater(draft, PAUSE_MS));
  form.addEventListener('change', () => saveLater(draft, PAUSE_MS));
  form.addEventListener('focusout', () => void save(draft));
  // Asked for by another script, also where nothing was typed since: the answer tells what the server knows.
  form.addEventListener('save-now', () => {
    draft.saved = '';
    void save(draft);
  });
  document.addEventListener('visibilitychange', () => document.hidden && void save(draft, true));
  addEventListener('pagehide', () => void save(draft, true));
  addEventListener('online', () => void save(draft));
  // Kept by the browser while its last save was on the way: its version may be an older one.
  addEventListener('pageshow', (event) => event.persisted && draft.running && location.reload());
  form.addEventListener('submit', (event) => sendWhole(draft, event));
  if (!restored) return;
  say(state, { text: state.dataset['putBack']?.replace('{time}', clock(restored)), warning: true });
  draft.saved = '';
  saveLater(draft, FIRST_RETRY_MS);
}

const keyOf = (form: HTMLFormElement): string => `draft ${new URL(form.action).pathname.replace(/^\/[a-z]{2}\//, '')}`;

/** What was typed here and never reached the server stands in the form again; answers when it was typed. */
function putBack(form: HTMLFormElement): Date | undefined {
  const text = kept(keyOf(form));
  if (!text) return undefined;
  const { fields, base, at } = JSON.parse(text) as Kept;
  keep(keyOf(form), undefined);
  if (Date.now() - at > KEPT_MS || fields === content(form)) return undefined;
  const typed = new URLSearchParams(fields);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
      field.checked = typed.getAll(field.name).includes(field.value);
    else if (isText(field)) field.value = typed.get(field.name) ?? field.value;
  }
  baseOf(form).value = base;
  form.dispatchEvent(new Event('input', { bubbles: true }));
  return new Date(at);
}

/** A browser may refuse to keep anything, or have no room: then the page alone holds what was typed, as it says. */
function keep(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    return;
  }
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

type Text = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isText = (field: Element): field is Text =>
  field instanceof HTMLTextAreaElement ||
  field instanceof HTMLSelectElement ||
  (field instanceof HTMLInputElement && field.type !== 'hidden' && field.type !== 'file');

const baseOf = (form: HTMLFormElement): HTMLInputElement => form.elements.namedItem('base') as HTMLInputElement;

/** A save under way is let finish first, for it raises the version that the whole form is sent with. */
function sendWhole(draft: Draft, event: SubmitEvent): void {
  clearTimeout(draft.timer);
  draft.stopped = true;
  if (!draft.running) return;
  event.preventDefault();
  void draft.running.then(() => draft.form.requestSubmit(event.submitter));
}

function saveLater(draft: Draft, ms: number): void {
  clearTimeout(draft.timer);
  draft.timer = setTimeout(() => void save(draft), ms);
}

/** One save at a time; `leaving` sends at once, in a way that outlives the page. */
async function save(draft: Draft, leaving = false): Promise<void> {
  clearTimeout(draft.timer);
  const now = content(draft.form);
  if (draft.stopped || now === draft.saved) return;
  const unsaved: Kept = { fields: now, base: baseOf(draft.form).value, at: Date.now() };
  keep(keyOf(draft.form), JSON.stringify(unsaved));
  if (draft.running) {
    if (!leaving) await draft.running.then(() => save(draft));
    return;
  }
  draft.running = send(draft, now, leaving).finally(() => (draft.running = undefined));
  await draft.running;
}

async function send(draft: Draft, now: string, leaving: boolean): Promise<void> {
  const { form, state } = draft;
  say(state, { text: state.dataset['saving'] });
  const response = await post(form, leaving);
  if (!response || response.status >= 500 || response.status === 429) {
    say(state, { text: state.dataset['notSaved'], warning: true });
    saveLater(draft, draft.retryMs);
    draft.retryMs = Math.min(draft.retryMs * 2, LAST_RETRY_MS);
    return;
  }
  draft.retryMs = FIRST_RETRY_MS;
  if (response.ok) {
    draft.saved = now;
    keep(keyOf(form), undefined);
  }
  if (response.status === 409) draft.stopped = true;
  await tell(form, state, response);
}

/** What a save would send, without what is the server's. */
function content(form: HTMLFormElement): string {
  const fields = fieldsOf(form);
  fields.delete('base');
  return fields.toString();
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const texts = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return new URLSearchParams(texts);
}

/** Nothing where there was no answer: no network, or a page being left. */
const post = (form: HTMLFormElement, keepalive: boolean): Promise<Response | undefined> =>
  fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: fieldsOf(form),
    keepalive,
  }).catch(() => undefined);

async function tell(form: HTMLFormElement, state: HTMLElement, response: Response): Promise<void> {
  const answer = (await response.json().catch(() => ({}))) as Answer;
  const words = state.dataset;
  if (response.status === 401) {
    return say(state, { text: words['signedOut'], warning: true, link: [words['signInAgain'], words['signIn']] });
  }
  if (response.status === 409) {
    const text = answer.text ?? words['changedElsewhere'];
    return say(state, { text, warning: true, link: [answer.link ?? words['compare'], answer.compare] });
  }
  if (!response.ok) return say(state, { text: answer.text ?? words['notSaved'], warning: true });
  if (answer.base !== undefined) baseOf(form).value = answer.base;
  form.dispatchEvent(new CustomEvent('saved', { bubbles: true, detail: answer }));
  const text = answer.text ?? words['saved']?.replace('{time}', clock(new Date()));
  say(state, { text, link: [words['show'], answer.compare] });
}

const clock = (at: Date): string =>
  at.toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short', hourCycle: 'h23' });

type Message = { text: string | undefined; warning?: boolean; link?: [string | undefined, string | undefined] };

function say(
  state: HTMLElement,
  { text = '', warning = false, link: [words, href] = [undefined, undefined] }: Message,
): void {
  state.classList.toggle('warning', warning);
  state.replaceChildren(text);
  if (!words || !href) return;
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.target = '_blank';
  anchor.textContent = words;
  state.append(' ', anchor);
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
  const state = form.querySelector<HTMLElement>('[data-save-state]');
  if (state) keepSaved(form, state);
}
