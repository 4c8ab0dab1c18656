/**
 * Sends a form with `data-upload` itself, so that it can say how much of the file has been sent. Where the server leads
 * on, the browser goes; a page that says what is wrong takes the place of this one. Anything else is left to the browser,
 * which sends the form as if this were not here.
 */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset['upload'] === undefined) return;
  const state = form.querySelector('output');
  if (!state || !form.querySelector<HTMLInputElement>('[type=file]')?.files?.length) return;
  event.preventDefault();
  if (form.ariaBusy !== 'true') send(form, state);
});

function send(form: HTMLFormElement, state: Element): void {
  const { sending, checking } = form.dataset;
  const request = new XMLHttpRequest();
  let told = '';
  const say = (text = ''): void => {
    if (text !== told) state.textContent = told = text;
  };
  request.open('POST', form.action);
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const tenths = Math.floor((loaded / total) * 10);
    say(tenths < 10 ? `${sending} ${tenths * 10} %` : checking);
  });
  request.addEventListener('error', () => form.submit());
  request.addEventListener('load', () => {
    if (request.status === 200 && request.responseURL !== form.action) location.assign(request.responseURL);
    else if (request.status !== 422 || !takesPlace(request.responseText)) form.submit();
  });
  form.ariaBusy = 'true';
  request.send(new FormData(form));
}

/** Puts what a page says in the place of what this one says, and its errors before the reader. */
function takesPlace(html: string): boolean {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const [here, there] = [document, page].map((each) => each.querySelector('main'));
  if (!here || !there) return false;
  document.title = page.title;
  here.replaceWith(there);
  there.querySelector<HTMLElement>('[data-error-summary]')?.focus();
  return true;
}
