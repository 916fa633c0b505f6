/** The comparison: the address says what is compared (?c=slug&c=slug); without it, what was chosen on cards. */

import { openEngine } from './catalog-engine.js';
import { makeTable, rowsOf } from './compare-table.js';
import { element, part } from './dom.js';
import { currentSlugs, loaded, loadFacts } from './plan-data.js';
import { chooseToCompare, chosenToCompare, MOST_COMPARED, savedSlugs, validSlugs } from './saved-plan.js';

const page = part('#compare', HTMLElement);
const frame = part('#compare-frame', HTMLElement, page);
const form = part('#compare-add', HTMLFormElement, page);
const choice = part('#compare-choice', HTMLSelectElement, page);
const differences = part('#compare-differences', HTMLInputElement, page);
const full = part('#compare-full', HTMLElement, page);
const status = part('#compare-status', HTMLElement, page);

/** @param {string} id */
const box = (id) => part(`#${id}`, HTMLElement, page);

/** Return all slugs in the address, even too many. */
const asked = () => validSlugs(new URLSearchParams(location.search).getAll('c'));
const wanted = () => asked().slice(0, MOST_COMPARED);

/** @param {string[]} slugs */
function addressOf(slugs) {
  const query = new URLSearchParams(slugs.map((slug) => ['c', slug]));
  return `${location.pathname}${slugs.length ? `?${query}` : ''}`;
}

/**
 * Write a new choice into the address, so that it can be shared and the back button undoes it, and onto the cards.
 * @param {string[]} slugs
 */
function go(slugs) {
  history.pushState(null, '', addressOf(slugs));
  chooseToCompare(slugs);
  return show();
}

async function show() {
  const over = asked().slice(MOST_COMPARED);
  const found = await loadFacts(wanted());
  const slugs = currentSlugs(wanted(), found);
  const known = loaded(found);
  const compared = slugs.flatMap((slug) => known.find((each) => each.slug === slug) ?? []);
  if (!over.length && slugs.join() !== wanted().join()) history.replaceState(null, '', addressOf(slugs));
  showTroubles(
    slugs.filter((slug) => !compared.some((each) => each.slug === slug)),
    over,
  );
  form.hidden = slugs.length >= MOST_COMPARED;
  full.hidden = !form.hidden;
  full.textContent = `${MOST_COMPARED} are compared, and no more fit side by side. Remove one to add a different one.`;
  for (const option of choice.options) option.disabled = slugs.includes(option.value);
  box('compare-empty').hidden = compared.length > 0;
  showTable(compared);
}

/**
 * @param {string[]} missing slugs that could not be loaded
 * @param {string[]} over slugs beyond the limit
 */
function showTroubles(missing, over) {
  box('compare-failed').hidden = missing.length === 0;
  box('compare-missing').textContent = missing.length ? `: ${missing.join(', ')}` : '';
  box('compare-over').hidden = over.length === 0;
  box('compare-over').textContent = `Only ${MOST_COMPARED} can be compared at once. Left out: ${over.join(', ')}.`;
}

/** @param {import('./plan-data.js').Facts[]} compared */
function showTable(compared) {
  const rows = rowsOf(compared);
  const alike = rows.filter(({ isAlike }) => isAlike).length;
  const shown = differences.checked ? rows.filter(({ isAlike }) => !isAlike) : rows;
  frame.hidden = compared.length === 0;
  frame.replaceChildren(...(compared.length ? [makeTable(compared, shown)] : []));
  box('compare-switch').hidden = compared.length < 2;
  box('compare-alike').textContent = `${alike} of ${rows.length} facts are the same for all.`;
  status.textContent = `${compared.length} compared`;
}

/** Offer to compare what the reader has saved. */
function offerPlan() {
  const saved = savedSlugs().slice(0, MOST_COMPARED);
  box('compare-plan').hidden = saved.length < 2;
  part('#compare-plan a', HTMLAnchorElement, page).href = addressOf(saved);
}

/** Offer every credential. The form stays disabled until then, because what is typed into an empty list would be lost. */
async function offer() {
  try {
    const engine = await openEngine();
    const titles = engine.store.titles.slice(0, engine.documents.credentials);
    choice.replaceChildren(
      ...titles.map((title, id) => {
        const value = engine.documents.url(id).split('/')[1];
        return element('option', { value, disabled: wanted().includes(value) }, title);
      }),
    );
    for (const control of form.querySelectorAll('select, button')) control.removeAttribute('disabled');
  } catch {
    choice.options[0].text = 'The catalog could not be loaded';
  }
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (!choice.value) return;
  await go([...wanted(), choice.value]);
  if (form.hidden) full.focus();
});
frame.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  const slug = button?.dataset.remove;
  if (!slug) return;
  await go(wanted().filter((each) => each !== slug));
  (frame.hidden ? part('a', HTMLElement, box('compare-empty')) : frame).focus();
});
differences.addEventListener('change', async () => {
  await show();
  status.textContent = `${frame.querySelectorAll('tbody').length} facts shown`;
});
window.addEventListener('popstate', show);
// Only a frame that scrolls is a stop of the Tab key.
new ResizeObserver(() => {
  frame.tabIndex = frame.scrollWidth > frame.clientWidth ? 0 : -1;
}).observe(frame);
if (!asked().length) history.replaceState(null, '', addressOf(chosenToCompare()));
offerPlan();
offer();
show();
