/**
 * How a text becomes words, and words become the terms of the index. No DOM, no network.
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
