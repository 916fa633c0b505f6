/** How the plan says amounts and days. */

/** @param {number} amount */
export const number = (amount) => amount.toLocaleString('en-US');

/**
 * Return the name of a unit for an amount.
 * @param {number} amount
 * @param {string} units in the plural
 */
export const unitFor = (amount, units) => (amount === 1 ? units.replace(/s$/, '') : units);

/**
 * @param {number} amount
 * @param {string} units in the plural
 */
export const withUnit = (amount, units) => `${number(amount)} ${unitFor(amount, units)}`;

/**
 * @param {number} least
 * @param {number} most
 */
export const range = (least, most) => (least === most ? number(most) : `${number(least)}–${number(most)}`);

const DAY = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
});
const SPAN = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** @param {Date} day */
export const formatDay = (day) => DAY.format(day);

/** Return the day that it is where the reader is, at midnight UTC. */
export function now() {
  const here = new Date();
  return new Date(Date.UTC(here.getFullYear(), here.getMonth(), here.getDate()));
}

/**
 * @param {Date} from
 * @param {Date} to
 */
export const formatSpan = (from, to) => SPAN.formatRange(from, to);

/**
 * Return texts as a part of a sentence: “a, b and c”.
 * @param {string[]} texts
 */
export const join = (texts) => [texts.slice(0, -1).join(', '), ...texts.slice(-1)].filter(Boolean).join(' and ');
