/** The plan: from the storage of this browser, or from an address that was shared (?plan=slug,slug&begin=2026-12-01). */

import { element, part, ROOT } from './dom.js';
import { makeCards } from './plan-cards.js';
import { currentSlugs, GONE, loaded, loadFacts, loadStacks } from './plan-data.js';
import { chosenDates, describeDates, fillDates, followDates, showDates } from './plan-dates.js';
import { showFigures } from './plan-figures.js';
import { allowDragging, moveTo } from './plan-order.js';
import { formatDay, now } from './plan-words.js';
import {
  concernsPlan,
  MOST_COMPARED,
  readDates,
  saveDates,
  savedDates,
  savedPlan,
  savedSlugs,
  saveSlugs,
  sharedPlan,
  writeDates,
} from './saved-plan.js';
import { calendar } from './schedule.js';

const shared = sharedPlan();
const isShared = shared.slugs.length > 0;
const isDamaged = shared.isDamaged || (!isShared && savedPlan().isDamaged);
const goneBox = part('#plan-gone', HTMLElement);
const items = part('#plan-items', HTMLElement);
const status = part('#plan-status', HTMLElement);

/** @type {import('./schedule.js').Planned[]} */
let dated = [];
/** @type {string[]} */
let gone = [];
let turn = 0; // of the last call of show; an earlier one that loads longer must not win

/** @param {string} id */
const box = (id) => part(`#${id}`, HTMLElement);

async function show() {
  turn += 1;
  const own = turn;
  const wanted = isShared ? shared.slugs : savedSlugs();
  const [found, stacks] = await Promise.all([loadFacts(wanted), loadStacks()]);
  if (own !== turn) return;
  const slugs = currentSlugs(wanted, found);
  const known = loaded(found);
  const listed = slugs.flatMap((slug) => known.find((each) => each.slug === slug) ?? []);
  const planned = listed.filter(({ retired }) => !retired);
  if (!isShared && (isDamaged || slugs.join() !== wanted.join())) saveSlugs(slugs);
  box('plan-damaged').hidden = !isDamaged;
  box('plan-shared').hidden = !isShared;
  box('plan-failed').hidden = !found.includes(null);
  showGone(wanted.filter((_, at) => found[at] === GONE));
  box('plan-empty').hidden = slugs.length > 0;
  box('plan-full').hidden = listed.length === 0;
  box('plan-order').hidden = isShared || listed.length < 2;
  items.replaceChildren(...makeCards(listed, isShared));
  box('plan-sums').hidden = planned.length === 0;
  showFigures(planned, stacks, slugs, isShared);
  dated = showDates(planned);
  showLinks(slugs);
}

/** @param {string[]} slugs */
function showLinks(slugs) {
  const query = [`plan=${slugs.join(',')}`, writeDates(chosenDates())].filter(Boolean).join('&');
  part('#plan-link', HTMLInputElement).value = new URL(`?${query}`, location.href).href;
  const imprint = box('plan-imprint');
  imprint.textContent = [imprint.dataset.program, location.host + location.pathname, formatDay(now())].join(' · ');
  const compare = part('#plan-compare', HTMLAnchorElement);
  compare.search = new URLSearchParams(slugs.slice(0, MOST_COMPARED).map((slug) => ['c', slug])).toString();
  compare.textContent =
    slugs.length > MOST_COMPARED ? `Compare the first ${MOST_COMPARED} side by side` : 'Compare them side by side';
  compare.hidden = slugs.length < 2;
}

/**
 * Name the credentials that are no longer in the catalog, and offer to remove them from the reader's own plan.
 * @param {string[]} slugs
 */
function showGone(slugs) {
  gone = slugs;
  goneBox.hidden = gone.length === 0;
  box('plan-gone-names').textContent = gone.join(', ');
  part('button', HTMLElement, goneBox).hidden = isShared;
}

/**
 * Save a different plan, show it, and say what has changed.
 * @param {string[]} slugs
 * @param {string} said
 */
async function change(slugs, said) {
  const done = saveSlugs(slugs);
  await show();
  status.textContent = done ? said : 'This browser does not allow saving.';
}

/** Move the focus to the plan, or to the way to fill it. */
function focusPlan() {
  const empty = box('plan-empty');
  (box('plan-full').hidden ? part('a', HTMLElement, empty) : box('plan-items-title')).focus();
}

/**
 * Move a card to a place in the list, from 0.
 * @param {string} slug
 * @param {number} to
 */
async function move(slug, to) {
  const shown = [...items.children].map((card) => /** @type {HTMLElement} */ (card).dataset.slug ?? '');
  await change(
    moveTo(
      savedSlugs(),
      savedSlugs().filter((each) => shown.includes(each)),
      slug,
      to,
    ),
    '',
  );
  const title = part(`[data-slug="${slug}"] h3`, HTMLElement, items).textContent;
  status.textContent = `${title} is number ${to + 1} of ${shown.length}.`;
}

/**
 * Do what a button of a card says.
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} card
 */
async function press(button, card) {
  const { slug = '' } = card.dataset;
  const title = part('h3', HTMLElement, card).textContent;
  if (button.matches('.plan-up, .plan-down')) {
    const isUp = button.matches('.plan-up');
    await move(slug, [...items.children].indexOf(card) + (isUp ? -1 : 1));
    const [same, other] = isUp ? ['.plan-up', '.plan-down'] : ['.plan-down', '.plan-up'];
    const moved = part(`[data-slug="${slug}"] ${same}`, HTMLButtonElement, items);
    (moved.disabled ? part(`[data-slug="${slug}"] ${other}`, HTMLButtonElement, items) : moved).focus();
    return;
  }
  const { successor } = button.dataset;
  if (successor) {
    const slugs = savedSlugs().map((each) => (each === slug ? successor : each));
    await change(slugs, `${button.dataset.title} is in the plan.`);
    box('plan-items-title').focus();
    return;
  }
  await change(
    savedSlugs().filter((each) => each !== slug),
    `${title} was removed from the plan.`,
  );
  focusPlan();
}

items.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  const card = button?.closest('li');
  if (button && card) press(button, card);
});
allowDragging(items, (card, to) => move(card.dataset.slug ?? '', to));
box('plan-stacks').addEventListener('click', async ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  const { add = '', title = '' } = button?.dataset ?? {};
  if (!add) return;
  await change([...savedSlugs(), add], `${title} was added to the plan.`);
  box('plan-stacks-title').focus();
});
followDates(async () => {
  if (!isShared) saveDates(chosenDates());
  await show();
  status.textContent = describeDates(dated);
});
window.addEventListener('storage', async (event) => {
  if (isShared || !concernsPlan(event)) return;
  fillDates(savedDates());
  await show();
  status.textContent = 'The plan was changed in a different tab.';
});
window.addEventListener('pageshow', ({ persisted }) => persisted && show());
box('plan-calendar').addEventListener('click', () => {
  const text = calendar(dated, (slug) => new URL(`credentials/${slug}/`, ROOT).href, new Date());
  const href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  element('a', { href, download: 'my-plan.ics' }).click();
  URL.revokeObjectURL(href);
});
part('button', HTMLElement, goneBox).addEventListener('click', async () => {
  await change(
    savedSlugs().filter((slug) => !gone.includes(slug)),
    'Micro-credentials that are no longer in the catalog were removed from the plan.',
  );
  focusPlan();
});
const saveButton = part('#plan-shared button', HTMLElement);
saveButton.addEventListener('click', () => {
  if (!savedDates().begin) saveDates(chosenDates());
  if (saveSlugs([...savedSlugs(), ...shared.slugs])) location.assign(location.pathname);
  else saveButton.textContent = 'This browser does not allow saving';
});
fillDates(isShared ? readDates(location.search) : savedDates());
show();
