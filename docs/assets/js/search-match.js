/* What fits a query: first what is called so (name, figure, id), then what begins so, then all words in names, then all
   words anywhere; whole words before beginnings; equals as in the data, by kind. */
"use strict";
(() => {
  const WORD = /\p{N}[\p{N},.٬'’\u00a0\u202f]*\p{N}|[\p{L}\p{N}\p{M}]+/gu;
  const QUOTE = /["“”„«»]/g;
  /* Thai to Khmer, Japanese, Chinese: a word may stand anywhere. */
  const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]/;

  /* Words between spaces, lines kept: 8,461 as 8461, Arabic digits as ours, no Arabic article. */
  const normal = (text) => ` ${window.dossier.fold(text.replace(/(\p{N})[,.٬'’\u00a0\u202f](?=\p{N}{3}(?!\p{N}))/gu, "$1"))} `
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt() & 15)
    .replace(/[^\p{L}\p{N}\n]+/gu, " ")
    .replace(/ ?\n ?/g, " \n ")
    .replace(/ و?ال(?=\p{L}{3})/gu, " ");
  const joined = (text) => normal(text).replace(/ /g, "");

  const prepare = ({ rows }) => rows.map(([kind, address, named, languages, what = "", keys = [], status]) => {
    const heads = [...named, ...keys, address.match(/[^/#]+?(?=(\.html|\/)?$)/)[0]].map(normal);
    return { kind, address, named, languages, what, status, heads, head: heads.join("|"), body: normal(what), lines: [""] };
  });

  const reads = (entries, [start, texts]) => texts.forEach((text, at) => Object.assign(entries[start + at], {
    lines: text.split("\n"), body: normal(`${text}\n${entries[start + at].what}`),
  }));

  /* Words as they must occur; what stands in quotation marks as one. */
  const read = (query) => query.split(QUOTE).flatMap((part, at, parts) => {
    const words = normal(part);
    if (!words.trim()) return [];
    if (at % 2) return at + 1 < parts.length ? words : words.trimEnd();
    return words.trim().split(" ").map((word) => (UNSPACED.test(word) ? word : ` ${word}`));
  });

  /* What has all words, else most: a word weighs more the fewer have it. */
  const having = (entries, query) => {
    const terms = read(query);
    const whole = normal(query.replace(QUOTE, " "));
    const within = ({ head, body }, term) => head.includes(term) || body.includes(term);
    const weights = terms.map((term) => Math.log(1 + entries.length / (entries.filter((entry) => within(entry, term)).length || Infinity)) || 0.01);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const items = entries.map((entry) => ({ entry, lost: terms.reduce((sum, term, at) => sum + (within(entry, term) ? 0 : weights[at]), 0) }))
      .filter(({ lost }) => lost * 2 < all);
    for (const item of items) {
      const { heads, head, body } = item.entry;
      const named = terms.every((term) => head.includes(term) || (item.lost && !body.includes(term)));
      const tier = heads.includes(whole) ? 0 : heads.some((name) => name.startsWith(whole.trimEnd())) ? 2 : named ? 4 : 6;
      item.worth = tier + !terms.every((term) => (named ? head : head + body).includes(`${term.trimEnd()} `));
    }
    items.sort((a, b) => a.lost - b.lost || a.worth - b.worth);
    return { terms, items: items[0]?.lost ? items : items.filter(({ lost }) => !lost) };
  };

  /* Names and their words that share this part of their pairs of letters with a word, and nearly the length. */
  const pairs = (word) => new Set([...` ${word}`].map((letter, at) => letter + word[at]));
  const alike = (entries, word, least) => {
    entries.known ??= [...new Map(entries.flatMap(({ named, kind }) => named.flatMap((name) => [name, ...name.match(WORD) || []]
      .map((part) => [part, { part, kind, title: named[0] }]))).reverse()).values()].map((item) => ({ ...item, key: joined(item.part) }));
    const own = pairs(word);
    const shared = (other) => [...own].filter((pair) => other.has(pair)).length * 2 / (own.size + other.size);
    return entries.known.filter(({ key }) => Math.abs(key.length - word.length) < 3)
      .map((item) => ({ ...item, share: shared(pairs(item.key)) })).filter(({ share }) => share >= least).sort((a, b) => b.share - a.share);
  };

  /* how: "all" words, "near" (those of `name` instead), "most", "none"; names: actors and places one may have meant. */
  const match = (entries, query) => {
    const found = having(entries, query), first = found.items[0];
    const how = !first ? "none" : first.lost ? "most" : "all";
    if (how === "all" && first.worth < 6) return { ...found, how, names: [] };
    const mended = normal(query).trim().split(" ").map((word) => (entries.some(({ head }) => head.includes(` ${word}`)) ? word : alike(entries, word, 0.5)[0]?.part));
    const name = alike(entries, joined(query), 0.6)[0]?.part || (mended.every(Boolean) ? mended.join(" ") : "");
    const other = how === "all" ? found : having(entries, name);
    const near = how !== "all" && other.items[0]?.lost === 0;
    const thought = alike(entries, joined(query), 0.4).filter(({ kind, title }) => kind < 2 && !(near && title === name));
    const names = [...new Set(thought.map(({ title }) => title))].slice(0, 5);
    return near ? { ...other, how: "near", name, names } : { ...found, how, names };
  };

  const sentence = ({ lines, body }, terms) => {
    const counts = body.split("\n").map((line) => terms.filter((term) => line.includes(term)).length);
    return lines[counts.indexOf(Math.max(...counts))] || lines[0];
  };

  /* A text in pieces, every second one to be marked; begins at most `before` characters before the first of these. */
  const marked = (text, terms, before = 1e9) => {
    const words = terms.flatMap((term) => term.trim().split(" "));
    const spots = [...text.matchAll(WORD)].filter(([word]) => words.some((part) => normal(word).includes(UNSPACED.test(part) ? part : ` ${part}`)));
    let at = spots[0]?.index > before ? text.indexOf(" ", spots[0].index - before / 2) : 0;
    const pieces = [at ? "…" : ""];
    for (const { 0: word, index } of spots) {
      pieces.push(pieces.pop() + text.slice(at, index), word, "");
      at = index + word.length;
    }
    return [...pieces.slice(0, -1), pieces.pop() + text.slice(at)];
  };

  Object.assign(window.dossier, { prepare, reads, match, sentence, marked });
})();
