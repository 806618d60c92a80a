"""What readers would type: benchmarks/search-queries.md says what each of forty queries finds, and is asked here."""

import re
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from looking import opened
from playwright.sync_api import Browser
from sites import ROOT

TABLE: Final = ROOT / "benchmarks" / "search-queries.md"
ROW: Final = re.compile(r"^\| (?P<wanted>[^|]+) \| (?P<typed>[^|]+) \|[^|]*\|[^|]*\|$", re.MULTILINE)
HOW: Final = {
    "all": "all words",
    "near": "a name like it: {name}",
    "most": "most of the words",
    "none": "says that there is nothing",
}

READY: Final = """async () => {
  await dossier.load("assets/js/search-match.js");
  await dossier.load("assets/data/search.js");
  window.entries = dossier.prepare(dossier.index);
  for (let part = 1; part <= dossier.index.parts; part += 1) {
    await dossier.load(`assets/data/search-${part}.js`);
    dossier.reads(entries, dossier.index.words);
  }
}"""
ASK: Final = """(queries) => queries.map((query) => {
  const { how, name, items } = dossier.match(entries, query);
  return [how, name, items.length ? items[0].entry.address : ""];
})"""
FOUND: Final = """([rows, texts, queries]) => {
  const entries = dossier.prepare({ rows });
  dossier.reads(entries, [0, texts]);
  return queries.map((query) => {
    const { how, items } = dossier.match(entries, query);
    return [how, items.map(({ entry }) => entries.indexOf(entry)), items.map(({ worth }) => worth)];
  });
}"""


def test_the_table_says_what_readers_find(request: pytest.FixtureRequest, chromium: Browser, address: str) -> None:
    """Each query is answered as the table says; no line is wanted whose first result nobody has looked at."""
    text = TABLE.read_text(encoding="utf-8")
    lines = [found for found in ROW.finditer(text) if set(found["wanted"]) != {"-"} and found["typed"] != "types"]
    with opened(chromium, f"{address}index.html") as (page, _):
        page.evaluate(READY)
        answers = page.evaluate(ASK, [found["typed"] for found in lines])
    new = text
    for found, (how, name, first) in zip(lines, answers, strict=True):
        said = HOW[how].format(name=name)
        new = new.replace(found.group(), f"| {found['wanted']} | {found['typed']} | {first or '–'} | {said} |")
    if request.config.getoption("--update-golden"):
        TABLE.write_text(new, encoding="utf-8")
        return
    assert len(lines) >= 40
    assert new == text, "pytest tests/e2e/test_search_queries.py --update-golden writes it anew; then read it"


WORDS: Final = st.text("ab", min_size=1, max_size=3)
TEXTS: Final = st.lists(WORDS, max_size=5).map(" ".join)
CASES: Final = st.tuples(st.lists(st.tuples(TEXTS, TEXTS), max_size=6), st.lists(WORDS, min_size=1, max_size=3))


def test_what_is_found_has_every_word(chromium: Browser, address: str) -> None:
    """Against plain search by hand: exactly the entries in which every word begins a word, names before texts."""
    with opened(chromium, f"{address}index.html") as (page, _):
        page.evaluate(READY)

        @settings(max_examples=60)
        @given(st.lists(CASES, min_size=1, max_size=8))
        def compared(cases: list[tuple[list[tuple[str, str]], list[str]]]) -> None:
            for entries, query in cases:
                rows: list[Any] = [[0, f"q/{'q' * at}q.html", [head], [""]] for at, (head, _) in enumerate(entries)]
                texts = [text for _, text in entries]
                how, found, worth = page.evaluate(FOUND, [rows, texts, [" ".join(query)]])[0]
                wanted = {at for at, (head, text) in enumerate(entries) if _has(f"{head} {text}", query)}
                assert (how == "all") == bool(wanted)
                if wanted:
                    assert set(found) == wanted
                    assert len(found) == len(wanted)
                    assert worth == sorted(worth)
                    named = [_has(entries[at][0], query) for at in found]
                    assert named == sorted(named, reverse=True)

        compared()


def _has(text: str, query: list[str]) -> bool:
    return all(any(word.startswith(part) for word in text.split()) for part in query)
