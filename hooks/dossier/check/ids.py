"""Ids and the addresses made from them."""

from collections.abc import Iterator

from ..model import Dossier
from ..problem import Problem


def former_ids(dossier: Dossier) -> Iterator[Problem]:
    """An earlier id is kept for redirects, so no entry may have it now, and two entries may not both claim it."""
    claimed: dict[str, str] = {}
    for entry in dossier.entries.values():
        for number, old in enumerate(entry.formerly):
            other = old if old in dossier.entries else claimed.get(old)
            if other:
                yield Problem(
                    dossier.mark(entry.id, "formerly", number),
                    f"the earlier id `{old}` belongs to `{other}`",
                    "an id is never reused",
                    "former-id",
                )
            claimed[old] = entry.id


def reserved_ids(dossier: Dossier) -> Iterator[Problem]:
    """An id becomes a file name, and Windows keeps a few names for itself."""
    devices = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}
    for entry in dossier.entries.values():
        if entry.id in devices:
            yield Problem(
                dossier.mark(entry.id, "id"),
                f"no file may be called `{entry.id}` on Windows",
                "choose another id",
                "reserved-id",
            )
