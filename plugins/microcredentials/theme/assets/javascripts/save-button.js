/**
 * The buttons of a page that save credentials to the plan, or remove them: data-save has their slugs. The label alone says
 * what the next press does.
 */

import { PLAN_CHANGED, savedSlugs, saveSlugs } from './saved-plan.js';

/** @type {NodeListOf<HTMLButtonElement>} */
const buttons = document.querySelectorAll('[data-save]');
const status = document.getElementById('save-status');

/** @param {HTMLButtonElement} button */
const slugsOf = (button) => (button.dataset.save ?? '').split(' ');

function show() {
  const saved = savedSlugs();
  for (const button of buttons) {
    const isSaved = slugsOf(button).every((slug) => saved.includes(slug));
    button.dataset.isSaved = String(isSaved);
    const label = button.querySelector('.save-words');
    const all = slugsOf(button).length > 1 ? ' all' : '';
    if (label) label.textContent = isSaved ? `Remove${all} from my plan` : `Save${all} to my plan`;
  }
  /** @type {NodeListOf<HTMLElement>} */
  const marks = document.querySelectorAll('[data-saved]');
  for (const mark of marks)
    mark.textContent = saved.includes(mark.dataset.saved ?? '') ? '✓ In my plan' : 'Not in my plan';
}

/** @param {HTMLButtonElement} button */
function press(button) {
  const slugs = slugsOf(button);
  const saved = savedSlugs();
  const isSaved = slugs.every((slug) => saved.includes(slug));
  const others = saved.filter((slug) => !slugs.includes(slug));
  const isDone = saveSlugs(isSaved ? others : [...new Set([...saved, ...slugs])]);
  const done = isSaved ? 'Removed from my plan.' : 'Saved to my plan.';
  const sentence = isDone ? done : 'This browser does not allow saving. To keep the page, save its address.';
  if (status) {
    status.textContent = sentence;
    status.classList.toggle('visually-hidden', isDone);
  }
}

for (const button of buttons) button.addEventListener('click', () => press(button));
addEventListener(PLAN_CHANGED, show);
addEventListener('storage', show);
show();
