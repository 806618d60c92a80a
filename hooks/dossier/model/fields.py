"""What a field can hold: the few types of text in the data, and how a field is declared once for every use.

Every scalar arrives as text (see `load`). A type says how the text is read, and carries a tag that `check`, `index` and
`render` go by: a `Ref` points to another entry, `Prose` is Markdown that may cite and link, `Plain` is shown as it is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Final

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from ..dates import DateError, When, parse

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
COLOUR_PATTERN: Final = r"^#[0-9A-Fa-f]{6}$"
DRAWING_PATTERN: Final = r"^assets/([A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\.svg$"


@dataclass(frozen=True, slots=True)
class Ref:
    """Tag of a field that holds the id of another entry of one of `kinds` (all kinds when empty)."""

    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProseTag:
    """Tag of a field that holds Markdown with `[@source]` and `[[id]]`."""


@dataclass(frozen=True, slots=True)
class TitleTag:
    """Tag of a field that holds a sentence in plain text, in which names of entries count as mentions."""


@dataclass(frozen=True, slots=True)
class QuoteTag:
    """Tag of a field that holds words copied from a document or source, bound by the quotation limit."""


def _web_address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or any(c.isspace() or c in "<>\"'`\\" for c in text):
        raise ValueError("is no web address; expected one that starts with https:// or http:// and has no spaces")
    return text


def _colour(text: str) -> str:
    if not re.fullmatch(COLOUR_PATTERN, text):
        raise ValueError('is no colour; expected `#` and six hexadecimal digits in quotation marks, such as "#63296f"')
    return text


def _drawing(text: str) -> str:
    if not re.fullmatch(DRAWING_PATTERN, text):
        raise ValueError("is no drawing of the docs folder; expected the path of an SVG, such as assets/logo/comb.svg")
    return text


def _known_language(tag: str) -> str:
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        raise ValueError(
            "is no language the site can be written in; expected a tag such as en, de, ar or pt-BR"
        ) from None
    return tag


def _when(text: object) -> When:
    if isinstance(text, When):
        return text
    if not isinstance(text, str):
        raise ValueError("is no date; expected an EDTF date such as 2016-12-08")
    try:
        return parse(text)
    except DateError as error:
        raise ValueError(f"{error.message}; expected {error.expected}" if error.expected else error.message) from None


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
Plain = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\n]*$")]
Title = Annotated[str, StringConstraints(min_length=1, pattern=r"^[^\n]*$"), TitleTag()]
Prose = Annotated[str, StringConstraints(min_length=1), ProseTag()]
Quoted = Annotated[str, StringConstraints(min_length=1), QuoteTag()]
Url = Annotated[
    str, AfterValidator(_web_address), WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"})
]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Colour = Annotated[
    str, AfterValidator(_colour), WithJsonSchema({"type": "string", "format": "color", "pattern": COLOUR_PATTERN})
]
Drawing = Annotated[str, AfterValidator(_drawing), WithJsonSchema({"type": "string", "pattern": DRAWING_PATTERN})]
"""An SVG file of the editors, named by its path below the docs folder."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?$")]
SiteLanguage = Annotated[Language, AfterValidator(_known_language)]
"""A language whose dates and numbers are known (CLDR, as Babel carries it)."""

Edtf = Annotated[
    When,
    BeforeValidator(_when),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "description": "An EDTF date: 2016-12-08, 2016-12, [2016-12-09..2016-12-11], 2016-09~/2016-12~",
        }
    ),
]

SourceRef = Annotated[str, Ref(("source",))]
ActorRef = Annotated[str, Ref(("actor",))]
PlaceRef = Annotated[str, Ref(("place",))]
ClaimRef = Annotated[str, Ref(("claim",))]
EventRef = Annotated[str, Ref(("event",))]
SubjectRef = Annotated[str, Ref(("actor", "place", "term"))]
AnyRef = Annotated[str, Ref(())]


def field(label: str, meaning: str, *, default: Any = ..., term: str = "", reverse: str = "", **more: Any) -> Any:
    """Declare a field: `label` for readers, `meaning` in a sentence, the standard's `term`, and the heading under which
    the entry that is pointed at lists this one (`reverse`). Leave `default` out for a required field."""
    extra: dict[str, Any] = {key: value for key, value in (("term", term), ("reverse", reverse)) if value}
    return Field(default, title=label, description=meaning, json_schema_extra=extra or None, **more)


class Part(BaseModel):
    """A piece of an entry: frozen, and with no field beyond the declared ones."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, arbitrary_types_allowed=True)


Shorthand = Callable[[Any], Any]


def shorthand(name: str) -> Shorthand:
    """Return a reader that lets an editor write just the value of field `name` in place of the whole part."""

    def widen(value: Any) -> Any:
        return {name: value} if isinstance(value, str) else value

    return widen
