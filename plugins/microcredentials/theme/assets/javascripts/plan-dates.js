/** The dates of the plan, as the page shows them. */

import { clone, element, part, parts } from './dom.js';
import { formatDay, formatSpan, join, now, withUnit } from './plan-words.js';
import { schedule } from './schedule.js';
import { isoDay } from './school-days.js';

/** @typedef {import('./plan-data.js').Facts} Facts */
/** @typedef {import('./school-days.js').Break} Break */
/** @typedef {import('./schedule.js').Planned} Planned */

/** @type {Break[]} the breaks of the program, as the page lists them */
const BREAKS = parts('#plan-breaks li', HTMLElement).map((item) => ({
  name: part('span', HTMLElement, item).textContent ?? '',
  start: item.dataset.start ?? '',
  end: item.dataset.end ?? '',
}));
const section = part('#plan-dates', HTMLElement);
const begin = part('#plan-begin', HTMLInputElement, section);
/** @type {HTMLInputElement | null} a program without breaks does not ask */
const busy = section.querySelector('#plan-busy');

/** Return the dates that the fields show. */
export const chosenDates = () => ({
  begin: begin.validity.valid ? begin.value : '',
  isBusyInBreaks: busy?.checked ?? false,
});

/** @param {import('./saved-plan.js').Dates} dates */
export function fillDates(dates) {
  begin.value = dates.begin;
  if (busy) busy.checked = dates.isBusyInBreaks;
}

/** @param {() => void} changed called when a reader has chosen other dates */
export function followDates(changed) {
  for (const field of [begin, busy]) field?.addEventListener('change', changed);
}

/**
 * Show when to do what.
 * @param {Facts[]} planned
 * @returns {Planned[]} empty without a first day
 */
export function showDates(planned) {
  const { begin: first, isBusyInBreaks } = chosenDates();
  const dated = first ? schedule(planned, new Date(first), BREAKS, isBusyInBreaks) : [];
  section.hidden = planned.length === 0;
  section.classList.toggle('screen-only', dated.length === 0);
  const list = part('#plan-steps', HTMLElement, section);
  list.hidden = dated.length === 0;
  list.replaceChildren(...dated.map(datedItem));
  part('#plan-calendar', HTMLElement, section).hidden = dated.length === 0;
  warn('#plan-past', first && first < isoDay(now()) ? `${formatDay(new Date(first))} is in the past.` : '');
  warn('#plan-beyond', beyond(dated));
  return dated;
}

/**
 * Return a sentence about all dates for those who cannot see them change.
 * @param {Planned[]} dated
 */
export function describeDates(dated) {
  const days = dated.flatMap(({ dues }) => dues.map(({ day }) => day));
  if (!days.length) return 'No dates are set.';
  const past = part('#plan-past', HTMLElement, section).textContent;
  return `${withUnit(days.length, 'dates')} from ${formatDay(days[0])} to ${formatDay(days[days.length - 1])}. ${past}`;
}

/**
 * @param {string} selector
 * @param {string} words empty if there is nothing to warn about
 */
function warn(selector, words, within = section) {
  const line = part(selector, HTMLElement, within);
  line.hidden = !words;
  line.textContent = words;
}

/**
 * Return a sentence if the plan goes on after the last break that is listed.
 * @param {Planned[]} dated
 */
function beyond(dated) {
  const last = dated.at(-1)?.dues.at(-1)?.day;
  const listed = BREAKS.map(({ end }) => end)
    .sort()
    .at(-1);
  if (!last || !listed || isoDay(last) <= listed) return '';
  return `No school breaks are listed after ${formatDay(new Date(listed))}. Check the later dates yourself.`;
}

/** @param {Planned} planned */
function datedItem({ facts, start, dues, result, pauses }) {
  const item = clone('plan-dated');
  const last = dues[dues.length - 1].day;
  part('h3', HTMLElement, item).textContent = facts.title;
  part('.plan-period', HTMLElement, item).textContent = formatSpan(start, last);
  warn('.banner', pauses.length ? warning(pauses) : '', item);
  part('ol', HTMLElement, item).replaceChildren(
    ...dues.map(({ day, step }) => element('li', {}, time(day), element('span', {}, step))),
  );
  const line = part('.plan-result', HTMLElement, item);
  if (result)
    line.append(
      'Result by ',
      time(result),
      `, ${withUnit(facts.turnaround ?? 0, 'working days')} after you hand it in`,
    );
  else line.textContent = 'The program does not state when results are due.';
  return item;
}

/** @param {Date} day */
const time = (day) => element('time', { dateTime: isoDay(day) }, formatDay(day));

/** @param {Break[]} pauses */
function warning(pauses) {
  const names = pauses.map(({ name, start, end }) => `${name} (${formatSpan(new Date(start), new Date(end))})`);
  return `This one needs students, who are away during ${join(names)}. Plan for the pause, or choose a different first day.`;
}
