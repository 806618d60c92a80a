"""What follows from the data: order, names, back-links, and what the analyses found."""

from .facts import Facts, index
from .mentions import Mention

__all__ = ["Facts", "Mention", "index"]
