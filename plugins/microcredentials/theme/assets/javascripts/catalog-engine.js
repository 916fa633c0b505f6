/** The catalog's search engine, opened when it is first needed. After a failure, the next call tries again. */

const FILES = new URL('../search/', import.meta.url);

/** @type {Promise<import('../search/engine.js').Catalog> | null} */
let opening = null;

/** Return the search engine with its first files loaded; see `../search/engine.js`. */
export function openEngine() {
  opening ??= load().catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

async function load() {
  const { open } = await import('../search/engine.js');
  return open(bytes);
}

/**
 * Load a file. The manifest is always requested again; the names of all other files change with their content.
 * @param {string} name
 */
async function bytes(name) {
  const response = await fetch(new URL(name, FILES), { cache: name === 'manifest.json' ? 'no-cache' : 'default' });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.arrayBuffer();
}
