"""What several tests share: how hypothesis runs, where a browser is, and how golden cases are renewed."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# A deadline says how busy the machine is, not whether the program is right.
settings.register_profile("dossier", deadline=None)
settings.register_profile("thorough", deadline=None, max_examples=5_000)  # pytest --hypothesis-profile=thorough
settings.load_profile("dossier")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that writes what a golden case gives now into its file, to be read and committed."""
    parser.addoption("--update-golden", action="store_true", help="write the problems of golden cases as they are now")


@pytest.fixture(scope="session")
def browser() -> str:
    """Return the path of a Chromium. Its absence is a failure: a skipped browser test is taken for one that passed."""
    named = os.environ.get("DOSSIER_BROWSER")
    found = named or shutil.which("chromium") or shutil.which("google-chrome") or _of_playwright()
    if not found or not Path(found).is_file():
        pytest.fail(
            "No Chromium for the browser tests: install one, run 'make browser', or set DOSSIER_BROWSER to its path."
        )
    return found


def _of_playwright() -> str:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - most tests need no browser

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path
