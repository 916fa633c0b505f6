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
 * @typedef {object} Actions
 * @property {(fact: Fact) => void} removeFact
 * @property {(facet: string, option: string) => void} removeChoice
 * @property {(asWords: boolean) => void} readAsWords
 * @property {() => void} clear
 * @property {() => void} emptied called when the last chip had the focus and disappeared
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
    this.clearers = parts('.clear-all', HTMLButtonElement, catalog);
    this.isAsWords = false;
    this.asWords.addEventListener('click', () => actions.readAsWords(!this.isAsWords));
    for (const button of this.clearers) {
      button.addEventListener('click', () => {
        actions.clear();
        if (!button.checkVisibility()) actions.emptied();
      });
    }
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
    this.chips.replaceChildren(...chips.map((chip) => this.#item(chip)));
    this.chips.hidden = chips.length === 0;
    this.label.textContent = facts.length ? 'Understood as' : chips.length ? 'Filters' : '';
    const left = facts.length && words ? `Searched as words: “${words}”` : '';
    this.left.textContent = left;
    this.isAsWords = state.asWords;
    this.asWords.textContent = state.asWords ? 'Read this as filters again' : 'Search as words instead';
    this.asWords.hidden = !(facts.length || (state.asWords && state.q.trim()));
    for (const button of this.clearers) button.hidden = chips.length === 0;
    this.root.hidden = chips.length === 0 && this.asWords.hidden;
    const sentence = facts.length ? `Understood as ${chips.map(({ text }) => text).join('; ')}.` : '';
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
   * Return a chip with a button that removes it and moves the focus to the next chip.
   * @param {Chip} chip
   */
  #item({ text, remove }) {
    const item = clone('chip-template');
    part('.chip-text', HTMLElement, item).textContent = text;
    part('button', HTMLElement, item).addEventListener('click', () => {
      const place = [...this.chips.children].indexOf(item);
      item.remove();
      remove();
      const next = this.chips.children[Math.min(place, this.chips.children.length - 1)];
      if (next) part('button', HTMLElement, next).focus();
      else this.actions.emptied();
    });
    return item;
  }
}

/** Searches in one tap: buttons whose words name facts. */
export class Presets {
  /**
   * @param {HTMLElement} catalog
   * @param {(text: string, isPressed: boolean) => void} press called with the words of a button and whether it was pressed
   */
  constructor(catalog, press) {
    this.buttons = parts('[data-preset]', HTMLButtonElement, catalog);
    for (const button of this.buttons) {
      button.addEventListener('click', () => press(textOf(button), button.ariaPressed === 'true'));
    }
  }

  /**
   * Show which presets are part of the choices.
   * @param {import('../search/choices.js').Choices} choices
   * @param {(text: string) => Fact[]} read
   */
  show(choices, read) {
    for (const button of this.buttons) {
      const facts = read(textOf(button));
      const isChosen = facts.every(({ facet, options }) => options.every((option) => choices[facet]?.includes(option)));
      button.ariaPressed = String(facts.length > 0 && isChosen);
    }
  }
}

/** @param {HTMLElement} button */
const textOf = (button) => button.textContent.trim();
