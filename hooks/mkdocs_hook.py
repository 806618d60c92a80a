"""The adapter to MkDocs, and the only file that knows it: hands over pages, and problems in place of pages.

Under `mkdocs serve` the core is imported afresh at each build, since MkDocs never reloads a hook (mkdocs/mkdocs#3993);
this file itself needs a restart, so it does as little as it can. Broken data never raises while serving: a failed
rebuild would let every request hang, so a page that says what is wrong takes the place of the site until the data is
mended.
"""

import importlib
import logging
import sys
from pathlib import Path
from types import ModuleType
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

HERE = Path(__file__).parent
log = logging.getLogger("mkdocs.hooks.dossier")


class _State:
    """What outlives a build: MkDocs keeps this module, and nothing else of ours, for as long as it serves."""

    serving = False
    nav: list[object] | None = None
    """The navigation the last build set, to tell it from one that stands in mkdocs.yml."""


_published: list[str] = []
"""What the last good build published: an editor may have any of these pages open when the data breaks."""


def on_startup(command: str, dirty: bool) -> None:  # the name and arguments are MkDocs's
    _State.serving = command == "serve"
    # Bytecode written below a watched folder would set off one more rebuild.
    sys.dont_write_bytecode = sys.dont_write_bytecode or _State.serving


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Build the dossier and add its pages; hand-written pages are taken in and given back with their references."""
    core = _core()
    pages = {file.src_uri: file for file in files.documentation_pages() if file.inclusion.is_included()}  # type: ignore[no-untyped-call]
    site = core.Site(
        handwritten={path: file.content_string for path, file in pages.items()},
        docs_name=Path(config.docs_dir).name,
        repository=core.Repository(config.repo_url or "", _edit_base(config)),
        directory_urls=config.use_directory_urls,
    )
    data = Path(config.config_file_path).parent / config.extra.get("data", "data")
    built = core.build(data, site)
    if built.errors:
        return _trouble(core, built, data, files, config)
    for problem in built.problems:
        log.warning("%s: %s", problem.mark, problem.sentence)
    _take_settings(built.dossier.settings, config)
    for page in built.pages:
        _add(
            files,
            config,
            page.path,
            page.source,
            InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV,
            pages,
        )
    for asset in built.assets:
        _add(files, config, asset.path, asset.content, InclusionLevel.INCLUDED, {})
    if config.nav is None or config.nav is _State.nav:
        config.nav = _State.nav = core.navigation(built.pages)
    _published[:] = [file.dest_uri for file in files.documentation_pages()]
    return files


def _add(
    files: Files, config: MkDocsConfig, path: str, content: str, level: InclusionLevel, pages: dict[str, File]
) -> None:
    known = files.get_file_from_path(path)
    if known is not None and path in pages:
        known.content_string = content
        return
    if known is not None:
        raise PluginError(
            f"{Path(config.docs_dir).name}/{path}: the dossier makes a page of this name itself; rename the file"
        )
    files.append(File.generated(config, path, content=content, inclusion=level))


def _trouble(core: ModuleType, built: object, data: Path, files: Files, config: MkDocsConfig) -> Files:
    """Say what is wrong: as one error of the build, or, while serving, as a page under every address of the site."""
    problems = built.problems  # type: ignore[attr-defined]
    listing = "\n".join(str(problem) for problem in problems)
    if not _State.serving:
        raise PluginError(f"the data has {core.count(problems)}:\n{listing}")
    log.error("the data has %s:\n%s", core.count(problems), listing)
    page = core.trouble_page(problems, data.parent)
    for file in list(files.documentation_pages()):
        files.remove(file)
    for path in dict.fromkeys(["index.html", *_published]):
        files.append(File.generated(config, path, content=page))
    config.nav = _State.nav = []
    return files


def _take_settings(settings: object, config: MkDocsConfig) -> None:
    config.site_name = settings.title  # type: ignore[attr-defined]
    config.site_description = settings.description  # type: ignore[attr-defined]
    config.theme["language"] = settings.language  # type: ignore[attr-defined]


def _edit_base(config: MkDocsConfig) -> str:
    """Return the address that the path of a file below the project is joined to; nothing without a repository."""
    if not config.edit_uri:
        return ""
    repository = f"{config.repo_url.rstrip('/')}/" if config.repo_url else ""
    return urljoin(urljoin(repository, config.edit_uri.lstrip("/") if repository else config.edit_uri), "../")


def _core() -> ModuleType:
    """Import the core; while serving afresh, so that changes of code show."""
    if _State.serving:
        for name in [name for name in sys.modules if name.partition(".")[0] == "dossier"]:
            del sys.modules[name]
        importlib.invalidate_caches()
    sys.path.insert(0, str(HERE))
    try:
        return importlib.import_module("dossier.host")
    finally:
        sys.path.remove(str(HERE))
