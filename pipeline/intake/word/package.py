"""A Word file as a package → its document, as a tree, and what it says of itself.

In: bytes. Out: a tree, or a finding. Nothing is loaded from anywhere, no entity is resolved, and what is too large or
too deep is refused. Must not know what stands in the document.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.intake import limits
from pipeline.intake.limits import Kind, Refusal
from pipeline.intake.origin import origin

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# What "Strict Open XML" calls the same elements.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MAIN = re.compile(rb"<[^<>]*wordprocessingml\.(?:document|template)\.main\+xml[^<>]*>")
_NAME = re.compile(rb'PartName="/([^"<>]{1,200})"')
_USUAL = "word/document.xml"
_MOST_MARKUP = 12 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Package:
    """The document's body, and the programme and version that the file says it belongs to."""

    body: Any
    programme: str
    version: str


def open_package(data: bytes, path: str) -> Package | Diagnostic:
    """Return the package. Findings: X940 to X944 as for every file, X950 no document in it, X951 too large or deep."""
    place = Location(path)
    kind = limits.look(data, ".docx")
    if isinstance(kind, Refusal):
        return finding(kind.code, place, **kind.words())
    if kind is not Kind.DOCX:
        return finding("X950", place)
    try:
        text = _main(data)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError):
        return finding("X950", place)
    if len(text) > _MOST_MARKUP:
        return finding("X951", place)
    return _tree(data, text, place)


def _main(data: bytes) -> bytes:
    """Return the main part's bytes. Raises KeyError where there is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        named = _MAIN.search(package.read("[Content_Types].xml"))
        part = _NAME.search(named[0]) if named else None
        return package.read(part[1].decode("utf-8", "replace") if part else _USUAL)


def _tree(data: bytes, text: bytes, place: Location) -> Package | Diagnostic:
    if _STRICT in text:
        text = text.replace(_STRICT, _W.encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return finding("X951" if "depth" in str(error).lower() else "X943", place)
    body = root.find(f"{{{_W}}}body")
    if body is None:
        return finding("X950", place)
    return Package(body, *origin(data, Kind.DOCX))
