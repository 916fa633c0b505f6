/**
 * The state of the catalog, and its form in the address: ?q=read&subject=literacy&subject=science&sort=hours&page=2
 *
 * @typedef {object} State
 * @property {string} q what was typed
 * @property {boolean} loose whether part of the words is enough (&match=some)
 * @property {Object<string, string[]>} chosen ids of options by id of facet; no list is empty
 * @property {string} sort "title", "hours" or "newest"; empty for what is usual
 * @property {number} page from 1
 */

/** The order of a list that nobody sorted otherwise: the best match first, or by title where nothing is to match. */
export const usualSort = (q) => (q.trim() ? 'relevance' : 'title');

/**
 * @param {string} query of an address, with its question mark
 * @param {Object<string, string[]>} options all there are, by facet: whatever else an old link asks for is left out
 * @returns {State}
 */
export function read(query, options) {
  const asked = new URLSearchParams(query);
  const chosen = Object.entries(options)
    .map(([facet, known]) => [facet, known.filter((option) => asked.getAll(facet).includes(option))])
    .filter(([, found]) => found.length);
  const page = Number(asked.get('page'));
  return {
    q: asked.get('q') ?? '',
    loose: asked.get('match') === 'some',
    chosen: Object.fromEntries(chosen),
    sort: ['title', 'hours', 'newest'].find((sort) => sort === asked.get('sort')) ?? '',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/**
 * @param {State} state
 * @returns {string} the query of its address, with its question mark; empty where all is as usual
 */
export function write({ q, loose, chosen, sort, page }) {
  const said = new URLSearchParams();
  if (q.trim()) said.append('q', q.trim());
  if (q.trim() && loose) said.append('match', 'some');
  for (const [facet, options] of Object.entries(chosen)) {
    for (const option of options) said.append(facet, option);
  }
  if (sort && sort !== usualSort(q)) said.append('sort', sort);
  if (page > 1) said.append('page', String(page));
  return String(said) && `?${said}`;
}
