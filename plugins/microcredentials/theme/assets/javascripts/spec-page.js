/**
 * The page of a credential or stack: marks the section in “On this page” that the reader is in, and unfolds everything
 * on paper where the style sheet cannot.
 */

const links = new Map([...document.querySelectorAll('.contents a[href^="#"]')].map((a) => [a.getAttribute('href'), a]));
const sections = [...links.keys()].flatMap((href) => document.querySelector(href ?? '') ?? []);

/** Return the last section that begins above the middle of the window; folded ones have no place. */
function current() {
  const middle = innerHeight / 2;
  return sections.findLast((section) => {
    const { top, height } = section.getBoundingClientRect();
    return height > 0 && top <= middle;
  });
}

function mark() {
  const here = current();
  for (const [href, link] of links) {
    if (here && href === `#${here.id}`) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
}

let isWaiting = false;
addEventListener(
  'scroll',
  () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      mark();
    });
  },
  { passive: true },
);
mark();

/** @type {HTMLDetailsElement[]} */
let unfolded = [];
addEventListener('beforeprint', () => {
  unfolded = [...document.querySelectorAll('details')].filter((each) => !each.open);
  for (const each of unfolded) each.open = true;
});
addEventListener('afterprint', () => {
  for (const each of unfolded) each.open = false;
});
