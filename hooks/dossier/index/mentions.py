"""Back-links: for every entry, where in the dossier it is pointed at, cited or named, with the words around it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ..model import Dossier, Entry, QuoteTag, Ref, Route, Value
from ..names import Names
from ..prose import Cite, Link, Text, WebLink

_SENTENCE_END: Final = re.compile(r"(?<=[.!?؟。])[”\"»)]?\s+(?=[^\s\W\d_]|[“\"«(\[\d])")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that points at an entry.

    `owner` is the entry (or `:document:…`, `:dossier`) it stands in, `route` the field. `heading` is the field's name
    for the way back (`Claims about it`), empty where the entry is only named in prose; then `before`, `words` and
    `after` are the sentence around it.
    """

    owner: str
    route: Route
    heading: str = ""
    before: str = ""
    words: str = ""
    after: str = ""

    @property
    def sentence(self) -> tuple[object, ...]:
        """What tells mentions apart: two names of one entry in one sentence are one mention of it."""
        return (self.owner, self.route, self.heading, f"{self.before}{self.words}{self.after}")


def mentions_of(dossier: Dossier, names: Names) -> Mapping[str, tuple[Mention, ...]]:
    """Return for every id that is mentioned its mentions, in the order of the data."""
    found: dict[str, dict[object, Mention]] = defaultdict(dict)
    for owned in dossier.values:
        for id_, mention in _mentions(owned, names, dossier.entries):
            if id_ != owned.owner:
                found[id_].setdefault(mention.sentence, mention)
    return {id_: tuple(mentions.values()) for id_, mentions in found.items()}


def _mentions(value: Value, names: Names, entries: Mapping[str, Entry]) -> Iterator[tuple[str, Mention]]:
    if isinstance(value.tag, Ref):
        yield value.text, Mention(value.owner, value.route, value.field.reverse or value.field.label)
    elif isinstance(value.tag, QuoteTag):
        return
    else:
        heard, spots = _hear(value.tokens or (Text(value.text),), names, entries)
        for start, end, id_ in spots:
            before, after = _around(heard, start, end)
            yield id_, Mention(value.owner, value.route, "", before, heard[start:end], after)


def _hear(
    tokens: tuple[object, ...], names: Names, entries: Mapping[str, Entry]
) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text as a reader hears it and the spots in it that mention an entry."""
    heard, spots = "", []
    for token in tokens:
        if isinstance(token, Text):
            said = re.sub(r"[*`]", "", token.text)
            spots += [(len(heard) + found.start, len(heard) + found.end, found.id) for found in names.find(said)]
            heard += said
        elif isinstance(token, Link):
            said = token.words or (entries[token.id].name if token.id in entries else token.id)
            spots.append((len(heard), len(heard) + len(said), token.id))
            heard += said
        elif isinstance(token, WebLink):
            heard += token.words
        elif isinstance(token, Cite):
            heard = heard.rstrip()
            spots += [(len(heard), len(heard), reference.source) for reference in token.references]
    return heard, spots


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a spot in its sentence."""
    begin = 0
    stop = len(text)
    for found in _SENTENCE_END.finditer(text):
        if found.end() <= start:
            begin = found.end()
        elif found.start() >= end:
            stop = found.start()
            break
    return " ".join(text[begin:start].split(" ")).lstrip(), text[end:stop].rstrip()
