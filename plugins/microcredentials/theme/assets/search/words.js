/**
 * How a text becomes words, words become the terms of the index, and how near a word is to a term. No DOM, no network.
 *
 * `words` mirrors `plugins/microcredentials/site/analyzer.py`, `stem` its `stemmer.py`: what a reader types must fall
 * into the same terms as what an author wrote. Keep them alike; the suite compares them over all of Unicode and a
 * dictionary, and the stemmer with that of lunr.js, too.
 */

const LETTER = String.raw`[\p{L}\p{N}]`;
const CODE = String.raw`${LETTER}*\p{Nd}${LETTER}*(?:\.(?:${LETTER}{1,3}|\p{Nd}${LETTER}{1,4})(?!${LETTER}))*(?:\(${LETTER}{1,4}\))*`;
const WORD = new RegExp(`${CODE}|${LETTER}+`, 'gu'); // codes are 2026, 112.42(b)(1), 3.oa.a.1

/**
 * @param {string} text
 * @returns {string[]} lower case, no accents, no apostrophes; the code "112.42(b)" is "112.42b"
 */
export function words(text) {
  const plain = text
    .replace(/[\u00ad\u200c\u200d\u2060\ufeff]/g, '')
    .replace(/[`\u00b4\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]/g, "'")
    .replace(/[\u2120\u2122]/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/'s(?![\p{L}\p{N}])|'/gu, '');
  const found = plain.match(WORD) ?? [];
  return found.map((word) => word.replace(/[()]/g, ''));
}

const STOP_WORDS = new Set(
  (
    'a able about across after all almost also am among an and any are as at be because been but by can ' +
    'cannot could dear did do does either else ever every for from get got had has have he her hers him ' +
    'his how however i if in into is it its just least let like likely may me might most must my neither ' +
    'no nor not of off often on only or other our own rather said say says she should since so some than ' +
    'that the their them then there these they this tis to too twas us wants was we were what when where ' +
    'which while who whom why will with would yet you your'
  ).split(' '),
);

/** Whether a word is so common that it says nothing, question words included; the list is that of lunr.js. */
export const isStopWord = (word) => STOP_WORDS.has(word);

const CONSONANTS = '[^aeiou][^aeiouy]*';
const VOWELS = '[aeiouy][aeiou]*';
const M_ABOVE_0 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}`);
const M_ABOVE_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`);
const M_IS_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}(?:${VOWELS})?$`);
const HAS_VOWEL = new RegExp(`^(?:${CONSONANTS})?[aeiouy]`);
const SHORT = new RegExp(`^${CONSONANTS}[aeiouy][^aeiouwxy]$`); // hop, but neither snow nor box
const DOUBLE = /([^aeiouylsz])\1$/;

const STEP_2 = Object.entries({
  ational: 'ate', ization: 'ize', iveness: 'ive', fulness: 'ful', ousness: 'ous', tional: 'tion', biliti: 'ble',
  entli: 'ent', ousli: 'ous', ation: 'ate', alism: 'al', aliti: 'al', iviti: 'ive', enci: 'ence', anci: 'ance',
  izer: 'ize', alli: 'al', ator: 'ate', logi: 'log', bli: 'ble', eli: 'e',
});
const STEP_3 = Object.entries({ icate: 'ic', ative: '', alize: 'al', iciti: 'ic', ical: 'ic', ness: '', ful: '' });
const STEP_4 = ('ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic ou').split(' ');

/**
 * Porter's stemmer as lunr.js 2.3.9 applies it (M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980).
 * @param {string} word in lower case
 */
export function stem(word) {
  if (word.length < 3) return word;
  const initialY = word[0] === 'y'; // counts as a consonant
  let rest = initialY ? `Y${word.slice(1)}` : word;
  rest = finalE(step4(replaced(replaced(finalY(past(plural(rest))), STEP_2), STEP_3)));
  if (rest.endsWith('ll') && M_ABOVE_1.test(rest)) rest = rest.slice(0, -1);
  return initialY ? `y${rest.slice(1)}` : rest;
}

/** Whether a word ends like this and has a letter more. */
const ends = (word, suffix) => word.length > suffix.length && word.endsWith(suffix);
const without = (word, suffix) => word.slice(0, word.length - suffix.length);

function plural(word) {
  if (ends(word, 'sses') || ends(word, 'ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function past(word) {
  if (ends(word, 'eed')) return M_ABOVE_0.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const suffix = ['ing', 'ed'].find((each) => ends(word, each));
  if (!suffix || !HAS_VOWEL.test(without(word, suffix))) return word;
  const rest = without(word, suffix);
  if (DOUBLE.test(rest)) return rest.slice(0, -1);
  return /(?:at|bl|iz)$/.test(rest) || SHORT.test(rest) ? `${rest}e` : rest;
}

const finalY = (word) => (word.length > 2 && /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}i` : word);

function replaced(word, endings) {
  const [suffix, other] = endings.find(([each]) => ends(word, each)) ?? [];
  return suffix && M_ABOVE_0.test(without(word, suffix)) ? without(word, suffix) + other : word;
}

function step4(word) {
  const suffix = STEP_4.find((each) => ends(word, each));
  if (!suffix || (suffix === 'ion' && !/[st]$/.test(without(word, suffix)))) return word;
  return M_ABOVE_1.test(without(word, suffix)) ? without(word, suffix) : word;
}

function finalE(word) {
  if (!word.endsWith('e')) return word;
  const rest = word.slice(0, -1);
  return M_ABOVE_1.test(rest) || (M_IS_1.test(rest) && !SHORT.test(rest)) ? rest : word;
}

/** How many edits may lie between words so long. */
const mostEdits = (length) => (length < 8 ? 1 : 2);

const FAR = 99; // edits in a table; more than any that counts, and less than a byte holds

/**
 * A word as it was typed, beside terms in their order: the usual table of edits, with a row for each letter of the term
 * and a column for each letter typed. Terms that begin alike share rows; what begins too differently is passed over.
 */
export class Typed {
  /** How many letters of the term are enough to tell that it is too far, and all that share them are; or Infinity. */
  far = Infinity;
  #rows;
  #fewest; // edits in each row
  #begun; // edits from the whole word to the nearest beginning of the term, by the letters read
  #read = 0; // letters of the term that have rows
  #toEndings = [];

  /**
   * @param {string} word
   * @param {boolean} [unfinished] whether a term may go on where the word ends
   * @param {string[]} [endings] that may hang on a term
   */
  constructor(word, unfinished = false, endings = []) {
    const most = mostEdits(word.length);
    const rows = word.length + most + 2;
    Object.assign(this, { word, unfinished, endings, most, width: word.length + 1 });
    this.#rows = new Uint8Array(rows * this.width).fill(FAR);
    this.#fewest = new Uint8Array(rows);
    this.#begun = new Uint8Array(rows).fill(Math.min(FAR, word.length));
    for (let column = 0; column <= word.length; column++) this.#rows[column] = Math.min(FAR, column);
  }

  /**
   * Edits between the word and the next term; two only where both are long; Infinity if more.
   * @param {string} term
   * @param {number} shared how many letters it begins with that the term before begins with, too
   */
  next(term, shared) {
    if (shared >= this.far) return Infinity;
    const read = this.#go(term, Math.min(shared, this.#read));
    const begun = this.unfinished && this.#begun[read] < 2 ? this.#begun[read] : Infinity;
    this.far = begun === Infinity && this.#fewest[read] > this.most ? read : Infinity;
    return read < term.length ? begun : Math.min(begun, this.#whole(read), this.#hanging(read));
  }

  /** Fill in rows from a letter of the term on, while any beginning of the word is near; how many there are then. */
  #go(term, from) {
    let at = from;
    while (at < term.length && this.#fewest[at] <= this.most) this.#row(term, ++at);
    return (this.#read = at);
  }

  #whole(length) {
    const edits = this.#rows[length * this.width + this.word.length];
    return edits <= mostEdits(Math.min(this.word.length, length)) ? edits : Infinity;
  }

  /** Edits if an ending hangs on a term so long: to the term, and from the rest of the word to the ending. */
  #hanging(length) {
    let best = Infinity;
    if (length < 4 || !this.endings.length) return best;
    for (let column = length - 1; column < Math.min(length + 2, this.word.length); column++) {
      const edits = this.#rows[length * this.width + column];
      if (edits < 2) best = Math.min(best, edits + this.#toEnding(column));
    }
    return best <= this.most ? best : Infinity;
  }

  /** Edits between the rest of the word from a place on and the nearest ending. */
  #toEnding(at) {
    const nearest = (rest) => Math.min(...this.endings.map((ending) => rest.next(ending, 0)));
    return (this.#toEndings[at] ??= nearest(new Typed(this.word.slice(at), this.unfinished)));
  }

  /** Fill in the row of a letter, in the columns that are as near to it as there may be edits. */
  #row(term, at) {
    const { word, width, most } = this;
    const rows = this.#rows;
    const [row, above, before] = [at * width, (at - 1) * width, (at - 2) * width];
    const [letter, last] = [term.charCodeAt(at - 1), term.charCodeAt(at - 2)];
    let fewest = FAR;
    if (at <= most) fewest = rows[row] = at;
    for (let column = Math.max(1, at - most); column <= Math.min(word.length, at + most); column++) {
      const typed = word.charCodeAt(column - 1);
      const other = rows[above + column - 1] + (letter === typed ? 0 : 1);
      let edits = Math.min(other, rows[above + column] + 1, rows[row + column - 1] + 1);
      const swapped = at > 1 && column > 1 && last === typed && letter === word.charCodeAt(column - 2);
      if (swapped) edits = Math.min(edits, rows[before + column - 2] + 1);
      rows[row + column] = edits;
      fewest = Math.min(fewest, edits);
    }
    this.#fewest[at] = fewest;
    this.#begun[at] = Math.min(this.#begun[at - 1], rows[row + word.length]);
  }
}
