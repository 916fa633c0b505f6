/**
 * From what is found of each document to hits in their order, and what filters leave of them: OR inside a facet, AND
 * between facets. No DOM, no network.
 *
 * @typedef {object} Facet
 * @property {string} id
 * @property {string} label
 * @property {[string, string][]} options id and label of each
 */

import { bits } from './index.js';

const MANY = 20; // documents; of fewer, half are too few to call a word common
const TIERS = 64; // more than a query has words

/** What was found of each document, while terms are scored one after the other. */
export class Seen {
  constructor(size) {
    this.scores = new Float64Array(size);
    this.groups = new Uint32Array(size);
    this.prominent = new Uint32Array(size);
    this.places = new Uint32Array(size); // fields of the card and sections of the text that have any term: a bit each
    this.terms = new Array(size);
    this.ids = [];
  }

  add(document, score, groups, prominent, term, places) {
    this.scores[document] += score;
    this.groups[document] |= groups;
    this.prominent[document] |= prominent;
    this.places[document] |= places;
    if (this.terms[document]) this.terms[document].push(term);
    else {
      this.terms[document] = [term];
      this.ids.push(document);
    }
  }

  /** Whether some document has all of so many words on its card. */
  hasAll(count) {
    const all = 2 ** count - 1;
    return this.groups.some((groups) => groups === all);
  }

  /** Which words more than half of many documents have ("students"): having them tells nothing of a document. */
  #common() {
    if (this.groups.length < MANY) return 0;
    let [every, common] = [0, 0];
    for (const id of this.ids) every |= this.groups[id];
    for (let word = 1; word && word <= every; word *= 2) {
      let having = 0;
      for (const id of this.ids) if (this.groups[id] & word) having++;
      if (having > this.groups.length / 2) common |= word;
    }
    return common === every ? 0 : common;
  }

  /**
   * What `made` makes of each document in order of the words found, then of those on the card, then of the score.
   * @param {(id: number, score: number, found: number, prominent: number, terms: string[], places: number) => Hit} made
   */
  hits(made) {
    const telling = ~this.#common();
    const tiers = [];
    for (const id of this.ids) {
      const tier = bits(this.groups[id] & telling) * TIERS + bits(this.prominent[id] & telling);
      (tiers[tier] ??= []).push(id);
    }
    const { scores, places } = this;
    const byScore = (a, b) => scores[b] - scores[a] || a - b;
    const best = Object.keys(tiers).map(Number).reverse(); // the keys of an array ascend, and it has few
    return best.flatMap((tier) => {
      const [found, prominent] = [Math.floor(tier / TIERS), tier % TIERS];
      return tiers[tier].sort(byScore).map((id) => made(id, scores[id], found, prominent, this.#terms(id), places[id]));
    });
  }

  #terms(id) {
    const terms = this.terms[id];
    return terms.length > 1 ? [...new Set(terms)].sort() : terms;
  }
}

/**
 * Filter records, and count what each option would leave. An option is counted as if its own facet had no choice yet:
 * so the count says what ticking it gives, and other options of a chosen facet don't fall to zero.
 *
 * @param {{answers: number[][]}[]} records each with its answers to each facet, as places in the facet's options
 * @param {Facet[]} facets
 * @param {Object<string, string[]>} chosen ids of options by id of facet
 * @returns {{matches: object[], counts: number[][], without: number[]}} what fits every choice, in the given order; the
 *     count of each option of each facet; and how many records would match without the choice in each facet
 */
export function tally(records, facets, chosen) {
  const wanted = facets.map((facet) => places(facet, chosen[facet.id] ?? []));
  const counts = facets.map((facet) => facet.options.map(() => 0));
  const missedOnly = facets.map(() => 0);
  const matches = [];
  for (const record of records) {
    const missed = facets.flatMap((_, at) => (fits(record.answers[at], wanted[at]) ? [] : [at]));
    if (missed.length > 1) continue;
    if (missed.length === 0) matches.push(record);
    else missedOnly[missed[0]] += 1;
    for (const at of missed.length ? missed : facets.keys()) {
      for (const place of record.answers[at]) counts[at][place] += 1;
    }
  }
  return { matches, counts, without: missedOnly.map((more) => matches.length + more) };
}

/** The places of options in their facet. */
function places(facet, chosen) {
  return new Set(chosen.map((id) => facet.options.findIndex(([known]) => known === id)));
}

/** Whether one of the answers is wanted; where nothing is chosen, every answer is. */
function fits(answers, wanted) {
  return wanted.size === 0 || answers.some((place) => wanted.has(place));
}
