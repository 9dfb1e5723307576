"""One file on disk → whose it is, and what its reader found in it.

In: a path, the forms by programme. Out: `Taken`. Whatever is wrong with the file is a finding: no file ends the work
on the others. Must not know drafts.
"""

import hashlib
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.diagnostics import Location, finding
from pipeline.forms import Form
from pipeline.intake import limits
from pipeline.intake.limits import Kind, Refusal
from pipeline.intake.office import NOT_INSTALLED
from pipeline.intake.origin import origin
from pipeline.intake.types import Found

_SCANS = {Kind.PDF: ".pdf", Kind.PNG: ".png", Kind.JPG: ".jpg"}


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was looked into. `digest`: SHA-256 of its bytes, empty where they could not be had; `programme`: the
    slug of the form that it was read by, empty where it cannot be told."""

    file: str
    digest: str = ""
    kind: Kind | None = None
    programme: str = ""
    version: str = ""
    found: Found = field(default_factory=Found)


def take(file: Path, forms: Mapping[str, Form], wanted: str | None, docx: Path | str | None = None) -> Taken:
    """Read a file; `wanted` is the programme of a file that does not say which is its own.

    `docx`: what an older Word file was converted to, or the code of why it was not. Findings: X940 to X945, X948, X952
    to X955, X968 and those of the readers.
    """
    name = file.as_posix()
    place = Location(name)
    data = _bytes(file)
    if isinstance(data, Refusal):
        return Taken(name, found=_refused(place, data))
    digest = hashlib.sha256(data).hexdigest()
    kind = limits.look(data, file.suffix)
    if isinstance(kind, Refusal):
        return Taken(name, digest, found=_refused(place, kind))
    try:
        known = _docx(docx) if kind is Kind.OLD_WORD else data
        said, version = origin(known, Kind.DOCX if kind is Kind.OLD_WORD else kind)
        slug = _slug(said, forms, wanted)
        return Taken(name, digest, kind, slug, version, _found(known, kind, file, forms, slug))
    except _NotConvertedError as error:
        return Taken(name, digest, kind, found=Found(findings=(finding(error.args[0], place),)))
    except Exception:  # whatever a library says of a file that somebody sent, the others are read
        return Taken(name, digest, kind, found=Found(findings=(finding("X943", place),)))


class _NotConvertedError(Exception):
    """An older Word file of which there is no .docx; the argument is the code of why."""


def is_old(file: Path) -> bool:
    """Tell whether the file is one that must be converted before it can be read."""
    data = _bytes(file)
    return not isinstance(data, Refusal) and limits.look(data, file.suffix) is Kind.OLD_WORD


def _docx(docx: Path | str | None) -> bytes:
    if not isinstance(docx, Path):
        raise _NotConvertedError(docx or NOT_INSTALLED)
    return docx.read_bytes()


def broken(file: Path) -> Taken:
    """Return what is said of a file whose reading ended the process that read it."""
    return Taken(file.as_posix(), found=Found(findings=(finding("X943", Location(file.as_posix())),)))


def _bytes(file: Path) -> bytes | Refusal:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return Refusal("X943")
        if status.st_size > limits.MOST_BYTES:
            return limits.too_large()
        with file.open("rb") as stream:
            return stream.read(limits.MOST_BYTES + 1)
    except OSError:
        return Refusal("X943")


def _refused(place: Location, why: Refusal) -> Found:
    return Found(findings=(finding(why.code, place, **why.words()),))


def _slug(said: str, forms: Mapping[str, Form], wanted: str | None) -> str:
    """Return the programme that the file says, else the one wanted, else the only one."""
    if said in forms:
        return said
    if wanted is not None or said:
        return wanted or ""
    return next(iter(forms)) if len(forms) == 1 else ""


def _found(data: bytes, kind: Kind, file: Path, forms: Mapping[str, Form], slug: str) -> Found:
    name = file.as_posix()
    if kind in _SCANS:
        from pipeline.intake.scan import read_scan  # noqa: PLC0415  # each reader brings a large library

        return read_scan(data, _SCANS[kind], forms, name)
    if not slug:
        return Found(findings=(finding("X945", Location(name), known="、".join(forms) or "—"),))
    if kind is Kind.YML:
        from pipeline.intake.yml import read_yml  # noqa: PLC0415

        return read_yml(data, forms[slug], name)
    if kind is Kind.XLSX:
        from pipeline.intake.sheet_xlsx import read_xlsx  # noqa: PLC0415

        return read_xlsx(data, forms[slug], name)
    from pipeline.intake.word import read_docx  # noqa: PLC0415

    found = read_docx(data, forms[slug], name, converted=kind is Kind.OLD_WORD)
    if kind is Kind.OLD_WORD and found.readings:
        return Found(found.readings, (*found.findings, finding("X955", Location(name))))
    return found
