"""How much may be quoted: so many words in a row, and so large a share of each document."""

import re
from collections.abc import Iterator
from typing import Final

from ..model import Document, Dossier, ProseTag, QuoteTag, document_owner
from ..problem import Problem

_WORD: Final = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_QUOTED: Final = re.compile(r"“([^“”]+)”|«([^«»]+)»|„([^„“”]+)[“”]|\"([^\"\n]+)\"")


def count_words(text: str) -> int:
    """Return the number of words: runs of letters and digits, hyphens and apostrophes inside."""
    return len(_WORD.findall(text))


def quote_length(dossier: Dossier) -> Iterator[Problem]:
    """A field for quoted words holds no longer run than `dossier.yml` allows."""
    limit = dossier.settings.quotation.longest
    for owned in dossier.values:
        if isinstance(owned.tag, QuoteTag) and count_words(owned.text) > limit:
            yield _too_long(dossier, owned.owner, owned.route, owned.text)


def quotes_in_prose(dossier: Dossier) -> Iterator[Problem]:
    """The same holds for what stands between quotation marks in prose."""
    limit = dossier.settings.quotation.longest
    for owned in dossier.values:
        if isinstance(owned.tag, ProseTag):
            for found in _QUOTED.finditer(owned.text):
                if count_words(found.group()) > limit:
                    yield _too_long(dossier, owned.owner, owned.route, found.group()[1:-1])


def _too_long(dossier: Dossier, owner: str, route: tuple[str | int, ...], text: str) -> Problem:
    limit = dossier.settings.quotation.longest
    return Problem(
        dossier.mark(owner, *route),
        f"{count_words(text)} words are quoted in a row (“{' '.join(text.split()[:4])} …”)",
        f"at most {limit} may be; quote less and tell the rest in own words",
        "quote-length",
    )


def quoted_fragments(dossier: Dossier, document: Document) -> tuple[str, ...]:
    """Return the distinct fragments of a document quoted anywhere in the dossier; one inside another counts once."""
    found = {quote for passage in document.passages for quote in passage.quotes}
    found |= {remark.fragment for remark in document.remarks if remark.fragment}
    found |= {
        given.citation.quote
        for given in dossier.citations
        if given.citation.source == document.source and given.citation.quote
    }
    folded = sorted({" ".join(quote.split()).casefold() for quote in found}, key=lambda quote: (-len(quote), quote))
    kept: list[str] = []
    for quote in folded:
        if not any(quote in longer for longer in kept):
            kept.append(quote)
    return tuple(sorted(kept))


def quote_share(dossier: Dossier) -> Iterator[Problem]:
    """All fragments of a document together are no larger a share of it than `dossier.yml` allows."""
    for document in dossier.documents:
        quoted = sum(count_words(quote) for quote in quoted_fragments(dossier, document))
        allowed = document.words * dossier.settings.quotation.share / 100
        if quoted > allowed:
            yield Problem(
                dossier.mark(document_owner(document.source), "words"),
                f"{quoted} of the {document.words} words of `{document.source}` are quoted",
                f"at most {int(allowed)} may be ({dossier.settings.quotation.share:g} %); quote less of it",
                "quote-share",
            )
