"""The photos in a Word file: in the control of their field, else the only picture in a table.

In: the file's bytes and body, the form. Out: the pictures by field. Nothing is loaded from outside the file.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from pipeline.forms import Form
from pipeline.intake.photos import MOST_BYTES, fields, suffix
from pipeline.paper.word_control import cut_tag

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_RELATIONS, _FOLDER = "word/_rels/document.xml.rels", "word"
_MOST_RELATIONS = 1 << 20


def photos(data: bytes, body: Any, form: Form) -> tuple[tuple[str, bytes], ...]:
    """Return (field, picture) for each photo that is surely the one of a field."""
    wanted = dict(_wanted(body, form))
    if not wanted:
        return ()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            targets = _targets(package)
            found = [(name, _picture(package, targets.get(relation, ""))) for name, relation in wanted.items()]
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, etree.XMLSyntaxError):
        return ()
    return tuple((name, picture) for name, picture in found if suffix(picture))


def _wanted(body: Any, form: Form) -> Iterator[tuple[str, str]]:
    """Yield (field, relationship of its picture)."""
    names = fields(form)
    tags = {cut_tag(name): name for name in names}
    tagged = {}
    for control in body.iter(f"{_W}sdt") if names else ():
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        if tag is not None and tag.get(f"{_W}val") in tags:
            tagged[tags[tag.get(f"{_W}val")]] = tuple(_relations(control))
    yield from ((name, found[0]) for name, found in tagged.items() if len(found) == 1)
    in_tables = {each for table in body.iter(f"{_W}tbl") for each in _relations(table)}
    if len(names) == len(in_tables) == 1 and not tagged.get(names[0]):
        yield names[0], in_tables.pop()


def _relations(part: Any) -> Iterator[str]:
    yield from (each.get(_EMBED) for each in part.iter(_BLIP) if each.get(_EMBED))


def _targets(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the parts of the package by relationship; what lies outside it is none of them."""
    if package.getinfo(_RELATIONS).file_size > _MOST_RELATIONS:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(package.read(_RELATIONS), parser)
    inside = (each for each in root if each.get("TargetMode") != "External")
    return {each.get("Id", ""): _path(each.get("Target", "")) for each in inside}


def _path(target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(_FOLDER, target))


def _picture(package: zipfile.ZipFile, part: str) -> bytes:
    if part not in package.namelist() or package.getinfo(part).file_size > MOST_BYTES:
        return b""
    return package.read(part)
