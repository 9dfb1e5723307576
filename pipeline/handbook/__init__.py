"""The staff's handbook: chapters that were written, and a reference that is drawn from schemas, tables and commands.

In: the commands as data, a folder of pictures. Out: a site below the output folder, or findings. What is said of a
setting, an event, a finding or a command is read where the program itself reads it, so the handbook cannot be stale.
Must not know click, a browser, or any content.
"""

from pathlib import Path
from struct import Struct

from pipeline import publish, render
from pipeline.diagnostics import Diagnostic, ordered
from pipeline.handbook.contents import HOME, plan
from pipeline.handbook.types import Command, Option
from pipeline.publish import Published

__all__ = ["HOME", "Command", "Option", "build", "plan"]

# Signature, length and name of the first part, and what it begins with.
_HEAD = Struct(">16sII")
_PACKAGE = Path(__file__).resolve().parent


def build(
    output: Path, commands: tuple[Command, ...], pictures: Path | None = None
) -> tuple[Published | None, tuple[Diagnostic, ...]]:
    """Write the handbook to `output`/site; `pictures` holds the pictures that there are (PNG), by their names."""
    sizes = {each.name: _size(each) for each in sorted(pictures.glob("*.png"))} if pictures else {}
    # Its own templates are the shipped ones, whatever an office has made of its site's.
    files, findings = render.all(plan(commands, sizes), pictures or _PACKAGE)
    published, more = publish.swap(files, output) if not findings else (None, ())
    return published, ordered((*findings, *more))


def _size(picture: Path) -> tuple[int, int]:
    """Return the width and height that a PNG file tells at its beginning."""
    with picture.open("rb") as file:
        head = file.read(_HEAD.size)
    _, width, height = _HEAD.unpack(head.ljust(_HEAD.size, b"\0"))
    return width, height
