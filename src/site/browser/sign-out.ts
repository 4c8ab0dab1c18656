/** Who signs out takes along what was typed and never reached the server: the next person at this browser finds nothing. */
const form = document.querySelector<HTMLFormElement>('form[data-sign-out]');

form?.addEventListener('submit', (event) => {
  const unsaved = Object.keys(localStorage).filter((key) => key.startsWith('draft '));
  if (unsaved.length > 0 && !confirm(form.dataset['signOut'])) return event.preventDefault();
  for (const key of unsaved) localStorage.removeItem(key);
});
