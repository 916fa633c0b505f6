/**
 * Search in the catalog, for a page, a test or another host. Uses neither the DOM nor `eval`, and makes no requests.
 *
 *     const catalog = await open((name) => fetch(name).then(…bytes…));
 *     const { hits, counts, total, facts, words } = await catalog.search('read alowd, no video', { grade: ['K-2'] });
 *
 * `load(name)` returns the bytes of a file beside this one. Files are loaded when they are needed: the index of cards at
 * once; the full texts by ranges of words, and only if no document has all the words on its card.
 *
 * @typedef {import('./matcher.js').Match} Match
 * @typedef {Match & {url: string, title: string}} Hit `url`: relative to the site's root
 * @typedef {import('./documents.js').Store} Store
 * @typedef {import('./documents.js').Card} Card
 * @typedef {import('./matcher.js').Manifest} Manifest
 * @typedef {import('./facts.js').Fact} Fact
 * @typedef {import('./lexicon.js').Meaning} Meaning
 */

import { merge, tally } from './choices.js';
import { Documents } from './documents.js';
import { FactReader, readAsWords } from './facts.js';
import { singular } from './language.js';
import { meanings, termWeights } from './lexicon.js';
import { Matcher } from './matcher.js';
import { stem, words } from './words.js';

const FORMAT = 3;
const UNRANKED = { score: 0, coverage: 0, onCard: 0, terms: [], where: [] };

/**
 * Open the catalog.
 * @param {(name: string) => Promise<Uint8Array | ArrayBuffer>} load
 * @returns {Promise<Catalog>}
 * @throws {Error} if a file cannot be loaded, or was made for another version of this engine
 */
export async function open(load) {
  /** @param {string} name */
  const bytes = async (name) => new Uint8Array(await load(name));
  /** @param {string} name */
  const json = async (name) => JSON.parse(new TextDecoder().decode(await bytes(name)));
  /** @type {Manifest} */
  const manifest = await json('manifest.json');
  if (manifest.format !== FORMAT) throw new Error(`The search index has format ${manifest.format}, not ${FORMAT}.`);
  const [store, core] = await Promise.all([json(manifest.store), bytes(manifest.core)]);
  return new Catalog({ manifest, store, core, bytes, json });
}

/** An open catalog. */
export class Catalog {
  #facts;
  #matcher;

  /**
   * @param {object} parts
   * @param {Manifest} parts.manifest
   * @param {Store} parts.store
   * @param {Uint8Array} parts.core
   * @param {(name: string) => Promise<Uint8Array>} parts.bytes
   * @param {(name: string) => Promise<any>} parts.json
   */
  constructor({ manifest, store, core, bytes, json }) {
    this.store = store;
    this.earner = manifest.earner.toLowerCase();
    this.documents = new Documents(store, manifest, json);
    this.#matcher = new Matcher({ manifest, titles: store.titles, core, bytes, json });
    /** @param {string} word */
    const isKnown = (word) => this.#matcher.lexicon.exact(word).length > 0;
    const units = Object.keys(store.measures).filter((unit) => unit !== 'weeks');
    this.#facts = new FactReader(store.facets, {
      isKnown,
      synonyms: manifest.synonyms.flat(),
      units,
      common: commonOptions(store),
    });
  }

  /**
   * Return the facts that a text names, and the words that are left to search for; see `facts.js`.
   * @param {string} text
   */
  read(text) {
    return this.#facts.read(text);
  }

  /**
   * Return the credentials that match the text and the filters, best first; without words all of them, by title. Facts
   * in the text ("no video", "4th grade") are read as filters.
   * @param {string} text
   * @param {import('./choices.js').Choices} [filters]
   * @param {{asWords?: boolean}} [options] `asWords`: whether to search for all of the text as words
   * @returns {Promise<{hits: Hit[], counts: Record<string, Record<string, number>>, total: number, facts: Fact[], words: string}>}
   *     `counts`: for each option, how many results it would give, ignoring the choices in its own facet; `facts` and
   *     `words`: how the text was understood
   */
  async search(text, filters = {}, { asWords = false } = {}) {
    const reading = asWords ? readAsWords(text) : this.read(text);
    const matching = (await this.find(reading)).filter(({ id }) => id < this.documents.credentials);
    const { matches, counts } = tally(matching, this.store, merge(filters, choicesOf(reading.facts)));
    const named = this.store.facets.map(({ id, options }, at) => [
      id,
      Object.fromEntries(options.map(([option], place) => [option, counts[at][place]])),
    ]);
    const { facts, rest: words } = reading;
    const hits = matches.map((match) => this.describe(match));
    return { hits, counts: Object.fromEntries(named), total: matches.length, facts, words };
  }

  /**
   * Return every document that matches the words of a reading, best first; without words all, by title. Filters are not
   * applied.
   * @param {import('./facts.js').Reading} reading
   */
  async find({ rest, topics }) {
    return rest.trim() ? this.match(rest) : this.#all(topics);
  }

  /**
   * Return all documents: those first that match the words of topics, then the others by title.
   * @param {string} topics
   */
  async #all(topics) {
    const first = topics ? await this.match(topics) : [];
    const found = new Set(first.map(({ id }) => id));
    const ids = this.store.titles.map((_, id) => id).filter((id) => !found.has(id));
    return [...first, ...ids.map((id) => ({ id, ...UNRANKED }))];
  }

  /**
   * Return every document that matches words, best first; see `matcher.js`.
   * @param {string} text
   * @returns {Promise<Match[]>}
   */
  async match(text) {
    return this.#matcher.match(text);
  }

  /**
   * Return a match with the address and the title of its document.
   * @param {Match} match
   * @returns {Hit}
   */
  describe(match) {
    return { ...match, url: this.documents.url(match.id), title: this.store.titles[match.id] };
  }

  /**
   * Return the terms of a query with their weights, as lunr.js would take them.
   * @param {string} text
   */
  clauses(text) {
    return [...termWeights(meanings(this.#matcher.lexicon, text))];
  }

  /**
   * Cut a text into pieces, and mark those that contain one of the terms. The word for the earner is never one: no index
   * contains it, but its stem may be that of another word ("educator", "education").
   * @param {string} text
   * @param {string[]} terms
   * @returns {{text: string, hit: boolean}[]}
   */
  mark(text, terms) {
    const known = new Set(terms);
    const { earner } = this;
    /** @param {string} word */
    const isFound = (word) => known.has(stem(word)) && !(earner && singular(word) === earner);
    const pieces = text.split(/([\p{L}\p{N}\p{M}'\u2019.()]+)/u).filter(Boolean);
    return pieces.map((piece) => ({ text: piece, hit: words(piece).some(isFound) }));
  }

  /**
   * Return what was searched for in place of words that no document contains.
   * @param {string} text as it was typed
   * @param {string[]} results texts of the results, best first; the replacements are words of theirs
   * @returns {Promise<{typed: string, read: string[]}[]>} `read` is empty if no known word is similar
   */
  async replacements(text, results) {
    const candidates = [...new Set(results.flatMap(words))];
    /** @type {Map<string, string[]>} */
    const replaced = new Map();
    for (const { word, terms } of (await this.#matcher.meanings(text)).filter(({ guess }) => guess)) {
      replaced.set(word, [...(replaced.get(word) ?? []), ...likeliest(terms, candidates)]);
    }
    return [...replaced].map(([typed, read]) => ({ typed, read }));
  }
}

/**
 * Return the options that at least half of all credentials have, which say little: `role teacher`.
 * @param {Store} store
 */
function commonOptions(store) {
  const all = store.titles.slice(0, store.kinds[0][0]).map((_, id) => ({ id }));
  const { counts } = tally(all, store, {});
  const named = store.facets.flatMap(({ id, options }, at) => {
    return options.filter((_, n) => counts[at][n] >= all.length / 2).map(([option]) => `${id} ${option}`);
  });
  return new Set(named);
}

/**
 * Return facts as filters.
 * @param {Fact[]} facts
 * @returns {import('./choices.js').Choices}
 */
export function choicesOf(facts) {
  return facts.reduce((all, { facet, options }) => merge(all, { [facet]: options }), {});
}

/**
 * Return the first candidate that has one of the likeliest terms, in a list; an empty list if none has any.
 * @param {Map<string, number>} terms
 * @param {string[]} candidates
 */
function likeliest(terms, candidates) {
  /** @param {string} word */
  const likelihood = (word) => terms.get(stem(word)) ?? 0;
  const most = Math.max(0, ...candidates.map(likelihood));
  return most ? candidates.filter((word) => likelihood(word) === most).slice(0, 1) : [];
}
