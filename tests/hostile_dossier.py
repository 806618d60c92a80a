"""A dossier that has hostile text in every field there is, made by walking the model.

A field that somebody adds tomorrow is filled as well, without a line here.
"""

import re
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dossier.dates import When
from dossier.model import Document, Ref, Settings
from dossier.model.fields import ID_PATTERN, ProseTag, QuoteTag
from dossier.model.parts import Handover
from dossier.model.read import LISTS
from dossier.model.words import Word
from dossier.prose import Text, parse
from hostile import GROUPS, STRINGS, group

LINE: Final = r"^[^\n]*$"
"""The form of a field that takes any text in one line."""
_ADDRESSES: Final = {
    "_web_address": "https://example.org/?a=1&b='x'".replace("'", "%27"),
    "_colour": "#112233",
    "_known_language": "en",
}
"""A value for what has a checker of its own, by the checker's name."""
_OWN: Final[dict[str, Any]] = {
    "Rank.rank": "superseded",
    "Review.state": "disputed",
    "Derivation.how": "unknown",
    "Handover.how": "unknown",
    "Quotation.longest": "100000",
    "Quotation.share": "100",
    "Document.words": "1000000",
    "Document.characters": "9000000",
    "Remark.passage": "p0",
    "Measure.qualifier": "exact",
    "Claim.type": "largest",
    "CredibilityGrade.grade": "3",
    "Attribution.voice": "credited",
}
"""Fields whose value other fields or rules decide, by model and name; all others are filled by their type."""
_LEFT_OUT: Final = frozenset(
    {"Event.before", "Event.after", "Place.within", "Settings.look", "Source.retracted", "Comparison.figure",
     "Comparison.parts", "Claim.as_found", "Source.speaks_for", "Remark.fragment", "Remark.also"}
)  # fmt: skip
"""What would only say how one entry bears on another, or would change which of the others are printed."""


class Maker:
    """Makes an entry out of its model, every field filled: text with a group of strings, all else with what fits."""

    def __init__(self, number: int, strings: tuple[str, ...]) -> None:
        self.number = number
        self.strings = strings
        self.filled: set[str] = set()

    def model(self, model: type[BaseModel]) -> dict[str, Any]:
        """Return the fields of a part or an entry."""
        made: dict[str, Any] = {}
        for name, info in model.model_fields.items():
            path = f"{model.__name__}.{name}"
            if path in _LEFT_OUT:
                continue
            made[name] = _OWN[path] if path in _OWN else self.field(path, info)
        return made

    def field(self, path: str, info: FieldInfo) -> Any:
        return self.value(path, info.annotation, list(info.metadata))

    def value(self, path: str, annotation: Any, metadata: list[Any]) -> Any:
        """Return a value for a type, whatever wraps it."""
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.value(path, inner[0], [*metadata, *inner[1:]])
        if origin in (Union, UnionType):
            return self.value(path, next(one for one in inner if one is not type(None)), metadata)
        if origin is tuple:
            return [self.value(path, inner[0], metadata)]
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.model(annotation)
        if isinstance(annotation, type) and issubclass(annotation, Word):
            words = list(annotation)
            return str(words[self.number % len(words)])
        if annotation is When:
            return "2016-12-08"
        if annotation in (bool, int, float):
            return {bool: "true", int: "1", float: "1"}[annotation]
        assert annotation is str, f"{path} holds {annotation}, for which no hostile value is known"
        return self.text(path, metadata)

    def text(self, path: str, metadata: list[Any]) -> str:
        ref = next((one for one in metadata if isinstance(one, Ref)), None)
        if ref:
            kind = ref.kinds[0] if ref.kinds else "claim"
            # Source 0 is a document taken apart, where a locator has to be one of its passages.
            return f"{kind}-{1 + self.number % (GROUPS - 1)}"
        checker = next((one.func.__name__ for one in metadata if hasattr(one, "func")), "")
        if checker in _ADDRESSES:
            return _ADDRESSES[checker]
        pattern = next((one.pattern for one in metadata if getattr(one, "pattern", None)), LINE)
        if pattern == ID_PATTERN:
            return f"{path.lower().replace('.', '-').replace('_', '-')}-{self.number}"
        if pattern != LINE:
            return next(value for value in ("en", "0" * 64, "40") if re.match(pattern, value))
        self.filled.add(path)
        if any(isinstance(one, ProseTag) for one in metadata):
            return "\n\n".join([*in_prose(self.strings), "So it says [@source-1]."])
        if any(isinstance(one, QuoteTag) for one in metadata):
            return " ".join(self.strings)
        return " ".join(self.strings)


def in_prose(strings: tuple[str, ...]) -> Iterator[str]:
    """Yield the strings that prose takes; the others it refuses, which test_hostile.py looks at."""
    for string in strings:
        if not any(isinstance(token, Text) and token.wrong for token in parse(string)):
            yield string


def hostile_data() -> tuple[dict[str, Any], set[str]]:
    """Return the files of a dossier by path, as values, and the fields that hold hostile text."""
    files: dict[str, Any] = {}
    filled: set[str] = set()
    for kind, model in LISTS.items():
        makers = [Maker(number, group(number)) for number in range(GROUPS)]
        files[f"{kind}.yml"] = [maker.model(model) | {"id": f"{model.kind}-{maker.number}"} for maker in makers]
        filled |= {path for maker in makers for path in maker.filled}
    settings = Maker(0, STRINGS)
    files["dossier.yml"] = settings.model(Settings)
    document = Maker(0, STRINGS)
    files["documents/source-0.yml"] = _document(document)
    filled |= settings.filled | document.filled
    return _joined_up(files), filled


def _joined_up(files: dict[str, Any]) -> dict[str, Any]:
    """Return the files with what one entry has to say in the words of another."""
    claims = files["claims.yml"]
    claims[1]["type"] = "first"
    for event in files["events.yml"]:
        event["theme"] = files["dossier.yml"]["themes"][0]
    for claim in claims:
        given = {"of": claim["measure"]["of"], "when": "2016"}
        if claim["type"] == "first":
            given = {"theme": files["dossier.yml"]["themes"][0], "when": "2016", "actors": ["actor-1"]}
        claim["compare"] = given
    files["dossier.yml"]["figures"][0]["measure"] = claims[0]["measure"]["of"]
    files["sources.yml"][GROUPS - 1]["retracted"] = "\n\n".join(in_prose(STRINGS))
    for remark in files["documents/source-0.yml"]["remarks"]:
        number = int(remark["passage"][1:])
        remark["fragment"] = next(in_prose(group(number)))
    return files


def _document(maker: Maker) -> dict[str, Any]:
    """Return a document with a passage and a remark for each group of strings."""
    made = maker.model(Document) | {"source": "source-0"}
    made["passages"] = [
        Maker(number, group(number)).model(_item(Document, "passages")) | {"id": f"p{number}"}
        for number in range(GROUPS)
    ]
    made["remarks"] = [
        Maker(number, group(number)).model(_item(Document, "remarks"))
        | {"id": f"remark-{number}", "passage": f"p{number}"}
        for number in range(GROUPS)
    ]
    return made


def _item(model: type[BaseModel], name: str) -> type[BaseModel]:
    item: type[BaseModel] = get_args(model.model_fields[name].annotation)[0]
    return item


def text_fields() -> set[str]:
    """Return every field of the model that takes text as somebody writes it, by model and name."""
    found: set[str] = set()
    seen: set[type[BaseModel]] = set()
    waiting: list[type[BaseModel]] = [*LISTS.values(), Settings, Document, Handover]
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, info in model.model_fields.items():
            for inner, metadata in _unwrapped(info.annotation, list(info.metadata)):
                if issubclass(inner, BaseModel):
                    waiting.append(inner)
                elif inner is str and _is_text(metadata):
                    found.add(f"{model.__name__}.{name}")
    return found


def _unwrapped(annotation: Any, metadata: list[Any]) -> Iterator[tuple[type, list[Any]]]:
    """Yield the types inside a type, each with what is said of it."""
    if get_origin(annotation) is Annotated:
        yield from _unwrapped(get_args(annotation)[0], [*metadata, *get_args(annotation)[1:]])
    elif get_args(annotation):
        for one in get_args(annotation):
            yield from _unwrapped(one, metadata)
    elif isinstance(annotation, type):
        yield annotation, metadata


def _is_text(metadata: list[Any]) -> bool:
    """Say whether a field takes any text: no id of an entry, nothing with a checker or a form of its own."""
    forms = [one.pattern for one in metadata if getattr(one, "pattern", None)]
    pointing = any(isinstance(one, Ref) or hasattr(one, "func") for one in metadata)
    return not pointing and forms in ([], [LINE])
