/** Buttons that copy the text of a field: data-copy is the id of the field. If copying is refused, the field is selected. */

/** @type {NodeListOf<HTMLButtonElement>} */
const buttons = document.querySelectorAll('[data-copy]');
for (const button of buttons) {
  const label = button.textContent;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy ?? '');
    if (!(field instanceof HTMLInputElement)) return;
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = 'Copied';
    } catch {
      field.select();
      button.textContent = 'Press Ctrl+C or ⌘C to copy';
    }
    setTimeout(() => {
      button.textContent = label;
    }, 2500);
  });
}
