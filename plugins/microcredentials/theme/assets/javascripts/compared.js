/** What was chosen to compare on the cards of the catalog: slugs, as long as the browser's tab is open. */

import { validSlugs } from './saved-plan.js';

const KEY = 'microcredentials-compare';
export const MOST = 4; // columns of the comparison; more would not be readable

/** Return the slugs that were chosen. The storage may be forbidden, or may contain anything. */
export function chosenToCompare() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return validSlugs(Array.isArray(found) ? found.filter((each) => typeof each === 'string') : []).slice(0, MOST);
  } catch {
    return [];
  }
}

/**
 * Choose a slug, or take back the choice. Returns a sentence that says what happened.
 * @param {string} slug
 */
export function toggleCompared(slug) {
  const chosen = chosenToCompare();
  const isChosen = chosen.includes(slug);
  if (!isChosen && chosen.length >= MOST) return `At most ${MOST} can be compared. Take one out first.`;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(isChosen ? chosen.filter((each) => each !== slug) : [...chosen, slug]));
  } catch {
    return 'This browser does not allow choosing several to compare.';
  }
  return isChosen ? 'Taken out of the comparison.' : 'Chosen to compare.';
}
