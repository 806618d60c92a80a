"""What one page is written with: links, notes, dates, as Markdown that is safe to print."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ..links import METHOD, document_page, relative
from ..model import SETTINGS_OWNER, Citation, Dated, Entry
from ..model.status import Status
from ..prose import Cite, Code, Link, Token, WebLink, address, attribute, parse, plain, prose_text
from ..voice import Voice
from .desk import Desk
from .foreign import named
from .notes import note
from .reviewed import review_mark

NAMED: Final = ("source", "actor", "place", "term")
"""Kinds whose entries are called by a name, and not by a sentence of the dossier's own."""
UNBROKEN: Final = 6
"""References to notes that stand in a row without a break; more would push a whole line to the next."""
_BREAKS: Final = re.compile(r"[ \t\r\n]+")
_KEY: Final = re.compile(r"\[\^([a-z0-9-]+)\]")
_NOTES: Final = re.compile(r"\s*((?:\[\^[a-z0-9-]+\][ \N{NO-BREAK SPACE}]?)*\[\^[a-z0-9-]+\])([.,;:!?…؟،]+(?![\w]))?")


@dataclass(frozen=True)
class Pen:
    """Writes one page: `path` is where it stands, `owner` the entry it is about, which it never links."""

    desk: Desk
    path: str
    owner: str = ""

    @property
    def voice(self) -> Voice:
        return self.desk.voice

    # ── text ────────────────────────────────────────────────────────────────

    def prose(self, text: str | None) -> Markup:
        """Return prose as Markdown blocks: citations as notes, entries as links, every name a link."""
        return _after_punctuation("".join(self.token(token) for token in parse(text or "")))

    def marked(self, text: str, marks: Mapping[str, Markup]) -> Markup:
        """Return prose in which the fragments that are keys of `marks` stand as their values, each the first time."""
        found = _first_spots(text, marks)
        parts: list[str] = []
        end = 0
        for start, stop, fragment in found:
            parts += ("".join(self.token(token) for token in parse(text[end:start])), str(marks[fragment]))
            end = stop
        parts.append("".join(self.token(token) for token in parse(text[end:])))
        return _after_punctuation("".join(parts))

    def inline(self, text: str | None) -> Markup:
        """Return prose for one line: paragraphs run together."""
        return Markup(_BREAKS.sub(" ", self.prose(text)).strip())

    def token(self, token: Token) -> str:
        """Return one token of prose as Markdown."""
        if isinstance(token, Cite):
            return _together(f"[^{self.desk.keep(note(item.source, item.locator))}]" for item in token.references)
        if isinstance(token, Link):
            return str(self.link(token.id, token.words))
        if isinstance(token, WebLink):
            return f"[{plain(token.words)}]({address(token.url)})"
        if isinstance(token, Code):
            # As HTML, because tags in a code span are read as tags inside a block of HTML.
            return f"<code>{plain(token.inside)}</code>"
        return self._with_names(token.text)

    def _with_names(self, text: str) -> str:
        """Return a piece of prose in which every name of an entry is a link."""
        parts: list[str] = []
        end = 0
        for found in self.desk.facts.names.find(text):
            if found.id == self.owner:
                continue
            parts += (prose_text(text[end : found.start]), self.link(found.id, text[found.start : found.end], "name"))
            end = found.end
        parts.append(prose_text(text[end:]))
        return "".join(parts)

    # ── links ───────────────────────────────────────────────────────────────

    def link(self, id_: str, words: str | Markup | None = None, classes: str = "") -> Markup:
        """Return a link to an entry, with its name or the words given."""
        marks = f"{{.{' .'.join(classes.split())}}}" if classes else ""
        state = review_mark(self.voice, self.desk.facts.dossier.entries[id_]) if words is None else Markup("")
        return Markup(f"[{self.shown(id_, words)}]({self.desk.links.to(id_, self.path)}){marks}") + state

    def shown(self, id_: str, words: str | Markup | None = None) -> Markup:
        """Return what a link to an entry shows: its name or the words given."""
        if isinstance(words, Markup):
            return words
        entry = self.desk.facts.dossier.entries[id_]
        name = words or self.title(entry)
        return named(self.voice, name) if entry.kind in NAMED else Markup(plain(name))

    def links(self, ids: Iterable[str], classes: str = "") -> Markup:
        """Return links to entries, with commas between."""
        return Markup(self.voice.comma).join(self.link(id_, None, classes) for id_ in ids)

    def to(self, page: str, words: str | Markup, anchor: str = "", classes: str = "") -> Markup:
        """Return a link to a page of the site."""
        shown = words if isinstance(words, Markup) else Markup(plain(words))
        marks = f"{{.{' .'.join(classes.split())}}}" if classes else ""
        return Markup(f"[{shown}]({relative(page, self.path, anchor)}){marks}")

    def passage(self, document: str, passage: str, words: str = "") -> Markup:
        """Return a link to a passage of a document."""
        return self.to(document_page(document), words or passage, passage, "tap")

    def href(self, id_: str) -> str:
        """Return the address of an entry for a drawing."""
        return self.desk.links.entry_href(id_, self.path)

    def title(self, entry: Entry) -> str:
        """Return what an entry is called in a link: sources by their short name."""
        short = getattr(entry, "short", None)
        return short if isinstance(short, str) else entry.name

    # ── evidence ────────────────────────────────────────────────────────────

    def notes(self, citations: Iterable[Citation]) -> Markup:
        """Return the references to the notes of some citations."""
        return Markup(_together(dict.fromkeys(self.note(citation) for citation in citations)))

    def cited(self, text: Markup, citations: Iterable[Citation]) -> Markup:
        """Return a text followed by the references to those of its citations that it does not hold itself."""
        held = set(_KEY.findall(text))
        more = [reference for citation in citations if (reference := self.note(citation))[2:-1] not in held]
        joint = Markup("\N{NO-BREAK SPACE}") if _KEY.search(text[-80:]) and text.endswith("]") else Markup("")
        return text + joint + Markup(_together(dict.fromkeys(more)))

    def note(self, citation: Citation) -> Markup:
        made = note(citation.source, citation.locator, citation.quote, citation.translation)
        return Markup(f"[^{self.desk.keep(made)}]")

    def when(self, dated: Dated | None, see: str = "") -> Markup:
        """Return a date in words; a derived one says so, with a link to the reasoning where `see` names the entry."""
        if dated is None:
            return Markup("")
        iso = self.voice.iso(dated.edtf)
        said = Markup(
            f'<time datetime="{iso}">{plain(self.voice.when(dated.edtf))}</time>'
            if iso
            else plain(self.voice.when(dated.edtf))
        )
        if dated.basis == "stated":
            return said
        word = plain(self.voice.label(dated.basis))
        links = self.desk.links
        if see:
            return said + Markup(f" ([{word}]({relative(links.page(see), self.path, 'date')}){{.derived}})")
        return said + Markup(f" ({word})")

    def status(self, status: Status, *, linked: bool = True) -> Markup:
        """Return the mark of a status, icon and word, linked to its rule."""
        colour = status.question.value if status.question else ""
        mark = Markup(f'<span class="status">{self.icon(status.icon, colour)} {plain(self.voice.label(status))}</span>')
        return self.to(METHOD, mark, f"status-{status.value}", "rule") if linked else mark

    def status_filter(self, status: Status) -> Markup:
        """Return the mark of a status, linked to the place in the ledger that shows only its claims."""
        return Markup(f"[{self.status(status, linked=False)}](#show-{status.value}){{.tap}}")

    def icon(self, name: str, classes: str = "") -> Markup:
        marks = f"i {classes}".strip()
        return Markup(f'<svg class="{marks}" aria-hidden="true"><use href="#{name}"/></svg>')

    # ── tools ───────────────────────────────────────────────────────────────

    def tools(self, owner: str) -> Markup:
        """Return the line under an entry: change it at its line, link to it, report a problem."""
        links, voice = self.desk.links, self.voice
        name = attribute(self._owner_name(owner))
        addresses = {
            voice.text("Edit"): links.edit(links.dossier.mark(owner)),
            voice.text("Permalink"): self._permalink(owner),
            voice.text("Report a problem"): links.report(owner, self.path) if owner in links.dossier.entries else "",
        }
        return Markup(" ").join(self._tool(word, name, address) for word, address in addresses.items() if address)

    def _tool(self, word: str, name: str, address: str) -> Markup:
        return Markup(f'[{plain(word)}]({address}){{.tap title="{attribute(word)}: {name}"}}')

    def _permalink(self, owner: str) -> str:
        links = self.desk.links
        page = links.page(owner)
        return (
            relative(page, self.path, links.anchor(owner))
            if links.anchor(owner) or page != self.path
            else page.rpartition("/")[2]
        )

    def _owner_name(self, owner: str) -> str:
        dossier = self.desk.facts.dossier
        entry = dossier.entries.get(owner.rpartition(":")[2])
        return entry.name if entry else dossier.settings.title

    def place_of(self, owner: str, route: tuple[str | int, ...] = ()) -> Markup:
        """Return a link to where something is said: an entry, a passage of a document, the Overview."""
        facts = self.desk.facts
        if owner == SETTINGS_OWNER:
            return self.to("index.md", self.voice.text("Overview"))
        if owner.startswith(":document:"):
            source = owner.removeprefix(":document:")
            document = facts.dossier.document_of(source)
            if document and route[:1] == ("passages",) and isinstance(route[1], int):
                passage = document.passages[route[1]].id
                return self.to(
                    document_page(source), f"{document.label or self.voice.text('The document')}, {passage}", passage
                )
            return self.to(
                document_page(source), (document.label if document else None) or self.voice.text("The document")
            )
        return self.link(owner)


def _together(references: Iterable[str]) -> str:
    """Return references to notes in a row that does not break, so that none starts a line; a long row may."""
    row = list(references)
    return ("\N{NO-BREAK SPACE}" if len(row) <= UNBROKEN else " ").join(row)


def _after_punctuation(markdown: str) -> Markup:
    """Return prose with the references to notes set close to the word and after its punctuation mark."""
    return Markup(_NOTES.sub(lambda found: (found[2] or "") + found[1], markdown).strip())


def spot_of(fragment: str, text: str) -> int:
    """Return where a fragment first stands in a text, in capitals or not; -1 where it does not."""
    folded = text.casefold()
    return folded.find(fragment.casefold()) if len(folded) == len(text) else text.find(fragment)


def _first_spots(text: str, fragments: Iterable[str]) -> list[tuple[int, int, str]]:
    """Return where each fragment first stands in a text, left to right; of two that overlap, the longer."""
    taken: list[tuple[int, int, str]] = []
    for fragment in sorted(fragments, key=lambda item: (-len(item), item)):
        start = spot_of(fragment, text)
        stop = start + len(fragment)
        if start >= 0 and not any(start < other_stop and other_start < stop for other_start, other_stop, _ in taken):
            taken.append((start, stop, fragment))
    return sorted(taken)
