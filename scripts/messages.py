"""The phrases of the program to its catalogues: every phrase a reader can meet, `hooks/dossier/locale/*.po` renewed.

    python scripts/messages.py            write the catalogues again and tell what is missing in each
    python scripts/messages.py --check    tell only, change nothing; exit code 1 if something is missing or out of date
    python scripts/messages.py --new pt   begin a catalogue for one more language

A phrase is a literal in one of the CALLS below or in `_(…)` and `{% trans %}` of a template, the heading of a field
that points at another entry, a word of the closed vocabularies, or a word of mkdocs.yml that readers see. Python is
read as a syntax tree and not as lines, so that a phrase is found in an f-string, a conditional and over several lines.
"""

import ast
import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Final

import yaml
from babel import Locale
from babel.messages import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po
from jinja2 import nodes

ROOT: Final = Path(__file__).resolve().parent.parent
HOOKS: Final = ROOT / "hooks"
sys.path.insert(0, str(HOOKS))

from dossier.changes.shapes import MODELS, shapes_of  # noqa: E402 - the line above lets it be found
from dossier.model.status import Status  # noqa: E402
from dossier.model.words import BearsOn, ReviewState, Word  # noqa: E402
from dossier.render.environment import FOLDER as TEMPLATES  # noqa: E402
from dossier.render.environment import templates_of  # noqa: E402
from dossier.voice import CATALOGUES, voice_of  # noqa: E402
from dossier_theme import BACK  # noqa: E402

CALLS: Final[Mapping[str, tuple[int | str, ...]]] = {
    "N_": (0,),
    "text": (0,),
    "plural": (0, 1),
    "listing": (2, 5),
    "named_values": (3,),
    "Page": ("section",),
}
"""Functions by their last name, and which of their arguments are phrases."""
PLURAL: Final = frozenset({"plural", "ngettext"})
IN_TEMPLATES: Final = frozenset({"_", "gettext", "ngettext", "text", "plural"})
HEADER: Final = """\
# {name}: the phrases of the program. Written by `make messages`, which keeps the translations.
msgid ""
msgstr ""
"Language: {locale}\\n"
"Plural-Forms: {plural}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

Phrase = str | tuple[str, ...]
"""What a catalogue translates: one text, or the text for one thing and the text for several."""


def phrases() -> Iterator[tuple[Phrase, str]]:
    """Yield every phrase with the file it stands in, below the project, as often as it stands there."""
    for path in sorted(HOOKS.rglob("*.py")):
        for phrase in in_python(ast.parse(path.read_text(encoding="utf-8"))):
            yield phrase, path.relative_to(ROOT).as_posix()
    for path in sorted(TEMPLATES.rglob("*.jinja")):
        for phrase in in_template(path.read_text(encoding="utf-8")):
            yield phrase, path.relative_to(ROOT).as_posix()
    yield from ((phrase, "hooks/dossier/model") for phrase in (*of_vocabulary(), *of_fields()))
    yield from ((phrase, "mkdocs.yml") for phrase in in_config((ROOT / "mkdocs.yml").read_text(encoding="utf-8")))


def in_python(tree: ast.AST) -> Iterator[Phrase]:
    """Yield the phrases of a module: literals handed to CALLS, and the headings of fields that point at entries."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _in_call(node)
        elif (
            isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Call) and "Ref" in ast.dump(node.annotation)
        ):
            named = {word.arg: word.value for word in node.value.keywords}
            yield from _literals(named.get("reverse", node.value.args[0] if node.value.args else None))


def _in_call(node: ast.Call) -> Iterator[Phrase]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    named = {word.arg: word.value for word in node.keywords}
    given = [
        tuple(_literals(named.get(at) if isinstance(at, str) else node.args[at] if at < len(node.args) else None))
        for at in CALLS.get(name, ())
    ]
    if name in PLURAL:
        yield from zip(*given, strict=True)
    else:
        yield from (text for texts in given for text in texts)


def _literals(node: ast.expr | None) -> Iterator[str]:
    """Yield the texts an expression can be: a literal, or both sides of a conditional."""
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def in_template(text: str) -> Iterator[Phrase]:
    """Yield the phrases of a template; `{% trans %}` is a call as well once it is parsed."""
    for call in templates_of(voice_of("en")).parsed(text).find_all(nodes.Call):
        name = getattr(call.node, "attr", None) or getattr(call.node, "name", "")
        if name in IN_TEMPLATES:
            said = tuple(arg.value for arg in call.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str))
            yield from (said[:2],) if name in PLURAL else said[:1]


def of_vocabulary() -> Iterator[str]:
    """Yield the labels of all closed lists, and of their meanings those that pages print."""
    for kind in _kinds(Word):
        for word in kind:
            yield word.label
            if isinstance(word, BearsOn | ReviewState):
                yield word.meaning
            if isinstance(word, Status):
                yield word.rule


def of_fields() -> Iterator[str]:
    """Yield the labels of all fields: a change report names the field that changed."""
    waiting, seen = list(MODELS.values()), set()
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            shapes = shapes_of(model).values()
            yield from (shape.label for shape in shapes)
            waiting += [shape.part for shape in shapes if shape.part]


def _kinds(kind: type[Word]) -> Iterator[type[Word]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)


class _Config(yaml.SafeLoader):
    """Reads mkdocs.yml; what the environment decides is no phrase."""


_Config.add_constructor("!ENV", lambda loader, node: None)


def in_config(text: str) -> Iterator[str]:
    """Yield the words of mkdocs.yml that the hook puts into the dossier's language."""
    config = yaml.load(text, _Config)
    yield from (option["toggle"]["name"] for option in config["theme"]["palette"])
    yield config["extra"]["footer"]["link"]
    for extension in config["markdown_extensions"]:
        if isinstance(extension, dict) and "toc" in extension:
            yield extension["toc"]["permalink_title"]
    yield BACK


# ── catalogues ──────────────────────────────────────────────────────────────


def renewed(locale: str, text: str) -> tuple[Catalog, str]:
    """Return a catalogue with all phrases of now and the translations it had, and its text; others fall away."""
    old = read_po(io.StringIO(text), locale=locale) if text else Catalog(locale)
    new = Catalog(locale)
    for phrase, path in sorted(set(phrases()), key=lambda found: (found[1], str(found[0]))):
        new.add(phrase, locations=[(path, 1)])
    for message in new:
        kept = old.get(message.id) if message.id else None
        if kept and isinstance(kept.id, str) == isinstance(message.id, str):
            message.string = kept.string
    written = io.BytesIO()
    write_po(written, new, width=0, omit_header=True, sort_by_file=True, include_lineno=False)
    plural = old.plural_forms if text else get_plural(locale).plural_forms
    header = HEADER.format(name=Locale.parse(locale).english_name, locale=locale, plural=plural)
    return new, header + written.getvalue().decode("utf-8").strip() + "\n"


def faults(catalog: Catalog) -> Iterator[str]:
    """Yield what is wrong with a catalogue: phrases without a translation, and placeholders that differ."""
    for message in catalog:
        if not message.id:
            continue
        said = (message.string,) if isinstance(message.id, str) else tuple(message.string)
        shown = message.id if isinstance(message.id, str) else message.id[0]
        if not all(said) or (not isinstance(message.id, str) and len(said) != catalog.num_plurals):
            yield f"missing: {shown}"
        elif not fits(message, said):
            yield f"placeholders differ: {shown}"


def fits(message: Message, said: tuple[str, ...]) -> bool:
    """Say whether translations have the placeholders of their phrase. Of a plural, all forms but the last
    may leave `{n}` out, as in "a report" and in the Arabic dual."""
    if isinstance(message.id, str):
        return placeholders(said[0]) == placeholders(message.id)
    wanted = placeholders(message.id[-1])
    bare = [name for name in wanted if name != "n"]
    return placeholders(said[-1]) == wanted and all(placeholders(text) in (wanted, bare) for text in said)


def placeholders(text: str) -> list[str]:
    """Return the names in braces, sorted; Jinja's `%(name)s` as well."""
    named = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    return sorted(named + [part.partition(")")[0] for part in text.split("%(")[1:]])


def main(arguments: list[str]) -> int:
    """Renew the catalogues or check them; return how the command ends."""
    check = "--check" in arguments
    begun = [tag.replace("-", "_") for tag in arguments if not tag.startswith("--")]
    bad = False
    for path in sorted({*CATALOGUES.glob("*.po"), *(CATALOGUES / f"{locale}.po" for locale in begun)}):
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        catalog, written = renewed(path.stem, text)
        found = [*faults(catalog), *(["out of date: run `make messages`"] if check and written != text else [])]
        if not check:
            path.write_text(written, encoding="utf-8", newline="\n")
        print(f"{path.name}: {len(catalog)} phrases, {len(found)} to mend", *found, sep="\n  ")
        bad = bad or bool(found)
    return int(bad and check)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
