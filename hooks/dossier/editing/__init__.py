"""The data changed by program: a new entry, another id, the usual order. Text in, text out; nothing is written here.

Why no round-trip library: ruamel.yaml keeps comments by moving them onto its own nodes, wraps anew what it writes, and
reads `12:30` by the rules of YAML 1.1. Here every change is a replacement at places the parser gave (`tree`), and what
stands beside it is copied byte for byte.
"""
