/** The page: the root of its site, its parts, and new elements. */

/** The root of the site; addresses in data are relative to it. */
export const ROOT = new URL('../../', import.meta.url);

/**
 * Return the first element that matches a selector.
 * @template {Element} Type
 * @param {string} selector
 * @param {new () => Type} type
 * @param {ParentNode} [within]
 * @returns {Type}
 * @throws {Error} if there is no such element, or if it has another type
 */
export function part(selector, type, within = document) {
  const found = within.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`This page has no ${selector} of the type ${type.name}.`);
}

/**
 * Return all elements of a type that match a selector.
 * @template {Element} Type
 * @param {string} selector
 * @param {new () => Type} type
 * @param {ParentNode} [within]
 * @returns {Type[]}
 */
export function parts(selector, type, within = document) {
  /** @type {Type[]} */
  const found = [];
  for (const each of within.querySelectorAll(selector)) if (each instanceof type) found.push(each);
  return found;
}

/**
 * Return a copy of the only element in the page's <template> with this id.
 * @param {string} id
 */
export function clone(id) {
  const [copy] = document.importNode(part(`#${id}`, HTMLTemplateElement).content, true).children;
  return /** @type {HTMLElement} */ (copy);
}

/**
 * Return a new element.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} [properties]
 * @param {...(Node | string)} children
 */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
