/**
 * What the catalog page says about its list.
 *
 * @typedef {import('../search/engine.js').Catalog} Engine
 * @typedef {import('./query.js').Result} Result
 */

import { labelOf } from '../search/choices.js';

/** @param {number} count */
const credentials = (count) =>
  `${count ? count.toLocaleString('en-US') : 'No'} micro-credential${count === 1 ? '' : 's'}`;

/**
 * Return how long the list is, and which of its pages is shown; if there are answers instead, how many.
 * @param {Result} result
 * @param {number} page
 * @param {number} pages
 */
export function summarize({ cards, answers }, page, pages) {
  const count = cards.length;
  if (!count && answers.length) return answers.length > 1 ? `${answers.length} answers` : '1 answer';
  return page > 1 ? `${credentials(count)}, page ${page} of ${pages}` : credentials(count);
}

/**
 * Return what the title of the page begins with: what was typed, then what was chosen.
 * @param {import('./url.js').State} state
 * @param {string[]} chips
 */
export function titleOf({ q, chosen }, chips) {
  return [q.trim() && `“${q.trim()}”`, Object.keys(chosen).length && chips.join(', ')].filter(Boolean).join(', ');
}

/**
 * Return a sentence for each word that nothing contains, each choice that the catalog does not have, and a list that does
 * not have all that was asked for.
 * @param {Engine} engine
 * @param {Result} result
 * @param {import('./results.js').Loaded} loaded
 */
export async function explain(engine, { words, unknown, isPartial }, { shown, otherPages }) {
  const texts = [...shown, ...otherPages].flatMap(({ title, text }) => [title, text]);
  const replacements = words.trim() ? await engine.replacements(words, texts) : [];
  const sentences = replacements.map(({ typed, read }) => {
    if (!read.length) return `Nothing matches “${typed}”.`;
    return `Showing results for “${read.join(' ')}”: nothing matches “${typed}”.`;
  });
  const ignored = unknown.map(
    ([facet, option]) => `This catalog does not have the filter “${facet}: ${option}”, so it was ignored.`,
  );
  const partial = isPartial ? ['No result has all of these words. The results below have some of them.'] : [];
  return [...ignored, ...partial, ...sentences].join(' ');
}

/**
 * Return why nothing was found, and what to remove.
 * @param {Engine} engine
 * @param {Result} result
 * @returns {{reason: string, choices: {text: string, facet: string | null | undefined}[]}} `facet`: undefined for the
 *     words, null for everything
 */
export function adviceFor({ store }, { advice, choices, words }) {
  /** @param {string} id */
  const describe = (id) => {
    const facet = store.facets.find((each) => each.id === id);
    return `${facet?.label}: ${choices[id].map((option) => labelOf(facet, option)).join(' or ')}`;
  };
  const removals = advice.map(({ facet, count }) => ({
    text: `Remove ${facet ? `“${describe(facet)}”` : `the words “${words}”`} and see ${credentials(count)}`,
    facet,
  }));
  const isFiltered = Object.keys(choices).length > 0;
  const reason = isFiltered ? 'No micro-credential matches all of this.' : `No micro-credential matches “${words}”.`;
  return { reason, choices: removals.length ? removals : [{ text: 'Start over', facet: null }] };
}
