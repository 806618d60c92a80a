"""Sites and browsers for the end-to-end tests; each is made once for all of them."""

import functools
import os
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from crawl import Crawled, crawl
from known import Known, evidence_of
from playwright.sync_api import Browser, sync_playwright
from sites import ARABIC, Built, build, copy_of_checkout, second_dossier

from dossier.model import Dossier
from dossier.pipeline import read


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The dossier of this repository, built strictly from a copy, as a fresh clone would be."""
    folder = tmp_path_factory.mktemp("shipped")
    return build(copy_of_checkout(folder / "project"), folder / "site")


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Somebody else's dossier with the same engine."""
    folder = tmp_path_factory.mktemp("second")
    return build(second_dossier(folder / "project"), folder / "site")


@pytest.fixture(scope="session")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small dossier in Arabic, with sources in German and English."""
    folder = tmp_path_factory.mktemp("arabic")
    return build(second_dossier(folder / "project", dossier=ARABIC), folder / "site")


@pytest.fixture(scope="session", params=["shipped", "second"])
def built(request: pytest.FixtureRequest) -> Built:
    """Either site in turn: what holds for one dossier holds for every other."""
    return request.getfixturevalue(request.param)  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def crawled(built: Built) -> Crawled:
    """Every page of the built site, read."""
    return crawl(built.site)


@pytest.fixture(scope="session")
def dossier(built: Built) -> Dossier:
    """The data that the site was built from."""
    found, problems = read(built.project / "data")
    assert problems == ()
    return found


@pytest.fixture(scope="session")
def chromium(browser: str) -> Iterator[Browser]:
    """A running Chromium. Playwright leaves its event loop behind in the thread, so it is started once."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser, args=sandbox)
        yield running
        running.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: requests are not what a test's output is about."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing either when a browser was closed while it was being answered."""


def _serve(folder: Path) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def address(shipped: Built) -> Iterator[str]:
    """The shipped site on a web server."""
    yield from _serve(shipped.site)


@pytest.fixture(scope="session")
def second_address(second: Built) -> Iterator[str]:
    """The second site on a web server."""
    yield from _serve(second.site)


@pytest.fixture(scope="session")
def arabic_address(arabic: Built) -> Iterator[str]:
    """The Arabic site on a web server."""
    yield from _serve(arabic.site)


@pytest.fixture(scope="session")
def known(request: pytest.FixtureRequest, built: Built) -> Known:
    """Either site in turn."""
    address = "address" if built is request.getfixturevalue("shipped") else "second_address"
    return Known(request.getfixturevalue(address), evidence_of(built.project))


@pytest.fixture(scope="session")
def shipped_known(address: str, shipped: Built) -> Known:
    """The site of this repository only: what needs many days, or is slow."""
    return Known(address, evidence_of(shipped.project))
