/** Takes a reader of a form that came back to what is wrong with it; a link of the summary goes to its field. */
const summary = document.querySelector<HTMLElement>('[data-error-summary]');

summary?.focus();
summary?.addEventListener('click', (event) => {
  if (!(event.target instanceof HTMLAnchorElement)) return;
  const field = document.getElementById(event.target.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  (field.closest('.field') ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
});
