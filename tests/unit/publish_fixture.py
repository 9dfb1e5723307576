"""Sites as small as can be, published and looked at."""

from collections.abc import Mapping
from pathlib import Path

from pipeline import publish
from pipeline.outputs import Output
from pipeline.publish import Published

Files = Mapping[str, str]

FIRST = {"index.html": "first", "a/index.html": "a", "a/b/index.html": "b", "roster.csv": "1,2"}
SECOND = {"index.html": "second", "a/index.html": "a", "c/d/index.html": "d", "roster.csv": "1,2"}


def outputs(files: Files) -> tuple[Output, ...]:
    """Return the outputs of a site."""
    return tuple(Output(path, text.encode()) for path, text in files.items())


def put(files: Files, output: Path) -> Published:
    """Publish a site that nothing stands in the way of."""
    published, findings = publish.swap(outputs(files), output)
    assert findings == ()
    assert published is not None
    return published


def refused(files: Files, output: Path) -> str:
    """Publish a site that is refused, and return the code of the one finding."""
    published, findings = publish.swap(outputs(files), output, patience=0)
    assert published is None
    (finding,) = findings
    return finding.code


def contents(tree: Path) -> dict[str, str]:
    """Return every file below a folder by its path, and every empty folder with a / at its end."""
    found = {}
    for place in tree.rglob("*"):
        path = place.relative_to(tree).as_posix()
        if place.is_symlink() or not place.is_dir():
            found[path] = place.read_text(encoding="utf-8")
        elif not any(place.iterdir()):
            found[f"{path}/"] = ""
    return found


def times(tree: Path) -> dict[str, int]:
    """Return the time of change of every file below a folder, in ns."""
    return {each.relative_to(tree).as_posix(): each.stat().st_mtime_ns for each in tree.rglob("*") if each.is_file()}
