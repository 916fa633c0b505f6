/** The buttons of cards, which save a credential to the plan and add it to a comparison. */

import { clone, part, parts } from './dom.js';
import { chosenToCompare, savedSlugs, saveSlugs, toggleCompared } from './saved-plan.js';

/**
 * Add the buttons to all cards of a list, and show their states.
 * @param {HTMLElement} list
 */
export function addButtons(list) {
  for (const card of parts('.card', HTMLElement, list)) {
    if (card.querySelector('.card-buttons')) continue;
    const buttons = clone('card-buttons-template');
    const title = part('h3 a', HTMLElement, card).textContent;
    for (const name of parts('.name', HTMLElement, buttons)) name.textContent = ` ${title}`;
    card.append(buttons);
  }
  showStates(list);
}

/**
 * Show which cards are saved and chosen to compare.
 * @param {HTMLElement} list
 */
export function showStates(list) {
  const [saved, compared] = [savedSlugs(), chosenToCompare()];
  for (const button of parts('[data-action]', HTMLButtonElement, list)) {
    const isSave = button.dataset.action === 'save';
    const isOn = (isSave ? saved : compared).includes(slugOf(button));
    button.dataset.isOn = String(isOn);
    if (isSave)
      part('.text', HTMLElement, button).textContent = isOn ? 'Remove' : 'Save'; // what the next press does
    else button.ariaPressed = String(isOn);
  }
}

/**
 * Do what a pressed button says. Returns a sentence for those who cannot see the button change; empty if it was none.
 * @param {EventTarget | null} target
 */
export function press(target) {
  const button = target instanceof Element ? target.closest('[data-action]') : null;
  if (!(button instanceof HTMLButtonElement)) return '';
  const slug = slugOf(button);
  if (button.dataset.action === 'compare') return toggleCompared(slug);
  const slugs = savedSlugs();
  const isSaved = slugs.includes(slug);
  const done = saveSlugs(isSaved ? slugs.filter((each) => each !== slug) : [...slugs, slug]);
  if (!done) return 'This browser does not allow saving.';
  return isSaved ? 'Removed from your plan.' : 'Saved to your plan.';
}

/** @param {HTMLElement} button */
const slugOf = (button) => button.closest('.card')?.getAttribute('data-slug') ?? '';
