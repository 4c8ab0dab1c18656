/**
 * The list answers as soon as something is chosen: the page of the new address is fetched, and its results and facets take
 * the place of those here. The focus stays where it was, and how many were found is said. Without, the button does it.
 * Going back asks the server for the page as it was, words and order included.
 */
const form = document.querySelector<HTMLFormElement>('[data-search]');
const LINKS = 'header a[hreflang], link[type*=xml]';
const said = document.createElement('p');
let asked = 0;
let shown = location.search;

if (form) {
  said.className = 'hidden';
  said.setAttribute('role', 'status');
  // Outside what is replaced: a region that says something must have been there before.
  form.after(said);
  document.addEventListener('change', ({ target }) => {
    const isOurs = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (isOurs && target.form === form && target.name !== 'q') void refresh(form);
  });
  // A link to a place on this page is no other list.
  addEventListener('popstate', () => location.search !== shown && location.reload());
}

async function refresh(from: HTMLFormElement): Promise<void> {
  const turn = (asked += 1);
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(from)) if (typeof value === 'string' && value) query.append(name, value);
  const address = `${from.action}?${query}`;
  document.getElementById('results')?.setAttribute('aria-busy', 'true');
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
  // The other language and the feeds lead to the list as it is narrowed now.
  const links = page.querySelectorAll<HTMLAnchorElement>(LINKS);
  for (const [index, link] of document.querySelectorAll<HTMLAnchorElement>(LINKS).entries())
    link.setAttribute('href', links[index]?.getAttribute('href') ?? link.href);
  if (focused) document.getElementById(focused)?.focus();
  said.textContent = document.querySelector('[data-count]')?.textContent ?? '';
  history.pushState(null, '', address);
  shown = location.search;
}
