/**
 * Finds the documents that match words, in the index of cards and, if that is not enough, in the full texts. Uses neither
 * the DOM nor the network.
 *
 * @typedef {object} Manifest
 * @property {number} format
 * @property {string} store
 * @property {string} core
 * @property {[string, string][]} blocks
 * @property {string} text
 * @property {[string, string][]} text_blocks
 * @property {string[]} cards
 * @property {number} cards_per_file
 * @property {[number, number][]} weights
 * @property {Record<string, number>} fields
 * @property {string[]} sections
 * @property {string} earner the word for the earner, which the indexes leave out
 * @property {string[][]} synonyms
 * @property {[string, string][]} thesaurus
 *
 * @typedef {object} Match
 * @property {number} id the document's place in the store
 * @property {number} score
 * @property {number} coverage the share of the words that it contains, from 0 to 1, rare words counting more
 * @property {number} onCard the share that its card contains outside the text below the title
 * @property {string[]} terms of the index that it contains
 * @property {string[]} where the names of the fields and sections that contain them
 *
 * @typedef {import('./lexicon.js').Meaning} Meaning
 */

import { MatchTable, shareInTitle } from './hits.js';
import { FIELDS, Index, intersection } from './index.js';
import { BOOST, Lexicon, meanings, termWeights, wordMask } from './lexicon.js';
import { Thesaurus } from './thesaurus.js';
import { stem, words } from './words.js';

const SURE = 6; // the boost that a term needs to be looked up in full texts, where guesses would find too much

export class Matcher {
  #namesOf;
  #prominent;
  /** @type {MatchTable[]} */
  #spare = [];
  /** @type {string[][]} */
  #titleWords = [];
  /** @type {Promise<Index> | null} */
  #fullTexts = null;

  /**
   * @param {object} parts
   * @param {Manifest} parts.manifest
   * @param {string[]} parts.titles
   * @param {Uint8Array} parts.core
   * @param {(name: string) => Promise<Uint8Array>} parts.bytes
   * @param {(name: string) => Promise<any>} parts.json
   */
  constructor({ manifest, titles, core, bytes, json }) {
    const { weights, fields } = manifest;
    this.manifest = manifest;
    this.titles = titles;
    this.bytes = bytes;
    const names = Object.keys(fields);
    this.#namesOf = namesByMask([...names, ...manifest.sections]);
    this.#prominent = FIELDS & ~(1 << names.indexOf('text'));
    this.index = new Index({ core, blocks: manifest.blocks, boosts: Object.values(fields), weights, load: bytes });
    this.lexicon = new Lexicon(this.index.terms, manifest.synonyms);
    this.thesaurus = new Thesaurus(manifest.thesaurus, json);
  }

  /**
   * Return every document that matches the words. Documents with more of the words come first, then those with more of
   * them on the card, then those with the exact words in the title, then those with a higher score.
   * @param {string} text
   * @returns {Promise<Match[]>}
   */
  async match(text) {
    const meant = await this.meanings(text);
    const table = this.#spare.pop() ?? new MatchTable(this.index.size);
    try {
      await this.#score(this.index, meant, table, 0);
      if (meant.length && !table.hasAll(meant.length)) await this.#scoreFullTexts(meant, table);
      return this.#ranked(text, table);
    } finally {
      table.clear();
      this.#spare.push(table);
    }
  }

  /**
   * Add the scores of one index to a table.
   * @param {Index} index
   * @param {Meaning[]} meant
   * @param {MatchTable} table
   * @param {number} firstPlace the place of the index's first field
   */
  async #score(index, meant, table, firstPlace) {
    const single = [...termWeights(meant)].map(([term, weight]) => {
      return { terms: [term], weight, wordMask: wordMask(term, meant), isRelated: false };
    });
    const forms = meant.flatMap((each, at) => {
      return each.forms.map((terms) => ({ terms, weight: BOOST.synonym, wordMask: 1 << at, isRelated: false }));
    });
    const related = meant.flatMap((each, at) => {
      return (each.related ?? []).map((terms) => ({
        terms,
        weight: BOOST.related,
        wordMask: 1 << at,
        isRelated: true,
      }));
    });
    const isKnown = index === this.index ? this.lexicon.known : null; // what is unknown need not be loaded
    const clauses = [...single, ...forms, ...related].filter(
      ({ terms }) => !isKnown || terms.every((term) => isKnown.has(term)),
    );
    await index.need(clauses.flatMap(({ terms }) => terms));
    const length = Math.hypot(...clauses.map(({ weight, isRelated }) => (isRelated ? 0 : weight))) || 1;
    const prominentFields = index === this.index ? this.#prominent : 0;
    for (const { terms, weight, wordMask, isRelated } of clauses) {
      const postings = intersection(terms.map((term) => index.postings(term)));
      if (postings)
        table.add(postings, { terms, weight: weight / length, wordMask, prominentFields, firstPlace, isRelated });
    }
  }

  /**
   * Return what each word may stand for. A word that a full text contains is not a guess, even if no card contains it.
   * @param {string} text
   * @returns {Promise<Meaning[]>}
   */
  async meanings(text) {
    const meant = await this.#withRelated(meanings(this.lexicon, text), text);
    const guessed = meant.filter(({ guess }) => guess).map(({ word }) => stem(word));
    if (!guessed.length) return meant;
    const index = await this.#openFullTexts();
    await index.need(guessed);
    return meant.map((each) => {
      const isKnown = each.guess && index.postings(stem(each.word)) !== null;
      return isKnown ? { ...each, terms: new Map([[stem(each.word), BOOST.exact]]), guess: false } : each;
    });
  }

  /**
   * Return meanings with the related words of the thesaurus; what has some is no typing error.
   * @param {Meaning[]} meant
   * @param {string} text
   * @returns {Promise<Meaning[]>}
   */
  async #withRelated(meant, text) {
    const typed = words(text);
    const related = await this.thesaurus.related(typed.map(stem));
    return meant.map((each) => {
      const own = related[typed.indexOf(each.word)] ?? [];
      if (!own.length) return each;
      return { ...each, related: own, ...(each.guess ? { terms: new Map(), guess: false } : {}) };
    });
  }

  /** Open the index of full texts, once; after a failure, the next call tries again. */
  #openFullTexts() {
    const pending = this.#fullTexts ?? this.#loadFullTexts();
    this.#fullTexts = pending;
    pending.catch(() => {
      this.#fullTexts = null;
    });
    return pending;
  }

  async #loadFullTexts() {
    const { text, text_blocks: blocks, sections, weights } = this.manifest;
    const boosts = sections.map(() => 1);
    return new Index({ core: await this.bytes(text), blocks, boosts, weights, load: this.bytes, ownTerms: true });
  }

  /**
   * @param {Meaning[]} meant
   * @param {MatchTable} table
   */
  async #scoreFullTexts(meant, table) {
    const index = await this.#openFullTexts();
    const sure = meant.map((each) => {
      const terms = new Map([...each.terms].filter(([, boost]) => boost >= SURE));
      return { ...each, terms: terms.set(stem(each.word), BOOST.exact) };
    });
    await this.#score(index, sure, table, this.index.lengths.length);
  }

  /**
   * Return the matches of a table, best first.
   * @param {string} text
   * @param {MatchTable} table
   * @returns {Match[]}
   */
  #ranked(text, table) {
    const { scores, places } = table;
    const typed = words(text);
    const { ids, order, coverage, onCard } = table.ranked((id) => {
      this.#titleWords[id] ??= words(this.titles[id]);
      return shareInTitle(this.#titleWords[id], typed);
    });
    return Array.from(order, (n) => {
      const id = ids[n];
      const where = this.#namesOf(places[id]);
      return { id, score: scores[id], coverage: coverage[n], onCard: onCard[n], terms: table.terms(id), where };
    });
  }
}

/**
 * Return a function that returns the names whose bits are set. It works out each set once.
 * @param {string[]} names
 */
function namesByMask(names) {
  /** @type {string[][]} */
  const known = [];
  /** @param {number} mask */
  return (mask) => {
    known[mask] ??= names.filter((_, at) => mask & (1 << at));
    return known[mask];
  };
}
