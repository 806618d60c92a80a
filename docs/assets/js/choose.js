/* A list one can choose from: the form above it, made at build time, is brought to life.

   A row ([data-row]) carries its values for each facet (data-status="one-origin"; several with spaces), the days it may
   fall on (data-when="2016-12-05/2016-12-09", open sides empty) and its places in the orders (data-rank="3 0 12").
   The address holds the choice, #status=one-origin&sort=reports, with the keys of other scripts left in place; #show-all
   and #show-STATUS are what it was called before. Who draws the same entries hears which are left ("dossier:chosen") and
   may choose here by the same event, with the name of a facet as its kind. */
"use strict";
(() => {
  const form = document.querySelector("form.choose");
  if (!form) return;
  const list = form.nextElementSibling;
  const { kind } = form.dataset;
  const facets = [...form.querySelectorAll("[data-facet]")];
  const [from, to, sort, view] = ["from", "to", "sort", "view"].map((name) => form.elements[name] || { value: "" });
  const controls = [...form.elements].filter((control) => control.name);
  const output = form.querySelector("output");
  const opens = form.querySelector(".opens");
  const picks = [...document.querySelectorAll(".pick > a")];
  const words = (text) => (text ? text.split(" ") : []);
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const rows = [...list.querySelectorAll("[data-row]")].map((element) => ({
    element,
    home: element.parentNode,
    id: element.dataset.row,
    values: facets.map(({ name }) => words(element.dataset[name])),
    runs: words(element.dataset.when).map((run) => run.split("/")),
    ranks: words(element.dataset.rank).map(Number),
  }));
  const flat = rows.length ? rows[0].home.cloneNode() : null;
  const labels = new Map(facets.flatMap(({ options }) => [...options]).map((option) => [option, option.text.replace(/ \([^(]*\)$/, "")]));

  /* Text order of such days is their time order; an open side reaches as far as anybody asks. */
  const inTime = ({ runs }) => (!from.value && !to.value) ||
    runs.some(([first, last]) => (!to.value || first <= to.value) && (!from.value || !last || last >= from.value));

  /* A value is counted as it would be if it were chosen next: by the rows that fit everything else. */
  const sift = () => {
    const counts = facets.map(() => new Map());
    const left = rows.filter((row) => {
      const misses = facets.map((facet, at) => at).filter((at) => facets[at].value && !row.values[at].includes(facets[at].value));
      const fits = inTime(row);
      row.element.hidden = !fits || misses.length > 0;
      if (fits && misses.length < 2) {
        for (const at of misses.length ? misses : counts.keys()) {
          for (const value of row.values[at]) counts[at].set(value, (counts[at].get(value) || 0) + 1);
        }
      }
      return !row.element.hidden;
    });
    facets.forEach((facet, at) => {
      for (const option of [...facet.options].slice(1)) {
        const count = counts[at].get(option.value) || 0;
        option.text = `${labels.get(option)} (${number.format(count)})`;
        option.disabled = !count && !option.selected;
      }
    });
    return left;
  };

  let sorted = "";
  const arrange = () => {
    list.dataset.view = view.value;
    if (sort.value === sorted) return;
    sorted = sort.value;
    const by = sort.selectedIndex - 1;
    if (sorted) {
      flat.append(...[...rows].sort((a, b) => a.ranks[by] - b.ranks[by]).map((row) => row.element));
      list.prepend(flat);
    } else {
      for (const row of rows) row.home.append(row.element);
      flat.remove();
    }
  };

  const show = () => {
    const left = sift();
    arrange();
    for (const section of list.querySelectorAll("section")) section.hidden = !section.querySelector("[data-row]:not([hidden])");
    output.textContent = output.dataset.said.replace("{n}", number.format(left.length)).replace("{total}", number.format(rows.length));
    const chosen = [...facets, from, to].filter((control) => control.value);
    form.classList.toggle("narrowed", chosen.length > 0);
    for (const pick of picks) {
      const current = chosen.length === 1 && pick.hash === `#show-${chosen[0].value}`;
      if (current) pick.setAttribute("aria-current", "true"); else pick.removeAttribute("aria-current");
    }
    document.dispatchEvent(new CustomEvent("dossier:chosen", { detail: { kind, ids: left.map((row) => row.id) } }));
  };

  /* From the address. One that leads to a place on the page keeps the choice, unless the choice hides that place. */
  const said = () => {
    const hash = location.hash.slice(1);
    if (hash.startsWith("show-")) return new URLSearchParams(hash === "show-all" ? "" : { status: hash.slice(5) });
    return !hash || hash.includes("=") ? new URLSearchParams(hash) : null;
  };
  let typing = null;
  const read = () => {
    const wanted = said();
    const target = wanted ? null : document.querySelector(":target");
    typing = null;
    if (!wanted && !target?.closest("[hidden]")) return;
    for (const control of controls) {
      control.value = wanted?.get(control.name) || "";
      if (control.selectedIndex < 0) control.value = "";
    }
    show();
    target?.scrollIntoView();
  };

  /* Into the address; Back undoes each choice, the steps of typing one date count as one. */
  const write = (control) => {
    const wanted = said() || new URLSearchParams();
    for (const { name, value } of controls) if (value) wanted.set(name, value); else wanted.delete(name);
    const again = control && control.type === "date" && control === typing;
    history[again ? "replaceState" : "pushState"](null, "", `#${wanted.toString() || "show-all"}`);
    typing = control;
    show();
    if (list.getBoundingClientRect().top < 0) list.scrollIntoView();
  };

  const open = (wanted) => opens.setAttribute("aria-expanded", wanted);
  opens.addEventListener("click", () => open(opens.getAttribute("aria-expanded") === "false"));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || opens.getAttribute("aria-expanded") === "false") return;
    open(false);
    opens.focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => write(event.target));
  form.querySelector(".all").addEventListener("click", () => {
    for (const control of [...facets, from, to]) control.value = "";
    write(null);
    (opens.offsetParent ? opens : controls[0]).focus({ preventScroll: true }); // the button is gone
  });
  document.addEventListener("dossier:chosen", ({ detail }) => {
    const facet = facets.find(({ name }) => name === detail.kind);
    if (!facet) return;
    const before = facet.value;
    facet.value = detail.ids.length === 1 ? detail.ids[0] : "";
    if (facet.selectedIndex < 0) facet.value = "";
    if (facet.value !== before) write(null);
  });
  addEventListener("hashchange", read);
  form.querySelector("fieldset").disabled = false;
  list.dataset.view = "";
  addEventListener("DOMContentLoaded", () => { if (String(said() || "")) read(); else show(); });
})();
