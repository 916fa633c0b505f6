/**
 * Copies of the server's card for lists that are made in the browser.
 *
 * @typedef {import('./results.js').Shown} Shown
 * @typedef {(text: string, terms: string[]) => {text: string, hit: boolean}[]} Mark cuts a text into pieces that contain
 *     words that were found, and others
 */

import { clone, element, part, ROOT } from './dom.js';

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
  fillBadge(part('.card-badge', SVGElement, item), shown.look);
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
 * Put a badge together from the layers that the page contains.
 * @param {SVGElement} badge with one layer to copy
 * @param {string[]} look the layers, and the color
 */
export function fillBadge(badge, look) {
  const layer = part('use', SVGElement, badge);
  badge.setAttribute('color', look[look.length - 1]);
  badge.replaceChildren(
    ...look.slice(0, -1).map((name) => {
      const copy = /** @type {SVGElement} */ (layer.cloneNode());
      copy.setAttribute('href', `#badge-${name}`);
      return copy;
    }),
  );
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
