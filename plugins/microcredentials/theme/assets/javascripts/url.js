/**
 * The state of the catalog, and how an address expresses it: ?q=read&subject=literacy&subject=science&sort=hours&page=2
 *
 * @typedef {object} State
 * @property {string} q what was typed
 * @property {boolean} loose whether some of the words are enough (&match=some)
 * @property {import('../search/hits.js').Choices} chosen ids of options by the id of their facet; no list is empty
 * @property {string} sort "title", "hours" or "newest"; empty for the usual order
 * @property {number} page from 1
 */

/**
 * Return the order of a list that was not sorted otherwise: the best match first, or by title if no words were typed.
 * @param {string} q
 */
export const usualSort = (q) => (q.trim() ? 'relevance' : 'title');

/**
 * Read the state from an address.
 * @param {string} query of the address, with its question mark
 * @param {import('../search/hits.js').Choices} options all that exist; others, which an old link may contain, are ignored
 * @returns {State}
 */
export function read(query, options) {
  const parameters = new URLSearchParams(query);
  const chosen = Object.entries(options)
    .map(([facet, known]) => [facet, known.filter((option) => parameters.getAll(facet).includes(option))])
    .filter(([, found]) => found.length);
  const page = Number(parameters.get('page'));
  return {
    q: parameters.get('q') ?? '',
    loose: parameters.get('match') === 'some',
    chosen: Object.fromEntries(chosen),
    sort: ['title', 'hours', 'newest'].find((sort) => sort === parameters.get('sort')) ?? '',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/**
 * Return the query of the address for a state, with its question mark; empty for the usual state.
 * @param {State} state
 */
export function write({ q, loose, chosen, sort, page }) {
  const parameters = new URLSearchParams();
  if (q.trim()) parameters.append('q', q.trim());
  if (q.trim() && loose) parameters.append('match', 'some');
  for (const [facet, options] of Object.entries(chosen)) {
    for (const option of options) parameters.append(facet, option);
  }
  if (sort && sort !== usualSort(q)) parameters.append('sort', sort);
  if (page > 1) parameters.append('page', String(page));
  const query = String(parameters);
  return query && `?${query}`;
}
