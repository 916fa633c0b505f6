/**
 * The results: the list of credentials, its pager, other pages that match, and advice if nothing was found.
 *
 * @typedef {import('../search/engine.js').Catalog} Engine
 * @typedef {import('../search/engine.js').Card & {url: string, title: string, kind: string | null, terms: string[], where: string[]}} Shown
 *     what a list shows of one document
 * @typedef {{shown: Shown[], answers: Shown[], otherPages: Shown[]}} Loaded what one page of the list shows
 * @typedef {import('./cards.js').Mark} Mark
 */

import { addButtons } from './card-buttons.js';
import { fillTitle, makeCard, marked } from './cards.js';
import { clone, part } from './dom.js';

const MOST_OTHER_PAGES = 5; // they are a hint, not a second list

export class Results {
  /** @param {HTMLElement} catalog the element that contains everything; the server made its list */
  constructor(catalog) {
    this.perPage = Number(catalog.dataset.perPage);
    this.region = part('#results', HTMLElement, catalog);
    this.title = part('#results-title', HTMLElement, catalog);
    this.list = part('#cards', HTMLElement, catalog);
    this.pager = part('.pager', HTMLElement, catalog);
    this.nothing = part('#nothing-found', HTMLElement, catalog);
    this.failure = part('#search-failed', HTMLElement, catalog);
    this.correction = part('#instead', HTMLElement, catalog);
    this.correctionBox = this.correction.parentElement ?? this.correction;
    this.more = part('#more', HTMLElement, catalog);
    this.moreButton = part('button', HTMLButtonElement, this.more);
    this.otherPages = part('#also', HTMLElement, catalog);
    addButtons(this.list);
    /** @type {HTMLElement | null} What is the same for all. */
    this.shared = catalog.querySelector('#results-shared');
    this.answers = part('#answers', HTMLElement, catalog);
    this.served = { title: this.title.textContent, cards: [...this.list.children] };
  }

  /**
   * Return how many pages a list needs.
   * @param {number} count of its items
   */
  pages(count) {
    return Math.max(1, Math.ceil(count / this.perPage));
  }

  /**
   * Load what one page of the list shows.
   * @param {import('./query.js').Result} result
   * @param {number} page from 1
   * @param {Engine} engine
   * @returns {Promise<Loaded>}
   */
  async load({ cards, answers, otherPages }, page, engine) {
    const here = cards.slice((page - 1) * this.perPage, page * this.perPage);
    const [shown, found, others] = await Promise.all(
      [here, answers, otherPages.slice(0, MOST_OTHER_PAGES)].map((matches) => {
        return Promise.all(matches.map((match) => loadShown(match, engine)));
      }),
    );
    return { shown, answers: found, otherPages: others };
  }

  /**
   * Show one page of the list.
   * @param {import('./query.js').Result} result
   * @param {Loaded} loaded
   * @param {object} options
   * @param {number} options.page
   * @param {string} options.summary
   * @param {(page: number) => string} options.address of a page of this list
   * @param {Mark} options.mark
   */
  show({ cards, more }, { shown, answers, otherPages }, { page, summary, address, mark }) {
    this.title.textContent = summary;
    this.list.replaceChildren(...shown.map((each) => makeCard(each, mark)));
    this.list.hidden = shown.length === 0;
    addButtons(this.list);
    part('ul', HTMLElement, this.otherPages).replaceChildren(...otherPages.map((each) => otherPage(each, mark)));
    this.otherPages.hidden = otherPages.length === 0;
    part('ul', HTMLElement, this.answers).replaceChildren(...answers.map((each) => answer(each, mark)));
    this.answers.hidden = answers.length === 0;
    this.moreButton.textContent = `Also show ${more.toLocaleString('en-US')} with only some of these words`;
    this.more.hidden = more === 0;
    this.failure.hidden = true;
    this.nothing.hidden = true;
    if (this.shared) this.shared.hidden = cards.length === 0;
    this.#showPager(page, this.pages(cards.length), address);
  }

  /**
   * Show what was searched for in place of words that nothing contains, and where else to look.
   * @param {string} text empty to hide it
   */
  explain(text) {
    this.correction.textContent = text;
    this.correctionBox.hidden = !text;
  }

  /**
   * Show why the list is empty, and what to remove.
   * @param {string} reason
   * @param {{text: string, act: () => void}[]} choices
   */
  advise(reason, choices) {
    part('.nothing-reason', HTMLElement, this.nothing).textContent = reason;
    part('.advice', HTMLElement, this.nothing).replaceChildren(...choices.map(choiceItem));
    this.nothing.hidden = false;
  }

  /** Show that search could not be loaded, above the list that the server made. */
  fail() {
    this.title.textContent = this.served.title;
    this.list.replaceChildren(...this.served.cards);
    this.list.hidden = false;
    this.pager.hidden = true;
    this.explain('');
    this.more.hidden = true;
    this.otherPages.hidden = true;
    this.answers.hidden = true;
    this.nothing.hidden = true;
    this.failure.hidden = false;
  }

  /**
   * @param {number} page
   * @param {number} pages
   * @param {(page: number) => string} address
   */
  #showPager(page, pages, address) {
    const [previous, next] = this.pager.querySelectorAll('a');
    previous.hidden = page === 1;
    previous.href = address(page - 1);
    next.hidden = page === pages;
    next.href = address(page + 1);
    part('p', HTMLElement, this.pager).textContent = `Page ${page} of ${pages}`;
    this.pager.hidden = pages === 1;
  }
}

/**
 * @param {import('../search/engine.js').Match} match
 * @param {Engine} engine
 * @returns {Promise<Shown>}
 */
async function loadShown({ id, terms, where }, engine) {
  const [url, title, kind] = [engine.documents.url(id), engine.store.titles[id], engine.documents.kind(id)];
  return { ...(await engine.documents.card(id)), url, title, kind, terms, where };
}

/**
 * @param {Shown} shown
 * @param {Mark} mark
 */
function otherPage(shown, mark) {
  const item = clone('also-template');
  fillTitle(item, shown, mark);
  part('.also-kind', HTMLElement, item).textContent = shown.kind;
  part('.also-text', HTMLElement, item).replaceChildren(...marked(mark(shown.text, shown.terms)));
  return item;
}

/**
 * @param {Shown} shown
 * @param {Mark} mark
 */
function answer(shown, mark) {
  const item = clone('answer-template');
  fillTitle(item, shown, mark);
  part('.also-text', HTMLElement, item).textContent = shown.text;
  return item;
}

/** @param {{text: string, act: () => void}} choice */
function choiceItem({ text, act }) {
  const item = clone('advice-template');
  const button = part('button', HTMLElement, item);
  button.textContent = text;
  button.addEventListener('click', act);
  return item;
}
