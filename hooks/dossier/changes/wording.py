"""The tools of wording a change: phrases filled with mentions of entries, and what differs between two texts, short."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Final

from ..report import At, To, Words
from ..report.section import filled as with_mentions
from ..voice import Voice

SHOWN: Final = 20
"""Words of a text that a change shows, before and after together."""
LONGEST: Final = 12
"""Words shown in a row: no more than may be quoted."""
APART: Final = 400
"""Words from which on a text is only said to have changed: finding out where costs the square of its length."""

Names = Mapping[str, str]
"""Id → what an entry is called."""

_ELLIPSIS: Final = "…"


def filled(phrase: str, **parts: str | Words) -> Words:
    """Return a translated phrase with its `{placeholders}` replaced by text or mentions."""
    return merged(with_mentions(phrase, **parts))


def merged(words: Words) -> Words:
    """Return a run with neighbouring texts as one, and no empty ones."""
    found: list[str | To | At] = []
    for word in words:
        last = found[-1] if found else None
        if isinstance(word, str) and isinstance(last, str):
            found[-1] = last + word
        elif word != "":
            found.append(word)
    return tuple(found)


def quoted(text: str, voice: Voice) -> str:
    """Return a text in the quotation marks of the language."""
    return voice.text("“{words}”").format(words=text)


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return at most so many words of a text, with an ellipsis for the rest; a word without end is cut as well."""
    words = [word if len(word) <= 60 else word[:59] + _ELLIPSIS for word in text.split()]
    return " ".join(words) if len(words) <= longest else " ".join(words[:longest]) + _ELLIPSIS


def inline(label: str, voice: Voice) -> str:
    """Return the label of a field as it stands inside a sentence: English writes it small there."""
    small = voice.language.partition("-")[0] == "en" and not label[1:2].isupper() and not label[1:2].isdigit()
    return label[:1].lower() + label[1:] if small else label


def worded_differently(before: str, after: str, voice: Voice) -> tuple[str, int]:
    """Return the words in which two texts differ, as “old” → “new” one place after the other, and the places left out.

    Both texts are plain words in one line. A place where words were only added or taken out shows these words with a
    word of what stands around them.
    """
    here, there = before.split(), after.split()
    if max(len(here), len(there)) > APART:
        return "", 0
    places = tuple(_places(here, there))
    shown: list[str] = []
    left = SHOWN
    for old, new in places:
        needed = min(len(old), LONGEST) + min(len(new), LONGEST)
        if shown and needed > left:
            break
        left -= needed
        shown.append(_place(" ".join(old), " ".join(new), voice))
    return voice.semicolon.join(shown), len(places) - len(shown)


def _places(here: list[str], there: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the runs of words that differ; runs with fewer than two equal words between them are one."""
    groups: list[list[int]] = []
    for kind, one, two, three, four in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if groups and one - groups[-1][1] < 2:
            groups[-1][1], groups[-1][3] = two, four
        else:
            groups.append([one, two, three, four])
    for one, two, three, four in groups:
        if one < two and three < four:
            yield here[one:two], there[three:four]
        else:
            around = (max(one - 1, 0), two + 1, max(three - 1, 0), four + 1)
            yield here[around[0] : around[1]], there[around[2] : around[3]]


def _place(old: str, new: str, voice: Voice) -> str:
    pair = {"before": quoted(shortened(old), voice), "after": quoted(shortened(new), voice)}
    return voice.text("{before} → {after}").format(**pair) if old and new else pair["after" if new else "before"]
