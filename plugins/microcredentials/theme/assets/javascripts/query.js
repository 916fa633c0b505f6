/**
 * Finds what a state of the catalog shows. A plain function of the state, the opened engine and its hits.
 *
 * @typedef {import('../search/engine.js').Catalog} Engine
 * @typedef {import('../search/engine.js').Store} Store
 * @typedef {import('../search/hits.js').Choices} Choices
 * @typedef {Pick<import('../search/engine.js').Hit, 'id' | 'found' | 'prominent' | 'terms' | 'where'>} Match
 *
 * @typedef {object} Advice a choice to remove if nothing was found
 * @property {string} [facet] the id of its facet; absent for the typed words
 * @property {number} count how many credentials would then be found
 *
 * @typedef {object} Result
 * @property {Match[]} cards the credentials, in order
 * @property {number} more how many other credentials match the filters but contain only some of the words
 * @property {Match[]} otherPages other pages that match the words; filters do not apply to them
 * @property {number[][]} counts for each facet and option, how many credentials it would give
 * @property {Advice[]} advice the most helpful first; empty if there are cards
 */

import { tally } from '../search/hits.js';
import { usualSort } from './url.js';

const FEW = 5; // results that readers look through in any case

/**
 * Return what a state of the catalog shows.
 * @param {import('./url.js').State} state
 * @param {Engine} engine
 * @param {Match[] | null} hits best first; null if no words were typed
 * @returns {Result}
 */
export function runQuery(state, engine, hits) {
  const { store } = engine;
  const all = () => Array.from({ length: engine.credentials }, (_, id) => asMatch(id));
  /** @param {Match} match */
  const isCredential = ({ id }) => id < engine.credentials;
  const credentials = hits ? hits.filter(isCredential) : all();
  const shown = state.loose ? credentials.length : countShown(credentials);
  const { matches, counts, without } = tally(credentials.slice(0, shown), store, state.chosen);
  return {
    cards: sorted(matches, state.sort || usualSort(state.q), store),
    more: tally(credentials.slice(shown), store, state.chosen).matches.length,
    otherPages: hits ? hits.filter((hit) => !isCredential(hit)) : [],
    counts,
    advice: matches.length ? [] : advice(without, state, store, all()),
  };
}

/**
 * Return a credential as a match without words.
 * @param {number} id
 * @returns {Match}
 */
function asMatch(id) {
  return { id, found: 0, prominent: 0, terms: [], where: [] };
}

/**
 * Return how many of the hits to show at first: those that contain the most words. If even the best of these has some of
 * the words only deep in its text, it may match by chance, so a few more are shown.
 * @param {Match[]} hits best first
 */
function countShown(hits) {
  const most = hits[0]?.found;
  const withMost = hits.filter(({ found }) => found === most).length;
  return hits[0]?.prominent === most ? withMost : Math.max(withMost, FEW);
}

/**
 * Sort hits, which come by relevance. The number of a document is its place by title.
 * @param {Match[]} hits
 * @param {string} sort
 * @param {Store} store
 */
function sorted(hits, sort, { hours, days }) {
  if (sort === 'relevance') return hits;
  const byTitle = [...hits].sort((a, b) => a.id - b.id);
  if (sort === 'hours') byTitle.sort((a, b) => compareHours(hours[a.id] || UNKNOWN, hours[b.id] || UNKNOWN));
  if (sort === 'newest') byTitle.sort((a, b) => days[b.id] - days[a.id]);
  return byTitle;
}

/** @type {[number, number]} */
const UNKNOWN = [Number.MAX_VALUE, Number.MAX_VALUE];

/**
 * Compare by the fewest hours, then by the most; unknown hours come last.
 * @param {[number, number]} a
 * @param {[number, number]} b
 */
function compareHours(a, b) {
  return a[0] - b[0] || a[1] - b[1];
}

/**
 * Return which choices to remove so that something is found.
 * @param {number[]} without for each facet, how many hits would match if nothing were chosen in it
 * @param {import('./url.js').State} state
 * @param {Store} store
 * @param {Match[]} credentials all of them
 */
function advice(without, { q, chosen }, store, credentials) {
  /** @type {Advice[]} */
  const choices = store.facets
    .map(({ id }, at) => ({ facet: id, count: without[at] }))
    .filter(({ facet }) => chosen[facet]);
  if (q.trim()) choices.push({ count: tally(credentials, store, chosen).matches.length });
  return choices.filter(({ count }) => count).sort((a, b) => b.count - a.count);
}
