/**
 * The list answers as soon as something is chosen: the page of the new address is fetched, and its results and facets take
 * the place of those here. The focus stays where it was, and how many were found is said. Without, the button does it.
 */
const form = document.querySelector<HTMLFormElement>('[data-search]');
const said = document.createElement('p');
let asked = 0;

if (form) {
  said.className = 'hidden';
  said.setAttribute('role', 'status');
  form.after(said);
  document.addEventListener('change', ({ target }) => {
    const isOurs = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (isOurs && target.form === form && target.name !== 'q') void refresh(form);
  });
  addEventListener('popstate', () => location.reload());
}

async function refresh(from: HTMLFormElement): Promise<void> {
  const turn = (asked += 1);
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(from)) if (typeof value === 'string' && value) query.append(name, value);
  const address = `${from.action}?${query}`;
  const answer = await fetch(address).catch(() => undefined);
  if (turn !== asked) return;
  if (!answer?.ok) return from.submit();
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (turn !== asked) return;
  const focused = document.activeElement?.id;
  const open = [...document.querySelectorAll('.facet')].filter((facet) => facet.querySelector('details[open]'));
  const legends = open.map((facet) => facet.querySelector('legend')?.textContent);
  for (const id of ['results', 'narrow']) {
    const next = page.getElementById(id);
    if (next) document.getElementById(id)?.replaceWith(next);
  }
  for (const facet of document.querySelectorAll('.facet'))
    if (legends.includes(facet.querySelector('legend')?.textContent))
      facet.querySelector('details')?.setAttribute('open', '');
  if (focused) document.getElementById(focused)?.focus();
  said.textContent = document.querySelector('[data-count]')?.textContent ?? '';
  history.pushState(null, '', address);
}
