"""What a claim's evidence amounts to, in a few words; each has a rule (see `analysis.status`) and no verdict."""

from .words import Question, Word


class Status(Word):
    """The computed status of a claim; the first rule that fits decides (Method page, How each label is computed)."""

    icon: str
    question: Question | None
    rule: str

    def __new__(  # a row of a table
        cls, value: str, label: str, meaning: str, icon: str, question: Question | None, rule: str
    ) -> "Status":
        word = str.__new__(cls, value)
        word._value_ = value
        word.label, word.meaning, word.icon, word.question, word.rule = label, meaning, icon, question, rule
        return word

    LABEL = (
        "label",
        "A label",
        "A name or judgement that cannot be checked as such.",
        "s-label",
        Question.WORDS,
        "The claim is of the type label.",
    )
    CREDITED_ELSEWHERE = (
        "credited-elsewhere",
        "Credited elsewhere",
        "The document credits one speaker; another was found.",
        "s-moved",
        Question.WHO,
        "The speaker that was found belongs to another organisation than the one the document credits.",
    )
    SOURCES_DISAGREE = (
        "sources-disagree",
        "Sources disagree",
        "At least one source disputes it.",
        "s-split",
        Question.SURE,
        "At least one citation disputes or refutes the claim.",
    )
    NOT_FOUND = (
        "not-found",
        "Not found",
        "No source beside the document itself was found for it.",
        "s-none",
        Question.SURE,
        "No citation beside the document itself states, supports, qualifies or repeats it, other than on who said it.",
    )
    WITHDRAWN = (
        "withdrawn",
        "Support fell",
        "What supported it goes back to a source that was retracted.",
        "s-fell",
        Question.SURE,
        "All such citations lead to sources that were retracted, or have all their content from such sources.",
    )
    ONE_ORIGIN = (
        "one-origin",
        "One origin",
        "Every report found goes back to one origin.",
        "s-one",
        Question.WHO,
        "All such citations go back, by the derivations recorded, to one origin.",
    )
    FOUND_ELSEWHERE = (
        "found-elsewhere",
        "Found elsewhere",
        "Other sources, of more than one origin or of unknown ones, have it too.",
        "s-many",
        None,
        "None of the above.",
    )
