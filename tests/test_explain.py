"""`dossier explain`: every rule by code and by name, as text that a terminal shows whole."""

import re
from pathlib import Path

import pytest

import dossier.commands.explain as command
from dossier.__main__ import main
from dossier.listing import read_rule_page, rule_text
from dossier.rules import CODES, GROUPS

PAGE = """# D501 uncited: an entry cites nobody {#d501}

It names no source,
so nobody could check it.

**Error:** it stops the build.

## What it means

See [the rules](../problems.md#evidence), and [EDTF](https://www.loc.gov/standards/datetime/).

- One **thing**.
- Another thing that is said at such a length that it does not fit into a line of forty columns.

## Wrong

```yaml
# data/terms.yml
- id: weir
## no heading
  description: A line that is much longer than forty columns and stays as it is.
```

## Right

Nothing.

[All rules](../problems.md)
"""


def explain(capsys: pytest.CaptureFixture[str], *rules: str) -> tuple[int, str, str]:
    code = main(["explain", *rules])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.parametrize("rule", CODES)
def test_every_rule_is_explained(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    """By its name and by its code, with both sections an editor needs."""
    code, out, err = explain(capsys, rule)
    assert (code, err) == (0, "")
    assert out.startswith(f"{CODES[rule]} {rule}: ")
    assert [line for line in out.splitlines() if line in ("What it means", "What to do", "Wrong", "Right")] == [
        "What it means", "What to do", "Wrong", "Right",
    ]  # fmt: skip
    assert explain(capsys, CODES[rule]) == (0, out, "")


@pytest.mark.parametrize("written", ["D501", "d501", "UNCITED", "[D501 uncited]", "D501:", "`uncited`"])
def test_a_rule_may_be_written_as_it_was_read(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Copied from a message, or typed in small letters."""
    assert explain(capsys, written) == explain(capsys, "uncited")


def test_several_rules_come_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    """In the order they were asked for, each once."""
    out = explain(capsys, "D501", "syntax", "uncited")[1]
    assert re.findall(r"^D\d{3} [a-z-]+", out, re.MULTILINE) == ["D501 uncited", "D201 syntax"]


def test_a_misspelt_rule_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """And the others are explained all the same."""
    code, out, err = explain(capsys, "unsited", "D201", "weir-and-footbridge")
    assert code == 2
    assert out.startswith("D201 syntax: ")
    assert err.splitlines() == [
        "there is no rule `unsited`; did you mean `uncited`?",
        "there is no rule `weir-and-footbridge`; `dossier explain` alone lists them all",
    ]


def test_without_a_rule_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each once, in its group."""
    code, out, _ = explain(capsys)
    assert code == 0
    assert re.findall(r"^  (D\d{3})  ([a-z-]+) ", out, re.MULTILINE) == [(code, name) for name, code in CODES.items()]
    assert [line for line in out.splitlines() if line in GROUPS.values()] == list(GROUPS.values())


def test_every_code_has_its_group() -> None:
    """A code outside every group would be listed nowhere."""
    assert {code[1] for code in CODES.values()} == set(GROUPS)


def test_a_page_becomes_text() -> None:
    """Sentences fill the lines; examples are never broken; what leads nowhere here is left out."""
    assert rule_text(read_rule_page("uncited", PAGE), 40) == (
        "D501 uncited: an entry cites nobody\n\n"
        "It names no source, so nobody could\ncheck it.\n\n"
        "Error: it stops the build.\n\n"
        "What it means\n\n"
        "  See the rules, and EDTF\n  (https://www.loc.gov/standards/datetime/).\n\n"
        "  - One thing.\n"
        "  - Another thing that is said at such a\n    length that it does not fit into a\n"
        "    line of forty columns.\n\n"
        "Wrong\n\n"
        "      # data/terms.yml\n"
        "      - id: weir\n"
        "      ## no heading\n"
        "        description: A line that is much longer than forty columns and stays as it is.\n\n"
        "Right\n\n"
        "  Nothing.\n"
    )


def test_without_its_page_a_rule_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The docs of the program may have been cut away, or be under work."""
    monkeypatch.setattr(command, "PAGES", tmp_path)
    code, out, _ = explain(capsys, "uncited")
    assert (code, out) == (0, "D501 uncited\n\nThe page of this rule, docs/problems/D501.md, is not here.\n")
    (tmp_path / "D501.md").write_text("Half a page", encoding="utf-8")
    assert explain(capsys, "uncited")[1] == out
    assert "  D501  uncited\n" in explain(capsys)[1]
