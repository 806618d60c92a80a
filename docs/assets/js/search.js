/* The search over the page: opened in the header, or by `/`; Down and Up go through the results, Enter follows the
   first. What was looked for stands in the address (?q=), so it can be linked and Back returns to it. */
"use strict";
(() => {
  const { dossier } = window;
  const { lang } = document.documentElement;
  const MOST = 200;
  const root = new URL("../../", document.currentScript.src);
  const find = (name, within = document) => within.querySelector(`.search-${name}`);
  const [opener, dialog, input, told, near, list] = ["open", "dialog", "words", "told", "near", "list"].map((name) => find(name));
  if (!dialog) return;
  const words = dossier.words.search;
  let entries, begun, timer, state = "waiting";
  find("close").textContent = words.close;

  const begin = async () => {
    if (begun) return;
    begun = true;
    try {
      await Promise.all([dossier.load("assets/js/search-match.js"), dossier.load("assets/data/search.js")]);
      entries = dossier.prepare(dossier.index);
      for (let part = 1; part <= dossier.index.parts; part += 1) {
        answer();
        await dossier.load(`assets/data/search-${part}.js`);
        dossier.reads(entries, dossier.index.words);
      }
      state = "none";
    } catch {
      /* Offline: the next letter tries again. */
      state = "broken";
      begun = false;
    }
    answer();
  };

  const made = (tag, more) => Object.assign(document.createElement(tag), more);
  const write = (name, item, text, terms, before) => {
    find(name, item).append(...dossier.marked(text, terms, before).map((piece, at) => (at % 2 ? made("mark", { textContent: piece }) : piece)));
    return find(name, item);
  };

  const row = ({ entry }, terms) => {
    const item = find("row").content.cloneNode(true);
    const { address, named, languages, kind, what, status } = entry;
    Object.assign(write("title", item, named[0], terms), { href: new URL(address, root), lang: languages[0] || lang });
    const other = named.findIndex((name) => dossier.marked(name, terms)[1]);
    if (other > 0) write("name", item, named[other], terms).lang = languages[other] || lang;
    find("kind", item).textContent = [dossier.index.kinds[kind], what].filter(Boolean).join(" · ");
    const [icon, colour, label] = dossier.index.statuses[status] || [];
    if (icon) {
      find("status", item).append(label);
      item.querySelector("svg").classList.add(colour || "i");
      item.querySelector("use").setAttribute("href", `#${icon}`);
    } else find("status", item).remove();
    write("text", item, dossier.sentence(entry, terms), terms, 90);
    return item;
  };

  const answer = () => {
    const query = input.value.trim();
    const followed = list.contains(document.activeElement) && document.activeElement.href;
    clearTimeout(timer);
    for (const part of [told, near, list]) part.replaceChildren();
    if (!query) return remember("");
    const { how, name, items, terms, names } = entries ? dossier.match(entries, query) : { how: "none", items: [], names: [] };
    const filled = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, key) => values[key].toLocaleString(lang));
    const all = filled(words[how === "none" ? state : how], { n: items.length, query, name });
    told.append(items.length > MOST ? filled(words.first, { all, n: MOST }) : all);
    if (names.length) near.append(words.mean, ...names.map((textContent) => made("button", { type: "button", textContent })), made("br"));
    if (how === state) near.append(words.lists, ...dossier.index.lists.map(([textContent, address]) => made("a", { textContent, href: new URL(address, root) })));
    list.ariaBusy = `${state === "waiting"}`;
    list.append(...items.slice(0, 20).map((item) => row(item, terms)));
    if (followed) ([...list.querySelectorAll("a")].find(({ href }) => href === followed) || input).focus();
    timer = setTimeout(() => {
      remember(query);
      list.append(...items.slice(20, MOST).map((item) => row(item, terms)));
    }, 400);
  };

  const remember = (query) => {
    const here = new URL(location);
    if (query) here.searchParams.set("q", query);
    else here.searchParams.delete("q");
    if (here.href !== location.href) history.replaceState(history.state, "", here);
  };

  const open = () => {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    answer();
    begin();
  };

  opener.addEventListener("click", open);
  input.addEventListener("input", () => { begin(); answer(); });
  dialog.addEventListener("close", () => {
    clearTimeout(timer);
    remember("");
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
    if (target.closest("a")) remember(input.value.trim());
    if (target.parentElement === near && target.type) {
      input.value = target.textContent;
      open();
    }
  });
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.isComposing) return; // its arrows and Enter choose letters
    const links = [input, ...list.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (dialog.contains(target)) {
      if (step) links[Math.max(0, links.indexOf(target) + step)]?.focus();
      else if (key === "Enter" && target === input) links[1]?.click();
      else return;
    } else if (key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !target.closest("input, textarea, select, dialog, [contenteditable]")) open();
    else return;
    event.preventDefault();
  });

  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) open();
})();
