/** The comparison: the address says what is compared (?c=slug&c=slug), and a table shows it row by row. */

import { openEngine } from './catalog-engine.js';
import { element, part, ROOT } from './dom.js';
import { currentSlugs, loaded, loadFacts } from './plan-data.js';
import { MOST_COMPARED, validSlugs } from './saved-plan.js';

/** @typedef {import('./plan-data.js').Facts} Facts */

const page = part('#compare', HTMLElement);
const frame = part('#compare-frame', HTMLElement, page);
const form = part('#compare-add', HTMLFormElement, page);
const choice = part('#compare-choice', HTMLSelectElement, page);

/** Return the slugs in the address. */
const wanted = () => validSlugs(new URLSearchParams(location.search).getAll('c')).slice(0, MOST_COMPARED);

/** @param {string[]} slugs */
function addressOf(slugs) {
  const query = new URLSearchParams(slugs.map((slug) => ['c', slug]));
  return `${location.pathname}${slugs.length ? `?${query}` : ''}`;
}

/**
 * Write a new choice into the address, so that it can be shared and the back button undoes it.
 * @param {string[]} slugs
 */
function go(slugs) {
  history.pushState(null, '', addressOf(slugs));
  return show();
}

async function show() {
  const found = await loadFacts(wanted());
  const slugs = currentSlugs(wanted(), found);
  const known = loaded(found);
  const compared = slugs.flatMap((slug) => known.find((each) => each.slug === slug) ?? []);
  if (slugs.join() !== wanted().join()) history.replaceState(null, '', addressOf(slugs));
  const missing = slugs.filter((slug) => !compared.some((each) => each.slug === slug));
  part('#compare-failed', HTMLElement, page).hidden = missing.length === 0;
  part('#compare-missing', HTMLElement, page).textContent = missing.length ? `: ${missing.join(', ')}` : '';
  part('#compare-empty', HTMLElement, page).hidden = compared.length > 0;
  frame.hidden = compared.length === 0;
  form.hidden = slugs.length >= MOST_COMPARED;
  frame.style.setProperty('--compared', String(compared.length));
  part('thead tr', HTMLElement, frame).replaceChildren(element('td', { role: 'cell' }), ...compared.map(columnHead));
  part('tbody', HTMLElement, frame).replaceChildren(...rows(compared));
  part('#compare-status', HTMLElement, page).textContent = `${compared.length} compared`;
}

/** @param {Facts} facts */
function columnHead(facts) {
  const link = element('a', { href: new URL(facts.url, ROOT).href }, facts.title);
  return element('th', { scope: 'col', role: 'columnheader' }, link, removeButton(facts));
}

/**
 * Return a row for each fact that at least one of the credentials states.
 * @param {Facts[]} compared
 */
function rows([first, ...others]) {
  if (!first) return [];
  return first.facts
    .map(([label], at) => ({ label, cells: [first, ...others].map(({ facts }) => facts[at][1]) }))
    .filter(({ cells }) => cells.some((lines) => lines.length))
    .map(({ label, cells }) => {
      const head = element('th', { scope: 'row', role: 'rowheader' }, label);
      return element('tr', { role: 'row' }, head, ...cells.map(cell));
    });
}

/** @param {string[]} lines */
function cell(lines) {
  if (lines.length < 2) return element('td', { role: 'cell' }, lines[0] ?? 'Not stated');
  return element('td', { role: 'cell' }, element('ul', {}, ...lines.map((line) => element('li', {}, line))));
}

/** @param {Facts} facts */
function removeButton({ slug, title }) {
  const button = element(
    'button',
    { type: 'button', className: 'link-button', ariaLabel: `Remove ${title}` },
    'Remove',
  );
  button.addEventListener('click', async () => {
    await go(wanted().filter((each) => each !== slug));
    choice.focus();
  });
  return button;
}

/** Offer every credential. The form stays disabled until then, because what is typed into an empty list would be lost. */
async function offer() {
  try {
    const engine = await openEngine();
    const titles = engine.store.titles.slice(0, engine.documents.credentials);
    choice.replaceChildren(
      ...titles.map((title, id) => element('option', { value: engine.documents.url(id).split('/')[1] }, title)),
    );
    for (const control of form.querySelectorAll(':disabled')) control.removeAttribute('disabled');
  } catch {
    choice.options[0].text = 'The catalog could not be loaded';
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (choice.value) go([...wanted(), choice.value]);
});
window.addEventListener('popstate', show);
offer();
show();
