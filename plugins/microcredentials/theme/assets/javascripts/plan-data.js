/**
 * The data that the plan and the comparison consist of: a small file for each credential, and one for all stacks
 * (`publishing/site/facts_data.py`).
 *
 * @typedef {object} Facts of one credential
 * @property {string} slug
 * @property {string} title
 * @property {string} url relative to the site's root
 * @property {number[]} hours the fewest and the most; empty if not stated
 * @property {number[]} weeks the fewest and the most; empty if not stated
 * @property {string[]} counts_for
 * @property {Worth[]} worth the same, to be added up
 * @property {boolean | null} needs_students null if not stated
 * @property {string} best_time of the year; empty if it is any time
 * @property {number | null} turnaround working days from submission to result
 * @property {string[]} badge the layers of the badge, and the color of its face
 * @property {string[]} steps
 * @property {[string, string[]][]} facts the label and the lines of each row of the comparison
 * @property {{words: string, followed_by: {slug: string, title: string, url: string} | null} | null} retired
 *
 * @typedef {object} Worth one thing that a credential counts for
 * @property {string} type
 * @property {string} label
 * @property {number | null} amount
 * @property {string | null} unit
 * @property {string} units the name of the unit, in the plural
 * @property {boolean} is_home whether it counts in the state of the program
 *
 * @typedef {object} Member
 * @property {string} slug
 * @property {string} title
 * @property {'required' | 'elective'} role
 *
 * @typedef {object} Stack
 * @property {string} title
 * @property {string} url relative to the site's root
 * @property {Member[]} members
 * @property {number} electives_min
 * @property {string} capstone empty if it has none
 * @property {string[]} counts_for what the whole stack brings
 */

import { ROOT } from './dom.js';

/** Marks a file that the site does not have. */
export const GONE = Symbol('gone');

/**
 * @param {string} path relative to the site's root
 * @returns {Promise<any>} GONE if the site does not have the file; null if it cannot be loaded now
 */
async function json(path) {
  try {
    const response = await fetch(new URL(path, ROOT));
    if (response.ok) return await response.json();
    return response.status === 404 ? GONE : null;
  } catch {
    return null;
  }
}

/**
 * Load the facts of credentials.
 * @param {string[]} slugs
 * @returns {Promise<(Facts | typeof GONE | null)[]>} in the same order
 */
export function loadFacts(slugs) {
  return Promise.all(slugs.map((slug) => json(`credentials/${slug}/facts.json`)));
}

/**
 * Load every stack with its members; an empty list if they cannot be loaded.
 * @returns {Promise<Stack[]>}
 */
export async function loadStacks() {
  return (await json('assets/plan/stacks.json'))?.stacks ?? [];
}

/**
 * Return only the facts that were loaded.
 * @param {(Facts | typeof GONE | null)[]} found
 * @returns {Facts[]}
 */
export function loaded(found) {
  return found.filter((each) => each !== null && each !== GONE);
}

/**
 * Return the current slugs of credentials, each once; a credential may have been asked for by a former slug.
 * @param {string[]} slugs
 * @param {(Facts | typeof GONE | null)[]} found the facts for each slug
 * @returns {string[]}
 */
export function currentSlugs(slugs, found) {
  return [
    ...new Set(
      slugs.map((slug, at) => {
        const facts = found[at];
        return facts && facts !== GONE ? facts.slug : slug;
      }),
    ),
  ];
}
