/*
 * The frame's two switches: the palette, and panels that fold on small screens (the menu, “On this page”).
 * Without this file every panel is open and the system chooses the palette.
 */
(() => {
  "use strict";
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const KEY = "palette";

  /** Reading or writing may be forbidden (private windows); then a choice lasts as long as the page. */
  const stored = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  const store = (palette) => {
    try {
      if (palette) localStorage.setItem(KEY, palette);
      else localStorage.removeItem(KEY);
    } catch {
      // the page itself has the choice
    }
  };

  const systemPalette = () => (system.matches ? "dark" : "light");
  const current = () => root.dataset.palette || systemPalette();
  const other = () => (current() === "dark" ? "light" : "dark");

  root.dataset.scripted = "";
  if (location.protocol === "file:") {
    // Opened from a disk, where modules and data are not loaded: they come in one script.
    document.head.append(Object.assign(document.createElement("script"), { src: new URL("stick.js", document.currentScript.src) }));
  }
  if (["light", "dark"].includes(stored())) root.dataset.palette = stored();

  const wirePalette = (button) => {
    const name = () => button.setAttribute("aria-label", `Use ${other()} colors`);
    name();
    system.addEventListener("change", name);
    button.addEventListener("click", () => {
      root.dataset.palette = other();
      store(root.dataset.palette === systemPalette() ? null : root.dataset.palette);
      name();
    });
  };

  const wirePanel = (button) => {
    const panel = document.getElementById(button.getAttribute("aria-controls"));
    const show = (open) => {
      button.setAttribute("aria-expanded", String(open));
      panel.toggleAttribute("data-open", open);
    };
    const closeOnEscape = (event) => {
      if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
      show(false);
      button.focus();
    };
    button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
    button.addEventListener("keydown", closeOnEscape);
    panel.addEventListener("keydown", closeOnEscape);
    panel.addEventListener("click", (event) => event.target.closest("a") && show(false));
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-palette-button]").forEach(wirePalette);
    document.querySelectorAll("[data-opens]").forEach(wirePanel);
  });
})();
