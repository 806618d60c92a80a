"""An id made from a name: letters a to z, digits and hyphens, whatever the script it comes from."""

import re
import unicodedata
from collections.abc import Container
from typing import Final

from anyascii import anyascii

LONGEST_ID: Final = 80
"""Characters an id may have (`model.fields.Id`)."""
_USUAL: Final = 60
"""Characters after which a proposed id ends at a word: it is read in addresses."""


def id_from(name: str, taken: Container[str] = ()) -> str:
    """Return an id made from a name, with a number behind it if others have it already; "" if nothing can be read.

    Other scripts are written in Latin letters as the library AnyAscii knows them, without regard to the language.
    """
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’ʼ`]", "", anyascii(unicodedata.normalize("NFC", name)).lower()))
    id_ = ""
    for word in words:
        longer = f"{id_}-{word}" if id_ else word[:_USUAL]
        if len(longer) > _USUAL:
            break
        id_ = longer
    number, unique = 1, id_
    while id_ and unique in taken:
        number += 1
        unique = f"{id_}-{number}"
    return unique
