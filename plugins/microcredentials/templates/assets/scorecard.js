/**
 * Filters, answers and copies on a scorecard. Without this script, everything can still be read, printed and copied by
 * hand.
 *
 * @typedef {object} Answer
 * @property {HTMLElement} element
 * @property {string} standard the name of the clause
 * @property {string} question
 * @property {boolean} isAllowed whether the reviewer's role is asked here
 * @property {boolean} yes
 * @property {string} note
 */

/**
 * Return the first element that matches a selector.
 * @template {Element} Type
 * @param {string} selector
 * @param {new () => Type} type
 * @param {ParentNode} [within]
 * @returns {Type}
 */
function part(selector, type, within = document) {
  const found = within.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`This page has no ${selector} of the type ${type.name}.`);
}

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {NodeListOf<HTMLElement>}
 */
const all = (selector, within = document) => within.querySelectorAll(selector);

/** @param {string | null} text */
const plain = (text) => (text ?? '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** @param {string} text */
const quoted = (text) => JSON.stringify(plain(text));

const cards = [...all('.card')];
const filters = part('#filters', HTMLFormElement);
const reviewer = part('#reviewer', HTMLFormElement);
const role = part('[name=role]', HTMLSelectElement, reviewer);

document.documentElement.dataset.scripted = '';

/* Filters */

/**
 * @param {HTMLElement} clause
 * @param {Record<string, FormDataEntryValue>} wanted
 */
function matches(clause, wanted) {
  const { result, area, families = '', roles = '' } = clause.dataset;
  return (
    (!wanted.result || wanted.result === result) &&
    (!wanted.area || `${area}: `.startsWith(`${wanted.area}: `)) &&
    (!wanted.family || families.split(' ').includes(String(wanted.family))) &&
    (!wanted.role || roles.split(' ').includes(String(wanted.role)))
  );
}

/**
 * Hide each group without a visible clause.
 * @param {string} selector of the groups
 * @param {HTMLElement} card
 */
function hideEmpty(selector, card) {
  for (const group of all(selector, card)) group.hidden = !group.querySelector('.clause:not([hidden])');
}

function filter() {
  const wanted = Object.fromEntries(new FormData(filters));
  for (const card of cards) {
    card.hidden = Boolean(wanted.spec) && card.id !== wanted.spec;
    for (const clause of all('.clause', card)) clause.hidden = !matches(clause, wanted);
    hideEmpty('.area', card);
    hideEmpty('.standard', card);
  }
  const clauses = cards.filter((card) => !card.hidden).flatMap((card) => [...all('.clause', card)]);
  const shown = clauses.filter((clause) => !clause.hidden).length;
  part('#shown', HTMLElement).textContent = `${shown} of ${clauses.length} clauses shown`;
}

/* Answers: YAML for the file, Markdown for the comment */

/** @param {string} name */
const field = (name) => {
  const control = reviewer.elements.namedItem(name);
  return control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? plain(control.value) : '';
};

/** Return which fields of the reviewer are still empty. */
const emptyFields = () => ['role', 'organization', 'date'].filter((name) => !field(name));

/**
 * Return the question of a clause, without the label before it and the roles after it.
 * @param {Element} clause
 */
function questionOf(clause) {
  const nodes = [...part('.question', HTMLElement, clause).childNodes];
  return plain(nodes.map((node) => (node instanceof Text ? node.data : '')).join(''));
}

/**
 * @param {HTMLElement} element
 * @returns {Answer}
 */
function read(element) {
  /** @type {HTMLElement} */
  const clause = element.closest('.clause') ?? element;
  return {
    element,
    standard: element.dataset.standard ?? '',
    question: questionOf(clause),
    isAllowed: !field('role') || (clause.dataset.roles ?? '').split(' ').includes(field('role')),
    yes: part('input', HTMLInputElement, element).checked,
    note: plain(part('textarea', HTMLTextAreaElement, element).value),
  };
}

/**
 * Return an answer as an attestation, in lines of YAML.
 * @param {Answer} answer
 * @param {string} indent
 */
function attestation(answer, indent) {
  const office = field('office') ? `, office: ${quoted(field('office'))}` : '';
  const by = `{role: ${field('role')}, organization: ${quoted(field('organization'))}${office}}`;
  const lines = [`- standard: ${answer.standard}`, `  by: ${by}`, `  date: ${field('date')}`];
  return [...lines, `  note: ${quoted(answer.note)}`].map((line) => indent + line).join('\n');
}

/** @param {Answer[]} answers that were given */
function missing(answers) {
  const fields = emptyFields().map((name) => `your ${name}`);
  const withoutNote = answers.filter((each) => each.isAllowed && !each.note).length;
  return withoutNote ? [...fields, `what you looked at (${withoutNote} of your answers)`] : fields;
}

/**
 * Return what the reviewer still has to do.
 * @param {Answer[]} ticked
 * @param {Answer[]} written
 */
function message(ticked, written) {
  if (!ticked.length) return 'No answer is checked yet.';
  const lacking = missing(ticked);
  const refused = ticked.filter((each) => !each.isAllowed).length;
  const count = written.length === 1 ? '1 answer is' : `${written.length} answers are`;
  return [
    `${count} in the lines below.`,
    lacking.length ? `Still missing: ${lacking.join(', ')}.` : '',
    refused ? `${refused} left out, because a different role must answer.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/**
 * Return the attestations of a spec: those that it has, unless they are answered again, and the new ones.
 * @param {HTMLElement} card
 * @param {Answer[]} written
 */
function lines(card, written) {
  /** @type {[string, string][]} */
  const items = JSON.parse(card.dataset.items ?? '[]');
  const kept = items.filter(([name]) => !written.some((each) => each.standard === name)).map(([, text]) => text);
  const indent = /^ */.exec(kept[0] ?? '  ')?.[0] ?? '';
  return ['attestations:', ...kept, ...written.map((each) => attestation(each, indent))].join('\n');
}

/**
 * Return the answers for the comment, in Markdown.
 * @param {Answer[]} answers
 */
function remarks(answers) {
  const by = [role.selectedOptions[0].text, field('office'), field('organization'), field('date')];
  const who = field('role') ? ` (${by.filter(Boolean).join(', ')})` : '';
  const given = answers.filter((each) => each.yes || each.note);
  const points = given.map((each) => `- **${each.question}** ${each.yes ? 'Yes. ' : 'Open. '}${each.note}`.trim());
  return points.length ? `\n### The reviewer’s answers${who}\n\n${points.join('\n')}\n` : '';
}

function answer() {
  for (const card of cards) {
    const yaml = card.querySelector('.yaml');
    if (!(yaml instanceof HTMLTextAreaElement)) continue;
    const answers = [...all('.answer', card)].map(read);
    const ticked = answers.filter((each) => each.yes);
    const written = emptyFields().length ? [] : ticked.filter((each) => each.isAllowed && each.note);
    part('.missing', HTMLElement, card).textContent = message(ticked, written);
    yaml.value = written.length ? lines(card, written) : '';
    for (const each of answers) each.element.toggleAttribute('data-refused', !each.isAllowed);
    const comment = part('.comment', HTMLTextAreaElement, card);
    if (!comment.dataset.edited) comment.value = comment.defaultValue + remarks(answers);
  }
}

/* Copying and printing */

/** @param {HTMLElement} button */
async function copy(button) {
  const area = part(`#${button.dataset.copies}`, HTMLTextAreaElement);
  const status = part('[role=status]', HTMLElement, button.parentElement ?? document);
  try {
    await navigator.clipboard.writeText(area.value);
    status.textContent = 'Copied.';
  } catch {
    area.focus();
    area.select();
    status.textContent = 'The text is selected. Press Ctrl+C or ⌘C.';
  }
}

/** @type {HTMLDetailsElement[]} */
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details')].filter((each) => !each.open && each.querySelector('.passages'));
  for (const each of opened) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of opened) each.open = false;
});

filters.addEventListener('change', filter);
filters.addEventListener('reset', () => setTimeout(filter));
filters.addEventListener('submit', (event) => event.preventDefault());
reviewer.addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  if (target.matches('.comment')) target.dataset.edited = 'yes';
  else if (target.closest('.answer, #reviewer')) answer();
});
for (const button of all('[data-copies]')) button.addEventListener('click', () => copy(button));
filter();
answer();
