/**
 * Search in the catalog, for any page, test or other host: no DOM, no network of its own, no eval.
 *
 *     const catalog = await open((name) => fetch(name).then(…bytes…));
 *     const { hits, counts, total } = await catalog.search('read alowd', { grade: ['K-2'] });
 *
 * `load(name)` gives the bytes of a file beside this one. What is loaded grows with what is asked for: the index of
 * cards at once, the whole text by ranges of words, and only where no document has all the words on its card.
 */

import { byTitle, Seen, tally } from './hits.js';
import { FIELDS, Index, together } from './index.js';
import { BOOST, groupsOf, Lexicon, meanings, totals } from './lexicon.js';
import { stem, words } from './words.js';

const FORMAT = 2;
const SURE = 6; // boost from which a term is looked up in whole texts, too; guesses would drown there
const RERANKED = 50; // of the best results, by the very words of their titles
const NONE = { found: 0, prominent: 0 };

/**
 * @typedef {object} Hit
 * @property {number} id the document's place in the store
 * @property {string} url from the site's root
 * @property {string} title
 * @property {number} score
 * @property {number} found how many of the words it has, those left out that more than half of all documents have
 * @property {number} prominent how many of these stand on its card, but for the text below the title
 * @property {string[]} terms of the index that it has
 * @property {string[]} where the names of the fields and sections that have them
 */

/**
 * @param {(name: string) => Promise<Uint8Array | ArrayBuffer>} load
 * @returns {Promise<Catalog>}
 * @throws {Error} when a file cannot be loaded, or was made for another version of this engine
 */
export async function open(load) {
  const bytes = async (name) => new Uint8Array(await load(name));
  const json = async (name) => JSON.parse(new TextDecoder().decode(await bytes(name)));
  const manifest = await json('manifest.json');
  if (manifest.format !== FORMAT) throw new Error(`The search index has format ${manifest.format}, not ${FORMAT}.`);
  const [store, core] = await Promise.all([json(manifest.store), bytes(manifest.core)]);
  return new Catalog({ manifest, store, core, bytes, json });
}

/** An opened catalog. */
class Catalog {
  #where;
  #prominent;
  #spare = [];
  #titleWords = [];
  #urls = [];

  constructor({ manifest, store, core, bytes, json }) {
    const { weights, fields } = manifest;
    Object.assign(this, { manifest, store, json });
    const names = Object.keys(fields);
    this.#where = naming([...names, ...manifest.sections]);
    this.#prominent = FIELDS & ~(1 << names.indexOf('text'));
    this.index = new Index({ core, blocks: manifest.blocks, boosts: Object.values(fields), weights, load: bytes });
    this.lexicon = new Lexicon(this.index.terms, manifest.synonyms);
    this.cardFiles = new Map();
    this.openText = async () => {
      const boosts = manifest.sections.map(() => 1);
      const parts = { core: await bytes(manifest.text), blocks: manifest.text_blocks, boosts, weights, load: bytes };
      return new Index({ ...parts, ownTerms: true });
    };
  }

  /** How many of the documents are credentials; they come first. */
  get credentials() {
    return this.store.kinds[0][0];
  }

  /**
   * Credentials that match the words and the filters, best first; all of them, by title, where there are no words.
   * @param {string} text
   * @param {Object<string, string[]>} [filters] ids of options by id of facet
   * @returns {Promise<{hits: Hit[], counts: Object<string, Object<string, number>>, total: number}>} `counts` says for
   *     each option how many results there would be with it, the choices in its own facet aside
   */
  async search(text, filters = {}) {
    const matching = text.trim() ? await this.match(text) : this.store.titles.map((_, id) => this.#hit(id));
    const { matches, counts } = tally(matching.filter(({ id }) => id < this.credentials), this.store, filters);
    const named = this.store.facets.map(({ id, options }, at) => [
      id,
      Object.fromEntries(options.map(([option], place) => [option, counts[at][place]])),
    ]);
    return { hits: matches, counts: Object.fromEntries(named), total: matches.length };
  }

  /**
   * Every document that matches the words: most of them found first, then most of them on the card, then those whose
   * title has the very words, then by score.
   * @param {string} text
   * @returns {Promise<Hit[]>}
   */
  async match(text) {
    const meant = await this.#meant(text);
    const seen = this.#spare.pop() ?? new Seen(this.index.size);
    try {
      await this.#score(this.index, meant, seen, 0);
      if (meant.length && !seen.hasAll(meant.length)) await this.#lookIntoTexts(meant, seen);
      return this.#ranked(text, seen);
    } finally {
      seen.clear();
      this.#spare.push(seen);
    }
  }

  /** Terms and weights as a query of lunr would have them. */
  clauses(text) {
    return [...totals(meanings(this.lexicon, text))];
  }

  /**
   * The text in pieces, those that hold one of the terms marked as hits.
   * @returns {{text: string, hit: boolean}[]}
   */
  mark(text, terms) {
    const known = new Set(terms);
    const pieces = text.split(/([\p{L}\p{N}\p{M}'\u2019.()]+)/u).filter(Boolean);
    return pieces.map((piece) => ({ text: piece, hit: words(piece).some((word) => known.has(stem(word))) }));
  }

  /**
   * What was looked for in place of words that no document has.
   * @param {string} text as it was typed
   * @param {string[]} texts that were found for it, the best first; what was looked for is said in their words
   * @returns {Promise<{typed: string, read: string[]}[]>} `read` is empty where nothing is like the word
   */
  async instead(text, texts) {
    const said = [...new Set(texts.flatMap(words))];
    const guesses = new Map();
    for (const { word, terms } of (await this.#meant(text)).filter(({ guess }) => guess)) {
      const best = likeliest(terms, said);
      guesses.set(word, [...(guesses.get(word) ?? []), ...best]);
    }
    return [...guesses].map(([typed, read]) => ({ typed, read }));
  }

  /** The address of a document from the site's root. */
  url(id) {
    const { urls, titles } = this.store;
    const suggested = () => `credentials/${titles[id].toLowerCase().match(/[a-z0-9]+/g).join('-')}/`;
    return (this.#urls[id] ??= urls[id] || suggested());
  }

  /** What a document is called that is no credential: "Stack", "Page". */
  kind(id) {
    return this.store.kinds.findLast(([first]) => id >= first)?.[1] ?? null;
  }

  /** What a list shows of a document, from the file of cards that it stands in. */
  async card(id) {
    const n = Math.floor(id / this.manifest.cards_per_file);
    const pending = this.cardFiles.get(n) ?? this.json(this.manifest.cards[n]);
    this.cardFiles.set(n, pending);
    pending.catch(() => this.cardFiles.delete(n));
    const { facts, words: said, cards } = await pending;
    const { text, facts: places = [], status } = cards[id % this.manifest.cards_per_file];
    return { text, status, facts: places.map((place, at) => [facts[at], said[place]]).filter(([, fact]) => fact) };
  }

  /** Score documents by one index, whose fields stand behind so many others. */
  async #score(index, meant, seen, before) {
    const weights = totals(meant);
    const forms = meant.flatMap((each, at) => each.forms.map((terms) => [terms, BOOST.synonym, 1 << at]));
    const single = [...weights].map(([term, weight]) => [[term], weight, groupsOf(term, meant)]);
    const asked = [...single, ...forms];
    await index.need(asked.flatMap(([terms]) => terms));
    const length = Math.hypot(...asked.map(([, weight]) => weight));
    const prominent = index === this.index ? this.#prominent : 0;
    for (const [terms, weight, groups] of asked) {
      const postings = together(terms.map((term) => index.postings(term)));
      if (postings) seen.add(postings, { terms, weight: weight / length, groups, prominent, before });
    }
  }

  /** What each word may mean. A word that no card has is no guess if a whole text has it. */
  async #meant(text) {
    const meant = meanings(this.lexicon, text);
    const guessed = meant.filter(({ guess }) => guess).map(({ word }) => stem(word));
    if (!guessed.length) return meant;
    const index = await this.#texts();
    await index.need(guessed);
    return meant.map((each) => {
      const known = each.guess && index.postings(stem(each.word)) !== null;
      return known ? { ...each, terms: new Map([[stem(each.word), BOOST.exact]]), guess: false } : each;
    });
  }

  /** The index of whole texts, opened once; what fails now is tried again when it is next asked for. */
  #texts() {
    this.text ??= this.openText();
    this.text.catch(() => (this.text = null));
    return this.text;
  }

  async #lookIntoTexts(meant, seen) {
    const index = await this.#texts();
    const sure = meant.map(({ word, terms, forms }) => {
      const kept = [...terms].filter(([, boost]) => boost >= SURE);
      return { word, terms: new Map([...kept, [stem(word), BOOST.exact]]), forms };
    });
    await this.#score(index, sure, seen, this.index.lengths.length);
  }

  /** Hits of what was seen, tier by tier; of the best, those first whose titles have the very words. */
  #ranked(text, seen) {
    const { titles } = this.store;
    const typed = words(text);
    const wordsOf = (id) => (this.#titleWords[id] ??= words(titles[id]));
    const hits = [];
    for (const tier of seen.tiers()) {
      const first = tier.ids.subarray(0, Math.max(0, RERANKED - hits.length));
      first.set(byTitle(first, wordsOf, typed));
      for (const id of tier.ids) {
        const where = this.#where(seen.places[id]);
        hits.push(this.#hit(id, tier, seen.scores[id], seen.terms(id), where));
      }
    }
    return hits;
  }

  #hit(id, { found, prominent } = NONE, score = 0, terms = [], where = []) {
    return { id, url: this.url(id), title: this.store.titles[id], score, found, prominent, terms, where };
  }
}

/** The first of the words that has one of the likeliest terms; in a list, empty where none has any. */
function likeliest(terms, said) {
  const likely = (word) => terms.get(stem(word)) ?? 0;
  const most = Math.max(0, ...said.map(likely));
  return most ? said.filter((word) => likely(word) === most).slice(0, 1) : [];
}

/** A function that gives those of the names whose bits are set, and works each set out once. */
function naming(names) {
  const known = [];
  return (mask) => (known[mask] ??= names.filter((_, at) => mask & (1 << at)));
}
