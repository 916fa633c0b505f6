/**
 * What the catalog page shows for a state: the list, how a search was understood, counts, answers and advice. It is loaded
 * with the first choice.
 *
 * @typedef {import('../search/engine.js').Catalog} Engine
 * @typedef {import('../search/facts.js').Fact} Fact
 * @typedef {import('./url.js').State} State
 *
 * @typedef {object} View everything that is shown for a state
 * @property {Engine} engine
 * @property {import('./query.js').Result} result
 * @property {number} pages
 * @property {number} page
 * @property {import('./results.js').Loaded} loaded
 * @property {string} explanation
 *
 * @typedef {object} Actions what the controls in the list do
 * @property {(state: State) => string} addressOf
 * @property {(fact: Fact) => void} removeFact
 * @property {(facet: string, option: string) => void} removeChoice
 * @property {(facet: string | null | undefined) => void} dropChoices null for everything, undefined for the words
 * @property {(asWords: boolean) => void} readAsWords
 * @property {() => void} emptied
 */

import { openEngine } from './catalog-engine.js';
import { adviceFor, explain, summarize, titleOf } from './catalog-words.js';
import { runQuery } from './query.js';
import { Results } from './results.js';
import { showPresets, Understood } from './understood.js';

const MOST_ABOVE = 120; // pixels of the screen; if the list ends above them, nothing of it can be seen

export class CatalogView {
  /**
   * @param {HTMLElement} catalog
   * @param {import('./filters.js').Filters} filters
   * @param {Actions} actions
   */
  constructor(catalog, filters, actions) {
    this.catalog = catalog;
    this.filters = filters;
    this.actions = actions;
    this.results = new Results(catalog);
    this.understood = new Understood(catalog, actions);
    this.pageTitle = document.title;
  }

  /**
   * Load everything that is shown for a state.
   * @param {State} state
   * @returns {Promise<View>}
   */
  async load(state) {
    const engine = await openEngine();
    const result = await runQuery(state, engine);
    const pages = this.results.pages(result.cards.length);
    const page = Math.min(state.page, pages);
    const loaded = await this.results.load(result, page, engine);
    return { engine, result, pages, page, loaded, explanation: await explain(engine, result, loaded) };
  }

  /**
   * Show a state. Returns a sentence that says what is shown, for those who do not see it.
   * @param {State} state
   * @param {View} view
   */
  present(state, { engine, result, pages, page, loaded, explanation }) {
    const { facets } = engine.store;
    const summary = summarize(result, page, pages);
    /** @type {import('./cards.js').Mark} */
    const mark = result.words.trim() ? (text, terms) => engine.mark(text, terms) : (text) => [{ text, hit: false }];
    const address = (/** @type {number} */ page) => this.actions.addressOf({ ...state, page });
    this.results.show(result, loaded, { page, summary, address, mark });
    this.results.explain(explanation);
    const { sentence, texts } = this.understood.show(state, result, facets);
    showPresets(this.catalog, result.choices, (text) => engine.read(text).facts);
    this.filters.showChoices(result.choices);
    this.filters.showCounts(facets, result.counts, result.cards.length);
    if (!result.cards.length && !result.answers.length) this.#advise(engine, result);
    document.title = [titleOf(state, texts), this.pageTitle].filter(Boolean).join(' · ');
    if (this.results.region.getBoundingClientRect().bottom < MOST_ABOVE) this.results.region.scrollIntoView();
    return [summary, sentence, explanation].filter(Boolean).join('. ');
  }

  /**
   * Show why nothing was found, and what to remove. The button that was pressed disappears, so the focus moves to the
   * list.
   * @param {Engine} engine
   * @param {import('./query.js').Result} result
   */
  #advise(engine, result) {
    const { reason, choices } = adviceFor(engine, result);
    const acts = choices.map(({ text, facet }) => ({
      text,
      act: () => {
        this.actions.dropChoices(facet);
        this.actions.emptied();
      },
    }));
    this.results.advise(reason, acts);
  }
}
