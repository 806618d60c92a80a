"""The adapter to MkDocs: hands over pages, and problems in place of pages. With `dossier_theme` all that knows MkDocs.

Three things are particular to `mkdocs serve`:

- MkDocs never reloads a hook (mkdocs/mkdocs#3993), so the core is imported afresh when its code has changed. This file
  itself needs a restart, so it does as little as it can.
- A failed rebuild would let every request hang, so broken data never raises: a page that says what is wrong takes the
  place of the site until the data is mended.
- MkDocs renders every page at every change. Here a page whose Markdown is the same as before is left as it stands in
  the site folder, which is set aside before MkDocs empties it and put back after. `DOSSIER_FULL_REBUILD=1` switches
  that off.
"""

import atexit
import html
import importlib
import logging
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from traceback import format_exc
from types import ModuleType
from typing import Any
from urllib.parse import quote, urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

import dossier_theme

HERE = Path(__file__).parent
log = logging.getLogger("mkdocs.hooks.dossier")


@dataclass
class _State:
    """What outlives a build: MkDocs keeps this module, and nothing else of ours, for as long as it serves."""

    serving: bool = False
    code: object = None
    """Times of the core's files when it was imported."""
    nav: object = None
    """The navigation the last build set, to tell it from one that stands in mkdocs.yml."""
    frame: object = None
    """All that every page shows; when it changes, all pages do."""
    pages: dict[str, str] = field(default_factory=dict)
    """Path → Markdown of every page as it stands in the kept site."""
    next_pages: dict[str, str] = field(default_factory=dict)
    published: dict[str, str] = field(default_factory=dict)
    """Path → path below the site of every page of the last good build."""
    kept: Path | None = None
    """The site of the last good build while it is set aside."""
    good: bool = False
    """Whether the site folder holds a good build."""
    language: str = ""
    """The dossier's own, which the theme may know by a wider name, or not at all."""
    recorded: Any = None
    """The history of the data as git had it when it was last asked: one pass for each commit, not for each save."""
    noted: set[str] = field(default_factory=set)
    """What was said once in the log and need not be said at every save."""
    trouble: str = ""
    """The page that says what is wrong, while something is."""


state = _State()


def on_startup(command: str, dirty: bool) -> None:
    """Note whether the site is served."""
    state.serving = command == "serve" and not dirty
    # Bytecode written below a watched folder would set off one more rebuild.
    sys.dont_write_bytecode = sys.dont_write_bytecode or state.serving


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave out the edit links of hand-written pages where there is no repository; half an address leads nowhere."""
    if not config.repo_url and not str(config.edit_uri or "").startswith(("https://", "http://")):
        config.edit_uri = None
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Set a good site aside before MkDocs empties its folder."""
    site = Path(config.site_dir)
    if state.serving and state.good and site.is_dir():
        state.kept = site.with_name(f"{site.name}-kept")
        shutil.rmtree(state.kept, ignore_errors=True)
        site.rename(state.kept)
        site.mkdir()
        atexit.register(shutil.rmtree, state.kept, ignore_errors=True)
        state.good = False


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Build the dossier and add its pages; hand-written pages are taken in and given back with their references."""
    if not state.serving:
        return _build(files, config)
    try:
        return _build(files, config)
    except Exception:  # whatever a half-written line of the engine raises: raised on, requests would hang
        log.exception("the program failed; this is its own fault, not the data's")
        said = f"<body><pre>{html.escape(format_exc())}</pre></body>"
        return _instead(f"<!doctype html><html><head><title>Error</title></head>{said}</html>", files, config)


def _build(files: Files, config: MkDocsConfig) -> Files:
    core = _core()
    handwritten = {file.src_uri: file for file in files.documentation_pages() if file.inclusion.value > -2}
    site = core.Site(
        handwritten={path: file.content_string for path, file in handwritten.items()},
        docs_name=Path(config.docs_dir).name,
        repository=_repository(core, config),
        directory_urls=config.use_directory_urls,
        files=frozenset(file.src_uri for file in files),
        drafts=_is_on(config, "drafts"),
    )
    state.trouble = ""
    data = Path(config.config_file_path).parent / config.extra.get("data", "data")
    built = core.build(data, site, _history(data, config))
    if built.errors:
        return _trouble(core, built.problems, data, files, config)
    for problem in built.problems:
        log.warning("%s: %s [%s]", problem.mark, problem.sentence, core.label_of(problem.rule))
    _note(built.notes)
    _add_pages(built, handwritten, files, config)
    dossier_theme.lighten(core, files, config)
    state.language = dossier_theme.dress(core, built.dossier.settings, files, config)
    if config.extra["face"]["outdated"] and not state.serving:
        log.info("the pictures in assets/social show another dossier and are left out; `make card` makes them anew")
    if config.nav is None or config.nav is state.nav:
        config.nav = state.nav = core.navigation(built.pages)
    state.next_pages = {page.path: page.source for page in built.pages}
    if state.serving:
        _help_editors(core, built.dossier, data)
        _leave_unchanged(files, config)
    return files


def _help_editors(core: ModuleType, dossier: Any, data: Path) -> None:
    """Let an editor know the ids as they are now, where the project is wired for one; no folder watched is written."""
    if not (data.parent / ".vscode").is_dir():
        return
    try:
        importlib.import_module("dossier.commands.schema").renew(data.parent, core.editor_files(dossier, data.name))
    except OSError as error:  # the site is there all the same
        _note((f"the ids could not be written for editors: {error}",))


def _add_pages(built: Any, handwritten: dict[str, File], files: Files, config: MkDocsConfig) -> None:
    for page in built.pages:
        level = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
        own = handwritten.get(page.path)
        if own is not None:
            own.content_string, own.inclusion = page.source, level
        else:
            files.append(File.generated(config, page.path, content=page.source, inclusion=level))
    for asset in built.assets:
        files.append(File.generated(config, asset.path, content=asset.content))
    config.extra["feed"] = next((asset.path for asset in built.assets if asset.path == "feed.xml"), "")


# ── serving ─────────────────────────────────────────────────────────────────


def _trouble(core: ModuleType, problems: Any, data: Path, files: Files, config: MkDocsConfig) -> Files:
    """Say what is wrong: as one error of the build, or, while serving, as a page under every address of the site."""
    listing = "\n".join(f"{problem} [{core.label_of(problem.rule)}]" for problem in problems)
    if not state.serving:
        raise PluginError(f"the data has {core.count(problems)}:\n{listing}")
    log.error("the data has %s:\n%s", core.count(problems), listing)
    return _instead(core.trouble_page(problems, data.parent), files, config)


def _instead(page: str, files: Files, config: MkDocsConfig) -> Files:
    """Show one page under every address of the site."""
    state.trouble = page
    for file in list(files.documentation_pages()):
        files.remove(file)
    for path in dict.fromkeys(["index.html", *state.published.values()]):
        files.append(File.generated(config, path, content=page))
    config.nav = state.nav = []
    state.next_pages = {}
    return files


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Say in what language a page is: browsers write dates and numbers by it (`ar-EG`), and the theme knows less."""
    return dossier_theme.in_language(output, state.language)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """While the data is wrong, say so under every address that is not there as well."""
    if not state.trouble or template_name != "404.html":
        return output_content
    # Pages that are not there are served without the script that reloads the others.
    return state.trouble.replace("<head>", '<head><meta http-equiv="refresh" content="3">', 1)


def _leave_unchanged(files: Files, config: MkDocsConfig) -> None:
    """Put the last good site back and keep MkDocs from rendering what has not changed in it."""
    theme = (config.theme["language"], config.theme["favicon"])
    shown = (config.site_name, config.site_description, config.copyright, config.extra["feed"], *theme)
    frame = (state.nav, *shown, dict(config.extra["face"]), dossier_theme.times(config))
    kept, state.kept = state.kept, None
    if kept is None or frame != state.frame or os.environ.get("DOSSIER_FULL_REBUILD"):
        state.frame, state.pages = frame, {}
        return
    Path(config.site_dir).rmdir()
    kept.rename(config.site_dir)
    for path in state.pages.keys() - state.next_pages.keys():
        Path(config.site_dir, state.published[path]).unlink(missing_ok=True)
    for file in files.documentation_pages():
        if file.src_uri in state.pages and state.pages[file.src_uri] == state.next_pages.get(file.src_uri):
            file.inclusion = InclusionLevel.EXCLUDED


def on_post_build(config: MkDocsConfig) -> None:
    """Remember a good build."""
    if state.serving and state.next_pages:
        state.pages, state.good = state.next_pages, True
        state.published = {path: path.removesuffix(".md") + ".html" for path in state.pages}


class _Quiet(logging.Filter):
    """Drops MkDocs's remark that a page is excluded: pages left as they are carry that mark, and are there."""

    def filter(self, record: logging.LogRecord) -> bool:
        return "excluded from the built site" not in record.getMessage()


for _name in ("mkdocs.structure.pages", "mkdocs.structure.nav"):
    logging.getLogger(_name).addFilter(_Quiet())


# ── surroundings ────────────────────────────────────────────────────────────


def _is_on(config: MkDocsConfig, name: str) -> bool:
    """Tell whether a switch of mkdocs.yml's `extra` is on; from the environment it comes as text."""
    return str(config.extra.get(name, True)).strip().lower() not in {"false", "no", "off", "0", ""}


def _history(data: Path, config: MkDocsConfig) -> Any:
    """Return what happened to the entries, as git and the files have it."""
    revisions, history = (importlib.import_module(f"dossier.{name}") for name in ("revisions", "changes.history"))
    if not _is_on(config, "history"):
        return history.History(gap=history.Gap.OFF)
    state.recorded = revisions.recorded(data, state.recorded)
    if state.recorded.said:
        _note((f"git could not be asked for the history: {state.recorded.said}",))
    return history.history_of(state.recorded.past, revisions.present(data))


def _note(notes: Iterable[str]) -> None:
    """Say in the log what a build was made without; while serving once, and not at every save."""
    for note in notes:
        if not state.serving or note not in state.noted:
            log.info("%s", note)
            state.noted.add(note)


def _repository(core: ModuleType, config: MkDocsConfig) -> Any:
    """Return where the files can be changed and problems be reported, as mkdocs.yml says."""
    named, commit = (str(config.extra.get(name) or "") for name in ("forge", "commit"))
    repository = core.Repository(config.repo_url or "", _edit_base(config), named, config.site_url or "", commit)
    try:
        _ = repository.forge
    except ValueError as error:
        raise PluginError(f"mkdocs.yml, extra.forge: {error}") from None
    return repository


def _edit_base(config: MkDocsConfig) -> str:
    """Return the address that `data/…` is joined to: `edit_uri` without the docs folder; nothing without either."""
    repository = f"{config.repo_url.rstrip('/')}/" if config.repo_url else ""
    docs = (
        urljoin(repository, config.edit_uri.lstrip("/") if repository else config.edit_uri) if config.edit_uri else ""
    )
    if not docs.startswith(("https://", "http://")):
        return ""
    project = Path(config.config_file_path).parent
    above = (project / config.extra.get("data", "data")).parent
    way = Path(os.path.relpath(above, config.docs_dir)).as_posix()
    return urljoin(docs, f"{quote(way)}/")


def _code_files() -> Iterator[Path]:
    """Yield what the core is read from: its modules and its catalogues."""
    return (path for path in HERE.rglob("*") if path.suffix in {".py", ".po"})


def _core() -> ModuleType:
    """Import the core; while serving afresh when its code has changed."""
    code = [(str(path), path.stat().st_mtime_ns) for path in sorted(_code_files())] if state.serving else None
    if code != state.code:
        for name in [name for name in sys.modules if name.partition(".")[0] == "dossier"]:
            del sys.modules[name]
        state.recorded = None
        importlib.invalidate_caches()
        state.code = code
    sys.path.insert(0, str(HERE))
    try:
        return importlib.import_module("dossier.host")
    finally:
        sys.path.remove(str(HERE))
