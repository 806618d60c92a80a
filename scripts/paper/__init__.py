"""A built site to one PDF: a title page, a table of contents with page numbers, every page, bookmarks, working links.

    compose  the pages of the site as one HTML document whose links lead within it
    press    that document to a PDF, in Chromium

Exists because a dossier is also read on paper, handed in, and kept. `make pdf` runs it.
"""
