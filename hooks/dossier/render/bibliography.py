"""A source in one line, as footnotes and the bibliography print it; parts in the order of the Chicago notes."""

from markupsafe import Markup

from ..analysis.order import passage_named
from ..links import relative
from ..model import Source
from ..prose import address, attribute, plain
from .foreign import foreign, named, quoted
from .notes import Note
from .pen import Pen
from .reviewed import review_mark


def imprint(pen: Pen, source: Source) -> Markup:
    """Return author, publisher and date of a source: what stands under its title on its own page."""
    parts = [named(pen.voice, name) for name in (*source.author, source.publisher or source.short)]
    if source.title_translation:
        parts.insert(0, Markup(f"[{plain(source.title_translation)}]"))
    return Markup(pen.voice.comma).join([*parts, pen.when(source.issued)] if source.issued else parts)


def citation_line(pen: Pen, source: Source) -> Markup:
    """Return author, title, publisher and date of a source; the title leads to its page."""
    title = source.title or source.description or source.short
    shown = foreign(title, source.language if source.title else "")
    shown = pen.link(source.id, shown)
    parts = [named(pen.voice, name) for name in source.author]
    parts.append(quoted(pen.voice, shown) if source.title else shown)
    parts[-1] += review_mark(pen.voice, source)
    if source.title_translation:
        parts.append(Markup(f"[{plain(source.title_translation)}]"))
    publisher = source.publisher or source.short
    if publisher != title:
        parts.append(named(pen.voice, publisher))
    if source.issued:
        parts.append(pen.when(source.issued, source.id if source.id != pen.owner else ""))
    return Markup(pen.voice.comma).join(parts)


def read_words(pen: Pen, source: Source) -> str:
    """Return how a source was checked and when, in words; one that was not read says so first."""
    said = f"{pen.voice.label(source.extent)}: {source.checked}" if source.extent == "unseen" else source.checked
    return f"{said}{pen.voice.comma}{pen.voice.when(source.retrieved)}" if source.retrieved else said


def definition(pen: Pen, made: Note, source: Source) -> Markup:
    """Return a footnote: the source, the place in it, the words, how it was read, and where to find it."""
    voice, links = pen.voice, pen.desk.links
    document = pen.desk.facts.dossier.document_of(source.id)
    parts = [citation_line(pen, source)]
    if made.locator:
        passage = passage_named(made.locator)
        parts.append(pen.passage(source.id, passage, made.locator) if document else Markup(plain(made.locator)))
    line = Markup(pen.voice.comma).join(parts) + Markup(".")
    if made.quote:
        line += Markup(" ") + quoted(voice, foreign(made.quote, source.language))
        line += (Markup(f" ({plain(made.translation)})") if made.translation else Markup("")) + Markup(".")
    line += Markup(f' <span class="read">{plain(_first_up(read_words(pen, source)))}.</span>')
    url = source.archived_url or source.url
    if url:
        word = voice.text("Archived copy") if source.archived_url else voice.text("Address")
        line += Markup(f' [{plain(word)}]({address(url)}){{title="{attribute(source.short)}" rel="external noopener"}}')
    register = relative(links.page(source.id), pen.path, f"note-{made.key}")
    return line + Markup(f" [{plain(voice.text('All uses'))}]({register}){{.register}}")


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
