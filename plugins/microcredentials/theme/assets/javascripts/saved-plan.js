/**
 * What an educator keeps in this browser, as slugs: the credentials to earn, and those to compare as long as the tab is
 * open. Nothing is sent.
 */

const KEY = 'microcredentials-plan';
const DAY = /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const DATES_KEY = 'microcredentials-plan-dates';
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

/**
 * When an educator wants to work.
 * @typedef {object} Dates
 * @property {string} begin the first day, as 2026-12-01; empty if none was chosen
 * @property {boolean} isBusyInBreaks whether work that needs no students is planned in school breaks, too
 */

/**
 * Return the dates in an address or in what was stored (begin=2026-12-01&breaks=work).
 * @param {string} text
 * @returns {Dates}
 */
export function readDates(text) {
  const parameters = new URLSearchParams(text);
  const begin = parameters.get('begin') ?? '';
  return { begin: DAY.test(begin) ? begin : '', isBusyInBreaks: parameters.get('breaks') === 'work' };
}

/**
 * Return dates as part of an address; the opposite of readDates.
 * @param {Dates} dates
 */
export function writeDates({ begin, isBusyInBreaks }) {
  return [begin && `begin=${begin}`, isBusyInBreaks && 'breaks=work'].filter(Boolean).join('&');
}

/** Return the dates of the saved plan. The storage may be forbidden, or may contain anything. */
export function savedDates() {
  try {
    return readDates(localStorage.getItem(DATES_KEY) ?? '');
  } catch {
    return readDates('');
  }
}

/**
 * Save dates in place of those that were saved. If the browser does not allow it, they last as long as the page.
 * @param {Dates} dates
 */
export function saveDates(dates) {
  try {
    localStorage.setItem(DATES_KEY, writeDates(dates));
  } catch {
    // the page itself shows them
  }
}

/** Return whether a change of the storage in a different tab concerns the plan. @param {StorageEvent} event */
export const concernsPlan = ({ key }) => key === null || key === KEY || key === DATES_KEY;

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
 * Choose slugs in place of those that were chosen.
 * @param {string[]} slugs
 * @returns {boolean} whether the browser allows it
 */
export function chooseToCompare(slugs) {
  try {
    sessionStorage.setItem(COMPARE_KEY, JSON.stringify(slugs));
    return true;
  } catch {
    return false;
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
  const now = isChosen ? chosen.filter((each) => each !== slug) : [...chosen, slug];
  if (!chooseToCompare(now)) return 'This browser does not allow choosing several to compare.';
  return isChosen ? 'Removed from the comparison.' : 'Chosen to compare.';
}
