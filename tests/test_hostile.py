"""Text from the data is never markup: each hostile string by itself, through Markdown, without a browser.

tests/e2e/test_hostile_pages.py opens a whole site of them in Chromium; here each is tried in each way a text is
printed, and what is refused is refused.
"""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import markdown
import pytest
import yaml

from dossier.check import check
from dossier.load import load_files
from dossier.model import read_model
from dossier.prose import Text, parse
from dossier.prose.escape import address, attribute, plain, prose_text
from hostile import GROUPS, LINKS, STRINGS
from hostile_dossier import hostile_data, in_prose, text_fields

ROOT: Final = Path(__file__).parents[1]
EXTENSIONS: Final = (
    "attr_list", "md_in_html", "footnotes", "def_list", "admonition", "tables", "abbr", "pymdownx.superfences",
    "pymdownx.snippets", "pymdownx.highlight", "pymdownx.tilde", "pymdownx.caret", "pymdownx.mark", "pymdownx.keys",
    "pymdownx.emoji", "pymdownx.details", "pymdownx.tasklist", "pymdownx.smartsymbols", "toc",
)  # fmt: skip
"""Those of mkdocs.yml, and what else people switch on: the data must not mean more because of it. Not among them is
`magiclink`, which is there to make a link of every https:// it meets, and of nothing else."""
KEPT: Final = frozenset(
    {"p", "em", "strong", "code", "ul", "ol", "li", "h1", "table", "thead", "tbody", "tr", "th", "td", "a"}
)
WAYS: Final[dict[str, Callable[[str], str]]] = {
    "a heading": lambda text: f"# {plain(text)}\n",
    "a paragraph": lambda text: f"{plain(text)}\n",
    "prose": lambda text: f"{prose_text(text)}\n",
    "prose in a list": lambda text: f"- {prose_text(text)}\n",
    "a cell": lambda text: f"| a | b |\n| - | - |\n| {plain(text)} | x |\n",
    "an attribute": lambda text: f'[x](y.md){{title="{attribute(text)}"}}\n',
    "an element": lambda text: f'<p markdown="span" title="{attribute(text)}">{plain(text)}</p>\n',
    "an address": lambda text: f"[x](https://example.org/{address(text.replace(' ', '%20'))})\n",
}


class Read(HTMLParser):
    """What HTML holds: elements, attributes and text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.tags.append(f"declaration {decl}")

    def handle_pi(self, data: str) -> None:
        self.tags.append(f"instruction {data}")


def rendered(source: str) -> Read:
    return Read(markdown.markdown(source, extensions=list(EXTENSIONS)))


def test_there_are_enough_strings_and_each_is_tried_once() -> None:
    assert len(STRINGS) >= 60
    assert len(set(STRINGS)) == len(STRINGS)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("string", STRINGS)
def test_text_makes_no_element_and_no_attribute(string: str, way: str) -> None:
    """Whatever extensions of Markdown are switched on, text is text; `title` is the attribute it may stand in."""
    source = WAYS[way](string)
    found = rendered(source)
    assert set(found.tags) <= KEPT, found.tags
    named = {name for name, _ in found.attributes} - {"style"}
    assert named <= {"title", "href", "id"}, found.attributes
    assert all(value.startswith(("y.md", "https://example.org/")) for name, value in found.attributes if name == "href")
    assert {value for name, value in found.attributes if name == "style"} <= {"text-align: left;"}


@pytest.mark.parametrize("string", STRINGS)
def test_titles_are_shown_as_typed(string: str) -> None:
    """Not a letter of a title is lost or changed on its way through Markdown."""
    assert rendered(WAYS["a paragraph"](string)).text.split() == string.split()
    titled = rendered(WAYS["an attribute"](string)).attributes
    assert [value.split() for name, value in titled if name == "title"] == [string.split()]


@pytest.mark.parametrize("link", LINKS)
def test_links_that_could_run_something_are_refused(link: str) -> None:
    """However it is disguised, an address in prose starts with https://, http:// or mailto:, or is told to be wrong."""
    refused = [token for token in parse(f"It says {link} so.") if isinstance(token, Text) and token.wrong]
    if not refused:
        assert rendered(prose_text(f"It says {link} so.")).tags == ["p"]
    else:
        assert refused[0].wrong


def test_every_field_that_takes_text_is_filled() -> None:
    """A new field of the model is tried as well; the two left out name passages, and rules hold them to that."""
    by_hand = {"Source.retracted", "Remark.fragment"}
    assert text_fields() - hostile_data()[1] - by_hand == {"Remark.passage", "Remark.also"}
    assert len(text_fields()) > 50


def test_the_hostile_dossier_is_in_order() -> None:
    """What the browser tests is a dossier like any other: nothing of it is refused, so all of it is printed."""
    files = {
        path: yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100_000).encode()
        for path, value in hostile_data()[0].items()
    }
    sheets, unread = load_files("data", files)
    read, misshapen = read_model(sheets)
    assert (*unread, *misshapen, *check(read)) == ()
    assert len(read.entries) == 9 * GROUPS


def test_prose_takes_nearly_every_string() -> None:
    """Those that prose refuses are few, so that what is tried in prose is not a handful."""
    assert len(list(in_prose(STRINGS))) >= 60
