/*
 * The frame of every page: the button that changes the palette, and panels that fold on small screens (the menu, “On this
 * page”). Without this script every panel is open, and the system chooses the palette.
 *
 * It is not a module, because the stored palette must be set before the page is first shown. The block keeps its names
 * out of the page's global scope.
 */
{
  const KEY = 'palette';
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');

  /** Return the stored palette; null if there is none, or if the browser does not allow reading it. */
  const storedPalette = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  /**
   * Store a palette. If the browser does not allow it, the choice lasts as long as the page.
   * @param {string | null} palette null to forget it
   */
  const storePalette = (palette) => {
    try {
      if (palette) localStorage.setItem(KEY, palette);
      else localStorage.removeItem(KEY);
    } catch {
      // the page itself shows the choice
    }
  };

  const systemPalette = () => (system.matches ? 'dark' : 'light');
  const otherPalette = () => ((root.dataset.palette || systemPalette()) === 'dark' ? 'light' : 'dark');

  /** @param {Element} button */
  const wirePalette = (button) => {
    const setLabel = () => button.setAttribute('aria-label', `Use ${otherPalette()} colors`);
    setLabel();
    system.addEventListener('change', setLabel);
    button.addEventListener('click', () => {
      const palette = otherPalette();
      root.dataset.palette = palette;
      storePalette(palette === systemPalette() ? null : palette);
      setLabel();
    });
  };

  /** @param {HTMLElement} button */
  const wirePanel = (button) => {
    const panel = document.getElementById(button.getAttribute('aria-controls') ?? '');
    if (!panel) return;
    const isOpen = () => button.getAttribute('aria-expanded') === 'true';
    /** @param {boolean} open */
    const show = (open) => {
      button.setAttribute('aria-expanded', String(open));
      panel.toggleAttribute('data-open', open);
    };
    /** @param {KeyboardEvent} event */
    const closeOnEscape = (event) => {
      if (event.key !== 'Escape' || !isOpen()) return;
      show(false);
      button.focus();
    };
    button.addEventListener('click', () => show(!isOpen()));
    button.addEventListener('keydown', closeOnEscape);
    panel.addEventListener('keydown', closeOnEscape);
    panel.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a')) show(false);
    });
  };

  /**
   * Let the search box in the header suggest. The script for that is loaded when a reader first uses the box.
   * @param {string} script address of this script
   */
  const wireSearch = (script) => {
    const box = document.getElementById('site-search');
    const load = () => import(new URL('suggest.js', script).href).then(({ addSuggestions }) => addSuggestions(box));
    box?.addEventListener('focus', () => load().catch(() => undefined), { once: true });
  };

  /** Show in the menu how many credentials are saved; saved-plan.js has the name of the storage and of the event. */
  const showPlanCount = () => {
    let count = 0;
    try {
      const saved = JSON.parse(localStorage.getItem('microcredentials-plan') ?? '[]');
      count = Array.isArray(saved) ? saved.length : 0;
    } catch {
      // the plan page says that nothing can be kept
    }
    for (const mark of document.querySelectorAll('[data-plan-count]')) mark.textContent = count ? `(${count})` : '';
  };

  const source = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';
  root.dataset.scripted = '';
  if (location.search.length > 1) root.dataset.searching = ''; // the catalog removes it with its first list
  if (location.protocol === 'file:' && source) {
    // Browsers load neither modules nor data from a local disk; one script contains both.
    const src = new URL('offline.js', source).href;
    document.head.append(Object.assign(document.createElement('script'), { src }));
  }
  const stored = storedPalette();
  if (stored === 'light' || stored === 'dark') root.dataset.palette = stored;

  document.addEventListener('DOMContentLoaded', () => {
    if (source) wireSearch(source);
    showPlanCount();
    addEventListener('plan-changed', showPlanCount);
    addEventListener('storage', showPlanCount);
    for (const button of document.querySelectorAll('[data-palette-button]')) wirePalette(button);
    for (const button of document.querySelectorAll('[data-opens]')) {
      if (button instanceof HTMLElement) wirePanel(button);
    }
  });
}
