"""The pages of the rules: each says what the program says, and its examples are wrong and right as they claim.

A page, `docs/problems/CODE.md`, has a heading with code, name and the rule in a few words, a paragraph, a sentence that
says how much the rule matters, and sections in a fixed order. The examples are laid over the dossier of data/README.md.
A fenced block whose first line begins with `# data/` or `# docs/` is a file:

    # data/claims.yml                                put before what the file has; entries and fields replace their own
    # data/claims.yml, saved as UTF-16               in that encoding, any that Python knows
    # data/claims.yml, 17,000,000 bytes long         filled up to that size with line ends
    # data/dossier.yml, left out                     not there at all
    # PyYAML without its C library                   no file, but how the program was installed; `with` it, as usual
    # built without drafts                           no file, but how the program was asked to build
    ⟨U+200B⟩                                         this character, which nobody would see

That line belongs to the file, as a comment of YAML, so that the lines a message names are those of the block.
Under `## Wrong` a block of text that is no file is what the program says, and ends an example; under `## Right` a file
that was named already begins the next one. `pytest tests/test_rule_pages.py --update-golden` writes the messages anew;
read the difference before committing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import dossier.load.folder
from docs_text import DATA_README, FENCE, ROOT, anchors_of, fences, rules_in_code
from docs_text import text_of as written
from dossier.listing import Finding, Summary, text_of
from dossier.pipeline import Site, build, read
from dossier.problem import Problem
from dossier.prose import Cite, Link, parse
from dossier.rules import CODES, GROUPS

INDEX: Final = ROOT / "docs" / "problems.md"
FOLDER: Final = ROOT / "docs" / "problems"
RULES: Final = {code: name for name, code in CODES.items()}
SECTIONS: Final = ["What it means", "What to do", "Wrong", "Right"]
AFTERWARDS: Final = ("Exceptions", "Why")
MATTERS: Final = {
    (False,): "**Error:** it stops the build.",
    (True,): "**Warning:** it is printed, and stops only the strict build that publishes the site.",
    (False, True): "**Error or warning:** an error stops the build, a warning only the strict one that publishes it.",
}
"""Whether the program ever warns of a rule → the sentence that says so."""

FILE: Final = re.compile(r"# ((?:data|docs)/[\w./-]+)(?:, (?:saved as ([\w-]+)|([\d,]+) bytes long|(left out)))?\n")
SLOW, FAST, NO_DRAFTS = "# PyYAML without its C library\n", "# PyYAML with its C library\n", "# built without drafts\n"
_INVISIBLE: Final = re.compile(r"⟨U\+([0-9A-F]{4})⟩")
_CHUNK: Final = re.compile(r"^(?=[^\s#])", re.MULTILINE)


@dataclass
class Example:
    """Files by path, `None` for one that is left out, around them what is no file, and what the program says of it."""

    files: dict[str, bytes | None] = field(default_factory=dict)
    around: str = ""
    said: str | None = None


@cache
def base() -> Mapping[str, str]:
    """Return the files of the dossier that `data/README.md` shows, entry by entry."""
    found: dict[str, str] = {}
    for block in fences(DATA_README, "yaml"):
        first, _, rest = block.partition("\n")
        path = first.removeprefix("# ")
        found[path] = f"{found.get(path, '')}\n{rest}"
    return found


def laid_over(shown: str, under: str) -> str:
    """Return a shown part of a file with all that the file has besides: each entry, or field of its top level, once."""
    own = {_head(chunk) for chunk in _CHUNK.split(shown)[1:]}
    return shown + "".join(chunk for chunk in _CHUNK.split(under)[1:] if _head(chunk) not in own)


def _head(chunk: str) -> str:
    """Return what an entry or field begins with: `- id: …` or `title:`."""
    line = chunk.partition("\n")[0]
    return line if line.startswith("- ") else line.partition(":")[0]


def file_of(block: str) -> tuple[str, bytes | None] | None:
    """Return the path and the bytes of the file that a block shows, or nothing if it shows none."""
    found = FILE.match(block)
    if not found:
        return None
    path, encoding, size, left_out = found.groups()
    if left_out:
        return path, None
    text = _INVISIBLE.sub(lambda character: chr(int(character[1], 16)), block)
    data = laid_over(text, base().get(path, "")).encode(encoding or "utf-8")
    return path, data.ljust(int(size.replace(",", "")), b"\n") if size else data


def section(page: str, name: str) -> str:
    return page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


def examples(text: str) -> Iterator[Example]:
    """Yield the examples of a section."""
    example = Example()
    for _, _, block in FENCE.findall(text):
        file = file_of(block)
        if example.files and (block == NO_DRAFTS or (file and file[0] in example.files)):
            yield example
            example = Example()
        if file:
            example.files[file[0]] = file[1]
        elif block in (SLOW, FAST, NO_DRAFTS):
            example.around = block
        else:
            example.said = block
            yield example
            example = Example()
    if example != Example():
        yield example


def problems(example: Example, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    """Write an example over the base; return what a build says of it."""
    files = {path: text.encode() for path, text in base().items()} | example.files
    for path, data in files.items():
        if data is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    monkeypatch.setattr(dossier.load.folder, "has_libyaml", lambda: example.around != SLOW)
    docs = {path.removeprefix("docs/"): data for path, data in files.items() if path.startswith("docs/") and data}
    pages = {path: data.decode() for path, data in docs.items() if path.endswith(".md")}
    site = Site(pages, files=frozenset({"assets/logo/comb.svg", *docs}), drafts=example.around != NO_DRAFTS)
    # Only what a page is called needs the pages that the dossier makes.
    return build(folder / "data", site).problems if pages else read(folder / "data", site)[1]


def listed(found: Iterable[Problem]) -> str:
    """Return problems as `dossier check --quiet` lists them."""
    return text_of(tuple(map(Finding, found)), Summary("data"), quiet=True)


def pages() -> list[Path]:
    return sorted(FOLDER.glob("*.md"))


# ── form ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    """`dossier explain CODE` and a link from any message lead somewhere."""
    assert [path.stem for path in pages()] == sorted(RULES)


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.stem)
def test_a_page_has_the_form_that_programs_read(path: Path) -> None:
    """Heading, anchor, how much it matters, and the sections in their order."""
    text, name = written(path), RULES[path.stem]
    heading, rest = text.split("\n\n", 1)
    intro, matters = rest.partition("\n\n## ")[0].split("\n\n")

    assert re.fullmatch(rf"# {path.stem} {name}: [^{{}}`]+ {{#{path.stem.lower()}}}", heading)
    assert intro
    assert matters == MATTERS[tuple(sorted({warns for rule, warns in rules_in_code() if rule == name}))]
    headings = re.findall(r"^## (.+)$", FENCE.sub("", text), re.MULTILINE)
    assert headings[:4] == SECTIONS
    assert set(headings[4:]) <= set(AFTERWARDS)
    assert all(section(text, heading).strip() for heading in headings)


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.stem)
def test_prose_has_a_sentence_a_line_and_links_that_lead_somewhere(path: Path) -> None:
    """A change shows as the sentence that changed; the page survives another dossier and leads back to the list."""
    text = written(path)
    shown = FENCE.sub("", text)
    links = re.findall(r"\]\((?!https?:)([^)\s]+)\)", shown)

    assert re.findall(r".*[.!?] [A-Z].*", re.sub(r"`[^`\n]+`", "", shown)) == []
    assert [token for token in parse(text) if isinstance(token, Cite | Link)] == []
    for address in links:
        file, _, anchor = address.partition("#")
        target = (path.parent / file).resolve()
        assert target.exists(), address
        assert not anchor or anchor in anchors_of(target), address
    assert re.fullmatch(r"\[All rules\]\(\.\./problems\.md#[a-z-]+\)", shown.rstrip().splitlines()[-1])


def test_the_index_has_a_line_for_each_rule_in_order() -> None:
    """Code, name and group of the index are those of the program, and each line leads to its page."""
    rows = re.findall(r"^\| \[(D\d+)\]\(problems/(D\d+)\.md\)<br>`([a-z-]+)` \|", written(INDEX), re.MULTILINE)

    assert [(code, name) for code, _, name in rows] == sorted(RULES.items())
    assert [row for row in rows if row[0] != row[1]] == []
    groups = re.findall(r"^## (.+?) \{#.+?\n(.+?)(?=^## |\Z)", written(INDEX), re.MULTILINE | re.DOTALL)
    assert [title for title, _ in groups] == list(GROUPS.values())
    assert [set(re.findall(r"\[D(\d)", rows)) for _, rows in groups] == [{number} for number in GROUPS]


def test_the_pages_are_on_the_site_and_not_in_the_navigation(tmp_path: Path) -> None:
    """Pages of a folder are reached from the page of its name; a folder without one has its pages in the navigation."""
    for path, text in base().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    texts = {"problems.md": "# Problems", "problems/D501.md": "# D501", "essays/bolts.md": "# Bolts"}

    built = build(tmp_path / "data", Site(texts, files=frozenset({"assets/logo/comb.svg"}))).pages

    assert {page.path: page.in_nav for page in built if page.path in texts} == {
        "problems.md": True,
        "problems/D501.md": False,
        "essays/bolts.md": True,
    }


# ── examples ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.stem)
def test_a_wrong_example_is_answered_as_the_page_says(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    """What an editor reads there is what the program says of it, and it says nothing else."""
    text = written(path)
    wrong = list(examples(section(text, "Wrong")))
    found = [problems(example, tmp_path / str(number), monkeypatch) for number, example in enumerate(wrong)]
    if pytestconfig.getoption("update_golden"):
        for example, answer in zip(wrong, found, strict=True):
            text = text.replace(f"```text\n{example.said}```", f"```text\n{listed(answer)}```", 1)
        path.write_text(text, encoding="utf-8")

    assert [example.said for example in wrong] == [listed(answer) for answer in found]
    assert [{problem.rule for problem in answer} for answer in found] == [{RULES[path.stem]}] * len(wrong)
    assert wrong


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.stem)
def test_a_right_example_is_right(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever does as the page says has no problem left, not even a warning."""
    right = list(examples(section(written(path), "Right")))
    assert right
    for number, example in enumerate(right):
        assert example.said is None, example.said
        assert problems(example, tmp_path / str(number), monkeypatch) == ()


def test_the_dossier_below_the_examples_is_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an example brings comes from the example."""
    assert problems(Example(), tmp_path, monkeypatch) == ()
