/**
 * The documents of the catalog: addresses, titles and kinds, and what a list shows of each. Uses neither the DOM nor the
 * network.
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
 * @typedef {object} CardFile
 * @property {string[]} facts the labels of facts
 * @property {string[]} words the facts themselves; many cards share them
 * @property {{text: string, facts?: number[], status?: [string, string], look?: number}[]} cards
 *
 * @typedef {object} Card what a list shows of a document
 * @property {string} text
 * @property {[string, string]} [status] its id and its label
 * @property {[string, string][]} facts the label and the text of each
 * @property {string[]} look the layers of its badge, and its color
 */

export class Documents {
  /** @type {string[]} */
  #urls = [];
  /** @type {Map<number, Promise<CardFile>>} */
  #files = new Map();

  /**
   * @param {Store} store
   * @param {{cards: string[], cards_per_file: number}} manifest the files of cards
   * @param {(name: string) => Promise<CardFile>} load
   */
  constructor(store, { cards, cards_per_file: perFile }, load) {
    this.store = store;
    this.files = cards;
    this.perFile = perFile;
    this.load = load;
  }

  /** How many of the documents are credentials; they come first. */
  get credentials() {
    return this.store.kinds[0][0];
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
    const n = Math.floor(id / this.perFile);
    const pending = this.#files.get(n) ?? this.load(this.files[n]);
    this.#files.set(n, pending);
    pending.catch(() => this.#files.delete(n));
    const { facts: labels, words: texts, cards } = await pending;
    const { text, facts: places = [], status, look = -1 } = cards[id % this.perFile];
    /** @type {[string, string][]} */
    const facts = places.map((place, at) => [labels[at], texts[place]]);
    return { text, status, facts: facts.filter(([, fact]) => fact), look: texts[look]?.split(' ') ?? [] };
  }
}
