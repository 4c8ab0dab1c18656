/** Counts down the characters of a text with a limit, and says so to a screen reader once the typing pauses. */
const PAUSE_MS = 1000;

for (const field of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-max-characters]')) {
  const message = document.getElementById(`${field.id}-count`);
  if (message) countDown(field, message);
}

function countDown(field: HTMLTextAreaElement, message: HTMLElement): void {
  const said = document.createElement('span');
  said.className = 'hidden';
  said.setAttribute('role', 'status');
  message.after(said);
  let pause: number | undefined;
  const show = () => {
    message.textContent = left(field, message.dataset);
    message.classList.toggle('over', field.value.length > Number(field.dataset['maxCharacters']));
  };
  field.addEventListener('input', () => {
    show();
    clearTimeout(pause);
    pause = setTimeout(() => (said.textContent = message.textContent), PAUSE_MS);
  });
  if (field.value) show();
}

function left(field: HTMLTextAreaElement, words: DOMStringMap): string {
  const count = Number(field.dataset['maxCharacters']) - field.value.length;
  const language = document.documentElement.lang;
  const one = new Intl.PluralRules(language).select(Math.abs(count)) === 'one';
  const text = count < 0 ? (one ? words['overOne'] : words['overOther']) : one ? words['leftOne'] : words['leftOther'];
  const figure = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language).format(Math.abs(count));
  return (text ?? '{n}').replace('{n}', figure);
}
