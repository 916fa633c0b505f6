/** The list of credentials and what stands around it: its pages, other pages that match, advice where it is empty. */

import { clone } from './clone.js';
import { ROOT } from './data.js';

/** What readers call the sections of a whole text. */
const IN = {
  about: 'its description',
  method: 'the method',
  evidence: 'the evidence',
  rubric: 'the rubric',
  research: 'the research',
  resources: 'the resources',
};
const MOST_OTHERS = 5; // other pages that match: a hint, not a second list

export class Results {
  /** @param {HTMLElement} catalog the element that holds everything; its list is the server's until the first `show` */
  constructor(catalog) {
    const part = (selector) => catalog.querySelector(selector);
    this.perPage = Number(catalog.dataset.perPage);
    this.region = part('#results');
    this.title = part('#results-title');
    this.list = part('#cards');
    this.pager = part('.pager');
    this.nothing = part('#nothing-found');
    this.failure = part('#search-failed');
    this.instead = part('#instead');
    this.more = part('#more');
    this.also = part('#also');
    this.served = { title: this.title.textContent, cards: [...this.list.children] };
  }

  /** How many pages a list of so many needs. */
  pages(count) {
    return Math.max(1, Math.ceil(count / this.perPage));
  }

  set busy(busy) {
    this.region.setAttribute('aria-busy', String(busy));
  }

  /** What of the documents found is shown on a page of the list, once its cards are loaded. */
  async load({ cards, also }, page, engine) {
    const whole = async (hit) => ({
      ...(await engine.card(hit.id)),
      url: engine.url(hit.id),
      title: engine.store.titles[hit.id],
      kind: engine.kind(hit.id),
      terms: hit.terms,
      where: hit.where,
    });
    const here = cards.slice((page - 1) * this.perPage, page * this.perPage);
    const [shown, others] = [here, also.slice(0, MOST_OTHERS)].map((hits) => Promise.all(hits.map(whole)));
    return { shown: await shown, others: await others };
  }

  /**
   * @param {import('./find.js').Found} found
   * @param {{shown: Shown[], others: Shown[]}} loaded what is shown of this page's cards, and of the other pages
   * @param {{page: number, summary: string, address: (page: number) => string, mark: Function}} how `address` gives
   *     that of another page of the same list, `mark` cuts a text into pieces that hold found words and others
   */
  show({ cards, more }, { shown, others }, { page, summary, address, mark }) {
    this.title.textContent = summary;
    this.list.replaceChildren(...shown.map((each) => card(each, mark)));
    this.also.querySelector('ul').replaceChildren(...others.map((each) => other(each, mark)));
    this.also.hidden = others.length === 0;
    const [button] = this.more.children;
    button.textContent = `Also show ${more.toLocaleString('en-US')} with only some of these words`;
    this.more.hidden = more === 0;
    this.failure.hidden = true;
    this.nothing.hidden = true;
    this.#turn(page, this.pages(cards.length), address);
  }

  /** Say what was looked for in place of words that were not found, and where else to look; nothing for an empty text. */
  explain(text) {
    this.instead.textContent = text;
    this.instead.parentElement.hidden = !text;
  }

  /**
   * Say why the list is empty, and what to drop.
   * @param {string} reason
   * @param {{text: string, act: () => void}[]} choices
   */
  advise(reason, choices) {
    this.nothing.querySelector('.nothing-reason').textContent = reason;
    this.nothing.querySelector('.advice').replaceChildren(...choices.map(choice));
    this.nothing.hidden = false;
  }

  /** Say that search could not be loaded, and show the list as the server sent it. */
  fail() {
    this.title.textContent = this.served.title;
    this.list.replaceChildren(...this.served.cards);
    this.pager.hidden = true;
    this.explain('');
    this.more.hidden = true;
    this.also.hidden = true;
    this.nothing.hidden = true;
    this.failure.hidden = false;
  }

  #turn(page, pages, address) {
    const [previous, next] = this.pager.querySelectorAll('a');
    previous.hidden = page === 1;
    previous.href = address(page - 1);
    next.hidden = page === pages;
    next.href = address(page + 1);
    this.pager.querySelector('p').textContent = `Page ${page} of ${pages}`;
    this.pager.hidden = pages === 1;
  }
}

function card(shown, mark) {
  const item = clone('card-template');
  fill(item, shown, marked(mark(shown.title, shown.terms)));
  item.querySelector('.card-text').replaceChildren(...marked(mark(shown.text, shown.terms)));
  const [status, label] = shown.status ?? [];
  const badge = item.querySelector('.badge');
  if (status) {
    badge.className = `badge status-${status}`;
    badge.textContent = label;
  } else {
    badge.parentElement.remove();
  }
  const list = item.querySelector('dl');
  const row = list.firstElementChild;
  list.replaceChildren(...shown.facts.map(([about, text]) => fact(row, about, text)));
  const sections = shown.where.filter((name) => IN[name]);
  if (shown.where.length && sections.length === shown.where.length) {
    list.append(fact(row, 'Found in', sections.map((name) => IN[name]).join(', ')));
  }
  return item;
}

function fact(row, label, text) {
  const copy = row.cloneNode(true);
  copy.querySelector('dt').textContent = label;
  copy.querySelector('dd').textContent = text;
  return copy;
}

function other({ title, text, url, kind, terms }, mark) {
  const item = clone('also-template');
  fill(item, { url }, marked(mark(title, terms)));
  item.querySelector('.also-kind').textContent = kind;
  item.querySelector('.also-text').replaceChildren(...marked(mark(text, terms)));
  return item;
}

function fill(item, { url }, title) {
  const link = item.querySelector('h3 a');
  link.href = new URL(url, ROOT);
  link.replaceChildren(...title);
}

/** Strings and marks for an element to hold; neighbours of one kind in one, so that a page has few nodes. */
function marked(pieces) {
  const joined = pieces.reduce((before, { text, hit }) => {
    const last = before.at(-1);
    if (last?.hit === hit) last.text += text;
    else before.push({ text, hit });
    return before;
  }, []);
  const mark = (text) => Object.assign(document.createElement('mark'), { textContent: text });
  return joined.map(({ text, hit }) => (hit ? mark(text) : text));
}

function choice({ text, act }) {
  const item = clone('advice-template');
  const button = item.querySelector('button');
  button.textContent = text;
  button.addEventListener('click', act);
  return item;
}
