/** Says that a file is on its way while the browser sends a form with `data-upload`, and sends it only once. */
const forms = document.querySelectorAll<HTMLFormElement>('form[data-upload]');

for (const form of forms) {
  form.addEventListener('submit', (event) => {
    if (form.ariaBusy === 'true') return event.preventDefault();
    if (!form.querySelector<HTMLInputElement>('[type=file]')?.files?.length) return;
    form.ariaBusy = 'true';
    say(form, form.dataset['sending']);
  });
}

// A page that the browser kept is no longer sending.
addEventListener('pageshow', ({ persisted }) => {
  for (const form of persisted ? forms : []) {
    form.ariaBusy = 'false';
    say(form, '');
  }
});

function say(form: HTMLFormElement, text = ''): void {
  const state = form.querySelector('output');
  if (state) state.textContent = text;
}
