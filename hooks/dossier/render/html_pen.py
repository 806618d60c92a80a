"""A pen that writes finished HTML in place of Markdown: for lists so long that Markdown would be most of a build."""

from dataclasses import dataclass

from markupsafe import Markup

from ..prose import plain
from .pen import Pen
from .reviewed import review_mark


@dataclass(frozen=True)
class HtmlPen(Pen):
    """Writes the links of one page as HTML; what it writes may stand only where Markdown is not read."""

    def link(self, id_: str, words: str | Markup | None = None, classes: str = "") -> Markup:
        """Return a link to an entry, with its name or the words given."""
        state = review_mark(self.voice, self.desk.facts.dossier.entries[id_]) if words is None else Markup("")
        return _anchor(self.href(id_), self.shown(id_, words), classes) + state

    def to(self, page: str, words: str | Markup, anchor: str = "", classes: str = "") -> Markup:
        """Return a link to a page of the site."""
        shown = words if isinstance(words, Markup) else Markup(plain(words))
        return _anchor(self.desk.links.href(page, self.path, anchor), shown, classes)


def _anchor(address: str, shown: Markup, classes: str) -> Markup:
    marks = f' class="{classes}"' if classes else ""
    return Markup(f'<a{marks} href="{address}">{shown}</a>')
