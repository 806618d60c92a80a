"""Facts to pages: values a site engine can take, each a piece of Markdown with a path, and nothing of any engine."""

from .book import render
from .page import Asset, Page

__all__ = ["Asset", "Page", "render"]
