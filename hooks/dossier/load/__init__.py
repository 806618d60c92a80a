"""YAML text to plain values that know where they stand; the only stage that reads the data folder."""

from .folder import DOCUMENTS, FILES, SETTINGS, bytes_of, load_files, load_folder, load_text
from .nodes import Map, Node, Seq, Sheet, mark_at

__all__ = [
    "DOCUMENTS",
    "FILES",
    "SETTINGS",
    "Map",
    "Node",
    "Seq",
    "Sheet",
    "bytes_of",
    "load_files",
    "load_folder",
    "load_text",
    "mark_at",
]
