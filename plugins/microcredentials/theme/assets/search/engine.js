/**
 * Search in the catalog, for a page, a test or another host. Uses neither the DOM nor `eval`, and makes no requests.
 *
 *     const catalog = await open((name) => fetch(name).then(…bytes…));
 *     const { hits, counts, total, facts, words } = await catalog.search('read alowd, no video', { grade: ['K-2'] });
 *
 * `load(name)` returns the bytes of a file beside this one. Files are loaded when they are needed: the index of cards at
 * once; the full texts by ranges of words, and only if no document has all the words on its card.
 *
 * @typedef {object} Hit
 * @property {number} id the document's place in the store
 * @property {string} url relative to the site's root
 * @property {string} title
 * @property {number} score
 * @property {number} coverage the share of the words that it contains, from 0 to 1, rare words counting more
 * @property {number} onCard the share that its card contains outside the text below the title
 * @property {string[]} terms of the index that it contains
 * @property {string[]} where the names of the fields and sections that contain them
 *
 * @typedef {object} StoredParts
 * @property {string[]} titles
 * @property {[number, string][]} kinds the first document of each kind that is not a credential, and its name
 * @property {(string | 0)[]} urls relative to the site's root; 0 if the title suggests it
 * @property {([number, number] | 0)[]} hours the fewest and the most that each credential takes; 0 if not stated
 * @property {number[]} days when each credential was last published
 *
 * @typedef {import('./choices.js').Filterable & StoredParts} Store what lists and filters need to know of all documents
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
 * @typedef {object} CardFile
 * @property {string[]} facts the labels of facts
 * @property {string[]} words the facts themselves; many cards share them
 * @property {{text: string, facts?: number[], status?: [string, string]}[]} cards
 *
 * @typedef {object} Card what a list shows of a document
 * @property {string} text
 * @property {[string, string]} [status] its id and its label
 * @property {[string, string][]} facts the label and the text of each
 *
 * @typedef {import('./facts.js').Fact} Fact
 * @typedef {import('./lexicon.js').Meaning} Meaning
 */

import { merge, tally } from './choices.js';
import { FactReader, readAsWords } from './facts.js';
import { MatchTable, shareInTitle } from './hits.js';
import { FIELDS, Index, intersection } from './index.js';
import { singular } from './language.js';
import { BOOST, Lexicon, meanings, termWeights, wordMask } from './lexicon.js';
import { Thesaurus } from './thesaurus.js';
import { stem, words } from './words.js';

const FORMAT = 3;
const SURE = 6; // the boost that a term needs to be looked up in full texts, where guesses would find too much
const NO_RANK = { coverage: 0, onCard: 0 };

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
  #namesOf;
  #prominent;
  /** @type {MatchTable[]} */
  #spare = [];
  /** @type {string[][]} */
  #titleWords = [];
  /** @type {string[]} */
  #urls = [];
  /** @type {Promise<Index> | null} */
  #fullTexts = null;

  /**
   * @param {object} parts
   * @param {Manifest} parts.manifest
   * @param {Store} parts.store
   * @param {Uint8Array} parts.core
   * @param {(name: string) => Promise<Uint8Array>} parts.bytes
   * @param {(name: string) => Promise<any>} parts.json
   */
  constructor({ manifest, store, core, bytes, json }) {
    const { weights, fields } = manifest;
    this.manifest = manifest;
    this.store = store;
    this.bytes = bytes;
    this.json = json;
    const names = Object.keys(fields);
    this.#namesOf = namesByMask([...names, ...manifest.sections]);
    this.#prominent = FIELDS & ~(1 << names.indexOf('text'));
    this.index = new Index({ core, blocks: manifest.blocks, boosts: Object.values(fields), weights, load: bytes });
    this.lexicon = new Lexicon(this.index.terms, manifest.synonyms);
    this.#facts = new FactReader(store.facets, (word) => this.lexicon.exact(word).length > 0);
    this.thesaurus = new Thesaurus(manifest.thesaurus, json);
    /** @type {Map<number, Promise<CardFile>>} */
    this.cardFiles = new Map();
  }

  /** How many of the documents are credentials; they come first. */
  get credentials() {
    return this.store.kinds[0][0];
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
    const matching = (await this.find(reading)).filter(({ id }) => id < this.credentials);
    const { matches, counts } = tally(matching, this.store, merge(filters, choicesOf(reading.facts)));
    const named = this.store.facets.map(({ id, options }, at) => [
      id,
      Object.fromEntries(options.map(([option], place) => [option, counts[at][place]])),
    ]);
    const { facts, rest: words } = reading;
    return { hits: matches, counts: Object.fromEntries(named), total: matches.length, facts, words };
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
    return [...first, ...ids.map((id) => this.#hit(id))];
  }

  /**
   * Return every document that matches the words. Documents with more of the words come first, then those with more of
   * them on the card, then those with the exact words in the title, then those with a higher score.
   * @param {string} text
   * @returns {Promise<Hit[]>}
   */
  async match(text) {
    const meant = await this.#meanings(text);
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
   * Return the terms of a query with their weights, as lunr.js would take them.
   * @param {string} text
   */
  clauses(text) {
    return [...termWeights(meanings(this.lexicon, text))];
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
    const earner = this.manifest.earner.toLowerCase();
    const isFound = (/** @type {string} */ word) => known.has(stem(word)) && !(earner && singular(word) === earner);
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
    for (const { word, terms } of (await this.#meanings(text)).filter(({ guess }) => guess)) {
      replaced.set(word, [...(replaced.get(word) ?? []), ...likeliest(terms, candidates)]);
    }
    return [...replaced].map(([typed, read]) => ({ typed, read }));
  }

  /**
   * Return the address of a document, relative to the site's root.
   * @param {number} id
   */
  url(id) {
    const { urls, titles } = this.store;
    const suggested = () =>
      `credentials/${titles[id]
        .toLowerCase()
        .match(/[a-z0-9]+/g)
        ?.join('-')}/`;
    this.#urls[id] ??= urls[id] || suggested();
    return this.#urls[id];
  }

  /**
   * Return the kind of a document that is not a credential: "Stack", "Page".
   * @param {number} id
   */
  kind(id) {
    return this.store.kinds.findLast(([first]) => id >= first)?.[1] ?? null;
  }

  /**
   * Return what a list shows of a document, from the file that contains its card.
   * @param {number} id
   * @returns {Promise<Card>}
   */
  async card(id) {
    const { cards_per_file: perFile, cards: files } = this.manifest;
    const n = Math.floor(id / perFile);
    /** @type {Promise<CardFile>} */
    const pending = this.cardFiles.get(n) ?? this.json(files[n]);
    this.cardFiles.set(n, pending);
    pending.catch(() => this.cardFiles.delete(n));
    const { facts: labels, words: texts, cards } = await pending;
    const { text, facts: places = [], status } = cards[id % perFile];
    /** @type {[string, string][]} */
    const facts = places.map((place, at) => [labels[at], texts[place]]);
    return { text, status, facts: facts.filter(([, fact]) => fact) };
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
  async #meanings(text) {
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
   * Return the hits of a table, best first.
   * @param {string} text
   * @param {MatchTable} table
   */
  #ranked(text, table) {
    const typed = words(text);
    /** @param {number} id */
    const titleShare = (id) => {
      this.#titleWords[id] ??= words(this.store.titles[id]);
      return shareInTitle(this.#titleWords[id], typed);
    };
    return table.ranked(titleShare).map(({ id, rank }) => {
      return this.#hit(id, rank, table.scores[id], table.terms(id), this.#namesOf(table.places[id]));
    });
  }

  /**
   * Return a document as a hit.
   * @param {number} id
   * @param {import('./hits.js').Rank} [rank]
   * @param {number} [score]
   * @param {string[]} [terms]
   * @param {string[]} [where]
   * @returns {Hit}
   */
  #hit(id, { coverage, onCard } = NO_RANK, score = 0, terms = [], where = []) {
    return { id, url: this.url(id), title: this.store.titles[id], score, coverage, onCard, terms, where };
  }
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
