/**
 * English (and a little Spanish) as readers type it around facts: numbers, ordinals, comparisons, negation. What belongs
 * to a catalog, its labels and everyday words, comes from the catalog's own data; see `facts.js`.
 *
 * @typedef {object} Token a word of a query
 * @property {string} word in lower case, without accents and apostrophes, in the singular
 * @property {number} start where it begins in the text
 * @property {number} end
 * @property {boolean} joined whether a dash without spaces connects it with the word before
 * @property {boolean} listed whether a comma separates it from the word before
 *
 * @typedef {object} Found what a pattern recognized
 * @property {number} end the number of the first token after it
 */

import { isStopWord } from './common-words.js';
import { words } from './words.js';

const TOKEN = /[<>]=?|[\p{L}\p{N}\p{M}]+(?:['\u2019.][\p{L}\p{N}\p{M}]+)*\+?/gu;

/**
 * Return the words of a text with their places. "I.E.P." is one word, "8hrs" two, "w/o" is "without".
 * @param {string} text
 * @returns {Token[]}
 */
export function tokens(text) {
  const found = [...text.replace(/\bw\/(?:o|out)\b/giu, (typed) => 'without'.slice(0, typed.length)).matchAll(TOKEN)];
  return found.flatMap((match) => {
    const [typed] = match;
    const { index } = match;
    const before = text.slice(0, index);
    const joined = /[\p{L}\p{N}][-\u2010-\u2015]$/u.test(before);
    const listed = /,\s*$/.test(before);
    const split = typed.match(/^(\d+)(h|hr|hrs|hour|hours)$/i);
    const pieces = split ? [split[1], split[2]] : [typed];
    let start = index;
    return pieces.map((piece, n) => {
      const token = {
        word: plain(piece),
        start,
        end: start + piece.length,
        joined: joined && !n,
        listed: listed && !n,
      };
      start += piece.length;
      return token;
    });
  });
}

/** @param {string} typed */
function plain(typed) {
  if (/^[<>]/.test(typed)) return typed;
  if (/^(?:with?|witho)$/i.test(typed)) return typed.toLowerCase();
  const plus = typed.endsWith('+') ? '+' : '';
  return singular(words(typed.replace(/\.(?=\p{L}(?:\.|$))/gu, '')).join('')) + plus;
}

/**
 * Return a word without the ending of a plural.
 * @param {string} word
 */
export function singular(word) {
  if (isStopWord(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const LARGER = { fifteen: 15, sixteen: 16, eighteen: 18, twenty: 20, thirty: 30, forty: 40, fifty: 50, dozen: 12 };
const ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const SPANISH_ORDINALS = 'cero primer segundo tercer cuarto quinto sexto septimo octavo noveno decimo'.split(' ');
const SPANISH = {
  dos: 2,
  tre: 3,
  cuatro: 4,
  cinco: 5,
  sei: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  doce: 12,
  veinte: 20,
};

/** @type {Map<string, number>} */
const NUMBERS = new Map([
  ...SMALL.map((word, n) => /** @type {const} */ ([word, n])),
  ...Object.entries(LARGER),
  ...Object.entries(SPANISH),
]);

/**
 * Return the number that a word stands for, if it does.
 * @param {Token | undefined} token
 */
export function numberOf(token) {
  if (!token) return undefined;
  return /^\d{1,3}(?:\.\d)?$/.test(token.word) ? Number(token.word) : NUMBERS.get(token.word);
}

/**
 * Return the grade that an ordinal stands for: 3 for "3rd" and "third".
 * @param {Token | undefined} token
 */
export function ordinalOf(token) {
  const typed = token?.word.match(/^(\d{1,2})(?:st|nd|rd|th)$/);
  if (typed) return Number(typed[1]);
  const word = token?.word.replace(/^(primer|tercer)o$/, '$1') ?? '';
  const place = Math.max(ORDINALS.indexOf(word), SPANISH_ORDINALS.indexOf(word));
  return place > 0 ? place : undefined;
}

/** @param {string} lines */
const phrases = (lines) => lines.split('|').map((phrase) => phrase.trim().split(' ').map(singular));

const AT_MOST = phrases(
  'under|below|less than|fewer than|shorter than|no more than|not more than|not over|up to|at most|within|in under|' +
    'in less than|max|maximum|maximum of|max of|<|<=|only|just|about|around|in|menos de|hasta|maximo',
);
const LESS = phrases('or less|or fewer|or under|or shorter|max|maximum|at most|tops|o menos');
const AT_LEAST = phrases('at least|minimum|minimum of|>=');
const MORE_THAN = phrases('over|more than|longer than|above|greater than|>|mas de');
const OR_MORE = phrases('or more|or longer|and up|minimum|at least|plus');
const NEGATIONS = phrases(
  'no|not|without|without any|w o|non|zero|never|not need|not needing|dont need|do not need|doesnt need|does not need|' +
    'dont require|doesnt require|does not require|not require|not requiring|no need for|no need of|wont need|dont want|' +
    'do not want|dont have|do not have|without having|cant|cannot|cant use|cannot use|avoid|skip|not using|without using|isnt|not for|sin',
);
const NEEDED = phrases('needed|required|necessary|need|needing|require|involved|at all');
const NOT_NEEDED = phrases('not needed|not required|not necessary|optional|free|isnt needed|isnt required|no needed');
const NEEDS = phrases('need|requires|require|needs|requiring|needing|must have|involving');
const MOST_LINKS = 4;
const LINKS = new Set([
  'any',
  'me',
  'us',
  'a',
  'an',
  'to',
  'my',
  'the',
  'use',
  'using',
  'have',
  'having',
  'of',
  'need',
  'submit',
  'make',
  'be',
  'being',
  'work',
  'working',
  'with',
  'around',
  'from',
  'for',
  'in',
  'own',
  'requirement',
]);

/**
 * Return how many tokens one of the phrases takes at a place, the longest one; 0 if none is there.
 * @param {Token[]} all
 * @param {number} at
 * @param {string[][]} candidates
 */
function lengthOf(all, at, candidates) {
  let longest = 0;
  for (const phrase of candidates) {
    const isThere = phrase.every((word, n) => all[at + n]?.word === word);
    if (isThere && phrase.length > longest) longest = phrase.length;
  }
  return longest;
}

/** @param {Token[]} all @param {number} at */
export const negationLength = (all, at) => lengthOf(all, at, NEGATIONS);
/** @param {Token[]} all @param {number} at */
export const neededLength = (all, at) => lengthOf(all, at, NEEDED);
/** @param {Token[]} all @param {number} at */
export const notNeededLength = (all, at) => lengthOf(all, at, NOT_NEEDED);
/** @param {Token[]} all @param {number} at */
export const needsLength = (all, at) => lengthOf(all, at, NEEDS);
/**
 * Return how many words between "no" or "needs" and what is needed say nothing: "no need to have a".
 * @param {Token[]} all
 * @param {number} at
 */
export function linksLength(all, at) {
  let end = at;
  while (end < at + MOST_LINKS && LINKS.has(all[end]?.word ?? '')) end++;
  return end - at;
}

/**
 * Whether a word is the Spanish “for”, which in English is short for “paraprofessional”.
 * @param {Token[]} all
 * @param {number} at
 */
export function isPreposition(all, at) {
  const isBetween = at > 0 && at < all.length - 1;
  return all[at].word === 'para' && isBetween && !/^(?:a|an|as|am|im|the|for|or|and)$/.test(all[at - 1].word);
}

/** @param {Token | undefined} token */
export const isQuick = (token) => /^(?:quick|quickly|short|shortest|fast|rapido|corto)$/.test(token?.word ?? '');

const HOURS = /^(?:hour|hr|hrs|h|hora)$/;
const WEEKS = /^(?:week|wk|wks|semana)$/;

/**
 * Return how many tokens the name of a unit takes at a place, and its id; 0 tokens if none is there. Hours have no id.
 * @param {Token[]} all
 * @param {number} at
 * @param {[string, string[]][]} units ids with their words
 * @returns {{unit: string, length: number}}
 */
function readUnit(all, at, units) {
  if (HOURS.test(all[at]?.word ?? '')) return { unit: '', length: 1 };
  if (WEEKS.test(all[at]?.word ?? '')) return { unit: '-weeks', length: 1 };
  const found = units.find(([, name]) => name.every((word, n) => all[at + n]?.word === word));
  return found ? { unit: `-${found[0]}`, length: found[1].length } : { unit: '', length: 0 };
}

/**
 * Read a limit: "under 8 hours", "10 hours or less", "5 to 8 hrs", "more than 20 hours", "12 hours", "4 weeks or less",
 * "15 or more renewal points".
 * @param {Token[]} all
 * @param {number} at
 * @param {[string, string[]][]} units besides hours and weeks: ids with their words
 * @returns {{end: number, id: string, unit: string} | null} the id of a limit: `up-to-8`, `5-to-8-weeks`
 */
export function readLimit(all, at, units) {
  const { kind, length } = readComparison(all, at);
  let next = at + (all[at]?.word === 'between' ? 1 : length);
  const first = numberOf(all[next]);
  if (first === undefined) return null;
  next += 1;
  const isRange = /^(?:to|and|or|a|y)$/.test(all[next]?.word ?? '') && numberOf(all[next + 1]) !== undefined;
  const second = isRange ? numberOf(all[next + 1]) : all[next]?.joined ? numberOf(all[next]) : undefined;
  if (second !== undefined) next += isRange ? 2 : 1;
  const before = readOpenEnd(all, next);
  const { unit, length: named } = readUnit(all, next + before.length, units);
  if (!named) return null;
  next += before.length + named;
  const after = before.length ? before : readOpenEnd(all, next);
  const end = next + (before.length ? 0 : after.length);
  const id = second !== undefined ? `${first}-to-${second}` : `${kind || after.kind || 'up-to'}-${first}`;
  return { end, id: id + unit, unit };
}

/**
 * Return the comparison before a number, and how many tokens it takes.
 * @param {Token[]} all
 * @param {number} at
 */
function readComparison(all, at) {
  const kinds = /** @type {const} */ ([
    ['from', AT_LEAST],
    ['over', MORE_THAN],
    ['up-to', AT_MOST],
  ]);
  return kinds
    .map(([kind, candidates]) => ({ kind: /** @type {string} */ (kind), length: lengthOf(all, at, candidates) }))
    .reduce((best, each) => (each.length > best.length ? each : best), { kind: '', length: 0 });
}

/**
 * Return the comparison after a number ("or more"), and how many tokens it takes.
 * @param {Token[]} all
 * @param {number} at
 */
function readOpenEnd(all, at) {
  const more = lengthOf(all, at, OR_MORE);
  return more ? { kind: 'from', length: more } : { kind: '', length: lengthOf(all, at, LESS) };
}

/** Grades as numbers, with preschool before kindergarten. */
const PRESCHOOL = -1;
const GRADE = /^(?:grade|grader|gr|grado)$/;
const COUNTED =
  /^(?:hour|hr|hrs|h|minute|min|student|week|day|page|year|month|point|question|video|people|time|percent|slide|hora)$/;

/**
 * Return the grade that a token names: 0 for "k", -1 for "pk"; an ordinal only if asked for.
 * @param {Token | undefined} token
 * @returns {number | undefined}
 */
function gradeOf(token) {
  if (!token) return undefined;
  if (/^(?:k|kindergarten|kinder|kdg|tk)$/.test(token.word)) return 0;
  if (/^(?:pk|prek|preschool|prekindergarten)$/.test(token.word)) return PRESCHOOL;
  const grade = numberOf(token) ?? ordinalOf(token);
  return grade !== undefined && grade >= 1 && grade <= 12 ? grade : undefined;
}

/**
 * Read a grade and what follows it in a list: "3", "3-5", "3 to 5", "3, 4 and 5", "k".
 * @param {Token[]} all
 * @param {number} at
 * @returns {{end: number, grades: number[]} | null}
 */
function readGradeList(all, at) {
  const isPre = all[at]?.word === 'pre' && all[at + 1]?.word === 'k';
  const first = isPre ? PRESCHOOL : gradeOf(all[at]);
  if (first === undefined) return null;
  let end = at + (isPre ? 2 : 1);
  const grades = [first];
  for (;;) {
    const isTo = /^(?:to|through|thru)$/.test(all[end]?.word ?? '');
    const isAnd = /^(?:and|or|y)$/.test(all[end]?.word ?? '');
    const next = gradeOf(all[isTo || isAnd ? end + 1 : end]);
    if (next === undefined || !(isTo || isAnd || all[end].joined || all[end].listed)) break;
    if (isTo || (!isAnd && all[end].joined)) for (let n = grades[grades.length - 1] + 1; n < next; n++) grades.push(n);
    grades.push(next);
    end += isTo || isAnd ? 2 : 1;
  }
  return { end, grades };
}

/**
 * Read grades: "3rd grade", "third graders", "grades 3-5", "grade K", "K-5", "k12", "6-12", "pre-K to 2".
 * @param {Token[]} all
 * @param {number} at
 * @returns {{end: number, grades: number[]} | null}
 */
export function readGrades(all, at) {
  const merged = all[at]?.word.match(/^(pk|prek|k)(\d{1,2})$/);
  if (merged) {
    const from = merged[1] === 'k' ? 0 : PRESCHOOL;
    const grades = Array.from({ length: Number(merged[2]) - from + 1 }, (_, n) => from + n);
    return { end: at + 1 + Number(GRADE.test(all[at + 1]?.word ?? '')), grades };
  }
  if (GRADE.test(all[at]?.word ?? '')) return readGradeList(all, at + 1);
  const list = readGradeList(all, at);
  if (!list) return null;
  const { end, grades } = list;
  if (GRADE.test(all[end]?.word ?? '')) return { end: end + 1, grades };
  const isOrdinal = ordinalOf(all[at]) !== undefined && /^\d/.test(all[at].word);
  const isAlone = isOrdinal && end === all.length;
  const isClear = grades[0] < 1 || all[at + 1]?.joined; // "K to 2", "3-5", but not "3 to 5"
  const isRange = grades.length > 1 && isClear && !COUNTED.test(all[end]?.word ?? '');
  return isRange || isAlone ? list : null;
}

/**
 * Return the grades that a label names, in a list: "Grades K–2" is 0, 1 and 2.
 * @param {string} label
 */
export function gradesOfLabel(label) {
  const all = tokens(label);
  for (let at = 0; at < all.length; at++) {
    const found = readGrades(all, at);
    if (found) return found.grades;
  }
  return /^pre-?(?:school|k)/i.test(label) ? [PRESCHOOL] : [];
}
