/**
 * Finds the terms of an index that a typed word may stand for: the word itself, an unfinished word, a typing error, a
 * compound, a broader code, a synonym. Uses neither the DOM nor the network.
 *
 * @typedef {object} Meaning what one word of a query may stand for
 * @property {string} word
 * @property {Map<string, number>} terms of the index, each with its boost
 * @property {string[][]} forms synonyms of several terms; a document must contain all terms of one
 * @property {string[][]} [related] the terms of words with a similar meaning; a document must contain all terms of one
 * @property {boolean} guess whether no document contains the word itself, so that the terms are a guess
 */

import { isFiller, isStopWord } from './common-words.js';
import { lowerBound } from './index.js';
import { stem, TypedWord, words } from './words.js';

/** How much a term counts, by how it was reached from the typed word. */
export const BOOST = { exact: 10, joined: 8, synonym: 7, completion: 6, related: 6, prefix: 4, typo: 3, farTypo: 1 };

const MOST_WORDS = 32; // in a query; more is a pasted page, which would only be slow
const MOST_WITH_PREFIX = 1000; // terms; keeps the search for a single letter fast in a large index
const MOST_TYPOS = 12;
const LONGEST = 40; // letters of a word that may have a typing error; anything longer is not a word

/** Endings that the stemmer removes. An unfinished word may end inside one of them. */
const ENDINGS = (
  'able ably al ally ance ances ant ate ated ately ates ating ation ational ations ative atively ator ators ed eer ' +
  'eering eers ely ement ements ence ences ency ent ently er ers es ful fully fulness iance iances ible ic ical ' +
  'ically icate icated ication ications ied ies ing ings ion ional ions ism ities ity ive ively iveness ivity ' +
  'ization izations ize ized izer izers izes izing ly ment mental ments ness ous ously ousness tion tional tions y'
).split(' ');

/** The terms of an index, and which of them are near a typed word. */
export class Lexicon {
  /** @type {{all: string[], shared: Uint8Array, letters: Uint32Array} | null} */
  #sorted = null;

  /**
   * @param {string[]} terms in the order of the index: by UTF-16 code units, as JavaScript compares
   * @param {string[][]} synonyms groups of forms with the same meaning
   */
  constructor(terms, synonyms = []) {
    this.terms = terms;
    this.known = new Set(terms);
    this.synonyms = synonyms.map((group) => group.map(contentStems));
    this.synonymTerms = [...new Set(this.synonyms.flat(2))].filter((term) => !this.known.has(term));
  }

  /**
   * Return the stem of a word in a list; an empty list if it is not a term.
   * @param {string} word
   */
  exact(word) {
    const term = stem(word);
    return this.known.has(term) ? [term] : [];
  }

  /**
   * Return the terms that start with the letters typed.
   * @param {string} letters
   */
  withPrefix(letters) {
    const low = lowerBound(this.terms, (term) => term < letters);
    let end = low;
    while (end < this.terms.length && end < low + MOST_WITH_PREFIX && this.terms[end].startsWith(letters)) end++;
    return this.terms.slice(low, end);
  }

  /**
   * Return the terms that a common ending completes: "assessm" may become "assessment", whose term is "assess".
   * @param {string} letters
   */
  completions(letters) {
    if (letters.length < 3) return [];
    return ENDINGS.flatMap((ending) => {
      for (let typed = ending.length - 1; typed > 0; typed--) {
        if (letters.endsWith(ending.slice(0, typed))) return this.exact(letters + ending.slice(typed));
      }
      return [];
    });
  }

  /**
   * Return the synonyms of one stem of a query. Of the forms with several words, only the first of a group is used: the
   * words of the others ("new teacher") occur everywhere.
   * @param {string[]} stems of the query
   * @param {string} one of the stems
   * @returns {string[][]} the terms of each form
   */
  synonymsOf(stems, one) {
    /** @param {string[]} form */
    const isTyped = (form) => form.includes(one) && form.every((term) => stems.includes(term));
    const groups = this.synonyms.filter((group) => group.some(isTyped));
    return groups.flatMap((group) => group.filter((form, n) => !isTyped(form) && (!n || form.length === 1)));
  }

  /**
   * Return the synonyms of a term that are single words.
   * @param {string} term
   */
  #wordsFor(term) {
    return this.synonymsOf([term], term).flatMap((form) => (form.length === 1 ? form : []));
  }

  /**
   * Return the known code that contains this one, in a list: "112.42b" contains "112.42b9", "112.4" not "112.43".
   * @param {string} code
   */
  broaderCode(code) {
    for (let end = code.length - 1; end > 0; end--) {
      const insideNumber = /\p{Nd}\p{Nd}|\./u.test(code.slice(end - 1, end + 1));
      if (!insideNumber && this.known.has(code.slice(0, end))) return [code.slice(0, end)];
    }
    return [];
  }

  /**
   * Return the two known words that were typed as one ("projectbased"), as equal in length as possible; or an empty list.
   * @param {string} word
   */
  halves(word) {
    /** @param {number} at */
    const shorter = (at) => Math.min(at, word.length - at);
    const places = Array.from(word, (_, at) => at)
      .filter((at) => shorter(at) > 1 && this.exact(word.slice(0, at)).length && this.exact(word.slice(at)).length)
      .sort((a, b) => shorter(b) - shorter(a));
    return places.length ? [word.slice(0, places[0]), word.slice(places[0])] : [];
  }

  /** All terms and synonyms in order; for each, how many letters it shares with the one before, and its letters. */
  get #ordered() {
    if (!this.#sorted) {
      const all = [...this.terms, ...this.synonymTerms].sort();
      const shared = Uint8Array.from(all, (term, n) => (n ? sharedLetters(all[n - 1], term) : 0));
      this.#sorted = { all, shared, letters: Uint32Array.from(all, letterMask) };
    }
    return this.#sorted;
  }

  /**
   * Return the terms that are one or two edits away. Most terms are excluded by their letters alone: one edit adds at
   * most one letter that the word and its stem lack, and leaves out at most one letter of an unfinished word.
   * @param {string} word
   * @param {boolean} unfinished
   */
  #edited(word, unfinished) {
    const { all, shared, letters } = this.#ordered;
    const root = stem(word);
    const [whole, stemmed] = [new TypedWord(word, unfinished, ENDINGS), new TypedWord(root)];
    const [own, either] = [letterMask(word), letterMask(word + root)];
    const found = [];
    for (let n = 0, same = LONGEST; n < all.length; n++) {
      same = Math.min(same, shared[n]); // letters that the term shares with the start of the last one compared
      const isPossible = hasAtMost(2, letters[n] & ~either) || (unfinished && hasAtMost(1, own & ~letters[n]));
      if (!isPossible || same >= Math.max(whole.far, stemmed.far)) continue;
      const edits = Math.min(whole.next(all[n], same), stemmed.next(all[n], same));
      if (edits < Infinity) found.push({ term: all[n], edits });
      same = LONGEST;
    }
    return found;
  }

  /**
   * Return the nearest terms with their boosts. One edit adds, removes or replaces a letter, or swaps two. A term may be
   * near the whole word, its stem, the word without an ending ("responsiev", "respons") or, if the word is unfinished,
   * may start like it ("protfo", "portfolio").
   * @param {string} word
   * @param {boolean} unfinished
   * @returns {Map<string, number>}
   */
  similar(word, unfinished) {
    if (word.length < 4 || word.length > LONGEST) return new Map();
    /** @param {{term: string}} found */
    const startsOtherwise = ({ term }) => Number(term[0] !== word[0]);
    const found = this.#edited(word, unfinished);
    found.sort((a, b) => a.edits - b.edits || startsOtherwise(a) - startsOtherwise(b) || b.term.length - a.term.length);
    /** @type {[string, number][]} */
    const nearest = found.slice(0, MOST_TYPOS).flatMap(({ term, edits }) => {
      const terms = [...(this.known.has(term) ? [term] : []), ...this.#wordsFor(term)];
      return withBoost(terms, edits < 2 ? BOOST.typo : BOOST.farTypo);
    });
    return new Map(nearest.reverse()); // for a term that was reached twice, the nearer one counts
  }
}

/**
 * Return how many letters two terms share at the start.
 * @param {string} one
 * @param {string} other
 */
function sharedLetters(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/**
 * Return a mask of the letters of a word: a bit for each of a to z, and one for all other characters.
 * @param {string} word
 */
function letterMask(word) {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << Math.min(31, Math.abs(word.charCodeAt(at) - 96));
  return letters;
}

/**
 * Whether at most this many bits of a mask are set: one or two.
 * @param {1 | 2} most
 * @param {number} mask
 */
function hasAtMost(most, mask) {
  const rest = mask & (mask - 1);
  return (most < 2 ? rest : rest & (rest - 1)) === 0;
}

/**
 * Return the stems of a form of a synonym: of its words that are not stop words, or of all words if fewer than two of
 * several are left ("off task" does not mean "task").
 * @param {string} form
 */
function contentStems(form) {
  const found = words(form);
  const content = found.filter((word) => !isStopWord(word));
  return (content.length > 1 ? content : found).map(stem);
}

/**
 * Return what each word of a query may stand for; words that do not count are left out.
 * @param {Lexicon} lexicon
 * @param {string} text
 * @returns {Meaning[]}
 */
export function meanings(lexicon, text) {
  const typed = words(text).slice(0, MOST_WORDS);
  const last = typed.length - 1;
  /** @param {number} at */
  const isUnfinished = (at) => at === last && /[\p{L}\p{N}]$/u.test(text);
  const stems = typed.map(stem);
  const synonyms = stems.map((each) => lexicon.synonymsOf(stems, each));
  if (typed.every(isStopWord) && !synonyms.some(({ length }) => length)) {
    const started = typed.filter((_, at) => isUnfinished(at));
    return started.map((word) => {
      const terms = new Map(withBoost(lexicon.withPrefix(word), BOOST.prefix));
      return { word, terms, forms: [], guess: false };
    });
  }
  const joined = typed.map((word, at) => lexicon.exact(word + (typed[at + 1] ?? '')));
  const isIgnored = typed.every(isFiller) ? isStopWord : isFiller;
  return typed.flatMap((word, at) => {
    if (typed.indexOf(word) < at) return [];
    const pairs = [...(at < last ? joined[at] : []), ...(at > 0 ? joined[at - 1] : [])];
    const forms = synonyms[at].filter(({ length }) => length > 1);
    const single = synonyms[at].filter(({ length }) => length === 1).flat();
    const terms = new Map(withBoost(single, BOOST.synonym));
    if (isIgnored(word)) return synonyms[at].length ? [{ word, terms, forms, guess: false }] : [];
    const wider = merge(terms, new Map(withBoost(pairs, BOOST.joined)));
    if (word.length < 2 && typed.length > 1) {
      const itself = merge(wider, new Map(withBoost(lexicon.exact(word), BOOST.exact)));
      return itself.size ? [{ word, terms: itself, forms, guess: false }] : [];
    }
    return meaningsOf(lexicon, word, { unfinished: isUnfinished(at), wider, forms });
  });
}

/**
 * Return what one word may stand for: one meaning, or two if it consists of two words.
 * @param {Lexicon} lexicon
 * @param {string} word
 * @param {object} context
 * @param {boolean} context.unfinished
 * @param {Map<string, number>} context.wider terms from synonyms and compounds
 * @param {string[][]} context.forms
 * @returns {Meaning[]}
 */
function meaningsOf(lexicon, word, { unfinished, wider, forms }) {
  const { found, guess } = readings(lexicon, word, unfinished);
  if (guess && wider.size + forms.length) return [{ word, terms: wider, forms, guess: false }];
  return found.map((reading) => ({ word, terms: merge(wider, reading), forms, guess }));
}

/**
 * Return the terms for one word: one map, or two if it consists of two words. Codes and numbers have no similar terms.
 * @param {Lexicon} lexicon
 * @param {string} word
 * @param {boolean} unfinished
 */
function readings(lexicon, word, unfinished) {
  const exact = new Map(withBoost(lexicon.exact(word), BOOST.exact));
  if (exact.size && !unfinished) return { found: [exact], guess: false };
  const completed = new Map(withBoost(lexicon.completions(word), BOOST.completion));
  const longer = merge(completed, new Map(withBoost(lexicon.withPrefix(word), BOOST.prefix)));
  if (exact.size || longer.size) return { found: [merge(exact, longer)], guess: false };
  const isCode = /\p{Nd}/u.test(word);
  const near = isCode ? new Map(withBoost(lexicon.broaderCode(word), BOOST.prefix)) : lexicon.similar(word, unfinished);
  const halves = lexicon.halves(word).map((half) => merge(new Map(withBoost(lexicon.exact(half), BOOST.exact)), near));
  return { found: halves.length ? halves : [near], guess: true };
}

/**
 * @param {string[]} terms
 * @param {number} boost
 * @returns {[string, number][]}
 */
function withBoost(terms, boost) {
  return terms.map((term) => [term, boost]);
}

/**
 * Return the terms of two maps; a term in both has the higher boost.
 * @param {Map<string, number>} first
 * @param {Map<string, number>} second
 */
function merge(first, second) {
  const both = new Map(first);
  for (const [term, boost] of second) both.set(term, Math.max(boost, both.get(term) ?? 0));
  return both;
}

/**
 * Return a mask of the words that may stand for a term.
 * @param {string} term
 * @param {Meaning[]} meant
 */
export function wordMask(term, meant) {
  return meant.reduce((mask, { terms }, at) => (terms.has(term) ? mask | (1 << at) : mask), 0);
}

/**
 * Return the weight of each term: the sum of its boosts over all words that may stand for it.
 * @param {Meaning[]} meant
 * @returns {Map<string, number>}
 */
export function termWeights(meant) {
  const weights = new Map();
  for (const { terms } of meant) {
    for (const [term, boost] of terms) weights.set(term, boost + (weights.get(term) ?? 0));
  }
  return weights;
}
