/**
 * From what is found of each document to their order, and what filters leave of them: OR inside a facet, AND between
 * facets. No DOM, no network.
 *
 * @typedef {object} Facet
 * @property {string} id
 * @property {string} label
 * @property {[string, string][]} options id and label of each
 */

import { bits, FIELDS } from './index.js';

const MANY = 20; // documents; of fewer, half are too few to call a word common
const TIERS = 64; // more than a query has words
const SPAN = 2 ** 30; // steps from the best score to none; times a million documents, a number still holds every key

/** What was found of each document, while terms are added one after the other. */
export class Seen {
  constructor(size) {
    this.size = size;
    this.ids = [];
    this.scores = new Float64Array(size);
    this.groups = new Uint32Array(size); // words of the query: a bit each
    this.prominent = new Uint32Array(size); // those of them that stand in a prominent field
    this.places = new Uint32Array(size); // fields of the card and sections of the text that have any term: a bit each
    this.sets = new Uint32Array(size); // which terms: a place in `lists`
    this.lists = [[]];
  }

  /** Forget everything, to be used again: pages of fresh memory cost more than all else. */
  clear() {
    for (const column of [this.scores, this.groups, this.prominent, this.places, this.sets]) column.fill(0);
    this.ids = [];
    this.lists = [[]];
  }

  /**
   * Add a term wherever it stands.
   * @param {import('./index.js').Postings} postings
   * @param {object} as
   * @param {string[]} as.terms that are meant: one, or all of a form
   * @param {number} as.weight in the query, divided by the query's length
   * @param {number} as.groups the words of the query that may mean it, a bit each
   * @param {number} as.prominent the fields that count as prominent, a bit each
   * @param {number} as.before how many places come before the first field
   */
  add({ documents, masks, scores }, { terms, weight, groups, prominent, before }) {
    const { sets, ids, groups: found, prominent: prominently, places, scores: sums } = this;
    const longer = []; // for each set, the one that has these terms, too
    for (let n = 0; n < documents.length; n++) {
      const document = documents[n];
      const fields = masks[n] & FIELDS;
      const set = sets[document];
      if (set === 0) ids.push(document);
      sets[document] = longer[set] ??= this.#with(terms, set);
      sums[document] += scores[n] * weight;
      found[document] |= groups;
      places[document] |= fields << before;
      if (fields & prominent) prominently[document] |= groups;
    }
  }

  /** The set of terms that has these, too; documents share it, as there are few and many have the same. */
  #with(terms, set) {
    const list = this.lists[set];
    const more = terms.filter((term) => !list.includes(term));
    return more.length ? this.lists.push([...list, ...more].sort()) - 1 : set;
  }

  /** The terms that a document has, in order. */
  terms(id) {
    return this.lists[this.sets[id]];
  }

  /** Whether some document has all of so many words on its card. */
  hasAll(count) {
    const all = 2 ** count - 1;
    return this.ids.some((id) => this.groups[id] === all);
  }

  /** Which words more than half of many documents have ("students"): having them tells nothing of a document. */
  #common() {
    if (this.size < MANY) return 0;
    let [every, common] = [0, 0];
    for (const id of this.ids) every |= this.groups[id];
    for (let word = 1; word && word <= every; word *= 2) {
      let having = 0;
      for (const id of this.ids) if (this.groups[id] & word) having++;
      if (having > this.size / 2) common |= word;
    }
    return common === every ? 0 : common;
  }

  /**
   * The documents in tiers, the best first: by the words found, then by those in prominent fields.
   * @returns {{found: number, prominent: number, ids: Uint32Array}[]} how many words, and the tier's documents by score
   */
  tiers() {
    const telling = ~this.#common();
    const tiers = [];
    for (const id of this.ids) {
      const tier = bits(this.groups[id] & telling) * TIERS + bits(this.prominent[id] & telling);
      (tiers[tier] ??= []).push(id);
    }
    const best = Object.keys(tiers).map(Number).reverse(); // the keys of an array ascend, and it has few
    return best.map((tier) => ({ found: Math.floor(tier / TIERS), prominent: tier % TIERS, ids: this.#byScore(tiers[tier]) }));
  }

  /** The highest score first, equals by place: as numbers that hold both, which sort without a call for each pair. */
  #byScore(ids) {
    const { scores, size } = this;
    const keys = new Float64Array(ids.length);
    let best = Number.MIN_VALUE;
    for (const id of ids) best = Math.max(best, scores[id]);
    for (let n = 0; n < ids.length; n++) keys[n] = Math.round((1 - scores[ids[n]] / best) * SPAN) * size + ids[n];
    keys.sort();
    const ordered = new Uint32Array(ids.length);
    for (let n = 0; n < keys.length; n++) ordered[n] = keys[n] - Math.floor(keys[n] / size) * size;
    return ordered;
  }
}

/**
 * Documents whose titles have more of the words typed first; equals stay in their order.
 * @param {Iterable<number>} ids
 * @param {(id: number) => string[]} wordsOf a title
 * @param {string[]} typed
 */
export function byTitle(ids, wordsOf, typed) {
  const likeness = Array.from(ids, (id) => [likenessOf(wordsOf(id), typed), id]);
  return likeness.sort(([a], [b]) => b - a).map(([, id]) => id);
}

/** How many of the words typed a title has; the last one may be unfinished. */
function likenessOf(title, typed) {
  const whole = typed.filter((word) => title.includes(word)).length;
  const last = typed.at(-1) ?? '';
  return whole + (!title.includes(last) && title.some((word) => word.startsWith(last)) ? 0.8 : 0);
}

/**
 * Filter hits, and count what each option would leave. An option is counted as if its own facet had no choice yet: so
 * the count says what ticking it gives, and other options of a chosen facet don't fall to zero.
 *
 * @template {{id: number}} Hit of a credential
 * @param {Hit[]} hits
 * @param {{facets: Facet[], answers: (number | number[])[][]}} store for each facet, the answers of each credential as
 *     places in the facet's options
 * @param {Object<string, string[]>} chosen ids of options by id of facet
 * @returns {{matches: Hit[], counts: number[][], without: number[]}} what fits every choice, in the given order; the
 *     count of each option of each facet; and how many hits would match without the choice in each facet
 */
export function tally(hits, { facets, answers }, chosen) {
  const missed = new Uint32Array(hits.length); // by hit, the facets whose choice it does not fit: a bit each
  facets.forEach(({ id, options }, at) => {
    const wanted = new Set((chosen[id] ?? []).map((choice) => options.findIndex(([known]) => known === choice)));
    if (wanted.size) miss(missed, hits, answers[at], wanted, 1 << at);
  });
  const fitting = (own) => hits.filter((_, n) => (missed[n] & ~own) === 0);
  const matches = fitting(0);
  const left = facets.map(({ id }, at) => (chosen[id]?.length ? fitting(1 << at) : matches));
  const counts = facets.map(({ options }, at) => count(left[at], answers[at], options.length));
  return { matches, counts, without: left.map(({ length }) => length) };
}

function miss(missed, hits, column, wanted, bit) {
  hits.forEach(({ id }, n) => {
    if (![column[id]].flat().some((place) => wanted.has(place))) missed[n] |= bit;
  });
}

/** How many of the hits have each of so many answers. */
function count(hits, column, options) {
  const counts = new Array(options).fill(0);
  for (const { id } of hits) {
    const answer = column[id];
    if (typeof answer === 'number') counts[answer]++;
    else for (const place of answer) counts[place]++;
  }
  return counts;
}
