/**
 * What an educator keeps in this browser, as slugs: the credentials to earn, and those to compare as long as the tab is
 * open. Nothing is sent.
 */

const KEY = 'microcredentials-plan';
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MOST = 50; // slugs; keeps addresses and pages short
const COMPARE_KEY = 'microcredentials-compare';
export const PLAN_CHANGED = 'plan-changed'; // an event of the window, after this tab changed the plan
export const MOST_COMPARED = 4; // columns; more would not be readable

/**
 * Return the valid slugs among the values of an address or the storage, each once.
 * @param {string[]} values
 * @returns {string[]}
 */
export function validSlugs(values) {
  return [...new Set(values.filter((value) => SLUG.test(value)))].slice(0, MOST);
}

/**
 * A plan as it was stored or shared: its valid slugs, and whether anything in it had to be left out.
 * @typedef {{ slugs: string[], isDamaged: boolean }} SavedPlan
 */

/**
 * Return the plan in an address (?plan=slug,slug); without slugs, there is no plan in it.
 * @returns {SavedPlan}
 */
export function sharedPlan() {
  const text = new URLSearchParams(location.search).get('plan') ?? '';
  return readPlan(text === '' ? [] : text.split(','));
}

/**
 * Return the saved plan, in the order in which it was saved. The storage may be forbidden, or may contain anything.
 * @returns {SavedPlan}
 */
export function savedPlan() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return readPlan(Array.isArray(found) ? found : [found]);
  } catch (error) {
    return { slugs: [], isDamaged: error instanceof SyntaxError };
  }
}

/** @returns {string[]} the slugs of the saved plan */
export function savedSlugs() {
  return savedPlan().slugs;
}

/**
 * @param {unknown[]} values
 * @returns {SavedPlan}
 */
function readPlan(values) {
  const slugs = validSlugs(values.filter((value) => typeof value === 'string'));
  return { slugs, isDamaged: slugs.length < new Set(values).size };
}

/**
 * Save slugs in place of those that were saved.
 * @param {string[]} slugs
 * @returns {boolean} whether the browser allows it
 */
export function saveSlugs(slugs) {
  try {
    localStorage.setItem(KEY, JSON.stringify(validSlugs(slugs)));
    dispatchEvent(new Event(PLAN_CHANGED));
    return true;
  } catch {
    return false;
  }
}

/** Return the slugs that were chosen. The storage may be forbidden, or may contain anything. */
export function chosenToCompare() {
  try {
    const found = JSON.parse(sessionStorage.getItem(COMPARE_KEY) ?? '[]');
    return validSlugs(Array.isArray(found) ? found.filter((each) => typeof each === 'string') : []).slice(
      0,
      MOST_COMPARED,
    );
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
  if (!isChosen && chosen.length >= MOST_COMPARED) return `At most ${MOST_COMPARED} can be compared. Remove one first.`;
  try {
    sessionStorage.setItem(
      COMPARE_KEY,
      JSON.stringify(isChosen ? chosen.filter((each) => each !== slug) : [...chosen, slug]),
    );
  } catch {
    return 'This browser does not allow choosing several to compare.';
  }
  return isChosen ? 'Removed from the comparison.' : 'Chosen to compare.';
}
