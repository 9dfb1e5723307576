"""What the cases of returned files share: the forms, and the way of a file through intake."""

from collections.abc import Callable, Iterable
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location
from pipeline.intake.readers import take
from tests.hostile.case import Case
from tests.unit.word_readings import longdu

READ = "read"
"""Stands among the codes where the file gave a reading."""


def look(file: Path) -> Iterable[Diagnostic]:
    """Read the file as `ingest` does; that something was read is told as a finding too, under its own name."""
    taken = take(file, {"longdu-2020": longdu()}, None)
    yield from taken.found.findings
    if any(each.reads for each in taken.found.readings):
        yield Diagnostic(Location(file.name), READ)


def returned(name: str, make: Callable[[], bytes], expected: str) -> Case:
    """Return the case of a file of that name."""

    def written(folder: Path) -> Path:
        longdu()  # not what is measured
        file = folder / name
        file.write_bytes(make())
        return file

    return Case(written, look, expected)
