/** Buttons that copy a field's text: data-copy names the field. The button says so, and the field is selected. */
for (const button of document.querySelectorAll('[data-copy]')) {
  const usual = button.textContent;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Press Ctrl+C to copy';
    }
    setTimeout(() => (button.textContent = usual), 2500);
  });
}
