"""Where everything stands on the site.

In: slugs, days, page numbers. Out: output paths. A page of its own is a folder's `index.html`, so that links work
from a file system too; `public` says how the same page is called on the web.
"""

import re
from datetime import date
from hashlib import blake2b
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from pipeline import hosting

HOME = "index.html"
NOT_FOUND = "404.html"
ROBOTS = "robots.txt"
HEADERS = hosting.HEADERS_FILE
SITEMAP = "sitemap.xml"
FEED = "feed.xml"
CALENDAR = "calendar.ics"
STYLE = "assets/site.css"
PRINT_STYLE = "assets/print.css"
ICON = "assets/icon.svg"
FINDER_SCRIPTS = ("assets/finder-search.js", "assets/finder.js")
LARGE_SCRIPT = "assets/large.js"
# Named for ever and not by its hash: a page must not change because somebody on another page did.
_PEOPLE = "people.js"
FILL_SCRIPTS = ("assets/fill-open.js", "assets/fill-print.js", "assets/fill-save.js", "assets/fill.js")

_SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}\Z")


def in_office(number: int = 1) -> str:
    """Return the address of those in office, all programmes."""
    return _folder("roster", number)


def statistics() -> str:
    """Return the address of all series in numbers."""
    return _folder("roster/statistics")


def site_map() -> str:
    """Return the address of the list of all pages, for people."""
    return _folder("sitemap")


def sitemap_part(number: int) -> str:
    """Return the address of a part of the list of all pages, for machines."""
    return f"sitemap-{number}.xml"


def emblem(name: str) -> str:
    """Return the address of the site's emblem; `name` is that of its picture."""
    return f"assets/emblem{PurePosixPath(name).suffix}"


def notice(slug: str) -> str:
    """Return the address of a programme's notice."""
    return _folder(slug)


def form(slug: str) -> str:
    """Return the address of a programme's form."""
    return _folder(f"{slug}/form")


def form_file(slug: str, kind: str) -> str:
    """Return the address of a programme's blank form as a file; `kind` is its suffix, `pdf` or `docx`."""
    return f"{slug}/form/{slug}.{kind}"


def form_code(slug: str) -> str:
    """Return the address of the QR code that leads to a programme's form."""
    return f"{slug}/form/qr.svg"


def form_style(slug: str) -> str:
    """Return the address of the measures of a programme's form."""
    return f"assets/form-{slug}.css"


def latest_round(slug: str) -> str:
    """Return the address of a programme's current round."""
    return _folder(f"{slug}/publicity")


def publicity_round(slug: str, on: date, number: int = 1) -> str:
    """Return the address of the round of a day."""
    return _folder(f"{slug}/publicity/{on.isoformat()}", number)


def roster(slug: str, number: int = 1) -> str:
    """Return the address of a programme's roster."""
    return _folder(f"{slug}/roster", number)


def people_in_office() -> str:
    """Return the address of the index of those in office."""
    return f"roster/{_PEOPLE}"


def people_of_round(slug: str, on: date) -> str:
    """Return the address of the index of the round of a day."""
    return f"{slug}/publicity/{on.isoformat()}/{_PEOPLE}"


def people_of_roster(slug: str) -> str:
    """Return the address of the index of a programme's roster."""
    return f"{slug}/roster/{_PEOPLE}"


def notice_file(slug: str) -> str:
    """Return the address of a programme's notice as PDF."""
    return f"{slug}/notice.pdf"


def round_file(slug: str, on: date) -> str:
    """Return the address of the round of a day as PDF."""
    return f"{slug}/publicity/{on.isoformat()}/publicity.pdf"


def certification_file(slug: str, key: str) -> str:
    """Return the address of a certification notice as PDF; `key` is the notice's own in the programme."""
    return f"{slug}/certification/{key}/certification.pdf"


def roster_file(slug: str, kind: str) -> str:
    """Return the address of a roster as a file, of those in office where `slug` is empty.

    `kind` is `csv`, `json`, `xlsx`, `pdf` or `schema.json`.
    """
    return _below(slug, f"roster/roster.{kind}")


def roster_data(slug: str) -> str:
    """Return the address of the page that explains a roster's files, of those in office where `slug` is empty."""
    return _folder(_below(slug, "roster/data"))


def notice_code(slug: str) -> str:
    """Return the address of the QR code that leads to a programme's notice."""
    return f"{slug}/qr.svg"


def round_code(slug: str, on: date) -> str:
    """Return the address of the QR code that leads to the round of a day."""
    return f"{slug}/publicity/{on.isoformat()}/qr.svg"


def certification_code(slug: str, key: str) -> str:
    """Return the address of the QR code that leads to a certification notice."""
    return f"{slug}/certification/{key}/qr.svg"


def certification(slug: str, key: str, number: int = 1) -> str:
    """Return the address of a certification notice; `key` is the notice's own in the programme."""
    return _folder(f"{slug}/certification/{key}", number)


def certificates(slug: str) -> str:
    """Return the address of the page that tells how a programme's certificates are checked."""
    return _folder(f"{slug}/certificate")


def certificate(slug: str, number: str) -> str:
    """Return the address of a certificate."""
    return _folder(f"{slug}/certificate/{number}")


def attachment(slug: str, name: str) -> str:
    """Return the address of an attachment: its name where that is plain, else a short digest of it.

    The digest depends on the name alone, so a link stays when other files come and go.
    """
    plain = name.lower()
    if not _SAFE_NAME.match(plain):
        digest = blake2b(name.encode("utf-8"), digest_size=5).hexdigest()
        suffix = PurePosixPath(plain).suffix
        plain = f"file-{digest}{suffix if _SAFE_NAME.match(suffix[1:]) else ''}"
    return f"{slug}/attachments/{plain}"


def public(url: str, path: str) -> str:
    """Return the address on the web, empty where the site's own address (`url`) is not known."""
    return f"{url.rstrip('/')}/{path.removesuffix('index.html')}" if url else ""


def from_anywhere(url: str) -> str:
    """Return how a page that is served at any depth reaches the site's root, on the same host; empty if not known."""
    return urlsplit(url).path.rstrip("/") + "/" if url else ""


def _below(slug: str, place: str) -> str:
    return f"{slug}/{place}" if slug else place


def _folder(place: str, number: int = 1) -> str:
    return f"{place}/index.html" if number == 1 else f"{place}/{number}/index.html"
