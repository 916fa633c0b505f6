/**
 * The catalog page: search and filters over the list that the server sent.
 *
 * The address is the state: typing replaces it, every other choice adds to the history. The server's list stays until
 * the first choice; from then on lists are made from the records of all credentials, in copies of the same card.
 * Pages after the first have the same form, which leads back to the first.
 */

import { engine } from './data.js';
import { Filters } from './filters.js';
import { Results } from './results.js';
import { read, usualSort, write } from './url.js';

const TYPING = 200; // milliseconds without a key until the list changes; browsers limit changes of the address, too
const SILENCE = 800; // milliseconds without a change until the number of results is spoken

const catalog = document.getElementById('catalog');
const form = document.getElementById('catalog-form');
const input = document.getElementById('catalog-q');
const sort = document.getElementById('catalog-sort');
const status = document.getElementById('catalog-status');
const home = new URL(form.action).pathname;
const isHome = location.pathname === home;
const results = new Results(catalog);
const filters = new Filters(catalog, { changed: choose, emptied: () => results.title.focus() });

let page = 1;
let loose = false;
let sortedBy = '';
let typing = 0;
let silence = 0;
let turn = 0;

const finder = () => import('./find.js'); // like the records, only needed from the first choice on
const plural = (count, word) => `${count ? count.toLocaleString('en-US') : 'No'} ${word}${count === 1 ? '' : 's'}`;
const credentials = (count) => plural(count, 'micro-credential');
const unmarked = (text) => [{ text, hit: false }];

/** The state of the controls. */
const state = () => ({ q: input.value, loose, chosen: filters.chosen, sort: sortedBy, page });

/** Set the controls to what the address says. */
function restore() {
  const asked = read(location.search, filters.options);
  input.value = asked.q;
  loose = asked.loose;
  filters.chosen = asked.chosen;
  sortedBy = asked.sort;
  page = asked.page;
}

/** Follow a choice: it begins a new list, and the back button takes it back. */
function choose() {
  if (!isHome) return form.requestSubmit();
  page = 1;
  return go('pushState');
}

/** Take the state of the controls into the address, and show it. */
function go(method) {
  const address = home + write(state());
  if (address !== location.pathname + location.search) history[method](null, '', address);
  return show();
}

/** Show the state of the controls; while files are loading, a later state overtakes this one. */
async function show() {
  clearTimeout(typing);
  turn += 1;
  const mine = turn;
  const wanted = state();
  filters.showChoices();
  offerSorts(wanted);
  results.busy = true;
  const loaded = await look(wanted).catch(() => null);
  if (mine !== turn) return;
  results.busy = false;
  if (loaded) present(wanted, loaded);
  else fail();
}

/** Everything that is to be shown, loaded. */
async function look(wanted) {
  const [{ find }, opened] = await Promise.all([finder(), engine()]);
  const found = find(wanted, opened, wanted.q.trim() ? await opened.match(wanted.q) : null);
  const pages = results.pages(found.cards.length);
  const at = Math.min(wanted.page, pages);
  const shown = await results.load(found, at, opened);
  return { opened, found, pages, at, shown, explained: wanted.q.trim() ? await explain(opened, wanted.q, shown) : '' };
}

function present(wanted, { opened, found, pages, at, shown, explained }) {
  page = at;
  const summary = [
    credentials(found.cards.length),
    filters.size && plural(filters.size, 'filter'),
    page > 1 && `page ${page} of ${pages}`,
  ].filter(Boolean).join(', ');
  const address = (number) => home + write({ ...wanted, page: number });
  const mark = wanted.q.trim() ? (text, terms) => opened.mark(text, terms) : unmarked;
  results.show(found, shown, { page, summary, address, mark });
  results.explain(explained);
  filters.showCounts(opened.store.facets, found.counts, credentials(found.cards.length));
  if (found.cards.length === 0) advise(wanted, found.advice);
  speak([summary, explained].filter(Boolean).join('. '));
}

/** What was looked for in place of words that nothing has, as a sentence for each. */
async function explain(opened, q, { shown, others }) {
  const texts = [...shown, ...others].flatMap(({ title, text }) => [title, text]);
  const say = ({ typed, read }) =>
    read.length ? `Showing results for “${read.join(' ')}”, as nothing has “${typed}”.` : `Nothing has “${typed}”.`;
  return (await opened.instead(q, texts)).map(say).join(' ');
}

function fail() {
  results.fail();
  speak('Search could not be loaded.');
}

/** Best match is an order only where there are words to match. */
function offerSorts({ q }) {
  const [relevance] = sort.options;
  relevance.hidden = relevance.disabled = !q.trim();
  sort.value = sortedBy || usualSort(q);
}

function advise({ q, chosen }, advice) {
  const typed = q.trim();
  const words = (facet) => (facet ? `“${filters.words(facet)}”` : `the words “${typed}”`);
  const choices = advice.map(({ facet, count }) => ({
    text: `Remove ${words(facet)} and see ${credentials(count)}`,
    act: () => drop({ q: facet ? q : '', chosen: facet ? { ...chosen, [facet]: [] } : chosen }),
  }));
  const startOver = { text: 'Start over', act: () => drop({ q: '', chosen: {} }) };
  const reason = filters.size ? 'No micro-credential fits all of this.' : `No micro-credential matches “${typed}”.`;
  results.advise(reason, choices.length ? choices : [startOver]);
}

/** Go on with what is left; the button that was pressed vanishes, so the focus moves to the new list. */
function drop(left) {
  input.value = left.q;
  filters.chosen = left.chosen;
  choose();
  results.title.focus();
}

/** Say the number of results once, when nothing has changed for a while. */
function speak(text) {
  clearTimeout(silence);
  status.textContent = '';
  silence = setTimeout(() => (status.textContent = text), SILENCE);
}

/** Turn to another page of the list, unless the reader wants it in a new tab or window. */
function turnPage(event) {
  const link = event.target.closest('a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  page += link.rel === 'next' ? 1 : -1;
  go('pushState');
  results.title.focus();
}

/** Load files before they are needed; what fails now is asked for again when it is. */
function ahead(...loads) {
  loads.forEach((load) => load().catch(() => undefined));
}

filters.done.addEventListener('click', () => results.title.focus());

if (isHome) {
  catalog.addEventListener('focusin', () => ahead(finder, engine), { once: true });
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
  results.more.querySelector('button').addEventListener('click', () => {
    loose = true;
    choose();
    results.title.focus();
  });
  results.failure.querySelector('button').addEventListener('click', () => location.reload());
  window.addEventListener('popstate', () => {
    restore();
    show();
  });
  restore();
  if (write(state())) show();
} else {
  sort.addEventListener('change', () => form.requestSubmit());
}
