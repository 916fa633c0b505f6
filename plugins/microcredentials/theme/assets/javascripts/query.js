/**
 * Finds what a state of the catalog shows. A function of the state and the opened engine.
 *
 * @typedef {import('../search/engine.js').Catalog} Engine
 * @typedef {import('../search/engine.js').Store} Store
 * @typedef {import('../search/engine.js').Match} Match
 * @typedef {import('../search/choices.js').Choices} Choices
 * @typedef {import('../search/facts.js').Fact} Fact
 *
 * @typedef {object} Advice a choice to remove if nothing was found
 * @property {string} [facet] the id of its facet; absent for the typed words
 * @property {number} count how many credentials would then be found
 *
 * @typedef {object} Result
 * @property {Fact[]} facts that were read in what was typed
 * @property {string} words that are left of it
 * @property {Choices} choices the filters chosen, and those that the facts name
 * @property {[string, string][]} unknown the facet and the option of each choice that this catalog does not have
 * @property {Match[]} cards the credentials, in order
 * @property {boolean} isPartial whether none of them has all that was asked for, so that some of the words had to do
 * @property {number} more how many other credentials match the filters but contain only some of the words
 * @property {Match[]} answers passages of the site that answer a question
 * @property {Match[]} otherPages other pages that match the words; filters do not apply to them
 * @property {number[][]} counts for each facet and option, how many credentials it would give
 * @property {Advice[]} advice the most helpful first; empty if there are cards
 */

import { labelOf, merge, tally } from '../search/choices.js';
import { isFiller } from '../search/common-words.js';
import { choicesOf } from '../search/engine.js';
import { readAsWords } from '../search/facts.js';
import { stem, words } from '../search/words.js';
import { usualSort } from './url.js';

const FEW = 5; // results that readers look through in any case
const NEARLY = 0.8; // of the best result's share of the words; what has less is offered behind a button
const ANSWERS = 2;
const SOME = 0.5; // of the words of a heading, which a question must have
const LITTLE = 0.25; // of a question, which an answer must have
const ALMOST = 0.85; // of how well the best card matches
const QUESTION =
  /\?\s*$|\b(?:how|what.?s?|who|whom|when|where|why|which|c[oó]mo|qu[eé]|qui[eé]n|cu[aá]ndo|cu[aá]nto|d[oó]nde|puedo)\b|^\s*(?:can|could|do|does|did|is|are|may|must|should|will|am|if)\b/i;
const HALF = 0.4; // of it; what has less is not worth looking through, even if there is little else

/**
 * Return what a state of the catalog shows.
 * @param {import('./url.js').State} state
 * @param {Engine} engine
 * @returns {Promise<Result>}
 */
export async function runQuery(state, engine) {
  const { store } = engine;
  const reading = state.asWords ? readAsWords(state.q) : engine.read(state.q);
  const { known, unknown } = split(state.chosen, store);
  const choices = merge(known, choicesOf(reading.facts));
  const hits = await engine.find(reading);
  const credentials = hits.filter(({ id }) => id < engine.documents.credentials);
  const isSearch = reading.rest.trim() !== '';
  const all = tally(credentials, store, choices);
  const best = tally(isSearch ? credentials.slice(0, countShown(credentials)) : credentials, store, choices);
  const isPartial = best.matches.length === 0 && all.matches.length > 0;
  const { matches, counts } = state.loose || isPartial ? all : best;
  const others = hits.filter(({ id, coverage }) => id >= engine.documents.credentials && coverage > 0);
  const isAsked = QUESTION.test(state.q) || credentials.length === 0;
  const answers = isAsked ? answersAmong(others, credentials[0], engine) : [];
  return {
    facts: reading.facts,
    words: reading.rest,
    choices,
    unknown,
    cards: sorted(matches, state.sort || usualSort(state.q), store),
    isPartial,
    more: all.matches.length - matches.length,
    answers,
    otherPages: others.filter((hit) => !answers.includes(hit)),
    counts,
    advice: matches.length ? [] : advise(all.without, choices, isSearch, engine),
  };
}

/**
 * Return the passages that answer a question, at most two. A passage answers it if the question has at least half of the
 * words of its heading, and it matches about as well as the best card; or if no card has more of the question, and half of
 * that is in its heading or first sentence. A question about teaching is answered by cards.
 * @param {Match[]} others best first
 * @param {Match | undefined} card the best one
 * @param {Engine} engine
 */
function answersAmong(others, card, engine) {
  const [coverage, onCard] = [card?.coverage ?? 0, card?.onCard ?? 0];
  const passages = others.filter(({ id }) => engine.documents.kind(id) === 'Page');
  const rated = passages.map((hit) => ({ hit, heading: shareOfHeading(engine.describe(hit)) }));
  return rated
    .filter(({ hit, heading }) => {
      const isNamed =
        heading >= SOME && hit.coverage >= LITTLE && hit.coverage + heading >= ALMOST * (coverage + onCard);
      return isNamed || (hit.coverage >= Math.max(coverage, SOME) && hit.onCard >= SOME * hit.coverage);
    })
    .sort((a, b) => b.hit.coverage + b.heading - a.hit.coverage - a.heading)
    .slice(0, ANSWERS)
    .map(({ hit }) => hit);
}

/**
 * Return the share of the words of a heading that were found, from 0 to 1.
 * @param {import('../search/engine.js').Hit} hit
 */
function shareOfHeading({ title, terms }) {
  const name = title.slice(title.indexOf(': ') + 1); // of a word of the vocabulary, which follows that of its list
  const telling = words(name).filter((word) => !isFiller(word));
  return telling.filter((word) => terms.includes(stem(word))).length / Math.max(1, telling.length);
}

/**
 * Return the choices that the catalog has, and those that it does not have, which an old address may contain.
 * @param {Choices} chosen
 * @param {Store} store
 */
function split(chosen, { facets }) {
  /** @type {Choices} */
  const known = {};
  /** @type {[string, string][]} */
  const unknown = [];
  for (const [facet, options] of Object.entries(chosen)) {
    const owner = facets.find(({ id }) => id === facet);
    const own = options.filter((option) => labelOf(owner, option));
    if (own.length) known[facet] = own;
    unknown.push(...options.filter((option) => !own.includes(option)).map((option) => pair(facet, option)));
  }
  return { known, unknown };
}

/**
 * @param {string} facet
 * @param {string} option
 * @returns {[string, string]}
 */
const pair = (facet, option) => [facet, option];

/**
 * Return how many of the hits to show at first: those that contain about as much of the query as the best, and a few more
 * if they are few.
 * @param {Match[]} hits best first
 */
function countShown(hits) {
  const best = hits[0]?.coverage ?? 0;
  /** @param {number} share */
  const count = (share) => hits.filter(({ coverage }) => coverage >= share * best).length;
  const near = count(NEARLY);
  return Math.max(near, Math.min(FEW, hits[0]?.onCard >= NEARLY * best ? count(HALF) : hits.length));
}

/**
 * Sort hits, which come by relevance, or by title if there are no words. The number of a document is its place by title.
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
 * @param {Choices} choices
 * @param {boolean} isSearch
 * @param {Engine} engine
 */
function advise(without, choices, isSearch, { store, documents }) {
  /** @type {Advice[]} */
  const found = store.facets
    .map(({ id }, at) => ({ facet: id, count: without[at] }))
    .filter(({ facet }) => choices[facet]);
  const every = Array.from({ length: documents.credentials }, (_, id) => ({ id }));
  if (isSearch) found.push({ count: tally(every, store, choices).matches.length });
  return found.filter(({ count }) => count).sort((a, b) => b.count - a.count);
}
