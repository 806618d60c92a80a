"""Small dossiers made as values: what entries need at the least, and the two ways from values to a dossier."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from dossier.load import DOCUMENTS, SETTINGS, Map, load_text
from dossier.model import Document, Dossier, Located, Settings, read_model
from dossier.model.read import LISTS

Entry = dict[str, Any]
Data = dict[str, list[Entry]]

PLAIN_SETTINGS: Entry = {
    "title": "T", "subtitle": "s", "description": "d", "editors": [{"name": "x"}], "license": "CC0", "version": "1",
    "method": "m", "story": [],
}  # fmt: skip


# From values to a dossier


def read_values(data: Mapping[str, Any]) -> Dossier:
    """Read a dossier from values by kind, written as YAML, so that all has a place; documents have a file each.

    Bytes are the text of a file as it is. Without settings it has the plain ones; a problem of shape is a failure.
    """
    given = {**data, SETTINGS: data.get(SETTINGS, PLAIN_SETTINGS)}
    files = [(kind, f"{kind}.yml", value) for kind, value in given.items() if kind != DOCUMENTS]
    files += [(DOCUMENTS, f"{DOCUMENTS}/{one['source']}.yml", one) for one in given.get(DOCUMENTS, ())]
    sheets = []
    for kind, path, value in files:
        sheet, problems = load_text(kind, f"data/{path}", value if isinstance(value, bytes) else _written(value))
        assert sheet, problems
        assert not problems, problems[:3]
        sheets.append(sheet)
    dossier, misshapen = read_model(sheets)
    assert not misshapen, misshapen[:3]
    return dossier


def _written(value: object) -> bytes:
    return yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode()


def modelled(**data: Iterable[Entry]) -> Dossier:
    """Return a dossier of values by kind as it is after reading, without YAML; references to nothing are allowed."""
    documents = tuple(Document.model_validate(one) for one in data.pop(DOCUMENTS, ()))
    kinds: Any = {kind: tuple(LISTS[kind].model_validate(one) for one in entries) for kind, entries in data.items()}
    entries = {entry.id: entry for kind in kinds.values() for entry in kind}
    located = {id_: Located("data/made-up.yml", Map()) for id_ in entries}
    settings = Settings.model_validate(PLAIN_SETTINGS)
    return Dossier(settings, **kinds, documents=documents, entries=entries, located=located)


# Entries with what they need, and what is given


def source(id_: str, issued: str | None = None, **more: Any) -> Entry:
    fixed = {"type": "news", "short": id_, "language": "en", "extent": "whole", "checked": "read", "verdict": "x"}
    return {"id": id_, **fixed, **({"issued": issued} if issued else {}), **more}


def claim(id_: str, *citations: Entry, **more: Any) -> Entry:
    return {"id": id_, "text": "x", "asserted_by": {"voice": "own"}, "citations": list(citations), **more}


def event(id_: str, when: str, **more: Any) -> Entry:
    return {"id": id_, "title": "x", "when": when, "theme": "T", "text": "x", **more}


def named(id_: str, label: str, kind: str = "", **more: Any) -> Entry:
    """Return a place or an actor, or a term if no kind is given; a person has a role too."""
    extra = {"type": kind} if kind else {}
    extra |= {"role": "r"} if kind == "person" else {}
    return {"id": id_, "label": label, "description": "x", **extra, **more}


def actor(id_: str, **more: Any) -> Entry:
    """Return a person, or what else `type` says."""
    return named(id_, id_, "person", **more)


def document(of: str, passages: Iterable[Entry] = (), remarks: Iterable[Entry] = (), **more: Any) -> Entry:
    fixed = {"source": of, "sha256": "0" * 64, "words": 9, "characters": 9, "about": "x", "published": "2016"}
    return {**fixed, "passages": list(passages), "remarks": list(remarks), **more}


def passage(id_: str, **more: Any) -> Entry:
    return {"id": id_, "kind": "body", "heading": "h", "sentences": 1, "words": 1, "gist": "g", **more}


def remark(id_: str, at: str, **more: Any) -> Entry:
    return {"id": id_, "passage": at, "type": "caution", "title": "t", "text": "x", **more}
