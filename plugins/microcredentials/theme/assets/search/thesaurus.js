/**
 * The thesaurus: what readers type, and the terms of texts that mean the same or nearly the same. Its files are loaded by
 * the first word of what is typed. Uses neither the DOM nor the network.
 *
 * @typedef {[string[], string[][]]} Entry the other terms of what is typed, and the terms of each meaning
 */

import { lowerBound } from './index.js';

export class Thesaurus {
  /** @type {Map<string, Promise<Record<string, Entry[]>>>} */
  #files = new Map();

  /**
   * @param {[string, string][]} files the first term and the name of each, in order
   * @param {(name: string) => Promise<Record<string, Entry[]>>} load
   */
  constructor(files, load) {
    this.files = files;
    this.load = load;
  }

  /**
   * Return the related terms of each term of a query.
   * @param {string[]} stems of the query
   * @returns {Promise<string[][][]>} by the place of the term, the terms of each meaning
   */
  async related(stems) {
    /** @type {string[][][]} */
    const found = stems.map(() => []);
    const entries = await Promise.all(stems.map((term) => this.#entriesOf(term)));
    entries.forEach((candidates, at) => {
      for (const [others, meanings] of candidates) {
        const isTyped = others.every((other, n) => stems[at + 1 + n] === other);
        if (isTyped) for (let n = at; n <= at + others.length; n++) found[n].push(...meanings);
      }
    });
    return found;
  }

  /** @param {string} term */
  async #entriesOf(term) {
    const place = lowerBound(this.files, ([first]) => first <= term) - 1;
    if (place < 0) return [];
    const name = this.files[place][1];
    const pending = this.#files.get(name) ?? this.load(name);
    this.#files.set(name, pending);
    pending.catch(() => this.#files.delete(name));
    const entries = await pending;
    return Object.hasOwn(entries, term) ? entries[term] : [];
  }
}
