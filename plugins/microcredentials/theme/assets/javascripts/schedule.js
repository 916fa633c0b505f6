/**
 * When to do what, and the same as a calendar file (RFC 5545). No DOM, no network, no clock.
 *
 * @typedef {{day: Date, title: string, step: string, slug: string, n: number}} Due a step, the nth of its credential
 */

const DAY = 86_400_000; // milliseconds
const USUAL_WEEKS = 4; // for a credential that does not say how long it takes

/**
 * Spread the steps of each credential evenly over the weeks that it takes at most, one credential after the other.
 * @param {object[]} credentials facts, in the order in which they are to be earned
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
 * @param {Due[]} dues
 * @param {(slug: string) => string} address of a credential's page
 * @param {Date} made when
 * @returns {string} a calendar with an event of a whole day for each; a later one for the same steps moves them
 */
export function calendar(dues, address, made) {
  const site = (slug) => new URL(address(slug)).host || 'micro-credentials'; // a site on a stick has no host
  const events = dues.flatMap(({ day, title, step, slug, n }) => [
    'BEGIN:VEVENT',
    `UID:${slug}-${n}@${site(slug)}`,
    `DTSTAMP:${made.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${stamp(day)}`,
    `SUMMARY:${text(`${step} (${title})`)}`,
    `URL:${address(slug)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Micro-credential catalog//Plan//EN', ...events, 'END:VCALENDAR'];
  return lines.map(folded).join('\r\n') + '\r\n';
}

const stamp = (day) => day.toISOString().slice(0, 10).replaceAll('-', '');

/** Commas, semicolons, backslashes and line breaks mean something in a calendar file. */
const text = (words) => words.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** A line has at most 75 bytes; its rest goes on in the next, behind a space. */
function folded(line) {
  const pieces = [''];
  for (const sign of line) {
    const last = pieces.at(-1);
    const room = pieces.length === 1 ? 75 : 74;
    if (new TextEncoder().encode(last + sign).length > room) pieces.push(sign);
    else pieces[pieces.length - 1] = last + sign;
  }
  return pieces.join('\r\n ');
}
