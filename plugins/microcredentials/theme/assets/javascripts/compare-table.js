/** The table of the comparison. Each fact is a group of two rows: its name, then what each credential says. */

import { fillBadge } from './cards.js';
import { element, ROOT } from './dom.js';

/** @typedef {import('./plan-data.js').Facts} Facts */

/**
 * @typedef {object} Row
 * @property {string} label
 * @property {string[][]} cells the lines of each credential
 * @property {boolean} isAlike whether all say the same
 */

/**
 * Return a row for each fact that at least one of the credentials states.
 * @param {Facts[]} compared
 * @returns {Row[]}
 */
export function rowsOf(compared) {
  const labels = compared.length ? compared[0].facts.map(([label]) => label) : [];
  return labels
    .map((label, at) => {
      const cells = compared.map(({ facts }) => facts[at][1]);
      const texts = new Set(cells.map((lines) => lines.join('\n')));
      return { label, cells, isAlike: compared.length > 1 && texts.size === 1 };
    })
    .filter(({ cells }) => cells.some((lines) => lines.length));
}

/**
 * @param {Facts[]} compared at least one
 * @param {Row[]} rows
 */
export function makeTable(compared, rows) {
  const caption = 'What each one requires, how long it takes, and what it counts for';
  const table = element(
    'table',
    { className: 'comparison' },
    element('caption', { className: 'visually-hidden' }, caption),
  );
  table.append(element('thead', {}, element('tr', {}, ...compared.map(columnHead))), ...rows.map(group));
  table.style.setProperty('--compared', String(compared.length));
  return table;
}

/**
 * @param {Facts} facts
 * @param {number} at its place
 */
function columnHead({ slug, title, url, badge }, at) {
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of [
    ['viewBox', '0 0 96 96'],
    ['width', '48'],
    ['height', '48'],
    ['aria-hidden', 'true'],
  ]) {
    picture.setAttribute(name, value);
  }
  picture.append(document.createElementNS('http://www.w3.org/2000/svg', 'use'));
  fillBadge(picture, badge);
  const name = element('span', { className: 'visually-hidden' }, ` ${title}`);
  const button = element('button', { type: 'button', className: 'button button-bare button-small' }, 'Remove', name);
  button.dataset.remove = slug;
  const link = element('a', { href: new URL(url, ROOT).href }, title);
  return element('th', { id: `compared-${at}`, scope: 'col' }, picture, link, button);
}

/**
 * A cell names its two headers, because the name of a fact is not in its row.
 * @param {Row} row
 * @param {number} at its place
 */
function group({ label, cells, isAlike }, at) {
  const id = `fact-${at}`;
  const head = element('th', { id, scope: 'rowgroup', colSpan: cells.length }, label);
  const columns = cells.map((_, column) => `compared-${column}`);
  const made = isAlike
    ? [cell(cells[0], columns.length, [id, ...columns])]
    : cells.map((lines, column) => cell(lines, 1, [id, columns[column]]));
  return element(
    'tbody',
    { className: isAlike ? 'is-alike' : '' },
    element('tr', {}, head),
    element('tr', {}, ...made),
  );
}

/**
 * @param {string[]} lines
 * @param {number} colSpan
 * @param {string[]} headers ids of its headers
 */
function cell(lines, colSpan, headers) {
  const properties = { colSpan, headers: headers.join(' ') };
  if (lines.length < 2) return element('td', properties, lines[0] ?? 'Not stated');
  return element('td', properties, element('ul', {}, ...lines.map((line) => element('li', {}, line))));
}
