"""Keeps Python's garbage collector from looking through a dossier while it grows: it holds no circles to be found.

Without, it takes as long as all the rest of reading, and half of the time of the analyses (benchmarks/README.md).
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold the collector off for a while; it goes on afterwards if it was on before."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
