/**
 * Filtering by facets: OR inside a facet, AND between facets. No DOM, no network.
 *
 * @typedef {object} Facet
 * @property {string} id
 * @property {string} label
 * @property {[string, string][]} options id and label of each
 */

/**
 * Filter records, and count what each option would leave. An option is counted as if its own facet had no choice yet:
 * so the count says what ticking it gives, and other options of a chosen facet don't fall to zero.
 *
 * @param {{answers: number[][]}[]} records each with its answers to each facet, as places in the facet's options
 * @param {Facet[]} facets
 * @param {Object<string, string[]>} chosen ids of options by id of facet
 * @returns {{matches: object[], counts: number[][], without: number[]}} what fits every choice, in the given order; the
 *     count of each option of each facet; and how many records would match without the choice in each facet
 */
export function tally(records, facets, chosen) {
  const wanted = facets.map((facet) => places(facet, chosen[facet.id] ?? []));
  const counts = facets.map((facet) => facet.options.map(() => 0));
  const missedOnly = facets.map(() => 0);
  const matches = [];
  for (const record of records) {
    const missed = facets.flatMap((_, at) => (fits(record.answers[at], wanted[at]) ? [] : [at]));
    if (missed.length > 1) continue;
    if (missed.length === 0) matches.push(record);
    else missedOnly[missed[0]] += 1;
    for (const at of missed.length ? missed : facets.keys()) {
      for (const place of record.answers[at]) counts[at][place] += 1;
    }
  }
  return { matches, counts, without: missedOnly.map((more) => matches.length + more) };
}

/** The places of options in their facet. */
function places(facet, chosen) {
  return new Set(chosen.map((id) => facet.options.findIndex(([known]) => known === id)));
}

/** Whether one of the answers is wanted; where nothing is chosen, every answer is. */
function fits(answers, wanted) {
  return wanted.size === 0 || answers.some((place) => wanted.has(place));
}
