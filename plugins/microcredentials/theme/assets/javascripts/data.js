/** The catalog's search, opened once, when it is first asked for; a failure is not remembered. */

const FILES = new URL('../search/', import.meta.url);

/** The root of the site: addresses in records are relative to it. */
export const ROOT = new URL('../../', import.meta.url);

/** The search engine with its first files; see `../search/engine.js`. */
export const engine = once(async () => {
  const { open } = await import('../search/engine.js');
  return open(bytes);
});

function once(load) {
  let pending = null;
  return () => {
    pending ??= load().catch((error) => {
      pending = null;
      throw error;
    });
    return pending;
  };
}

/** The manifest is asked for anew each time; the names of all other files change with what is in them. */
async function bytes(name) {
  const response = await fetch(new URL(name, FILES), { cache: name === 'manifest.json' ? 'no-cache' : 'default' });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.arrayBuffer();
}
