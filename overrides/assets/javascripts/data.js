/** The files that search needs, each fetched once, when it is first asked for; a failure is not remembered. */

const FILES = new URL('../search/', import.meta.url);

/** The root of the site: addresses in records are relative to it. */
export const ROOT = new URL('../../', import.meta.url);

/** Everything that can be found; its form is described in `plugins/microcredentials/site/search_data.py`. */
export const records = once(() => json('records.json'));

/** Search by words, as `search.js` offers it. */
export const searcher = once(async () => {
  const [{ open }, index] = await Promise.all([import('./search.js'), json('index.json'), script('lunr.js')]);
  return open({ index, lunr: window.lunr });
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

/** Asked anew each time (an unchanged file is not sent again): the index and the records must be of one build. */
async function json(name) {
  const response = await fetch(new URL(name, FILES), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

function script(name) {
  const element = document.createElement('script');
  element.src = new URL(name, FILES);
  return new Promise((resolve, reject) => {
    element.addEventListener('load', resolve);
    element.addEventListener('error', () => reject(new Error(`${name} could not be loaded`)));
    document.head.append(element);
  });
}
