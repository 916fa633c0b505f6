/**
 * Suggests what a reader may be typing: an option of a facet, a credential, an answer. Uses neither the DOM nor the
 * network.
 *
 * @typedef {object} Suggestion
 * @property {'filter' | 'credential' | 'answer'} kind
 * @property {string} label
 * @property {string} text what the label is: "Subject", a competency, a first sentence
 * @property {string} [url] relative to the site's root; absent for a filter
 * @property {string} [facet]
 * @property {string} [option]
 * @property {string} rest what is left of the words if a filter is taken
 */

import { words } from './words.js';

const FILTERS = 3;
const CREDENTIALS = 3;
const ANSWERS = 1;
const LONGEST = 4; // words of an option's name that are compared
const BEST = 200; // matches whose titles are compared; those that contain all words are among them
const SHORTEST = 2; // letters; fewer would suggest anything

/**
 * Return suggestions for what was typed, options first.
 * @param {import('./engine.js').Catalog} engine
 * @param {string} text
 * @param {boolean} [besideResults] whether the page shows results and facts as well, which suggestions would cover; then
 *     a text with facts has none
 * @returns {Promise<Suggestion[]>}
 */
export async function suggest(engine, text, besideResults = false) {
  if (text.trim().length < SHORTEST) return [];
  const { facts, rest } = engine.read(text);
  if (besideResults && facts.length) return [];
  const isRead = (/** @type {Suggestion} */ { facet }) => facts.some((fact) => fact.facet === facet);
  const hits = rest.trim() ? await engine.match(rest) : [];
  const typed = words(rest);
  /** @param {{title: string}} hit */
  const isNamed = ({ title }) => typed.every((word) => words(title).some((each) => each.startsWith(word)));
  const best = hits.slice(0, BEST).map((match) => engine.describe(match));
  const named = best.filter(isNamed);
  const credentials = named.filter(({ id }) => id < engine.documents.credentials).slice(0, CREDENTIALS);
  const answers = named.filter(({ id }) => engine.documents.kind(id) === 'Page').slice(0, ANSWERS);
  return [
    ...optionsFor(engine.store.facets, text).filter((option) => !isRead(option)),
    ...credentials.map(({ title, url }) => entry('credential', title, 'Micro-credential', url)),
    ...answers.map(({ title, url }) => entry('answer', title, 'Answer', url)),
  ];
}

/**
 * @param {'credential' | 'answer'} kind
 * @param {string} label
 * @param {string} text
 * @param {string} url
 * @returns {Suggestion}
 */
const entry = (kind, label, text, url) => ({ kind, label, text, url, rest: '' });

/**
 * Return the options whose label or everyday words begin with the last words typed, those that take the most words first.
 * @param {import('./choices.js').Facet[]} facets
 * @param {string} text
 * @returns {Suggestion[]}
 */
function optionsFor(facets, text) {
  const typed = text.trim().split(/\s+/);
  for (let count = Math.min(LONGEST, typed.length); count > 0; count--) {
    const start = words(typed.slice(-count).join(' ')).join(' ');
    const rest = typed.slice(0, -count).join(' ');
    const found = start.length < SHORTEST ? [] : beginningWith(facets, start);
    if (found.length) return found.slice(0, FILTERS).map((each) => ({ ...each, rest }));
  }
  return [];
}

/**
 * @param {import('./choices.js').Facet[]} facets
 * @param {string} start
 * @returns {Suggestion[]}
 */
function beginningWith(facets, start) {
  return facets.flatMap(({ id: facet, label: text, options, words: everyday = [] }) => {
    const own = options.filter(([, label], at) => {
      return [label, ...(everyday[at] ?? [])].some((name) => words(name).join(' ').startsWith(start));
    });
    return own.map(([option, label]) => ({
      kind: /** @type {const} */ ('filter'),
      label,
      text,
      facet,
      option,
      rest: '',
    }));
  });
}
