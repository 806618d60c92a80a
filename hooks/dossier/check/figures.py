"""Figures that can be compared: a value that fits its qualifier, and one unit for one measure."""

from collections.abc import Iterator
from typing import Final

from ..model import Dossier
from ..problem import Problem, Severity

WORDED: Final = ("dozens", "hundreds", "several-hundred", "thousands", "tens-of-thousands")


def figure_values(dossier: Dossier) -> Iterator[Problem]:
    """A figure has a number, unless its qualifier is a word such as hundreds; a range runs upwards."""
    for claim in dossier.claims:
        measure = claim.measure
        if measure is None:
            continue
        if measure.qualifier in WORDED and measure.value:
            yield Problem(
                dossier.mark(claim.id, "measure", "value"),
                f"`{measure.qualifier}` is the figure itself; it has no value beside it",
                "delete `value`, or use another qualifier",
                "figure",
            )
        elif measure.qualifier not in WORDED and not measure.value:
            yield Problem(
                dossier.mark(claim.id, "measure"), "`value` is missing", "expected a number such as `168`", "figure"
            )
        low, _, high = measure.value.partition("..")
        if low and high and float(low) > float(high):
            yield Problem(
                dossier.mark(claim.id, "measure", "value"),
                f"the range {measure.value} runs downwards",
                f"write `{high}..{low}`",
                "figure",
            )


def same_measure_same_unit(dossier: Dossier) -> Iterator[Problem]:
    """Figures of one measure and one scope are compared, so they need one unit."""
    first: dict[tuple[str, str], str] = {}
    for claim in dossier.claims:
        if claim.measure is None:
            continue
        unit = first.setdefault((claim.measure.of, claim.measure.scope), claim.measure.unit)
        if unit != claim.measure.unit:
            yield Problem(
                dossier.mark(claim.id, "measure", "unit"),
                f"“{claim.measure.of}” is counted in {claim.measure.unit} here and in {unit} elsewhere",
                "use one unit for what is to be compared",
                "unit",
                Severity.WARNING,
            )
