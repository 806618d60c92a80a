"""A dossier of any size, made up, that keeps every rule: what the measurements read and build.

    python benchmarks/generate.py N DIR      writes DIR/data with N events

Beside N events it has N/5 actors, N/2 sources, N/20 places and N/10 claims (18,550 entries at N = 10,000, with some
terms, questions and remarks on a document), 40 to 80 words of prose each, with citations and links. The same N gives
the same bytes, so that two measurements months apart read the same thing. The words mean nothing; their number, length
and density of links are those of the dossier in `data/`.
"""

import argparse
import datetime
import random
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Final

Field = str | int | float | Mapping[str, "Field"] | Sequence["Field"]

_FIRST_DAY: Final = datetime.date(1990, 1, 1)
_PASSAGES: Final = 40
_THEMES: Final = ("North", "South", "Coast", "Words")
_WORDS: Final = """
after again agreed along also among announced another answered army around asked attack away bank became before
began behind between border both bridge brought building called came camp carried centre city clear close coast
column commander company control convoy council counted country crossing daily dawn deal decided described district
doctor early east eight evening every fell few fighting figure film fire first five followed force former found four
from fuel gave government group half harbour held hill hospital hour house hundred inside journalist known large
later left letter line little local long lorry lost market meeting member minister month morning most moved named
near nearly never next night north number office officer official older only open order other over paper part people
photograph plain police port prison public quarter railway reached read received remained reported residents
returned river road said same school second seen sent seven several side since small soldier south spoke station
statement still stopped stood street struck supply talks team third thousand three told took tower town train under
until valley village visited waited wall water week well west while witness woman work wrote year young
"""
_STARTS: Final = "Ba Ce Di Fo Gu Ha Je Ki Lo Mu Na Pe Ri So Tu Va Ye Zo"
_MIDDLES: Final = "ba ce di fo gu la me ni ro su ta ve"
_ENDS: Final = "bar den fil gos lan mir nor ras sel tan vik zam"


def generate(events: int) -> Iterator[tuple[str, str]]:
    """Yield the path below the data folder and the text of every file of a dossier with so many events."""
    made = _Dossier(events)
    yield "dossier.yml", _yaml(made.settings())
    yield "documents/source-0.yml", _yaml(made.document())
    for name in ("sources", "actors", "places", "claims", "events", "terms", "questions"):
        yield f"{name}.yml", _yaml(list(getattr(made, name)()))


class _Dossier:
    """The counts of a dossier, and the chance by which its entries are filled."""

    def __init__(self, events: int) -> None:
        self.chance = random.Random(events)
        self.vocabulary = _WORDS.split()
        self.counts = {
            "event": events,
            "actor": max(2, events // 5),
            "source": max(8, events // 2),
            "place": max(2, events // 20),
            "claim": max(8, events // 10),
            "term": 20,
        }
        self.names = self._names(self.counts["actor"] + self.counts["place"] + self.counts["term"])

    def _names(self, many: int) -> list[str]:
        words = ["".join(parts) for parts in product(_STARTS.split(), _MIDDLES.split(), _ENDS.split())]
        pairs = [f"{words[number % len(words)]} {words[number * 7 % len(words)]}" for number in range(many)]
        return [name if number < len(words) else f"{name} {number}" for number, name in enumerate(pairs)]

    def some(self, kind: str) -> str:
        """Return the id of some entry; never the source that is taken apart, whose locators are its passages."""
        return f"{kind}-{self.chance.randrange(1 if kind == 'source' else 0, self.counts[kind])}"

    def name(self, kind: str, number: int) -> str:
        skipped = {"actor": 0, "place": self.counts["actor"], "term": self.counts["actor"] + self.counts["place"]}
        return self.names[skipped[kind] + number]

    def words(self, low: int, high: int) -> str:
        return " ".join(self.chance.choices(self.vocabulary, k=self.chance.randint(low, high)))

    def sentence(self, low: int = 8, high: int = 14) -> str:
        return self.words(low, high).capitalize()

    def prose(self, cited: str, low: int, high: int) -> str:
        """Return a paragraph of about so many words: citations, a link, and the name of an actor that links itself."""
        named = self.name("actor", self.chance.randrange(self.counts["actor"]))
        half = self.words(low // 3, high // 3)
        link = f"[[{self.some('place')}|{self.words(1, 2)}]]"
        note = f"[@{self.some('source')}, p. {self.chance.randint(2, 90)}]"
        end = f"{self.sentence(low // 3, high // 3)} *{self.words(1, 1)}*"
        return f"{self.sentence()} [@{cited}]. {named} {half} {link}; {self.words(6, 9)} {note}. {end}."

    def citation(self, cited: str, **more: Field) -> dict[str, Field]:
        return {"source": cited, "locator": f"p. {self.chance.randint(1, 90)}", "quote": self.words(3, 9), **more}

    def day(self, number: int) -> str:
        """Return the date of the event of this number; a larger number is never earlier."""
        day = _FIRST_DAY + datetime.timedelta(days=number)
        return (day.isoformat(), day.isoformat(), day.isoformat(), f"{day.isoformat()}~")[number % 4]

    def settings(self) -> dict[str, Field]:
        story: list[Field] = [
            {"when": f"{number} May", "text": f"{self.sentence()} [@source-{number}]."} for number in range(1, 6)
        ]
        return {
            "title": f"A made-up dossier of {self.counts['event']} events",
            "subtitle": self.sentence(),
            "description": self.sentence(),
            "language": "en",
            "editors": [{"name": "Nobody"}],
            "license": "CC0-1.0",
            "version": "0.1.0",
            "method": self.sentence(30, 40),
            "story": story,
            "themes": list(_THEMES),
        }

    def document(self) -> dict[str, Field]:
        passages: list[Field] = [
            {
                "id": f"p{number}",
                "kind": "body",
                "heading": self.sentence(1, 3),
                "sentences": 2,
                "words": 40,
                "gist": f"{self.sentence(20, 30)}.",
            }
            for number in range(_PASSAGES)
        ]
        remarks: list[Field] = [
            {
                "id": f"remark-{number}",
                "passage": f"p{number}",
                "type": "definition",
                "title": self.sentence(3, 6),
                "text": self.prose(self.some("source"), 40, 60),
            }
            for number in range(0, _PASSAGES, 2)
        ]
        return {
            "source": "source-0",
            "sha256": "0" * 64,
            "words": 40 * _PASSAGES,
            "characters": 240 * _PASSAGES,
            "about": self.sentence(20, 30),
            "published": "1999-12-09",
            "passages": passages,
            "remarks": remarks,
        }

    def sources(self) -> Iterator[dict[str, Field]]:
        """Yield sources in families: a root that often speaks for an actor, and others that pass it on or on again."""
        family = 8
        for number in range(self.counts["source"]):
            root = number - number % family
            entry: dict[str, Field] = {
                "id": f"source-{number}",
                "type": "release" if number == root else "news",
                "title": self.sentence(4, 9),
                "short": f"Paper {number}",
                "publisher": f"Paper {number % 300}",
                "issued": self.day(number),
                "url": f"https://paper-{number % 300}.example/{number}",
                "language": "en",
                "retrieved": "2020-01-01",
                "extent": "excerpt",
                "checked": "excerpt of an archived copy",
                "reliability": {"grade": "BCD"[number % 3], "note": self.sentence()},
            }
            if number == root:
                entry["speaks_for"] = self.some("actor")
            else:
                how = self.chance.choice(("reprint", "rewrite", "quotes", "cites", "unknown"))
                entry["derived_from"] = [{"source": f"source-{self.chance.randrange(root, number)}", "how": how}]
            yield entry | {"verdict": f"{self.sentence(30, 60)} [[source-{root}|{self.words(1, 3)}]]."}

    def actors(self) -> Iterator[dict[str, Field]]:
        for number in range(self.counts["actor"]):
            cited = self.some("source")
            entry: dict[str, Field] = {
                "id": f"actor-{number}",
                "label": self.name("actor", number),
                "type": "organization",
                "role": self.words(3, 6),
                "names": [
                    {"text": f"{self.name('actor', number)} Group", "language": "fr", "used_by": [self.some("source")]}
                ],
            }
            if number % 3:
                entry["relations"] = [
                    {"type": "part-of", "actor": f"actor-{number - number % 3}", "citations": [{"source": cited}]}
                ]
            yield entry | {"description": self.prose(cited, 40, 70), "citations": [self.citation(cited)]}

    def places(self) -> Iterator[dict[str, Field]]:
        for number in range(self.counts["place"]):
            cited = self.some("source")
            yield {
                "id": f"place-{number}",
                "label": self.name("place", number),
                "type": "city",
                "position": {
                    "lat": round(self.chance.uniform(30, 37), 4),
                    "lon": round(self.chance.uniform(35, 45), 4),
                    "radius": 5000,
                },
                "description": self.prose(cited, 40, 70),
                "citations": [self.citation(cited)],
            }

    def claims(self) -> Iterator[dict[str, Field]]:
        for number in range(self.counts["claim"]):
            said: dict[str, Field] = {
                "source": "source-0",
                "locator": f"p{number % _PASSAGES}",
                "stance": "states",
                "bears_on": "said",
            }
            found = [self.citation(self.some("source"), stance="supports", bears_on="so") for _ in range(3)]
            entry: dict[str, Field] = {
                "id": f"claim-{number}",
                "text": f"{self.sentence(8, 12)} {self.name('actor', number % self.counts['actor'])}",
                "asserted_by": {"voice": "credited", "printed": self.some("actor"), "reasoning": self.sentence()},
                "when": self.day(number),
                "about": list(dict.fromkeys((self.some("actor"), self.some("place")))),
                "credibility": {"grade": "3", "note": self.sentence()},
                "detail": self.prose(self.some("source"), 40, 60),
                "citations": [said, *found],
            }
            if number % 4 == 0:
                entry["measure"] = {
                    "of": f"lorries lost in week {number // 40}",
                    "value": number + 20,
                    "qualifier": "about",
                    "unit": "lorries",
                    "scope": "the valley",
                }
            yield entry

    def events(self) -> Iterator[dict[str, Field]]:
        for number in range(self.counts["event"]):
            cited = f"source-{1 + number % (self.counts['source'] - 1)}"
            participants = [
                {"actor": actor, "role": self.words(1, 3)}
                for actor in dict.fromkeys((self.some("actor"), self.some("actor")))
            ]
            yield {
                "id": f"event-{number}",
                "title": self.sentence(3, 6),
                "when": self.day(number),
                "theme": _THEMES[number % len(_THEMES)],
                "place": self.some("place"),
                "participants": participants,
                "claims": [self.some("claim")],
                "after": [f"event-{self.chance.randrange(number)}"] if number else [],
                "text": self.prose(cited, 40, 80),
                "citations": [self.citation(cited), self.citation(self.some("source"))],
            }

    def terms(self) -> Iterator[dict[str, Field]]:
        for number in range(self.counts["term"]):
            yield {
                "id": f"term-{number}",
                "label": self.name("term", number),
                "description": self.prose(self.some("source"), 40, 60),
            }

    def questions(self) -> Iterator[dict[str, Field]]:
        for number in range(10):
            yield {
                "id": f"question-{number}",
                "question": f"{self.sentence(6, 9)}?",
                "text": self.prose(self.some("source"), 40, 60),
                "would_settle": self.sentence(),
                "about": [self.some("event")],
            }


def _yaml(value: Field) -> str:
    return "\n".join(_lines(value, "")) + "\n"


def _lines(value: Field, indent: str) -> Iterator[str]:
    """Yield the block style an editor would write by hand."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _field(f"{indent}{key}:", inner, indent + "  ")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            if isinstance(item, Mapping):
                first, *rest = _lines(item, indent + "  ")
                yield f"{indent}- {first.strip()}"
                yield from rest
            else:
                yield f"{indent}- {item}"


def _field(start: str, value: Field, indent: str) -> Iterator[str]:
    if isinstance(value, str) and len(value) > 90:
        yield f"{start} >-"
        yield from textwrap.wrap(value, 100, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
    elif isinstance(value, str | int | float):
        quoted = isinstance(value, str) and (": " in value or value[:1] in "[*&!'\"")
        yield f'{start} "{value}"' if quoted else f"{start} {value}"
    elif value:
        yield start
        yield from _lines(value, indent)


def write(events: int, folder: Path) -> None:
    """Write the dossier into `folder`/data; the folder is made if it is missing. Raises OSError."""
    for path, text in generate(events):
        target = folder / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a made-up dossier.")
    parser.add_argument("events", type=int)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    write(given.events, given.folder)
