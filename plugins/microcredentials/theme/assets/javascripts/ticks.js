/** Tick boxes that this browser keeps: those of the lists with data-ticks, which is the slug of their credential. */

const KEY = 'microcredentials-ticks';
const MOST = 2000; // ticks; keeps the storage small

/** Return the kept ticks, as “slug/name”. The storage may be forbidden, or may contain anything. */
function keptTicks() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/**
 * @param {string} id
 * @param {boolean} isTicked
 */
function keep(id, isTicked) {
  const others = keptTicks().filter((each) => each !== id);
  try {
    localStorage.setItem(KEY, JSON.stringify((isTicked ? [...others, id] : others).slice(-MOST)));
  } catch {
    // the box itself shows the tick
  }
}

/** @type {NodeListOf<HTMLInputElement>} */
const boxes = document.querySelectorAll('[data-ticks] input[type="checkbox"]');
const ticked = new Set(keptTicks());
for (const box of boxes) {
  const list = box.closest('[data-ticks]');
  const id = `${list instanceof HTMLElement ? list.dataset.ticks : ''}/${box.name}`;
  box.checked = ticked.has(id);
  box.addEventListener('change', () => keep(id, box.checked));
}
