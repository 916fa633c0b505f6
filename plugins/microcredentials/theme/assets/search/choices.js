/**
 * Applies filters: options within a facet are alternatives, and a result must match every facet. Uses neither the DOM nor
 * the network.
 *
 * @typedef {object} Facet
 * @property {string} id
 * @property {string} label
 * @property {[string, string][]} options the id and the label of each
 * @property {string[][]} [words] everyday words for each option; options at the end may be left out
 *
 * @typedef {object} Filterable what filters need to know of all documents
 * @property {Facet[]} facets
 * @property {(number | number[])[][]} answers for each facet and each document, the places of its options in the facet
 * @property {([number, number] | 0)[]} hours the fewest and the most that each credential takes; 0 if not stated
 * @property {Record<string, ([number, number] | 0)[]>} measures the same for weeks and for what credentials count for
 *
 * @typedef {Record<string, string[]>} Choices ids of options, by the id of their facet: those of the catalog, `not-…` for
 *     the opposite of one, and limits such as `up-to-10` (hours), `over-15`, `from-20-renewal-points` and `5-to-8-weeks`
 *
 * @typedef {object} Limit
 * @property {string} unit
 * @property {number} min of the fewest
 * @property {number} above what the most must be above
 * @property {number} max of the most
 */

const NOT = 'not-';
const LIMITED = new Set(['hours', 'counts-for']); // facets with limits
const LIMITS = /^(?:(up-to|over|from)-(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)-to-(\d+(?:\.\d+)?))(?:-([a-z][a-z-]*))?$/;

/**
 * Return the id of the opposite of an option.
 * @param {string} option
 */
export const opposite = (option) => NOT + option;

/**
 * Return what an option is called: its label, "not Mathematics", "up to 10 hours". Undefined if the catalog has no such
 * option.
 * @param {Facet | undefined} facet
 * @param {string} option
 * @returns {string | undefined}
 */
export function labelOf(facet, option) {
  const known = facet?.options.find(([id]) => id === option)?.[1];
  if (known || !facet) return known;
  if (option.startsWith(NOT)) {
    const label = labelOf(facet, option.slice(NOT.length));
    return label && `not ${label}`;
  }
  const [, kind, limit, from, to, unit = 'hours'] = (LIMITED.has(facet.id) && option.match(LIMITS)) || [];
  const words = unit.replaceAll('-', ' ');
  if (from) return `${from} to ${to} ${words}`;
  const sentences = {
    'up-to': `Up to ${limit} ${words}`,
    over: `More than ${limit} ${words}`,
    from: `${limit} ${words} or more`,
  };
  return kind ? sentences[/** @type {keyof typeof sentences} */ (kind)] : undefined;
}

/**
 * Return two sets of choices as one: a result must match every facet of both.
 * @param {Choices} one
 * @param {Choices} other
 * @returns {Choices}
 */
export function merge(one, other) {
  const facets = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    facets.map((facet) => [facet, [...new Set([...(one[facet] ?? []), ...(other[facet] ?? [])])]]),
  );
}

/**
 * Apply filters to hits, and count the results for each option. The choices in an option's own facet are ignored for its
 * count, so that the count says what the option would give.
 *
 * @template {{id: number}} Hit
 * @param {Hit[]} hits
 * @param {Filterable} store
 * @param {Choices} chosen
 * @returns {{matches: Hit[], counts: number[][], without: number[]}} `matches`: the hits that match every choice, in
 *     order; `counts`: for each facet and option, how many hits it would give; `without`: for each facet, how many hits
 *     would match if nothing were chosen in it
 */
export function tally(hits, store, chosen) {
  const { facets, answers } = store;
  const missed = new Uint32Array(hits.length); // for each hit, the facets whose choices it does not match: a bit each
  facets.forEach((facet, at) => {
    const choices = chosen[facet.id] ?? [];
    if (choices.length) markMisses(missed, hits, makeTest(facet, answers[at], choices, store), 1 << at);
  });
  /** @param {number} ignored facets: a bit each */
  const matching = (ignored) => hits.filter((_, n) => (missed[n] & ~ignored) === 0);
  const matches = matching(0);
  const remaining = facets.map(({ id }, at) => (chosen[id]?.length ? matching(1 << at) : matches));
  const counts = facets.map(({ options }, at) => countAnswers(remaining[at], answers[at], options.length));
  return { matches, counts, without: remaining.map(({ length }) => length) };
}

/**
 * Return whether a document matches one of the choices in a facet.
 * @param {Facet} facet
 * @param {(number | number[])[]} answers of all documents
 * @param {string[]} choices
 * @param {Filterable} store
 * @returns {(id: number) => boolean}
 */
function makeTest({ id: facet, options }, answers, choices, { hours, measures }) {
  /** @param {string} choice */
  const placeOf = (choice) => options.findIndex(([known]) => known === choice);
  const wanted = new Set(choices.map(placeOf));
  const unwanted = choices.filter((choice) => placeOf(choice) < 0 && choice.startsWith(NOT));
  const excluded = unwanted.map((choice) => placeOf(choice.slice(NOT.length)));
  const limits = LIMITED.has(facet) ? choices.filter((choice) => placeOf(choice) < 0).flatMap(limitOf) : [];
  return (id) => {
    const own = [answers[id]].flat();
    if (own.some((place) => wanted.has(place))) return true;
    const isMet = (/** @type {Limit} */ limit) => isWithin((limit.unit ? measures[limit.unit] : hours)?.[id], limit);
    return excluded.some((place) => !own.includes(place)) || limits.some(isMet);
  };
}

/**
 * Return the limit that a choice names, in a list; an empty list if it names none.
 * @param {string} choice
 * @returns {Limit[]}
 */
function limitOf(choice) {
  const [, kind, one, from, to, unit = ''] = choice.match(LIMITS) ?? [];
  const limit = { unit, min: 0, above: -1, max: Infinity };
  if (from) return [{ ...limit, min: Number(from), max: Number(to) }];
  if (kind === 'up-to') return [{ ...limit, max: Number(one) }];
  if (kind === 'over') return [{ ...limit, above: Number(one) }];
  return kind ? [{ ...limit, min: Number(one) }] : [];
}

/**
 * Whether the whole of a range is within a limit; one that is not stated is not.
 * @param {[number, number] | 0 | undefined} range
 * @param {Limit} limit
 */
function isWithin(range, { min, above, max }) {
  if (!range) return false;
  const [fewest, most] = range;
  return fewest >= min && most > above && most <= max;
}

/**
 * Set a bit for each hit that does not pass a test.
 * @param {Uint32Array} missed
 * @param {{id: number}[]} hits
 * @param {(id: number) => boolean} test
 * @param {number} bit
 */
function markMisses(missed, hits, test, bit) {
  hits.forEach(({ id }, n) => {
    if (!test(id)) missed[n] |= bit;
  });
}

/**
 * Count the hits for each option of a facet.
 * @param {{id: number}[]} hits
 * @param {(number | number[])[]} answers
 * @param {number} options how many there are
 * @returns {number[]}
 */
function countAnswers(hits, answers, options) {
  const counts = new Array(options).fill(0);
  for (const { id } of hits) {
    const answer = answers[id];
    if (typeof answer === 'number') counts[answer]++;
    else for (const place of answer) counts[place]++;
  }
  return counts;
}
