"""A text of a file on its lines: broken as it was where that is well, wrapped anew where it is not.

Lines that a person broke are kept as long as none is too long or far too short, so that a changed word changes one
line, and an editor who starts each sentence on a line of its own may go on doing so.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from .order import Model, is_bare
from .pen import behind
from .scalars import WIDTH, Bare, block_of, foldable, is_readable, literal_lines, wrapped
from .tree import Scalar

LONGEST: Final = WIDTH + 2
"""Characters to which a line that was broken by hand may run."""
SHORTEST: Final = WIDTH - 12
"""Characters that a line should have before the next begins, unless a sentence ends there."""
_ENDS: Final = re.compile(r"""[.!?…:;。؟۔।\])][\])"'”’»*_]*$""")


def scalar_lines(mark: str, text: str, scalar: Scalar, indent: int, model: Model | None, name: str) -> list[str]:
    """Return the lines of a text behind `mark`, a dash or the name of its field, that stands at `indent`.

    `text` is the file it stands in; `model` and `name` tell whether its field holds text or, say, a date.
    """
    value = scalar.value
    if not value and not scalar.style:
        return [mark]
    if scalar.style in ("|", ">"):
        kept = _block(text, scalar, indent + 2)
        if kept and is_readable("\n".join(kept[1:])):
            return [f"{mark} {kept[0]}", *kept[1:]]
    return behind(mark, Bare(value) if model and is_bare(model, name) else value, indent, LONGEST)


def _block(text: str, scalar: Scalar, indent: int) -> list[str] | None:
    """Return a block as a block of the same sort; None if it cannot be one in the usual form."""
    if scalar.style == "|" and "\n" in scalar.value:
        literal = literal_lines(scalar.value)
        return block_of("|", scalar.value, literal, indent) if literal else None
    paragraphs = foldable(scalar.value)
    if paragraphs is None:
        return None
    runs = _runs(text[scalar.start : scalar.end])
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        lines += [""] * (number > 0)
        if paragraph:
            run = next(runs, [])
            lines += well_broken(run if " ".join(run) == paragraph else [paragraph], indent)
    return block_of(">", scalar.value, lines, indent)


def _runs(raw: str) -> Iterator[list[str]]:
    """Yield the lines of a block scalar's paragraphs, from its text with the header."""
    run: list[str] = []
    for line in [*raw.split("\n")[1:], ""]:
        if line.strip():
            run.append(line.strip(" \r"))
        elif run:
            yield run
            run = []


def well_broken(lines: Sequence[str], indent: int) -> list[str]:
    """Return lines as they are if they are well broken, else wrapped anew between the sentences that end a line."""
    if all(_is_well(line, after, indent) for line, after in zip(lines, [*lines[1:], ""], strict=True)):
        return list(lines)
    new: list[str] = []
    run: list[str] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        run.append(line)
        if not after or (_is_short(line, after, indent) and _ENDS.search(line)):
            new += wrapped(_words(" ".join(run)), WIDTH - indent)
            run = []
    return new


def _is_well(line: str, after: str, indent: int) -> bool:
    long = len(line) + indent > LONGEST and len(_words(line)) > 1
    return not long and not (after and _is_short(line, after, indent) and not _ENDS.search(line))


def _is_short(line: str, after: str, indent: int) -> bool:
    """Tell whether the next word would have stood in this line with room to spare."""
    return indent + len(line) + 1 + len(_words(after)[0]) <= SHORTEST


def _words(line: str) -> list[str]:
    return re.split(r"(?<=[^ ]) (?=[^ ])", line)
