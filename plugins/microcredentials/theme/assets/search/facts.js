/**
 * Reads the facts that a query names: a grade, a time, a season, "no video", a role, what it counts for. The labels and
 * everyday words of the catalog's facets say what is a fact; `language.js` reads numbers, comparisons and negations. Uses
 * neither the DOM nor the network.
 *
 * A condition ("grade 4", "free", "license renewal") is a fact beside any other words. A topic or a role is one only if
 * it is marked ("as a principal") or if the query names nothing but facts ("math, 4th grade"): in "math discussion" the
 * word tells more when it is searched for.
 *
 * @typedef {object} Fact
 * @property {string} facet
 * @property {string[]} options ids, any of which is enough; `not-…` is the opposite of an option
 * @property {string} typed the words that name it
 * @property {number} start where they begin in the query
 * @property {number} end
 *
 * @typedef {object} Reading
 * @property {Fact[]} facts in the order of the query
 * @property {string} rest the words that are left to search for; empty if there are only words around facts
 * @property {string} topics the words of facts that are topics or roles, by which results are ordered
 *
 * @typedef {object} Named what a label or everyday words name
 * @property {string} facet
 * @property {string} option
 * @property {boolean} isSure whether they name it beside any other words, too
 *
 * @typedef {{facet: string, options: string[], from: number, to: number, isSure: boolean}} Candidate a fact by its tokens
 * @typedef {import('./language.js').Token} Token
 */

import { opposite } from './choices.js';
import { isAroundFacts, isFiller } from './common-words.js';
import {
  gradesOfLabel,
  isPreposition,
  isQuick,
  linksLength,
  neededLength,
  needsLength,
  negationLength,
  notNeededLength,
  readGrades,
  readLimit,
  singular,
  tokens,
} from './language.js';
import { without } from './spans.js';
import { TypedWord } from './words.js';

const LONGEST = 7; // words of a phrase
const LONGEST_SIMILAR = 3; // words of a phrase with a typing error
const SHORTEST_SIMILAR = 5; // letters of one
const [NEEDED, NOT_NEEDED] = ['yes', 'no']; // the options of facets that say what is needed

/** Facets whose labels, and everyday words if there are several, are conditions. */
const CONDITIONS = new Set(['grade', 'when', 'counts-for', 'counts-in', 'cost']);
const SURE_WORDS = new Set(['grade', 'counts-in']); // a single everyday word of these is a condition, too

/** What shows before a phrase that it names a fact. @type {Record<string, RegExp>} */
const BEFORE = {
  when: /(?:^| )(?:in|during|over|this|next|by)(?: the| my)? $/,
  role: /(?:^| )(?:as an?|(?:i ?a?m|being) an?|for|soy) $/,
  'counts-for': /(?:^| )(?:counts?|counting|good|credits?|pays?) (?:for|towards?|as)(?: an?| my)? $/,
  subject: /(?:^| )(?:subject|i teach) $/,
  level: /(?:^| )level $/,
  status: /(?:^| )status $/,
};
/** What shows it after the phrase. @type {Record<string, RegExp>} */
const AFTER = { level: /^ level/, stack: /^ stack/, status: /^ (?:status|version)/ };

/**
 * Return a reading of a text in which nothing is a fact.
 * @param {string} text
 * @returns {Reading}
 */
export const readAsWords = (text) => ({ facts: [], rest: text, topics: '' });

/** Reads facts in the words of one catalog. */
export class FactReader {
  /** @type {Map<string, Named[]>} */
  #phrases = new Map();
  /** The grades that the label of each option names. @type {[string, number[]][]} */
  #grades;
  /** The option with the fewest hours. @type {string | undefined} */
  #shortest;
  /** The units of what credentials count for, with their words. @type {[string, string[]][]} */
  #units;
  /** The keys of phrases that name topics as well. @type {Set<string>} */
  #topics;
  /** Facets and options that at least half of all credentials have. @type {Set<string>} */
  #common;

  /**
   * @param {import('./choices.js').Facet[]} facets
   * @param {object} [context]
   * @param {(word: string) => boolean} [context.isKnown] whether the catalog's texts contain a word, so that it is no
   *     typing error
   * @param {string[]} [context.synonyms] forms of the state's synonyms, which name topics as well
   * @param {string[]} [context.units] the ids of the units of what credentials count for
   * @param {Set<string>} [context.common] options that at least half of all credentials have: `role teacher`
   */
  constructor(facets, { isKnown = () => true, synonyms = [], units = [], common = new Set() } = {}) {
    this.isKnown = isKnown;
    this.#units = units.map((unit) => [unit, unit.split('-').map(singular)]);
    this.#common = common;
    this.#topics = new Set(synonyms.map((form) => keyOf(tokens(form))));
    for (const { id: facet, options, words = [] } of facets) {
      options.forEach(([option, label], at) => {
        const isRole = facet === 'role' && !this.#common.has(`${facet} ${option}`);
        const isCondition = CONDITIONS.has(facet) || isRole;
        this.#add(label, { facet, option, isSure: isCondition });
        for (const word of words[at] ?? []) {
          const isSure = SURE_WORDS.has(facet) || isRole || (isCondition && tokens(word).length > 1);
          this.#add(word, { facet, option, isSure });
        }
      });
    }
    /** @param {string} facet */
    const optionsOf = (facet) => facets.find(({ id }) => id === facet)?.options ?? [];
    this.#grades = optionsOf('grade').map(([option, label]) => [option, gradesOfLabel(label)]);
    this.#shortest = optionsOf('hours')[0]?.[0];
  }

  /**
   * @param {string} phrase
   * @param {Named} named
   */
  #add(phrase, named) {
    const key = keyOf(tokens(phrase));
    const isAmbiguous = named.facet === 'role' && this.#topics.has(key);
    const others = (this.#phrases.get(key) ?? []).filter(
      ({ facet, option }) => facet !== named.facet || option !== named.option,
    );
    this.#phrases.set(key, [...others, isAmbiguous ? { ...named, isSure: false } : named]);
  }

  /**
   * Return the facts of a query, and the words that are left.
   * @param {string} text
   * @returns {Reading}
   */
  read(text) {
    const all = tokens(text);
    const found = this.#find(all);
    const isAroundThem = found.some(({ isSure }) => isSure) ? isAroundAny : isAroundFacts;
    const isAllFacts = remaining(all, found).every(({ word }) => isAroundThem(word));
    const used = isAllFacts ? withoutNew(found) : found.filter(({ isSure }) => isSure);
    if (!used.length) return readAsWords(text);
    const facts = used.map(({ facet, options, from, to }) => {
      const [start, end] = [all[from].start, all[to - 1].end];
      return { facet, options, typed: text.slice(start, end), start, end };
    });
    const topics = facts
      .filter((_, n) => !used[n].isSure)
      .map(({ typed }) => typed)
      .join(' ');
    return { facts, rest: isAllFacts ? '' : without(text, facts), topics };
  }

  /**
   * Return all facts, from left to right; of several that begin at one word, the longest.
   * @param {Token[]} all
   */
  #find(all) {
    /** @type {Candidate[]} */
    const found = [];
    for (let at = 0; at < all.length; ) {
      const readings = [
        this.#needsAt(all, at),
        this.#limitAt(all, at),
        this.#gradesAt(all, at),
        this.#namedAt(all, at),
      ];
      const longest = readings.reduce((best, each) => (endOf(each) > endOf(best) ? each : best));
      found.push(...longest);
      at = Math.max(at + 1, endOf(longest));
    }
    return found;
  }

  /**
   * @param {Token[]} all
   * @param {number} at
   * @returns {Candidate[]}
   */
  #limitAt(all, at) {
    const limit = readLimit(all, at, this.#units);
    if (limit) {
      const facet = /^(?:|-weeks)$/.test(limit.unit) ? 'hours' : 'counts-for';
      return [{ facet, options: [limit.id], from: at, to: limit.end, isSure: true }];
    }
    if (!this.#shortest) return [];
    if (!isQuick(all[at])) return [];
    return [{ facet: 'hours', options: [this.#shortest], from: at, to: at + 1, isSure: false }];
  }

  /**
   * @param {Token[]} all
   * @param {number} at
   * @returns {Candidate[]}
   */
  #gradesAt(all, at) {
    const read = readGrades(all, at);
    const options = this.#grades.filter(([, grades]) => grades.some((grade) => read?.grades.includes(grade)));
    if (!read || !options.length) return [];
    return [{ facet: 'grade', options: options.map(([id]) => id), from: at, to: read.end, isSure: true }];
  }

  /**
   * Read a label or everyday words.
   * @param {Token[]} all
   * @param {number} at
   * @returns {Candidate[]}
   */
  #namedAt(all, at) {
    if (isPreposition(all, at)) return [];
    const { named, to } = this.#phraseAt(all, at, ({ option }) => option !== NEEDED && option !== NOT_NEEDED);
    return byFacet(named).map(({ facet, options, isSure }) => {
      return { facet, options, from: at, to, isSure: isSure || isMarked(facet, all, at, to) };
    });
  }

  /**
   * Read what is needed or not: "no video", "without students or video", "video required", "not for high school".
   * @param {Token[]} all
   * @param {number} at
   * @returns {Candidate[]}
   */
  #needsAt(all, at) {
    const negation = negationLength(all, at);
    if (negation) return this.#excludedAt(all, at, at + negation);
    const needs = needsLength(all, at);
    const begin = at + needs + (needs ? linksLength(all, at + needs) : 0);
    const { named, to } = this.#phraseAt(all, begin, ({ option }) => option === NEEDED);
    const [after, not] = [neededLength(all, to), notNeededLength(all, to)];
    if (!named.length || !(needs || after || not)) return [];
    const options = [not ? NOT_NEEDED : NEEDED];
    return named.map(({ facet }) => ({ facet, options, from: at, to: to + (not || after), isSure: true }));
  }

  /**
   * @param {Token[]} all
   * @param {number} from where the negation begins
   * @param {number} at where it ends
   * @returns {Candidate[]}
   */
  #excludedAt(all, from, at) {
    const begin = at + linksLength(all, at);
    const { named, to } = this.#phraseAt(all, begin, () => true);
    if (!named.length) return [];
    const end = to + neededLength(all, to);
    const found = byFacet(named).map(({ facet, options, isSure }) => {
      if (options.includes(NEEDED)) return { facet, options: [NOT_NEEDED], from, to: end, isSure: true };
      return { facet, options: options.map(opposite), from, to: end, isSure };
    });
    const isContinued = /^(?:or|and|nor|o|ni|y)$/.test(all[end]?.word ?? '');
    const more = isContinued ? this.#excludedAt(all, end, end + 1) : [];
    return [...found, ...more.filter(({ options }) => options.includes(NOT_NEEDED))];
  }

  /**
   * Return what the longest phrase at a place names.
   * @param {Token[]} all
   * @param {number} at
   * @param {(named: Named) => boolean} isWanted
   */
  #phraseAt(all, at, isWanted) {
    for (let to = Math.min(all.length, at + LONGEST); to > at; to--) {
      const named = (this.#phrases.get(keyOf(all.slice(at, to))) ?? []).filter(isWanted);
      if (named.length) return { named, to };
    }
    return this.#similarAt(all, at, isWanted);
  }

  /**
   * Whether a phrase begins with these letters, so that the reader may not have finished it.
   * @param {string} letters
   */
  #isStart(letters) {
    for (const phrase of this.#phrases.keys()) if (phrase.startsWith(letters)) return true;
    return false;
  }

  /**
   * Return what a phrase with one typing error names: "elementry school", "kindergarden".
   * @param {Token[]} all
   * @param {number} at
   * @param {(named: Named) => boolean} isWanted
   */
  #similarAt(all, at, isWanted) {
    const nothing = { named: /** @type {Named[]} */ ([]), to: at };
    for (let to = Math.min(all.length, at + LONGEST_SIMILAR); to > at; to--) {
      const tokens = all.slice(at, to);
      const key = keyOf(tokens);
      if (key.length < SHORTEST_SIMILAR || tokens.every(({ word }) => this.isKnown(word))) continue;
      if (to === all.length && this.#isStart(key)) continue;
      const typed = new TypedWord(key);
      for (const [phrase, named] of this.#phrases) {
        if (Math.abs(phrase.length - key.length) < 2 && typed.next(phrase, 0) === 1 && named.some(isWanted)) {
          return { named: named.filter(isWanted), to };
        }
      }
    }
    return nothing;
  }
}

/**
 * Return facts without “new” beside a topic or a role: a new teacher is not a new micro-credential.
 * @param {Candidate[]} found
 */
function withoutNew(found) {
  const isTopic = found.some(({ facet, isSure }) => !isSure && facet !== 'added');
  return isTopic ? found.filter(({ facet }) => facet !== 'added') : found;
}

/** @param {string} word */
const isAroundAny = (word) => isAroundFacts(word) || isFiller(word);

/** @param {Token[]} tokens "pre-K", "pre k" and "prek" are one phrase */
const keyOf = (tokens) => tokens.map(({ word }) => word).join('');

/** @param {Candidate[]} found */
const endOf = (found) => found.at(-1)?.to ?? 0;

/**
 * Return what was named, once for each facet.
 * @param {Named[]} named
 */
function byFacet(named) {
  return [...new Set(named.map(({ facet }) => facet))].map((facet) => {
    const own = named.filter((each) => each.facet === facet);
    return { facet, options: own.map(({ option }) => option), isSure: own.some(({ isSure }) => isSure) };
  });
}

/**
 * Whether the words around a phrase show that it names a fact.
 * @param {string} facet
 * @param {Token[]} all
 * @param {number} from
 * @param {number} to
 */
function isMarked(facet, all, from, to) {
  const before = `${all
    .slice(0, from)
    .map(({ word }) => word)
    .join(' ')} `;
  const after = ` ${all
    .slice(to)
    .map(({ word }) => word)
    .join(' ')}`;
  return Boolean(BEFORE[facet]?.test(before) || AFTER[facet]?.test(after));
}

/**
 * Return the tokens that belong to no fact.
 * @param {Token[]} all
 * @param {Candidate[]} found
 */
function remaining(all, found) {
  return all.filter((_, at) => !found.some(({ from, to }) => at >= from && at < to));
}
