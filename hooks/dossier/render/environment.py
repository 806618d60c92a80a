"""The Jinja environment: strict, and escaping by default.

A value that is not marked as safe is escaped for Markdown and HTML when it is printed, so a template cannot forget it.
Phrases are marked with `{% trans %}` or `_()`; the catalogue is that of the dossier's language.
"""

from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from markupsafe import Markup

from ..model.words import Word
from ..prose import attribute, plain
from ..voice import Voice

FOLDER: Final = Path(__file__).parent / "templates"


class Templates:
    """The templates of one language."""

    def __init__(self, voice: Voice) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(FOLDER),
            undefined=StrictUndefined,
            finalize=_safe,
            trim_blocks=True,
            lstrip_blocks=True,
            comment_start_string="{--",
            comment_end_string="--}",  # `{#id}` is an attribute list of Markdown
            keep_trailing_newline=False,
            extensions=["jinja2.ext.i18n"],
            autoescape=True,
        )
        self._environment.install_gettext_translations(voice.translations, newstyle=False)  # type: ignore[attr-defined]
        self._environment.filters["attribute"] = lambda text: Markup(attribute(str(text)))
        self._environment.filters["label"] = lambda word: _label(word, voice)
        self._environment.globals["voice"] = voice

    def fill(self, template: str, **values: object) -> str:
        """Return a template filled with values; raises jinja2.UndefinedError for a value that is not given."""
        return self._environment.get_template(template).render(**values)

    def parsed(self, text: str) -> nodes.Template:
        """Return a template's syntax tree, for whoever looks for its phrases."""
        return self._environment.parse(text)


@lru_cache(maxsize=8)
def templates_of(voice: Voice) -> Templates:
    """Return the templates of a language, compiled once; a template that was changed is read again."""
    return Templates(voice)


def _label(word: Word, voice: Voice) -> str:
    return voice.label(word)


def _safe(value: object) -> object:
    if value is None:
        return ""
    return value if isinstance(value, Markup) else Markup(plain(str(value)))
