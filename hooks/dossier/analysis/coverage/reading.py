"""The text of a document held against what the dossier says of it: sentences, numerals and names not covered yet.

The text is at hand for this one look only. What is found holds no more of it than the place, a numeral, a name, or the
first words of a sentence; it never enters the site or a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final, NamedTuple

from ...model import Document, Dossier, Passage
from ...prose import plain_words
from ..order import in_reading_order, passages_of
from ..usage.naming import Naming, naming_of
from .capitals import calendar_words, capital_runs, tells_names
from .cutting import Misfit, cut
from .known import Known, known_of, quoted_at
from .laying import folded, lay, traits_of
from .numerals import numerals
from .passages import Matter, matter_of
from .sentences import sentences

OPENING: Final = 4
"""Words shown of a sentence that has no claim; never more than half of it."""

LETTERS: Final = 32
"""Letters shown of it at most: a word may be long, and not every script has spaces between words."""


class Why(StrEnum):
    """Why a text cannot be held against the dossier."""

    UNKNOWN = "unknown"
    NO_UTF8 = "no-utf-8"
    PASSAGES = "passages"


@dataclass(frozen=True, slots=True)
class Unfit:
    """That a text cannot be held against the dossier, and what was expected."""

    why: Why
    sha256: str
    known: tuple[tuple[str, str], ...]
    """Source and sha256 of each document."""
    source: str = ""
    misfit: Misfit | None = None


class ReadSentence(NamedTuple):
    """A sentence, counted from 1: the claims laid at it; without any, its first words, and whether a quote, remark or
    the gist tells of it."""

    number: int
    claims: tuple[str, ...]
    told: bool
    opening: str


class Uncovered(NamedTuple):
    """A numeral or name that nothing of its passage has, and the sentence it first stands in."""

    sentence: int
    words: str


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage read: sentences recorded and found, numerals and names, and those not covered."""

    id: str
    recorded: int
    sentences: tuple[ReadSentence, ...]
    numerals: int
    names: int
    open_numerals: tuple[Uncovered, ...]
    open_names: tuple[Uncovered, ...]
    unlaid: tuple[str, ...]
    """Claims that share nothing with any sentence: in another language, or about something else."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that belongs to a document, read passage by passage; what is not editorial is left out."""

    source: str
    sha256: str
    language: str
    capitals: bool
    """Whether capitals were used to find names that the dossier does not know."""
    passages: tuple[ReadPassage, ...]


def read_against(dossier: Dossier, text: bytes | str) -> Reading | Unfit:
    """Return what the dossier does not cover of a text, or why the text cannot be used.

    The bytes must have the sha256 of one of the documents (of a `str`, its UTF-8 form is taken). Never raises.
    """
    content = text.encode() if isinstance(text, str) else text
    digest = sha256(content).hexdigest()
    known = tuple(sorted((document.source, document.sha256) for document in dossier.documents))
    fitting = sorted(
        (document for document in dossier.documents if document.sha256 == digest), key=lambda found: found.source
    )
    if not fitting:
        return Unfit(Why.UNKNOWN, digest, known)
    document = fitting[0]
    try:
        said = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Unfit(Why.NO_UTF8, digest, known, document.source)
    passages = cut(document, said)
    if isinstance(passages, Misfit):
        return Unfit(Why.PASSAGES, digest, known, document.source, passages)
    return _reading(dossier, document, digest, passages)


def _reading(dossier: Dossier, document: Document, digest: str, texts: tuple[str, ...]) -> Reading:
    passage_of = passages_of(dossier)
    matter = matter_of(dossier, passage_of, in_reading_order(dossier, passage_of))
    language = next((source.language for source in dossier.sources if source.id == document.source), "")
    capitals = tells_names(language)
    reader = _Reader(naming_of(dossier), document.source, calendar_words(language), capitals)
    return Reading(
        document.source,
        digest,
        language,
        capitals,
        tuple(
            reader.passage(passage, text, matter[document.source, passage.id])
            for passage, text in zip(document.passages, texts, strict=True)
            if passage.editorial
        ),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is the same for every passage of a document."""

    naming: Naming
    source: str
    calendar: frozenset[str]
    capitals: bool

    def passage(self, passage: Passage, text: str, matter: Matter) -> ReadPassage:
        parts = [text[start:end] for start, end in sentences(text)]
        known = known_of(self.source, passage, matter, self.naming)
        claims, told = self._laid(passage, parts, matter)
        numbers, names = self._numerals(parts, known), self._names(parts, known)
        return ReadPassage(
            id=passage.id,
            recorded=passage.sentences,
            sentences=tuple(_sentence(at, part, claims, at in told) for at, part in enumerate(parts)),
            numerals=len(numbers),
            names=len(names),
            open_numerals=tuple(Uncovered(at, words) for words, (at, covered) in numbers.items() if not covered),
            open_names=tuple(Uncovered(at, words) for words, (at, covered) in names.items() if not covered),
            unlaid=tuple(id_ for id_, at in claims.items() if at is None),
        )

    def _laid(
        self, passage: Passage, parts: list[str], matter: Matter
    ) -> tuple[Mapping[str, int | None], set[int | None]]:
        """Return the sentence each claim is laid at, and those that a remark, a quote or the gist tells of."""
        of = [traits_of(part, self.naming) for part in parts]

        def at(text: str, *quotes: str) -> int | None:
            return lay(traits_of(text, self.naming), quotes, parts, of)

        claims = {claim.id: at(claim.text, *quoted_at(claim, self.source, passage.id)) for claim in matter.claims}
        gist = plain_words(passage.gist)
        told = {at(gist[start:end]) for start, end in sentences(gist)}
        for remark in matter.remarks:
            quotes = (remark.fragment,) if remark.fragment else ()
            told.add(at(f"{remark.title} {plain_words(remark.text)}", *quotes))
        quoted = [folded(quote) for quote in matter.quotes]
        told |= {number for number, part in enumerate(parts) if any(quote in folded(part) for quote in quoted)}
        return claims, told

    def _numerals(self, parts: list[str], known: Known) -> Mapping[str, tuple[int, bool]]:
        """Return the numerals of a passage as written, each with its first sentence and whether it is covered."""
        found: dict[str, tuple[int, bool]] = {}
        for number, part in enumerate(parts, start=1):
            for numeral in numerals(part):
                covered = bool(numeral.keys & known.numbers)
                found.setdefault(part[numeral.start : numeral.end], (number, covered))
        return found

    def _names(self, parts: list[str], known: Known) -> Mapping[str, tuple[int, bool]]:
        """Return likewise the names of a passage: those of the dossier, and runs of capitalised words."""
        found: dict[str, tuple[int, bool]] = {}
        for number, part in enumerate(parts, start=1):
            named = tuple(self.naming.find(part))
            for meant in named:
                found.setdefault(meant.name, (number, bool(known.ids.intersection(meant.ids))))
            taken = [(meant.start, meant.end) for meant in named]
            for run in capital_runs(part, taken, self.calendar) if self.capitals else ():
                found.setdefault(run, (number, known.words.issuperset(run.casefold().split())))
        return found


def _sentence(at: int, part: str, claims: Mapping[str, int | None], told: bool) -> ReadSentence:
    here = tuple(id_ for id_, spot in claims.items() if spot == at)
    return ReadSentence(at + 1, here, told, "" if here else opening(part))


def opening(sentence: str) -> str:
    """Return the first words of a sentence: never more than half of it, also where words have no spaces between."""
    words = sentence.split()
    half = min(LETTERS, len(sentence) // 2)
    number = min(OPENING, max(1, len(words) // 2))
    while number and len(" ".join(words[:number])) > half:
        number -= 1
    return " ".join(words[:number]) or sentence[: max(1, half)]
