/**
 * Ranks the documents that match a query. Uses neither the DOM nor the network.
 *
 * @typedef {object} Ranking a column for each document with any word of the query
 * @property {Uint32Array} ids the documents
 * @property {Uint32Array} order places in the columns, best first
 * @property {Float64Array} coverage the share of the query that a document contains, from 0 to 1, rare words counting more
 * @property {Float64Array} onCard the share that prominent fields of its card contain
 */

import { FIELDS } from './index.js';

const WORDS = 32; // of a query at most: a bit each
const ON_CARD = 0.3; // what the card's share counts beside coverage
const RELATED = 0.7; // what a related word counts beside the word itself
const BY_SCORE = 0.25; // what the score counts beside coverage
const BY_TITLE = 0.4; // what the exact words of a title count
const RERANKED = 50; // documents, by the exact words of their titles
const HIGHEST = 1 + ON_CARD + BY_SCORE;
const STEPS = 2 ** 30; // between two values; times a million documents, still an exact number

/** What was found in each document, while terms are added one after another. */
export class MatchTable {
  /** @param {number} size how many documents there are */
  constructor(size) {
    this.size = size;
    /** @type {number[]} */
    this.ids = [];
    this.scores = new Float64Array(size);
    this.found = new Uint32Array(size); // words of the query that the document contains: a bit each
    this.related = new Uint32Array(size); // words of which it contains only a related one
    this.prominent = new Uint32Array(size); // words that a prominent field contains, or a related one of
    this.places = new Uint32Array(size); // fields of the card and sections of the text with any term: a bit each
    this.sets = new Uint32Array(size); // which terms: a place in `lists`
    /** @type {string[][]} */
    this.lists = [[]];
  }

  /** Clear the table for the next query. Allocating a new one would cost more than the search. */
  clear() {
    for (const column of [this.scores, this.found, this.related, this.prominent, this.places, this.sets])
      column.fill(0);
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
   * @param {boolean} as.isRelated whether the terms are only related to the words
   */
  add({ documents, masks, scores }, { terms, weight, wordMask, prominentFields, firstPlace, isRelated }) {
    const { sets, ids, prominent, places, scores: sums } = this;
    const found = isRelated ? this.related : this.found;
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

  /**
   * Return how much each word tells: the fewer documents contain it, the more. The sum of all is 1.
   * @returns {number[]} by the place of the word in the query
   */
  #tellings() {
    const documents = new Array(WORDS).fill(0);
    for (const id of this.ids) {
      for (let left = this.found[id] | this.related[id]; left; left &= left - 1)
        documents[31 - Math.clz32(left & -left)]++;
    }
    const rarities = documents.map((count) => (count ? Math.log(1 + this.size / count) : 0));
    const sum = rarities.reduce((all, each) => all + each, 0) || 1;
    return rarities.map((each) => each / sum);
  }

  /**
   * Rank the documents by the share of the query that they contain, the share on the card and the score; those at the top
   * also by the exact words of the title.
   * @param {(id: number) => number} titleShare the share of the typed words in the title of a document
   * @returns {Ranking}
   */
  ranked(titleShare) {
    const ids = Uint32Array.from(this.ids).sort();
    const { coverage, onCard, values } = this.#rate(ids);
    const order = byValue(values);
    const first = Array.from(order.subarray(0, RERANKED));
    for (const n of first) values[n] += BY_TITLE * titleShare(ids[n]);
    order.set(first.sort((a, b) => values[b] - values[a])); // equals keep their order
    return { ids, order, coverage, onCard };
  }

  /**
   * Return how well each document matches.
   * @param {Uint32Array} ids
   */
  #rate(ids) {
    const { scores, found, related, prominent } = this;
    const sum = summer(this.#tellings());
    const [coverage, onCard, values] = [0, 0, 0].map(() => new Float64Array(ids.length));
    const best = this.ids.reduce((most, id) => Math.max(most, scores[id]), Number.MIN_VALUE);
    for (let n = 0; n < ids.length; n++) {
      const id = ids[n];
      const [own, onlyRelated] = [found[id], related[id] & ~found[id]];
      coverage[n] = sum(own) + RELATED * sum(onlyRelated);
      onCard[n] = sum(prominent[id] & own) + RELATED * sum(prominent[id] & ~own);
      values[n] = coverage[n] + ON_CARD * onCard[n] + BY_SCORE * (scores[id] / best);
    }
    return { coverage, onCard, values };
  }
}

/**
 * Return the places of values, highest first; equals keep their order. Each value and its place become one number, because
 * an array of numbers sorts without a call for each pair.
 * @param {Float64Array} values
 * @returns {Uint32Array}
 */
function byValue(values) {
  const size = values.length;
  const keys = new Float64Array(size);
  for (let n = 0; n < size; n++) keys[n] = Math.round((HIGHEST - values[n]) * STEPS) * size + n;
  keys.sort();
  const order = new Uint32Array(size);
  for (let n = 0; n < size; n++) order[n] = keys[n] - Math.floor(keys[n] / size) * size;
  return order;
}

/**
 * Return a function that sums the numbers whose bits are set. It works out each set once, because documents share sets.
 * @param {number[]} numbers
 */
function summer(numbers) {
  /** @type {Map<number, number>} */
  const known = new Map();
  /** @param {number} mask */
  return (mask) => {
    const sum = known.get(mask) ?? sumOf(numbers, mask);
    if (!known.has(mask)) known.set(mask, sum);
    return sum;
  };
}

/**
 * @param {number[]} numbers
 * @param {number} mask a bit for each number that counts
 */
function sumOf(numbers, mask) {
  let sum = 0;
  for (let left = mask; left; left &= left - 1) sum += numbers[31 - Math.clz32(left & -left)];
  return sum;
}

/**
 * Return the share of the typed words that a title contains; the start of the last one counts a little less.
 * @param {string[]} title
 * @param {string[]} typed
 */
export function shareInTitle(title, typed) {
  const whole = typed.filter((word) => title.includes(word)).length;
  const last = typed.at(-1) ?? '';
  const started = !title.includes(last) && title.some((word) => word.startsWith(last)) ? 0.8 : 0;
  return (whole + started) / Math.max(1, typed.length);
}
