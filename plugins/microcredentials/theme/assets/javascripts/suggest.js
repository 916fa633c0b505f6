/**
 * A search box that suggests while a reader types: a combobox with a list below it, as the ARIA Authoring Practices
 * describe it. Arrow keys move in the list, Enter takes a suggestion, Escape closes the list.
 */

import { openEngine } from './catalog-engine.js';
import { element, ROOT } from './dom.js';

/** @typedef {import('../search/suggestions.js').Suggestion} Suggestion */

const PAUSE = 150; // milliseconds without a key until the list changes

/**
 * Add suggestions to a search box.
 * @param {HTMLInputElement} input
 * @param {(filter: Suggestion) => void} [takeFilter] what to do with a filter beside results; otherwise the catalog is
 *     opened with it
 */
export function addSuggestions(input, takeFilter) {
  const list = element('ul', {
    id: `${input.id}-suggestions`,
    className: 'suggestions',
    role: 'listbox',
    hidden: true,
  });
  list.setAttribute('aria-label', 'Suggestions');
  input.after(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  /** @type {Suggestion[]} */
  let shown = [];
  let active = -1;
  let waiting = 0;

  /** @param {number} at */
  const activate = (at) => {
    active = at;
    for (const [n, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(n === at));
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', list.children[at].id);
  };
  /** @param {Suggestion[]} suggestions */
  const show = (suggestions) => {
    shown = suggestions;
    list.replaceChildren(...suggestions.map((each, n) => item(each, `${list.id}-${n}`)));
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    activate(-1);
  };
  /** @param {Suggestion} suggestion */
  const take = (suggestion) => {
    show([]);
    if (suggestion.kind === 'filter') (takeFilter ?? openCatalog)(suggestion);
    else location.assign(new URL(suggestion.url ?? '', ROOT));
  };
  const update = async () => {
    const text = input.value;
    const [{ suggest }, engine] = await Promise.all([import('../search/suggestions.js'), openEngine()]);
    const found = await suggest(engine, text, takeFilter !== undefined);
    if (input.value === text && input === document.activeElement) show(found);
  };

  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => update().catch(() => show([])), PAUSE);
  });
  input.addEventListener('blur', () => show([]));
  input.form?.addEventListener('submit', () => {
    clearTimeout(waiting);
    show([]);
  });
  list.addEventListener('pointerdown', (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener('click', ({ target }) => {
    const at = [...list.children].findIndex((each) => target instanceof Node && each.contains(target));
    if (shown[at]) take(shown[at]);
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    const count = shown.length;
    if (event.key === 'ArrowDown') activate(active + 1 < count ? active + 1 : -1);
    else if (event.key === 'ArrowUp') activate(active < 0 ? count - 1 : active - 1);
    else if (event.key === 'Escape') show([]);
    else if (event.key === 'Enter' && active >= 0) take(shown[active]);
    else return;
    event.preventDefault();
  });
}

/**
 * @param {Suggestion} suggestion
 * @param {string} id
 */
function item({ label, text }, id) {
  const kind = element('span', { className: 'suggestion-kind' }, text);
  const made = element('li', { id, role: 'option' }, element('span', {}, label), ' ', kind);
  made.setAttribute('aria-selected', 'false');
  return made;
}

/** @param {Suggestion} filter */
function openCatalog({ facet = '', option = '', rest }) {
  const query = new URLSearchParams({ ...(rest ? { q: rest } : {}), [facet]: option });
  location.assign(new URL(`catalog/?${query}`, ROOT));
}
