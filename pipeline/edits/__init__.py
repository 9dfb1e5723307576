"""Text is inserted at a place of a document or composed anew, and a batch of files gets its new texts all or none.

In: a document or values, and what it shall say; then new texts by path. Out: texts read again and compared; files.
The only room that writes under content/. Must not know what an item means.

A batch is written down as a whole in one journal first; that journal's appearance is the moment at which the batch
happened. Whoever reads content/ while it stands reads the new texts (`pending`), so nobody ever sees half a batch, not
even after a kill; `recover` finishes the files.
"""

from pipeline.edits.batch import (
    JOURNAL,
    Edit,
    MovedError,
    UnfinishedError,
    UnreadableJournalError,
    Waiting,
    commit,
    pending,
    recover,
    stamp,
)
from pipeline.edits.compose import compose
from pipeline.edits.create import create, create_folder
from pipeline.edits.insert import EditError, append, replace

__all__ = [
    "JOURNAL",
    "Edit",
    "EditError",
    "MovedError",
    "UnfinishedError",
    "UnreadableJournalError",
    "Waiting",
    "append",
    "commit",
    "compose",
    "create",
    "create_folder",
    "pending",
    "recover",
    "replace",
    "stamp",
]
