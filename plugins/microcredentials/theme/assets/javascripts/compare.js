/** The comparison: the address says what is compared (?c=slug&c=slug), and the table says it in rows. */

import { engine, ROOT } from './data.js';
import { facts, today } from './facts.js';
import { slugs } from './saved.js';

const MOST = 4; // more columns than this nobody can read
const page = document.getElementById('compare');
const part = (selector) => page.querySelector(selector);
const frame = part('#compare-frame');
const choice = part('#compare-choice');
const status = part('#compare-status');

const asked = () => slugs(new URLSearchParams(location.search).getAll('c')).slice(0, MOST);

function element(name, attributes = {}, ...children) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children);
  return made;
}

function addressOf(names) {
  const query = new URLSearchParams(names.map((name) => ['c', name]));
  return `${location.pathname}${names.length ? `?${query}` : ''}`;
}

/** Take a new choice into the address, so that it can be shared and the back button takes it back. */
function go(names) {
  history.pushState(null, '', addressOf(names));
  return show();
}

async function show() {
  const found = await facts(asked());
  const names = today(asked(), found);
  const known = names.map((name) => found.find((each) => each?.slug === name)).filter(Boolean);
  if (names.join() !== asked().join()) history.replaceState(null, '', addressOf(names));
  const missing = names.filter((name) => !known.some(({ slug }) => slug === name));
  part('#compare-failed').hidden = missing.length === 0;
  part('#compare-missing').textContent = missing.length ? `: ${missing.join(', ')}` : '';
  part('#compare-empty').hidden = known.length > 0;
  frame.hidden = known.length === 0;
  part('#compare-add').hidden = names.length >= MOST;
  frame.style.setProperty('--compared', known.length);
  frame.querySelector('thead tr').replaceChildren(
    element('td', { role: 'cell' }),
    ...known.map((each) => element('th', { scope: 'col', role: 'columnheader' }, element('a', { href: new URL(each.url, ROOT) }, each.title), remover(each))),
  );
  frame.querySelector('tbody').replaceChildren(...(known.length ? rows(known) : []));
  status.textContent = `${known.length} compared`;
}

/** A row for each fact that at least one of them states. */
function rows(known) {
  return known[0].facts.map(([label], at) => [label, known.map((each) => each.facts[at][1])])
    .filter(([, cells]) => cells.some((lines) => lines.length))
    .map(([label, cells]) => element('tr', { role: 'row' }, element('th', { scope: 'row', role: 'rowheader' }, label), ...cells.map(cell)));
}

function cell(lines) {
  if (lines.length < 2) return element('td', { role: 'cell' }, lines[0] ?? 'Not stated');
  return element('td', { role: 'cell' }, element('ul', {}, ...lines.map((line) => element('li', {}, line))));
}

function remover({ slug, title }) {
  const button = element('button', { type: 'button', className: 'link-button' }, 'Remove');
  button.setAttribute('aria-label', `Remove ${title}`);
  button.addEventListener('click', async () => {
    await go(asked().filter((name) => name !== slug));
    choice.focus();
  });
  return button;
}

part('#compare-add').addEventListener('submit', (event) => {
  event.preventDefault();
  if (choice.value) go([...asked(), choice.value]);
});
window.addEventListener('popstate', show);

const slugOf = (url) => url.split('/')[1];
engine()
  .then((catalog) => {
    const titles = catalog.store.titles.slice(0, catalog.credentials);
    choice.replaceChildren(...titles.map((title, id) => element('option', { value: slugOf(catalog.url(id)) }, title)));
    // Not before: what is typed at an empty list would be lost without a word.
    for (const control of part('#compare-add').elements) control.disabled = false;
  })
  .catch(() => (choice.options[0].text = 'The catalog could not be loaded'));
show();
