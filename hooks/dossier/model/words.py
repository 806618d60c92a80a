"""The closed vocabularies: every value an editor may choose from, with its label and its meaning.

One place for the word, what a reader sees, what it means and the standard it comes from, so that JSON Schema, the
vocabulary on the Data page and the labels of the site cannot drift apart.
"""

from enum import StrEnum


class Word(StrEnum):
    """A value of a closed list; carries `label` (shown to readers) and `meaning` (one sentence)."""

    label: str
    meaning: str

    def __new__(cls, value: str, label: str, meaning: str = "") -> "Word":
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        word.meaning = meaning
        return word


class Question(Word):
    """The four questions of a close reading; the only ones that have a colour."""

    WHO = "who", "Who says so?", "The speaker: credited, credited elsewhere, not credited, or a party to the conflict."
    SURE = "sure", "How sure?", "Certainty: a hedge lost, a limit dropped, sources that disagree, nothing found."
    WORDS = "words", "Which words?", "Wording: loaded words and labels."
    ELSE = "else", "What else?", "Context: what was left out, what a word means, how large a figure is."


class RemarkKind(Word):
    """What a remark on a passage is about."""

    question: Question

    def __new__(cls, value: str, label: str, meaning: str, question: Question = Question.ELSE) -> "RemarkKind":
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        word.meaning = meaning
        word.question = question
        return word

    MISATTRIBUTION = (
        "misattribution",
        "Credited elsewhere",
        "The document credits one speaker; another was found.",
        Question.WHO,
    )
    NOT_CREDITED = (
        "not-credited",
        "Not credited",
        "The document states it in its own voice; it has it from somebody.",
        Question.WHO,
    )
    PARTY_SPEAKS = "party-speaks", "A party speaks", "The statement is a party's own account.", Question.WHO
    SPEAKER_DROPPED = "speaker-dropped", "Speaker dropped", "A speaker is known, the document names none.", Question.WHO
    IMPLIED_ORIGIN = (
        "implied-origin",
        "Implied origin",
        "The wording suggests an origin that was not found.",
        Question.WHO,
    )
    BORROWED_WORDING = "borrowed-wording", "Borrowed wording", "The words stand in an earlier report.", Question.WHO
    LOST_HEDGE = "lost-hedge", "Hedge lost", "A word of doubt in the source is missing in the document.", Question.SURE
    LIMIT_DROPPED = (
        "limit-dropped",
        "Limit dropped",
        "The source limits the statement; the document does not.",
        Question.SURE,
    )
    NOT_FOUND = "not-found", "Not found", "It was searched for and not found.", Question.SURE
    SOURCES_DISAGREE = "sources-disagree", "Sources disagree", "Other sources say otherwise.", Question.SURE
    LOW_FIGURE = "low-figure", "Low figure", "Other sources put the figure higher.", Question.SURE
    ROUNDED = "rounded", "Rounded", "The figure is a rounding.", Question.SURE
    TWO_VERSIONS = "two-versions", "Two versions", "The document, or its sources, give two versions.", Question.SURE
    CAUTION = "caution", "Caution", "Easily read in a way that the document does not say.", Question.SURE
    LOADED = "loaded", "Loaded wording", "A word that judges or paints while it tells.", Question.WORDS
    LABEL = "label", "Label", "A name or title that cannot be checked as such.", Question.WORDS
    LEFT_OUT = "left-out", "Left out", "Known at the time, and not in the document.", Question.ELSE
    DEFINITION = "definition", "Meaning", "What a word means here.", Question.ELSE
    SCALE = "scale", "Scale", "How large the figure is beside others.", Question.ELSE


class SourceType(Word):
    """What a source is; follows the item types of the Citation Style Language (CSL) where one fits."""

    NEWS = "news", "News report", "CSL article-newspaper."
    AGENCY = "agency", "Agency report", "A report by a news agency, wherever it was printed."
    RELEASE = "release", "Press release", "A statement issued in writing by the body that makes it."
    STATEMENT = "statement", "Statement", "Words spoken or published by a party, not kept as a document we could read."
    TRANSCRIPT = "transcript", "Transcript", "Words spoken, written down by the body that held the meeting."
    BRIEFING = "briefing", "Briefing notes", "Notes handed out at a press briefing."
    STRIKE_LIST = "strike-list", "Daily strike list", "A coalition list of the strikes of one day."
    MONITOR = "monitor", "Monitoring report", "A report by a group that watches and counts."
    REPORT = "report", "Report", "CSL report."
    REPOST = "repost", "Repost", "A page that repeats a text of somebody else."
    FEED = "feed", "Feed copy", "A copy of a news feed."
    REFERENCE = "reference", "Reference work", "CSL entry-encyclopedia, gazetteer or authority record."
    VIDEO = "video", "Video", "CSL motion_picture."
    DATASET = "dataset", "Data set", "CSL dataset."
    BOOK = "book", "Book", "CSL book."
    WEB_PAGE = "web-page", "Web page", "CSL webpage."


class Extent(Word):
    """How much of a source the editor has read."""

    WHOLE = "whole", "read whole", "The whole text was read."
    EXCERPT = "excerpt", "read as an excerpt", "Only a part was read, most often of an archived copy."
    OPENING = "opening", "only its opening was read", "The first lines only."
    UNSEEN = "unseen", "not read", "Known through others only; never read by the editors."


class How(Word):
    """How one source derives from another (PROV wasDerivedFrom, wasQuotedFrom)."""

    REPRINT = "reprint", "reprints", "The same text."
    REWRITE = "rewrite", "rewrites", "The same content in other words."
    QUOTES = "quotes", "quotes", "Some of its words stand in quotation marks."
    CITES = "cites", "cites", "It names the other as where it has this from."
    UNKNOWN = "unknown", "may go back to", "Likely or possible, not established; never taken for independence."


class Reliability(Word):
    """The source as such, after the Admiralty code (NATO AJP-2.1)."""

    A = "A", "Completely reliable", "No doubt of authenticity, trustworthiness or competence."
    B = "B", "Usually reliable", "Minor doubt."
    C = "C", "Fairly reliable", "Doubt in some respects."
    D = "D", "Not usually reliable", "Significant doubt."
    E = "E", "Unreliable", "Lacking authenticity, trustworthiness or competence."
    F = "F", "Cannot be judged", "No basis for a judgement."


class Credibility(Word):
    """The piece of information, apart from its source, after the Admiralty code (NATO AJP-2.1)."""

    ONE = "1", "Confirmed by independent origins", "Confirmed by other independent origins; fits what is known."
    TWO = "2", "Probably true", "Not confirmed; logical in itself; fits what is known."
    THREE = "3", "Possibly true", "Not confirmed; reasonably logical; fits some of what is known."
    FOUR = "4", "Doubtful", "Not confirmed; possible but not logical, or at odds with some of what is known."
    FIVE = "5", "Improbable", "Contradicted by what is known."
    SIX = "6", "Cannot be judged", "No basis for a judgement."


class Stance(Word):
    """What the source does to the claim (CiTO, in its inverse forms)."""

    STATES = "states", "states it", "The passage that makes the claim."
    SUPPORTS = "supports", "supports it", "CiTO isSupportedBy."
    QUALIFIES = "qualifies", "qualifies it", "CiTO isQualifiedBy: adds a limit or a nuance."
    DISPUTES = "disputes", "disputes it", "CiTO isDisputedBy: says otherwise."
    REFUTES = "refutes", "refutes it", "CiTO isRefutedBy: gives proof to the contrary."
    REPEATS = "repeats", "repeats it", "Carries the claim on without adding anything of its own."


class BearsOn(Word):
    """Which of the three questions a citation answers; they are never mixed."""

    SAID = "said", "that it was said", "Were these words said?"
    WHO = "who", "who said it", "Who said them?"
    SO = "so", "that it is so", "Is it so?"


class Voice(Word):
    """How the document presents a claim."""

    OWN = "own", "in the document’s own voice", "Stated flatly, credited to nobody."
    CREDITED = "credited", "credited", "Credited to a speaker or body."
    UNNAMED = "unnamed", "credited to nobody by name", "Credited to unnamed reports or people."


class ClaimKind(Word):
    """What sort of statement a claim is, where it matters for how it can be tested."""

    STATEMENT = "statement", "Statement", "An ordinary statement that could be so or not."
    LARGEST = "largest", "Superlative: largest", "Nothing in the stated scope is larger."
    FIRST = "first", "Superlative: first", "Nothing in the stated scope came before."
    LAST = "last", "Superlative: last", "Nothing else is left in the stated scope."
    ONLY = "only", "Superlative: only", "There is no other in the stated scope."
    TOTAL = "total", "Total", "A sum over the stated scope."
    RANK = "rank", "Rank", "A place in an order within the stated scope."
    LABEL = "label", "Label", "A name or judgement that cannot be checked as such."


class Qualifier(Word):
    """How a figure is meant; the table on the Method page turns it into an interval."""

    EXACT = "exact", "{value}", "Exactly this."
    ABOUT = "about", "about {value}", "Near this."
    MORE_THAN = "more-than", "more than {value}", "Above this."
    AT_LEAST = "at-least", "at least {value}", "This or above."
    LESS_THAN = "less-than", "fewer than {value}", "Below this."
    AT_MOST = "at-most", "at most {value}", "This or below."
    DOZENS = "dozens", "dozens", "24 to 99."
    HUNDREDS = "hundreds", "hundreds", "200 to 999."
    SEVERAL_HUNDRED = "several-hundred", "several hundred", "300 to 900."
    THOUSANDS = "thousands", "thousands", "2,000 to 9,999."
    TENS_OF_THOUSANDS = "tens-of-thousands", "tens of thousands", "20,000 to 99,999."


class Fate(Word):
    """What became of a word of doubt on its way into the document."""

    KEPT = "kept", "kept", "It stands in the document."
    DROPPED = "dropped", "dropped", "It stands in the source and not in the document."
    ADDED = "added", "added", "It stands in the document and not in the source."


class Standing(Word):
    """Whether an entry still stands (Wikibase statement ranks)."""

    NORMAL = "normal", "stands", "The entry stands."
    SUPERSEDED = "superseded", "superseded", "A later figure or report has taken its place; kept, marked."
    DEPRECATED = "deprecated", "deprecated", "Known to be wrong; kept, marked, with the reason."


class ReviewState(Word):
    """Whether somebody has read an entry against its sources."""

    DRAFT = "draft", "Draft: not reviewed yet", "Written, and not yet read by anybody against its sources."
    REVIEWED = "reviewed", "Reviewed", "Read against its sources by those named, on the day given."
    DISPUTED = "disputed", "Disputed", "Somebody who read it objects; the note says who and why."


class Basis(Word):
    """Where a date or position comes from."""

    STATED = "stated", "stated", "A source states it."
    DERIVED = "derived", "derived", "The editors inferred it; the reasoning is given."
    APPROXIMATE = "approximate", "approximate", "Known roughly; the source of the value was not confirmed."
    EDITORIAL = "editorial", "chosen by the editors", "Chosen to draw something; not a statement about the world."


class ActorKind(Word):
    """What sort of actor (FollowTheMoney LegalEntity, Person, Organization, PublicBody)."""

    PERSON = "person", "Person", "A human being."
    ARMED_GROUP = "armed-group", "Armed group", "An armed group that is not a state's."
    ARMED_FORCES = "armed-forces", "Armed forces", "Forces of a state."
    STATE = "state", "State", "A state or its government."
    COALITION = "coalition", "Coalition", "Several states or groups acting together."
    OPERATION = "operation", "Military operation", "An operation that speaks or acts under its own name."
    INTERGOVERNMENTAL = "intergovernmental", "Intergovernmental body", "A body of states."
    PUBLIC_BODY = "public-body", "Public body", "An office or council."
    ORGANIZATION = "organization", "Organization", "Any other organization."
    MEDIA = "media", "Media", "A news organization or agency."
    PEOPLE = "people", "People", "People affected, not acting as one."
    UNNAMED = "unnamed", "Unnamed", "The document gives no name."


class RelationType(Word):
    """How one actor stands to another; `label` reads from subject to object."""

    PART_OF = "part-of", "part of", "Belongs to."
    SPOKESPERSON_OF = "spokesperson-of", "spokesperson of", "Speaks for."
    LEADS = "leads", "leads", "Heads or commands."
    MEMBER_OF = "member-of", "member of", "Is one of its members."
    COMMANDS = "commands", "commands", "Gives the orders of."
    ALLY_OF = "ally-of", "ally of", "Fights or acts beside."
    OPPONENT_OF = "opponent-of", "opponent of", "Fights or acts against."
    OWNS = "owns", "owns", "Owns or publishes."
    SAME_AS = "same-as", "probably the same as", "Likely another name for."
    OTHER = "other", "related to", "As the note says."


class PlaceKind(Word):
    """What sort of place."""

    CITY = "city", "City", "A town or city."
    PART_OF_CITY = "part-of-city", "Part of a city", "A district or side of a city."
    REGION = "region", "Region", "A province or governorate."
    COUNTRY = "country", "Country", "A state's territory."
    SITE = "site", "Site", "Where something happened; position often uncertain."
    AREA = "area", "Area", "An area without fixed borders."


class PassageKind(Word):
    """What part of the document a passage is."""

    HEADLINE = "headline", "headline", "The title."
    BODY = "body", "body", "Running text."
    QUOTE = "quote", "quotation", "Mostly a speaker's own words."
    TEASER = "teaser", "not editorial", "Advertising, links, subscription."
