/** What an educator saved to earn: slugs in this browser's own storage. Nothing is sent. */

const KEY = 'microcredentials-plan';
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MOST = 50; // more than anybody earns; keeps addresses and pages within reason

/** @param {Iterable<string>} names whatever an address or the storage held @returns {string[]} the slugs among them, once each */
export function slugs(names) {
  return [...new Set([...names].filter((name) => SLUG.test(name)))].slice(0, MOST);
}

/** The saved slugs, in the order in which they were saved. Storage may be forbidden or hold anything at all. */
export function saved() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return slugs(Array.isArray(found) ? found.filter((each) => typeof each === 'string') : []);
  } catch {
    return [];
  }
}

/** @param {string[]} names @returns {boolean} whether the browser kept them */
export function save(names) {
  try {
    localStorage.setItem(KEY, JSON.stringify(slugs(names)));
    return true;
  } catch {
    return false;
  }
}
