/* The chart of the timeline: its window, lanes and clock are kept in the address, beside what other scripts keep there
   (at=2016-12&lanes=place&clock=reported). What was not chosen in the list stands back; an event and its place on the
   map are lit together, and a place that is clicked is chosen. Without this, windows are reached by links. */
"use strict";
(() => {
  const chart = document.querySelector(".chart");
  if (!chart) return;
  const views = chart.querySelector(".views");
  const { elements } = chart.querySelector(".ways");
  const rows = [...views.querySelectorAll("li")];
  const points = [...chart.querySelectorAll(".pt")];
  const first = views.querySelector(".first");
  const boards = [...views.querySelectorAll(".board:not(.crowd)")].map((board) => ({
    board, theme: [...board.querySelectorAll(".lane")].map((lane) => [lane, [...lane.querySelectorAll("li")]]),
  }));
  const said = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");

  /* The same rows in lanes of their places, those without one last. */
  const byPlace = (lanes) => {
    const found = new Map();
    for (const row of lanes.flatMap(([, own]) => own)) {
      const { where = "" } = row.dataset;
      found.set(where, [...(found.get(where) || []), row]);
    }
    return [...found].sort(([a], [b]) => !a - !b || a.localeCompare(b, document.documentElement.lang)).map(([where, own]) => {
      const lane = lanes[0][0].cloneNode(true);
      lane.querySelector("p").textContent = where || chart.dataset.nowhere;
      return [lane, own];
    });
  };

  let way = "theme";
  const read = () => {
    const linked = location.hash.startsWith("#view-"); // a link of the chart, opened in a tab of its own
    if (linked) history.replaceState(null, "", location.hash.replace("#view-", "#at="));
    const state = said();
    const view = document.getElementById(`view-${state.get("at")}`) || first;
    views.classList.add("chosen");
    for (const each of views.children) each.classList.toggle("on", each === view);
    if (linked) view.scrollIntoView();
    for (const name of ["clock", "lanes"]) {
      elements[name][0].checked = true;
      elements[name].value = state.get(name);
    }
    if (way === elements.lanes.value) return;
    way = elements.lanes.value;
    for (const made of boards) {
      made[way] ||= byPlace(made.theme);
      made.board.querySelectorAll(".lane").forEach((lane) => lane.remove());
      for (const [lane, own] of made[way]) {
        lane.querySelector("ol").replaceChildren(...own);
        made.board.append(lane);
      }
    }
  };
  const keep = (name, value) => {
    const state = said();
    if (value) state.set(name, value); else state.delete(name);
    history.pushState(null, "", `#${state.toString() || "chart"}`);
    read();
  };
  chart.addEventListener("change", ({ target }) => keep(target.name, target === elements[target.name][0] ? "" : target.value));

  chart.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest('[href^="#view-"]');
    const point = event.target.closest(".pt");
    if (!link && !point) return;
    event.preventDefault();
    if (point) {
      const ids = said().get("place") === point.dataset.id ? [] : [point.dataset.id];
      document.dispatchEvent(new CustomEvent("dossier:chosen", { detail: { kind: "place", ids } }));
      return;
    }
    /* One can go on pressing: the same link of the new window has the focus. */
    const { rel, textContent, hash } = link;
    keep("at", hash === `#${first.id}` ? "" : hash.slice(6));
    const same = [...views.querySelectorAll(".on > p > a")];
    (same.find((other) => (rel ? other.rel === rel : other.textContent === textContent)) || same[0])?.focus({ preventScroll: true });
  });

  document.addEventListener("dossier:chosen", ({ detail: { kind, ids } }) => {
    if (kind !== "event") return;
    const chosen = new Set(ids);
    const left = new Set();
    for (const row of rows) {
      const stays = chosen.has(row.dataset.id);
      row.classList.toggle("dim", !stays);
      if (stays) left.add(row.dataset.place);
    }
    for (const point of points) point.classList.toggle("dim", !left.has(point.dataset.id));
  });

  const light = ({ type, target }) => {
    for (const each of chart.querySelectorAll(".lit")) each.classList.remove("lit");
    if (/out$/.test(type)) return;
    const row = target.closest("li[data-id]");
    const point = target.closest(".pt");
    if (row) for (const each of points) if (each.dataset.id === row.dataset.place) each.classList.add("lit");
    if (point) for (const each of rows) if (each.dataset.place === point.dataset.id) each.classList.add("lit");
  };
  for (const type of ["pointerover", "pointerout", "focusin", "focusout"]) chart.addEventListener(type, light);
  addEventListener("hashchange", read);
  chart.classList.add("live");
  read();
})();
