/** What a state of the catalog finds: pure, from the opened engine and what it says of the words. */

import { tally } from '../search/hits.js';
import { usualSort } from './url.js';

const FEW = 5; // results that readers look through without being asked

/**
 * @typedef {import('../search/engine.js').Hit} Hit
 *
 * @typedef {object} Advice a choice to drop where nothing is left
 * @property {string} [facet] the id of its facet; absent for the words typed
 * @property {number} count how many credentials that would give
 *
 * @typedef {object} Found
 * @property {Hit[]} cards the credentials, in order
 * @property {number} more how many credentials fit that have only some of the words, and are not among the cards
 * @property {Hit[]} also other pages that the words match; filters are not for them
 * @property {number[][]} counts of each option of each facet
 * @property {Advice[]} advice the most helpful first; empty unless there are no cards
 */

/**
 * @param {import('./url.js').State} state
 * @param {object} engine as `engine.js` opens it
 * @param {Hit[] | null} hits best first; null where no words are typed
 * @returns {Found}
 */
export function find(state, engine, hits) {
  const { store } = engine;
  const all = () => Array.from({ length: engine.credentials }, (_, id) => ({ id, found: 0, terms: [], where: [] }));
  const isCredential = ({ id }) => id < engine.credentials;
  const credentials = hits ? hits.filter(isCredential) : all();
  const shown = state.loose ? credentials.length : telling(credentials);
  const rest = credentials.slice(shown);
  const { matches, counts, without } = tally(credentials.slice(0, shown), store, state.chosen);
  return {
    cards: sorted(matches, state.sort || usualSort(state.q), store),
    more: tally(rest, store, state.chosen).matches.length,
    also: hits ? hits.filter((hit) => !isCredential(hit)) : [],
    counts,
    advice: matches.length ? [] : advice(without, state, store, all()),
  };
}

/**
 * How many of the best hits are shown at once: those that have the most words. Where even the best of these has some of
 * them only deep in its text, a chance match may stand before what was meant, so that a few more are shown.
 */
function telling(hits) {
  const most = hits[0]?.found; // the best come first
  const all = hits.filter(({ found }) => found === most).length;
  return hits[0]?.prominent === most ? all : Math.max(all, FEW);
}

/** Documents are numbered by title, hits come by relevance. */
function sorted(hits, sort, { hours, days }) {
  if (sort === 'relevance') return hits;
  const byTitle = [...hits].sort((a, b) => a.id - b.id);
  if (sort === 'hours') byTitle.sort((a, b) => byHours(hours[a.id] || UNKNOWN, hours[b.id] || UNKNOWN));
  if (sort === 'newest') byTitle.sort((a, b) => days[b.id] - days[a.id]);
  return byTitle;
}

const UNKNOWN = [Number.MAX_VALUE, Number.MAX_VALUE];

/** The least first; of equals the one that may take less; unknown hours last. */
function byHours(a, b) {
  return a[0] - b[0] || a[1] - b[1];
}

function advice(without, { q, chosen }, store, credentials) {
  const counted = store.facets.map(({ id }, at) => ({ facet: id, count: without[at] }));
  const choices = counted.filter(({ facet }) => chosen[facet]);
  if (q.trim()) choices.push({ count: tally(credentials, store, chosen).matches.length });
  return choices.filter(({ count }) => count).sort((a, b) => b.count - a.count);
}
