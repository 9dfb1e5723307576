"""What a web server says beside the site's files, so that a browser holds the pages to what they promise.

In: nothing. Out: headers and policies, as data. One table for `_headers`, for `serve`, for the ready settings in
data/hosting/ (a test compares them), and for the policy that every page carries itself, which counts where no server
speaks: on a USB stick, or behind a server that nobody set up. Must not know any page or any server.
"""

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
