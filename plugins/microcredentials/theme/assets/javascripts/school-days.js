/**
 * Days on which people work. A day is a date at midnight UTC, so that no time zone moves it.
 *
 * @typedef {object} Break a time without school
 * @property {string} name
 * @property {string} start its first day, as 2026-12-21
 * @property {string} end its last day
 */

const DAY = 86_400_000; // milliseconds

/**
 * Return a day as data files and addresses write it: 2026-12-21.
 * @param {Date} day
 */
export const isoDay = (day) => day.toISOString().slice(0, 10);

/**
 * @param {Date} day
 * @param {Break[]} breaks
 */
function isWorkday(day, breaks) {
  const text = isoDay(day);
  return day.getUTCDay() % 6 !== 0 && !breaks.some(({ start, end }) => start <= text && text <= end);
}

/**
 * Return the working day that comes some working days after a day; for 0 the day itself, or the next working day.
 * @param {Date} day
 * @param {number} count
 * @param {Break[]} breaks days that do not count, besides weekends
 */
export function addWorkdays(day, count, breaks) {
  let found = day.getTime();
  for (let left = count; left > 0 || !isWorkday(new Date(found), breaks); found += DAY) {
    if (isWorkday(new Date(found), breaks)) left -= 1;
  }
  return new Date(found);
}

/**
 * Return the breaks of which at least one day is between two days, both included.
 * @param {Date} from
 * @param {Date} to
 * @param {Break[]} breaks
 */
export function breaksBetween(from, to, breaks) {
  const [first, last] = [isoDay(from), isoDay(to)];
  return breaks.filter(({ start, end }) => start <= last && first <= end);
}
