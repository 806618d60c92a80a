/* Cards: what a link leads to, shown beside it, and a footnote beside its number.

   A mouse rests on the link, or Tab reaches it: the card opens after a moment, and Tab goes on into it. A finger taps
   the link: the card opens, with a link that follows it; so does a second tap. A link in a card opens one more card.
   Escape closes the last one. A card that was not tapped for closes when neither it nor its link is pointed at.

   dossier.card(address)  what the card of an entry says (hooks/dossier/render/cards.py): a promise. */
"use strict";
(() => {
  const REST = 250, LEAVE = 300, GAP = 6;
  const HAS_CARD = /^documents\/|^[^/#]+\/[^/#]+$/;
  const root = new URL("../../", document.currentScript.src);
  const open = [];
  let height, touched, dismissed, opening, leaving;

  // ── what a card says ──

  const data = (name) => dossier.load(`assets/data/${name}.js`);
  const partOf = (key, parts) => [...key].reduce((sum, letter, at) => sum + (at + 1) * letter.codePointAt(0), 0) % parts;

  dossier.card = async (key) => {
    const [folder] = key.split("/");
    if (folder === "documents") return data("spots").then(() => dossier.spots[key]);
    await data("cards");
    const { entries, kinds, parts } = dossier.cards;
    if (parts) await data(`cards-${partOf(key, parts)}`);
    return entries[key] && { kind: kinds[folder], ...entries[key] };
  };

  /* The address of an entry as the data has it; empty for what is elsewhere, and for the page one is on. */
  const addressOf = (link) => new URL(link.getAttribute("href"), document.baseURI); // as a drawing's links have it too
  const keyOf = (link) => {
    if (link.protocol === ":") return ""; // no address at all
    const { href, pathname, hash } = addressOf(link);
    if (!href.startsWith(root) || pathname === location.pathname) return "";
    return pathname.slice(root.pathname.length).replace(/(\/|\/index\.html|\.html)$/, "") + hash;
  };

  const made = (tag, has, ...inside) => {
    const element = Object.assign(document.createElement(tag), has);
    element.append(...inside);
    return element;
  };
  const line = (className, inside) => (inside.length ? [made("p", { className }, ...inside)] : []);
  const joined = (parts) => parts.filter(Boolean).flatMap((part, at) => (at ? [" · ", part] : [part]));

  const linked = (text = "", links = []) => {
    let end = 0;
    const parts = links.flatMap(([start, length, address]) => {
      const before = text.slice(end, start);
      end = start + length;
      return [before, made("a", { href: new URL(address, root) }, text.slice(start, end))];
    });
    return [...parts, text.slice(end)].filter(Boolean);
  };

  /* A word, or a status: its icon and class stand in closed lists of the program. */
  const marked = (mark) => {
    if (typeof mark === "string") return mark;
    const [icon, question, label] = mark, status = made("span", { className: "status" }, label);
    status.insertAdjacentHTML("afterbegin", `<svg class="i ${question}" aria-hidden="true"><use href="#${icon}"/></svg>`);
    return status;
  };

  const cardOf = (label, lines) => made("div", { className: "preview", role: "dialog", ariaLabel: label, tabIndex: -1 }, ...lines);

  /* Nothing where a card would say no more than its link. */
  const ofEntry = async (link) => {
    const { title, lang, dir, kind, names = [], what, status, marks = [], dates, text, links = {} } = await dossier.card(keyOf(link)) || {};
    const more = [
      ...line("small", joined(names.map(([name, lang, dir]) => made("bdi", { lang, dir }, name)))),
      ...line("small", joined(status ? [marked(status), status[3], ...marks] : marks.map(marked))),
      ...line("what", linked(what, links.what)),
      ...line("text", linked(text, links.text)),
    ];
    return (more.length || dates) && cardOf(title, [...line("small", joined([kind, dates])), made("p", { className: "title", lang: lang || document.documentElement.lang, dir: dir || "" }, title), ...more]);
  };

  const ofNote = (link) => {
    const note = dossier.at(link.hash)?.cloneNode(true);
    if (!note) return null;
    for (const element of note.querySelectorAll(".footnote-backref, .uses")) element.remove();
    const label = dossier.words.cards.note.replace("{n}", link.textContent);
    return cardOf(label, [...line("small", [label]), made("div", {}, ...note.childNodes)]);
  };

  // ── opening and closing ──

  const levelOf = (element) => open.findIndex(({ card }) => card.contains(element));
  const isOpen = (link) => open.some((one) => one.link === link);
  const pointedAt = (link) => link.matches(":hover, :focus-visible");

  /* The link with a card at an element. A heading says by itself where it leads, and so do tools. */
  const linkAt = (element) => {
    const link = element.closest("a[href]");
    if (!link || levelOf(link) > 0 || !link.closest(".md-content, .preview") || link.closest(".tools, h1, h2, h3, h4, h5, h6")) return null;
    return link.matches(".footnote-ref") || HAS_CARD.test(keyOf(link)) ? link : null;
  };

  const close = (from) => {
    for (const { link, card } of open.splice(from)) {
      link.ariaExpanded = null;
      card.remove();
    }
  };

  const settle = () => {
    const last = open.at(-1);
    if (!last || last.tapped || pointedAt(last.link) || last.card.matches(":hover, :focus-within")) return;
    close(-1);
    settle();
  };

  /* Closes the last card, and gives the focus back if it was in there. */
  const leave = () => {
    const { link, card } = open.at(-1);
    dismissed = link;
    if (card.contains(document.activeElement)) link.focus({ preventScroll: true });
    close(-1);
  };

  /* Below the link where there is room, else above; on a narrow screen where the style sheet puts it. */
  const place = (card, link) => {
    const boxes = [...link.getClientRects()], at = boxes.find((box) => box.top <= height && height <= box.bottom) || boxes[0];
    if (getComputedStyle(card).position === "fixed") {
      const covered = at.bottom + GAP - card.getBoundingClientRect().top;
      if (covered > 0 && open.length === 1) scrollBy(0, covered);
      return;
    }
    const below = innerHeight - at.bottom;
    card.style.maxBlockSize = `${Math.max(below, at.top) - 2 * GAP}px`;
    const { offsetWidth, offsetHeight } = card;
    const up = offsetHeight + 2 * GAP > below && at.top > below;
    const start = document.body.dir === "rtl" ? at.right - offsetWidth : at.left;
    card.style.top = `${scrollY + (up ? at.top - offsetHeight - GAP : at.bottom + GAP)}px`;
    card.style.left = `${scrollX + Math.max(GAP, Math.min(start, document.body.clientWidth - offsetWidth - GAP))}px`;
  };

  /* Says whether the link has a card. */
  const show = async (link, tapped) => {
    const card = link.matches(".footnote-ref") ? ofNote(link) : await ofEntry(link).catch(() => null);
    if (card && !isOpen(link) && (tapped || pointedAt(link))) {
      if (tapped) {
        const follow = made("a", { href: addressOf(link) }, dossier.words.cards.open);
        card.append(made("p", { className: "tools" }, follow, made("button", { type: "button", onclick: leave }, dossier.words.cards.close)));
      }
      close(levelOf(link) + 1);
      open.push({ link, card, tapped });
      link.ariaExpanded = "true";
      document.body.append(card);
      place(card, link);
      if (card.scrollHeight > card.clientHeight) card.tabIndex = 0;
      if (tapped) card.focus({ preventScroll: true });
    }
    return card;
  };

  const turnTo = (element, shows) => {
    const link = linkAt(element);
    if (link !== dismissed) dismissed = null;
    clearTimeout(opening);
    clearTimeout(leaving);
    if (link && shows && !dismissed) opening = setTimeout(show, REST, link);
    leaving = setTimeout(settle, LEAVE);
  };

  /* Tab goes from a link through its card, and on to what follows the link. */
  const tab = (event) => {
    const step = event.shiftKey ? -1 : 1;
    let from = document.activeElement;
    let level = step > 0 && isOpen(from) ? open.findIndex(({ link }) => link === from) : levelOf(from);
    for (; level >= 0; level = levelOf(from)) {
      const { link, card } = open[level], stops = [card, ...card.querySelectorAll("a, button")].filter(({ tabIndex }) => tabIndex >= 0);
      const next = stops[stops.indexOf(from) + step] || (step < 0 && link);
      if (next) {
        event.preventDefault();
        next.focus();
        return;
      }
      from = link;
    }
    from.focus();
  };

  document.addEventListener("pointerover", ({ target, clientY, pointerType }) => {
    height = clientY;
    if (pointerType !== "touch") turnTo(target, true);
  });
  document.addEventListener("focusin", ({ target }) => turnTo(target, target.matches(":focus-visible")));
  document.addEventListener("pointerdown", ({ pointerType }) => { touched = pointerType === "touch"; });
  document.addEventListener("pointerup", ({ target }) => {
    if (!isOpen(target.closest("a"))) close(levelOf(target) + 1);
  });
  document.addEventListener("click", async (event) => {
    const link = linkAt(event.target);
    if (link && touched && !isOpen(link)) {
      event.preventDefault();
      if (!await show(link, true).catch(() => null)) location.assign(addressOf(link));
    } else if (event.target.closest("a")) setTimeout(close, 0, 0);
  });
  /* Before all others: one Escape closes one thing. */
  document.addEventListener("keydown", (event) => {
    touched = false;
    if (!open.length) return;
    if (event.key === "Tab") tab(event);
    if (event.key !== "Escape") return;
    event.stopImmediatePropagation();
    leave();
  }, true);
})();
