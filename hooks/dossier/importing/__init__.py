"""Data from elsewhere to drafts of entries, with a report of what became of every value; pure, nothing is written.

bytes ── decode ──► text ── jsons, tables, bibtexparser ──► values
                               forms      which format it is
                               record     one record, every leaf of it taken or left
                               timeline, table, sources, bibtex, geojson, ftm, claimreview   one format each
                               desk       drafts; what the dossier has already is recognised
drafts of entries, outcomes of records ◄── run
"""

from .columns import FIELDS
from .decode import LARGEST, Unusable
from .desk import ADDED, CHANGED, REFUSED, THERE, Draft, Outcome
from .forms import FORMS, Proposal
from .merging import default_file, merged
from .options import Options
from .record import Lost, shown
from .run import Imported, imported
from .telling import summary, told

__all__ = [
    "ADDED",
    "CHANGED",
    "FIELDS",
    "FORMS",
    "LARGEST",
    "REFUSED",
    "THERE",
    "Draft",
    "Imported",
    "Lost",
    "Options",
    "Outcome",
    "Proposal",
    "Unusable",
    "default_file",
    "imported",
    "merged",
    "shown",
    "summary",
    "told",
]
