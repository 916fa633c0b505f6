/** Buttons that copy a field's text: data-copy names the field. Where copying is refused, the field is selected. */
for (const button of document.querySelectorAll('[data-copy]')) {
  const usual = button.textContent;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = 'Copied';
    } catch {
      field.select();
      button.textContent = 'Press Ctrl+C to copy';
    }
    setTimeout(() => (button.textContent = usual), 2500);
  });
}
