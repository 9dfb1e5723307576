"""What a web server says beside the site's files, so that a browser holds the pages to what they promise.

In: nothing. Out: headers and policies, as data. One table for `_headers`, for `serve`, for the ready settings in
data/hosting/ (a test compares them), and for the policy that every page carries itself, which counts where no server
speaks: on a USB stick, or behind a server that nobody set up. Must not know any page or any server.
"""

import re

HEADERS_FILE = "_headers"

_NOTHING_ELSE = ("default-src 'none'", "connect-src 'self'", "script-src 'self'", "style-src 'self'")
_NOWHERE = ("base-uri 'none'", "form-action 'none'")
# What a page may do: its own styles, scripts and pictures, and no other; nothing inline, nothing sent, nothing framed.
# Blocks of data (`application/ld+json`, `application/json`) stand in pages all the same: they are never run, so no
# policy speaks of them.
# It may ask its own server: no script of ours does, but `serve` tells pages so when to reload, and those who check a
# site from within a page read robots.txt.
PAGE_POLICY = "; ".join((*_NOTHING_ELSE, "img-src 'self'", *_NOWHERE))
# The form's page also shows the photograph that somebody chose on his own device.
FORM_POLICY = "; ".join((*_NOTHING_ELSE, "img-src 'self' blob:", *_NOWHERE))

_UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "publickey-credentials-get", "usb")

UNFRAMED = "frame-ancestors 'none'"

# A server's word covers all pages, so it allows what one of them needs; a page's own policy narrows it further.
# What only a server may say (frame-ancestors) stands here alone.
HEADERS = (
    ("Content-Security-Policy", f"{FORM_POLICY}; {UNFRAMED}"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", ", ".join(f"{each}=()" for each in _UNUSED)),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
)

# An asset carries the digest of its bytes in its name, so a copy of it never grows old.
FOREVER = "public, max-age=31536000, immutable"
ASSET = r"/assets/[^/]+\.[0-9a-f]{10}\.[a-z]+$"
# Programs that read the data ask each time whether it changed; a list that changed is there for people in five minutes.
ASKED_EACH_TIME = "no-cache"
DATA = r"\.(csv|json|xlsx|xml|ics|txt|yml)$"
SHORT = "public, max-age=300"
# How long a copy may be kept: the first pattern that an address fits; the last one fits all.
KEPT = ((ASSET, FOREVER), (DATA, ASKED_EACH_TIME), ("", SHORT))

# What Python's own table lacks, or calls otherwise than browsers do.
_TYPES = {
    ".js": "text/javascript", ".csv": "text/csv", ".xml": "application/xml", ".ics": "text/calendar",
    ".yml": "application/yaml", ".webp": "image/webp", ".zip": "application/zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
_TEXTS = ("text/", "application/json", "application/xml", "application/yaml", "image/svg")


def media_type(path: str) -> str:
    """Return the media type of a file by its name or suffix; our texts are all UTF-8."""
    from mimetypes import types_map  # noqa: PLC0415  # where nothing changed, nobody asks

    suffix = f".{path.rpartition('.')[2]}".lower()
    kind = _TYPES.get(suffix) or types_map.get(suffix, "application/octet-stream")
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXTS) else kind


def kept_for(path: str) -> str:
    """Return what `Cache-Control` says of a file of the site."""
    return next(said for pattern, said in KEPT if re.search(pattern, f"/{path}"))
