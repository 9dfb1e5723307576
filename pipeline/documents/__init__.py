"""Files under content/ become documents: text values, and the place of every part.

In: bytes or a file. Out: `Document`, `NoticeText` and findings (Y1xx). Alone touches yaml. Must not know what any key
means, which folder a file belongs in, or who is shown what.

A document comes back whenever its structure is certain, even beside findings, so that a form can judge the rest of the
file in the same run; a character that cannot be read stands as U+FFFD in it. Errors stop the build in any case.
"""

from pipeline.documents.characters import is_odd
from pipeline.documents.document import Document, NoticeText
from pipeline.documents.load import fetch, load, load_notice, load_schema
from pipeline.documents.notice import parse_notice
from pipeline.documents.places import Places, Pointer
from pipeline.documents.reading import parse, parse_schema
from pipeline.documents.writers import awaited as writers_awaited

__all__ = [
    "Document",
    "NoticeText",
    "Places",
    "Pointer",
    "fetch",
    "is_odd",
    "load",
    "load_notice",
    "load_schema",
    "parse",
    "parse_notice",
    "parse_schema",
    "writers_awaited",
]
