/**
 * Ranks the documents that match a query, and applies filters: options within a facet are alternatives, and a hit must
 * match every facet. Uses neither the DOM nor the network.
 *
 * @typedef {object} Facet
 * @property {string} id
 * @property {string} label
 * @property {[string, string][]} options the id and the label of each
 *
 * @typedef {object} Filterable what filters need to know of all documents
 * @property {Facet[]} facets
 * @property {(number | number[])[][]} answers for each facet and each document, the places of its options in the facet
 *
 * @typedef {Record<string, string[]>} Choices ids of options, by the id of their facet
 *
 * @typedef {object} Tier documents that contain equally many words
 * @property {number} found how many words of the query they contain
 * @property {number} prominent how many of these are in prominent fields
 * @property {Uint32Array} ids of the documents, best score first
 */

import { countBits, FIELDS } from './index.js';

const MANY = 20; // documents; among fewer, half of them are too few to call a word common
const TIERS = 64; // more than a query has words
const STEPS = 2 ** 30; // between the best score and zero; times a million documents, still an exact number

/** What was found in each document, while terms are added one after another. */
export class MatchTable {
  /** @param {number} size how many documents there are */
  constructor(size) {
    this.size = size;
    /** @type {number[]} */
    this.ids = [];
    this.scores = new Float64Array(size);
    this.found = new Uint32Array(size); // words of the query that the document contains: a bit each
    this.prominent = new Uint32Array(size); // those that a prominent field contains
    this.places = new Uint32Array(size); // fields of the card and sections of the text with any term: a bit each
    this.sets = new Uint32Array(size); // which terms: a place in `lists`
    /** @type {string[][]} */
    this.lists = [[]];
  }

  /** Clear the table for the next query. Allocating a new one would cost more than the search. */
  clear() {
    for (const column of [this.scores, this.found, this.prominent, this.places, this.sets]) column.fill(0);
    this.ids = [];
    this.lists = [[]];
  }

  /**
   * Add the documents that contain a term, or all terms of a form.
   * @param {import('./index.js').Postings} postings
   * @param {object} as
   * @param {string[]} as.terms the term, or those of the form
   * @param {number} as.weight in the query, divided by the query's length
   * @param {number} as.wordMask the words of the query that may stand for it: a bit each
   * @param {number} as.prominentFields a bit each
   * @param {number} as.firstPlace the place of the first field
   */
  add({ documents, masks, scores }, { terms, weight, wordMask, prominentFields, firstPlace }) {
    const { sets, ids, found, prominent, places, scores: sums } = this;
    /** @type {number[]} */
    const larger = []; // for each set, the set that contains these terms, too
    for (let n = 0; n < documents.length; n++) {
      const document = documents[n];
      const fields = masks[n] & FIELDS;
      const set = sets[document];
      if (set === 0) ids.push(document);
      larger[set] ??= this.#with(terms, set);
      sets[document] = larger[set];
      sums[document] += scores[n] * weight;
      found[document] |= wordMask;
      places[document] |= fields << firstPlace;
      if (fields & prominentFields) prominent[document] |= wordMask;
    }
  }

  /**
   * Return the set with these terms added. Documents share sets, because many of them contain the same terms.
   * @param {string[]} terms
   * @param {number} set
   */
  #with(terms, set) {
    const list = this.lists[set];
    const more = terms.filter((term) => !list.includes(term));
    return more.length ? this.lists.push([...list, ...more].sort()) - 1 : set;
  }

  /**
   * Return the terms that a document contains, in order.
   * @param {number} id
   */
  terms(id) {
    return this.lists[this.sets[id]];
  }

  /**
   * Whether a document has all words of the query on its card.
   * @param {number} count how many words there are
   */
  hasAll(count) {
    const all = 2 ** count - 1;
    return this.ids.some((id) => this.found[id] === all);
  }

  /** A mask of the words that more than half of all documents contain ("students"), which therefore do not count. */
  #commonWords() {
    if (this.size < MANY) return 0;
    let [every, common] = [0, 0];
    for (const id of this.ids) every |= this.found[id];
    for (let word = 1; word && word <= every; word *= 2) {
      let documents = 0;
      for (const id of this.ids) if (this.found[id] & word) documents++;
      if (documents > this.size / 2) common |= word;
    }
    return common === every ? 0 : common;
  }

  /**
   * Return the documents in tiers, best first: by how many words they contain, then by how many in prominent fields.
   * @returns {Tier[]}
   */
  tiers() {
    const counted = ~this.#commonWords();
    /** @type {number[][]} */
    const tiers = [];
    for (const id of this.ids) {
      const tier = countBits(this.found[id] & counted) * TIERS + countBits(this.prominent[id] & counted);
      tiers[tier] ??= [];
      tiers[tier].push(id);
    }
    const best = Object.keys(tiers).map(Number).reverse(); // the keys of an array ascend
    return best.map((tier) => {
      return { found: Math.floor(tier / TIERS), prominent: tier % TIERS, ids: this.#byScore(tiers[tier]) };
    });
  }

  /**
   * Sort documents by score, highest first, then by number. Each score and number become one number, because an array of
   * numbers sorts without a call for each pair.
   * @param {number[]} ids
   */
  #byScore(ids) {
    const { scores, size } = this;
    const keys = new Float64Array(ids.length);
    let best = Number.MIN_VALUE;
    for (const id of ids) best = Math.max(best, scores[id]);
    for (let n = 0; n < ids.length; n++) keys[n] = Math.round((1 - scores[ids[n]] / best) * STEPS) * size + ids[n];
    keys.sort();
    const ordered = new Uint32Array(ids.length);
    for (let n = 0; n < keys.length; n++) ordered[n] = keys[n] - Math.floor(keys[n] / size) * size;
    return ordered;
  }
}

/**
 * Sort documents by how many of the typed words their titles contain, most first; equals keep their order.
 * @param {Iterable<number>} ids
 * @param {(id: number) => string[]} titleWords
 * @param {string[]} typed
 */
export function byTitle(ids, titleWords, typed) {
  const ranked = Array.from(ids, (id) => ({ id, count: countInTitle(titleWords(id), typed) }));
  return ranked.sort((a, b) => b.count - a.count).map(({ id }) => id);
}

/**
 * Count the typed words that a title contains; a title that contains only the start of the last one counts a little less.
 * @param {string[]} title
 * @param {string[]} typed
 */
function countInTitle(title, typed) {
  const whole = typed.filter((word) => title.includes(word)).length;
  const last = typed.at(-1) ?? '';
  return whole + (!title.includes(last) && title.some((word) => word.startsWith(last)) ? 0.8 : 0);
}

/**
 * Apply filters to hits, and count the results for each option. The choices in an option's own facet are ignored for its
 * count, so that the count says what the option would give.
 *
 * @template {{id: number}} Hit
 * @param {Hit[]} hits
 * @param {Filterable} store
 * @param {Choices} chosen
 * @returns {{matches: Hit[], counts: number[][], without: number[]}} `matches`: the hits that match every choice, in
 *     order; `counts`: for each facet and option, how many hits it would give; `without`: for each facet, how many hits
 *     would match if nothing were chosen in it
 */
export function tally(hits, { facets, answers }, chosen) {
  const missed = new Uint32Array(hits.length); // for each hit, the facets whose choices it does not match: a bit each
  facets.forEach(({ id, options }, at) => {
    const wanted = new Set((chosen[id] ?? []).map((choice) => options.findIndex(([known]) => known === choice)));
    if (wanted.size) markMisses(missed, hits, answers[at], wanted, 1 << at);
  });
  /** @param {number} ignored facets: a bit each */
  const matching = (ignored) => hits.filter((_, n) => (missed[n] & ~ignored) === 0);
  const matches = matching(0);
  const remaining = facets.map(({ id }, at) => (chosen[id]?.length ? matching(1 << at) : matches));
  const counts = facets.map(({ options }, at) => countAnswers(remaining[at], answers[at], options.length));
  return { matches, counts, without: remaining.map(({ length }) => length) };
}

/**
 * Set a bit for each hit that has none of the options wanted.
 * @param {Uint32Array} missed
 * @param {{id: number}[]} hits
 * @param {(number | number[])[]} answers
 * @param {Set<number>} wanted
 * @param {number} bit
 */
function markMisses(missed, hits, answers, wanted, bit) {
  hits.forEach(({ id }, n) => {
    if (![answers[id]].flat().some((place) => wanted.has(place))) missed[n] |= bit;
  });
}

/**
 * Count the hits for each option of a facet.
 * @param {{id: number}[]} hits
 * @param {(number | number[])[]} answers
 * @param {number} options how many there are
 * @returns {number[]}
 */
function countAnswers(hits, answers, options) {
  const counts = new Array(options).fill(0);
  for (const { id } of hits) {
    const answer = answers[id];
    if (typeof answer === 'number') counts[answer]++;
    else for (const place of answer) counts[place]++;
  }
  return counts;
}
