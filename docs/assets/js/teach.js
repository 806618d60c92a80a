/* A document as an exercise (#exercise): statuses, origins and remarks are taken away until the reader has answered for
   a passage; then they stand beside the answer, which stays in this browser. Without it no page speaks of an exercise. */
"use strict";
(() => {
  const page = document.querySelector(".md-content");
  const frame = document.getElementById("exercise");
  if (!frame) return;
  const words = frame.querySelector("template");
  const store = `exercise ${location.pathname.split("/").pop()}`;
  const all = (selector, inside = page) => [...inside.querySelectorAll(selector)];
  const made = (tag, className, textContent) => Object.assign(document.createElement(tag), { className, textContent });
  const id = (passage) => passage.querySelector("h2").id;
  const passages = all(".passage").filter((passage) => passage.querySelector(".note, .claims > li"));
  let answers = __md_get(store) || {};

  /* Not displayed, so that no Tab and no search reaches it: what would give an answer away. */
  const conceal = (passage, hidden) => {
    for (const part of [passage, page.querySelector(`.strip [href="#${id(passage)}"]`)]) part.classList.toggle("asked", hidden);
    for (const part of all(".notes, .claims-of", passage)) part.hidden = hidden;
    for (const link of all(".gist mark a", passage)) {
      link.dataset.to ||= link.getAttribute("href");
      if (hidden) link.removeAttribute("href"); else link.href = link.dataset.to;
    }
  };

  /* A note below the text waits until something that refers to it is shown; its number stays. */
  const settle = () => {
    const used = new Set(all(".footnote-ref").filter((link) => !link.closest("[hidden]")).map((link) => link.getAttribute("href")));
    all(".footnote > ol > li").forEach((note, at) => {
      note.value = at + 1;
      note.hidden = !used.has(`#${note.id}`);
    });
  };

  /* What another tab has kept meanwhile stays. */
  const keep = (passage, form, done) => {
    answers = { ...answers, ...__md_get(store), [id(passage)]: { ...Object.fromEntries(new FormData(form)), done } };
    __md_set(store, answers);
  };

  const ask = (passage) => {
    const form = words.content.firstElementChild.cloneNode(true);
    const apt = all("[data-q]", form).filter((label) => passage.querySelector(`.note.${label.dataset.q}`)).slice(0, 3);
    for (const label of all("[data-q]", form)) if (!apt.includes(label)) label.remove();
    const list = form.querySelector("fieldset");
    const blank = list.querySelector("label");
    blank.remove();
    for (const link of all(".claim > a", passage)) {
      const row = list.appendChild(blank.cloneNode(true));
      row.firstElementChild.textContent = link.textContent;
      row.lastElementChild.name = link.getAttribute("href");
    }
    list.hidden = !list.querySelector("label");
    const kept = answers[id(passage)] || {};
    all("textarea, select", form).forEach((field, at) => {
      field.required = at === 0;
      field.value = kept[field.name] || "";
    });
    form.addEventListener("input", () => keep(passage, form, false));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      keep(passage, form, true);
      reveal(passage, form);
      settle();
      form.firstElementChild.focus();
    });
    passage.querySelector(".read").after(form);
    conceal(passage, true);
    if (kept.done) reveal(passage, form);
  };

  const reveal = (passage, form) => {
    const { found, said, none } = words.dataset;
    const chosen = all("select", form).map((select) => select.selectedOptions[0]?.text || none);
    all(".claims > li", passage).forEach((row, at) => row.append(made("span", "yours", said.replace("{answer}", () => chosen[at]))));
    for (const field of all("textarea", form)) field.replaceWith(made("span", "yours", field.value.trim() || none));
    for (const part of all("fieldset, button", form)) part.remove();
    form.firstElementChild.textContent = form.firstElementChild.dataset.done;
    passage.querySelector(".notes")?.prepend(made("h3", "head found", found));
    conceal(passage, false);
    for (const part of all(".note, .claims-of", passage)) part.open = true;
  };

  /* On with #exercise; off without an address, or with that of the heading above; other addresses lead about in it. */
  const turn = (on) => {
    for (const part of all(".ask, .yours, .found")) part.remove();
    for (const passage of passages) on ? ask(passage) : conceal(passage, false);
    settle();
  };
  const follow = () => {
    const was = page.classList.contains("exercised");
    const on = location.hash === "#exercise" || (was && !["", "#cover"].includes(location.hash));
    if (on === was) return;
    page.classList.toggle("exercised", on);
    turn(on);
    frame.scrollIntoView();
  };
  addEventListener("hashchange", follow);
  follow();

  frame.addEventListener("click", ({ target }) => {
    if (target.dataset.do === "print") print();
    if (target.dataset.do !== "clear") return;
    __md_set(store, (answers = {}));
    turn(true);
  });
})();
