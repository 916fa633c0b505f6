/** The filters on small screens: a sheet over the whole page, which keeps the focus until it is closed. */

import { part } from './dom.js';

const SMALL = '(max-width: 59.99rem)';

/**
 * Let a button open the filters as a sheet, and the sheet close itself.
 * @param {HTMLElement} sheet
 * @param {HTMLButtonElement} opener
 * @param {() => void} showResults called when the reader wants to see the list
 */
export function wireSheet(sheet, opener, showResults) {
  const close = () => {
    show(sheet, false);
    opener.focus();
  };
  opener.addEventListener('click', () => {
    show(sheet, true);
    part('.filters-close', HTMLElement, sheet).focus();
  });
  part('.filters-close', HTMLElement, sheet).addEventListener('click', close);
  part('.filters-done', HTMLElement, sheet).addEventListener('click', () => {
    show(sheet, false);
    showResults();
  });
  sheet.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && sheet.dataset.open !== undefined) close();
  });
  matchMedia(SMALL).addEventListener('change', () => show(sheet, false));
}

/**
 * Open or close the sheet. What is outside cannot be reached while it is open.
 * @param {HTMLElement} sheet
 * @param {boolean} open
 */
function show(sheet, open) {
  sheet.toggleAttribute('data-open', open);
  document.documentElement.toggleAttribute('data-sheet', open);
  if (open) Object.assign(sheet, { role: 'dialog', ariaModal: 'true' });
  else Object.assign(sheet, { role: null, ariaModal: null });
  for (let inside = sheet; inside !== document.body && inside.parentElement; inside = inside.parentElement) {
    for (const other of inside.parentElement.children) {
      if (other !== inside && other instanceof HTMLElement) other.inert = open;
    }
  }
}
