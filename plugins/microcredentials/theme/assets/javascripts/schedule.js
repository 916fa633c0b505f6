/**
 * Plans when to do what, and writes the dates as a calendar file (RFC 5545). Uses neither the DOM, the network nor the
 * clock.
 *
 * @typedef {import('./school-days.js').Break} Break
 * @typedef {import('./plan-data.js').Facts} Facts
 *
 * @typedef {object} Due
 * @property {Date} day
 * @property {string} step what to have done by then
 *
 * @typedef {object} Planned one credential, with its dates
 * @property {Pick<Facts, 'slug' | 'title' | 'turnaround'>} facts
 * @property {Date} start the first working day
 * @property {Due[]} dues one for each step
 * @property {Date | null} result when the result is due; null if the program does not promise a day
 * @property {Break[]} pauses the breaks in its time, if it needs students
 */

import { addWorkdays, breaksBetween, isoDay } from './school-days.js';

const WEEK = 5; // working days
const USUAL_WEEKS = 4; // for a credential that does not state how long it takes

/**
 * Spread the steps of each credential evenly over the working days of the most weeks that it takes, one credential after
 * another. Assessors work in school breaks, so only weekends delay a result.
 * @param {Pick<Facts, 'slug' | 'title' | 'steps' | 'weeks' | 'needs_students' | 'turnaround'>[]} credentials in the order
 *     in which to earn them
 * @param {Date} begin
 * @param {Break[]} breaks
 * @param {boolean} isBusyInBreaks whether the educator works in breaks on what needs no students
 * @returns {Planned[]}
 */
export function schedule(credentials, begin, breaks, isBusyInBreaks) {
  let from = begin;
  return credentials.map((facts, n) => {
    const skipped = isBusyInBreaks && facts.needs_students === false ? [] : breaks;
    const dues = spread(facts, from, skipped);
    const last = dues[dues.length - 1].day;
    const start = addWorkdays(from, 0, skipped);
    const result = facts.turnaround ? addWorkdays(last, facts.turnaround, []) : null;
    const pauses = facts.needs_students ? breaksBetween(n ? start : begin, last, breaks) : [];
    from = addWorkdays(last, 1, []);
    return { facts, start, dues, result, pauses };
  });
}

/**
 * @param {Pick<Facts, 'steps' | 'weeks'>} facts
 * @param {Date} from
 * @param {Break[]} skipped
 * @returns {Due[]}
 */
function spread({ steps, weeks }, from, skipped) {
  const length = (weeks[1] || USUAL_WEEKS) * WEEK;
  return steps.map((step, n) => {
    const days = Math.max(1, Math.round((length * (n + 1)) / steps.length));
    return { day: addWorkdays(from, days - 1, skipped), step };
  });
}

/**
 * Return a calendar file with an all-day event for each date. A later file for the same steps moves the events.
 * @param {Planned[]} planned
 * @param {(slug: string) => string} address of a credential's page
 * @param {Date} created
 */
export function calendar(planned, address, created) {
  const stamp = created.toISOString().replace(/[-:]|\.\d+/g, '');
  const events = planned.flatMap(({ facts, dues, result }) => {
    const url = address(facts.slug);
    const host = new URL(url).host || 'micro-credentials'; // a site on a local disk has no host
    const all = result ? [...dues, { day: result, step: 'Result expected' }] : dues;
    return all.flatMap(({ day, step }, n) => [
      'BEGIN:VEVENT',
      `UID:${facts.slug}-${n}@${host}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${isoDay(day).replaceAll('-', '')}`,
      `SUMMARY:${escaped(`${step} (${facts.title})`)}`,
      `URL:${url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]);
  });
  const header = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Micro-credential catalog//Plan//EN'];
  return [...header, ...events, 'END:VCALENDAR'].map((line) => `${fold(line)}\r\n`).join('');
}

/**
 * Escape the characters that have a meaning in a calendar file.
 * @param {string} text
 */
const escaped = (text) => text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n');

/**
 * Fold a line: it has at most 75 bytes, and its rest continues on the next line, after a space.
 * @param {string} line
 */
function fold(line) {
  const pieces = [''];
  for (const character of line) {
    const last = pieces[pieces.length - 1];
    const room = pieces.length === 1 ? 75 : 74;
    if (new TextEncoder().encode(last + character).length > room) pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces.join('\r\n ');
}
