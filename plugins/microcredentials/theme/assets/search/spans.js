/**
 * Return a text without some of its parts, and without the commas and spaces that then are too many.
 * @param {string} text
 * @param {{start: number, end: number}[]} parts in order
 */
export function without(text, parts) {
  if (!parts.length) return text;
  let rest = '';
  let from = 0;
  for (const { start, end } of parts) {
    rest += `${text.slice(from, Math.max(from, start))} `;
    from = Math.max(from, end);
  }
  return `${rest}${text.slice(from)}`
    .replace(/\s+/g, ' ')
    .replace(/ ?([,;])[ ,;]*/g, '$1 ')
    .replace(/^[ ,;]+|[ ,;]+$/g, '');
}
