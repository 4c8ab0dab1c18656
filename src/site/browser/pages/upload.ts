/**
 * Sends a form with `data-upload` itself, so that it can say how much of the file has been sent. The server answers
 * `{ location }` or `{ message }`; anything else is left to the browser, which sends the form as if this were not here.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
  form.addEventListener('submit', (event) => {
    const state = form.querySelector('output');
    if (!state || !form.querySelector<HTMLInputElement>('[type=file]')?.files?.length) return;
    event.preventDefault();
    if (form.ariaBusy !== 'true') send(form, state);
  });
}

function send(form: HTMLFormElement, state: Element): void {
  const { sending, checking } = form.dataset;
  const request = new XMLHttpRequest();
  let told = '';
  const say = (text = ''): void => {
    if (text !== told) state.textContent = told = text;
  };
  const otherwise = (): void => form.submit();
  request.open('POST', form.action);
  request.setRequestHeader('accept', 'application/json');
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const tenths = Math.floor((loaded / total) * 10);
    say(tenths < 10 ? `${sending} ${tenths * 10} %` : checking);
  });
  request.addEventListener('error', otherwise);
  request.addEventListener('load', () => {
    const { location: next, message } = (request.response ?? {}) as { location?: string; message?: string };
    if (next) location.assign(next);
    else if (message) {
      say(message);
      form.ariaBusy = 'false';
      state.className = 'field-error';
    } else otherwise();
  });
  form.ariaBusy = 'true';
  state.className = 'hint';
  request.send(new FormData(form));
}
