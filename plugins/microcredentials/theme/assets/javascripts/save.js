/** The button on a credential's page that saves it to the plan, or takes it out again. */

import { save, saved } from './saved.js';

const button = document.querySelector('[data-save]');
const slug = button.dataset.save;

function show() {
  const kept = saved().includes(slug);
  button.setAttribute('aria-pressed', String(kept));
  button.querySelector('.save-words').textContent = kept ? 'Saved to my plan' : 'Save to my plan';
}

button.addEventListener('click', () => {
  const names = saved();
  const done = save(names.includes(slug) ? names.filter((name) => name !== slug) : [...names, slug]);
  show();
  if (!done) button.querySelector('.save-words').textContent = 'This browser keeps nothing';
});
show();
