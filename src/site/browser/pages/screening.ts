/**
 * A screener's sheet by the keyboard. Inside a requirement, 1, 2 and 3 choose its finding and lead to the next; N and P go
 * to the next and the previous application. Only where the focus is in what is judged, and never while a reason is typed.
 */
const form = document.querySelector<HTMLFormElement>('form[data-screening]');
let changed = false;

if (form) {
  form.addEventListener('change', () => (changed = true));
  form.addEventListener('submit', () => (changed = false));
  form.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    const typing =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
    if (typing) return;
    const judged = target.closest<HTMLElement>('[data-judged]');
    if (judged && /^[1-3]$/.test(key)) {
      choose(judged, Number(key) - 1);
      event.preventDefault();
    }
    if (/^[np]$/i.test(key)) goTo(key.toLowerCase() === 'n' ? 'next' : 'prev');
  });
  // Going on by a key loses nothing that was not saved: the browser asks.
  addEventListener('beforeunload', (event) => changed && event.preventDefault());
}

/** Chooses a finding; where it stands by itself the next is reached, else its reason. */
function choose(judged: HTMLElement, index: number): void {
  const radio = judged.querySelectorAll<HTMLInputElement>('input[type=radio]')[index];
  if (!radio) return;
  radio.checked = true;
  changed = true;
  const reason = judged.querySelector<HTMLTextAreaElement>('textarea');
  if (index > 0) return reason?.focus();
  const all = [...document.querySelectorAll<HTMLElement>('[data-judged]')];
  const next = all[all.indexOf(judged) + 1];
  const there = next?.querySelector<HTMLInputElement>('input[type=radio]:checked, input[type=radio]');
  (there ?? form?.querySelector<HTMLElement>('button'))?.focus();
}

function goTo(which: 'next' | 'prev'): void {
  document.querySelector<HTMLAnchorElement>(`a[rel=${which}]`)?.click();
}
