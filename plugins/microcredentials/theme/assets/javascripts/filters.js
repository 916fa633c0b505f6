/** The filters as a reader meets them: checkboxes in groups, live counts, and a chip for each choice. */

import { clone } from './clone.js';

export class Filters {
  /**
   * @param {HTMLElement} catalog the element that holds everything
   * @param {{changed: () => void, emptied: () => void}} listener `emptied` is told when a button that had the focus
   *     removed the last choice, and itself with it
   */
  constructor(catalog, listener) {
    this.listener = listener;
    this.groups = [...catalog.querySelectorAll('details[data-facet]')].map(group);
    this.opener = catalog.querySelector('.filters-button');
    this.done = catalog.querySelector('.filters-done');
    this.done.addEventListener('click', () => this.opener.click());
    this.chosenBox = catalog.querySelector('#chosen');
    this.chips = this.chosenBox.querySelector('ul');
    catalog.querySelector('#filters').addEventListener('change', () => listener.changed());
    this.chosenBox.querySelector(':scope > button').addEventListener('click', () => this.#clear());
    if (matchMedia('(max-width: 59.99rem)').matches) this.groups.forEach(({ details }) => (details.open = false));
  }

  /** The ids of all options, by facet. */
  get options() {
    return Object.fromEntries(this.groups.map(({ facet, boxes }) => [facet, boxes.map((box) => box.value)]));
  }

  /** The ids of the options chosen, by facet. */
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

  /** What is chosen in a facet, in words: "Subject: Literacy, Science". */
  words(facet) {
    const { label, boxes } = this.groups.find((each) => each.facet === facet);
    return `${label}: ${boxes.filter(isChecked).map(name).join(', ')}`;
  }

  /** Show the choices that were made: at each group, at the button on small screens, and as chips. */
  showChoices() {
    for (const { badge, boxes } of this.groups) {
      const count = boxes.filter(isChecked).length;
      badge.textContent = `${count} selected`;
      badge.hidden = count === 0;
    }
    this.opener.textContent = this.size ? `Filters, ${this.size} selected` : 'Filters';
    const chips = ({ label, boxes }) => boxes.filter(isChecked).map((box) => this.#chip(label, box));
    this.chips.replaceChildren(...this.groups.flatMap(chips));
    this.chosenBox.hidden = this.size === 0;
  }

  /**
   * Show what each option would give. An option that gives nothing is disabled, unless it is chosen or has the focus:
   * a reader must be able to take a choice back, and a disabled box would drop the focus.
   * @param {import('../search/hits.js').Facet[]} facets
   * @param {number[][]} counts
   * @param {string} summary what is shown now, for the button that leads there
   */
  showCounts(facets, counts, summary) {
    for (const { facet, boxes } of this.groups) {
      const at = facets.findIndex(({ id }) => id === facet);
      for (const box of boxes) {
        const count = counts[at][facets[at].options.findIndex(([id]) => id === box.value)];
        box.closest('label').querySelector('.option-count').textContent = count;
        box.disabled = count === 0 && !box.checked && box !== document.activeElement;
      }
    }
    this.done.textContent = `Show ${summary}`;
  }

  #chip(label, box) {
    const item = clone('chip-template');
    item.querySelector('.chip-text').textContent = `${label}: ${name(box)}`;
    item.querySelector('button').addEventListener('click', () => {
      const place = [...this.chips.children].indexOf(item);
      box.checked = false;
      this.listener.changed();
      const next = this.chips.children[Math.min(place, this.chips.children.length - 1)];
      if (next) next.querySelector('button').focus();
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

function group(details) {
  return {
    details,
    facet: details.dataset.facet,
    label: details.querySelector('legend').textContent,
    badge: details.querySelector('.facet-chosen'),
    boxes: [...details.querySelectorAll('input')],
  };
}

const isChecked = (box) => box.checked;
const name = (box) => box.closest('label').querySelector('.option-name').textContent;
