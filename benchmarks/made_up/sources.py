"""The sources of a made-up dossier, as entries and as what other entries cite."""

from collections.abc import Iterator

from .families import Kin, families_of
from .world import Field, World

PASSAGES = 40


class Cast:
    """Everything an entry needs to cite, quote and name others: the world, and its sources in families."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.families = families_of(world)
        self.kin = {member.number: member for family in self.families for member in family.members}
        passed_on = {parent for member in self.kin.values() for parent, _ in member.parents}
        ends = [number for number, member in self.kin.items() if member.parents and number not in passed_on]
        self.retracted = frozenset(number for number in ends if world.odds(3))

    def prose(self, cited: str, low: int, high: int, note: int = 0) -> str:
        """Return a paragraph of about so many words: citations, a link, and the name of an actor that links itself."""
        world = self.world
        named = world.name("actor", world.number("actor"))
        half = world.words(low // 3, high // 3)
        link = f"[[{world.some('place')}|{world.words(1, 2)}]]"
        cite = f"[@source-{note or world.number('source')}, p. {world.chance.randint(2, 90)}]"
        end = f"{world.sentence(low // 3, high // 3)} *{world.words(1, 1)}*"
        return f"{world.sentence()} [@{cited}]. {named} {half} {link}; {world.words(6, 9)} {cite}. {end}."

    def quote(self, longest: int = 9) -> str:
        """Return a few words as quoted from a source; in every third somebody is named."""
        named = self.world.name("actor", self.world.number("actor")) if self.world.odds(33) else ""
        return " ".join(part for part in (self.world.words(2, longest - 4), named, self.world.words(1, 1)) if part)

    def citation(self, cited: str, **more: Field) -> dict[str, Field]:
        return {"source": cited, "locator": f"p. {self.world.chance.randint(1, 90)}", "quote": self.quote(), **more}

    def derivations(self, member: Kin) -> list[Field]:
        return [
            {"source": f"source-{parent}", "how": how, "read": self.world.odds(60)} for parent, how in member.parents
        ]

    def handover(self, number: int) -> dict[str, Field]:
        """Return, for one report in twelve, where it has this one claim from: another source than for the rest."""
        if number < 2 or not self.world.odds(8):
            return {}
        parent = self.world.chance.randrange(max(1, number - 15), number)
        how = self.world.chance.choice(("quotes", "cites", "unknown"))
        return {"derived_from": [{"source": f"source-{parent}", "how": how, "read": self.world.odds(60)}]}

    def sources(self) -> Iterator[dict[str, Field]]:
        """Yield the document taken apart, which comes last in time, and all others in order."""
        yield self._source(0, self.world.day(self.world.last_day)) | {
            "derived_from": [{"source": f"source-{number}", "how": "rewrite"} for number in (1, 5)],
            "verdict": f"{self.world.sentence(30, 60)}.",
        }
        for member in self.kin.values():
            yield self._of_family(member)

    def _source(self, number: int, issued: str) -> dict[str, Field]:
        papers = max(5, self.world.counts["source"] // 12)
        return {
            "id": f"source-{number}",
            "type": "news",
            "title": self.world.sentence(4, 9),
            "short": f"Paper {number % papers}, item {number}",
            "publisher": f"Paper {number % papers}",
            "issued": issued,
            "url": f"https://paper-{number % papers}.example/{number}",
            "language": "en",
            "retrieved": self.world.day(self.world.last_day + 400),
            "extent": "excerpt",
            "checked": "excerpt of an archived copy",
        }

    def _of_family(self, member: Kin) -> dict[str, Field]:
        world, number = self.world, member.number
        entry = self._source(number, world.dated(world.source_day(number)).text)
        if world.odds(4):
            del entry["issued"]
        if member.parents:
            entry["derived_from"] = self.derivations(member)
        elif world.odds(55):
            entry |= {"type": "release", "speaks_for": f"actor-{world.number('actor')}"}
        elif world.odds(50):
            entry["first_hand"] = f"{world.sentence()}."
        if world.odds(20):
            entry["published_by"] = world.some("actor")
        if world.odds(80):
            entry["reliability"] = {"grade": world.chance.choice("ABBCCCDDEF"), "note": world.sentence()}
        if world.odds(20):
            entry["fragments"] = [{"quote": self.quote()} for _ in range(world.chance.randint(1, 3))]
        if number in self.retracted:
            entry["retracted"] = f"{world.sentence()}."
        root = member.parents[0][0] if member.parents else number
        return entry | {"verdict": f"{world.sentence(30, 60)} [[source-{root}|{world.words(1, 3)}]]."}
