"""What the dossier sets in the theme of MkDocs: language and words, its own face; and what of the theme is left out.

Stands beside the hook, which MkDocs lets import what is in its folder. Nothing here is kept from one build to the next.
"""

import html
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

BACK = "Jump back to footnote {} in the text"
"""What Python-Markdown says of the way back from a footnote."""
_HTML_LANGUAGE = re.compile(r'(<html lang=)"[^"]*"')


def dress(core: ModuleType, settings: Any, files: Files, config: MkDocsConfig) -> str:
    """Give the theme the names, the language and the face of a dossier; return the language its pages are in."""
    # The theme prints both as they are.
    config.site_name, config.site_description = html.escape(settings.title), html.escape(settings.description)
    config.copyright = config.copyright or core.credit(settings)
    voice = core.voice_of(settings.language)
    config.theme["language"] = _theme_language(settings.language, config)
    config.theme["direction"] = voice.direction
    _translate(config, voice.text)
    _show_face(core, settings, files, config)
    return str(voice.language)


def in_language(output: str, language: str) -> str:
    """Return a finished page that says what language it is in; as it is while none is known."""
    return _HTML_LANGUAGE.sub(rf'\g<1>"{language}"', output, count=1) if language else output


def lighten(core: ModuleType, files: Files, config: MkDocsConfig) -> None:
    """Leave out what no page asks for: scripts, palettes and unused rules of the theme, and comments of ours."""
    for file in list(files):
        folder = file.src_uri.rpartition("/")[0]
        if folder.startswith("assets/javascripts") or file.src_uri.endswith(".map") or "/palette." in file.src_uri:
            files.remove(file)
        elif folder == "assets/stylesheets":
            file.content_string = core.lighter(file.content_string, config.markdown_extensions)
        elif folder in {"assets/js", "assets/dossier"} and file.src_uri.endswith((".js", ".css")):
            file.content_string = core.bare(file.content_string)


def times(config: MkDocsConfig) -> tuple[tuple[str, int], ...]:
    """Return the files that shape every page, with the time of their last change."""
    folders = [Path(folder) for folder in config.theme.dirs if "site-packages" not in folder]
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return tuple((str(path), path.stat().st_mtime_ns) for path in (*files, Path(config.config_file_path)))


def _theme_language(tag: str, config: MkDocsConfig) -> str:
    """Return the language the theme has texts in: the tag itself, else its language alone, else English."""
    folders = [Path(folder, "partials", "languages") for folder in config.theme.dirs]
    wanted = (tag, tag.partition("-")[0])
    return next((name for name in wanted if any(Path(folder, f"{name}.html").is_file() for folder in folders)), "en")


def _translate(config: MkDocsConfig, say: Callable[[str], str]) -> None:
    """Put the words of mkdocs.yml that readers see into the dossier's language; others than ours stay as written."""
    palettes = config.theme.get("palette") or []
    for palette in palettes if isinstance(palettes, list) else [palettes]:
        if "toggle" in palette:
            palette["toggle"]["name"] = say(palette["toggle"]["name"])
    footer = config.extra.get("footer")
    if footer:
        footer["link"] = say(footer["link"])
    config.mdx_configs.setdefault("footnotes", {})["BACKLINK_TITLE"] = say(BACK)
    contents = config.mdx_configs.get("toc", {})
    if contents.get("permalink_title"):
        contents["permalink_title"] = say(contents["permalink_title"])


def _show_face(core: ModuleType, settings: Any, files: Files, config: MkDocsConfig) -> None:
    """Give the theme the dossier's logo, the colour of its paper, and its pictures if they show this very dossier."""
    if settings.look.logo:
        config.theme["logo"] = config.theme["favicon"] = settings.look.logo
    found = files.get_file_from_path
    face = core.face(settings, lambda path: file.content_string if (file := found(path)) else None)
    config.extra["face"] = face
