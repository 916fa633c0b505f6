/** A copy of the one element in the page's <template> of this id. */
export function clone(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}
