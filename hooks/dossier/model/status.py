"""What a claim's evidence amounts to, in six words; each has a rule (see `index.status`) and no verdict."""

from .words import Question, Word


class Status(Word):
    """The computed status of a claim; the first rule that fits decides (Method page, How each label is computed)."""

    icon: str
    question: Question | None

    def __new__(cls, value: str, label: str, meaning: str, icon: str, question: Question | None) -> "Status":
        word = str.__new__(cls, value)
        word._value_ = value
        word.label, word.meaning, word.icon, word.question = label, meaning, icon, question
        return word

    LABEL = "label", "A label", "A name or judgement that cannot be checked as such.", "s-label", Question.WORDS
    CREDITED_ELSEWHERE = (
        "credited-elsewhere", "Credited elsewhere", "The document credits one speaker; another was found.", "s-moved", Question.WHO)
    SOURCES_DISAGREE = "sources-disagree", "Sources disagree", "At least one source disputes it.", "s-split", Question.SURE
    NOT_FOUND = "not-found", "Not found", "No source beside the document itself was found for it.", "s-none", Question.SURE
    ONE_ORIGIN = "one-origin", "One origin", "Every report found goes back to one origin.", "s-one", Question.WHO
    FOUND_ELSEWHERE = "found-elsewhere", "Found elsewhere", "Other sources, of more than one origin or of unknown ones, have it too.", "s-many", None
