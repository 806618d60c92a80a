"""The phrases that dates are worded with, in English, each a message a catalogue can translate.

`N_` marks a message for extraction (pybabel knows the name); it is translated when it is used.
There are two sets: whole phrases for running text, and short ones for the columns of a table.
"""

from dataclasses import dataclass


def N_(message: str) -> str:
    """Marks a message for translation and leaves it as it is; pybabel and gettext look for this name."""
    return message


@dataclass(frozen=True, slots=True)
class Phrases:
    """One English phrase for each thing a date can say; all placeholders are named.

    Without `about_span`, `about` is said of the two dates joined by a dash.
    """

    about: str
    about_span: str | None
    uncertain: str
    partly_approximate: str
    partly_uncertain: str
    estimated: str
    span: str
    until: str
    until_unknown: str
    since: str
    since_unknown: str
    between: str
    recorded: str
    recorded_between: str
    in_some_year: str
    decade: str
    missing_day: str
    missing_month: str
    missing_day_and_month: str
    missing_year: str
    missing_day_and_year: str
    only_year_missing: str
    all_missing: str
    or_earlier: str
    or_later: str
    and_earlier: str
    and_later: str
    one_of: str
    one_day: str
    one_month: str
    one_year: str
    all_of: str
    all_days: str
    all_months: str
    all_years: str
    clock: str


LONG = Phrases(
    about=N_("about {date}"),
    about_span=N_("about {start} to {end}"),
    uncertain=N_("{date} (uncertain)"),
    partly_approximate=N_("{date} (approximate: {parts})"),
    partly_uncertain=N_("{date} (uncertain: {parts})"),
    estimated=N_("about {date} (between {start} and {end})"),
    span=N_("{start} to {end}"),
    until=N_("until {date}"),
    until_unknown=N_("until {date}, start unknown"),
    since=N_("from {date}"),
    since_unknown=N_("from {date}, end unknown"),
    between=N_("between {start} and {end}"),
    recorded=N_("date recorded as {text}"),
    recorded_between=N_("between {start} and {end}, recorded as {text}"),
    in_some_year=N_("{date} of a year between {start} and {end}"),
    decade=N_("the {year}s"),
    missing_day=N_("{date}, day not stated"),
    missing_month=N_("{date}, month not stated"),
    missing_day_and_month=N_("{date}, day and month not stated"),
    missing_year=N_("{date}, year not stated"),
    missing_day_and_year=N_("{date}, day and year not stated"),
    only_year_missing=N_("year not stated"),
    all_missing=N_("date not stated"),
    or_earlier=N_("{date} or earlier"),
    or_later=N_("{date} or later"),
    and_earlier=N_("{date} and earlier"),
    and_later=N_("{date} and later"),
    one_of=N_("one of {dates}"),
    one_day=N_("{dates}, one of these days"),
    one_month=N_("{dates}, one of these months"),
    one_year=N_("{dates}, one of these years"),
    all_of=N_("all of {dates}"),
    all_days=N_("{dates}, all of these days"),
    all_months=N_("{dates}, all of these months"),
    all_years=N_("{dates}, all of these years"),
    clock=N_("{time} {zone}"),
)

SHORT = Phrases(
    about=N_("c. {date}"),
    about_span=None,
    uncertain=N_("{date}?"),
    partly_approximate=N_("c. {date}"),
    partly_uncertain=N_("{date}?"),
    estimated=N_("c. {date}"),
    span=N_("{start} – {end}"),
    until=N_("until {date}"),
    until_unknown=N_("? – {date}"),
    since=N_("from {date}"),
    since_unknown=N_("{date} – ?"),
    between=N_("between {start} and {end}"),
    recorded=N_("{text}"),
    recorded_between=N_("{text}"),
    in_some_year=N_("{date}, between {start} and {end}"),
    decade=N_("{year}s"),
    missing_day=N_("{date}"),
    missing_month=N_("{date}"),
    missing_day_and_month=N_("{date}"),
    missing_year=N_("{date}, year ?"),
    missing_day_and_year=N_("{date}, year ?"),
    only_year_missing=N_("year ?"),
    all_missing=N_("date ?"),
    or_earlier=N_("{date} or earlier"),
    or_later=N_("{date} or later"),
    and_earlier=N_("{date} and earlier"),
    and_later=N_("{date} and later"),
    one_of=N_("one of {dates}"),
    one_day=N_("one of {dates}"),
    one_month=N_("one of {dates}"),
    one_year=N_("one of {dates}"),
    all_of=N_("all of {dates}"),
    all_days=N_("all of {dates}"),
    all_months=N_("all of {dates}"),
    all_years=N_("all of {dates}"),
    clock=N_("{time} {zone}"),
)

PART_NAMES = (N_("year"), N_("month"), N_("day"))

GROUPINGS = (
    N_("spring {year}"),
    N_("summer {year}"),
    N_("autumn {year}"),
    N_("winter {year}"),
    N_("spring {year} (northern hemisphere)"),
    N_("summer {year} (northern hemisphere)"),
    N_("autumn {year} (northern hemisphere)"),
    N_("winter {year} (northern hemisphere)"),
    N_("spring {year} (southern hemisphere)"),
    N_("summer {year} (southern hemisphere)"),
    N_("autumn {year} (southern hemisphere)"),
    N_("winter {year} (southern hemisphere)"),
    N_("first quarter of {year}"),
    N_("second quarter of {year}"),
    N_("third quarter of {year}"),
    N_("fourth quarter of {year}"),
    N_("first four months of {year}"),
    N_("second four months of {year}"),
    N_("last four months of {year}"),
    N_("first half of {year}"),
    N_("second half of {year}"),
)
"""For the codes 21 to 41, in their order."""
