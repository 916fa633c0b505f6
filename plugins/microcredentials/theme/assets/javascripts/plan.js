/** The plan: from the storage of this browser, or from an address that was shared (?plan=slug,slug). */

import { clone, element, part, ROOT } from './dom.js';
import { currentSlugs, GONE, loaded, loadFacts, loadStacks } from './plan-data.js';
import { savedSlugs, saveSlugs, validSlugs } from './saved-plan.js';
import { calendar, schedule } from './schedule.js';

/** @typedef {import('./plan-data.js').Facts} Facts */
/** @typedef {import('./plan-data.js').Stack} Stack */

const shared = validSlugs((new URLSearchParams(location.search).get('plan') ?? '').split(','));
const isShared = shared.length > 0;
const begin = part('#plan-begin', HTMLInputElement);
const goneBox = part('#plan-gone', HTMLElement);
const status = part('#plan-status', HTMLElement);

/** @type {import('./schedule.js').Due[]} */
let dues = [];
/** @type {string[]} */
let gone = [];

/** @param {string} id */
const box = (id) => part(`#${id}`, HTMLElement);

/** @param {string} path relative to the site's root */
const address = (path) => new URL(path, ROOT).href;

/**
 * @param {number} count
 * @param {string} word
 */
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

/**
 * @param {string} id of the list
 * @param {string[]} texts
 */
function showList(id, texts) {
  box(id).replaceChildren(...texts.map((text) => element('li', {}, text)));
}

async function show() {
  const wanted = isShared ? shared : savedSlugs();
  const [found, stacks] = await Promise.all([loadFacts(wanted), loadStacks()]);
  const slugs = currentSlugs(wanted, found);
  const known = loaded(found);
  const listed = slugs.flatMap((slug) => known.find((each) => each.slug === slug) ?? []);
  const planned = listed.filter(({ retired }) => !retired);
  if (!isShared && slugs.join() !== wanted.join()) saveSlugs(slugs);
  box('plan-shared').hidden = !isShared;
  box('plan-failed').hidden = !found.includes(null);
  showGone(wanted.filter((_, at) => found[at] === GONE));
  box('plan-empty').hidden = slugs.length > 0;
  box('plan-full').hidden = listed.length === 0;
  box('plan-items').replaceChildren(...listed.map(item));
  box('plan-total').textContent = planned.length ? total(planned) : '';
  showList(
    'plan-worth',
    planned.flatMap(({ title, counts_for }) => counts_for.map((worth) => `${worth}: ${title}`)),
  );
  box('plan-stacks').replaceChildren(...stacks.flatMap((stack) => progress(stack, slugs) ?? []));
  showLinks(slugs);
  showDates(planned);
}

/** @param {string[]} slugs */
function showLinks(slugs) {
  part('#plan-link', HTMLInputElement).value = new URL(`?plan=${slugs.join(',')}`, location.href).href;
  const compare = part('#plan-compare', HTMLAnchorElement);
  compare.search = new URLSearchParams(slugs.slice(0, 4).map((slug) => ['c', slug])).toString();
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

/** @param {Facts[]} planned */
function total(planned) {
  const stated = planned.filter(({ hours }) => hours.length);
  const least = stated.reduce((sum, { hours }) => sum + hours[0], 0);
  const most = stated.reduce((sum, { hours }) => sum + hours[1], 0);
  const unknown = planned.length - stated.length;
  const time = least === most ? plural(most, 'hour') : `${least}–${most} hours`;
  const note = unknown ? ` (${unknown} without a stated time)` : '';
  return `${plural(planned.length, 'micro-credential')}, ${time} in total${note}`;
}

/** @param {Facts} facts */
function item(facts) {
  const made = clone('plan-item');
  const link = part('a', HTMLAnchorElement, made);
  const button = part('.plan-out button', HTMLElement, made);
  link.textContent = facts.title;
  link.href = address(facts.url);
  part('.plan-facts', HTMLElement, made).textContent = summary(facts);
  showSuccessor(part('.plan-successor', HTMLElement, made), facts);
  button.textContent = 'Remove';
  button.ariaLabel = `Remove ${facts.title} from the plan`;
  part('.plan-out', HTMLElement, made).hidden = isShared;
  button.addEventListener('click', async () => {
    saveSlugs(savedSlugs().filter((slug) => slug !== facts.slug));
    await show();
    status.textContent = `${facts.title} was removed from the plan.`;
    focusPlan();
  });
  return made;
}

/** @param {Facts} facts */
function summary({ hours, counts_for, retired }) {
  if (retired) return `${retired.words}. It can no longer be started.`;
  return [hours.length ? `${hours[0]}–${hours[1]} hours` : 'Time not stated', ...counts_for].join(' · ');
}

/** Move the focus to the plan, or to the way to fill it. */
function focusPlan() {
  const empty = box('plan-empty');
  (box('plan-full').hidden ? part('a', HTMLElement, empty) : box('plan-items-title')).focus();
}

/**
 * Name the successor of a retired credential, and offer to plan it instead.
 * @param {HTMLElement} line
 * @param {Facts} facts
 */
function showSuccessor(line, { slug, retired }) {
  const successor = retired?.followed_by;
  line.hidden = !successor;
  if (!successor) return;
  const button = part('button', HTMLElement, line);
  const link = part('a', HTMLAnchorElement, line);
  link.textContent = successor.title;
  link.href = address(successor.url);
  button.hidden = isShared;
  button.addEventListener('click', async () => {
    saveSlugs(savedSlugs().map((each) => (each === slug ? successor.slug : each)));
    await show();
    status.textContent = `${successor.title} is in the plan.`;
    box('plan-items-title').focus();
  });
}

/**
 * Return a line about the members of a stack that are planned or missing; null if none is planned.
 * @param {Stack} stack
 * @param {string[]} slugs
 */
function progress({ title, url, members, electives_min, capstone }, slugs) {
  const planned = members.filter(({ slug }) => slugs.includes(slug));
  if (!planned.length) return null;
  const missing = members.filter(({ slug, role }) => role === 'required' && !slugs.includes(slug));
  const electives = electives_min - planned.filter(({ role }) => role === 'elective').length;
  const left = missing.map((member) => member.title);
  if (electives > 0) left.push(plural(electives, 'more elective'));
  const then = capstone ? `, then the capstone: ${capstone}` : '';
  const state = left.length ? `still needed: ${left.join('; ')}` : `complete with this plan${then}`;
  return element('li', {}, element('a', { href: address(url) }, title), ` – ${state}.`);
}

/** @param {Facts[]} planned */
function showDates(planned) {
  const day = begin.validity.valid ? begin.valueAsDate : null;
  dues = day ? schedule(planned, day) : [];
  const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
  showList(
    'plan-steps',
    dues.map((due) => `${format.format(due.day)}: ${due.step} (${due.title})`),
  );
  box('plan-steps').hidden = dues.length === 0;
  box('plan-calendar').hidden = dues.length === 0;
}

begin.addEventListener('change', show);
box('plan-calendar').addEventListener('click', () => {
  const text = calendar(dues, (slug) => address(`credentials/${slug}/`), new Date());
  const href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  element('a', { href, download: 'my-plan.ics' }).click();
  URL.revokeObjectURL(href);
});
part('button', HTMLElement, goneBox).addEventListener('click', async () => {
  saveSlugs(savedSlugs().filter((slug) => !gone.includes(slug)));
  await show();
  status.textContent = 'Micro-credentials that are no longer in the catalog were removed from the plan.';
  focusPlan();
});
const saveButton = part('#plan-shared button', HTMLElement);
saveButton.addEventListener('click', () => {
  if (saveSlugs([...savedSlugs(), ...shared])) location.assign(location.pathname);
  else saveButton.textContent = 'This browser does not allow saving';
});
show();
