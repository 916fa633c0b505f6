/**
 * The catalog page: search and filters over the list that the server made.
 *
 * The address is the state. Typing replaces the address; every other choice adds to the history. The server's list stays
 * until the first choice; then lists are made from the data of all credentials, in copies of the same card. Later pages
 * of the list have the same form, which leads back to the first page.
 */

import { openEngine } from './catalog-engine.js';
import { part } from './dom.js';
import { Filters } from './filters.js';
import { Results } from './results.js';
import { read, usualSort, write } from './url.js';

/**
 * @typedef {import('../search/engine.js').Catalog} Engine
 * @typedef {import('./url.js').State} State
 *
 * @typedef {object} View everything that is shown for a state
 * @property {Engine} engine
 * @property {import('./query.js').Result} result
 * @property {number} pages
 * @property {number} page
 * @property {import('./results.js').Loaded} loaded
 * @property {string} explanation
 */

const TYPING = 200; // milliseconds without a key until the list changes; browsers limit changes of the address, too
const SILENCE = 800; // milliseconds without a change until the number of results is announced

const catalog = part('#catalog', HTMLElement);
const form = part('#catalog-form', HTMLFormElement);
const input = part('#catalog-q', HTMLInputElement);
const sort = part('#catalog-sort', HTMLSelectElement);
const status = part('#catalog-status', HTMLElement);
const home = new URL(form.action).pathname;
const isHome = location.pathname === home;
const results = new Results(catalog);
const filters = new Filters(catalog, { changed: choose, emptied: () => results.title.focus() });

let page = 1;
let loose = false;
let sortedBy = '';
let typing = 0;
let silence = 0;
let latestRequest = 0;

const loadQuery = () => import('./query.js'); // needed only after the first choice

/**
 * @param {number} count
 * @param {string} word
 */
const plural = (count, word) => `${count ? count.toLocaleString('en-US') : 'No'} ${word}${count === 1 ? '' : 's'}`;

/** @param {number} count */
const credentials = (count) => plural(count, 'micro-credential');

/**
 * Return the state of the controls.
 * @returns {State}
 */
const state = () => ({ q: input.value, loose, chosen: filters.chosen, sort: sortedBy, page });

/** Set the controls to the state in the address. */
function restore() {
  const wanted = read(location.search, filters.options);
  input.value = wanted.q;
  loose = wanted.loose;
  filters.chosen = wanted.chosen;
  sortedBy = wanted.sort;
  page = wanted.page;
}

/** Follow a choice: it starts a new list, and the back button undoes it. */
function choose() {
  if (!isHome) return form.requestSubmit();
  page = 1;
  go('pushState');
}

/**
 * Write the state of the controls into the address, and show it.
 * @param {'pushState' | 'replaceState'} method
 */
function go(method) {
  const address = home + write(state());
  if (address !== location.pathname + location.search) history[method](null, '', address);
  show();
}

/** Show the state of the controls, unless it changes again while files are loading. */
async function show() {
  clearTimeout(typing);
  latestRequest += 1;
  const request = latestRequest;
  const wanted = state();
  filters.showChoices();
  offerSorts(wanted);
  results.busy = true;
  const view = await load(wanted).catch(() => null);
  if (request !== latestRequest) return;
  results.busy = false;
  if (view) present(wanted, view);
  else fail();
}

/**
 * Load everything that is shown for a state.
 * @param {State} wanted
 * @returns {Promise<View>}
 */
async function load(wanted) {
  const [{ runQuery }, engine] = await Promise.all([loadQuery(), openEngine()]);
  const result = runQuery(wanted, engine, wanted.q.trim() ? await engine.match(wanted.q) : null);
  const pages = results.pages(result.cards.length);
  const page = Math.min(wanted.page, pages);
  const loaded = await results.load(result, page, engine);
  return { engine, result, pages, page, loaded, explanation: await explain(engine, wanted.q, loaded) };
}

/**
 * @param {State} wanted
 * @param {View} view
 */
function present(wanted, view) {
  const { engine, result, pages, loaded, explanation } = view;
  page = view.page;
  const summary = [
    credentials(result.cards.length),
    filters.size && plural(filters.size, 'filter'),
    page > 1 && `page ${page} of ${pages}`,
  ]
    .filter(Boolean)
    .join(', ');
  /** @type {import('./results.js').Mark} */
  const mark = wanted.q.trim() ? (text, terms) => engine.mark(text, terms) : (text) => [{ text, hit: false }];
  results.show(result, loaded, { page, summary, address: (page) => home + write({ ...wanted, page }), mark });
  results.explain(explanation);
  filters.showCounts(engine.store.facets, result.counts, credentials(result.cards.length));
  if (result.cards.length === 0) advise(wanted, result.advice);
  announce([summary, explanation].filter(Boolean).join('. '));
}

/**
 * Return a sentence for each word that nothing contains: what was searched for in its place.
 * @param {Engine} engine
 * @param {string} q
 * @param {import('./results.js').Loaded} loaded
 */
async function explain(engine, q, { shown, otherPages }) {
  if (!q.trim()) return '';
  const texts = [...shown, ...otherPages].flatMap(({ title, text }) => [title, text]);
  const sentences = (await engine.replacements(q, texts)).map(({ typed, read }) => {
    if (!read.length) return `Nothing matches “${typed}”.`;
    return `Showing results for “${read.join(' ')}”: nothing matches “${typed}”.`;
  });
  return sentences.join(' ');
}

function fail() {
  results.fail();
  announce('Search could not be loaded.');
}

/**
 * Offer to sort by best match only if there are words to match.
 * @param {State} wanted
 */
function offerSorts({ q }) {
  const [relevance] = sort.options;
  relevance.hidden = !q.trim();
  relevance.disabled = !q.trim();
  sort.value = sortedBy || usualSort(q);
}

/**
 * Show why nothing was found, and what to remove.
 * @param {State} wanted
 * @param {import('./query.js').Advice[]} advice
 */
function advise({ q, chosen }, advice) {
  const typed = q.trim();
  const choices = advice.map(({ facet, count }) => ({
    text: `Remove ${facet ? `“${filters.words(facet)}”` : `the words “${typed}”`} and see ${credentials(count)}`,
    act: () => drop(facet ? { q, chosen: { ...chosen, [facet]: [] } } : { q: '', chosen }),
  }));
  const startOver = { text: 'Start over', act: () => drop({ q: '', chosen: {} }) };
  const reason = filters.size
    ? 'No micro-credential matches all of these choices.'
    : `No micro-credential matches “${typed}”.`;
  results.advise(reason, choices.length ? choices : [startOver]);
}

/**
 * Continue with the choices that are left. The button that was pressed disappears, so the focus moves to the new list.
 * @param {Pick<State, 'q' | 'chosen'>} left
 */
function drop(left) {
  input.value = left.q;
  filters.chosen = left.chosen;
  choose();
  results.title.focus();
}

/**
 * Announce the number of results to screen readers, when nothing has changed for a while.
 * @param {string} text
 */
function announce(text) {
  clearTimeout(silence);
  status.textContent = '';
  silence = setTimeout(() => {
    status.textContent = text;
  }, SILENCE);
}

/**
 * Show another page of the list, unless the reader opens it in a new tab or window.
 * @param {MouseEvent} event
 */
function turnPage(event) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  page += link.rel === 'next' ? 1 : -1;
  go('pushState');
  results.title.focus();
}

/** Load files before they are needed. What fails now is loaded again when it is. */
function preload() {
  for (const load of [loadQuery, openEngine]) load().catch(() => undefined);
}

filters.done.addEventListener('click', () => results.title.focus());

if (isHome) {
  catalog.addEventListener('focusin', preload, { once: true });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go('pushState');
  });
  input.addEventListener('input', () => {
    clearTimeout(typing);
    page = 1;
    loose = false;
    results.busy = true;
    typing = setTimeout(() => go('replaceState'), TYPING);
  });
  sort.addEventListener('change', () => {
    sortedBy = sort.value === usualSort(input.value) ? '' : sort.value;
    choose();
  });
  results.pager.addEventListener('click', turnPage);
  results.moreButton.addEventListener('click', () => {
    loose = true;
    choose();
    results.title.focus();
  });
  part('button', HTMLElement, results.failure).addEventListener('click', () => location.reload());
  window.addEventListener('popstate', () => {
    restore();
    show();
  });
  restore();
  if (write(state())) show();
} else {
  sort.addEventListener('change', () => form.requestSubmit());
}
