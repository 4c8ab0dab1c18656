/** A form with `data-passkey` asks this browser for a passkey, or for a new one, and is sent with its answer. */
const form = document.querySelector<HTMLFormElement>('form[data-passkey]');
const failure = document.querySelector<HTMLElement>('#passkey-failed');

async function answer({ passkey, options = '' }: DOMStringMap): Promise<Credential | null> {
  const given: unknown = JSON.parse(options);
  return passkey === 'create'
    ? navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(given as PublicKeyCredentialCreationOptionsJSON),
      })
    : navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(given as PublicKeyCredentialRequestOptionsJSON),
      });
}

async function send(asking: HTMLFormElement, field: Element | RadioNodeList | null): Promise<void> {
  try {
    const credential = await answer(asking.dataset);
    if (!credential || !(field instanceof HTMLInputElement)) return;
    field.value = JSON.stringify(credential);
    asking.submit();
  } catch {
    if (failure) failure.textContent = failure.dataset['text'] ?? '';
  }
}

if (form && 'PublicKeyCredential' in window) {
  const field = form.elements.namedItem('credential');
  form.querySelector('[data-asking]')?.removeAttribute('hidden');
  form.querySelector('[data-unable]')?.remove();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (failure) failure.textContent = '';
    void send(form, field);
  });
}
