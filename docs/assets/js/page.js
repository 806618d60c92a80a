/* On every page, before the other scripts: what Material's own script did for us, and what the others share.

   window.dossier.load(path)  loads another script of the site once, from disk as well as from a server: a promise.
   window.dossier.fold(text)  text as it is compared: without case, accents and vowel signs.
   window.dossier.at(hash)    the element that the hash of an address leads to, or null.

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

  const at = (hash) => {
    let id = hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* a % by hand */ }
    return document.getElementById(id);
  };

  window.dossier = Object.assign(window.dossier || {}, { load, fold, at });

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
    let index = Math.max(0, stored?.index || 0) % palette.length;
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

  /* The drawer: a button in place of Material's label, which has no keyboard; Escape, a link and leaving it
     close it. Its parts slide in over one another; what is out of sight is out of reach of the keyboard as well. */
  const drawer = document.getElementById("__drawer");
  const button = document.querySelector("[data-drawer]");
  const side = document.querySelector(".md-sidebar--primary");
  if (drawer && button && side) {
    const narrow = matchMedia("(max-width: 76.2344em)");
    const parts = [...side.querySelectorAll(".md-nav__toggle")].map((toggle) => ({
      toggle, label: toggle.parentElement.querySelector("label"), inside: toggle.parentElement.querySelector("nav"),
    })).filter(({ inside }) => inside);
    const told = () => {
      button.setAttribute("aria-expanded", drawer.checked);
      side.inert = narrow.matches && !drawer.checked;
      for (const { toggle, inside } of parts) inside.inert = narrow.matches && !toggle.checked;
    };
    const slide = (on) => {
      drawer.checked = on;
      told();
    };
    const into = (within) => [...within.querySelectorAll(".md-nav__link")].find((link) => link.getClientRects().length)?.focus({ preventScroll: true });
    button.addEventListener("click", () => {
      slide(!drawer.checked);
      if (drawer.checked) into(side);
    });
    drawer.addEventListener("change", told);
    narrow.addEventListener("change", told);
    for (const { toggle, label, inside } of parts) {
      label.tabIndex = 0;
      toggle.addEventListener("change", () => {
        told();
        if (!narrow.matches) return;
        if (toggle.checked) into(inside); else label.focus({ preventScroll: true });
      });
    }
    document.addEventListener("focusin", ({ target }) => {
      if (!narrow.matches || !drawer.checked) return;
      for (const { toggle, inside } of parts) toggle.checked &&= inside.contains(target);
      slide(target === button || side.contains(target));
    });
    side.addEventListener("click", ({ target }) => { if (target.closest("a")) slide(false); });
    document.addEventListener("keydown", ({ key, target }) => {
      if (key === "Enter" && side.contains(target)) parts.find(({ label }) => label === target)?.toggle.click();
      if (key !== "Escape" || !drawer.checked) return;
      slide(false);
      button.focus();
    });
    told();
  }

  /* An address may lead into something folded: it is opened, at any depth. */
  const unfold = () => {
    const target = at(location.hash);
    let part = target?.closest("details");
    if (!part) return;
    for (; part; part = part.parentElement.closest("details")) part.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
