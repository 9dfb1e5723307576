"""The photos of a returned form → files beside its draft.

In: the form, a reading, the file that was returned, the draft. Out: the draft with the photos' names, and the photos by
file name. What is no picture, or too large, is left to staff.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.forms import Form
from pipeline.intake.drafts import Draft, Row
from pipeline.intake.types import Certainty, Reading

KIND = "照片"
MOST_BYTES = 10 << 20
_SUFFIXES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
_SAVED = "照片取自原件，存在草稿旁边；草稿移到 submissions 文件夹时一并移去，改名时一并改名"


def fields(form: Form) -> tuple[str, ...]:
    """Return the form's fields that hold a photo."""
    return tuple(each.name for each in form.fields if each.kind == KIND)


def suffix(data: bytes) -> str:
    """Return the suffix of a picture's file by how it begins, empty for what is none or too large."""
    known = (each for start, each in _SUFFIXES.items() if data.startswith(start))
    return next(known, "") if len(data) <= MOST_BYTES else ""


def kept(form: Form, reading: Reading, returned: str, draft: Draft, path: str) -> tuple[Draft, Mapping[str, bytes]]:
    """Return the draft at `path` with its photos' names, and the photos by path.

    They are those in the returned file, or beside it under the name that it says.
    """
    inside = dict(reading.photos)
    files: dict[str, bytes] = {}
    values: dict[str, Any] = dict(draft.values)
    comments, rows = dict(draft.comments), draft.rows
    for number, name in enumerate(fields(form)):
        data = inside.get(name) or _beside(returned, values.get(name))
        if not suffix(data):
            continue
        file = PurePosixPath(path).with_suffix(f"{f'.{number}' if number else ''}.{suffix(data)}")
        files[str(file)] = data
        values[name] = file.name
        comments[name] = (*comments.get(name, ()), _SAVED)
        rows = tuple(_rows(form, rows, name))
    return replace(draft, values=values, comments=comments, rows=rows), files


def _beside(returned: str, name: object) -> bytes:
    if not isinstance(name, str) or not name or PurePosixPath(name).name != name or "\\" in name:
        return b""
    file = Path(returned).parent / name
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > MOST_BYTES:
            return b""
        return file.read_bytes()
    except OSError:
        return b""


def _rows(form: Form, rows: tuple[Row, ...], name: str) -> Iterator[Row]:
    """Yield the report's rows, with one for the photo in the order of the form."""
    titles = [each.title for each in form.fields]
    title = next(each.title for each in form.fields if each.name == name)
    own = Row(title, Certainty.SURE.value, "原件中的图片", "另存为单独的文件")
    yield from (each for each in rows if each.field in titles[: titles.index(title)])
    yield own
    yield from (each for each in rows if each.field not in titles[: titles.index(title) + 1])
