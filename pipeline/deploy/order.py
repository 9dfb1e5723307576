"""In which order the files of a site go out.

In: paths. Out: their kinds. What others link to comes before what links to it: a list after the pages that it leads
to, the feed and the maps, which machines follow, at the end.
"""

import re

# Kind, and what its paths look like; the first that fits.
_PATTERNS = (
    ("asset", r"assets/"),
    ("map", r"(?:feed\.xml|sitemap(?:-\d+)?\.xml|calendar\.ics|robots\.txt|_headers)$"),
    ("home", r"(?:index|404)\.html$"),
    ("page", r"[^/]+/(?:certificate/[^/]+|form)/index\.html$"),
    ("notice", r"[^/]+/index\.html$"),
    ("list", r".+\.html$"),
    ("document", r""),
)
KINDS = ("asset", "document", "page", "list", "notice", "home", "map")
# Of a site that was not there yet, nobody sees anything before the home page is.
NEW_KINDS = ("asset", "document", "page", "list", "notice", "map", "home")
_COPY = re.compile(r"(?P<original>.+\.[a-z0-9]+)\.(?:gz|br)")


def kind(path: str) -> str:
    """Return which of `KINDS` a file is; a compressed copy is what its original is."""
    whole = original(path)
    return next(name for name, pattern in _PATTERNS if re.match(pattern, whole))


def original(path: str) -> str:
    """Return of which file this one is a compressed copy; the path itself where it is none."""
    copy = _COPY.fullmatch(path)
    return copy["original"] if copy else path
