/** The facts of credentials, each from its own small file (`plugins/microcredentials/site/facts_data.py`). */

import { ROOT } from './data.js';

/** @param {string} path below the site's root @returns {Promise<any>} null where it cannot be had, GONE where it is not */
async function json(path) {
  try {
    const response = await fetch(new URL(path, ROOT));
    if (response.ok) return await response.json();
    return response.status === 404 ? GONE : null;
  } catch {
    return null;
  }
}

/** Stands for facts that the site does not have: whoever asked for them does so in vain, today and tomorrow. */
export const GONE = Object.freeze({});

/** @param {string[]} slugs @returns {Promise<object[]>} in the same order; null for what cannot be had, or GONE */
export const facts = (slugs) => Promise.all(slugs.map((slug) => json(`credentials/${slug}/facts.json`)));

/** @param {string[]} names what was asked for, perhaps by a former name @param {object[]} found their facts @returns {string[]} */
export const today = (names, found) => [...new Set(names.map((name, at) => found[at]?.slug ?? name))];

/** @returns {Promise<object[]>} every stack with its members and rule; empty where it cannot be had */
export const stacks = async () => (await json('assets/plan/stacks.json'))?.stacks ?? [];
