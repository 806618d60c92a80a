"""What a field can hold: the few types of text in the data, and how a field is declared once for every use.

Every scalar arrives as text (see `load`). A type says how the text is read, and carries a tag that `check`, `index` and
`render` go by: a `Ref` points to another entry, `Prose` is Markdown that may cite and link, `Plain` is shown as it is.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema

from ..dates import DateError, When, parse

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
COLOUR_PATTERN: Final = r"^#[0-9A-Fa-f]{6}$"
DRAWING_PATTERN: Final = r"^assets/([A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\.svg$"


@dataclass(frozen=True, slots=True)
class Ref:
    """Tag of a field that holds the id of another entry of one of `kinds` (all kinds when empty)."""

    kinds: tuple[str, ...] = ()

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Mark the field in the JSON Schema, so that `schema` can put the ids of a dossier there."""
        return {**handler(schema), "kinds": list(self.kinds)}


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
    try:
        host, user = urlsplit(text).hostname, urlsplit(text).username
    except ValueError:
        host = user = None
    if not host or not host.strip("."):
        raise ValueError("is no web address; expected the name of a site behind //, as in https://example.org/page")
    if user is not None:
        raise ValueError(
            "holds a user name, which would be published; expected the address without what stands before @"
        )
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
        said, known, better = error.message.partition(": write ")
        if known:
            raise ValueError(f"{said}; write {better}") from None
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


@dataclass(frozen=True, slots=True)
class Shorthand:
    """A reader that lets an editor write just the value of one field in place of the whole part."""

    field: str

    def __call__(self, value: Any) -> Any:
        return {self.field: value} if isinstance(value, str) else value


def shorthand(name: str) -> Shorthand:
    """Return a reader that takes text for the field `name` of a part."""
    return Shorthand(name)
