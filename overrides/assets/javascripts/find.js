/** What a state of the catalog finds: pure, from the records and from what the index says of the words. */

import { tally } from './facets.js';
import { usualSort } from './url.js';

/**
 * @typedef {object} Hit
 * @property {object} record
 * @property {number} place the record's place among all of them
 * @property {string[]} terms what the words typed matched in it
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
 * @param {{facets: object[], records: object[]}} data the content of records.json
 * @param {{id: number, found: number, terms: string[]}[] | null} hits best first; null where no words are typed
 * @returns {Found}
 */
export function find(state, data, hits) {
  const all = data.records.map((record, place) => ({ record, place, found: 0, terms: [], answers: record.answers }));
  const matching = hits ? hits.map(({ id, found, terms }) => ({ ...all[id], found, terms })) : all;
  const credentials = matching.filter(isCredential);
  const most = Math.max(...credentials.map(({ found }) => found));
  const enough = state.loose ? credentials : credentials.filter(({ found }) => found === most);
  const rest = state.loose ? [] : credentials.filter(({ found }) => found < most);
  const { matches, counts, without } = tally(enough, data.facets, state.chosen);
  const drop = () => advice(without, state, data.facets, all.filter(isCredential));
  return {
    cards: sorted(matches, state.sort || usualSort(state.q)),
    more: tally(rest, data.facets, state.chosen).matches.length,
    also: hits ? matching.filter((hit) => !isCredential(hit)) : [],
    counts,
    advice: matches.length ? [] : drop(),
  };
}

const isCredential = ({ answers }) => Boolean(answers);

/** Records stand by title, hits by relevance. */
function sorted(hits, sort) {
  if (sort === 'relevance') return hits;
  const byTitle = [...hits].sort((a, b) => a.place - b.place);
  return sort === 'hours' ? byTitle.sort(byHours) : byTitle;
}

const UNKNOWN = [Number.MAX_VALUE, Number.MAX_VALUE];

/** The least first; of equals the one that may take less; unknown hours last. */
function byHours({ record: { hours: a = UNKNOWN } }, { record: { hours: b = UNKNOWN } }) {
  return a[0] - b[0] || a[1] - b[1];
}

function advice(without, { q, chosen }, facets, credentials) {
  const choices = facets.map(({ id }, at) => ({ facet: id, count: without[at] })).filter(({ facet }) => chosen[facet]);
  if (q.trim()) choices.push({ count: tally(credentials, facets, chosen).matches.length });
  return choices.filter(({ count }) => count).sort((a, b) => b.count - a.count);
}
