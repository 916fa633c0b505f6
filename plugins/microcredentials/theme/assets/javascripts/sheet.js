/** The filters on small screens: a sheet over the whole page, which keeps the focus until it is closed. */

import { part } from './dom.js';

const SMALL = matchMedia('(max-width: 59.99rem)');

/**
 * Open the filters as a sheet. Its buttons, the Escape key and a wider window close it.
 * @param {HTMLElement} sheet
 * @param {HTMLElement} opener gets the focus back
 * @param {() => void} showResults called when the reader wants to see the list
 */
export function openSheet(sheet, opener, showResults) {
  const listening = new AbortController();
  const { signal } = listening;
  /** @param {() => void} then */
  const close = (then) => {
    listening.abort();
    show(sheet, false);
    then();
  };
  const back = () => close(() => opener.focus());
  show(sheet, true);
  part('.filters-close', HTMLElement, sheet).focus();
  part('.filters-close', HTMLElement, sheet).addEventListener('click', back, { signal });
  part('.filters-done', HTMLElement, sheet).addEventListener('click', () => close(showResults), { signal });
  sheet.addEventListener('keydown', ({ key }) => key === 'Escape' && back(), { signal });
  SMALL.addEventListener('change', () => close(() => undefined), { signal });
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
