/**
 * The catalog page: search and filters over the list that the server made.
 *
 * The address is the state. Typing replaces the address; every other choice adds to the history. The server's list stays
 * until the first choice; then lists are made from the data of all credentials, in copies of the same card. Later pages
 * of the list have the same form, which leads back to the first page.
 */

import { without } from '../search/spans.js';
import { addButtons, press, showStates } from './card-buttons.js';
import { part, parts } from './dom.js';
import { Filters } from './filters.js';
import { chosenToCompare, MOST_COMPARED } from './saved-plan.js';
import { read, usualSort, withChoice, write } from './url.js';

/**
 * @typedef {import('../search/facts.js').Fact} Fact
 * @typedef {import('./catalog-view.js').CatalogView} CatalogView
 * @typedef {import('./url.js').State} State
 */

const TYPING = 200; // milliseconds without a key until the list changes; browsers limit changes of the address, too
const SILENCE = 800; // milliseconds without a change until the number of results is announced

const catalog = part('#catalog', HTMLElement);
const form = part('#catalog-form', HTMLFormElement);
const input = part('#catalog-q', HTMLInputElement);
const sort = part('#catalog-sort', HTMLSelectElement);
const status = part('#catalog-status', HTMLElement);
const compare = part('.compare-chosen', HTMLElement);
const region = part('#results', HTMLElement);
const title = part('#results-title', HTMLElement);
const list = part('#cards', HTMLElement);
const failure = part('#search-failed', HTMLElement);
const home = new URL(form.action).pathname;
const isHome = location.pathname === home;
const filters = new Filters(catalog, chooseOption);

let state = read(location.search);
/** @type {Fact[]} What was read in the words of the list that is shown. */
let facts = [];
/** @type {Promise<CatalogView> | null} */
let loadingView = null;
let typing = 0;
let silence = 0;
let latestRequest = 0;

/** Load what makes lists, once; after a failure, the next call tries again. */
function openView() {
  loadingView ??= import('./catalog-view.js').then(({ CatalogView }) => new CatalogView(catalog, filters, actions));
  loadingView.catch(() => {
    loadingView = null;
  });
  return loadingView;
}

/** @type {import('./catalog-view.js').Actions} */
const actions = {
  addressOf: (state) => home + write(state),
  removeFact: (fact) => choose({ q: without(state.q, [fact]) }),
  removeChoice: (facet, option) => chooseOption(facet, option, false),
  dropChoices,
  readAsWords: (asWords) => choose({ asWords }),
  emptied: () => title.focus(),
};

/**
 * Follow a choice: it starts a new list, and the back button undoes it.
 * @param {Partial<State>} change
 */
function choose(change) {
  state = { ...state, page: 1, ...change };
  input.value = state.q;
  if (isHome) go('pushState');
  else location.assign(home + write(state));
}

/**
 * Choose an option or take back the choice. A choice that was read in the words is taken back there.
 * @param {string} facet
 * @param {string} option
 * @param {boolean} isChosen
 */
function chooseOption(facet, option, isChosen) {
  const read = isChosen ? [] : facts.filter((fact) => fact.facet === facet && fact.options.includes(option));
  choose({ chosen: withChoice(state.chosen, facet, option, isChosen), q: without(state.q, read) });
}

/**
 * Choose what a preset says, or take it back. Its words are read as any others.
 * @param {HTMLButtonElement} button
 */
async function pressPreset(button) {
  const text = button.textContent.trim();
  const isPressed = button.ariaPressed === 'true';
  const engine = await import('./catalog-engine.js').then(({ openEngine }) => openEngine()).catch(() => null);
  if (!engine) return fail();
  const wanted = engine.read(text).facts;
  if (!wanted.length) return choose({ q: text });
  const options = wanted.flatMap((fact) => fact.options.map((option) => ({ facet: fact.facet, option })));
  const chosen = options.reduce((all, { facet, option }) => withChoice(all, facet, option, !isPressed), state.chosen);
  const same = facts.filter((fact) =>
    options.some(({ facet, option }) => fact.facet === facet && fact.options.includes(option)),
  );
  choose({ chosen, q: isPressed ? without(state.q, same) : state.q });
}

/**
 * Go on without the choices in a facet.
 * @param {string | null | undefined} facet null to start over, undefined to go on without the words
 */
function dropChoices(facet) {
  if (facet === null) return choose({ q: '', chosen: {}, asWords: false });
  if (facet === undefined) return choose({ q: facts.map(({ typed }) => typed).join(', '), asWords: false });
  const { [facet]: _, ...chosen } = state.chosen;
  const own = facts.filter((fact) => fact.facet === facet);
  choose({ chosen, q: without(state.q, own) });
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
  setBusy(true);
  const view = await openView().catch(() => null);
  const shown = await view?.load(wanted).catch(() => null);
  if (request !== latestRequest) return;
  setBusy(false);
  document.documentElement.removeAttribute('data-searching');
  if (!view || !shown) return fail(view);
  facts = shown.result.facts;
  state = { ...state, page: shown.page };
  announce(view.present(wanted, shown));
  showCompared();
}

/** @param {boolean} isBusy whether a new list is loading */
function setBusy(isBusy) {
  region.setAttribute('aria-busy', String(isBusy));
}

/**
 * Say that search could not be loaded, above the list that the server made.
 * @param {CatalogView | null} [view]
 */
function fail(view = null) {
  view?.results.fail();
  failure.hidden = false;
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
 * Announce what is shown to screen readers, when nothing has changed for a while.
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
  state = { ...state, page: state.page + (link.rel === 'next' ? 1 : -1) };
  go('pushState');
  title.focus();
}

/** Offer the comparison of the cards that were chosen. */
function showCompared() {
  showStates(list);
  const slugs = chosenToCompare();
  const link = part('a', HTMLAnchorElement, compare);
  link.textContent = `Compare ${slugs.length} of ${MOST_COMPARED}`;
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
  openView().catch(() => undefined);
  import('./catalog-engine.js').then(({ openEngine }) => openEngine()).catch(() => undefined);
}

addButtons(list);
showCompared();
for (const event of ['storage', 'pageshow']) window.addEventListener(event, showCompared);
part('.filters-button', HTMLButtonElement, catalog).addEventListener('click', async ({ currentTarget }) => {
  const { openSheet } = await import('./sheet.js');
  if (currentTarget instanceof HTMLElement) openSheet(filters.root, currentTarget, () => title.focus());
});
for (const button of parts('.clear-all', HTMLButtonElement, catalog)) {
  button.addEventListener('click', () => {
    choose({ q: without(state.q, facts), chosen: {} });
    if (!document.documentElement.hasAttribute('data-sheet')) title.focus();
  });
}
catalog.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  if (button?.matches('[data-preset]')) pressPreset(button);
  const said = press(target);
  if (!said) return;
  showCompared();
  announce(said);
});
sort.addEventListener('change', () => choose({ sort: sort.value === usualSort(state.q) ? '' : sort.value }));
part('button', HTMLElement, failure).addEventListener('click', () => location.reload());

if (isHome) {
  catalog.addEventListener('focusin', preload, { once: true });
  input.addEventListener('focus', () => suggest().catch(() => undefined), { once: true });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    state = { ...state, q: input.value };
    go('pushState');
    title.focus();
  });
  input.addEventListener('input', () => {
    clearTimeout(typing);
    state = { ...state, q: input.value, page: 1, loose: false };
    setBusy(true);
    typing = setTimeout(() => go('replaceState'), TYPING);
  });
  part('.pager', HTMLElement, catalog).addEventListener('click', turnPage);
  part('#more button', HTMLElement, catalog).addEventListener('click', () => {
    choose({ loose: true });
    title.focus();
  });
  window.addEventListener('popstate', () => {
    state = read(location.search);
    input.value = state.q;
    show();
  });
  input.value = state.q;
  if (write(state)) show();
}
