"""Drafts into the files of a data folder: texts in, texts out, and nothing that does not read back the same."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from ..editing.drafting import in_order
from ..editing.pen import appended, entry_text
from ..editing.tree import Unfit
from ..load import load_files
from ..model import Dossier, read_model
from ..model.read import LISTS
from .decode import Unusable
from .desk import Draft
from .keys import id_of


def default_file(kind: str, files: Mapping[str, bytes], name: str) -> str:
    """Return where drafts of a kind go, below the data folder: a file of their own if the kind is a folder.

    `files` are the files there are, `name` is that of the imported file.
    """
    if not any(PurePosixPath(path).parts[0] == kind for path in files):
        return f"{kind}.yml"
    stem = name.rpartition(".")[0] or name
    return f"{kind}/imported-{id_of('file', stem)}.yml"


def merged(files: Mapping[str, bytes], drafts: Sequence[Draft], targets: Mapping[str, str]) -> dict[str, str]:
    """Return the new text of every file that drafts are added to; `targets` names the file of each kind.

    Raises Unusable where a file cannot be added to, or where what is written would not read back as the drafts beside
    everything that stood there.
    """
    found: dict[str, str] = {}
    for kind, path in targets.items():
        entries = [entry_text(in_order(draft.fields, LISTS[kind])) for draft in drafts if draft.kind == kind]
        try:
            before = files[path].decode("utf-8") if path in files else ""
            found[path] = appended(found.get(path, before), entries)
        except UnicodeDecodeError:
            raise Unusable(f"{path} is not UTF-8, so nothing was written", "`dossier check` says where") from None
        except Unfit as error:
            raise Unusable(f"nothing can be added to {path}: {error}", "name another file with `--to`") from None
    _check(files, found, drafts)
    return found


def _check(files: Mapping[str, bytes], texts: Mapping[str, str], drafts: Sequence[Draft]) -> None:
    """Read everything back and compare it, entry by entry."""
    before = _read(files)
    after = _read({**files, **{path: text.encode("utf-8") for path, text in texts.items()}})
    changed = [id_ for id_, entry in before.entries.items() if after.entries.get(id_) != entry]
    wrong = [one.id for one in drafts if after.entries.get(one.id) != LISTS[one.kind].model_validate(one.fields)]
    if changed or wrong or len(after.entries) != len(before.entries) + len(drafts):
        named = ", ".join((changed or wrong)[:3])
        raise Unusable(
            f"what would be written does not read back the same ({named}), so nothing was written",
            "this is a mistake of the program: please report it with the file, or the part of it that does this",
        )


def _read(files: Mapping[str, bytes]) -> Dossier:
    return read_model(load_files("data", files)[0])[0]
