"""`mkdocs serve` as an editor has it running: ask it for pages, wait until a change shows, stop it as Ctrl-C does."""

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sites import environment

PATIENCE = 30.0
"""Seconds until a change must show, on the slowest machine; an editor's takes one or two."""
STARTED = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from mkdocs.__main__ import cli; cli(sys.argv[1:], prog_name='mkdocs')"
)
"""A shell may have started the tests in the background, where Ctrl-C is ignored and so would be our signal."""
ANSWER = 10.0
"""Seconds within which every request is answered, whatever the state of the data."""


class Serving:
    """A running `mkdocs serve`."""

    def __init__(self, project: Path, said: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{free.getsockname()[1]}/"
        self.said = said
        serve = ["serve", "--livereload", "--dev-addr", self.address[7:-1]]
        command = [sys.executable, "-c", STARTED, *serve]
        with said.open("w") as output:
            self.process = subprocess.Popen(command, cwd=project, env=environment(), stdout=output, stderr=output)

    def get(self, path: str = "") -> str:
        """Return a page, an error page as well; raises when there is no answer in time."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=ANSWER) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return error.read().decode()

    def until(self, path: str, words: str) -> str:
        """Ask for a page until the words stand on it; fail with what was said when they never do."""
        started = time.monotonic()
        page = ""
        while time.monotonic() - started < PATIENCE:
            assert self.process.poll() is None, self.said.read_text()
            try:
                page = self.get(path)
            except TimeoutError:
                raise AssertionError(f"/{path} is never answered\n{self.said.read_text()[-3000:]}") from None
            except urllib.error.URLError:
                page = "(not listening)"
            if words in page:
                return page
            time.sleep(0.3)
        raise AssertionError(f"/{path} never shows {words!r}\n{page[-800:]}\n{self.said.read_text()[-3000:]}")

    def stop(self) -> str:
        """End it as Ctrl-C does and return everything it said."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(timeout=ANSWER)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return self.said.read_text()


@contextmanager
def served(project: Path, said: Path) -> Iterator[Serving]:
    """Serve a project; whatever happens, it is stopped."""
    serving = Serving(project, said)
    try:
        yield serving
    finally:
        serving.stop()


def save(path: Path, text: str) -> None:
    """Write a file as an editor's program does: a new file in the place of the old one."""
    beside = path.with_name(path.name + "~")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)
