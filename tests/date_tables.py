"""Reads the tables of tests/dates/*.yml, which test_dates.py and test_dates_words.py check row by row."""

from collections.abc import Iterator
from pathlib import Path

import yaml

_TABLES = Path(__file__).parent / "dates"


def table(name: str) -> Iterator[tuple[str, list[str]]]:
    """Each row of a table with the heading it stands under; everything is text."""
    sections = yaml.load((_TABLES / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for heading, rows in sections.items():
        for row in rows:
            yield heading, row


VALID = [row[0] for _, row in table("valid.yml")]
