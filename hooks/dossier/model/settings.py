"""`dossier.yml`: what the dossier is called, who makes it, and how its front page tells the story."""

from . import words as vocabulary
from .fields import AnyRef, Colour, Drawing, Part, Plain, Prose, SiteLanguage, Url, field


class Editor(Part):
    """Somebody who answers for the dossier."""

    name: Plain = field("Name", "As it is to be credited.")
    url: Url | None = field("Address", "A page of theirs.", default=None)


class Quotation(Part):
    """How much of a document may be quoted."""

    longest: int = field("Longest run", "Words in a row.", default=12, gt=0)
    share: float = field("Share", "Percent of the document's words in all.", default=15, gt=0, le=100)


class Line(Part):
    """One line of the story on the Overview."""

    when: Plain = field("When", "The date in a word or two: `8 Dec`.")
    text: Prose = field("Text", "What happened, footnoted.")


class Finding(Part):
    """One thing the close reading found, as a card on the Overview."""

    type: vocabulary.RemarkKind = field("Kind", "What sort of finding.")
    title: Plain = field("Title", "The finding as a headline.")
    text: Prose = field("Text", "Two sentences at most.")
    see: AnyRef = field("See", "The entry that shows it.", reverse="Findings")


class KeyFigure(Part):
    """A measure shown on the Overview; its rows are the claims that give a figure for it."""

    measure: Plain = field("Measure", "As written in the claims.")
    title: Plain = field("Title", "How the row is called.")
    text: Prose | None = field("Text", "One sentence beside it.", default=None)


class Unit(Part):
    """A unit of this dossier in terms of another, so that figures in either can be compared."""

    unit: Plain = field("Unit", "As the claims write it.")
    factor: float = field("Factor", "How many of the other unit one of this is.", gt=0)
    of: Plain = field("Of", "The other unit, as the claims write it.")


class Shade(Part):
    """One colour, by day and by night, each as `#` and six hexadecimal digits."""

    light: Colour = field("Light", "On light paper.")
    dark: Colour = field("Dark", "On dark paper.")


class Look(Part):
    """The face of the site: its logo and the only colours there are; every other one is mixed from paper and ink."""

    logo: Drawing | None = field(
        "Logo", "An SVG below the docs folder, for header and icons; by default the comb.", default=None
    )
    paper: Shade = field("Paper", "The ground.", default=Shade(light="#f4f5f1", dark="#15181a"))
    ink: Shade = field("Ink", "Text, links and lines.", default=Shade(light="#171a1c", dark="#e9eae5"))
    who_says: Shade = field("Who says so?", "Marks of attribution.", default=Shade(light="#63296f", dark="#d6a8e6"))
    how_sure: Shade = field("How sure?", "Marks of certainty.", default=Shade(light="#7a5200", dark="#e0b14e"))
    which_words: Shade = field("Which words?", "Marks of wording.", default=Shade(light="#98321a", dark="#f2a084"))
    what_else: Shade = field("What else?", "Marks of what is left out.", default=Shade(light="#0d5b63", dark="#74c5cb"))


class Settings(Part):
    """The dossier as a whole."""

    title: Plain = field("Title", "The name of the dossier.")
    subtitle: Plain = field("Subtitle", "What it is, in one sentence.")
    description: Plain = field("Description", "For search engines and previews, in one or two sentences.")
    language: SiteLanguage = field("Language", "Of the dossier's own voice.", default="en")
    editors: tuple[Editor, ...] = field("Editors", "Who answers for it.")
    license: Plain = field("Licence", "Under which the data may be used.")
    version: Plain = field("Version", "Of the data.")
    method: Prose = field("Method", "How this dossier was made, in a paragraph.")
    quotation: Quotation = field("Quotation", "How much may be quoted.", default=Quotation())
    story: tuple[Line, ...] = field("Story", "What happened, in about five lines.", max_length=9)
    figures: tuple[KeyFigure, ...] = field("Key figures", "Measures shown on the Overview.", default=())
    findings: tuple[Finding, ...] = field(
        "Findings", "What the close reading found, three to six.", default=(), max_length=9
    )
    themes: tuple[Plain, ...] = field("Themes", "The lanes of the timeline, in order.", default=())
    units: tuple[Unit, ...] = field("Units", "Units that can be turned into one another.", default=())
    look: Look = field("Look", "Colours and logo, where they are not to be the usual ones.", default=Look())
