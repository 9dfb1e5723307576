"""The photos that a candidate's file names, from the folder in which the file stands.

In: the root, a programme, a candidate. Out: pictures by field, and X936 where one cannot be had.
"""

from pathlib import Path, PurePosixPath

from pipeline.diagnostics import Diagnostic, finding
from pipeline.model import Programme, Submission

KIND = "照片"
_MOST_MB = 10
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


def load(root: Path, programme: Programme, submission: Submission) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return the candidate's photos by field; a name with a folder in it, a link and what is no picture are refused."""
    found: dict[str, bytes] = {}
    missing: list[Diagnostic] = []
    here = (root / submission.document.path).parent
    for field in programme.form.fields:
        name = submission.values.get(field.name)
        if field.kind != KIND or not isinstance(name, str):
            continue
        data = _picture(here, name)
        if data is None:
            missing.append(finding("X936", submission.at(field.name), field=field.name, most=_MOST_MB))
        else:
            found[field.name] = data
    return found, tuple(missing)


def _picture(folder: Path, name: str) -> bytes | None:
    file = folder / name
    if PurePosixPath(name).name != name or "\\" in name or "\0" in name:
        return None
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > _MOST_MB << 20:
            return None
        data = file.read_bytes()
    except OSError:
        return None
    return data if data.startswith((_PNG, _JPEG)) else None
