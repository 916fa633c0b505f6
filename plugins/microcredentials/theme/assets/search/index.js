/**
 * The compact search index, format 1: reads it, and scores terms as lunr.js 2.3.9 does. docs/SEARCH.md describes the
 * format; `publishing/search/_packed_index.py` writes it. Uses neither the DOM nor the network.
 *
 * @typedef {object} Postings the documents that contain one term
 * @property {Uint32Array} documents
 * @property {Uint8Array} masks for each document: bit n is set if field n contains the term, `MANY` if a field contains
 *     it more than once
 * @property {Float64Array} scores for each document: what lunr.js scores for the term, without the query's weight
 *
 * @typedef {object} PackedPostings the documents that contain one term, not yet scored
 * @property {Uint32Array} documents
 * @property {Uint8Array} masks
 * @property {Reader} rest how often the term occurs, for each field with more than one occurrence
 */

const K1 = 1.2;
const B = 0.75;
const MANY = 0x80; // the bit of a mask that is set if a field contains the term more than once

/** The bits of a mask that stand for fields. */
export const FIELDS = 0x7f;

/** Reads numbers with seven bits in each byte, the least significant first. */
class Reader {
  /**
   * @param {Uint8Array} bytes
   * @param {number} [at] where to start
   */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Read the next number. */
  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new Error('The search index is cut off.');
      value += (byte & 0x7f) * scale;
      if (byte < 128) return value;
    }
  }

  /**
   * Read the next numbers.
   * @param {number} length how many
   */
  column(length) {
    const column = new Float64Array(length);
    for (let n = 0; n < length; n++) column[n] = this.number();
    return column;
  }

  /**
   * Skip the next bytes, and return a reader of them.
   * @param {number} length how many
   */
  part(length) {
    const part = new Reader(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return part;
  }
}

/**
 * Read a lexicon: terms in order, each without the letters that it shares with the one before.
 * @param {Reader} reader
 * @returns {string[]}
 */
function readTerms(reader) {
  const [count, headBytes, tailBytes] = [reader.number(), reader.number(), reader.number()];
  const heads = reader.part(headBytes);
  const text = textOf(reader.part(tailBytes).bytes);
  /** @type {string[]} */
  const terms = new Array(count);
  let [at, before] = [0, ''];
  for (let n = 0; n < count; n++) {
    const head = heads.bytes[heads.at++];
    let length = head & 15;
    if (length === 15) length += heads.number();
    before = terms[n] = before.slice(0, head >> 4) + text(at, at + length);
    at += length;
  }
  return terms;
}

/**
 * Return a function that decodes the bytes between two places. If every byte is one letter, all are decoded at once.
 * @param {Uint8Array} bytes
 * @returns {(start: number, end: number) => string}
 */
function textOf(bytes) {
  const decoder = new TextDecoder();
  const whole = decoder.decode(bytes);
  if (whole.length === bytes.length) return (start, end) => whole.slice(start, end);
  return (start, end) => decoder.decode(bytes.subarray(start, end));
}

/** The postings of one file, as columns over all its terms. */
class Block {
  /**
   * @param {Reader} reader
   * @param {string[]} terms in order
   */
  constructor(reader, terms) {
    const sizes = [reader.number(), reader.number(), reader.number()];
    const [counts, steps, { bytes: masks }] = sizes.map((size) => reader.part(size));
    const [starts, rests] = [new Uint32Array(terms.length + 1), new Uint32Array(terms.length)];
    const documents = new Uint32Array(masks.length);
    for (let at = 0, n = 0; at < terms.length; at++) {
      rests[at] = reader.at;
      starts[at + 1] = starts[at] + counts.number() + 1;
      for (let document = -1; n < starts[at + 1]; n++) {
        document += steps.number() + 1;
        documents[n] = document;
        if (masks[n] & MANY) for (let more = countBits(masks[n] & FIELDS); more; more--) reader.number();
      }
    }
    this.terms = terms;
    this.documents = documents;
    this.masks = masks;
    this.starts = starts;
    this.rests = rests;
    this.bytes = reader.bytes;
  }

  /**
   * @param {string} term
   * @returns {PackedPostings | null} null if no document contains the term
   */
  find(term) {
    const at = lowerBound(this.terms, (each) => each < term);
    if (this.terms[at] !== term) return null;
    const [start, end] = [this.starts[at], this.starts[at + 1]];
    return {
      documents: this.documents.subarray(start, end),
      masks: this.masks.subarray(start, end),
      rest: new Reader(this.bytes, this.rests[at]),
    };
  }
}

/**
 * Return the first place in a list whose item does not come before what is searched for.
 * @template Item
 * @param {ArrayLike<Item>} list in order
 * @param {(item: Item) => boolean} isBefore
 */
export function lowerBound(list, isBefore) {
  let low = 0;
  for (let high = list.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (isBefore(list[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One index: its terms, and the score of each document for a term. */
export class Index {
  /**
   * @param {object} parts
   * @param {Uint8Array} parts.core
   * @param {[string, string][]} parts.blocks the first term and the name of each file of postings
   * @param {number[]} parts.boosts the boost of each field
   * @param {[number, number][]} parts.weights runs of documents, in order: how many, and their weight
   * @param {boolean} [parts.ownTerms] whether each file of postings contains its own terms
   * @param {(name: string) => Promise<Uint8Array>} parts.load
   */
  constructor({ core, blocks, boosts, weights, ownTerms = false, load }) {
    const reader = new Reader(core);
    this.size = reader.number();
    const fields = reader.number();
    this.lengths = Array.from({ length: fields }, () => reader.column(this.size));
    this.terms = ownTerms ? [] : readTerms(reader);
    this.averages = this.lengths.map((column) => column.reduce((sum, each) => sum + each, 0) / this.size);
    this.boosts = boosts;
    this.weights = Float64Array.from(weights.flatMap(([count, weight]) => new Array(count).fill(weight)));
    this.blocks = blocks;
    this.ownTerms = ownTerms;
    this.load = load;
    /** @type {Map<number, Promise<void>>} */
    this.pending = new Map();
    /** @type {Block[]} */
    this.loaded = [];
    /** @type {Map<string, Postings | null>} */
    this.known = new Map();
  }

  /**
   * Load the postings of terms, unless they are loaded.
   * @param {string[]} terms
   */
  async need(terms) {
    const wanted = new Set(terms.filter((term) => !this.known.has(term)).map((term) => this.#blockOf(term)));
    await Promise.all([...wanted].filter((n) => n >= 0).map((n) => this.#loadBlock(n)));
  }

  /**
   * Return the number of the only block that can contain a term; -1 if no block can.
   * @param {string} term
   */
  #blockOf(term) {
    return lowerBound(this.blocks, ([first]) => first <= term) - 1;
  }

  /** @param {number} n */
  #loadBlock(n) {
    const pending = this.pending.get(n) ?? this.load(this.blocks[n][1]).then((bytes) => this.#readBlock(n, bytes));
    this.pending.set(n, pending);
    pending.catch(() => this.pending.delete(n)); // a failed request is made again when the block is next needed
    return pending;
  }

  /**
   * @param {number} n
   * @param {Uint8Array} bytes
   */
  #readBlock(n, bytes) {
    const reader = new Reader(bytes);
    this.loaded[n] = new Block(reader, this.ownTerms ? readTerms(reader) : this.#termsOf(n));
  }

  /** @param {number} n */
  #termsOf(n) {
    const next = this.blocks[n + 1];
    return this.terms.slice(this.terms.indexOf(this.blocks[n][0]), next ? this.terms.indexOf(next[0]) : undefined);
  }

  /**
   * Return the documents that contain a term, scored; null if there are none.
   * @param {string} term whose block is loaded
   * @returns {Postings | null}
   */
  postings(term) {
    let postings = this.known.get(term); // while a reader types, most terms stay the same
    if (postings === undefined) {
      const found = this.loaded[this.#blockOf(term)]?.find(term) ?? null;
      postings = found && this.#scored(found);
      this.known.set(term, postings);
    }
    return postings;
  }

  /**
   * Score by BM25, each field rounded to three places, as lunr.js does.
   * @param {PackedPostings} found
   * @returns {Postings}
   */
  #scored({ documents, masks, rest }) {
    let fieldsWithTerm = 0; // over all documents
    for (const mask of masks) fieldsWithTerm += countBits(mask & FIELDS);
    const idf = Math.log(1 + Math.abs((this.size - fieldsWithTerm + 0.5) / (fieldsWithTerm + 0.5)));
    const scores = new Float64Array(documents.length);
    for (let n = 0; n < documents.length; n++) {
      const fields = masks[n] & FIELDS;
      for (let field = 0; fields >> field; field++) {
        if (!(fields & (1 << field))) continue;
        const count = masks[n] & MANY ? rest.number() + 1 : 1;
        scores[n] += this.#fieldScore(documents[n], field, count, idf);
      }
    }
    return { documents, masks, scores };
  }

  /**
   * @param {number} document
   * @param {number} field
   * @param {number} count how often the field contains the term
   * @param {number} idf
   */
  #fieldScore(document, field, count, idf) {
    const length = this.lengths[field][document] / this.averages[field];
    let score = (idf * ((K1 + 1) * count)) / (K1 * (1 - B + B * length) + count);
    score *= this.boosts[field];
    score *= this.weights[document];
    return Math.round(score * 1000) / 1000;
  }
}

/**
 * Return the documents that contain all of several terms in one field, with the sums of their scores; null if a term has
 * none. Words that are far apart ("an individual … the program … education") do not have the meaning of the whole.
 * @param {(Postings | null)[]} all
 * @returns {Postings | null}
 */
export function intersection([first, ...rest]) {
  return rest.reduce((found, each) => found && each && intersectionOf(found, each), first);
}

/**
 * @param {Postings} one
 * @param {Postings} other
 * @returns {Postings}
 */
function intersectionOf(one, other) {
  const pairs = Array.from(one.documents, (document, at) => {
    const place = lowerBound(other.documents, (each) => each < document);
    return { at, place };
  });
  const both = pairs.filter(({ at, place }) => {
    return other.documents[place] === one.documents[at] && one.masks[at] & other.masks[place] & FIELDS;
  });
  return {
    documents: Uint32Array.from(both, ({ at }) => one.documents[at]),
    masks: Uint8Array.from(both, ({ at, place }) => one.masks[at] & other.masks[place] & FIELDS),
    scores: Float64Array.from(both, ({ at, place }) => one.scores[at] + other.scores[place]),
  };
}

/**
 * Return how many bits of a number are set.
 * @param {number} mask
 */
export function countBits(mask) {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}
