"""The Chromium that the scripts of this folder draw, picture and print with, found as the tests find theirs."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium of DOSSIER_BROWSER, else of the PATH, else Playwright's own; stop it at the end."""
    program = os.environ.get("DOSSIER_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    # Root, as in a container, cannot have a sandbox; Windows knows no such user.
    arguments = [] if getattr(os, "geteuid", lambda: 1)() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        try:
            yield browser
        finally:
            browser.close()
