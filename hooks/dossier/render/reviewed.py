"""What stands beside the name of an entry that nobody has reviewed yet, or that somebody disputes: in lists, in search.

A word and a border, so that it shows without colour and is heard.
"""

from markupsafe import Markup

from ..model import Entry
from ..model.words import ReviewState
from ..prose import plain
from ..voice import Voice


def review_word(voice: Voice, entry: Entry) -> str:
    """Return the state of an entry in a word; empty where there is nothing to warn of."""
    state = entry.review.state if entry.review else None
    if state is ReviewState.DRAFT:
        return voice.text("draft")
    return voice.text("disputed") if state is ReviewState.DISPUTED else ""


def review_mark(voice: Voice, entry: Entry) -> Markup:
    """Return the same as a mark that follows the name; empty where there is nothing to warn of."""
    word = review_word(voice, entry)
    return Markup(f' <span class="review-mark">{plain(word)}</span>' if word else "")
