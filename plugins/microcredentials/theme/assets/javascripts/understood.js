/**
 * How a search was understood: a chip for each fact that was read and each filter that was chosen, what is still searched
 * for as words, and searches in one tap.
 *
 * @typedef {import('./query.js').Result} Result
 * @typedef {import('../search/choices.js').Facet} Facet
 * @typedef {import('../search/facts.js').Fact} Fact
 *
 * @typedef {object} Chip
 * @property {string} text "Time: up to 8 hours"
 * @property {() => void} remove
 *
 * @typedef {import('./catalog-view.js').Actions} Actions
 */

import { labelOf } from '../search/choices.js';
import { clone, part, parts } from './dom.js';

export class Understood {
  /**
   * @param {HTMLElement} catalog
   * @param {Actions} actions
   */
  constructor(catalog, actions) {
    this.actions = actions;
    this.root = part('#understood', HTMLElement, catalog);
    this.label = part('.understood-label', HTMLElement, this.root);
    this.chips = part('ul', HTMLElement, this.root);
    this.left = part('.words-left', HTMLElement, this.root);
    this.asWords = part('.as-words', HTMLButtonElement, this.root);
    this.opener = part('.filters-button', HTMLButtonElement, catalog);
    this.clearers = parts('.clear-all', HTMLButtonElement, catalog);
    this.isAsWords = false;
    this.asWords.addEventListener('click', () => actions.readAsWords(!this.isAsWords));
  }

  /**
   * Show how a state was understood. Returns the texts of the chips, and a sentence that says how words were understood.
   * @param {import('./url.js').State} state
   * @param {Result} result
   * @param {Facet[]} facets
   */
  show(state, { facts, words, choices }, facets) {
    const chips = [
      ...facts.map((fact) => this.#factChip(fact, facets)),
      ...this.#choiceChips(state, facts, choices, facets),
    ];
    const focused = [...this.chips.children].findIndex((item) => item.contains(document.activeElement));
    this.chips.replaceChildren(...chips.map((chip) => this.#item(chip)));
    if (focused >= 0) this.#focus(focused);
    this.chips.hidden = chips.length === 0;
    this.label.textContent = facts.length ? 'Understood as' : chips.length ? 'Filters' : '';
    const left = facts.length && words ? `Searched as words: “${words}”` : '';
    this.left.textContent = left;
    this.isAsWords = state.asWords;
    this.asWords.textContent = state.asWords ? 'Read this as filters again' : 'Search as words instead';
    this.asWords.hidden = !(facts.length || (state.asWords && state.q.trim()));
    this.opener.textContent = chips.length ? `Filters (${chips.length})` : 'Filters';
    for (const button of this.clearers) button.hidden = chips.length === 0;
    this.root.hidden = chips.length === 0 && this.asWords.hidden;
    const list = chips.map(({ text }) => text).join('; ');
    const sentence = list && `${facts.length ? 'Understood as' : 'Filters:'} ${list}.`;
    return { texts: chips.map(({ text }) => text), sentence: [sentence, left && `${left}.`].filter(Boolean).join(' ') };
  }

  /**
   * @param {Fact} fact
   * @param {Facet[]} facets
   * @returns {Chip}
   */
  #factChip(fact, facets) {
    const facet = facets.find(({ id }) => id === fact.facet);
    const labels = fact.options.map((option) => labelOf(facet, option) ?? option);
    return { text: `${facet?.label}: ${labels.join(' or ')}`, remove: () => this.actions.removeFact(fact) };
  }

  /**
   * Return chips for the choices that no fact names.
   * @param {import('./url.js').State} state
   * @param {Fact[]} facts
   * @param {import('../search/choices.js').Choices} choices
   * @param {Facet[]} facets
   * @returns {Chip[]}
   */
  #choiceChips({ chosen }, facts, choices, facets) {
    /** @param {string} facet @param {string} option */
    const isRead = (facet, option) => facts.some((fact) => fact.facet === facet && fact.options.includes(option));
    return facets.flatMap((facet) => {
      const own = (chosen[facet.id] ?? []).filter(
        (option) => choices[facet.id]?.includes(option) && !isRead(facet.id, option),
      );
      return own.map((option) => ({
        text: `${facet.label}: ${labelOf(facet, option)}`,
        remove: () => this.actions.removeChoice(facet.id, option),
      }));
    });
  }

  /**
   * Move the focus to the chip that took the place of a removed one, or away if none is left.
   * @param {number} place
   */
  #focus(place) {
    const next = this.chips.children[Math.min(place, this.chips.children.length - 1)];
    if (next) part('button', HTMLElement, next).focus();
    else this.actions.emptied();
  }

  /**
   * Return a chip with a button that removes it.
   * @param {Chip} chip
   */
  #item({ text, remove }) {
    const item = clone('chip-template');
    part('.chip-text', HTMLElement, item).textContent = text;
    part('button', HTMLElement, item).addEventListener('click', remove);
    return item;
  }
}

/**
 * Show which searches in one tap are part of the choices.
 * @param {HTMLElement} catalog
 * @param {import('../search/choices.js').Choices} choices
 * @param {(text: string) => Fact[]} read
 */
export function showPresets(catalog, choices, read) {
  for (const button of parts('[data-preset]', HTMLButtonElement, catalog)) {
    const facts = read(button.textContent.trim());
    const isChosen = facts.every(({ facet, options }) => options.every((option) => choices[facet]?.includes(option)));
    button.ariaPressed = String(facts.length > 0 && isChosen);
  }
}
