/** The plan: from what this browser keeps, or from an address that somebody shared (?plan=slug,slug). */

import { clone } from './clone.js';
import { ROOT } from './data.js';
import { GONE, facts, stacks, today } from './facts.js';
import { save, saved, slugs } from './saved.js';
import { calendar, schedule } from './schedule.js';

const part = (id) => document.getElementById(id);
const shared = slugs((new URLSearchParams(location.search).get('plan') ?? '').split(','));
const isShared = shared.length > 0;
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
const address = (path) => new URL(path, ROOT).href;

let dues = [];
let gone = [];

const names = () => (isShared ? shared : saved());

function lines(id, texts) {
  part(id).replaceChildren(...texts.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
}

async function show() {
  const asked = names();
  const [found, known] = await Promise.all([facts(asked), stacks()]);
  const wanted = today(asked, found);
  const listed = wanted.map((name) => found.find((each) => each?.slug === name)).filter(Boolean);
  const planned = listed.filter(({ retired }) => !retired);
  if (!isShared && wanted.join() !== asked.join()) save(wanted);
  part('plan-shared').hidden = !isShared;
  part('plan-failed').hidden = !found.includes(null);
  showGone(asked.filter((_, at) => found[at] === GONE));
  part('plan-empty').hidden = wanted.length > 0;
  part('plan-full').hidden = listed.length === 0;
  part('plan-items').replaceChildren(...listed.map(item));
  part('plan-total').textContent = planned.length ? total(planned) : '';
  lines('plan-worth', planned.flatMap(({ title, counts_for }) => counts_for.map((worth) => `${worth}: ${title}`)));
  part('plan-stacks').replaceChildren(...known.map((stack) => progress(stack, wanted)).filter(Boolean));
  part('plan-link').value = new URL(`?plan=${wanted.join(',')}`, location.href).href;
  part('plan-compare').search = new URLSearchParams(wanted.slice(0, 4).map((slug) => ['c', slug])).toString();
  part('plan-compare').hidden = wanted.length < 2;
  showDates(planned);
}

/** Name what the catalog no longer has, and offer to take it out of one's own plan. */
function showGone(names) {
  gone = names;
  part('plan-gone').hidden = gone.length === 0;
  part('plan-gone-names').textContent = gone.join(', ');
  part('plan-gone').querySelector('button').hidden = isShared;
}

function total(planned) {
  const [least, most] = planned.reduce(([a, b], { hours: [min = 0, max = 0] }) => [a + min, b + max], [0, 0]);
  const silent = planned.filter(({ hours }) => !hours.length).length;
  const time = least === most ? plural(most, 'hour') : `${least}–${most} hours`;
  return `${plural(planned.length, 'micro-credential')}, ${time} in all${silent ? ` (${silent} without a stated time)` : ''}`;
}

function item(each) {
  const made = clone('plan-item');
  const link = made.querySelector('a');
  const button = made.querySelector('.plan-out button');
  link.textContent = each.title;
  link.href = address(each.url);
  const time = each.hours.length ? `${each.hours[0]}–${each.hours[1]} hours` : 'Time not stated';
  const said = each.retired ? [`${each.retired.words}. It can no longer be started.`] : [time, ...each.counts_for];
  made.querySelector('.plan-facts').textContent = said.join(' · ');
  showSuccessor(made.querySelector('.plan-successor'), each);
  button.textContent = 'Take out';
  button.setAttribute('aria-label', `Take ${each.title} out of the plan`);
  button.parentElement.hidden = isShared;
  button.addEventListener('click', async () => {
    save(saved().filter((slug) => slug !== each.slug));
    await show();
    part('plan-status').textContent = `${each.title} is taken out.`;
    (part('plan-full').hidden ? part('plan-empty').querySelector('a') : part('plan-items-title')).focus();
  });
  return made;
}

/** Name what follows a retired credential, and offer it in its place. */
function showSuccessor(line, { slug, retired }) {
  line.hidden = !retired?.followed_by;
  if (line.hidden) return;
  const { slug: next, title, url } = retired.followed_by;
  const button = line.querySelector('button');
  Object.assign(line.querySelector('a'), { textContent: title, href: address(url) });
  button.hidden = isShared;
  button.addEventListener('click', async () => {
    save(saved().map((each) => (each === slug ? next : each)));
    await show();
    part('plan-status').textContent = `${title} is in the plan.`;
    part('plan-items-title').focus();
  });
}

/** What of a stack is planned and what is missing; nothing for a stack that the plan does not touch. */
function progress({ title, url, members, electives_min, capstone }, wanted) {
  const planned = members.filter(({ slug }) => wanted.includes(slug));
  if (!planned.length) return null;
  const missing = members.filter(({ slug, role }) => role === 'required' && !wanted.includes(slug));
  const electives = electives_min - planned.filter(({ role }) => role === 'elective').length;
  const left = [
    ...missing.map((member) => member.title),
    ...(electives > 0 ? [`${plural(electives, 'more elective')}`] : []),
  ];
  const row = document.createElement('li');
  const link = Object.assign(document.createElement('a'), { href: address(url), textContent: title });
  const said = left.length ? `missing: ${left.join('; ')}` : `complete with this plan${capstone ? `, then the capstone: ${capstone}` : ''}`;
  row.append(link, ` – ${said}.`);
  return row;
}

function showDates(planned) {
  const { valueAsDate, validity } = part('plan-begin');
  const begin = validity.valid ? valueAsDate : null;
  dues = begin ? schedule(planned, begin) : [];
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
  lines('plan-steps', dues.map((due) => `${day.format(due.day)}: ${due.step} (${due.title})`));
  part('plan-steps').hidden = dues.length === 0;
  part('plan-calendar').hidden = dues.length === 0;
}

part('plan-begin').addEventListener('change', show);
part('plan-calendar').addEventListener('click', () => {
  const file = new Blob([calendar(dues, (slug) => address(`credentials/${slug}/`), new Date())], { type: 'text/calendar' });
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: 'my-plan.ics' });
  link.click();
  URL.revokeObjectURL(link.href);
});
part('plan-gone').querySelector('button').addEventListener('click', async () => {
  save(saved().filter((slug) => !gone.includes(slug)));
  await show();
  part('plan-status').textContent = 'The plan is as it was, without what the catalog no longer has.';
  (part('plan-full').hidden ? part('plan-empty').querySelector('a') : part('plan-items-title')).focus();
});
part('plan-shared').querySelector('button').addEventListener('click', ({ target }) => {
  if (save([...saved(), ...shared])) location.assign(location.pathname);
  else target.textContent = 'This browser keeps nothing';
});
show();
