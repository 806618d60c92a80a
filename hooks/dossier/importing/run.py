"""The whole of an import: bytes and the dossier as it is, in; drafts of entries and what became of each record, out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from ..load import FILES
from ..model import Dossier
from .decode import Unusable, text_of
from .desk import Desk, Draft, Outcome
from .forms import take
from .options import Options
from .tags import tag_of
from .wording import one_line


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import comes to; nothing of it is written yet."""

    form: str
    drafts: tuple[Draft, ...]
    outcomes: tuple[Outcome, ...]

    def drafts_of(self) -> Mapping[str, list[Draft]]:
        """Return the drafts by kind, in the order the kinds have everywhere."""
        found = {kind: [draft for draft in self.drafts if draft.kind == kind] for kind in FILES}
        return {kind: drafts for kind, drafts in found.items() if drafts}

    def counts(self) -> Mapping[str, int]:
        """Return how many records were added, were there already, and so on."""
        return Counter(outcome.what for outcome in self.outcomes)

    def report(self) -> dict[str, Any]:
        """Return everything as values for JSON."""
        entries = [{"kind": draft.kind, "id": draft.id} for draft in self.drafts]
        records = [asdict(outcome) for outcome in self.outcomes]
        return {"format": self.form, "counts": dict(self.counts()), "entries": entries, "records": records}


def imported(data: bytes, dossier: Dossier, options: Options) -> Imported:
    """Return what a file gives a dossier. The same file and dossier give the same drafts.

    Raises Unusable where the file cannot be read, and Proposal where its columns are to be named first.
    """
    language = tag_of(options.language)
    if options.language and not language:
        raise Unusable(f"`{options.language}` is no language", "expected a tag such as en, de or ar")
    desk = Desk(dossier, replace(options, name=one_line(options.name) or "input", language=language))
    form = take(text_of(data, options.encoding), desk)
    return Imported(form, tuple(desk.drafts.values()), tuple(desk.outcomes))
