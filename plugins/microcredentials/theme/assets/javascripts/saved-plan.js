/** The credentials that an educator saved to earn: slugs in this browser's storage. Nothing is sent. */

const KEY = 'microcredentials-plan';
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MOST = 50; // slugs; keeps addresses and pages short

/**
 * Return the valid slugs among the values of an address or the storage, each once.
 * @param {string[]} values
 * @returns {string[]}
 */
export function validSlugs(values) {
  return [...new Set(values.filter((value) => SLUG.test(value)))].slice(0, MOST);
}

/**
 * Return the saved slugs, in the order in which they were saved. The storage may be forbidden, or may contain anything.
 * @returns {string[]}
 */
export function savedSlugs() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return validSlugs(Array.isArray(found) ? found.filter((each) => typeof each === 'string') : []);
  } catch {
    return [];
  }
}

/**
 * Save slugs in place of those that were saved.
 * @param {string[]} slugs
 * @returns {boolean} whether the browser allows it
 */
export function saveSlugs(slugs) {
  try {
    localStorage.setItem(KEY, JSON.stringify(validSlugs(slugs)));
    return true;
  } catch {
    return false;
  }
}
