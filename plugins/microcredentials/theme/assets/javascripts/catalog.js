/**
 * The catalog page: search and filters over the list that the server made.
 *
 * The address is the state. Typing replaces the address; every other choice adds to the history. The server's list stays
 * until the first choice; then lists are made from the data of all credentials, in copies of the same card. Later pages
 * of the list have the same form, which leads back to the first page.
 */

import { without } from '../search/spans.js';
import { press, showStates } from './cards.js';
import { openEngine } from './catalog-engine.js';
import { adviceFor, explain, summarize, titleOf } from './catalog-words.js';
import { chosenToCompare, MOST } from './compared.js';
import { part } from './dom.js';
import { Filters } from './filters.js';
import { Results } from './results.js';
import { wireSheet } from './sheet.js';
import { Presets, Understood } from './understood.js';
import { read, usualSort, withChoice, write } from './url.js';

/**
 * @typedef {import('../search/engine.js').Catalog} Engine
 * @typedef {import('../search/facts.js').Fact} Fact
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

const MOST_ABOVE = 120; // pixels of the screen; if the list ends above them, nothing of it can be seen
const TYPING = 200; // milliseconds without a key until the list changes; browsers limit changes of the address, too
const SILENCE = 800; // milliseconds without a change until the number of results is announced

const catalog = part('#catalog', HTMLElement);
const form = part('#catalog-form', HTMLFormElement);
const input = part('#catalog-q', HTMLInputElement);
const sort = part('#catalog-sort', HTMLSelectElement);
const status = part('#catalog-status', HTMLElement);
const compare = part('.compare-chosen', HTMLElement);
const home = new URL(form.action).pathname;
const isHome = location.pathname === home;
const pageTitle = document.title;
const results = new Results(catalog);
const filters = new Filters(catalog, chooseOption);
const presets = new Presets(catalog, pressPreset);
const understood = new Understood(catalog, {
  removeFact: (fact) => choose({ q: without(state.q, [fact]) }),
  removeChoice: (facet, option) => chooseOption(facet, option, false),
  readAsWords: (asWords) => choose({ asWords }),
  clear: () => choose({ q: without(state.q, facts), chosen: {} }),
  emptied: () => results.title.focus(),
});

/** @type {State} */
let state = read(location.search);
/** @type {Fact[]} What was read in the words of the list that is shown. */
let facts = [];
let typing = 0;
let silence = 0;
let latestRequest = 0;

const loadQuery = () => import('./query.js'); // needed only after the first choice

/**
 * Follow a choice: it starts a new list, and the back button undoes it.
 * @param {Partial<State>} change
 */
function choose(change) {
  state = { ...state, page: 1, ...change };
  input.value = state.q;
  if (!isHome) location.assign(home + write(state));
  else go('pushState');
}

/**
 * Choose an option or take back the choice. A choice that was read in the words is taken back there.
 * @param {string} facet
 * @param {string} option
 * @param {boolean} isChosen
 */
function chooseOption(facet, option, isChosen) {
  const read = isChosen ? [] : facts.filter((fact) => fact.facet === facet && fact.options.includes(option));
  choose({
    chosen: withChoice(state.chosen, facet, option, isChosen),
    q: read.length ? without(state.q, read) : state.q,
  });
}

/**
 * Choose what a preset says, or take it back.
 * @param {string} text
 * @param {boolean} isPressed
 */
async function pressPreset(text, isPressed) {
  const engine = await openEngine().catch(() => null);
  if (!engine) return fail();
  const wanted = engine.read(text).facts.flatMap(({ facet, options }) => options.map((option) => ({ facet, option })));
  if (!wanted.length) return choose({ q: text });
  const chosen = wanted.reduce((all, { facet, option }) => withChoice(all, facet, option, !isPressed), state.chosen);
  const isTaken = (/** @type {Fact} */ fact) =>
    wanted.some(({ facet, option }) => fact.facet === facet && fact.options.includes(option));
  choose({ chosen, q: isPressed ? without(state.q, facts.filter(isTaken)) : state.q });
}

/**
 * Write the state into the address, and show it.
 * @param {'pushState' | 'replaceState'} method
 */
function go(method) {
  const address = home + write(state);
  if (address !== location.pathname + location.search) history[method](null, '', address);
  show();
}

/** Show the state, unless it changes again while files are loading. */
async function show() {
  clearTimeout(typing);
  latestRequest += 1;
  const request = latestRequest;
  const wanted = state;
  offerSorts(wanted);
  results.busy = true;
  const view = await load(wanted).catch(() => null);
  if (request !== latestRequest) return;
  results.busy = false;
  document.documentElement.removeAttribute('data-searching');
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
  const result = await runQuery(wanted, engine);
  const pages = results.pages(result.cards.length);
  const page = Math.min(wanted.page, pages);
  const loaded = await results.load(result, page, engine);
  return { engine, result, pages, page, loaded, explanation: await explain(engine, result, loaded) };
}

/**
 * @param {State} wanted
 * @param {View} view
 */
function present(wanted, { engine, result, pages, page, loaded, explanation }) {
  state = { ...state, page };
  facts = result.facts;
  const { facets } = engine.store;
  const summary = summarize(result, page, pages);
  /** @type {import('./results.js').Mark} */
  const mark = result.words.trim() ? (text, terms) => engine.mark(text, terms) : (text) => [{ text, hit: false }];
  results.show(result, loaded, { page, summary, address: (page) => home + write({ ...wanted, page }), mark });
  results.explain(explanation);
  const { sentence, texts } = understood.show(wanted, result, facets);
  presets.show(result.choices, (text) => engine.read(text).facts);
  filters.showChoices(result.choices);
  filters.showCounts(facets, result.counts, result.cards.length);
  if (!result.cards.length && !result.answers.length) advise(engine, result);
  document.title = [titleOf(wanted, texts), pageTitle].filter(Boolean).join(' · ');
  keepInView();
  announce([summary, sentence, explanation].filter(Boolean).join('. '));
}

/** Scroll to the results if the list became so short that none of it is left on the screen. */
function keepInView() {
  if (results.region.getBoundingClientRect().bottom < MOST_ABOVE) results.region.scrollIntoView();
}

function fail() {
  results.fail();
  announce('Search could not be loaded.');
}

/**
 * Offer to sort by best match only if there are words to match.
 * @param {State} wanted
 */
function offerSorts({ q, sort: sortedBy }) {
  const [relevance] = sort.options;
  relevance.hidden = !q.trim();
  relevance.disabled = !q.trim();
  sort.value = sortedBy || usualSort(q);
}

/**
 * Show why nothing was found, and what to remove. The button that was pressed disappears, so the focus moves to the list.
 * @param {Engine} engine
 * @param {import('./query.js').Result} result
 */
function advise(engine, result) {
  const { reason, choices } = adviceFor(engine, result);
  const acts = choices.map(({ text, facet }) => ({
    text,
    act: () => {
      dropChoices(facet);
      results.title.focus();
    },
  }));
  results.advise(reason, acts);
}

/**
 * Go on without the choices in a facet; without a facet, without the words.
 * @param {string | null | undefined} facet null to start over
 */
function dropChoices(facet) {
  if (facet === null) return choose({ q: '', chosen: {} });
  if (facet === undefined) return choose({ q: facts.map(({ typed }) => typed).join(', ') });
  const { [facet]: _, ...chosen } = state.chosen;
  choose({
    chosen,
    q: without(
      state.q,
      facts.filter((fact) => fact.facet === facet),
    ),
  });
}

/**
 * Announce what is shown to screen readers, when nothing has changed for a while.
 * @param {string} text
 * @param {number} [after] milliseconds
 */
function announce(text, after = SILENCE) {
  clearTimeout(silence);
  status.textContent = '';
  silence = setTimeout(() => {
    status.textContent = text;
  }, after);
}

/**
 * Show another page of the list, unless the reader opens it in a new tab or window.
 * @param {MouseEvent} event
 */
function turnPage(event) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  state = { ...state, page: state.page + (link.rel === 'next' ? 1 : -1) };
  go('pushState');
  results.title.focus();
}

/** Offer the comparison of the cards that were chosen. */
function showCompared() {
  showStates(results.list);
  const slugs = chosenToCompare();
  const link = part('a', HTMLAnchorElement, compare);
  link.textContent = `Compare ${slugs.length} of ${MOST}`;
  link.search = String(new URLSearchParams(slugs.map((slug) => ['c', slug])));
  compare.hidden = slugs.length === 0;
}

/** Suggest while a reader types. A filter that is taken becomes a choice. */
async function suggest() {
  const { addSuggestions } = await import('./suggest.js');
  addSuggestions(input, ({ facet = '', option = '', rest }) => {
    choose({ q: rest, chosen: withChoice(state.chosen, facet, option, true) });
  });
}

/** Load files before they are needed. What fails now is loaded again when it is. */
function preload() {
  for (const load of [loadQuery, openEngine]) load().catch(() => undefined);
}

catalog.addEventListener('click', ({ target }) => {
  const said = press(target);
  if (!said) return;
  showCompared();
  announce(said, 100);
});
for (const event of ['storage', 'pageshow']) window.addEventListener(event, showCompared);
wireSheet(filters.root, part('.filters-button', HTMLButtonElement, catalog), () => results.title.focus());
showCompared();

form.addEventListener('submit', (event) => {
  if (!isHome) return;
  event.preventDefault();
  state = { ...state, q: input.value };
  go('pushState');
  results.title.focus();
});
if (isHome) {
  catalog.addEventListener('focusin', preload, { once: true });
  input.addEventListener('focus', () => suggest().catch(() => undefined), { once: true });
  input.addEventListener('input', () => {
    clearTimeout(typing);
    state = { ...state, q: input.value, page: 1, loose: false };
    results.busy = true;
    typing = setTimeout(() => go('replaceState'), TYPING);
  });
  results.pager.addEventListener('click', turnPage);
  results.moreButton.addEventListener('click', () => {
    choose({ loose: true });
    results.title.focus();
  });
  part('button', HTMLElement, results.failure).addEventListener('click', () => location.reload());
  window.addEventListener('popstate', () => {
    state = read(location.search);
    input.value = state.q;
    show();
  });
  input.value = state.q;
  if (write(state)) show();
}
sort.addEventListener('change', () => choose({ sort: sort.value === usualSort(state.q) ? '' : sort.value }));
