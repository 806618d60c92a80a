/* A document, annotated: a fragment and its remark light each other up; the bar marks the passage that is read; j and k, n and p and the bar's buttons step on. Without it links, details and switches do the rest. */
"use strict";
(() => {
  const page = document.querySelector(".md-content");
  const bar = page.querySelector(".bar");
  const all = (selector, inside = page) => [...inside.querySelectorAll(selector)];
  const seen = (element) => element.getClientRects().length > 0;
  const wide = matchMedia("(min-width: 60em)");

  /* Beside the passage remarks and claims stand open by the sheet alone; here they are told so, for who listens. */
  const open = () => { if (wide.matches) for (const part of all(".note, .claims-of")) part.open = true; };
  wide.addEventListener("change", open);
  open();

  const show = (part, block) => {
    if (part.matches(".note")) part.open = true;
    part.querySelector("summary, a").focus({ preventScroll: true });
    part.scrollIntoView({ block });
  };

  /* A fragment has the letters of its remarks, a remark has its own; the sheet joins what is lit. */
  const letters = (part) => (part.dataset.n || part.querySelector(".n")?.textContent || part.id).split(" ");
  const light = ({ target }) => {
    const at = [target, document.activeElement].map((part) => part.closest(".gist mark, .note")).find(Boolean);
    for (const part of all(".lit")) part.classList.remove("lit");
    if (!at) return;
    for (const part of all(".gist mark, .note", at.closest(".passage"))) part.classList.toggle("lit", letters(part).some((one) => letters(at).includes(one)));
  };
  page.addEventListener("pointerover", light);
  page.addEventListener("focusin", light);

  /* A remark comes into sight without the sentence going out of it, as a link would have it. */
  page.addEventListener("click", (event) => {
    const link = event.target.closest("mark a[href]");
    const note = link && dossier.at(link.hash);
    if (!note || !seen(note) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", link.hash);
    show(note, "nearest");
  });

  /* One step: from what has the focus while it is in sight, otherwise from the lower edge of the bar. */
  let here;
  page.addEventListener("focusin", ({ target }) => { if (!bar.contains(target)) here = target; });
  const step = (selector, way) => {
    const edge = bar.getBoundingClientRect().bottom;
    const box = here?.getBoundingClientRect();
    const side = box?.height && box.bottom > edge && box.top < innerHeight
      ? (part) => (part.contains(here) ? 0 : part.compareDocumentPosition(here) & 2 ? 1 : -1)
      : (part) => Math.round((part.getBoundingClientRect().top - edge) / 24);
    const parts = all(selector).filter(seen);
    const next = way > 0 ? parts.find((part) => side(part) > 0) : parts.reverse().find((part) => side(part) < 0);
    if (!next) return;
    history.replaceState(null, "", `#${next.id}`);
    show(next, "start");
  };
  const KEYS = { j: [".note", 1], k: [".note", -1], n: [".passage h2", 1], p: [".passage h2", -1] };
  const keys = page.querySelector("[name=keys]");
  if (keys) {
    keys.checked = __md_get("keys") ?? true;
    keys.addEventListener("change", () => __md_set("keys", keys.checked));
  }
  addEventListener("keydown", (event) => {
    const more = event.key === "Escape" && event.target.closest(".more[open]");
    if (more) {
      more.open = false;
      more.firstElementChild.focus();
    }
    if (!keys?.checked || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
    if (event.target.closest("dialog, textarea, select, [contenteditable], input:not([type=checkbox])")) return;
    event.preventDefault();
    step(...KEYS[event.key]);
  });
  bar.addEventListener("click", ({ target }) => { if (target.dataset.step) step(".note", Number(target.dataset.step)); });

  /* The passage in the middle of the window is marked in the bar, which scrolls along. */
  const strip = bar.firstElementChild;
  const watcher = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => {
    const link = strip.querySelector(`[href="#${target.querySelector("h2").id}"]`);
    link.setAttribute("aria-current", isIntersecting);
    const [box, frame] = [link.getBoundingClientRect(), strip.getBoundingClientRect()];
    if (isIntersecting) strip.scrollBy({ left: Math.min(0, box.left - frame.left) + Math.max(0, box.right - frame.right) });
  }), { rootMargin: "-40% 0px -59%" });
  all(".passage").forEach((passage) => watcher.observe(passage));
})();
