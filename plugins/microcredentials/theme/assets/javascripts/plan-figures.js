/** What a plan adds up to, as the page shows it: the figures at its top, what it counts for, and its stacks. */

import { clone, element, part, ROOT } from './dom.js';
import { progressOn, sumHours, sumWorth } from './plan-sums.js';
import { join, number, range, unitFor, withUnit } from './plan-words.js';

/** @typedef {import('./plan-data.js').Facts} Facts */
/** @typedef {import('./plan-data.js').Stack} Stack */
/** @typedef {import('./plan-data.js').Member} Member */
/** @typedef {import('./plan-sums.js').Progress} Progress */
/** @typedef {{stack: Stack, progress: Progress}} Begun */

const tiles = part('#plan-tiles', HTMLElement);

/** What the program asks educators to collect, as the page states it; null if it asks for nothing. */
const goal = tiles.dataset.amount
  ? {
      type: tiles.dataset.type ?? '',
      unit: tiles.dataset.unit ?? '',
      units: tiles.dataset.units ?? '',
      amount: Number(tiles.dataset.amount),
    }
  : null;

/**
 * @param {Facts[]} planned
 * @param {Stack[]} stacks
 * @param {string[]} slugs of the plan
 * @param {boolean} isShared whether the plan cannot be changed here
 */
export function showFigures(planned, stacks, slugs, isShared) {
  const sums = sumWorth(planned, goal);
  const begun = stacks.flatMap((stack) => {
    const progress = progressOn(stack, slugs);
    return progress ? [{ stack, progress }] : [];
  });
  tiles.replaceChildren(...tilesOf(planned, sums, begun));
  fill('plan-worth', sums.map(worthItem));
  fill(
    'plan-stacks',
    begun.map((each) => stackItem(each, isShared)),
  );
}

/**
 * Fill the list of a section. Without items, the section is hidden.
 * @param {string} id
 * @param {HTMLElement[]} items
 */
function fill(id, items) {
  const section = part(`#${id}`, HTMLElement);
  section.hidden = items.length === 0;
  part('ul', HTMLElement, section).replaceChildren(...items);
}

/**
 * @param {Facts[]} planned
 * @param {import('./plan-sums.js').Sum[]} sums
 * @param {Begun[]} begun
 */
function tilesOf(planned, sums, begun) {
  const { least, most, unknown } = sumHours(planned);
  const amounts = sums.filter(({ amount, isGoal }) => amount && !isGoal);
  const complete = begun.filter(({ progress: { have, need } }) => have === need).length;
  return [
    ...(goal ? [goalTile(sums.find(({ isGoal }) => isGoal)?.amount ?? 0, goal)] : []),
    ...amounts.map(({ amount, units, label }) => tile(number(amount), unitFor(amount, units), label)),
    ...(most
      ? [tile(range(least, most), unitFor(most, 'hours'), unknown ? `${unknown} without a stated time` : '')]
      : []),
    tile(number(planned.length), unitFor(planned.length, 'micro-credentials')),
    ...(begun.length ? [tile(`${complete} of ${begun.length}`, `${unitFor(begun.length, 'stacks')} complete`)] : []),
  ];
}

/**
 * @param {string} amount
 * @param {string} unit
 * @param {string} [rest]
 */
function tile(amount, unit, rest = '') {
  const made = clone('plan-sum');
  part('.plan-amount', HTMLElement, made).textContent = amount;
  part('.plan-unit', HTMLElement, made).textContent = unit;
  part('.plan-rest', HTMLElement, made).textContent = rest;
  return made;
}

/**
 * @param {number} amount
 * @param {{amount: number, units: string}} goal
 */
function goalTile(amount, goal) {
  const left = goal.amount - amount;
  const rest = left > 0 ? `${number(left)} more to reach the goal` : 'The goal is reached';
  const made = tile(`${number(amount)} of ${number(goal.amount)}`, goal.units, rest);
  const bar = part('.plan-bar', HTMLElement, made);
  bar.hidden = false;
  bar.style.setProperty('--share', String(Math.min(1, amount / goal.amount)));
  return made;
}

/** @param {import('./plan-sums.js').Sum} sum */
function worthItem({ label, amount, units, sources }) {
  const words = amount ? `${label}: ${withUnit(amount, units)}` : label;
  const names = sources.map((each) =>
    each.amount && sources.length > 1 ? `${each.title} (${number(each.amount)})` : each.title,
  );
  return element('li', {}, element('h3', {}, words), element('p', {}, join(names)));
}

/**
 * @param {Begun} begun
 * @param {boolean} isShared
 */
function stackItem({ stack, progress }, isShared) {
  const { have, need, missing, electives, choices } = progress;
  const link = element('a', { href: new URL(stack.url, ROOT).href }, stack.title);
  const capstone = stack.capstone && ` Then comes the capstone: ${stack.capstone}.`;
  const words = have === need ? `All ${need} are planned.${capstone}` : `${have} of ${need} planned`;
  const bar = element('span', { className: 'plan-bar', ariaHidden: 'true' });
  bar.style.setProperty('--share', String(have / need));
  const made = element('li', {}, element('h3', {}, link), element('p', {}, words), bar);
  if (missing.length) made.append(memberList('Still needed:', missing, isShared));
  if (choices.length) made.append(memberList(`Choose ${electives} more of these:`, choices, isShared));
  if (stack.counts_for.length) made.append(element('p', {}, `The whole stack brings: ${stack.counts_for.join('; ')}`));
  return made;
}

/**
 * @param {string} words
 * @param {Member[]} members
 * @param {boolean} isShared
 */
function memberList(words, members, isShared) {
  const items = members.map(({ slug, title }) => {
    const link = element('a', { href: new URL(`credentials/${slug}/`, ROOT).href }, title);
    const item = element('li', {}, link);
    if (!isShared) item.append(' ', addButton(slug, title));
    return item;
  });
  return element('div', { className: 'plan-missing' }, element('p', {}, words), element('ul', {}, ...items));
}

/**
 * @param {string} slug
 * @param {string} title
 */
function addButton(slug, title) {
  const name = element('span', { className: 'visually-hidden' }, ` ${title} to the plan`);
  const button = element('button', { type: 'button', className: 'link-button' }, 'Add', name);
  Object.assign(button.dataset, { add: slug, title });
  return button;
}
