/**
 * The filters beside the list: checkboxes in groups, with the number of results that each would give.
 *
 * A group is one stop of the Tab key; arrow keys move within it. A group of which one option is enough unticks the others.
 *
 * @typedef {import('../search/choices.js').Choices} Choices
 * @typedef {import('../search/choices.js').Facet} Facet
 *
 * @typedef {object} Group
 * @property {HTMLElement} element
 * @property {boolean} isSingle
 * @property {HTMLInputElement[]} boxes
 * @property {HTMLElement | null} state says how many are chosen, if the group folds
 */

import { part, parts } from './dom.js';

const SHOWN = 6; // options of a list before the button that shows the others

export class Filters {
  /**
   * @param {HTMLElement} catalog the element that contains everything
   * @param {(facet: string, option: string, isChosen: boolean) => void} choose called when a reader ticks or unticks
   */
  constructor(catalog, choose) {
    this.root = part('#filters', HTMLElement, catalog);
    this.count = part('.filters-count', HTMLElement, this.root);
    this.done = part('.filters-done', HTMLButtonElement, this.root);
    this.groups = parts('fieldset[data-group]', HTMLFieldSetElement, this.root).map(groupOf);
    for (const group of this.groups) {
      group.element.addEventListener('change', ({ target }) => {
        if (!(target instanceof HTMLInputElement)) return;
        if (group.isSingle && target.checked) uncheckOthers(group, target, choose);
        choose(target.name, target.value, target.checked);
      });
      group.element.addEventListener('keydown', (event) => move(group, event));
      group.element.addEventListener('focusin', ({ target }) => makeStop(group, target));
      makeStop(group, group.boxes[0]);
      foldMore(group);
    }
  }

  /**
   * Show which options are chosen.
   * @param {Choices} choices
   */
  showChoices(choices) {
    for (const group of this.groups) {
      for (const box of group.boxes) box.checked = choices[box.name]?.includes(box.value) ?? false;
      const chosen = group.boxes.filter(({ checked }) => checked);
      if (group.state) group.state.textContent = chosen.map(nameOf).join(', ') || 'any';
      if (!group.element.contains(document.activeElement)) makeStop(group, chosen[0] ?? group.boxes[0]);
      if (chosen.some((box) => labelOf(box).hidden)) showMore(group);
    }
  }

  /**
   * Show how many results each option would give. An option without results is disabled, unless it is chosen or has the
   * focus: readers must be able to undo a choice, and a disabled checkbox would lose the focus.
   * @param {Facet[]} facets
   * @param {number[][]} counts
   * @param {number} total results
   */
  showCounts(facets, counts, total) {
    for (const box of this.groups.flatMap(({ boxes }) => boxes)) {
      const at = facets.findIndex(({ id }) => id === box.name);
      const count = counts[at][facets[at].options.findIndex(([id]) => id === box.value)];
      part('.option-count', HTMLElement, labelOf(box)).textContent = String(count);
      box.disabled = count === 0 && !box.checked && box !== document.activeElement;
    }
    this.count.textContent = `${total.toLocaleString('en-US')} ${total === 1 ? 'matches' : 'match'}`;
    this.done.textContent = `Show ${total.toLocaleString('en-US')}`;
  }
}

/**
 * @param {HTMLFieldSetElement} element
 * @returns {Group}
 */
function groupOf(element) {
  const state = element.parentElement?.querySelector(':scope > summary .facet-chosen') ?? null;
  return {
    element,
    isSingle: 'single' in element.dataset,
    boxes: parts('input', HTMLInputElement, element),
    state: state instanceof HTMLElement ? state : null,
  };
}

/**
 * @param {Group} group
 * @param {HTMLInputElement} box
 * @param {(facet: string, option: string, isChosen: boolean) => void} choose
 */
function uncheckOthers({ boxes }, box, choose) {
  for (const other of boxes.filter((each) => each !== box && each.checked)) choose(other.name, other.value, false);
}

/**
 * The boxes and the button of a group that the arrow keys reach.
 * @param {Group} group
 */
function stops({ element }) {
  return parts('input, button', HTMLElement, element).filter(
    (each) => !each.matches(':disabled') && each.checkVisibility(),
  );
}

/**
 * Make an element the one of its group that the Tab key reaches.
 * @param {Group} group
 * @param {EventTarget | null} chosen
 */
function makeStop({ element }, chosen) {
  const all = parts('input, button', HTMLElement, element);
  for (const each of all) each.tabIndex = each === chosen ? 0 : -1;
}

/**
 * @param {Group} group
 * @param {KeyboardEvent} event
 */
function move(group, event) {
  const all = stops(group);
  const at = event.target instanceof HTMLElement ? all.indexOf(event.target) : -1;
  const steps = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: all.length - 1,
  };
  const to = steps[/** @type {keyof typeof steps} */ (event.key)];
  if (at < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  all[(to + all.length) % all.length].focus();
}

/**
 * Fold the options of a long list behind a button.
 * @param {Group} group
 */
function foldMore(group) {
  const { element, boxes } = group;
  if (!element.classList.contains('facet-list') || element.parentElement?.tagName === 'DETAILS') return;
  const folded = boxes.slice(SHOWN);
  if (folded.length < 2) return;
  for (const box of folded) labelOf(box).hidden = true;
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'link-button more-options', tabIndex: -1 });
  button.textContent = `${folded.length} more`;
  button.addEventListener('click', () => {
    showMore(group);
    folded[0].focus();
  });
  element.append(button);
}

/** @param {Group} group */
function showMore({ element, boxes }) {
  for (const box of boxes) labelOf(box).hidden = false;
  element.querySelector('.more-options')?.remove();
}

/** @param {HTMLInputElement} box */
const labelOf = (box) => /** @type {HTMLElement} */ (box.closest('label'));

/** @param {HTMLInputElement} box */
const nameOf = (box) => part('.option-name', HTMLElement, labelOf(box)).textContent;
