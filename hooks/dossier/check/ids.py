"""Ids and the addresses made from them."""

from collections.abc import Iterator

from ..model import Dossier
from ..problem import Problem


def former_ids(dossier: Dossier) -> Iterator[Problem]:
    """An earlier id is kept for redirects, so no entry may have it now, and two entries may not both claim it."""
    claimed: dict[str, str] = {}
    for entry in dossier.entries.values():
        for number, old in enumerate(entry.formerly):
            mark = dossier.mark(entry.id, "formerly", number)
            holder = old if old in dossier.entries else claimed.get(old)
            if holder == entry.id:
                yield Problem(mark, f"this entry has the id `{old}` already", "take it out of `formerly`", "former-id")
            elif holder:
                yield Problem(
                    mark,
                    f"the earlier id `{old}` belongs to another entry ({dossier.mark(holder, 'id')})",
                    "an id is never reused: take it out of `formerly` where it never was the id",
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
