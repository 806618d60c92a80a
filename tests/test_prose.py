"""Prose: its tokens give back the text, and no text becomes markup that it was not meant to be."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.prose import (
    Cite,
    Code,
    Link,
    Reference,
    Text,
    Token,
    WebLink,
    address,
    attribute,
    citations,
    parse,
    plain,
    plain_words,
    prose_text,
)

EXTENSIONS = [
    "md_in_html",
    "attr_list",
    "footnotes",
    "tables",
    "def_list",
    "abbr",
    "toc",
    "admonition",
    "pymdownx.superfences",
]
READABLE = st.characters(
    exclude_categories=("Cc", "Cs"),
    exclude_characters="\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff",
)
"""What `load` lets pass, line breaks aside."""
SIGNS = st.text("\\`*_{}[]()#+-.!|<>&;:^~=$%@\"'/ \n\t1aAbx", max_size=40)
TEXTS = (
    st.text(READABLE)
    | SIGNS
    | st.lists(
        st.sampled_from(
            ("[@", "]", "[[", "]]", "|", "a-b", "@", "`", "```\n", "\n\n", "(", ")", "https://x", "; ", ", p. 3")
        ),
        max_size=12,
    ).map("".join)
)

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<b>bold</b>",
    "</p><div>",
    "<!-- comment -->",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "<!DOCTYPE html>",
    "&lt;b&gt;",
    "&amp;amp;",
    "&#60;script&#62;",
    "&copy",
    "&nbsp;",
    "*a*",
    "**a**",
    "_a_",
    "__init__",
    "***",
    "* * *",
    "- - -",
    "___",
    "`code`",
    "``a ` b``",
    "```",
    "~~~",
    "```js\nalert(1)\n```",
    "# heading",
    "###### six",
    "#",
    "a #",
    "> quote",
    ">",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "1986. A great year",
    "12) item",
    "a\n- b",
    "a\n===",
    "a\n---",
    "===",
    "---",
    "+++",
    "![image](x.png)",
    "[link](https://example.org)",
    "[link](javascript:alert(1))",
    "[ref][1]",
    "[1]: https://example.org",
    "[^1]",
    "[^1]: note",
    "^[inline]",
    "*[HTML]: words",
    "<https://example.org>",
    "<me@example.org>",
    "https://example.org",
    "\\*",
    "\\",
    "a\\",
    "a  ",
    "a  \nb",
    "a\\\nb",
    "{: .class }",
    "a {: #id }",
    "{#id}",
    "{.class onclick=alert(1)}",
    "# x {#id onclick=alert(1)}",
    "| a | b |",
    "a | b\n--|--\nc | d",
    "|",
    ": definition",
    "a\n: definition",
    "!!! note",
    '!!! note "x"\n    y',
    "??? note",
    '=== "Tab"',
    "[TOC]",
    "[[id]]",
    "[@id]",
    "    code",
    "\tcode",
    "$x$",
    "$$x$$",
    "==mark==",
    "~~del~~",
    "~sub~",
    "^sup^",
    "^^ins^^",
    ":smile:",
    "++ctrl++",
    '--8<-- "x"',
    "{{ x }}",
    "{% x %}",
    "{++x++}",
    "(c) (tm) -->",
    "a&b",
    "AT&T;",
    "a < b > c",
    "\"quoted\" 'single'",
    "جسر *قديم*",
    "桥_桥_",
    "e\u0301*a*",
    "\u200b*a*",
    "\u00a0",
    "a\u00a0b",
    ".",
    "...",
    "1.",
    "1",
    "-",
    "+",
    "0)",
    "\u0660. x",
    "klzzwxh:0000",
    "wzxhzdk:0",
    '<a href="x">',
)
assert len(HOSTILE) == len(set(HOSTILE)) > 60

INERT = {"p", "em", "strong", "code", "ul", "ol", "li", "pre", "br"}
"""What prose may become: emphasis, code, lists and paragraphs."""


class Seen(HTMLParser):
    """The elements, attributes and text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.pieces: list[str] = []
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)

    def unknown_decl(self, data: str) -> None:
        self.other.append(data)

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def rendered(source: str) -> Seen:
    return Seen(markdown.markdown(source, extensions=EXTENSIONS))


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def sources(tokens: tuple[Token, ...], text: str) -> list[str]:
    """Return what each token was made from, by the offset of the next."""
    starts = [*(token.offset for token in tokens), len(text)]
    return [text[start:end] for start, end in pairwise(starts)]


@given(TEXTS)
@example("[@a")
@example("`" * 5_000)
@example("[" * 5_000)
@example("[a](" * 2_000)
@example("[@a;" * 2_000 + "]")
@example("[@" + "a-" * 5_000 + "]")
@example("[[" + "a-" * 5_000 + "]]")
@example("```\n" * 3_000)
def test_parsing_never_fails_and_loses_nothing(text: str) -> None:
    """Joined, the sources of the tokens are the text; what carries its own text carries the right one."""
    tokens = parse(text)
    found = sources(tokens, text)
    assert "".join(found) == text
    assert all(found)
    for token, source in zip(tokens, found, strict=True):
        if isinstance(token, Text | Code):
            assert token.text == source
        elif isinstance(token, Link):
            assert source.startswith(f"[[{token.id}") or source[2:].lstrip().startswith(token.id)
        elif isinstance(token, WebLink):
            assert source == f"[{token.words}]({token.url})"
        else:
            assert source[0] + source[-1] == "[]"
            assert all(f"@{reference.source}" in source for reference in token.references)


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("[@paper]", Cite((Reference("paper"),))),
        ("[@paper, p. 3]", Cite((Reference("paper", "p. 3"),))),
        ("[@paper, p. 3, line 4; @report]", Cite((Reference("paper", "p. 3, line 4"), Reference("report")))),
        ("[@paper,]", Cite((Reference("paper"),))),
        ("[@a\n; @b]", Cite((Reference("a"), Reference("b")))),
        ("[[old-bridge]]", Link("old-bridge")),
        ("[[old-bridge|the bridge]]", Link("old-bridge", "the bridge")),
        ("[words](https://example.org/a_b)", WebLink("words", "https://example.org/a_b")),
        ("[words](https://example.org/Mosul_(city))", WebLink("words", "https://example.org/Mosul_(city)")),
        ("`[@paper]`", Code("`[@paper]`")),
        ("```\n[[old-bridge]]\n```", Code("```\n[[old-bridge]]\n```")),
    ],
)
def test_each_form_is_read(text: str, token: Token) -> None:
    """The forms of Pandoc and of the wikis, and code left alone."""
    assert parse(text) == (token,)


@pytest.mark.parametrize(
    "text",
    [
        "[@Paper]",
        "[@]",
        "[@paper;]",
        "[@paper; report]",
        "[@pa per]",
        "[@-a]",
        "[[Old Bridge]]",
        "[[]]",
        "[[|x]]",
        "[[a|]]",
        "[words](example.org)",
        "[words](javascript:x)",
        "[words]()",
        "[words](/x)",
    ],
)
def test_what_is_nearly_a_form_says_why_it_is_none(text: str) -> None:
    """It is reported, never lost."""
    tokens = parse(text)
    assert any(isinstance(token, Text) and token.wrong for token in tokens), tokens


@pytest.mark.parametrize(
    "text", ["[1]", "a [sic] b", "[…]", "x[0]", "(@paper)", "me@example.org", "![image](x.png)", "[ ] [x]"]
)
def test_other_brackets_are_text(text: str) -> None:
    """An editor may use brackets as brackets."""
    assert not any(isinstance(token, Text) and token.wrong for token in parse(text))
    assert all(isinstance(token, Text) for token in parse(text))


def test_citations_come_in_order() -> None:
    """The order of the footnotes is that of the text."""
    text = "A [@b, p. 1; @a] and `[@no]` and [[c]] [@b]."
    assert citations(text) == (Reference("b", "p. 1"), Reference("a"), Reference("b"))


def test_plain_words_are_what_a_reader_hears() -> None:
    """For search, previews and screen readers."""
    assert plain_words(
        "The *old* [[old-bridge|bridge]] fell [@paper, p. 3], see [the page](https://x.org).\n\nIt `fell`."
    ) == ("The old bridge fell, see the page. It fell.")
    assert plain_words("snake_case and _stress_ at [[old-bridge]]") == "snake_case and stress at old bridge"


@given(TEXTS)
def test_plain_words_never_fail(text: str) -> None:
    """And never hold a line break."""
    assert "\n" not in plain_words(text)


def hostile(test: object) -> object:
    for text in HOSTILE:
        test = example(text)(test)  # type: ignore[arg-type]
    return test


@given(TEXTS)
@hostile  # type: ignore[arg-type]
def test_plain_text_is_printed_as_it_is(text: str) -> None:
    """A name, a title or a claim is one paragraph of exactly its characters."""
    seen = rendered(plain(text))
    assert seen.text.strip() == folded(text)
    assert seen.elements == (["p"] if folded(text) else [])
    assert (seen.attributes, seen.other) == ([], [])


@given(TEXTS)
@hostile  # type: ignore[arg-type]
def test_plain_text_is_printed_as_it_is_in_a_cell(text: str) -> None:
    """The same inside an HTML table whose cells are Markdown."""
    seen = rendered(f'<table markdown="1">\n<tr>\n<td markdown="span">{plain(text)}</td>\n</tr>\n</table>')
    assert folded(seen.text) == folded(text)
    assert seen.elements == ["table", "tr", "td"]
    assert (seen.attributes, seen.other) == ([], [])


@given(TEXTS)
@hostile  # type: ignore[arg-type]
def test_plain_text_is_printed_as_it_is_in_a_heading_and_a_list(text: str) -> None:
    """And in a heading, a list item and a link."""
    heading = rendered(f"## {plain(text)}\n")
    assert folded(heading.text) == folded(text)
    assert heading.elements == ["h2"]
    item = rendered(f"- {plain(text)}\n")
    assert folded(item.text) == folded(text)
    assert item.elements == ["ul", "li"]
    if folded(text):
        link = rendered(f"[{plain(text)}](https://example.org)")
        assert (folded(link.text), link.elements, link.attributes) == (
            folded(text),
            ["p", "a"],
            [("href", "https://example.org")],
        )


@given(TEXTS)
@hostile  # type: ignore[arg-type]
def test_an_attribute_holds_exactly_its_text(text: str) -> None:
    """In an element of a page, and in one inside Markdown."""
    for source in (f'<div title="{attribute(text)}"></div>', f'word <span title="{attribute(text)}">word</span>'):
        seen = rendered(source)
        assert [(name, value and folded(value)) for name, value in seen.attributes] == [
            ("title", folded(text) or value_of_nothing())
        ]


def value_of_nothing() -> str:
    return ""


@given(TEXTS)
@hostile  # type: ignore[arg-type]
@example("a\n\n<script>x</script>\n")
@example("- a\n\n        <b>\n")
@example("`<b>`")
@example("``` {onclick=x}\na\n```")
@example("`a`{: onclick=x }")
@example("*a*{: onclick=x }")
@example("1. a\n    - <b>\n")
@example("a  \n<b>")
def test_prose_becomes_emphasis_code_lists_and_paragraphs_only(text: str) -> None:
    """No element, attribute or comment of anybody's making, on a page or inside a block of one."""
    for source in (prose_text(text), f'<div markdown="1">\n\n{prose_text(text)}\n\n</div>', f"- {prose_text(text)}"):
        seen = rendered(source)
        assert set(seen.elements) - INERT - {"div"} == set()
        assert seen.elements.count("div") == source.startswith("<div")
        assert (seen.attributes, seen.other) == ([], [])


@given(TEXTS)
@hostile  # type: ignore[arg-type]
def test_prose_loses_no_letter(text: str) -> None:
    """Markdown takes its signs; every letter and digit is still there, in order."""

    def letters(said: str) -> str:
        return "".join(character for character in said if character.isalpha())

    assert letters(rendered(prose_text(text)).text) == letters(text)


def test_prose_keeps_emphasis_code_and_lists() -> None:
    """Escaping leaves the editor what an editor needs."""
    seen = rendered(prose_text("A *word* and **two** and `code`.\n\n- one\n- two\n\n1. first\n"))
    assert seen.elements == ["p", "em", "strong", "code", "ul", "li", "li", "ol", "li"] or set(seen.elements) >= {
        "em",
        "strong",
        "code",
        "ul",
        "li",
    }


@pytest.mark.parametrize(
    "end", ["", "'q'", '"q"', "`a`", "<b>", "[^a]", "a)b(", "a\\)", "*a*_b_", "{: onclick=x }", "(a)"]
)
def test_an_address_is_one_link_and_nothing_else(end: str) -> None:
    """Whatever signs an address has, it neither ends the link nor adds to it."""
    seen = rendered(f"see [word]({address('https://example.org/' + end.replace(' ', ''))}) x")
    assert (seen.text.strip(), seen.elements, [name for name, _ in seen.attributes]) == (
        "see word x",
        ["p", "a"],
        ["href"],
    )
    assert unquote(seen.attributes[0][1] or "") == "https://example.org/" + end.replace(" ", "")
