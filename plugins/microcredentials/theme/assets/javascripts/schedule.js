/**
 * Plans when to do what, and writes the dates as a calendar file (RFC 5545). Uses neither the DOM, the network nor the
 * clock.
 *
 * @typedef {object} Due
 * @property {Date} day
 * @property {string} title of the credential
 * @property {string} step what to have done by then
 * @property {string} slug of the credential
 * @property {number} n the place of the step among those of its credential
 */

const DAY = 86_400_000; // milliseconds
const USUAL_WEEKS = 4; // for a credential that does not state how long it takes

/**
 * Spread the steps of each credential evenly over the most weeks that it takes, one credential after another.
 * @param {Pick<import('./plan-data.js').Facts, 'slug' | 'title' | 'steps' | 'weeks'>[]} credentials in the order in
 *     which to earn them
 * @param {Date} begin the first day, at midnight UTC
 * @returns {Due[]}
 */
export function schedule(credentials, begin) {
  let from = begin.getTime();
  return credentials.flatMap(({ slug, title, steps, weeks }) => {
    const length = (weeks[1] || USUAL_WEEKS) * 7 * DAY;
    const start = from;
    from += length;
    return steps.map((step, n) => {
      const after = Math.round((length * (n + 1)) / steps.length / DAY) * DAY;
      return { day: new Date(start + after), title, step, slug, n };
    });
  });
}

/**
 * Return a calendar file with an all-day event for each date. A later file for the same steps moves the events.
 * @param {Due[]} dues
 * @param {(slug: string) => string} address of a credential's page
 * @param {Date} created
 */
export function calendar(dues, address, created) {
  /** @param {string} slug */
  const host = (slug) => new URL(address(slug)).host || 'micro-credentials'; // a site on a local disk has no host
  const events = dues.flatMap(({ day, title, step, slug, n }) => [
    'BEGIN:VEVENT',
    `UID:${slug}-${n}@${host(slug)}`,
    `DTSTAMP:${created.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${day.toISOString().slice(0, 10).replaceAll('-', '')}`,
    `SUMMARY:${escaped(`${step} (${title})`)}`,
    `URL:${address(slug)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
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
