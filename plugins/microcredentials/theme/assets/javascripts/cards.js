/**
 * Cards in a list: those that the server made, and copies for lists made in the browser. Each gets buttons that save the
 * credential to the plan and add it to a comparison.
 *
 * @typedef {import('./results.js').Shown} Shown
 * @typedef {(text: string, terms: string[]) => {text: string, hit: boolean}[]} Mark cuts a text into pieces that contain
 *     words that were found, and others
 */

import { chosenToCompare, toggleCompared } from './compared.js';
import { clone, element, part, parts, ROOT } from './dom.js';
import { savedSlugs, saveSlugs } from './saved-plan.js';

/** How readers know the sections of a full text. @type {Record<string, string>} */
const SECTION_NAMES = {
  about: 'the description',
  method: 'the method',
  evidence: 'the evidence',
  rubric: 'the rubric',
  research: 'the research',
  resources: 'the resources',
};

/**
 * Return a card for a document.
 * @param {Shown} shown
 * @param {Mark} mark
 */
export function makeCard(shown, mark) {
  const item = clone('card-template');
  part('.card', HTMLElement, item).dataset.slug = shown.url.split('/').at(-2);
  fillTitle(item, shown, mark);
  part('.card-text', HTMLElement, item).replaceChildren(...marked(mark(shown.text, shown.terms)));
  const badge = part('.badge', HTMLElement, item);
  if (shown.status) {
    const [status, label] = shown.status;
    badge.className = `badge status-${status}`;
    badge.textContent = label;
  } else {
    badge.remove();
  }
  const list = part('ul', HTMLElement, item);
  const row = part('li', HTMLElement, list);
  list.replaceChildren(...[...shown.facts, ...foundIn(shown.where)].map(([label, text]) => fact(row, label, text)));
  return item;
}

/**
 * Return a fact that names the sections in which the words were found, if the card has none of the words.
 * @param {string[]} where
 * @returns {[string, string][]}
 */
function foundIn(where) {
  const sections = where.filter((name) => SECTION_NAMES[name]);
  if (!where.length || sections.length < where.length) return [];
  return [['Where', `Found in ${sections.map((name) => SECTION_NAMES[name]).join(', ')}`]];
}

/**
 * @param {HTMLElement} row to copy
 * @param {string} label
 * @param {string} text
 */
function fact(row, label, text) {
  const copy = /** @type {HTMLElement} */ (row.cloneNode(true));
  const [name, value] = copy.children;
  name.textContent = `${label}: `;
  value.textContent = text;
  return copy;
}

/**
 * @param {HTMLElement} item
 * @param {Shown} shown
 * @param {Mark} mark
 */
export function fillTitle(item, { url, title, terms }, mark) {
  const link = part('h3 a', HTMLAnchorElement, item);
  link.href = new URL(url, ROOT).href;
  link.replaceChildren(...marked(mark(title, terms)));
}

/**
 * Return pieces of text as nodes. Neighbors of the same kind are joined, so that the page has few nodes.
 * @param {{text: string, hit: boolean}[]} pieces
 */
export function marked(pieces) {
  /** @type {{text: string, hit: boolean}[]} */
  const joined = [];
  for (const { text, hit } of pieces) {
    const last = joined.at(-1);
    if (last?.hit === hit) last.text += text;
    else joined.push({ text, hit });
  }
  return joined.map(({ text, hit }) => (hit ? element('mark', {}, text) : text));
}

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
    button.ariaPressed = String(isOn);
    if (isSave) part('.text', HTMLElement, button).textContent = isOn ? 'Saved' : 'Save';
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
