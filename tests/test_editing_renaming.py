"""`dossier rename` at its core: an id is changed wherever it is meant, and nothing else in the files is."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.editing.naming import id_from
from dossier.editing.renaming import Refused, Renaming, renamed
from dossier.load import load_files
from dossier.model import Dossier, read_model

SETTINGS = """title: The footbridge of Lower Weir
subtitle: s
description: d
editors: [{name: x}]
license: CC0
version: "1"
method: As told [@post].
story: []
findings: [{type: caution, title: post, text: "See [[post|the post]].", see: post}]
"""
SOURCES = """- id: post
  type: news
  short: post
  language: en
  extent: whole
  checked: read
  verdict: Worth reading.
- id: other-post
  type: news
  short: 𝒳 🌉 post
  language: en
  extent: whole
  checked: read
  derived_from: [{source: post, how: cites}, {source: 'post', how: cites, note: "[@post, p. 3]\\n\\n[[post]]"}]
  verdict: >- # of the post
    Says what [@post; @other-post;
    @post, see @post] says, not `[@post]` and not post,
    nor [[post|post of the post]] [[other-post]].
"""
DOCUMENT = """source: post
sha256: "{}"
words: 9
characters: 9
about: x
published: 2016
passages:
  - {{id: post, kind: body, heading: post, sentences: 1, words: 1, gist: g}}
remarks:
  - id: r
    passage: post
    type: caution
    title: "[[post]]"
    text: x
    citations: [{{source: post, locator: post}}]
""".format("0" * 64)
FILES = {"dossier.yml": SETTINGS, "sources.yml": SOURCES, "documents/post.yml": DOCUMENT}
PAGES = {
    "method.md": "See [[post]] and `[[post]]`.\r\n\r\n```\r\n[@post]\r\n```\r\n\r\nAlso [@other-post; @post, p1].\r\n",
    "other.md": "The post, [post](post.md).\n",
}


def rename(old: str, new: str, files: dict[str, str] = FILES, pages: dict[str, str] = PAGES) -> Renaming:
    return renamed("data", {path: text.encode() for path, text in files.items()}, pages, old, new)


def test_every_place_that_means_it_changes_and_no_other() -> None:
    """Fields, prose of every form of scalar, the file of the document; code, titles, locators, passages do not."""
    done = rename("post", "weir-post")
    assert done.moved == {"documents/post.yml": "documents/weir-post.yml"}
    assert done.pages == {
        "method.md": "See [[weir-post]] and `[[post]]`.\r\n\r\n```\r\n[@post]\r\n```\r\n\r\n"
        "Also [@other-post; @weir-post, p1].\r\n"
    }
    assert done.files["dossier.yml"].decode() == (
        SETTINGS.replace("[@post]", "[@weir-post]")
        .replace("[[post|", "[[weir-post|")
        .replace("see: post", "see: weir-post")
    )
    assert done.files["documents/weir-post.yml"].decode() == (DOCUMENT.replace("source: post", "source: weir-post"))
    assert done.files["sources.yml"].decode() == SOURCES.replace(
        "- id: post\n", "- id: weir-post\n  formerly:\n    - post\n"
    ).replace("{source: post,", "{source: weir-post,").replace("source: 'post'", "source: 'weir-post'").replace(
        '"[@post, p. 3]\\n\\n[[post]]"', '"[@weir-post, p. 3]\\n\\n[[weir-post]]"'
    ).replace(
        "[@post; @other-post;\n    @post, see @post]", "[@weir-post; @other-post;\n    @weir-post, see @post]"
    ).replace("[[post|post of", "[[weir-post|post of")
    assert done.count == 15


def test_line_ends_of_windows_stay() -> None:
    """Bytes beside the id are those that were there."""
    files = {path: text.replace("\n", "\r\n") for path, text in FILES.items()}
    unix, windows = rename("post", "weir-post"), rename("post", "weir-post", files)
    assert {path: data.replace(b"\r\n", b"\n") for path, data in windows.files.items()} == unix.files
    assert b"\n" not in b"".join(windows.files.values()).replace(b"\r\n", b"")


def with_former(lines: str, before: str = "post") -> dict[str, str]:
    return {**FILES, "sources.yml": SOURCES.replace(f"- id: {before}\n", f"- id: {before}\n{lines}", 1)}


@pytest.mark.parametrize(
    ("had", "has"),
    [
        pytest.param("", "  formerly:\n    - post\n", id="none"),
        pytest.param("  formerly: [a]\n", "  formerly: [a, post]\n", id="in brackets"),
        pytest.param("  formerly: []\n", "  formerly: [post]\n", id="empty"),
        pytest.param("  formerly:\n  - a  # b\n", "  formerly:\n  - a  # b\n  - post\n", id="on lines"),
        pytest.param("  formerly:\n    - weir-post\n    - b\n", "  formerly:\n    - post\n    - b\n", id="back again"),
    ],
)
def test_the_old_id_is_kept(had: str, has: str) -> None:
    """Behind the earlier ones; when an entry gets an earlier id back, the two change places."""
    done = rename("post", "weir-post", with_former(had))
    assert f"- id: weir-post\n{has}  type: news" in done.files["sources.yml"].decode()


def test_an_entry_in_braces_keeps_its_old_id_in_them() -> None:
    """Whatever the layout of the file is."""
    files = {**FILES, "terms.yml": '[{id: weir, label: Weir, description: "[@post]"}]'}
    assert rename("weir", "dam", files).files == {
        "terms.yml": b'[{id: dam, formerly: [weir], label: Weir, description: "[@post]"}]'
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("psot", "a", "did you mean `post`?"),
        ("post", "other-post", "taken: data/sources.yml:8"),
        ("post", "post", "already"),
        ("post", "Weir Post", "did you mean `weir-post`?"),
        ("post", "a" * 81, "at most 80"),
        ("post", "gone", "was an id of `other-post`"),
        ("gone", "a", "called `other-post` now"),
        ("r", "x" * 8, ""),
    ],
)
def test_what_cannot_be_renamed_is_said(old: str, new: str, said: str) -> None:
    """Each with what can be done; a remark can be renamed as well."""
    files = with_former("  formerly: [gone]\n", "other-post")
    if not said:
        assert list(rename(old, new, files).files) == ["documents/post.yml"]
        return
    with pytest.raises(Refused, match=re.escape(said)):
        rename(old, new, files)


@pytest.mark.parametrize("broken", ["- id: [", "- id: x\n  title: y\n", "- id: post\n  label: x\n  description: y\n"])
def test_data_that_cannot_be_read_whole_is_not_renamed(broken: str) -> None:
    """A place that cannot be read may mean the entry."""
    with pytest.raises(Refused) as refused:
        rename("post", "weir-post", {**FILES, "terms.yml": broken})
    assert refused.value.problems


def test_the_file_of_another_document_is_never_written_over() -> None:
    """Not even where the disk takes capital letters for small ones."""
    other = DOCUMENT.replace("source: post", "source: other-post").replace("id: r", "id: r-two")
    with pytest.raises(Refused, match="is there already"):
        rename("post", "weir-post", {**FILES, "documents/Weir-Post.yml": other})


# A property: for any prose in any form of scalar, the dossier read afterwards is the one before with the id mapped

PIECES = st.sampled_from(
    ["[@post]", "[[post]]", "[[post|post]]", "[@other-post; @post, p. 3]", "`[@post]`", "post", "@post",
     "[[other-post]]",
     "𝒳🌉", "[@post", "\n", "it’s", "'", '"', "\\", "#", ": "]
)  # fmt: skip
PROSE = st.lists(PIECES, min_size=1, max_size=12).map(" ".join).filter(lambda text: bool(text.strip()))


def _as_scalar(text: str, style: str) -> str:
    if style == "'" and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if style == "|" and text == text.strip() and "\n" not in text:
        return "|\n    " + text
    if style == ">" and text == text.strip() and "\n" not in text:
        return ">- # post\n    " + re.sub(r"(?<=\S) (?=\S)", "\n    ", text)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _read(files: dict[str, bytes]) -> Dossier:
    sheets, problems = load_files("data", files)
    dossier, misshapen = read_model(sheets)
    assert not problems
    assert not misshapen
    return dossier


@settings(max_examples=150)
@given(st.lists(st.tuples(PROSE, st.sampled_from("'\"|>")), min_size=1, max_size=4), st.booleans())
def test_the_model_afterwards_is_the_one_before_with_the_id_mapped(texts: list[tuple[str, str]], crlf: bool) -> None:
    """The oracle goes over the prose without the program's own tokens: by what stands in brackets, code cut out."""
    terms = "".join(
        f"- id: t{number}\n  label: post\n  description: {_as_scalar(text, style)}\n"
        for number, (text, style) in enumerate(texts)
    )
    files = {path: text.encode() for path, text in {**FILES, "terms.yml": terms}.items()}
    files = {path: data.replace(b"\n", b"\r\n") for path, data in files.items()} if crlf else files
    done = renamed("data", files, {}, "post", "weir-post")
    after = _read({**{path: data for path, data in files.items() if path not in done.moved}, **done.files})
    for number, term in enumerate(_read(files).terms):
        assert after.terms[number].description == _mapped(term.description)
        assert (after.terms[number].id, after.terms[number].label) == (f"t{number}", "post")


def _mapped(text: str) -> str:
    def cited(found: re.Match[str]) -> str:
        if found[0].startswith("`"):
            return found[0]
        return re.sub(r"(^\[@|; ?@|^\[\[)post\b(?!-)", r"\1weir-post", found[0])

    return re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)|\[@[^\[\]]*\]|\[\[[^\[\]\n]*\]\]", cited, text, flags=re.DOTALL)


# Ids from names


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The footbridge of Lower Weir", "the-footbridge-of-lower-weir"),
        ("Ça n’est pas l’été – 2016", "ca-nest-pas-lete-2016"),
        ("Мост закрыт", "most-zakryt"),
        ("Straße", "strasse-2"),
        ("...", ""),
        ("weir " * 40, "weir-" * 11 + "weir"),
        ("w" * 90, "w" * 60),
    ],
)
def test_an_id_is_made_from_a_name(name: str, expected: str) -> None:
    """In any script, never longer than an address is read, never one that is taken."""
    assert id_from(name, {"strasse"}) == expected


@given(st.text())
def test_an_id_from_any_name_is_an_id(name: Any) -> None:
    """Or nothing at all."""
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", id_from(name))
