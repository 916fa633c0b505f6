/** The order of the plan: moved by a step, or dragged by the handle of a card. */

/**
 * Return slugs with one of them moved among those that the page shows; the others stay where they are.
 * @param {string[]} slugs
 * @param {string[]} shown some of them, in the same order
 * @param {string} slug
 * @param {number} to its new place among those shown, from 0
 */
export function moveTo(slugs, shown, slug, to) {
  const order = shown.filter((each) => each !== slug);
  order.splice(to, 0, slug);
  return slugs.map((each) => (shown.includes(each) ? (order.shift() ?? each) : each));
}

/**
 * Let a mouse, pen or finger drag the items of a list by their handles. Keyboards use the buttons.
 * @param {HTMLElement} list
 * @param {(item: HTMLElement, place: number) => void} drop called with the item and its new place, from 0
 */
export function allowDragging(list, drop) {
  list.addEventListener('pointerdown', (event) => {
    const handle = event.target instanceof Element ? event.target.closest('.plan-grip') : null;
    const item = handle?.closest('li');
    if (!handle || !item || event.button !== 0) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    item.classList.add('is-dragged');
    /** @param {Event} move */
    const follow = (move) => move instanceof PointerEvent && place(item, move.clientY);
    handle.addEventListener('pointermove', follow);
    handle.addEventListener(
      'lostpointercapture',
      () => {
        handle.removeEventListener('pointermove', follow);
        item.classList.remove('is-dragged');
        drop(item, [...list.children].indexOf(item));
      },
      { once: true },
    );
  });
}

/**
 * Move the neighbors of an item past it, as far as a height of the window has passed their middles. The item itself stays
 * in the page, because a handle that leaves the page loses the pointer.
 * @param {HTMLElement} item
 * @param {number} height
 */
function place(item, height) {
  for (let next = item.nextElementSibling; next && middle(next) < height; next = item.nextElementSibling) {
    item.before(next);
  }
  for (let last = item.previousElementSibling; last && middle(last) > height; last = item.previousElementSibling) {
    item.after(last);
  }
}

/** @param {Element} element */
function middle(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return (top + bottom) / 2;
}
