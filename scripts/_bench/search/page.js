/** What runs in the browser: each engine is opened and asked, and says how long that took and what it found. */

const FIELDS = ['title', 'competency', 'tags', 'codes', 'stack', 'subjects', 'text'];
const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

const OPENERS = {
  async ours({ files }) {
    const { open } = await import('/search/engine.js');
    const kept = new Map(Object.entries(files).map(([name, content]) => [name, bytes(content)]));
    return async () => {
      const engine = await open(async (name) => kept.get(name));
      return async (text) => (await engine.match(text)).map(({ id }) => id);
    };
  },
  async page({ files }) {
    const { open } = await import('/search/engine.js');
    const { runQuery } = await import('/javascripts/query.js');
    const kept = new Map(Object.entries(files).map(([name, content]) => [name, bytes(content)]));
    const usual = { asWords: false, loose: false, chosen: {}, sort: '', page: 1 };
    return async () => {
      const engine = await open(async (name) => kept.get(name));
      return async (q) => (await runQuery({ ...usual, q }, engine)).cards.map(({ id }) => id);
    };
  },
  async lunr({ lunrIndex }) {
    return async () => {
      const index = lunr.Index.load(JSON.parse(lunrIndex));
      const clean = (text) =>
        text
          .toLowerCase()
          .split(/[\s-]+/)
          .filter((word) => /^[\p{L}\p{N}.]+$/u.test(word));
      return async (text) =>
        index
          .query((query) => {
            for (const word of clean(text)) {
              query.term(word, { boost: 10 });
              query.term(word, { boost: 3, wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false });
              if (word.length > 4) query.term(word, { boost: 1, editDistance: 1, usePipeline: false });
            }
          })
          .map(({ ref }) => Number(ref));
    };
  },
  async pagefind() {
    return async () => {
      const engine = await import('/pagefind/pagefind.js');
      await engine.init();
      return async (text) => {
        const { results } = await engine.search(text);
        const first = await Promise.all(results.slice(0, 5).map((each) => each.data()));
        return first.map(({ url }) => Number(url.match(/\d+/)[0]));
      };
    };
  },
  async minisearch({ miniIndex }, { whole }) {
    const { default: MiniSearch } = await import('/minisearch.js');
    const fields = whole ? [...FIELDS, 'whole'] : FIELDS;
    const boost = { title: 6, competency: 2, tags: 3, codes: 3 };
    return async () => {
      const index = MiniSearch.loadJSON(miniIndex, { fields });
      const asked = { boost, prefix: true, fuzzy: (word) => (word.length > 4 ? 0.2 : false) };
      return async (text) => index.search(text, asked).map(({ id }) => id);
    };
  },
};

/** Build MiniSearch's own index, as it would be published. */
async function minisearchIndex(documents, whole) {
  const { default: MiniSearch } = await import('/minisearch.js');
  const index = new MiniSearch({ fields: whole ? [...FIELDS, 'whole'] : FIELDS });
  index.addAll(documents);
  return JSON.stringify(index);
}

/** Open an engine some times and ask it everything twice, the second time with nothing left to load. */
async function measured(name, parts, texts, options = {}) {
  const open = await OPENERS[name](parts, options);
  const ready = [];
  let ask;
  for (let round = 0; round < 5; round++) {
    const begun = performance.now();
    ask = await open();
    ready.push(performance.now() - begun);
  }
  const found = [];
  for (const text of texts) found.push((await ask(text)).filter((id) => id < (options.below ?? Infinity)).slice(0, 5));
  const spent = [];
  for (const text of texts) {
    const begun = performance.now();
    await ask(text);
    spent.push(performance.now() - begun);
  }
  const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
  return { ready: sorted(ready)[2], p95: sorted(spent)[Math.floor(spent.length * 0.95)], found };
}

Object.assign(globalThis, { measured, minisearchIndex });
