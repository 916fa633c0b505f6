/**
 * The filters: checkboxes in groups, current counts, and a chip for each choice.
 *
 * @typedef {import('../search/hits.js').Choices} Choices
 *
 * @typedef {object} Group the checkboxes of one facet
 * @property {HTMLDetailsElement} details
 * @property {string} facet
 * @property {string} label
 * @property {HTMLElement} badge how many are selected
 * @property {HTMLInputElement[]} boxes
 */

import { clone, part, parts } from './dom.js';

export class Filters {
  /**
   * @param {HTMLElement} catalog the element that contains everything
   * @param {{changed: () => void, emptied: () => void}} listener `emptied` is called when the last choice was removed by
   *     a button that had the focus and disappeared with it
   */
  constructor(catalog, listener) {
    this.listener = listener;
    this.groups = parts('details[data-facet]', HTMLDetailsElement, catalog).map(groupOf);
    this.opener = part('.filters-button', HTMLButtonElement, catalog);
    this.done = part('.filters-done', HTMLButtonElement, catalog);
    this.done.addEventListener('click', () => this.opener.click());
    this.chosenBox = part('#chosen', HTMLElement, catalog);
    this.chips = part('ul', HTMLElement, this.chosenBox);
    part('#filters', HTMLElement, catalog).addEventListener('change', () => listener.changed());
    part(':scope > button', HTMLElement, this.chosenBox).addEventListener('click', () => this.#clear());
    if (matchMedia('(max-width: 59.99rem)').matches) for (const { details } of this.groups) details.open = false;
  }

  /**
   * The ids of all options, by facet.
   * @returns {Choices}
   */
  get options() {
    return Object.fromEntries(this.groups.map(({ facet, boxes }) => [facet, boxes.map((box) => box.value)]));
  }

  /**
   * The ids of the options chosen, by facet.
   * @returns {Choices}
   */
  get chosen() {
    const chosen = this.groups.map(({ facet, boxes }) => [facet, boxes.filter(isChecked).map((box) => box.value)]);
    return Object.fromEntries(chosen.filter(([, values]) => values.length));
  }

  set chosen(chosen) {
    for (const { facet, boxes } of this.groups) {
      for (const box of boxes) box.checked = chosen[facet]?.includes(box.value) ?? false;
    }
  }

  /** How many options are chosen. */
  get size() {
    return Object.values(this.chosen).flat().length;
  }

  /**
   * Return the choices of a facet in words: "Subject: Literacy, Science".
   * @param {string} facet
   */
  words(facet) {
    const [{ label, boxes }] = this.groups.filter((each) => each.facet === facet);
    return `${label}: ${boxes.filter(isChecked).map(nameOf).join(', ')}`;
  }

  /** Show the choices: at each group, on the button on small screens, and as chips. */
  showChoices() {
    for (const { badge, boxes } of this.groups) {
      const count = boxes.filter(isChecked).length;
      badge.textContent = `${count} selected`;
      badge.hidden = count === 0;
    }
    this.opener.textContent = this.size ? `Filters, ${this.size} selected` : 'Filters';
    const chips = this.groups.flatMap(({ label, boxes }) => {
      return boxes.filter(isChecked).map((box) => this.#chip(label, box));
    });
    this.chips.replaceChildren(...chips);
    this.chosenBox.hidden = this.size === 0;
  }

  /**
   * Show how many results each option would give. An option without results is disabled, unless it is chosen or has the
   * focus: readers must be able to undo a choice, and a disabled checkbox would lose the focus.
   * @param {import('../search/hits.js').Facet[]} facets
   * @param {number[][]} counts
   * @param {string} summary of the results, for the button that leads to them
   */
  showCounts(facets, counts, summary) {
    for (const { facet, boxes } of this.groups) {
      const at = facets.findIndex(({ id }) => id === facet);
      for (const box of boxes) {
        const count = counts[at][facets[at].options.findIndex(([id]) => id === box.value)];
        part('.option-count', HTMLElement, labelOf(box)).textContent = String(count);
        box.disabled = count === 0 && !box.checked && box !== document.activeElement;
      }
    }
    this.done.textContent = `Show ${summary}`;
  }

  /**
   * Return a chip with a button that removes the choice and moves the focus to the next chip.
   * @param {string} label of the facet
   * @param {HTMLInputElement} box
   */
  #chip(label, box) {
    const item = clone('chip-template');
    part('.chip-text', HTMLElement, item).textContent = `${label}: ${nameOf(box)}`;
    part('button', HTMLElement, item).addEventListener('click', () => {
      const place = [...this.chips.children].indexOf(item);
      box.checked = false;
      this.listener.changed();
      const next = this.chips.children[Math.min(place, this.chips.children.length - 1)];
      if (next) part('button', HTMLElement, next).focus();
      else this.listener.emptied();
    });
    return item;
  }

  #clear() {
    this.chosen = {};
    this.listener.changed();
    this.listener.emptied();
  }
}

/**
 * @param {HTMLDetailsElement} details
 * @returns {Group}
 */
function groupOf(details) {
  return {
    details,
    facet: details.dataset.facet ?? '',
    label: part('legend', HTMLElement, details).textContent ?? '',
    badge: part('.facet-chosen', HTMLElement, details),
    boxes: parts('input', HTMLInputElement, details),
  };
}

/** @param {HTMLInputElement} box */
const isChecked = (box) => box.checked;

/** @param {HTMLInputElement} box */
const labelOf = (box) => box.closest('label') ?? box;

/** @param {HTMLInputElement} box */
const nameOf = (box) => part('.option-name', HTMLElement, labelOf(box)).textContent;
