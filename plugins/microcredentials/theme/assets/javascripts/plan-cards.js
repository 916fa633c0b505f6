/** The cards of the plan, in the order in which to earn them. */

import { fillBadge } from './cards.js';
import { clone, part, ROOT } from './dom.js';
import { range } from './plan-words.js';

/** @typedef {import('./plan-data.js').Facts} Facts */

/**
 * Return the cards. Those of a plan that was shared have no buttons.
 * @param {Facts[]} listed
 * @param {boolean} isShared
 */
export function makeCards(listed, isShared) {
  return listed.map((facts, place) => {
    const card = clone('plan-item');
    card.dataset.slug = facts.slug;
    const link = part('a', HTMLAnchorElement, card);
    link.textContent = facts.title;
    link.href = new URL(facts.url, ROOT).href;
    fillBadge(part('.card-badge', SVGElement, card), facts.badge);
    part('.plan-facts', HTMLElement, card).textContent = summary(facts);
    showSuccessor(card, facts, isShared);
    nameButtons(card, facts.title);
    part('.plan-up', HTMLButtonElement, card).disabled = place === 0;
    part('.plan-down', HTMLButtonElement, card).disabled = place === listed.length - 1;
    part('.plan-buttons', HTMLElement, card).hidden = isShared;
    part('.plan-grip', HTMLElement, card).hidden = isShared || listed.length < 2;
    return card;
  });
}

/** @param {Facts} facts */
function summary({ hours, counts_for, retired, needs_students, best_time }) {
  if (retired) return `${retired.words}. It can no longer be started.`;
  const time = hours.length ? `${range(hours[0], hours[1])} hours` : 'Time not stated';
  const students = needs_students === false ? 'Without students' : needs_students ? 'Needs students' : '';
  return [time, students, best_time && `Best time: ${best_time}`, ...counts_for].filter(Boolean).join(' · ');
}

/**
 * @param {HTMLElement} card
 * @param {string} title
 */
function nameButtons(card, title) {
  part('.plan-up .visually-hidden', HTMLElement, card).textContent = `Move ${title} up`;
  part('.plan-down .visually-hidden', HTMLElement, card).textContent = `Move ${title} down`;
  part('.plan-remove .visually-hidden', HTMLElement, card).textContent = ` ${title} from the plan`;
}

/**
 * Name the successor of a retired credential, and offer to plan it instead.
 * @param {HTMLElement} card
 * @param {Facts} facts
 * @param {boolean} isShared
 */
function showSuccessor(card, { retired }, isShared) {
  const successor = retired?.followed_by;
  if (!successor) return;
  const line = part('.plan-successor', HTMLElement, card);
  const link = part('a', HTMLAnchorElement, line);
  const button = part('button', HTMLButtonElement, line);
  line.hidden = false;
  link.textContent = successor.title;
  link.href = new URL(successor.url, ROOT).href;
  Object.assign(button.dataset, { successor: successor.slug, title: successor.title });
  button.hidden = isShared;
}
