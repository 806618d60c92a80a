"""One module a family of pages, each from the desk to finished pages."""
