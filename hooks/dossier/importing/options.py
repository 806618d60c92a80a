"""What the person who imports says about a file that the file does not say itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be read; every field may be left out."""

    name: str = "input"
    """What the file is called; the entries name it as where they come from."""
    form: str = ""
    """The format, where it is not to be found by its content."""
    encoding: str = ""
    kind: str = ""
    """For a table: the kind of entry each row is."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """For a table: field of the dossier → column."""
    fixed: Mapping[str, str] = field(default_factory=dict)
    """For a table: field of the dossier → the value every row has."""
    dates: str = ""
    """`dmy` or `mdy`, for dates in numbers."""
    language: str = ""
    """Language of the sources that do not name theirs, and of the names of months."""
    theme: str = ""
    radius: int = 0
    """Metres within which a place lies whose file does not say how exact it is."""
    cite: str = ""
    """A source of the dossier that the entries cite in place of the file."""
