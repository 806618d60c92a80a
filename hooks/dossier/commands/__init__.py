"""The command line, one module a command; only the module of the command that runs is imported.

Each module has `add(parser)`, which declares its options, and `run(options)`, which returns the exit code: 0, 1 when
the data has errors, 2 when the command was given something it cannot use.
"""

from typing import Final

COMMANDS: Final = {
    "check": "say what is wrong with the data, with file, line and column",
    "explain": "explain a rule, with a wrong and a right example",
    "new": "write a new entry, asking for what it needs",
    "rename": "give an entry another id, everywhere, and keep the old address",
    "fmt": "put the files into the usual order and width, without changing what they say",
    "diff": "say in words what changed between two versions of the data",
    "import": "take entries from other formats: TimelineJS, CSV, CSL-JSON, BibTeX, GeoJSON, FtM, ClaimReview",
    "init": "begin a dossier of your own in a new folder",
    "analyse": "say what the evidence is worth, analysis by analysis",
    "coverage": "say which parts of a document no entry covers yet",
    "render": "write the pages as Markdown files to a folder",
    "schema": "write the JSON Schemas that help editors complete and check YAML",
}
"""Name of each command → what it does, in a line. The module of a command is called as it is; `import` is no name."""


def module_of(command: str) -> str:
    """Return the name of the module that holds a command."""
    return "importing" if command == "import" else command
