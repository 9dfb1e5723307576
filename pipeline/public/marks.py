"""Marks that tell which lines of lists are one candidate's, in memory and nowhere else.

In: a programme's slug and a candidate's id. Out: a text that is the same within one run and another in every run, so
that what was written with one would differ from build to build.
"""

import secrets
from hashlib import blake2b

_SALT = secrets.token_bytes(16)
_LENGTH = 12


def mark_of(slug: str, id_: str) -> str:
    """Return the mark of the candidate, from which neither slug nor id can be told."""
    return blake2b(f"{slug}/{id_}".encode(), digest_size=_LENGTH, key=_SALT).hexdigest()
