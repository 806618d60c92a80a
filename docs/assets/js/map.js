/* Maps one can move: by buttons, + - and arrow keys, two fingers, Ctrl and the wheel, or dragging with a mouse; a page
   scrolls over them as ever. The land's viewBox changes, dots and names move in percent and keep their size. */
"use strict";
for (const map of document.querySelectorAll(".map")) {
  const svg = map.querySelector(".draw");
  const ground = svg.querySelector(".ground");
  const { width, height } = ground.viewBox.baseVal;
  const [north, degree, shrink, closest] = ["north", "degree", "shrink", "closest"].map((name) => Number(map.dataset[name]));
  const [closer, ...wider] = map.querySelectorAll("button");
  const bar = map.querySelector(".scale");
  const once = bar.hidden;
  const share = (element, name) => parseFloat(element.getAttribute(name)) / 100;
  let items = null;
  let scale = 1;
  let left = 0;
  let top = 0;

  /* What stands on the land: places, then countries. From now on names stand where there is room for them. */
  const begin = () => {
    svg.querySelectorAll(".narrow, .lb path").forEach((other) => other.remove());
    map.classList.add("near");
    items = [...svg.querySelectorAll(".pt, .t-country")].map((item) => {
      const at = item.querySelector("svg") || item;
      const lines = at === item ? [item] : [...item.querySelectorAll("text")];
      return { item, at, lines, name: at === item ? item : lines[0].parentNode, x: share(at, "x"), y: share(at, "y"), up: item.dataset.up || 0 };
    });
  };

  const draw = () => {
    if (!items) begin();
    scale = Math.min(closest, Math.max(1, scale));
    [left, top] = [left, top].map((side) => Math.min(1 - 1 / scale, Math.max(0, side)));
    ground.setAttribute("viewBox", `${left * width} ${top * height} ${width / scale} ${height / scale}`);
    closer.disabled = scale === closest;
    for (const button of wider) button.disabled = scale === 1;
    /* A button that can do no more gives the focus to the map, where the keys go on. */
    if (map.querySelector("button:disabled:focus")) svg.focus({ preventScroll: true });
    const box = svg.getBoundingClientRect();
    const taken = [];
    for (const each of items) {
      const [x, y] = [(each.x - left) * scale, (each.y - top) * scale];
      each.at.setAttribute("x", `${x * 100}%`);
      each.at.setAttribute("y", `${y * 100}%`);
      [each.px, each.py] = [x * box.width, y * box.height];
      each.item.classList.toggle("soft", each.up * scale * box.height > 9);
      if (each.at !== each.item) taken.push([each.px - 5, each.py - 5, each.px + 5, each.py + 5]);
    }
    /* All names are measured before any is changed, so that the browser lays them out once. */
    for (const { name } of items) name.classList.remove("off");
    for (const each of items) {
      each.wide = Math.max(...each.lines.map((line) => line.getComputedTextLength()));
      each.step = parseFloat(getComputedStyle(each.lines[0]).fontSize) * 1.4;
    }
    /* Right, left, below, above, or not at all; a country only where it is. */
    for (const { item, at, lines, name, px, py, wide, step } of items) {
      const tall = step * lines.length;
      const inside = px >= 0 && py >= 0 && px <= box.width && py <= box.height;
      const sides = at === item ? [[-wide / 2, -tall]] : [[9, -tall / 2, "start", 9], [-9 - wide, -tall / 2, "end", -9], [-wide / 2, 8, "middle", 0], [-wide / 2, -8 - tall, "middle", 0]];
      const side = sides.find(([x, y]) => {
        const own = [px + x, py + y, px + x + wide, py + y + tall];
        const free = inside && own[0] > 0 && own[1] > 0 && own[2] < box.width && own[3] < box.height &&
          !taken.some((other) => own[0] < other[2] && other[0] < own[2] && own[1] < other[3] && other[1] < own[3]);
        return free && taken.push(own);
      });
      name.classList.toggle("off", !side);
      if (side && at !== item) lines.forEach((line, number) => {
        const away = line.getAttribute("direction") && { start: "end", end: "start" }[side[2]];
        line.setAttribute("text-anchor", away || side[2]);
        line.setAttribute("x", side[3]);
        line.setAttribute("y", side[1] + step * (number + .75));
      });
    }
    /* The bar is true in the middle of what is seen. */
    const latitude = (north - (top + .5 / scale) * height / degree) * Math.PI / 180;
    const metres = 111195 * Math.cos(latitude) / degree / shrink * width / scale;
    const power = 10 ** Math.floor(Math.log10(metres * .3));
    const long = [5, 2, 1].find((step) => step * power <= metres * .3) * power;
    const [unit, size] = long < 1000 ? ["meter", long] : ["kilometer", long / 1000];
    bar.hidden = once && metres > 6e6;
    bar.children[0].textContent = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit }).format(size);
    bar.children[1].style.inlineSize = `${long / metres * 100}%`;
  };
  /* Around a point of the picture, in shares of it, which may move along. */
  const zoom = (by, x = .5, y = .5, toX = x, toY = y) => {
    const before = scale;
    scale = Math.min(closest, Math.max(1, scale * by));
    left += x / before - toX / scale;
    top += y / before - toY / scale;
    draw();
  };

  map.querySelector(".moves").hidden = false;
  svg.tabIndex = 0;
  map.addEventListener("click", ({ target }) => { if (target.dataset.by) zoom(target.dataset.by); });
  map.addEventListener("keydown", (event) => {
    const { key } = event;
    const by = { "+": 2, "-": .5, 0: 0, Escape: 0 }[key];
    const [x, y] = { ArrowLeft: [.2, 0], ArrowRight: [-.2, 0], ArrowUp: [0, .2], ArrowDown: [0, -.2] }[key] || [];
    if (event.ctrlKey || event.altKey || event.metaKey || (by === undefined && (x === undefined || scale === 1))) return;
    event.preventDefault();
    if (by === undefined) zoom(1, 0, 0, x, y); else zoom(by);
  });
  /* A place to which the keyboard has come is seen. */
  svg.addEventListener("focusin", ({ target }) => {
    const each = items?.find(({ item }) => item === target);
    if (each && scale > 1 && target.matches(":focus-visible")) zoom(1, (each.x - left) * scale, (each.y - top) * scale, .5, .5);
  });

  const spot = ({ clientX, clientY }) => {
    const box = svg.getBoundingClientRect();
    return [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
  };
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(2 ** (-event.deltaY / 100), ...spot(event));
  }, { passive: false });

  /* A drag that ends on a name is no click on it. */
  let from = null;
  let dragged = false;
  svg.addEventListener("pointerdown", (event) => {
    dragged = false;
    if (event.pointerType === "mouse" && scale > 1) from = spot(event);
  });
  addEventListener("pointermove", (event) => {
    if (event.buttons !== 1) from = null; // a menu may have taken the end of a drag
    if (!from) return;
    const to = spot(event);
    dragged ||= Math.hypot(to[0] - from[0], to[1] - from[1]) > .004;
    if (dragged) zoom(1, ...from, ...(from = to));
  });
  svg.addEventListener("click", (event) => { if (dragged) event.preventDefault(); }, true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());

  let pinch = null;
  for (const type of ["touchstart", "touchmove"]) {
    svg.addEventListener(type, (event) => {
      const [a, b] = event.touches;
      if (event.type === "touchstart") pinch = null;
      if (!b) return;
      event.preventDefault();
      const [[ax, ay], [bx, by]] = [spot(a), spot(b)];
      const now = [(ax + bx) / 2, (ay + by) / 2, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)];
      if (pinch) zoom(now[2] / pinch[2], pinch[0], pinch[1], now[0], now[1]);
      pinch = now;
    }, { passive: false });
  }
  addEventListener("resize", () => { if (items) draw(); });
}
