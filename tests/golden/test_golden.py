"""Whole sites, byte for byte: content goes in, and exactly the blessed files come out.

`make bless` writes the expected files anew; read the difference before you commit it.
"""

import shutil
from datetime import date
from hashlib import blake2b
from pathlib import Path

import pytest

from pipeline import build
from tests import models

HERE = Path(__file__).parent
ROOTS = {"danwei": HERE / "danwei", "longdu": HERE.parents[1], "zhuanjia": HERE / "zhuanjia"}
NEVER = date(1, 1, 1)


# No texts: of these only the digest is kept.
BINARY = (".docx", ".pdf", ".xlsx")


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _kept(tree: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files as they are blessed: what is no text as a file that holds its digest."""
    texts = {name: data for name, data in tree.items() if not name.endswith(BINARY)}
    rest = {name: blake2b(data, digest_size=16) for name, data in tree.items() if name.endswith(BINARY)}
    return texts | {f"{name}.digest": f"{digest.hexdigest()}\n".encode() for name, digest in rest.items()}


@pytest.mark.parametrize("name", ROOTS)
def test_site_is_the_blessed_one(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The site of a golden content folder is the blessed one, file for file."""
    root = models.whole(ROOTS[name], tmp_path / "root")
    result = build.build(root, tmp_path / "output", today=NEVER)
    expected = HERE / name / "site"
    assert result.published is not None, result.findings
    actual = _kept(_tree(tmp_path / "output" / "site"))
    if request.config.getoption("--bless"):
        shutil.rmtree(expected, ignore_errors=True)
        for path, data in actual.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(data)
    blessed = _tree(expected)
    assert sorted(actual) == sorted(blessed)
    assert [path for path in blessed if actual[path] != blessed[path]] == []
