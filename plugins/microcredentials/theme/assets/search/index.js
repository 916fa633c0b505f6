/**
 * The compact index, format 1: read, and scored as lunr.js 2.3.9 scores. Its manual is docs/SEARCH.md, its writer
 * `plugins/microcredentials/site/compact.py`. No DOM, no network.
 */

const K1 = 1.2;
const B = 0.75;
const MANY = 0x80; // in a mask: some field has the word more than once

/** In a mask: the fields, a bit each. */
export const FIELDS = 0x7f;

/** Reads numbers of seven bits a byte, the least first. */
class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new Error('The search index is cut off.');
      value += (byte & 0x7f) * scale;
      if (byte < 128) return value;
    }
  }

  /** So many numbers, in a row. */
  column(length) {
    const column = new Float64Array(length);
    for (let n = 0; n < length; n++) column[n] = this.number();
    return column;
  }

  /** A reader of the next bytes, which this one passes over. */
  part(length) {
    const part = new Reader(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    return part;
  }
}

/** @returns {string[]} the terms at the reader's place, in order */
function lexicon(reader) {
  const [count, headBytes, tailBytes] = [reader.number(), reader.number(), reader.number()];
  const heads = reader.part(headBytes);
  const tails = reader.part(tailBytes).bytes;
  const text = sliceable(tails);
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

/** A function that gives the text between two bytes; where every byte is a letter, all of them are decoded at once. */
function sliceable(bytes) {
  const decoder = new TextDecoder();
  const whole = decoder.decode(bytes);
  if (whole.length === bytes.length) return (start, end) => whole.slice(start, end);
  return (start, end) => decoder.decode(bytes.subarray(start, end));
}

/**
 * @typedef {object} Postings where one term stands
 * @property {Uint32Array} documents
 * @property {Uint8Array} masks bit n is set where field n has the term, and `MANY` where one has it more than once
 * @property {Float64Array} scores of each document, as lunr.js scores the term there: before the query's weight
 */

/** The postings of a file, term after term in the same columns; those of one term are cut out when it is looked up. */
class Block {
  /** @param {string[]} terms in order */
  constructor(reader, terms) {
    const sizes = [reader.number(), reader.number(), reader.number()];
    const [counts, steps, { bytes: masks }] = sizes.map((size) => reader.part(size));
    const [starts, rests] = [new Uint32Array(terms.length + 1), new Uint32Array(terms.length)];
    const documents = new Uint32Array(masks.length);
    for (let at = 0, n = 0; at < terms.length; at++) {
      rests[at] = reader.at;
      starts[at + 1] = starts[at] + counts.number() + 1;
      for (let document = -1; n < starts[at + 1]; n++) {
        documents[n] = document += steps.number() + 1;
        if (masks[n] & MANY) for (let more = bits(masks[n] & FIELDS); more; more--) reader.number();
      }
    }
    Object.assign(this, { terms, documents, masks, starts, rests, bytes: reader.bytes });
  }

  /** @returns {{documents: Uint32Array, masks: Uint8Array, rest: Reader} | null} */
  find(term) {
    const at = firstNot(this.terms, (each) => each < term);
    if (this.terms[at] !== term) return null;
    const own = (column) => column.subarray(this.starts[at], this.starts[at + 1]);
    return { documents: own(this.documents), masks: own(this.masks), rest: new Reader(this.bytes, this.rests[at]) };
  }
}

/** The first place in a list of which some come before, and all others do not. */
export function firstNot(list, before) {
  let low = 0;
  for (let high = list.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (before(list[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One index: its terms, and the scores of documents. */
export class Index {
  /**
   * @param {object} parts
   * @param {Uint8Array} parts.core
   * @param {[string, string][]} parts.blocks the first term and the name of each file of postings
   * @param {number[]} parts.boosts of the fields
   * @param {[number, number][]} parts.weights how many documents count how much, in their order
   * @param {boolean} parts.ownTerms whether blocks bring their own terms
   * @param {(name: string) => Promise<Uint8Array>} parts.load
   */
  constructor({ core, blocks, boosts, weights, ownTerms, load }) {
    const reader = new Reader(core);
    this.size = reader.number();
    const fields = reader.number();
    this.lengths = Array.from({ length: fields }, () => reader.column(this.size));
    this.terms = ownTerms ? [] : lexicon(reader);
    this.averages = this.lengths.map((column) => column.reduce((sum, each) => sum + each, 0) / this.size);
    this.boosts = boosts;
    this.weights = Float64Array.from(weights.flatMap(([count, weight]) => new Array(count).fill(weight)));
    Object.assign(this, { blocks, ownTerms, load, loading: new Map(), read: [], known: new Map() });
  }

  /** Fetch the postings of terms, wherever some are missing. */
  async need(terms) {
    const wanted = new Set([...terms].filter((term) => !this.known.has(term)).map((term) => this.#holding(term)));
    await Promise.all([...wanted].filter((n) => n >= 0).map((n) => this.#block(n)));
  }

  /** The block that a term stands in, if it stands anywhere. */
  #holding(term) {
    return firstNot(this.blocks, ([first]) => first <= term) - 1;
  }

  #block(n) {
    const pending = this.loading.get(n) ?? this.load(this.blocks[n][1]).then((bytes) => this.#read(n, bytes));
    this.loading.set(n, pending);
    pending.catch(() => this.loading.delete(n)); // what fails now is asked for again
    return pending;
  }

  #read(n, bytes) {
    const reader = new Reader(bytes);
    this.read[n] = new Block(reader, this.ownTerms ? lexicon(reader) : this.#range(n));
  }

  #range(n) {
    const next = this.blocks[n + 1];
    return this.terms.slice(this.terms.indexOf(this.blocks[n][0]), next ? this.terms.indexOf(next[0]) : undefined);
  }

  /**
   * Where a term stands, and with what scores.
   * @param {string} term whose block is loaded
   * @returns {Postings | null} nothing for a term that stands nowhere
   */
  postings(term) {
    if (!this.known.has(term)) this.known.set(term, this.#scored(this.read[this.#holding(term)]?.find(term)));
    return this.known.get(term); // kept, as of the next letter typed most terms are the same
  }

  /** BM25 rounded to three places, as lunr.js does. */
  #scored(found) {
    if (!found) return null;
    const { documents, masks, rest } = found;
    let standing = 0; // in how many fields, over all documents
    for (const mask of masks) standing += bits(mask & FIELDS);
    const idf = Math.log(1 + Math.abs((this.size - standing + 0.5) / (standing + 0.5)));
    const scores = new Float64Array(documents.length);
    for (let n = 0; n < documents.length; n++) {
      const fields = masks[n] & FIELDS;
      for (let field = 0; fields >> field; field++) {
        if (!(fields & (1 << field))) continue;
        const count = masks[n] & MANY ? rest.number() + 1 : 1;
        scores[n] += this.#field(documents[n], field, count, idf);
      }
    }
    return { documents, masks, scores };
  }

  #field(document, field, count, idf) {
    const length = this.lengths[field][document] / this.averages[field];
    let score = (idf * ((K1 + 1) * count)) / (K1 * (1 - B + B * length) + count);
    score *= this.boosts[field];
    score *= this.weights[document];
    return Math.round(score * 1000) / 1000;
  }
}

/**
 * Where all of some terms stand in one document, with the sum of their scores.
 * @param {(Postings | null)[]} all
 * @returns {Postings | null}
 */
export function together([first, ...rest]) {
  return rest.reduce((found, each) => found && each && shared(found, each), first);
}

function shared(one, other) {
  const placeOf = (document) => firstNot(other.documents, (each) => each < document);
  const places = Array.from(one.documents, (document, at) => [at, placeOf(document)]);
  const both = places.filter(([at, place]) => other.documents[place] === one.documents[at]);
  return {
    documents: Uint32Array.from(both, ([at]) => one.documents[at]),
    masks: Uint8Array.from(both, ([at, place]) => one.masks[at] | other.masks[place]),
    scores: Float64Array.from(both, ([at, place]) => one.scores[at] + other.scores[place]),
  };
}

/** How many bits of a number are set. */
export function bits(mask) {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}
