/**
 * Which terms of the index a typed word may mean: itself, a word not yet typed to its end, a typing error, a compound, a
 * broader code, a synonym. No DOM, no network.
 */

import { firstNot } from './index.js';
import { isStopWord, stem, Typed, words } from './words.js';

/** How much a term counts by the way it was reached. */
export const BOOST = { exact: 10, joined: 8, synonym: 7, completed: 6, begun: 4, typo: 3, farTypo: 1 };

const MOST_WORDS = 32; // of a query; more is a pasted page, and would only be slow
const MOST_BEGUN = 1000; // terms that begin with what was typed, so that one letter of a large index stays quick
const MOST_TYPOS = 12;
const LONGEST = 40; // letters of a word that may be mistyped; more is no word

/** Endings the stemmer cuts off: an unfinished word is completed with each that it may have begun. */
const ENDINGS = (
  'able ably al ally ance ances ant ate ated ately ates ating ation ational ations ative atively ator ators ed eer ' +
  'eering eers ely ement ements ence ences ency ent ently er ers es ful fully fulness iance iances ible ic ical ' +
  'ically icate icated ication ications ied ies ing ings ion ional ions ism ities ity ive ively iveness ivity ' +
  'ization izations ize ized izer izers izes izing ly ment mental ments ness ous ously ousness tion tional tions y'
).split(' ');

/** What people type around what they look for: left out beside other words ("how to get better at giving feedback"). */
const FILLERS = new Set(
  (
    'anything become being best better bring bringing come dont doesnt doing done easily find finding gets getting ' +
    'give gives giving go goes going good great help helped helping helps isnt keep keeping know knowing lets look ' +
    'looking lot lots made make makes making many really see seeing something someone somebody stuff thing things ' +
    'tips try trying use used using want wanting way ways well'
  ).split(' '),
);

/** The terms of an index, and how near they are to what somebody typed. */
export class Lexicon {
  /**
   * @param {string[]} terms in the order of the index: by UTF-16 code units, as JavaScript compares
   * @param {string[][]} synonyms groups of forms that mean the same
   */
  constructor(terms, synonyms = []) {
    this.terms = terms;
    this.known = new Set(terms);
    this.synonyms = synonyms.map((group) => group.map(telling));
    this.others = [...new Set(this.synonyms.flat(2))].filter((term) => !this.known.has(term));
  }

  /** The term that is this word's stem, in a list; an empty list if there is none. */
  exact(word) {
    const term = stem(word);
    return this.known.has(term) ? [term] : [];
  }

  /** Terms that begin with the letters typed. */
  begun(letters) {
    const low = firstNot(this.terms, (term) => term < letters);
    let end = low;
    while (end < this.terms.length && end < low + MOST_BEGUN && this.terms[end].startsWith(letters)) end++;
    return this.terms.slice(low, end);
  }

  /** Terms whose words go on from here with a common ending: "assessm" means "assessment", stem "assess". */
  completed(letters) {
    if (letters.length < 3) return [];
    return ENDINGS.flatMap((ending) => {
      for (let typed = ending.length - 1; typed > 0; typed--) {
        if (letters.endsWith(ending.slice(0, typed))) return this.exact(letters + ending.slice(typed));
      }
      return [];
    });
  }

  /**
   * The other forms of a synonym, for one of the stems of a query; nothing for most of them. Of forms of several words
   * only the group's first is looked for: the words of the rest ("new teacher") stand anywhere.
   * @returns {string[][]} the terms of each form
   */
  alike(stems, one) {
    const here = (form) => form.includes(one) && form.every((term) => stems.includes(term));
    const groups = this.synonyms.filter((group) => group.some(here));
    const others = groups.flatMap((group) => group.filter((form, n) => !here(form) && (!n || form.length === 1)));
    return others.filter((form) => form.every((term) => this.known.has(term)));
  }

  /** The known code that this one is part of: "112.42b9" is part of "112.42b", but "112.43" not of "112.4". */
  broader(code) {
    for (let end = code.length - 1; end > 0; end--) {
      const within = /\p{Nd}\p{Nd}|\./u.test(code.slice(end - 1, end + 1));
      if (!within && this.known.has(code.slice(0, end))) return [code.slice(0, end)];
    }
    return [];
  }

  /** The two known words that were written as one ("projectbased"), the most even cut; or nothing. */
  cut(word) {
    const evenness = (at) => Math.min(at, word.length - at);
    const places = Array.from(word, (_, at) => at)
      .filter((at) => evenness(at) > 1 && this.exact(word.slice(0, at)).length && this.exact(word.slice(at)).length)
      .sort((a, b) => evenness(b) - evenness(a));
    return places.length ? [word.slice(0, places[0]), word.slice(places[0])] : [];
  }

  /** All terms and other forms in order, how many letters each begins with like the one before, and its letters. */
  get #ordered() {
    if (!this.order) {
      const all = [...this.terms, ...this.others].sort();
      const alike = Uint8Array.from(all, (term, n) => (n ? sameLetters(all[n - 1], term) : 0));
      this.order = { all, alike, letters: Uint32Array.from(all, lettersOf) };
    }
    return this.order;
  }

  /**
   * Terms with one or two edits. Only those are compared letter by letter that, for an edit each, may bring letters
   * which neither the word nor its root has, or, begun like an unfinished word, lack one of its letters.
   */
  #edited(word, unfinished) {
    const { all, alike, letters } = this.#ordered;
    const root = stem(word);
    const [whole, cut] = [new Typed(word, unfinished, ENDINGS), new Typed(root)];
    const [own, either] = [lettersOf(word), lettersOf(word + root)];
    const found = [];
    for (let n = 0, same = LONGEST; n < all.length; n++) {
      same = Math.min(same, alike[n]); // letters that the term begins with like the one that was compared last
      const maybe = few(letters[n] & ~either, 2) || (unfinished && few(own & ~letters[n], 1));
      if (!maybe || same >= Math.max(whole.far, cut.far)) continue;
      const edits = Math.min(whole.next(all[n], same), cut.next(all[n], same));
      if (edits < Infinity) found.push({ term: all[n], edits });
      same = LONGEST;
    }
    return found;
  }

  /**
   * The nearest terms and their boosts. An edit is a letter more, less or other, or two swapped. A term is near the
   * whole word, its stem, the word without an ending ("responsiev", "respons") or, while the word is unfinished, near
   * it as a beginning ("protfo", "portfolio").
   */
  near(word, unfinished) {
    if (word.length < 4 || word.length > LONGEST) return new Map();
    const other = ({ term }) => term[0] !== word[0];
    const found = this.#edited(word, unfinished);
    found.sort((a, b) => a.edits - b.edits || other(a) - other(b) || b.term.length - a.term.length);
    const nearest = found.slice(0, MOST_TYPOS).flatMap(({ term, edits }) => {
      const meant = [...(this.known.has(term) ? [term] : []), ...this.alike([term], term).flat()];
      return meant.map((each) => [each, edits < 2 ? BOOST.typo : BOOST.farTypo]);
    });
    return new Map(nearest.reverse()); // of one term reached twice, the nearer way counts
  }
}

/** How many letters two terms begin with alike. */
function sameLetters(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** Which letters a word has, a bit each; whatever is not one of a to z shares a bit. */
function lettersOf(word) {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << Math.min(31, Math.abs(word.charCodeAt(at) - 96));
  return letters;
}

/** Whether at most so many bits are set, one or two. */
function few(bits, most) {
  const rest = bits & (bits - 1);
  return (most < 2 ? rest : rest & (rest - 1)) === 0;
}

/** The stems of a form of a synonym: those of its words that say something, or of all if none does. */
function telling(form) {
  const found = words(form);
  const saying = found.filter((word) => !isStopWord(word));
  return (saying.length ? saying : found).map(stem);
}

/**
 * What each word of a query may mean.
 * @param {Lexicon} lexicon
 * @param {string} text
 * @returns {{word: string, terms: Map<string, number>, forms: string[][], guess: boolean}[]} one for each word that
 *     counts: the terms of the index that it may mean, their boosts, forms of several terms that mean it together, and
 *     whether nothing has the word itself, so that the terms are a guess
 */
export function meanings(lexicon, text) {
  const typed = words(text).slice(0, MOST_WORDS);
  const last = typed.length - 1;
  const unfinished = (at) => at === last && /[\p{L}\p{N}]$/u.test(text);
  const stems = typed.map(stem);
  const others = stems.map((each) => lexicon.alike(stems, each));
  if (typed.every(isStopWord) && !others.some(({ length }) => length)) {
    const begun = typed.filter((_, at) => unfinished(at));
    return begun.map((word) => ({ word, terms: map(lexicon.begun(word), BOOST.begun), forms: [], guess: false }));
  }
  const joined = typed.map((word, at) => lexicon.exact(word + (typed[at + 1] ?? '')));
  const asking = (word) => isStopWord(word) || FILLERS.has(word);
  const silent = typed.every(asking) ? isStopWord : asking;
  return typed.flatMap((word, at) => {
    if (typed.indexOf(word) < at) return [];
    const pairs = [...(at < last ? joined[at] : []), ...(at > 0 ? joined[at - 1] : [])];
    const forms = others[at].filter(({ length }) => length > 1);
    const alike = map(others[at].filter(({ length }) => length === 1).flat(), BOOST.synonym);
    if (silent(word)) return others[at].length ? [{ word, terms: alike, forms, guess: false }] : [];
    return meaning(lexicon, word, { unfinished: unfinished(at), wider: merge(alike, map(pairs, BOOST.joined)), forms });
  });
}

/** What one word may mean beside what is sure: one meaning, or two if it is two words in one. */
function meaning(lexicon, word, { unfinished, wider, forms }) {
  const { found, guess } = readings(lexicon, word, unfinished);
  if (guess && wider.size + forms.length) return [{ word, terms: wider, forms, guess: false }];
  return found.map((reading) => ({ word, terms: merge(wider, reading), forms, guess }));
}

/** What one word may mean: one map, or two if it is two words in one. Codes and numbers mean no near ones. */
function readings(lexicon, word, unfinished) {
  const exact = map(lexicon.exact(word), BOOST.exact);
  if (exact.size && !unfinished) return { found: [exact], guess: false };
  const more = merge(map(lexicon.completed(word), BOOST.completed), map(lexicon.begun(word), BOOST.begun));
  if (exact.size || more.size) return { found: [merge(exact, more)], guess: false };
  const near = /\p{Nd}/u.test(word) ? map(lexicon.broader(word), BOOST.begun) : lexicon.near(word, unfinished);
  const halves = lexicon.cut(word).map((half) => merge(map(lexicon.exact(half), BOOST.exact), near));
  return { found: halves.length ? halves : [near], guess: true };
}

const map = (terms, boost) => new Map(terms.map((term) => [term, boost]));

/** Both maps in one; where both know a term, the higher boost holds. */
function merge(first, second) {
  const both = new Map(first);
  for (const [term, boost] of second) both.set(term, Math.max(boost, both.get(term) ?? 0));
  return both;
}

/** Which of the words meant may mean a term, a bit each. */
export function groupsOf(term, meant) {
  return meant.reduce((mask, { terms }, at) => (terms.has(term) ? mask | (1 << at) : mask), 0);
}

/** The weight of each term over all the words that may mean it. */
export function totals(meant) {
  const weights = new Map();
  for (const { terms } of meant) {
    for (const [term, boost] of terms) weights.set(term, boost + (weights.get(term) ?? 0));
  }
  return weights;
}
