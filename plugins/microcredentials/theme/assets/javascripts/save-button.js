/** The button on the page of a credential that saves it to the plan, or removes it. */

import { savedSlugs, saveSlugs } from './saved-plan.js';

/** @type {HTMLButtonElement | null} */
const button = document.querySelector('[data-save]');
const label = button?.querySelector('.save-words');
if (button && label) wire(button, label);

/**
 * @param {HTMLButtonElement} button
 * @param {Element} label
 */
function wire(button, label) {
  const slug = button.dataset.save ?? '';
  const show = () => {
    const isSaved = savedSlugs().includes(slug);
    button.setAttribute('aria-pressed', String(isSaved));
    label.textContent = isSaved ? 'Saved to my plan' : 'Save to my plan';
  };
  button.addEventListener('click', () => {
    const slugs = savedSlugs();
    const done = saveSlugs(slugs.includes(slug) ? slugs.filter((each) => each !== slug) : [...slugs, slug]);
    show();
    if (!done) label.textContent = 'This browser does not allow saving';
  });
  show();
}
