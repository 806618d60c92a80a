/* On every page, before the other scripts: what Material's own script did for us, and what the others share.

   window.dossier.load(path)  loads another script of the site once, from disk as well as from a server: a promise.
   window.dossier.fold(text)  text as it is compared: without case, accents and vowel signs.

   Without any script the system chooses the colours, the drawer opens by click, and every page can be read whole. */
"use strict";
(() => {
  const own = document.currentScript.src;
  const loading = new Map();

  /* fetch() is refused on file://, a script element is not. */
  const load = (path) => {
    if (!loading.has(path)) {
      loading.set(path, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = new URL(`../../${path}`, own);
        script.onload = () => done();
        script.onerror = () => { loading.delete(path); failed(new Error(path)); };
        document.head.append(script);
      }));
    }
    return loading.get(path);
  };

  /* \p{M}: combining marks, among them the Arabic vowel signs; the rest are letters that Arabic writes in several ways. */
  const SAME = { "ـ": "", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ß": "ss", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "’": "'", "ʻ": "'", "ʼ": "'" };
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ـأإآٱىئؤةßıøłđæœ’ʻʼ]/g, (letter) => SAME[letter]);

  window.dossier = Object.assign(window.dossier || {}, { load, fold });

  /* Light, dark, or as the system has it. Kept where Material's inline script looks for it before the first paint. */
  const palette = [...document.querySelectorAll("[data-palette] > button")];
  if (palette.length) {
    const stored = __md_get("__palette");
    const show = (index) => palette.forEach((button, at) => { button.hidden = at !== index; });
    const apply = (index) => {
      const color = {};
      for (const name of ["media", "scheme", "primary", "accent"]) color[name] = palette[index].getAttribute(`data-md-color-${name}`);
      __md_set("__palette", { index, color });
      for (const [name, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${name}`, value);
      if (color.media === "(prefers-color-scheme)") follow();
      show(index);
    };
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => document.body.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default");
    let index = Math.max(0, stored ? stored.index : 0) % palette.length;
    show(index);
    const following = () => palette[index].getAttribute("data-md-color-media") === "(prefers-color-scheme)";
    if (following()) follow();
    dark.addEventListener("change", () => { if (following()) follow(); });
    palette.forEach((button) => button.addEventListener("click", () => {
      index = (index + 1) % palette.length;
      apply(index);
      palette[index].focus();
    }));
  }

  /* The drawer: a button in place of Material's label, which has no keyboard; Escape closes it. */
  const drawer = document.getElementById("__drawer");
  const button = document.querySelector("[data-drawer]");
  if (drawer && button) {
    const told = () => button.setAttribute("aria-expanded", drawer.checked);
    button.addEventListener("click", () => { drawer.checked = !drawer.checked; told(); });
    drawer.addEventListener("change", told);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.checked = false;
      told();
      button.focus();
    });
  }

  /* An address may lead into something folded: it is opened, at any depth. */
  const unfold = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* an address typed by hand */ }
    const target = document.getElementById(id);
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target.closest("details")) target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
