"""The search as files: everything one can look for, as a browser reads it when somebody begins to search.

    assets/data/search.js    names, titles, figures and addresses of everything: enough for most answers
    assets/data/search-1.js  the words, sentence by sentence, in as many files as a large dossier needs

They are never loaded with a page. docs/assets/js/search-match.js reads them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ..links import LISTS, OVERVIEW, document_page
from ..model import SETTINGS_OWNER, document_owner
from ..model.status import Status
from ..voice import Voice
from .desk import Desk
from .page import Asset, Page, packed
from .searchable import Found, Words, entries, passages, words_of
from .sections import sections

PATH: Final = "assets/data/search.js"
PART: Final = 400_000
"""Characters of one file of words: read in a moment even by a slow phone."""

ORDER: Final = (
    "actor",
    "place",
    "claim",
    "event",
    "term",
    "source",
    "question",
    "passage",
    "remark",
    "correction",
    "page",
)
"""Of two results that fit equally well, the kind that comes first here."""

_SENTENCE: Final = re.compile(r"(?<=\w{4}[.!?؟…])\s+|(?<=[)”\d][.!?؟…])\s+|(?<=[。！？])|\n+")


def search_index(desk: Desk, pages: Iterable[Page], handwritten: Iterable[str]) -> Iterator[Asset]:
    """Yield the files of the search; `handwritten` are the paths of the pages whose Markdown somebody wrote."""
    words, by_hand = words_of(desk), frozenset(handwritten)
    searched = [page for page in pages if page.in_nav or page.path in by_hand]
    listed = [page for page in searched if page.in_nav]
    found = [*entries(desk, words), *passages(desk, words), *_pages(desk, words, searched, by_hand)]
    found.sort(key=lambda item: ORDER.index(item.kind))
    lists = set(LISTS.values())
    parts = list(in_parts("\n".join(_sentences(item)) for item in found))
    index = {
        "kinds": [_kind(desk.voice, kind) for kind in ORDER],
        "statuses": [[status.icon, status.question or "", desk.voice.label(status)] for status in Status],
        "lists": [[page.nav_title, desk.links.published(page.path)] for page in listed if page.path in lists],
        "rows": [_row(item) for item in found],
        "parts": len(parts),
    }
    yield Asset(PATH, f"window.dossier = Object.assign(window.dossier || {{}}, {packed({'index': index})});\n")
    for number, part in enumerate(parts, 1):
        yield Asset(PATH.replace(".js", f"-{number}.js"), f"dossier.index.words = {packed(part)};\n")


def _row(item: Found) -> list[object]:
    """Return what the browser reads of a result, without what is empty at the end."""
    names, languages = zip((item.title, item.language), *item.names, strict=True)
    status: object = list(Status).index(item.status) if item.status else ""
    row = [ORDER.index(item.kind), item.address, names, languages, item.what, item.keys, status]
    while row[-1] in ("", ()):
        row.pop()
    return row


def _sentences(item: Found) -> Iterator[str]:
    """Yield the sentences of a result, each once, without its title."""
    found = dict.fromkeys(" ".join(part.split()) for line in item.lines for part in _SENTENCE.split(line))
    yield from (sentence for sentence in found if sentence not in ("", item.title))


def in_parts(texts: Iterable[str], limit: int = PART) -> Iterator[tuple[int, list[str]]]:
    """Yield the texts in runs of at most so many characters, each with the number of its first text.

    A text that is longer by itself is a run of its own; without any text there is one empty run.
    """
    start, held, size = 0, list[str](), 0
    for number, text in enumerate(texts):
        if held and size + len(text) > limit:
            yield start, held
            start, held, size = number, [], 0
        held.append(text)
        size += len(text)
    yield start, held


def _kind(voice: Voice, kind: str) -> str:
    words: Mapping[str, str] = {
        "actor": voice.text("Actor"),
        "place": voice.text("Place"),
        "claim": voice.text("Claim"),
        "event": voice.text("Event"),
        "term": voice.text("Term"),
        "source": voice.text("Source"),
        "question": voice.text("Question"),
        "passage": voice.text("Passage"),
        "remark": voice.text("Remark"),
        "correction": voice.text("Correction"),
        "page": voice.text("Page"),
    }
    return words[kind]


def _pages(desk: Desk, words: Words, searched: Iterable[Page], handwritten: frozenset[str]) -> Iterator[Found]:
    """Yield the pages of the navigation, of those written by hand each section; of others only what they are about."""
    documents = desk.facts.dossier.documents
    owners = {document_page(document.source): document_owner(document.source) for document in documents}
    owners[OVERVIEW] = SETTINGS_OWNER
    for page in searched:
        address = desk.links.published(page.path)
        if page.path not in handwritten or not page.in_nav:
            description = str(page.meta.get("description", ""))
            yield Found("page", address, page.nav_title, [description, *words.get(owners.get(page.path, ""), ())])
            continue
        for title, anchor, text in sections(page.title, page.markdown):
            where = f"{address}#{anchor}" if anchor else address
            yield Found("page", where, title, [text], page.title if anchor else "")
