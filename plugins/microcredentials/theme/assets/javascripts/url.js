/**
 * The state of the catalog, and how an address expresses it: ?q=read&subject=literacy&subject=science&sort=hours&page=2
 *
 * @typedef {object} State
 * @property {string} q what was typed
 * @property {boolean} asWords whether nothing that was typed is read as a fact (&as=words)
 * @property {boolean} loose whether some of the words are enough (&match=some)
 * @property {import('../search/choices.js').Choices} chosen ids of options by the id of their facet; no list is empty
 * @property {string} sort "title", "hours" or "newest"; empty for the usual order
 * @property {number} page from 1
 */

const SORTS = ['title', 'hours', 'newest'];
const OWN = new Set(['q', 'as', 'match', 'sort', 'page']);

/**
 * Return the order of a list that was not sorted otherwise: the best match first, or by title if no words were typed.
 * @param {string} q
 */
export const usualSort = (q) => (q.trim() ? 'relevance' : 'title');

/**
 * Read the state from an address.
 * @param {string} query of the address, with its question mark
 * @returns {State} with every choice that the address names, known or not
 */
export function read(query) {
  const parameters = new URLSearchParams(query);
  /** @type {import('../search/choices.js').Choices} */
  const chosen = {};
  for (const [name, value] of parameters) {
    if (!OWN.has(name) && value) chosen[name] = [...new Set([...(chosen[name] ?? []), value])];
  }
  const page = Number(parameters.get('page'));
  return {
    q: parameters.get('q') ?? '',
    asWords: parameters.get('as') === 'words',
    loose: parameters.get('match') === 'some',
    chosen,
    sort: SORTS.find((sort) => sort === parameters.get('sort')) ?? '',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/**
 * Return the query of the address for a state, with its question mark; empty for the usual state.
 * @param {State} state
 */
export function write({ q, asWords, loose, chosen, sort, page }) {
  const parameters = new URLSearchParams();
  const typed = q.trim();
  if (typed) parameters.append('q', typed);
  if (typed && asWords) parameters.append('as', 'words');
  if (typed && loose) parameters.append('match', 'some');
  for (const [facet, options] of Object.entries(chosen)) {
    for (const option of options) parameters.append(facet, option);
  }
  if (sort && sort !== usualSort(q)) parameters.append('sort', sort);
  if (page > 1) parameters.append('page', String(page));
  const query = String(parameters);
  return query && `?${query}`;
}

/**
 * Return choices with an option added or removed.
 * @param {import('../search/choices.js').Choices} chosen
 * @param {string} facet
 * @param {string} option
 * @param {boolean} isChosen
 * @returns {import('../search/choices.js').Choices}
 */
export function withChoice(chosen, facet, option, isChosen) {
  const { [facet]: own = [], ...rest } = chosen;
  const others = own.filter((each) => each !== option);
  const all = isChosen ? [...others, option] : others;
  return all.length ? { ...rest, [facet]: all } : rest;
}
