/**
 * Splits text into words, reduces words to the terms of the index, and measures how near a word is to a term. Uses
 * neither the DOM nor the network.
 *
 * `words` does the same as `publishing/search/_analyzer.py`, and `stem` the same as `reading/stemmer.py`: what a reader
 * types must become the same terms as what an author wrote. Change both sides together. The suite compares them over
 * all of Unicode and a dictionary, and compares the stemmer with that of lunr.js.
 */

const LETTER = String.raw`[\p{L}\p{N}]`;
const CODE = String.raw`${LETTER}*\p{Nd}${LETTER}*(?:\.(?:${LETTER}{1,3}|\p{Nd}${LETTER}{1,4})(?!${LETTER}))*(?:\(${LETTER}{1,4}\))*`;
const WORD = new RegExp(`${CODE}|${LETTER}+`, 'gu'); // examples of codes: 2026, 112.42(b)(1), 3.oa.a.1
const DOTTED = /(?<![\p{L}\p{N}.])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}]|\.\p{Nd})/gu; // I.E.P.
const INVISIBLE = /\u00ad|\u200c|\u200d|\u2060|\ufeff/g; // soft hyphens and other characters without width

/**
 * Return the words of a text in lowercase, without accents and apostrophes. The code "112.42(b)" becomes "112.42b", and
 * "I.E.P." "iep".
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  const plain = text
    .replace(INVISIBLE, '')
    .replace(/[`\u00b4\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]/g, "'")
    .replace(/[\u2120\u2122]/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/'s(?![\p{L}\p{N}])|'/gu, '')
    .replace(DOTTED, (abbreviation) => abbreviation.replaceAll('.', ''));
  const found = plain.match(WORD) ?? [];
  return found.map((word) => word.replace(/[()]/g, ''));
}

const CONSONANTS = '[^aeiou][^aeiouy]*';
const VOWELS = '[aeiouy][aeiou]*';
const M_ABOVE_0 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}`);
const M_ABOVE_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`);
const M_IS_1 = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}(?:${VOWELS})?$`);
const HAS_VOWEL = new RegExp(`^(?:${CONSONANTS})?[aeiouy]`);
const SHORT = new RegExp(`^${CONSONANTS}[aeiouy][^aeiouwxy]$`); // "hop", but neither "snow" nor "box"
const DOUBLE = /([^aeiouylsz])\1$/;

/** @type {[string, string][]} */
const STEP_2 = Object.entries({
  ational: 'ate',
  ization: 'ize',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  tional: 'tion',
  biliti: 'ble',
  entli: 'ent',
  ousli: 'ous',
  ation: 'ate',
  alism: 'al',
  aliti: 'al',
  iviti: 'ive',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  alli: 'al',
  ator: 'ate',
  logi: 'log',
  bli: 'ble',
  eli: 'e',
});
/** @type {[string, string][]} */
const STEP_3 = Object.entries({ icate: 'ic', ative: '', alize: 'al', iciti: 'ic', ical: 'ic', ness: '', ful: '' });
const STEP_4 = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic ou'.split(' ');

/**
 * Stem a word by Porter's algorithm as lunr.js 2.3.9 applies it (M. F. Porter, "An algorithm for suffix stripping",
 * Program 14(3), 1980).
 * @param {string} word in lower case
 */
export function stem(word) {
  if (word.length < 3) return word;
  const startsWithY = word[0] === 'y'; // a "y" at the start counts as a consonant
  let rest = startsWithY ? `Y${word.slice(1)}` : word;
  rest = finalE(step4(replaceEnding(replaceEnding(finalY(past(plural(rest))), STEP_2), STEP_3)));
  if (rest.endsWith('ll') && M_ABOVE_1.test(rest)) rest = rest.slice(0, -1);
  return startsWithY ? `y${rest.slice(1)}` : rest;
}

/**
 * Whether a word ends with a suffix and is longer than it.
 * @param {string} word
 * @param {string} suffix
 */
const ends = (word, suffix) => word.length > suffix.length && word.endsWith(suffix);

/**
 * @param {string} word
 * @param {string} suffix
 */
const without = (word, suffix) => word.slice(0, word.length - suffix.length);

/** @param {string} word */
function plural(word) {
  if (ends(word, 'sses') || ends(word, 'ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** @param {string} word */
function past(word) {
  if (ends(word, 'eed')) return M_ABOVE_0.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const suffix = ['ing', 'ed'].find((each) => ends(word, each));
  if (!suffix || !HAS_VOWEL.test(without(word, suffix))) return word;
  const rest = without(word, suffix);
  if (DOUBLE.test(rest)) return rest.slice(0, -1);
  return /(?:at|bl|iz)$/.test(rest) || SHORT.test(rest) ? `${rest}e` : rest;
}

/** @param {string} word */
const finalY = (word) => (word.length > 2 && /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}i` : word);

/**
 * @param {string} word
 * @param {[string, string][]} endings each with what replaces it
 */
function replaceEnding(word, endings) {
  const [suffix, replacement] = endings.find(([each]) => ends(word, each)) ?? ['', ''];
  return suffix && M_ABOVE_0.test(without(word, suffix)) ? without(word, suffix) + replacement : word;
}

/** @param {string} word */
function step4(word) {
  const suffix = STEP_4.find((each) => ends(word, each));
  if (!suffix || (suffix === 'ion' && !/[st]$/.test(without(word, suffix)))) return word;
  return M_ABOVE_1.test(without(word, suffix)) ? without(word, suffix) : word;
}

/** @param {string} word */
function finalE(word) {
  if (!word.endsWith('e')) return word;
  const rest = word.slice(0, -1);
  return M_ABOVE_1.test(rest) || (M_IS_1.test(rest) && !SHORT.test(rest)) ? rest : word;
}

/**
 * The most edits by which a word of this length may differ from a term.
 * @param {number} length
 */
const mostEdits = (length) => (length < 8 ? 1 : 2);

const FAR = 99; // stands for more edits than are allowed; fits into a byte

/**
 * A typed word, compared with terms one after another. The usual table of edits has a row for each letter of the term
 * and a column for each letter of the word; terms that start alike share rows, and a term that differs too much at its
 * start is skipped.
 */
export class TypedWord {
  /** How many letters of the last term show that it differs too much; Infinity if it does not. */
  far = Infinity;
  /** @type {Uint8Array} */
  #rows;
  /** The fewest edits in each row. @type {Uint8Array} */
  #fewest;
  /** By letters read: the edits between the whole word and the nearest start of the term. @type {Uint8Array} */
  #toStart;
  #read = 0; // letters of the term that have rows
  /** @type {number[]} */
  #toEndings = [];

  /**
   * @param {string} word
   * @param {boolean} [unfinished] whether a term may continue where the word ends
   * @param {string[]} [endings] that the word may have and the term lacks
   */
  constructor(word, unfinished = false, endings = []) {
    this.word = word;
    this.unfinished = unfinished;
    this.endings = endings;
    this.most = mostEdits(word.length);
    this.width = word.length + 1;
    const rows = word.length + this.most + 2;
    this.#rows = new Uint8Array(rows * this.width).fill(FAR);
    this.#fewest = new Uint8Array(rows);
    this.#toStart = new Uint8Array(rows).fill(Math.min(FAR, word.length));
    for (let column = 0; column <= word.length; column++) this.#rows[column] = Math.min(FAR, column);
  }

  /**
   * Return the edits between the word and the next term; Infinity if there are more than allowed.
   * @param {string} term
   * @param {number} shared how many letters it has in common with the start of the term before
   */
  next(term, shared) {
    if (shared >= this.far) return Infinity;
    const read = this.#fill(term, Math.min(shared, this.#read));
    const asStart = this.unfinished && this.#toStart[read] < 2 ? this.#toStart[read] : Infinity;
    this.far = asStart === Infinity && this.#fewest[read] > this.most ? read : Infinity;
    return read < term.length ? asStart : Math.min(asStart, this.#whole(read), this.#withEnding(read));
  }

  /**
   * Fill in the rows of a term, as long as a start of the word is near enough. Returns how many rows there are.
   * @param {string} term
   * @param {number} from the first letter without a row
   */
  #fill(term, from) {
    let at = from;
    while (at < term.length && this.#fewest[at] <= this.most) {
      at++;
      this.#row(term, at);
    }
    this.#read = at;
    return at;
  }

  /** @param {number} length of the term */
  #whole(length) {
    const edits = this.#rows[length * this.width + this.word.length];
    return edits <= mostEdits(Math.min(this.word.length, length)) ? edits : Infinity;
  }

  /**
   * Return the edits if the word is the term with an ending: between its start and the term, and between its rest and
   * the ending.
   * @param {number} length of the term
   */
  #withEnding(length) {
    let best = Infinity;
    if (length < 4 || !this.endings.length) return best;
    for (let column = length - 1; column < Math.min(length + 2, this.word.length); column++) {
      const edits = this.#rows[length * this.width + column];
      if (edits < 2) best = Math.min(best, edits + this.#toEnding(column));
    }
    return best <= this.most ? best : Infinity;
  }

  /**
   * Return the edits between the rest of the word and the nearest ending.
   * @param {number} at where the rest begins
   */
  #toEnding(at) {
    if (this.#toEndings[at] === undefined) {
      const rest = new TypedWord(this.word.slice(at), this.unfinished);
      this.#toEndings[at] = Math.min(...this.endings.map((ending) => rest.next(ending, 0)));
    }
    return this.#toEndings[at];
  }

  /**
   * Fill in the row of one letter, in the columns that the allowed edits can reach.
   * @param {string} term
   * @param {number} at
   */
  #row(term, at) {
    const { word, width, most } = this;
    const rows = this.#rows;
    const [row, above, before] = [at * width, (at - 1) * width, (at - 2) * width];
    const [letter, last] = [term.charCodeAt(at - 1), term.charCodeAt(at - 2)];
    let fewest = FAR;
    if (at <= most) fewest = rows[row] = at;
    for (let column = Math.max(1, at - most); column <= Math.min(word.length, at + most); column++) {
      const typed = word.charCodeAt(column - 1);
      const replaced = rows[above + column - 1] + (letter === typed ? 0 : 1);
      let edits = Math.min(replaced, rows[above + column] + 1, rows[row + column - 1] + 1);
      const swapped = at > 1 && column > 1 && last === typed && letter === word.charCodeAt(column - 2);
      if (swapped) edits = Math.min(edits, rows[before + column - 2] + 1);
      rows[row + column] = edits;
      fewest = Math.min(fewest, edits);
    }
    this.#fewest[at] = fewest;
    this.#toStart[at] = Math.min(this.#toStart[at - 1], rows[row + word.length]);
  }
}
